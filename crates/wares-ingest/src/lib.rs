//! The user's own schema or rows -> a draft template.
//!
//! In: a CSV file with rows, a JSON Schema, SQL DDL, a Frictionless data package, the product CSV of Shopify or WooCommerce, or the text files
//! of a Shopify taxonomy. Out: a [`Draft`], which passes the check as it is and is there to be edited. No value of the user's goes over but
//! categories, ranges and the letters that all codes share.
//! Start at [`draft()`]. [`packing`], [`sniff`], [`records`], [`rows`], [`profile`] and [`keys`] know nothing of templates.
//! [`parent`] reads a table whose rows other tables refer to.

pub mod error;
pub mod form;
pub mod keys;
pub mod links;
pub mod names;
pub mod packing;
pub mod parent;
pub mod profile;
pub mod records;
pub mod rows;
pub mod sniff;
pub mod taxonomy;
pub mod value;

mod datapackage;
mod declared;
mod draft;
mod json_schema;
mod lines;
mod meaning;
mod schema;
mod shops;
mod sql;

use std::{collections::BTreeMap, io::Read};

use wares_model::{
    Recipe, Table, Template,
    pack::{bundle, catalog::Catalog, compose},
    template::{CatalogSource, RegionShare},
    trade::Trade,
    version,
    weighted::TextOr,
};

pub use error::{At, IngestError};
pub use form::Form;

/// The most bytes of a schema; rows may be of any number.
pub const MOST_SCHEMA_BYTES: u64 = 64 * 1024 * 1024;
/// Rows of a table that the file says nothing of.
const USUAL_ROWS: u64 = 200;
/// The pack of products of which nothing says what they are.
const STAND_IN: &str = "home-decor";

/// A template proposed from the user's file, and what people should know of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    /// Passes the check as it is.
    pub template: Template,
    /// What was recognized, what was decided, what could not be taken over.
    pub notes: Vec<String>,
}

/// What the user asks for.
#[derive(Clone)]
pub struct Wanted<'a> {
    /// Rows of each table. Default: those of the file, or 200.
    pub rows: Option<u64>,
    /// What is sold, in words; in a taxonomy, the category whose leaves are taken.
    pub category: Option<String>,
    /// The built-in catalog pack that words mean.
    pub find_pack: &'a dyn Fn(&str) -> Option<String>,
}

/// Makes a draft of a file of a known form. `name` stands in errors and, without its ending, names the table.
///
/// # Errors
/// [`IngestError`], with the place in the file.
pub fn draft(name: &str, reader: impl Read, form: Form, wanted: &Wanted<'_>) -> Result<Draft, IngestError> {
    let mut draft = match form {
        Form::Csv => of_rows(name, reader, wanted)?,
        Form::JsonSchema => json_schema::draft(name, &text(name, reader)?, wanted)?,
        Form::Datapackage => datapackage::draft(name, &text(name, reader)?, wanted)?,
        Form::Sql => sql::draft(name, &text(name, reader)?, wanted)?,
        Form::Taxonomy => {
            let text = text(name, reader)?;
            taxonomy::draft(&taxonomy::Files::of(name, &text), wanted)?
        }
    };
    draft.notes.insert(0, format!("`{name}` is read as {form} (`--as {}`)", form.name()));
    Ok(draft)
}

fn of_rows(name: &str, reader: impl Read, wanted: &Wanted<'_>) -> Result<Draft, IngestError> {
    let rows = rows::read(name, reader)?;
    if let Some(shop) = shops::recognize(&rows.header) {
        return Ok(shops::draft(shop, &rows, wanted));
    }
    if rows.rows == 0 {
        return Err(IngestError::Nothing { at: At::file(name), what: "rows below the header".to_owned() });
    }
    let made = draft::table(&stem(name), &rows, wanted);
    let mut notes = made.notes;
    let title = made.table.name.clone();
    let template = template(&title, vec![made.table], made.catalog, made.regions, &mut notes);
    Ok(Draft { template, notes })
}

/// The whole text of a schema, in whatever encoding.
fn text(name: &str, reader: impl Read) -> Result<String, IngestError> {
    let (head, whole) = rows::head(name, reader)?;
    let mut text = String::new();
    let mut decoded = sniff::Utf8::new(whole.take(MOST_SCHEMA_BYTES + 1), sniff::encoding(&head));
    decoded.read_to_string(&mut text).map_err(|error| IngestError::reading(At::file(name), error))?;
    if text.len() as u64 > MOST_SCHEMA_BYTES {
        let advice = "leave the rows out, and keep the statements or fields that declare tables".to_owned();
        return Err(IngestError::TooMany { at: At::file(name), what: "bytes".to_owned(), found: text.len() as u64, most: MOST_SCHEMA_BYTES, advice });
    }
    Ok(text)
}

/// The name of a file without folders and ending.
fn stem(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.split_once('.').map_or(file, |(stem, _)| stem);
    if stem.is_empty() { "table".to_owned() } else { stem.to_owned() }
}

/// A template of these tables; sees to what recipes need of each other.
fn template(name: &str, mut tables: Vec<Table>, catalog: Option<CatalogSource>, regions: Vec<RegionShare>, notes: &mut Vec<String>) -> Template {
    let trade = Trade::default();
    let catalog = match catalog {
        None if tables.iter().any(|table| table.recipe == Some(Recipe::Products)) => {
            let pack = bundle::catalog_names().find(|pack| *pack == STAND_IN).or_else(|| bundle::catalog_names().next()).unwrap_or_default();
            notes.push(format!("nothing says what is sold: the pack `{pack}` stands in; give `--category WORDS` for another"));
            Some(CatalogSource::Named(pack.to_owned()))
        }
        given => given,
    };
    let details = tables.iter().any(|table| table.recipe == Some(Recipe::OrderDetails));
    for table in &mut tables {
        let least = trade.lines.per_order.len() as u64;
        if details && table.recipe == Some(Recipe::Products) && table.rows.is_some_and(|rows| rows < least) {
            notes.push(format!("an order may hold {least} different products, so table `{}` has as many", table.name));
            table.rows = Some(least);
        }
    }
    let regions = if regions.is_empty() { vec![RegionShare { code: "US".to_owned(), share: 1.0 }] } else { regions };
    Template {
        version: version::CURRENT,
        name: name.to_owned(),
        domain: None,
        variant: None,
        seed: 42,
        today: None,
        regions,
        catalog: catalog.map(TextOr),
        trade,
        tables,
    }
}

/// A table without variants.
fn table(name: String, recipe: Option<Recipe>, rows: u64, columns: Vec<wares_model::Column>) -> Table {
    // The lines of orders follow from the orders.
    let rows = (!recipe.is_some_and(Recipe::is_counted)).then_some(rows.max(1));
    Table { name, recipe, rows, variants: BTreeMap::new(), columns: Some(columns) }
}

/// What `--category` says is sold: a built-in pack, or one composed from the words where none fits.
fn sold(wanted: &Wanted<'_>) -> Option<(CatalogSource, String)> {
    let words = wanted.category.as_deref()?;
    Some(match (wanted.find_pack)(words) {
        Some(pack) => (CatalogSource::Named(pack.clone()), format!("`{words}` means the pack `{pack}`")),
        None => (
            CatalogSource::Inline(Box::new(compose::generic(words, &[]))),
            format!("no built-in pack fits `{words}`: one is composed from the words"),
        ),
    })
}

/// The pack itself.
fn unpacked(source: &CatalogSource) -> Option<Catalog> {
    match source {
        CatalogSource::Named(pack) => bundle::catalog(pack).and_then(Result::ok),
        CatalogSource::Inline(catalog) => Some((**catalog).clone()),
    }
}
