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
    let packed: [(&[u8], &str); 5] = [
        (b"PK\x03\x04", "is a workbook or a zip archive"),
        (b"\x1f\x8b", "is compressed by gzip"),
        (b"%PDF", "is a PDF document"),
        (b"PAR1", "is a Parquet file"),
        (b"SQLite format 3\0", "is a SQLite database; `sqlite3 FILE .schema` prints its tables"),
    ];
    if let Some((_, found)) = packed.iter().find(|(start, _)| head.starts_with(start)) {
        return refuse(found);
    }
    let text = sniff::head_text(head);
    let start = text.trim_start();
    if start.is_empty() {
        return Err(IngestError::Nothing { at, what: "text".to_owned() });
    }
    let odd = text.chars().filter(|letter| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{c}' | '\u{1a}')).count();
    if odd * 50 > text.chars().count() {
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
