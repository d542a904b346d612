//! Movements of stock: an opening for each product, two for each order line, two for each return.
//!
//! What is sold is bought in for the order, and what comes back is written off, so that all movements of a product come to what the products table has
//! in stock, and never less than that was there at any time.

use std::{ops::Range, sync::Arc};

use arrow_array::{ArrayRef, Date32Array, Int64Array, StringArray};
use wares_model::{Day, column::MovementFact};

use super::{Books, returns::Counted};
use crate::{
    recipe::{orders::Status as OrderStatus, products::dictionary},
    weighted::LastBlock,
};

/// Kinds, in the order of [`Kind`].
const KINDS: [&str; 7] = ["Opening", "Receipt", "Sale", "Reserved", "Sent back", "Return", "Write-off"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Opening,
    Receipt,
    Sale,
    Reserved,
    SentBack,
    Return,
    WriteOff,
}

/// One movement.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Movement {
    pub(crate) product: u64,
    pub(crate) order: Option<u64>,
    date: Day,
    kind: Kind,
    quantity: i64,
}

/// How many rows of each sort there are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) products: u64,
    pub(crate) lines: u64,
    pub(crate) returns: u64,
}

impl Size {
    /// All together.
    pub(crate) fn rows(self) -> u64 {
        self.products + 2 * (self.lines + self.returns)
    }
}

impl Movement {
    /// One column of some movements, but for keys of other tables.
    pub(crate) fn column(fact: MovementFact, movements: &[Self]) -> ArrayRef {
        let each = movements.iter();
        match fact {
            MovementFact::MovementDate => Arc::new(Date32Array::from_iter_values(each.map(|movement| movement.date.0))),
            MovementFact::Quantity => Arc::new(Int64Array::from_iter_values(each.map(|movement| movement.quantity))),
            MovementFact::Kind => dictionary(each.map(|movement| movement.kind as u32), &Arc::new(StringArray::from(KINDS.to_vec()))),
            MovementFact::Product | MovementFact::Order => unreachable!("keys are read from their tables"),
        }
    }
}

impl Books<'_> {
    /// The movements of some rows.
    pub(crate) fn movements(self, size: Size, counted: &Counted, rows: Range<u64>) -> Vec<Movement> {
        let opened = size.products;
        let sold = opened + 2 * size.lines;
        let mut found = Vec::with_capacity((rows.end - rows.start) as usize);
        let part = |low: u64, high: u64| rows.start.clamp(low, high) - low..rows.end.clamp(low, high) - low;
        found.extend(part(0, opened).map(|product| self.opening(product)));
        self.sold(part(opened, sold), &mut found);
        let back = part(sold, size.rows());
        if back.start < back.end {
            let returns = self.returns(counted, back.start / 2..back.end.div_ceil(2));
            found.extend(back.clone().map(|row| {
                let back = returns[(row / 2 - back.start / 2) as usize];
                let (kind, quantity) = if row % 2 == 0 { (Kind::Return, back.quantity) } else { (Kind::WriteOff, -back.quantity) };
                Movement { product: back.line.product, order: Some(back.line.order), date: back.date, kind, quantity }
            }));
        }
        found
    }

    fn opening(self, product: u64) -> Movement {
        let first = self.orders.first_day();
        Movement { product, order: None, date: first, kind: Kind::Opening, quantity: self.products.stock(product) }
    }

    /// The movements of order lines, two for each.
    fn sold(self, rows: Range<u64>, found: &mut Vec<Movement>) {
        if rows.start >= rows.end {
            return;
        }
        let lines = self.details.lines(rows.start / 2..rows.end.div_ceil(2), self.sale);
        let (mut fates, mut sorts) = (LastBlock::default(), LastBlock::default());
        let mut known = None;
        for row in rows.clone() {
            let line = lines[(row / 2 - rows.start / 2) as usize];
            let (order, route) = match known {
                Some((of, order, route)) if of == line.order => (order, route),
                _ => {
                    let order = self.orders.latent(line.order, &mut fates);
                    let (count, parted) = self.details.shape(line.order, &mut sorts);
                    let home = self.customers.whereabouts(self.orders.customer(&order)).0;
                    let route = self.ledger.shipments.route(self.orders, &order, home, count, parted);
                    known = Some((line.order, order, route));
                    (order, route)
                }
            };
            let left = route.of_line(line.number).map(|(left, _)| left).filter(|left| *left <= self.orders.today());
            let (kind, date, quantity) = match (row % 2, order.status, left) {
                (0, ..) => (Kind::Receipt, order.date, line.quantity),
                (_, OrderStatus::Cancelled, _) => (Kind::SentBack, order.date, -line.quantity),
                (_, status, Some(left)) if status != OrderStatus::OnHold => (Kind::Sale, left, -line.quantity),
                _ => (Kind::Reserved, order.date, -line.quantity),
            };
            found.push(Movement { product: line.product, order: Some(line.order), date, kind, quantity });
        }
    }
}
