//! A whole shop from a few words: the template behind `wares shop`.

use wares_model::{
    Recipe, Table, Template,
    template::{CatalogSource, RegionShare},
    trade::Trade,
    version,
    weighted::TextOr,
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

/// The template of a shop of this domain, with the four tables products, customers, orders and order_details.
///
/// # Errors
/// [`Error::Input`] when no built-in pack fits the domain.
pub fn template(words: &str, regions: Vec<RegionShare>, size: Size) -> Result<Template, Error> {
    let pack = domain::find(words)?.pack;
    let table = |recipe: Recipe, rows: Option<u64>| Table { name: recipe.name().to_owned(), recipe: Some(recipe), rows, columns: None };
    Ok(Template {
        version: version::CURRENT,
        name: pack.to_owned(),
        domain: Some(words.to_owned()),
        variant: None,
        seed: 42,
        today: None,
        regions,
        catalog: Some(TextOr(CatalogSource::Named(pack.to_owned()))),
        trade: Trade::default(),
        tables: vec![
            table(Recipe::Products, Some(size.products)),
            table(Recipe::Customers, Some(size.customers)),
            table(Recipe::Orders, Some(size.orders)),
            table(Recipe::OrderDetails, None),
        ],
    })
}
