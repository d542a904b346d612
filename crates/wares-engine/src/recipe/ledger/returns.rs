//! Returns: of some orders, pieces of one line come back after they arrived.
//!
//! Blocks of orders hold the same number of orders with a return. Of old blocks all have come back; for those of the last weeks it is counted while
//! planning which ones have, so that no return lies after `today`.

use std::{ops::Range, sync::Arc};

use arrow_array::{ArrayRef, Date32Array, Int64Array, StringArray};
use wares_model::{Day, column::ReturnFact, pack::catalog::values, trade};

use super::{Books, money::Currencies, shipments::ABROAD_DAYS};
use crate::{
    fixed::{bell, log_normal},
    key::Key,
    recipe::{
        order_details::Line,
        orders::{Order, Orders},
        products::dictionary,
    },
    weighted::{Alias, LastBlock},
};

/// From the return to the refund, in days.
const REFUND_DAYS: (i64, i64) = (1, 7);

/// Spread of the time until something comes back: the standard deviation of its logarithm, in hundredths.
const SPREAD_PERCENT: u16 = 85;

/// What comes back in one plan.
pub(crate) struct Returns {
    draw: Key,
    median_days: i64,
    most_days: i64,
    full_percent: u64,
    reasons: Alias,
    names: Arc<StringArray>,
    statuses: Arc<StringArray>,
    /// Blocks of which all returns have come back.
    old_blocks: u64,
    orders_of_block: u64,
    returns_of_block: u64,
}

/// How many returns there are: those of the old blocks, and of the blocks after these as counted.
#[derive(Debug, Default)]
pub(crate) struct Counted {
    /// Returns before the end of each block after the old ones.
    ends: Vec<u64>,
    old: u64,
}

/// One return.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Return {
    pub(crate) line: Line,
    pub(crate) quantity: i64,
    pub(crate) date: Day,
    reason: u32,
    refund: i64,
    currency: u32,
    refunded: Option<Day>,
}

impl Returns {
    /// `transit_most`: the most days that a shipment within the region is on its way, less one.
    pub(super) fn new(key: Key, trade: &trade::Returns, orders: &Orders, transit_most: usize) -> Self {
        let (orders_of_block, returns_of_block) = orders.returned_of_block();
        let latest = orders.most_handling_days() + transit_most as i32 + 1 + ABROAD_DAYS.1 as i32 + i32::from(trade.most_days);
        let all_back = |block: u64| orders.day((block + 1) * orders_of_block - 1).plus(latest) <= orders.today();
        let (mut old, mut young) = (0, orders.rows() / orders_of_block + 1);
        while young - old > 1 {
            let middle = old + (young - old) / 2;
            if all_back(middle - 1) { old = middle } else { young = middle }
        }
        Self {
            draw: key,
            median_days: i64::from(trade.median_days),
            most_days: i64::from(trade.most_days),
            full_percent: u64::from(trade.full_percent),
            reasons: Alias::new(&values(&trade.reasons).map(|(_, weight)| u64::from(weight)).collect::<Vec<_>>()),
            names: Arc::new(StringArray::from_iter_values(values(&trade.reasons).map(|(name, _)| name))),
            statuses: Arc::new(StringArray::from(vec!["Received", "Refunded"])),
            old_blocks: old,
            orders_of_block,
            returns_of_block,
        }
    }

    /// One column of some returns, but for keys of other tables.
    pub(crate) fn column(&self, fact: ReturnFact, returns: &[Return], currencies: &Currencies) -> ArrayRef {
        let each = returns.iter();
        match fact {
            ReturnFact::LineNumber => Arc::new(Int64Array::from_iter_values(each.map(|back| back.line.number))),
            ReturnFact::Quantity => Arc::new(Int64Array::from_iter_values(each.map(|back| back.quantity))),
            ReturnFact::RefundAmount => Arc::new(Int64Array::from_iter_values(each.map(|back| back.refund))),
            ReturnFact::ReturnDate => Arc::new(Date32Array::from_iter_values(each.map(|back| back.date.0))),
            ReturnFact::RefundDate => Arc::new(Date32Array::from_iter(each.map(|back| back.refunded.map(|day| day.0)))),
            ReturnFact::Reason => dictionary(each.map(|back| back.reason), &self.names),
            ReturnFact::Status => dictionary(each.map(|back| u32::from(back.refunded.is_some())), &self.statuses),
            ReturnFact::Currency => dictionary(each.map(|back| back.currency), currencies.codes()),
            ReturnFact::Order | ReturnFact::Product => unreachable!("keys are read from their tables"),
        }
    }
}

impl Counted {
    /// How many there are.
    pub(crate) fn rows(&self) -> u64 {
        self.ends.last().copied().unwrap_or(self.old)
    }
}

impl Books<'_> {
    /// Counts the returns.
    pub(crate) fn count_returns(self) -> Counted {
        let plan = &self.ledger.returns;
        let old = plan.old_blocks * plan.returns_of_block;
        let blocks = self.orders.rows().div_ceil(plan.orders_of_block);
        let mut end = old;
        let mut last = (LastBlock::default(), LastBlock::default());
        let mut ends = Vec::with_capacity((blocks - plan.old_blocks) as usize);
        for block in plan.old_blocks..blocks {
            end += self.orders.returned(block).filter(|order| self.came_back(*order, &mut last).is_some()).count() as u64;
            ends.push(end);
        }
        Counted { ends, old }
    }

    /// The order, the number of the line and the day of the return of an order of which something comes back; none before that day.
    fn came_back(self, row: u64, last: &mut (LastBlock, LastBlock)) -> Option<(Order, i64, Day)> {
        let plan = &self.ledger.returns;
        let order = self.orders.latent(row, &mut last.0);
        let (lines, parted) = self.details.shape(row, &mut last.1);
        let home = self.customers.whereabouts(self.orders.customer(&order)).0;
        let draw = plan.draw.draw(row);
        let number = draw.below(lines) as i64 + 1;
        let (_, arrived) = self.ledger.shipments.route(self.orders, &order, home, lines, parted).of_line(number)?;
        let days = log_normal(plan.median_days, SPREAD_PERCENT, bell(draw.also(1))).clamp(1, plan.most_days);
        let date = arrived.plus(days as i32);
        (date <= self.orders.today()).then_some((order, number, date))
    }

    /// The returns of some rows.
    pub(crate) fn returns(self, counted: &Counted, rows: Range<u64>) -> Vec<Return> {
        let plan = &self.ledger.returns;
        let mut found = Vec::with_capacity((rows.end - rows.start) as usize);
        let (mut block, mut row) = if rows.start < counted.old || counted.ends.is_empty() {
            let block = rows.start / plan.returns_of_block.max(1);
            (block, block * plan.returns_of_block)
        } else {
            let index = counted.ends.partition_point(|end| *end <= rows.start);
            (plan.old_blocks + index as u64, if index == 0 { counted.old } else { counted.ends[index - 1] })
        };
        let mut last = (LastBlock::default(), LastBlock::default());
        while row < rows.end {
            for order in self.orders.returned(block) {
                let Some((order, number, date)) = self.came_back(order, &mut last) else { continue };
                if rows.contains(&row) {
                    found.push(self.took_back(order, number, date, &mut last.1));
                }
                row += 1;
            }
            block += 1;
        }
        found
    }

    fn took_back(self, order: Order, number: i64, date: Day, last: &mut LastBlock) -> Return {
        let plan = &self.ledger.returns;
        let draw = plan.draw.draw(order.row);
        let lines = self.lines(order.row, last);
        let line = lines[number as usize - 1];
        let quantity = if draw.also(2).below(100) < plan.full_percent { line.quantity } else { draw.also(3).between(1, line.quantity) };
        let bill = self.bill(order, &lines);
        let refunded = date.plus(draw.also(4).between(REFUND_DAYS.0, REFUND_DAYS.1) as i32);
        Return {
            line,
            quantity,
            date,
            reason: plan.reasons.pick(draw.also(5)) as u32,
            refund: bill.refund(&line, quantity),
            currency: bill.currency.code,
            refunded: (refunded <= self.orders.today()).then_some(refunded),
        }
    }
}
