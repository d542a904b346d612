//! One field as a person reads it: a number, a day, a moment, an address of the web ... or nothing but text.

use wares_model::{Day, decimal::Decimal};

/// What stands between whole units and decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// `1,234.50`
    Point,
    /// `1.234,50`
    Comma,
}

/// Whether a text stands for no value.
pub fn is_null(text: &str) -> bool {
    matches!(text, "" | "NULL" | "null" | "Null" | "N/A" | "n/a" | "NA" | "#N/A" | "nan" | "NaN" | "None" | "none" | "\\N" | "-" | "--")
}

/// Whether a text is surely a value and no name of a column.
pub(crate) fn is_data(text: &str) -> bool {
    number(text, Mark::Point).is_some()
        || number(text, Mark::Comma).is_some()
        || (text.len() > 1 && text.bytes().all(|byte| byte.is_ascii_digit()))
        || moment(text, true).is_some()
        || is_uuid(text)
        || is_email(text)
        || is_url(text)
}

const CURRENCIES: [&str; 30] = [
    "US$", "CA$", "A$", "R$", "$", "€", "£", "¥", "₹", "₩", "₺", "₽", "zł", "Kč", "kr.", "kr", "Ft", "USD", "EUR", "GBP", "JPY", "CNY", "INR", "CHF",
    "PLN", "SEK", "NOK", "DKK", "CAD", "AUD",
];

/// A number, and whether a sign of money stands with it. Decimals beyond the ninth are cut off.
pub fn number(text: &str, mark: Mark) -> Option<(Decimal, bool)> {
    if let Some(plain) = plain_number(text.as_bytes(), mark) {
        return Some((plain, false));
    }
    let mut rest = text.trim();
    if rest.len() > 48 || !rest.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut negative = false;
    if let Some(inner) = rest.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        (rest, negative) = (inner, true);
    }
    let signed = |rest: &mut &str, negative: &mut bool| {
        if let Some(after) = rest.strip_prefix(['-', '\u{2212}']) {
            (*rest, *negative) = (after.trim_start(), !*negative);
        }
    };
    signed(&mut rest, &mut negative);
    let sign = CURRENCIES.iter().find(|sign| rest.starts_with(**sign) || rest.ends_with(**sign));
    if let Some(sign) = sign {
        rest = rest.strip_prefix(sign).or_else(|| rest.strip_suffix(sign)).unwrap_or(rest).trim_matches([' ', '\u{a0}', '\u{202f}']);
        signed(&mut rest, &mut negative);
    }
    let (point, groups): (char, &[char]) = match mark {
        Mark::Point => ('.', &[',', ' ', '\u{a0}', '\u{202f}', '\'']),
        Mark::Comma => (',', &['.', ' ', '\u{a0}', '\u{202f}', '\'']),
    };
    let (whole, fraction) = rest.split_once(point).map_or((rest, None), |(whole, fraction)| (whole, Some(fraction)));
    let whole = ungrouped(whole, groups)?;
    if fraction.is_some_and(|fraction| fraction.is_empty() || !fraction.bytes().all(|byte| byte.is_ascii_digit())) {
        return None;
    }
    // A number that begins with a zero is a code.
    if whole.len() > 1 && whole.starts_with('0') {
        return None;
    }
    let fraction = &fraction.unwrap_or_default()[..fraction.unwrap_or_default().len().min(usize::from(Decimal::MAX_SCALE))];
    let digits: i64 = format!("{whole}{fraction}").parse().ok()?;
    Some((Decimal { digits: if negative { -digits } else { digits }, scale: fraction.len() as u8 }, sign.is_some()))
}

/// A number of digits alone, with decimals or not: what nearly all are, and read many times faster than the rest.
fn plain_number(text: &[u8], mark: Mark) -> Option<Decimal> {
    if text.len() > 18 {
        return None;
    }
    let point = if mark == Mark::Point { b'.' } else { b',' };
    let (mut digits, mut scale) = (0_i64, None::<u8>);
    for byte in text {
        match byte {
            b'0'..=b'9' => {
                digits = digits * 10 + i64::from(byte - b'0');
                scale = scale.map(|scale| scale + 1);
            }
            _ if *byte == point && scale.is_none() => scale = Some(0),
            _ => return None,
        }
    }
    let whole = text.len() - scale.map_or(0, |scale| usize::from(scale) + 1);
    let code = whole > 1 && text.starts_with(b"0");
    let sound = whole > 0 && !code && scale.is_none_or(|scale| (1..=Decimal::MAX_SCALE).contains(&scale));
    sound.then_some(Decimal { digits, scale: scale.unwrap_or(0) })
}

/// The digits of the whole part, without what stands between groups of three.
fn ungrouped(whole: &str, groups: &[char]) -> Option<String> {
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if all_digits(whole) {
        return Some(whole.to_owned());
    }
    let separator = whole.chars().find(|letter| groups.contains(letter))?;
    let parts: Vec<&str> = whole.split(separator).collect();
    let (first, rest) = parts.split_first()?;
    let sound = all_digits(first) && first.len() <= 3 && rest.iter().all(|part| part.len() == 3 && all_digits(part));
    sound.then(|| parts.concat())
}

/// True and false in their spellings. 1 and 0 are numbers.
pub fn boolean(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "t" | "yes" | "y" | "on" | "ja" | "oui" | "si" | "tak" => Some(true),
        "false" | "f" | "no" | "n" | "off" | "nein" | "non" | "nie" => Some(false),
        _ => None,
    }
}

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// A day in the forms `2026-11-23`, `2026/11/23`, `23.11.2026`, `23 Nov 2026`, `Nov 23, 2026`, and with slashes or hyphens day before month or
/// (where `month_first`) month before day.
pub fn day(text: &str, month_first: bool) -> Option<Day> {
    if !(8..=18).contains(&text.len()) || !text.is_ascii() {
        return None;
    }
    if let [a, b, c, d, b'-', e, f, b'-', g, h] = text.as_bytes()
        && [a, b, c, d, e, f, g, h].iter().all(|byte| byte.is_ascii_digit())
    {
        let number = |digits: &[&u8]| digits.iter().fold(0, |sum, digit| sum * 10 + u32::from(**digit - b'0'));
        return Day::from_civil(number(&[a, b, c, d]) as i32, number(&[e, f]), number(&[g, h])).filter(|day| (Day::MIN..=Day::MAX).contains(day));
    }
    let parts: Vec<&str> = text.split(['-', '/', '.', ' ', ',']).filter(|part| !part.is_empty()).collect();
    let [first, second, third] = parts[..] else { return None };
    let number = |part: &str| if part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit()) { part.parse::<u32>().ok() } else { None };
    let month = |part: &str| {
        let short = part.get(..3)?.to_ascii_lowercase();
        (part.bytes().all(|byte| byte.is_ascii_alphabetic()) && part.len() <= 9).then(|| MONTHS.iter().position(|name| *name == short)).flatten()
    };
    let day = match (number(first), number(second), number(third)) {
        (Some(year), Some(month), Some(day)) if first.len() == 4 && second.len() <= 2 && third.len() <= 2 => Day::from_civil(year as i32, month, day),
        (Some(one), Some(two), Some(year)) if third.len() == 4 && first.len() <= 2 && second.len() <= 2 => {
            let (day, month) = if month_first && !text.contains('.') { (two, one) } else { (one, two) };
            Day::from_civil(year as i32, month, day)
        }
        (Some(day), None, Some(year)) if third.len() == 4 => Day::from_civil(year as i32, month(second)? as u32 + 1, day),
        (None, Some(day), Some(year)) if third.len() == 4 => Day::from_civil(year as i32, month(first)? as u32 + 1, day),
        _ => None,
    };
    day.filter(|day| (Day::MIN..=Day::MAX).contains(day))
}

/// A time of day in seconds: `23:59`, `23:59:58`, `23:59:58.123`, `11:59 PM`.
pub fn time(text: &str) -> Option<i64> {
    let upper = text.to_ascii_uppercase();
    let (clock, half) = match upper.strip_suffix("AM").map(|rest| (rest, 0)).or_else(|| upper.strip_suffix("PM").map(|rest| (rest, 12))) {
        Some((rest, half)) => (rest.trim_end().to_owned(), Some(half)),
        None => (upper, None),
    };
    let whole = clock.split('.').next().unwrap_or_default();
    let parts: Vec<&str> = whole.split(':').collect();
    if !(2..=3).contains(&parts.len()) || parts.iter().any(|part| part.is_empty() || part.len() > 2) || clock.len() > 18 {
        return None;
    }
    let mut numbers = [0_i64; 3];
    for (slot, part) in numbers.iter_mut().zip(&parts) {
        *slot = if part.bytes().all(|byte| byte.is_ascii_digit()) { part.parse().ok()? } else { return None };
    }
    if let Some(half) = half {
        numbers[0] = if (1..=12).contains(&numbers[0]) { numbers[0] % 12 + half } else { return None };
    }
    (numbers[0] < 24 && numbers[1] < 60 && numbers[2] < 60).then_some(numbers[0] * 3_600 + numbers[1] * 60 + numbers[2])
}

/// A moment in seconds since 1970: a day, then `T` or a space, then a time, perhaps with `Z` or an offset, which is left out of account.
pub fn moment(text: &str, month_first: bool) -> Option<i64> {
    if let Some(day) = day(text, month_first) {
        return Some(i64::from(day.0) * 86_400);
    }
    if !text.is_ascii() || text.len() > 40 {
        return None;
    }
    let cut = text.find('T').or_else(|| text.find(' ')).filter(|cut| (8..=12).contains(cut))?;
    let (date, rest) = (&text[..cut], text[cut + 1..].trim_start());
    let rest = rest.strip_suffix(['Z', 'z']).or_else(|| rest.strip_suffix(" UTC")).unwrap_or(rest);
    let clock = rest.find(['+', '-']).map_or(rest, |offset| &rest[..offset]).trim_end();
    Some(i64::from(day(date, month_first)?.0) * 86_400 + time(clock)?)
}

/// 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12.
pub fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(place, byte)| if matches!(place, 8 | 13 | 18 | 23) { byte == b'-' } else { byte.is_ascii_hexdigit() })
}

/// `name@host.domain`.
pub fn is_email(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    let plain = |part: &str| !part.is_empty() && !part.contains([' ', '@', ',', ';', '<', '>']);
    plain(name) && plain(host) && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
}

/// `http://` or `https://`, then something without spaces.
pub fn is_url(text: &str) -> bool {
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    (lower.starts_with("http://") || lower.starts_with("https://")) && text.len() > 8 && !text.contains(char::is_whitespace)
}

/// The number system of a barcode whose check digit is right.
pub fn barcode(text: &str) -> Option<Barcode> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let kind = match text.len() {
        8 => Barcode::Ean8,
        12 => Barcode::UpcA,
        13 if text.starts_with("978") || text.starts_with("979") => Barcode::Isbn13,
        13 => Barcode::Ean13,
        14 => Barcode::Gtin14,
        _ => return None,
    };
    let sum: u32 = text.bytes().rev().enumerate().map(|(place, byte)| u32::from(byte - b'0') * if place % 2 == 1 { 3 } else { 1 }).sum();
    sum.is_multiple_of(10).then_some(kind)
}

/// Number systems of barcodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Barcode {
    /// 8 digits.
    Ean8,
    /// 12 digits.
    UpcA,
    /// 13 digits.
    Ean13,
    /// 13 digits, of a book.
    Isbn13,
    /// 14 digits.
    Gtin14,
}

impl Barcode {
    /// The name for people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ean8 => "EAN-8",
            Self::UpcA => "UPC-A",
            Self::Ean13 => "EAN-13",
            Self::Isbn13 => "ISBN-13",
            Self::Gtin14 => "GTIN-14",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written_in_both_worlds() {
        let read = |text, mark| number(text, mark).map(|(number, money)| format!("{number}{}", if money { " money" } else { "" }));
        for (text, point, comma) in [
            ("1,234.50", Some("1234.50"), None),
            ("1.234,50", None, Some("1234.50")),
            ("12,5", None, Some("12.5")),
            ("1 234", Some("1234"), Some("1234")),
            ("-$3.10", Some("-3.10 money"), None),
            ("(3)", Some("-3"), Some("-3")),
            ("19,99 €", None, Some("19.99 money")),
            ("007", None, None),
            ("0.5", Some("0.5"), None),
            ("12 34", None, None),
            ("1e5", None, None),
            ("", None, None),
            ("99999999999999999999", None, None),
            ("0.1234567890123", Some("0.123456789"), None),
        ] {
            assert_eq!((read(text, Mark::Point).as_deref(), read(text, Mark::Comma).as_deref()), (point, comma), "{text}");
        }
    }

    #[test]
    fn days_and_moments_are_read_in_iso_and_local_forms() {
        let shown = |text, month_first| day(text, month_first).map(|day| day.to_string());
        for (text, day_first, month_first) in [
            ("2026-11-23", Some("2026-11-23"), Some("2026-11-23")),
            ("23.11.2026", Some("2026-11-23"), Some("2026-11-23")),
            ("11/23/2026", None, Some("2026-11-23")),
            ("3/4/2026", Some("2026-04-03"), Some("2026-03-04")),
            ("23 Nov 2026", Some("2026-11-23"), Some("2026-11-23")),
            ("November 23, 2026", Some("2026-11-23"), Some("2026-11-23")),
            ("2026-02-30", None, None),
            ("1.2.3", None, None),
        ] {
            assert_eq!((shown(text, false).as_deref(), shown(text, true).as_deref()), (day_first, month_first), "{text}");
        }
        assert_eq!(moment("1970-01-02T00:01:00Z", false), Some(86_460));
        assert_eq!(moment("1970-01-02 00:01:00+02:00", false), Some(86_460));
        assert_eq!((time("11:59 PM"), time("24:00"), time("7:05")), (Some(86_340), None, Some(25_500)));
    }

    #[test]
    fn barcodes_are_known_by_their_check_digit() {
        assert_eq!(barcode("4006381333931"), Some(Barcode::Ean13));
        assert_eq!(barcode("4006381333932"), None);
        assert_eq!(barcode("036000291452"), Some(Barcode::UpcA));
        assert_eq!(barcode("9780306406157"), Some(Barcode::Isbn13));
    }
}
