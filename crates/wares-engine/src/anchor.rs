//! The day from which a shop counts.

use wares_model::{Checked, Day, trade};

/// The day from which launches, price lists and the like are counted: `today`, or the first day with orders where these only grow.
///
/// Nothing that is counted from it changes when `today` moves on in a shop that grows.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Anchor {
    day: Day,
    grows: bool,
}

impl Anchor {
    /// That of a template.
    pub(crate) fn new(checked: &Checked) -> Self {
        let grows = checked.trade.orders.per_day.is_some();
        Self { day: if grows { checked.trade.first_day(checked.today) } else { checked.today }, grows }
    }

    /// The day itself.
    pub(crate) fn day(self) -> Day {
        self.day
    }

    /// The last day on which something is sold that goes out of the shop: so many days back, or ahead where the shop grows.
    pub(crate) fn last_sold(self, days: i32) -> Day {
        self.day.plus(if self.grows { days } else { -days })
    }

    /// The days in which people came to the shop who are there from the beginning.
    pub(crate) fn beginnings(self, trade: &trade::Trade, today: Day) -> (Day, Day) {
        if self.grows { (self.day.plus(-trade::USUAL_DAYS), self.day) } else { (trade.first_day(today), today) }
    }
}
