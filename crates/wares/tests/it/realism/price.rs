//! List prices and what is paid, and the words of names.

use std::collections::{BTreeMap, BTreeSet};

use super::sample::{Sample, deviation, mean, moment, quantile, skewness};

pub(super) fn figures(shop: &Sample) -> Vec<(&'static str, f64)> {
    let logs: Vec<f64> = shop.list_prices.iter().map(|price| (*price as f64).ln()).collect();
    let mut cents: BTreeMap<i64, f64> = BTreeMap::new();
    for price in &shop.list_prices {
        *cents.entry(price % 100).or_default() += 1.0 / shop.list_prices.len() as f64;
    }
    let mut usual: Vec<f64> = cents.values().copied().collect();
    usual.sort_by(|a, b| b.total_cmp(a));
    let charming = |cents: i64| cents % 10 == 9 || cents % 10 == 5 || matches!(cents, 0 | 25 | 50 | 75 | 90);
    let charm: f64 = cents.iter().filter(|(cents, _)| charming(**cents)).map(|(_, share)| share).sum();
    let below: Vec<f64> = shop
        .lines
        .iter()
        .filter(|line| line.price < shop.list_prices[line.product])
        .map(|line| 1.0 - line.price as f64 / shop.list_prices[line.product] as f64)
        .collect();
    vec![
        ("price.end-top5", usual.iter().take(5).sum()),
        ("price.end-charm", charm),
        ("price.lnsd", deviation(&logs)),
        ("price.lnskew", skewness(&logs)),
        ("price.modal", modal(shop)),
        ("price.qty-rho", rank_correlation(shop)),
        ("price.category-omega2", explained(shop, &logs)),
        ("disc.share", below.len() as f64 / shop.lines.len() as f64),
        ("disc.median", quantile(&below, 0.5)),
        ("name.vocab", vocabulary(shop)),
    ]
}

/// Lines at the price at which their product is sold most.
fn modal(shop: &Sample) -> f64 {
    let mut prices: BTreeMap<(usize, i64), f64> = BTreeMap::new();
    for line in &shop.lines {
        *prices.entry((line.product, line.price)).or_default() += 1.0;
    }
    let mut most: BTreeMap<usize, f64> = BTreeMap::new();
    for ((product, _), count) in prices {
        let best = most.entry(product).or_default();
        *best = best.max(count);
    }
    most.values().sum::<f64>() / shop.lines.len() as f64
}

/// Spearman's rank correlation of pieces and price, over lines.
fn rank_correlation(shop: &Sample) -> f64 {
    let quantities = ranks(shop.lines.iter().map(|line| line.quantity));
    let prices = ranks(shop.lines.iter().map(|line| line.price));
    let (a, b) = (mean(&quantities), mean(&prices));
    let together: Vec<f64> = quantities.iter().zip(&prices).map(|(x, y)| (x - a) * (y - b)).collect();
    mean(&together) / (deviation(&quantities) * deviation(&prices)).max(1e-12)
}

/// The rank of each value; equal values share theirs.
fn ranks(values: impl Iterator<Item = i64> + Clone) -> Vec<f64> {
    let mut counts: BTreeMap<i64, f64> = BTreeMap::new();
    for value in values.clone() {
        *counts.entry(value).or_default() += 1.0;
    }
    let mut before = 0.0;
    for count in counts.values_mut() {
        let own = *count;
        *count = before + (own + 1.0) / 2.0;
        before += own;
    }
    values.map(|value| counts[&value]).collect()
}

/// The part of the variance of list prices' logarithms that categories explain (omega squared).
fn explained(shop: &Sample, logs: &[f64]) -> f64 {
    let mut groups: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    for (category, log) in shop.categories.iter().zip(logs) {
        groups.entry(*category).or_default().push(*log);
    }
    let (n, k) = (logs.len() as f64, groups.len() as f64);
    let total = moment(logs, 2) * n;
    let within: f64 = groups.values().map(|group| moment(group, 2) * group.len() as f64).sum();
    let error = within / (n - k);
    ((total - within - (k - 1.0) * error) / (total + error)).max(0.0)
}

/// Different words by the square root of all words.
fn vocabulary(shop: &Sample) -> f64 {
    let words: Vec<String> = shop
        .names
        .iter()
        .flat_map(|name| name.split(|letter: char| !letter.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.iter().collect::<BTreeSet<_>>().len() as f64 / (words.len() as f64).sqrt()
}
