//! On which days customers sign up and orders come.
//!
//! Either so many of each are spread over all days until `today`, or orders come at a rate from a first day on and customers at a pace of their own: then
//! a later `today` appends rows to both tables and moves none. Start at [`order_days`] and [`sign_up_days`].

use std::borrow::Cow;

use wares_model::{
    Brought, Checked, Day,
    check::{CheckedTable, MOST_ROWS},
    template::Recipe,
};

use crate::{
    calendar::{Days, Timeline},
    festive::Festive,
    plan::PlanError,
    recipe::{
        customers::SignUps,
        orders::{Once, Orders},
    },
};

/// Days over which a pace is measured.
const YEAR: i32 = 365;

/// The orders of a day in thousandths, where they come at a rate.
fn rate(checked: &Checked) -> Option<u64> {
    checked.trade.orders.per_day?.at_scale(3).and_then(|thousandths| u64::try_from(thousandths).ok())
}

/// The tables that the user brings of a recipe.
fn brought(checked: &Checked, recipe: Recipe) -> Option<&Brought> {
    checked.brought.iter().find(|brought| brought.recipe == Some(recipe)).map(AsRef::as_ref)
}

/// The same template with the number of its orders, where that follows from a rate.
///
/// # Errors
/// [`PlanError::Paced`] when there are none, or too many.
pub(crate) fn counted(checked: &Checked) -> Result<Cow<'_, Checked>, PlanError> {
    let (Some(per_day), Some(index)) = (checked.trade.orders.per_day, checked.table_of(Recipe::Orders)) else { return Ok(Cow::Borrowed(checked)) };
    let timeline = order_days(checked, &checked.tables[index]);
    let rows = timeline.rows();
    if !(1..=MOST_ROWS).contains(&rows) {
        let made = if rows == 0 { "none".to_owned() } else { format!("more than {MOST_ROWS}") };
        return Err(PlanError::Paced { per_day, since: timeline.start(), today: checked.today, made });
    }
    let mut counted = checked.clone();
    counted.tables[index].rows = rows;
    Ok(Cow::Owned(counted))
}

/// The days of a template's calendar, both ends included.
pub(crate) fn days_of(checked: &Checked, first: Day, last: Day) -> Days {
    Days::new(checked.seed, first, last, &checked.trade.calendar, &Festive::new(checked, first, last))
}

/// The days of the orders.
pub(crate) fn order_days(checked: &Checked, table: &CheckedTable) -> Timeline {
    let (trade, today) = (&checked.trade, checked.today);
    let draw = Orders::key(checked.seed, &table.name);
    // Nobody of the user's customers orders before the first of them has signed up.
    let earliest = brought(checked, Recipe::Customers).and_then(|brought| brought.facts.signed_up.as_ref()?.iter().min().copied());
    let first = earliest.map_or(trade.first_day(today), |day| trade.first_day(today).max(Day(day)));
    match rate(checked) {
        Some(thousandths) => {
            let year_after = first.plus(YEAR);
            let days = days_of(checked, first, today.max(year_after));
            Timeline::paced(&days, (first, year_after), thousandths * YEAR as u64, today, draw)
        }
        None => Timeline::spread(&days_of(checked, first.min(today), today), table.rows, draw),
    }
}

/// The days on which the customers of a table sign up that is made: so many in all, or so many before the first order and more at their pace.
pub(crate) fn sign_up_days(checked: &Checked, table: &CheckedTable) -> Timeline {
    let (trade, today) = (&checked.trade, checked.today);
    let draw = SignUps::key(checked.seed, &table.name);
    let opening = trade.first_day(today);
    let first = opening.plus(-(trade.customers.first_sign_up_days as i32));
    let end = if rate(checked).is_some() { today.max(opening.plus(YEAR)) } else { today };
    let days = days_of(checked, first, end);
    match rate(checked) {
        Some(_) => Timeline::paced(&days, (first, opening), table.rows.saturating_mul(1_000), today, draw),
        None => Timeline::spread(&days, table.rows, draw),
    }
}

/// The days on which the user's customers signed up, as far as their file does not say it: all of them before the first order where these come at a rate.
pub(crate) fn brought_sign_up_days(checked: &Checked, brought: &Brought) -> Timeline {
    let (trade, today) = (&checked.trade, checked.today);
    let opening = trade.first_day(today);
    let first = opening.plus(-(trade.customers.first_sign_up_days as i32));
    let end = if rate(checked).is_some() { opening.plus(-1).max(first) } else { today };
    Timeline::spread(&days_of(checked, first, end), brought.rows(), SignUps::key(checked.seed, &brought.name))
}

/// Whose the orders are that have a customer of their own.
pub(crate) fn once(checked: &Checked, orders: &Timeline, sign_ups: &SignUps) -> Once {
    if rate(checked).is_none() {
        return Once { first: 0, customers: sign_ups.rows(), orders: orders.rows() };
    }
    let made = checked.table_of(Recipe::Customers).filter(|_| brought(checked, Recipe::Customers).is_none());
    let Some(made) = made.map(|index| &checked.tables[index]) else { return Once::NEVER };
    let (first, year_after) = (orders.start(), orders.start().plus(YEAR));
    Once { first: made.rows, customers: sign_ups.timeline().passes(first, year_after), orders: orders.passes(first, year_after) }
}
