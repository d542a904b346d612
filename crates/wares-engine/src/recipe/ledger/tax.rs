//! The tax on sales: by region, and by state where states set their own rates.

use wares_model::{decimal::Decimal, pack::region::SalesTax};

/// The rates of a plan, in thousandths of a percent.
#[derive(Debug, Clone)]
pub(crate) struct Taxes {
    homes: Vec<Home>,
}

#[derive(Debug, Clone)]
struct Home {
    standard: i64,
    /// The position of the region's first state among those of all regions.
    first_state: u32,
    /// Empty where no state has a rate of its own.
    states: Vec<i64>,
}

impl Taxes {
    /// `regions`: the tax and the codes of the states of each.
    pub(crate) fn new(regions: &[(SalesTax, Vec<String>)]) -> Self {
        let mut first_state = 0;
        let mut home = |(tax, states): &(SalesTax, Vec<String>)| {
            let standard = tax.standard_percent.as_deref().map_or(0, rate);
            let by_state = |code: &String| tax.by_state.get(code).map_or(standard, |text| rate(text));
            let own = if tax.by_state.is_empty() { Vec::new() } else { states.iter().map(by_state).collect() };
            first_state += states.len() as u32;
            Home { standard, first_state: first_state - states.len() as u32, states: own }
        };
        Self { homes: regions.iter().map(&mut home).collect() }
    }

    /// The rate of a customer's region and state.
    #[inline]
    pub(crate) fn rate(&self, home: usize, state: u32) -> i64 {
        let home = &self.homes[home];
        home.states.get(state.wrapping_sub(home.first_state) as usize).copied().unwrap_or(home.standard)
    }
}

/// A percentage as packs write it, in thousandths; 0 where it is none.
fn rate(text: &str) -> i64 {
    Decimal::parse(text).and_then(|percent| percent.at_scale(3)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn states_go_before_the_region() {
        let tax = |standard: Option<&str>, states: &[(&str, &str)]| SalesTax {
            name: "tax".to_owned(),
            standard_percent: standard.map(str::to_owned),
            reduced_percent: Vec::new(),
            by_state: states.iter().map(|(code, rate)| ((*code).to_owned(), (*rate).to_owned())).collect::<BTreeMap<_, _>>(),
            as_of: String::new(),
            note: String::new(),
        };
        let codes = |list: &[&str]| list.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
        let taxes = Taxes::new(&[
            (tax(Some("19"), &[]), codes(&["BE", "BY"])),
            (tax(None, &[("MN", "6.875"), ("OR", "0")]), codes(&["MN", "OR", "PR"])),
            (tax(None, &[]), codes(&[])),
        ]);
        assert_eq!([(0, 0), (0, 1), (1, 2), (1, 3), (1, 4), (2, 0)].map(|(home, state)| taxes.rate(home, state)), [19_000, 19_000, 6_875, 0, 0, 0]);
    }
}
