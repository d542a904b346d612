//! The random bits under one number.

/// Random bits for one number; the same seed gives the same number.
#[derive(Debug, Clone)]
pub struct Bits(u64);

impl Bits {
    /// The bits of a seed. Seeds may be as close to each other as they like.
    #[inline]
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// The next 64 bits (SplitMix64, after Steele, Lea and Flood).
    #[inline]
    pub fn word(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let word = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let word = (word ^ (word >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        word ^ (word >> 31)
    }

    /// A whole number below `count`, all equally likely (to one part in 2^64 / `count`); 0 when `count` is 0.
    #[inline]
    pub fn below(&mut self, count: u64) -> u64 {
        ((u128::from(self.word()) * u128::from(count)) >> 64) as u64
    }

    /// A digit from 0 to 9.
    #[inline]
    pub fn digit(&mut self) -> u8 {
        self.below(10) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_the_published_one() {
        let mut bits = Bits::new(1_234_567);
        assert_eq!([bits.word(), bits.word()], [6_457_827_717_110_365_317, 3_203_168_211_198_807_973]);
    }

    #[test]
    fn draws_stay_below() {
        let mut bits = Bits::new(7);
        let mut seen = [0; 10];
        for _ in 0..10_000 {
            seen[usize::from(bits.digit())] += 1;
        }
        assert!(seen.iter().all(|count| (850..1_150).contains(count)), "{seen:?}");
        assert_eq!((bits.below(0), bits.below(1)), (0, 0));
    }
}
