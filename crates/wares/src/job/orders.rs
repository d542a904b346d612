//! Orders and order details for the user's own tables.

use std::path::PathBuf;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use wares_model::{Day, check::MOST_ROWS, decimal::Decimal, trade::Profile};

use super::{Desk, Prepared, TemplateChoice, open, pace, refuse, within};
use crate::{
    Error,
    parents::{self, Files, Goods, KeyChoice, Layout},
};

/// Orders of the customers of a file; the keys of all other files stand in them too.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schemars(rename = "OrdersJob")]
pub struct Orders {
    /// The files: one with customers, and any others whose keys are to stand in the orders.
    pub from: Vec<String>,
    /// How many orders; either this or `ordersPerDay`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
    /// How many orders come on a day, on average of the first year, instead of a number in all; with at most three decimals. A later day appends
    /// orders and moves statuses on, and changes nothing else of earlier ones. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub orders_per_day: Option<Decimal>,
    /// The first day with orders. Default: two years before `today`; 2024-01-01 with `ordersPerDay`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
    /// How the shop trades. Default: the way of retail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// Which columns are the keys. Default: recognized.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<KeyOf>,
    /// Refuse files with rows that would be left out.
    #[serde(default)]
    pub strict: bool,
    /// The number from which every draw follows. Default: 42.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// The day after which nothing happens. Default: the current day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today: Option<Day>,
}

/// Details of so many orders of a file: one record an order, each with one or several products.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schemars(rename = "OrderDetailsJob")]
pub struct OrderDetails {
    /// The file of orders.
    pub orders: String,
    /// What is sold.
    pub products: Sold,
    /// Of how many orders there are details; at most as many as there are orders.
    pub rows: u64,
    /// How many different products an order has. Default: 1 to 8.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub products_per_order: Option<PerOrder>,
    /// How the products of an order are written. Default: a row for each.
    #[serde(default)]
    pub layout: Layout,
    /// Which columns are the keys. Default: recognized.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<KeyOf>,
    /// Refuse files with rows that would be left out.
    #[serde(default)]
    pub strict: bool,
    /// The number from which every draw follows. Default: 42, or the template's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// The day after which nothing happens. Default: the current day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today: Option<Day>,
}

/// Where the products of order details come from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Sold {
    /// A file of the user.
    File(String),
    /// A template with a products table.
    Template(TemplateChoice),
    /// Words for what is sold.
    Domain(String),
}

/// From so many to so many products.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PerOrder {
    /// The fewest; 1 or more.
    pub min: u32,
    /// The most, itself included; at most 30.
    pub max: u32,
}

/// The key of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct KeyOf {
    /// The file without its ending, or what it holds: `customers`.
    pub table: String,
    /// What the rows made call the key: `customerNumber`.
    pub name: String,
    /// The column of the file.
    pub column: String,
}

impl Orders {
    pub(super) fn prepare(&self, desk: &dyn Desk, today: Day) -> Result<Prepared, Error> {
        match (self.rows, self.orders_per_day) {
            (Some(_), Some(_)) => return refuse("orders", "ordersPerDay", "stands beside `rows`; give one of them"),
            (None, None) => return refuse("orders", "rows", "missing; say how many orders there are, or how many come on a day in `ordersPerDay`"),
            (Some(rows), None) => within("orders", "rows", rows, 1..=MOST_ROWS)?,
            (None, Some(_)) => {}
        }
        let mut files = files(&self.keys, self.strict);
        let from: Vec<PathBuf> = self.from.iter().map(|name| find(name, desk, &mut files)).collect::<Result<_, _>>()?;
        let mut job = parents::orders(&from, self.rows, &files)?;
        if let Some(profile) = self.profile {
            job.template.trade = profile.trade();
        }
        pace::set(&mut job.template, self.orders_per_day, self.since);
        settle(job, &files, self.seed, self.today.unwrap_or(today), "wares orders")
    }
}

impl OrderDetails {
    pub(super) fn prepare(&self, desk: &dyn Desk, today: Day) -> Result<Prepared, Error> {
        within("order details", "rows", self.rows, 1..=MOST_ROWS)?;
        if let Some(PerOrder { min, max }) = self.products_per_order {
            within("order details", "productsPerOrder.max", max.into(), 1..=30)?;
            within("order details", "productsPerOrder.min", min.into(), 1..=max.into())?;
        }
        let mut files = files(&self.keys, self.strict);
        let orders = find(&self.orders, desk, &mut files)?;
        let path;
        let goods = match &self.products {
            Sold::File(name) => {
                path = find(name, desk, &mut files)?;
                Goods::File(&path)
            }
            Sold::Template(choice) => Goods::Template(Box::new(open(choice, desk)?)),
            Sold::Domain(words) => Goods::Words(words),
        };
        let per_order = self.products_per_order.map(|per_order| (per_order.min, per_order.max));
        let job = parents::order_details(&orders, goods, self.rows, per_order, self.layout, &files)?;
        settle(job, &files, self.seed, self.today.unwrap_or(today), "wares order-details")
    }
}

fn files(keys: &[KeyOf], strict: bool) -> Files {
    let choice = |key: &KeyOf| KeyChoice { table: key.table.clone(), key_name: key.name.clone(), column: key.column.clone() };
    Files { keys: keys.iter().map(choice).collect(), strict, ..Files::default() }
}

/// Where a file lies; errors and notes call it as people do.
fn find(name: &str, desk: &dyn Desk, files: &mut Files) -> Result<PathBuf, Error> {
    let path = desk.file(name)?;
    files.names.insert(path.clone(), desk.shown(name));
    Ok(path)
}

fn settle(mut job: parents::Job, files: &Files, seed: Option<u64>, today: Day, subject: &str) -> Result<Prepared, Error> {
    job.template.seed = seed.unwrap_or(job.template.seed);
    job.template.today = Some(today);
    let checked = job.checked(subject, today)?;
    let rejects = job.rejects.into_iter().map(|(path, reject)| (files.name(&path), reject)).collect();
    Ok(Prepared { template: job.template, checked, tables: vec![job.table], notes: job.notes, rejects, found: job.found, texts: None })
}
