//! A file of rows -> a profile of each of its columns. Knows nothing of templates.
//!
//! In: bytes in any encoding and dialect that [`sniff`] knows, read once. Out: [`Rows`]. Start at [`read`].

use std::io::{BufRead, BufReader, Cursor, Read};

use crate::{
    error::{At, IngestError},
    form::Form,
    profile::{Builder, Profile},
    sniff::{self, Dialect, HEAD_BYTES, Utf8},
};

/// The most columns of a file.
const MOST_COLUMNS: usize = 1_000;

/// What was learned of a file of rows.
#[derive(Debug, Clone, PartialEq)]
pub struct Rows {
    /// How it is written.
    pub dialect: Dialect,
    /// The names of the columns as they stand in the header; empty ones where there is none.
    pub header: Vec<String>,
    /// One profile a column.
    pub profiles: Vec<Profile>,
    /// Rows read, without the header.
    pub rows: u64,
    /// Whether these are all rows of the file.
    pub whole: bool,
    /// Rows with another number of fields: how many, the line of the first, and its fields. They are not in the profiles.
    pub ragged: Option<(u64, u64, usize)>,
    /// Bytes that are no UTF-8 in a file that is UTF-8 otherwise; they were read as Windows-1252.
    pub odd_bytes: u64,
}

/// The first bytes of a file, and the whole file again.
///
/// # Errors
/// [`IngestError::Unreadable`].
pub fn head<R: Read>(name: &str, mut reader: R) -> Result<(Vec<u8>, impl Read + use<R>), IngestError> {
    let mut head = Vec::new();
    let read = reader.by_ref().take(HEAD_BYTES as u64).read_to_end(&mut head);
    read.map_err(|error| IngestError::Unreadable { at: At::file(name), reason: error.to_string() })?;
    Ok((head.clone(), Cursor::new(head).chain(reader)))
}

/// Reads a file of rows to its end.
///
/// # Errors
/// [`IngestError::Nothing`] when there is no row; [`IngestError::Ragged`] when more than one row in ten has another number of fields than
/// the first; [`IngestError::TooMany`] columns; [`IngestError::Unreadable`].
pub fn read(name: &str, reader: impl Read) -> Result<Rows, IngestError> {
    read_first(name, reader, u64::MAX)
}

/// Reads at most so many rows from the start of a file.
///
/// # Errors
/// As [`read`].
pub fn read_first(name: &str, reader: impl Read, most_rows: u64) -> Result<Rows, IngestError> {
    let (head, whole) = head(name, reader)?;
    let dialect = sniff::sniff(&head);
    let unreadable = |line: Option<u64>, error: String| IngestError::Unreadable { at: At { line, ..At::file(name) }, reason: error };
    let mut text = BufReader::new(Utf8::new(whole, dialect.encoding));
    if dialect.marked {
        text.read_line(&mut String::new()).map_err(|error| unreadable(Some(1), error.to_string()))?;
    }
    let mut reader = csv::ReaderBuilder::new().delimiter(dialect.delimiter).has_headers(false).flexible(true).from_reader(text);
    let mut record = csv::StringRecord::new();
    let (mut header, mut builders): (Vec<String>, Vec<Builder>) = (Vec::new(), Vec::new());
    let (mut rows, mut ragged, mut whole) = (0, None::<(u64, u64, usize)>, false);
    while rows < most_rows {
        let more = reader.read_record(&mut record).map_err(|error| match error.position() {
            Some(place) => unreadable(Some(place.line()), error.to_string()),
            None => unreadable(None, error.to_string()),
        })?;
        if !more {
            whole = true;
            break;
        }
        let line = record.position().map_or(0, csv::Position::line) + u64::from(dialect.marked);
        if builders.is_empty() {
            header = if dialect.header { record.iter().map(|name| name.trim().to_owned()).collect() } else { vec![String::new(); record.len()] };
            if header.len() > MOST_COLUMNS {
                return Err(too_wide(name, header.len()));
            }
            builders = header.iter().map(|name| Builder::new(name, dialect.delimiter == b';')).collect();
            if dialect.header {
                continue;
            }
        }
        // Delimiters behind the last field do no harm.
        let longer = record.len() > builders.len() && record.iter().skip(builders.len()).all(|field| field.trim().is_empty());
        if record.len() != builders.len() && !longer {
            if record.iter().any(|field| !field.trim().is_empty()) {
                ragged.get_or_insert((0, line, record.len())).0 += 1;
            }
            continue;
        }
        rows += 1;
        builders.iter_mut().zip(&record).for_each(|(builder, field)| builder.add(field, line));
    }
    if builders.is_empty() {
        return Err(IngestError::Nothing { at: At::file(name), what: "rows".to_owned() });
    }
    if let Some((count, line, found)) = ragged.filter(|(count, _, _)| count * 10 > rows + count) {
        return Err(IngestError::Ragged { at: At::line(name, line), found, expected: builders.len(), rows: count });
    }
    let odd_bytes = reader.get_ref().get_ref().odd_bytes;
    Ok(Rows { dialect, header, profiles: builders.into_iter().map(Builder::finish).collect(), rows, whole, ragged, odd_bytes })
}

fn too_wide(name: &str, found: usize) -> IngestError {
    let advice = format!("leave columns out; if the file is not {}, name its form with `--as`", Form::Csv);
    IngestError::TooMany { at: At::line(name, 1), what: "columns".to_owned(), found: found as u64, most: MOST_COLUMNS as u64, advice }
}
