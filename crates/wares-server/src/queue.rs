//! Runs are carried out one after the other by a few workers, and come after everything else that the server does. Start at [`work`].
//!
//! What is to be done stands in the store, so that a stop of the server loses nothing: runs that were under way go back into the queue
//! and go on from their last checkpoint.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError, atomic::Ordering},
    time::Duration,
};

use axum::http::StatusCode;
use serde_json::{Value, json};
use tokio::sync::{Notify, watch};
use wares::{
    Error,
    run::{Options, Progress},
};

use crate::{
    app::App,
    design,
    id::Id,
    priority::behind,
    problem::Problem,
    routes::runs::{MadeFile, Outcome},
    store::{Ask, RunRow, State},
    texts,
};

/// Runs under way, and who waits for news of them.
pub(crate) struct Queue {
    live: Mutex<HashMap<Id, Arc<Progress>>>,
    /// Told when a run is put into the queue.
    filled: Notify,
    /// Counts changes of states.
    changed: watch::Sender<u64>,
}

impl Default for Queue {
    fn default() -> Self {
        Self { live: Mutex::default(), filled: Notify::new(), changed: watch::Sender::new(0) }
    }
}

impl Queue {
    /// How far a run under way is.
    pub(crate) fn progress(&self, id: &Id) -> Option<Arc<Progress>> {
        self.live.lock().unwrap_or_else(PoisonError::into_inner).get(id).cloned()
    }

    /// Tells workers and watchers that something changed.
    pub(crate) fn tell(&self) {
        self.filled.notify_one();
        self.changed.send_modify(|count| *count += 1);
    }

    /// Told whenever the state of a run changes.
    pub(crate) fn watch(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }

    /// Stops all runs under way, without ending them for good.
    pub(crate) fn interrupt(&self) {
        self.live.lock().unwrap_or_else(PoisonError::into_inner).values().for_each(|progress| progress.cancel.store(true, Ordering::Relaxed));
    }

    fn begin(&self, id: &Id) -> (Arc<Progress>, usize) {
        let progress = Arc::new(Progress::default());
        let mut live = self.live.lock().unwrap_or_else(PoisonError::into_inner);
        live.insert(id.clone(), Arc::clone(&progress));
        (progress, live.len())
    }

    fn end(&self, id: &Id) {
        self.live.lock().unwrap_or_else(PoisonError::into_inner).remove(id);
    }
}

/// Takes runs from the queue until the server stops.
pub(crate) async fn work(app: App) {
    while !app.stopping.is_cancelled() {
        let taken = app.blocking(|app| Ok(app.store.take_run()?)).await;
        match taken {
            Ok(Some(row)) => {
                app.queue.tell();
                one(&app, row).await;
                app.queue.tell();
            }
            Ok(None) => {
                tokio::select! {
                    () = app.queue.filled.notified() => {}
                    () = app.stopping.cancelled() => {}
                }
            }
            // The store said in the log what is wrong; it may be well again soon.
            Err(_) => tokio::time::sleep(Duration::from_secs(1)).await,
        }
    }
}

/// Carries one run out and writes down what came of it.
async fn one(app: &App, row: RunRow) {
    let id = row.id.clone();
    let (progress, together) = app.queue.begin(&id);
    // The stop may have come between taking the run and beginning it.
    progress.cancel.fetch_or(app.stopping.is_cancelled(), Ordering::Relaxed);
    tracing::info!(run = %id, title = row.title, "a run begins");
    let (inner, watched) = (app.clone(), Arc::clone(&progress));
    let made = tokio::task::spawn_blocking(move || behind(|| carry_out(&inner, &row, together, &watched))).await;
    let made = made.unwrap_or_else(|panic| Err(Problem::internal(panic)));
    let rows = (progress.rows.load(Ordering::Relaxed), progress.rows_total.load(Ordering::Relaxed));
    let (state, outcome) = match made {
        Ok(outcome) => (State::Done, serde_json::to_value(outcome).unwrap_or(Value::Null)),
        Err(_) if app.stopping.is_cancelled() => {
            app.queue.end(&id);
            return;
        }
        Err(_) if progress.cancel.load(Ordering::Relaxed) => (State::Cancelled, Value::Null),
        Err(problem) => (State::Failed, json!({ "problem": problem })),
    };
    tracing::info!(run = %id, state = state.name(), rows = rows.0, "a run ended");
    app.metrics.runs.get_or_create(&crate::metrics::Ended { state: state.name() }).inc();
    app.metrics.rows.inc_by(rows.0);
    let written = app.clone();
    let ended = id.clone();
    let outcome = app
        .blocking(move |app| {
            let is_last_word = written.store.end_run(&ended, state, rows, &outcome)?;
            // What was not finished is of no use; what is finished stays, unless it was cancelled meanwhile.
            if state != State::Done || !is_last_word {
                remove(app, &ended);
            }
            Ok(())
        })
        .await;
    if let Err(problem) = outcome {
        tracing::error!(run = %id, problem = problem.detail, "the end of a run could not be written down");
    }
    app.queue.end(&id);
}

/// Removes the files of a run.
pub(crate) fn remove(app: &App, id: &Id) {
    let folder = app.run_folder(id);
    if let Err(error) = std::fs::remove_dir_all(&folder)
        && error.kind() != std::io::ErrorKind::NotFound
    {
        tracing::warn!(run = %id, %error, "the files of a run could not be removed");
    }
}

fn carry_out(app: &App, row: &RunRow, together: usize, progress: &Progress) -> Result<Outcome, Problem> {
    // It may have been cancelled between leaving the queue and beginning.
    let is_over = app.store.run(&row.id)?.is_none_or(|row| row.state.is_over());
    progress.cancel.fetch_or(is_over, Ordering::Relaxed);
    match &row.ask {
        Ask::Design(asked) => design::carry_out(app, asked, progress),
        Ask::Job(job) => {
            let today = row.today.parse().map_err(Problem::internal)?;
            let kept = app.plans.prepare(app, (**job).clone(), today)?;
            let (prepared, folder) = (&kept.prepared, app.run_folder(&row.id));
            let (made, spent) = match prepared.texts {
                Some(budget) => {
                    let (made, spent) = texts::carry_out(prepared, budget, &folder, progress)?;
                    (vec![made], spent)
                }
                None => {
                    let cores = std::thread::available_parallelism().map_or(1, usize::from);
                    let options = Options { threads: (cores / together.max(1)).max(1), ..Options::default() };
                    (wares::resume::run(prepared, &folder, &options, progress).map_err(told)?, Vec::new())
                }
            };
            let file = |made: &wares::run::Made| MadeFile {
                name: made.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default(),
                table: Some(made.table.clone()),
                rows: Some(made.rows),
                bytes: made.bytes,
            };
            let mut files: Vec<MadeFile> = made.iter().map(file).collect();
            let beside = made.iter().map(|made| format!("{}.csv.manifest.json", made.table));
            for name in ["manifest.json".to_owned(), "rejects.csv".to_owned()].into_iter().chain(beside) {
                if let Ok(found) = std::fs::metadata(folder.join(&name)) {
                    files.push(MadeFile { name, table: None, rows: None, bytes: found.len() });
                }
            }
            Ok(Outcome { files, notes: prepared.notes.iter().cloned().chain(spent).collect(), template: None })
        }
    }
}

/// An error of a run, which its owner may read: what the system says, and no path of ours.
fn told(error: Error) -> Problem {
    match error {
        Error::Write { source, .. } => Problem::new(StatusCode::INSUFFICIENT_STORAGE, format!("writing the files failed: {source}")),
        other => other.into(),
    }
}
