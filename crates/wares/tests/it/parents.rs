//! Orders and order details from files of the user.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::Write,
    path::PathBuf,
};

use proptest::prelude::*;
use wares::{
    Error,
    parents::{self, Files, Goods, Job, KeyChoice, Layout},
};

use crate::common::{records, today};

/// A folder with some files in it.
fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    files.iter().for_each(|(name, bytes)| fs::write(folder.path().join(name), bytes).unwrap());
    folder
}

/// All rows of a job's table, the header first.
fn made(job: &Job) -> Vec<Vec<String>> {
    let checked = job.checked("test", today()).unwrap_or_else(|error| panic!("{error:?}"));
    let text = String::from_utf8(wares::preview::preview(&checked, &job.table, 0, 1_000_000).unwrap()).unwrap();
    records(&text).into_iter().map(|record| record.into_iter().map(Option::unwrap_or_default).collect()).collect()
}

fn cell<'a>(rows: &'a [Vec<String>], row: &'a [String], name: &str) -> &'a str {
    &row[rows[0].iter().position(|known| known == name).unwrap_or_else(|| panic!("no column {name} in {:?}", rows[0]))]
}

fn orders(files: &[(&str, &[u8])], rows: u64, keys: &[KeyChoice]) -> Result<Job, Error> {
    let folder = folder(files);
    let from: Vec<PathBuf> = files.iter().map(|(name, _)| folder.path().join(name)).collect();
    parents::orders(&from, Some(rows), &Files { keys: keys.to_vec(), strict: false, ..Files::default() })
}

/// Customers who signed up a day apart, the last one today.
fn customers(count: i32) -> String {
    let line = |number: i32| format!("{},Name {number},{}\n", 1_000 + number, today().plus(number + 1 - count));
    "customerNumber,customerName,signedUpOn\n".to_owned() + &(0..count).map(line).collect::<String>()
}

#[test]
fn orders_refer_to_customers_who_had_signed_up_and_to_every_other_file() {
    let (customers, employees) = (customers(300), "employeeNumber,lastName,jobTitle\n7,A,Rep\n9,B,Rep\n");
    let job = orders(&[("customers.csv", customers.as_bytes()), ("employees.csv", employees.as_bytes())], 4_000, &[]).unwrap();
    let rows = made(&job);
    assert_eq!(rows.len(), 4_001);
    let signed_up: BTreeMap<String, String> = records(&customers)[1..].iter().map(|row| (row[0].clone().unwrap(), row[2].clone().unwrap())).collect();
    for row in &rows[1..] {
        let day = &signed_up[cell(&rows, row, "customerNumber")];
        assert!(day.as_str() <= cell(&rows, row, "orderDate"), "{row:?} by a customer of {day}");
        assert!(["7", "9"].contains(&cell(&rows, row, "employeeNumber")));
    }
    let distinct = |name: &str| rows[1..].iter().map(|row| cell(&rows, row, name)).collect::<BTreeSet<_>>().len();
    assert_eq!(distinct("orderNumber"), 4_000);
    assert!(distinct("customerNumber") > 150, "{}", distinct("customerNumber"));
    assert!(job.notes.iter().any(|note| note.contains("days of sign-up from `signedUpOn`")), "{:?}", job.notes);
}

#[test]
fn the_user_overrules_which_column_is_the_key() {
    let file = "cust_no;code\n5;A-1\n6;A-2\n";
    let choice = |column: &str| KeyChoice { table: "people".to_owned(), key_name: "customerNumber".to_owned(), column: column.to_owned() };
    let people = KeyChoice { table: "customers".to_owned(), ..choice("code") };
    let job = orders(&[("customers.csv", file.as_bytes())], 50, &[people]).unwrap();
    assert!(made(&job)[1..].iter().all(|row| ["A-1", "A-2"].contains(&row[6].as_str())));
    let unknown = orders(&[("customers.csv", file.as_bytes())], 50, &[choice("code")]).unwrap_err();
    assert!(format!("{unknown:?}").contains("no file is called `people`"), "{unknown:?}");
    let missing = KeyChoice { table: "customers".to_owned(), ..choice("nope") };
    let missing = orders(&[("customers.csv", file.as_bytes())], 50, &[missing]).unwrap_err();
    assert!(format!("{missing:?}").contains("no column is named `nope`"), "{missing:?}");
    let nobody = orders(&[("rates.csv", b"day,rate\n1,2\n2,3\n")], 50, &[]).unwrap_err();
    assert!(format!("{nobody:?}").contains("holds customers"), "{nobody:?}");
}

#[test]
fn odd_files_are_read_and_their_bad_rows_are_told_with_their_lines() {
    let utf16: Vec<u8> = [0xfeff_u16].into_iter().chain("customer_id,name\nÄ1,ö\nÄ2,ü\n".encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    gzip.write_all(b"customer_id,name\n1,a\n2,b\n").unwrap();
    let gzip = gzip.finish().unwrap();
    let cases: [(&str, &[u8], &[&str], u64); 8] = [
        ("customers.csv", b"\xef\xbb\xbfcustomer_id,name\r\n1,a\r\n2,b\r\n", &["1", "2"], 0),
        ("customers.csv", b"customer_id\tname\n1\ta\n2\tb\n", &["1", "2"], 0),
        ("customers.csv", b"customer_id|name\n1|a\n2|b\n", &["1", "2"], 0),
        ("customers.csv", b"customer_id,name\n1,\"two\nlines, and \"\"quotes\"\"\"\n2,b\n", &["1", "2"], 0),
        ("customers.csv", b"customer_id;name\n1;M\xfcller\n2;b\n", &["1", "2"], 0),
        ("customers.csv", &utf16, &["Ä1", "Ä2"], 0),
        ("customers.csv.gz", &gzip, &["1", "2"], 0),
        (
            "customers.csv",
            b"customer_id,name\n1,a\n,b\n2,c\n1,d\n3,e,f\n4,g\n5,h\n6,i\n7,j\n8,k\n9,l\n10,m\n11,n\n",
            &["1", "2", "4", "5", "6", "7", "8", "9", "10", "11"],
            3,
        ),
    ];
    for (name, bytes, keys, rejected) in cases {
        let job = orders(&[(name, bytes)], 400, &[]).unwrap_or_else(|error| panic!("{}: {error:?}", String::from_utf8_lossy(bytes)));
        let rows = made(&job);
        let found: BTreeSet<&str> = rows[1..].iter().map(|row| cell(&rows, row, "customer_id")).collect();
        // The newest customer may not have come to order yet.
        let all: BTreeSet<&str> = keys.iter().copied().collect();
        assert!(found.is_subset(&all) && found.len() + 1 >= all.len(), "{found:?} in {}", String::from_utf8_lossy(bytes));
        assert_eq!(job.rejects.len() as u64, rejected, "{:?}", job.rejects);
    }
    let (_, bytes, ..) = cases[7];
    let job = orders(&[("customers.csv", bytes)], 1, &[]).unwrap();
    let told: Vec<(u64, &str)> = job.rejects.iter().map(|(_, reject)| (reject.line, reject.reason.as_str())).collect();
    assert_eq!(told, [(3, "has no key"), (5, "key `1` stands here again"), (6, "has 3 fields rather than 2")]);
    let folder = folder(&[("customers.csv", bytes)]);
    let strict = parents::orders(&[folder.path().join("customers.csv")], Some(1), &Files { strict: true, ..Files::default() }).unwrap_err();
    assert!(strict.is_input() && format!("{strict:?}").contains("line 5"), "{strict:?}");
    for bytes in [&b""[..], b"\n\n", b"customer_id,name\n", b"\x00\x01\x02"] {
        assert!(orders(&[("customers.csv", bytes)], 1, &[]).is_err_and(|error| error.is_input()), "{bytes:?}");
    }
}

const PRODUCTS: &str = "sku,productName,price,cost\nP-1,a,10.00,4.00\nP-2,b,25.50,12.00\nP-3,c,99.90,40.00\nP-4,d,5.25,2.00\nP-5,e,49.00,20.00\n";

fn details(orders: &str, rows: u64, per_order: Option<(u32, u32)>, layout: Layout) -> Result<Job, Error> {
    let folder = folder(&[("orders.csv", orders.as_bytes()), ("products.csv", PRODUCTS.as_bytes())]);
    let products = folder.path().join("products.csv");
    parents::order_details(&folder.path().join("orders.csv"), Goods::File(&products), rows, per_order, layout, &Files::default())
}

#[test]
fn there_are_never_more_order_details_than_orders() {
    let orders = "orderNumber,orderDate\n1,2026-01-01\n2,2026-01-02\n3,2026-01-03\n";
    let refused = details(orders, 4, None, Layout::Lines).unwrap_err();
    let said = format!("{refused:?}");
    assert!(
        refused.is_input() && said.contains("4 order details are asked for") && said.contains("has 3 orders") && said.contains("--rows 3"),
        "{said}"
    );
    for (rows, layout) in [(3, Layout::Lines), (2, Layout::Lines), (1, Layout::List)] {
        let job = details(orders, rows, None, layout).unwrap();
        let made = made(&job);
        let with_details: BTreeSet<&String> = made[1..].iter().map(|row| &row[0]).collect();
        assert_eq!(with_details.len() as u64, rows);
    }
}

#[test]
fn both_layouts_say_the_same_and_prices_follow_the_file() {
    let orders = "orderNumber\n".to_owned() + &(1..=500).map(|number| format!("{number}\n")).collect::<String>();
    let lines = made(&details(&orders, 400, Some((2, 4)), Layout::Lines).unwrap());
    let lists = made(&details(&orders, 400, Some((2, 4)), Layout::List).unwrap());
    let prices: BTreeMap<String, (i64, i64)> = records(PRODUCTS)[1..]
        .iter()
        .map(|row| (row[0].clone().unwrap(), (minor(row[2].as_ref().unwrap()), minor(row[3].as_ref().unwrap()))))
        .collect();
    let mut by_order: BTreeMap<String, Vec<&Vec<String>>> = BTreeMap::new();
    for row in &lines[1..] {
        let (list, cost) = prices[cell(&lines, row, "sku")];
        let price = minor(cell(&lines, row, "priceEach"));
        assert!(price <= list && price > cost * 6 / 10, "{row:?}");
        by_order.entry(row[0].clone()).or_default().push(row);
    }
    assert_eq!(by_order.len(), 400);
    assert_eq!(lists.len(), 401);
    for row in &lists[1..] {
        let rows = &by_order[&row[0]];
        let join = |at: usize| rows.iter().map(|row| row[at].as_str()).collect::<Vec<_>>().join("|");
        assert!((2..=4).contains(&rows.len()));
        assert_eq!((row[1].clone(), row[2].clone(), row[3].clone()), (join(1), join(2), join(3)));
        assert_eq!(rows.iter().map(|row| &row[1]).collect::<BTreeSet<_>>().len(), rows.len(), "a product stands once in an order: {row:?}");
        let total: i64 = rows.iter().map(|row| row[2].parse::<i64>().unwrap() * minor(&row[3])).sum();
        assert_eq!((row[4].clone(), minor(&row[5])), (rows.len().to_string(), total));
    }
}

fn minor(text: &str) -> i64 {
    text.replace('.', "").parse().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, ..ProptestConfig::default() })]

    #[test]
    fn lines_come_to_the_totals_of_the_orders_to_the_cent(totals in prop::collection::vec(0_i64..200_000, 1..60), high in 1_u32..=5, rows in any::<prop::sample::Index>()) {
        let orders = "orderNumber,total\n".to_owned()
            + &totals.iter().enumerate().map(|(index, total)| format!("{},{}.{:02}\n", index + 1, total / 100, total % 100)).collect::<String>();
        let rows = rows.index(totals.len()) as u64 + 1;
        let made = made(&details(&orders, rows, Some((1, high)), Layout::Lines).unwrap());
        let mut sums: BTreeMap<usize, i64> = BTreeMap::new();
        for row in &made[1..] {
            let price = minor(&row[3]);
            prop_assert!(price >= 0);
            *sums.entry(row[0].parse().unwrap()).or_default() += row[2].parse::<i64>().unwrap() * price;
        }
        prop_assert_eq!(sums.len() as u64, rows);
        for (order, sum) in sums {
            prop_assert_eq!(sum, totals[order - 1], "order {}", order);
        }
    }
}

#[test]
fn order_details_take_products_from_words_where_there_is_no_file() {
    let folder = folder(&[("orders.csv", b"orderNumber\n1\n2\n3\n")]);
    let job =
        parents::order_details(&folder.path().join("orders.csv"), Goods::Words("board games"), 3, None, Layout::Lines, &Files::default()).unwrap();
    let rows = made(&job);
    let products = {
        let checked = job.checked("test", today()).unwrap();
        let text = String::from_utf8(wares::preview::preview(&checked, "products", 0, 1_000).unwrap()).unwrap();
        records(&text)[1..].iter().map(|row| row[0].clone().unwrap()).collect::<BTreeSet<_>>()
    };
    assert!(rows[1..].iter().all(|row| products.contains(&row[1])), "{rows:?}");
}
