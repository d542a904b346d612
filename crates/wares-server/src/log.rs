//! Logs: for people on a terminal, one JSON object a line elsewhere. `WARES_LOG` chooses what is told, `info` by default.

use std::io::IsTerminal;

use tracing_subscriber::{EnvFilter, fmt};

/// Starts the log on standard error; a second call changes nothing.
pub fn start() {
    let filter = EnvFilter::try_from_env("WARES_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let builder = fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false);
    if std::io::stderr().is_terminal() {
        builder.compact().try_init().ok();
    } else {
        builder.json().flatten_event(true).try_init().ok();
    }
}
