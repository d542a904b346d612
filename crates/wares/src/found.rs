//! What each file of the user was taken for, with the evidence, before anything is made of it. Start at [`Found`].
//!
//! Elsewhere: what else a single file could be, before a job needs it (`recognise`).

use std::fmt;

use schemars::JsonSchema;
use serde::Serialize;
use wares_ingest::parent::{Parent, Reject};
use wares_model::Recipe;

use crate::links::Link;

/// So many rows that are left out are shown.
const MOST_REJECTS: usize = 20;

/// One file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Found {
    /// The file, as the user named it.
    pub file: String,
    /// What the table is called.
    pub table: String,
    /// What it holds: `customers`, `products`, `orders` ...; none where nothing is known of it but its key.
    pub kind: Option<String>,
    /// Why it is taken for that.
    pub why: String,
    /// How letters are written: `UTF-8`, `UTF-16`, `Windows-1252`.
    pub encoding: String,
    /// What stands between fields: `,`, `;`, a tab or `|`.
    pub delimiter: String,
    /// Whether the first row names the columns.
    pub header: bool,
    /// Rows that are used.
    pub rows: u64,
    /// Rows that are left out.
    pub rejected: u64,
    /// The first of them.
    pub first_rejects: Vec<RowLeftOut>,
    /// The columns of its key.
    pub key: Vec<String>,
    /// Why they are the key.
    pub key_evidence: String,
    /// What else is read of it, and from which column.
    pub facts: Vec<FoundFact>,
    /// Columns that hold keys of other files.
    pub refers: Vec<FoundLink>,
}

/// A row that is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RowLeftOut {
    /// Its line, from 1.
    pub line: u64,
    /// Why.
    pub reason: String,
    /// Its fields.
    pub text: String,
}

/// Something that is respected because the file says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct FoundFact {
    /// What: `days of sign-up`, `list prices`.
    pub what: String,
    /// From which column.
    pub column: String,
}

/// A column that holds keys of another file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct FoundLink {
    /// The column.
    pub column: String,
    /// The table whose keys it holds.
    pub table: String,
    /// How many of its different values are keys there ...
    pub found: u64,
    /// ... of so many that were looked at.
    pub of: u64,
    /// Whether its name speaks of that table, too.
    pub named: bool,
}

impl Found {
    /// What was found in the file at this position.
    pub(crate) fn new(parents: &[Parent], position: usize, links: &[Link]) -> Self {
        let parent = &parents[position];
        let refers = links.iter().filter(|link| link.from == position).map(|link| FoundLink {
            column: link.column.clone(),
            table: parents[link.to].brought.name.clone(),
            found: link.overlap.found,
            of: link.overlap.of,
            named: link.overlap.named,
        });
        Self {
            file: parent.name.clone(),
            table: parent.brought.name.clone(),
            kind: parent.brought.recipe.map(|recipe| Recipe::name(recipe).to_owned()),
            why: parent.why.clone(),
            encoding: parent.dialect.encoding.name().to_owned(),
            delimiter: char::from(parent.dialect.delimiter).to_string(),
            header: parent.dialect.header,
            rows: parent.brought.rows(),
            rejected: parent.rejected,
            first_rejects: parent.rejects.iter().take(MOST_REJECTS).map(RowLeftOut::from).collect(),
            key: std::iter::once(&parent.key_column).chain(&parent.key_rest).cloned().collect(),
            key_evidence: parent.key_evidence.clone(),
            facts: parent.facts.iter().map(|(what, column)| FoundFact { what: (*what).to_owned(), column: column.clone() }).collect(),
            refers: refers.collect(),
        }
    }
}

impl From<&Reject> for RowLeftOut {
    fn from(reject: &Reject) -> Self {
        Self { line: reject.line, reason: reject.reason.clone(), text: reject.text.clone() }
    }
}

impl fmt::Display for Found {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let delimiter = match self.delimiter.as_str() {
            "\t" => "tab",
            other => other,
        };
        let header = if self.header { "with a header" } else { "without a header" };
        writeln!(f, "{}", self.file)?;
        match &self.kind {
            Some(kind) => writeln!(f, "  holds    {kind}: {}", self.why)?,
            None => writeln!(f, "  holds    a table of which only the key is used")?,
        }
        writeln!(f, "  written  {}, parted by `{delimiter}`, {header}; {} rows, {} left out", self.encoding, self.rows, self.rejected)?;
        writeln!(f, "  key      {}: {}", self.key.join(" + "), self.key_evidence)?;
        for fact in &self.facts {
            writeln!(f, "  gives    {} from {}", fact.what, fact.column)?;
        }
        for link in &self.refers {
            let named = if link.named { ", and its name says so" } else { "" };
            writeln!(f, "  refers   {} to {}: {} of {} values are keys there{named}", link.column, link.table, link.found, link.of)?;
        }
        Ok(())
    }
}
