//! What the shop and its customers know of a product beside the catalog: stars, launch, weight.

use std::sync::Arc;

use arrow_array::{ArrayRef, Date32Array};
use wares_model::day::Day;

use super::{
    ABSENT, Product,
    attribute::{AttributePlan, number},
    kind::KindPlan,
};
use crate::{
    anchor::Anchor,
    fixed::{bell, log_normal},
    key::Key,
};

/// A shop's oldest products were launched so many days ago.
const OLDEST_DAYS: u64 = 2_922;
/// Of a thousand products so many have not been rated.
const UNRATED_PER_MILLE: u64 = 90;

/// The keys of these facts.
pub(crate) struct Facts {
    reviews: Key,
    rating: Key,
    launch: Key,
    weight: Key,
    anchor: Anchor,
}

impl Facts {
    pub(crate) fn new(key: Key, anchor: Anchor) -> Self {
        Self { reviews: key.with(1), rating: key.with(2), launch: key.with(3), weight: key.with(4), anchor }
    }

    /// How many customers rated a product: few most, many some.
    pub(crate) fn reviews(&self, base: u64) -> i64 {
        let draw = self.reviews.draw(base);
        if draw.also(1).below(1_000) < UNRATED_PER_MILLE { 0 } else { log_normal(22, 140, bell(draw)).max(1) }
    }

    /// Stars in tenths, 10 to 50, around 4.3; those of few reviews lie further apart. None without a review.
    pub(crate) fn rating_tenths(&self, base: u64) -> Option<i64> {
        let spread = match self.reviews(base) {
            0 => return None,
            1..=4 => 9,
            5..=30 => 5,
            _ => 3,
        };
        Some((43 + ((bell(self.rating.draw(base)) * spread) >> 16)).clamp(10, 50))
    }

    /// The day of launch: more of them lie lately than long ago.
    pub(crate) fn launch(&self, base: u64) -> Day {
        let draw = self.launch.draw(base);
        let ago = (draw.below(OLDEST_DAYS) * draw.also(1).below(1 << 16)) >> 16;
        self.anchor.day().plus(-(ago as i32))
    }

    /// The days of launch of some products.
    pub(crate) fn launches(&self, bases: impl Iterator<Item = u64>) -> ArrayRef {
        Arc::new(Date32Array::from_iter_values(bases.map(|base| self.launch(base).0)))
    }

    /// The weight in whole grams: what its size says is in the package, else from the kind's band, else as an attribute says; none where the pack has neither.
    pub(crate) fn weight_grams(&self, product: &Product, kind: &KindPlan) -> Option<i64> {
        if let Some((low, high)) = kind.grams {
            if let Some((scale, grams)) = &kind.content
                && let Some(Some(net)) = grams.get(product.attributes[*scale] as usize)
            {
                // The package weighs something too.
                return Some(net + net * self.weight.draw(product.base).between(6, 18) / 100 + 3);
            }
            return Some(self.weight.draw(product.base).between(low, high));
        }
        let (attribute, thousandths) = kind.weight?;
        match (&kind.attributes[attribute], product.attributes[attribute]) {
            (AttributePlan::Numbers { band, .. }, value) if value != ABSENT => Some(((number(*band, value) * thousandths + 500) / 1_000).max(1)),
            _ => None,
        }
    }
}
