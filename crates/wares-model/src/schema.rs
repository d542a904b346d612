//! What a table looks like to a sink, and the JSON Schema of templates.

use serde_json::Value;

use crate::{
    canonical,
    template::{ColumnType, Template},
};

/// One table's columns, in output order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableSchema {
    /// Table and file name.
    pub name: String,
    /// The columns that come out.
    pub columns: Vec<ColumnSchema>,
}

/// One column, as a sink sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnSchema {
    /// Column name.
    pub name: String,
    /// What it is for people and databases.
    pub column_type: ColumnType,
    /// How its values are held.
    pub physical: Physical,
    /// Whether it is (part of) the primary key.
    pub primary: bool,
    /// The table whose primary key its values come from.
    pub references: Option<String>,
}

/// How the values of a column are held in a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Physical {
    /// UTF-8 text, plain or by dictionary.
    Text,
    /// Whole numbers, 64 bits.
    Integer,
    /// Whole numbers of 64 bits that count units of ten to the minus this many.
    Scaled(u8),
    /// True or false.
    Boolean,
    /// Days since 1970-01-01.
    Date,
    /// Seconds since midnight, 64 bits.
    Time,
    /// Microseconds since 1970-01-01, in UTC, 64 bits.
    DateTime,
    /// UTF-8 text that is a JSON value.
    Json,
}

/// The JSON Schema (2020-12) of templates.
pub fn json_schema() -> Value {
    canonical::sorted(schemars::schema_for!(Template).to_value())
}
