//! A file of rows -> a table that the user brings: what it is, its key, and what other tables need of it.
//!
//! The file is read twice: its first rows for types and key, then all of them; only keys and facts stay in memory. Rows whose key is missing,
//! stands twice or is of another type, and rows with another number of fields, are rejected, each with its line. Where too many are, the whole
//! file is profiled and read again. Start at [`read`].

mod columns;
mod filling;
mod recognize;

use std::io::Read;

use wares_model::{Brought, Recipe};

use self::{
    columns::Columns,
    filling::Filling,
    recognize::{key_of, recognize},
};
use crate::{
    error::{At, IngestError},
    names::plain,
    rows::{self, Rows},
};

/// Types and the key are told from so many rows ...
const FIRST_ROWS: u64 = 50_000;
/// ... as long as not more than one row in so many bears them not out.
const TOLERATED: u64 = 100;

/// What the user says of a file.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// What the file holds. Default: recognized.
    pub recipe: Option<Recipe>,
    /// The key column, by its name in the file. Default: recognized.
    pub key: Option<String>,
    /// What other tables call the key. Default: as in the file.
    pub key_name: Option<String>,
}

/// A table, and what people should know of it.
#[derive(Debug, Clone)]
pub struct Parent {
    /// The table.
    pub brought: Brought,
    /// Its key column, by its name in the file.
    pub key_column: String,
    /// Why that is the key.
    pub key_evidence: String,
    /// What was recognized, and why.
    pub notes: Vec<String>,
    /// Rows that were left out.
    pub rejects: Vec<Reject>,
    /// How many there are in all.
    pub rejected: u64,
}

/// One row that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject {
    /// Its line, from 1.
    pub line: u64,
    /// Why.
    pub reason: String,
    /// Its fields, by comma.
    pub text: String,
}

/// Reads a table. `open` gives the file from its start, two to four times; `name` stands in errors, and without ending and folder names the table.
///
/// # Errors
/// [`IngestError`]: the file cannot be read, holds no rows, has no column of the name that the user gave, or none that could be a key.
pub fn read<R: Read>(name: &str, open: impl Fn() -> Result<R, IngestError>, asked: &Asked) -> Result<Parent, IngestError> {
    let first = rows::read_first(name, open()?, FIRST_ROWS)?;
    let whole = first.whole;
    let parent = by_profile(name, open()?, &first, asked);
    let bears_out = parent.as_ref().is_ok_and(|parent| parent.rejected * TOLERATED <= parent.rejected + parent.brought.rows());
    if whole || bears_out {
        return parent;
    }
    by_profile(name, open()?, &rows::read(name, open()?)?, asked)
}

/// Reads a table whose columns have this profile.
fn by_profile(name: &str, reader: impl Read, rows: &Rows, asked: &Asked) -> Result<Parent, IngestError> {
    let stem = stem(name);
    let (recipe, why) = match asked.recipe {
        Some(recipe) => (Some(recipe), "as you say".to_owned()),
        None => recognize(&stem, &rows.header),
    };
    let key = key_of(name, &stem, recipe, rows, asked)?;
    let columns = Columns::new(recipe, &rows.header, &rows.profiles);
    let facts: Vec<String> = columns.named(&rows.header).into_iter().map(|(fact, column)| format!("`{name}`: {fact} from `{column}`")).collect();
    let mut filling = Filling::new(rows, key.column, columns);
    filling.read(name, reader, rows)?;
    if filling.kept() == 0 {
        return Err(IngestError::Nothing { at: At::file(name), what: "rows with a key".to_owned() });
    }
    let what = recipe.map_or_else(|| "a table of which only the key is used".to_owned(), |recipe| format!("{} ({why})", recipe.name()));
    let (count, encoding) = (filling.kept() + filling.rejected, rows.dialect.encoding.name());
    let alone = if filling.without_own_key == 0 { "none empty, no value twice" } else { "though some rows lack it or share it" };
    let mut notes = vec![
        format!("`{name}`: {count} rows, {encoding}, parted by {}; {what}", delimiter(rows.dialect.delimiter)),
        format!("`{name}`: the key is `{}`: {}, {alone}", rows.header[key.column], key.evidence),
    ];
    notes.extend(facts);
    if let Some(first) = filling.rejects.first() {
        notes.push(format!("`{name}`: {} rows are left out, the first at line {}: {}", filling.rejected, first.line, first.reason));
    }
    let key_name = asked.key_name.clone().unwrap_or_else(|| usual_name(&rows.header[key.column], recipe.map_or(&stem, |recipe| recipe.name())));
    let Filling { keys, facts, rejects, rejected, .. } = filling;
    let (key_column, key_evidence) = (rows.header[key.column].clone(), format!("{}, {alone}", key.evidence));
    Ok(Parent { brought: Brought { name: stem, recipe, key_name, keys, facts }, key_column, key_evidence, notes, rejects, rejected })
}

/// The name of a file without folder, endings and what no table may be called.
fn stem(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.split('.').next().unwrap_or(file);
    let clean: String = stem.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).take(64).collect();
    if clean.is_empty() { "table".to_owned() } else { clean }
}

/// A key that is called `id` in its own table is called after that table elsewhere.
fn usual_name(column: &str, table: &str) -> String {
    if plain(column) == "id" || column.is_empty() { format!("{}Id", table.strip_suffix('s').unwrap_or(table)) } else { column.to_owned() }
}

fn delimiter(byte: u8) -> &'static str {
    match byte {
        b',' => "commas",
        b';' => "semicolons",
        b'\t' => "tabs",
        _ => "pipes",
    }
}

#[cfg(test)]
mod tests {
    use wares_model::brought::Keys;

    use super::*;

    fn parent(rows: impl Iterator<Item = String>) -> Parent {
        let text = format!("customerNumber,signedUpOn\n{}", rows.collect::<Vec<_>>().join("\n"));
        read("customers.csv", || Ok(text.as_bytes()), &Asked::default()).unwrap()
    }

    #[test]
    fn what_the_first_rows_say_is_borne_out_by_all_or_told_anew() {
        // Numbers at first, codes later; days that fit both readings at first, and one alone later.
        let row = |row: u64| match row {
            0..60_000 => format!("{},01/02/2024", row + 100),
            _ => format!("K-{row},02/28/2024"),
        };
        let parent = parent((0..90_000).map(row));
        assert_eq!((parent.brought.rows(), parent.rejected), (90_000, 0), "{:?}", parent.notes);
        let Keys::Texts(keys) = &parent.brought.keys else { panic!("{:?}", parent.notes) };
        assert_eq!((keys.get(0), keys.get(89_999)), ("100", "K-89999"));
        assert_eq!(parent.brought.facts.signed_up.map(|days| days[0] + 1), "2024-01-03".parse::<wares_model::Day>().ok().map(|day| day.0));
    }

    #[test]
    fn a_key_that_stands_twice_is_found_whether_keys_rise_or_not() {
        for (keys, twice) in [(vec![1, 2, 3, 3, 4], 5), (vec![1, 5, 9, 5, 10], 5), (vec![9, 1, 7, 1, 9], 5)] {
            let parent = parent(keys.iter().map(|key| format!("{key},2024-01-01")));
            assert_eq!(parent.rejects[0].line, twice, "{keys:?}");
            assert!(parent.notes[1].contains("some rows lack it or share it"), "{:?}", parent.notes);
        }
    }
}
