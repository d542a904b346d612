//! What holds for any bytes that are read as a table of the user. The fuzz target checks the same.

use std::{collections::BTreeSet, io::Read};

use wares_ingest::{
    IngestError,
    packing::unpack,
    parent::{self, Asked, Parent},
    rows,
};
use wares_model::{Recipe, brought::Keys};

/// The keys as texts, by row.
pub(crate) fn keys(parent: &Parent) -> Vec<String> {
    match &parent.brought.keys {
        Keys::Numbers(numbers) => numbers.iter().map(ToString::to_string).collect(),
        Keys::Texts(texts) => (0..texts.len()).map(|row| texts.get(row).to_owned()).collect(),
    }
}

/// Checks all laws over a file of customers, of products and of orders.
pub(crate) fn check(bytes: &[u8]) {
    // More lines than are in the file cannot be named; a packed file may have any number.
    let mut plain = Vec::new();
    let lines = match unpack("x.csv", bytes).map(|text| text.take(1 << 22).read_to_end(&mut plain).ok()) {
        Ok(Some(_)) => plain.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() as u64 + 1,
        _ => u64::MAX,
    };
    for recipe in [Recipe::Customers, Recipe::Products, Recipe::Orders] {
        let asked = Asked { recipe: Some(recipe), ..Asked::default() };
        match parent::read("x.csv", || unpack("x.csv", bytes), &asked) {
            Ok(parent) => check_parent(&parent, lines),
            Err(error) => check_error(&error, lines),
        }
    }
    match unpack("x.csv", bytes).and_then(|text| rows::read("x.csv", text)) {
        Ok(rows) => assert_eq!(rows.header.len(), rows.profiles.len(), "a profile for each column"),
        Err(error) => check_error(&error, lines),
    }
}

fn check_parent(parent: &Parent, lines: u64) {
    let keys = keys(parent);
    assert!(!keys.is_empty(), "a table has rows");
    let carried = &parent.brought.carried;
    let whole = |row: usize| {
        let rest = carried[..parent.key_rest.len()].iter().map(move |part| part.values.text(row).into_owned());
        std::iter::once(keys[row].clone()).chain(rest).collect::<Vec<String>>()
    };
    let different: BTreeSet<Vec<String>> = (0..keys.len()).map(whole).collect();
    assert_eq!(different.len(), keys.len(), "no two keys are alike: {different:?}");
    let is_whole = |row: usize| carried[..parent.key_rest.len()].iter().all(|part| part.is_present(row) && !part.values.text(row).is_empty());
    assert!(carried.iter().all(|carried| carried.values.len() == keys.len()), "what goes along is there for each row");
    assert!((0..keys.len()).all(is_whole), "no part of a key is empty");
    assert!(keys.iter().all(|key| key.trim() == key && !key.is_empty()), "no key is empty or has spaces around it: {keys:?}");
    let facts = &parent.brought.facts;
    let lists = [&facts.price_minor, &facts.cost_minor, &facts.total_minor].map(|list| list.as_ref().map(Vec::len));
    let days = facts.signed_up.as_ref().map(Vec::len);
    assert!(lists.into_iter().chain([days]).flatten().all(|length| length == keys.len()), "each fact is known of each row");
    assert!(parent.rejected >= parent.rejects.len() as u64);
    assert!(parent.rejects.is_sorted_by(|one, next| one.line < next.line), "{:?}", parent.rejects);
    assert!(parent.rejects.iter().all(|reject| (1..=lines).contains(&reject.line) && !reject.reason.is_empty()), "{:?}", parent.rejects);
    assert!(!parent.notes.is_empty());
}

fn check_error(error: &IngestError, lines: u64) {
    assert!(!error.to_string().is_empty() && !error.hint().is_empty());
    assert!(error.at().line.is_none_or(|line| (1..=lines).contains(&line)), "{error}");
}
