//! Keys and facts: numbers and days in many writings, keys that are missing, that come twice, that are odd.

use super::case::{Case, read, refused};

pub(super) fn cases() -> Vec<Case> {
    [numbers(), keys(), missing(), days(), amounts()].concat()
}

/// A file with these keys, which come out as they stand in it.
fn as_they_stand(name: &str, keys: &[&str]) -> Case {
    let rows: String = keys.iter().map(|key| format!("\"{key}\",a\n")).collect();
    read(name, format!("customer_id,name\n{rows}"), keys)
}

fn numbers() -> Vec<Case> {
    let many = |odd: &str| {
        let rows: String = (1..=400).map(|row| if row == 300 { format!("{odd},a\n") } else { format!("{row},a\n") }).collect();
        format!("customer_id,name\n{rows}")
    };
    let but = |odd: Option<&str>| -> Vec<String> {
        (1..=400).filter_map(|row| if row == 300 { odd.map(str::to_owned) } else { Some(row.to_string()) }).collect()
    };
    let texts = |keys: &[String]| keys.iter().map(String::as_str).map(str::to_owned).collect::<Vec<_>>();
    let mut cases = vec![
        as_they_stand("whole numbers", &["1", "20", "300"]),
        as_they_stand("falling numbers", &["3", "2", "1"]),
        as_they_stand("negative numbers", &["-3", "-2", "0", "5"]),
        as_they_stand("leading zeros", &["001", "002", "010"]),
        as_they_stand("numbers and leading zeros", &["1", "2", "003"]),
        as_they_stand("one number with a zero before it and one without", &["7", "07", "007"]),
        as_they_stand("plus signs", &["+1", "+2"]),
        as_they_stand("thousands by comma", &["1,000", "2,000", "999"]),
        as_they_stand("thousands by point", &["1.000", "2.000"]),
        as_they_stand("thousands by space", &["1 000", "2 000"]),
        as_they_stand("exponents", &["1e3", "2E+05"]),
        as_they_stand("decimals", &["1.5", "2.5"]),
        as_they_stand("decimals of zero", &["1.0", "2.0"]),
        as_they_stand("the least and the greatest of 64 bits", &["-9223372036854775808", "9223372036854775807"]),
        as_they_stand("numbers beyond 64 bits", &["9223372036854775808", "18446744073709551616"]),
        as_they_stand("hexadecimal", &["0x1F", "0x20"]),
        as_they_stand("percent", &["1%", "2%"]),
        as_they_stand("money", &["$1", "$2"]),
        as_they_stand("minus zero", &["1", "2", "-0"]),
        as_they_stand("digits of other scripts", &["١", "٢"]),
    ];
    for (name, odd) in [("a late leading zero", "0300"), ("a late plus sign", "+300"), ("a late thousand", "\"1,300\""), ("a late decimal", "300.0")]
    {
        let keys = texts(&but(Some(odd.trim_matches('"'))));
        cases.push(read(name, many(odd), &keys.iter().map(String::as_str).collect::<Vec<_>>()));
    }
    for (name, odd, reason) in [
        ("a word among numbers", "total", "301 key `total` is no whole number"),
        ("a missing key among numbers", "", "301 has no key"),
        ("a key twice among numbers", "7", "301 key `7` stands here again"),
        ("a control character among numbers", "3\u{1}", "301 key `3\u{1}` has a line end or a control character in it"),
    ] {
        let keys = texts(&but(None));
        cases.push(read(name, many(odd), &keys.iter().map(String::as_str).collect::<Vec<_>>()).but(&[reason]));
    }
    cases
}

fn keys() -> Vec<Case> {
    let long = ["x".repeat(1_000), "y".repeat(1_024)];
    vec![
        as_they_stand("texts", &["A-1", "A-2"]),
        as_they_stand("texts that differ in case", &["a1", "A1"]),
        as_they_stand("texts that differ in a space within", &["a 1", "a  1"]),
        as_they_stand("texts with accents", &["é", "e"]),
        as_they_stand("codes of 36 letters", &["6f1b0c1e-8f3a-4f0e-9c55-0d4b8a7e1a01", "6f1b0c1e-8f3a-4f0e-9c55-0d4b8a7e1a02"]),
        as_they_stand("addresses of mail", &["a@a.test", "b@b.test"]),
        as_they_stand("days", &["2026-01-01", "2026-01-02"]),
        as_they_stand("truths", &["true", "false"]),
        as_they_stand("long keys", &[&long[0], &long[1]]),
        read("texts that differ in spaces around", "customer_id,name\nA,a\n A ,b\nB,c\n", &["A", "B"]).but(&["3 key `A` stands here again"]),
        read("a key three times", "customer_id,name\n1,a\n1,b\n1,c\n2,d\n", &["1", "2"])
            .but(&["3 key `1` stands here again", "4 key `1` stands here again"])
            .noting("2 rows are left out, the first at line 3"),
        read("all keys alike", "customer_id,name\n1,a\n1,b\n1,c\n", &["1"]).but(&["3 key `1` stands here again", "4 key `1` stands here again"]),
        read("the usual name before a better column", "name,customer_id\na,5\nb,5\nc,6\n", &["5", "6"]).but(&["3 key `5` stands here again"]),
        read("a column that is no key by the user's word", "customer_id,city\n1,Rome\n2,Oslo\n3,Rome\n", &["Rome", "Oslo"])
            .by_key("city")
            .but(&["4 key `Rome` stands here again"]),
        read("a zero byte in a key", "customer_id,name\nA\0,a\nB,bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\nC,cccccccccccccccccccccccccc\n", &["B", "C"])
            .but(&["2 key `A\0` has a line end or a control character in it"]),
        read(
            "a zero byte in a name",
            "customer_id,name\n1,a\0\n2,bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\n3,cccccccccccccccccccccccccc\n",
            &["1", "2", "3"],
        ),
        refused("zero bytes in every field", "customer_id,name\n1\0,a\0\n2\0,b\0\n", &["is no text"]),
    ]
}

fn missing() -> Vec<Case> {
    let rows = |null: &str| format!("customer_id,name\nA,a\n{null},b\nB,c\n");
    let mut cases: Vec<Case> = ["", "NULL", "null", "N/A", "NA", "#N/A", "NaN", "None", "\\N", "-", "   ", "\"\"", "\" \""]
        .into_iter()
        .map(|null| read(&format!("a key that is {null:?}"), rows(null), &["A", "B"]).but(&["3 has no key"]))
        .collect();
    cases.push(refused("a column of keys without any", "customer_id,name\n,a\n,a\n,b\n", &["no column is a key", "--key customers.NAME=COLUMN"]));
    cases.push(read("names that are missing", "customer_id,name\n1,\n2,NULL\n3,\n", &["1", "2", "3"]));
    cases.push(read("a column of nothing", "customer_id,name,city\n1,a,\n2,b,\n", &["1", "2"]));
    cases
}

fn days() -> Vec<Case> {
    let written = [
        ("iso", ["2024-01-31", "2024-02-01", "2025-12-24"]),
        ("iso with slashes", ["2024/01/31", "2024/02/01", "2025/12/24"]),
        ("points", ["31.01.2024", "01.02.2024", "24.12.2025"]),
        ("short points", ["31.1.2024", "1.2.2024", "24.12.2025"]),
        ("day first", ["31/01/2024", "01/02/2024", "24/12/2025"]),
        ("month first", ["01/31/2024", "02/01/2024", "12/24/2025"]),
        ("hyphens", ["31-01-2024", "01-02-2024", "24-12-2025"]),
        ("names of months", ["31 Jan 2024", "1 Feb 2024", "24 Dec 2025"]),
        ("names of months first", ["January 31, 2024", "February 1, 2024", "December 24, 2025"]),
        ("moments", ["2024-01-31 10:00:00", "2024-02-01 23:59:59", "2025-12-24 00:00:00"]),
        ("moments by T and Z", ["2024-01-31T10:00:00Z", "2024-02-01T23:59:59Z", "2025-12-24T00:00:00Z"]),
        ("moments with an offset", ["2024-01-31T10:00:00+02:00", "2024-02-01T23:59:59+02:00", "2025-12-24T00:00:00.5-05:00"]),
        ("moments of half days", ["31/01/2024 10:00 AM", "01/02/2024 11:59 PM", "24/12/2025 12:00 AM"]),
    ];
    let rows = |days: &[&str]| {
        format!("customer_id,created_at\n{}", days.iter().enumerate().map(|(row, day)| format!("{row},\"{day}\"\n")).collect::<String>())
    };
    let mut cases: Vec<Case> = written
        .iter()
        .map(|(name, days)| read(&format!("days in {name}"), rows(days), &["0", "1", "2"]).noting("days of sign-up from `created_at`"))
        .collect();
    for (name, days) in [
        ("days of two digits of a year", ["31.01.24", "01.02.24", "24.12.25"]),
        ("days without anything between", ["20240131", "20240201", "20251224"]),
        ("days counted by a spreadsheet", ["45322", "45323", "46015"]),
        ("seconds since 1970", ["1706659200", "1706745600", "1766534400"]),
        ("days that are words", ["soon", "later", "then"]),
    ] {
        cases.push(read(name, rows(&days), &["0", "1", "2"]).noting("`created_at` is not used"));
    }
    let mostly: Vec<String> = (0..300).map(|row| if row == 200 { "soon".to_owned() } else { format!("2024-01-{:02}", row % 28 + 1) }).collect();
    let keys: Vec<String> = (0..300).filter(|row| *row != 200).map(|row| row.to_string()).collect();
    cases.push(
        read("a word among days", rows(&mostly.iter().map(String::as_str).collect::<Vec<_>>()), &keys.iter().map(String::as_str).collect::<Vec<_>>())
            .but(&["202 `soon` is no day of sign-up"]),
    );
    cases
}

fn amounts() -> Vec<Case> {
    let rows =
        |prices: &[&str]| format!("sku,price\n{}", prices.iter().enumerate().map(|(row, price)| format!("P{row},\"{price}\"\n")).collect::<String>());
    let priced =
        |name: &str, prices: [&str; 3]| read(name, rows(&prices), &["P0", "P1", "P2"]).in_file("products.csv").noting("list prices from `price`");
    vec![
        priced("prices", ["1.50", "20.00", "300.25"]),
        priced("prices with decimal commas", ["1,50", "20,00", "300,25"]),
        priced("prices with thousands", ["1,050.00", "20.00", "3,000.25"]),
        priced("prices with thousands by points", ["1.050,00", "20,00", "3.000,25"]),
        priced("prices with thousands by spaces", ["1 050,00", "20,00", "3 000,25"]),
        priced("prices with thousands by apostrophes", ["1'050.00", "20.00", "3'000.25"]),
        priced("prices in dollars", ["$1.50", "$20.00", "$300.25"]),
        priced("prices in euros", ["1,50 €", "20,00 €", "300,25 €"]),
        priced("prices with names of currencies", ["USD 1.50", "USD 20.00", "USD 300.25"]),
        priced("prices with more decimals than money has", ["1.505", "20.004", "300.2549"]),
        read("a price below nothing", rows(&["1.50", "-2.00", "3.00"]), &["P0", "P2"]).in_file("products.csv").but(&["3 `-2.00` is no price"]),
        read("a price that is missing", rows(&["1.50", "", "3.00"]), &["P0", "P2"]).in_file("products.csv").but(&["3 has no price"]),
        read("prices that are words", rows(&["cheap", "dear", "free"]), &["P0", "P1", "P2"]).in_file("products.csv").noting("`price` is not used"),
    ]
}
