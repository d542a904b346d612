//! A run with its progress on standard error; Ctrl-C stops it.

use std::{
    io::IsTerminal,
    sync::{Arc, atomic::Ordering, mpsc},
    thread,
    time::{Duration, Instant},
};

use anyhow::Context;
use indicatif::{HumanBytes, HumanCount, ProgressBar, ProgressStyle};
use wares::{
    Error,
    run::{Made, Progress},
};

use crate::{args::ProgressForm, report::say};

/// Carries a run out, shows how far it is, and says at the end what was made.
///
/// # Errors
/// Those of the run.
pub(crate) fn watched(form: ProgressForm, run: impl FnOnce(&Progress) -> Result<Vec<Made>, Error>) -> anyhow::Result<()> {
    let started = Instant::now();
    let progress = Arc::new(Progress::default());
    let stop = Arc::clone(&progress);
    ctrlc::set_handler(move || stop.cancel.store(true, Ordering::Relaxed)).context("cannot listen for Ctrl-C")?;
    let (done, finished) = mpsc::channel::<()>();
    let seen = Arc::clone(&progress);
    let watcher = thread::spawn(move || watch(form, &seen, &finished));
    let outcome = run(&progress);
    drop(done);
    watcher.join().ok();
    summary(&outcome?, form, started.elapsed());
    Ok(())
}

/// Shows progress until the run is over.
fn watch(form: ProgressForm, progress: &Progress, finished: &mpsc::Receiver<()>) {
    let bar = match form {
        ProgressForm::Auto if std::io::stderr().is_terminal() => ProgressBar::new(0),
        _ => ProgressBar::hidden(),
    };
    if let Ok(style) = ProgressStyle::with_template("{wide_bar} {human_pos} of {human_len} rows, {eta} left") {
        bar.set_style(style);
    }
    let json = |state: &str| {
        if form == ProgressForm::Json {
            let (rows, total) = (progress.rows.load(Ordering::Relaxed), progress.rows_total.load(Ordering::Relaxed));
            say(&format!("{}\n", serde_json::json!({ "state": state, "rows": rows, "rows_total": total })));
        }
    };
    while finished.recv_timeout(Duration::from_millis(200)) == Err(mpsc::RecvTimeoutError::Timeout) {
        bar.set_length(progress.rows_total.load(Ordering::Relaxed));
        bar.set_position(progress.rows.load(Ordering::Relaxed));
        json("running");
    }
    bar.finish_and_clear();
    json("ended");
}

fn summary(made: &[Made], form: ProgressForm, took: Duration) {
    if form == ProgressForm::Json || made.is_empty() {
        return;
    }
    let width = made.iter().map(|file| file.path.display().to_string().len()).max().unwrap_or(0);
    for file in made {
        say(&format!(
            "{:width$}  {:>14} rows  {:>11}\n",
            file.path.display().to_string(),
            HumanCount(file.rows).to_string(),
            HumanBytes(file.bytes).to_string()
        ));
    }
    say(&format!("done in {:.2} s; the manifest beside them tells how they were made\n", took.as_secs_f64()));
}
