//! Products alone, and the template that a person goes on from.

use serde_json::Value;
use wares_model::{
    Column, ColumnType, Recipe, Table, Template,
    column::Fill,
    defaults,
    pack::{bundle, catalog::Catalog, narrow},
    template::CatalogSource,
    trade::Trade,
    version,
    weighted::TextOr,
};

use crate::{Error, domain};

/// The most columns of a template made from words.
const MOST_COLUMNS: usize = 25;
/// An attribute gets a column where at least this share of the products has it, in percent.
const LEAST_SHARE: u64 = 20;
/// A list of values is written out where it is not longer than this.
const MOST_SAMPLES: usize = 24;

/// A template with a products table: the columns of classicmodels, and the attributes that many products of the domain have, each with
/// description, unit and samples. `require` names further columns, by comma.
///
/// # Errors
/// [`Error::Input`] when no built-in pack fits the domain.
pub fn template(words: &str, variant: Option<&str>, require: Option<&str>, rows: u64) -> Result<(Template, Vec<String>), Error> {
    let found = domain::find(words)?;
    let mut catalog = bundle::catalog(found.pack).and_then(Result::ok).ok_or_else(|| crate::unknown_pack(found.pack))?;
    let mut notes = vec![format!("`{words}` means the pack `{}`{}", found.pack, others(&found.others))];
    // Words that mean nothing are refused by the check of the template.
    for applied in variant.map(|words| narrow::by_variant(&mut catalog, words).0).unwrap_or_default() {
        notes.push(format!("`{}` narrows it to {}", applied.words, applied.to));
    }
    let mut columns: Vec<Column> = defaults::columns(Recipe::Products, rows, &Trade::default()).into_iter().map(described).collect();
    for (_, name) in shares(&catalog).into_iter().filter(|(share, _)| *share >= LEAST_SHARE) {
        if columns.len() < MOST_COLUMNS && name != catalog.scale {
            columns.push(of_attribute(&catalog, &name));
        }
    }
    for wanted in require.into_iter().flat_map(|text| text.split(',')).map(str::trim).filter(|text| !text.is_empty()) {
        notes.push(required(&catalog, wanted, &mut columns));
    }
    let template = Template {
        version: version::CURRENT,
        name: found.pack.to_owned(),
        domain: Some(words.to_owned()),
        variant: variant.map(str::to_owned),
        seed: 42,
        today: None,
        regions: vec![wares_model::template::RegionShare { code: "US".to_owned(), share: 1.0 }],
        catalog: Some(TextOr(CatalogSource::Named(found.pack.to_owned()))),
        trade: Trade::default(),
        tables: vec![Table { name: "products".to_owned(), recipe: Some(Recipe::Products), rows: Some(rows), columns: Some(columns) }],
    };
    Ok((template, notes))
}

fn others(others: &[&str]) -> String {
    if others.is_empty() { String::new() } else { format!("; near it are {}", others.join(", ")) }
}

/// Each attribute with the share of products that have it, in percent; the most frequent first.
fn shares(catalog: &Catalog) -> Vec<(u64, String)> {
    let all: u64 = catalog.kinds.iter().map(|kind| u64::from(kind.weight)).sum();
    let share = |attribute: &wares_model::pack::catalog::Attribute| {
        let with = catalog.kinds.iter().filter(|kind| catalog.has(kind, attribute)).map(|kind| u64::from(kind.weight)).sum::<u64>();
        with * 100 / all.max(1)
    };
    let mut found: Vec<(u64, String)> = catalog.attributes.iter().map(|attribute| (share(attribute), attribute.name.clone())).collect();
    found.sort_by_key(|(share, _)| std::cmp::Reverse(*share));
    found
}

fn of_attribute(catalog: &Catalog, name: &str) -> Column {
    let attribute = catalog.attribute(name);
    let values = narrow::values(catalog, name);
    let numbers = narrow::numbers(catalog, name).filter(|_| narrow::is_number(catalog, name));
    let samples: Vec<Value> = match numbers {
        Some((low, high)) => vec![low.into(), high.into()],
        None if values.len() <= MOST_SAMPLES => values.iter().map(|value| Value::from(value.as_str())).collect(),
        None => Vec::new(),
    };
    let some: Vec<&str> = values.iter().take(4).map(String::as_str).collect();
    let example = if samples.is_empty() && !some.is_empty() { format!(", such as {}", some.join(", ")) } else { String::new() };
    Column {
        column_type: Some(if numbers.is_some() { ColumnType::Integer } else { ColumnType::Category }),
        description: Some(format!("The {}{example}", attribute.map_or(name, |known| known.label.as_str()))),
        unit: attribute.and_then(|known| known.unit.clone()),
        samples,
        fill: Some(Fill::Attribute(name.to_owned())),
        ..Column::named(name)
    }
}

/// Adds a column that the user names, and says how it is filled.
fn required(catalog: &Catalog, wanted: &str, columns: &mut Vec<Column>) -> String {
    let plain = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    let same = |name: &str| plain(name) == plain(wanted);
    if let Some(column) = columns.iter().find(|column| same(&column.name)) {
        return format!("`{wanted}` is there already: {}", column.name);
    }
    if let Some(attribute) = catalog.attributes.iter().find(|attribute| same(&attribute.name) || same(&attribute.label)) {
        columns.push(of_attribute(catalog, &attribute.name));
        return format!("`{wanted}` is the attribute `{}`", attribute.name);
    }
    let name: String = camel(wanted);
    columns.push(Column {
        description: Some(format!("{wanted}; give samples to say what it holds")),
        samples: vec![Value::from("to be filled in")],
        ..Column::named(&name)
    });
    format!("`{wanted}` is unknown to the pack: column `{name}` has a sample to be replaced")
}

fn camel(words: &str) -> String {
    let mut name = String::new();
    for word in words.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let (first, rest) = word.split_at(1);
        name.push_str(&if name.is_empty() { first.to_lowercase() } else { first.to_uppercase() });
        name.push_str(rest);
    }
    if name.is_empty() { "column".to_owned() } else { name }
}

fn described(column: Column) -> Column {
    let description = match column.name.as_str() {
        "productCode" => "The key: a code that no other product has",
        "productName" => "The name, unlike that of every other product",
        "productLine" => "The category",
        "productScale" => "The leading measure: size, capacity, pack",
        "productVendor" => "The brand",
        "productDescription" => "A few sentences that state the product's own attributes",
        "quantityInStock" => "Pieces in stock",
        "buyPrice" => "What the shop pays",
        "MSRP" => "The recommended retail price",
        _ => return column,
    };
    Column { description: Some(description.to_owned()), ..column }
}
