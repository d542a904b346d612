//! What is in an order, what goes together, and how unequal products sell.

use std::collections::BTreeMap;

use super::sample::{Sample, deviation, mean, quantile, skewness, unequal};

pub(super) fn figures(shop: &Sample) -> Vec<(&'static str, f64)> {
    let sizes: Vec<f64> = shop.orders.iter().map(|order| order.lines.len() as f64).collect();
    let quantities: Vec<f64> = shop.lines.iter().map(|line| line.quantity as f64).collect();
    let values: Vec<f64> = shop.orders.iter().map(|order| order.value as f64).collect();
    let logs: Vec<f64> = values.iter().map(|value| value.ln()).collect();
    let mut sold = vec![0.0; shop.names.len()];
    for line in &shop.lines {
        sold[line.product] += 1.0;
    }
    let mut seen: Vec<f64> = sold.iter().copied().filter(|count| *count > 0.0).collect();
    seen.sort_by(f64::total_cmp);
    let top = |part: f64| {
        let count = ((seen.len() as f64 * part).round() as usize).max(1);
        seen[seen.len() - count..].iter().sum::<f64>() / shop.lines.len() as f64
    };
    let mut found = vec![
        ("basket.mean", mean(&sizes)),
        ("basket.single", sizes.iter().filter(|size| **size == 1.0).count() as f64 / sizes.len() as f64),
        ("basket.skew", skewness(&sizes)),
        ("qty.one", quantities.iter().filter(|pieces| **pieces == 1.0).count() as f64 / quantities.len() as f64),
        ("qty.skew", skewness(&quantities)),
        ("value.lnsd", deviation(&logs)),
        ("value.lnskew", skewness(&logs)),
        ("value.p99/p50", quantile(&values, 0.99) / quantile(&values, 0.5)),
        ("pop.gini", gini(&seen)),
        ("pop.top20", top(0.2)),
        ("pop.top1", top(0.01)),
        ("pop.cv2 (nc)", unequal(&sold)),
    ];
    if mean(&sizes) > 1.5 {
        found.push(("pair.lift-cv2 (nc)", lifts(shop, &sold)));
    }
    found
}

/// `counts` rise.
fn gini(counts: &[f64]) -> f64 {
    let n = counts.len() as f64;
    let weighted: f64 = counts.iter().zip(1..).map(|(count, rank)| f64::from(rank) * count).sum();
    2.0 * weighted / (n * counts.iter().sum::<f64>()) - (n + 1.0) / n
}

/// How unequal the lifts of pairs are, weighted by how often a pair is to be expected; chance is taken out. Products that sell often are looked at.
fn lifts(shop: &Sample, sold: &[f64]) -> f64 {
    let mut ranked: Vec<usize> = (0..sold.len()).collect();
    ranked.sort_by(|a, b| sold[*b].total_cmp(&sold[*a]));
    let place: BTreeMap<usize, usize> = ranked.into_iter().take(300).zip(0..).collect();
    let count = place.len();
    let mut together = vec![0.0_f64; count * count];
    let mut alone = vec![0.0_f64; count];
    for order in &shop.orders {
        let inside: Vec<usize> = shop.lines[order.lines.clone()].iter().filter_map(|line| place.get(&line.product).copied()).collect();
        for (index, a) in inside.iter().enumerate() {
            for b in &inside[index + 1..] {
                together[a.min(b) * count + a.max(b)] += 1.0;
                alone[*a] += 1.0;
                alone[*b] += 1.0;
            }
        }
    }
    let pairs: f64 = together.iter().sum();
    let (mut above, mut below) = (0.0, 0.0);
    for a in 0..count {
        for b in a + 1..count {
            let expected = alone[a] * alone[b] / (2.0 * pairs);
            let seen = together[a * count + b];
            above += (seen - expected).powi(2) - expected;
            below += expected * expected;
        }
    }
    above / below.max(1e-12)
}
