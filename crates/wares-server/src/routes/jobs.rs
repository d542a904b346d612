//! Jobs before they are run: rows of them, what they cost, what they look like.

use std::iter;

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use wares::{
    charts,
    estimate::{Estimate, estimate},
    job::{Job, Shop, TemplateSource},
    model::{ColumnType, weighted::TextOr},
    preview,
};

use crate::{
    app::App,
    desk::ServerDesk,
    document::{ChartsSchema, EstimateSchema, GivenTemplate, JobSchema, TemplateSchema},
    extract::Body,
    options::MOST_PREVIEW_ROWS,
    plans::today,
    problem::Problem,
    routes::templates::Quote,
    texts,
};

/// The type of Arrow's streams.
const ARROW: &str = "application/vnd.apache.arrow.stream";

/// Which rows to show; either `job` or `template` is given.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct PreviewAsked {
    /// The job.
    #[serde(default)]
    #[schema(value_type = Option<JobSchema>)]
    job: Option<Job>,
    /// A template, all of whose tables can be shown.
    #[serde(default)]
    #[schema(value_type = Option<TemplateSchema>)]
    template: Option<GivenTemplate>,
    /// The table. Default: the first that comes out.
    #[serde(default)]
    table: Option<String>,
    /// The first row, from 0. Default: 0.
    #[serde(default)]
    at: u64,
    /// How many rows; at most 200. Default: 50.
    #[serde(default = "fifty")]
    #[schema(minimum = 1, maximum = 200)]
    rows: u64,
}

fn fifty() -> u64 {
    50
}

/// Rows of a table.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Preview {
    /// The table.
    table: String,
    /// The tables that can be shown, in order.
    tables: Vec<String>,
    /// The columns that come out.
    columns: Vec<PreviewColumn>,
    /// The first row shown, from 0.
    at: u64,
    /// A cell a column, as a CSV file has it; null where there is no value.
    rows: Vec<Vec<Option<String>>>,
    /// Rows of the whole table.
    rows_total: u64,
}

/// A column of a preview.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct PreviewColumn {
    /// Its name.
    name: String,
    /// Its type, as in templates.
    #[serde(rename = "type")]
    #[schema(value_type = String)]
    column_type: ColumnType,
    /// Whether rows are known by it.
    primary: bool,
    /// The table that it refers to.
    references: Option<String>,
}

/// Shows any rows of any table of a job, however large. Writes nothing.
#[utoipa::path(
    post, path = "/api/preview", operation_id = "preview", tag = "jobs", request_body = PreviewAsked,
    responses((status = 200, description = "The rows", content((Preview = "application/json"), (Vec<u8> = "application/vnd.apache.arrow.stream"))), Problem)
)]
pub(crate) async fn preview(State(app): State<App>, headers: HeaderMap, Body(asked): Body<PreviewAsked>) -> Result<Response, Problem> {
    if !(1..=MOST_PREVIEW_ROWS).contains(&asked.rows) {
        return Err(Problem::new(StatusCode::BAD_REQUEST, format!("`rows` is {}, and not from 1 to {MOST_PREVIEW_ROWS}", asked.rows)));
    }
    let arrow = headers.get(header::ACCEPT).is_some_and(|accept| accept.as_bytes().starts_with(ARROW.as_bytes()));
    app.blocking(move |app| {
        let job = match (asked.job, asked.template) {
            (Some(job), None) => job,
            (None, Some(template)) => {
                let template = TextOr(TemplateSource::Inline(Box::new(template.read()?)));
                Job::Shop(Shop { template: Some(template), ..Shop::default() })
            }
            _ => return Err(Problem::new(StatusCode::BAD_REQUEST, "give either `job` or `template`")),
        };
        let kept = app.plans.prepare(app, job, today())?;
        let tables = kept.prepared.tables.clone();
        let table = asked.table.or_else(|| tables.first().cloned()).unwrap_or_default();
        let plan = app.plans.table(&kept, &table)?;
        if arrow {
            return Ok(([(header::CONTENT_TYPE, ARROW)], preview::arrow(&plan, asked.at, asked.rows)?).into_response());
        }
        let page = preview::page(&plan, asked.at, asked.rows)?;
        let columns = page.columns.into_iter().map(|column| PreviewColumn {
            name: column.name,
            column_type: column.column_type,
            primary: column.primary,
            references: column.references,
        });
        let (columns, rows, rows_total) = (columns.collect(), page.rows, page.rows_total);
        Ok(Json(Preview { table, tables, columns, at: asked.at, rows, rows_total }).into_response())
    })
    .await
}

/// A job.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct JobAsked {
    /// The job.
    #[schema(value_type = JobSchema)]
    pub(crate) job: Job,
}

/// What a job would make.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Planned {
    /// Tables, relations, seconds, notes.
    #[serde(flatten)]
    #[schema(value_type = EstimateSchema)]
    estimate: Estimate,
    /// The command line that does the same.
    command: String,
    /// What stands in the way of running it here, such as a limit.
    warnings: Vec<String>,
    /// What a language model would be asked, where one writes names and descriptions.
    #[serde(skip_serializing_if = "Option::is_none")]
    quote: Option<Quote>,
}

/// Says what a job would make and cost, and the command line that does the same.
#[utoipa::path(post, path = "/api/jobs/plan", operation_id = "planJob", tag = "jobs", request_body = JobAsked, responses((status = 200, body = Planned), Problem))]
pub(crate) async fn plan(State(app): State<App>, Body(asked): Body<JobAsked>) -> Result<Json<Planned>, Problem> {
    app.long(move |app| {
        let command = asked.job.command(&ServerDesk(app));
        let kept = app.plans.prepare(app, asked.job, today())?;
        let estimate = estimate(&kept.prepared)?;
        let mut warnings: Vec<String> = crate::quota::for_run(app, &estimate)?.err().into_iter().map(|problem| problem.detail).collect();
        let quote = match kept.prepared.texts.map(|_| texts::quote(&kept.prepared)).transpose()? {
            Some(Ok(quote)) => Some(Quote::from(quote)),
            Some(Err(problem)) => {
                warnings.extend(iter::once(problem.detail).chain(problem.hint));
                None
            }
            None => None,
        };
        Ok(Json(Planned { estimate, command, warnings, quote }))
    })
    .await
}

/// Series for charts of a job, from rows spread over its tables.
#[utoipa::path(post, path = "/api/jobs/charts", operation_id = "chartJob", tag = "jobs", request_body = JobAsked, responses((status = 200, body = ChartsSchema), Problem))]
pub(crate) async fn charts(State(app): State<App>, Body(asked): Body<JobAsked>) -> Result<Json<charts::Charts>, Problem> {
    app.long(move |app| {
        let kept = app.plans.prepare(app, asked.job, today())?;
        Ok(Json(charts::charts(&kept.prepared)?))
    })
    .await
}
