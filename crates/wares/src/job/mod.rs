//! What can be asked for, as plain data. Start at [`Job::prepare`].
//!
//! Every door builds the same [`Job`] and has it prepared here, so that none can do what another cannot. What a job names (files, templates)
//! is found by the door's own [`Desk`]: the command line looks on the disk, the server among what it keeps.

mod command;
mod customers;
mod orders;
mod pace;
mod products;
mod shop;

use std::{ops::RangeInclusive, path::PathBuf};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use wares_ingest::parent::Reject;
use wares_model::{Checked, Day, Place, Problem, Template, template::RegionShare, weighted::TextOr};

pub use self::{
    customers::{Customers, Staff},
    orders::{KeyOf, OrderDetails, Orders, PerOrder, Sold},
    products::{Products, Writer},
    shop::Shop,
};
use crate::{Error, found::Found, llm::Budget};

/// One wish for tables.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Job {
    /// Products of a domain or of a template.
    Products(Products),
    /// Customers of some countries, and the staff who look after them.
    Customers(Customers),
    /// Orders of the customers in the user's file.
    Orders(Orders),
    /// Details of the orders in the user's file.
    OrderDetails(OrderDetails),
    /// All tables of a shop.
    Shop(Shop),
}

/// Finds what a job names.
pub trait Desk {
    /// The template of this name.
    ///
    /// # Errors
    /// [`Error::Input`] when there is none, or it is none.
    fn template(&self, name: &str) -> Result<Template, Error>;

    /// Where the rows of this name lie.
    ///
    /// # Errors
    /// [`Error::Input`] when there are none.
    fn file(&self, name: &str) -> Result<PathBuf, Error>;

    /// What people call the thing of this name.
    fn shown(&self, name: &str) -> String;
}

/// A template in full, or the name under which the door's [`Desk`] finds one: a file, an id.
pub type TemplateChoice = TextOr<TemplateSource>;

/// Where a template comes from.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum TemplateSource {
    /// Its name.
    #[schemars(skip)]
    Named(String),
    /// The template itself.
    Inline(Box<Template>),
}

impl From<String> for TemplateSource {
    fn from(name: String) -> Self {
        Self::Named(name)
    }
}

impl<'de> Deserialize<'de> for TemplateSource {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Template::deserialize(deserializer).map(|template| Self::Inline(Box::new(template)))
    }
}

/// A job that can be run: its template, checked beside the user's tables.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// What is made; its day is set.
    pub template: Template,
    /// The same with nothing left to guess.
    pub checked: Checked,
    /// The tables that come out, in order.
    pub tables: Vec<String>,
    /// What was recognized and decided for the user.
    pub notes: Vec<String>,
    /// Rows of the user's files that are left out, with what people call their files.
    pub rejects: Vec<(String, Reject)>,
    /// What the user's files were taken for, with the evidence.
    pub found: Vec<Found>,
    /// What a language model may use that writes names and descriptions ([`crate::rows`]); none where the engine does.
    pub texts: Option<Budget>,
}

impl Job {
    /// Finds everything that the job names and checks it. `today` stands in where neither the job nor its template names a day.
    ///
    /// # Errors
    /// [`Error::Input`] with every problem found.
    pub fn prepare(&self, desk: &dyn Desk, today: Day) -> Result<Prepared, Error> {
        match self {
            Self::Products(products) => products.prepare(desk, today),
            Self::Customers(customers) => customers.prepare(today),
            Self::Orders(orders) => orders.prepare(desk, today),
            Self::OrderDetails(details) => details.prepare(desk, today),
            Self::Shop(shop) => shop.prepare(desk, today),
        }
    }

    /// The command line that does the same, for a shell.
    pub fn command(&self, desk: &dyn Desk) -> String {
        command::of(self, desk)
    }

    /// The same job with its templates in it, so that it stays what it is when a template changes.
    ///
    /// # Errors
    /// [`Error::Input`] when a template is not found.
    pub fn pinned(mut self, desk: &dyn Desk) -> Result<Self, Error> {
        let choice = match &mut self {
            Self::Products(products) => products.template.as_mut(),
            Self::Shop(shop) => shop.template.as_mut(),
            Self::OrderDetails(OrderDetails { products: Sold::Template(choice), .. }) => Some(choice),
            Self::OrderDetails(_) | Self::Customers(_) | Self::Orders(_) => None,
        };
        if let Some(choice) = choice {
            choice.0 = TemplateSource::Inline(Box::new(open(choice, desk)?));
        }
        Ok(self)
    }

    /// The names of the user's files in it.
    pub fn files(&self) -> Vec<&str> {
        match self {
            Self::Products(_) | Self::Customers(_) | Self::Shop(_) => Vec::new(),
            Self::Orders(orders) => orders.from.iter().map(String::as_str).collect(),
            Self::OrderDetails(details) => {
                let products = if let Sold::File(name) = &details.products { Some(name.as_str()) } else { None };
                std::iter::once(details.orders.as_str()).chain(products).collect()
            }
        }
    }
}

impl Prepared {
    /// The rows that are left out as CSV, in the order of the files: file, line, reason, row. None where there are none.
    pub fn rejects_csv(&self) -> Option<Vec<u8>> {
        if self.rejects.is_empty() {
            return None;
        }
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let line =
            |(file, reject): &(String, Reject)| format!("{},{},{},{}\n", quoted(file), reject.line, quoted(&reject.reason), quoted(&reject.text));
        let lines: String = self.rejects.iter().map(line).collect();
        Some(format!("file,line,reason,row\n{lines}").into_bytes())
    }
}

/// The template that was chosen.
fn open(choice: &TemplateChoice, desk: &dyn Desk) -> Result<Template, Error> {
    match &choice.0 {
        TemplateSource::Named(name) => desk.template(name),
        TemplateSource::Inline(template) => Ok((**template).clone()),
    }
}

/// What errors call a chosen template.
fn subject(choice: &TemplateChoice, desk: &dyn Desk) -> String {
    match &choice.0 {
        TemplateSource::Named(name) => desk.shown(name),
        TemplateSource::Inline(template) => template.name.clone(),
    }
}

/// Checks a template that stands by itself.
fn check(template: Template, subject: &str, mut notes: Vec<String>, tables: Vec<String>, today: Day) -> Result<Prepared, Error> {
    let checked = crate::checked(&template, subject, today)?;
    notes.extend(checked.notes.iter().map(ToString::to_string));
    Ok(Prepared { template, checked, tables, notes, rejects: Vec::new(), found: Vec::new(), texts: None })
}

fn refuse<T>(subject: &str, field: &str, message: impl Into<String>) -> Result<T, Error> {
    Err(Error::Input { subject: subject.to_owned(), problems: vec![Problem::new(Place::root().field(field), message)] })
}

/// Refuses a number outside its range.
fn within(subject: &str, field: &str, number: u64, range: RangeInclusive<u64>) -> Result<(), Error> {
    if range.contains(&number) {
        return Ok(());
    }
    refuse(subject, field, format!("{number} is not from {} to {}", range.start(), range.end()))
}

/// Customers live there where nothing is said.
fn usa() -> RegionShare {
    RegionShare { code: "US".to_owned(), share: 1.0 }
}
