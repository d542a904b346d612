//! List price and cost of a product, in minor units.

use wares_model::pack::catalog::{PriceBand, PriceEndings};

use super::{ABSENT, Product, Products, attribute::AttributePlan};
use crate::{
    fixed::{bell, log_normal},
    key::Draw,
    weighted::Alias,
};

/// How prices end, by size of price.
pub(crate) struct Endings(Vec<(PriceEndings, Alias)>);

/// So many products of each kind say what brands and attributes do to its prices.
const SAMPLE: u64 = 255;
/// Numbers of their own, far from those of any row.
const SAMPLE_BASE: u64 = 1 << 62;
/// A factor of one.
const ONE: i64 = 1_000_000;

impl Products {
    /// Makes half of the products of each kind cost less than its median: what brands and attributes do to a price is taken out on the whole.
    pub(super) fn calibrate(&mut self) {
        for kind in 0..self.kinds.len() {
            let factor = |within: u64| {
                let mut product = self.of_kind(kind, within, SAMPLE_BASE + within, SAMPLE_BASE + within, 0, None);
                for attribute in &self.kinds[kind].priced {
                    self.draw_attribute(&mut product, *attribute);
                }
                self.factor(&product, ONE)
            };
            let mut factors: Vec<i64> = (0..SAMPLE).map(factor).collect();
            factors.sort_unstable();
            let usual = factors[factors.len() / 2].max(1);
            let median = self.kinds[kind].price.median_minor;
            self.kinds[kind].calibrated_minor = (i128::from(median) * i128::from(ONE) / i128::from(usual)).clamp(1, 1 << 50) as i64;
        }
    }

    /// An amount times the level of the product's brand and what its attributes do to a price.
    #[inline]
    fn factor(&self, product: &Product, amount: i64) -> i64 {
        let plan = &self.kinds[product.kind];
        let mut amount = amount * i64::from(self.catalog.brands[product.brand].level_percent) / 100;
        for attribute in &plan.priced {
            let value = product.attributes[*attribute];
            if let (AttributePlan::Values(values), true) = (&plan.attributes[*attribute], value != ABSENT) {
                // Far above any band, and far below an overflow.
                amount = (amount * values.price_percent[value as usize] / 100).min(1_000_000_000_000_000);
            }
        }
        amount
    }

    #[inline]
    pub(super) fn prices_of(&self, product: &Product) -> (i64, i64) {
        let plan = &self.kinds[product.kind];
        let band = plan.price;
        let median = self.factor(product, plan.calibrated_minor);
        let draw = self.price.draw(product.base);
        let price = log_normal(median, band.spread_percent, bell(draw)).clamp(band.low_minor, band.high_minor);
        let list = self.endings.apply(price, band, draw.also(1));
        let (low, high) = plan.cost;
        let cost = (list * self.cost.draw(product.base).between(low, high) + 500) / 1_000;
        (list, cost.clamp(0, list - 1))
    }
}

impl Endings {
    pub(crate) fn new(groups: &[PriceEndings]) -> Self {
        let alias = |group: &PriceEndings| {
            let weights: Vec<u64> = group.endings.iter().map(|ending| u64::from(ending.weight.max(1))).collect();
            (group.clone(), Alias::new(&weights))
        };
        Self(groups.iter().map(alias).collect())
    }

    /// The price moved to a usual ending within the band.
    fn apply(&self, price: i64, band: PriceBand, draw: Draw) -> i64 {
        let group = self.0.iter().find(|(group, _)| price < group.below_minor).unwrap_or(&self.0[self.0.len() - 1]);
        let ending = group.0.endings[group.1.pick(draw)];
        let mut ended = (price - ending.ending_minor + ending.step_minor / 2).div_euclid(ending.step_minor) * ending.step_minor + ending.ending_minor;
        if ended > band.high_minor {
            ended -= ending.step_minor;
        }
        if ended < band.low_minor {
            ended += ending.step_minor;
        }
        ended.clamp(band.low_minor, band.high_minor)
    }
}

/// The attributes that change the price, and those on which they depend, in order.
pub(crate) fn priced(attributes: &[AttributePlan]) -> Vec<usize> {
    let mut needed = vec![false; attributes.len()];
    for (index, attribute) in attributes.iter().enumerate().rev() {
        let AttributePlan::Values(values) = attribute else { continue };
        needed[index] |= values.price_percent.iter().any(|percent| *percent != 100);
        if needed[index] {
            values.chooser.hangs_on().for_each(|other| needed[other] = true);
        }
    }
    (0..attributes.len()).filter(|index| needed[*index]).collect()
}
