//! `wares serve`.

use std::{net::SocketAddr, path::PathBuf};

use wares::Error;
use wares_server::{Limits, Options};

use super::read;

#[derive(clap::Args)]
pub(crate) struct ServeArgs {
    /// Where to listen. Elsewhere than on this machine needs a token.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:7878")]
    bind: SocketAddr,
    /// The folder that holds everything that is kept; it is made when missing.
    #[arg(long, value_name = "DIR", default_value = "wares-data")]
    data: PathBuf,
    /// Open the page in the browser.
    #[arg(long)]
    pub(crate) open: bool,
    /// A file with the token that clients must show [default: WARES_TOKEN].
    #[arg(long, value_name = "FILE")]
    token_file: Option<String>,
    /// A name under which browsers reach the server, beside its addresses; may be given several times.
    #[arg(long, value_name = "NAME")]
    host: Vec<String>,
    /// Runs at once.
    #[arg(long, value_name = "N", default_value_t = 4, value_parser = clap::value_parser!(u16).range(1..=64))]
    workers: u16,
    /// Bytes of all uploads and runs together.
    #[arg(long, value_name = "N", default_value_t = Limits::default().disk_bytes)]
    most_bytes: u64,
    /// Bytes of one upload.
    #[arg(long, value_name = "N", default_value_t = Limits::default().upload_bytes)]
    most_upload_bytes: u64,
    /// Rows of one run.
    #[arg(long, value_name = "N", default_value_t = Limits::default().run_rows)]
    most_rows: u64,
    /// Days after which runs that are over are removed.
    #[arg(long, value_name = "N", default_value_t = Limits::default().keep_days, value_parser = clap::value_parser!(u32).range(1..=36_500))]
    keep_days: u32,
}

impl ServeArgs {
    /// The same for the server.
    ///
    /// # Errors
    /// [`Error::Input`] when the token file cannot be read.
    pub(crate) fn options(&self) -> Result<Options, Error> {
        let token = match &self.token_file {
            Some(path) => Some(read(path)?),
            None => std::env::var("WARES_TOKEN").ok(),
        };
        Ok(Options {
            bind: self.bind,
            data: self.data.clone(),
            token: token.map(|token| token.trim().to_owned()).filter(|token| self.token_file.is_some() || !token.is_empty()),
            hosts: self.host.clone(),
            workers: usize::from(self.workers),
            limits: Limits {
                disk_bytes: self.most_bytes,
                upload_bytes: self.most_upload_bytes,
                run_rows: self.most_rows,
                keep_days: self.keep_days,
                ..Limits::default()
            },
        })
    }
}
