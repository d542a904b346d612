//! A file of rows, row by row, each with its line: the one way in which all readers of rows open a file.
//!
//! In: bytes in any encoding and dialect that [`sniff`] knows. Out: fields. Empty rows are passed over, and so is what stands above the table.
//! Start at [`Records::open`].

use std::io::{self, Read};

use csv::StringRecord;

use crate::{
    error::{At, IngestError},
    form,
    lines::Lines,
    rows::{self, Whole},
    sniff::{self, Dialect, Utf8},
};

/// Bytes that are read at once.
const BUFFER_BYTES: usize = 64 * 1024;

/// The rows of a file.
pub struct Records<R: Read> {
    name: String,
    dialect: Dialect,
    rows: csv::Reader<Lines<Utf8<Whole<R>>>>,
}

impl<R: Read> Records<R> {
    /// Opens a file, which must not be packed any more. `name` stands in errors. The header, where there is one, is the first row.
    ///
    /// # Errors
    /// [`IngestError::NotRows`] for a workbook, a picture, a web page, SQL, JSON ...; [`IngestError::Unreadable`], [`IngestError::Damaged`].
    pub fn open(name: &str, reader: R) -> Result<Self, IngestError> {
        let (head, whole) = rows::head(name, reader)?;
        form::refuse_others(name, &head)?;
        let dialect = sniff::sniff(&head);
        let text = Lines::new(Utf8::new(whole, dialect.encoding));
        let rows =
            csv::ReaderBuilder::new().delimiter(dialect.delimiter).has_headers(false).flexible(true).buffer_capacity(BUFFER_BYTES).from_reader(text);
        let mut records = Self { name: name.to_owned(), dialect, rows };
        let mut record = StringRecord::new();
        for _ in 0..dialect.above {
            records.next(&mut record)?;
        }
        Ok(records)
    }

    /// How the file is written.
    pub fn dialect(&self) -> Dialect {
        self.dialect
    }

    /// Bytes so far that are no UTF-8 in a file that is UTF-8 otherwise; they were read as Windows-1252.
    pub fn odd_bytes(&self) -> u64 {
        self.rows.get_ref().inner().odd_bytes
    }

    /// Reads the next row that is not empty, and gives its line, from 1; nothing at the end of the file.
    ///
    /// # Errors
    /// [`IngestError::Unclosed`]: a quote is opened and not closed, or the row is longer than any may be; [`IngestError::Unreadable`],
    /// [`IngestError::Damaged`].
    pub fn next(&mut self, record: &mut StringRecord) -> Result<Option<u64>, IngestError> {
        while let Some(line) = self.advance(record)? {
            if !is_empty(record) {
                return Ok(Some(line));
            }
        }
        Ok(None)
    }

    /// Reads the next row, whatever is in it.
    fn advance(&mut self, record: &mut StringRecord) -> Result<Option<u64>, IngestError> {
        let before = self.rows.position().line();
        let more = match self.rows.read_record(record) {
            Ok(more) => more,
            Err(_) if self.rows.get_ref().is_too_long() => return Err(self.unclosed(before, true)),
            Err(error) => return Err(IngestError::reading(At::line(&self.name, before), csv_cause(error))),
        };
        if !more {
            return Ok(None);
        }
        let after = self.rows.position().line();
        // Lines end in a line feed, the last one too: only a quote goes on to the end of the file.
        if self.rows.get_ref().has_ended() {
            return Err(self.unclosed(after - line_feeds(record), false));
        }
        self.rows.get_mut().row_is_read();
        // Lines without anything in them stand before the row.
        Ok(Some(if after - before == 1 { before } else { after - 1 - line_feeds(record) }))
    }

    fn unclosed(&self, line: u64, too_long: bool) -> IngestError {
        IngestError::Unclosed { at: At::line(&self.name, line), too_long }
    }
}

/// Whether nothing stands in a row. The end of a file of DOS is a control character on a line of its own.
pub(crate) fn is_empty(record: &StringRecord) -> bool {
    record.iter().all(|field| field.bytes().all(|byte| byte <= b' '))
}

fn line_feeds(record: &StringRecord) -> u64 {
    memchr::memchr_iter(b'\n', record.as_slice().as_bytes()).count() as u64
}

fn csv_cause(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(cause) => cause,
        // The text is UTF-8, rows may be of any length, and nothing is deserialized.
        other => io::Error::other(format!("{other:?}")),
    }
}
