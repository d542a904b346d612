//! A server that is killed in the middle of a run.
//!
//! The test starts itself once more as the server, so that there is a real process to kill.

use std::{
    env,
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    path::Path,
    process::{Child, Command, Stdio},
};

use serde_json::{Value, json};
use wares_server::{Limits, Options};

/// The folder of the server, when this process is it.
const FOLDER: &str = "WARES_TEST_SERVE";

/// No test by itself: the process that the test below starts and kills.
#[test]
fn serves_when_it_is_asked_to() {
    let Some(folder) = env::var_os(FOLDER) else { return };
    let options =
        Options { bind: "127.0.0.1:0".parse().unwrap(), data: folder.into(), token: None, hosts: Vec::new(), workers: 1, limits: Limits::default() };
    wares_server::serve(&options, |address| println!("\nserving {address}")).unwrap();
}

struct Server {
    process: Child,
    address: SocketAddr,
}

impl Server {
    fn start(folder: &Path) -> Self {
        let mut process = Command::new(env::current_exe().unwrap())
            .args(["kill::serves_when_it_is_asked_to", "--exact", "--nocapture"])
            .env(FOLDER, folder)
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

    fn ask(&self, method: &str, path: &str, body: &str) -> Value {
        let mut text = String::new();
        self.open(method, path, body).read_to_string(&mut text).unwrap();
        let body = text.split_once("\r\n\r\n").unwrap().1;
        serde_json::from_str(body).unwrap_or_else(|error| panic!("{error}: {text}"))
    }

    /// Reads the events of a run until one of them will do.
    fn wait(&self, id: &str, will_do: impl Fn(&Value) -> bool) -> Value {
        let events = self.open("GET", &format!("/api/runs/{id}/events"), "").lines().map(Result::unwrap);
        let mut runs = events.filter_map(|line| Some(serde_json::from_str::<Value>(line.strip_prefix("data: ")?).unwrap()));
        runs.find(will_do).expect("the run ended before")
    }

    fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

#[test]
fn a_run_goes_on_after_the_server_was_killed_and_has_the_same_bytes() {
    let folder = tempfile::TempDir::new().unwrap();
    let customers = json!({ "regions": [{ "code": "US" }], "rows": 300_000, "addresses": 0, "seed": 7, "today": "2026-11-23" });
    let job = json!({ "job": { "customers": customers } }).to_string();
    let first = Server::start(folder.path());
    let id = first.ask("POST", "/api/runs", &job)["id"].as_str().unwrap().to_owned();
    let checkpoint = folder.path().join(format!("runs/{id}/checkpoint.json"));
    let file = folder.path().join(format!("runs/{id}/customers.csv"));
    while !checkpoint.exists() {
        assert!(!file.exists(), "the run ended before it could be cut");
        std::thread::yield_now();
    }
    first.kill();
    let partial = folder.path().join(format!("runs/{id}/customers.csv.wares-partial"));
    assert!(partial.exists() && !file.exists());
    let kept: Value = serde_json::from_slice(&std::fs::read(&checkpoint).unwrap()).unwrap();

    let second = Server::start(folder.path());
    let ended = second.wait(&id, |run| run["state"] == "done");
    assert!(kept["rows"].as_u64().unwrap() > 0, "there was nothing to go on from: {kept}");
    let again = second.ask("POST", "/api/runs", &job)["id"].as_str().unwrap().to_owned();
    second.wait(&again, |run| run["state"] == "done");
    second.kill();
    let made = |id: &str, name: &str| std::fs::read(folder.path().join(format!("runs/{id}/{name}"))).unwrap();
    assert!(made(&id, "customers.csv") == made(&again, "customers.csv"), "the files differ");
    assert_eq!(made(&id, "manifest.json"), made(&again, "manifest.json"));
    assert_eq!(ended["rowsDone"], 300_000);
    assert!(!checkpoint.exists());
}

#[test]
fn a_run_that_was_cancelled_does_not_come_back_after_the_server_was_killed() {
    let folder = tempfile::TempDir::new().unwrap();
    let customers = json!({ "regions": [{ "code": "US" }], "rows": 20_000_000, "addresses": 0 });
    let first = Server::start(folder.path());
    let id = first.ask("POST", "/api/runs", &json!({ "job": { "customers": customers } }).to_string())["id"].as_str().unwrap().to_owned();
    first.wait(&id, |run| run["state"] == "running");
    first.ask("POST", &format!("/api/runs/{id}/cancel"), "");
    first.kill();
    let second = Server::start(folder.path());
    assert_eq!(second.ask("GET", &format!("/api/runs/{id}"), "")["state"], "cancelled");
    assert!(!folder.path().join(format!("runs/{id}")).exists());
    second.kill();
}
