//! A server that is killed in the middle of a run.

use serde_json::{Value, json};

use crate::process::Server;

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
