//! Which names of kinds of goods may stand beside each other. Small models go on with a name that they have given: `Hive Frame`, `Hive Frame Holder`,
//! `Hive Frame Holder Bracket`. Start at [`name`].

use serde_json::Value;

use crate::{
    clean,
    parts::{same, titled},
};

/// A name is at most so many words.
const MOST_WORDS: usize = 4;
/// So many kinds may end in the same word: `Delta Kite`, `Stunt Kite`.
const MOST_OF_A_HEAD: usize = 3;
/// Words that no name ends with.
const OPEN: [&str; 9] = ["and", "or", "with", "for", "of", "in", "the", "a", "to"];

/// A name as it may stand beside those that stand there.
///
/// # Errors
/// Why it may not, for a model to do better.
pub(crate) fn name(text: &str, known: &[String]) -> Result<String, &'static str> {
    let name = titled(&clean::line(text, 30).ok_or("it is empty or too long")?);
    let words = words(&name);
    if words.len() > MOST_WORDS || words.last().is_some_and(|last| OPEN.contains(&last.as_str())) {
        return Err("it is no name of goods");
    }
    if name.chars().any(|letter| letter.is_alphabetic() && !latin(letter)) {
        return Err("it is not in Latin letters");
    }
    if known.iter().any(|other| same(&single(other), &single(&name))) {
        return Err("it stands there already");
    }
    let goes_on = |other: &String| {
        let other = self::words(other);
        let common = words.iter().zip(&other).take_while(|(one, other)| one == other).count();
        // `Hive Frame Holder` after `Hive Frame`, and the other way round; `Hive` and `Hive Tool` are two things.
        common >= 2 && common >= words.len().min(other.len())
    };
    let strung = known.iter().filter(|other| self::words(other).iter().all(|word| words.contains(word))).count() > 1;
    if strung || known.iter().any(goes_on) {
        return Err("it only adds words to another kind");
    }
    if known.iter().any(|other| alike(&words, &self::words(other))) {
        return Err("another kind has nearly the same name");
    }
    let head = |name: &str| self::words(name).pop();
    if known.iter().filter(|other| head(other) == head(&name)).count() >= MOST_OF_A_HEAD {
        return Err("too many kinds end in the same word");
    }
    Ok(name)
}

/// Two ways to say the same: `Hive Tool` and `Beehive Tool`, `Nest Box` and `Nesting Box`.
fn alike(one: &[String], other: &[String]) -> bool {
    let stem = |word: &str| word.chars().take(4).collect::<String>();
    let near = |(one, other): (&String, &String)| {
        one == other
            || (one.len() >= 4 && other.len() >= 4 && (stem(one) == stem(other) || one.ends_with(other.as_str()) || other.ends_with(one.as_str())))
    };
    one.len() == other.len() && one.len() >= 2 && one.last() == other.last() && one.iter().zip(other).all(near)
}

/// The names in an answer.
pub(crate) fn names(answer: &Value) -> impl Iterator<Item = &str> {
    answer["kinds"].as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// Names out of several answers to the same question: what comes up again and again is no slip.
#[derive(Debug, Default)]
pub(crate) struct Votes(Vec<(String, u32)>);

impl Votes {
    /// Counts the names of an answer, each once.
    pub(crate) fn add<'a>(&mut self, texts: impl Iterator<Item = &'a str>) {
        let mut met = Vec::new();
        for name in texts.filter_map(|text| name(text, &[]).ok()) {
            let one = single(&name).to_lowercase();
            if met.contains(&one) {
                continue;
            }
            match self.0.iter_mut().find(|(known, _)| same(&single(known), &one)) {
                Some((_, votes)) => *votes += 1,
                None => self.0.push((name, 1)),
            }
            met.push(one);
        }
    }

    /// Gives a name so many votes more, where it has any.
    pub(crate) fn favor(&mut self, name: &str, more: u32) {
        self.0.iter_mut().filter(|(known, _)| same(known, name)).for_each(|(_, votes)| *votes += more);
    }

    /// The names that may stand beside each other, those with most votes first, at most so many.
    pub(crate) fn chosen(&self, most: usize) -> Vec<String> {
        let mut ranked: Vec<&(String, u32)> = self.0.iter().collect();
        ranked.sort_by_key(|(_, votes)| std::cmp::Reverse(*votes));
        let mut chosen = Vec::new();
        for (text, _) in ranked {
            if chosen.len() < most {
                chosen.extend(name(text, &chosen));
            }
        }
        chosen
    }
}

fn words(name: &str) -> Vec<String> {
    name.to_lowercase().split_whitespace().map(single).collect()
}

/// Without the `s` of a plural.
pub(crate) fn single(name: &str) -> String {
    name.strip_suffix('s').filter(|stem| !stem.ends_with('s')).unwrap_or(name).to_owned()
}

fn latin(letter: char) -> bool {
    letter.is_ascii() || matches!(letter, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(names: &[&str]) -> Vec<String> {
        names.iter().fold(Vec::new(), |mut known, text| {
            known.extend(name(text, &known));
            known
        })
    }

    #[test]
    fn different_things_stay() {
        let names = ["Delta Kite", "Stunt Kite", "Kite", "Windsock", "Kite Bag", "Flying Line", "PVA Adhesive", "Porte-Clés"];
        assert_eq!(kept(&names), names);
    }

    #[test]
    fn what_comes_up_again_is_chosen_first() {
        let mut votes = Votes::default();
        for answer in [["Bow", "Arrows", "Arrow Mist"], ["Mitts", "Arrow", "Bow"], ["Bow", "Target", "Arrow Mist Bag"]] {
            votes.add(answer.into_iter());
        }
        assert_eq!(votes.chosen(4), ["Bow", "Arrows", "Arrow Mist", "Mitts"]);
        assert_eq!(votes.chosen(9), ["Bow", "Arrows", "Arrow Mist", "Mitts", "Target"]);
    }

    /// As Qwen2.5-Coder-1.5B answered.
    #[test]
    fn what_only_goes_on_is_left_out() {
        let hive = ["Beehive", "Beehive Frame", "Beehive Lid", "Beehive Lid Frame", "Beehive Lid Frame with Lid", "Beehive Lid Frame with Lid and"];
        assert_eq!(kept(&hive), &hive[..3]);
        assert_eq!(kept(&["Telescope", "Telescope Mount", "Telescope Mount Clamp", "Telescopes"]), ["Telescope", "Telescope Mount"]);
        assert_eq!(kept(&["hydroponic pump", "Hydroponic Plant Watering壶", ""]), ["Hydroponic Pump"]);
        assert_eq!(
            kept(&["Hive Tool", "Beehive Tool", "Nest Box", "Nesting Box", "Road Bike", "Race Bike"]),
            ["Hive Tool", "Nest Box", "Road Bike", "Race Bike"]
        );
        assert_eq!(kept(&["Oak Rack", "Ash Rack", "Elm Rack", "Fir Rack"]), ["Oak Rack", "Ash Rack", "Elm Rack"]);
    }
}
