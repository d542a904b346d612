//! A table that the user brings: its key and what other tables need of it, held by row.

use crate::template::Recipe;

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
}

/// The key of each row; no two are alike.
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

impl Brought {
    /// How many rows it has.
    pub fn rows(&self) -> u64 {
        match &self.keys {
            Keys::Numbers(numbers) => numbers.len() as u64,
            Keys::Texts(texts) => texts.len() as u64,
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
