//! As much HTTP as measuring needs: requests over one connection that is kept.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
};

use anyhow::{Context, bail};
use serde_json::Value;

/// One connection to a server.
pub(crate) struct Client {
    address: SocketAddr,
    stream: BufReader<TcpStream>,
}

impl Client {
    pub(crate) fn new(address: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address).context("cannot reach the server")?;
        stream.set_nodelay(true)?;
        Ok(Self { address, stream: BufReader::new(stream) })
    }

    /// Sends a request with a JSON body and gives the JSON answered.
    ///
    /// # Errors
    /// When the server cannot be reached, or answers with another status than success.
    pub(crate) fn ask(&mut self, method: &str, path: &str, body: &str) -> anyhow::Result<Value> {
        self.head(method, path, "application/json", body.len() as u64)?;
        self.stream.get_mut().write_all(body.as_bytes())?;
        let mut text = Vec::new();
        self.answer(&mut text)?;
        serde_json::from_slice(&text).context("the answer is no JSON")
    }

    /// Sends a file as it is and gives the JSON answered.
    ///
    /// # Errors
    /// As [`Client::ask`].
    pub(crate) fn send(&mut self, path: &str, file: &mut std::fs::File, bytes: u64) -> anyhow::Result<Value> {
        self.head("POST", path, "application/octet-stream", bytes)?;
        std::io::copy(file, self.stream.get_mut())?;
        let mut text = Vec::new();
        self.answer(&mut text)?;
        serde_json::from_slice(&text).context("the answer is no JSON")
    }

    /// Fetches a file and gives its size.
    ///
    /// # Errors
    /// As [`Client::ask`].
    pub(crate) fn fetch(&mut self, path: &str) -> anyhow::Result<u64> {
        self.head("GET", path, "application/json", 0)?;
        self.answer(&mut std::io::sink())
    }

    fn head(&mut self, method: &str, path: &str, kind: &str, bytes: u64) -> anyhow::Result<()> {
        let address = self.address;
        let head = format!("{method} {path} HTTP/1.1\r\nHost: {address}\r\nContent-Type: {kind}\r\nContent-Length: {bytes}\r\n\r\n");
        Ok(self.stream.get_mut().write_all(head.as_bytes())?)
    }

    /// Reads an answer and gives the bytes of its body.
    fn answer(&mut self, body: &mut dyn Write) -> anyhow::Result<u64> {
        let mut status = String::new();
        self.stream.read_line(&mut status)?;
        let mut length = None;
        loop {
            let mut line = String::new();
            self.stream.read_line(&mut line)?;
            let Some((name, value)) = line.trim_end().split_once(": ") else { break };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.parse().ok();
            }
        }
        let length: u64 = length.context("an answer without a length")?;
        if !status.contains(" 20") {
            let mut text = String::new();
            (&mut self.stream).take(length).read_to_string(&mut text)?;
            bail!("{}: {text}", status.trim_end());
        }
        Ok(std::io::copy(&mut (&mut self.stream).take(length), body)?)
    }
}
