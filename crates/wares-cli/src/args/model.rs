//! Which language model is asked, and what it may take: the same for every verb that asks one.

use wares::llm::{Wanted, budget::Budget};

/// Which language model is asked, and what it may take.
#[derive(clap::Args)]
pub(crate) struct ModelArgs {
    /// The language model [default: `WARES_LLM_MODEL`, or the usual one of the provider]; a FILE.gguf runs inside a build with `local-llm`.
    #[arg(long, value_name = "NAME")]
    pub(crate) model: Option<String>,
    /// The model stops before it takes more: `0.50usd`, `20000tokens`, or both by a comma.
    #[arg(long, value_name = "LIMIT", value_parser = Budget::read)]
    pub(crate) budget: Option<Budget>,
    /// Ask the model whatever it costs.
    #[arg(long)]
    pub(crate) yes: bool,
}

impl ModelArgs {
    /// The same for the facade.
    pub(crate) fn wanted(&self) -> Wanted {
        Wanted { name: self.model.clone(), budget: self.budget.unwrap_or_default(), uncached: false }
    }
}
