//! Templates of product domains, edited as a user would, and the products that they make.

use std::collections::BTreeSet;

use wares::{
    model::{ColumnType, Template, pack::bundle},
    products::template,
};

use crate::common::{records, today};

/// The rows of the products table, each cut into its fields, and the header before them.
fn made(template: &Template, rows: u64) -> Vec<Vec<String>> {
    let checked = wares::checked(template, "test", today()).unwrap_or_else(|error| panic!("{error:?}"));
    let text = String::from_utf8(wares::preview::preview(&checked, "products", 0, rows).unwrap()).unwrap();
    records(&text).into_iter().map(|record| record.into_iter().map(Option::unwrap_or_default).collect()).collect()
}

fn column<'a>(rows: &'a [Vec<String>], name: &str) -> BTreeSet<&'a str> {
    let position = rows[0].iter().position(|known| known == name).unwrap_or_else(|| panic!("no column {name}"));
    rows[1..].iter().map(|row| row[position].as_str()).collect()
}

#[test]
fn every_pack_makes_a_template_of_its_own_with_enough_columns() {
    for pack in bundle::catalog_names() {
        let (template, _) = template(pack, None, None, 60).unwrap_or_else(|error| panic!("{pack}: {error:?}"));
        let columns = template.tables[0].columns.as_ref().unwrap();
        assert!((11..=25).contains(&columns.len()), "{pack}: {} columns", columns.len());
        assert!(columns.iter().all(|column| column.description.is_some()), "{pack}");
        let rows = made(&template, 60);
        assert_eq!(rows.len(), 61, "{pack}");
        assert_eq!(column(&rows, "productName").len(), 60, "{pack}");
    }
}

#[test]
fn an_edited_template_gives_exactly_what_it_says() {
    let (template, _) = template("trail running shoes", None, Some("season"), 400).unwrap();
    // Exported and read again, as by a user.
    let text = serde_json::to_string_pretty(&template).unwrap();
    let mut template = wares::load(&text, "exported").unwrap();
    let columns = template.tables[0].columns.as_mut().unwrap();
    let at = |columns: &[wares::model::Column], name: &str| columns.iter().position(|column| column.name == name).unwrap();
    for name in ["productScale", "productDescription", "productVendor"] {
        let at = at(columns, name);
        columns[at].include = false;
    }
    let stock = at(columns, "quantityInStock");
    columns[stock].column_type = Some(ColumnType::Text);
    let cost = at(columns, "buyPrice");
    columns[cost].column_type = Some(ColumnType::Decimal);
    // An attribute whose values are listed: the first two are kept.
    let listed = columns.iter().position(|column| column.samples.len() > 3 && column.samples.iter().all(serde_json::Value::is_string)).unwrap();
    columns[listed].samples.truncate(2);
    let (listed, kept) = (columns[listed].name.clone(), columns[listed].samples.clone());
    let season = at(columns, "season");
    columns[season].samples = vec!["spring".into(), "autumn".into()];
    columns.push(wares::model::Column { samples: vec![3.into(), 7.into()], ..wares::model::Column::named("shelf") });
    columns.push(wares::model::Column { samples: vec!["2026-01-01".into(), "2026-03-31".into()], ..wares::model::Column::named("launched") });
    let rows = made(&template, 400);
    for name in ["productScale", "productDescription", "productVendor"] {
        assert!(!rows[0].contains(&name.to_owned()), "{name}");
    }
    // Kinds that can have neither of the two keep their own; the others have no third.
    let values = column(&rows, &listed);
    assert!(kept.iter().all(|sample| values.contains(sample.as_str().unwrap())), "{listed}: {values:?}");
    assert_eq!(column(&rows, "season"), BTreeSet::from(["spring", "autumn"]));
    assert_eq!(column(&rows, "shelf"), BTreeSet::from(["3", "4", "5", "6", "7"]));
    assert!(column(&rows, "launched").iter().all(|day| ("2026-01-01"..="2026-03-31").contains(day)));
    assert_eq!(column(&rows, "productName").len(), 400);
}

#[test]
fn a_variant_narrows_kinds_values_and_brands_or_is_refused() {
    let (organic, notes) = template("wine", Some("organic"), None, 300).unwrap();
    assert_eq!(column(&made(&organic, 300), "farming"), BTreeSet::from(["organic"]), "{notes:?}");
    let (rings, _) = template("jewellery", Some("engagement rings"), None, 100).unwrap();
    assert_eq!(column(&made(&rings, 100), "productLine"), BTreeSet::from(["Engagement Rings"]));
    let (unknown, _) = template("wine", Some("purple giraffe"), None, 10).unwrap();
    let refused = wares::checked(&unknown, "test", today()).unwrap_err();
    assert!(format!("{refused:?}").contains("purple giraffe"), "{refused:?}");
}

/// A template of running shoes with these columns alone, as JSON.
fn by_hand(columns: &str, rows: u64) -> Template {
    let text = format!(
        r#"{{"version": 1, "name": "by-hand", "catalog": "running-shoes", "tables": [{{"name": "products", "recipe": "products", "rows": {rows}, "columns": {columns}}}]}}"#
    );
    wares::load(&text, "by-hand").unwrap()
}

#[test]
fn samples_of_the_products_own_facts_go_with_names_and_descriptions() {
    let template = by_hand(
        r#"[{"name": "productName"}, {"name": "brand", "samples": ["Acme", "Zoomers"]}, {"name": "MSRP", "samples": [120, 180]}, {"name": "buyPrice"},
            {"name": "material", "samples": ["hemp knit"]}, {"name": "dropMm", "samples": [3, 5]}, {"name": "productDescription"}, {"name": "quantityInStock", "samples": [2, 9]}]"#,
        400,
    );
    let rows = made(&template, 400);
    let cell = |row: &[String], name: &str| row[rows[0].iter().position(|known| known == name).unwrap()].clone();
    assert_eq!(column(&rows, "brand"), BTreeSet::from(["Acme", "Zoomers"]));
    assert_eq!(column(&rows, "material"), BTreeSet::from(["hemp knit"]));
    assert!(column(&rows, "dropMm").is_subset(&BTreeSet::from(["", "3", "4", "5"])), "{:?}", column(&rows, "dropMm"));
    let mut named = 0;
    for row in &rows[1..] {
        let price = |name: &str| cell(row, name).replace('.', "").parse::<i64>().unwrap();
        assert!((12_000..=18_000).contains(&price("MSRP")) && price("buyPrice") < price("MSRP"), "{row:?}");
        let text = format!("{} {}", cell(row, "productName"), cell(row, "productDescription"));
        let other = if cell(row, "brand") == "Acme" { "Zoomers" } else { "Acme" };
        assert!(!text.contains(other), "{row:?}");
        named += usize::from(text.contains("hemp knit"));
        assert!((2..=9).contains(&cell(row, "quantityInStock").parse().unwrap()));
    }
    assert!(named > 50, "{named} descriptions name the material");
}

#[test]
fn unknown_columns_are_filled_by_name_type_and_samples_and_the_user_is_told() {
    let template = by_hand(
        r#"[{"name": "id"}, {"name": "title"}, {"name": "gtin"}, {"name": "sku"}, {"name": "rating"}, {"name": "release_date"}, {"name": "image_url"}, {"name": "email"},
            {"name": "opens", "samples": ["08:00", "12:30"]}, {"name": "seen", "type": "datetime"}, {"name": "extra", "type": "json", "samples": ["a \"b\""]},
            {"name": "lot", "samples": ["LA-0231", "LC-9114"]}, {"name": "height", "samples": [1, 2, 2, 3, 90]}, {"name": "frobs", "type": "money"}, {"name": "huh"}]"#,
        300,
    );
    let checked = wares::checked(&template, "by-hand", today()).unwrap();
    let notes: Vec<String> = checked.notes.iter().map(ToString::to_string).collect();
    for name in ["id", "title", "gtin", "sku", "rating", "release_date", "image_url", "email", "seen", "frobs", "huh"] {
        assert!(notes.iter().any(|note| note.contains(&format!("`{name}` is filled by"))), "{name}: {notes:?}");
    }
    let rows = made(&template, 300);
    let all = |name: &str, holds: &dyn Fn(&str) -> bool| column(&rows, name).iter().for_each(|value| assert!(holds(value), "{name}: {value}"));
    for name in ["gtin", "sku", "title", "id"] {
        assert_eq!(column(&rows, name).len(), 300, "{name}");
    }
    let check_digit =
        |text: &str| text.bytes().rev().zip([1_u32, 3].into_iter().cycle()).map(|(digit, times)| u32::from(digit - b'0') * times).sum::<u32>();
    all("gtin", &|text| text.len() == 13 && check_digit(text).is_multiple_of(10));
    all("rating", &|text| text.is_empty() || (1.0..=5.0).contains(&text.parse::<f64>().unwrap()));
    all("release_date", &|text| text <= "2026-11-23" && text.len() == 10);
    all("image_url", &|text| text.starts_with("https://images.example/") && text.ends_with(".jpg"));
    all("email", &|text| text.ends_with("@example.com") && text.matches('@').count() == 1);
    all("opens", &|text| ("08:00:00"..="12:30:00").contains(&text));
    all("seen", &|text| text.len() == 20 && text.ends_with('Z') && text < "2026-11-23T00:00:00Z");
    all("extra", &|text| text == "\"a \\\"b\\\"\"");
    all("lot", &|text| text.len() == 7 && text.starts_with('L') && text.as_bytes()[2] == b'-');
    let heights: Vec<i64> = rows[1..].iter().map(|row| row[12].parse().unwrap()).collect();
    let low = heights.iter().filter(|height| **height <= 3).count();
    assert!((200..260).contains(&low), "three quarters of the samples lie at 3 or below, and {low} of 300 heights");
}

#[test]
fn variants_of_a_product_stand_together_and_differ_in_what_was_asked() {
    let mut template = by_hand(
        r#"[{"name": "productCode"}, {"name": "parentCode"}, {"name": "productName"}, {"name": "productVendor"}, {"name": "MSRP"}, {"name": "color"}, {"name": "productScale"}]"#,
        3_000,
    );
    template.catalog = Some(wares::domain::meant("womens clothing").unwrap().choice);
    template.tables[0].variants = [("color".to_owned(), 3), ("size".to_owned(), 2)].into();
    let rows = made(&template, 3_000);
    assert_eq!(column(&rows, "productName").len(), 3_000);
    assert_eq!(column(&rows, "productCode").len(), 3_000);
    let mut parents: Vec<Vec<&Vec<String>>> = Vec::new();
    for row in &rows[1..] {
        match parents.last_mut().filter(|siblings| siblings[0][1] == row[1]) {
            Some(siblings) => siblings.push(row),
            None => parents.push(vec![row]),
        }
    }
    assert_eq!(parents.len(), column(&rows, "parentCode").len(), "variants of a product do not stand together");
    assert!(parents.iter().filter(|siblings| siblings.len() == 6).count() * 10 > parents.len() * 5);
    for siblings in &parents {
        let different = |at: usize| siblings.iter().map(|row| &row[at]).collect::<BTreeSet<_>>().len();
        assert_eq!(different(3), 1, "{siblings:?}");
        assert!(different(5) <= 3 && different(6) <= 2, "{siblings:?}");
        assert_eq!(siblings.iter().map(|row| (&row[5], &row[6])).collect::<BTreeSet<_>>().len(), siblings.len(), "{siblings:?}");
    }
    // A preview in the middle shows the same rows.
    let checked = wares::checked(&template, "test", today()).unwrap();
    let shown = String::from_utf8(wares::preview::preview(&checked, "products", 1_234, 3).unwrap()).unwrap();
    assert!(records(&shown)[1..].iter().zip(&rows[1_235..]).all(|(a, b)| a.iter().zip(b).all(|(a, b)| a.as_deref().unwrap_or_default() == b)));
}

fn check_refined(instructions: &str, done: &[&str]) -> Template {
    let (template, _) = template("trail running shoes", None, None, 50).unwrap();
    let refined = wares::refine::refine(&template, instructions).unwrap_or_else(|error| panic!("{error:?}"));
    assert_eq!(refined.done, done, "{instructions}");
    wares::checked(&refined.template, "refined", today()).unwrap();
    refined.template
}

#[test]
fn simple_instructions_change_a_template_without_a_model() {
    let changed = check_refined(
        "add the heel drop in mm; drop rating, then hide vendor; rename MSRP to price; make stock a text; price from 80 to 120; restrict audience to Women's; move barcode first; leave 20 % of imageUrl empty; 70 rows",
        &[
            "`dropMm` was there already; it comes out",
            "dropped `rating`",
            "`productVendor` stays in the template and out of the output",
            "renamed `MSRP` to `price`",
            "`quantityInStock` is `text`",
            "`price` is made from 80, 120",
            "`audience` is made from \"women's\"",
            "`barcode` is column 1",
            "`imageUrl` is empty in 20 % of the rows",
            "70 rows",
        ],
    );
    let rows = made(&changed, 70);
    assert_eq!(rows[0][0], "barcode");
    assert!(!rows[0].iter().any(|name| ["rating", "productVendor", "MSRP"].contains(&name.as_str())), "{:?}", rows[0]);
    assert!(column(&rows, "price").iter().all(|price| (80.0..=120.0).contains(&price.parse::<f64>().unwrap())));
    let empty = rows[1..].iter().filter(|row| row[rows[0].iter().position(|name| name == "imageUrl").unwrap()].is_empty()).count();
    assert!((3..28).contains(&empty), "{empty}");
}

#[test]
fn instructions_that_need_a_model_change_nothing_and_are_all_named() {
    let (template, _) = template("wine", None, None, 50).unwrap();
    let refused = wares::refine::refine(&template, "make it feel more French; drop rating; drop bananas").unwrap_err();
    let wares::Error::Input { problems, .. } = &refused else { panic!("{refused:?}") };
    let said: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].contains("make it feel more French") && said[1].contains("no column is named `bananas`"), "{said:?}");
    assert!(problems[0].hint.as_ref().unwrap().contains("--by llm"));
}

#[test]
fn what_the_words_of_a_domain_say_beyond_the_pack_narrows_it() {
    let lines = |domain: &str, column: &str| -> Vec<String> {
        let (made_of, _) = template(domain, None, None, 200).unwrap();
        let checked = wares::checked(&made_of, domain, today()).unwrap();
        let mut rows = records(&String::from_utf8(wares::preview::preview(&checked, "products", 0, 200).unwrap()).unwrap());
        let header = rows.remove(0);
        let at = header.iter().position(|name| name.as_deref() == Some(column)).unwrap();
        let mut found: Vec<String> = rows.into_iter().filter_map(|row| row[at].clone()).collect();
        found.sort();
        found.dedup();
        found
    };
    assert_eq!(lines("women's trail running shoes", "productLine"), ["Trail Running Shoes"]);
    assert_eq!(lines("women's trail running shoes", "audience"), ["women's"]);
    // A pack that goes by the very words keeps all that it has; of two kinds side by side, none is dropped.
    assert!(lines("wine", "productLine").len() > 5);
    assert!(lines("lipstick and mascara", "productLine").len() > 5);

    // A whole shop sells more than the kind that its words name, to the customers whom they name.
    let size = wares::shop::Size { products: 200, customers: 10, orders: 10 };
    let (template, notes) = wares::shop::template("women's trail running shoes", vec![], size).unwrap();
    assert_eq!(template.variant.as_deref(), Some("women's"), "{notes:?}");
}
