//! Guesses the primary key of a table from the profiles of its columns.
//!
//! In: one profile a column. Out: [`Candidate`]s, the best first, each with its evidence; the user decides.

use crate::{
    names,
    profile::{Kind, Profile},
};

/// A column that may be the primary key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Its position among the profiles.
    pub column: usize,
    /// How likely it is, beside the others.
    pub score: u32,
    /// Why, for people, beside that no row lacks it and none shares it.
    pub evidence: String,
}

/// Columns without gaps and repeats that look like keys, the likeliest first.
pub fn primary(table: &str, profiles: &[Profile]) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = profiles
        .iter()
        .enumerate()
        .filter(|(_, profile)| profile.is_unique())
        .filter_map(|(column, profile)| candidate(table, column, profile))
        .collect();
    found.sort_by_key(|candidate| (std::cmp::Reverse(candidate.score), candidate.column));
    found
}

fn candidate(table: &str, column: usize, profile: &Profile) -> Option<Candidate> {
    let kind = match profile.kind {
        Kind::Integer if profile.rising => 3,
        Kind::Uuid => 3,
        Kind::Integer | Kind::Barcode(_) => 1,
        Kind::Text if profile.pattern.is_some() => 2,
        _ => return None,
    };
    let words = names::words(&profile.name);
    let named = words.iter().any(|word| ["id", "key", "code", "number", "no", "nr", "sku", "uuid", "guid", "handle", "ref"].contains(&word.as_str()));
    let singular = names::plain(table);
    let singular = singular.strip_suffix('s').unwrap_or(&singular);
    let own = words.len() == 1 || (!singular.is_empty() && names::plain(&profile.name).starts_with(singular));
    let score = kind + if named { 6 } else { 0 } + if named && own { 3 } else { 0 } + if column == 0 { 4 } else { 0 };
    // A unique number in the middle of a table, whose name says nothing, is more likely a measure.
    if score < 6 {
        return None;
    }
    let evidence = if named { "the name says so" } else { "it is the first column" };
    Some(Candidate { column, score, evidence: evidence.to_owned() })
}
