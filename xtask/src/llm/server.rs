//! The example `serve` of wares-design: the model behind a port of this machine.

use std::{
    env,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, ChildStderr, Command, Stdio},
};

use anyhow::Context;
use serde_json::Value;

use super::{THREADS, target};

/// Where it listens.
const PORT: &str = "18191";

/// A server that ends with this run. Its answers are kept under target/llm/answers, so that a run that was stopped goes on.
pub(super) struct Server {
    child: Child,
    pub(super) host: String,
    /// Held open, for the server says on it who hung up.
    _said: BufReader<ChildStderr>,
}

impl Server {
    /// Starts it and waits until it is ready.
    pub(super) fn start(weights: &Path) -> anyhow::Result<Self> {
        let program = target().join("release").join("examples").join(format!("serve{}", env::consts::EXE_SUFFIX));
        let mut command = Command::new(program);
        command.arg(weights).arg(PORT).arg(target().join("llm").join("answers")).env(THREADS.0, THREADS.1).stderr(Stdio::piped());
        let mut child = command.spawn().context("cannot start the example `serve`")?;
        let mut address = String::new();
        let mut said = BufReader::new(child.stderr.take().context("`serve` says nothing")?);
        said.read_line(&mut address)?;
        let host = address.trim().strip_prefix("http://").and_then(|rest| rest.strip_suffix("/v1")).map(str::to_owned);
        let host = host.with_context(|| format!("no address, but: `{}`; is port {PORT} free?", address.trim()))?;
        Ok(Self { child, host, _said: said })
    }

    /// Milliseconds of its answers since the last such question; kept ones count with the time that they took.
    pub(super) fn took(&self) -> anyhow::Result<u64> {
        let mut stream = TcpStream::connect(&self.host)?;
        write!(stream, "GET /v1/took HTTP/1.1\r\nHost: {}\r\n\r\n", self.host)?;
        let mut reply = String::new();
        stream.read_to_string(&mut reply)?;
        let body: Value = serde_json::from_str(reply.split_once("\r\n\r\n").context("no reply")?.1)?;
        body["milliseconds"].as_u64().context("no milliseconds")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended by itself needs no end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
