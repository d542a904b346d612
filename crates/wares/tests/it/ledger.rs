//! The ledger of a shop with all tables: every identity to the cent, and a check that sees when one does not hold.

use std::{collections::BTreeMap, fs, path::Path};

use wares::{
    certificate::{self, Certificate},
    model::{Checked, Column, Day, Fill, Recipe, Template, column::ProductFact, template::RegionShare, trade::Profile},
    run::{Options, Progress, run},
    shop::{self, Size, Tables},
};

use crate::common::{records, today};

fn regions(list: &[(&str, f64)]) -> Vec<RegionShare> {
    list.iter().map(|(code, share)| RegionShare { code: (*code).to_owned(), share: *share }).collect()
}

pub(crate) fn whole(words: &str, list: &[(&str, f64)], size: Size) -> (Template, Checked) {
    let template = shop::with_tables(words, regions(list), size, Tables::All, Profile::Retail).unwrap().0;
    let template = Template { today: Some(today()), ..template };
    let checked = wares::checked(&template, words, today()).unwrap();
    (template, checked)
}

const SMALL: Size = Size { products: 60, customers: 400, orders: 2_500 };
const EVERYWHERE: [(&str, f64); 4] = [("US", 0.5), ("DE", 0.2), ("JP", 0.2), ("KW", 0.1)];

fn made(folder: &Path, template: &Template, checked: &Checked) {
    run(template, checked, folder, &Options::default(), &Progress::default()).unwrap();
}

fn certificate(folder: &Path) -> Certificate {
    certificate::check(folder).unwrap()
}

#[test]
fn every_law_holds_in_shops_of_every_profile_and_nobody_buys_before_the_launch() {
    for profile in Profile::ALL {
        let size = Size { products: 800, customers: 1_000, orders: 1_000 };
        let mut template = shop::with_tables("toys", regions(&EVERYWHERE), size, Tables::All, profile).unwrap().0;
        let products = template.tables.iter_mut().find(|table| table.name == "products").unwrap();
        let mut columns = wares::model::defaults::columns(Recipe::Products, 800, &template.trade);
        columns.push(Column { fill: Some(Fill::Product(ProductFact::LaunchedOn)), ..Column::named("launchedOn") });
        products.columns = Some(columns);
        template.today = Some(today());
        let checked = wares::checked(&template, "toys", today()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        made(folder.path(), &template, &checked);
        let verdict = certificate(folder.path()).verdict(folder.path());
        assert!(verdict.is_ok(), "{}: {verdict:?}", profile.name());
        let table = |name: &str| records(&fs::read_to_string(folder.path().join(format!("{name}.csv"))).unwrap());
        let text = |field: &Option<String>| field.clone().unwrap_or_default();
        let launches: BTreeMap<String, String> = table("products")[1..].iter().map(|row| (text(&row[0]), text(&row[9]))).collect();
        let dates: BTreeMap<String, String> = table("orders")[1..].iter().map(|row| (text(&row[0]), text(&row[1]))).collect();
        let lines = table("order_details");
        let early = lines[1..].iter().filter(|row| dates[&text(&row[0])] < launches[&text(&row[1])]).count();
        assert!(launches.values().max() > dates.values().min(), "some products are new");
        // Very long orders take what there is.
        assert!(early * 100 < lines.len(), "{}: {early} of {} lines", profile.name(), lines.len());
        assert!(profile == Profile::Wholesale || early == 0, "{}: {early} lines", profile.name());
    }
}

#[test]
fn every_law_holds_in_shops_of_one_and_of_several_regions() {
    for (words, list) in
        [("scale model cars", &EVERYWHERE[..1]), ("books", &EVERYWHERE[..]), ("wine", &[("BR", 1.0)]), ("board games", &[("JP", 0.7), ("CA", 0.3)])]
    {
        let folder = tempfile::tempdir().unwrap();
        let (template, checked) = whole(words, list, SMALL);
        made(folder.path(), &template, &checked);
        let certificate = certificate(folder.path());
        assert!(certificate.verdict(folder.path()).is_ok(), "{words}: {:?}", certificate.verdict(folder.path()));
        assert_eq!(certificate.today, Some(today()));
        assert_eq!(certificate.tables.len(), 11);
        let looked: BTreeMap<(&str, &str), u64> =
            certificate.findings.iter().map(|finding| ((finding.table, finding.law), finding.checked)).collect();
        for (table, law) in [
            ("orders", "total = subtotal - discount + shipping + tax"),
            ("order_details", "the lines of an order come to its subtotal"),
            ("payments", "the payments of an order come to its total"),
            ("shipments", "all lines of an order are in a shipment"),
        ] {
            assert_eq!(looked[&(table, law)], SMALL.orders, "{words}: {law}");
        }
        assert!(looked[&("returns", "the refund is the pieces' part of subtotal less discount, with its tax")] > 100, "{words}");
        assert_eq!(looked[&("stock_movements", "the movements of a product come to its stock")], SMALL.products, "{words}");
    }
}

/// Changes one field of one row.
fn damage(folder: &Path, table: &str, row: usize, column: &str, change: impl FnOnce(&str) -> String) {
    let path = folder.join(format!("{table}.csv"));
    let text = fs::read_to_string(&path).unwrap();
    let mut rows = records(&text);
    let index = rows[0].iter().position(|name| name.as_deref() == Some(column)).unwrap_or_else(|| panic!("{table} has no {column}"));
    let before = rows[row][index].clone().unwrap_or_default();
    rows[row][index] = Some(change(&before));
    let quote = |field: &Option<String>| field.as_ref().map_or_else(String::new, |text| format!("\"{}\"", text.replace('"', "\"\"")));
    let lines: Vec<String> = rows.iter().map(|row| row.iter().map(quote).collect::<Vec<_>>().join(",")).collect();
    fs::write(path, lines.join("\n") + "\n").unwrap();
}

fn one_more_cent(amount: &str) -> String {
    let (whole, cents) = amount.split_once('.').unwrap();
    let sum = whole.parse::<u64>().unwrap() * 100 + cents.parse::<u64>().unwrap() + 1;
    format!("{}.{:02}", sum / 100, sum % 100)
}

#[test]
fn a_cent_too_much_a_lost_parent_a_double_key_and_a_day_too_early_are_all_found() {
    let (template, checked) = whole("books", &EVERYWHERE, Size { orders: 700, ..SMALL });
    type Change = fn(&str) -> String;
    let cases: [(&str, usize, &str, Change, &str); 16] = [
        ("orders", 7, "total", one_more_cent, "total = subtotal - discount + shipping + tax"),
        ("orders", 8, "tax", one_more_cent, "tax = rate of (subtotal - discount + shipping), rounded"),
        ("orders", 9, "customerNumber", |_| "9999999".to_owned(), "every customer is there"),
        ("orders", 10, "customerNumber", |_| String::new(), "every customer is there"),
        ("orders", 11, "orderNumber", |_| "10100".to_owned(), "no key stands twice"),
        ("orders", 12, "orderDate", |_| "1999-01-01".to_owned(), "nobody orders before signing up"),
        ("orders", 13, "orderDate", |_| "2027-01-01".to_owned(), "nothing happens after the day of the run"),
        ("order_details", 20, "priceEach", one_more_cent, "the lines of an order come to its subtotal"),
        ("order_details", 21, "productCode", |_| "S00".to_owned(), "every product is there"),
        ("order_details", 22, "orderLineNumber", |_| "77".to_owned(), "lines of an order are numbered 1, 2, 3 ..."),
        ("payments", 30, "amount", one_more_cent, "the payments of an order come to its total"),
        ("payments", 31, "currency", |_| "XAU".to_owned(), "the currency is the order's"),
        ("shipments", 40, "pieces", |pieces| format!("{pieces}1"), "as many pieces leave as its lines have"),
        ("shipments", 41, "deliveredDate", |_| "2001-01-01".to_owned(), "nothing arrives before it leaves"),
        ("returns", 40, "refundAmount", one_more_cent, "the refund is the pieces' part of subtotal less discount, with its tax"),
        ("stock_movements", 4, "quantity", |pieces| format!("{pieces}1"), "the movements of a product come to its stock"),
    ];
    let folder = tempfile::tempdir().unwrap();
    made(folder.path(), &template, &checked);
    for (table, row, column, change, law) in cases {
        let path = folder.path().join(format!("{table}.csv"));
        let sound = fs::read(&path).unwrap();
        damage(folder.path(), table, row, column, change);
        let certificate = certificate(folder.path());
        let found = certificate.findings.iter().find(|finding| finding.law == law && finding.wrong > 0);
        assert!(found.is_some(), "{table}.{column}: {:?}", certificate.verdict(folder.path()));
        assert!(certificate.verdict(folder.path()).unwrap_err().is_input());
        fs::write(&path, sound).unwrap();
    }
    assert_eq!(certificate(folder.path()).wrong(), 0);
}

#[test]
fn a_lost_row_is_found() {
    let (template, checked) = whole("books", &EVERYWHERE[..1], Size { orders: 300, ..SMALL });
    for (table, law) in [
        ("payments", "the payments of an order come to its total"),
        ("shipments", "all lines of an order are in a shipment"),
        ("order_details", "the lines of an order come to its subtotal"),
        ("stock_movements", "the movements of a product come to its stock"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        made(folder.path(), &template, &checked);
        let path = folder.path().join(format!("{table}.csv"));
        let text = fs::read_to_string(&path).unwrap();
        let kept: Vec<&str> = text.lines().enumerate().filter(|(line, _)| *line != 90).map(|(_, text)| text).collect();
        fs::write(&path, kept.join("\n") + "\n").unwrap();
        let certificate = certificate(folder.path());
        assert!(certificate.findings.iter().any(|finding| finding.law == law && finding.wrong > 0), "{table}");
    }
}

#[test]
fn a_folder_without_tables_and_a_file_that_is_no_csv_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    assert!(certificate::check(folder.path()).unwrap_err().is_input());
    fs::write(folder.path().join("orders.csv"), "orderNumber,orderDate\n1,2026-01-01\n2\n").unwrap();
    let error = certificate::check(folder.path()).unwrap_err();
    let wares::Error::Input { problems, .. } = error else { panic!("{error}") };
    assert!(problems[0].to_string().contains("line: 3"), "{}", problems[0]);
}

#[test]
fn any_rows_of_any_table_are_those_of_the_file() {
    let (template, checked) = whole("books", &EVERYWHERE, Size { products: 40, customers: 300, orders: 3_000 });
    let folder = tempfile::tempdir().unwrap();
    run(&template, &checked, folder.path(), &Options { threads: 2, batch_rows: 333, ..Options::default() }, &Progress::default()).unwrap();
    for table in ["product_lines", "offices", "employees", "orders", "payments", "shipments", "returns", "stock_movements"] {
        let text = fs::read_to_string(folder.path().join(format!("{table}.csv"))).unwrap();
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let rows = lines.len() - 1;
        for (at, count) in [(0, rows), (0, 1), (rows / 3, 5), (rows / 2, rows / 4), (rows - 1, 9)] {
            let shown = String::from_utf8(wares::preview::preview(&checked, table, at as u64, count as u64).unwrap()).unwrap();
            let end = (1 + at + count).min(lines.len());
            assert_eq!(shown, lines[0].to_owned() + &lines[1 + at..end].concat(), "{table}, {count} rows from {at}");
        }
    }
}

#[test]
fn the_last_rows_of_a_ledger_of_millions_are_at_hand() {
    let (_, checked) = whole("books", &EVERYWHERE[..1], Size { products: 500, customers: 2_000_000, orders: 40_000_000 });
    for table in ["payments", "shipments"] {
        let plan = wares::Plan::new(&checked, Some(table)).unwrap();
        let rows = plan.tables().next().unwrap().1;
        assert!(rows > 40_000_000, "{table}: {rows}");
        let shown = String::from_utf8(wares::preview::preview(&checked, table, rows - 1, 10).unwrap()).unwrap();
        assert!(shown.lines().count() == 2 && shown.contains(&(10_100 + 40_000_000_u64 - 1).to_string()), "{shown}");
    }
}

#[test]
fn a_region_pays_in_its_own_currency_and_its_own_tax() {
    let (_, checked) = whole("books", &EVERYWHERE, SMALL);
    let text = String::from_utf8(wares::preview::preview(&checked, "orders", 0, SMALL.orders).unwrap()).unwrap();
    let rows = records(&text);
    let column = |name: &str| rows[0].iter().position(|field| field.as_deref() == Some(name)).unwrap();
    let (currency, percent, total) = (column("currency"), column("taxPercent"), column("total"));
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    for row in &rows[1..] {
        let (code, rate, total) = (row[currency].clone().unwrap(), row[percent].clone().unwrap(), row[total].clone().unwrap());
        match code.as_str() {
            "EUR" => assert_eq!(rate, "19.000"),
            "JPY" => assert!(rate == "10.000" && total.ends_with(".00"), "{rate} {total}"),
            "KWD" => assert_eq!(rate, "0.000"),
            "USD" => assert!(rate.parse::<f64>().unwrap() <= 7.25),
            other => panic!("{other}"),
        }
        *seen.entry(code).or_default() += 1;
    }
    assert_eq!(seen.len(), 4, "{seen:?}");
}

#[test]
fn tables_that_follow_from_orders_refuse_a_number_of_rows_and_the_amounts_need_details() {
    let refused = |tables: &str| {
        let text = format!("{{\"version\": 1, \"name\": \"x\", \"catalog\": \"books\", \"tables\": {tables}}}");
        let day: Day = today();
        let outcome = wares::load(&text, "x").and_then(|template| wares::checked(&template, "x", day));
        let Err(wares::Error::Input { problems, .. }) = outcome else { panic!("{tables} is not refused") };
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    };
    let people = r#"{"name": "customers", "recipe": "customers", "rows": 5}, {"name": "orders", "recipe": "orders", "rows": 5"#;
    assert!(
        refused(&format!("[{people}, \"columns\": [{{\"name\": \"orderNumber\"}}, {{\"name\": \"total\"}}]}}]"))
            .contains("needs tables with the recipes")
    );
    assert!(refused(&format!("[{people}}}, {{\"name\": \"payments\", \"recipe\": \"payments\", \"rows\": 9}}]")).contains("leave `rows` out"));
}
