//! What tokens cost: the list prices of `prices.json`, with the day they were noted. Whole micro-dollars, never binary fractions.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use crate::{Config, Usage};

/// Micro-dollars per million tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Price {
    /// Of a question.
    pub prompt: u64,
    /// Of an answer.
    pub completion: u64,
}

impl Price {
    /// What so many tokens cost, in micro-dollars, rounded up.
    pub fn of(self, prompt_tokens: u64, completion_tokens: u64) -> u64 {
        let parts = u128::from(prompt_tokens) * u128::from(self.prompt) + u128::from(completion_tokens) * u128::from(self.completion);
        u64::try_from(parts.div_ceil(1_000_000)).unwrap_or(u64::MAX)
    }

    /// What a usage cost, in micro-dollars, rounded up.
    pub fn of_usage(self, usage: Usage) -> u64 {
        self.of(usage.prompt_tokens, usage.completion_tokens)
    }
}

/// The list of prices.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prices {
    /// The day they were noted: `2025-11-30`.
    pub as_of: String,
    /// What they are, for people.
    pub note: String,
    models: BTreeMap<String, Price>,
}

static PRICES: LazyLock<Prices> = LazyLock::new(|| serde_json::from_str(include_str!("prices.json")).expect("a test reads the same text"));

impl Prices {
    /// The list that is built in.
    pub fn built_in() -> &'static Self {
        &PRICES
    }

    /// The price of a model by its name, or by its name with a date behind (`gpt-4o-mini-2024-07-18`); none when it is not listed.
    pub fn of(&self, model: &str) -> Option<Price> {
        let dated = |name: &str| {
            let rest = model.strip_prefix(name)?;
            let date = rest.strip_prefix(['-', '@']).unwrap_or_default();
            (rest.is_empty() || (date.len() >= 4 && date.chars().all(|letter| letter.is_ascii_digit() || letter == '-'))).then_some(())
        };
        self.models.iter().find(|(name, _)| dated(name).is_some()).map(|(_, price)| *price)
    }

    /// The price at which a configured model answers; none at an address that is not the provider's own, where list prices do not hold.
    pub fn at(&self, config: &Config) -> Option<Price> {
        if config.is_home() { self.of(&config.model) } else { None }
    }
}

/// Micro-dollars for people: `$0.0042`, at least two digits of cents.
pub fn dollars(micro_dollars: u64) -> String {
    let digits = format!("{:06}", micro_dollars % 1_000_000);
    let kept = digits.trim_end_matches('0').len().max(2);
    format!("${}.{}", micro_dollars / 1_000_000, &digits[..kept])
}

/// Dollars as typed (`0.25`, `$3`), in micro-dollars.
///
/// # Errors
/// In words, when it is no amount or has more than six decimals.
pub fn micro_dollars(text: &str) -> Result<u64, String> {
    let wrong = || format!("`{text}` is no amount of dollars; write it as `0.25`");
    let amount = text.trim().trim_start_matches('$');
    let (whole, parts) = amount.split_once('.').unwrap_or((amount, ""));
    let digits = |part: &str| part.chars().all(|letter| letter.is_ascii_digit());
    if (whole.is_empty() && parts.is_empty()) || parts.len() > 6 || !digits(whole) || !digits(parts) {
        return Err(wrong());
    }
    format!("{whole}{parts:0<6}").parse().map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Provider;

    #[test]
    fn the_price_of_a_model_is_found_with_and_without_a_date_and_never_by_a_mere_prefix() {
        let prices = Prices::built_in();
        let mini = prices.of("gpt-4o-mini").unwrap();
        assert_eq!(mini, Price { prompt: 150_000, completion: 600_000 });
        assert_eq!(prices.of("gpt-4o-mini-2024-07-18"), Some(mini));
        assert_eq!(prices.of("gpt-4o-mini-audio"), None);
        assert_eq!(prices.of("local"), None);
        assert_eq!(prices.as_of.len(), 10);
    }

    #[test]
    fn a_server_of_ones_own_has_no_price() {
        let config = |url: &str| Config::new(Provider::OpenAi, "gpt-4o-mini", url, "k").unwrap();
        assert!(Prices::built_in().at(&config("https://api.openai.com/v1")).is_some());
        assert!(Prices::built_in().at(&config("http://127.0.0.1:1/v1")).is_none());
    }

    #[test]
    fn money_is_whole_micro_dollars_rounded_up() {
        let price = Price { prompt: 150_000, completion: 600_000 };
        assert_eq!(price.of(1_000_000, 1_000_000), 750_000);
        assert_eq!(price.of(1, 0), 1);
        assert_eq!(Price { prompt: 3_000_000, ..price }.of(u64::MAX, 1), u64::MAX);
    }

    #[test]
    fn dollars_are_read_and_written() {
        for (text, micro) in [("0.25", 250_000), ("$3", 3_000_000), (".000001", 1), ("12.5", 12_500_000)] {
            assert_eq!(micro_dollars(text), Ok(micro), "{text}");
        }
        for text in ["", "-1", "1,5", "0.0000001", "99999999999999999999", "1e3", "$"] {
            assert!(micro_dollars(text).is_err(), "{text}");
        }
        assert_eq!([dollars(0), dollars(4_200), dollars(12_500_000)], ["$0.00", "$0.0042", "$12.50"]);
    }
}
