//! Why a file could not become a draft: where, what was found, and what to do.

use std::{fmt, io};

use crate::{form::Form, packing::Damage};

/// Where in the user's file something stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct At {
    /// The file, as the user named it.
    pub file: Box<str>,
    /// The line, from 1.
    pub line: Option<u64>,
    /// The letter in the line, from 1.
    pub column: Option<u32>,
    /// The path within a JSON document, such as `properties.price.minimum`.
    pub path: Option<Box<str>>,
}

impl At {
    /// The file as a whole.
    pub fn file(name: &str) -> Self {
        Self { file: name.into(), ..Self::default() }
    }

    /// A line of the file, from 1.
    pub fn line(name: &str, line: u64) -> Self {
        Self { line: Some(line), ..Self::file(name) }
    }

    /// A path within the JSON document.
    pub fn path(name: &str, path: &str) -> Self {
        Self { path: Some(path.into()), ..Self::file(name) }
    }

    /// The place within the file, without its name.
    pub fn within(&self) -> String {
        let line = self.line.map(|line| format!("line {line}"));
        let column = self.column.map(|column| format!("column {column}"));
        let path = self.path.as_ref().filter(|path| !path.is_empty()).map(ToString::to_string);
        [line, column, path].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let within = self.within();
        write!(f, "`{}`{}{within}", self.file, if within.is_empty() { "" } else { ", " })
    }
}

/// Why a file could not become a draft.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum IngestError {
    /// The system does not give the file.
    #[error("{at}: cannot be read: {reason}")]
    Unreadable {
        /// The file, and how far it was read.
        at: At,
        /// What the system says.
        reason: String,
    },
    /// It is none of the forms that are read.
    #[error("{at}: {found}")]
    Unrecognized {
        /// The file.
        at: At,
        /// What it seems to be.
        found: String,
    },
    /// There is nothing in it to make a table of.
    #[error("{at}: has no {what}")]
    Nothing {
        /// Where it was looked for.
        at: At,
        /// What was looked for.
        what: String,
    },
    /// It is something else than a table of rows, whatever its name says.
    #[error("{at}: {found}, and no table of rows")]
    NotRows {
        /// The file.
        at: At,
        /// What it is.
        found: String,
        /// What to do.
        advice: String,
    },
    /// It is packed, and cannot be unpacked to its end.
    #[error("{at}: is packed by {packing} and damaged: {reason}")]
    Damaged {
        /// The row up to which it could be read.
        at: At,
        /// The program that packs so.
        packing: &'static str,
        /// What is wrong.
        reason: String,
    },
    /// A quote is opened and not closed.
    #[error("{at}: {}", if *too_long { "this row is longer than 16 MiB, as if a quote were opened in it and never closed" } else { "a quote is opened in this row and never closed" })]
    Unclosed {
        /// Where the row begins.
        at: At,
        /// Whether it was given up before the end of the file.
        too_long: bool,
    },
    /// Many rows have another number of fields than the first one.
    #[error("{at}: has {found} fields, and the first row has {expected}; {rows} rows are like that")]
    Ragged {
        /// The first such line.
        at: At,
        /// Its fields.
        found: usize,
        /// Those of the first row.
        expected: usize,
        /// How many such rows there are.
        rows: u64,
    },
    /// It is not valid in its form.
    #[error("{at}: not valid {form}: {found}")]
    Syntax {
        /// The line and column.
        at: At,
        /// The form.
        form: Form,
        /// What the parser says.
        found: String,
    },
    /// More of something than can be held.
    #[error("{at}: {found} {what}, and at most {most} are taken")]
    TooMany {
        /// The file.
        at: At,
        /// Of what.
        what: String,
        /// How many there are.
        found: u64,
        /// How many can be held.
        most: u64,
        /// What to do.
        advice: String,
    },
    /// No column of this name.
    #[error("{at}: no column is named `{wanted}`")]
    NoColumn {
        /// The file.
        at: At,
        /// The name.
        wanted: String,
        /// The columns that there are.
        there: String,
    },
    /// No column could be the key.
    #[error("{at}: no column is a key: in each some values are missing or stand twice")]
    NoKey {
        /// The file.
        at: At,
        /// What the table is called.
        table: String,
        /// The columns that there are.
        columns: String,
    },
    /// No category is meant by the words.
    #[error("{at}: no category is named `{words}`")]
    NoCategory {
        /// The file.
        at: At,
        /// The words.
        words: String,
        /// The nearest name, if any is close.
        near: Option<String>,
    },
    /// Several categories are meant by the words.
    #[error("{at}: `{words}` names {} categories", .matches.len())]
    ManyCategories {
        /// The file.
        at: At,
        /// The words.
        words: String,
        /// Id and path of each.
        matches: Vec<String>,
    },
}

impl IngestError {
    /// A fault of reading; `at` is how far it came.
    pub(crate) fn reading(at: At, error: io::Error) -> Self {
        match error.downcast::<Damage>() {
            Ok(damage) => Self::Damaged { at, packing: damage.packing.name(), reason: damage.reason },
            Err(error) => Self::Unreadable { at: At { line: None, ..at }, reason: error.to_string() },
        }
    }

    /// Where it stands.
    pub fn at(&self) -> &At {
        match self {
            Self::Unreadable { at, .. }
            | Self::Unrecognized { at, .. }
            | Self::Nothing { at, .. }
            | Self::NotRows { at, .. }
            | Self::Damaged { at, .. }
            | Self::Unclosed { at, .. }
            | Self::Ragged { at, .. }
            | Self::Syntax { at, .. }
            | Self::TooMany { at, .. }
            | Self::NoColumn { at, .. }
            | Self::NoKey { at, .. }
            | Self::NoCategory { at, .. }
            | Self::ManyCategories { at, .. } => at,
        }
    }

    /// What was found, without the place.
    pub fn found(&self) -> String {
        let whole = self.to_string();
        whole.strip_prefix(&format!("{}: ", self.at())).map_or_else(|| whole.clone(), str::to_owned)
    }

    /// What to do about it.
    pub fn hint(&self) -> String {
        match self {
            Self::Unreadable { .. } => "name a file that is there and that you may read".to_owned(),
            Self::Unrecognized { .. } => format!("export it as text; {} are read, and `--as` names the form", Form::list()),
            Self::Nothing { what, .. } if what.starts_with("rows") => "give a file with at least one row below its header".to_owned(),
            Self::Nothing { .. } => "give a file with at least one table of at least one column".to_owned(),
            Self::NotRows { advice, .. } => advice.clone(),
            Self::Damaged { packing, .. } => {
                format!("get the file again: it was not copied whole; `{packing} --test FILE` tells whether it is sound, and unpacked it can be read too")
            }
            Self::Unclosed { .. } => {
                "close the quote; a quote that is part of a text is written twice, and the text put in quotes: `\"5\"\" pipe\"`".to_owned()
            }
            Self::Ragged { .. } => {
                "take away lines above the header that are no part of the table; put fields that hold the delimiter or a line end in double quotes; if the file is of another form, say so with `--as`".to_owned()
            }
            Self::Syntax { form, .. } => format!("correct it there, or name another form than `{}` with `--as`", form.name()),
            Self::TooMany { advice, .. } => advice.clone(),
            Self::NoColumn { there, .. } => format!("name one of {there}"),
            Self::NoKey { table, columns, .. } => format!("name one: `--key {table}.NAME=COLUMN`, with a COLUMN of {columns}"),
            Self::NoCategory { near: Some(near), .. } => format!("did you mean `{near}`?"),
            Self::NoCategory { near: None, .. } => {
                "give a name, a path such as `Apparel & Accessories > Clothing`, or an id such as `aa-1`".to_owned()
            }
            Self::ManyCategories { matches, .. } => format!("give one of these by its id or path:\n  {}", matches.join("\n  ")),
        }
    }
}
