//! Runs: put into the queue, watched, stopped, and what they made.

use std::{convert::Infallible, sync::atomic::Ordering, time::Duration};

use axum::{
    Json,
    body::Body as Bytes,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    response::{
        IntoResponse, Response, Sse,
        sse::{Event, KeepAlive},
    },
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio_stream::Stream;
use tower::ServiceExt;
use tower_http::services::ServeFile;
use utoipa::ToSchema;
use wares::{
    estimate::estimate,
    job::{Job, Writer},
};

use crate::{
    app::App,
    desk::ServerDesk,
    document::JobSchema,
    extract::{Body, Path},
    id::Id,
    plans::today,
    problem::Problem,
    queue, quota,
    routes::jobs::JobAsked,
    store::{Ask, RunRow, State as Stage},
    texts,
};

/// The latest runs are listed.
const MOST_LISTED: u32 = 200;
/// How often watchers are told how far a run is.
const TELL_EVERY: Duration = Duration::from_millis(200);

/// A run that was put into the queue.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Accepted {
    /// The run's id; its events tell how far it is.
    pub(crate) id: Id,
}

/// A run.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Run {
    /// Its id.
    id: Id,
    /// A few words for people.
    title: String,
    /// The command line that does the same.
    command: String,
    /// The job, where it makes rows.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<JobSchema>)]
    job: Option<Job>,
    /// When it was asked for.
    created_at: String,
    /// Rows written; of a design, parts that are done.
    rows_done: u64,
    /// Rows of the whole run; of a design, all parts.
    rows_total: u64,
    /// Where it stands.
    #[serde(flatten)]
    stage: RunStage,
}

/// Where a run stands.
#[derive(Serialize, ToSchema)]
#[serde(tag = "state", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(crate) enum RunStage {
    /// It waits for a worker.
    Queued,
    /// It is under way.
    Running {
        /// When it began.
        started_at: Option<String>,
    },
    /// It made what was asked for.
    Done {
        /// When it began.
        started_at: Option<String>,
        /// When it ended.
        ended_at: Option<String>,
        /// What it made.
        #[serde(flatten)]
        outcome: Outcome,
    },
    /// It made nothing.
    Failed {
        /// When it ended.
        ended_at: Option<String>,
        /// Why.
        problem: Problem,
    },
    /// It was stopped, and made nothing.
    Cancelled {
        /// When it ended.
        ended_at: Option<String>,
    },
}

/// What a run made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Outcome {
    /// The files, to be had under `/api/runs/{id}/files/{name}`.
    pub(crate) files: Vec<MadeFile>,
    /// What was decided for the user.
    pub(crate) notes: Vec<String>,
    /// The template that a language model designed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) template: Option<MadeTemplate>,
}

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MadeFile {
    /// Its name.
    pub(crate) name: String,
    /// The table in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) table: Option<String>,
    /// Its rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) rows: Option<u64>,
    /// Its size.
    pub(crate) bytes: u64,
}

/// A template that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MadeTemplate {
    /// Its id.
    pub(crate) id: Id,
    /// Its version.
    pub(crate) version: u32,
}

/// Puts a job into the queue.
#[utoipa::path(post, path = "/api/runs", operation_id = "createRun", tag = "runs", request_body = JobAsked, responses((status = 202, body = Accepted), Problem))]
pub(crate) async fn create(State(app): State<App>, Body(asked): Body<JobAsked>) -> Result<Response, Problem> {
    let accepted = app.long(move |app| {
        let desk = ServerDesk(app);
        let command = asked.job.command(&desk);
        let job = asked.job.pinned(&desk)?;
        let kept = app.plans.prepare(app, job.clone(), today())?;
        let estimate = estimate(&kept.prepared)?;
        quota::for_run(app, &estimate)??;
        if let Some(budget) = kept.prepared.texts {
            texts::sound(&kept.prepared, budget)?;
        }
        let rows = estimate.tables.iter().map(|table| table.rows).sum();
        let bytes = estimate.tables.iter().map(|table| table.bytes).sum();
        accept(app, &Ask::Job(Box::new(job.clone())), &title(&job), &command, (rows, bytes))
    });
    Ok((StatusCode::ACCEPTED, Json(accepted.await?)).into_response())
}

/// Puts a run into the queue; `size` is its rows, and about how many bytes they take.
pub(crate) fn accept(app: &App, ask: &Ask, title: &str, command: &str, size: (u64, u64)) -> Result<Accepted, Problem> {
    let id = Id::new()?;
    app.store.put_run(&id, ask, title, command, &today().to_string(), size)?;
    app.queue.tell();
    Ok(Accepted { id })
}

fn title(job: &Job) -> String {
    let of = |domain: &Option<String>| domain.as_deref().map_or_else(String::new, |words| format!(": {words}"));
    match job {
        Job::Products(job) => {
            let by = if job.by == Writer::Llm { ", written by a model" } else { "" };
            format!("products{}{by}", of(&job.domain))
        }
        Job::Customers(job) => {
            format!("customers: {}", job.regions.iter().map(|region| region.code.as_str()).collect::<Vec<_>>().join(", "))
        }
        Job::Orders(_) => "orders".to_owned(),
        Job::OrderDetails(_) => "order details".to_owned(),
        Job::Shop(job) => format!("shop{}", of(&job.domain)),
    }
}

/// The latest runs, the newest first.
#[utoipa::path(get, path = "/api/runs", operation_id = "listRuns", tag = "runs", responses((status = 200, body = [Run]), Problem))]
pub(crate) async fn list(State(app): State<App>) -> Result<Json<Vec<Run>>, Problem> {
    app.blocking(|app| Ok(Json(app.store.runs(MOST_LISTED)?.into_iter().map(|row| Run::of(app, row)).collect()))).await
}

/// One run.
#[utoipa::path(get, path = "/api/runs/{id}", operation_id = "getRun", tag = "runs", params(("id" = Id, Path)), responses((status = 200, body = Run), Problem))]
pub(crate) async fn get(State(app): State<App>, Path(id): Path<Id>) -> Result<Json<Run>, Problem> {
    app.blocking(move |app| Ok(Json(found(app, &id)?))).await
}

/// Stops a run; one that is over stays as it is.
#[utoipa::path(post, path = "/api/runs/{id}/cancel", operation_id = "cancelRun", tag = "runs", params(("id" = Id, Path)), responses((status = 200, body = Run), Problem))]
pub(crate) async fn cancel(State(app): State<App>, Path(id): Path<Id>) -> Result<Json<Run>, Problem> {
    app.blocking(move |app| {
        let run = found(app, &id)?;
        // Written down first, so that a stop of the server does not bring the run back.
        app.store.end_run(&id, Stage::Cancelled, (run.rows_done, run.rows_total), &Value::Null)?;
        if let Some(progress) = app.queue.progress(&id) {
            progress.cancel.store(true, Ordering::Relaxed);
        }
        app.queue.tell();
        Ok(Json(found(app, &id)?))
    })
    .await
}

/// Removes a run that is over, with its files.
#[utoipa::path(delete, path = "/api/runs/{id}", operation_id = "deleteRun", tag = "runs", params(("id" = Id, Path)), responses((status = 204), Problem))]
pub(crate) async fn delete(State(app): State<App>, Path(id): Path<Id>) -> Result<StatusCode, Problem> {
    app.blocking(move |app| {
        let row = app.store.run(&id)?.ok_or_else(|| Problem::not_found("run", &id))?;
        if !row.state.is_over() || app.queue.progress(&id).is_some() {
            return Err(Problem::new(StatusCode::CONFLICT, "the run is not over").hint("cancel it first"));
        }
        app.store.delete_run(&id)?;
        queue::remove(app, &id);
        Ok(StatusCode::NO_CONTENT)
    })
    .await
}

/// Tells how far a run is, as server-sent events named `run` with the run as data, until it is over.
#[utoipa::path(
    get, path = "/api/runs/{id}/events", operation_id = "runEvents", tag = "runs", params(("id" = Id, Path)),
    responses((status = 200, description = "Events", body = String, content_type = "text/event-stream"), Problem)
)]
pub(crate) async fn events(State(app): State<App>, Path(id): Path<Id>) -> Result<Response, Problem> {
    let first = id.clone();
    app.blocking(move |app| found(app, &first)).await?;
    Ok(Sse::new(told(app, id)).keep_alive(KeepAlive::default()).into_response())
}

fn told(app: App, id: Id) -> impl Stream<Item = Result<Event, Infallible>> {
    let (sender, receiver) = tokio::sync::mpsc::channel(4);
    tokio::spawn(async move {
        let mut changed = app.queue.watch();
        let mut last = String::new();
        loop {
            let asked = id.clone();
            let Ok((text, over)) = app.blocking(move |app| seen(app, &asked)).await else { return };
            if text != last && sender.send(Ok(Event::default().event("run").data(&text))).await.is_err() {
                return;
            }
            last = text;
            if over {
                return;
            }
            tokio::select! {
                _ = changed.changed() => {}
                () = tokio::time::sleep(TELL_EVERY) => {}
                () = sender.closed() => return,
                () = app.stopping.cancelled() => return,
            }
        }
    });
    tokio_stream::wrappers::ReceiverStream::new(receiver)
}

/// A run as JSON, and whether it is over.
fn seen(app: &App, id: &Id) -> Result<(String, bool), Problem> {
    let run = found(app, id)?;
    let over = !matches!(run.stage, RunStage::Queued | RunStage::Running { .. });
    Ok((serde_json::to_string(&run).map_err(Problem::internal)?, over))
}

/// A file that a run made; `Range` is understood.
#[utoipa::path(
    get, path = "/api/runs/{id}/files/{name}", operation_id = "runFile", tag = "runs", params(("id" = Id, Path), ("name" = String, Path)),
    responses(
        (status = 200, description = "The file", content((String = "text/csv"), (String = "application/json"))),
        (status = 206, description = "A part of it", content((String = "text/csv"), (String = "application/json"))),
        (status = 304, description = "It is as the client knows it"), (status = 416, description = "It has no such part"), Problem
    )
)]
pub(crate) async fn file(State(app): State<App>, Path((id, name)): Path<(Id, String)>, request: Request) -> Result<Response, Problem> {
    let (asked, wanted) = (id.clone(), name.clone());
    // The name comes from the run's own list, never from the request.
    let known = app
        .blocking(move |app| {
            let row = app.store.run(&asked)?.ok_or_else(|| Problem::not_found("run", &asked))?;
            let outcome = outcome(&row);
            outcome.files.into_iter().find(|file| file.name == wanted).ok_or_else(|| Problem::not_found("file of this run", wanted))
        })
        .await?;
    let path = app.run_folder(&id).join(&known.name);
    let kind = if known.name.ends_with(".csv") { "text/csv; charset=utf-8" } else { "application/json" };
    let served = ServeFile::new(path).oneshot(request).await.map_err(Problem::internal)?;
    if served.status() == StatusCode::NOT_FOUND {
        return Err(Problem::not_found("file of this run", known.name));
    }
    let mut response = served.map(Bytes::new);
    if matches!(response.status(), StatusCode::OK | StatusCode::PARTIAL_CONTENT) {
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        let disposition = HeaderValue::from_str(&format!("attachment; filename=\"{}\"", known.name)).map_err(Problem::internal)?;
        headers.insert(header::CONTENT_DISPOSITION, disposition);
    }
    Ok(response)
}

fn found(app: &App, id: &Id) -> Result<Run, Problem> {
    let row = app.store.run(id)?.ok_or_else(|| Problem::not_found("run", id))?;
    Ok(Run::of(app, row))
}

fn outcome(row: &RunRow) -> Outcome {
    serde_json::from_value(row.outcome.clone()).unwrap_or_default()
}

impl Run {
    fn of(app: &App, row: RunRow) -> Self {
        let live = app.queue.progress(&row.id);
        let (mut rows_done, mut rows_total) = (row.rows_done, row.rows_total);
        // A worker comes to the end of its batch before a run is over.
        let state = if live.is_some() { Stage::Running } else { row.state };
        if let Some(progress) = live {
            rows_done = progress.rows.load(Ordering::Relaxed);
            rows_total = progress.rows_total.load(Ordering::Relaxed).max(rows_total);
        }
        let stage = match state {
            Stage::Queued => RunStage::Queued,
            Stage::Running => RunStage::Running { started_at: row.started_at },
            Stage::Done => RunStage::Done { outcome: outcome(&row), started_at: row.started_at, ended_at: row.ended_at },
            Stage::Failed => {
                let problem = serde_json::from_value(row.outcome["problem"].clone());
                let unknown = || Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "the reason was not kept");
                RunStage::Failed { ended_at: row.ended_at, problem: problem.unwrap_or_else(|_| unknown()) }
            }
            Stage::Cancelled => RunStage::Cancelled { ended_at: row.ended_at },
        };
        let job = if let Ask::Job(job) = row.ask { Some(*job) } else { None };
        Self { id: row.id, title: row.title, command: row.command, job, created_at: row.created_at, rows_done, rows_total, stage }
    }
}
