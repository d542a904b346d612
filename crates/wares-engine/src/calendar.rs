//! On which day the n-th of so many things happens: one table of days, by weekday x month x growth x peaks x noise.

use wares_model::{Day, trade};

use crate::key::Key;

/// Days with their cumulated intensity.
#[derive(Debug, Clone)]
pub(crate) struct Calendar {
    start: Day,
    /// The share of everything that happens before each day, in units of 2^-64; the first is 0, the end is left out.
    before: Vec<u64>,
    /// For each of 4,096 equal parts of the shares, the day on which it begins.
    guide: Vec<u32>,
}

impl Calendar {
    /// The days from `start` to `today`, both included.
    pub(crate) fn new(seed: u64, start: Day, today: Day, trade: &trade::Calendar) -> Self {
        let noise = Key::new(seed, "calendar", "noise");
        let mut sums = vec![0_u128];
        // Growth is compounded day by day, in units of 2^-32.
        let daily = daily_growth(trade.growth_percent);
        let mut growth = 1_u128 << 32;
        for number in start.0..=today.0 {
            let day = Day(number);
            let (_, month, _) = day.civil();
            let mut intensity = u128::from(trade.weekdays[day.weekday()]) * u128::from(trade.months[month as usize - 1]) * growth;
            for peak in trade.peaks.iter().filter(|peak| lies_in(day, peak)) {
                intensity = intensity * u128::from(peak.percent) / 100;
            }
            let swing = i64::from(trade.noise_percent);
            let factor = 100 + noise.draw(number as u64).between(-swing, swing);
            intensity = intensity * factor as u128 / 100;
            sums.push(sums[sums.len() - 1] + intensity.max(1));
            growth = (growth * daily) >> 32;
            growth = growth.clamp(1 << 12, 1 << 60);
        }
        let whole = sums[sums.len() - 1];
        let shift = (128 - whole.leading_zeros()).saturating_sub(63);
        let share = |sum: &u128| (((sum >> shift) << 64) / ((whole >> shift) + 1)) as u64;
        let before: Vec<u64> = sums[..sums.len() - 1].iter().map(share).collect();
        let guide = (0..4_096_u64).map(|part| before.partition_point(|share| *share <= part << 52) as u32 - 1).collect();
        Self { start, before, guide }
    }

    /// The day at a share of everything.
    #[inline]
    pub(crate) fn day_at(&self, share: u64) -> Day {
        let mut index = self.guide[(share >> 52) as usize] as usize;
        while index + 1 < self.before.len() && self.before[index + 1] <= share {
            index += 1;
        }
        self.start.plus(index as i32)
    }

    /// The share of everything that happens up to and on a day; days outside are taken for the nearest.
    pub(crate) fn share_through(&self, day: Day) -> u64 {
        let index = (day.0 - self.start.0 + 1).max(1) as usize;
        self.before.get(index).copied().unwrap_or(u64::MAX)
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

/// Spreads `count` things over `0..2^64` in order: thing i lies within its own part, at a place by draw.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spread {
    part: u64,
}

impl Spread {
    pub(crate) fn new(count: u64) -> Self {
        Self { part: u64::MAX / count.max(1) }
    }

    /// The share at which thing `index` happens; rises with the index.
    #[inline]
    pub(crate) fn at(self, index: u64, draw: crate::key::Draw) -> u64 {
        index * self.part + draw.below(self.part)
    }

    /// How many things surely happen before a share.
    pub(crate) fn sure_before(self, share: u64) -> u64 {
        share / self.part
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calendar(growth_percent: i32) -> (Calendar, Day) {
        let today: Day = "2026-11-23".parse().unwrap();
        let trade = trade::Calendar { growth_percent, noise_percent: 0, ..trade::Calendar::default() };
        (Calendar::new(1, today.plus(-729), today, &trade), today)
    }

    #[test]
    fn shares_and_days_are_each_others_inverse() {
        let (calendar, today) = calendar(18);
        assert_eq!(calendar.day_at(0), calendar.start());
        assert_eq!(calendar.day_at(u64::MAX), today);
        for number in 0..729 {
            let day = calendar.start().plus(number);
            assert_eq!(calendar.day_at(calendar.share_through(day) - 1), day);
            assert_eq!(calendar.day_at(calendar.share_through(day)), day.plus(1));
        }
    }

    #[test]
    fn trade_grows_by_what_was_asked() {
        let (calendar, today) = calendar(50);
        let first = calendar.share_through(today.plus(-365));
        let ratio = u128::from(u64::MAX - first) * 100 / u128::from(first);
        assert!((146..155).contains(&ratio), "{ratio}");
    }
}
