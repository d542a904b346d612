//! `wares plan`: what a run would take, before it runs.

use indicatif::HumanBytes;
use serde_json::json;
use wares::quote::{self, ModelQuote, Quote};

use super::model::described;
use crate::args::{DesignBy, PlanArgs, PlanCommand, RowsBy};

pub(crate) fn run(args: &PlanArgs) -> anyhow::Result<()> {
    let (tables, model) = match &args.command {
        PlanCommand::Shop(source) => {
            let (_, checked, notes) = source.template()?;
            super::note(notes);
            (Some(quote::tables(&checked, None)?), None)
        }
        PlanCommand::Products(source) => {
            let (template, checked, table, notes) = source.template()?;
            super::note(notes);
            let model = match source.by {
                RowsBy::Engine => None,
                RowsBy::Llm => Some(quote::texts(&template, &checked, source.model.model.as_deref())?),
            };
            (Some(quote::tables(&checked, Some(&table))?), model)
        }
        PlanCommand::Template(design) => {
            let model = match design.by {
                DesignBy::Pack => None,
                DesignBy::Llm => Some(design.quote(design.domain()?)?),
            };
            (None, model)
        }
    };
    let text = if args.json { format!("{:#}\n", json!({ "tables": tables, "model": model })) } else { words(tables.as_ref(), model.as_ref()) };
    super::print(text.as_bytes())
}

fn words(tables: Option<&Quote>, model: Option<&ModelQuote>) -> String {
    let mut text = String::new();
    if let Some(quote) = tables {
        let width = quote.tables.iter().map(|table| table.table.len()).max().unwrap_or(0).max(5);
        for table in &quote.tables {
            let most = table.unique_capacity.map_or_else(|| "no bound".to_owned(), |most| format!("at most {most}"));
            text += &format!("{:width$}  {:>14} rows  {:>11}  {most}\n", table.table, table.rows, HumanBytes(table.bytes).to_string());
        }
        let seconds = quote.milliseconds.div_ceil(1_000);
        text += &format!("{:width$}  {:>14} rows  {:>11}  about {seconds} s on one thread\n", "all", quote.rows, HumanBytes(quote.bytes).to_string());
    }
    match model {
        None => text += "no language model is asked, and nothing costs anything\n",
        Some(quote) => {
            text += &format!("{}\n", described(quote));
            text += &format!("set aside by a budget for these calls: at most {} tokens\n", quote.work.tokens_most);
            if let Some(day) = &quote.prices_as_of {
                text += &format!("prices are the list prices of {day}; answers in the cache cost nothing\n");
            }
            if let Some(reason) = &quote.confirm {
                text += &format!("a person is asked first, for {reason}; `--yes` or `--budget` goes on without\n");
            }
        }
    }
    text
}
