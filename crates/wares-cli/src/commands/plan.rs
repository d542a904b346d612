//! `wares plan`: what a run would take, before it runs.

use indicatif::HumanBytes;
use serde_json::json;
use wares::{
    estimate::{Estimate, estimate},
    job::{Job, Prepared},
    quote::{self, ModelQuote},
};

use super::model::described;
use crate::args::{DesignBy, PlanArgs, PlanCommand, RowsBy};

/// The tables, and the most rows of each that can be told apart.
struct Tables {
    estimate: Estimate,
    capacities: Vec<Option<u64>>,
}

impl Tables {
    fn of(prepared: &Prepared) -> anyhow::Result<Self> {
        let capacities = prepared.tables.iter().map(|table| quote::capacity(&prepared.checked, table)).collect();
        Ok(Self { estimate: estimate(prepared)?, capacities })
    }
}

pub(crate) fn run(args: &PlanArgs) -> anyhow::Result<()> {
    let (tables, model) = match &args.command {
        PlanCommand::Shop(source) => by_engine(&source.job())?,
        PlanCommand::Customers(source) => by_engine(&source.job())?,
        PlanCommand::Orders(source) => by_engine(&source.job())?,
        PlanCommand::OrderDetails(source) => by_engine(&source.job())?,
        PlanCommand::Products(source) => {
            let prepared = super::prepare(&source.job())?;
            let model = match source.by {
                RowsBy::Engine => None,
                RowsBy::Llm => Some(quote::texts(&prepared.template, &prepared.checked, source.model.model.as_deref())?),
            };
            (Some(Tables::of(&prepared)?), model)
        }
        PlanCommand::Template(design) => {
            let model = match design.by {
                DesignBy::Pack => None,
                DesignBy::Llm => Some(design.quote(design.domain()?)?),
            };
            (None, model)
        }
    };
    let text = if args.json {
        let tables = tables.as_ref().map(|tables| json!({"estimate": tables.estimate, "uniqueCapacity": tables.capacities}));
        format!("{:#}\n", json!({ "tables": tables, "model": model }))
    } else {
        words(tables.as_ref(), model.as_ref())
    };
    super::print(text.as_bytes())
}

/// What the engine alone would make.
fn by_engine(job: &Job) -> anyhow::Result<(Option<Tables>, Option<ModelQuote>)> {
    Ok((Some(Tables::of(&super::prepare(job)?)?), None))
}

fn words(tables: Option<&Tables>, model: Option<&ModelQuote>) -> String {
    let mut text = String::new();
    if let Some(Tables { estimate, capacities }) = tables {
        let width = estimate.tables.iter().map(|table| table.name.len()).max().unwrap_or(0);
        for (table, most) in estimate.tables.iter().zip(capacities) {
            let most = most.map_or_else(|| "no bound".to_owned(), |most| format!("at most {most} rows"));
            text += &format!("{:width$}  {:>14} rows  {:>11}  {most}\n", table.name, table.rows, HumanBytes(table.bytes).to_string());
        }
        text += &format!("about {} s on one thread\n", estimate.seconds);
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
