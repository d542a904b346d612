//! A file of rows -> a profile of each of its columns. Knows nothing of templates.
//!
//! In: bytes in any encoding and dialect that [`sniff`](crate::sniff) knows, read once. Out: [`Rows`]. Start at [`read`].

use std::io::{Chain, Cursor, Read};

use crate::{
    error::{At, IngestError},
    form::Form,
    profile::{Builder, MOST_DISTINCT, Profile},
    records::Records,
    sniff::{Dialect, HEAD_BYTES},
};

/// The most columns of a file.
const MOST_COLUMNS: usize = 4_096;
/// So many columns may each hold as many values as a profile ever does; of more, each holds fewer, so that memory stays within bounds.
const FULL_COLUMNS: usize = 64;
/// So many fields of the first rows say enough, however wide the rows are.
const FIRST_FIELDS: u64 = 8_000_000;

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

/// So many columns are named where all are listed.
const MOST_LISTED: usize = 20;

impl Rows {
    /// What a column is called: its name, or its place where it has none.
    pub fn title(&self, column: usize) -> String {
        self.header.get(column).filter(|name| !name.is_empty()).map_or_else(|| format!("column_{}", column + 1), Clone::clone)
    }

    /// What the columns are called, for people.
    pub fn titles(&self) -> String {
        let listed = (0..self.header.len()).take(MOST_LISTED).map(|column| format!("`{}`", self.title(column))).collect::<Vec<_>>().join(", ");
        let more = self.header.len().saturating_sub(MOST_LISTED);
        if more > 0 { format!("{listed} and {more} more") } else { listed }
    }
}

/// A file whose first bytes were looked at.
pub type Whole<R> = Chain<Cursor<Vec<u8>>, R>;

/// The first bytes of a file, and the whole file again.
///
/// # Errors
/// [`IngestError::Unreadable`].
pub fn head<R: Read>(name: &str, mut reader: R) -> Result<(Vec<u8>, Whole<R>), IngestError> {
    let mut head = Vec::new();
    let read = reader.by_ref().take(HEAD_BYTES as u64).read_to_end(&mut head);
    read.map_err(|error| IngestError::reading(At::file(name), error))?;
    Ok((head.clone(), Cursor::new(head).chain(reader)))
}

/// Reads a file of rows to its end.
///
/// # Errors
/// [`IngestError::Nothing`] when there is no row; [`IngestError::Ragged`] when more than one row in ten has another number of fields than
/// the first; [`IngestError::TooMany`] columns; and what [`Records`] refuses.
pub fn read(name: &str, reader: impl Read) -> Result<Rows, IngestError> {
    read_first(name, reader, u64::MAX)
}

/// Reads at most so many rows from the start of a file.
///
/// # Errors
/// As [`read`].
pub fn read_first(name: &str, reader: impl Read, most_rows: u64) -> Result<Rows, IngestError> {
    let mut records = Records::open(name, reader)?;
    let dialect = records.dialect();
    let mut record = csv::StringRecord::new();
    let (mut header, mut builders): (Vec<String>, Vec<Builder>) = (Vec::new(), Vec::new());
    let (mut rows, mut ragged, mut whole) = (0, None::<(u64, u64, usize)>, false);
    let enough = |rows: u64, columns: usize| rows >= most_rows || (most_rows < u64::MAX && rows * columns as u64 >= FIRST_FIELDS);
    while !enough(rows, builders.len()) {
        let Some(line) = records.next(&mut record)? else {
            whole = true;
            break;
        };
        if builders.is_empty() {
            header = if dialect.header { record.iter().map(|name| clean(name).to_owned()).collect() } else { vec![String::new(); record.len()] };
            if header.len() > MOST_COLUMNS {
                return Err(too_wide(name, header.len()));
            }
            let most_distinct = MOST_DISTINCT * FULL_COLUMNS / header.len().max(FULL_COLUMNS);
            builders = header.iter().map(|name| Builder::new(name, dialect.delimiter == b';').holding(most_distinct)).collect();
            if dialect.header {
                continue;
            }
        }
        // Where files were put together, the header stands among the rows.
        if dialect.header && record.iter().map(clean).eq(header.iter().map(String::as_str)) {
            continue;
        }
        // Delimiters behind the last field do no harm.
        let longer = record.len() > builders.len() && record.iter().skip(builders.len()).all(|field| field.trim().is_empty());
        if record.len() != builders.len() && !longer {
            ragged.get_or_insert((0, line, record.len())).0 += 1;
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
    let odd_bytes = records.odd_bytes();
    Ok(Rows { dialect, header, profiles: builders.into_iter().map(Builder::finish).collect(), rows, whole, ragged, odd_bytes })
}

/// A name without what cannot be seen at its ends, such as a second mark of UTF-8.
fn clean(name: &str) -> &str {
    name.trim_matches(|letter: char| letter.is_whitespace() || letter.is_control() || letter == '\u{feff}')
}

fn too_wide(name: &str, found: usize) -> IngestError {
    let advice = format!("leave columns out; if the file is not {}, name its form with `--as`", Form::Csv);
    IngestError::TooMany { at: At::line(name, 1), what: "columns".to_owned(), found: found as u64, most: MOST_COLUMNS as u64, advice }
}
