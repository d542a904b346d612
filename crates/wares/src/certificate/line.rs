//! Order details: keys, references, line numbers, and what they come to.

use super::Shop;
use crate::Error;

/// All order lines, by order and number once they are read.
#[derive(Debug, Default)]
pub(super) struct Lines {
    pub(super) all: Vec<Line>,
    /// Where the lines of each order begin, and the end.
    first: Vec<u32>,
}

/// One order line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Line {
    order: u32,
    pub(super) number: i64,
    pub(super) product: u32,
    pub(super) quantity: i64,
    pub(super) price_minor: i64,
}

impl Lines {
    /// The lines of an order, by number; none where there are no order details.
    pub(super) fn of(&self, order: u32) -> &[Line] {
        match (self.first.get(order as usize), self.first.get(order as usize + 1)) {
            (Some(start), Some(end)) => &self.all[*start as usize..*end as usize],
            _ => &[],
        }
    }
}

impl Shop<'_> {
    pub(super) fn order_details(&mut self) -> Result<(), Error> {
        let (orders, products) = (std::mem::take(&mut self.orders.index), std::mem::take(&mut self.parents.products));
        let there = self.read("order_details", |shop, _, row| {
            let order = shop.refer("order_details", "every order is there", "orderNumber", &orders, row);
            let product = shop.refer("order_details", "every product is there", "productCode", &products, row);
            let (quantity, price) = (row.number("quantityOrdered"), row.minor("priceEach"));
            let sound = quantity.is_some_and(|quantity| quantity > 0) && price.is_some_and(|price| price > 0);
            shop.laws.look("order_details", "pieces and price are above 0", sound, || format!("line {}", row.line));
            let (Some(order), Some(quantity), Some(price_minor)) = (order, quantity, price) else { return };
            let number = row.number("orderLineNumber").unwrap_or(0);
            shop.lines.all.push(Line { order, number, product: product.unwrap_or(u32::MAX), quantity, price_minor });
        })?;
        (self.orders.index, self.parents.products) = (orders, products);
        if there {
            self.lines.all.sort_unstable();
            let mut first = vec![0_u32; self.orders.facts.len() + 1];
            for line in &self.lines.all {
                first[line.order as usize + 1] += 1;
            }
            for order in 0..self.orders.facts.len() {
                first[order + 1] += first[order];
            }
            self.lines.first = first;
        }
        Ok(())
    }

    /// Looks at the lines of each order together.
    pub(super) fn settle_orders(&mut self) {
        if self.lines.first.is_empty() {
            return;
        }
        for order in 0..self.orders.facts.len() {
            let facts = self.orders.facts[order];
            let lines = self.lines.of(order as u32);
            let place = || format!("the order in line {} of orders.csv", facts.line);
            let laws = &mut self.laws;
            laws.look("order_details", "every order has a line", !lines.is_empty(), place);
            let counted = lines.iter().zip(1..).all(|(line, number)| line.number == number);
            laws.look("order_details", "lines of an order are numbered 1, 2, 3 ...", counted, place);
            let twice = lines.iter().enumerate().any(|(index, line)| lines[..index].iter().any(|earlier| earlier.product == line.product));
            laws.look("order_details", "no product stands twice in an order", !twice, place);
            if let Some(subtotal) = facts.subtotal {
                let sum: i64 = lines.iter().map(|line| line.quantity * line.price_minor).sum();
                laws.look("order_details", "the lines of an order come to its subtotal", sum == subtotal, || {
                    format!("{}: {sum} and {subtotal}, in minor units", place())
                });
            }
        }
    }
}
