//! Order details: the lines of each order, addressed by (record, line).
//!
//! A record is an order that has details: every one, or as many as are asked for of those that the user brings. Its sort ([`Children`]) says how many
//! lines it has and whether it leaves in two shipments. Start at [`OrderDetails::lines`].

mod goods;
mod pick;
mod price;

use std::{ops::Range, sync::Arc};

use wares_model::{Brought, Day, trade};

pub(crate) use self::goods::{Goods, Priced};
use self::{goods::Shelf, pick::Picks, price::Pricing};
use super::{
    children::{Children, Parent},
    ledger::Currency,
};
use crate::{anchor::Anchor, key::Key, weighted::LastBlock};

/// An order of so many lines is short.
const SHORT: usize = 32;

/// So many products are looked at for a line that is to come to an amount, and for the one that takes the rest.
const TRIES: u64 = 6;
const LAST_TRIES: u64 = 32;

/// Everything that the order details of one plan share.
pub(crate) struct OrderDetails {
    size: Size,
    /// The user's orders, where they say what their lines come to.
    totals: Option<Arc<Brought>>,
    /// The smallest amount of a line that is part of such a total, in hundredths.
    step: i64,
    counts: Children,
    shelf: Shelf,
    picks: Picks,
    pricing: Pricing,
}

/// How much there is of what order details are made of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) orders: u64,
    /// Orders that have details; not more than there are.
    pub(crate) records: u64,
    pub(crate) products: u64,
}

/// Where the lines of a plan get their prices, and who orders.
#[derive(Clone, Copy)]
pub(crate) struct Sale<'a> {
    pub(crate) priced: Priced<'a>,
    /// None where nothing is known of the orders.
    pub(crate) buyer: Option<&'a (dyn Fn(u64) -> Buyer + Sync)>,
}

/// Who ordered, when, and in which currency.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Buyer {
    pub(crate) day: Day,
    pub(crate) customer: u64,
    pub(crate) currency: Currency,
}

/// One line of an order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line {
    pub(crate) order: u64,
    pub(crate) product: u64,
    /// From 1.
    pub(crate) number: i64,
    pub(crate) quantity: i64,
    pub(crate) price_minor: i64,
}

impl OrderDetails {
    pub(crate) fn new(seed: u64, table: &str, size: Size, (trade, anchor): (&trade::Trade, Anchor), totals: Option<Arc<Brought>>) -> Self {
        let key = |name: &str| Key::new(seed, table, name);
        let lines = &trade.lines;
        Self {
            size,
            step: if totals.as_ref().is_some_and(|orders| orders.facts.is_whole()) { 100 } else { 1 },
            totals,
            counts: counts(seed, table, trade),
            shelf: Shelf::new(&key, size.products, lines.popularity_spread_percent, lines.discontinued_percent, anchor),
            picks: Picks::new(&key, lines),
            pricing: Pricing::new(&key, lines, anchor),
        }
    }

    /// How many orders have details.
    pub(crate) fn records(&self) -> u64 {
        self.size.records
    }

    /// How many lines all records have together.
    pub(crate) fn rows(&self) -> u64 {
        self.counts.rows(self.size.records)
    }

    /// The shipments of the orders: one or two for each.
    pub(crate) fn shipments(&self) -> Children {
        self.counts.with(|sort| 1 + u64::from(is_parted(sort)))
    }

    /// How many lines an order has, and whether it leaves in two shipments.
    pub(crate) fn shape(&self, order: u64, last: &mut LastBlock) -> (u64, bool) {
        let (sort, lines) = self.counts.of(order, last);
        (lines, is_parted(sort))
    }

    /// The row of the order of a record: records are spread evenly over the orders.
    #[inline]
    fn order(&self, record: u64) -> u64 {
        let Size { orders, records, .. } = self.size;
        if orders == records { record } else { (u128::from(record) * u128::from(orders) / u128::from(records)) as u64 }
    }

    /// The lines of each of some records.
    pub(crate) fn baskets(&self, records: Range<u64>, sale: Sale<'_>) -> Vec<Vec<Line>> {
        let mut last = LastBlock::default();
        records.map(|record| self.basket(record, sale, &mut last)).collect()
    }

    /// The lines of a record.
    pub(crate) fn basket(&self, record: u64, sale: Sale<'_>, last: &mut LastBlock) -> Vec<Line> {
        let mut found = Vec::new();
        self.lines_of(record, 0..self.counts.of(record, last).1, sale, &mut found);
        found
    }

    /// The lines in a range of rows, in order.
    pub(crate) fn lines(&self, rows: Range<u64>, sale: Sale<'_>) -> Vec<Line> {
        let mut found = Vec::with_capacity((rows.end - rows.start) as usize);
        self.counts.walk(rows, self.size.records, |Parent { row: record, children, wanted, .. }| match &self.totals {
            None => self.lines_of(record, wanted, sale, &mut found),
            Some(_) => {
                let mut all = Vec::new();
                self.lines_of(record, 0..children, sale, &mut all);
                found.extend(&all[wanted.start as usize..wanted.end as usize]);
            }
        });
        found
    }

    /// Some lines of one record, all of them where its order says what they come to. A product stands once in an order.
    fn lines_of(&self, record: u64, wanted: Range<u64>, sale: Sale<'_>, found: &mut Vec<Line>) {
        let order = self.order(record);
        if let Some(total) = self.totals.as_ref().and_then(|brought| brought.facts.total_minor.as_ref()) {
            return self.lines_for(order, total[order as usize], wanted.end, sale, found);
        }
        let buyer = sale.buyer.map(|of| of(order));
        let (day, currency) = (buyer.map(|buyer| buyer.day), buyer.map_or(Currency::CATALOGS, |buyer| buyer.currency));
        // Most orders are short, and need no memory of their own.
        let (mut short, mut long) = ([0_u64; SHORT], Vec::new());
        let taken: &mut [u64] = if wanted.end as usize <= SHORT {
            &mut short
        } else {
            long.resize(wanted.end as usize, 0);
            &mut long
        };
        let draw = self.picks.draw(order);
        let usual_price = self.shelf.usual_price(sale.priced);
        for line in 0..wanted.end {
            let wish = self.picks.rank(draw, line, buyer, &self.shelf);
            let (rank, good) = self.picks.free(wish, &taken[..line as usize], day, &self.shelf, sale.priced);
            taken[line as usize] = rank;
            if wanted.contains(&line) {
                let quantity = self.pricing.quantity(order, line, good.list, usual_price);
                let price_minor = self.pricing.each(order, line, &good, quantity, day, currency);
                found.push(Line { order, product: good.row, number: line as i64 + 1, quantity, price_minor });
            }
        }
    }

    /// The lines of an order that come to its total exactly: products of about the price that is left for each line, and the last line takes the rest.
    fn lines_for(&self, order: u64, total_minor: i64, count: u64, sale: Sale<'_>, found: &mut Vec<Line>) {
        let mut taken = Vec::new();
        let mut left_minor = total_minor.max(0);
        let draw = self.picks.draw(order);
        for line in 0..count {
            let lines_left = (count - line) as i64;
            let share = left_minor / lines_left;
            let tries = if lines_left == 1 { LAST_TRIES } else { TRIES };
            let candidate = |number: u64| {
                let rank = self.shelf.rank(draw.also(line * LAST_TRIES + number));
                self.picks.free(rank, &taken, None, &self.shelf, sale.priced)
            };
            let best = (0..tries).map(candidate).min_by_key(|(_, good)| (good.list - share).abs());
            let (rank, good) = best.expect("there is at least one try");
            taken.push(rank);
            // The others keep a smallest unit each, where the total has it.
            let most = (left_minor - (lines_left - 1) * self.step).max(0);
            let (quantity, price_minor) = if lines_left == 1 {
                (1, left_minor)
            } else {
                let quantity = self.pricing.pieces(order, line).min((share / good.list.max(1)).max(1));
                (quantity, good.list.min(most / quantity) / self.step * self.step)
            };
            left_minor -= quantity * price_minor;
            found.push(Line { order, product: good.row, number: line as i64 + 1, quantity, price_minor });
        }
    }
}

/// How many lines the orders of a shop have, whether their details are made or not.
pub(crate) fn counts(seed: u64, table: &str, trade: &trade::Trade) -> Children {
    Children::new(Key::new(seed, table, "latent:lines"), &sorts(&trade.lines.per_order, u64::from(trade.shipments.partial_percent)))
}

/// Two sorts for each number of lines: those that leave at once, and those that leave in two shipments, where there are enough of them to matter.
fn sorts(per_order: &[u32], partial_percent: u64) -> Vec<(u64, u64)> {
    let whole: u64 = per_order.iter().map(|share| u64::from(*share) * 100).sum();
    let sorts = per_order.iter().zip(1..).flat_map(|(share, lines)| {
        let parted = u64::from(*share) * partial_percent;
        let parted = if lines > 1 && parted * RARE > whole { parted } else { 0 };
        [(u64::from(*share) * 100 - parted, lines), (parted, lines)]
    });
    sorts.collect()
}

/// A sort of less than one in so many orders is none.
const RARE: u64 = 2_048;

/// Whether records of a sort leave in two shipments.
fn is_parted(sort: usize) -> bool {
    sort % 2 == 1
}
