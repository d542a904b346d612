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

use crate::{
    Error,
    found::Found,
    import::{open, refused},
};

/// What was recognized in a file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Recognised {
    /// Its form: `csv`, `json-schema`, `sql`, `datapackage`, `taxonomy`; none where that is not known.
    pub form: Option<String>,
    /// What it is taken for as a table that other tables refer to; none where it is no such table.
    pub found: Option<Found>,
    /// Why it is none.
    pub trouble: Option<String>,
    /// Whether it was read to its end; of a long file only the beginning is, and its rows are more than were counted.
    pub is_whole: bool,
    /// The columns, in order.
    pub columns: Vec<String>,
    /// What may be its key, the likeliest first.
    pub keys: Vec<KeyFound>,
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
        Ok(form) => Recognised { form: Some(form.name().to_owned()), is_whole: !is_long, ..Recognised::default() },
        Err(error) => Recognised { trouble: Some(error.to_string()), is_whole: !is_long, ..Recognised::default() },
    })
}

fn of_rows(head: &[u8], name: &str, is_long: bool) -> Recognised {
    let csv = Recognised { form: Some("csv".to_owned()), is_whole: !is_long, ..Recognised::default() };
    let read = match rows::read(name, Cursor::new(head)) {
        Ok(read) => read,
        // The beginning of a longer file may end between two quotes.
        Err(IngestError::Unclosed { at, .. }) if is_long && lines_before(head, at.line).len() < head.len() => {
            return of_rows(lines_before(head, at.line), name, is_long);
        }
        Err(error) => return Recognised { trouble: Some(error.to_string()), ..csv },
    };
    let mut recognised = Recognised { columns: read.header.clone(), ..csv };
    match parent::read(name, || Ok(Cursor::new(head)), &Asked::default()) {
        Ok(parent) => {
            let key = KeyFound { name: parent.brought.key_name.clone(), column: parent.key_column.clone(), evidence: parent.key_evidence.clone() };
            recognised.keys.push(key);
            recognised.found = Some(Found::new(&[parent], 0, &[]));
        }
        Err(error) => recognised.trouble = Some(error.to_string()),
    }
    for candidate in keys::primary(name, &read.profiles) {
        let column = read.header[candidate.column].clone();
        if !recognised.keys.iter().any(|known| known.column == column) {
            recognised.keys.push(KeyFound { name: column.clone(), column, evidence: candidate.evidence });
        }
    }
    recognised
}

/// The lines before this one, which is counted from 1.
fn lines_before(head: &[u8], line: Option<u64>) -> &[u8] {
    let ends = head.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(place, _)| place + 1);
    let before = usize::try_from(line.unwrap_or(1)).unwrap_or(usize::MAX).saturating_sub(1);
    let end = if before == 0 { 0 } else { ends.take(before).last().unwrap_or(0) };
    &head[..end]
}
