//! What a job would make, before it makes anything. Start at [`estimate`].

use std::time::Instant;

use schemars::JsonSchema;
use serde::Serialize;
use wares_engine::Plan;
use wares_model::ColumnType;
use wares_sinks::csv;

use crate::{Error, found::Found, job::Prepared};

/// Rows that are made at the beginning, the middle and the end of each table to know how long they are.
const SAMPLE_ROWS: u64 = 256;

/// What a job would make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Estimate {
    /// The tables, in order.
    pub tables: Vec<TableEstimate>,
    /// Which column refers to which table.
    pub relations: Vec<Relation>,
    /// About how long it takes on this machine with one thread, rounded up.
    pub seconds: u64,
    /// What was recognized and decided for the user.
    pub notes: Vec<String>,
    /// How many rows of the user's files are left out.
    pub rejected: u64,
    /// What the user's files were taken for, in the order of the job.
    pub found: Vec<Found>,
}

/// One table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TableEstimate {
    /// Its name.
    pub name: String,
    /// Its rows; exact.
    pub rows: u64,
    /// Bytes of its CSV file, from a sample.
    pub bytes: u64,
    /// The columns that come out.
    pub columns: Vec<ColumnShown>,
}

/// One column that comes out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ColumnShown {
    /// Its name.
    pub name: String,
    /// Its type.
    #[serde(rename = "type")]
    pub column_type: ColumnType,
    /// Whether rows are known by it.
    pub primary: bool,
}

/// A column whose values are keys of another table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Relation {
    /// The table with the column.
    pub table: String,
    /// The column.
    pub column: String,
    /// The table that it refers to.
    pub to: String,
}

/// Plans every table and makes a few rows of each.
///
/// # Errors
/// [`Error::Plan`] when a table cannot be made.
pub fn estimate(prepared: &Prepared) -> Result<Estimate, Error> {
    let mut estimate = Estimate {
        tables: Vec::new(),
        relations: Vec::new(),
        seconds: 0,
        notes: prepared.notes.clone(),
        rejected: prepared.rejects.len() as u64,
        found: prepared.found.clone(),
    };
    let mut nanoseconds = 0;
    for table in &prepared.tables {
        let plan = Plan::new(&prepared.checked, Some(table))?;
        let Some((schema, rows)) = plan.tables().next() else { continue };
        let (mut bytes, mut sampled) = (0, 0);
        let started = Instant::now();
        for start in [0, rows / 2, rows.saturating_sub(SAMPLE_ROWS)] {
            let range = start..(start + SAMPLE_ROWS).min(rows);
            let mut out = Vec::new();
            csv::rows(schema, &plan.batch(0, range.clone()), &mut out);
            bytes += out.len() as u64;
            sampled += range.end - range.start;
        }
        let scaled = |part: u128| part * u128::from(rows) / u128::from(sampled.max(1));
        nanoseconds += scaled(started.elapsed().as_nanos());
        let mut header = Vec::new();
        csv::header(schema, &mut header);
        for column in &schema.columns {
            let relation = |to: &String| Relation { table: schema.name.clone(), column: column.name.clone(), to: to.clone() };
            estimate.relations.extend(column.references.iter().map(relation));
        }
        let shown =
            |column: &wares_model::ColumnSchema| ColumnShown { name: column.name.clone(), column_type: column.column_type, primary: column.primary };
        estimate.tables.push(TableEstimate {
            name: schema.name.clone(),
            rows,
            bytes: header.len() as u64 + scaled(bytes.into()) as u64,
            columns: schema.columns.iter().map(shown).collect(),
        });
    }
    estimate.seconds = nanoseconds.div_ceil(1_000_000_000) as u64;
    Ok(estimate)
}
