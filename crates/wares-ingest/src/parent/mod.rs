//! A file of rows -> a table that the user brings: what it is, its key, and what other tables need of it.
//!
//! The file is read twice: its first rows for types and key, then all of them; only keys and facts stay in memory. Rows whose key is missing,
//! stands twice or is of another type, and rows with another number of fields, are rejected, each with its line. Where too many are, the whole
//! file is profiled and read again. Start at [`read`].

mod columns;
mod composite;
mod filling;
mod recognize;

use std::io::Read;

use wares_model::{Brought, Recipe};

use self::{
    columns::Columns,
    composite::composite,
    filling::{Filling, Wanted},
    recognize::{KeyColumn, column_of, key_of, mentions, recognize},
};
use crate::{
    error::{At, IngestError},
    names::plain,
    profile::Profile,
    rows::{self, Rows},
    sniff::Dialect,
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
    /// Why, where it is not the user who says it.
    pub because: Option<&'static str>,
    /// The key column, by its name in the file; `a+b` is a key of two columns. Default: recognized.
    pub key: Option<String>,
    /// What other tables call the key, or its columns. Default: as in the file.
    pub key_name: Option<String>,
    /// Columns that go along with the key: their names in the file, and what other tables call them.
    pub carry: Vec<(String, String)>,
}

/// A table, and what people should know of it.
#[derive(Debug, Clone)]
pub struct Parent {
    /// The file, as the user named it.
    pub name: String,
    /// The table.
    pub brought: Brought,
    /// How it is written.
    pub dialect: Dialect,
    /// Why it is taken for what it is; empty where nothing is known of it.
    pub why: String,
    /// What it would be taken for by its columns alone.
    pub seems: Option<Recipe>,
    /// Its key column, by its name in the file; the first one, where there are several.
    pub key_column: String,
    /// The others.
    pub key_rest: Vec<String>,
    /// Why that is the key.
    pub key_evidence: String,
    /// What is taken from which column: `days of sign-up`, `signedUpOn`.
    pub facts: Vec<(&'static str, String)>,
    /// Its columns, by their first rows or all of them.
    pub profiles: Vec<Profile>,
    /// What was recognized, and why.
    pub notes: Vec<String>,
    /// Rows that were left out.
    pub rejects: Vec<Reject>,
    /// How many there are in all.
    pub rejected: u64,
}

impl Parent {
    /// Whether some column has a name that tables of this recipe have.
    pub fn mentions(&self, recipe: Recipe) -> bool {
        mentions(recipe, self.profiles.iter().map(|profile| profile.name.as_str()))
    }
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

/// Reads a table. `open` gives the file from its start, two to six times; `name` stands in errors, and without ending and folder names the table.
///
/// # Errors
/// [`IngestError`]: the file cannot be read, holds no rows, has no column of the name that the user gave, or none that could be a key.
pub fn read<R: Read>(name: &str, open: impl Fn() -> Result<R, IngestError>, asked: &Asked) -> Result<Parent, IngestError> {
    let first = rows::read_first(name, open()?, FIRST_ROWS)?;
    let whole = first.whole;
    let parent = by_profile(name, &open, &first, asked);
    let bears_out = parent.as_ref().is_ok_and(|parent| parent.rejected * TOLERATED <= parent.rejected + parent.brought.rows());
    if whole || bears_out {
        return parent;
    }
    by_profile(name, &open, &rows::read(name, open()?)?, asked)
}

/// Reads a table whose columns have this profile.
fn by_profile<R: Read>(name: &str, open: &impl Fn() -> Result<R, IngestError>, rows: &Rows, asked: &Asked) -> Result<Parent, IngestError> {
    let stem = stem(name);
    let seems = recognize("", &rows.header).0;
    let (recipe, why) = match asked.recipe {
        Some(recipe) => (Some(recipe), asked.because.unwrap_or("as you say").to_owned()),
        None => recognize(&stem, &rows.header),
    };
    let key = match key_of(name, &stem, recipe, rows, asked) {
        Err(refused @ IngestError::NoKey { .. }) => {
            let columns = composite(name, open()?, rows)?.ok_or(refused)?;
            KeyColumn { columns, evidence: "only together they tell the rows apart".to_owned() }
        }
        found => found?,
    };
    let (wants, key_name) = wanted(name, &stem, recipe, rows, &key, asked)?;
    let facts = wants.columns.named(&rows.header);
    let unused: Vec<String> = wants
        .columns
        .unused
        .iter()
        .map(|(column, what)| format!("`{}` is not used: {}", rows.title(*column), misread(&rows.profiles[*column], what)))
        .chain(doubled(&wants, rows).map(|name| format!("`{name}` names several columns, and the first of them is used")))
        .collect();
    let mut filling = Filling::new(rows, wants);
    filling.read(name, open()?, rows)?;
    if filling.kept() == 0 {
        return Err(IngestError::Nothing { at: At::file(name), what: "rows with a key".to_owned() });
    }
    let key_shown: Vec<String> = key.columns.iter().map(|column| format!("`{}`", rows.title(*column))).collect();
    let mut names = key.columns.iter().map(|column| rows.header[*column].clone());
    let (key_column, key_rest) = (names.next().unwrap_or_default(), names.collect::<Vec<_>>());
    let alone = if filling.without_own_key == 0 { "none empty, no value twice" } else { "though some rows lack it or share it" };
    let mut parent = Parent {
        name: name.to_owned(),
        dialect: rows.dialect,
        why,
        seems,
        key_column,
        key_rest,
        key_evidence: format!("{}, {alone}", key.evidence),
        facts,
        profiles: rows.profiles.clone(),
        notes: Vec::new(),
        rejects: filling.rejects,
        rejected: filling.rejected,
        brought: Brought { name: stem, recipe, key_name, keys: filling.keys, facts: filling.facts, carried: filling.carried },
    };
    parent.notes = notes(name, &parent, &key_shown, &unused, filling.undated);
    Ok(parent)
}

/// Why a column is not read as what its name says.
fn misread(profile: &Profile, what: &str) -> String {
    let values = profile.values.iter().flatten().map(|(value, _)| value.as_str());
    let strange = values.filter(|value| !value.bytes().any(|byte| byte.is_ascii_digit())).min();
    let such = strange.map(|value| format!(", such as `{}`,", value.chars().take(40).collect::<String>()));
    format!("some of its values{} are no {what}", such.unwrap_or_default())
}

/// The names of columns that are read and whose name stands in the header more than once.
fn doubled<'a>(wanted: &Wanted, rows: &'a Rows) -> impl Iterator<Item = &'a str> {
    let read = std::iter::once(wanted.key).chain(wanted.rest.iter().chain(&wanted.carry).map(|(column, _)| *column)).collect::<Vec<_>>();
    let more = wanted.columns.used().collect::<Vec<_>>();
    let times = |name: &str| rows.header.iter().filter(|other| *other == name).count();
    let all = read.into_iter().chain(more).filter(|_| rows.dialect.header);
    all.map(|column| rows.header[column].as_str()).filter(move |name| !name.is_empty() && times(name) > 1)
}

/// Which columns are read, and what other tables call the key.
fn wanted(name: &str, stem: &str, recipe: Option<Recipe>, rows: &Rows, key: &KeyColumn, asked: &Asked) -> Result<(Wanted, String), IngestError> {
    let table = recipe.map_or(stem, |recipe| recipe.name());
    let mut given = asked.key_name.iter().flat_map(|name| name.split('+')).map(str::trim);
    let mut named = key.columns.iter().map(|column| (*column, given.next().map_or_else(|| usual_name(&rows.header[*column], table), str::to_owned)));
    let (first, key_name) = named.next().unwrap_or((0, stem.to_owned()));
    let rest = named.collect();
    let columns = Columns::new(recipe, &rows.header, &rows.profiles);
    let mut carry: Vec<(usize, String)> = columns.currency.map(|column| (column, "currency".to_owned())).into_iter().collect();
    for (column, called) in &asked.carry {
        carry.push((column_of(name, rows, column)?, called.clone()));
    }
    Ok((Wanted { key: first, rest, carry, columns }, key_name))
}

/// What people should know of a table.
fn notes(name: &str, parent: &Parent, key: &[String], unused: &[String], undated: u64) -> Vec<String> {
    let what = match parent.brought.recipe {
        Some(recipe) => format!("{} ({})", recipe.name(), parent.why),
        None => "a table of which only the key is used".to_owned(),
    };
    let (count, encoding) = (parent.brought.rows() + parent.rejected, parent.dialect.encoding.name());
    let mut notes = vec![
        format!("`{name}`: {count} rows, {encoding}, parted by {}; {what}", delimiter(parent.dialect.delimiter)),
        format!("`{name}`: the key is {}: {}", key.join(" and "), parent.key_evidence),
    ];
    notes.extend(parent.facts.iter().map(|(fact, column)| format!("`{name}`: {fact} from `{column}`")));
    notes.extend(unused.iter().map(|unused| format!("`{name}`: {unused}")));
    if undated > 0 {
        notes.push(format!("`{name}`: {undated} rows have no day of sign-up: these customers are there from the beginning"));
    }
    if let Some(first) = parent.rejects.first() {
        notes.push(format!("`{name}`: {} rows are left out, the first at line {}: {}", parent.rejected, first.line, first.reason));
    }
    notes
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
