//! What must hold of a whole shop, seen from outside.

use std::{collections::BTreeMap, fs, path::Path};

use proptest::prelude::*;
use rusqlite::Connection;
use wares::{
    Error,
    model::{Checked, Column, Template, pack::bundle, template::RegionShare, trade::Profile},
    run::{Options, Progress, run},
    shop::{self, Size, Tables},
};

use crate::common::{records, today};

fn usa() -> Vec<RegionShare> {
    vec![RegionShare { code: "US".to_owned(), share: 1.0 }]
}

fn template(words: &str, size: Size) -> Template {
    shop::with_tables(words, usa(), size, Tables::Main, Profile::Retail).unwrap().0
}

fn small(words: &str) -> (Template, Checked) {
    let template = template(words, Size { products: 200, customers: 1_000, orders: 5_000 });
    let checked = wares::checked(&template, words, today()).unwrap();
    (template, checked)
}

fn made(template: &Template, checked: &Checked, options: &Options) -> BTreeMap<String, String> {
    let folder = tempfile::tempdir().unwrap();
    run(template, checked, folder.path(), options, &Progress::default()).unwrap();
    files(folder.path())
}

fn files(folder: &Path) -> BTreeMap<String, String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    entries.map(|entry| (entry.file_name().to_string_lossy().into_owned(), fs::read_to_string(entry.path()).unwrap())).collect()
}

#[test]
fn threads_and_batch_sizes_change_no_byte() {
    let (template, checked) = small("trail running shoes");
    let options = |threads, batch_rows| Options { threads, batch_rows, ..Options::default() };
    let first = made(&template, &checked, &options(1, 8_192));
    for (threads, batch_rows) in [(2, 8_192), (7, 100), (3, 1), (1, 1_000_000)] {
        assert_eq!(first, made(&template, &checked, &options(threads, batch_rows)), "{threads} threads, batches of {batch_rows}");
    }
}

#[test]
fn parts_joined_are_the_whole() {
    let (template, checked) = small("books");
    let whole = made(&template, &checked, &Options::default());
    let mut joined: BTreeMap<String, String> = BTreeMap::new();
    for part in 1..=3 {
        for (name, text) in made(&template, &checked, &Options { part: (part, 3), ..Options::default() }) {
            joined.entry(name.replace(&format!(".part-{part}-of-3"), "")).or_default().push_str(&text);
        }
    }
    for table in ["products.csv", "customers.csv", "orders.csv", "order_details.csv"] {
        assert_eq!(whole[table], joined[table], "{table}");
    }
}

#[test]
fn a_preview_shows_the_lines_of_the_file() {
    let (template, checked) = small("trail running shoes");
    for (name, text) in made(&template, &checked, &Options::default()) {
        let Some(table) = name.strip_suffix(".csv") else { continue };
        let lines: Vec<&str> = text.lines().collect();
        for at in [0, 1, 7, 130, lines.len() - 3, lines.len() - 2] {
            let shown = String::from_utf8(wares::preview::preview(&checked, table, at as u64, 1).unwrap()).unwrap();
            assert_eq!(shown.lines().collect::<Vec<_>>(), [lines[0], lines[at + 1]], "{table}, row {at}");
        }
        let past = wares::preview::preview(&checked, table, lines.len() as u64 - 1, 1);
        assert!(matches!(past, Err(Error::NoSuchRow { .. })), "{table}");
    }
}

#[test]
fn the_last_rows_of_ten_billion_are_at_hand() {
    let size = Size { products: 5_000, customers: 50_000_000, orders: 4_200_000_000 };
    let template = template("trail running shoes", size);
    let checked = wares::checked(&template, "huge", today()).unwrap();
    let plan = wares::Plan::new(&checked, Some("order_details")).unwrap();
    let rows = plan.tables().next().unwrap().1;
    assert!(rows > 10_000_000_000, "{rows}");
    let shown = String::from_utf8(wares::preview::preview(&checked, "order_details", rows - 1, 10).unwrap()).unwrap();
    assert_eq!(shown.lines().count(), 2);
    assert!(shown.lines().nth(1).unwrap().starts_with(&(10_100 + 4_200_000_000_u64 - 1).to_string()), "{shown}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn splitting_a_range_changes_no_cell(seed in any::<u64>(), start in 0_u64..900, length in 1_u64..80, cut in 0_u64..80) {
        let (mut template, _) = small("trail running shoes");
        template.seed = seed;
        let checked = wares::checked(&template, "random", today()).unwrap();
        let cut = cut.min(length);
        for table in ["products", "customers", "orders", "order_details"] {
            let start = if table == "products" { start % 100 } else { start };
            let show = |at: u64, rows: u64| {
                if rows == 0 { return String::new(); }
                let text = String::from_utf8(wares::preview::preview(&checked, table, at, rows).unwrap()).unwrap();
                text.split_once('\n').unwrap().1.to_owned()
            };
            prop_assert_eq!(show(start, length), show(start, cut) + &show(start + cut, length - cut));
        }
    }

    #[test]
    fn threads_batches_and_parts_change_no_byte(
        seed in any::<u64>(), threads in 1_usize..8, batch_rows in 1_u64..400, parts in 1_u32..6, row in any::<prop::sample::Index>(),
    ) {
        let size = Size { products: 40, customers: 120, orders: 300 };
        let mut template = template("books", size);
        template.seed = seed;
        let checked = wares::checked(&template, "random", today()).unwrap();
        let whole = made(&template, &checked, &Options { threads: 1, ..Options::default() });
        let mut joined: BTreeMap<String, String> = BTreeMap::new();
        for part in 1..=parts {
            for (name, text) in made(&template, &checked, &Options { threads, batch_rows, part: (part, parts), ..Options::default() }) {
                joined.entry(name.replace(&format!(".part-{part}-of-{parts}"), "")).or_default().push_str(&text);
            }
        }
        for table in ["products", "customers", "orders", "order_details"] {
            let text = &whole[&format!("{table}.csv")];
            prop_assert_eq!(text, &joined[&format!("{table}.csv")], "{}", table);
            let lines: Vec<&str> = text.lines().collect();
            let at = row.index(lines.len() - 1);
            let shown = String::from_utf8(wares::preview::preview(&checked, table, at as u64, 1).unwrap()).unwrap();
            prop_assert_eq!(shown.lines().nth(1), Some(lines[at + 1]), "{}, row {}", table, at);
        }
    }

    #[test]
    fn adding_or_moving_a_column_changes_no_other(seed in any::<u64>(), turn in 0_usize..9) {
        let (mut template, _) = small("books");
        template.seed = seed;
        let plain = wares::checked(&template, "plain", today()).unwrap();
        let mut names: Vec<String> = plain.tables[0].columns.iter().map(|column| column.schema.name.clone()).collect();
        let by = turn % names.len();
        names.rotate_left(by);
        let mut columns: Vec<Column> = names.iter().map(|name| Column::named(name)).collect();
        let added = "{\"name\": \"author\", \"fill\": {\"attribute\": \"author\"}}";
        columns.insert(turn % columns.len(), serde_json::from_str(added).unwrap());
        template.tables[0].columns = Some(columns);
        let changed = wares::checked(&template, "changed", today()).unwrap();
        let columns_of = |checked: &Checked| {
            let plan = wares::Plan::new(checked, Some("products")).unwrap();
            let batch = plan.batch(0, 0..60);
            let schema = plan.tables().next().unwrap().0.clone();
            let texts = schema.columns.iter().zip(batch.columns()).map(|(column, array)| (column.name.clone(), format!("{array:?}")));
            texts.collect::<BTreeMap<_, _>>()
        };
        let (before, after) = (columns_of(&plain), columns_of(&changed));
        for (name, values) in before {
            prop_assert_eq!(&after[&name], &values, "{}", name);
        }
    }
}

/// Loads the four tables under the classicmodels types, foreign keys enforced.
fn load(files: &BTreeMap<String, String>) -> Connection {
    let database = Connection::open_in_memory().unwrap();
    database.execute_batch(include_str!("classicmodels.sql")).unwrap();
    for table in ["products", "customers", "orders", "order_details"] {
        let mut lines = records(&files[&format!("{table}.csv")]).into_iter();
        let header: Vec<String> = lines.next().unwrap().into_iter().flatten().collect();
        let marks = vec!["?"; header.len()].join(",");
        let quoted: Vec<String> = header.iter().map(|name| format!("\"{name}\"")).collect();
        let mut insert = database.prepare(&format!("INSERT INTO {table} ({}) VALUES ({marks})", quoted.join(","))).unwrap();
        for record in lines {
            insert.execute(rusqlite::params_from_iter(record)).unwrap();
        }
    }
    database
}

fn count(database: &Connection, query: &str) -> i64 {
    database.query_row(query, [], |row| row.get(0)).unwrap()
}

#[test]
fn every_built_in_shop_holds_together() {
    for pack in bundle::catalog_names() {
        let (template, checked) = small(pack);
        let database = load(&made(&template, &checked, &Options::default()));
        let none = |what: &str, query: &str| assert_eq!(count(&database, query), 0, "{pack}: {what}");
        none("foreign keys broken", "SELECT COUNT(*) FROM pragma_foreign_key_check");
        none("orders without a line", "SELECT COUNT(*) FROM orders WHERE orderNumber NOT IN (SELECT orderNumber FROM order_details)");
        none("shipped before ordered", "SELECT COUNT(*) FROM orders WHERE shippedDate < orderDate");
        none(
            "shipped date against the status",
            "SELECT COUNT(*) FROM orders WHERE (shippedDate IS NULL) <> (status IN ('In Process', 'Cancelled', 'On Hold'))",
        );
        none("anything after today", "SELECT COUNT(*) FROM orders WHERE orderDate > '2026-11-23' OR shippedDate > '2026-11-23'");
        none("ordered before signing up", "SELECT COUNT(*) FROM orders JOIN customers USING (customerNumber) WHERE orderDate < signedUpOn");
        none("cost not below price", "SELECT COUNT(*) FROM products WHERE buyPrice >= MSRP");
        none("paid above list", "SELECT COUNT(*) FROM order_details JOIN products USING (productCode) WHERE priceEach > MSRP");
        none("names twice", "SELECT COUNT(*) - COUNT(DISTINCT productName) FROM products");
        none("e-mails twice", "SELECT COUNT(*) - COUNT(DISTINCT email) FROM customers");
        none("lines not 1..n", "SELECT COUNT(*) FROM (SELECT 1 FROM order_details GROUP BY orderNumber HAVING MAX(orderLineNumber) <> COUNT(*))");
        none("too young", "SELECT COUNT(*) FROM customers WHERE julianday(signedUpOn) - julianday(birthDate) < 18 * 365.25");
        none(
            "order numbers against the dates",
            "SELECT COUNT(*) FROM orders a JOIN orders b ON b.orderNumber = a.orderNumber + 1 WHERE b.orderDate < a.orderDate",
        );
        let below_cost = count(&database, "SELECT COUNT(*) FROM order_details JOIN products USING (productCode) WHERE priceEach <= buyPrice");
        let lines = count(&database, "SELECT COUNT(*) FROM order_details");
        assert!(below_cost * 100 < lines && below_cost > 0, "{pack}: {below_cost} of {lines} lines below cost");
        let top = count(&database, "SELECT SUM(n) FROM (SELECT COUNT(*) n FROM orders GROUP BY customerNumber ORDER BY n DESC LIMIT 200)");
        assert!((2_000..4_600).contains(&top), "{pack}: a fifth of the customers placed {top} of 5,000 orders");
        let never = count(&database, "SELECT COUNT(*) FROM customers WHERE customerNumber NOT IN (SELECT customerNumber FROM orders)");
        assert!(never > 20, "{pack}: {never} customers never ordered");
    }
}

#[test]
fn names_stay_distinct_and_rich_at_scale() {
    for pack in bundle::catalog_names() {
        let template = template(pack, Size { products: 20_000, customers: 1, orders: 1 });
        let checked = wares::checked(&template, pack, today()).unwrap();
        let text = String::from_utf8(wares::preview::preview(&checked, "products", 0, 20_000).unwrap()).unwrap();
        let names: Vec<String> = records(&text).into_iter().skip(1).map(|record| record[1].clone().unwrap()).collect();
        assert_eq!(names.iter().collect::<std::collections::BTreeSet<_>>().len(), 20_000, "{pack}");
        let words: Vec<&str> =
            names[..2_000].iter().flat_map(|name| name.split(|letter: char| !letter.is_alphanumeric())).filter(|word| !word.is_empty()).collect();
        let types = words.iter().collect::<std::collections::BTreeSet<_>>().len();
        let richness = types * types * 100 / words.len();
        assert!(richness >= 8 * 8 * 100, "{pack}: {types} different words among {}", words.len());
    }
}

#[test]
fn a_cancelled_run_leaves_nothing_behind() {
    let (template, checked) = small("books");
    let folder = tempfile::tempdir().unwrap();
    let progress = Progress::default();
    progress.cancel.store(true, std::sync::atomic::Ordering::Relaxed);
    let outcome = run(&template, &checked, folder.path(), &Options::default(), &progress);
    assert!(matches!(outcome, Err(Error::Cancelled)));
    assert!(files(folder.path()).is_empty());
}

#[test]
fn an_earlier_run_is_only_replaced_on_request() {
    let (template, checked) = small("books");
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("orders.csv"), "mine").unwrap();
    let outcome = run(&template, &checked, folder.path(), &Options::default(), &Progress::default());
    assert!(outcome.is_err_and(|error| error.is_input() && error.to_string().contains("--overwrite")));
    assert_eq!(files(folder.path())["orders.csv"], "mine");
    run(&template, &checked, folder.path(), &Options { overwrite: true, ..Options::default() }, &Progress::default()).unwrap();
    assert!(files(folder.path())["orders.csv"].starts_with("orderNumber,"));
}
