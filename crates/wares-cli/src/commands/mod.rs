//! One file a verb.

pub(crate) mod check;
pub(crate) mod customers;
pub(crate) mod import;
pub(crate) mod list;
pub(crate) mod llm;
pub(crate) mod model;
pub(crate) mod orders;
pub(crate) mod plan;
pub(crate) mod preview;
pub(crate) mod products;
#[cfg(feature = "serve")]
pub(crate) mod serve;
pub(crate) mod shop;
pub(crate) mod template;
mod watched;

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use anyhow::Context;
use wares::{
    job::{Job, Prepared},
    run::TableOut,
};

use self::watched::watched;
use crate::{
    args::{RunArgs, current_day},
    desk::Disk,
    report::say,
};

/// Finds and checks everything that a job needs, and tells what was decided for the user.
fn prepare(job: &Job) -> anyhow::Result<Prepared> {
    let prepared = job.prepare(&Disk, current_day()?)?;
    note(prepared.notes.iter().cloned());
    Ok(prepared)
}

/// Makes tables, each into a file; `-` is standard output.
fn make(prepared: &Prepared, outs: &[(&str, &PathBuf)], run: &RunArgs) -> anyhow::Result<()> {
    let out = |(table, path): &(&str, &PathBuf)| TableOut { table: (*table).to_owned(), path: is_file(path).then(|| (*path).clone()) };
    let outs: Vec<TableOut> = outs.iter().map(out).collect();
    watched(run.progress, |progress| wares::run::tables(&prepared.template, &prepared.checked, &outs, &run.options(), progress))
}

/// Whether this is no standard output.
fn is_file(path: &Path) -> bool {
    path != Path::new("-")
}

/// Tells on standard error what was decided for the user.
pub(crate) fn note(notes: impl IntoIterator<Item = String>) {
    for note in notes {
        say(&format!("note: {note}\n"));
    }
}

/// Writes data to standard output.
///
/// # Errors
/// When standard output is closed before all is written.
pub(crate) fn print(bytes: &[u8]) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(bytes).and_then(|()| out.flush()).context("standard output was closed before everything was written")
}
