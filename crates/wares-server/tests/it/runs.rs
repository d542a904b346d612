//! Runs and their files.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use serde_json::{Value, json};

use crate::client::{Server, request};

fn products(rows: u64) -> Value {
    json!({ "products": { "domain": "wine", "rows": rows, "seed": 7, "today": "2026-11-23" } })
}

#[tokio::test]
async fn a_run_makes_the_file_that_the_facade_makes() {
    let server = Server::new();
    let run = server.run(&products(2_000)).await;
    assert_eq!((&run["state"], &run["rowsDone"], &run["rowsTotal"]), (&json!("done"), &json!(2_000), &json!(2_000)), "{run}");
    let id = run["id"].as_str().unwrap();
    let file = server.get(&format!("/api/runs/{id}/files/products.csv")).await;
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"products.csv\"");

    let (mut template, _) = wares::products::template("wine", None, None, 2_000).unwrap();
    (template.seed, template.today) = (7, Some("2026-11-23".parse().unwrap()));
    let checked = wares::checked(&template, "wine", template.today.unwrap()).unwrap();
    let expected = wares::preview::preview(&checked, "products", 0, 2_000).unwrap();
    assert!(file.body == expected, "the files differ");
    let manifest = server.get(&format!("/api/runs/{id}/files/manifest.json")).await.value();
    assert_eq!(manifest["files"][0]["bytes"], expected.len());
}

#[tokio::test]
async fn a_part_of_a_file_can_be_asked_for() {
    let server = Server::new();
    let run = server.run(&products(100)).await;
    let path = format!("/api/runs/{}/files/products.csv", run["id"].as_str().unwrap());
    let whole = server.get(&path).await.body;
    let part = server.send(request(Method::GET, &path).header(header::RANGE, "bytes=10-19").body(Body::empty()).unwrap()).await;
    assert_eq!((part.status, part.body.as_slice()), (StatusCode::PARTIAL_CONTENT, &whole[10..20]));
    let beyond = server.send(request(Method::GET, &path).header(header::RANGE, "bytes=99999999-").body(Body::empty()).unwrap()).await;
    assert_eq!(beyond.status, StatusCode::RANGE_NOT_SATISFIABLE);
}

#[tokio::test]
async fn a_shop_has_all_its_tables() {
    let server = Server::new();
    let job = json!({ "shop": { "domain": "board games", "products": 50, "customers": 60, "orders": 70 } });
    let run = server.run(&job).await;
    let tables: Vec<(&str, u64)> =
        run["files"].as_array().unwrap().iter().filter_map(|file| Some((file["table"].as_str()?, file["rows"].as_u64().unwrap()))).collect();
    assert_eq!(tables[..3], [("products", 50), ("customers", 60), ("orders", 70)]);
    assert_eq!(server.get("/api/runs").await.value().as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_run_that_is_stopped_leaves_no_file() {
    let server = Server::with(|options| options.workers = 1);
    let accepted = server.post("/api/runs", &json!({ "job": products(40_000_000) })).await;
    // A domain has not so many names; the plan says so before anything waits.
    assert!(accepted.problem().contains("different values"), "{}", accepted.problem());
    let job = json!({ "customers": { "regions": [{ "code": "DE" }], "rows": 20_000_000 } });
    let first = server.post("/api/runs", &json!({ "job": job })).await.value();
    let second = server.post("/api/runs", &json!({ "job": job })).await.value();
    let (first, second) = (first["id"].as_str().unwrap(), second["id"].as_str().unwrap());
    assert_eq!(server.delete(&format!("/api/runs/{first}")).await.status, StatusCode::CONFLICT);
    for id in [second, first] {
        assert_eq!(server.post(&format!("/api/runs/{id}/cancel"), &Value::Null).await.status, StatusCode::OK);
        assert_eq!(server.ended(id).await["state"], "cancelled");
        assert_eq!(server.delete(&format!("/api/runs/{id}")).await.status, StatusCode::NO_CONTENT);
    }
    assert_eq!(std::fs::read_dir(server.folder.path().join("runs")).unwrap().count(), 0);
}

#[tokio::test]
async fn no_name_leads_out_of_a_run() {
    let server = Server::new();
    let run = server.run(&products(10)).await;
    let id = run["id"].as_str().unwrap();
    for name in ["..%2F..%2Fwares.sqlite", "checkpoint.json", "%2Fetc%2Fpasswd", "products.csv%00"] {
        assert_eq!(server.get(&format!("/api/runs/{id}/files/{name}")).await.status, StatusCode::NOT_FOUND, "{name}");
    }
}

#[tokio::test]
async fn quotas_are_said_before_anything_waits() {
    let server = Server::with(|options| options.limits.run_rows = 99);
    assert!(server.post("/api/runs", &json!({ "job": products(100) })).await.problem().starts_with("413 the run would make 100 rows"));
    let server = Server::with(|options| options.limits.disk_bytes = 1_000);
    assert!(server.post("/api/runs", &json!({ "job": products(100) })).await.problem().starts_with("507 the run would take about"));
    assert_eq!(server.get("/api/runs").await.value(), json!([]));
    // What waits counts: the second run of a size for which there is room once is refused.
    let server = Server::with(|options| (options.limits.disk_bytes, options.workers) = (1_500_000_000, 1));
    let large = json!({ "job": { "customers": { "regions": [{ "code": "US" }], "rows": 6_500_000, "addresses": 0 } } });
    let first = server.post("/api/runs", &large).await.value();
    assert!(server.post("/api/runs", &large).await.problem().contains("are promised to other runs"));
    server.post(&format!("/api/runs/{}/cancel", first["id"].as_str().unwrap()), &Value::Null).await;
    assert_eq!(server.ended(first["id"].as_str().unwrap()).await["state"], "cancelled");
}

#[tokio::test]
async fn metrics_count_what_was_done() {
    let server = Server::new();
    server.run(&products(30)).await;
    let text = server.get("/api/metrics").await.text();
    for line in ["wares_rows_total 30", "wares_runs_total{state=\"done\"} 1", "route=\"/api/runs\"", "# EOF"] {
        assert!(text.contains(line), "{line} is not in\n{text}");
    }
}
