//! A whole shop from a few words: the template behind `wares shop`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use wares_model::{
    Recipe, Table, Template, defaults,
    template::RegionShare,
    trade::{Profile, Trade},
    version,
};

use crate::{Error, domain};

/// How large a shop is, by the tables that have a size of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Rows of the products table.
    pub products: u64,
    /// Rows of the customers table.
    pub customers: u64,
    /// Rows of the orders table.
    pub orders: u64,
}

/// Which tables a shop has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tables {
    /// Products, customers, orders and order details.
    #[default]
    Main,
    /// Those, with product lines, offices, employees, payments, shipments, returns and stock movements, and with the amounts of each order.
    All,
}

/// Offices and employees of a shop with all tables.
const OFFICES: u64 = 7;
const EMPLOYEES: u64 = 23;

impl Tables {
    /// The tables, parents before children.
    fn of(self, size: Size, trade: &Trade) -> Vec<Table> {
        let main = |recipe| match recipe {
            Recipe::Products => Some(size.products),
            Recipe::Customers => Some(size.customers),
            Recipe::Orders => Some(size.orders),
            Recipe::Offices => Some(OFFICES),
            Recipe::Employees => Some(EMPLOYEES),
            _ => None,
        };
        let recipes: Vec<Recipe> = match self {
            Self::Main => vec![Recipe::Products, Recipe::Customers, Recipe::Orders, Recipe::OrderDetails],
            Self::All => Recipe::ALL.into_iter().filter(|recipe| *recipe != Recipe::OrderLists).collect(),
        };
        let mut tables: Vec<Table> = recipes.into_iter().map(|recipe| Table::of(recipe, main(recipe))).collect();
        if self == Self::All {
            for table in tables.iter_mut().filter(|table| table.recipe == Some(Recipe::Orders)) {
                table.columns = Some(defaults::orders_with_amounts(size.orders, trade));
            }
        }
        tables
    }
}

/// The template of a shop of this domain, with the four main tables. As [`with_tables`].
///
/// # Errors
/// [`Error::Input`] when the words say nothing.
pub fn template(words: &str, regions: Vec<RegionShare>, size: Size) -> Result<(Template, Vec<String>), Error> {
    with_tables(words, regions, size, Tables::Main, Profile::Retail)
}

/// The template of a shop of this domain, with these tables, that trades as shops of this profile do.
///
/// The notes say which catalog was taken, and why.
///
/// # Errors
/// [`Error::Input`] when the words say nothing.
pub fn with_tables(words: &str, regions: Vec<RegionShare>, size: Size, tables: Tables, profile: Profile) -> Result<(Template, Vec<String>), Error> {
    let meant = domain::meant(words)?;
    let trade = profile.trade();
    let variant = meant.variant(words, None, false);
    let mut notes = meant.notes;
    notes.extend(variant.iter().map(|variant| format!("`{variant}` narrows what is sold; `--variant` says otherwise")));
    let template = Template {
        version: version::CURRENT,
        name: meant.catalog.name,
        domain: Some(words.to_owned()),
        variant,
        seed: 42,
        today: None,
        regions,
        catalog: Some(meant.choice),
        tables: tables.of(size, &trade),
        trade,
    };
    Ok((template, notes))
}
