//! How many threads a model inside the program has.
//!
//! candle reads the number from the environment, once, and counts every core unless it is told otherwise. A program cannot change its own
//! environment safely; so it starts itself once more, in its own place, when a file of weights is named and the user has not chosen.

use std::{
    env,
    os::unix::process::CommandExt,
    process::{Command, ExitCode},
};

use wares::local;

/// Goes on when the number is set or no model from a file is asked for; else this call only returns when the new start fails.
pub(crate) fn settle() -> Result<(), ExitCode> {
    let named = env::args().skip(1).chain(env::var("WARES_LLM_MODEL")).any(|argument| argument.ends_with(".gguf"));
    if !named || env::var_os(local::THREADS_VARIABLE).is_some() {
        return Ok(());
    }
    let Ok(program) = env::current_exe() else { return Ok(()) };
    let error = Command::new(program).args(env::args_os().skip(1)).env(local::THREADS_VARIABLE, local::default_threads().to_string()).exec();
    eprintln!("error: cannot start again with fewer threads: {error}");
    Err(ExitCode::FAILURE)
}
