//! What a run may use: tokens and money; and the most that a call can take.

use crate::Request;

/// The limits of a run; none means no limit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Budget {
    /// Tokens of questions and answers together.
    pub tokens: Option<u64>,
    /// Micro-dollars; refuses every call of a model without a known price.
    pub micro_dollars: Option<u64>,
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
    fn every_letter_of_another_script_counts_more_than_an_ascii_one() {
        assert_eq!((most_tokens("abcd"), most_tokens("茶"), most_tokens("")), (2, 3, 0));
    }
}
