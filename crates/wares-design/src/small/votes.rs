//! Names of goods out of many answers: what comes up again and again is no slip. Start at [`Votes::add`].

use wares_model::pack::compose::singular;

use super::words::{WORDS, has};
use crate::{parts::same, range};

/// What comes up once is a slip, where there is enough else.
const LEAST_VOTES: u32 = 2;
/// So many kinds may begin with the same word, if it is not that of the trade: `Beeswax`, `Beeswax Candle`.
const MOST_OF_A_BEGIN: usize = 2;

/// Names with their votes, in the order in which they came up.
#[derive(Debug, Default)]
pub(super) struct Votes(Vec<(String, u32)>);

impl Votes {
    /// Gives so many votes to each name of an answer.
    pub(super) fn add(&mut self, names: &[String], votes: u32) {
        for name in names.iter().filter_map(|text| range::name(text, &[]).ok()) {
            match self.0.iter_mut().find(|(known, _)| same(&singular(known), &singular(&name))) {
                Some((_, known)) => *known += votes,
                None => self.0.push((name, votes)),
            }
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The names that may stand beside each other, those with most votes first: at most so many, and at least so many if there are.
    pub(super) fn chosen(mut self, words: &str, least: usize, most: usize) -> Vec<String> {
        let trade = trade_words(words);
        self.join(&trade);
        self.0.sort_by_key(|(_, votes)| std::cmp::Reverse(*votes));
        let begin = |name: &str| name.split(' ').next().unwrap_or_default().to_owned();
        let mut chosen: Vec<String> = Vec::new();
        for (text, votes) in self.0 {
            let enough = votes >= LEAST_VOTES || chosen.len() < least;
            let alike = chosen.iter().filter(|known| begin(known) == begin(&text)).count();
            let crowded = alike >= MOST_OF_A_BEGIN && !of_trade(&begin(&text), &trade);
            if chosen.len() < most && enough && !crowded && !chosen.iter().any(|known| says_as_much(known, &text, &trade)) {
                chosen.extend(range::name(&text, &chosen));
            }
        }
        chosen
    }

    /// In a shop for drone parts a drone battery is a battery.
    fn join(&mut self, trade: &[String]) {
        let (mut at, mut kept) = (0, std::mem::take(&mut self.0));
        while at < kept.len() {
            let rest = kept[at].0.split_once(' ').filter(|(first, _)| of_trade(first, trade)).map(|(_, rest)| rest.to_owned());
            match rest.and_then(|rest| kept.iter().position(|(name, _)| same(name, &rest))) {
                Some(place) => {
                    kept[place].1 += kept[at].1;
                    kept.remove(at);
                }
                None => at += 1,
            }
        }
        self.0 = kept;
    }
}

pub(super) fn trade_words(words: &str) -> Vec<String> {
    words.to_lowercase().split_whitespace().map(str::to_owned).collect()
}

/// Whether a word says no more than the trade: `rocket` in `model rocketry`.
pub(super) fn of_trade(word: &str, trade: &[String]) -> bool {
    let word = word.to_lowercase();
    word.len() >= 3 && trade.iter().any(|known| known.starts_with(&word) || singular(known) == word)
}

/// Whether two names say the same but that one says it more exactly: `Tank` and `Fish Tank`, `Rigging` and `Rigging System`, `Hive` and `Beehive`.
fn says_as_much(one: &str, other: &str, trade: &[String]) -> bool {
    let (one, other) = (one.to_lowercase(), other.to_lowercase());
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if short.contains(' ') {
        return false;
    }
    match long.rsplit_once(' ') {
        Some((front, last)) => last == short || (front == short && has(&WORDS.vague, last)),
        None => long.strip_suffix(&short).is_some_and(|front| short.len() >= 4 && of_trade(front, trade)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(answers: &[&[&str]], words: &str) -> Vec<String> {
        let mut votes = Votes::default();
        for answer in answers {
            votes.add(&answer.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>(), 1);
        }
        votes.chosen(words, 2, 9)
    }

    #[test]
    fn what_comes_up_again_is_chosen_first() {
        let answers: [&[&str]; 3] = [&["bow", "arrows", "arrow mist"], &["mitts", "arrow", "bow"], &["bow", "target", "arrow mist bag"]];
        assert_eq!(chosen(&answers, "archery"), ["Bow", "Arrows"]);
        assert_eq!(chosen(&answers[..1], "archery"), ["Bow", "Arrows"], "at least so many");
    }

    #[test]
    fn one_thing_has_one_name() {
        let twice = |names: &[&str], words: &str| chosen(&[names, names], words);
        assert_eq!(
            twice(&["battery", "drone battery", "flight controller", "drone motor"], "drone parts"),
            ["Battery", "Flight Controller", "Drone Motor"]
        );
        assert_eq!(
            twice(&["beeswax", "beeswax candle", "beeswax comb", "drone frame"], "beekeeping supplies"),
            ["Beeswax", "Beeswax Candle", "Drone Frame"]
        );
        assert_eq!(twice(&["rocket motor", "motor", "rocket"], "model rocketry"), ["Motor", "Rocket"]);
        assert_eq!(
            twice(&["fish tank", "tank", "rigging", "rigging system", "smoker", "smoker cleaner"], "x"),
            ["Fish Tank", "Rigging", "Smoker", "Smoker Cleaner"]
        );
        assert_eq!(twice(&["hive", "beehive", "bow", "crossbow"], "beekeeping supplies"), ["Hive", "Bow", "Crossbow"]);
    }
}
