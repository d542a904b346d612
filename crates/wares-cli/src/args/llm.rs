//! `wares llm` and its subcommands.

use clap::Subcommand;

#[derive(clap::Args)]
pub(crate) struct LlmArgs {
    #[command(subcommand)]
    pub(crate) command: LlmCommand,
}

#[derive(Subcommand)]
pub(crate) enum LlmCommand {
    /// Say what is configured, what it costs, and whether it answers a small question.
    #[command(
        after_help = "Examples:\n  OPENAI_API_KEY=... wares llm status\n  OPENAI_BASE_URL=http://127.0.0.1:8092/v1 wares llm status --model qwen2.5-coder\n\nRead from the environment: OPENAI_API_KEY, OPENAI_BASE_URL, ANTHROPIC_API_KEY, GEMINI_API_KEY, WARES_LLM_MODEL, WARES_CACHE_DIR"
    )]
    Status(LlmStatusArgs),
}

#[derive(clap::Args)]
pub(crate) struct LlmStatusArgs {
    /// The model [default: WARES_LLM_MODEL, or the usual one of the provider].
    #[arg(long, value_name = "NAME")]
    pub(crate) model: Option<String>,
    /// Ask nothing.
    #[arg(long)]
    pub(crate) no_call: bool,
}
