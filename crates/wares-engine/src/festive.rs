//! What public holidays do to trade: fewer orders on the day, more before it, and nothing that leaves.

use std::{collections::BTreeSet, ops::RangeInclusive};

use wares_model::{
    Checked, Day, holidays,
    trade::{self, HolidaySource},
};

/// Before Christmas trade is livelier for so many days, and until so many days before it: what is ordered later arrives too late.
const CHRISTMAS_DAYS: RangeInclusive<i32> = 7..=28;

/// The days before a holiday on which people buy in.
const EVES: i32 = 2;

/// One, of intensities.
const WHOLE: u64 = 1_000;

/// The holidays of all regions of a shop.
#[derive(Debug, Clone, Default)]
pub(crate) struct Festive {
    /// Each with its share of the customers.
    regions: Vec<(u64, BTreeSet<Day>)>,
    shares: u64,
}

impl Festive {
    /// The holidays in the years of some days, and in those before and after.
    pub(crate) fn new(checked: &Checked, first: Day, last: Day) -> Self {
        if checked.trade.calendar.holidays == HolidaySource::None {
            return Self::default();
        }
        let years = first.civil().0 - 1..=last.civil().0 + 1;
        let of = |code: &str| years.clone().flat_map(|year| holidays::of(code, year)).collect();
        let regions: Vec<(u64, BTreeSet<Day>)> = checked.regions.iter().map(|(code, share)| (u64::from(*share), of(code))).collect();
        Self { shares: regions.iter().map(|(share, _)| share).sum(), regions }
    }

    /// The intensity of a day beside a usual one, in thousandths: that of each region by its share.
    pub(crate) fn intensity(&self, day: Day, trade: &trade::Calendar) -> u64 {
        if self.shares == 0 {
            return WHOLE;
        }
        let of = |holidays: &BTreeSet<Day>| {
            let percent = if holidays.contains(&day) {
                trade.holiday_percent
            } else if holidays.range(day..=day.plus(EVES)).next().is_some() {
                trade.eve_percent
            } else if before_christmas(day, holidays) {
                trade.christmas_percent
            } else {
                100
            };
            u64::from(percent) * WHOLE / 100
        };
        self.regions.iter().map(|(share, holidays)| share * of(holidays)).sum::<u64>() / self.shares
    }

    /// Whether it is a holiday where the shop is: in its first region.
    pub(crate) fn is_holiday(&self, day: Day) -> bool {
        self.regions.first().is_some_and(|(_, holidays)| holidays.contains(&day))
    }
}

/// On which days things leave.
#[derive(Debug, Clone)]
pub(crate) struct OpenDays {
    first: Day,
    /// For each day from the first on, the next one on which things leave: itself, or so many days later.
    wait: Vec<u8>,
}

/// Days after `today` on which orders may leave that wait for something.
const AHEAD: i32 = 500;

impl OpenDays {
    /// Those of a shop with orders from a day on.
    pub(crate) fn new(checked: &Checked, first: Day) -> Self {
        let last = checked.today.max(first).plus(AHEAD);
        let closed_on = &checked.trade.orders.closed_on;
        let weekdays: Vec<usize> = closed_on.iter().map(|day| *day as usize).collect();
        let festive = if closed_on.is_empty() { Festive::default() } else { Festive::new(checked, first, last) };
        let mut wait = vec![0_u8; (last.0 - first.0 + 1) as usize];
        for index in (0..wait.len() - 1).rev() {
            let day = first.plus(index as i32);
            wait[index] = if weekdays.contains(&day.weekday()) || festive.is_holiday(day) { wait[index + 1].saturating_add(1) } else { 0 };
        }
        Self { first, wait }
    }

    /// The day itself, or the next one on which things leave.
    #[inline]
    pub(crate) fn next_open(&self, day: Day) -> Day {
        let index = (day.0 - self.first.0).max(0) as usize;
        day.plus(self.wait.get(index).map_or(0, |days| i32::from(*days)))
    }

    /// The most days that something waits because the shop is closed.
    pub(crate) fn longest_break(&self) -> i32 {
        self.wait.iter().max().map_or(0, |days| i32::from(*days))
    }
}

/// Whether it is the time before Christmas, for people who keep it.
fn before_christmas(day: Day, holidays: &BTreeSet<Day>) -> bool {
    let christmas = |date: &&Day| matches!(date.civil(), (_, 12, 25));
    holidays.range(day..=day.plus(*CHRISTMAS_DAYS.end())).find(christmas).is_some_and(|date| CHRISTMAS_DAYS.contains(&(date.0 - day.0)))
}

#[cfg(test)]
mod tests {
    use wares_model::{check, read};

    use super::*;

    fn festive(regions: &str) -> (Festive, trade::Calendar) {
        let text = format!(
            r#"{{"version": 1, "name": "x", "regions": {regions}, "tables": [{{"name": "t", "rows": 1, "columns": [{{"name": "a", "fill": "uuid"}}]}}]}}"#
        );
        let template = read::document(read::value(&text).unwrap()).unwrap();
        let today: Day = "2026-11-23".parse().unwrap();
        let checked = check(&template, today).unwrap();
        (Festive::new(&checked, today, today), checked.trade.calendar)
    }

    fn intensity(regions: &str, day: &str) -> u64 {
        let (festive, trade) = festive(regions);
        let trade = trade::Calendar { holiday_percent: 40, eve_percent: 110, christmas_percent: 120, ..trade };
        festive.intensity(day.parse().unwrap(), &trade)
    }

    #[test]
    fn holidays_weigh_by_the_share_of_their_region() {
        let (us, both) = (r#"[{"code": "US"}]"#, r#"[{"code": "US", "share": 0.75}, {"code": "JP", "share": 0.25}]"#);
        assert_eq!(intensity(us, "2026-12-25"), 400);
        assert_eq!(intensity(both, "2026-12-25"), 550);
        assert_eq!(intensity(us, "2026-12-24"), 1_100);
        assert_eq!(intensity(us, "2026-12-21"), 1_000);
        assert_eq!(intensity(us, "2026-12-10"), 1_200);
        assert_eq!(intensity(r#"[{"code": "JP"}]"#, "2026-12-10"), 1_000);
        assert_eq!(intensity(us, "2026-08-12"), 1_000);
    }

    #[test]
    fn the_shop_is_closed_on_the_holidays_of_its_first_region() {
        let (festive, _) = festive(r#"[{"code": "DE", "share": 0.1}, {"code": "US"}]"#);
        let closed = |day: &str| festive.is_holiday(day.parse().unwrap());
        assert!(closed("2026-10-03") && !closed("2026-11-26") && !closed("2026-12-24"));
    }
}
