//! Whose order a large basket is: of some customers who might have ordered, the one whose usual basket comes nearest.
//!
//! How many orders of each size there are is fixed by blocks; so it is the customer who is found for the basket, and not the basket for the customer.

use wares_model::trade;

use crate::{
    fixed::{bell, quantile},
    key::Key,
    recipe::{children::Children, order_details},
};

/// So many customers are looked at for each order.
pub(super) const CANDIDATES: u64 = 3;

/// Companies order more than people: by so much of the spread between customers, in units of 2^-16.
const COMPANY: i64 = 1 << 16;

/// How large the baskets of orders and customers are.
pub(crate) struct Appetite {
    lines: Children,
    usual: Key,
    company: Key,
    company_percent: u64,
}

impl Appetite {
    /// `details`, `customers`: names of the tables.
    pub(crate) fn new(seed: u64, details: &str, customers: &str, trade: &trade::Trade) -> Self {
        Self {
            lines: order_details::counts(seed, details, trade),
            usual: Key::new(seed, customers, "latent:basket"),
            company: crate::recipe::customers::company_key(seed, customers),
            company_percent: u64::from(trade.customers.company_percent),
        }
    }

    /// The size of an order beside the others, on the scale of the bell curve.
    #[inline]
    pub(super) fn of_order(&self, order: u64) -> i64 {
        quantile(self.lines.standing(order))
    }

    /// The usual size of a customer's orders, on the same scale.
    #[inline]
    pub(super) fn of_customer(&self, customer: u64) -> i64 {
        let company = self.company_percent > 0 && self.company.draw(customer).below(100) < self.company_percent;
        bell(self.usual.draw(customer)) + if company { COMPANY } else { 0 }
    }
}
