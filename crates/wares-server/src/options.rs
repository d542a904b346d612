//! How the server is started, and what it allows.

use std::{net::SocketAddr, path::PathBuf};

/// How the server is started.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where it listens.
    pub bind: SocketAddr,
    /// The folder that holds everything it keeps.
    pub data: PathBuf,
    /// What clients must show; needed to listen elsewhere than on this machine.
    pub token: Option<String>,
    /// Names under which browsers may reach it, beside `localhost` and addresses.
    pub hosts: Vec<String>,
    /// Runs at once; at least 1.
    pub workers: usize,
    /// What it allows.
    pub limits: Limits,
}

/// What the server allows.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// Bytes of all uploads and runs together.
    pub disk_bytes: u64,
    /// Bytes of one upload.
    pub upload_bytes: u64,
    /// Uploads kept at a time.
    pub uploads: u64,
    /// Rows of one run, over all its tables.
    pub run_rows: u64,
    /// Runs that wait or are under way.
    pub open_runs: u64,
    /// Days after which runs that are over are removed.
    pub keep_days: u32,
}

/// Bytes of a JSON body.
pub(crate) const MOST_BODY_BYTES: usize = 8 * 1024 * 1024;
/// Rows of a preview.
pub(crate) const MOST_PREVIEW_ROWS: u64 = 200;

impl Default for Limits {
    fn default() -> Self {
        const GIB: u64 = 1 << 30;
        Self { disk_bytes: 100 * GIB, upload_bytes: 16 * GIB, uploads: 1_000, run_rows: 10_000_000_000, open_runs: 1_000, keep_days: 30 }
    }
}

/// Why the server does not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// Everybody could reach it.
    #[error("`{bind}` can be reached from other machines, and there is no token; give `--token-file FILE` or set WARES_TOKEN, or bind to 127.0.0.1")]
    NoToken {
        /// The address.
        bind: SocketAddr,
    },
    /// The token can be guessed.
    #[error("the token has {length} characters; it needs 16 or more, without spaces: `openssl rand -hex 32` makes one")]
    WeakToken {
        /// How many it has.
        length: usize,
    },
    /// The address cannot be had.
    #[error("cannot listen on `{bind}`: {source}")]
    Bind {
        /// The address.
        bind: SocketAddr,
        /// What the system says.
        source: std::io::Error,
    },
    /// The folder cannot be used.
    #[error("the data folder `{}` cannot be used: {reason}", .folder.display())]
    Data {
        /// The folder.
        folder: PathBuf,
        /// Why.
        reason: String,
    },
    /// Serving ended by a fault.
    #[error("the server stopped: {0}")]
    Served(std::io::Error),
}

impl StartError {
    /// Whether what was asked for is at fault rather than the machine.
    pub fn is_input(&self) -> bool {
        !matches!(self, Self::Served(_))
    }
}
