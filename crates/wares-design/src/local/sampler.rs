//! The choice of the next token among those that the grammar allows.

use toktrie::SimpleVob;

use crate::Request;

/// So many of the likeliest tokens are drawn from: a small model's tail is noise.
const CANDIDATES: usize = 40;

/// So many tokens back words are held back: longer lists would run out of commas.
const WINDOW: usize = 64;

/// Takes the likeliest token at temperature 0, else draws one; the same seed draws the same.
pub(super) struct Sampler {
    temperature_percent: u16,
    against_repeats_percent: u16,
    state: u64,
}

impl Sampler {
    pub(super) fn new(request: &Request) -> Self {
        let Request { temperature_percent, against_repeats_percent, seed, .. } = *request;
        Self { temperature_percent, against_repeats_percent, state: seed }
    }

    /// A token after those written, or nothing when none is allowed. The lower of two tokens with the same score comes first.
    pub(super) fn choose(&mut self, mut scores: Vec<f32>, written: &[u32], allowed: &SimpleVob) -> Option<u32> {
        self.hold_back(&mut scores, written);
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

    /// Takes off from the scores of the last tokens: so much for having been there, and so much for each time.
    #[expect(clippy::float_arithmetic, reason = "a model's scores")]
    fn hold_back(&self, scores: &mut [f32], written: &[u32]) {
        if self.against_repeats_percent == 0 {
            return;
        }
        let penalty = f32::from(self.against_repeats_percent) / 100.0;
        let last = &written[written.len().saturating_sub(WINDOW)..];
        for (index, token) in last.iter().enumerate() {
            let Some(score) = scores.get_mut(*token as usize) else { continue };
            *score -= if last[..index].contains(token) { penalty } else { penalty * 2.0 };
        }
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

    fn sampler(temperature_percent: u16, against_repeats_percent: u16, seed: u64) -> Sampler {
        Sampler { temperature_percent, against_repeats_percent, state: seed }
    }

    fn drawn(temperature_percent: u16, seed: u64) -> Vec<u32> {
        let mut sampler = sampler(temperature_percent, 0, seed);
        let allowed = SimpleVob::from_slice(&[false, true, true, false, true]);
        (0..200).filter_map(|_| sampler.choose(vec![9.0, 1.0, 2.0, 9.0, 2.0], &[], &allowed)).collect()
    }

    #[test]
    fn what_was_written_is_held_back_the_more_the_more_often() {
        let allowed = SimpleVob::from_slice(&[true, true, true]);
        let choose = |percent, written: &[u32]| sampler(0, percent, 1).choose(vec![2.0, 1.5, 0.5], written, &allowed);
        assert_eq!([choose(0, &[0, 0]), choose(40, &[]), choose(40, &[0]), choose(40, &[0, 1])], [Some(0), Some(0), Some(1), Some(0)]);
        assert_eq!(choose(40, &[0, 0, 1, 1]), Some(0));
        assert_eq!(choose(100, &[0, 0, 1, 1]), Some(2));
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
        assert_eq!(sampler(70, 0, 1).choose(vec![1.0], &[], &SimpleVob::alloc(1)), None);
    }
}
