//! What can go wrong, and whose fault it is.

use std::{io, path::PathBuf};

use wares_design::ModelError;
use wares_engine::PlanError;
use wares_model::Problem;

/// Why nothing, or not everything, was made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The input is at fault; each problem has its place.
    #[error("`{subject}` has {} problem{}", .problems.len(), if .problems.len() == 1 { "" } else { "s" })]
    Input {
        /// What was read: a file, an argument.
        subject: String,
        /// In the order of the document.
        problems: Vec<Problem>,
    },
    /// The template is sound and asks for what cannot be.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// The language model gives no answer; the message says why.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// The rows asked for lie outside the table.
    #[error("table `{table}` has {rows} rows, from 0 to {}; there is no row {at}", rows - 1)]
    NoSuchRow {
        /// The table.
        table: String,
        /// Its rows.
        rows: u64,
        /// The row asked for.
        at: u64,
    },
    /// The place to write to cannot be used.
    #[error("cannot write to `{}`: {reason}", .path.display())]
    Unwritable {
        /// The folder or file.
        path: PathBuf,
        /// Why.
        reason: String,
    },
    /// Writing began and did not end; nothing stands under the final names.
    #[error("writing `{}` failed: {source}; nothing was left behind", .path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A language model left rows unwritten; none of the others is lost.
    #[error("{made} of {rows} rows were made{}: {reason}", listed(.missing))]
    Unfinished {
        /// Rows that were made.
        made: u64,
        /// Rows asked for.
        rows: u64,
        /// Places of those that were asked for in vain, from 0.
        missing: Vec<u64>,
        /// The file with those that were made.
        partial: PathBuf,
        /// Why there are no more.
        reason: String,
    },
    /// The user stopped the run; nothing stands under the final names.
    #[error("stopped; nothing was left behind")]
    Cancelled,
}

impl Error {
    /// Whether the input is at fault (exit code 2) rather than we or the machine (1).
    pub fn is_input(&self) -> bool {
        match self {
            Self::Model(error) => matches!(error, ModelError::NotConfigured | ModelError::Refused { .. } | ModelError::Budget { .. }),
            Self::Input { .. } | Self::Plan(_) | Self::NoSuchRow { .. } | Self::Unwritable { .. } => true,
            Self::Write { .. } | Self::Unfinished { .. } | Self::Cancelled => false,
        }
    }
}

/// The first of some rows, in words.
fn listed(missing: &[u64]) -> String {
    const SHOWN: usize = 8;
    if missing.is_empty() {
        return String::new();
    }
    let rows: Vec<String> = missing.iter().take(SHOWN).map(u64::to_string).collect();
    let more = if missing.len() > SHOWN { format!(" and {} more", missing.len() - SHOWN) } else { String::new() };
    format!("; missing are the rows {}{more}", rows.join(", "))
}
