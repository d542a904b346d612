//! What a model would be asked before it is asked: calls, tokens, money and time; and how many rows can be told apart. Asks nobody and writes nothing.
//!
//! Start at [`design`] and [`texts`]. Elsewhere: rows and bytes of the engine ([`crate::estimate`]).

use serde::Serialize;
use serde_json::Value;
use wares_design::quote::{self as work, Work};
use wares_engine::{Plan, PlanError};
use wares_model::{Checked, Template};

use crate::{
    Error,
    design::wanted,
    llm::{self, Asked},
    products::wishes,
    refine, rows,
};

/// No table is asked for more rows than this when its capacity is looked for.
const MOST_ROWS: u64 = 1_000_000_000_000;
/// What may be spent without being asked: micro-dollars, or tokens where no price is known.
const FREELY: (u64, u64) = (100_000, 100_000);

/// What a model would be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ModelQuote {
    /// The model.
    pub model: String,
    /// Calls and tokens; answers that are in the cache cost nothing of it.
    #[serde(flatten)]
    pub work: Work,
    /// At list prices; none where no price is known.
    pub micro_dollars: Option<u64>,
    /// The day of the list prices.
    pub prices_as_of: Option<String>,
    /// At the speed of a usual provider, or of a small machine where the model is one's own.
    pub seconds: u64,
    /// Whether a person should agree first; the reason in words.
    pub confirm: Option<String>,
}

/// The most rows of a table, where something runs out.
pub fn capacity(checked: &Checked, table: &str) -> Option<u64> {
    let mut more = checked.clone();
    more.tables.iter_mut().filter(|known| known.name == table).for_each(|known| known.rows = MOST_ROWS);
    match Plan::new(&more, Some(table)) {
        Err(PlanError::Capacity { most, .. } | PlanError::Phones { most, .. }) => Some(most),
        _ => None,
    }
}

/// A template by a model; see [`crate::design::template`].
///
/// # Errors
/// [`Error::Model`] when nothing is configured.
pub fn design(
    words: &str,
    variant: Option<&str>,
    require: Option<&str>,
    samples: &[(String, Vec<Value>)],
    rows: u64,
    model: Option<&str>,
) -> Result<ModelQuote, Error> {
    let asked = llm::asked(model)?;
    let wanted = wanted(words, variant, require.map(wishes).unwrap_or_default(), samples, rows);
    Ok(of(work::design(&wanted, asked.small), asked))
}

/// A refinement by a model; see [`crate::refine::refine_by`].
///
/// # Errors
/// [`Error::Model`] when nothing is configured; [`Error::Input`] when the template has no table.
pub fn refinement(template: &Template, words: &str, model: Option<&str>) -> Result<ModelQuote, Error> {
    let asked = llm::asked(model)?;
    Ok(of(work::refinement(&refine::shown(template)?, words), asked))
}

/// Names and descriptions by a model; see [`crate::rows::products`].
///
/// # Errors
/// [`Error::Model`] when nothing is configured; those of the template.
pub fn texts(template: &Template, checked: &Checked, model: Option<&str>) -> Result<ModelQuote, Error> {
    let asked = llm::asked(model)?;
    let (brief, strata, rows) = rows::sample(template, checked, wares_design::rows::BATCH_ROWS as u64)?;
    Ok(of(work::rows(&brief, &strata, rows), asked))
}

fn of(work: Work, asked: Asked) -> ModelQuote {
    let (prompt, completion) = if asked.own { (60, 10) } else { (5_000, 60) };
    let micro_dollars = asked.price.map(|price| price.of(work.prompt_tokens, work.completion_tokens));
    let tokens = work.prompt_tokens + work.completion_tokens;
    let confirm = match micro_dollars {
        _ if asked.own => None,
        Some(cost) => (cost > FREELY.0).then(|| format!("it costs about {}", llm::prices::dollars(cost))),
        None => (tokens > FREELY.1).then(|| format!("it takes about {tokens} tokens, and the price of `{}` is not known", asked.model)),
    };
    ModelQuote {
        seconds: (work.prompt_tokens / prompt + work.completion_tokens / completion).max(1),
        prices_as_of: micro_dollars.map(|_| llm::Prices::built_in().as_of.clone()),
        model: asked.model,
        work,
        micro_dollars,
        confirm,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quoted(calls: u64, price: Option<llm::Price>, own: bool) -> ModelQuote {
        let work = Work { calls, prompt_tokens: 1_000 * calls, completion_tokens: 800 * calls, tokens_most: 9_000 * calls };
        of(work, Asked { model: "m".to_owned(), price, own, small: false })
    }

    #[test]
    fn a_file_of_weights_is_quoted_by_its_small_questions() {
        let of = |file: &str| design("archery", None, None, &[], 1_000, Some(file)).unwrap();
        let quote = of("weights-7b.gguf");
        assert!(quote.work.calls > 50 && quote.confirm.is_none() && quote.micro_dollars.is_none(), "{quote:?}");
        assert_eq!(quote.work, of("weights.gguf").work);
    }

    #[test]
    fn a_person_is_asked_above_ten_cents_or_where_nobody_knows_the_price() {
        let mini = llm::Prices::built_in().of("gpt-4o-mini");
        assert_eq!(quoted(5, mini, false).micro_dollars, Some(3_150));
        assert_eq!(quoted(5, mini, false).confirm, None);
        assert_eq!(quoted(1_000, mini, false).confirm.as_deref(), Some("it costs about $0.63"));
        assert!(quoted(1_000, None, false).confirm.is_some_and(|reason| reason.contains("1800000 tokens")));
        assert_eq!(quoted(1_000, None, true).confirm, None, "one's own machine costs nothing");
    }
}
