//! Tables whose rows belong to the orders, several to each: which order a row belongs to, without looking at the others.
//!
//! Blocks of parents all hold the same numbers of children in another order, so that totals are known beforehand. Start at [`Children::walk`].

use std::ops::Range;

use crate::{
    key::Key,
    permute::Permutation,
    weighted::{Composition, LastBlock},
};

/// Parents of a block, as a power of two.
const BITS: u32 = 10;
const BLOCK: u64 = 1 << BITS;

/// How many children each parent has, and of which sort it is.
#[derive(Debug, Clone)]
pub(crate) struct Children {
    sorts: Composition,
    /// Children of a parent of each sort.
    of_sort: Vec<u64>,
    rows_of_block: u64,
}

/// One parent with the children wanted of it.
#[derive(Debug, Clone)]
pub(crate) struct Parent {
    pub(crate) row: u64,
    pub(crate) sort: usize,
    /// How many children it has.
    pub(crate) children: u64,
    pub(crate) wanted: Range<u64>,
}

impl Children {
    /// `sorts`: the weight of each sort of parent, and how many children such a one has, at least 1.
    pub(crate) fn new(key: Key, sorts: &[(u64, u64)]) -> Self {
        let weights: Vec<u64> = sorts.iter().map(|(weight, _)| *weight).collect();
        let sorts_of = Composition::new(key, BITS, &weights);
        let of_sort: Vec<u64> = sorts.iter().map(|(_, children)| *children).collect();
        let rows_of_block = of_sort.iter().enumerate().map(|(sort, children)| u64::from(sorts_of.count(sort)) * children).sum();
        Self { sorts: sorts_of, of_sort, rows_of_block }
    }

    /// The same parents with other children: so many for each sort.
    pub(crate) fn with(&self, of_sort: impl Fn(usize) -> u64) -> Self {
        let of_sort: Vec<u64> = (0..self.of_sort.len()).map(of_sort).collect();
        let rows_of_block = of_sort.iter().enumerate().map(|(sort, children)| u64::from(self.sorts.count(sort)) * children).sum();
        Self { sorts: self.sorts.clone(), of_sort, rows_of_block }
    }

    /// Where a parent stands among those of its block, by sort, in units of 2^-64.
    #[inline]
    pub(crate) fn standing(&self, parent: u64) -> u64 {
        (self.sorts.place(parent) << (64 - BITS)) + (1 << (63 - BITS))
    }

    /// The sort of a parent, and how many children it has.
    #[inline]
    pub(crate) fn of(&self, parent: u64, last: &mut LastBlock) -> (usize, u64) {
        let sort = self.sorts.split_near(last, parent).0;
        (sort, self.of_sort[sort])
    }

    /// How many children so many parents have together.
    pub(crate) fn rows(&self, parents: u64) -> u64 {
        let mut last = LastBlock::default();
        let whole = parents / BLOCK * self.rows_of_block;
        whole + (parents / BLOCK * BLOCK..parents).map(|parent| self.of(parent, &mut last).1).sum::<u64>()
    }

    /// Tells of each parent that has children in a range of rows, in order.
    #[inline]
    pub(crate) fn walk(&self, rows: Range<u64>, parents: u64, mut tell: impl FnMut(Parent)) {
        let mut block = rows.start / self.rows_of_block;
        let mut row = block * self.rows_of_block;
        while row < rows.end && block * BLOCK < parents {
            let places: Permutation = self.sorts.order(block);
            for parent in block * BLOCK..((block + 1) * BLOCK).min(parents) {
                let sort = self.sorts.split_in(&places, block, parent).0;
                let children = self.of_sort[sort];
                if row + children > rows.start && row < rows.end {
                    let wanted = rows.start.saturating_sub(row)..children.min(rows.end - row);
                    tell(Parent { row: parent, sort, children, wanted });
                }
                row += children;
                if row >= rows.end {
                    return;
                }
            }
            block += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_range_of_rows_finds_the_children_that_the_whole_has() {
        let children = Children::new(Key::new(1, "t", "children"), &[(700, 1), (200, 2), (100, 5)]);
        let parents = 2_500;
        let rows = children.rows(parents);
        let listed = |range: Range<u64>| {
            let mut found = Vec::new();
            children.walk(range, parents, |parent| found.extend(parent.wanted.clone().map(|child| (parent.row, parent.sort, child))));
            found
        };
        let whole = listed(0..rows);
        assert_eq!(whole.len() as u64, rows);
        assert!(whole.is_sorted());
        assert_eq!(whole.iter().filter(|(_, _, child)| *child == 0).count(), 2_500);
        for start in [0, 1, 999, 1_400, rows - 7] {
            assert_eq!(listed(start..start + 7), whole[start as usize..start as usize + 7]);
        }
    }
}
