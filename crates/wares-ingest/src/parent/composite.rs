//! A key of several columns: the fewest that tell all rows apart where no single one does.

use std::{collections::HashSet, io::Read};

use rustc_hash::FxBuildHasher;

use super::filling::each_row;
use crate::{
    error::IngestError,
    names::words,
    profile::{Kind, Profile, hash},
    rows::Rows,
};

/// So many columns are tried with each other.
const MOST_TRIED: usize = 12;
/// So many rows decide; all of them are checked when they are read.
const MOST_ROWS: u64 = 50_000;

/// Two or three columns, in file order, of which no two rows share all values, if there are such. Those with names of keys come first.
///
/// # Errors
/// [`IngestError::Unreadable`].
pub(super) fn composite(name: &str, reader: impl Read, rows: &Rows) -> Result<Option<Vec<usize>>, IngestError> {
    let mut columns: Vec<usize> = (0..rows.profiles.len()).filter(|column| may_belong(&rows.profiles[*column])).collect();
    columns.sort_by_key(|column| (!is_named(&rows.profiles[*column]), *column));
    columns.truncate(MOST_TRIED);
    let mut sets = candidates(&columns);
    let mut seen: Vec<HashSet<u64, FxBuildHasher>> = vec![HashSet::default(); sets.len()];
    let mut read = 0;
    each_row(name, reader, rows.dialect.header, |record, _| {
        if record.len() == rows.header.len() {
            read += 1;
            let field = |column: usize| hash(record.get(column).unwrap_or_default().trim());
            for (set, seen) in sets.iter_mut().zip(&mut seen).filter(|(set, _)| !set.is_empty()) {
                let key = set.iter().fold(0_u64, |key, column| key.rotate_left(23) ^ field(*column));
                if !seen.insert(key) {
                    set.clear();
                    *seen = HashSet::default();
                }
            }
        }
        read < MOST_ROWS && sets.iter().any(|set| !set.is_empty())
    })?;
    let mut found = sets.into_iter().find(|set| !set.is_empty() && read > 1);
    found.iter_mut().for_each(|set| set.sort_unstable());
    Ok(found)
}

/// Pairs, then threes, the likeliest first.
fn candidates(columns: &[usize]) -> Vec<Vec<usize>> {
    let mut sets = Vec::new();
    for (second, two) in columns.iter().enumerate() {
        sets.extend(columns[..second].iter().map(|one| vec![*one, *two]));
    }
    for (third, three) in columns.iter().enumerate() {
        for (second, two) in columns[..third].iter().enumerate() {
            sets.extend(columns[..second].iter().map(|one| vec![*one, *two, *three]));
        }
    }
    sets
}

/// Columns without gaps whose values are those of keys rather than measures.
fn may_belong(profile: &Profile) -> bool {
    let kind = matches!(profile.kind, Kind::Integer | Kind::Text | Kind::Uuid | Kind::Date | Kind::Barcode(_));
    kind && profile.nulls == 0 && (is_named(profile) || matches!(profile.kind, Kind::Text | Kind::Date)) && profile.longest <= 64
}

fn is_named(profile: &Profile) -> bool {
    let known = ["id", "key", "code", "number", "no", "nr", "sku", "uuid", "line", "ref"];
    words(&profile.name).iter().any(|word| known.contains(&word.as_str()))
}
