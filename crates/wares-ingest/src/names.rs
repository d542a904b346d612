//! Names of columns and tables: their words, and names that a template may have.

use std::collections::BTreeSet;

/// The words of a name, in small letters: `customerNumber`, `customer_number` and `Customer Number` have the same.
pub fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut previous = ' ';
    let letters: Vec<char> = name.chars().collect();
    for (index, letter) in letters.iter().copied().enumerate() {
        let next_small = letters.get(index + 1).is_some_and(|next| next.is_lowercase());
        let begins = letter.is_uppercase() && (previous.is_lowercase() || previous.is_ascii_digit() || (previous.is_uppercase() && next_small));
        if (begins || !letter.is_alphanumeric()) && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if letter.is_alphanumeric() {
            word.extend(letter.to_lowercase());
        }
        previous = letter;
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// A name without anything that spelling may vary: `order_details`, `Order Details` and `orderdetails` are the same.
pub fn plain(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A name for people: `unitPrice` is `Unit price`.
pub(crate) fn label(name: &str) -> String {
    let joined = words(name).join(" ");
    let mut letters = joined.chars();
    letters.next().map_or_else(|| "Value".to_owned(), |first| first.to_uppercase().chain(letters).collect())
}

/// A table name that a template may have: letters, digits and `_`.
pub(crate) fn table(name: &str, taken: &mut BTreeSet<String>) -> String {
    let mut plain: String = name.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).take(56).collect();
    while plain.contains("__") {
        plain = plain.replace("__", "_");
    }
    let plain = plain.trim_matches('_');
    let plain = if plain.is_empty() { "table" } else { plain };
    unlike(plain, |name| taken.insert(name.to_lowercase()))
}

/// A column name that a template may have, unlike the others of its table. `position` counts from 0.
pub(crate) fn column(name: &str, position: usize, taken: &mut BTreeSet<String>) -> String {
    let mut plain: String = name.chars().filter(|letter| !letter.is_control()).collect();
    plain = plain.trim().to_owned();
    while plain.len() > 120 {
        plain.pop();
    }
    let plain = plain.trim();
    let plain = if plain.is_empty() { format!("column_{}", position + 1) } else { plain.to_owned() };
    unlike(&plain, |name| taken.insert(name.to_owned()))
}

/// The name itself, or the first of `name_2`, `name_3` ... that `take` accepts.
fn unlike(name: &str, mut take: impl FnMut(&str) -> bool) -> String {
    let mut candidate = name.to_owned();
    let mut number = 1_u64;
    while !take(&candidate) {
        number += 1;
        candidate = format!("{name}_{number}");
    }
    candidate
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_makes_no_difference() {
        for name in ["customerNumber", "customer_number", "Customer Number", "CUSTOMER-NUMBER"] {
            assert_eq!(words(name), ["customer", "number"], "{name}");
        }
        assert_eq!(words("Body (HTML)"), ["body", "html"]);
        assert_eq!(words("MSRPValue2"), ["msrp", "value2"]);
        assert_eq!(label("unit_price"), "Unit price");
        let mut taken = BTreeSet::new();
        assert_eq!([column("a", 0, &mut taken), column("a", 1, &mut taken), column(" ", 2, &mut taken)], ["a", "a_2", "column_3"]);
    }
}
