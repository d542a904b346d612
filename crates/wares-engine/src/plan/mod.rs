//! A checked template becomes a plan; what cannot work is refused here, so that filling cannot fail. Start at [`Plan`].
//!
//! `shop` plans the recipes, `people` customers and staff of regions, `table` the columns; `look` finds what the template says of them.

mod error;
mod look;
mod people;
mod shop;
mod table;

use std::ops::Range;

use arrow_array::RecordBatch;
use wares_model::{Checked, TableSchema, check::CheckedTable};

pub use self::error::PlanError;
pub(crate) use self::{
    shop::Shop,
    table::{ColumnPlan, Filler, TablePlan, TextPart},
};
use crate::{arrivals, batch};

/// Everything needed to make any rows of any table.
pub struct Plan {
    pub(crate) tables: Vec<TablePlan>,
    pub(crate) shop: Shop,
}

impl Plan {
    /// Plans all tables, or (with `only`) that table and what it needs of the others.
    ///
    /// # Errors
    /// [`PlanError`], for the first thing that cannot work.
    pub fn new(checked: &Checked, only: Option<&str>) -> Result<Self, PlanError> {
        let wanted = |table: &CheckedTable| only.is_none_or(|name| table.name == name);
        if let Some(name) = only.filter(|name| !checked.tables.iter().any(|table| table.name == *name)) {
            return Err(PlanError::UnknownTable(name.to_owned()));
        }
        let checked = &*arrivals::counted(checked)?;
        let shop = Shop::new(checked, &|recipe| checked.tables.iter().any(|table| table.recipe == Some(recipe) && wanted(table)))?;
        let mut tables = Vec::new();
        for table in checked.tables.iter().filter(|table| wanted(table)) {
            let rows = shop.rows(table);
            tables.push(TablePlan::new(checked, table, rows)?);
        }
        Ok(Self { tables, shop })
    }

    /// The tables planned, in order: what sinks see of them, and their rows.
    pub fn tables(&self) -> impl Iterator<Item = (&TableSchema, u64)> {
        self.tables.iter().map(|table| (&table.schema, table.rows))
    }

    /// The rows of a range, of the table at this position among [`Plan::tables`]; the range lies within the table.
    pub fn batch(&self, table: usize, rows: Range<u64>) -> RecordBatch {
        batch::fill(&self.tables[table], &self.shop, rows)
    }
}
