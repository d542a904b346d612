//! A catalog for goods of which no pack knows anything, composed from their names.
//!
//! In: the words of the user and the kinds of goods. Out: a sound pack whose kinds bear those names; all else (brands, prices, attributes) is
//! that of goods in general, and it is for the caller to say so. Start at [`generic`]; where there are no kinds, some are thought up from the words.

use super::catalog::{Catalog, Kind, PriceBand};

/// Goods in general, with one kind that gives its form to all.
const GENERIC: &str = include_str!("../../packs/generic/catalog.json");
/// A pack has no more kinds.
const MOST_KINDS: usize = 256;

/// A catalog of these kinds of goods; where there are none, of kinds that the words suggest.
///
/// `words` name the trade ("quantum submarines"). Kinds that are empty or alike are taken once; after 256 the rest is left out.
pub fn generic(words: &str, kinds: &[String]) -> Catalog {
    let mut catalog: Catalog = serde_json::from_str(GENERIC).expect("the generic pack is part of this crate and tested");
    let form = catalog.kinds[0].clone();
    let thought = kinds_of(words);
    let given: Vec<Composed> = kinds.iter().map(|name| Composed { name: name.clone(), weight: 10, price_percent: 100 }).collect();
    let mut composed: Vec<Kind> = Vec::new();
    for wanted in if given.is_empty() { thought } else { given } {
        let name = title(&wanted.name);
        if name.is_empty() || composed.len() == MOST_KINDS || composed.iter().any(|known| known.name == name) {
            continue;
        }
        composed.push(kind(&form, &name, &wanted));
    }
    if composed.is_empty() {
        composed.push(form);
    }
    catalog.kinds = composed;
    let name = slug(words);
    catalog.title = format!("{} (composed)", title(words));
    if !name.is_empty() {
        catalog.name = name;
    }
    catalog
}

/// Names whose one is no beginning of the many.
const IRREGULAR: [(&str, &str); 11] = [
    ("leaves", "leaf"),
    ("knives", "knife"),
    ("shelves", "shelf"),
    ("scarves", "scarf"),
    ("loaves", "loaf"),
    ("hooves", "hoof"),
    ("teeth", "tooth"),
    ("feet", "foot"),
    ("mice", "mouse"),
    ("lens", "lens"),
    ("lenses", "lens"),
];

/// A kind thought up from the words.
struct Composed {
    name: String,
    weight: u32,
    price_percent: i64,
}

/// The goods themselves, and what is usually sold beside any goods.
fn kinds_of(words: &str) -> Vec<Composed> {
    let whole: Vec<&str> = words.split_whitespace().collect();
    let front = whole.iter().position(|word| matches!(word.to_lowercase().as_str(), "for" | "of" | "with" | "and")).filter(|at| *at > 0);
    let (goods, rest) = whole.split_at(front.unwrap_or(whole.len()));
    let Some((head, before)) = goods.split_last() else { return Vec::new() };
    let noun = [before, &[singular(head).as_str()], rest].concat().join(" ");
    let short = singular(head);
    let composed = |name: String, weight, price_percent| Composed { name, weight, price_percent };
    vec![
        composed(noun, 12, 100),
        composed(format!("{short} Set"), 5, 190),
        composed(format!("Mini {short}"), 4, 55),
        composed(format!("{short} Starter Kit"), 3, 140),
        composed(format!("{short} Carrying Case"), 3, 60),
        composed(format!("{short} Stand"), 2, 75),
        composed(format!("{short} Cover"), 2, 40),
        composed(format!("{short} Spare Part"), 3, 30),
        composed(format!("{short} Care Kit"), 2, 45),
        composed(format!("{short} Gift Box"), 2, 115),
    ]
}

fn kind(form: &Kind, name: &str, wanted: &Composed) -> Kind {
    let scaled = |amount: i64| (amount * wanted.price_percent / 100).max(1);
    let price = PriceBand {
        low_minor: scaled(form.price.low_minor),
        median_minor: scaled(form.price.median_minor),
        high_minor: scaled(form.price.high_minor),
        ..form.price
    };
    let mut kind = Kind { name: name.to_owned(), line: plural(name), weight: wanted.weight, price, ..form.clone() };
    kind.words.insert("noun".to_owned(), vec![name.to_owned()]);
    kind
}

/// Every word with a capital letter, braces and control characters left out, at most 60 characters.
fn title(text: &str) -> String {
    let clean: String = text.chars().filter(|letter| !letter.is_control() && !matches!(letter, '{' | '}')).take(60).collect();
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    clean.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

fn slug(text: &str) -> String {
    let letters = text.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' });
    letters.collect::<String>().split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-").chars().take(60).collect()
}

/// One of what an English noun in small letters says there are many of.
pub fn singular(word: &str) -> String {
    if let Some((_, one)) = IRREGULAR.iter().find(|(many, _)| *many == word) {
        return (*one).to_owned();
    }
    if let Some(stem) = word.strip_suffix("ies").filter(|stem| stem.len() > 2) {
        return format!("{stem}y");
    }
    for ending in ["ches", "shes", "sses", "xes"] {
        if word.ends_with(ending) {
            return word[..word.len() - 2].to_owned();
        }
    }
    word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with(['s', 'u', 'i'])).unwrap_or(word).to_owned()
}

/// Many of what an English name says there is one of.
pub fn plural(name: &str) -> String {
    let lower = name.to_lowercase();
    match () {
        () if lower.ends_with('s') && !lower.ends_with("ss") => name.to_owned(),
        () if lower.ends_with('y') && !lower.ends_with(['a', 'e', 'o', 'u']) && !["ay", "ey", "oy"].iter().any(|end| lower.ends_with(end)) => {
            format!("{}ies", &name[..name.len() - 1])
        }
        () if ["s", "x", "ch", "sh"].iter().any(|end| lower.ends_with(end)) => format!("{name}es"),
        () => format!("{name}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::lint::lint;

    #[test]
    fn any_words_make_a_sound_catalog() {
        for words in ["quantum submarines", "", "{brand} }{", "accessories for dragons", "a", "ключи и замки", "boxes"] {
            let catalog = generic(words, &[]);
            assert_eq!(lint(&catalog), [], "{words}");
        }
        let catalog = generic("quantum submarines", &[]);
        let lines: Vec<&str> = catalog.kinds.iter().take(3).map(|kind| kind.line.as_str()).collect();
        assert_eq!(lines, ["Quantum Submarines", "Submarine Sets", "Mini Submarines"]);
        assert_eq!(generic("accessories for dragons", &[]).kinds[0].name, "Accessory For Dragons");
    }

    #[test]
    fn kinds_that_are_given_are_taken() {
        let kinds = ["Sneakers".to_owned(), "Rain boot".to_owned(), "Sneakers".to_owned(), String::new()];
        let catalog = generic("shoes", &kinds);
        assert_eq!(lint(&catalog), []);
        assert_eq!(catalog.kinds.iter().map(|kind| kind.line.as_str()).collect::<Vec<_>>(), ["Sneakers", "Rain Boots"]);
    }
}
