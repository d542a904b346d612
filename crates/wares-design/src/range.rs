//! Which names of kinds of goods may stand beside each other. Small models go on with a name that they have given: `Hive Frame`, `Hive Frame Holder`,
//! `Hive Frame Holder Bracket`. Start at [`name`].

use serde_json::Value;
use wares_model::pack::compose::singular;

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
    if known.iter().any(|other| same(&singular(other), &singular(&name))) {
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

fn words(name: &str) -> Vec<String> {
    name.to_lowercase().split_whitespace().map(singular).collect()
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
