//! What a trade sells. A small model tells it best in a sentence; asked for a list it needs such a sentence before it. Start at [`sentence`] and [`list`].

use serde_json::Value;
use wares_model::pack::compose;

use super::{
    ask::{self, Freely},
    votes::{of_trade, trade_words},
    words::{WORDS, has},
};
use crate::{clean, model::Request, range};

/// So many ways there are to ask for a sentence, and for a list.
pub(super) const SENTENCES: usize = 4;
pub(super) const LISTS: usize = 3;
/// A name has at most so many words, and an answer so many names.
const MOST_WORDS: usize = 3;
const MOST_NAMES: usize = 14;

/// A sentence that names what the trade sells, asked for in one of the [`SENTENCES`] ways.
pub(super) fn sentence(words: &str, way: usize, sample: u64) -> Request {
    let (trade, bare) = (ask::trade(words), ask::unmarked(words, 200));
    let user = match way {
        // Such a shop `sells telescopes`, says a model, and no more.
        0 if let Some(one) = named(words).filter(|one| !ask::is_stuff(one)) => format!(
            "A shop sells every {} there is, and its parts and accessories. Name ten of these parts and accessories in one long sentence.",
            ask::trade(&one)
        ),
        0 => format!("A friend asks what a shop for {trade} is. Name the things it sells in one sentence."),
        1 => format!("A beginner asks what to buy for {trade}. Answer in one long sentence that names everything needed."),
        2 => format!("A shop sells {trade} and everything that goes with it. Name twelve of its goods in one long sentence."),
        _ => format!(
            "Write one long sentence that begins with \"Shops for {bare} sell\" and names twelve different goods, main goods first, then accessories and \
             spare parts."
        ),
    };
    let freely = Freely(if sample == 0 { 0 } else { 60 }, if way == 0 { 0 } else { 30 });
    ask::request("goods", user, ask::sentence(400), 110, freely, sample)
}

/// A list of what the trade sells, asked for in one of the [`LISTS`] ways after a sentence of the model about the trade, which may be empty.
pub(super) fn list(words: &str, way: usize, known: &str, sample: u64) -> Request {
    let trade = ask::trade(words);
    let question = match way {
        0 => format!("Which 12 different products would a customer buy in a shop for {trade}? Each one to three words, no brands."),
        1 => format!("What equipment and tools do people use for {trade}? List 12 items, each one to three words."),
        _ => {
            format!("Which spare parts, consumables and accessories are bought again and again for {trade}? List 10 items, each one to three words.")
        }
    };
    ask::request(
        "things",
        format!("{known} {question}").trim().to_owned(),
        ask::list("products", &ask::short(28), 8, 14),
        200,
        Freely(70, 40),
        sample,
    )
}

/// The first sentence of an answer, as it may stand before a question.
pub(super) fn known(answer: &Value) -> Option<String> {
    let text = clean::line(ask::text(answer)?, 400)?;
    let first = text.split_once(". ").map_or(text.as_str(), |(first, _)| first);
    Some(format!("{}.", ask::unmarked(first.trim_end_matches('.'), 300)))
}

/// The names of goods in a sentence.
pub(super) fn told(answer: &Value, words: &str) -> Vec<String> {
    goods(phrases(ask::text(answer).unwrap_or_default()).into_iter(), words)
}

/// The names of goods in a list.
pub(super) fn listed(answer: &Value, words: &str) -> Vec<String> {
    goods(answer["products"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned), words)
}

/// The goods after which a trade is named: a telescope of `telescopes`, but nothing of `archery` and `drone parts`.
pub(super) fn named(words: &str) -> Option<String> {
    let lower = words.trim().to_lowercase();
    let one = singular(&lower);
    (one != lower && !lower.ends_with("ics") && is_goods(&one)).then_some(one)
}

/// The names that are goods at all, one of each, each once.
fn goods(names: impl Iterator<Item = String>, words: &str) -> Vec<String> {
    let (trade, named) = (words.trim().to_lowercase(), named(words));
    let trade_words = trade_words(words);
    let mut found: Vec<String> = Vec::new();
    for name in names {
        // A beekeeper's gloves are gloves.
        let words: Vec<String> = name.to_lowercase().split_whitespace().filter(|word| !word.contains('\'')).map(str::to_owned).collect();
        let lower = words.join(" ");
        let one = singular(&lower);
        let is_trade = (lower == trade || one == singular(&trade)) && named.is_none();
        // A beekeeping tool is any tool.
        let front = one.rsplit_once(' ').filter(|(_, head)| has(&WORDS.vague, head)).map_or("", |(front, _)| front);
        let is_any = !front.is_empty() && front.split(' ').all(|word| of_trade(word, &trade_words));
        if found.len() < MOST_NAMES && !is_trade && !is_any && is_goods(&one) && !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

/// Whether a name in the singular may be one of goods.
fn is_goods(one: &str) -> bool {
    let words: Vec<&str> = one.split_whitespace().collect();
    let Some(head) = words.last() else { return false };
    let twice = words.iter().enumerate().any(|(at, word)| words[..at].contains(word));
    words.len() <= MOST_WORDS
        && !twice
        && !head.ends_with("ly")
        && !has(&WORDS.no_goods, head)
        && !has(&WORDS.vague, one)
        && !words.iter().any(|word| has(&WORDS.no_word, word))
}

/// One of what a name in small letters says there are many of.
fn singular(name: &str) -> String {
    let (front, head) = name.trim().rsplit_once(' ').unwrap_or(("", name.trim()));
    let one = if has(&WORDS.always_many, head) { head.to_owned() } else { compose::singular(head) };
    format!("{front} {one}").trim().to_owned()
}

/// What a sentence lists after its verb, each without what stands before a name and after it.
fn phrases(sentence: &str) -> Vec<String> {
    let mut parts: Vec<Vec<&str>> = vec![Vec::new()];
    let mut said = false;
    for word in sentence.split_whitespace() {
        let bare = word.trim_matches(|letter: char| matches!(letter, ',' | ';' | '.' | ':' | '"' | '(' | ')' | '\''));
        let lower = bare.to_lowercase();
        let parted = word.ends_with([',', ';', '.', ':']);
        if !said && parts.len() <= 2 && has(&WORDS.verbs, &lower) {
            // All before was about the shop.
            (parts, said) = (vec![Vec::new()], true);
        } else if has(&WORDS.parting, &lower) {
            parts.push(Vec::new());
        } else if let Some(part) = parts.last_mut() {
            part.push(bare);
        }
        if parted {
            parts.push(Vec::new());
        }
    }
    parts.iter().filter_map(|part| phrase(part)).collect()
}

/// `a pair of leather gloves for beginners` -> `leather gloves`.
fn phrase(words: &[&str]) -> Option<String> {
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    let mut at = 0;
    while at < lower.len() {
        let measured = lower[at..].iter().take(4).position(|word| word == "of").filter(|of| *of > 0 && has(&WORDS.measures, &lower[at + of - 1]));
        match measured {
            Some(of) => at += of + 1,
            None if has(&WORDS.fronts, &lower[at]) => at += 1,
            None => break,
        }
    }
    let end = lower[at..].iter().position(|word| has(&WORDS.ends, word)).map_or(lower.len(), |end| at + end);
    let name = lower[at..end].join(" ");
    let is_name = name.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '\''));
    (is_name && (1..=MOST_WORDS).contains(&(end - at)) && range::name(&name, &[]).is_ok()).then_some(name)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn of(sentence: &str, words: &str) -> Vec<String> {
        told(&json!({ "answer": sentence }), words)
    }

    /// As Qwen2.5-Coder-1.5B answered.
    #[test]
    fn a_sentence_names_goods() {
        assert_eq!(of("A shop for saddlery sells saddles, bridle, and other horse equipment.", "saddlery"), ["saddle", "bridle"]);
        assert_eq!(
            of("For archery, you need a bow, arrows, a quiver, a target, and possibly a range.", "archery"),
            ["bow", "arrow", "quiver", "target"]
        );
        assert_eq!(
            of("Shops for telescopes sell telescopes, eyepieces, lenses, filters, mounts, accessories, and spare parts.", "telescopes"),
            ["telescope", "eyepiece", "lens", "filter", "mount"]
        );
        assert_eq!(
            of(
                "Shops sell a wide variety of aquatic plants, including fish tanks, fish food and more. They also offer air pumps.",
                "aquarium plants"
            ),
            ["aquatic plant", "fish tank", "fish food"]
        );
        assert_eq!(
            of("For fencing, you need a pair of fencing gloves for beginners, masks that protect and a sword/foil.", "fencing"),
            ["fencing glove", "mask"]
        );
        assert_eq!(of("Pottery kilns, pottery molds, pottery glazes.", "pottery kilns"), ["pottery kiln", "pottery mold", "pottery glaze"]);
        assert_eq!(of("sailing hardware", "sailing hardware"), Vec::<String>::new());
        assert_eq!(of("Hydroponics is a farming technique that uses nutrients.```json", "hydroponics"), Vec::<String>::new());
    }

    #[test]
    fn only_goods_are_left() {
        let answer = json!({"products": ["Archery", "Bow", "Tools", "Rocket Parts", "Bee Tool", "Launch Insurance", "Optics", "bow", "saw saw"]});
        assert_eq!(listed(&answer, "archery"), ["bow", "bee tool", "optics"]);
        let answer = json!({"products": ["beekeeping tools", "Beekeeper's Gloves", "hive tool", "leaves"]});
        assert_eq!(listed(&answer, "beekeeping supplies"), ["glove", "hive tool", "leaf"]);
        let many = ["bee hives", "drone batteries", "boxes", "camera lens", "camera lenses", "compass", "safety glasses", "gas", "cactus"];
        let one = ["bee hive", "drone battery", "box", "camera lens", "camera lens", "compass", "safety glasses", "gas", "cactus"];
        assert_eq!(many.map(singular), one);
    }

    #[test]
    fn a_trade_may_be_named_after_its_goods() {
        assert_eq!(
            ["telescopes", "Pottery Kilns", "baby strollers"].map(named),
            ["telescope", "pottery kiln", "baby stroller"].map(|name| Some(name.into()))
        );
        assert_eq!(["archery", "drone parts", "beekeeping supplies", "hydroponics", "welding"].map(named), [None, None, None, None, None]);
    }
}
