//! Previews, plans and charts.

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use serde_json::{Value, json};

use crate::client::{Server, request};

fn shop(orders: u64) -> Value {
    json!({ "shop": { "domain": "board games", "products": 300, "customers": 500, "orders": orders, "seed": 7, "today": "2026-11-23" } })
}

#[tokio::test]
async fn any_rows_of_a_table_of_billions_are_shown() {
    let server = Server::new();
    let asked = json!({ "job": shop(4_000_000_000), "table": "order_details", "at": 9_999_999_999_u64, "rows": 3 });
    let page = server.post("/api/preview", &asked).await.value();
    assert!(page["rowsTotal"].as_u64().unwrap() > 10_000_000_000);
    assert_eq!(page["rows"].as_array().unwrap().len(), 3);
    let names: Vec<&str> = page["columns"].as_array().unwrap().iter().map(|column| column["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["orderNumber", "productCode", "quantityOrdered", "priceEach", "orderLineNumber"]);
}

#[tokio::test]
async fn an_edit_of_a_column_changes_only_that_column() {
    let server = Server::new();
    let made = server.post("/api/templates", &json!({ "domain": "wine", "rows": 100 })).await.value();
    let mut template = made["template"].clone();
    let rows = |page: &Value| page["rows"].as_array().unwrap().clone();
    let before = server.post("/api/preview", &json!({ "template": template, "rows": 20 })).await.value();
    let columns = template["tables"][0]["columns"].as_array_mut().unwrap();
    let stock = columns.iter().position(|column| column["name"] == "quantityInStock").unwrap();
    columns[stock] = json!({ "name": "quantityInStock", "fill": { "number": { "min": 0, "max": 3 } } });
    let after = server.post("/api/preview", &json!({ "template": template, "rows": 20 })).await.value();
    for (before, after) in rows(&before).iter().zip(rows(&after)) {
        for (index, cell) in before.as_array().unwrap().iter().enumerate() {
            if index == stock {
                assert!(after[index].as_str().unwrap().parse::<u32>().unwrap() <= 3);
            } else {
                assert_eq!(*cell, after[index], "column {index}");
            }
        }
    }
}

#[tokio::test]
async fn rows_come_as_arrow_too() {
    let server = Server::new();
    let asked = json!({ "job": shop(1_000), "table": "orders", "rows": 200 }).to_string();
    let arrow = "application/vnd.apache.arrow.stream";
    let request = request(Method::POST, "/api/preview").header(header::CONTENT_TYPE, "application/json").header(header::ACCEPT, arrow);
    let answer = server.send(request.body(Body::from(asked)).unwrap()).await;
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, arrow));
    let batches: Vec<_> = arrow_ipc::reader::StreamReader::try_new(answer.body.as_slice(), None).unwrap().map(Result::unwrap).collect();
    assert_eq!(batches.iter().map(arrow_array::RecordBatch::num_rows).sum::<usize>(), 200);
    assert_eq!(batches[0].schema().field(0).name(), "orderNumber");
}

#[tokio::test]
async fn what_cannot_be_shown_is_said_with_its_place() {
    let server = Server::new();
    let ask = async |body: Value| server.post("/api/preview", &body).await.problem();
    assert!(ask(json!({ "job": shop(10), "rows": 201 })).await.starts_with("400 `rows` is 201"));
    assert!(ask(json!({ "job": shop(10), "table": "orders", "at": 10 })).await.contains("there is no row 10"));
    assert!(ask(json!({ "job": shop(10), "table": "order" })).await.contains("no table `order`"));
    assert!(ask(json!({})).await.contains("give either `job` or `template`"));
    let wrong = json!({ "job": { "shop": { "domain": "wine", "orders": "many" } }, "row": 3 });
    let problem = ask(wrong).await;
    assert!(problem.contains("row: unknown field") && problem.contains("job.shop.orders: invalid type"), "{problem}");
    let neither = json!({ "job": { "products": { "rows": 5 } } });
    assert!(ask(neither).await.contains("domain: missing"));
}

#[tokio::test]
async fn a_plan_tells_rows_bytes_relations_and_the_command() {
    let server = Server::new();
    let plan = server.post("/api/jobs/plan", &json!({ "job": shop(2_000_000) })).await.value();
    let tables: Vec<(&str, u64)> =
        plan["tables"].as_array().unwrap().iter().map(|table| (table["name"].as_str().unwrap(), table["rows"].as_u64().unwrap())).collect();
    assert_eq!(tables[..3], [("products", 300), ("customers", 500), ("orders", 2_000_000)]);
    assert!(plan["relations"].as_array().unwrap().contains(&json!({ "table": "orders", "column": "customerNumber", "to": "customers" })));
    let expected = "wares shop 'board games' --products 300 --customers 500 --orders 2000000 --seed 7 --today 2026-11-23 --out shop";
    assert_eq!(plan["command"], expected);
    assert_eq!(plan["warnings"], json!([]));
    let beyond = server.post("/api/jobs/plan", &json!({ "job": shop(50_000_000_000) })).await.value();
    assert!(beyond["warnings"][0].as_str().unwrap().contains("this server makes at most"), "{beyond}");
}

#[tokio::test]
async fn charts_have_a_series_for_each_table() {
    let server = Server::new();
    let charts = server.post("/api/jobs/charts", &json!({ "job": shop(3_000) })).await.value();
    let sum = |series: &str, field: &str| charts[series].as_array().unwrap().iter().map(|point| point[field].as_u64().unwrap()).sum::<u64>();
    assert_eq!(sum("ordersByDay", "orders"), 3_000);
    assert_eq!(sum("basketSizes", "orders"), 3_000);
    assert_eq!(sum("places", "customers"), 500);
    assert_eq!(sum("pricesByKind", "products"), 300);
    let curve = charts["revenueByCustomers"].as_array().unwrap();
    assert_eq!(curve.last().unwrap()["revenuePerMille"], 1_000);
    // Few customers bring most of the revenue.
    assert!(curve[10]["revenuePerMille"].as_u64().unwrap() > 400, "{}", curve[10]);
}
