//! Any rows of any table, nothing written.

use wares_engine::Plan;
use wares_model::Checked;
use wares_sinks::csv;

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
