//! Whether a shop of each profile looks like real ones, by figures measured on real sets; docs/measured/realism.md is the table of it.

#![allow(clippy::float_arithmetic)] // Statistics of what was made, never money.

mod basket;
mod buyer;
mod days;
mod price;
mod real;
mod sample;

use std::{env, fmt::Write as _, fs};

use wares::model::trade::Profile;

use self::{real::REAL, sample::Sample};
use crate::common::root;

/// All figures of a shop, by name; none where it has too little of what they are about.
fn figures(shop: &Sample) -> Vec<(&'static str, f64)> {
    let mut found = basket::figures(shop);
    found.extend(buyer::figures(shop));
    found.extend(days::figures(shop));
    found.extend(price::figures(shop));
    found
}

/// Real figures are taken with a third more or less, and with as much as small figures are uncertain by.
fn is_near(value: f64, (low, high): (f64, f64)) -> bool {
    let margin = |bound: f64| (bound.abs() / 3.0).max(0.03);
    (low - margin(low)..=high + margin(high)).contains(&value)
}

fn shown(value: f64) -> String {
    let size = value.abs();
    if size >= 100.0 {
        format!("{value:.0}")
    } else if size >= 10.0 {
        format!("{value:.1}")
    } else {
        format!("{value:.2}")
    }
}

const HEAD: &str = "# Orders beside real ones, measured

20,000 orders of each profile, engine VERSION. `cargo xtask realism` makes and compares this page; `cargo xtask realism --write` renews it.

The real sets are UCI Online Retail II (a gift shop that sells to shops; two years, each a set), Olist (a Brazilian marketplace, two samples), the Complete Journey
(a grocery panel), a bakery's till and CDNOW (a music shop). Of **wholesale** the real range is that of UCI, of **marketplace** Olist's, of **grocery** that of the
grocery panel and the bakery where both have the figure, and of **retail** the range over all sets. A figure is *near* when it lies within the real range widened by a third of each bound, or by 0.03.

- Figures with `(nc)` have the noise of chance taken out, so that even chance scores 0 at any size.
- `pair.lift-cv2`: how unequal the lifts of pairs of products in one order are. `rebuy.lift`: how much likelier a line is one of the customer's earlier
  products than popularity alone makes it. `time.daily-cv2`: how unequal days are. `cust.new-2nd-half`: customers whose first order lies in the second half.
- `status.cancelled` of UCI (.16) counts credit notes: these are the returns here, 15 % of wholesale orders by design, and not in this table.
- Not measured here: `cust.nbd-k` (a fitted parameter) and `name.category-kappa` (docs/measured/packs.md has it for every pack).
- Prices of catalogues come from the packs and not from the profiles; `price.*` of the list prices is that of the pack named.
";

/// The shops whose figures stand on the page.
const SEED: u64 = 42;
/// Shops of these seeds are counted beside it: what is near once may be so by chance.
const OTHER_SEEDS: [u64; 3] = [1, 2, 3];

/// The figures of a shop that have a real range, each with whether it is near.
fn judged(profile: Profile, made: &[(&'static str, f64)]) -> Vec<(&'static str, f64, (f64, f64), bool)> {
    let of = |name: &str| made.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
    let judge = |(name, ranges): &(&'static str, [Option<(f64, f64)>; 4])| {
        let (value, range) = (of(name)?, ranges[profile as usize]?);
        Some((*name, value, range, is_near(value, range)))
    };
    REAL.iter().filter_map(judge).collect()
}

/// Names of figures that are not near.
fn far(judged: &[(&'static str, f64, (f64, f64), bool)]) -> Vec<String> {
    judged.iter().filter(|(.., near)| !near).map(|(name, ..)| format!("`{name}`")).collect()
}

#[test]
fn shops_of_every_profile_lie_as_near_to_real_ones_as_the_page_says() {
    let mut page = HEAD.replace("VERSION", &wares::ENGINE_VERSION.to_string());
    let mut summary = String::new();
    let mut not_near = Vec::new();
    for profile in Profile::ALL {
        let shop = Sample::make(profile, SEED);
        let _ = write!(page, "\n## {}\n\n{}\n\n| figure | generated | real | near |\n|---|---|---|---|\n", profile.name(), shop.described());
        let made = figures(&shop);
        let ours = judged(profile, &made);
        for (name, _) in REAL {
            let Some((_, value)) = made.iter().find(|(known, _)| *known == name) else { continue };
            let (real, verdict) = match ours.iter().find(|(known, ..)| *known == name) {
                None => ("-".to_owned(), "-"),
                Some((_, _, (low, high), near)) => {
                    let real = if low == high { shown(*low) } else { format!("{} to {}", shown(*low), shown(*high)) };
                    (real, if *near { "yes" } else { "no" })
                }
            };
            let _ = writeln!(page, "| {name} | {} | {real} | {verdict} |", shown(*value));
        }
        not_near.extend(far(&ours).into_iter().map(|name| format!("{}: {name}", profile.name())));
        let others = OTHER_SEEDS.map(|seed| judged(profile, &figures(&Sample::make(profile, seed))));
        let counts = others.iter().map(|judged| {
            let far = far(judged);
            let which = if far.is_empty() { String::new() } else { format!(" (without {})", far.join(", ")) };
            format!("{}{which}", judged.len() - far.len())
        });
        let near = ours.iter().filter(|(.., near)| *near).count();
        let counts = counts.collect::<Vec<_>>().join(", ");
        let _ = writeln!(summary, "- {}: {near} of {} figures are near; with three other seeds {counts}", profile.name(), ours.len());
    }
    page.push_str("\n## Together\n\n");
    page.push_str(&summary);
    let path = root("docs/measured/realism.md");
    if env::var_os("WARES_ACCEPT").is_some() {
        fs::write(&path, &page).unwrap();
    }
    eprintln!("{page}");
    assert!(not_near.is_empty(), "every figure is near: {not_near:#?}");
    assert_eq!(fs::read_to_string(&path).unwrap_or_default(), page, "`cargo xtask realism --write` renews the page");
}
