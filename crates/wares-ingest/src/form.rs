//! Which form a file has: by its ending, and by how it begins. Start at [`recognize`].

use std::fmt;

use crate::{
    error::{At, IngestError},
    sniff,
};

/// A form that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    /// Rows, with or without a header.
    Csv,
    /// JSON Schema, draft 7 or 2020-12.
    JsonSchema,
    /// `CREATE TABLE` statements.
    Sql,
    /// Frictionless `datapackage.json`.
    Datapackage,
    /// Text files of a Shopify product taxonomy.
    Taxonomy,
}

impl Form {
    /// All forms.
    pub const ALL: [Self; 5] = [Self::Csv, Self::JsonSchema, Self::Sql, Self::Datapackage, Self::Taxonomy];

    /// As typed after `--as`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::JsonSchema => "json-schema",
            Self::Sql => "sql",
            Self::Datapackage => "datapackage",
            Self::Taxonomy => "taxonomy",
        }
    }

    /// The names of all forms, for people.
    pub(crate) fn list() -> String {
        Self::ALL.map(|form| format!("`{}`", form.name())).join(", ")
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Csv => "CSV",
            Self::JsonSchema => "JSON Schema",
            Self::Sql => "SQL",
            Self::Datapackage => "data package",
            Self::Taxonomy => "Shopify taxonomy",
        })
    }
}

/// The form of a file from its name and its first bytes.
///
/// # Errors
/// [`IngestError::Unrecognized`] for files that are no text, and for JSON that declares no fields; [`IngestError::Nothing`] for empty ones.
pub fn recognize(name: &str, head: &[u8]) -> Result<Form, IngestError> {
    let at = At::file(name);
    let refuse = |found: &str| Err(IngestError::Unrecognized { at: at.clone(), found: found.to_owned() });
    if let Some(stranger) = stranger(head) {
        return refuse(stranger.found);
    }
    let text = sniff::head_text(head);
    let start = text.trim_start();
    if start.is_empty() {
        return Err(IngestError::Nothing { at, what: "text".to_owned() });
    }
    if is_no_text(&text) {
        return refuse("is no text");
    }
    let lower = name.to_lowercase();
    if start.starts_with(['{', '[']) && !lower.ends_with(".csv") {
        return if lower.contains("datapackage") || (start.contains("\"resources\"") && !start.contains("\"$schema\"")) {
            Ok(Form::Datapackage)
        } else if ["\"properties\"", "\"$defs\"", "\"definitions\"", "\"$schema\"", "\"items\"", "\"$ref\"", "\"allOf\""]
            .iter()
            .any(|word| start.contains(word))
        {
            Ok(Form::JsonSchema)
        } else {
            refuse("is JSON, and neither a JSON Schema (`properties`) nor a data package (`resources`)")
        };
    }
    let taxonomy = text.contains("gid://shopify/Taxonomy") && text.lines().filter(|line| line.starts_with("gid://")).count() > 0;
    let file = lower.rsplit(['/', '\\']).next().unwrap_or_default();
    if taxonomy || (["categories.txt", "attributes.txt", "attribute_values.txt"].contains(&file) && text.contains("gid://")) {
        return Ok(Form::Taxonomy);
    }
    let upper = text.to_uppercase();
    let statement = upper.split("CREATE").skip(1).any(|rest| rest.split_whitespace().take(6).any(|word| word.starts_with("TABLE")));
    if lower.ends_with(".sql") || lower.ends_with(".ddl") || (statement && !lower.ends_with(".csv") && !lower.ends_with(".tsv")) {
        return Ok(Form::Sql);
    }
    Ok(Form::Csv)
}

/// Something that is no text, known by its first bytes.
struct Stranger {
    start: &'static [u8],
    found: &'static str,
    advice: &'static str,
}

const fn stranger_of(start: &'static [u8], found: &'static str, advice: &'static str) -> Stranger {
    Stranger { start, found, advice }
}

const AS_CSV: &str = "export the table as CSV, and give that file";
const SHEET: &str = "open it, save the sheet as CSV, and give that file";
const UNPACK: &str = "unpack it, and give the CSV file that is in it";
const RECODE: &str = "save it as UTF-8";

const STRANGERS: [Stranger; 19] = [
    stranger_of(b"PK\x03\x04", "is a workbook or a zip archive", SHEET),
    stranger_of(b"PK\x05\x06", "is an empty zip archive", AS_CSV),
    stranger_of(b"\xd0\xcf\x11\xe0", "is a workbook or document of an old kind", SHEET),
    stranger_of(b"\x1f\x8b", "is compressed by gzip", UNPACK),
    stranger_of(b"\x28\xb5\x2f\xfd", "is compressed by zstd", UNPACK),
    stranger_of(b"BZh", "is compressed by bzip2", UNPACK),
    stranger_of(b"\xfd7zXZ\0", "is compressed by xz", UNPACK),
    stranger_of(b"7z\xbc\xaf", "is an archive of 7-Zip", UNPACK),
    stranger_of(b"Rar!", "is a RAR archive", UNPACK),
    stranger_of(b"%PDF", "is a PDF document", AS_CSV),
    stranger_of(b"{\\rtf", "is a text with formats (RTF)", "save it as plain text"),
    stranger_of(b"PAR1", "is a Parquet file", AS_CSV),
    stranger_of(b"ARROW1", "is an Arrow file", AS_CSV),
    stranger_of(
        b"SQLite format 3\0",
        "is a SQLite database; `sqlite3 FILE .schema` prints its tables",
        "print a table by `sqlite3 -csv -header FILE 'SELECT * FROM table'`",
    ),
    stranger_of(b"\x89PNG", "is a picture", AS_CSV),
    stranger_of(b"\xff\xd8\xff", "is a picture", AS_CSV),
    stranger_of(b"GIF8", "is a picture", AS_CSV),
    stranger_of(b"\xff\xfe\0\0", "is written in UTF-32", RECODE),
    stranger_of(b"\0\0\xfe\xff", "is written in UTF-32", RECODE),
];

fn stranger(head: &[u8]) -> Option<&'static Stranger> {
    STRANGERS.iter().find(|stranger| head.starts_with(stranger.start))
}

/// Whether so many letters are control characters that it cannot be text.
fn is_no_text(text: &str) -> bool {
    let odd = text.chars().filter(|letter| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{c}' | '\u{1a}' | '\u{85}')).count();
    odd * 50 > text.chars().count()
}

/// Refuses what is no table of rows, from its first bytes.
///
/// # Errors
/// [`IngestError::NotRows`]; [`IngestError::Nothing`] for empty files.
pub(crate) fn refuse_others(name: &str, head: &[u8]) -> Result<(), IngestError> {
    let at = At::file(name);
    let refuse = |found: &str, advice: &str| Err(IngestError::NotRows { at: At::file(name), found: found.to_owned(), advice: advice.to_owned() });
    if let Some(stranger) = stranger(head) {
        return refuse(stranger.found, stranger.advice);
    }
    let text = sniff::head_text(head);
    let start: String = text.trim_start_matches(|letter: char| letter.is_whitespace() || letter == '\u{feff}').chars().take(400).collect();
    if start.is_empty() {
        return Err(IngestError::Nothing { at, what: "text".to_owned() });
    }
    if is_no_text(&text) {
        return refuse("is no text", AS_CSV);
    }
    let start = start.to_ascii_lowercase();
    let begins = |words: &[&str]| words.iter().any(|word| start.starts_with(word));
    if begins(&["<!doctype html", "<html", "<head", "<body", "<table"]) {
        return refuse("is a web page", "look at it in a browser: it may say why the file was not sent; then get the file itself");
    }
    if begins(&["<?xml", "<!doctype"]) {
        return refuse("is XML", AS_CSV);
    }
    if begins(&["{"]) || (begins(&["["]) && start[1..].trim_start().starts_with(['{', '[', '"'])) {
        return refuse("is JSON", "write it as CSV, a row for each record");
    }
    let statement = start.lines().find(|line| !line.trim().is_empty() && !line.starts_with("--")).unwrap_or_default();
    if ["create table ", "insert into ", "drop table ", "pragma ", "begin;", "begin transaction;"].iter().any(|word| statement.starts_with(word)) {
        return refuse("is SQL", "run it in a database, and export the table as CSV");
    }
    Ok(())
}
