//! Profiles -> the columns of a template.
//!
//! In: [`Rows`]. Out: a [`Table`] and its notes. A column of a table of goods or people gets the recipe's facts, so that it agrees with its
//! neighbours; every other column keeps its own range, categories or pattern. No free text of the user's goes over. Start at [`table`].

mod codes;
mod columns;
mod fitted;
mod regions;

use std::collections::{BTreeMap, BTreeSet};

use wares_model::{
    Column, Recipe, Table,
    column::ProductFact,
    defaults,
    template::{CatalogSource, RegionShare},
    trade::Trade,
};

pub(crate) use self::{codes::narrowed, fitted::sold_by};
use self::{columns::Drafting, fitted::fitted, regions::regions};
use crate::{Wanted, keys, meaning, names, profile::Profile, rows::Rows};

/// The most values of a category column.
const MOST_CATEGORIES: usize = 100;

/// A table made of rows, and what goes with it.
pub(crate) struct Made {
    pub(crate) table: Table,
    pub(crate) catalog: Option<CatalogSource>,
    pub(crate) regions: Vec<RegionShare>,
    pub(crate) notes: Vec<String>,
}

/// The table that rows look like.
pub(crate) fn table(name: &str, rows: &Rows, wanted: &Wanted<'_>) -> Made {
    let count = wanted.rows.unwrap_or(rows.rows).max(1);
    let mut notes = described(rows);
    let key = keys::primary(name, &rows.profiles).into_iter().next();
    if let Some(key) = &key {
        let name = shown(&rows.profiles[key.column], key.column);
        notes.push(format!("column `{name}` is the primary key: {} rows, none empty, no value twice, and {}", rows.rows, key.evidence));
    }
    let (recipe, catalog) = recipe(name, rows, wanted, &mut notes);
    let (catalog, pack) = fitted(catalog, &rows.profiles, &mut notes);
    let mut drafting = Drafting {
        rows: count,
        position: 0,
        recipe,
        catalog: pack,
        key: key.map(|key| key.column),
        taken: BTreeSet::new(),
        facts: BTreeSet::new(),
        notes,
    };
    let mut columns = Vec::new();
    let mut helpers = Vec::new();
    for (position, profile) in rows.profiles.iter().enumerate() {
        let column = names::column(&profile.name, position, &mut drafting.taken);
        columns.push(drafting.column(&column, position, profile, &mut helpers));
    }
    columns.extend(helpers);
    let regions = if recipe == Some(Recipe::Customers) { regions(rows, &mut drafting.notes) } else { Vec::new() };
    let mut taken = BTreeSet::new();
    let table = Table { name: names::table(name, &mut taken), recipe, rows: Some(count), variants: BTreeMap::new(), columns: Some(columns) };
    Made { table, catalog, regions, notes: drafting.notes }
}

/// How the file is written, for people.
fn described(rows: &Rows) -> Vec<String> {
    let delimiter = match rows.dialect.delimiter {
        b',' => "commas",
        b';' => "semicolons",
        b'\t' => "tabs",
        b'|' => "pipes",
        _ => "its mark",
    };
    let header = if rows.dialect.header { "with a header" } else { "without a header" };
    let mut notes =
        vec![format!("{}, parted by {delimiter}, {header}, {} rows of {} columns", rows.dialect.encoding.name(), rows.rows, rows.profiles.len())];
    if let Some((count, line, fields)) = rows.ragged {
        notes.push(format!("line {line} has {fields} fields rather than {}; {count} such rows were left out", rows.profiles.len()));
    }
    if rows.odd_bytes > 0 {
        notes.push(format!("{} bytes are no UTF-8 and were read as Windows-1252", rows.odd_bytes));
    }
    notes
}

fn shown(profile: &Profile, position: usize) -> String {
    if profile.name.is_empty() { format!("column_{}", position + 1) } else { profile.name.clone() }
}

/// The recipe whose facts the columns hold, and the catalog pack where it is that of products.
fn recipe(name: &str, rows: &Rows, wanted: &Wanted<'_>, notes: &mut Vec<String>) -> (Option<Recipe>, Option<CatalogSource>) {
    let columns: Vec<&str> = rows.profiles.iter().map(|profile| profile.name.as_str()).collect();
    let goods: BTreeSet<ProductFact> = columns.iter().filter_map(|name| meaning::product(name)).collect();
    let people = columns.iter().filter_map(|name| meaning::of(name)).filter(|meaning| meaning.is_of_people()).count();
    let named = names::plain(name);
    let goods_named = named.contains("product") || named.contains("item") || named.contains("catalog");
    let enough = if goods_named { 2 } else { 3 };
    if people < 2 && goods.contains(&ProductFact::Name) && goods.contains(&ProductFact::ListPrice) && goods.len() >= enough {
        if let Some((source, why)) = sold_by(&rows.profiles, wanted) {
            notes.push(format!("these are products: {why}"));
            return (Some(Recipe::Products), Some(source));
        }
        notes.push(
            "these look like products, and nothing says of which trade: give `--category WORDS` for names and descriptions of that trade".to_owned(),
        );
    } else if people >= 2 && goods.len() < 3 {
        notes.push("these are people or companies: names and addresses are made by the customers recipe".to_owned());
        return (Some(Recipe::Customers), None);
    }
    (None, None)
}

/// The recipe whose table has this name, where half of the columns or more are the recipe's.
pub(crate) fn recipe_named(table: &str, columns: &[String]) -> Option<Recipe> {
    let plain = names::plain(table);
    let recipe = Recipe::ALL.into_iter().find(|recipe| {
        let own = names::plain(recipe.name());
        plain == own
            || format!("{plain}s") == own
            || (*recipe == Recipe::OrderDetails && ["orderlines", "orderitems", "lineitems"].contains(&plain.as_str()))
    })?;
    let known = known(recipe);
    let same = columns.iter().filter(|column| known.iter().any(|known| names::plain(&known.name) == names::plain(column))).count();
    (same * 2 >= columns.len() && same > 0).then_some(recipe)
}

/// The columns that a recipe makes, by default and when asked for.
pub(crate) fn known(recipe: Recipe) -> Vec<Column> {
    let mut known = defaults::columns(recipe, 1, &Trade::default());
    known.extend(defaults::optional(recipe));
    known
}
