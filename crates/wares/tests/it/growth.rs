//! Shops whose orders come at a rate: a later day appends, and changes of earlier rows only what time changes.

use std::{collections::BTreeMap, fs};

use serde_json::{Value, json};
use wares::{
    certificate,
    job::{Job, Prepared},
    model::Day,
    preview,
    run::{Options, Progress, run},
};

use crate::{
    common::{records, today},
    jobs::Nowhere,
};

type Rows = Vec<Vec<Option<String>>>;

fn prepared(job: Value, day: Day) -> Prepared {
    let mut job = job;
    job.as_object_mut().unwrap().values_mut().for_each(|inner| inner["today"] = json!(day.to_string()));
    serde_json::from_value::<Job>(job).unwrap().prepare(&Nowhere, day).unwrap()
}

fn rows(prepared: &Prepared, table: &str) -> Rows {
    let text = String::from_utf8(preview::preview(&prepared.checked, table, 0, u64::MAX).unwrap()).unwrap();
    records(&text)
}

fn refused(job: Value) -> String {
    let outcome = serde_json::from_value::<Job>(job).unwrap().prepare(&Nowhere, today());
    match outcome {
        Err(wares::Error::Input { problems, .. }) => problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
        other => panic!("not refused: {:?}", other.map(|prepared| prepared.tables)),
    }
}

/// Orders older than this have come to their end.
const SETTLED_DAYS: i32 = 90;

/// Compares tables of one shop on two days: all rows of the earlier one stand first in the later one.
fn check_appended(job: &Value, day: Day, later: Day) {
    let (before, after) = (prepared(job.clone(), day), prepared(job.clone(), later));
    for table in &before.tables {
        let (earlier, later_rows) = (rows(&before, table), rows(&after, table));
        let name = |column: usize| earlier[0][column].clone().unwrap();
        assert_eq!(earlier[0], later_rows[0]);
        assert!(later_rows.len() >= earlier.len(), "{table}");
        let settled = day.plus(-SETTLED_DAYS).to_string();
        for (number, (one, other)) in earlier.iter().zip(&later_rows).enumerate().skip(1) {
            let may_change = |column: &str| {
                table == "orders" && matches!(column, "status" | "shippedDate" | "comments") && one[1].as_deref() >= Some(settled.as_str())
            };
            for column in 0..one.len() {
                assert!(one[column] == other[column] || may_change(&name(column)), "{table} {number}: {one:?} on {day}, {other:?} on {later}");
            }
        }
        if table == "orders" {
            let dates: Vec<&str> = later_rows[1..].iter().map(|row| row[1].as_deref().unwrap()).collect();
            assert!(dates.is_sorted() && dates.last() <= Some(&later.to_string().as_str()));
            assert!(dates[earlier.len() - 1..].iter().all(|date| *date > day.to_string().as_str()), "what is appended lies after {day}");
            let moved = earlier.iter().zip(&later_rows).filter(|(one, other)| one != other).count();
            assert!(later.0 - day.0 < 30 || moved > 0, "no order moved on from {day} to {later}");
        }
    }
}

#[test]
fn a_later_day_appends_orders_and_changes_earlier_ones_only_in_status() {
    for (profile, rate, tables) in [("retail", json!(9), "main"), ("marketplace", json!("6.25"), "main"), ("wholesale", json!(2), "main")] {
        let job = json!({ "shop": { "domain": "board games", "profile": profile, "ordersPerDay": rate, "products": 300, "tables": tables } });
        for later in [1, 40, 400] {
            check_appended(&job, today(), today().plus(later));
        }
    }
}

#[test]
fn amounts_and_customers_of_several_regions_stay_too() {
    let regions = json!([{ "code": "US", "share": 0.6 }, { "code": "JP", "share": 0.2 }, { "code": "DE", "share": 0.2 }]);
    let shop =
        json!({ "shop": { "domain": "books", "ordersPerDay": 5, "tables": "all", "regions": regions, "since": "2026-01-15", "products": 80 } });
    let (before, after) = (prepared(shop.clone(), today()), prepared(shop, today().plus(75)));
    for table in ["customers", "products", "product_lines", "offices", "employees", "order_details"] {
        let (earlier, later) = (rows(&before, table), rows(&after, table));
        assert_eq!(earlier, later[..earlier.len()], "{table}");
    }
    let (earlier, later) = (rows(&before, "orders"), rows(&after, "orders"));
    let kept = |row: &Vec<Option<String>>| [&row[..3], &row[6..]].concat();
    assert!(earlier.iter().zip(&later).all(|(one, other)| kept(one) == kept(other)));
}

#[test]
fn every_law_holds_where_orders_come_at_a_rate() {
    for profile in ["retail", "marketplace", "wholesale", "grocery"] {
        let shop =
            json!({ "shop": { "domain": "toys", "ordersPerDay": 3, "tables": "all", "profile": profile, "since": "2025-09-01", "products": 700 } });
        let shop = prepared(shop, today());
        let folder = tempfile::tempdir().unwrap();
        run(&shop.template, &shop.checked, folder.path(), &Options::default(), &Progress::default()).unwrap();
        let certificate = certificate::check(folder.path()).unwrap();
        assert!(certificate.verdict(folder.path()).is_ok(), "{profile}: {:?}", certificate.verdict(folder.path()));
        let manifest: Value = serde_json::from_str(&fs::read_to_string(folder.path().join("manifest.json")).unwrap()).unwrap();
        assert_eq!(manifest["template"]["trade"]["orders"]["per_day"], 3);
        assert_eq!(manifest["template"]["trade"]["calendar"]["start"], "2025-09-01");
    }
}

#[test]
fn the_first_year_has_the_rate_asked_for_and_customers_come_with_the_orders() {
    let year = |profile: &str, day: &str| {
        let day: Day = day.parse().unwrap();
        let shop = prepared(json!({ "shop": { "domain": "wine", "ordersPerDay": 12, "profile": profile } }), day);
        (rows(&shop, "orders"), rows(&shop, "customers"))
    };
    let (orders, customers) = year("retail", "2024-12-30");
    assert!((orders.len() - 1).abs_diff(12 * 365) <= 1, "{}", orders.len());
    let early = customers[1..].iter().filter(|row| row[16].as_deref() < Some("2024-01-01")).count();
    assert_eq!(early, 12 * 40);
    assert!(customers.len() > early + early / 2, "new ones come: {}", customers.len());
    let (orders, customers) = year("marketplace", "2025-06-30");
    let mut by_customer: BTreeMap<&str, u64> = BTreeMap::new();
    orders[1..].iter().for_each(|row| *by_customer.entry(row[6].as_deref().unwrap()).or_default() += 1);
    let once = by_customer.values().filter(|count| **count == 1).count();
    assert!(once * 100 > by_customer.len() * 93, "{once} of {} came once, of {} customers", by_customer.len(), customers.len());
}

#[test]
fn orders_of_the_users_customers_grow_and_nobody_orders_before_signing_up() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: String| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let day = |row: i32| "2024-03-01".parse::<Day>().unwrap().plus(row * 3).to_string();
    let dated = (0..500).map(|row| format!("{},{}\n", 900 + row, day(row))).collect::<String>();
    let dated = file("customers.csv", format!("customerNumber,signedUpOn\n{dated}"));
    let plain = file("clients.csv", format!("customerNumber,name\n{}", (0..500).map(|row| format!("{row},N{row}\n")).collect::<String>()));
    for from in [&dated, &plain] {
        let job = json!({ "orders": { "from": [from], "ordersPerDay": 4 } });
        for later in [1, 40, 400] {
            check_appended(&job, today(), today().plus(later));
        }
        let made = prepared(job, today());
        let orders = rows(&made, "orders");
        let first = if from == &dated { "2024-03-01" } else { "2024-01-01" };
        assert!(orders[1][1].as_deref() >= Some(first) && orders[1][1].as_deref() < Some("2024-03-04"), "{:?}", orders[1]);
        if from == &dated {
            let early = orders[1..].iter().filter(|row| row[1] < Some(day(row[6].as_ref().unwrap().parse::<i32>().unwrap() - 900))).count();
            assert_eq!(early, 0);
        }
    }
}

#[test]
fn a_rate_beside_a_number_and_days_that_cannot_be_are_refused() {
    let shop = |more: Value| {
        let mut job = json!({ "domain": "books" });
        job.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({ "shop": job })
    };
    assert!(refused(shop(json!({ "ordersPerDay": 3, "orders": 5 }))).contains("ordersPerDay: stands beside `orders`"));
    assert!(refused(json!({ "orders": { "from": ["x.csv"], "ordersPerDay": 3, "rows": 5 } })).contains("stands beside `rows`"));
    assert!(refused(json!({ "orders": { "from": ["x.csv"] } })).contains("rows: missing"));
    let late = refused(shop(json!({ "ordersPerDay": 3, "today": "2023-05-01" })));
    assert!(late.contains("trade.calendar.start: the first day with orders, 2024-01-01, is after `today`, 2023-05-01"), "{late}");
    assert!(refused(shop(json!({ "ordersPerDay": 0 }))).contains("trade.orders.per_day"));
    assert!(refused(shop(json!({ "ordersPerDay": "0.0001" }))).contains("at most three decimals"));
    for (rate, made) in [("0.001", "make none by"), ("90000000", "more than 100000000000")] {
        let job = shop(json!({ "ordersPerDay": rate, "since": if rate == "0.001" { "2026-11-20" } else { "2000-01-01" }, "customers": 10 }));
        let prepared = serde_json::from_value::<Job>(job).unwrap().prepare(&Nowhere, today()).unwrap();
        let error = wares::Plan::new(&prepared.checked, Some("orders")).err().unwrap().to_string();
        assert!(error.contains(made), "{error}");
    }
    let template = json!({ "version": 1, "name": "x", "catalog": "books", "trade": { "orders": { "per_day": 3 } }, "tables": [
        { "name": "customers", "recipe": "customers", "rows": 5 }, { "name": "orders", "recipe": "orders", "rows": 5 }] });
    let text = refused(json!({ "shop": { "template": template } }));
    assert!(text.contains("tables[1].rows: 5 rows stand beside `trade.orders.per_day`"), "{text}");
}
