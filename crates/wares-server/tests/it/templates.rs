//! Templates and the work on them.

use axum::http::{Method, StatusCode};
use serde_json::json;

use crate::client::Server;

#[tokio::test]
async fn a_template_is_kept_with_all_its_versions() {
    let server = Server::new();
    let made = server.post("/api/templates", &json!({ "domain": "trail running shoes", "wishes": "heel drop in mm", "rows": 200 })).await;
    assert_eq!(made.status, StatusCode::CREATED);
    let made = made.value();
    let id = made["id"].as_str().unwrap();
    assert_eq!((&made["version"], &made["problems"]), (&json!(1), &json!([])));

    let mut template = made["template"].clone();
    template["tables"][0]["columns"][1]["include"] = json!(false);
    let changed = server.json(Method::PUT, &format!("/api/templates/{id}"), &json!({ "template": template })).await.value();
    assert_eq!(changed["version"], 2);
    let versions = server.get(&format!("/api/templates/{id}/versions")).await.value();
    assert_eq!(versions.as_array().unwrap().len(), 2);
    let first = server.get(&format!("/api/templates/{id}/versions/1")).await.value();
    assert_eq!(first["template"], made["template"]);

    let diff = server.post("/api/diff", &json!({ "before": first["template"], "after": changed["template"] })).await.value();
    assert_eq!(diff["changes"][0]["place"], "tables[0].columns[1].include");

    let file = server.get(&format!("/api/templates/{id}/file")).await;
    assert!(file.header("content-disposition").starts_with("attachment; filename=\""));
    let again = server.post("/api/templates/import", &json!({ "template": file.value() })).await.value();
    assert_eq!(again["template"], changed["template"]);

    assert_eq!(server.delete(&format!("/api/templates/{id}")).await.status, StatusCode::NO_CONTENT);
    assert_eq!(server.get(&format!("/api/templates/{id}")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn words_change_a_template_and_problems_have_places() {
    let server = Server::new();
    let made = server.post("/api/templates", &json!({ "domain": "wine" })).await.value();
    let asked = json!({ "template": made["template"], "instructions": "hide rating; price from 8 to 40" });
    let refined = server.post("/api/refine", &asked).await.value();
    assert_eq!(refined["done"].as_array().unwrap().len(), 2);
    let refused = server.post("/api/refine", &json!({ "template": made["template"], "instructions": "make it nicer" })).await;
    assert!(refused.problem().contains("instruction 1"), "{}", refused.problem());

    let mut broken = made["template"].clone();
    broken["tables"][0]["columns"][0]["typ"] = json!("text");
    broken["sed"] = json!(1);
    let checked = server.post("/api/check", &json!({ "template": broken })).await.value();
    let mut places: Vec<&str> = checked["problems"].as_array().unwrap().iter().map(|problem| problem["place"].as_str().unwrap()).collect();
    places.sort_unstable();
    assert_eq!(places, ["sed", "tables[0].columns[0].typ"]);
}

#[tokio::test]
async fn rows_and_schemas_become_templates() {
    let server = Server::new();
    let sql = server.upload("shop.sql", "create table goods (id integer primary key, title varchar(40) not null);").await;
    let made = server.post("/api/templates/import", &json!({ "upload": sql, "rows": 30 })).await.value();
    assert_eq!(made["template"]["tables"][0]["name"], "goods");
    assert_eq!(made["problems"], json!([]));
    let neither = server.post("/api/templates/import", &json!({})).await.problem();
    assert!(neither.contains("give either `template` or `upload`"), "{neither}");
}

#[tokio::test]
async fn without_a_model_its_work_is_refused_with_advice() {
    // Tests have no model in their environment unless somebody puts one there.
    let server = Server::new();
    let status = server.get("/api/llm").await.value();
    let asked = server.post("/api/templates", &json!({ "domain": "kites", "by": "llm" })).await;
    if status["configured"] == json!(true) {
        assert_eq!(asked.status, StatusCode::ACCEPTED);
    } else {
        assert!(asked.problem().starts_with("409 no language model is configured"), "{}", asked.problem());
        let quote = server.post("/api/templates/quote", &json!({ "domain": "kites", "by": "llm" })).await;
        assert!(quote.problem().starts_with("409 no language model is configured"), "{}", quote.problem());
    }
}

#[tokio::test]
async fn a_restart_loses_nothing() {
    let first = Server::new();
    let made = first.post("/api/templates", &json!({ "domain": "wine" })).await.value();
    let upload = first.upload("customers.csv", "customerNumber,customerName\n1,A\n2,B\n3,C\n").await;
    let Server { router, folder } = first;
    drop(router);
    // The workers of the first server hold it until they hear of its end; a copy of the folder stands for the restart.
    let copy = tempfile::TempDir::new().unwrap();
    copy_all(folder.path(), copy.path());
    let second = Server::with(|options| options.data = copy.path().to_owned());
    let id = made["id"].as_str().unwrap();
    assert_eq!(second.get(&format!("/api/templates/{id}")).await.value()["template"], made["template"]);
    let run = second.run(&json!({ "orders": { "from": [upload], "rows": 10 } })).await;
    assert_eq!(run["state"], "done", "{run}");
}

fn copy_all(from: &std::path::Path, to: &std::path::Path) {
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            std::fs::create_dir(&target).unwrap();
            copy_all(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
