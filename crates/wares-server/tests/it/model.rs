//! A language model behind the server: designs and texts, with their progress and cost, recorded and played, cut and gone on with.

use std::path::Path;

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::{client, process::Server, scripted::Scripted};

/// A design has so many parts, and here a question each.
const PARTS: usize = 6;
/// Rows of the products that the model writes to; ten at a time.
const ROWS: u64 = 34;

fn start(folder: &Path, model: &Scripted, cache: &str, more: &[(&str, &str)]) -> Server {
    let cache = folder.join(cache);
    let usual = [("OPENAI_BASE_URL", model.url.as_str()), ("WARES_LLM_MODEL", "scripted"), ("WARES_CACHE_DIR", cache.to_str().unwrap())];
    Server::start_with(&folder.join("data"), &[&usual, more].concat())
}

fn id(accepted: &Value) -> &str {
    accepted["id"].as_str().unwrap_or_else(|| panic!("{accepted}"))
}

fn products(more: &Value) -> String {
    let mut job = json!({ "domain": "board games", "rows": ROWS, "by": "llm", "seed": 7, "today": "2026-11-23" });
    job.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({ "job": { "products": job } }).to_string()
}

#[test]
fn a_model_designs_a_template_part_by_part_and_its_recording_designs_the_same() {
    let folder = tempfile::TempDir::new().unwrap();
    let tape = folder.path().join("tape");
    let model = Scripted::start();
    let first = start(folder.path(), &model, "cache", &[("WARES_LLM_RECORD", tape.to_str().unwrap())]);
    let asked = json!({ "domain": "letterpress printing", "variant": "antique", "rows": 200, "by": "llm" }).to_string();
    let quote = first.ask("POST", "/api/templates/quote", &asked);
    assert_eq!((&quote["model"], &quote["calls"]), (&json!("scripted"), &json!(PARTS)), "{quote}");
    assert_eq!(model.calls(), 0, "a quote asks nobody");

    let accepted = first.ask("POST", "/api/templates", &asked);
    for part in 1..=PARTS {
        model.answer(1);
        let run = first.wait(id(&accepted), |run| run["rowsDone"] == part || run["state"] == "failed");
        assert_eq!((&run["rowsDone"], &run["rowsTotal"]), (&json!(part), &json!(PARTS)), "{run}");
    }
    let run = first.wait(id(&accepted), |run| run["state"] == "done");
    assert_eq!(model.calls(), PARTS);
    let notes = run["notes"].to_string();
    assert!(notes.contains(&(PARTS * 900).to_string()) && notes.contains(&(PARTS * 400).to_string()), "the tokens are told: {notes}");
    let made = first.ask("GET", &format!("/api/templates/{}", id(&run["template"])), "");
    assert_eq!((&made["report"]["usage"]["calls"], &made["problems"]), (&json!(PARTS), &json!([])), "{made}");
    let kinds = made["template"]["catalog"]["kinds"].to_string();
    assert!(kinds.contains("Bone Folder"), "{kinds}");
    first.kill();

    // Without anybody to ask, the recording answers.
    let second = Server::start_with(&folder.path().join("data"), &[("WARES_LLM_CASSETTE", tape.to_str().unwrap()), ("WARES_LLM_MODEL", "scripted")]);
    let status = second.ask("GET", "/api/llm", "");
    assert_eq!((&status["configured"], &status["provider"]), (&json!(true), &json!("a recording")));
    let accepted = second.ask("POST", "/api/templates", &asked);
    let run = second.wait(id(&accepted), |run| run["state"] == "done" || run["state"] == "failed");
    let again = second.ask("GET", &format!("/api/templates/{}", id(&run["template"])), "");
    assert_eq!(again["template"], made["template"]);
    let other = asked.replace("letterpress printing", "kites");
    let accepted = second.ask("POST", "/api/templates", &other);
    let run = second.wait(id(&accepted), |run| run["state"] == "failed" || run["state"] == "done");
    assert!(run["problem"]["detail"].as_str().is_some_and(|detail| detail.contains("is recorded")), "{run}");
    assert_eq!(model.calls(), PARTS);
    second.kill();
}

#[test]
fn a_model_writes_products_and_a_killed_server_pays_for_nothing_twice() {
    let folder = tempfile::TempDir::new().unwrap();
    let model = Scripted::start();
    let first = start(folder.path(), &model, "first-cache", &[]);
    let planned = first.ask("POST", "/api/jobs/plan", &products(&json!({})));
    assert_eq!((&planned["quote"]["calls"], &planned["warnings"]), (&json!(4), &json!([])), "{planned}");
    assert!(planned["command"].as_str().unwrap().contains("--by llm"), "{planned}");
    let run = first.ask("POST", "/api/runs", &products(&json!({})));
    let run = id(&run).to_owned();
    for done in [10, 20] {
        model.answer(1);
        first.wait(&run, |run| run["rowsDone"] == done);
    }
    first.kill();

    // Another cache: what is not paid for again is what the run itself kept.
    model.answer(1_000);
    let second = start(folder.path(), &model, "second-cache", &[]);
    let ended = second.wait(&run, |run| run["state"] == "done" || run["state"] == "failed");
    let notes = ended["notes"].to_string();
    assert!(notes.contains("20 rows had been written before") && notes.contains("`scripted`: 2 calls"), "{ended}");
    assert!((0..20).all(|row| model.rows().iter().filter(|asked| **asked == row).count() == 1), "{:?}", model.rows());
    let names: Vec<&str> = ended["files"].as_array().unwrap().iter().map(|file| file["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["products.csv", "products.csv.manifest.json"]);
    let text = std::fs::read_to_string(folder.path().join(format!("data/runs/{run}/products.csv"))).unwrap();
    assert!((0..ROWS).all(|row| text.contains(&format!("Written Name {row},"))), "{text}");
    assert_eq!((&ended["rowsDone"], &ended["files"][0]["bytes"]), (&json!(ROWS), &json!(text.len())));

    // What no model should do is refused before one is asked.
    let calls = model.calls();
    let many = second.ask("POST", "/api/runs", &products(&json!({ "rows": 20_001 })));
    assert!(many["status"] == 400 && many.to_string().contains("20001 rows are more than a model should write"), "{many}");
    let poor = second.ask("POST", "/api/runs", &products(&json!({ "mostTokens": 10 })));
    let poor = second.wait(id(&poor), |run| run["state"] == "failed" || run["state"] == "done");
    assert!(poor["problem"]["detail"].as_str().is_some_and(|detail| detail.starts_with("0 of 34 rows were made")), "{poor}");
    assert_eq!(model.calls(), calls);
    second.kill();
}

#[tokio::test]
async fn without_a_model_texts_by_one_are_refused_and_rows_are_still_shown() {
    let server = client::Server::new();
    let asked: Value = serde_json::from_str(&products(&json!({}))).unwrap();
    if server.get("/api/llm").await.value()["configured"] == json!(true) {
        return;
    }
    let refused = server.post("/api/runs", &asked).await;
    assert!(refused.problem().starts_with("409 no language model is configured"), "{}", refused.problem());
    let planned = server.post("/api/jobs/plan", &asked).await.value();
    assert!(planned["warnings"][0].as_str().is_some_and(|warning| warning.contains("no language model is configured")), "{planned}");
    assert_eq!(server.post("/api/preview", &asked).await.value()["rowsTotal"], ROWS);
    let limit = json!({ "job": { "products": { "domain": "wine", "rows": 5, "mostTokens": 9 } } });
    let answer = server.post("/api/runs", &limit).await;
    assert!(answer.status == StatusCode::BAD_REQUEST && answer.problem().contains("a limit goes with `llm`"), "{}", answer.problem());
}
