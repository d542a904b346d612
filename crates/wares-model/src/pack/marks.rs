//! Marks that really exist: no invented brand or series may be one of them, whoever invents it.

use std::{collections::BTreeSet, sync::LazyLock};

static KNOWN: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    include_str!("known_marks.txt").lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).map(plain).collect()
});

/// Whether a name is a well-known mark, whatever the case of its letters and the signs between its words.
pub fn known(name: &str) -> bool {
    KNOWN.contains(&plain(name))
}

fn plain(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_known_however_it_is_spelled() {
        for name in ["Nike", "black & decker", "COCA-COLA", "Coca Cola", "l'oreal"] {
            assert!(known(name), "{name}");
        }
        for name in ["Galewright", "Nikea", ""] {
            assert!(!known(name), "{name}");
        }
    }
}
