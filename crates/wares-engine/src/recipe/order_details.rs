//! Order details: the lines of each order, addressed by (record, line).
//!
//! A record is an order that has details: every one, or as many as are asked for of those that the user brings. Records come in blocks of 256 that all hold the same numbers of lines in another order, so that the total is known
//! beforehand and the order of any line is found without looking at the others. Start at [`OrderDetails::lines`].

use std::{
    ops::Range,
    sync::{Arc, OnceLock},
};

use wares_model::{Brought, trade};

use super::products::Products;
use crate::{
    fixed::{Popularity, bell, log_normal},
    key::Key,
    permute::Permutation,
    weighted::{Alias, Composition},
};

const BLOCK: u64 = 1 << 8;

/// So many products are looked at for a line that is to come to an amount, and for the one that takes the rest.
const TRIES: u64 = 6;
const LAST_TRIES: u64 = 32;

/// For so many products the prices are kept.
const POPULAR: u64 = 1 << 13;

/// Everything that the order details of one plan share.
pub(crate) struct OrderDetails {
    size: Size,
    /// The user's orders, where they say what their lines come to.
    totals: Option<Arc<Brought>>,
    counts: Composition,
    lines_of_block: u64,
    order_of_products: Permutation,
    /// Product row, list price and cost of the most popular products, computed once: most lines are theirs.
    popular: OnceLock<Vec<(u64, i64, i64)>>,
    popularity: Popularity,
    pick: Key,
    price: Key,
    quantity: Key,
    quantities: Alias,
    discounts: Vec<i64>,
    discount_alias: Alias,
    clearance: u64,
}

/// How much there is of what order details are made of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Size {
    pub(crate) orders: u64,
    /// Orders that have details; not more than there are.
    pub(crate) records: u64,
    pub(crate) products: u64,
}

/// Products that the user brings, with the prices that their file lacks.
pub(crate) struct Goods {
    brought: Arc<Brought>,
    price: Key,
}

/// Where prices come from.
#[derive(Clone, Copy)]
pub(crate) enum Priced<'a> {
    Made(&'a Products),
    Brought(&'a Goods),
}

impl Goods {
    pub(crate) fn brought(seed: u64, brought: &Arc<Brought>) -> Self {
        Self { brought: Arc::clone(brought), price: Key::new(seed, &brought.name, "latent:price") }
    }
}

impl Priced<'_> {
    /// List price and cost, in minor units; the cost is the lower one.
    fn prices(self, row: u64) -> (i64, i64) {
        match self {
            Self::Made(products) => products.prices(row),
            Self::Brought(goods) => {
                let facts = &goods.brought.facts;
                let draw = goods.price.draw(row);
                // A file without prices: as in many shops, around 25.
                let list = facts.price_minor.as_ref().map_or_else(|| log_normal(2_499, 80, bell(draw)).max(99), |prices| prices[row as usize]);
                let cost = facts.cost_minor.as_ref().map_or_else(|| list * draw.also(1).between(45, 65) / 100, |costs| costs[row as usize]);
                (list, cost.clamp(0, (list - 1).max(0)))
            }
        }
    }
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
    pub(crate) fn new(seed: u64, table: &str, size: Size, trade: &trade::Lines, totals: Option<Arc<Brought>>) -> Self {
        let key = |name: &str| Key::new(seed, table, name);
        let weights: Vec<u64> = trade.per_order.iter().map(|share| u64::from(*share)).collect();
        let counts = Composition::new(key("latent:lines"), BLOCK.ilog2(), &weights);
        let shares = |list: Vec<u32>| Alias::new(&list.into_iter().map(u64::from).collect::<Vec<_>>());
        Self {
            size,
            totals,
            lines_of_block: (0..weights.len()).map(|index| u64::from(counts.count(index)) * (index as u64 + 1)).sum(),
            counts,
            order_of_products: Permutation::new(key("latent:popularity"), size.products.max(1)),
            popular: OnceLock::new(),
            popularity: Popularity::new(trade.popularity_spread_percent),
            pick: key("latent:product"),
            price: key("latent:price"),
            quantity: key("latent:quantity"),
            quantities: shares(trade.quantities.clone()),
            discounts: trade.discounts.iter().map(|step| i64::from(step.percent)).collect(),
            discount_alias: shares(trade.discounts.iter().map(|step| step.weight).collect()),
            clearance: u64::from(trade.clearance_per_mille),
        }
    }

    /// How many orders have details.
    pub(crate) fn records(&self) -> u64 {
        self.size.records
    }

    /// How many lines all records have together.
    pub(crate) fn rows(&self) -> u64 {
        let whole = self.size.records / BLOCK * self.lines_of_block;
        whole + (self.size.records / BLOCK * BLOCK..self.size.records).map(|record| self.count(record)).sum::<u64>()
    }

    /// The row of the order of a record: records are spread evenly over the orders.
    #[inline]
    fn order(&self, record: u64) -> u64 {
        let Size { orders, records, .. } = self.size;
        if orders == records { record } else { (u128::from(record) * u128::from(orders) / u128::from(records)) as u64 }
    }

    /// The lines of each of some records.
    pub(crate) fn baskets(&self, records: Range<u64>, priced: Priced<'_>) -> Vec<Vec<Line>> {
        let basket = |record: u64| {
            let mut found = Vec::new();
            self.lines_of(record, 0..self.count(record), priced, &mut found);
            found
        };
        records.map(basket).collect()
    }

    #[inline]
    fn count(&self, record: u64) -> u64 {
        self.counts.split(record).0 as u64 + 1
    }

    /// The lines in a range of rows, in order.
    pub(crate) fn lines(&self, rows: Range<u64>, priced: Priced<'_>) -> Vec<Line> {
        let mut found = Vec::with_capacity((rows.end - rows.start) as usize);
        let mut record = rows.start / self.lines_of_block * BLOCK;
        let mut row = rows.start / self.lines_of_block * self.lines_of_block;
        let mut places = self.counts.order(record / BLOCK);
        while row < rows.end && record < self.size.records {
            if record.is_multiple_of(BLOCK) {
                places = self.counts.order(record / BLOCK);
            }
            let count = self.counts.split_in(&places, record / BLOCK, record).0 as u64 + 1;
            if row + count > rows.start {
                let wanted = rows.start.saturating_sub(row)..count.min(rows.end - row);
                match &self.totals {
                    None => self.lines_of(record, wanted, priced, &mut found),
                    Some(_) => {
                        let mut all = Vec::new();
                        self.lines_of(record, 0..count, priced, &mut all);
                        found.extend(&all[wanted.start as usize..wanted.end as usize]);
                    }
                }
            }
            row += count;
            record += 1;
        }
        found
    }

    /// Some lines of one record, all of them where its order says what they come to. A product stands once in an order: a pick that is taken moves
    /// on to the next less popular product.
    fn lines_of(&self, record: u64, wanted: Range<u64>, priced: Priced<'_>, found: &mut Vec<Line>) {
        let order = self.order(record);
        if let Some(total) = self.totals.as_ref().and_then(|brought| brought.facts.total_minor.as_ref()) {
            return self.lines_for(order, total[order as usize], wanted.end, priced, found);
        }
        let mut taken = [0_u64; 32];
        let draw = self.pick.draw(order);
        for line in 0..wanted.end {
            let rank = self.untaken(self.popularity.rank(draw.also(line), self.size.products), &taken[..line as usize]);
            taken[line as usize] = rank;
            if wanted.contains(&line) {
                found.push(self.line(order, line, self.product(rank, priced)));
            }
        }
    }

    fn untaken(&self, mut rank: u64, taken: &[u64]) -> u64 {
        while taken.contains(&rank) {
            rank = if rank + 1 == self.size.products { 0 } else { rank + 1 };
        }
        rank
    }

    /// The lines of an order that come to its total exactly: products of about the price that is left for each line, and the last line takes the rest.
    fn lines_for(&self, order: u64, total_minor: i64, count: u64, priced: Priced<'_>, found: &mut Vec<Line>) {
        let mut taken = Vec::new();
        let mut left_minor = total_minor.max(0);
        let draw = self.pick.draw(order);
        for line in 0..count {
            let lines_left = (count - line) as i64;
            let share = left_minor / lines_left;
            let tries = if lines_left == 1 { LAST_TRIES } else { TRIES };
            let candidate = |number: u64| {
                let rank = self.untaken(self.popularity.rank(draw.also(line * LAST_TRIES + number), self.size.products), &taken);
                (rank, self.product(rank, priced))
            };
            let best = (0..tries).map(candidate).min_by_key(|(_, (_, list, _))| (list - share).abs());
            let (rank, (product, list, _)) = best.expect("there is at least one try");
            taken.push(rank);
            // The others keep a smallest unit each, where the total has it.
            let most = (left_minor - (lines_left - 1)).max(0);
            let (quantity, price_minor) = if lines_left == 1 {
                (1, left_minor)
            } else {
                let pieces = self.quantities.pick(self.quantity.draw(order).also(line)) as i64 + 1;
                let quantity = pieces.min((share / list.max(1)).max(1));
                (quantity, list.min(most / quantity))
            };
            left_minor -= quantity * price_minor;
            found.push(Line { order, product, number: line as i64 + 1, quantity, price_minor });
        }
    }

    /// Row, list price and cost of the product of a rank.
    #[inline]
    fn product(&self, rank: u64, priced: Priced<'_>) -> (u64, i64, i64) {
        let compute = |rank: u64| {
            let product = self.order_of_products.at(rank);
            let (list, cost) = priced.prices(product);
            (product, list, cost)
        };
        let popular = self.popular.get_or_init(|| (0..self.size.products.min(POPULAR)).map(compute).collect());
        popular.get(rank as usize).copied().unwrap_or_else(|| compute(rank))
    }

    #[inline]
    fn line(&self, order: u64, line: u64, (product, list, cost): (u64, i64, i64)) -> Line {
        let draw = self.price.draw(order).also(line);
        let percent = 100 - self.discounts[self.discount_alias.pick(draw)];
        let price_minor = if draw.also(1).below(1_000) < self.clearance {
            (cost * draw.also(2).between(70, 99) / 100).max(1).min(list)
        } else {
            // Never so low that the shop pays more than it gets, but for clearance.
            ((list * percent + 50) / 100).max((cost + 1 + (list - cost) / 10).min(list)).min(list)
        };
        let draw = self.quantity.draw(order).also(line);
        let pieces = self.quantities.pick(draw) as i64 + 1;
        let quantity = match list {
            ..500 => pieces + draw.also(1).below(4) as i64,
            500..1_500 => pieces + draw.also(1).below(2) as i64,
            30_000.. if draw.also(1).below(4) > 0 => 1,
            _ => pieces,
        };
        Line { order, product, number: line as i64 + 1, quantity, price_minor }
    }
}
