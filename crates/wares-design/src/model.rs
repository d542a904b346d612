//! The one door to any language model: a question with a JSON Schema in, a JSON value out.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Anything that answers a question under a schema. Calls block; an implementation that is asynchronous inside waits by itself.
pub trait Model {
    /// The name of the model, as in reports and cache keys: `gpt-4o-mini`.
    fn name(&self) -> &str;

    /// Answers one question.
    ///
    /// # Errors
    /// [`ModelError`]; whatever could be tried again has been tried again before it is returned.
    fn complete(&self, request: &Request) -> Result<Reply, ModelError>;

    /// Whether it is known to be so small that long questions are beyond it.
    fn is_small(&self) -> bool {
        false
    }
}

/// One question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// What the model is to do and how; never holds words of the user.
    pub system: String,
    /// The question, with the user's words as delimited data.
    pub user: String,
    /// Name of the schema: at most 64 letters, digits, `_` and `-`.
    pub schema_name: String,
    /// JSON Schema of the answer, within the subset that strict modes take: every property required, no additional ones, everything bounded.
    pub schema: Value,
    /// The answer has at most so many tokens.
    pub max_tokens: u32,
    /// 0 to 200: hundredths of the sampling temperature.
    pub temperature_percent: u16,
    /// How much words that the answer has had already are held back: hundredths of what OpenAI calls frequency and presence penalty, 0 to 200. Small
    /// models go on with a word for ever without it. Providers that have no such thing do not hear of it.
    #[serde(default, skip_serializing_if = "is_none")]
    pub against_repeats_percent: u16,
    /// For models that can repeat themselves.
    pub seed: u64,
}

/// Whether a model's name says that it has less than four billion weights, as names of open models do: `qwen2.5-coder:1.5b`, `gemma-3-270m-it`.
#[must_use]
pub fn is_named_small(name: &str) -> bool {
    let lower = name.to_lowercase();
    let mut words = lower.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '.');
    words.any(|word| {
        let number = |size: &str| (!size.is_empty() && size.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')).then(|| size.to_owned());
        match (word.strip_suffix('b').and_then(number), word.strip_suffix('m').and_then(number)) {
            (Some(billions), _) => billions.split('.').next().and_then(|whole| whole.parse::<u32>().ok()).is_some_and(|whole| whole < 4),
            (_, Some(millions)) => millions.parse::<u32>().is_ok_and(|millions| (50..4_000).contains(&millions)),
            _ => false,
        }
    })
}

/// Requests without it are cached as they always were.
fn is_none(percent: &u16) -> bool {
    *percent == 0
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// Valid under the request's schema.
    pub value: Value,
    /// What it took.
    pub usage: Usage,
}

/// Tokens of one or more calls.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usage {
    /// Calls that reached a model.
    pub calls: u32,
    /// Answers that came from the cache instead.
    pub cached: u32,
    /// Tokens of the questions.
    pub prompt_tokens: u64,
    /// Tokens of the answers.
    pub completion_tokens: u64,
}

impl std::ops::AddAssign for Usage {
    fn add_assign(&mut self, other: Self) {
        self.calls += other.calls;
        self.cached += other.cached;
        self.prompt_tokens += other.prompt_tokens;
        self.completion_tokens += other.completion_tokens;
    }
}

/// Why there is no answer. No variant ever holds a key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ModelError {
    /// No key, no server: nothing to ask.
    #[error("no language model is configured")]
    NotConfigured,
    /// The provider refuses the key, the model or the request; trying again would not help.
    #[error("`{model}` refuses the request ({status}): {reason}")]
    Refused {
        /// The model asked.
        model: String,
        /// HTTP status.
        status: u16,
        /// The provider's words, shortened and without keys.
        reason: String,
    },
    /// Busy, broken or silent, and so still after all tries.
    #[error("`{model}` did not answer after {tries} tries: {reason}")]
    Unavailable {
        /// The model asked.
        model: String,
        /// How often it was asked.
        tries: u32,
        /// The last reason.
        reason: String,
    },
    /// It answered, but never as the schema wants.
    #[error("`{model}` gave no valid answer in {tries} tries: {reason}")]
    Invalid {
        /// The model asked.
        model: String,
        /// How often it was asked.
        tries: u32,
        /// What is wrong with the last answer.
        reason: String,
    },
    /// The model declines to answer.
    #[error("`{model}` declines: {reason}")]
    Declined {
        /// The model asked.
        model: String,
        /// Its words, shortened.
        reason: String,
    },
    /// The call would go over the budget.
    #[error("the budget is used up: {reason}")]
    Budget {
        /// Which limit, what is used, what the call would take.
        reason: String,
    },
    /// The weights, the cache or the cassette cannot be read or written.
    #[error("{path}: {reason}")]
    File {
        /// The file.
        path: String,
        /// Why.
        reason: String,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_the_size_of_small_models() {
        for small in ["qwen2.5-coder:1.5b", "Qwen2.5-Coder-1.5B-Instruct-Q4_K_M", "gemma-3-270m-it", "llama3.2:3b", "smollm2:135m"] {
            assert!(is_named_small(small), "{small}");
        }
        for large in ["gpt-4o-mini", "claude-3-5-haiku", "gemini-2.5-flash-8b", "llama3.1:70b", "mistral-7b", "phi-4", "local", "o4-mini", "b", ""] {
            assert!(!is_named_small(large), "{large}");
        }
    }
}
