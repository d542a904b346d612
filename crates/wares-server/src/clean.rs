//! Removes what nobody needs any more: runs that ended long ago, files that no row knows.

use std::{collections::BTreeSet, fs, time::Duration};

use crate::{app::App, id::Id, problem::Problem, queue};

/// How often is looked.
const EVERY: Duration = Duration::from_secs(3_600);

/// Looks now and then until the server stops.
pub(crate) async fn work(app: App) {
    loop {
        if let Err(problem) = app.long(old_runs).await {
            tracing::warn!(problem = problem.detail, "old runs could not be removed");
        }
        tokio::select! {
            () = tokio::time::sleep(EVERY) => {}
            () = app.stopping.cancelled() => return,
        }
    }
}

/// Removes runs that have been over for longer than the limit.
fn old_runs(app: &App) -> Result<(), Problem> {
    let limit = jiff::Timestamp::now() - jiff::SignedDuration::from_hours(24 * i64::from(app.limits.keep_days));
    for id in app.store.runs_ended_before(&limit.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())? {
        app.store.delete_run(&id)?;
        queue::remove(app, &id);
        tracing::info!(run = %id, "an old run was removed");
    }
    Ok(())
}

/// Removes folders that nobody needs: uploads that a stop of the server cut, runs that were cancelled or removed when it stopped. Nothing else may be
/// under way.
pub(crate) fn strays(app: &App) -> Result<(), Problem> {
    let uploads = app.store.uploads()?.into_iter().map(|row| row.id);
    stray(app, "uploads", &uploads.collect())?;
    stray(app, "runs", &app.store.runs_with_files()?.into_iter().collect())
}

fn stray(app: &App, part: &str, known: &BTreeSet<Id>) -> Result<(), Problem> {
    for entry in fs::read_dir(app.folder.join(part))?.flatten() {
        let id = entry.file_name().to_str().and_then(|name| name.parse::<Id>().ok());
        // What has no id for a name is none of ours.
        if id.is_some_and(|id| !known.contains(&id)) {
            fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}
