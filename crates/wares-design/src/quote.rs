//! What a model would be asked, before it is asked: calls and tokens. Asks nobody.

use serde::Serialize;
use serde_json::Value;

use crate::{
    budget::worst_case,
    edits::{self, Shown},
    model::Request,
    prompt::{self, Known, Wanted},
    report::Part,
    rows::{self, Brief, Stratum},
    small,
};

/// Calls and tokens of some work.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Work {
    /// Where every first answer holds.
    pub calls: u64,
    /// Tokens of these questions, as they usually are.
    pub prompt_tokens: u64,
    /// Tokens of these answers, as they usually are.
    pub completion_tokens: u64,
    /// More tokens than these calls can take: what a budget sets aside for them.
    pub tokens_most: u64,
}

impl Work {
    fn of(request: &Request, completion_tokens: u64, calls: u64) -> Self {
        let bytes = request.system.len() + request.user.len() + request.schema.to_string().len();
        let (prompt, completion) = worst_case(request);
        Self {
            calls,
            prompt_tokens: bytes.div_ceil(4) as u64 * calls,
            completion_tokens: completion_tokens * calls,
            tokens_most: (prompt + completion) * calls,
        }
    }

    fn plus(self, other: Self) -> Self {
        Self {
            calls: self.calls + other.calls,
            prompt_tokens: self.prompt_tokens + other.prompt_tokens,
            completion_tokens: self.completion_tokens + other.completion_tokens,
            tokens_most: self.tokens_most + other.tokens_most,
        }
    }
}

/// A design: each part once, with answers like those of the worked examples; of a small model the small questions about as many kinds. The rows that
/// follow cost nothing, however many.
pub fn design(wanted: &Wanted, small: bool) -> Work {
    let example = prompt::an_example();
    if small {
        let names = prompt::names_of(&example);
        let questions = small::questions(&wanted.words, &names);
        return questions.iter().map(|(request, tokens)| Work::of(request, *tokens, 1)).fold(Work::default(), Work::plus);
    }
    let known = Known { kinds: prompt::names_of(&example), slots: prompt::slots_of(&example), again: None };
    let part = |part: Part| Work::of(&prompt::question(part, wanted, &known), tokens(&example[part.name()]), 1);
    Part::ALL.into_iter().map(part).fold(Work::default(), Work::plus)
}

/// A refinement: one call.
pub fn refinement(columns: &[Shown], wish: &str) -> Work {
    Work::of(&edits::question(columns, wish), 300, 1)
}

/// So many rows with texts, by questions like the first; `strata` are the first rows.
pub fn rows(brief: &Brief, strata: &[Stratum], rows: u64) -> Work {
    let each = if brief.descriptions { 75 } else { 25 };
    let (batch, full) = (rows::BATCH_ROWS as u64, rows / rows::BATCH_ROWS as u64);
    let of = |count: u64, calls: u64| match &strata[..strata.len().min(count as usize)] {
        [] => Work::default(),
        first => Work::of(&rows::first_question(brief, first), 12 + count * each, calls),
    };
    if full == 0 { of(rows, 1) } else { of(batch, full).plus(of(rows % batch, 1)) }
}

/// Tokens of JSON, which has many short ones.
fn tokens(value: &Value) -> u64 {
    value.to_string().len().div_ceil(3) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_design_is_six_calls_whatever_the_rows() {
        let of = |rows| design(&Wanted { words: "beekeeping".to_owned(), rows, ..Wanted::default() }, false);
        assert_eq!(of(1_000), of(10_000_000));
        assert_eq!(of(1_000).calls, 6);
        assert!(of(1_000).tokens_most > of(1_000).prompt_tokens + of(1_000).completion_tokens);
        let small = design(&Wanted { words: "beekeeping".to_owned(), ..Wanted::default() }, true);
        assert!(small.calls > 30 && small.prompt_tokens < of(1).prompt_tokens, "{small:?}");
    }

    #[test]
    fn texts_grow_with_the_rows() {
        let brief = Brief { words: "beekeeping".to_owned(), variant: None, descriptions: true };
        let strata: Vec<Stratum> = (0..10).map(|row| Stratum { row, facts: vec![("kind".to_owned(), "Hive".to_owned())] }).collect();
        let of = |count| rows(&brief, &strata, count);
        assert_eq!([of(0).calls, of(3).calls, of(10).calls, of(25).calls, of(1_000).calls], [0, 1, 1, 3, 100]);
        assert_eq!(of(1_000).completion_tokens, 100 * of(10).completion_tokens);
    }
}
