//! `wares list` and `wares completions`.

use clap::ValueEnum;

#[derive(clap::Args)]
pub(crate) struct ListArgs {
    /// What to list.
    #[arg(value_enum)]
    pub(crate) what: Listed,
}

/// What can be listed.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Listed {
    /// Catalog packs: what a shop can sell.
    Packs,
    /// Region packs: where customers can live.
    Regions,
    /// Column kinds: how a column can be filled.
    Kinds,
    /// Licences of the data that is built in.
    Licenses,
}

#[derive(clap::Args)]
pub(crate) struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}
