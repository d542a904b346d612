//! Who buys how often, for how much, and what again.

use std::collections::BTreeSet;

use super::sample::{Sample, quantile, unequal};

pub(super) fn figures(shop: &Sample) -> Vec<(&'static str, f64)> {
    let mut of_customer: Vec<Vec<usize>> = vec![Vec::new(); shop.customers];
    for (index, order) in shop.orders.iter().enumerate() {
        of_customer[order.customer].push(index);
    }
    let buyers: Vec<&Vec<usize>> = of_customer.iter().filter(|orders| !orders.is_empty()).collect();
    let counts: Vec<f64> = buyers.iter().map(|orders| orders.len() as f64).collect();
    let mut revenue: Vec<f64> = buyers.iter().map(|orders| orders.iter().map(|order| shop.orders[*order].value as f64).sum()).collect();
    revenue.sort_by(f64::total_cmp);
    let top = (revenue.len() / 5).max(1);
    let days = |orders: &[usize]| -> Vec<usize> { orders.iter().map(|order| shop.orders[*order].day).collect() };
    let gaps: Vec<f64> = buyers
        .iter()
        .flat_map(|orders| days(orders).windows(2).map(|pair| (pair[1] - pair[0]) as f64).collect::<Vec<_>>())
        .filter(|gap| *gap > 0.0)
        .collect();
    let late = buyers.iter().filter(|orders| shop.orders[orders[0]].day * 2 >= shop.days()).count();
    let mut found = vec![
        ("cust.one-time", counts.iter().filter(|count| **count == 1.0).count() as f64 / counts.len() as f64),
        ("cust.cv2 (nc)", unequal(&counts)),
        ("cust.top20-revenue", revenue[revenue.len() - top..].iter().sum::<f64>() / revenue.iter().sum::<f64>()),
        ("cust.new-2nd-half", late as f64 / buyers.len() as f64),
    ];
    if gaps.len() > 3_000 {
        found.push(("gap.p90/p50", quantile(&gaps, 0.9) / quantile(&gaps, 0.5)));
        found.push(("rebuy.lift", rebuy(shop, &buyers)));
    }
    found
}

/// How much likelier a line is one of the customer's earlier products than popularity makes it.
fn rebuy(shop: &Sample, buyers: &[&Vec<usize>]) -> f64 {
    let mut share = vec![0.0; shop.names.len()];
    for line in &shop.lines {
        share[line.product] += 1.0 / shop.lines.len() as f64;
    }
    let (mut again, mut expected) = (0.0, 0.0);
    for orders in buyers {
        let (mut earlier, mut known) = (BTreeSet::new(), 0.0);
        for order in *orders {
            let lines = &shop.lines[shop.orders[*order].lines.clone()];
            for line in lines {
                again += f64::from(u8::from(earlier.contains(&line.product)));
                expected += known;
            }
            for line in lines {
                if earlier.insert(line.product) {
                    known += share[line.product];
                }
            }
        }
    }
    again / f64::max(expected, 1e-12)
}
