//! A table that the user brings: its key and what other tables need of it, held by row.

use std::{borrow::Cow, fmt::Write};

use crate::{schema::Physical, template::Recipe};

/// One such table. All lists have a value for each row.
#[derive(Debug, Clone, PartialEq)]
pub struct Brought {
    /// What templates call it.
    pub name: String,
    /// What it holds, where that is known.
    pub recipe: Option<Recipe>,
    /// The name of its key column.
    pub key_name: String,
    /// Its key.
    pub keys: Keys,
    /// What else is known of its rows.
    pub facts: Facts,
    /// Columns that go along with the key: the rest of a key of several columns, and those that the user names.
    pub carried: Vec<Carried>,
}

/// A column beside the key, as tables show it that refer to a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// What other tables call it.
    pub name: String,
    /// The value of each row; 0 or an empty text where it has none.
    pub values: Keys,
    /// Whether a row has a value; empty where all have.
    pub present: Vec<bool>,
}

/// A value for each row. As the key of a table no two are alike, but for a key of several columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keys {
    /// Whole numbers.
    Numbers(Vec<i64>),
    /// Texts.
    Texts(Texts),
}

/// Many texts in one piece.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Texts {
    bytes: String,
    ends: Vec<usize>,
}

/// What is known of the rows beside their key, where the file says it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts {
    /// Customers: the day of the sign-up, in days since 1970-01-01.
    pub signed_up: Option<Vec<i32>>,
    /// Products: the list price, in minor units.
    pub price_minor: Option<Vec<i64>>,
    /// Products: what the shop pays, in minor units.
    pub cost_minor: Option<Vec<i64>>,
    /// Orders: what all lines come to, in minor units.
    pub total_minor: Option<Vec<i64>>,
}

impl Facts {
    /// Whether all totals of the orders are whole ones, as those of a currency without smaller units.
    pub fn is_whole(&self) -> bool {
        self.total_minor.as_ref().is_some_and(|totals| totals.iter().all(|total| total % 100 == 0))
    }
}

impl Brought {
    /// How many rows it has.
    pub fn rows(&self) -> u64 {
        self.keys.len() as u64
    }

    /// The column of this name that goes along with the key.
    pub fn carried(&self, name: &str) -> Option<usize> {
        self.carried.iter().position(|carried| carried.name == name)
    }
}

impl Carried {
    /// A column without rows.
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), values: Keys::Numbers(Vec::new()), present: Vec::new() }
    }

    /// Adds the value of the next row. Whole numbers are held as such as long as there is nothing else.
    pub fn push(&mut self, value: Option<&str>) {
        let rows = self.values.len();
        if value.is_none() && self.present.is_empty() {
            self.present = vec![true; rows];
        }
        if value.is_none() || !self.present.is_empty() {
            self.present.push(value.is_some());
        }
        match (&mut self.values, value.map_or(Some(0), whole_number)) {
            (Keys::Numbers(numbers), Some(number)) => numbers.push(number),
            (Keys::Texts(texts), _) => texts.push(value.unwrap_or_default()),
            (Keys::Numbers(numbers), None) => {
                let mut texts = Texts::default();
                for (row, number) in numbers.iter().enumerate() {
                    let text = if self.present.get(row).copied().unwrap_or(true) { number.to_string() } else { String::new() };
                    texts.push(&text);
                }
                texts.push(value.unwrap_or_default());
                self.values = Keys::Texts(texts);
            }
        }
    }

    /// Whether a row has a value.
    #[inline]
    pub fn is_present(&self, row: usize) -> bool {
        self.present.get(row).copied().unwrap_or(true)
    }
}

impl Keys {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        match self {
            Self::Numbers(numbers) => numbers.len(),
            Self::Texts(texts) => texts.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Calls `see` with each value, as text.
    pub fn each(&self, mut see: impl FnMut(usize, &str)) {
        match self {
            Self::Texts(texts) => (0..texts.len()).for_each(|row| see(row, texts.get(row))),
            Self::Numbers(numbers) => {
                let mut text = String::new();
                for (row, number) in numbers.iter().enumerate() {
                    text.clear();
                    write!(text, "{number}").expect("a string takes everything");
                    see(row, &text);
                }
            }
        }
    }

    /// The value of a row, as text.
    pub fn text(&self, row: usize) -> Cow<'_, str> {
        match self {
            Self::Numbers(numbers) => Cow::Owned(numbers[row].to_string()),
            Self::Texts(texts) => Cow::Borrowed(texts.get(row)),
        }
    }

    /// How the values are held in a column.
    pub fn physical(&self) -> Physical {
        match self {
            Self::Numbers(_) => Physical::Integer,
            Self::Texts(_) => Physical::Text,
        }
    }
}

impl Texts {
    /// Adds a text behind the others.
    pub fn push(&mut self, text: &str) {
        self.bytes.push_str(text);
        self.ends.push(self.bytes.len());
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text of a row.
    #[inline]
    pub fn get(&self, row: usize) -> &str {
        let start = if row == 0 { 0 } else { self.ends[row - 1] };
        &self.bytes[start..self.ends[row]]
    }
}

/// A whole number that is written as it would be printed: `007`, `+7` and `1,234` are codes.
pub fn whole_number(text: &str) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let plain = digits.len() == 1 || !digits.starts_with('0');
    let sound = plain && digits.bytes().all(|byte| byte.is_ascii_digit()) && text != "-0";
    sound.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_numbers_that_print_as_they_are_written_are_numbers() {
        for (text, number) in [("7", Some(7)), ("0", Some(0)), ("-12", Some(-12)), ("-9223372036854775808", Some(i64::MIN))] {
            assert_eq!(whole_number(text), number, "{text}");
        }
        for code in ["007", "+7", "-0", "-", "", "1,234", "1.0", "00", "9223372036854775808", " 7"] {
            assert_eq!(whole_number(code), None, "{code}");
        }
    }

    #[test]
    fn a_column_of_numbers_becomes_one_of_texts_without_losing_a_value_or_a_gap() {
        let mut carried = Carried::new("rep");
        let values = [Some("7"), None, Some("12"), Some("A-1"), None, Some("007")];
        values.iter().for_each(|value| carried.push(*value));
        let read: Vec<Option<String>> = (0..values.len()).map(|row| carried.is_present(row).then(|| carried.values.text(row).into_owned())).collect();
        assert_eq!(read.iter().map(Option::as_deref).collect::<Vec<_>>(), values);
    }
}
