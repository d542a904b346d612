//! The choice of the next token among those that the grammar allows.

use toktrie::SimpleVob;

/// So many of the likeliest tokens are drawn from: a small model's tail is noise.
const CANDIDATES: usize = 40;

/// Takes the likeliest token at temperature 0, else draws one; the same seed draws the same.
pub(super) struct Sampler {
    temperature_percent: u16,
    state: u64,
}

impl Sampler {
    pub(super) fn new(temperature_percent: u16, seed: u64) -> Self {
        Self { temperature_percent, state: seed }
    }

    /// A token, or nothing when none is allowed. The lower of two tokens with the same score comes first.
    pub(super) fn choose(&mut self, scores: &[f32], allowed: &SimpleVob) -> Option<u32> {
        let tokens = allowed.iter().take_while(|token| (*token as usize) < scores.len());
        let score = |token: u32| scores[token as usize];
        if self.temperature_percent == 0 {
            return tokens.min_by(|a, b| score(*b).total_cmp(&score(*a)).then(a.cmp(b)));
        }
        let mut best: Vec<u32> = tokens.collect();
        best.sort_unstable_by(|a, b| score(*b).total_cmp(&score(*a)).then(a.cmp(b)));
        best.truncate(CANDIDATES);
        let top = score(*best.first()?);
        let weights: Vec<u64> = best.iter().map(|token| self.weight(score(*token), top)).collect();
        let mut at = self.next() % weights.iter().sum::<u64>().max(1);
        for (token, weight) in best.iter().zip(weights) {
            match at.checked_sub(weight) {
                Some(rest) => at = rest,
                None => return Some(*token),
            }
        }
        best.first().copied()
    }

    /// Parts in 2^32 of the weight of the best token. What a model scores are floats; no price and no cell is made here.
    #[expect(clippy::float_arithmetic, reason = "a softmax over a model's scores")]
    fn weight(&self, score: f32, top: f32) -> u64 {
        let temperature = f64::from(self.temperature_percent) / 100.0;
        ((f64::from(score - top) / temperature).exp() * 4_294_967_296.0) as u64
    }

    /// SplitMix64.
    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(temperature_percent: u16, seed: u64) -> Vec<u32> {
        let mut sampler = Sampler::new(temperature_percent, seed);
        let allowed = SimpleVob::from_slice(&[false, true, true, false, true]);
        (0..200).filter_map(|_| sampler.choose(&[9.0, 1.0, 2.0, 9.0, 2.0], &allowed)).collect()
    }

    #[test]
    fn without_temperature_the_first_of_the_likeliest_allowed_tokens_is_chosen() {
        assert_eq!(drawn(0, 1), vec![2; 200]);
    }

    #[test]
    fn with_temperature_every_allowed_token_comes_and_a_seed_repeats() {
        let tokens = drawn(100, 7);
        assert!([1, 2, 4].iter().all(|token| tokens.contains(token)));
        assert!(!tokens.contains(&0) && !tokens.contains(&3));
        assert_eq!(tokens, drawn(100, 7));
        assert_ne!(tokens, drawn(100, 8));
    }

    #[test]
    fn nothing_is_chosen_where_nothing_is_allowed() {
        assert_eq!(Sampler::new(70, 1).choose(&[1.0], &SimpleVob::alloc(1)), None);
    }
}
