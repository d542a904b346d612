//! `wares template` and its subcommands.

use std::path::PathBuf;

use anyhow::Context;
use clap::{Subcommand, ValueEnum};
use wares::{Error, quote::ModelQuote};

use super::ModelArgs;

/// Who designs a template.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DesignBy {
    /// The built-in packs; needs no network.
    Pack,
    /// A language model, once; the rows are made without it.
    Llm,
}

/// Of what a template is made, and by whom.
#[derive(clap::Args)]
pub(crate) struct DesignArgs {
    /// What the shop sells, in words.
    #[arg(value_name = "DOMAIN")]
    pub(crate) domain: Option<String>,
    /// A narrower kind: values of attributes (`women's`, `organic`), kinds of product, `premium` or `budget`.
    #[arg(long, value_name = "V")]
    pub(crate) variant: Option<String>,
    /// Who designs it: the built-in packs, or a language model (see `wares llm status`).
    #[arg(long, value_enum, default_value_t = DesignBy::Pack)]
    pub(crate) by: DesignBy,
    #[command(flatten)]
    pub(crate) model: ModelArgs,
    /// Columns wanted beyond the usual ones, by comma or `;`: `vintage as integer, shelf life in days; grape: merlot, syrah`.
    #[arg(long, value_name = "WORDS")]
    pub(crate) require: Option<String>,
    /// Rows of the products table.
    #[arg(long, value_name = "N", default_value_t = 500, value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) rows: u64,
}

impl DesignArgs {
    /// What the shop sells.
    pub(crate) fn domain(&self) -> anyhow::Result<&str> {
        self.domain.as_deref().context("say what the shop sells, such as `wares template wine`, or `wares template check FILE`")
    }

    /// What the model would take.
    pub(crate) fn quote(&self, domain: &str) -> Result<ModelQuote, Error> {
        wares::quote::design(domain, self.variant.as_deref(), self.require.as_deref(), &[], self.rows, self.model.model.as_deref())
    }
}

#[derive(clap::Args)]
pub(crate) struct TemplateArgs {
    #[command(flatten)]
    pub(crate) design: DesignArgs,
    /// The file to write to; `-` is standard output.
    #[arg(long, value_name = "FILE", default_value = "-")]
    pub(crate) out: PathBuf,
    /// Replace the file.
    #[arg(long)]
    pub(crate) overwrite: bool,
    #[command(subcommand)]
    pub(crate) command: Option<TemplateCommand>,
}

#[derive(Subcommand)]
pub(crate) enum TemplateCommand {
    /// Say everything that is wrong with a template or a catalog pack, or that nothing is.
    #[command(after_help = "Example:\n  wares template check spring.json")]
    Check {
        /// The file, JSON or YAML.
        file: PathBuf,
    },
    /// Change a template by instructions in plain words.
    #[command(
        after_help = "Examples:\n  wares template refine shoes.json \"add the heel drop in mm; drop rating; rename MSRP to price\" --out shoes.json --overwrite\n  wares template refine wine.json \"restrict farming to organic; price from 8 to 40; 200 rows\" --out -\n\nWhat can be said: add NAME [as TYPE] [in UNIT] [from A to B] [with values A, B]; drop NAME; hide NAME; show NAME; rename NAME to NEW;\nmake NAME a TYPE; restrict NAME to A, B; NAME from A to B; move NAME first|last|before OTHER|after OTHER; leave N % of NAME empty; N rows"
    )]
    Refine(RefineArgs),
}

#[derive(clap::Args)]
pub(crate) struct RefineArgs {
    /// The template, JSON or YAML.
    pub(crate) file: String,
    /// What to change, in words; several instructions are parted by `;`.
    pub(crate) instructions: String,
    /// Who understands the words: the built-in grammar, or a language model that takes any words.
    #[arg(long, value_enum, default_value_t = DesignBy::Pack)]
    pub(crate) by: DesignBy,
    #[command(flatten)]
    pub(crate) model: ModelArgs,
    /// The file to write to; `-` is standard output.
    #[arg(long, value_name = "FILE", default_value = "-")]
    pub(crate) out: PathBuf,
    /// Replace the file.
    #[arg(long)]
    pub(crate) overwrite: bool,
}
