//! Products whose names and descriptions a language model writes; every other column stays the engine's. Start at [`products`].
//!
//! The engine makes the rows as always, and they are the plan: the model is given the kind, brand, price and attributes of each and writes to
//! them. For small tables: tokens grow with the rows, as nowhere else.

mod journal;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::{Arc, atomic::Ordering},
};

use arrow_array::{ArrayRef, RecordBatch, StringArray};
use wares_design::rows::{Brief, Stratum};
pub use wares_design::rows::{Missing, Text};
use wares_engine::Plan;
use wares_model::{
    Checked, Fill, Recipe, TableSchema, Template,
    column::ProductFact,
    place::{Place, Problem},
};
use wares_sinks::csv;

use self::journal::Journal;
use crate::{
    Error,
    llm::{Model, Usage},
    manifest::{Manifest, digest},
    output::{Pending, prepare},
    run::{Made, Progress, folder_of, name_of, with_suffix},
};

/// A model writes at most so many rows: beyond them a design and the engine do better, and cost nothing more.
pub const MOST_ROWS: u64 = 20_000;

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub made: Made,
    /// What this run took; rows of earlier runs cost nothing again.
    pub usage: Usage,
    /// Rows that an earlier run had written.
    pub resumed: u64,
}

/// Makes the products table of a template as a CSV file, with names and descriptions by a model. Beside it stands `FILE.manifest.json`, and while the run
/// lasts `FILE.journal.jsonl`: the same call after an interruption goes on from there.
///
/// # Errors
/// [`Error::Input`], [`Error::Plan`] and [`Error::Unwritable`] before the model is asked; [`Error::Unfinished`] when rows are missing at the
/// end, which lie in no file of the final name: what was made stands in `FILE.partial.csv`, and the journal stays.
pub fn products(
    template: &Template,
    checked: &Checked,
    out: &Path,
    overwrite: bool,
    model: &dyn Model,
    progress: &Progress,
) -> Result<Written, Error> {
    let work = Work::new(checked)?;
    let (folder, name) = (folder_of(out), name_of(out)?);
    prepare(folder, &[name.clone(), format!("{name}.manifest.json")], overwrite)?;
    let mut journal = Journal::open(&with_suffix(out, ".journal.jsonl"), &format!("{}/{}", digest(template), work.schema.name), overwrite)?;
    let mut texts = std::mem::take(&mut journal.texts);
    let resumed = texts.len() as u64;
    progress.rows_total.store(work.rows, Ordering::Relaxed);
    progress.rows.store(resumed, Ordering::Relaxed);
    let known = texts.clone();
    let strata = work.strata(0..work.rows)?;
    let outcome = wares_design::rows::write(&work.brief(template), &strata, &known, model, |new| {
        journal.add(new)?;
        texts.extend_from_slice(new);
        progress.rows.fetch_add(new.len() as u64, Ordering::Relaxed);
        if progress.cancel.load(Ordering::Relaxed) { Err(Error::Cancelled) } else { Ok(()) }
    });
    texts.sort_by_key(|text| text.row);
    let (missing, reason, usage) = match outcome {
        Ok(outcome) => {
            let first = outcome.missing.first().map(|missing| format!("row {}: {}", missing.row, missing.reason));
            (outcome.missing, outcome.stopped.map(|error| error.to_string()).or(first), outcome.usage)
        }
        Err(Error::Cancelled) => (Vec::new(), Some("stopped".to_owned()), Usage::default()),
        Err(error) => return Err(error),
    };
    let partial = with_suffix(out, ".partial.csv");
    if let Some(reason) = reason {
        let mut file = Pending::create(folder, &name_of(&partial)?)?;
        file.write(&work.csv(&texts)?)?;
        file.finish().keep()?;
        let rows: Vec<u64> = missing.iter().map(|missing| missing.row).collect();
        return Err(Error::Unfinished { made: texts.len() as u64, rows: work.rows, missing: rows, partial, reason });
    }
    let mut file = Pending::create(folder, &name)?;
    file.write(&work.csv(&texts)?)?;
    let file = file.finish();
    let mut manifest = Manifest::new(template, checked, (1, 1)).with_texts_by(model.name());
    manifest.add(&work.schema.name, 0..work.rows, &file.written);
    let mut beside = Pending::create(folder, &format!("{name}.manifest.json"))?;
    beside.write(manifest.text().as_bytes())?;
    let made = Made { table: work.schema.name.clone(), path: out.to_owned(), rows: work.rows, bytes: file.written.bytes };
    file.keep()?;
    beside.finish().keep()?;
    journal.remove();
    // The rows of an earlier run that did not end are in the whole file now.
    let _ = fs::remove_file(&partial);
    Ok(Written { made, usage, resumed })
}

/// The strata of some rows, as the model is given them; for quotes.
pub(crate) fn sample(template: &Template, checked: &Checked, most: u64) -> Result<(Brief, Vec<Stratum>, u64), Error> {
    let work = Work::new(checked)?;
    Ok((work.brief(template), work.strata(0..most.min(work.rows))?, work.rows))
}

/// The products table, and where the texts go.
struct Work {
    plan: Plan,
    schema: TableSchema,
    rows: u64,
    name: usize,
    description: Option<usize>,
    /// Columns that are told to the model.
    told: Vec<usize>,
}

impl Work {
    fn new(checked: &Checked) -> Result<Self, Error> {
        let refuse = |message: String, hint: &str| Error::Input {
            subject: checked.name.clone(),
            problems: vec![Problem::new(Place::root().field("tables"), message).hint(hint)],
        };
        let Some(table) = checked.table_of(Recipe::Products).map(|index| &checked.tables[index]) else {
            return Err(refuse("no table has the recipe `products`".to_owned(), "a model writes products only"));
        };
        if table.rows > MOST_ROWS {
            let message = format!("{} rows are more than a model should write, {MOST_ROWS}", table.rows);
            return Err(refuse(message, "let the model design a template (`wares template DOMAIN --by llm`), and the engine write the rows"));
        }
        if !table.variants.is_empty() {
            return Err(refuse("a model writes no variants".to_owned(), "leave `--variants` or `--by llm` out"));
        }
        let included: Vec<&Fill> = table.columns.iter().filter(|column| column.include).map(|column| &column.fill).collect();
        let at = |fact: ProductFact| included.iter().position(|fill| **fill == Fill::Product(fact));
        let Some(name) = at(ProductFact::Name) else {
            return Err(refuse("no column of the output holds the product's name".to_owned(), "a model writes names and descriptions"));
        };
        let told = included.iter().enumerate().filter(|(_, fill)| {
            let facts =
                [ProductFact::Name, ProductFact::Line, ProductFact::Scale, ProductFact::Vendor, ProductFact::ListPrice, ProductFact::WeightGrams];
            matches!(fill, Fill::Attribute(_)) || matches!(fill, Fill::Product(fact) if facts.contains(fact))
        });
        let (description, told) = (at(ProductFact::Description), told.map(|(index, _)| index).collect());
        let plan = Plan::new(checked, Some(&table.name))?;
        Ok(Self { plan, schema: table.schema(), rows: table.rows, name, description, told })
    }

    fn brief(&self, template: &Template) -> Brief {
        Brief {
            words: template.domain.clone().unwrap_or_else(|| template.name.clone()),
            variant: template.variant.clone(),
            descriptions: self.description.is_some(),
        }
    }

    /// The facts of some rows, as the sink writes them.
    fn strata(&self, rows: std::ops::Range<u64>) -> Result<Vec<Stratum>, Error> {
        let mut text = Vec::new();
        csv::rows(&self.schema, &self.plan.batch(0, rows.clone()), &mut text);
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_slice());
        let unread = |error: ::csv::Error| Error::Write { path: PathBuf::from("the plan of the rows"), source: error.into() };
        let records = reader.records().zip(rows);
        let stratum = |(record, row): (Result<::csv::StringRecord, ::csv::Error>, u64)| {
            let record = record.map_err(unread)?;
            let fact = |index: &usize| {
                let value = record.get(*index).filter(|value| !value.is_empty())?;
                // The engine's own name says the kind, and is not to be copied.
                let column = if *index == self.name { "about" } else { &self.schema.columns[*index].name };
                Some((column.to_owned(), value.to_owned()))
            };
            Ok(Stratum { row, facts: self.told.iter().filter_map(fact).collect() })
        };
        records.map(stratum).collect()
    }

    /// The table with these texts, which are in the order of their rows; rows without a text are left out.
    fn csv(&self, texts: &[Text]) -> Result<Vec<u8>, Error> {
        let mut out = Vec::new();
        csv::header(&self.schema, &mut out);
        for run in texts.chunk_by(|one, next| one.row + 1 == next.row) {
            let batch = self.plan.batch(0, run[0].row..run[0].row + run.len() as u64);
            let column = |get: fn(&Text) -> &str| Arc::new(run.iter().map(|text| Some(get(text))).collect::<StringArray>()) as ArrayRef;
            let columns = batch.columns().iter().enumerate().map(|(index, array)| {
                let array = match index {
                    index if index == self.name => column(|text| &text.name),
                    index if Some(index) == self.description => column(|text| &text.description),
                    _ => Arc::clone(array),
                };
                (self.schema.columns[index].name.as_str(), array)
            });
            let failed = |error: arrow_schema::ArrowError| Error::Write { path: PathBuf::from("the rows"), source: std::io::Error::other(error) };
            csv::rows(&self.schema, &RecordBatch::try_from_iter(columns).map_err(failed)?, &mut out);
        }
        Ok(out)
    }
}
