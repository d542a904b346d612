//! When the n-th of so many things happens: one table of days, by weekday x month x growth x holidays x peaks x noise.
//!
//! Start at [`Timeline`]. The things are either so many, spread over all days, or as many as come in the time: then more days only append things.

use wares_model::{Day, trade};

use crate::{festive::Festive, key::Key};

/// Days with their cumulated intensity.
#[derive(Debug, Clone)]
pub(crate) struct Days {
    start: Day,
    /// The intensity of everything before each day, and the end; in no unit.
    sums: Vec<u128>,
}

impl Days {
    /// The days from `start` to `end`, both included. The intensity of a day does not depend on the end.
    pub(crate) fn new(seed: u64, start: Day, end: Day, trade: &trade::Calendar, festive: &Festive) -> Self {
        let noise = Key::new(seed, "calendar", "noise");
        let mut sums = vec![0_u128];
        // Growth is compounded day by day, in units of 2^-32.
        let daily = daily_growth(trade.growth_percent);
        let mut growth = 1_u128 << 32;
        for number in start.0..=end.0 {
            let day = Day(number);
            let (_, month, _) = day.civil();
            let mut intensity = u128::from(trade.weekdays[day.weekday()]) * u128::from(trade.months[month as usize - 1]) * growth;
            for peak in trade.peaks.iter().filter(|peak| lies_in(day, peak)) {
                intensity = intensity * u128::from(peak.percent) / 100;
            }
            intensity = intensity * u128::from(festive.intensity(day, trade)) / 1_000;
            let swing = i64::from(trade.noise_percent);
            let factor = 100 + noise.draw(number as u64).between(-swing, swing);
            intensity = intensity * factor as u128 / 100;
            sums.push(sums[sums.len() - 1] + intensity.max(1));
            growth = (growth * daily) >> 32;
            growth = growth.clamp(1 << 12, 1 << 60);
        }
        Self { start, sums }
    }

    /// Everything before a day.
    fn before(&self, day: Day) -> u128 {
        self.sums[((day.0 - self.start.0).max(0) as usize).min(self.sums.len() - 1)]
    }
}

/// When each of many things happens: thing i lies within the i-th part, at a place by draw.
#[derive(Debug, Clone)]
pub(crate) struct Timeline {
    start: Day,
    /// What has passed before each day; the first is 0, and the end stands behind the last.
    before: Vec<u64>,
    /// For each of about 4,096 equal parts of the whole, the day on which it begins.
    guide: Vec<u32>,
    guide_bits: u32,
    /// The length of each thing's part.
    part: u64,
    rows: u64,
    draw: Key,
}

/// The part of one thing, where as many happen as come in the time, as a power of two.
const PART_BITS: u32 = 24;

/// Bits that the reference of a pace keeps.
const PACE_BITS: u32 = 40;

impl Timeline {
    /// `rows` things over all of these days.
    pub(crate) fn spread(days: &Days, rows: u64, draw: Key) -> Self {
        let whole = days.sums[days.sums.len() - 1];
        let shift = (128 - whole.leading_zeros()).saturating_sub(63);
        let share = |sum: &u128| (((sum >> shift) << 64) / ((whole >> shift) + 1)) as u64;
        let mut before: Vec<u64> = days.sums[..days.sums.len() - 1].iter().map(share).collect();
        before.push(u64::MAX);
        Self::new(days.start, before, u64::MAX / rows.max(1), rows, draw)
    }

    /// As many things as come until `today`, itself included: from `first` on and before `end` so many thousandths of one come together.
    pub(crate) fn paced(days: &Days, (first, end): (Day, Day), thousandths: u64, today: Day, draw: Key) -> Self {
        let whole = days.before(end) - days.before(first);
        let shift = (128 - whole.leading_zeros()).saturating_sub(PACE_BITS);
        let wanted = u128::from(thousandths) << PART_BITS;
        let pace = |sum: &u128| {
            let scaled = (sum >> shift).checked_mul(wanted).map(|product| product / (1_000 * (whole >> shift).max(1)));
            scaled.and_then(|scaled| u64::try_from(scaled).ok()).unwrap_or(u64::MAX)
        };
        let mut timeline = Self::new(days.start, days.sums.iter().map(pace).collect(), 1 << PART_BITS, 0, draw);
        // The next thing has its part begun; it is there where its place in it has passed.
        let passed = if today < days.start { 0 } else { timeline.through(today) };
        let surely = passed >> PART_BITS;
        timeline.rows = surely + u64::from(timeline.place(surely) < passed);
        timeline
    }

    fn new(start: Day, before: Vec<u64>, part: u64, rows: u64, draw: Key) -> Self {
        let days = &before[..before.len() - 1];
        let guide_bits = 52 - before[before.len() - 1].leading_zeros().min(52);
        let parts = (before[before.len() - 1] >> guide_bits) + 1;
        let guide = (0..parts).map(|part| days.partition_point(|share| *share <= part << guide_bits) as u32 - 1).collect();
        Self { start, before, guide, guide_bits, part, rows, draw }
    }

    /// Where thing `index` lies; rises with the index.
    #[inline]
    fn place(&self, index: u64) -> u64 {
        index.saturating_mul(self.part).saturating_add(self.draw.draw(index).below(self.part))
    }

    /// The day of a thing; it rises with the index.
    #[inline]
    pub(crate) fn day(&self, index: u64) -> Day {
        self.day_at(self.place(index))
    }

    #[inline]
    fn day_at(&self, place: u64) -> Day {
        let mut index = self.guide[(place >> self.guide_bits) as usize] as usize;
        while index + 2 < self.before.len() && self.before[index + 1] <= place {
            index += 1;
        }
        self.start.plus(index as i32)
    }

    /// What has passed up to and on a day; days outside are taken for the nearest.
    fn through(&self, day: Day) -> u64 {
        let index = (day.0 - self.start.0 + 1).max(1) as usize;
        self.before[index.min(self.before.len() - 1)]
    }

    /// How many things surely happen by the end of a day: those below this number.
    pub(crate) fn surely_by(&self, day: Day) -> u64 {
        self.through(day) / self.part
    }

    /// What passes from a day on and before another, for comparing timelines of one pace.
    pub(crate) fn passes(&self, first: Day, end: Day) -> u64 {
        self.through(end.plus(-1)) - if first > self.start { self.through(first.plus(-1)) } else { 0 }
    }

    /// How many things there are.
    pub(crate) fn rows(&self) -> u64 {
        self.rows
    }

    /// The first day.
    pub(crate) fn start(&self) -> Day {
        self.start
    }
}

/// The 365th root of yearly growth, in units of 2^-32, by bisection.
fn daily_growth(percent: i32) -> u128 {
    let wanted = (100 + i64::from(percent)).max(1) as u128 * (1 << 32) / 100;
    let (mut low, mut high) = (0_u128, 2 << 32);
    while high - low > 1 {
        let middle = (low + high) / 2;
        let year = (0..365).fold(1_u128 << 32, |power, _| ((power * middle) >> 32).min(1 << 60));
        if year <= wanted { low = middle } else { high = middle }
    }
    low
}

/// Whether a day lies in a spell, which may run over the turn of the year.
fn lies_in(day: Day, peak: &trade::Peak) -> bool {
    let (year, _, _) = day.civil();
    [year, year - 1]
        .iter()
        .any(|year| Day::from_civil(*year, peak.month, peak.day).is_some_and(|first| (first.0..first.0 + peak.days as i32).contains(&day.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: &str = "2026-11-23";

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn days(start: Day, end: Day, growth_percent: i32) -> Days {
        let trade = trade::Calendar { growth_percent, noise_percent: 0, ..trade::Calendar::default() };
        Days::new(1, start, end, &trade, &Festive::default())
    }

    fn two_years(growth_percent: i32) -> (Timeline, Day) {
        let today = day(TODAY);
        (Timeline::spread(&days(today.plus(-729), today, growth_percent), 5_000, Key::new(1, "t", "date")), today)
    }

    fn at_pace(daily: u64, today: Day) -> Timeline {
        let start = day("2024-01-01");
        let days = days(start, today.max(start.plus(364)), 18);
        Timeline::paced(&days, (start, start.plus(365)), daily * 365_000, today, Key::new(1, "t", "date"))
    }

    #[test]
    fn shares_and_days_are_each_others_inverse() {
        let (timeline, today) = two_years(18);
        assert_eq!(timeline.day_at(0), timeline.start());
        assert_eq!(timeline.day_at(u64::MAX), today);
        for number in 0..729 {
            let day = timeline.start().plus(number);
            assert_eq!(timeline.day_at(timeline.through(day) - 1), day);
            assert_eq!(timeline.day_at(timeline.through(day)), day.plus(1));
        }
    }

    #[test]
    fn trade_grows_by_what_was_asked() {
        let (timeline, today) = two_years(50);
        let first = timeline.through(today.plus(-365));
        let ratio = u128::from(u64::MAX - first) * 100 / u128::from(first);
        assert!((146..155).contains(&ratio), "{ratio}");
    }

    #[test]
    fn more_days_append_things_and_move_none() {
        let today = day(TODAY);
        let whole = at_pace(20, today.plus(900));
        for later in [0, 1, 2, 40, 400] {
            let timeline = at_pace(20, today.plus(later));
            assert!(timeline.rows() < whole.rows());
            let all: Vec<Day> = (0..timeline.rows()).map(|index| timeline.day(index)).collect();
            assert!(all.is_sorted() && all.iter().all(|day| *day <= today.plus(later)));
            assert!(all.iter().zip(0..).all(|(day, index)| whole.day(index) == *day));
            // What comes next lies on a later day, so that no day gets things afterwards.
            assert!(whole.day(timeline.rows()) > today.plus(later));
        }
    }

    #[test]
    fn the_pace_of_the_first_year_is_the_one_asked_for() {
        assert!(at_pace(20, day("2024-12-30")).rows().abs_diff(20 * 365) <= 1);
        assert!(at_pace(20, day("2026-12-30")).rows() > 20 * 365 * 3);
        assert_eq!(at_pace(1_000_000, day("2024-01-03")).day(0), day("2024-01-01"));
        assert_eq!(at_pace(20, day("2023-12-31")).rows(), 0);
    }
}
