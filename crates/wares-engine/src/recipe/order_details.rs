//! Order details: the lines of each order, addressed by (record, line).
//!
//! A record is an order that has details: every one, or as many as are asked for of those that the user brings. Its sort ([`Children`]) says how many
//! lines it has and whether it leaves in two shipments. Start at [`OrderDetails::lines`].

use std::{
    ops::Range,
    sync::{Arc, OnceLock},
};

use wares_model::{Brought, trade};

use super::{
    children::{Children, Parent},
    ledger::money::Currency,
    products::Products,
};
use crate::{
    fixed::{Popularity, bell, log_normal},
    key::Key,
    permute::Permutation,
    weighted::{Alias, LastBlock},
};

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
    counts: Children,
    order_of_products: Permutation,
    /// The most popular products, computed once: most lines are theirs.
    popular: OnceLock<Vec<Good>>,
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

/// What a line needs of its product.
#[derive(Debug, Clone, Copy)]
struct Good {
    row: u64,
    list: i64,
    cost: i64,
}

/// Where the lines of a plan get their prices, and in which currency an order is.
#[derive(Clone, Copy)]
pub(crate) struct Sale<'a> {
    pub(crate) priced: Priced<'a>,
    /// None where all prices are the catalog's.
    pub(crate) currency: Option<&'a (dyn Fn(u64) -> Currency + Sync)>,
}

impl Sale<'_> {
    #[inline]
    fn currency(self, order: u64) -> Currency {
        self.currency.map_or(Currency::CATALOGS, |of| of(order))
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
    pub(crate) fn new(seed: u64, table: &str, size: Size, trade: &trade::Lines, partial_percent: u64, totals: Option<Arc<Brought>>) -> Self {
        let key = |name: &str| Key::new(seed, table, name);
        // Two sorts for each number of lines: those that leave at once, and those that leave in two shipments.
        let sorts = trade.per_order.iter().zip(1..).flat_map(|(share, lines)| {
            let parted = if lines > 1 { u64::from(*share) * partial_percent } else { 0 };
            [(u64::from(*share) * 100 - parted, lines), (parted, lines)]
        });
        let counts = Children::new(key("latent:lines"), &sorts.collect::<Vec<_>>());
        let shares = |list: Vec<u32>| Alias::new(&list.into_iter().map(u64::from).collect::<Vec<_>>());
        Self {
            size,
            totals,
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

    /// Some lines of one record, all of them where its order says what they come to. A product stands once in an order: a pick that is taken moves
    /// on to the next less popular product.
    fn lines_of(&self, record: u64, wanted: Range<u64>, sale: Sale<'_>, found: &mut Vec<Line>) {
        let order = self.order(record);
        if let Some(total) = self.totals.as_ref().and_then(|brought| brought.facts.total_minor.as_ref()) {
            return self.lines_for(order, total[order as usize], wanted.end, sale, found);
        }
        let mut taken = [0_u64; 32];
        let draw = self.pick.draw(order);
        let currency = sale.currency(order);
        for line in 0..wanted.end {
            let rank = self.untaken(self.popularity.rank(draw.also(line), self.size.products), &taken[..line as usize]);
            taken[line as usize] = rank;
            if wanted.contains(&line) {
                found.push(self.line(order, line, self.product(rank, sale.priced), currency));
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
    fn lines_for(&self, order: u64, total_minor: i64, count: u64, sale: Sale<'_>, found: &mut Vec<Line>) {
        let mut taken = Vec::new();
        let mut left_minor = total_minor.max(0);
        let draw = self.pick.draw(order);
        for line in 0..count {
            let lines_left = (count - line) as i64;
            let share = left_minor / lines_left;
            let tries = if lines_left == 1 { LAST_TRIES } else { TRIES };
            let candidate = |number: u64| {
                let rank = self.untaken(self.popularity.rank(draw.also(line * LAST_TRIES + number), self.size.products), &taken);
                (rank, self.product(rank, sale.priced))
            };
            let best = (0..tries).map(candidate).min_by_key(|(_, good)| (good.list - share).abs());
            let (rank, Good { row: product, list, .. }) = best.expect("there is at least one try");
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

    /// The product of a rank.
    #[inline]
    fn product(&self, rank: u64, priced: Priced<'_>) -> Good {
        let compute = |rank: u64| {
            let row = self.order_of_products.at(rank);
            let (list, cost) = priced.prices(row);
            Good { row, list, cost }
        };
        let popular = self.popular.get_or_init(|| (0..self.size.products.min(POPULAR)).map(compute).collect());
        popular.get(rank as usize).copied().unwrap_or_else(|| compute(rank))
    }

    #[inline]
    fn line(&self, order: u64, line: u64, good: Good, currency: Currency) -> Line {
        let (list, cost) = (currency.listed(good.list), currency.converted(good.cost));
        let draw = self.price.draw(order).also(line);
        let percent = 100 - self.discounts[self.discount_alias.pick(draw)];
        let price_minor = if draw.also(1).below(1_000) < self.clearance {
            (cost * draw.also(2).between(70, 99) / 100).max(1).min(list)
        } else {
            // Never so low that the shop pays more than it gets, but for clearance.
            ((list * percent + 50) / 100).max((cost + 1 + (list - cost) / 10).min(list)).min(list)
        };
        let price_minor = currency.round(price_minor).max(1);
        let draw = self.quantity.draw(order).also(line);
        let pieces = self.quantities.pick(draw) as i64 + 1;
        let quantity = match good.list {
            ..500 => pieces + draw.also(1).below(4) as i64,
            500..1_500 => pieces + draw.also(1).below(2) as i64,
            30_000.. if draw.also(1).below(4) > 0 => 1,
            _ => pieces,
        };
        Line { order, product: good.row, number: line as i64 + 1, quantity, price_minor }
    }
}

/// Whether records of a sort leave in two shipments.
fn is_parted(sort: usize) -> bool {
    sort % 2 == 1
}
