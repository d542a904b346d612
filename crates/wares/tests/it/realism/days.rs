//! On which days and at which hours people order, and what has become of the orders.

use super::sample::{Sample, deviation, mean, moment, quantile, skewness, unequal};

pub(super) fn figures(shop: &Sample) -> Vec<(&'static str, f64)> {
    let mut daily = vec![0.0; shop.days()];
    let (mut weekdays, mut hours) = (vec![0.0; 7], vec![0.0; 24]);
    for order in &shop.orders {
        daily[order.day] += 1.0;
        weekdays[order.weekday] += 1.0;
        hours[order.hour] += 1.0;
    }
    let first = shop.orders[0].month;
    let months = shop.orders[shop.orders.len() - 1].month - first + 1;
    let mut monthly = vec![0.0; months];
    for order in &shop.orders {
        monthly[order.month - first] += 1.0;
    }
    // The first and the last month are not whole.
    let whole = if months > 4 { &monthly[1..months - 1] } else { &monthly[..] };
    let orders = shop.orders.len() as f64;
    let share = |hit: usize| hit as f64 / orders;
    let is = |status: &str| shop.orders.iter().filter(|order| order.status == status).count();
    let open = |status: &str| matches!(status, "In Process" | "On Hold");
    let stale = shop.orders.iter().filter(|order| open(&order.status) && order.day + 60 < shop.days()).count();
    let waits: Vec<f64> = shop.orders.iter().filter_map(|order| order.shipped_after).map(|days| days as f64).collect();
    vec![
        ("time.weekday-cv (nc)", unequal(&weekdays).max(0.0).sqrt()),
        ("time.daily-cv2 (nc)", unequal(&daily)),
        ("time.lag7", lag(&daily, 7)),
        ("time.month-cv (nc)", unequal(whole).max(0.0).sqrt()),
        ("hour.cv (nc)", unequal(&hours).max(0.0).sqrt()),
        ("hour.night", hours[..6].iter().sum::<f64>() / orders),
        ("status.cancelled", share(is("Cancelled"))),
        ("status.stale-open", share(stale)),
        ("ship.median-days", quantile(&waits, 0.5)),
        ("ship.skew", if deviation(&waits) > 0.0 { skewness(&waits) } else { 0.0 }),
    ]
}

/// How days go with those so many days later.
fn lag(daily: &[f64], days: usize) -> f64 {
    let middle = mean(daily);
    let products: Vec<f64> = daily.windows(days + 1).map(|window| (window[0] - middle) * (window[days] - middle)).collect();
    mean(&products) / moment(daily, 2).max(1e-12)
}
