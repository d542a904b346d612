//! A server in a process of its own, which can be killed and has an environment of its own.
//!
//! The test starts itself once more as the server.

use std::{
    env,
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
};

use serde_json::Value;
use wares_server::{Limits, Options};

/// The folder of the server, when this process is it.
const FOLDER: &str = "WARES_TEST_SERVE";

/// No test by itself: the process that tests start and kill.
#[test]
fn serves_when_it_is_asked_to() {
    let Some(folder) = env::var_os(FOLDER) else { return };
    let options =
        Options { bind: "127.0.0.1:0".parse().unwrap(), data: folder.into(), token: None, hosts: Vec::new(), workers: 1, limits: Limits::default() };
    wares_server::serve(&options, |address| println!("\nserving {address}")).unwrap();
}

pub(crate) struct Server {
    process: Child,
    address: SocketAddr,
}

impl Server {
    pub(crate) fn start(folder: &Path) -> Self {
        Self::start_with(folder, &[])
    }

    /// Beside what tests have, the environment holds these variables.
    pub(crate) fn start_with(folder: &Path, environment: &[(&str, &str)]) -> Self {
        let mut process = Command::new(env::current_exe().unwrap())
            .args(["process::serves_when_it_is_asked_to", "--exact", "--nocapture"])
            .env(FOLDER, folder)
            .envs(environment.iter().copied())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let lines = BufReader::new(process.stdout.take().unwrap()).lines().map(Result::unwrap);
        let address = lines.filter_map(|line| line.strip_prefix("serving ").map(|address| address.parse().unwrap())).next().unwrap();
        Self { process, address }
    }

    fn open(&self, method: &str, path: &str, body: &str) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(self.address).unwrap();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        )
        .unwrap();
        BufReader::new(stream)
    }

    pub(crate) fn ask(&self, method: &str, path: &str, body: &str) -> Value {
        let mut text = String::new();
        self.open(method, path, body).read_to_string(&mut text).unwrap();
        let body = text.split_once("\r\n\r\n").unwrap().1;
        serde_json::from_str(body).unwrap_or_else(|error| panic!("{error}: {text}"))
    }

    /// Reads the events of a run until one of them will do.
    pub(crate) fn wait(&self, id: &str, will_do: impl Fn(&Value) -> bool) -> Value {
        let events = self.open("GET", &format!("/api/runs/{id}/events"), "").lines().map(Result::unwrap);
        let mut runs = events.filter_map(|line| Some(serde_json::from_str::<Value>(line.strip_prefix("data: ")?).unwrap()));
        runs.find(will_do).expect("the run ended before")
    }

    pub(crate) fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}
