//! How shops trade: holidays, money of each currency, and customers with baskets of their own.

#![allow(clippy::float_arithmetic)] // Statistics of what was made; amounts are compared and not added up.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use serde_json::{Value, json};
use wares::{
    certificate,
    job::{Job, Prepared},
    model::{Column, Fill, Recipe, column::CustomerFact, defaults, holidays},
    preview,
    run::{Options, Progress, run},
};

use crate::{
    common::{records, today},
    jobs::Nowhere,
};

fn prepared(job: Value) -> Prepared {
    serde_json::from_value::<Job>(job).unwrap().prepare(&Nowhere, today()).unwrap()
}

fn table(prepared: &Prepared, name: &str) -> Vec<Vec<String>> {
    let text = String::from_utf8(preview::preview(&prepared.checked, name, 0, u64::MAX).unwrap()).unwrap();
    records(&text).into_iter().map(|record| record.into_iter().map(Option::unwrap_or_default).collect()).collect()
}

/// The values of a column.
fn column<'a>(rows: &'a [Vec<String>], name: &str) -> Vec<&'a str> {
    let index = rows[0].iter().position(|known| known == name).unwrap_or_else(|| panic!("no {name} in {:?}", rows[0]));
    rows[1..].iter().map(|row| row[index].as_str()).collect()
}

fn shop(region: &str, profile: &str, more: &Value) -> Prepared {
    let mut job = json!({ "domain": "board games", "regions": [{ "code": region }], "profile": profile, "products": 300, "orders": 12_000 });
    job.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    prepared(json!({ "shop": job }))
}

#[test]
fn fewer_order_on_the_holidays_of_their_own_country_and_nothing_leaves() {
    for (region, profile, holiday, other) in [
        ("US", "retail", "07-04", "05-05"),
        ("JP", "retail", "05-05", "07-04"),
        ("DE", "wholesale", "10-03", "07-04"),
        ("PL", "wholesale", "11-11", "10-03"),
    ] {
        let orders = table(&shop(region, profile, &json!({ "since": "2018-01-01", "orders": 40_000 })), "orders");
        let dates = column(&orders, "orderDate");
        let on = |day: &str| dates.iter().filter(|date| date.ends_with(day)).count();
        assert!(on(holiday) * 10 < on(other) * 8, "{region}: {} on {holiday}, {} on {other}", on(holiday), on(other));
        let closed: BTreeSet<String> = (2018..=2026).flat_map(|year| holidays::of(region, year)).map(|day| day.to_string()).collect();
        let left = column(&orders, "shippedDate");
        assert!(left.iter().all(|day| !closed.contains(*day)), "{region}: something left on a holiday");
        assert!(profile != "wholesale" || on(holiday) * 5 < on(other), "{region}: {} on {holiday}", on(holiday));
    }
}

#[test]
fn a_grocer_never_closes_and_without_holidays_nothing_changes_on_them() {
    let grocer = table(&shop("US", "grocery", &json!({ "since": "2020-01-01" })), "orders");
    assert!(column(&grocer, "shippedDate").iter().any(|day| day.ends_with("07-04") || day.ends_with("12-25")));
    let mut job = shop("US", "retail", &json!({ "since": "2018-01-01", "orders": 40_000 }));
    job.template.trade.calendar.holidays = wares::model::trade::HolidaySource::None;
    job.checked = wares::checked(&job.template, "x", today()).unwrap();
    let orders = table(&job, "orders");
    let on = |day: &str| column(&orders, "orderDate").iter().filter(|date| date.ends_with(day)).count();
    assert!(on("07-04") * 10 > on("07-05") * 8, "{} and {}", on("07-04"), on("07-05"));
}

#[test]
fn money_has_the_decimals_of_its_currency_and_the_ledger_holds() {
    for (region, decimals) in [("JP", 0), ("KR", 0), ("VN", 0), ("KW", 3), ("DE", 2), ("HU", 2)] {
        let shop = shop(region, "retail", &json!({ "tables": "all", "orders": 400, "customers": 100, "products": 60 }));
        let folder = tempfile::tempdir().unwrap();
        run(&shop.template, &shop.checked, folder.path(), &Options::default(), &Progress::default()).unwrap();
        let certificate = certificate::check(folder.path()).unwrap();
        assert!(certificate.verdict(folder.path()).is_ok(), "{region}: {:?}", certificate.verdict(folder.path()));
        let rows = |name: &str| -> Vec<Vec<String>> {
            let text = fs::read_to_string(folder.path().join(format!("{name}.csv"))).unwrap();
            records(&text).into_iter().map(|record| record.into_iter().map(Option::unwrap_or_default).collect()).collect()
        };
        for (name, columns) in [
            ("products", &["buyPrice", "MSRP"][..]),
            ("customers", &["creditLimit"]),
            ("orders", &["subtotal", "discount", "shipping", "tax", "total"]),
            ("order_details", &["priceEach"]),
            ("payments", &["amount"]),
            ("returns", &["refundAmount"]),
        ] {
            let rows = rows(name);
            for amount in columns.iter().flat_map(|name| column(&rows, name)) {
                let digits = amount.split_once('.').map_or(0, |(_, digits)| digits.len());
                assert_eq!(digits, decimals, "{region}: {name} has {amount}");
            }
        }
        let (products, details) = (rows("products"), rows("order_details"));
        let prices: BTreeMap<&str, f64> =
            column(&products, "productCode").into_iter().zip(column(&products, "MSRP").into_iter().map(|price| price.parse().unwrap())).collect();
        let sold = column(&details, "productCode").into_iter().zip(column(&details, "priceEach"));
        assert!(sold.into_iter().all(|(product, price)| price.parse::<f64>().unwrap() <= prices[product]), "{region}: dearer than its list price");
        let median = {
            let mut all: Vec<f64> = prices.values().copied().collect();
            all.sort_by(f64::total_cmp);
            all[30]
        };
        let usual = match region {
            "JP" => 2_000.0..20_000.0,
            "KR" => 20_000.0..200_000.0,
            "VN" => 3e5..3e6,
            "HU" => 4_000.0..40_000.0,
            _ => 5.0..100.0,
        };
        assert!(usual.contains(&median), "{region}: {median}");
    }
}

#[test]
fn lines_of_orders_with_whole_totals_are_whole_too() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let orders: String = (0..300).map(|row| format!("{},2026-02-0{},{}\n", 500 + row, 1 + row % 9, 900 + row * 137)).collect();
    let products: String = (0..80).map(|row| format!("S{row},{}\n", 300 + row * 55)).collect();
    fs::write(path("orders.csv"), format!("orderNumber,orderDate,total\n{orders}")).unwrap();
    fs::write(path("products.csv"), format!("productCode,MSRP\n{products}")).unwrap();
    let job = json!({ "orders": path("orders.csv"), "products": { "file": path("products.csv") }, "rows": 300 });
    let details = table(&prepared(json!({ "orderDetails": job })), "order_details");
    let mut sums: BTreeMap<i64, i64> = BTreeMap::new();
    for row in &details[1..] {
        let whole = |text: &String| text.parse::<i64>().unwrap_or_else(|_| panic!("{text} in {row:?}"));
        *sums.entry(whole(&row[0])).or_default() += whole(&row[2]) * whole(&row[3]);
    }
    assert!((0..300).all(|row| sums[&(500 + row)] == 900 + row * 137), "{sums:?}");
}

#[test]
fn lots_are_of_what_is_not_dear_and_pieces_follow_the_price_where_they_may() {
    let mut shop = shop("US", "retail", &json!({}));
    let mut details = |change: &dyn Fn(&mut wares::model::trade::Lines)| {
        change(&mut shop.template.trade.lines);
        shop.checked = wares::checked(&shop.template, "x", today()).unwrap();
        let rows = table(&shop, "order_details");
        let numbers = |name: &str| column(&rows, name).into_iter().map(|text| text.parse::<f64>().unwrap()).collect::<Vec<_>>();
        numbers("quantityOrdered").into_iter().zip(numbers("priceEach")).collect::<Vec<(f64, f64)>>()
    };
    let swayed = correlation(&details(&|_| ()));
    let free = correlation(&details(&|lines| lines.price_sways_percent = 0));
    assert!(swayed < -0.05 && free.abs() < 0.03, "{swayed} and {free}");
    let lots = details(&|lines| lines.bulk = vec![wares::model::trade::Bulk { pieces: 700, per_million: 500_000 }]);
    let is_lot = |(pieces, _): &&(f64, f64)| *pieces == 700.0;
    let dearest = |lot: bool| lots.iter().filter(|line| is_lot(line) == lot).map(|(_, price)| *price).fold(0.0, f64::max);
    let count = lots.iter().filter(is_lot).count();
    assert!((lots.len() / 5..lots.len() / 2).contains(&count), "{count} of {}", lots.len());
    assert!(dearest(true) * 2.0 < dearest(false), "{} and {}", dearest(true), dearest(false));
}

#[test]
fn customers_of_their_own_taste_buy_what_others_do_not() {
    let mut shop = shop("US", "grocery", &json!({ "customers": 200, "orders": 3_000 }));
    let mut best = |percent: u8| {
        shop.template.trade.lines.own_taste_percent = percent;
        shop.checked = wares::checked(&shop.template, "x", today()).unwrap();
        let rows = table(&shop, "order_details");
        let mut sold: BTreeMap<&str, u64> = BTreeMap::new();
        column(&rows, "productCode").into_iter().for_each(|code| *sold.entry(code).or_default() += 1);
        let mut counts: Vec<u64> = sold.into_values().collect();
        counts.sort_unstable();
        counts.iter().rev().take(3).sum::<u64>() as f64 / counts.iter().sum::<u64>() as f64
    };
    let (all, own) = (best(0), best(100));
    assert!(own < all * 0.75, "the three best sellers have {own} and {all} of all lines");
}

/// Correlation of two lists.
fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let count = pairs.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / count;
    let (first, second) = (mean(|pair| pair.0), mean(|pair| pair.1));
    let sum = |of: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>();
    let joint = sum(&|pair| (pair.0 - first) * (pair.1 - second));
    joint / (sum(&|pair| (pair.0 - first).powi(2)) * sum(&|pair| (pair.1 - second).powi(2))).sqrt()
}

#[test]
fn who_had_a_large_basket_has_a_large_one_again_and_so_have_companies() {
    for profile in ["retail", "wholesale"] {
        let mut shop = shop("US", profile, &json!({ "customers": 250, "orders": 6_000 }));
        shop.template.trade.customers.company_percent = 40;
        let customers = shop.template.tables.iter_mut().find(|table| table.recipe == Some(Recipe::Customers)).unwrap();
        let mut columns = defaults::columns(Recipe::Customers, 250, &shop.template.trade);
        columns.push(Column { fill: Some(Fill::Customer(CustomerFact::Kind)), ..Column::named("kind") });
        customers.columns = Some(columns);
        shop.checked = wares::checked(&shop.template, "x", today()).unwrap();
        let (orders, details) = (table(&shop, "orders"), table(&shop, "order_details"));
        let mut lines: BTreeMap<&str, f64> = BTreeMap::new();
        column(&details, "orderNumber").into_iter().for_each(|order| *lines.entry(order).or_default() += 1.0);
        let mut baskets: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
        for (order, customer) in column(&orders, "orderNumber").into_iter().zip(column(&orders, "customerNumber")) {
            baskets.entry(customer).or_default().push(lines[order]);
        }
        let mean = |sizes: &[f64]| sizes.iter().sum::<f64>() / sizes.len() as f64;
        let halves: Vec<(f64, f64)> = baskets
            .values()
            .filter(|sizes| sizes.len() >= 12)
            .map(|sizes| sizes.split_at(sizes.len() / 2))
            .map(|(a, b)| (mean(a), mean(b)))
            .collect();
        let found = correlation(&halves);
        assert!(halves.len() > 60 && found > 0.5, "{profile}: {found} over {} customers", halves.len());
        let people = table(&shop, "customers");
        let kinds: BTreeMap<&str, &str> = column(&people, "customerNumber").into_iter().zip(column(&people, "kind")).collect();
        let of = |kind: &str| {
            mean(&baskets.iter().filter(|(customer, _)| kinds[*customer] == kind).flat_map(|(_, sizes)| sizes.clone()).collect::<Vec<_>>())
        };
        assert!(of("company") > of("person") * 1.08, "{profile}: {} and {}", of("company"), of("person"));
    }
}
