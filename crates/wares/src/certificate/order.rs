//! Orders: keys, dates, statuses, and the sums of each order's own columns.

use wares_model::Day;

use super::{
    Shop,
    money::share_matches,
    table::{Index, Row},
};
use crate::Error;

/// What is known of all orders.
#[derive(Debug, Default)]
pub(super) struct Orders {
    pub(super) index: Index,
    pub(super) facts: Vec<OrderFacts>,
}

/// What the other tables need of one order; amounts in minor units, where the table has them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct OrderFacts {
    pub(super) line: u64,
    pub(super) date: Option<Day>,
    pub(super) customer: Option<u32>,
    pub(super) subtotal: Option<i64>,
    pub(super) discount: Option<i64>,
    pub(super) total: Option<i64>,
    /// In thousandths of a percent.
    pub(super) tax_rate: Option<i64>,
    /// The first bytes of the code.
    pub(super) currency: [u8; 3],
    pub(super) cancelled: bool,
}

/// Statuses of orders that have left.
const LEFT: [&str; 3] = ["Shipped", "Disputed", "Resolved"];

impl Shop<'_> {
    pub(super) fn orders(&mut self) -> Result<(), Error> {
        let mut index = Index::new();
        let customers = std::mem::take(&mut self.parents.customers);
        self.read("orders", |shop, position, row| {
            shop.enter("orders", "orderNumber", &mut index, position, row);
            let customer = shop.refer("orders", "every customer is there", "customerNumber", &customers, row);
            shop.dates(row, customer);
            shop.sums(row);
            shop.orders.facts.push(OrderFacts {
                line: row.line,
                date: row.day("orderDate"),
                customer,
                subtotal: row.minor("subtotal"),
                discount: row.minor("discount"),
                total: row.minor("total"),
                tax_rate: row.scaled("taxPercent", 3),
                currency: code(row),
                cancelled: row.text("status") == Some("Cancelled"),
            });
        })?;
        self.parents.customers = customers;
        self.orders.index = index;
        Ok(())
    }

    fn dates(&mut self, row: &Row<'_>, customer: Option<u32>) {
        let (ordered, shipped) = (row.day("orderDate"), row.day("shippedDate"));
        let signed_up = customer.and_then(|customer| self.parents.signed_up[customer as usize]);
        self.in_order("orders", "nobody orders before signing up", row, (signed_up, ordered));
        self.in_order("orders", "nothing leaves before it is ordered", row, (ordered, shipped));
        self.in_order("orders", "nothing is promised for a day before the order", row, (ordered, row.day("requiredDate")));
        self.by_today("orders", row, &["orderDate", "shippedDate"]);
        if let Some(status) = row.text("status").filter(|_| row.has("shippedDate")) {
            self.laws.look(
                "orders",
                "an order has a shipping date when its status says that it left",
                shipped.is_some() == LEFT.contains(&status),
                || format!("line {}: `{status}`, {shipped:?}", row.line),
            );
        }
    }

    fn sums(&mut self, row: &Row<'_>) {
        let amounts = ["subtotal", "discount", "shipping", "tax", "total"].map(|column| row.minor(column));
        let [Some(subtotal), Some(discount), Some(shipping), Some(tax), Some(total)] = amounts else { return };
        self.laws.look("orders", "total = subtotal - discount + shipping + tax", total == subtotal - discount + shipping + tax, || {
            format!("line {}: {total} and {}, in minor units", row.line, subtotal - discount + shipping + tax)
        });
        let sound = 0 < subtotal && 0 <= discount && discount <= subtotal && 0 <= shipping && 0 <= tax;
        self.laws.look("orders", "no amount is below 0, and no discount above the subtotal", sound, || format!("line {}", row.line));
        if let Some(rate) = row.scaled("taxPercent", 3) {
            let base = subtotal - discount + shipping;
            self.laws.look("orders", "tax = rate of (subtotal - discount + shipping), rounded", share_matches(tax, base, rate, 100_000), || {
                format!("line {}: {tax} is not {rate} thousandths of a percent of {base}", row.line)
            });
        }
    }
}

/// The currency of a row, as three bytes; zeros where it has none.
pub(super) fn code(row: &Row<'_>) -> [u8; 3] {
    row.text("currency").and_then(|text| text.as_bytes().first_chunk::<3>().copied()).unwrap_or_default()
}
