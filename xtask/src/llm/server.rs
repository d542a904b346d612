//! The server of llama.cpp on a port of this machine: a stranger's server, as users run it.

use std::{
    fs::File,
    io::{Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use anyhow::{Context, bail};

use super::{THREADS, folder, python};

/// Where it listens.
const HOST: &str = "127.0.0.1:18191";
/// Under this name it runs elsewhere too; the name says how small it is.
pub(super) const MODEL: &str = "qwen2.5-coder:1.5b";
/// It reads a gigabyte before it listens.
const PATIENCE: Duration = Duration::from_secs(120);

/// A server that ends with this run.
pub(super) struct Server(Child);

impl Server {
    /// Builds it where it is missing, starts it, and waits until it is ready.
    pub(super) fn start(weights: &Path) -> anyhow::Result<Self> {
        let program = python("server.py", &[])?;
        if TcpStream::connect(HOST).is_ok() {
            bail!("something listens at {HOST} already");
        }
        let log = File::create(folder()?.join("server.log"))?;
        let mut command = Command::new(program);
        // One question at a time; what questions have in common is read once.
        command.arg("-m").arg(weights).args([
            "--alias",
            MODEL,
            "-c",
            "16384",
            "-np",
            "1",
            "-t",
            THREADS,
            "--no-webui",
            "--offline",
            "--cache-ram",
            "4096",
        ]);
        command.args(["--host", "127.0.0.1", "--port", &HOST[10..]]).stdout(Stdio::null()).stderr(log);
        let mut server = Self(command.spawn().context("cannot start the server of llama.cpp")?);
        for _ in 0..PATIENCE.as_secs() {
            thread::sleep(Duration::from_secs(1));
            if let Some(status) = server.0.try_wait()? {
                bail!("the server of llama.cpp ended: {status}; see target/llm/server.log");
            }
            // It listens before it has read its weights.
            if is_ready() {
                return Ok(server);
            }
        }
        bail!("the server of llama.cpp does not listen; see target/llm/server.log")
    }

    /// Where templates find it.
    pub(super) fn url(&self) -> String {
        format!("http://{HOST}/v1")
    }
}

/// Whether the server says that it is.
fn is_ready() -> bool {
    let Ok(mut stream) = TcpStream::connect(HOST) else { return false };
    let mut status = [0; 12];
    let asked = write!(stream, "GET /health HTTP/1.1\r\nHost: {HOST}\r\nConnection: close\r\n\r\n");
    asked.and_then(|()| stream.read_exact(&mut status)).is_ok() && status.ends_with(b"200")
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended by itself needs no end.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
