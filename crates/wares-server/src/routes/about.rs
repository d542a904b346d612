//! The server itself, and what is built in.

use axum::{
    Json,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;
use wares::{
    llm,
    model::{
        pack::{bundle, region::Known as RegionKnown},
        schema::json_schema,
    },
};

use crate::{app::App, problem::Problem};

/// Whether the server lives, and what it is.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Health {
    /// `ok`.
    status: &'static str,
    /// The version of Wares.
    version: &'static str,
    /// The version of the engine: the same template, seed and engine version make the same bytes.
    engine_version: u32,
    /// What the server allows.
    limits: LimitsShown,
}

/// What the server allows.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct LimitsShown {
    /// Rows of one run.
    run_rows: u64,
    /// Bytes of one upload.
    upload_bytes: u64,
    /// Rows of one preview.
    preview_rows: u64,
    /// Bytes of all uploads and runs.
    disk_bytes: u64,
    /// Days after which runs that are over are removed.
    keep_days: u32,
}

/// Says that the server lives.
#[utoipa::path(get, path = "/api/health", operation_id = "health", tag = "about", responses((status = 200, body = Health), Problem))]
pub(crate) async fn health(State(app): State<App>) -> Json<Health> {
    let limits = app.limits;
    Json(Health {
        status: "ok",
        version: env!("CARGO_PKG_VERSION"),
        engine_version: wares::ENGINE_VERSION,
        limits: LimitsShown {
            run_rows: limits.run_rows,
            upload_bytes: limits.upload_bytes,
            preview_rows: crate::options::MOST_PREVIEW_ROWS,
            disk_bytes: limits.disk_bytes,
            keep_days: limits.keep_days,
        },
    })
}

/// Numbers for Prometheus, as text.
#[utoipa::path(
    get, path = "/api/metrics", operation_id = "metrics", tag = "about",
    responses((status = 200, body = String, content_type = "application/openmetrics-text"), Problem)
)]
pub(crate) async fn metrics(State(app): State<App>) -> Result<Response, Problem> {
    let text = app
        .blocking(|app| {
            app.metrics.runs_open.set(app.store.runs_open()?.len() as i64);
            Ok(app.metrics.text())
        })
        .await?;
    Ok(([(header::CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8")], text).into_response())
}

/// This document.
#[utoipa::path(get, path = "/api/openapi.json", operation_id = "openapi", tag = "about", responses((status = 200, body = Value), Problem))]
pub(crate) async fn openapi() -> Json<Value> {
    Json(crate::router::document())
}

/// A built-in catalog pack: something that a shop can sell.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Pack {
    /// Its name in templates.
    name: String,
    /// Words that mean it.
    phrases: Vec<String>,
    /// The kinds of product in it.
    kinds: Vec<String>,
}

/// All catalog packs.
#[utoipa::path(get, path = "/api/packs", operation_id = "listPacks", tag = "about", responses((status = 200, body = [Pack]), Problem))]
pub(crate) async fn packs() -> Json<Vec<Pack>> {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let pack = |(name, phrases, kinds): (&str, &[&str], &[&str])| Pack { name: name.to_owned(), phrases: owned(phrases), kinds: owned(kinds) };
    Json(bundle::domains().map(pack).collect())
}

/// A country where customers can live.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Region {
    /// ISO 3166-1 alpha-2.
    code: String,
    /// Its name in English.
    name: String,
    /// How much of it is known to be true.
    #[schema(value_type = Object)]
    known: RegionKnown,
}

/// All regions.
#[utoipa::path(get, path = "/api/regions", operation_id = "listRegions", tag = "about", responses((status = 200, body = [Region]), Problem))]
pub(crate) async fn regions(State(app): State<App>) -> Result<Json<Vec<Region>>, Problem> {
    let all = || bundle::region_codes().filter_map(|code| bundle::region_header(code)?.ok());
    let regions = app.blocking(move |_| Ok(all().map(|header| Region { code: header.code, name: header.name, known: header.known }).collect()));
    Ok(Json(regions.await?))
}

/// What the drop-downs of columns hold.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Types {
    /// Types of columns.
    types: Vec<String>,
    /// Ways to fill a column.
    fills: Vec<Word>,
    /// Built-in knowledge of tables.
    recipes: Vec<Word>,
}

/// A word of templates, and what it means.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct Word {
    /// As written in templates.
    name: String,
    /// What it means.
    description: String,
    /// The JSON Schema of what stands behind it; none for a bare word.
    #[schema(value_type = Option<Object>)]
    schema: Option<Value>,
}

/// Types, fills and recipes, read from the JSON Schema of templates.
#[utoipa::path(get, path = "/api/types", operation_id = "listTypes", tag = "about", responses((status = 200, body = Types), Problem))]
pub(crate) async fn types() -> Json<Types> {
    let schema = json_schema();
    let words = |name: &str| -> Vec<Word> {
        let definition = &schema["$defs"][name];
        if let Some(words) = definition["enum"].as_array() {
            let kind = |word: &Value| Word { name: word.as_str().unwrap_or_default().to_owned(), description: String::new(), schema: None };
            return words.iter().map(kind).collect();
        }
        definition["oneOf"].as_array().into_iter().flatten().filter_map(kind).collect()
    };
    Json(Types { types: words("ColumnType").into_iter().map(|kind| kind.name).collect(), fills: words("Fill"), recipes: words("Recipe") })
}

fn kind(variant: &Value) -> Option<Word> {
    let name = variant["const"].as_str().or_else(|| variant["required"][0].as_str())?.to_owned();
    let description = variant["description"].as_str().unwrap_or_default().to_owned();
    let schema = variant["properties"].as_object().and_then(|fields: &Map<String, Value>| fields.get(&name).cloned());
    Some(Word { name, description, schema })
}

/// The language model that the server's environment names; never a key.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LlmStatus {
    /// Whether one can be asked.
    configured: bool,
    /// What to do where none can.
    #[serde(skip_serializing_if = "Option::is_none")]
    advice: Option<String>,
    /// `OpenAI`, `Anthropic`, `Gemini`.
    #[serde(skip_serializing_if = "Option::is_none")]
    provider: Option<String>,
    /// The model's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    model: Option<String>,
    /// Whether it is asked at its provider's own address.
    #[serde(skip_serializing_if = "Option::is_none")]
    is_home: Option<bool>,
    /// Micro-dollars for a million tokens of questions; none when the price is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    prompt_price: Option<u64>,
    /// Micro-dollars for a million tokens of answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    completion_price: Option<u64>,
}

/// Says which language model is configured, and asks nobody.
#[utoipa::path(get, path = "/api/llm", operation_id = "languageModel", tag = "about", responses((status = 200, body = LlmStatus), Problem))]
pub(crate) async fn language_model() -> Json<LlmStatus> {
    Json(match llm::status(None) {
        Ok(status) => LlmStatus {
            configured: true,
            advice: None,
            provider: Some(status.provider.to_owned()),
            model: Some(status.model),
            is_home: Some(status.is_home),
            prompt_price: status.price.map(|price| price.prompt),
            completion_price: status.price.map(|price| price.completion),
        },
        Err(error) => LlmStatus {
            configured: false,
            advice: Some(format!("{error}; start the server with OPENAI_API_KEY, ANTHROPIC_API_KEY, GEMINI_API_KEY or OPENAI_BASE_URL")),
            provider: None,
            model: None,
            is_home: None,
            prompt_price: None,
            completion_price: None,
        },
    })
}
