//! What a file of the user's is, before anything is made of it. Start at [`file()`].

use std::{
    io::{Cursor, Read},
    path::Path,
};

use schemars::JsonSchema;
use serde::Serialize;
use wares_ingest::{
    IngestError, form, keys,
    parent::{self, Asked},
    rows,
};
use wares_model::Recipe;

use crate::{
    Error,
    import::{open, refused},
};

/// So many rows that would be left out are shown.
const MOST_REJECTS: usize = 20;

/// What was recognized in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Recognised {
    /// What it holds.
    pub kind: FileKind,
    /// Its form: `csv`, `json-schema`, `sql`, `datapackage`, `taxonomy`; none where that is not known.
    pub form: Option<String>,
    /// What stands between fields: `,`, `;`, a tab or `|`. Rows only.
    pub delimiter: Option<String>,
    /// How letters are written: `UTF-8`, `UTF-16`, `Windows-1252`. Rows only.
    pub encoding: Option<String>,
    /// How many rows; none where only the beginning of a long file was read.
    pub rows: Option<u64>,
    /// The columns, in order.
    pub columns: Vec<String>,
    /// What may be its key, the likeliest first.
    pub keys: Vec<KeyFound>,
    /// How many rows would be left out of what was read.
    pub rejected: u64,
    /// The first of them.
    pub first_rejects: Vec<RowLeftOut>,
    /// All of this in words.
    pub notes: Vec<String>,
    /// Why it cannot be used as a table that other tables refer to; none where it can.
    pub trouble: Option<String>,
}

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum FileKind {
    /// Who buys.
    Customers,
    /// What is sold.
    Products,
    /// Who ordered when.
    Orders,
    /// Who works for the shop.
    Employees,
    /// Where the shop works.
    Offices,
    /// Rows of something else, with a key.
    Table,
    /// Declared tables without rows.
    Schema,
    /// Nothing that is known.
    Unknown,
}

/// A column that may be the key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct KeyFound {
    /// What other tables would call it.
    pub name: String,
    /// The column of the file.
    pub column: String,
    /// Why.
    pub evidence: String,
}

/// A row that would be left out.
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

/// Recognizes a file; `name` is what people call it. Of a longer file than `most_bytes` (unpacked) only the beginning is read.
///
/// # Errors
/// [`Error::Input`] when it cannot be read at all. A file that is nothing known is no error.
pub fn file(path: &Path, name: &str, most_bytes: u64) -> Result<Recognised, Error> {
    let unreadable = |error: std::io::Error| {
        let problem = wares_model::Problem::new(wares_model::Place::root(), format!("cannot be read: {error}"));
        Error::Input { subject: name.to_owned(), problems: vec![problem] }
    };
    let mut head = Vec::new();
    let mut whole = open(path, name).map_err(|error| refused(name, &error))?;
    whole.by_ref().take(most_bytes).read_to_end(&mut head).map_err(unreadable)?;
    let is_long = whole.read(&mut [0]).map_err(unreadable)? > 0;
    if is_long {
        // A row that was cut would count as a broken one.
        head.truncate(head.iter().rposition(|byte| *byte == b'\n').map_or(head.len(), |end| end + 1));
    }
    Ok(match form::recognize(name, &head) {
        Ok(form::Form::Csv) => of_rows(&head, name, is_long),
        Ok(form) => {
            Recognised { form: Some(form.name().to_owned()), notes: vec![format!("`{name}` is read as {form}")], ..nothing(FileKind::Schema) }
        }
        Err(error) => Recognised { trouble: Some(error.to_string()), ..nothing(FileKind::Unknown) },
    })
}

fn nothing(kind: FileKind) -> Recognised {
    Recognised {
        kind,
        form: None,
        delimiter: None,
        encoding: None,
        rows: None,
        columns: Vec::new(),
        keys: Vec::new(),
        rejected: 0,
        first_rejects: Vec::new(),
        notes: Vec::new(),
        trouble: None,
    }
}

fn of_rows(head: &[u8], name: &str, is_long: bool) -> Recognised {
    let trouble = |error: IngestError| Recognised { form: Some("csv".to_owned()), trouble: Some(error.to_string()), ..nothing(FileKind::Unknown) };
    let read = match rows::read(name, Cursor::new(head)) {
        Ok(read) => read,
        // The beginning of a longer file may end between two quotes.
        Err(IngestError::Unclosed { at, .. }) if is_long && lines_before(head, at.line).len() < head.len() => {
            return of_rows(lines_before(head, at.line), name, is_long);
        }
        Err(error) => return trouble(error),
    };
    let mut found = Recognised {
        form: Some("csv".to_owned()),
        delimiter: Some(char::from(read.dialect.delimiter).to_string()),
        encoding: Some(read.dialect.encoding.name().to_owned()),
        rows: (!is_long).then_some(read.rows),
        columns: read.header.clone(),
        ..nothing(FileKind::Table)
    };
    match parent::read(name, || Ok(Cursor::new(head)), &Asked::default()) {
        Ok(parent) => {
            found.kind = kind(parent.brought.recipe);
            found.keys.push(KeyFound { name: parent.brought.key_name, column: parent.key_column, evidence: parent.key_evidence });
            found.rejected = parent.rejected;
            let shown = |reject: &parent::Reject| RowLeftOut { line: reject.line, reason: reject.reason.clone(), text: reject.text.clone() };
            found.first_rejects = parent.rejects.iter().take(MOST_REJECTS).map(shown).collect();
            found.notes = parent.notes;
        }
        Err(error) => found.trouble = Some(error.to_string()),
    }
    for candidate in keys::primary(name, &read.profiles) {
        let column = read.header[candidate.column].clone();
        if !found.keys.iter().any(|known| known.column == column) {
            found.keys.push(KeyFound { name: column.clone(), column, evidence: candidate.evidence });
        }
    }
    if is_long {
        found.notes.push(format!("only the first {} rows were read to recognize it", read.rows));
    }
    found
}

/// The lines before this one, which is counted from 1.
fn lines_before(head: &[u8], line: Option<u64>) -> &[u8] {
    let ends = head.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(place, _)| place + 1);
    let before = usize::try_from(line.unwrap_or(1)).unwrap_or(usize::MAX).saturating_sub(1);
    let end = if before == 0 { 0 } else { ends.take(before).last().unwrap_or(0) };
    &head[..end]
}

fn kind(recipe: Option<Recipe>) -> FileKind {
    match recipe {
        Some(Recipe::Customers) => FileKind::Customers,
        Some(Recipe::Products) => FileKind::Products,
        Some(Recipe::Orders) => FileKind::Orders,
        Some(Recipe::Employees) => FileKind::Employees,
        Some(Recipe::Offices) => FileKind::Offices,
        _ => FileKind::Table,
    }
}
