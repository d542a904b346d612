//! How much may be kept.

use std::{fs, path::Path};

use axum::http::StatusCode;
use wares::estimate::Estimate;

use crate::{app::App, problem::Problem};

/// Bytes of all uploads and runs.
fn used_bytes(app: &App) -> u64 {
    ["uploads", "runs"].iter().map(|part| size(&app.folder.join(part))).sum()
}

/// Bytes of all files below a folder; what vanishes meanwhile counts nothing.
fn size(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.metadata().map_or(0, |found| if found.is_dir() { size(&entry.path()) } else { found.len() })).sum()
}

/// Bytes that may still be written: what the limit leaves, and no more than the disk has.
///
/// # Errors
/// When the system does not say how much room the disk has.
pub(crate) fn room(app: &App) -> Result<u64, Problem> {
    let free = fs4::available_space(&app.folder)?;
    Ok(app.limits.disk_bytes.saturating_sub(used_bytes(app)).min(free))
}

/// Whether a run of this size may be put into the queue; the inner error says what stands in its way.
///
/// # Errors
/// When the store cannot be read.
pub(crate) fn for_run(app: &App, estimate: &Estimate) -> Result<Result<(), Problem>, Problem> {
    let rows: u64 = estimate.tables.iter().map(|table| table.rows).sum();
    let bytes: u64 = estimate.tables.iter().map(|table| table.bytes).sum();
    let limits = &app.limits;
    if rows > limits.run_rows {
        let problem =
            Problem::new(StatusCode::PAYLOAD_TOO_LARGE, format!("the run would make {rows} rows, and this server makes at most {}", limits.run_rows));
        return Ok(Err(problem.hint("ask for fewer rows, use the command line, or start the server with `--most-rows`")));
    }
    let (room, promised) = (room(app)?, app.store.promised_bytes()?);
    if promised.saturating_add(bytes) > room {
        let detail = format!("the run would take about {bytes} bytes; there is room for {room}, of which {promised} are promised to other runs");
        let hint = "remove runs or uploads, ask for fewer rows, or start the server with `--most-bytes`";
        return Ok(Err(Problem::new(StatusCode::INSUFFICIENT_STORAGE, detail).hint(hint)));
    }
    if app.store.runs_open()?.len() as u64 >= limits.open_runs {
        return Ok(Err(Problem::new(StatusCode::TOO_MANY_REQUESTS, format!("{} runs wait already", limits.open_runs)).hint("wait, or cancel some")));
    }
    Ok(Ok(()))
}
