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

/// The form.
pub(crate) async fn form() -> Html<&'static str> {
    Html(PAGE)
}

#[derive(Deserialize)]
pub(crate) struct Shown {
    token: String,
}

/// Takes the token and leads to the pages.
pub(crate) async fn enter(State(app): State<App>, Form(shown): Form<Shown>) -> Response {
    if !app.access.admits(shown.token.trim()) {
        return (StatusCode::UNAUTHORIZED, Html(PAGE.replace("<!--wrong-->", "<p role=\"alert\">That is not the token.</p>"))).into_response();
    }
    let cookie = format!("{COOKIE}={}; Path=/; HttpOnly; SameSite=Strict; Max-Age=2592000", shown.token.trim());
    ([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response()
}
