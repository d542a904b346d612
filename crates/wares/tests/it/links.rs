//! Orders from several files of the user that refer to each other.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

use wares::parents::{self, Files, Goods, Job, KeyChoice, Layout};

use crate::common::{records, today};

/// Orders from files, each with its name.
fn orders(files: &[(&str, &str)], rows: u64, keys: &[&str]) -> Result<Job, String> {
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| folder.path().join(name)).collect();
    files.iter().zip(&paths).for_each(|((_, text), path)| fs::write(path, text).unwrap());
    parents::orders(&paths, Some(rows), &Files { keys: keys.iter().map(|key| choice(key)).collect(), ..Files::default() })
        .map_err(|error| format!("{error:?}"))
}

/// `customers.customerNumber=cust_no`, as typed.
fn choice(text: &str) -> KeyChoice {
    let (left, column) = text.split_once('=').unwrap();
    let (table, key_name) = left.split_once('.').unwrap();
    KeyChoice { table: table.to_owned(), key_name: key_name.to_owned(), column: column.to_owned() }
}

/// The rows of a job's table by the names of its columns.
fn made(job: &Job) -> Vec<BTreeMap<String, String>> {
    let checked = job.checked("test", today()).unwrap_or_else(|error| panic!("{error:?}"));
    let text = String::from_utf8(wares::preview::preview(&checked, &job.table, 0, 1_000_000).unwrap()).unwrap();
    let rows = records(&text);
    let named =
        |row: &Vec<Option<String>>| rows[0].iter().zip(row).map(|(name, value)| (name.clone().unwrap(), value.clone().unwrap_or_default())).collect();
    rows[1..].iter().map(named).collect()
}

fn pairs(rows: &[BTreeMap<String, String>], columns: [&str; 2]) -> BTreeSet<(String, String)> {
    rows.iter().map(|row| columns.map(|column| row.get(column).unwrap_or_else(|| panic!("no {column} in {row:?}")).clone()).into()).collect()
}

const CUSTOMERS: &str =
    "customerNumber,customerName,salesRepEmployeeNumber\n1,A,1002\n2,B,1003\n3,C,\n4,D,1002\n5,E,1003\n6,F,1002\n7,G,1003\n8,H,1002\n";
const EMPLOYEES: &str = "employeeNumber,lastName,jobTitle,officeCode\n1001,X,President,1\n1002,Y,Rep,2\n1003,Z,Rep,4\n";
const OFFICES: &str = "officeCode,city,territory\n1,P,NA\n2,Q,NA\n4,R,EMEA\n";

#[test]
fn an_order_has_the_sales_representative_of_its_customer_and_the_office_of_that_one() {
    let job = orders(&[("offices.csv", OFFICES), ("customers.csv", CUSTOMERS), ("employees.csv", EMPLOYEES)], 600, &[]).unwrap();
    let rows = made(&job);
    let expected = [("1", "1002"), ("2", "1003"), ("3", ""), ("4", "1002"), ("5", "1003"), ("6", "1002"), ("7", "1003"), ("8", "1002")];
    let expected: BTreeSet<(String, String)> = expected.map(|(one, other)| (one.to_owned(), other.to_owned())).into();
    let found = pairs(&rows, ["customerNumber", "employeeNumber"]);
    assert!(found.is_subset(&expected) && found.len() > 5, "{found:?}");
    let offices = pairs(&rows, ["employeeNumber", "officeCode"]);
    let known = [("1002", "2"), ("1003", "4"), ("", "")].map(|(one, other)| (one.to_owned(), other.to_owned()));
    assert!(offices.iter().all(|pair| known.contains(pair)), "{offices:?}");
    assert!(
        job.notes.iter().any(|note| note.contains("`salesRepEmployeeNumber` of `customers` refers to `employees`: 2 of 2 values")),
        "{:#?}",
        job.notes
    );
    assert!(job.notes.iter().any(|note| note.contains("`employeeNumber` follows from the row of `customers`; 1 rows have none")), "{:#?}", job.notes);
}

#[test]
fn a_row_that_names_nobody_leaves_its_orders_without_one() {
    let customers: String = (1..=40).map(|number| format!("{number},N{number},{}\n", if number == 9 { 9_999 } else { 1_000 + number })).collect();
    let employees: String = (1..=40).map(|number| format!("{},L{number},Rep\n", 1_000 + number)).collect();
    let customers = format!("customerNumber,customerName,rep\n{customers}");
    let employees = format!("employeeNumber,lastName,jobTitle\n{employees}");
    let job = orders(&[("customers.csv", &customers), ("employees.csv", &employees)], 3_000, &[]).unwrap();
    for row in made(&job) {
        let customer: u64 = row["customerNumber"].parse().unwrap();
        let expected = if customer == 9 { String::new() } else { (1_000 + customer).to_string() };
        assert_eq!(row["employeeNumber"], expected, "{row:?}");
    }
}

#[test]
fn a_customer_with_several_addresses_has_its_orders_sent_to_its_first() {
    let addresses = "address_id,customer_id,street\nA1,11,a\nA2,12,b\nA3,11,c\nA4,13,d\n";
    let job = orders(&[("customers.csv", "customer_id,email\n11,a@b.cc\n12,c@b.cc\n13,e@b.cc\n"), ("addresses.csv", addresses)], 300, &[]).unwrap();
    let found = pairs(&made(&job), ["customer_id", "address_id"]);
    let known = [("11", "A1"), ("12", "A2"), ("13", "A4")].map(|(one, other)| (one.to_owned(), other.to_owned()));
    assert!(found.iter().all(|pair| known.contains(pair)) && found.len() > 1, "{found:?}");
}

#[test]
fn a_key_of_two_columns_comes_into_the_orders_whole() {
    let depots = "region,store,since\nN,S1,2020-01-01\nN,S2,2020-01-01\nE,S1,2021-01-01\nE,S3,2020-01-01\nW,S2,2021-01-01\n";
    let customers = "customerNumber,customerName\n1,A\n2,B\n";
    for keys in [&[][..], &["depots.area+shop=region+store"]] {
        let job = orders(&[("customers.csv", customers), ("depots.csv", depots)], 200, keys).unwrap();
        let columns = if keys.is_empty() { ["region", "store"] } else { ["area", "shop"] };
        let known = [("N", "S1"), ("N", "S2"), ("E", "S1"), ("E", "S3"), ("W", "S2")].map(|(one, other)| (one.to_owned(), other.to_owned()));
        assert_eq!(pairs(&made(&job), columns), known.into(), "{:#?}", job.notes);
        assert_eq!(job.found[1].key, ["region", "store"]);
    }
    let double = depots.replace("W,S2", "N,S2");
    let job = orders(&[("customers.csv", customers), ("depots.csv", &double)], 20, &["depots.region+store=region+store"]).unwrap();
    assert_eq!((job.rejects[0].1.line, job.rejects[0].1.reason.as_str()), (6, "key `N + S2` stands here again"));
}

#[test]
fn columns_that_the_user_names_and_the_currency_go_along_with_the_customer() {
    let customers = "cust_no,segment,currency\n007,gold,EUR\n008,tin,USD\n009,gold,GBP\n";
    let job = orders(&[("customers.csv", customers)], 200, &["customers.customerNumber=cust_no", "customers.tier=segment"]).unwrap();
    let rows = made(&job);
    let known = [("007", "gold", "EUR"), ("008", "tin", "USD"), ("009", "gold", "GBP")];
    for row in &rows {
        let found = (row["customerNumber"].as_str(), row["tier"].as_str(), row["currency"].as_str());
        assert!(known.contains(&found), "{found:?}");
    }
    let unknown = orders(&[("customers.csv", customers)], 20, &["customers.customerNumber=cust_no", "customers.tier=nope"]).unwrap_err();
    assert!(unknown.contains("no column is named `nope`"), "{unknown}");
}

#[test]
fn order_details_carry_what_the_user_names_of_their_order_and_their_product() {
    let folder = tempfile::tempdir().unwrap();
    let (orders, products) = (folder.path().join("orders.csv"), folder.path().join("products.csv"));
    fs::write(&orders, "orderNumber,customerNumber\n1,11\n2,12\n3,11\n").unwrap();
    fs::write(&products, "sku,productName,price,brand\nP1,a,1.00,X\nP2,b,2.00,Y\nP3,c,3.00,Y\n").unwrap();
    let files = |keys: &[&str]| Files { keys: keys.iter().map(|key| choice(key)).collect(), ..Files::default() };
    let keys = ["orders.orderNumber=orderNumber", "orders.buyer=customerNumber", "products.sku=sku", "products.brand=brand"];
    let job = parents::order_details(&orders, Goods::File(&products), 3, Some((2, 3)), Layout::Lines, &files(&keys)).unwrap();
    let rows = made(&job);
    assert!(pairs(&rows, ["orderNumber", "buyer"]).iter().all(|(order, buyer)| (order == "2") == (buyer == "12")));
    assert!(pairs(&rows, ["sku", "brand"]).iter().all(|(sku, brand)| (sku == "P1") == (brand == "X")));
    let lists = parents::order_details(&orders, Goods::File(&products), 3, None, Layout::List, &files(&keys[..2])).unwrap();
    assert_eq!(pairs(&made(&lists), ["orderNumber", "buyer"]).len(), 3);
    let refused = parents::order_details(&orders, Goods::File(&products), 3, None, Layout::List, &files(&keys)).unwrap_err();
    assert!(format!("{refused:?}").contains("`brand` belongs to a product"), "{refused:?}");
}

#[test]
fn of_two_files_of_customers_the_one_that_refers_to_the_other_is_no_customers() {
    let customers = "customerNumber,customerName\n1,A\n2,B\n3,C\n";
    let contacts = "contactId,customerNumber,email,phone,firstName\nc1,1,a@b.cc,1,A\nc2,3,b@b.cc,2,B\n";
    let job = orders(&[("contacts.csv", contacts), ("customers.csv", customers)], 100, &["contacts.contactId=contactId"]).unwrap();
    let found = pairs(&made(&job), ["customerNumber", "contactId"]);
    let known = [("1", "c1"), ("2", ""), ("3", "c2")].map(|(one, other)| (one.to_owned(), other.to_owned()));
    assert!(found.iter().all(|pair| known.contains(pair)), "{found:?}");
    let apart = orders(&[("clients.csv", "customerNumber,customerName\n7,A\n8,B\n"), ("customers.csv", customers)], 10, &[]).unwrap_err();
    assert!(apart.contains("holds customers too") && apart.contains("join the two files"), "{apart}");
}

#[test]
fn a_customer_without_a_day_of_sign_up_is_there_from_the_beginning() {
    let row = |number: u32| match number {
        2 => "2,\n".to_owned(),
        4 => "4,soon\n".to_owned(),
        _ => format!("{number},2026-{:02}-01\n", 1 + number % 11),
    };
    let customers = format!("customerNumber,signedUpOn\n{}", (1..=300).map(row).collect::<String>());
    let job = orders(&[("customers.csv", &customers)], 3_000, &[]).unwrap();
    assert!(job.notes.iter().any(|note| note.contains("1 rows have no day of sign-up")), "{:#?}", job.notes);
    let rejected: Vec<(u64, &str)> = job.rejects.iter().map(|(_, reject)| (reject.line, reject.reason.as_str())).collect();
    assert_eq!(rejected, [(5, "`soon` is no day of sign-up")]);
    assert!(made(&job).iter().any(|row| row["customerNumber"] == "2" && row["orderDate"].as_str() < "2026-01-01"));
    // Of few rows, one bad value says that the column is something else.
    let few = orders(&[("customers.csv", "customerNumber,signedUpOn\n1,2026-01-01\n2,soon\n3,2026-01-01\n")], 10, &[]).unwrap();
    assert!(few.notes.iter().any(|note| note.contains("`signedUpOn` is not used")) && few.rejects.is_empty(), "{:#?}", few.notes);
}

#[test]
fn what_was_found_is_told_for_people_and_as_json() {
    let job = orders(&[("customers.csv", CUSTOMERS), ("employees.csv", EMPLOYEES)], 10, &[]).unwrap();
    let text = job.found[0].to_string();
    for part in
        ["holds    customers: by its name", "parted by `,`, with a header; 8 rows, 0 left out", "key      customerNumber: it has the usual name"]
    {
        assert!(text.contains(part), "`{part}` is not in\n{text}");
    }
    assert!(text.contains("refers   salesRepEmployeeNumber to employees: 2 of 2 values are keys there, and its name says so"), "{text}");
    let json = serde_json::to_value(&job.found).unwrap();
    assert_eq!(json[0]["kind"], "customers");
    assert_eq!(
        json[0]["refers"][0],
        serde_json::json!({"column": "salesRepEmployeeNumber", "table": "employees", "found": 2, "of": 2, "named": true})
    );
    assert_eq!(json[1]["keyEvidence"], "it has the usual name, none empty, no value twice");
}

#[test]
fn a_template_may_not_ask_for_what_no_file_has() {
    let mut job = orders(&[("customers.csv", CUSTOMERS), ("employees.csv", EMPLOYEES)], 10, &[]).unwrap();
    let columns = job.template.tables[0].columns.as_mut().unwrap();
    columns.push(serde_json::from_value(serde_json::json!({"name": "x", "fill": {"reference": {"table": "customers", "column": "nope"}}})).unwrap());
    columns.push(serde_json::from_value(serde_json::json!({"name": "y", "fill": {"reference": {"table": "orders", "column": "status"}}})).unwrap());
    let refused = format!("{:?}", job.checked("test", today()).unwrap_err());
    assert!(refused.contains("`customers` has no column `nope`") && refused.contains("`orders` is no table that you bring"), "{refused}");
}
