//! Powers of two and the bell curve in whole numbers, so that every machine gives the same digits.

use std::sync::LazyLock;

const ONE: u64 = 1 << 60;

/// 2 to the power of i / 256, in units of 2^-60.
static POWERS: LazyLock<[u64; 257]> = LazyLock::new(|| {
    let mut roots = [0_u64; 8];
    let mut root = 2 * ONE;
    for slot in &mut roots {
        root = (u128::from(root) << 60).isqrt() as u64;
        *slot = root;
    }
    std::array::from_fn(|index| {
        if index == 256 {
            return 2 * ONE;
        }
        (0..8).filter(|bit| index >> (7 - bit) & 1 == 1).fold(ONE, |power, bit| ((u128::from(power) * u128::from(roots[bit])) >> 60) as u64)
    })
});

/// 2 to the power of `x`, both in units of 2^-32; `x` lies between -60 and 28. The relative error is below one millionth.
#[inline]
pub fn power_of_two(x: i64) -> u64 {
    let power = power_in_60(x & 0xffff_ffff);
    let shift = 28 - (x >> 32);
    if shift >= 0 { power >> shift.min(63) } else { power << -shift }
}

fn power_in_60(fraction: i64) -> u64 {
    let (index, rest) = ((fraction >> 24) as usize, (fraction & 0xff_ffff) as u128);
    let (low, high) = (POWERS[index], POWERS[index + 1]);
    low + ((u128::from(high - low) * rest) >> 24) as u64
}

/// Steps of the bell curve's table: 64 to the unit, from -8 to 8.
const STEPS: usize = 64;

/// The share of the bell curve below (k / 64 - 8), in units of 2^-64.
static SHARES: LazyLock<Vec<u64>> = LazyLock::new(|| {
    const FINE: i64 = 8; // Fine steps to each step of the table.
    const HALF_OVER_LN_2: i64 = 3_098_164_009; // 1 / (2 ln 2), in units of 2^-32
    let density = |fine: i64| {
        let from_middle = fine - 8 * STEPS as i64 * FINE;
        let x = -((from_middle * from_middle * HALF_OVER_LN_2) >> 18);
        u128::from(power_in_60(x & 0xffff_ffff) >> (-(x >> 32)).min(63))
    };
    let mut sums = vec![0_u128];
    for step in 0..16 * STEPS as i64 {
        let area: u128 = (step * FINE..(step + 1) * FINE).map(|fine| density(fine) + density(fine + 1)).sum();
        sums.push(sums[sums.len() - 1] + area);
    }
    let whole = sums[sums.len() - 1];
    sums.iter().map(|sum| ((sum << 56) / whole).min((1 << 56) - 1) as u64 * 256).collect()
});

/// The share of the bell curve below `z` (in units of 2^-16), in units of 2^-64.
pub fn share_below(z: i64) -> u64 {
    let place = (z + (8 << 16)).clamp(0, (16 << 16) - 1);
    let (index, rest) = ((place >> 10) as usize, (place & 1023) as u64);
    let (low, high) = (SHARES[index], SHARES[index + 1]);
    low + ((u128::from(high - low) * u128::from(rest)) >> 10) as u64
}

/// The z (in units of 2^-16) below which the given share (in units of 2^-64) of the bell curve lies.
pub fn quantile(share: u64) -> i64 {
    let index = SHARES.partition_point(|known| *known <= share).clamp(1, 16 * STEPS) - 1;
    let (low, high) = (SHARES[index], SHARES[index + 1].max(SHARES[index] + 1));
    let rest = ((u128::from(share.saturating_sub(low)) << 10) / u128::from(high - low)).min(1024) as i64;
    ((index as i64) << 10) + rest - (8 << 16)
}

const BELL_STEPS: usize = 1 << 12;

static BELL: LazyLock<Vec<i32>> = LazyLock::new(|| {
    let middle_of_first = 1 << 48; // The outermost draws stand for the outermost 1 in 65,536, at 4.2.
    (0..=BELL_STEPS as u64).map(|step| quantile((step << 52).clamp(middle_of_first, u64::MAX - middle_of_first)) as i32).map(end).collect()
});

fn end(z: i32) -> i32 {
    z.clamp(-275_000, 275_000)
}

/// A draw from the bell curve, in units of 2^-16, between -4.2 and 4.2.
#[inline]
pub fn bell(draw: crate::key::Draw) -> i64 {
    let (index, rest) = ((draw.0 >> 52) as usize, (draw.0 >> 36 & 0xffff) as i64);
    let at = |index: usize| if index == BELL_STEPS { 275_000 } else { i64::from(BELL[index]) };
    let (low, high) = (at(index), at(index + 1));
    low + (((high - low) * rest) >> 16)
}

/// `median` times e to the power of (`spread_percent` / 100 * `z`), `z` in units of 2^-16: a log-normal amount.
#[inline]
pub fn log_normal(median: i64, spread_percent: u16, z: i64) -> i64 {
    const ONE_OVER_LN_2: i64 = 94_548; // in units of 2^-16
    let x = z * i64::from(spread_percent) * ONE_OVER_LN_2 / 100;
    ((i128::from(median) * i128::from(power_of_two(x))) >> 32) as i64
}

/// Log-normal popularity: which part of the ranks (0 rarest, 2^64 most popular) a draw of one sale falls on.
///
/// With weights e^(spread z), the part of all weight below quantile p is share(quantile(p) - spread); this is its inverse.
#[derive(Debug, Clone)]
pub struct Popularity(Vec<u64>);

impl Popularity {
    /// `spread_percent`: standard deviation of the weights' logarithm, in hundredths.
    pub fn new(spread_percent: u16) -> Self {
        let spread = (i64::from(spread_percent) << 16) / 100;
        let table = (0..=4_096_u64).map(|step| match step {
            0 => 0,
            4_096 => u64::MAX,
            step => share_below(quantile(step << 52) + spread),
        });
        Self(table.collect())
    }

    /// The rank among `count`, 0 for the most popular.
    #[inline]
    pub fn rank(&self, draw: crate::key::Draw, count: u64) -> u64 {
        let (index, rest) = ((draw.0 >> 52) as usize, draw.0 << 12 >> 32);
        let (low, high) = (self.0[index], self.0[index + 1]);
        let place = low + ((u128::from(high - low) * u128::from(rest)) >> 32) as u64;
        count - 1 - ((u128::from(place) * u128::from(count)) >> 64) as u64
    }
}

#[cfg(test)]
#[allow(clippy::float_arithmetic)]
mod tests {
    use super::*;
    use crate::key::{Draw, Key};

    #[test]
    fn powers_of_two_are_right_to_a_millionth() {
        for step in -2_000..2_000_i64 {
            let x = step * 12_345_678;
            let expected = (x as f64 / 4_294_967_296.0).exp2() * 4_294_967_296.0;
            let error = (power_of_two(x) as f64 - expected).abs();
            assert!(error <= expected * 1e-6 + 1.0, "{x}: {} {expected}", power_of_two(x));
        }
    }

    #[test]
    fn the_bell_curve_has_its_known_shares() {
        for (z, share) in [(-3.0, 0.001_349_9), (-1.0, 0.158_655), (0.0, 0.5), (1.96, 0.975_002), (3.5, 0.999_767)] {
            let found = share_below((z * 65_536.0) as i64) as f64 / 2_f64.powi(64);
            assert!((found - share).abs() < 1e-5, "{z}: {found}");
            let back = quantile((share * 2_f64.powi(64)) as u64) as f64 / 65_536.0;
            assert!((back - z).abs() < 2e-3, "{share}: {back}");
        }
    }

    #[test]
    fn bell_draws_have_mean_zero_and_deviation_one() {
        let key = Key::new(1, "t", "bell");
        let drawn: Vec<f64> = (0..100_000).map(|row| bell(key.draw(row)) as f64 / 65_536.0).collect();
        let mean = drawn.iter().sum::<f64>() / 1e5;
        let deviation = (drawn.iter().map(|z| z * z).sum::<f64>() / 1e5).sqrt();
        assert!(mean.abs() < 0.015 && (deviation - 1.0).abs() < 0.015, "{mean} {deviation}");
        assert!(bell(Draw(0)) < -270_000 && bell(Draw(u64::MAX)) > 270_000);
    }

    #[test]
    fn popular_products_sell_as_a_log_normal_says() {
        let popularity = Popularity::new(160);
        let key = Key::new(1, "t", "popular");
        let top_fifth = (0..100_000).filter(|row| popularity.rank(key.draw(*row), 1_000) < 200).count();
        // share(quantile(0.2) + 1.6) = share(0.758) = 0.776
        assert!((76_800..78_400).contains(&top_fifth), "{top_fifth}");
    }
}
