//! Choices by weight: an alias table for free draws, a composition for exact shares.

use std::ops::Sub;

use crate::{
    key::{Draw, Key},
    permute::Permutation,
};

/// Draws an index by weight in constant time, in whole numbers only.
#[derive(Debug, Clone)]
pub struct Alias {
    /// Below this (of 2^32) the cell's own index, else the other. Eight bytes, for the cache's sake.
    cells: Vec<(u32, u32)>,
}

impl Alias {
    /// `weights`: at least one above 0, fewer than 2^32 of them, their sum below 2^63.
    pub fn new(weights: &[u64]) -> Self {
        let (sum, count) = (weights.iter().sum::<u64>(), weights.len() as u64);
        // Every cell holds `sum`; weights are scaled by the number of cells, so that all stays whole. Half the width does as a rule.
        let cells = if sum >> 32 == 0 {
            cells(weights.iter().map(|weight| weight * count).collect(), sum, |left| ((left << 32) / sum) as u32)
        } else {
            let (sum, count) = (u128::from(sum), u128::from(count));
            cells(weights.iter().map(|weight| u128::from(*weight) * count).collect(), sum, |left| ((left << 32) / sum) as u32)
        };
        Self { cells }
    }

    /// The index that a draw falls on.
    #[inline]
    pub fn pick(&self, draw: Draw) -> usize {
        let place = u128::from(draw.0) * self.cells.len() as u128;
        let index = (place >> 64) as usize;
        let (threshold, other) = self.cells[index];
        // No branch: which of the two it is cannot be foreseen.
        let own = u32::from(((place as u64 >> 32) as u32) < threshold).wrapping_neg();
        ((index as u32 & own) | (other & !own)) as usize
    }
}

/// Fills cells that hold `sum` each with what the indices have; `share`: a part of `sum` in units of 2^-32 of it.
fn cells<N: Copy + Ord + Sub<Output = N>>(mut left: Vec<N>, sum: N, share: impl Fn(N) -> u32) -> Vec<(u32, u32)> {
    let (mut small, mut large): (Vec<u32>, Vec<u32>) = (0..left.len() as u32).partition(|index| left[*index as usize] < sum);
    let mut cells: Vec<(u32, u32)> = (0..left.len() as u32).map(|index| (u32::MAX, index)).collect();
    while let (Some(poor), Some(rich)) = (small.pop(), large.last().copied()) {
        let (poor, richest) = (poor as usize, rich as usize);
        cells[poor] = (share(left[poor]), rich);
        left[richest] = left[richest] - (sum - left[poor]);
        if left[richest] < sum {
            large.pop();
            small.push(rich);
        }
    }
    cells
}

/// The block that a composition was last asked for, and the order of its places. Of no meaning for another composition.
#[derive(Debug, Clone, Copy, Default)]
pub struct LastBlock(Option<(u64, Permutation)>);

/// Splits `0..` into choices of exact shares: every block of `size` indices holds the same number of each, in an order of its own.
#[derive(Debug, Clone)]
pub struct Composition {
    key: Key,
    bits: u32,
    /// Which choice each place of a block belongs to.
    choice: Vec<u16>,
    /// The first place of each choice, and the end.
    first: Vec<u32>,
}

impl Composition {
    /// A block has 2^`bits` places, more than there are weights; each choice has at least one place unless its weight is 0.
    pub fn new(key: Key, bits: u32, weights: &[u64]) -> Self {
        let size = 1_u64 << bits;
        let sum: u64 = weights.iter().sum();
        let mut counts: Vec<u64> = weights.iter().map(|weight| if *weight == 0 { 0 } else { (weight * size / sum).max(1) }).collect();
        // The largest remainders get the places left over; where the least places were too many, the largest give.
        loop {
            let used: u64 = counts.iter().sum();
            if used == size {
                break;
            }
            let by_need = |index: &usize| (weights[*index] * size) as i128 - (counts[*index] * sum) as i128;
            if used < size {
                let neediest = (0..weights.len()).filter(|index| weights[*index] > 0).max_by_key(by_need).unwrap_or(0);
                counts[neediest] += 1;
            } else {
                let richest = (0..weights.len()).filter(|index| counts[*index] > 1).min_by_key(by_need).unwrap_or(0);
                counts[richest] -= 1;
            }
        }
        let mut first = vec![0];
        let mut choice = Vec::new();
        for (index, count) in counts.iter().enumerate() {
            choice.extend(std::iter::repeat_n(index as u16, *count as usize));
            first.push(choice.len() as u32);
        }
        Self { key, bits, choice, first }
    }

    /// The choice at `index`, and how many earlier places (in some fixed order) the same choice has had: a number of its own.
    #[inline]
    pub fn split(&self, index: u64) -> (usize, u64) {
        let block = index >> self.bits;
        self.split_in(&self.order(block), block, index)
    }

    /// [`Composition::split`]; the order of the last block is kept, since neighbours often share theirs.
    #[inline]
    pub fn split_near(&self, last: &mut LastBlock, index: u64) -> (usize, u64) {
        let block = index >> self.bits;
        let order = match last.0 {
            Some((known, order)) if known == block => order,
            _ => {
                let order = self.order(block);
                last.0 = Some((block, order));
                order
            }
        };
        self.split_in(&order, block, index)
    }

    /// The order of the places of a block.
    #[inline]
    pub fn order(&self, block: u64) -> Permutation {
        Permutation::new(self.key.with(block), 1 << self.bits)
    }

    /// [`Composition::split`], with the order of the index's block at hand.
    #[inline]
    pub fn split_in(&self, order: &Permutation, block: u64, index: u64) -> (usize, u64) {
        let place = order.at(index & ((1 << self.bits) - 1)) as usize;
        let choice = usize::from(self.choice[place]);
        (choice, block * u64::from(self.count(choice)) + place as u64 - u64::from(self.first[choice]))
    }

    /// The place of an index within its block: of a choice all places stand together, and choices in their order.
    #[inline]
    pub fn place(&self, index: u64) -> u64 {
        self.order(index >> self.bits).at(index & ((1 << self.bits) - 1))
    }

    /// Places of a choice in each block.
    pub fn count(&self, choice: usize) -> u32 {
        self.first[choice + 1] - self.first[choice]
    }

    /// No number of a choice is this high among the first `rows` indices.
    pub fn most(&self, choice: usize, rows: u64) -> u64 {
        rows.div_ceil(1 << self.bits) * u64::from(self.count(choice))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn an_alias_table_keeps_the_weights() {
        let weights = [1, 0, 7, 2, 90];
        let alias = Alias::new(&weights);
        let key = Key::new(1, "t", "alias");
        let mut counts = [0_i64; 5];
        for row in 0..100_000 {
            counts[alias.pick(key.draw(row))] += 1;
        }
        for (count, weight) in counts.iter().zip(weights) {
            assert!((count - weight as i64 * 1_000).abs() < 500, "{counts:?}");
        }
        assert_eq!(counts[1], 0);
    }

    #[test]
    fn a_composition_is_exact_in_every_block_and_gives_each_its_own_number() {
        let composition = Composition::new(Key::new(1, "t", "split"), 6, &[1, 50, 300, 0, 3]);
        let mut seen = BTreeSet::new();
        for block in 0..20 {
            let mut counts = [0; 5];
            for within in 0..64 {
                let (choice, number) = composition.split(block * 64 + within);
                counts[choice] += 1;
                assert!(seen.insert((choice, number)));
                assert!(number < composition.most(choice, (block + 1) * 64));
            }
            assert_eq!(counts.iter().sum::<u32>(), 64);
            assert_eq!(counts[0], 1);
            assert_eq!(counts[3], 0);
        }
    }
}
