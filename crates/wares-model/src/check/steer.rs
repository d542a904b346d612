//! Sample values of the product's own facts and attributes change the catalog, so that names, prices and descriptions go with them.
//!
//! In: the samples of one column and the catalog. Out: the catalog as the samples want it, or why they cannot steer it.

use serde_json::Value;

use super::samples;
use crate::{
    column::{Fill, ProductFact},
    decimal::Decimal,
    pack::{catalog::Catalog, lint::lint, narrow},
};

/// What samples do to a catalog.
pub(super) enum Steered {
    /// They change it (or leave it), and the column keeps its fill.
    Catalog(Box<Catalog>),
    /// They say nothing that the catalog could follow, and the column keeps its fill: why.
    Kept(&'static str),
    /// The column is filled from the samples alone: why.
    Alone(String),
}

/// Steers a catalog by the samples of a column with this fill; nothing where the fill is none of the catalog's.
pub(super) fn steer(catalog: &Catalog, fill: &Fill, samples: &[Value]) -> Option<Steered> {
    let texts: Vec<String> = samples.iter().filter_map(|sample| samples::text(sample).ok()).collect();
    let mut changed = catalog.clone();
    let outcome = match fill {
        Fill::Attribute(name) => attribute(&mut changed, name, samples, &texts),
        Fill::Product(ProductFact::ListPrice) => prices(&mut changed, samples),
        Fill::Product(ProductFact::Stock) => stock(&mut changed, samples),
        Fill::Product(ProductFact::WeightGrams) => weights(&mut changed, samples),
        Fill::Product(ProductFact::Vendor) => {
            narrow::name_brands(&mut changed, &texts);
            Ok(())
        }
        Fill::Product(ProductFact::Line) => lines(&mut changed, &texts),
        Fill::Product(ProductFact::Name | ProductFact::Description) => {
            return Some(Steered::Kept("the catalog makes names and descriptions; their samples steer a language model only (`--by llm`)"));
        }
        Fill::Product(ProductFact::Scale) => {
            let scale = catalog.scale.clone();
            attribute(&mut changed, &scale, samples, &texts)
        }
        _ => return None,
    };
    Some(match outcome {
        Ok(()) => match lint(&changed).into_iter().next() {
            None => Steered::Catalog(Box::new(changed)),
            Some(problem) => Steered::Alone(format!("the catalog cannot follow these samples ({problem})")),
        },
        Err(why) => Steered::Alone(why),
    })
}

fn attribute(catalog: &mut Catalog, name: &str, samples: &[Value], texts: &[String]) -> Result<(), String> {
    if narrow::is_number(catalog, name) {
        let numbers: Vec<i64> = samples.iter().filter_map(Value::as_i64).collect();
        return match (numbers.iter().min(), numbers.iter().max()) {
            (Some(low), Some(high)) if numbers.len() == samples.len() => {
                narrow::set_numbers(catalog, name, *low, *high);
                Ok(())
            }
            _ => Err(format!("the attribute `{name}` is a whole number in the catalog, and the samples are none")),
        };
    }
    let known = narrow::values(catalog, name);
    if texts.iter().all(|text| known.contains(text)) {
        if texts.len() < known.len() {
            narrow::keep_values(catalog, name, texts);
        }
    } else {
        narrow::set_values(catalog, name, texts);
    }
    Ok(())
}

/// Prices of all kinds move into the range of the samples.
fn prices(catalog: &mut Catalog, samples: &[Value]) -> Result<(), String> {
    let minor = |sample: &Value| serde_json::from_value::<Decimal>(sample.clone()).ok()?.at_scale(2);
    let amounts: Option<Vec<i64>> = samples.iter().map(minor).collect();
    let amounts = amounts.ok_or("samples of a price are numbers with at most two decimals")?;
    if let (Some(low), Some(high)) = (amounts.iter().min(), amounts.iter().max()) {
        narrow::price_within(catalog, *low, *high);
    }
    Ok(())
}

/// The least and the most of samples that are whole numbers of 0 or more; none where there are no samples.
fn range(samples: &[Value], must_be: &str) -> Result<Option<(u32, u32)>, String> {
    let number = |sample: &Value| sample.as_u64().and_then(|number| u32::try_from(number).ok());
    let numbers: Option<Vec<u32>> = samples.iter().map(number).collect();
    let numbers = numbers.ok_or(must_be)?;
    Ok(numbers.iter().min().copied().zip(numbers.iter().max().copied()))
}

fn weights(catalog: &mut Catalog, samples: &[Value]) -> Result<(), String> {
    if let Some((low, high)) = range(samples, "samples of a weight are whole numbers of grams")? {
        narrow::weigh_within(catalog, low, high);
    }
    Ok(())
}

fn stock(catalog: &mut Catalog, samples: &[Value]) -> Result<(), String> {
    if let Some((low, high)) = range(samples, "samples of a stock are whole numbers of 0 or more")? {
        for kind in &mut catalog.kinds {
            (kind.stock.low, kind.stock.high) = (low, high);
        }
    }
    Ok(())
}

fn lines(catalog: &mut Catalog, texts: &[String]) -> Result<(), String> {
    let unknown: Vec<&String> = texts.iter().filter(|text| !catalog.kinds.iter().any(|kind| kind.line == **text || kind.name == **text)).collect();
    if !unknown.is_empty() {
        return Err(format!("the catalog has no category {}", super::list(unknown.iter().map(|text| text.as_str()))));
    }
    narrow::keep_kinds(catalog, &|kind| texts.contains(&kind.line) || texts.contains(&kind.name))
        .map(|_| ())
        .ok_or_else(|| "the catalog does not hold together with these categories alone".to_owned())
}
