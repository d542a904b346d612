//! A choice by weight among options of which each may hang on attributes drawn before.
//!
//! The states of those attributes are counted beforehand and each has an alias table, so that a choice costs one draw; where there
//! are too many states, the options are looked through one by one. Start at [`Chooser::pick`].

use super::ABSENT;
use crate::{key::Draw, weighted::Alias};

/// With more states than this there are no tables.
const MOST_STATES: usize = 256;

/// One option.
#[derive(Debug, Clone)]
pub(crate) struct Choosable {
    pub(crate) weight: u64,
    /// For each attribute that it hangs on, the values (by position) with which it goes.
    pub(crate) when: Vec<(usize, Vec<u32>)>,
    /// Attributes that must be there.
    pub(crate) needs: Vec<usize>,
}

/// What is known beforehand of an attribute on which options hang.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parent {
    /// How many values it has; 1 for numbers and texts, of which only their being there counts.
    pub(crate) values: usize,
    /// Whether every product of the kind has one.
    pub(crate) certain: bool,
}

/// Chooses among options.
pub(crate) struct Chooser {
    options: Vec<Choosable>,
    /// Attributes on which any option hangs, with the size of a step of theirs among the states, and whether their value counts.
    axes: Vec<(usize, usize, Parent)>,
    /// One table a state; none where no option fits.
    tables: Option<Vec<Option<Alias>>>,
    /// In each state, or at least in one of the many, fits nothing.
    pub(crate) gaps: bool,
}

impl Chooser {
    /// `parent` tells of the attributes that stand before.
    pub(crate) fn new(mut options: Vec<Choosable>, parent: impl Fn(usize) -> Parent) -> Self {
        for option in &mut options {
            option.needs.retain(|attribute| !parent(*attribute).certain);
        }
        let mut hangs_on: Vec<usize> =
            options.iter().flat_map(|option| option.when.iter().map(|(at, _)| *at).chain(option.needs.iter().copied())).collect();
        hangs_on.sort_unstable();
        hangs_on.dedup();
        let mut states = 1_usize;
        let mut axes = Vec::new();
        for attribute in hangs_on {
            let counts = options.iter().any(|option| option.when.iter().any(|(at, _)| *at == attribute));
            let known = parent(attribute);
            let known = if counts { known } else { Parent { values: 1, ..known } };
            axes.push((attribute, states, known));
            states = states.saturating_mul(known.values + 1);
        }
        let mut chooser = Self { options, axes, tables: None, gaps: true };
        if states <= MOST_STATES {
            let mut reachable_gap = false;
            let tables: Vec<Option<Alias>> = (0..states)
                .map(|state| {
                    let weights = chooser.weights(state);
                    let some = weights.iter().any(|weight| *weight > 0);
                    reachable_gap |= !some && chooser.reachable(state);
                    some.then(|| Alias::new(&weights))
                })
                .collect();
            chooser.gaps = reachable_gap;
            chooser.tables = Some(tables);
        }
        chooser
    }

    /// The option that a draw falls on, [`ABSENT`] where none fits.
    #[inline]
    pub(crate) fn pick(&self, attributes: &[u32], draw: Draw) -> u32 {
        match &self.tables {
            Some(tables) => tables[self.state(attributes)].as_ref().map_or(ABSENT, |alias| alias.pick(draw) as u32),
            None => {
                let weights = self.options.iter().map(|option| if option.holds(attributes) { option.weight } else { 0 });
                let mut place = draw.below(weights.clone().sum());
                for (index, weight) in weights.enumerate() {
                    if place < weight {
                        return index as u32;
                    }
                    place -= weight;
                }
                ABSENT
            }
        }
    }

    /// The options that fit, in order.
    pub(crate) fn fitting(&self, attributes: &[u32]) -> impl Iterator<Item = u32> {
        self.options.iter().enumerate().filter(|(_, option)| option.holds(attributes)).map(|(index, _)| index as u32)
    }

    /// The least number of options that fit whatever the attributes are; 0 where there are too many states to tell.
    pub(crate) fn least(&self) -> usize {
        let Some(tables) = &self.tables else { return 0 };
        let count = |state: usize| self.weights(state).iter().filter(|weight| **weight > 0).count();
        (0..tables.len()).filter(|state| self.reachable(*state)).map(count).min().unwrap_or(0)
    }

    /// The attributes on which any option hangs.
    pub(crate) fn hangs_on(&self) -> impl Iterator<Item = usize> {
        self.axes.iter().map(|(attribute, ..)| *attribute)
    }

    #[inline]
    fn state(&self, attributes: &[u32]) -> usize {
        self.axes.iter().fold(0, |state, (attribute, step, parent)| {
            let value = attributes[*attribute];
            // Without a value: 0; where only being there counts: 1.
            let digit = if value == ABSENT { 0 } else { (value as usize).min(parent.values - 1) + 1 };
            state + digit * step
        })
    }

    fn digit(&self, axis: usize, state: usize) -> usize {
        let (_, step, parent) = self.axes[axis];
        state / step % (parent.values + 1)
    }

    fn reachable(&self, state: usize) -> bool {
        (0..self.axes.len()).all(|axis| self.digit(axis, state) > 0 || !self.axes[axis].2.certain)
    }

    fn weights(&self, state: usize) -> Vec<u64> {
        let digit = |attribute: usize| self.axes.iter().position(|(at, ..)| *at == attribute).map_or(0, |axis| self.digit(axis, state));
        let fits = |option: &Choosable| {
            option.needs.iter().all(|attribute| digit(*attribute) > 0)
                && option
                    .when
                    .iter()
                    .all(|(attribute, values)| digit(*attribute).checked_sub(1).is_some_and(|value| values.contains(&(value as u32))))
        };
        self.options.iter().map(|option| if fits(option) { option.weight } else { 0 }).collect()
    }
}

impl Choosable {
    fn holds(&self, attributes: &[u32]) -> bool {
        self.when.iter().all(|(attribute, values)| values.contains(&attributes[*attribute]))
            && self.needs.iter().all(|attribute| attributes[*attribute] != ABSENT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::key::Key;

    /// Three options: always, only with value 0 or 1 of attribute 0, only where attribute 1 is there.
    fn options() -> Vec<Choosable> {
        let option = |weight, when, needs| Choosable { weight, when, needs };
        vec![option(1, vec![], vec![]), option(3, vec![(0, vec![0, 1])], vec![]), option(2, vec![], vec![1])]
    }

    #[test]
    fn tables_and_looking_through_choose_alike() {
        let few = Chooser::new(options(), |attribute| Parent { values: if attribute == 0 { 3 } else { 1 }, certain: false });
        let many = Chooser::new(options(), |_| Parent { values: 1_000, certain: false });
        assert!(few.tables.is_some() && many.tables.is_none());
        let key = Key::new(5, "t", "chooser");
        for attributes in [[0, 0], [1, ABSENT], [2, 7], [ABSENT, ABSENT]] {
            let count = |chooser: &Chooser| {
                let mut counts = [0_i64; 3];
                (0..12_000).for_each(|row| counts[chooser.pick(&attributes, key.draw(row)) as usize] += 1);
                counts
            };
            let (mine, theirs) = (count(&few), count(&many));
            assert!(mine.iter().zip(theirs).all(|(a, b)| (a - b).abs() < 400), "{attributes:?}: {mine:?} {theirs:?}");
            let fitting: Vec<u32> = few.fitting(&attributes).collect();
            assert!((0..3_u32).all(|option| fitting.contains(&option) == (mine[option as usize] > 0)), "{attributes:?}");
        }
    }

    #[test]
    fn a_choice_without_a_fitting_option_is_absent() {
        let only = vec![Choosable { weight: 1, when: vec![(0, vec![1])], needs: vec![] }];
        let chooser = Chooser::new(only, |_| Parent { values: 2, certain: true });
        assert!(chooser.gaps);
        assert_eq!(chooser.pick(&[0], Draw(7)), ABSENT);
        assert_eq!(chooser.pick(&[1], Draw(7)), 0);
        assert_eq!(chooser.least(), 0);
    }
}
