//! Every route, and what stands around them.

use axum::{
    Router,
    extract::{DefaultBodyLimit, Request},
    http::StatusCode,
    middleware,
    routing::get,
};
use serde_json::Value;
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer, trace::TraceLayer};
use utoipa::OpenApi;
use utoipa_axum::{router::OpenApiRouter, routes};

use crate::{
    app::App,
    document, guard,
    options::MOST_BODY_BYTES,
    problem::{Finding, Problem},
    routes::{about, jobs, runs, templates, uploads, work},
    session, ui,
};

#[derive(OpenApi)]
#[openapi(
    info(title = "Wares", description = "A whole believable shop: templates, products, customers, orders and order details that agree."),
    components(schemas(
        Problem,
        Finding,
        document::TemplateSchema,
        document::JobSchema,
        document::EstimateSchema,
        document::ChartsSchema,
        document::ChangeSchema,
        document::RecognisedSchema
    )),
    tags(
        (name = "about", description = "The server, and what is built in"),
        (name = "templates", description = "Templates that are kept, with all their versions"),
        (name = "work", description = "Work on a template that is open; nothing is kept"),
        (name = "jobs", description = "Rows, costs and charts of a job, before it is run"),
        (name = "uploads", description = "The user's own files"),
        (name = "runs", description = "Rows made in the background")
    )
)]
struct Document;

fn api() -> OpenApiRouter<App> {
    let upload = OpenApiRouter::new().routes(routes!(uploads::list, uploads::create)).layer(DefaultBodyLimit::disable());
    OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(about::health))
        .routes(routes!(about::metrics))
        .routes(routes!(about::openapi))
        .routes(routes!(about::packs))
        .routes(routes!(about::regions))
        .routes(routes!(about::types))
        .routes(routes!(about::language_model))
        .routes(routes!(templates::list, templates::create))
        .routes(routes!(templates::quote))
        .routes(routes!(templates::import_one))
        .routes(routes!(templates::get, templates::put, templates::delete))
        .routes(routes!(templates::versions))
        .routes(routes!(templates::version))
        .routes(routes!(templates::file))
        .routes(routes!(work::check))
        .routes(routes!(work::refine))
        .routes(routes!(work::diff))
        .routes(routes!(jobs::preview))
        .routes(routes!(jobs::plan))
        .routes(routes!(jobs::charts))
        .routes(routes!(uploads::get, uploads::delete))
        .routes(routes!(runs::list, runs::create))
        .routes(routes!(runs::get, runs::delete))
        .routes(routes!(runs::cancel))
        .routes(routes!(runs::events))
        .routes(routes!(runs::file))
        .merge(upload)
}

/// The OpenAPI document (3.1).
pub fn document() -> Value {
    document::finished(&api().into_openapi())
}

/// All routes, ready to be served.
pub fn router(app: App) -> Router {
    let (api, _) = api().split_for_parts();
    let assets = Router::new().fallback(ui::serve).layer(CompressionLayer::new());
    Router::new()
        .merge(api)
        .route("/session", get(session::form).post(session::enter))
        .route("/api/{*rest}", get(no_such_route).fallback(no_such_route))
        .fallback_service(assets)
        .method_not_allowed_fallback(not_allowed)
        .layer(DefaultBodyLimit::max(MOST_BODY_BYTES))
        .layer(CatchPanicLayer::custom(|_: Box<dyn std::any::Any + Send>| axum::response::IntoResponse::into_response(Problem::internal("a panic"))))
        .layer(middleware::from_fn_with_state(app.clone(), guard::check))
        .layer(middleware::from_fn_with_state(app.clone(), guard::dress))
        .layer(
            TraceLayer::new_for_http()
                .make_span_with(|request: &Request| tracing::info_span!("request", method = %request.method(), path = request.uri().path())),
        )
        .with_state(app)
}

async fn no_such_route(request: Request) -> Problem {
    Problem::new(StatusCode::NOT_FOUND, format!("there is no `{}`", request.uri().path())).hint("see /api/openapi.json")
}

async fn not_allowed(request: Request) -> Problem {
    Problem::new(StatusCode::METHOD_NOT_ALLOWED, format!("`{}` does not know {}", request.uri().path(), request.method()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn no_type_of_the_server_is_called_like_another_one_of_the_facade() {
        let document = serde_json::to_value(api().into_openapi()).unwrap();
        let own = document["components"]["schemas"].as_object().unwrap();
        let facade = wares::schemas();
        let is_other = |(name, own): &(&String, &Value)| facade.contains_key(*name) && **own != json!({ "type": "object" });
        let taken: Vec<&String> = own.iter().filter(is_other).map(|(name, _)| name).collect();
        assert!(taken.is_empty(), "{taken:?}");
    }
}
