//! Orders at a rate instead of a number in all.

use wares_model::{Day, Recipe, Template, decimal::Decimal, trade::Profile};

/// Has the orders of a template come at a rate, and from a day on, as far as either is asked for.
pub(super) fn set(template: &mut Template, per_day: Option<Decimal>, since: Option<Day>) {
    template.trade.calendar.start = since.or(template.trade.calendar.start);
    if per_day.is_some() {
        template.trade.orders.per_day = per_day;
        template.tables.iter_mut().filter(|table| table.recipe == Some(Recipe::Orders)).for_each(|table| table.rows = None);
    }
}

/// How many customers a shop of so many orders a day opens with.
pub(super) fn customers(per_day: Decimal, profile: Profile) -> u64 {
    let hundredfold = |number: u64| {
        let thousandths = per_day.at_scale(3).and_then(|rate| u64::try_from(rate).ok()).unwrap_or(0);
        u64::try_from(u128::from(thousandths) * u128::from(number) / 100_000).unwrap_or(u64::MAX).max(10)
    };
    match profile {
        // Where most customers come once, the year before brings as many as its orders would have been; and some more, to be sure.
        Profile::Marketplace => hundredfold(365 * 10_200 / (100 + u64::from(profile.trade().calendar.growth_percent.unsigned_abs()))),
        Profile::Retail | Profile::Wholesale | Profile::Grocery => hundredfold(4_000),
    }
}
