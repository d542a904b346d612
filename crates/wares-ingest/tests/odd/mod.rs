//! Odd files of rows, each with what is right for it: keys and rejected rows with their lines, or an error that says what to do.
//!
//! The cases stand in `dialects`, `quoting`, `shapes`, `values` and `strangers`. They are also the seeds of the fuzz target:
//! `WARES_SEEDS=fuzz/corpus/user_table cargo test -p wares-ingest seeds` writes them.

mod case;
mod dialects;
mod laws;
mod quoting;
mod shapes;
mod strangers;
mod values;

use std::{collections::BTreeSet, fs, path::Path, sync::LazyLock};

use proptest::prelude::*;

use self::case::Case;

static CASES: LazyLock<Vec<Case>> =
    LazyLock::new(|| [dialects::cases(), quoting::cases(), shapes::cases(), values::cases(), strangers::cases()].concat());

/// Longer cases are cut where they are changed, and are no seeds.
const MOST_SEED_BYTES: usize = 1 << 14;

#[test]
fn every_delimiter_encoding_and_line_end_gives_the_same_rows() {
    case::check_all(&dialects::cases());
}

#[test]
fn quotes_hold_what_they_hold_and_an_open_one_is_told() {
    case::check_all(&quoting::cases());
}

#[test]
fn headers_widths_blank_lines_and_comments_are_read_as_people_mean_them() {
    case::check_all(&shapes::cases());
}

#[test]
fn keys_and_facts_are_taken_as_they_stand_or_their_rows_are_told() {
    case::check_all(&values::cases());
}

#[test]
fn what_is_no_table_of_rows_is_refused_with_what_to_do() {
    case::check_all(&strangers::cases());
}

#[test]
fn the_cases_are_more_than_two_hundred_seeds_of_different_names() {
    let names: BTreeSet<&str> = CASES.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(names.len(), CASES.len());
    assert!(CASES.len() > 200, "{}", CASES.len());
    if let Some(folder) = std::env::var_os("WARES_SEEDS") {
        fs::create_dir_all(&folder).unwrap();
        let seeds = CASES.iter().filter(|case| case.bytes.len() <= MOST_SEED_BYTES);
        seeds.for_each(|case| fs::write(Path::new(&folder).join(case.name.replace([' ', '/'], "-")), &case.bytes).unwrap());
    }
}

#[test]
fn the_laws_hold_for_every_case() {
    CASES.iter().for_each(|case| laws::check(&case.bytes));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_laws_hold_for_every_case_with_mistakes_in_it(
        which in any::<prop::sample::Index>(),
        other in any::<prop::sample::Index>(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), prop_oneof![any::<u8>(), prop::sample::select(&b"\",;\t|\r\n\0#1- "[..])], 0..5_u8), 1..16),
    ) {
        let [mut bytes, other] = [which.get(&CASES), other.get(&CASES)].map(|case| case.bytes[..case.bytes.len().min(MOST_SEED_BYTES)].to_vec());
        for (at, byte, change) in changes {
            let at = at.index(bytes.len() + 1);
            match change {
                0 if at < bytes.len() => bytes[at] = byte,
                1 if at < bytes.len() => { bytes.remove(at); }
                2 => { let end = (at + usize::from(byte)).min(bytes.len()); let part = bytes[at..end].to_vec(); bytes.splice(at..at, part); }
                3 => { let end = usize::from(byte).min(other.len()); bytes.splice(at..at, other[..end].iter().copied()); }
                _ => bytes.insert(at, byte),
            }
        }
        laws::check(&bytes);
    }
}
