//! `wares products`.

use std::{collections::BTreeMap, path::PathBuf};

use clap::ValueEnum;
use wares::{
    job::{Job, Products, TemplateSource, Writer},
    model::{Day, weighted::TextOr},
};

use super::{ModelArgs, RunArgs};

/// Who writes the rows.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RowsBy {
    /// The engine: any number of rows, at no cost.
    Engine,
    /// A language model writes names and descriptions, all else is the engine's: for small tables.
    Llm,
}

/// Which products, and how many.
#[derive(clap::Args)]
pub(crate) struct ProductsSource {
    /// What the shop sells, in words.
    #[arg(value_name = "DOMAIN", required_unless_present = "template", conflicts_with = "template")]
    domain: Option<String>,
    /// A narrower kind: values of attributes (`women's`, `organic`), kinds of product, `premium` or `budget`.
    #[arg(long, value_name = "V", conflicts_with = "template")]
    variant: Option<String>,
    /// A template file with a products table (.json, .yaml).
    #[arg(long, value_name = "FILE")]
    template: Option<String>,
    /// Make each product in several variants, a row each: attributes, with how many values each takes (`color=2,size=4`).
    #[arg(long, value_name = "A=N[,B=N]", value_parser = variants)]
    variants: Option<Variants>,
    /// How many products.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    rows: u64,
    /// Who writes names and descriptions: the engine, or a language model (see `wares llm status`).
    #[arg(long, value_enum, default_value_t = RowsBy::Engine)]
    pub(crate) by: RowsBy,
    #[command(flatten)]
    pub(crate) model: ModelArgs,
    /// The number from which every draw follows [default: the template's, 42].
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
    /// The day after which nothing happens [default: the template's, or the current day].
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Day>,
}

#[derive(clap::Args)]
pub(crate) struct ProductsArgs {
    #[command(flatten)]
    pub(crate) source: ProductsSource,
    /// The file to write to; `-` is standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    #[command(flatten)]
    pub(crate) run: RunArgs,
}

impl ProductsSource {
    /// What is meant.
    pub(crate) fn job(&self) -> Job {
        let budget = self.model.budget.unwrap_or_default();
        Job::Products(Products {
            domain: self.domain.clone(),
            variant: self.variant.clone(),
            template: self.template.clone().map(|file| TextOr(TemplateSource::Named(file))),
            variants: self.variants.clone().map(|variants| variants.0).unwrap_or_default(),
            rows: self.rows,
            by: match self.by {
                RowsBy::Engine => Writer::Engine,
                RowsBy::Llm => Writer::Llm,
            },
            most_tokens: budget.tokens,
            most_micro_dollars: budget.micro_dollars,
            seed: self.seed,
            today: self.today,
        })
    }
}

/// Attributes with numbers of values, as typed.
#[derive(Debug, Clone)]
struct Variants(BTreeMap<String, u8>);

fn variants(text: &str) -> Result<Variants, String> {
    let read = |part: &str| {
        let (name, count) = part.split_once('=').ok_or_else(|| "write it as `color=2,size=4`".to_owned())?;
        let count = count.trim().parse::<u8>().map_err(|_| format!("`{count}` is not a number from 1 to 64"))?;
        Ok((name.trim().to_owned(), count))
    };
    text.split(',').map(read).collect::<Result<_, String>>().map(Variants)
}
