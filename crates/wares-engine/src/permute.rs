//! Keyed permutations: of 0..n, and of as many numbers as there come to be. Unique values without a memory.

use crate::key::Key;

/// A one-to-one map of `0..size` onto itself, different for every key.
#[derive(Debug, Clone, Copy)]
pub struct Permutation {
    size: u64,
    mask: u64,
    shift: u32,
    add: [u64; 3],
    times: [u64; 3],
}

impl Permutation {
    /// The permutation of `0..size`; `size` is 1 to 2^63.
    pub fn new(key: Key, size: u64) -> Self {
        let bits = 64 - size.saturating_sub(1).leading_zeros();
        let (a, b) = (key.draw(0).0, key.draw(1).0);
        Self {
            size,
            mask: if bits == 0 { 0 } else { u64::MAX >> (64 - bits) },
            shift: (bits / 2).max(1),
            add: [a, a.rotate_left(23), a.rotate_left(43)],
            times: [b | 1, b.rotate_left(21) | 1, b.rotate_left(41) | 1],
        }
    }

    /// Where `index` goes; `index` lies below the size.
    #[inline]
    pub fn at(&self, index: u64) -> u64 {
        let mut value = index;
        // Each step is one-to-one on the next power of two; walking on until the value lies inside keeps it so on the size.
        loop {
            for (add, times) in self.add.iter().zip(self.times) {
                value = value.wrapping_add(*add).wrapping_mul(times) & self.mask;
                value ^= value >> self.shift;
            }
            if value < self.size {
                return value;
            }
        }
    }
}

/// A one-to-one map of all numbers onto themselves that stays as it is when there come to be more of them: those from one power of two
/// to the next change places among themselves, and so do the first 4,096.
#[derive(Debug, Clone)]
pub struct Growing(Vec<Permutation>);

/// The first numbers that change places, as a power of two.
const FIRST_BITS: u32 = 12;

impl Growing {
    /// The map of a key.
    pub fn new(key: Key) -> Self {
        Self(
            (FIRST_BITS..64)
                .map(|bits| Permutation::new(key.with(bits.into()), if bits == FIRST_BITS { 1 << bits } else { 1 << (bits - 1) }))
                .collect(),
        )
    }

    /// Where `index` goes; it lies below 2^63.
    #[inline]
    pub fn at(&self, index: u64) -> u64 {
        let bits = (64 - index.leading_zeros()).max(FIRST_BITS);
        let first = if bits == FIRST_BITS { 0 } else { 1 << (bits - 1) };
        first + self.0[(bits - FIRST_BITS) as usize].at(index - first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_met_exactly_once() {
        for size in (1..200).chain([255, 256, 257, 1_000, 4_096, 10_007]) {
            let permutation = Permutation::new(Key::new(size, "t", "c"), size);
            let mut seen = vec![false; size as usize];
            for index in 0..size {
                assert!(!std::mem::replace(&mut seen[permutation.at(index) as usize], true), "size {size}");
            }
        }
    }

    #[test]
    fn a_growing_map_is_one_to_one_up_to_every_power_of_two() {
        let growing = Growing::new(Key::new(1, "t", "c"));
        let mut seen: Vec<u64> = (0..1 << 14).map(|index| growing.at(index)).collect();
        for bits in FIRST_BITS..14 {
            let mut part = seen[..1 << bits].to_vec();
            part.sort_unstable();
            assert!(part.iter().zip(0..).all(|(value, index)| *value == index), "2^{bits}");
        }
        seen.dedup();
        assert!(seen.len() == 1 << 14 && growing.at((1 << 40) + 7) >> 40 == 1);
    }

    #[test]
    fn neighbours_part_and_ends_are_not_fixed() {
        let size = 100_000;
        let permutation = Permutation::new(Key::new(3, "t", "c"), size);
        let rising = (1..size).filter(|index| permutation.at(*index) > permutation.at(index - 1)).count();
        assert!((48_000..52_000).contains(&rising), "{rising}");
        let moved: u64 = (0..size).map(|index| permutation.at(index).abs_diff(index)).sum::<u64>() / size;
        assert!((30_000..37_000).contains(&moved), "a random permutation moves by a third of the size: {moved}");
    }
}
