//! What several tests share.

use std::path::PathBuf;

use wares::model::Day;

/// A file or folder of the repository.
pub(crate) fn root(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(name)
}

/// The day on which all tests look at their data.
pub(crate) fn today() -> Day {
    "2026-11-23".parse().unwrap()
}

/// A CSV reader of its own, so that the writer is not its own judge.
pub(crate) fn records(text: &str) -> Vec<Vec<Option<String>>> {
    let (mut found, mut record, mut field, mut quoted, mut was_quoted) = (Vec::new(), Vec::new(), String::new(), false, false);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match (letter, quoted) {
            ('"', true) if letters.peek() == Some(&'"') => field.push(letters.next().unwrap()),
            ('"', _) => (quoted, was_quoted) = (!quoted, true),
            (',' | '\n', false) => {
                let text = std::mem::take(&mut field);
                record.push((!text.is_empty() || was_quoted).then_some(text));
                was_quoted = false;
                if letter == '\n' {
                    found.push(std::mem::take(&mut record));
                }
            }
            _ => field.push(letter),
        }
    }
    found
}
