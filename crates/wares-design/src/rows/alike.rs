//! Which texts are too much alike: the same words, whatever their order, case, number and the small words between them, or all the same words but
//! for one letter of one of them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::Text;

/// So many of the latest names are shown to the model.
const SHOWN: usize = 12;
/// In words of so many letters one letter makes no difference: `Colour` is `Color`, but `Tern` is not `Fern`.
const LONG_WORD: usize = 6;
/// Words that make no difference.
const SMALL: [&str; 12] = ["a", "an", "and", "by", "for", "from", "in", "of", "on", "the", "to", "with"];

/// All texts so far.
#[derive(Debug, Default)]
pub(super) struct Taken {
    /// By words, with the row that has them.
    names: BTreeMap<String, u64>,
    /// By words with one letter of a long one left out: two names a letter apart meet in one of these, or one meets the other itself.
    spellings: BTreeMap<String, u64>,
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
        let spellings = spellings(&name);
        let same = self.names.get(&name).or_else(|| self.spellings.get(&name));
        if let Some(row) = same.or_else(|| spellings.iter().find_map(|spelling| self.spellings.get(spelling).or_else(|| self.names.get(spelling)))) {
            return Err(format!("the name `{}` is that of row {row}, or nearly so: give another", text.name));
        }
        if !description.is_empty() && !self.descriptions.insert(description) {
            return Err("the description is that of another row: give another".to_owned());
        }
        self.names.insert(name, text.row);
        self.spellings.extend(spellings.into_iter().map(|spelling| (spelling, text.row)));
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

/// The words with each letter of each long one left out in turn; words with digits are numbers of models, which may be a letter apart.
fn spellings(words: &str) -> Vec<String> {
    let all: Vec<&str> = words.split(' ').collect();
    let long = all.iter().enumerate().filter(|(_, word)| word.chars().count() >= LONG_WORD && word.chars().all(char::is_alphabetic));
    let short_of = |place: usize, word: &str, letter: usize| {
        let short: String = word.chars().enumerate().filter(|(index, _)| *index != letter).map(|(_, letter)| letter).collect();
        let mut changed = all.clone();
        changed[place] = &short;
        changed.sort_unstable();
        changed.join(" ")
    };
    long.flat_map(|(place, word)| (0..word.chars().count()).map(move |letter| (place, *word, letter)))
        .map(|(place, word, letter)| short_of(place, word, letter))
        .collect()
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
    fn one_letter_of_a_long_word_makes_no_other_name() {
        let mut taken = Taken::default();
        taken.add(&text(0, "Acme Colour Smoker", "")).unwrap();
        for same in ["Acme Color Smoker", "Acme Colour Smoeker", "Acme Colours Smokar"] {
            assert!(taken.add(&text(1, same, "")).is_err(), "{same}");
        }
        for other in ["Acne Colour Smoker", "Acme Colour Smoking", "Acme Colour Smoker Ridgeway", "Acme Ridgewax"] {
            taken.add(&text(2, other, "")).unwrap_or_else(|error| panic!("{other}: {error}"));
        }
        taken.add(&text(3, "Acme Hive QX41007", "")).unwrap();
        taken.add(&text(4, "Acme Hive QX41008", "")).unwrap();
    }

    #[test]
    fn a_description_is_written_once() {
        let mut taken = Taken::default();
        taken.add(&text(0, "One Thing", "It is good.")).unwrap();
        assert!(taken.add(&text(1, "Other Thing", "Good it is!")).is_err());
        taken.add(&text(1, "Other Thing", "It is better.")).unwrap();
    }
}
