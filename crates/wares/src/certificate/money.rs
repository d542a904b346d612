//! Payments, shipments and returns beside their orders.

use super::{
    Shop,
    order::{OrderFacts, code},
    table::{Index, Row},
};
use crate::Error;

/// Amounts are rounded to hundredths, or to whole units where the currency has no smaller ones.
const STEPS: [i64; 2] = [1, 100];

/// A share of an amount, to the nearest step; half a step is rounded up.
fn share(amount: i64, part: i64, whole: i64, step: i64) -> i64 {
    let (step, whole) = (i128::from(step), i128::from(whole.max(1)));
    ((2 * i128::from(amount) * i128::from(part) + whole * step).div_euclid(2 * whole * step) * step) as i64
}

/// Whether an amount is that share of another, rounded.
pub(super) fn share_matches(amount: i64, of: i64, part: i64, whole: i64) -> bool {
    STEPS.into_iter().any(|step| share(of, part, whole, step) == amount)
}

impl Shop<'_> {
    pub(super) fn payments(&mut self) -> Result<(), Error> {
        let mut sums = vec![0_i64; self.orders.facts.len()];
        let mut keys = Index::new();
        let orders = std::mem::take(&mut self.orders.index);
        let customers = std::mem::take(&mut self.parents.customers);
        let there = self.read("payments", |shop, position, row| {
            let key = (row.text("customerNumber"), row.text("checkNumber"));
            let both = format!("{}/{}", key.0.unwrap_or_default(), key.1.unwrap_or_default());
            shop.laws.look("payments", "the key is there", key.0.is_some() && key.1.is_some(), || format!("line {}", row.line));
            let before = keys.insert(super::table::Key::of(&both), position);
            shop.laws.look("payments", "no key stands twice", before.is_none(), || format!("line {}: {both}", row.line));
            let customer = shop.refer("payments", "every customer is there", "customerNumber", &customers, row);
            shop.by_today("payments", row, &["paymentDate"]);
            let Some(order) = shop.refer("payments", "every order is there", "orderNumber", &orders, row) else { return };
            let facts = shop.orders.facts[order as usize];
            shop.laws.look("payments", "whoever ordered pays", customer == facts.customer, || format!("line {}", row.line));
            shop.same_currency("payments", row, &facts);
            shop.in_order("payments", "nothing is paid before it is ordered", row, (facts.date, row.day("paymentDate")));
            let (amount, status) = (row.minor("amount").unwrap_or(0), row.text("status").unwrap_or_default());
            shop.laws.look(
                "payments",
                "a payment is voided when its order is cancelled",
                (status == "Voided") == (facts.cancelled && status != "Failed"),
                || format!("line {}: `{status}`", row.line),
            );
            if status != "Failed" {
                sums[order as usize] += amount;
            }
        })?;
        (self.orders.index, self.parents.customers) = (orders, customers);
        for (facts, sum) in self.orders.facts.iter().zip(&sums).filter(|_| there) {
            let Some(total) = facts.total else { continue };
            self.laws.look("payments", "the payments of an order come to its total", *sum == total, || {
                format!("the order in line {} of orders.csv: {} and {total}, in minor units", facts.line, sum)
            });
        }
        Ok(())
    }

    pub(super) fn shipments(&mut self) -> Result<(), Error> {
        let mut index = Index::new();
        // The last line of each order that is in a shipment.
        let mut covered = vec![0_i64; self.orders.facts.len()];
        let orders = std::mem::take(&mut self.orders.index);
        let there = self.read("shipments", |shop, position, row| {
            shop.enter("shipments", "shipmentNumber", &mut index, position, row);
            shop.in_order("shipments", "nothing arrives before it leaves", row, (row.day("shippedDate"), row.day("deliveredDate")));
            shop.by_today("shipments", row, &["shippedDate", "deliveredDate"]);
            let Some(order) = shop.refer("shipments", "every order is there", "orderNumber", &orders, row) else { return };
            let facts = shop.orders.facts[order as usize];
            shop.in_order("shipments", "nothing leaves before it is ordered", row, (facts.date, row.day("shippedDate")));
            let stays = !facts.cancelled || row.text("shippedDate").is_none();
            shop.laws.look("shipments", "nothing leaves of a cancelled order", stays, || format!("line {}", row.line));
            let (Some(first), Some(last), Some(pieces)) = (row.number("firstLine"), row.number("lastLine"), row.number("pieces")) else { return };
            let sum = &mut covered[order as usize];
            shop.laws.look("shipments", "each line of an order leaves once", first == *sum + 1 && last >= first, || {
                format!("line {}: lines {first} to {last} after {}", row.line, *sum)
            });
            let lines = shop.lines.of(order);
            if !lines.is_empty() {
                let ordered: i64 = lines.iter().filter(|line| (first..=last).contains(&line.number)).map(|line| line.quantity).sum();
                shop.laws.look("shipments", "as many pieces leave as its lines have", pieces == ordered, || {
                    format!("line {}: {pieces} and {ordered}", row.line)
                });
            }
            *sum = last;
        })?;
        self.orders.index = orders;
        for (order, last) in covered.iter().enumerate().filter(|_| there) {
            let lines = self.lines.of(order as u32).len() as i64;
            let facts = self.orders.facts[order];
            if lines > 0 {
                self.laws.look("shipments", "all lines of an order are in a shipment", *last == lines, || {
                    format!("the order in line {} of orders.csv: {last} of {lines} lines", facts.line)
                });
            }
        }
        Ok(())
    }

    pub(super) fn returns(&mut self) -> Result<(), Error> {
        let mut index = Index::new();
        let mut back: std::collections::HashMap<(u32, i64), i64> = std::collections::HashMap::new();
        let (orders, products) = (std::mem::take(&mut self.orders.index), std::mem::take(&mut self.parents.products));
        self.read("returns", |shop, position, row| {
            shop.enter("returns", "returnNumber", &mut index, position, row);
            let product = shop.refer("returns", "every product is there", "productCode", &products, row);
            shop.by_today("returns", row, &["returnDate", "refundDate"]);
            shop.in_order("returns", "nothing is refunded before it is back", row, (row.day("returnDate"), row.day("refundDate")));
            let Some(order) = shop.refer("returns", "every order is there", "orderNumber", &orders, row) else { return };
            let facts = shop.orders.facts[order as usize];
            shop.in_order("returns", "nothing is back before it is ordered", row, (facts.date, row.day("returnDate")));
            shop.laws.look("returns", "nothing comes back of a cancelled order", !facts.cancelled, || format!("line {}", row.line));
            shop.same_currency("returns", row, &facts);
            let (Some(number), Some(quantity)) = (row.number("orderLineNumber"), row.number("quantity")) else { return };
            let line = shop.lines.of(order).iter().find(|line| line.number == number).copied();
            let sum = back.entry((order, number)).or_default();
            *sum += quantity;
            let (sum, sound) = (*sum, line.is_some_and(|line| Some(line.product) == product));
            shop.laws.look("returns", "what comes back is a line of the order", sound, || format!("line {}", row.line));
            let Some(line) = line else { return };
            shop.laws.look("returns", "no more comes back than was ordered", quantity > 0 && sum <= line.quantity, || {
                format!("line {}: {sum} of {}", row.line, line.quantity)
            });
            let (Some(refund), Some(subtotal), Some(discount), Some(rate)) =
                (row.minor("refundAmount"), facts.subtotal, facts.discount, facts.tax_rate)
            else {
                return;
            };
            shop.laws.look(
                "returns",
                "the refund is the pieces' part of subtotal less discount, with its tax",
                refund_matches(refund, quantity * line.price_minor, (subtotal - discount, subtotal), rate),
                || format!("line {}: {refund}, in minor units", row.line),
            );
        })?;
        (self.orders.index, self.parents.products) = (orders, products);
        Ok(())
    }

    fn same_currency(&mut self, table: &'static str, row: &Row<'_>, facts: &OrderFacts) {
        let (own, orders) = (code(row), facts.currency);
        if own != [0; 3] && orders != [0; 3] {
            self.laws.look(table, "the currency is the order's", own == orders, || format!("line {}", row.line));
        }
    }
}

/// Whether a refund is what goods of this price come to after the order's discount, and the tax on that, each rounded.
fn refund_matches(refund: i64, goods: i64, (net, gross): (i64, i64), rate: i64) -> bool {
    STEPS.into_iter().any(|step| {
        let part = share(goods, net, gross, step);
        part + share(part, rate, 100_000, step) == refund
    })
}
