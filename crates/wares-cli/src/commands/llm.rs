//! `wares llm status`: what is configured, what it costs, whether it answers.

use wares::llm::{self, Prices, Status, prices::dollars};

use crate::args::{LlmArgs, LlmCommand, LlmStatusArgs};

pub(crate) fn run(args: &LlmArgs) -> anyhow::Result<()> {
    match &args.command {
        LlmCommand::Status(status) => self::status(status),
    }
}

fn status(args: &LlmStatusArgs) -> anyhow::Result<()> {
    let status = llm::status(args.model.as_deref())?;
    super::print(described(&status).as_bytes())?;
    if args.no_call {
        return Ok(());
    }
    let trial = llm::trial(args.model.as_deref())?;
    let usage = trial.usage;
    let text = format!(
        "answers    yes, in {}.{:01} s ({} calls, {} + {} tokens)\nschema     {}\n",
        trial.elapsed.as_secs(),
        trial.elapsed.subsec_millis() / 100,
        usage.calls,
        usage.prompt_tokens,
        usage.completion_tokens,
        trial.form.name()
    );
    super::print(text.as_bytes())
}

fn described(status: &Status) -> String {
    let key = match (status.key_present, status.is_home) {
        (true, _) => "present",
        (false, true) => "none",
        (false, false) => "none (a server of your own needs none)",
    };
    let cache = status
        .cache_folder
        .as_ref()
        .map_or_else(|| "none".to_owned(), |folder| format!("{} ({} answers, {} bytes)", folder.display(), status.cached.0, status.cached.1));
    let price = status.price.map_or_else(
        || "not known; give budgets in tokens".to_owned(),
        |price| {
            let as_of = &Prices::built_in().as_of;
            format!("{} a million tokens asked, {} answered (list price of {as_of})", dollars(price.prompt), dollars(price.completion))
        },
    );
    format!(
        "provider   {}\nmodel      {}\nbase URL   {}\nkey        {key}\ncache      {cache}\nprice      {price}\n",
        status.provider, status.model, status.base_url
    )
}
