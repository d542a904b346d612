//! Words of English by which answers of small models are read; `words.json` lists them.

use std::sync::LazyLock;

use serde::Deserialize;

/// The lists, all in small letters.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// What things are made of.
    pub(super) materials: Vec<String>,
    /// Names that end in an s without being many, or are always many.
    pub(super) always_many: Vec<String>,
    /// Goods that are a material themselves, or alive: sold by the pack.
    pub(super) stuff: Vec<String>,
    /// What names no goods by itself.
    pub(super) vague: Vec<String>,
    /// What ends no name of goods.
    pub(super) no_goods: Vec<String>,
    /// What stands in no name of goods.
    pub(super) no_word: Vec<String>,
    /// What stands before a name in a sentence.
    pub(super) fronts: Vec<String>,
    /// `a pair of` gloves.
    pub(super) measures: Vec<String>,
    /// Between two names of a sentence.
    pub(super) parting: Vec<String>,
    /// A name in a sentence ends before these.
    pub(super) ends: Vec<String>,
    /// After these a sentence says what is sold.
    pub(super) verbs: Vec<String>,
    /// What praises nothing, or says what an attribute says.
    pub(super) no_praise: Vec<String>,
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| serde_json::from_str(include_str!("words.json")).expect("a test reads the same text"));

/// Whether a list has a word.
pub(super) fn has(list: &[String], word: &str) -> bool {
    list.iter().any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_read_and_in_small_letters() {
        let words = &*WORDS;
        for list in [
            &words.materials,
            &words.always_many,
            &words.stuff,
            &words.vague,
            &words.no_goods,
            &words.no_word,
            &words.ends,
            &words.verbs,
            &words.no_praise,
        ] {
            assert!(!list.is_empty() && list.iter().all(|word| *word == word.to_lowercase()), "{list:?}");
        }
    }
}
