//! Names have room, and fit: patterns that would run out get a model number, lists lose what makes a name too long.

use wares_model::{
    pack::catalog::{Catalog, Kind},
    pattern::{self, Piece},
};

/// No name has more characters.
pub const LONGEST_NAME: usize = 70;
/// Model numbers for a shop of usual size, and for one without end.
const SHORT_CODES: [&str; 3] = ["@@-##", "@###", "@@##"];
const LONG_CODES: [&str; 3] = ["@@-####", "@####@", "@@#####"];
/// A list keeps so many entries, however long they are.
const LEAST_ENTRIES: usize = 4;

/// Makes all names fit, and gives every pattern room for its share of so many products.
pub fn mend(catalog: &mut Catalog, rows: u64) {
    catalog.codes.insert("model".to_owned(), SHORT_CODES.map(str::to_owned).into());
    for pattern in std::mem::take(&mut catalog.names) {
        if shorten(catalog, &pattern.pattern) {
            catalog.names.push(pattern);
        }
    }
    if catalog.names.is_empty() {
        let pattern = "{brand} {noun} {model}".to_owned();
        catalog.names.push(wares_model::pack::catalog::NamePattern { pattern, weight: 1, kinds: Vec::new() });
    }
    if (0..catalog.names.len()).any(|index| short_of(catalog, index, rows)) {
        // A finish reads better than a number, and the number gives what is still missing.
        let finishes = catalog.words.contains_key("finish");
        for widen in [finish, number].into_iter().skip(usize::from(!finishes)) {
            for index in 0..catalog.names.len() {
                if short_of(catalog, index, rows) {
                    widen(&mut catalog.names[index].pattern);
                }
            }
        }
        if (0..catalog.names.len()).any(|index| short_of(catalog, index, rows)) {
            catalog.codes.insert("model".to_owned(), LONG_CODES.map(str::to_owned).into());
        }
        // What became the same by its number goes, and what became too long is made to fit.
        let mut seen = Vec::new();
        catalog.names.retain(|name| {
            !seen.contains(&name.pattern) && {
                seen.push(name.pattern.clone());
                true
            }
        });
        for pattern in std::mem::take(&mut catalog.names) {
            if shorten(catalog, &pattern.pattern) {
                catalog.names.push(pattern);
            }
        }
    }
}

/// Gives every pattern a model number from the longest list: for catalogs that ran out all the same.
pub fn number_all(catalog: &mut Catalog) {
    catalog.codes.insert("model".to_owned(), LONG_CODES.map(str::to_owned).into());
    catalog.names.iter_mut().for_each(|name| number(&mut name.pattern));
    let mut seen = Vec::new();
    catalog.names.retain(|name| {
        !seen.contains(&name.pattern) && {
            seen.push(name.pattern.clone());
            true
        }
    });
}

/// Puts a finish at the end.
fn finish(pattern: &mut String) {
    if !pattern.contains("{finish}") && !pattern.contains(',') {
        pattern.push_str(", {finish}");
    }
}

/// Puts the model number at the end, or before what stands behind a comma.
fn number(pattern: &mut String) {
    if pattern.contains("{model}") {
        return;
    }
    *pattern = match pattern.split_once(", ") {
        Some((front, rest)) => format!("{front} {{model}}, {rest}"),
        None => format!("{pattern} {{model}}"),
    };
}

/// Whether a pattern has too few names for its share of so many products, in some kind and brand.
fn short_of(catalog: &Catalog, index: usize, rows: u64) -> bool {
    let Ok(pieces) = pattern::pieces(&catalog.names[index].pattern) else { return false };
    let kinds: u64 = catalog.kinds.iter().map(|kind| u64::from(kind.weight)).sum();
    let patterns: u64 = catalog.names.iter().map(|name| u64::from(name.weight)).sum();
    catalog.kinds.iter().any(|kind| {
        let brands: u64 = catalog.brands_of(kind).map(|brand| u64::from(brand.weight)).sum();
        catalog.brands_of(kind).any(|brand| {
            let count = |slot: &str| match slot {
                "brand" | "kind" => 1,
                "series" => brand.series_of(kind).count() as u64,
                "model" => catalog.codes["model"].iter().filter_map(|code| pattern::code_capacity(code)).sum(),
                _ => match catalog.list(kind, slot) {
                    Some(list) => list.len() as u64,
                    None => catalog.attribute(slot).map_or(1, |attribute| catalog.values_of(kind, attribute).len() as u64),
                },
            };
            let capacity = pattern::slots(&pieces).fold(1_u128, |product, slot| product.saturating_mul(u128::from(count(slot).max(1))));
            // Shares are made of whole blocks, so that some get more than their part.
            let share = u128::from(kind.weight) * u128::from(brand.weight) * u128::from(catalog.names[index].weight);
            let need = u128::from(rows) * share * 3 / 2 / (u128::from(kinds) * u128::from(brands) * u128::from(patterns)).max(1) + 16;
            capacity < need
        })
    })
}

/// Takes the longest entries out of the lists of a pattern until its names fit; whether they do.
fn shorten(catalog: &mut Catalog, pattern: &str) -> bool {
    let Ok(pieces) = pattern::pieces(pattern) else { return false };
    while longest(catalog, &pieces) > LONGEST_NAME {
        if !drop_longest(catalog, &pieces) {
            return false;
        }
    }
    true
}

/// The longest name that a pattern can make.
pub(crate) fn longest(catalog: &Catalog, pieces: &[Piece]) -> usize {
    let of_kind = |kind: &Kind| {
        let of = |piece: &Piece| match piece {
            Piece::Literal(text) => text.chars().count(),
            Piece::Slot { name, .. } => match name.as_str() {
                "brand" | "series" => 0,
                "kind" => kind.name.chars().count() + 2,
                slot => match catalog.list(kind, slot) {
                    Some(list) => list.iter().map(|text| text.chars().count()).max().unwrap_or(0),
                    None => catalog
                        .attribute(slot)
                        .map_or(0, |known| catalog.values_of(kind, known).iter().map(|value| value.value.chars().count()).max().unwrap_or(0)),
                },
            },
        };
        let has = |slot: &str| pattern::slots(pieces).any(|name| name == slot);
        let of_brands = catalog.brands_of(kind).map(|brand| {
            let series = brand.series_of(kind).map(|series| series.name.chars().count()).max().unwrap_or(0);
            let name = brand.name.chars().count();
            usize::from(has("brand")) * name + usize::from(has("series")) * series
        });
        pieces.iter().map(of).sum::<usize>() + of_brands.max().unwrap_or(0)
    };
    catalog.kinds.iter().map(of_kind).max().unwrap_or(0)
}

/// Drops the longest entry of the lists that a pattern uses, where a list can spare it.
fn drop_longest(catalog: &mut Catalog, pieces: &[Piece]) -> bool {
    let length = |text: &String| text.chars().count();
    let slots: Vec<&str> = pattern::slots(pieces).collect();
    let mut best: Option<(usize, Entry)> = None;
    let mut offer = |size: usize, entry: Entry| {
        if best.as_ref().is_none_or(|(most, _)| size > *most) {
            best = Some((size, entry));
        }
    };
    for (name, list) in catalog.words.iter().filter(|(name, list)| slots.contains(&name.as_str()) && list.len() > LEAST_ENTRIES) {
        if let Some((index, text)) = list.iter().enumerate().max_by_key(|(_, text)| length(text)) {
            offer(length(text), Entry::Word(name.clone(), index));
        }
    }
    if slots.contains(&"noun") {
        for (kind, nouns) in catalog.kinds.iter().enumerate().filter_map(|(index, kind)| Some((index, kind.words.get("noun")?))) {
            // The first is the kind's own name.
            if let Some((index, text)) = nouns.iter().enumerate().skip(1).max_by_key(|(_, text)| length(text)) {
                offer(length(text), Entry::Noun(kind, index));
            }
        }
    }
    if slots.contains(&"series") {
        for (brand, series) in
            catalog.brands.iter().enumerate().filter(|(_, brand)| brand.series.len() > 3).map(|(index, brand)| (index, &brand.series))
        {
            if let Some((index, found)) = series.iter().enumerate().max_by_key(|(_, series)| length(&series.0.name)) {
                offer(length(&found.0.name), Entry::Series(brand, index));
            }
        }
    }
    match best {
        Some((_, Entry::Word(name, index))) => {
            catalog.words.entry(name).and_modify(|list| drop(list.remove(index)));
        }
        Some((_, Entry::Noun(kind, index))) => {
            catalog.kinds[kind].words.entry("noun".to_owned()).and_modify(|list| drop(list.remove(index)));
        }
        Some((_, Entry::Series(brand, index))) => drop(catalog.brands[brand].series.remove(index)),
        None => return false,
    }
    true
}

/// An entry that can go.
enum Entry {
    Word(String, usize),
    Noun(usize, usize),
    Series(usize, usize),
}
