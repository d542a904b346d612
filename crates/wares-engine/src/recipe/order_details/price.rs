//! What a line costs, and how many pieces it has.
//!
//! The price list goes by date: prices were lower in earlier years. A product is on promotion in some months. Many pieces cost less each.

use wares_model::{Day, trade};

use super::goods::Good;
use crate::{
    anchor::Anchor,
    key::{Draw, Key},
    recipe::ledger::Currency,
    weighted::Alias,
};

/// How prices and pieces are drawn in one plan.
pub(super) struct Pricing {
    price: Key,
    promotion: Key,
    rise: Key,
    quantity: Key,
    quantities: Alias,
    /// Of a hundred lines so many have their pieces by the price.
    sways: u64,
    /// Rare quantities: of a million lines, those below the first number have so many pieces, those up to the second number the next ...
    bulk: Vec<(u64, i64)>,
    discounts: Vec<i64>,
    discount_alias: Alias,
    clearance: u64,
    rise_per_mille: i64,
    /// Pieces from which each costs so many percent less; the largest first.
    steps: Vec<(i64, i64)>,
    /// The day of the price list that the products show.
    anchor: Anchor,
}

/// Of a hundred products so many change their price once a year.
const RISING_PERCENT: u64 = 60;

impl Pricing {
    pub(super) fn new(key: &dyn Fn(&str) -> Key, trade: &trade::Lines, anchor: Anchor) -> Self {
        let shares = |list: Vec<u32>| Alias::new(&list.into_iter().map(u64::from).collect::<Vec<_>>());
        let mut steps: Vec<(i64, i64)> = trade.quantity_discounts.iter().map(|step| (i64::from(step.pieces), i64::from(step.percent))).collect();
        steps.sort_unstable_by_key(|(pieces, _)| -pieces);
        let mut below = 0;
        let bulk = trade.bulk.iter().map(|lot| {
            below += u64::from(lot.per_million);
            (below, i64::from(lot.pieces))
        });
        Self {
            price: key("latent:price"),
            promotion: key("latent:promotion"),
            rise: key("latent:rise"),
            quantity: key("latent:quantity"),
            quantities: shares(trade.quantities.clone()),
            sways: u64::from(trade.price_sways_percent),
            bulk: bulk.collect(),
            discounts: trade.discounts.iter().map(|step| i64::from(step.percent)).collect(),
            discount_alias: shares(trade.discounts.iter().map(|step| step.weight).collect()),
            clearance: u64::from(trade.clearance_per_mille),
            rise_per_mille: i64::from(trade.rise_per_mille),
            steps,
            anchor,
        }
    }

    /// Pieces as the shop usually sells them, whatever the product.
    #[inline]
    pub(super) fn pieces(&self, order: u64, line: u64) -> i64 {
        self.pick(self.quantity.draw(order).also(line))
    }

    #[inline]
    fn pick(&self, draw: Draw) -> i64 {
        self.quantities.pick(draw) as i64 + 1
    }

    /// How many pieces of a product: more of cheap ones, fewer of dear ones; now and then a whole lot of what is not dear.
    #[inline]
    pub(super) fn quantity(&self, order: u64, line: u64, list: i64, usual_price: i64) -> i64 {
        let draw = self.quantity.draw(order).also(line);
        let first = self.pick(draw);
        if let Some((most, _)) = self.bulk.last()
            && list <= usual_price
        {
            let place = draw.also(3).below(1_000_000);
            if place < *most {
                return self.bulk.iter().find(|(below, _)| place < *below).map_or(first, |(_, pieces)| *pieces);
            }
        }
        if self.sways < 100 && draw.also(4).below(100) >= self.sways {
            return first;
        }
        if list * 3 > usual_price * 5 {
            let second = first.min(self.pick(draw.also(1)));
            if list > usual_price * 4 { second.min(self.pick(draw.also(2))) } else { second }
        } else if list * 5 < usual_price * 3 {
            let second = first.max(self.pick(draw.also(1)));
            if list * 4 < usual_price { second.max(self.pick(draw.also(2))) } else { second }
        } else {
            first
        }
    }

    /// The price of each piece, in minor units of the order's currency.
    #[inline]
    pub(super) fn each(&self, order: u64, line: u64, good: &Good, quantity: i64, day: Option<Day>, currency: Currency) -> i64 {
        let (newest, cost) = (currency.listed(good.list), currency.cost((good.list, good.cost)));
        let list = day.map_or(newest, |day| self.list_on(day, good.row, newest));
        let draw = self.price.draw(order).also(line);
        let off = match day {
            Some(day) => self.off(self.promotion.draw(good.row).also(month(day))),
            None => self.off(draw),
        };
        let many = self.steps.iter().find(|(pieces, _)| quantity >= *pieces).map_or(0, |(_, percent)| *percent);
        let percent = 100 - off.max(many);
        let price = if draw.also(1).below(1_000) < self.clearance {
            (cost * draw.also(2).between(70, 99) / 100).max(1).min(list)
        } else {
            // Never so low that the shop pays more than it gets, but for clearance.
            ((list * percent + 50) / 100).max((cost + 1 + (newest - cost) / 10).min(newest)).min(newest)
        };
        currency.round(price).max(1)
    }

    #[inline]
    fn off(&self, draw: Draw) -> i64 {
        self.discounts[self.discount_alias.pick(draw)]
    }

    /// The list price as it was on a day, with the ending of the price of today.
    #[inline]
    fn list_on(&self, day: Day, row: u64, newest: i64) -> i64 {
        let draw = self.rise.draw(row);
        let rises = (i64::from(self.anchor.day().0 - day.0) + draw.also(1).below(365) as i64) / 365;
        // A price list is never older than the one that the products show.
        if rises <= 0 || draw.below(100) >= RISING_PERCENT || newest < 200 {
            return newest;
        }
        let lower = newest * (1_000 - (self.rise_per_mille * rises).min(500)) / 1_000;
        lower / 100 * 100 + newest % 100
    }
}

/// The number of a day's month, counted from the year 0.
#[inline]
fn month(day: Day) -> u64 {
    let (year, month, _) = day.civil();
    year as u64 * 12 + u64::from(month)
}
