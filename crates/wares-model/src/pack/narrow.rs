//! A catalog pack made narrower: by the words of a variant, or by the values that a user kept of an attribute.
//!
//! In: a sound pack. Out: the same pack with fewer kinds, brands and values; [`super::lint`] says whether it still holds.

use std::collections::BTreeSet;

use super::catalog::{AttributeValue, Catalog, Kind};
use crate::weighted::TextOr;

/// Every value that an attribute may have in any kind, in the order of the pack.
pub fn values(catalog: &Catalog, attribute: &str) -> Vec<String> {
    let Some(known) = catalog.attribute(attribute) else { return Vec::new() };
    let mut seen = BTreeSet::new();
    let all = catalog.kinds.iter().flat_map(|kind| catalog.values_of(kind, known)).map(|value| value.value.clone());
    all.filter(|value| seen.insert(value.clone())).collect()
}

/// The least and the greatest number that an attribute may have in any kind.
pub fn numbers(catalog: &Catalog, attribute: &str) -> Option<(i64, i64)> {
    let known = catalog.attribute(attribute)?;
    let bands = catalog.kinds.iter().filter_map(|kind| catalog.numbers_of(kind, known));
    bands.map(|band| (band.low, band.high)).reduce(|(low, high), (other_low, other_high)| (low.min(other_low), high.max(other_high)))
}

/// Whether an attribute is a number wherever it is anything.
pub fn is_number(catalog: &Catalog, attribute: &str) -> bool {
    let pattern = catalog.attribute(attribute).is_some_and(|known| known.pattern.is_some());
    !pattern && values(catalog, attribute).is_empty() && numbers(catalog, attribute).is_some()
}

/// Keeps only these values of an attribute. A kind that has none of them keeps its own.
pub fn keep_values(catalog: &mut Catalog, attribute: &str, kept: &[String]) {
    let Some(index) = catalog.attributes.iter().position(|known| known.name == attribute) else { return };
    let shared = catalog.attributes[index].values.clone();
    for kind in &mut catalog.kinds {
        let own = kind.attributes.get(attribute).unwrap_or(&shared).clone();
        let fits = |value: &TextOr<AttributeValue>| value.0.kinds.is_empty() || value.0.kinds.contains(&kind.name);
        let left: Vec<_> = own.iter().filter(|value| kept.contains(&value.0.value)).cloned().collect();
        if left.iter().any(fits) {
            // Conditions on values that are gone could never hold.
            let free = left.into_iter().map(|mut value| {
                value.0.when.retain(|name, wanted| name != attribute || wanted.iter().any(|value| kept.contains(value)));
                value
            });
            kind.attributes.insert(attribute.to_owned(), free.collect());
        }
    }
}

/// What a word of a variant did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applied {
    /// The words.
    pub words: String,
    /// What they narrowed, for people.
    pub to: String,
}

/// Narrows a pack by the words of a variant: values of attributes first, then kinds, then the level of brands. Also gives the words that
/// mean nothing here.
pub fn by_variant(catalog: &mut Catalog, variant: &str) -> (Vec<Applied>, Vec<String>) {
    let mut words: Vec<String> = variant.split_whitespace().map(|word| word.trim_matches(',').to_owned()).filter(|word| !word.is_empty()).collect();
    let mut applied = Vec::new();
    while !words.is_empty() {
        // The longest run of words at the front that means something.
        let found = (1..=words.len()).rev().find_map(|count| {
            let text = words[..count].join(" ");
            apply(catalog, &text).map(|to| (count, Applied { words: text, to }))
        });
        match found {
            Some((count, what)) => {
                words.drain(..count);
                applied.push(what);
            }
            None => {
                let (front, rest) = words.split_at(1);
                let unknown = front[0].clone();
                let rest = rest.join(" ");
                let (more, mut unknowns) = by_variant(catalog, &rest);
                applied.extend(more);
                unknowns.insert(0, unknown);
                return (applied, unknowns);
            }
        }
    }
    (applied, Vec::new())
}

fn apply(catalog: &mut Catalog, text: &str) -> Option<String> {
    let wanted = plain(text);
    let level = match wanted.as_str() {
        "premium" | "luxury" | "high end" | "designer" => Some((115, 500)),
        "budget" | "cheap" | "affordable" | "value" => Some((0, 90)),
        _ => None,
    };
    if let Some((low, high)) = level {
        return brands(catalog, low, high).then(|| format!("brands with a price level of {low} to {high}"));
    }
    // A kind of this very name is meant before any value that holds the word.
    let named = |kind: &Kind| [&kind.name, &kind.line].iter().any(|name| plain(name) == wanted || plain(name).ends_with(&format!(" {wanted}")));
    if let Some(to) = kinds(catalog, &named) {
        return Some(to);
    }
    for attribute in catalog.attributes.clone() {
        let kept: Vec<String> = values(catalog, &attribute.name).into_iter().filter(|value| holds(&plain(value), &wanted)).collect();
        if kept.is_empty() {
            continue;
        }
        let mut narrowed = catalog.clone();
        // Kinds that cannot be so are not of the variant, where others can.
        narrowed.kinds.retain(|kind| catalog.values_of(kind, &attribute).iter().any(|value| kept.contains(&value.value)));
        keep_values(&mut narrowed, &attribute.name, &kept);
        if sound(&mut narrowed) {
            *catalog = narrowed;
            return Some(format!("{} {}", attribute.label, kept.join(", ")));
        }
    }
    kinds(catalog, &|kind| holds(&plain(&kind.name), &wanted) || holds(&plain(&kind.line), &wanted))
}

/// Keeps only some kinds, where there are any and they hold together; says which.
fn kinds(catalog: &mut Catalog, of_kind: &dyn Fn(&Kind) -> bool) -> Option<String> {
    let mut narrowed = catalog.clone();
    narrowed.kinds.retain(|kind| of_kind(kind));
    let names = narrowed.kinds.iter().map(|kind| kind.line.clone()).collect::<Vec<_>>().join(", ");
    if names.is_empty() || !sound(&mut narrowed) {
        return None;
    }
    *catalog = narrowed;
    Some(names)
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

/// Mends what refers to kinds that are gone; whether every kind is still sold.
fn sound(catalog: &mut Catalog) -> bool {
    let kinds: BTreeSet<String> = catalog.kinds.iter().map(|kind| kind.name.clone()).collect();
    let known = |names: &mut Vec<String>| {
        let some = !names.is_empty();
        names.retain(|name| kinds.contains(name));
        !some || !names.is_empty()
    };
    catalog.brands.retain_mut(|brand| known(&mut brand.kinds));
    for brand in &mut catalog.brands {
        brand.series.retain_mut(|series| known(&mut series.0.kinds));
    }
    catalog.names.retain_mut(|name| known(&mut name.kinds));
    for group in &mut catalog.descriptions {
        group.retain_mut(|sentence| known(&mut sentence.kinds));
    }
    catalog.descriptions.retain(|group| !group.is_empty());
    for kind in &mut catalog.kinds {
        for list in kind.attributes.values_mut() {
            list.retain_mut(|value| known(&mut value.0.kinds));
        }
        kind.attributes.retain(|_, list| !list.is_empty());
    }
    catalog.attributes.retain_mut(|attribute| {
        attribute.values.retain_mut(|value| known(&mut value.0.kinds));
        known(&mut attribute.kinds) || attribute.name == catalog.scale
    });
    !catalog.kinds.is_empty() && !catalog.brands.is_empty() && super::lint::lint(catalog).is_empty()
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
