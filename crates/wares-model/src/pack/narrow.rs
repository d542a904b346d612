//! A catalog pack made narrower by the values, kinds, brands and prices that a user kept; which ones words mean, [`super::variant`] tells.
//!
//! In: a sound pack. Out: the same pack with fewer kinds, brands and values; [`super::lint`] says whether it still holds.

use std::collections::BTreeSet;

use super::catalog::{AttributeValue, Band, Brand, Catalog, Kind, NumberBand, fits};
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

/// Gives an attribute these values in every kind that has it, in place of its own. Values that it knows keep what they do to the price.
pub fn set_values(catalog: &mut Catalog, attribute: &str, wanted: &[String]) {
    let Some(index) = catalog.attributes.iter().position(|known| known.name == attribute) else { return };
    let mut fresh: Vec<String> = Vec::new();
    wanted.iter().filter(|text| !text.trim().is_empty()).for_each(|text| {
        if !fresh.contains(text) {
            fresh.push(text.clone());
        }
    });
    let known = |own: &[TextOr<AttributeValue>], text: &String| own.iter().find(|value| value.0.value == *text).cloned();
    let value = |own: &[TextOr<AttributeValue>], text: &String| {
        let mut value = known(own, text).unwrap_or_else(|| TextOr(AttributeValue::from(text.clone())));
        (value.0.kinds, value.0.when) = (Vec::new(), Default::default());
        value
    };
    let shared = catalog.attributes[index].values.clone();
    for kind in &mut catalog.kinds {
        if let Some(own) = kind.attributes.get_mut(attribute) {
            *own = fresh.iter().map(|text| value(own, text)).collect();
        }
    }
    if !shared.is_empty() {
        catalog.attributes[index].values = fresh.iter().map(|text| value(&shared, text)).collect();
    }
    forget_conditions(catalog, attribute, &fresh);
}

/// Takes out conditions on values that an attribute no longer has; a value whose only condition this was is free, a sentence is gone.
fn forget_conditions(catalog: &mut Catalog, attribute: &str, left: &[String]) {
    let free = |value: &mut TextOr<AttributeValue>| {
        value.0.when.retain(|name, wanted| name != attribute || wanted.iter().any(|text| left.contains(text)));
    };
    catalog.attributes.iter_mut().for_each(|known| known.values.iter_mut().for_each(free));
    for kind in &mut catalog.kinds {
        kind.attributes.values_mut().for_each(|list| list.iter_mut().for_each(free));
    }
    for group in &mut catalog.descriptions {
        group.retain(|sentence| sentence.when.get(attribute).is_none_or(|wanted| wanted.iter().any(|text| left.contains(text))));
    }
    catalog.descriptions.retain(|group| !group.is_empty());
}

/// Gives a number attribute this range in every kind that has it.
pub fn set_numbers(catalog: &mut Catalog, attribute: &str, low: i64, high: i64) {
    let within = |band: &mut NumberBand| {
        let step = band.step;
        *band = NumberBand { low, high, step: if (high - low) % step == 0 && low % step == 0 { step } else { 1 } };
    };
    for kind in &mut catalog.kinds {
        kind.numbers.get_mut(attribute).into_iter().for_each(within);
    }
    catalog.attributes.iter_mut().filter(|known| known.name == attribute).filter_map(|known| known.number.as_mut()).for_each(within);
}

/// Moves the price bands of all kinds into a range, in minor units.
pub fn price_within(catalog: &mut Catalog, low: i64, high: i64) {
    for kind in &mut catalog.kinds {
        let price = &mut kind.price;
        let (own_low, own_high) = (price.low_minor.clamp(low, high), price.high_minor.clamp(low, high));
        // A band that lies outside the range altogether takes the whole of it.
        (price.low_minor, price.high_minor) = if own_low < own_high { (own_low, own_high) } else { (low, high) };
        if !(price.low_minor..=price.high_minor).contains(&price.median_minor) {
            price.median_minor = price.low_minor + (price.high_minor - price.low_minor) / 2;
        }
    }
}

/// Gives all kinds this weight, in grams, wherever it is said.
pub fn weigh_within(catalog: &mut Catalog, low: u32, high: u32) {
    let said: BTreeSet<String> = catalog
        .kinds
        .iter()
        .filter_map(|kind| catalog.weight_of(kind))
        .filter(|(_, unit)| *unit == 1_000)
        .map(|(attribute, _)| attribute.name.clone())
        .collect();
    for name in said {
        set_numbers(catalog, &name, i64::from(low), i64::from(high));
    }
    let named = |kind: &Kind| catalog.weight_of(kind).is_some_and(|(_, unit)| unit == 1_000);
    let by_attribute: Vec<bool> = catalog.kinds.iter().map(named).collect();
    for (kind, by_attribute) in catalog.kinds.iter_mut().zip(by_attribute) {
        kind.grams = (!by_attribute).then_some(Band { low, high });
    }
}

/// Keeps these brands alone. A name that the pack does not know takes over the place of one of its brands.
pub fn name_brands(catalog: &mut Catalog, wanted: &[String]) {
    let mut names: Vec<&String> = Vec::new();
    wanted.iter().filter(|name| !name.trim().is_empty()).for_each(|name| {
        if !names.contains(&name) {
            names.push(name);
        }
    });
    let (mut spare, mut kept): (Vec<Brand>, Vec<Brand>) = (Vec::new(), Vec::new());
    for brand in catalog.brands.drain(..) {
        if names.contains(&&brand.name) { kept.push(brand) } else { spare.push(brand) }
    }
    // The broadest sellers are taken over first.
    spare.sort_by_key(|brand| std::cmp::Reverse(brand.weight));
    let all = kept.clone().into_iter().chain(spare.clone()).collect::<Vec<_>>();
    for (number, name) in names.iter().filter(|name| !all.iter().any(|brand| brand.name == ***name)).enumerate() {
        let Some(like) = spare.get(number % spare.len().max(1)).or(all.first()) else { continue };
        kept.push(Brand { name: (*name).clone(), ..like.clone() });
    }
    // Together they sell all kinds: where one names its kinds, a kind may be left without a seller.
    let unsold = catalog.kinds.iter().any(|kind| !kept.iter().any(|brand| fits(&brand.kinds, kind) && brand.series_of(kind).next().is_some()));
    if unsold {
        for brand in &mut kept {
            brand.kinds.clear();
            brand.series.iter_mut().for_each(|series| series.0.kinds.clear());
        }
    }
    catalog.brands = kept;
}

/// Keeps only some kinds, where there are any and they hold together; says which.
pub fn keep_kinds(catalog: &mut Catalog, of_kind: &dyn Fn(&Kind) -> bool) -> Option<String> {
    let mut narrowed = catalog.clone();
    narrowed.kinds.retain(|kind| of_kind(kind));
    let names = narrowed.lines().join(", ");
    if names.is_empty() || !sound(&mut narrowed) {
        return None;
    }
    *catalog = narrowed;
    Some(names)
}

/// Mends what refers to kinds that are gone; whether every kind is still sold.
pub(super) fn sound(catalog: &mut Catalog) -> bool {
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
