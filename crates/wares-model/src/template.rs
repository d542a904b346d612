//! The template as people and language models write it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{column::Fill, day::Day, pack::catalog::Catalog, trade::Trade, weighted::TextOr};

/// One whole dataset, declared: what is sold, where, when, and which tables with which columns come out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// Version of this format; see `version::CURRENT`.
    pub version: u32,
    /// A short name for people and manifests.
    pub name: String,
    /// What the shop sells, in words. Names the built-in catalog pack unless `catalog` is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// A narrower kind of the domain, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// Every draw follows from this number. Default: 42.
    #[serde(default = "default_seed")]
    pub seed: u64,
    /// The day on which the data are looked at: nothing happens after it. Default: the day of the run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today: Option<Day>,
    /// Where customers live. Default: the United States alone.
    #[serde(default = "default_regions")]
    pub regions: Vec<RegionShare>,
    /// What is sold: a catalog pack in full, or the name of a built-in one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub catalog: Option<CatalogChoice>,
    /// How the shop trades: calendar, sign-ups, order fates, baskets. Default: a retail shop.
    #[serde(default)]
    pub trade: Trade,
    /// The tables, in the order in which they are written.
    pub tables: Vec<Table>,
}

fn default_seed() -> u64 {
    42
}

fn default_regions() -> Vec<RegionShare> {
    vec![RegionShare { code: "US".to_owned(), share: 1.0 }]
}

/// A catalog pack in full, or the name of a built-in one.
pub type CatalogChoice = TextOr<CatalogSource>;

/// Where the catalog comes from.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum CatalogSource {
    /// The name of a built-in pack.
    #[schemars(skip)]
    Named(String),
    /// The pack itself.
    Inline(Box<Catalog>),
}

impl From<String> for CatalogSource {
    fn from(name: String) -> Self {
        Self::Named(name)
    }
}

impl<'de> Deserialize<'de> for CatalogSource {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Catalog::deserialize(deserializer).map(|catalog| Self::Inline(Box::new(catalog)))
    }
}

/// One country and its part of the customers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RegionShare {
    /// ISO 3166-1 alpha-2 code.
    pub code: String,
    /// Share of the customers beside the other regions' shares; more than 0.
    #[serde(default = "whole")]
    pub share: f64,
}

fn whole() -> f64 {
    1.0
}

/// One table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Table and file name: letters, digits and `_`.
    pub name: String,
    /// Built-in knowledge of a commerce table. Without one, every column says how it is filled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recipe: Option<Recipe>,
    /// How many rows. Tables that follow from others (order details, payments, shipments, returns, stock movements, product lines) say none. Where the
    /// user brings the orders, it says of how many of these there are details.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
    /// Products only: attributes in which the variants of one product differ, with how many values each takes at most, such as
    /// `{"color": 2, "size": 4}`. Each row is then one variant. Default: none, each row is a product of its own.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub variants: BTreeMap<String, u8>,
    /// The columns in output order. Default: those of the recipe.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub columns: Option<Vec<Column>>,
}

impl Table {
    /// A table with nothing said but its name and recipe.
    pub fn of(recipe: Recipe, rows: Option<u64>) -> Self {
        Self { name: recipe.name().to_owned(), recipe: Some(recipe), rows, variants: BTreeMap::new(), columns: None }
    }
}

/// Built-in knowledge of one commerce table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Recipe {
    /// The lines of products: one row for each that the catalog has.
    ProductLines,
    /// What the shop sells.
    Products,
    /// Where the shop works.
    Offices,
    /// Who works for the shop.
    Employees,
    /// Who buys.
    Customers,
    /// Who ordered when, and what became of it.
    Orders,
    /// What was in each order.
    OrderDetails,
    /// The same with one row an order.
    OrderLists,
    /// How each order is paid.
    Payments,
    /// How each order leaves.
    Shipments,
    /// What came back.
    Returns,
    /// What came into the stock and left it.
    StockMovements,
}

impl Recipe {
    /// All recipes, parents before children.
    pub const ALL: [Self; 12] = [
        Self::ProductLines,
        Self::Products,
        Self::Offices,
        Self::Employees,
        Self::Customers,
        Self::Orders,
        Self::OrderDetails,
        Self::OrderLists,
        Self::Payments,
        Self::Shipments,
        Self::Returns,
        Self::StockMovements,
    ];

    /// As written in templates, and the usual name of the table.
    pub fn name(self) -> &'static str {
        match self {
            Self::ProductLines => "product_lines",
            Self::Products => "products",
            Self::Offices => "offices",
            Self::Employees => "employees",
            Self::Customers => "customers",
            Self::Orders => "orders",
            Self::OrderDetails => "order_details",
            Self::OrderLists => "order_lists",
            Self::Payments => "payments",
            Self::Shipments => "shipments",
            Self::Returns => "returns",
            Self::StockMovements => "stock_movements",
        }
    }

    /// Whether the number of rows follows from other tables, so that the template says none.
    pub fn is_counted(self) -> bool {
        matches!(self, Self::ProductLines | Self::OrderDetails | Self::OrderLists) || self.is_ledger()
    }

    /// Whether the table follows from orders that are made with their details: the user's own orders have none of these.
    pub fn is_ledger(self) -> bool {
        matches!(self, Self::Payments | Self::Shipments | Self::Returns | Self::StockMovements)
    }

    /// The recipes whose tables this one cannot do without.
    pub fn parents(self) -> &'static [Self] {
        match self {
            Self::Products | Self::Offices | Self::Customers => &[],
            Self::Employees => &[Self::Offices],
            Self::Orders => &[Self::Customers],
            Self::ProductLines => &[Self::Products],
            Self::OrderDetails | Self::OrderLists => &[Self::Products, Self::Orders],
            Self::Payments | Self::Shipments | Self::Returns | Self::StockMovements => &[Self::Customers, Self::Orders, Self::OrderDetails],
        }
    }
}

/// One column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Column name, as in the output's header.
    pub name: String,
    /// The type in the output. Default: the type that the fill makes.
    #[serde(default, rename = "type", skip_serializing_if = "Option::is_none")]
    pub column_type: Option<ColumnType>,
    /// `false` keeps the column in the template and out of the output.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub include: bool,
    /// Whether rows are known by this column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<Key>,
    /// What the column means, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// The unit of its numbers, for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Values as the user would like to see them: taken as they are for categories, as a pattern to imitate for codes, as a range and
    /// shape for numbers, dates and times. Of an attribute of the catalog they say which of its values are kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub samples: Vec<serde_json::Value>,
    /// Share of rows without a value, in percent. Default: as the fill has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub null_percent: Option<u8>,
    /// How the column is filled. Default: as the recipe fills a column of this name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fill: Option<Fill>,
}

fn yes() -> bool {
    true
}

fn is_true(value: &bool) -> bool {
    *value
}

impl Column {
    /// A column of this name that leaves everything else to its recipe.
    pub fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            column_type: None,
            include: true,
            key: None,
            description: None,
            unit: None,
            samples: Vec::new(),
            null_percent: None,
            fill: None,
        }
    }
}

/// The part a column has in a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Key {
    /// The primary key, or one column of it.
    Primary,
}

/// The types of the drop-down: what a column is for people and databases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The names say it; units and forms are those of `Physical`.
pub enum ColumnType {
    Text,
    Category,
    Integer,
    Decimal,
    Money,
    Boolean,
    Date,
    Time,
    Datetime,
    Uuid,
    Barcode,
    Url,
    Email,
    Phone,
    Json,
}
