//! Which product a line is: a favourite of the customer, one of a series that goes with the others, or any by popularity.

use wares_model::{Day, trade};

use super::{
    Buyer,
    goods::{Good, Priced, SERIES, Shelf},
};
use crate::key::{Draw, Key};

/// So many lines of an order come from one series.
const LINES_OF_SERIES: u64 = 4;

/// A customer likes so many series.
const LIKED: u64 = 6;

/// So many ranks are looked through for a product that is on sale and not yet in the order.
const STEPS: u64 = 512;

/// How products are picked in one plan.
pub(super) struct Picks {
    pick: Key,
    favourite: Key,
    liked: Key,
    favourite_percent: u64,
    favourites: u64,
    own_taste_percent: u64,
    series_percent: u64,
}

impl Picks {
    pub(super) fn new(key: &dyn Fn(&str) -> Key, trade: &trade::Lines) -> Self {
        Self {
            pick: key("latent:product"),
            favourite: key("latent:favourites"),
            liked: key("latent:liked"),
            favourite_percent: u64::from(trade.favourite_percent),
            favourites: u64::from(trade.favourites),
            own_taste_percent: u64::from(trade.own_taste_percent),
            series_percent: u64::from(trade.series_percent),
        }
    }

    /// The draws of an order's products.
    #[inline]
    pub(super) fn draw(&self, order: u64) -> Draw {
        self.pick.draw(order)
    }

    /// The rank of a line's product.
    #[inline]
    pub(super) fn rank(&self, draw: Draw, line: u64, buyer: Option<Buyer>, shelf: &Shelf) -> u64 {
        let own = draw.also(line);
        let place = own.also(1).below(100);
        if let Some(buyer) = buyer
            && place < self.favourite_percent
        {
            // The first favourites are bought most.
            let number = own.also(2).below(self.favourites).min(own.also(3).below(self.favourites));
            let liked = self.favourite.draw(buyer.customer).also(number);
            let own_taste = liked.also(1).below(100) < self.own_taste_percent;
            return if own_taste { liked.also(2).below(shelf.len()) } else { shelf.rank(liked) };
        }
        let in_series = place < self.favourite_percent + self.series_percent;
        if in_series && shelf.len() >= 2 * SERIES {
            let group = draw.also(1_000 + line / LINES_OF_SERIES);
            let first = match buyer {
                Some(buyer) => shelf.rank(self.liked.draw(buyer.customer).also(group.below(LIKED))),
                None => shelf.rank(group),
            };
            return (first / SERIES * SERIES + own.also(4).below(SERIES)).min(shelf.len() - 1);
        }
        shelf.rank(own)
    }

    /// The first product from this rank on that is on sale and not taken; where none is near, the first that is not taken.
    #[inline]
    pub(super) fn free(&self, rank: u64, taken: &[u64], day: Option<Day>, shelf: &Shelf, priced: Priced<'_>) -> (u64, Good) {
        let next = |rank: u64| if rank + 1 == shelf.len() { 0 } else { rank + 1 };
        let mut at = rank;
        for _ in 0..STEPS.min(shelf.len()) {
            if !taken.contains(&at) {
                let good = shelf.good(at, priced);
                if day.is_none_or(|day| good.is_sold_on(day)) {
                    return (at, good);
                }
            }
            at = next(at);
        }
        let mut at = rank;
        while taken.contains(&at) {
            at = next(at);
        }
        (at, shelf.good(at, priced))
    }
}
