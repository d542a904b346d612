//! What a design took, and which parts of it came from where.

use std::fmt;

use serde::Serialize;

use crate::model::Usage;

/// A part of a catalog that is asked for by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Names of the kinds of product.
    Range,
    /// Prices and weights of the kinds.
    Kinds,
    /// Brands with their level and series.
    Brands,
    /// Nouns of each kind, features, finishes.
    Words,
    /// Attributes with values and what goes with what.
    Attributes,
    /// Patterns of names and sentences of descriptions.
    Wording,
}

impl Part {
    /// All parts, in the order in which they are asked for.
    pub const ALL: [Self; 6] = [Self::Range, Self::Kinds, Self::Brands, Self::Words, Self::Attributes, Self::Wording];

    /// As in reports, schema names and examples.
    pub fn name(self) -> &'static str {
        match self {
            Self::Range => "range",
            Self::Kinds => "kinds",
            Self::Brands => "brands",
            Self::Words => "words",
            Self::Attributes => "attributes",
            Self::Wording => "wording",
        }
    }
}

/// Where a part came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The model's first answer.
    Model,
    /// A later answer of the model, or one of which some was left out or filled up.
    Repaired,
    /// The nearest built-in pack.
    BuiltIn,
}

/// What became of one part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartReport {
    /// The part.
    pub part: Part,
    /// Where it came from.
    pub origin: Origin,
    /// Answers of the model: 1 where the first one held.
    pub rounds: u32,
    /// What was wrong or left out, in words.
    pub remarks: Vec<String>,
    /// What it took.
    pub usage: Usage,
}

/// What a design took.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// The model asked.
    pub model: String,
    /// Part by part.
    pub parts: Vec<PartReport>,
    /// All parts together.
    pub usage: Usage,
}

impl Report {
    /// One line a part, then the sum.
    pub fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.parts.iter().map(ToString::to_string).collect();
        lines.push(format!("`{}`: {}", self.model, spent(self.usage)));
        lines
    }
}

/// Usage in words.
pub fn spent(usage: Usage) -> String {
    let cached = if usage.cached == 0 { String::new() } else { format!(" and {} from the cache", usage.cached) };
    format!("{} calls{cached}, {} tokens asked and {} answered", usage.calls, usage.prompt_tokens, usage.completion_tokens)
}

impl fmt::Display for PartReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let origin = match self.origin {
            Origin::Model => "by the model",
            Origin::Repaired => "by the model, mended",
            Origin::BuiltIn => "built in",
        };
        let rounds = if self.rounds == 1 { "1 round".to_owned() } else { format!("{} rounds", self.rounds) };
        write!(f, "{}: {origin}, {rounds}", self.part.name())?;
        if self.remarks.is_empty() { Ok(()) } else { write!(f, " ({})", self.remarks.join("; ")) }
    }
}
