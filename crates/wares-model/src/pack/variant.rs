//! A catalog pack made narrower by words: those of a variant, or those of a domain that say more than which pack is meant.
//!
//! In: a sound pack and words. Out: the pack with the kinds, brands and values that the words mean, and what each of them did.
//! Start at [`by_variant`]; [`by_domain`] passes over words that the pack itself goes by.

use super::{
    catalog::{Catalog, Kind},
    narrow::{keep_kinds, keep_values, sound, values},
};

/// What a word of a variant did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// The words.
    pub words: String,
    /// What they narrowed, for people.
    pub to: String,
    /// The attribute that they narrowed, if it was one.
    pub attribute: Option<String>,
}

/// Narrows a pack by the words of a variant: values of attributes first, then kinds, then the level of brands. Also gives the words that
/// mean nothing here.
pub fn by_variant(catalog: &mut Catalog, variant: &str) -> (Vec<Applied>, Vec<String>) {
    let words: Vec<&str> = variant.split_whitespace().map(|word| word.trim_matches(',')).filter(|word| !word.is_empty()).collect();
    runs(&words, &mut |text| apply(catalog, text))
}

/// Narrows a pack by the words of a domain that found it, as far as they say more than the pack's own name and title: the women among
/// `women's running shoes`. Where `kinds` is false, words that name kinds of product leave the others in place: a whole shop sells more.
pub fn by_domain(catalog: &mut Catalog, domain: &str, kinds: bool) -> Vec<Applied> {
    let words: Vec<&str> = domain.split(|letter: char| letter.is_whitespace() || letter == ',').filter(|word| !word.is_empty()).collect();
    let theme: Vec<String> = format!("{} {}", catalog.name.replace('-', " "), catalog.title).split_whitespace().map(plain).collect();
    // Of two kinds of product side by side, one alone would be half of what is meant.
    let several = words.iter().any(|word| matches!(plain(word).as_str(), "and" | "or" | "&"));
    let end = words.iter().position(|word| matches!(*word, "for" | "of" | "with")).unwrap_or(words.len());
    let head = words[..end].last().copied().unwrap_or_default();
    let (mut applied, _) = runs(&words, &mut |text| {
        let wanted = plain(text);
        // One of several kinds by its whole name is meant, even if the pack is named after it.
        let exact = |kind: &Kind| plain(&kind.name) == wanted || plain(&kind.line) == wanted;
        let of_pack = wanted.split(' ').all(|word| EMPTY.contains(&word) || theme.iter().any(|known| known == word));
        let mut changed = catalog.clone();
        let (to, attribute) = if catalog.kinds.iter().any(exact) {
            (keep_kinds(&mut changed, &exact)?, None)
        } else if of_pack {
            return None;
        } else {
            level(&mut changed, &wanted)
                .or_else(|| attribute(&mut changed, &wanted, true))
                .or_else(|| kinds_named(&mut changed, &wanted))
                .or_else(|| kinds_holding(&mut changed, &wanted).filter(|_| text != head))?
        };
        let exact = catalog.kinds.iter().any(exact);
        let by_kind = attribute.is_none() && changed.kinds.len() < catalog.kinds.len();
        if by_kind && (several || !kinds) {
            return Some((String::new(), None));
        }
        let said = attribute.iter().flat_map(|name| values(catalog, name)).any(|value| plain(&value) == wanted);
        let much = exact || said || wanted.contains(' ') && by_kind || text != head && by_kind || share_percent(catalog, &changed) >= LEAST_SHARE;
        // As a variant, the words must mean the same.
        let same = apply(&mut catalog.clone(), text).is_some_and(|(as_variant, _)| as_variant == to);
        if !much || !same {
            return None;
        }
        *catalog = changed;
        Some((to, attribute))
    });
    applied.retain(|applied| !applied.to.is_empty());
    applied
}

/// A single word of a domain keeps kinds alone that are at least so many percent of what the pack sells: few kinds of whisky have the word in
/// their name.
const LEAST_SHARE: u64 = 25;

/// How much of what one pack sells the other still has, in percent.
fn share_percent(whole: &Catalog, part: &Catalog) -> u64 {
    let weight = |catalog: &Catalog| catalog.kinds.iter().map(|kind| u64::from(kind.weight)).sum::<u64>();
    weight(part) * 100 / weight(whole).max(1)
}

/// Words that say nothing of goods.
const EMPTY: [&str; 14] = ["and", "or", "the", "a", "an", "for", "of", "with", "in", "shop", "store", "online", "product", "my"];

/// What words narrowed, for people, and the attribute, if it was one.
type Narrowed = (String, Option<String>);

/// Goes through words from the front, the longest run that means something first. Also gives the words of no meaning.
fn runs(words: &[&str], meaning: &mut dyn FnMut(&str) -> Option<Narrowed>) -> (Vec<Applied>, Vec<String>) {
    let (mut applied, mut unknown) = (Vec::new(), Vec::new());
    let mut rest = words;
    while !rest.is_empty() {
        let found = (1..=rest.len()).rev().find_map(|count| {
            let words = rest[..count].join(" ");
            meaning(&words).map(|(to, attribute)| (count, Applied { words, to, attribute }))
        });
        let count = match found {
            Some((count, what)) => {
                applied.push(what);
                count
            }
            None => {
                unknown.push(rest[0].to_owned());
                1
            }
        };
        rest = &rest[count..];
    }
    (applied, unknown)
}

fn apply(catalog: &mut Catalog, text: &str) -> Option<Narrowed> {
    let wanted = plain(text);
    level(catalog, &wanted)
        .or_else(|| kinds_named(catalog, &wanted))
        .or_else(|| attribute(catalog, &wanted, false))
        .or_else(|| kinds_holding(catalog, &wanted))
}

fn level(catalog: &mut Catalog, wanted: &str) -> Option<Narrowed> {
    let (low, high) = match wanted {
        "premium" | "luxury" | "high end" | "designer" => (115, 500),
        "budget" | "cheap" | "affordable" | "value" => (0, 90),
        _ => return None,
    };
    brands(catalog, low, high).then(|| (format!("brands with a price level of {low} to {high}"), None))
}

/// Kinds of this very name are meant before any value that holds the word.
fn kinds_named(catalog: &mut Catalog, wanted: &str) -> Option<Narrowed> {
    let named = |kind: &Kind| [&kind.name, &kind.line].iter().any(|name| plain(name) == wanted || plain(name).ends_with(&format!(" {wanted}")));
    keep_kinds(catalog, &named).map(|to| (to, None))
}

/// Kinds that have the words in their name.
fn kinds_holding(catalog: &mut Catalog, wanted: &str) -> Option<Narrowed> {
    keep_kinds(catalog, &|kind| holds(&plain(&kind.name), wanted) || holds(&plain(&kind.line), wanted)).map(|to| (to, None))
}

/// The first attribute that has values with the words keeps these alone. `strictly`: values begin or end with the words, and are short as a rule;
/// long ones are sentences, which hold words by chance.
fn attribute(catalog: &mut Catalog, wanted: &str, strictly: bool) -> Option<Narrowed> {
    for attribute in catalog.attributes.clone() {
        let all = values(catalog, &attribute.name);
        let kept: Vec<String> = all.iter().filter(|value| holds(&plain(value), wanted)).cloned().collect();
        let spoken = || all.iter().map(|value| value.split_whitespace().count()).sum::<usize>() > 2 * all.len();
        if kept.is_empty() || strictly && (spoken() || !kept.iter().any(|value| at_an_end(&plain(value), wanted))) {
            continue;
        }
        let mut narrowed = catalog.clone();
        // Kinds that cannot be so are not of the variant, where others can.
        narrowed.kinds.retain(|kind| catalog.values_of(kind, &attribute).iter().any(|value| kept.contains(&value.value)));
        keep_values(&mut narrowed, &attribute.name, &kept);
        if sound(&mut narrowed) {
            *catalog = narrowed;
            return Some((format!("{} {}", attribute.label, kept.join(", ")), Some(attribute.name)));
        }
    }
    None
}

fn brands(catalog: &mut Catalog, low: u32, high: u32) -> bool {
    let mut narrowed = catalog.clone();
    narrowed.brands.retain(|brand| (low..=high).contains(&brand.level_percent));
    // A kind that no such brand sells is not of the variant.
    let sold = narrowed.clone();
    narrowed.kinds.retain(|kind| sold.brands_of(kind).next().is_some());
    let sound = sound(&mut narrowed);
    if sound {
        *catalog = narrowed;
    }
    sound
}

/// Whether the text begins or ends with the words.
fn at_an_end(text: &str, wanted: &str) -> bool {
    format!("{text} ").starts_with(&format!("{wanted} ")) || format!(" {text}").ends_with(&format!(" {wanted}"))
}

/// Whether the words stand in the text, as whole words.
fn holds(text: &str, wanted: &str) -> bool {
    format!(" {text} ").contains(&format!(" {wanted} "))
}

/// Small letters, apostrophes, hyphens and plural endings off.
fn plain(text: &str) -> String {
    let text = text.to_lowercase().replace(['\'', '\u{2019}'], "").replace('-', " ");
    let single = |word: &str| word.strip_suffix('s').filter(|stem| stem.len() > 2 && !stem.ends_with('s')).unwrap_or(word).to_owned();
    text.split_whitespace().map(single).collect::<Vec<_>>().join(" ")
}
