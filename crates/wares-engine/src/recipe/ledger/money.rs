//! In which currency an order is, what a price of the catalog is in it, and how amounts are rounded.
//!
//! All amounts are hundredths of the currency's unit; where it has no smaller unit, they are whole ones. Half a step is rounded up. Amounts are printed
//! with the decimals of the currency where all orders have one, or currencies of the same decimals; else with two.

use std::sync::Arc;

use arrow_array::{Array, StringArray};
use wares_model::currency;

/// The currencies of a plan, by region.
#[derive(Debug, Clone)]
pub(crate) struct Currencies {
    codes: Arc<StringArray>,
    homes: Vec<Currency>,
    catalogs: Currency,
    decimals: u8,
}

/// The currency of one region.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Currency {
    /// Its position among the codes.
    pub(crate) code: u32,
    /// The smallest amount, in hundredths.
    step: i64,
    /// What one hundredth of the catalog's currency is worth, as a fraction.
    rate: (i64, i64),
}

/// So many times as much or as little as a dollar, in percent: units in which a catalog's prices may be thought.
const DOLLAR_SIZED: std::ops::Range<u64> = 300_000..4_000_000;

impl Currencies {
    /// `regions`: the code of each region's currency. `asked`: the catalog's currency, where the template says it.
    pub(crate) fn new(regions: &[String], asked: Option<&str>) -> Self {
        let mut codes: Vec<&str> = Vec::new();
        for code in regions {
            if !codes.contains(&code.as_str()) {
                codes.push(code);
            }
        }
        let worth = |code: &str| currency::per_dollar_millionths(code).unwrap_or(1_000_000);
        let first = codes.first().copied().unwrap_or("USD");
        let catalog = match asked {
            Some(code) => code,
            None if DOLLAR_SIZED.contains(&worth(first)) => first,
            None => "USD",
        };
        let currency = |code: &str| Currency {
            code: codes.iter().position(|known| *known == code).unwrap_or(0) as u32,
            step: if currency::decimals(code) == 0 { 100 } else { 1 },
            rate: if code == catalog { (1, 1) } else { (worth(code) as i64, worth(catalog) as i64) },
        };
        let usual = currency::decimals(first);
        Self {
            homes: regions.iter().map(|code| currency(code)).collect(),
            catalogs: currency(catalog),
            decimals: if codes.iter().all(|code| currency::decimals(code) == usual) { usual } else { 2 },
            codes: Arc::new(StringArray::from(codes)),
        }
    }

    /// The currency in which the products' prices are shown: that of all orders, where there is one; else the catalog's.
    pub(crate) fn shown(&self) -> Currency {
        match self.homes.first() {
            Some(home) if self.codes.len() == 1 => *home,
            _ => self.catalogs,
        }
    }

    /// With how many decimals amounts are printed.
    pub(crate) fn decimals(&self) -> u8 {
        self.decimals
    }

    /// Whether some prices differ from those of the catalog.
    pub(crate) fn differ(&self) -> bool {
        self.homes.iter().any(|home| !home.is_catalogs() || home.step > 1)
    }

    /// The currency of a region.
    #[inline]
    pub(crate) fn of(&self, home: usize) -> Currency {
        self.homes[home]
    }

    /// Codes by position.
    pub(crate) fn codes(&self) -> &Arc<StringArray> {
        &self.codes
    }
}

impl Currency {
    /// The catalog's own, for lines that no region is known of.
    pub(crate) const CATALOGS: Self = Self { code: 0, step: 1, rate: (1, 1) };

    #[inline]
    fn is_catalogs(self) -> bool {
        self.rate.0 == self.rate.1
    }

    /// A list price of the catalog as it stands in the price list of this currency: three figures, and a cent below where there are cents.
    #[inline]
    pub(crate) fn listed(self, price: i64) -> i64 {
        if self.is_catalogs() {
            return self.round(price).max(self.step);
        }
        let (round, grid) = self.figures(price);
        if self.step == 1 && grid >= 10 { round - 1 } else { round.max(self.step) }
    }

    /// The cost of a product of this list price and cost in the catalog's currency: below the list price in this one.
    pub(crate) fn cost(self, (list, cost): (i64, i64)) -> i64 {
        self.converted(cost).min(self.listed(list) - self.step).max(0)
    }

    /// An amount of the catalog's currency in this one, in three figures.
    pub(crate) fn rounded(self, amount: i64) -> i64 {
        if self.is_catalogs() { self.round(amount) } else { self.figures(amount).0 }
    }

    /// The same, and the grid on which it lies.
    #[inline]
    fn figures(self, amount: i64) -> (i64, i64) {
        let exact = self.converted(amount);
        let mut grid = self.step;
        while exact / grid >= 1_000 {
            grid *= 10;
        }
        ((exact + grid / 2) / grid * grid, grid)
    }

    /// An amount of the catalog's currency in this one, to its step.
    #[inline]
    pub(crate) fn converted(self, amount: i64) -> i64 {
        if self.is_catalogs() {
            return self.round(amount);
        }
        let exact = i128::from(amount) * i128::from(self.rate.0);
        self.round((exact / i128::from(self.rate.1)) as i64)
    }

    /// The nearest amount of whole steps; half a step is rounded up.
    #[inline]
    pub(crate) fn round(self, amount: i64) -> i64 {
        if self.step == 1 { amount } else { (amount + self.step / 2).div_euclid(self.step) * self.step }
    }

    /// `amount` times `part` of `whole`, to the nearest step; half a step is rounded up. The amount is not below 0.
    #[inline]
    pub(crate) fn share(self, amount: i64, part: i64, whole: i64) -> i64 {
        let (step, whole) = (i128::from(self.step), i128::from(whole.max(1)));
        let exact = i128::from(amount) * i128::from(part);
        ((2 * exact + whole * step) / (2 * whole * step) * step) as i64
    }

    /// The amount in `count` parts of whole steps; the first takes what is left.
    pub(crate) fn parts(self, amount: i64, count: i64, number: i64) -> i64 {
        let part = amount / count / self.step * self.step;
        if number == 0 { amount - part * (count - 1) } else { part }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn currencies() -> Currencies {
        of(&["USD", "JPY", "EUR"], None)
    }

    fn of(codes: &[&str], asked: Option<&str>) -> Currencies {
        Currencies::new(&codes.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>(), asked)
    }

    #[test]
    fn a_price_list_has_prices_of_its_own_currency() {
        let currencies = currencies();
        assert_eq!(currencies.of(0).listed(2_499), 2_499);
        assert_eq!(currencies.of(1).listed(2_499), 375_000); // 24.99 dollars are 3,750 yen
        assert_eq!(currencies.of(2).listed(2_499), 2_149);
        assert_eq!(currencies.of(1).listed(1), 200);
    }

    #[test]
    fn shares_are_rounded_half_up_and_parts_come_to_the_whole() {
        let (dollar, yen) = (currencies().of(0), currencies().of(1));
        assert_eq!(dollar.share(1_050, 7_250, 100_000), 76); // 76.125
        assert_eq!(dollar.share(50, 1_000, 100_000), 1); // 0.5
        assert_eq!(yen.share(375_000, 10_000, 100_000), 37_500);
        assert_eq!(yen.share(1_500, 10_000, 100_000), 200); // 1.5 yen
        for (currency, amount) in [(dollar, 10_001), (yen, 1_000_100)] {
            for count in 1..7 {
                assert_eq!((0..count).map(|number| currency.parts(amount, count, number)).sum::<i64>(), amount);
            }
        }
    }

    #[test]
    fn a_catalog_is_priced_in_a_currency_of_its_size() {
        let mixed = of(&["JPY", "USD"], None);
        assert_eq!((mixed.of(0).listed(2_499), mixed.of(1).listed(2_499)), (375_000, 2_499));
        assert_eq!((mixed.decimals(), mixed.shown().listed(2_499)), (2, 2_499));
        let alone = of(&["JPY"], None);
        assert_eq!((alone.decimals(), alone.shown().listed(2_499), alone.of(0).listed(2_499)), (0, 375_000, 375_000));
        // Whoever says that the catalog is in yen has it in yen, and whole ones.
        let asked = of(&["JPY"], Some("JPY"));
        assert_eq!((asked.of(0).listed(249_960), asked.shown().listed(10)), (250_000, 100));
        let (euro, dinar) = (of(&["EUR"], None), of(&["KWD"], None));
        assert_eq!((euro.decimals(), euro.shown().listed(2_499), euro.differ()), (2, 2_499, false));
        assert_eq!((dinar.decimals(), dinar.shown().listed(2_499)), (3, 2_499));
        assert_eq!(of(&["KRW", "JPY"], None).decimals(), 0);
    }
}
