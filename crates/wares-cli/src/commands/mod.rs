//! One file a verb.

pub(crate) mod customers;
pub(crate) mod import;
pub(crate) mod list;
pub(crate) mod llm;
pub(crate) mod model;
pub(crate) mod orders;
pub(crate) mod plan;
pub(crate) mod preview;
pub(crate) mod products;
pub(crate) mod shop;
pub(crate) mod template;
mod watched;

use std::io::{self, Write};

use anyhow::Context;

/// Tells on standard error what was decided for the user.
pub(crate) fn note(notes: impl IntoIterator<Item = String>) {
    for note in notes {
        eprintln!("note: {note}");
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
