//! Asks a person before a model is asked for much, and opens it.

use std::io::{self, BufRead, IsTerminal, Write};

use wares::{
    Error,
    llm::{self, Model, prices::dollars},
    model::{Place, Problem},
    quote::ModelQuote,
};

use crate::args::ModelArgs;

/// The model, when it may be asked for this much.
///
/// # Errors
/// [`Error::Input`] when a person should agree and does not, or none is there.
pub(crate) fn open(quote: &ModelQuote, args: &ModelArgs) -> anyhow::Result<Box<dyn Model>> {
    // A budget is an agreement: nothing beyond it is ever spent.
    if let Some(reason) = quote.confirm.as_ref().filter(|_| !args.yes && args.budget.is_none()) {
        agree(reason, quote)?;
    }
    super::note([described(quote)]);
    Ok(llm::open(&args.wanted())?)
}

/// What a model would take, in one line.
pub(crate) fn described(quote: &ModelQuote) -> String {
    let work = quote.work;
    let cost = quote.micro_dollars.map_or_else(String::new, |cost| format!(", about {}", dollars(cost)));
    let calls = if work.calls == 1 { "1 call".to_owned() } else { format!("{} calls", work.calls) };
    format!("`{}` will take about {calls}, {} + {} tokens{cost}, {}", quote.model, work.prompt_tokens, work.completion_tokens, lasting(quote.seconds))
}

/// A time in words.
fn lasting(seconds: u64) -> String {
    match seconds {
        0..=119 => format!("{seconds} s"),
        120..=7_199 => format!("{} minutes", seconds.div_ceil(60)),
        _ => format!("{} hours", seconds.div_ceil(3_600)),
    }
}

fn agree(reason: &str, quote: &ModelQuote) -> anyhow::Result<()> {
    let refuse = |hint: &str| {
        let problem = Problem::new(Place::root(), reason.to_owned()).hint(hint.to_owned());
        Error::Input { subject: format!("--model {}", quote.model), problems: vec![problem] }
    };
    if !io::stdin().is_terminal() || !io::stderr().is_terminal() {
        return Err(refuse("give `--yes` to go on, or a limit such as `--budget 0.50usd` or `--budget 200000tokens`").into());
    }
    eprint!("{}: {reason}. Go on? [y/N] ", described(quote));
    io::stderr().flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    if answer.trim().eq_ignore_ascii_case("y") || answer.trim().eq_ignore_ascii_case("yes") {
        Ok(())
    } else {
        Err(refuse("nothing was asked").into())
    }
}
