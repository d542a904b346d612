//! Order details: the lines of each order, addressed by (order, line).
//!
//! Orders come in blocks of 256 that all hold the same numbers of lines in another order, so that the total is known
//! beforehand and the order of any line is found without looking at the others. Start at [`OrderDetails::lines`].

use std::{ops::Range, sync::OnceLock};

use wares_model::trade;

use super::products::Products;
use crate::{
    fixed::Popularity,
    key::Key,
    permute::Permutation,
    weighted::{Alias, Composition},
};

const BLOCK: u64 = 1 << 8;

/// For so many products the prices are kept.
const POPULAR: u64 = 1 << 13;

/// Everything that the order details of one plan share.
pub(crate) struct OrderDetails {
    orders: u64,
    counts: Composition,
    lines_of_block: u64,
    products: u64,
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
    pub(crate) fn new(seed: u64, table: &str, orders: u64, products: u64, trade: &trade::Lines) -> Self {
        let key = |name: &str| Key::new(seed, table, name);
        let weights: Vec<u64> = trade.per_order.iter().map(|share| u64::from(*share)).collect();
        let counts = Composition::new(key("latent:lines"), BLOCK.ilog2(), &weights);
        let shares = |list: Vec<u32>| Alias::new(&list.into_iter().map(u64::from).collect::<Vec<_>>());
        Self {
            orders,
            lines_of_block: (0..weights.len()).map(|index| u64::from(counts.count(index)) * (index as u64 + 1)).sum(),
            counts,
            products,
            order_of_products: Permutation::new(key("latent:popularity"), products.max(1)),
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

    /// How many lines all orders have together.
    pub(crate) fn rows(&self) -> u64 {
        let whole = self.orders / BLOCK * self.lines_of_block;
        whole + (self.orders / BLOCK * BLOCK..self.orders).map(|order| self.count(order)).sum::<u64>()
    }

    #[inline]
    fn count(&self, order: u64) -> u64 {
        self.counts.split(order).0 as u64 + 1
    }

    /// The lines in a range of rows, in order.
    pub(crate) fn lines(&self, rows: Range<u64>, products: &Products) -> Vec<Line> {
        let mut found = Vec::with_capacity((rows.end - rows.start) as usize);
        let mut order = rows.start / self.lines_of_block * BLOCK;
        let mut row = rows.start / self.lines_of_block * self.lines_of_block;
        let mut places = self.counts.order(order / BLOCK);
        while row < rows.end && order < self.orders {
            if order.is_multiple_of(BLOCK) {
                places = self.counts.order(order / BLOCK);
            }
            let count = self.counts.split_in(&places, order / BLOCK, order).0 as u64 + 1;
            if row + count > rows.start {
                let wanted = rows.start.saturating_sub(row)..count.min(rows.end - row);
                self.lines_of(order, wanted, products, &mut found);
            }
            row += count;
            order += 1;
        }
        found
    }

    /// Some lines of one order. A product stands once in an order: a pick that is taken moves on to the next less popular product.
    fn lines_of(&self, order: u64, wanted: Range<u64>, products: &Products, found: &mut Vec<Line>) {
        let mut taken = [0_u64; 32];
        let draw = self.pick.draw(order);
        for line in 0..wanted.end {
            let mut rank = self.popularity.rank(draw.also(line), self.products);
            while taken[..line as usize].contains(&rank) {
                rank = if rank + 1 == self.products { 0 } else { rank + 1 };
            }
            taken[line as usize] = rank;
            if wanted.contains(&line) {
                found.push(self.line(order, line, self.product(rank, products)));
            }
        }
    }

    /// Row, list price and cost of the product of a rank.
    #[inline]
    fn product(&self, rank: u64, products: &Products) -> (u64, i64, i64) {
        let compute = |rank: u64| {
            let product = self.order_of_products.at(rank);
            let (list, cost) = products.prices(product);
            (product, list, cost)
        };
        let popular = self.popular.get_or_init(|| (0..self.products.min(POPULAR)).map(compute).collect());
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
            ((list * percent + 50) / 100).max(cost + 1 + (list - cost) / 10).min(list)
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
