//! The web UI: assets that were built into the program. A build without them says how to get them.

use axum::{
    http::{HeaderValue, Method, StatusCode, Uri, header},
    response::{Html, IntoResponse, Response},
};
use rust_embed::RustEmbed;

use crate::problem::Problem;

/// What `cargo xtask ui` puts into `assets/`; the folder may be missing.
#[derive(RustEmbed)]
#[folder = "assets/"]
#[allow_missing = true]
struct Assets;

const ABSENT: &str = include_str!("absent.html");
const INDEX: &str = "index.html";

/// An asset by its name; every other path is a page, which the UI draws itself.
pub(crate) async fn serve(method: Method, uri: Uri) -> Response {
    if !matches!(method, Method::GET | Method::HEAD) {
        return Problem::new(StatusCode::METHOD_NOT_ALLOWED, format!("`{}` can only be read", uri.path())).into_response();
    }
    let name = uri.path().trim_start_matches('/');
    if let Some(asset) = Assets::get(name).filter(|_| !name.is_empty()) {
        // Names under `assets/` hold a hash of what is in them.
        let lasting = if name.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
        return of(name, asset.data.into_owned(), lasting);
    }
    // A name with an ending is a file that is not there, and no page.
    if name.rsplit('/').next().is_some_and(|last| last.contains('.')) {
        return Problem::not_found("asset", name).into_response();
    }
    match Assets::get(INDEX) {
        Some(index) => of(INDEX, index.data.into_owned(), "no-cache"),
        None => Html(ABSENT).into_response(),
    }
}

fn of(name: &str, bytes: Vec<u8>, lasting: &'static str) -> Response {
    let kind = mime_guess::from_path(name).first_or_octet_stream();
    let kind = HeaderValue::from_str(kind.as_ref()).unwrap_or(HeaderValue::from_static("application/octet-stream"));
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, HeaderValue::from_static(lasting))], bytes).into_response()
}
