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
