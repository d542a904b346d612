//! Errors for people: all problems, each with its place, then what to do.

use std::{
    io::{self, Write},
    process::ExitCode,
};

use wares::{Error, llm::ModelError};

/// Prints an error to standard error and says how to exit.
pub(crate) fn report(error: &anyhow::Error) -> ExitCode {
    say(&text(error));
    let input = error.downcast_ref::<Error>().is_some_and(Error::is_input);
    #[cfg(feature = "serve")]
    let input = input || error.downcast_ref::<wares_server::StartError>().is_some_and(wares_server::StartError::is_input);
    if input { ExitCode::from(2) } else { ExitCode::FAILURE }
}

/// Tells people something. That nobody listens any more is no reason to stop.
pub(crate) fn say(text: &str) {
    let _closed = io::stderr().lock().write_all(text.as_bytes());
}

fn text(error: &anyhow::Error) -> String {
    let mut text = format!("error: {error}\n");
    for cause in error.chain().skip(1).filter(|_| error.downcast_ref::<Error>().is_none()) {
        text.push_str(&format!("  because {cause}\n"));
    }
    if let Some(Error::Input { problems, .. }) = error.downcast_ref() {
        for problem in problems {
            text.push_str(&format!("  {problem}\n"));
        }
        let mut hints: Vec<&str> = problems.iter().filter_map(|problem| problem.hint.as_deref()).collect();
        hints.dedup();
        if !hints.is_empty() {
            text.push('\n');
        }
        for hint in hints {
            text.push_str(&format!("hint: {hint}\n"));
        }
    }
    if let Some(Error::Plan(plan)) = error.downcast_ref()
        && let Some(hint) = plan.hint()
    {
        text.push_str(&format!("\nhint: {hint}\n"));
    }
    if let Some(Error::Unfinished { partial, .. }) = error.downcast_ref() {
        text.push_str(&format!(
            "\nhint: what was made stands in {}; the same command goes on from there and pays for nothing twice\n",
            partial.display()
        ));
    }
    if let Some(Error::Model(ModelError::NotConfigured)) = error.downcast_ref() {
        text.push_str("\nhint: set OPENAI_API_KEY, ANTHROPIC_API_KEY or GEMINI_API_KEY, or OPENAI_BASE_URL for a server of your own; without a model the built-in packs do the work\n");
    }
    text
}
