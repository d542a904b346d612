//! The user's own files.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use serde_json::json;

use crate::client::{Server, request};

const CUSTOMERS: &str = "cust_no;name;signed_up\n7;Ada;2024-01-05\n9;Bo;2024-03-01\n;Cy;2024-03-02\n11;Di;2025-01-01\n";

#[tokio::test]
async fn a_file_is_recognized_as_it_comes() {
    let server = Server::new();
    let id = server.upload("../clients%20of%202026.csv", CUSTOMERS).await;
    let upload = server.get(&format!("/api/uploads/{id}")).await.value();
    assert_eq!((&upload["name"], &upload["bytes"]), (&json!("clients_of_2026.csv"), &json!(CUSTOMERS.len())));
    let found = &upload["recognised"];
    let table = &found["found"];
    assert_eq!((&table["kind"], &table["delimiter"], &table["rows"]), (&json!("customers"), &json!(";"), &json!(3)));
    assert_eq!((&found["keys"][0]["column"], &table["key"], &found["isWhole"]), (&json!("cust_no"), &json!(["cust_no"]), &json!(true)));
    assert_eq!((&table["rejected"], &table["firstRejects"][0]["line"]), (&json!(1), &json!(4)));

    assert_eq!(server.delete(&format!("/api/uploads/{id}")).await.status, StatusCode::NO_CONTENT);
    assert_eq!(server.get(&format!("/api/uploads/{id}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(std::fs::read_dir(server.folder.path().join("uploads")).unwrap().count(), 0);
}

#[tokio::test]
async fn rows_that_are_left_out_come_with_the_orders() {
    let server = Server::new();
    let id = server.upload("clients.csv", CUSTOMERS).await;
    let run = server.run(&json!({ "orders": { "from": [id], "rows": 20, "today": "2026-11-23" } })).await;
    let names: Vec<&str> = run["files"].as_array().unwrap().iter().map(|file| file["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["orders.csv", "manifest.json", "rejects.csv"], "{run}");
    let path = format!("/api/runs/{}/files/rejects.csv", run["id"].as_str().unwrap());
    assert!(server.get(&path).await.text().contains("\"clients.csv\",4,"));
    assert!(run["command"].as_str().unwrap().starts_with("wares orders --from clients.csv --rows 20"));
}

#[tokio::test]
async fn several_files_are_told_apart_and_how_they_refer_to_each_other() {
    let server = Server::new();
    let clients = server.upload("clients.csv", "cust_no,name,signed_up,branch\n7,Ada,2024-01-05,N\n9,Bo,2024-03-01,S\n11,Di,2025-01-01,N\n").await;
    let branches = server.upload("branches.csv", "branch,town\nN,Oslo\nS,Rome\nW,Cork\n").await;
    let plan = |keys: serde_json::Value| json!({ "job": { "orders": { "from": [clients, branches], "rows": 20, "keys": keys } } });
    let found = server.post("/api/jobs/plan", &plan(json!([]))).await.value()["found"].clone();
    assert_eq!((&found[0]["file"], &found[0]["kind"], &found[0]["key"]), (&json!("clients.csv"), &json!("customers"), &json!(["cust_no"])));
    assert_eq!((&found[1]["file"], &found[1]["kind"], &found[1]["key"]), (&json!("branches.csv"), &json!("offices"), &json!(["branch"])));
    let link = &found[0]["refers"][0];
    assert_eq!((&link["column"], &link["table"], &link["found"], &link["of"]), (&json!("branch"), &json!("branches"), &json!(2), &json!(2)));
    // What the user says of a key holds.
    let keys = json!([{ "table": "branches", "name": "place", "column": "town" }]);
    let corrected = server.post("/api/jobs/plan", &plan(keys)).await.value();
    assert_eq!((&corrected["found"][1]["key"], &corrected["found"][0]["refers"]), (&json!(["town"]), &json!([])), "{corrected}");
    assert!(corrected["command"].as_str().unwrap().contains("--key branches.place=town"), "{corrected}");
}

#[tokio::test]
async fn the_count_rule_is_said_with_both_numbers() {
    let server = Server::new();
    let orders = server.upload("orders.csv", "orderNumber,orderDate\n1,2026-01-01\n2,2026-01-02\n3,2026-01-03\n").await;
    let job = json!({ "orderDetails": { "orders": orders, "products": { "domain": "wine" }, "rows": 4 } });
    let problem = server.post("/api/preview", &json!({ "job": job })).await.problem();
    assert!(problem.contains("4 order details are asked for") && problem.contains("`orders.csv` has 3 orders"), "{problem}");
    let unknown = json!({ "orders": { "from": ["0123456789abcdef0123456789abcdef"], "rows": 4 } });
    let problem = server.post("/api/preview", &json!({ "job": unknown })).await.problem();
    assert!(problem.contains("there is no upload of this id"), "{problem}");
    let path = json!({ "orders": { "from": ["/etc/passwd"], "rows": 4 } });
    assert!(server.post("/api/preview", &json!({ "job": path })).await.problem().contains("is no id of a upload"));
}

#[tokio::test]
async fn a_file_that_is_too_long_leaves_nothing_behind() {
    let server = Server::with(|options| options.limits.upload_bytes = 1_000);
    let body = "id\n".to_owned() + &"1\n".repeat(1_000);
    for length in [Some(body.len()), None] {
        let mut request = request(Method::POST, "/api/uploads?name=long.csv");
        if let Some(length) = length {
            request = request.header(header::CONTENT_LENGTH, length);
        }
        let answer = server.send(request.body(Body::from(body.clone())).unwrap()).await;
        assert!(answer.problem().starts_with("413 the file has more than 1000 bytes"), "{}", answer.problem());
    }
    assert_eq!(std::fs::read_dir(server.folder.path().join("uploads")).unwrap().count(), 0);
}

#[tokio::test]
async fn what_is_no_table_is_kept_and_said_to_be_none() {
    let server = Server::new();
    let id = server.upload("picture.png", "\u{0}\u{1}\u{2}PNG\u{0}").await;
    let found = server.get(&format!("/api/uploads/{id}")).await.value()["recognised"].clone();
    assert_eq!((&found["form"], &found["found"]), (&json!(null), &json!(null)), "{found}");
    assert!(found["trouble"].is_string(), "{found}");
}
