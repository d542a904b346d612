//! What is known of each commerce table: how one table hangs together.

pub(crate) mod children;
pub(crate) mod customers;
pub(crate) mod ledger;
pub(crate) mod order_details;
pub(crate) mod orders;
pub(crate) mod product_lines;
pub(crate) mod products;
pub(crate) mod staff;
