//! The regions of a template, by the countries in the rows.

use std::collections::BTreeMap;

use wares_model::{pack::bundle, template::RegionShare};

use crate::{
    meaning::{self, Meaning},
    names,
    rows::Rows,
};

/// Regions by the countries in the rows.
pub(super) fn regions(rows: &Rows, notes: &mut Vec<String>) -> Vec<RegionShare> {
    let column = rows.profiles.iter().find(|profile| matches!(meaning::of(&profile.name), Some(Meaning::Country | Meaning::CountryCode)));
    let Some(values) = column.and_then(|profile| profile.values.as_ref()) else {
        notes.push("no column says in which countries they live: `regions` of the template is the United States".to_owned());
        return Vec::new();
    };
    let mut shares: BTreeMap<&str, u64> = BTreeMap::new();
    let mut unknown = 0;
    for (value, count) in values {
        match region(value) {
            Some(code) => *shares.entry(code).or_default() += count,
            None => unknown += count,
        }
    }
    let all: u64 = shares.values().sum();
    if unknown > 0 {
        notes.push(format!("{unknown} rows name a country that is none of `wares list regions`"));
    }
    let mut regions: Vec<(&str, u64)> = shares.into_iter().collect();
    regions.sort_by_key(|(code, count)| (std::cmp::Reverse(*count), *code));
    regions.truncate(wares_model::check::MOST_REGIONS);
    #[allow(clippy::float_arithmetic)] // A share for people to read and change.
    let share = |count: u64| ((count * 1_000 / all.max(1)).max(1) as f64) / 1_000.0;
    regions.into_iter().map(|(code, count)| RegionShare { code: code.to_owned(), share: share(count) }).collect()
}

fn region(country: &str) -> Option<&'static str> {
    let plain = names::plain(country);
    let usual = match plain.as_str() {
        "usa" | "unitedstatesofamerica" | "america" => "US",
        "uk" | "england" | "greatbritain" => "GB",
        _ => "",
    };
    if let Some(code) = bundle::region_codes().find(|code| code.eq_ignore_ascii_case(country.trim()) || *code == usual) {
        return Some(code);
    }
    bundle::region_codes().filter(|_| !plain.is_empty()).find(|code| {
        let header = bundle::region_header(code).and_then(Result::ok);
        header.is_some_and(|header| [&header.name, &header.country, &header.native].iter().any(|name| names::plain(name) == plain))
    })
}
