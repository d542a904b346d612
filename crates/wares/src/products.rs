//! Products alone, and the template that a person goes on from.

use serde_json::Value;
use wares_model::{
    Column, ColumnType, Recipe, Table, Template,
    column::{Barcode, BarcodeKind, Fill, ProductFact, TextPattern},
    defaults,
    pack::{catalog::Catalog, narrow, variant::by_variant},
    trade::Trade,
    version,
};

use crate::{
    Error,
    domain::{self, Meant},
    wish::{Wish, plain},
};

/// The most columns of a template made from words.
const MOST_COLUMNS: usize = 25;
/// An attribute gets a column where at least this share of the products has it, in percent.
const LEAST_SHARE: u64 = 20;
/// A list of values is written out where it is not longer than this.
const MOST_SAMPLES: usize = 24;

/// A template with a products table: the columns of classicmodels, those that shops add, and the attributes that many products of the domain
/// have, each with description, unit and samples. What the words say beyond the pack (`women's` shoes) is taken as a variant. `require` names further columns, by comma or `;` (see [`crate::wish`]).
///
/// # Errors
/// [`Error::Input`] when the words say nothing.
pub fn template(words: &str, variant: Option<&str>, require: Option<&str>, rows: u64) -> Result<(Template, Vec<String>), Error> {
    let meant = domain::meant(words)?;
    let variant = meant.variant(words, variant, true);
    Ok(of_catalog(words, variant.as_deref(), require, rows, meant))
}

/// The same for a catalog that is known.
pub(crate) fn of_catalog(words: &str, variant: Option<&str>, require: Option<&str>, rows: u64, meant: Meant) -> (Template, Vec<String>) {
    let Meant { choice, mut catalog, mut notes } = meant;
    // Words that mean nothing are refused by the check of the template.
    let applied = variant.map(|words| by_variant(&mut catalog, words).0).unwrap_or_default();
    notes.extend(applied.iter().map(|applied| format!("`{}` narrows it to {}", applied.words, applied.to)));
    let mut columns: Vec<Column> = defaults::columns(Recipe::Products, rows, &Trade::default()).into_iter().map(described).collect();
    columns.extend(shop_columns(&catalog));
    // What the user asked for by the variant stands before what many products have.
    let frequent = shares(&catalog).into_iter().filter(|(share, _)| *share >= LEAST_SHARE).map(|(_, name)| name);
    for name in applied.into_iter().filter_map(|applied| applied.attribute).chain(frequent) {
        if columns.len() < MOST_COLUMNS && name != catalog.scale && !columns.iter().any(|column| column.name == name) {
            columns.push(of_attribute(&catalog, &name));
        }
    }
    for wanted in require.map(wishes).unwrap_or_default() {
        notes.push(required(&catalog, &wanted, &mut columns));
    }
    let template = Template {
        version: version::CURRENT,
        name: catalog.name.clone(),
        domain: Some(words.to_owned()),
        variant: variant.map(str::to_owned),
        seed: 42,
        today: None,
        regions: vec![wares_model::template::RegionShare { code: "US".to_owned(), share: 1.0 }],
        catalog: Some(choice),
        trade: Trade::default(),
        tables: vec![Table { columns: Some(columns), ..Table::of(Recipe::Products, Some(rows)) }],
    };
    (template, notes)
}

/// What shops add to every product, whatever they sell.
fn shop_columns(catalog: &Catalog) -> Vec<Column> {
    let column = |name: &str, column_type: ColumnType, description: &str, fill: Fill| Column {
        column_type: Some(column_type),
        description: Some(description.to_owned()),
        fill: Some(fill),
        ..Column::named(name)
    };
    let book = catalog.kinds.iter().any(|kind| kind.line.to_lowercase().contains("books")) && catalog.names_without_brand;
    let (name, kind) = if book { ("isbn", BarcodeKind::Isbn13) } else { ("barcode", BarcodeKind::Ean13) };
    let image = Fill::Text(TextPattern { pattern: "https://images.example/{productCode}.jpg".to_owned() });
    let mut columns =
        vec![column(name, ColumnType::Barcode, "The number on the package, with its check digit", Fill::Barcode(Barcode { kind, prefix: None }))];
    if catalog.kinds.iter().any(|kind| catalog.weighs(kind)) {
        let weight = column("weightGrams", ColumnType::Integer, "What it weighs as it is sent", Fill::Product(ProductFact::WeightGrams));
        columns.push(Column { unit: Some("g".to_owned()), ..weight });
    }
    columns.extend([
        column("launchedOn", ColumnType::Date, "The day on which it came into the shop", Fill::Product(ProductFact::LaunchedOn)),
        column("rating", ColumnType::Decimal, "Stars of customers, 1.0 to 5.0; none where nobody has rated it", Fill::Product(ProductFact::Rating)),
        column("reviewCount", ColumnType::Integer, "How many customers rated it", Fill::Product(ProductFact::ReviewCount)),
        column("imageUrl", ColumnType::Url, "Where its picture would be, on a domain that nobody owns", image),
    ]);
    columns
}

/// The column that tells which rows are variants of one product.
pub fn parent_code() -> Column {
    let description = "The code that all variants of one product share".to_owned();
    Column { description: Some(description), fill: Some(Fill::Product(ProductFact::ParentCode)), ..Column::named("parentCode") }
}

/// Wishes by comma, where no list of values is meant, or by `;`.
pub(crate) fn wishes(text: &str) -> Vec<String> {
    let by_comma = |part: &str| -> Vec<String> {
        if part.contains(": ") || part.contains(" values ") { vec![part.to_owned()] } else { part.split(',').map(str::to_owned).collect() }
    };
    let all = text.split([';', '\n']).flat_map(by_comma);
    all.map(|wish| wish.trim().to_owned()).filter(|wish| !wish.is_empty()).collect()
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

/// The column of an attribute, with description, unit and samples.
pub(crate) fn of_attribute(catalog: &Catalog, name: &str) -> Column {
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
    let wish = Wish::read(wanted);
    let (column, how) = wish.column(Some(catalog));
    if let Some(known) = columns.iter_mut().find(|known| plain(&known.name) == plain(&column.name)) {
        if !wish.samples.is_empty() {
            known.samples = wish.samples;
        }
        return format!("`{wanted}` is there already: {}", known.name);
    }
    columns.push(column);
    how
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
