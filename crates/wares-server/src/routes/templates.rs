//! Templates: made of words, kept with all their versions.

use axum::{
    Json,
    body::Body as Bytes,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use wares::{
    import, llm,
    model::{Template, check::MOST_ROWS},
    quote::ModelQuote,
};

use crate::{
    app::App,
    design,
    document::{GivenTemplate, TemplateSchema},
    extract::{Body, Path},
    id::Id,
    plans::today,
    problem::{Finding, Problem},
    routes::runs::{Accepted, accept},
    store::{Ask, TemplateRow, VersionRow},
};

/// Words for a template.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct DesignAsked {
    /// What the shop sells, in words.
    pub(crate) domain: String,
    /// A narrower kind, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) variant: Option<String>,
    /// Columns wanted beyond the usual ones, by comma or `;`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) wishes: Option<String>,
    /// Rows of the products table. Default: 500.
    #[serde(default = "five_hundred")]
    pub(crate) rows: u64,
    /// Who designs it. Default: the built-in packs.
    #[serde(default)]
    pub(crate) by: By,
    /// The model may use so many tokens. Default: no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) most_tokens: Option<u64>,
    /// The model may cost so many micro-dollars. Default: no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) most_micro_dollars: Option<u64>,
}

/// Who designs a template, or understands instructions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) enum By {
    /// The built-in packs and grammar.
    #[default]
    Pack,
    /// The language model of the server's environment.
    Llm,
}

fn five_hundred() -> u64 {
    500
}

impl DesignAsked {
    /// The model and its limits.
    pub(crate) fn wanted(&self) -> llm::Wanted {
        let budget = llm::Budget { tokens: self.most_tokens, micro_dollars: self.most_micro_dollars };
        llm::Wanted { budget, ..llm::Wanted::default() }
    }
}

/// A template that is kept.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Kept {
    /// Its id.
    id: Id,
    /// Its version, from 1.
    version: u32,
    /// Its name.
    name: String,
    /// When this version was kept.
    created_at: String,
    /// The template.
    #[schema(value_type = TemplateSchema)]
    template: Value,
    /// What was decided for the user.
    notes: Vec<String>,
    /// All that is wrong with it; it is kept all the same.
    problems: Vec<Finding>,
    /// What a language model's design took.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<Object>)]
    report: Option<Value>,
}

/// A version, without the template itself.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Version {
    /// The template's id.
    id: Id,
    /// The version, from 1.
    version: u32,
    /// The template's name.
    name: String,
    /// When it was kept.
    created_at: String,
}

/// A template to be kept.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Changed {
    /// The template.
    #[schema(value_type = TemplateSchema)]
    template: GivenTemplate,
}

/// Something to make a template of; either `template` or `upload` is given.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Imported {
    /// A template that was taken away as a file.
    #[serde(default)]
    #[schema(value_type = Option<TemplateSchema>)]
    template: Option<GivenTemplate>,
    /// An uploaded file: rows, a schema, or a template.
    #[serde(default)]
    upload: Option<Id>,
    /// Rows of each table. Default: those of the file, or 200.
    #[serde(default)]
    rows: Option<u64>,
    /// What is sold, in words.
    #[serde(default)]
    category: Option<String>,
}

/// What a language model's work would take.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Quote {
    /// The model that would be asked.
    model: String,
    /// Calls, when every first answer holds.
    calls: u64,
    /// Tokens of questions and answers, about.
    tokens: u64,
    /// Micro-dollars, about; none when the price is not known.
    micro_dollars: Option<u64>,
    /// Seconds, about.
    seconds: u64,
    /// Why a person should agree first; none where it is little.
    #[serde(skip_serializing_if = "Option::is_none")]
    confirm: Option<String>,
}

impl From<ModelQuote> for Quote {
    fn from(quote: ModelQuote) -> Self {
        Self {
            model: quote.model,
            calls: quote.work.calls,
            tokens: quote.work.prompt_tokens + quote.work.completion_tokens,
            micro_dollars: quote.micro_dollars,
            seconds: quote.seconds,
            confirm: quote.confirm,
        }
    }
}

/// Makes a template of words and keeps it. A language model's work is a run.
#[utoipa::path(
    post, path = "/api/templates", operation_id = "createTemplate", tag = "templates", request_body = DesignAsked,
    responses((status = 201, body = Kept), (status = 202, body = Accepted, description = "A model designs it; see the run"), Problem)
)]
pub(crate) async fn create(State(app): State<App>, Body(asked): Body<DesignAsked>) -> Result<Response, Problem> {
    within_rows(asked.rows)?;
    if asked.by == By::Llm {
        let accepted = app
            .blocking(move |app| {
                design::configured(&asked)?;
                let title = format!("template: {}", asked.domain);
                accept(app, &Ask::Design(asked.clone()), &title, &command(&asked), (design::PARTS, 0))
            })
            .await?;
        return Ok((StatusCode::ACCEPTED, Json(accepted)).into_response());
    }
    let kept = app.blocking(move |app| {
        let (template, notes) = wares::products::template(&asked.domain, asked.variant.as_deref(), asked.wishes.as_deref(), asked.rows)?;
        keep(app, &Id::new()?, &template, &notes)
    });
    Ok((StatusCode::CREATED, Json(kept.await?)).into_response())
}

fn within_rows(rows: u64) -> Result<(), Problem> {
    if (1..=MOST_ROWS).contains(&rows) {
        return Ok(());
    }
    Err(Problem::new(StatusCode::BAD_REQUEST, format!("`rows` is {rows}, and not from 1 to {MOST_ROWS}")))
}

fn command(asked: &DesignAsked) -> String {
    let quoted = |text: &str| format!("'{}'", text.replace('\'', r"'\''"));
    let option = |name: &str, value: &Option<String>| value.as_deref().map_or_else(String::new, |value| format!(" {name} {}", quoted(value)));
    let (variant, wishes) = (option("--variant", &asked.variant), option("--require", &asked.wishes));
    format!("wares template {}{variant}{wishes} --rows {} --by llm --out template.json", quoted(&asked.domain), asked.rows)
}

/// Says what a language model's design would take.
#[utoipa::path(post, path = "/api/templates/quote", operation_id = "quoteTemplate", tag = "templates", request_body = DesignAsked, responses((status = 200, body = Quote), Problem))]
pub(crate) async fn quote(State(app): State<App>, Body(asked): Body<DesignAsked>) -> Result<Json<Quote>, Problem> {
    within_rows(asked.rows)?;
    app.blocking(move |_| {
        let (variant, wishes) = (asked.variant.as_deref(), asked.wishes.as_deref());
        Ok(Json(wares::quote::design(&asked.domain, variant, wishes, &[], asked.rows, None)?.into()))
    })
    .await
}

/// The latest version of each template, the newest first.
#[utoipa::path(get, path = "/api/templates", operation_id = "listTemplates", tag = "templates", responses((status = 200, body = [Version]), Problem))]
pub(crate) async fn list(State(app): State<App>) -> Result<Json<Vec<Version>>, Problem> {
    let rows = app.blocking(|app| Ok(app.store.templates()?));
    Ok(Json(rows.await?.into_iter().map(Version::from).collect()))
}

/// The latest version of a template.
#[utoipa::path(get, path = "/api/templates/{id}", operation_id = "getTemplate", tag = "templates", params(("id" = Id, Path)), responses((status = 200, body = Kept), Problem))]
pub(crate) async fn get(State(app): State<App>, Path(id): Path<Id>) -> Result<Json<Kept>, Problem> {
    app.blocking(move |app| Ok(Json(Kept::of(found(app, &id, None)?)))).await
}

/// Keeps a new version of a template.
#[utoipa::path(
    put, path = "/api/templates/{id}", operation_id = "putTemplate", tag = "templates", params(("id" = Id, Path)), request_body = Changed,
    responses((status = 200, body = Kept), Problem)
)]
pub(crate) async fn put(State(app): State<App>, Path(id): Path<Id>, Body(changed): Body<Changed>) -> Result<Json<Kept>, Problem> {
    app.blocking(move |app| {
        found(app, &id, None)?;
        Ok(Json(keep(app, &id, &changed.template.read()?, &[])?))
    })
    .await
}

/// Forgets a template with all its versions.
#[utoipa::path(delete, path = "/api/templates/{id}", operation_id = "deleteTemplate", tag = "templates", params(("id" = Id, Path)), responses((status = 204), Problem))]
pub(crate) async fn delete(State(app): State<App>, Path(id): Path<Id>) -> Result<StatusCode, Problem> {
    app.blocking(move |app| match app.store.delete_template(&id)? {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(Problem::not_found("template", id)),
    })
    .await
}

/// All versions of a template, the newest first.
#[utoipa::path(get, path = "/api/templates/{id}/versions", operation_id = "listVersions", tag = "templates", params(("id" = Id, Path)), responses((status = 200, body = [Version]), Problem))]
pub(crate) async fn versions(State(app): State<App>, Path(id): Path<Id>) -> Result<Json<Vec<Version>>, Problem> {
    app.blocking(move |app| {
        let rows = app.store.versions(&id)?;
        if rows.is_empty() {
            return Err(Problem::not_found("template", id));
        }
        Ok(Json(rows.into_iter().map(Version::from).collect()))
    })
    .await
}

/// One version of a template.
#[utoipa::path(
    get, path = "/api/templates/{id}/versions/{version}", operation_id = "getVersion", tag = "templates", params(("id" = Id, Path), ("version" = u32, Path)),
    responses((status = 200, body = Kept), Problem)
)]
pub(crate) async fn version(State(app): State<App>, Path((id, version)): Path<(Id, u32)>) -> Result<Json<Kept>, Problem> {
    app.blocking(move |app| Ok(Json(Kept::of(found(app, &id, Some(version))?)))).await
}

/// The latest version of a template as a file to take away.
#[utoipa::path(
    get, path = "/api/templates/{id}/file", operation_id = "templateFile", tag = "templates", params(("id" = Id, Path)),
    responses((status = 200, body = inline(TemplateSchema), content_type = "application/json"), Problem)
)]
pub(crate) async fn file(State(app): State<App>, Path(id): Path<Id>) -> Result<Response, Problem> {
    app.blocking(move |app| {
        let row = found(app, &id, None)?;
        let template = wares::load_value(row.document, &row.name)?;
        let text = serde_json::to_string_pretty(&template).map_err(Problem::internal)? + "\n";
        let disposition = format!("attachment; filename=\"{}.json\"", crate::routes::uploads::sanitised(&row.name));
        let headers = [(header::CONTENT_TYPE, "application/json".to_owned()), (header::CONTENT_DISPOSITION, disposition)];
        Ok((headers, Bytes::from(text)).into_response())
    })
    .await
}

/// Keeps a template that was taken away, or makes one of an upload: rows, SQL, JSON Schema, a data package.
#[utoipa::path(post, path = "/api/templates/import", operation_id = "importTemplate", tag = "templates", request_body = Imported, responses((status = 201, body = Kept), Problem))]
pub(crate) async fn import_one(State(app): State<App>, Body(given): Body<Imported>) -> Result<Response, Problem> {
    let kept = app.long(move |app| {
        let (template, notes) = match (&given.template, &given.upload) {
            (Some(template), None) => (template.read()?, Vec::new()),
            (None, Some(upload)) => of_upload(app, upload, &given)?,
            _ => return Err(Problem::new(StatusCode::BAD_REQUEST, "give either `template` or `upload`")),
        };
        keep(app, &Id::new()?, &template, &notes)
    });
    Ok((StatusCode::CREATED, Json(kept.await?)).into_response())
}

fn of_upload(app: &App, upload: &Id, given: &Imported) -> Result<(Template, Vec<String>), Problem> {
    let row = app.store.upload(upload)?.ok_or_else(|| Problem::not_found("upload", upload))?;
    let path = app.upload_folder(upload).join(&row.name);
    if let Some(template) = template_in(&path, &row.name) {
        return Ok((template?, Vec::new()));
    }
    if let Some(rows) = given.rows {
        within_rows(rows)?;
    }
    let wanted = import::Wanted { form: None, rows: given.rows, category: given.category.clone(), name: Some(row.name) };
    let draft = import::file(&path, &wanted)?;
    Ok((draft.template, draft.notes))
}

/// The template that the file holds, where it is one: a short document with `tables`.
fn template_in(path: &std::path::Path, name: &str) -> Option<Result<Template, wares::Error>> {
    let short = std::fs::metadata(path).is_ok_and(|found| found.len() <= crate::options::MOST_BODY_BYTES as u64);
    let text = std::fs::read_to_string(path).ok().filter(|_| short)?;
    let value = wares::model::read::value(&text).ok()?;
    (value.get("tables").is_some() && value.get("version").is_some()).then(|| wares::load_value(value, name))
}

fn found(app: &App, id: &Id, version: Option<u32>) -> Result<TemplateRow, Problem> {
    app.store.template(id, version)?.ok_or_else(|| Problem::not_found(if version.is_some() { "such version of template" } else { "template" }, id))
}

/// Keeps a template, whatever is wrong with it.
fn keep(app: &App, id: &Id, template: &Template, notes: &[String]) -> Result<Kept, Problem> {
    let document = serde_json::to_value(template).map_err(Problem::internal)?;
    app.store.put_template(id, &template.name, &document, notes, None)?;
    Ok(Kept::of(found(app, id, None)?))
}

impl Kept {
    fn of(row: TemplateRow) -> Self {
        let TemplateRow { id, version, name, document, mut notes, report, created_at } = row;
        let mut problems = Vec::new();
        match wares::load_value(document.clone(), &name) {
            Ok(template) => {
                let (found, more) = crate::routes::work::checked(&template, today());
                problems = found;
                notes.extend(
                    more.into_iter().map(|note| if note.place.is_empty() { note.message } else { format!("{}: {}", note.place, note.message) }),
                );
            }
            Err(error) => problems.extend(Problem::from(error).problems),
        }
        Self { id, version, name, created_at, template: document, notes, problems, report }
    }
}

impl From<VersionRow> for Version {
    fn from(row: VersionRow) -> Self {
        Self { id: row.id, version: row.version, name: row.name, created_at: row.created_at }
    }
}
