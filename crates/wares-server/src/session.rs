//! A browser shows the token once and keeps it in a cookie that scripts cannot read.

use axum::{
    Form,
    extract::State,
    http::{StatusCode, header},
    response::{Html, IntoResponse, Redirect, Response},
};
use serde::Deserialize;

use crate::{app::App, guard::COOKIE};

const PAGE: &str = include_str!("session.html");

/// Without it a browser calls the page of the form `null`, and the guard takes it for a stranger's.
const ORIGIN_TOLD: [(header::HeaderName, &str); 1] = [(header::REFERRER_POLICY, "same-origin")];

/// The form.
pub(crate) async fn form() -> Response {
    (ORIGIN_TOLD, Html(PAGE)).into_response()
}

#[derive(Deserialize)]
pub(crate) struct Shown {
    token: String,
}

/// Takes the token and leads to the pages.
pub(crate) async fn enter(State(app): State<App>, Form(shown): Form<Shown>) -> Response {
    if !app.access.admits(shown.token.trim()) {
        let page = PAGE.replace("<!--wrong-->", "<p role=\"alert\">That is not the token.</p>");
        return (StatusCode::UNAUTHORIZED, ORIGIN_TOLD, Html(page)).into_response();
    }
    let cookie = format!("{COOKIE}={}; Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000", shown.token.trim());
    ([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response()
}
