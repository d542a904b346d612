//! A whole shop from a few words: the template behind `wares shop`.

use wares_model::{Recipe, Table, Template, template::RegionShare, trade::Trade, version};

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

/// The template of a shop of this domain, with the four tables products, customers, orders and order_details.
///
/// The notes say which catalog was taken, and why.
///
/// # Errors
/// [`Error::Input`] when the words say nothing.
pub fn template(words: &str, regions: Vec<RegionShare>, size: Size) -> Result<(Template, Vec<String>), Error> {
    let meant = domain::meant(words)?;
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
        trade: Trade::default(),
        tables: vec![
            Table::of(Recipe::Products, Some(size.products)),
            Table::of(Recipe::Customers, Some(size.customers)),
            Table::of(Recipe::Orders, Some(size.orders)),
            Table::of(Recipe::OrderDetails, None),
        ],
    };
    Ok((template, notes))
}
