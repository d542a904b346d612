//! Seed, table, column and row become 64 bits: the frozen hash under every cell.
//!
//! A change here changes every byte that Wares makes: the golden vectors below may only change with `HASH_VERSION`.

/// The version of the hash. It stays when [`crate::ENGINE_VERSION`] rises for the sake of some tables, so that all others keep their bytes.
const HASH_VERSION: u64 = 3;

const A: u64 = 0xa076_1d64_78bd_642f;
const B: u64 = 0xe703_7ed1_a0b4_28db;
const C: u64 = 0x8ebc_6af0_9c88_c6e3;

/// The two words that stand for one column (or one latent fact) of one table under one seed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    low: u64,
    high: u64,
}

impl Key {
    /// The key of a name within a table. Names decide, never positions.
    pub fn new(seed: u64, table: &str, name: &str) -> Self {
        let mut low = mix(seed ^ A, HASH_VERSION ^ B);
        let mut high = mix(seed ^ C, low ^ A);
        for text in [table, name] {
            for chunk in text.as_bytes().chunks(8) {
                let mut word = [0; 8];
                word[..chunk.len()].copy_from_slice(chunk);
                low = mix(low ^ u64::from_le_bytes(word), B);
                high = mix(high ^ low, C);
            }
            low = mix(low ^ text.len() as u64, A);
            high = mix(high ^ low, B);
        }
        Self { low, high: high | 1 }
    }

    /// The draw of one row.
    #[inline]
    pub fn draw(self, row: u64) -> Draw {
        let product = u128::from(row ^ self.low) * u128::from(self.high);
        Draw(mix(product as u64 ^ A, (product >> 64) as u64 ^ self.low ^ B))
    }

    /// A key for each number: of a block, a brand, a kind.
    #[inline]
    pub fn with(self, number: u64) -> Self {
        let low = self.draw(number).0;
        Self { low, high: mix(low ^ C, self.high) | 1 }
    }
}

#[inline]
fn mix(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}

/// 64 evenly distributed bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Draw(pub u64);

impl Draw {
    /// A whole number below `count`, all equally likely (to one part in 2^64 / `count`); 0 when `count` is 0.
    #[inline]
    pub fn below(self, count: u64) -> u64 {
        ((u128::from(self.0) * u128::from(count)) >> 64) as u64
    }

    /// A whole number from `low` to `high`, both included.
    #[inline]
    pub fn between(self, low: i64, high: i64) -> i64 {
        low.wrapping_add(self.below((high.wrapping_sub(low) as u64).saturating_add(1)) as i64)
    }

    /// Another draw of the same cell.
    #[inline]
    #[must_use]
    pub fn also(self, number: u64) -> Self {
        Draw(mix(self.0 ^ B, number.wrapping_mul(A) ^ C ^ self.0.rotate_left(32)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_frozen() {
        let key = Key::new(42, "orders", "status");
        let drawn: Vec<u64> = [0, 1, 2, 1_000_000, u64::MAX].iter().map(|row| key.draw(*row).0).collect();
        assert_eq!(drawn, GOLDEN, "{drawn:#x?}");
    }

    const GOLDEN: [u64; 5] = [0x69cd_0586_7ee9_d40e, 0x94bb_2afa_3513_b9ee, 0x623e_a274_1d96_b3bd, 0x0b74_f9b6_c9cf_c3a8, 0x148b_126c_dd81_8fe4];

    #[test]
    fn draws_are_even_and_rows_and_columns_are_independent() {
        const ROWS: u64 = 1 << 18;
        for name in ["a", "b", "price", "status"] {
            let (key, other) = (Key::new(7, "t", name), Key::new(7, "t", "other"));
            let mut cells = [[0_i64; 256]; 8];
            let (mut flips, mut agreeing) = (0_i64, 0_i64);
            for row in 0..ROWS {
                let draw = key.draw(row).0;
                for (byte, counts) in cells.iter_mut().enumerate() {
                    counts[(draw >> (8 * byte)) as usize & 255] += 1;
                }
                flips += i64::from((draw ^ key.draw(row + 1).0).count_ones()) - 32;
                agreeing += i64::from((draw ^ other.draw(row).0).count_ones()) - 32;
                agreeing += i64::from((draw ^ key.draw(row).also(1).0).count_ones()) - 32;
            }
            let expected = (ROWS / 256) as i64;
            for counts in cells {
                // Chi squared with 255 degrees of freedom: mean 255, standard deviation 23; 5 of them are allowed.
                let chi = counts.iter().map(|count| (count - expected) * (count - expected)).sum::<i64>() / expected;
                assert!((140..370).contains(&chi), "{name}: {chi}");
            }
            // Sums of so many fair bits: a standard deviation of 4 * sqrt(rows), 2,048; 5 of them, and 7 for the double sum.
            assert!(flips.abs() < 10_240 && agreeing.abs() < 14_400, "{name}: {flips} {agreeing}");
        }
    }

    #[test]
    fn a_flipped_bit_of_the_row_flips_half_of_the_draw() {
        let key = Key::new(1, "t", "c");
        for bit in 0..64 {
            let flipped: u32 = (0..4_096).map(|row| (key.draw(row).0 ^ key.draw(row ^ (1 << bit)).0).count_ones()).sum();
            assert!((4_096 * 31..4_096 * 33).contains(&flipped), "bit {bit}: {flipped}");
        }
    }

    #[test]
    fn names_make_keys_of_their_own() {
        assert_ne!(Key::new(1, "ab", "c"), Key::new(1, "a", "bc"));
        assert_ne!(Key::new(1, "a", "b"), Key::new(1, "b", "a"));
        assert_ne!(Key::new(1, "a", "b"), Key::new(2, "a", "b"));
    }
}
