//! Wrong input for orders and order details: each is refused with its place and what to do.

use std::{fs, path::Path};

use serde_json::{Value, json};
use wares::{Error, job::Job};

use crate::{common::today, jobs::Nowhere};

const CUSTOMERS: &str = "customerNumber,customerName,country\n1,A,USA\n2,B,USA\n3,C,USA\n";
const ORDERS: &str = "orderNumber,orderDate,customerNumber\n10,2026-01-01,1\n11,2026-01-02,2\n";
const PRODUCTS: &str = "productCode,productName,MSRP\nS1,P1,5.99\nS2,P2,6.99\nS3,P3,7.99\n";

fn write(folder: &Path, files: &[(&str, &[u8])]) {
    files.iter().for_each(|(name, bytes)| fs::write(folder.join(name), bytes).unwrap());
}

/// What is said of a job whose files lie in a folder: each problem and what to do; the notes where nothing is wrong.
fn said(folder: &Path, job: &Value) -> String {
    let mut job = job.clone();
    let place = |name: &Value| json!(folder.join(name.as_str().unwrap()).to_str().unwrap());
    if let Some(orders) = job.get_mut("orders") {
        orders["from"] = orders["from"].as_array().unwrap().iter().map(place).collect();
    }
    if let Some(details) = job.get_mut("orderDetails") {
        details["orders"] = place(&details["orders"]);
        details["products"]["file"] = place(&details["products"]["file"]);
    }
    match serde_json::from_value::<Job>(job).unwrap().prepare(&Nowhere, today()) {
        Ok(prepared) => match wares::Plan::new(&prepared.checked, Some(&prepared.tables[0])) {
            Ok(_) => format!("fine\n{}", prepared.notes.join("\n")),
            Err(error) => format!("{error}\nhint: {}", error.hint().unwrap()),
        },
        Err(Error::Input { subject, problems }) => {
            let told = problems.iter().map(|problem| format!("{problem}\nhint: {}", problem.hint.as_deref().unwrap_or("none")));
            format!("{subject}\n{}", told.collect::<Vec<_>>().join("\n"))
        }
        Err(other) => panic!("{other} is not taken for a fault of the input"),
    }
}

#[track_caller]
fn check_said(files: &[(&str, &[u8])], job: &Value, parts: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), files);
    let text = said(folder.path(), job);
    for part in parts {
        assert!(text.contains(part), "`{part}` is not in\n{text}");
    }
}

fn orders(from: &[&str]) -> Value {
    json!({ "orders": { "from": from, "rows": 5 } })
}

fn details(rows: u64) -> Value {
    json!({ "orderDetails": { "orders": "orders.csv", "products": { "file": "products.csv" }, "rows": rows, "productsPerOrder": { "min": 1, "max": 2 } } })
}

#[test]
fn files_that_cannot_be_read_are_refused_by_name() {
    check_said(&[], &orders(&["missing.csv"]), &["missing.csv", "cannot be read", "hint: name a file that is there"]);
    check_said(&[("c.csv", b"")], &orders(&["c.csv"]), &["c.csv", "has no text"]);
    check_said(
        &[("c.csv", b"customerNumber,customerName\n")],
        &orders(&["c.csv"]),
        &["has no rows", "hint: give a file with at least one row below"],
    );
    check_said(&[("c.csv", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0")], &orders(&["c.csv"]), &["is a picture", "hint: export the table as CSV"]);
    check_said(&[("c.csv", b"a,b\n1,\"x\n2,y\n")], &orders(&["c.csv"]), &["line 2: a quote is opened in this row and never closed"]);
    let cut = &[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x4b, 0x2e][..];
    check_said(&[("c.csv.gz", cut)], &orders(&["c.csv.gz"]), &["packed by gzip and damaged", "hint: get the file again"]);
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("c.csv")).unwrap();
    assert!(said(folder.path(), &orders(&["c.csv"])).contains("it is a folder"));
}

#[test]
fn the_only_file_is_that_of_the_customers_and_of_several_it_is_said_what_they_seem() {
    let file = [("c.csv", CUSTOMERS.as_bytes())];
    check_said(&file, &orders(&["c.csv"]), &["fine", "customers (as the file given for them)", "the key is `customerNumber`"]);
    let keyed = |table: &str, column: &str| json!({ "orders": { "from": ["c.csv"], "rows": 5, "keys": [{ "table": table, "name": "customerNumber", "column": column }] } });
    check_said(&file, &keyed("customers", "customerNumber"), &["fine", "the key is `customerNumber`: as you say"]);
    check_said(&file, &keyed("c", "nope"), &["no column is named `nope`", "hint: name one of `customerNumber`, `customerName`, `country`"]);
    check_said(&file, &keyed("klients", "customerNumber"), &["--key: no file is called `klients`", "hint: the files are c"]);
    let both = [("c.csv", CUSTOMERS.as_bytes()), ("o.csv", ORDERS.as_bytes())];
    let parts = ["`o.csv` seems to hold orders", "it is not known what it holds", "--key c.customerNumber=COLUMN"];
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &both);
    let text = said(folder.path(), &orders(&["c.csv", "o.csv"])).replace(folder.path().to_str().unwrap(), "").replace("`/", "`");
    assert!(parts.iter().all(|part| text.contains(part)), "{text}");
    let told = json!({ "orders": { "from": ["c.csv", "o.csv"], "rows": 5, "keys": [{ "table": "c", "name": "customerNumber", "column": "customerNumber" }] } });
    check_said(&both, &told, &["fine"]);
}

#[test]
fn columns_that_stand_twice_or_are_no_amounts_are_named() {
    let doubled = b"customerNumber,customerNumber,name\n1,5,A\n2,6,B\n3,7,C\n";
    check_said(
        &[("customers.csv", doubled)],
        &orders(&["customers.csv"]),
        &["`customerNumber` names several columns, and the first of them is used"],
    );
    let words = b"productCode,MSRP\nS1,5.00\nS2,call us\nS3,7.00\n";
    let files: [(&str, &[u8]); 2] = [("orders.csv", ORDERS.as_bytes()), ("products.csv", words)];
    check_said(&files, &details(2), &["`MSRP` is not used: some of its values, such as `call us`, are no amounts"]);
    let none = b"color,shape\nred,1\nred,1\nblue,1\n";
    check_said(&[("customers.csv", none)], &orders(&["customers.csv"]), &["no column is a key", "hint: name one: `--key customers.NAME=COLUMN`"]);
}

#[test]
fn details_of_more_orders_than_there_are_and_files_in_the_wrong_place_are_refused() {
    let files = [("orders.csv", ORDERS.as_bytes()), ("products.csv", PRODUCTS.as_bytes())];
    check_said(&files, &details(3), &["--rows: 3 order details are asked for", "has 2 orders", "hint: ask for `--rows 2` or fewer"]);
    let swapped = [("orders.csv", PRODUCTS.as_bytes()), ("products.csv", ORDERS.as_bytes())];
    let other = [("a.csv", PRODUCTS.as_bytes()), ("b.csv", ORDERS.as_bytes())];
    let job = json!({ "orderDetails": { "orders": "a.csv", "products": { "file": "b.csv" }, "rows": 2 } });
    check_said(&other, &job, &["--orders:", "does not seem to hold orders", "hint: change them over"]);
    check_said(&swapped, &details(2), &["does not seem to hold orders"]);
    let few = [("orders.csv", ORDERS.as_bytes()), ("products.csv", &b"productCode,MSRP\nS1,5.00\n"[..])];
    check_said(&few, &details(2), &["an order may hold 2 different products, and there are 1", "--products-per-order"]);
    let header = [("orders.csv", &b"orderNumber,orderDate\n"[..]), ("products.csv", PRODUCTS.as_bytes())];
    check_said(&header, &details(1), &["has no rows", "at least one row below its header"]);
}

#[test]
fn other_letters_than_utf_8_and_rows_that_do_not_fit_are_no_reason_to_stop() {
    let letters = b"customerNumber,customerName\n1,M\xfcller\n2,Stra\xdfe\n3,C\n";
    check_said(&[("customers.csv", letters)], &orders(&["customers.csv"]), &["fine", "Windows-1252"]);
    let long: String = (10..60).map(|row| format!("{row},A,USA\n")).collect();
    let ragged = format!("customerNumber,customerName,country\n{long}7,B\n");
    check_said(
        &[("customers.csv", ragged.as_bytes())],
        &orders(&["customers.csv"]),
        &["fine", "1 rows are left out, the first at line 52: has 2 fields rather than 3"],
    );
    let twice = b"customerNumber,customerName\n1,A\n2,B\n1,C\n";
    check_said(&[("customers.csv", twice)], &orders(&["customers.csv"]), &["1 rows are left out, the first at line 4: key `1` stands here again"]);
}

#[test]
fn a_key_of_a_file_that_is_called_by_what_it_holds_is_looked_for() {
    let key = |column: &str| json!({"orders": {"from": ["c.csv"], "rows": 2, "keys": [{"table": "customers", "name": "customerNumber", "column": column}]}});
    let files: [(&str, &[u8]); 1] = [("c.csv", b"customerNumber,email,phone,country,vip\n1,a@x.example,1,USA,7\n2,b@x.example,2,USA,8\n")];
    check_said(&files, &key("nope"), &["no column is named `nope`", "name one of `customerNumber`"]);
    check_said(&files, &key("vip"), &["fine", "the key is `vip`"]);
}
