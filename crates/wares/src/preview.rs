//! Any rows of any table, nothing written.

use wares_engine::Plan;
use wares_model::{Checked, ColumnSchema};
use wares_sinks::{arrow_ipc, csv, text};

use crate::Error;

/// Rows `at` and after of a table as CSV with a header line; fewer than asked where the table ends.
///
/// # Errors
/// [`Error::Plan`], or [`Error::NoSuchRow`] when the table has no row `at` (counted from 0).
pub fn preview(checked: &Checked, table: &str, at: u64, rows: u64) -> Result<Vec<u8>, Error> {
    let plan = Plan::new(checked, Some(table))?;
    let Some((schema, total)) = plan.tables().next() else { return Ok(Vec::new()) };
    if at >= total {
        return Err(Error::NoSuchRow { table: table.to_owned(), rows: total, at });
    }
    let mut out = Vec::new();
    csv::header(schema, &mut out);
    csv::rows(schema, &plan.batch(0, at..at.saturating_add(rows).min(total)), &mut out);
    Ok(out)
}

/// Some rows of a table, for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The columns that come out.
    pub columns: Vec<ColumnSchema>,
    /// A cell a column; none where there is no value.
    pub rows: Vec<Vec<Option<String>>>,
    /// Rows of the whole table.
    pub rows_total: u64,
}

/// Rows `at` and after of the first table of a plan; fewer than asked where the table ends. A plan can be kept and asked again.
///
/// # Errors
/// [`Error::NoSuchRow`] when the table has rows and none at `at` (counted from 0).
pub fn page(plan: &Plan, at: u64, rows: u64) -> Result<Page, Error> {
    let Some((schema, total)) = plan.tables().next() else { return Ok(Page { columns: Vec::new(), rows: Vec::new(), rows_total: 0 }) };
    let columns = schema.columns.clone();
    if total == 0 {
        return Ok(Page { columns, rows: Vec::new(), rows_total: 0 });
    }
    if at >= total {
        return Err(Error::NoSuchRow { table: schema.name.clone(), rows: total, at });
    }
    let batch = plan.batch(0, at..at.saturating_add(rows).min(total));
    Ok(Page { columns, rows: text::rows(schema, &batch), rows_total: total })
}

/// The same rows as a stream of Arrow IPC.
///
/// # Errors
/// As [`page`].
pub fn arrow(plan: &Plan, at: u64, rows: u64) -> Result<Vec<u8>, Error> {
    let Some((schema, total)) = plan.tables().next() else { return Ok(Vec::new()) };
    if at >= total && total > 0 {
        return Err(Error::NoSuchRow { table: schema.name.clone(), rows: total, at });
    }
    Ok(arrow_ipc::stream(schema, &plan.batch(0, at..at.saturating_add(rows).min(total))))
}
