//! The catalog that rows of products look like, with the categories, brands and prices of the file. Start at [`sold_by`] and [`fitted`].

use std::collections::{BTreeMap, BTreeSet};

use wares_model::{
    column::ProductFact,
    pack::{
        catalog::{Band, Catalog, PriceBand},
        lint, narrow,
    },
    template::CatalogSource,
};

use super::columns::repeats;
use crate::{
    Wanted, meaning, names,
    profile::{Kind, Profile},
};

/// What is sold by `--category`, or by the categories of the rows; and why, for people.
pub(crate) fn sold_by(profiles: &[Profile], wanted: &Wanted<'_>) -> Option<(CatalogSource, String)> {
    if wanted.category.is_some() {
        return crate::sold(wanted);
    }
    let tells = |name: &str| meaning::product(name) == Some(ProductFact::Line) || names::plain(name) == "tags";
    let mut votes: BTreeMap<String, (u64, String)> = BTreeMap::new();
    for profile in profiles.iter().filter(|profile| tells(&profile.name)) {
        for (value, count) in profile.values.iter().flatten().take(40) {
            let last = value.split(',').next().unwrap_or_default().rsplit('>').next().unwrap_or_default().trim();
            if let Some(pack) = (wanted.find_pack)(last) {
                let vote = votes.entry(pack).or_insert_with(|| (0, format!("`{last}` in column `{}`", profile.name)));
                vote.0 += count;
            }
        }
    }
    let (pack, (_, why)) = votes.into_iter().max_by_key(|(_, (count, _))| *count)?;
    let note = format!("{why} means the pack `{pack}`");
    Some((CatalogSource::Named(pack), note))
}

/// The catalog with the categories, brands and prices of the file where its own are others: then name, brand, price and cost hang together.
pub(super) fn fitted(source: Option<CatalogSource>, profiles: &[Profile], notes: &mut Vec<String>) -> (Option<CatalogSource>, Option<Catalog>) {
    let Some(catalog) = source.as_ref().and_then(crate::unpacked) else { return (source, None) };
    let of = |fact: ProductFact| profiles.iter().find(|profile| meaning::product(&profile.name) == Some(fact));
    let mut changed = catalog.clone();
    let mut what = Vec::new();
    let mut attempt = |name: &'static str, change: &dyn Fn(&mut Catalog) -> bool| {
        let mut next = changed.clone();
        if change(&mut next) && lint::lint(&next).is_empty() {
            changed = next;
            what.push(name);
        }
    };
    attempt("categories", &|catalog| of(ProductFact::Line).is_some_and(|lines| with_lines(catalog, lines)));
    attempt("brands", &|catalog| of(ProductFact::Vendor).is_some_and(|brands| with_brands(catalog, brands)));
    let prices = of(ProductFact::ListPrice).filter(|profile| is_amount(profile));
    let costs = of(ProductFact::Cost).filter(|profile| is_amount(profile));
    attempt("prices", &|catalog| prices.is_some_and(|prices| with_prices(catalog, prices, costs)));
    if what.is_empty() {
        return (source, Some(catalog));
    }
    notes.push(format!("the catalog `{}` is part of the template, with the {} of the file", changed.name, what.join(" and ")));
    (Some(CatalogSource::Inline(Box::new(changed.clone()))), Some(changed))
}

/// The categories of a column: few, and each of them more than once.
pub(super) fn categories(profile: &Profile) -> Option<Vec<(String, u64)>> {
    let values = profile.values.as_ref().filter(|values| profile.kind == Kind::Text && repeats(values, profile))?;
    Some(values.iter().filter(|(_, count)| *count > 1).cloned().collect())
}

/// Keeps the kinds that the categories mean, under the names of the file, where every category means one.
fn with_lines(catalog: &mut Catalog, profile: &Profile) -> bool {
    let Some(values) = categories(profile) else { return false };
    if values.iter().all(|(value, _)| catalog.kinds.iter().any(|kind| kind.line == *value)) {
        return false;
    }
    let stem = |text: &str| names::plain(text).trim_end_matches('s').to_owned();
    let mut lines: BTreeMap<String, &str> = BTreeMap::new();
    for kind in &catalog.kinds {
        let (name, line) = (stem(&kind.name), stem(&kind.line));
        let means = |value: &str| name.contains(value) || value.contains(&name) || line == value;
        if let Some((value, _)) = values.iter().find(|(value, _)| stem(value).len() > 2 && means(&stem(value))) {
            lines.insert(kind.name.clone(), value);
        }
    }
    let meant: BTreeSet<&str> = lines.values().copied().collect();
    if meant.len() < values.len() || narrow::keep_kinds(catalog, &|kind| lines.contains_key(&kind.name)).is_none() {
        return false;
    }
    for kind in &mut catalog.kinds {
        if let Some(line) = lines.get(&kind.name) {
            kind.line = (*line).to_owned();
        }
    }
    true
}

/// Gives the brands the names of the file.
fn with_brands(catalog: &mut Catalog, profile: &Profile) -> bool {
    let Some(values) = categories(profile) else { return false };
    let wanted: Vec<String> = values.into_iter().map(|(value, _)| value).collect();
    let known = wanted.iter().all(|value| catalog.brands.iter().any(|brand| brand.name == *value));
    if known && wanted.len() * 10 >= catalog.brands.len() * 7 {
        return false;
    }
    narrow::name_brands(catalog, &wanted);
    true
}

/// Moves the prices of all kinds into the range of the file, and the costs to their share of them.
fn with_prices(catalog: &mut Catalog, prices: &Profile, costs: Option<&Profile>) -> bool {
    if prices_fit(catalog, ProductFact::ListPrice, prices) {
        return false;
    }
    let minor = |profile: &Profile| -> Vec<i64> {
        let unit = 10_i64.pow(u32::from(2 - profile.scale.min(2)));
        profile.points.iter().map(|point| point.saturating_mul(unit).clamp(1, 1_000_000_000_000)).collect()
    };
    let points = minor(prices);
    let (Some(low), Some(high)) = (points.first().copied(), points.last().copied()) else { return false };
    let median = if points.len() > 2 { points[points.len() / 2] } else { i64::midpoint(low, high) };
    let cost = costs.map(minor).and_then(|costs| costs.get(costs.len() / 2).copied());
    for kind in &mut catalog.kinds {
        kind.price = PriceBand { low_minor: low, median_minor: median, high_minor: high, spread_percent: kind.price.spread_percent };
        if let Some(cost) = cost {
            let percent = u32::try_from((cost.saturating_mul(100) / median.max(1)).clamp(6, 94)).unwrap_or(50);
            kind.cost_percent = Band { low: percent - 5, high: percent + 5 };
        }
    }
    true
}

pub(super) fn is_amount(profile: &Profile) -> bool {
    matches!(profile.kind, Kind::Money | Kind::Decimal) && profile.scale <= 2
}

/// Whether nine in ten prices of the file could be prices of the pack, and those of the pack are not far beyond them.
pub(super) fn prices_fit(catalog: &Catalog, fact: ProductFact, profile: &Profile) -> bool {
    let percent = |kind: &wares_model::pack::catalog::Kind| match fact {
        ProductFact::Cost => (kind.cost_percent.low, kind.cost_percent.high),
        _ => (100, 100),
    };
    let low = catalog.kinds.iter().map(|kind| kind.price.low_minor * i64::from(percent(kind).0) / 100).min().unwrap_or(0);
    let high = catalog.kinds.iter().map(|kind| kind.price.high_minor * i64::from(percent(kind).1) / 100).max().unwrap_or(0);
    let unit = 10_i64.pow(u32::from(2 - profile.scale.min(2)));
    let inside = profile.points.iter().filter(|point| point.checked_mul(unit).is_some_and(|price| (low..=high).contains(&price))).count();
    let ends = profile.points.first().zip(profile.points.last()).and_then(|(least, most)| least.checked_mul(unit).zip(most.checked_mul(unit)));
    let near = ends.is_some_and(|(least, most)| least <= low.saturating_mul(3) && most.saturating_mul(3) >= high);
    near && inside * 10 >= profile.points.len() * 9
}
