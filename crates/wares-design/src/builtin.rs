//! What a model leaves open, from the nearest built-in pack and from goods in general. Start at [`fill`].

use std::collections::BTreeMap;

use wares_model::{
    pack::{
        catalog::{Attribute, AttributeValue, Brand, Catalog, NamePattern, Sentence, Series, fits},
        compose, narrow,
    },
    weighted::TextOr,
};

use crate::{
    parts::{self, LEAST_BRANDS, LEAST_KINDS, Pieces, same},
    report::Part,
};

/// Empties a part.
pub(crate) fn clear(pieces: &mut Pieces, part: Part) {
    match part {
        Part::Range => pieces.range.clear(),
        Part::Kinds => pieces.kinds.clear(),
        Part::Brands => pieces.brands.clear(),
        Part::Words => {
            pieces.nouns.clear();
            pieces.features.clear();
            pieces.finishes.clear();
        }
        Part::Attributes => {
            pieces.attributes.clear();
            pieces.scale.clear();
        }
        Part::Wording => {
            pieces.names.clear();
            pieces.descriptions.clear();
        }
    }
}

/// Fills a part up to what a shop needs; an empty part becomes that of the nearest pack.
pub(crate) fn fill(pieces: &mut Pieces, part: Part, words: &str, nearest: &Catalog) {
    let generic = compose::generic(words, &[]);
    match part {
        Part::Range => {
            let (source, most) = if pieces.range.is_empty() { (nearest, 10) } else { (&generic, LEAST_KINDS) };
            for kind in &source.kinds {
                if pieces.range.len() < most && !pieces.range.iter().any(|known| same(known, &kind.name)) {
                    pieces.range.push(kind.name.clone());
                }
            }
        }
        Part::Kinds => kinds(pieces, nearest, &generic),
        Part::Brands => brands(pieces, words, nearest, &generic),
        Part::Words => {
            let same_kind = |name: &str| nearest.kinds.iter().find(|kind| same(&kind.name, name));
            for kind in &pieces.kinds {
                let nouns = same_kind(&kind.name).and_then(|known| known.words.get("noun")).cloned().unwrap_or_default();
                pieces.nouns.entry(kind.name.clone()).or_default().extend(nouns.into_iter().filter(|noun| noun.chars().count() <= 28).take(5));
            }
            pieces.part_nouns();
            let some = |list: &mut Vec<String>, name: &str| {
                if list.len() < 5 {
                    list.extend(generic.words.get(name).into_iter().flatten().cloned());
                    let mut seen: Vec<String> = Vec::new();
                    list.retain(|word| {
                        !seen.contains(&word.to_lowercase()) && {
                            seen.push(word.to_lowercase());
                            true
                        }
                    });
                }
            };
            some(&mut pieces.features, "trait");
            some(&mut pieces.finishes, "finish");
        }
        Part::Attributes => attributes(pieces, nearest),
        Part::Wording => wording(pieces),
    }
}

fn kinds(pieces: &mut Pieces, nearest: &Catalog, generic: &Catalog) {
    let source = if pieces.kinds.is_empty() { nearest } else { generic };
    for kind in &source.kinds {
        if pieces.kinds.len() >= 16 || (!std::ptr::eq(source, nearest) && pieces.kinds.len() >= LEAST_KINDS) {
            break;
        }
        if pieces.kinds.iter().any(|known| same(&known.name, &kind.name) || same(&known.line, &kind.line)) {
            continue;
        }
        let price = [kind.price.low_minor, kind.price.median_minor, kind.price.high_minor];
        let grams = kind.grams.map(|band| (i64::from(band.low), i64::from(band.high)));
        let weighed = source.weight_of(kind).and_then(|(attribute, unit)| {
            let band = source.numbers_of(kind, attribute)?;
            Some((band.low * unit / 1_000, band.high * unit / 1_000))
        });
        pieces.kinds.push(parts::kind(kind.name.clone(), kind.line.clone(), i64::from(kind.weight), price, grams.or(weighed).unwrap_or((0, 0))));
    }
}

fn brands(pieces: &mut Pieces, words: &str, nearest: &Catalog, generic: &Catalog) {
    let whole = pieces.brands.is_empty();
    let own = nearest.brands.iter().filter(|brand| !generic.brands.contains(brand));
    // Two shops of goods in general have other brands.
    let first = usize::from(blake3::hash(words.to_lowercase().as_bytes()).as_bytes()[0]) % generic.brands.len();
    for brand in own.chain(&generic.brands[first..]).chain(&generic.brands[..first]) {
        let enough = if whole { 40 } else { LEAST_BRANDS + 2 };
        if pieces.brands.len() >= enough || (pieces.brands.len() >= LEAST_BRANDS && generic.brands.contains(brand)) {
            break;
        }
        if pieces.brands.iter().any(|known| same(&known.name, &brand.name)) {
            continue;
        }
        let known: Vec<String> = brand.kinds.iter().filter(|kind| pieces.kinds.iter().any(|known| known.name == **kind)).cloned().collect();
        let series = brand.series.iter().map(|series| TextOr(Series::from(series.0.name.clone()))).take(12).collect();
        pieces.brands.push(Brand { kinds: known, series, ..brand.clone() });
    }
    pieces.sell_all();
}

/// Attributes of the nearest pack that most of its goods have, with the values of all kinds together; at least a size.
fn attributes(pieces: &mut Pieces, nearest: &Catalog) {
    let own_kinds = pieces.kinds.iter().all(|kind| nearest.kinds.iter().any(|known| known.name == kind.name));
    for attribute in &nearest.attributes {
        let having: Vec<String> = nearest.kinds.iter().filter(|kind| nearest.has(kind, attribute)).map(|kind| kind.name.clone()).collect();
        let weighs = attribute.name.to_lowercase().contains("weight");
        let taken = pieces.attributes.iter().any(|known| same(&known.name, &attribute.name));
        if pieces.attributes.len() >= 12
            || weighs
            || taken
            || attribute.pattern.is_some()
            || (!own_kinds && having.len() * 10 < nearest.kinds.len() * 7)
        {
            continue;
        }
        let values: Vec<TextOr<AttributeValue>> =
            narrow::values(nearest, &attribute.name).into_iter().take(16).map(|value| TextOr(AttributeValue::from(value))).collect();
        let number = if values.is_empty() {
            let step = nearest
                .kinds
                .iter()
                .find(|kind| fits(&attribute.kinds, kind))
                .and_then(|kind| nearest.numbers_of(kind, attribute))
                .map_or(1, |band| band.step);
            narrow::numbers(nearest, &attribute.name).map(|(low, high)| wares_model::pack::catalog::NumberBand { low, high, step })
        } else {
            None
        };
        if values.len() < 2 && number.is_none() {
            continue;
        }
        let kinds = if own_kinds && having.len() < pieces.kinds.len() { having } else { Vec::new() };
        pieces.attributes.push(Attribute { kinds, values, number, ..attribute.clone() });
    }
    if pieces.scale.is_empty() && pieces.measures(&nearest.scale) {
        pieces.scale.clone_from(&nearest.scale);
    }
    if pieces.scale.is_empty() {
        let name = if pieces.attributes.iter().any(|known| known.name == "size") { "sizeClass" } else { "size" };
        let values = ["small", "medium", "large"].map(|value| TextOr(AttributeValue::from(value.to_owned()))).into();
        let attribute =
            Attribute { name: name.to_owned(), label: "size".to_owned(), unit: None, kinds: Vec::new(), values, number: None, pattern: None };
        pieces.attributes.push(attribute);
        name.clone_into(&mut pieces.scale);
    }
}

/// Patterns and sentences that any catalog can bear.
fn wording(pieces: &mut Pieces) {
    let finished =
        if pieces.finishes.is_empty() { "{brand} {series} {feature} {noun} {model}" } else { "{brand} {series} {feature} {noun}, {finish}" };
    let patterns = [finished, "{brand} {series} {noun} {model}", "{brand} {feature} {noun} {model}"];
    for pattern in patterns {
        if pieces.names.len() < 3 && !pieces.names.iter().any(|known| known.pattern == pattern) {
            pieces.names.push(NamePattern { pattern: pattern.to_owned(), weight: 2, kinds: Vec::new() });
        }
    }
    if pieces.descriptions.iter().map(Vec::len).sum::<usize>() >= 5 {
        return;
    }
    let sentence = |text: String| Sentence { text, weight: 1, kinds: Vec::new(), when: BTreeMap::new() };
    let said = |attribute: &Attribute| {
        let mut label = attribute.label.chars();
        let label = label.next().map_or_else(String::new, |first| first.to_uppercase().chain(label).collect());
        sentence(format!("{label}: {{{}}}.", attribute.name))
    };
    let (front, back) = pieces.attributes.split_at(pieces.attributes.len().div_ceil(2));
    let opening =
        ["{A lower kind} of the {series} line by {brand}.", "{brand} makes this {lower noun} for the {series} line.", "{A lower noun} by {brand}."];
    pieces.descriptions =
        vec![opening.map(|text| sentence(text.to_owned())).into(), front.iter().map(said).collect(), back.iter().map(said).collect()];
    pieces.descriptions.retain(|group| !group.is_empty());
}
