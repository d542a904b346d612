//! What a run may use: tokens and money; and the most that a call can take.

use crate::{Request, prices::micro_dollars};

/// The limits of a run; none means no limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Budget {
    /// Tokens of questions and answers together.
    pub tokens: Option<u64>,
    /// Micro-dollars; refuses every call of a model without a known price.
    pub micro_dollars: Option<u64>,
}

impl Budget {
    /// Whether there is no limit.
    pub fn is_without_limits(self) -> bool {
        self == Self::default()
    }

    /// Reads a budget as typed: `0.50usd`, `$0.50`, `20000tokens`, or both by a comma.
    ///
    /// # Errors
    /// What is wrong, in words.
    pub fn read(text: &str) -> Result<Self, String> {
        let mut budget = Self::default();
        for part in text.split(',') {
            let part = part.trim().to_ascii_lowercase();
            let wrong = || format!("`{part}` is no budget; write it as `0.50usd` or `20000tokens`");
            if let Some(count) = part.strip_suffix("tokens").or_else(|| part.strip_suffix("token")) {
                budget.tokens = Some(count.trim().replace('_', "").parse().map_err(|_| wrong())?);
            } else if let Some(amount) = part.strip_suffix("usd").or_else(|| part.starts_with('$').then_some(part.as_str())) {
                budget.micro_dollars = Some(micro_dollars(amount.trim()).map_err(|_| wrong())?);
            } else {
                return Err(wrong());
            }
        }
        Ok(budget)
    }
}

/// What has been used so far.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spent {
    /// Tokens of questions.
    pub prompt_tokens: u64,
    /// Tokens of answers.
    pub completion_tokens: u64,
    /// Micro-dollars; 0 for a model without a known price.
    pub micro_dollars: u64,
}

/// More tokens than a text has: half a token for each ASCII byte, one for each other byte, and some for the frame of a message.
pub fn most_tokens(text: &str) -> u64 {
    let ascii = text.bytes().filter(u8::is_ascii).count();
    (ascii.div_ceil(2) + (text.len() - ascii)) as u64
}

/// More tokens than a request and its answer have: (question, answer). For quotes and budgets.
pub fn worst_case(request: &Request) -> (u64, u64) {
    const FRAME: u64 = 64;
    // The schema may stand in the question twice: as a field and in words.
    let schema = most_tokens(&request.schema.to_string());
    (most_tokens(&request.system) + most_tokens(&request.user) + 2 * schema + FRAME, u64::from(request.max_tokens))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_budget_is_read_with_its_unit_and_never_without() {
        let (tokens, money) = (Some(20_000), Some(500_000));
        assert_eq!(Budget::read("20000tokens"), Ok(Budget { tokens, micro_dollars: None }));
        assert_eq!(Budget::read("$0.50"), Ok(Budget { tokens: None, micro_dollars: money }));
        assert_eq!(Budget::read("0.5 USD, 20_000 tokens"), Ok(Budget { tokens, micro_dollars: money }));
        for text in ["", "5", "5eur", "-1usd", "usd", "tokens", "1.5tokens", "1usd,"] {
            assert!(Budget::read(text).is_err_and(|reason| reason.contains("0.50usd")), "{text}");
        }
    }

    #[test]
    fn every_letter_of_another_script_counts_more_than_an_ascii_one() {
        assert_eq!((most_tokens("abcd"), most_tokens("茶"), most_tokens("")), (2, 3, 0));
    }
}
