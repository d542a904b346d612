//! What a checked template says of the tables that recipes make, and of those that the user brings.

use std::sync::Arc;

use wares_model::{Brought, Checked, check::CheckedTable, pack::bundle, template::Recipe};

use super::error::PlanError;
use crate::{column::Column, key::Key, recipe::ledger::money::Currencies};

pub(super) fn table_of(checked: &Checked, recipe: Recipe) -> Option<&CheckedTable> {
    checked.table_of(recipe).map(|index| &checked.tables[index])
}

pub(super) fn brought_of(checked: &Checked, recipe: Recipe) -> Option<&Arc<Brought>> {
    checked.brought.iter().find(|brought| brought.recipe == Some(recipe))
}

pub(super) fn rows_of(checked: &Checked, recipe: Recipe) -> Option<u64> {
    brought_of(checked, recipe).map(|brought| brought.rows()).or_else(|| table_of(checked, recipe).map(|table| table.rows))
}

/// The primary key of the table of a recipe, made or brought.
pub(super) fn key_of(checked: &Checked, recipe: Recipe) -> Option<Column> {
    match brought_of(checked, recipe) {
        Some(brought) => Some(Column::Brought(Arc::clone(brought))),
        None => table_of(checked, recipe).and_then(|table| primary(checked.seed, table)),
    }
}

/// The table of order details, in either form.
pub(super) fn details_of(checked: &Checked) -> Option<&CheckedTable> {
    table_of(checked, Recipe::OrderDetails).or_else(|| table_of(checked, Recipe::OrderLists))
}

/// By which name order details are drawn: both forms say the same.
pub(super) fn details_name(table: &CheckedTable) -> &str {
    if table.recipe == Some(Recipe::OrderLists) { Recipe::OrderDetails.name() } else { &table.name }
}

/// The primary key column of a table, where it is a single one.
pub(super) fn primary(seed: u64, table: &CheckedTable) -> Option<Column> {
    let column = table.columns.iter().find(|column| column.schema.primary)?;
    Column::new(Key::new(seed, &table.name, &column.schema.name), &column.fill)
}

/// The currencies of the template's regions.
pub(super) fn currencies(checked: &Checked) -> Result<Currencies, PlanError> {
    let mut regions = Vec::new();
    for (code, _) in &checked.regions {
        let broken = |problem: String| PlanError::Region { code: code.clone(), problem };
        let header = bundle::region_header(code).ok_or_else(|| broken("is not built in".to_owned()))?;
        let header = header.map_err(|problems| broken(problems.iter().map(ToString::to_string).next().unwrap_or_default()))?;
        regions.push(header.currency);
    }
    Ok(Currencies::new(&regions, checked.trade.money.currency.as_deref()))
}

/// With how many decimals amounts are printed: where the user's orders say what they come to, as they say it.
pub(super) fn money_decimals(checked: &Checked) -> Result<u8, PlanError> {
    match brought_of(checked, Recipe::Orders) {
        Some(orders) => Ok(if orders.facts.is_whole() { 0 } else { 2 }),
        None => Ok(currencies(checked)?.decimals()),
    }
}
