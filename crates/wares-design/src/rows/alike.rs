//! Which texts are too much alike: the same words, whatever their order, case, number and the small words between them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::Text;

/// So many of the latest names are shown to the model.
const SHOWN: usize = 12;
/// Words that make no difference.
const SMALL: [&str; 12] = ["a", "an", "and", "by", "for", "from", "in", "of", "on", "the", "to", "with"];

/// All texts so far.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// By words, with the row that has them.
    names: BTreeMap<String, u64>,
    descriptions: BTreeSet<String>,
    latest: VecDeque<String>,
}

impl Taken {
    /// Takes a text.
    ///
    /// # Errors
    /// What it is too much like, in words for the model.
    pub(super) fn add(&mut self, text: &Text) -> Result<(), String> {
        let (name, description) = (words(&text.name), words(&text.description));
        if let Some(row) = self.names.get(&name) {
            return Err(format!("the name `{}` is that of row {row}, or nearly so: give another", text.name));
        }
        if !description.is_empty() && !self.descriptions.insert(description) {
            return Err("the description is that of another row: give another".to_owned());
        }
        self.names.insert(name, text.row);
        self.latest.push_back(text.name.clone());
        if self.latest.len() > SHOWN {
            self.latest.pop_front();
        }
        Ok(())
    }

    /// The latest names.
    pub(super) fn latest(&self) -> Vec<&str> {
        self.latest.iter().map(String::as_str).collect()
    }
}

/// The words that make a difference, in order of the alphabet, without plural.
fn words(text: &str) -> String {
    let lower = text.to_lowercase().replace(['\'', '\u{2019}'], "");
    let plain = |word: &str| {
        let single = word.strip_suffix('s').filter(|stem| stem.chars().count() > 2 && !stem.ends_with('s'));
        single.unwrap_or(word).to_owned()
    };
    let all = lower.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty() && !SMALL.contains(word));
    let sorted: BTreeSet<String> = all.map(plain).collect();
    sorted.into_iter().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(row: u64, name: &str, description: &str) -> Text {
        Text { row, name: name.to_owned(), description: description.to_owned() }
    }

    #[test]
    fn the_same_words_in_another_order_are_the_same_name() {
        let mut taken = Taken::default();
        taken.add(&text(0, "Acme Bee Smoker, Copper", "")).unwrap();
        for same in ["acme bee smoker copper", "Copper Bee-Smokers by Acme", "The Acme Smoker for Bees, in Copper"] {
            assert!(taken.add(&text(1, same, "")).unwrap_err().contains("row 0"), "{same}");
        }
        for other in ["Acme Bee Smoker, Steel", "Acme Bee Smoker, Copper XL", "Acme Bee Smoker 2, Copper"] {
            taken.add(&text(2, other, "")).unwrap();
        }
    }

    #[test]
    fn a_description_is_written_once() {
        let mut taken = Taken::default();
        taken.add(&text(0, "One Thing", "It is good.")).unwrap();
        assert!(taken.add(&text(1, "Other Thing", "Good it is!")).is_err());
        taken.add(&text(1, "Other Thing", "It is better.")).unwrap();
    }
}
