//! Public holidays by country, computed for any year.
//!
//! `holidays.txt` has a line of rules for each country; start at [`of`].

use crate::day::Day;

/// The rules of all countries, as the file has them.
const RULES: &str = include_str!("holidays.txt");

/// The weekdays of the rules, Monday first.
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/// The public holidays of a country in a year, in order; none where nothing is known of it.
pub fn of(country: &str, year: i32) -> Vec<Day> {
    let line = RULES.lines().find_map(|line| line.strip_prefix(country)?.strip_prefix(' '));
    let mut days: Vec<Day> = line.unwrap_or_default().split(' ').filter_map(|rule| day(rule, year)).collect();
    days.sort_unstable();
    days.dedup();
    days
}

/// The day of a rule in a year.
fn day(rule: &str, year: i32) -> Option<Day> {
    let offset = |text: &str| text.parse::<i32>().ok();
    if let Some(days) = rule.strip_prefix('E') {
        return Some(easter(year)?.plus(offset(days)?));
    }
    if let Some(days) = rule.strip_prefix('O') {
        return Some(orthodox_easter(year)?.plus(offset(days)?));
    }
    let (date, weekday) = rule.split_once('>').map_or((rule, None), |(date, weekday)| (date, Some(weekday)));
    let (month, number) = date.split_once('-')?;
    let first = Day::from_civil(year, month.parse().ok()?, number.parse().ok()?)?;
    let Some(weekday) = weekday else { return Some(first) };
    let wanted = WEEKDAYS.iter().position(|known| *known == weekday)?;
    Some(first.plus(((wanted + 7 - first.weekday()) % 7) as i32))
}

/// Easter Sunday, by the Gregorian calendar.
fn easter(year: i32) -> Option<Day> {
    let (century, golden) = (year / 100, year % 19);
    let epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15).rem_euclid(30);
    let moon = epact - epact / 28 * (1 - epact / 28 * (29 / (epact + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
    let after = moon - weekday;
    let month = 3 + (after + 40) / 44;
    Day::from_civil(year, month as u32, (after + 28 - 31 * (month / 4)) as u32)
}

/// Easter Sunday of the Orthodox churches: by the Julian calendar.
fn orthodox_easter(year: i32) -> Option<Day> {
    let moon = (19 * (year % 19) + 15) % 30;
    let weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    let number = moon + weekday + 114;
    let julian = Day::from_civil(year, (number / 31) as u32, (number % 31 + 1) as u32)?;
    let lag = year / 100 - year / 400 - 2;
    Some(julian.plus(lag))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::bundle;

    fn days(country: &str, year: i32) -> Vec<String> {
        of(country, year).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn both_easters_fall_on_their_known_days() {
        for (year, western, orthodox) in [
            (2000, "2000-04-23", "2000-04-30"),
            (2008, "2008-03-23", "2008-04-27"),
            (2011, "2011-04-24", "2011-04-24"),
            (2019, "2019-04-21", "2019-04-28"),
            (2024, "2024-03-31", "2024-05-05"),
            (2025, "2025-04-20", "2025-04-20"),
            (2026, "2026-04-05", "2026-04-12"),
            (2027, "2027-03-28", "2027-05-02"),
            (2038, "2038-04-25", "2038-04-25"),
        ] {
            assert_eq!(easter(year).unwrap().to_string(), western);
            assert_eq!(orthodox_easter(year).unwrap().to_string(), orthodox);
        }
    }

    #[test]
    fn countries_keep_their_own_days() {
        assert_eq!(days("GB", 2026)[..5], ["2026-01-01", "2026-04-03", "2026-04-06", "2026-05-04", "2026-05-25"]);
        assert!(days("US", 2026).contains(&"2026-11-26".to_owned()), "Thanksgiving is the fourth Thursday");
        assert!(days("CA", 2026).contains(&"2026-10-12".to_owned()) && days("SE", 2026).contains(&"2026-06-19".to_owned()));
        assert!(!days("JP", 2026).contains(&"2026-12-25".to_owned()) && days("GR", 2026).contains(&"2026-04-13".to_owned()));
        assert!(of("XX", 2026).is_empty());
    }

    #[test]
    fn every_rule_of_every_region_is_a_day_and_every_region_has_some() {
        for line in RULES.lines().filter(|line| !line.starts_with('#')) {
            let (country, rules) = line.split_once(' ').unwrap();
            assert!(bundle::region_codes().any(|code| code == country), "{country}");
            for rule in rules.split(' ') {
                for year in 1990..2060 {
                    let found = day(rule, year).unwrap_or_else(|| panic!("{country}: {rule} in {year}"));
                    assert_eq!(found.civil().0, year, "{country}: {rule}");
                }
            }
        }
        let without: Vec<&str> = bundle::region_codes().filter(|code| of(code, 2026).is_empty()).collect();
        assert!(without.is_empty(), "{without:?}");
    }
}
