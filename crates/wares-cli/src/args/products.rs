//! `wares products`.

use std::{collections::BTreeMap, path::PathBuf};

use wares::{
    Error,
    model::{Checked, Place, Problem, Recipe, Template, trade},
};

use clap::ValueEnum;

use super::{ModelArgs, RunArgs, current_day, read};

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
    /// The template meant, its checked form, the name of the products table, and what was decided for the user.
    pub(crate) fn template(&self) -> anyhow::Result<(Template, Checked, String, Vec<String>)> {
        let subject = self.template.as_deref().or(self.domain.as_deref()).unwrap_or_default().to_owned();
        let (mut template, mut notes) = match &self.template {
            Some(file) => (wares::load(&read(file)?, file)?, Vec::new()),
            None => wares::products::template(&subject, self.variant.as_deref(), None, self.rows)?,
        };
        template.seed = self.seed.unwrap_or(template.seed);
        let Some(table) = template.tables.iter_mut().find(|table| table.recipe == Some(Recipe::Products)) else {
            let problem = Problem::new(Place::root().field("tables"), "no table has the recipe `products`");
            return Err(Error::Input { subject, problems: vec![problem] }.into());
        };
        table.rows = Some(self.rows);
        if let Some(variants) = &self.variants {
            table.variants = variants.0.clone();
            let columns = table.columns.get_or_insert_with(|| wares::model::defaults::columns(Recipe::Products, self.rows, &trade::Trade::default()));
            if !columns.iter().any(|column| column.name == "parentCode") {
                columns.insert(1.min(columns.len()), wares::products::parent_code());
            }
        }
        let name = table.name.clone();
        let today = template.today.map_or_else(current_day, Ok)?;
        template.today = Some(today);
        let checked = wares::checked(&template, &subject, today)?;
        notes.extend(checked.notes.iter().map(ToString::to_string));
        Ok((template, checked, name, notes))
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
