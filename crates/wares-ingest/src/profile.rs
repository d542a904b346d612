//! What a column of rows holds, learned in one pass. Knows nothing of templates.
//!
//! In: fields, row by row, into a [`Builder`] for each column. Out: a [`Profile`]. Memory does not grow with the rows: sets of values are
//! capped, and quantiles come from every n-th value.

use std::collections::{BTreeMap, BTreeSet};

use wares_model::decimal::Decimal;

use crate::{
    names,
    value::{self, Barcode, Mark},
};

/// Different values that are counted exactly.
pub const MOST_DISTINCT: usize = 100_000;
/// Different values whose shares are kept.
const MOST_VALUES: usize = 200;
/// A value longer than this, in letters, is no category.
const LONGEST_VALUE: usize = 80;
/// Values from which quantiles are read.
const MOST_SAMPLED: usize = 4_096;
/// Hashes of different values that are kept.
const MOST_HASHES: usize = 2_000;
/// Shapes of codes that are kept.
const MOST_SHAPES: usize = 16;
/// The longest code.
const LONGEST_CODE: usize = 40;
/// A letter that all of so many values share is part of the pattern, and tells nothing of any one of them; a digit may be chance for longer.
const LEAST_SHARED: u64 = 8;
const LEAST_SHARED_DIGITS: u64 = 100;
/// With so many values, one in a hundred may be of another type.
const LEAST_FOR_MISFITS: u64 = 200;

/// What a column is by its values and its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // The names say it.
pub enum Kind {
    /// No values at all.
    Empty,
    Integer,
    Decimal,
    Money,
    Boolean,
    Date,
    Time,
    DateTime,
    Uuid,
    Url,
    Email,
    Barcode(Barcode),
    Json,
    Text,
}

/// What was learned of one column.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// As in the header.
    pub name: String,
    /// The type.
    pub kind: Kind,
    /// Rows read.
    pub rows: u64,
    /// Rows without a value.
    pub nulls: u64,
    /// Different values; exact where `distinct_exact`, else at least so many.
    pub distinct: u64,
    /// Whether `distinct` is exact.
    pub distinct_exact: bool,
    /// Whether some value came twice.
    pub repeats: bool,
    /// Whether every number was greater than the one before.
    pub rising: bool,
    /// Numbers in units of ten to the minus `scale`, days, or seconds: sorted, the least first, the greatest last, equal shares between.
    pub points: Vec<i64>,
    /// Decimals of the numbers.
    pub scale: u8,
    /// Whether a comma stood before the decimals.
    pub decimal_comma: bool,
    /// Whether signs of money stood with the numbers.
    pub money_signs: bool,
    /// Whether dates were in a local form, and whether both readings of it fit.
    pub local_dates: Option<DateOrder>,
    /// Share of true values, in percent.
    pub true_percent: u8,
    /// Every value with its count, most frequent first, where there are few and short ones.
    pub values: Option<Vec<(String, u64)>>,
    /// How codes are built: `#` a digit, `@` a capital letter, `~` a small one, everything else as it is.
    pub pattern: Option<String>,
    /// Letters of the shortest value.
    pub shortest: usize,
    /// Letters of the longest value.
    pub longest: usize,
    /// Values of another type than the column's, and the line of the first.
    pub misfits: Option<(u64, u64)>,
    /// The least hashes of its values, rising: an even sample of the different ones.
    pub sampled: Vec<u64>,
}

/// How local dates are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// 23/11/2026
    DayFirst,
    /// 11/23/2026
    MonthFirst,
    /// Both fit every value.
    Either,
}

impl Profile {
    /// Rows with a value.
    pub fn present(&self) -> u64 {
        self.rows - self.nulls
    }

    /// Whether no row is without a value and no two have the same.
    pub fn is_unique(&self) -> bool {
        self.nulls == 0 && self.rows > 1 && !self.repeats
    }

    /// Rows without a value, in percent; 1 to 99 where there are some of both.
    pub fn null_percent(&self) -> u8 {
        match (self.nulls, self.rows) {
            (0, _) => 0,
            (nulls, rows) if nulls == rows => 100,
            (nulls, rows) => ((u128::from(nulls) * 100 + u128::from(rows) / 2) / u128::from(rows)).clamp(1, 99) as u8,
        }
    }
}

/// Readings of a field; each is counted until it is out of the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    Boolean,
    Uuid,
    Point,
    Comma,
    DayFirst,
    MonthFirst,
    MomentDayFirst,
    MomentMonthFirst,
    Time,
    Email,
    Url,
    Barcode,
    Json,
}

const READINGS: [Reading; 13] = [
    Reading::Boolean,
    Reading::Uuid,
    Reading::Point,
    Reading::Comma,
    Reading::DayFirst,
    Reading::MonthFirst,
    Reading::MomentDayFirst,
    Reading::MomentMonthFirst,
    Reading::Time,
    Reading::Email,
    Reading::Url,
    Reading::Barcode,
    Reading::Json,
];

/// How often one reading fits, and what it gives.
#[derive(Debug, Clone, Default)]
struct Tally {
    misfits: u64,
    first_misfit: u64,
    sample: Sample,
    scale: u8,
    signs: bool,
}

/// Learns one column.
#[derive(Debug, Clone)]
pub struct Builder {
    name: String,
    comma_first: bool,
    rows: u64,
    nulls: u64,
    trues: u64,
    iso_dates: bool,
    tallies: [Tally; READINGS.len()],
    barcodes: BTreeMap<Barcode, u64>,
    seen: BTreeSet<u64>,
    most_distinct: usize,
    full: bool,
    repeats: bool,
    values: Option<BTreeMap<String, u64>>,
    shapes: Option<BTreeMap<String, Shape>>,
    shortest: usize,
    longest: usize,
}

impl Builder {
    /// A column of this name; `comma_first` decides where `1.000` could be both one and a thousand.
    pub fn new(name: &str, comma_first: bool) -> Self {
        Self {
            name: name.to_owned(),
            comma_first,
            rows: 0,
            nulls: 0,
            trues: 0,
            iso_dates: true,
            tallies: Default::default(),
            barcodes: BTreeMap::new(),
            seen: BTreeSet::new(),
            most_distinct: MOST_DISTINCT,
            full: false,
            repeats: false,
            values: Some(BTreeMap::new()),
            shapes: Some(BTreeMap::new()),
            shortest: usize::MAX,
            longest: 0,
        }
    }

    /// The same, holding at most so many different values.
    #[must_use]
    pub fn holding(self, most_distinct: usize) -> Self {
        Self { most_distinct, ..self }
    }

    /// Takes in the field of one more row; `line` is where it stands in the file.
    pub fn add(&mut self, field: &str, line: u64) {
        let text = field.trim();
        self.rows += 1;
        if value::is_null(text) {
            self.nulls += 1;
            return;
        }
        let letters = text.chars().count();
        self.shortest = self.shortest.min(letters);
        self.longest = self.longest.max(letters);
        self.remember(text, letters);
        let present = self.rows - self.nulls;
        for (index, reading) in READINGS.into_iter().enumerate() {
            // One that failed more often than the finish allows needs no more trying.
            if self.tallies[index].misfits > 2 + present / 50 {
                continue;
            }
            if !self.read(index, reading, text) {
                let tally = &mut self.tallies[index];
                tally.misfits += 1;
                if tally.misfits == 1 {
                    tally.first_misfit = line;
                }
            }
        }
        let shape = (letters <= LONGEST_CODE).then(|| mask(text)).flatten();
        match (&mut self.shapes, shape) {
            (Some(shapes), Some(mask)) if shapes.contains_key(&mask) || shapes.len() < MOST_SHAPES => {
                shapes.entry(mask).or_insert_with(|| Shape::new(text)).add(text);
            }
            (shapes, _) => *shapes = None,
        }
    }

    /// Keeps count of different values, up to the caps. Of more values than are held, those with the least hashes stay: a value that comes
    /// twice is found among them as often as anywhere.
    fn remember(&mut self, text: &str, letters: usize) {
        if !self.seen.insert(hash(text)) {
            self.repeats = true;
        } else if self.seen.len() > self.most_distinct {
            self.full = true;
            self.seen.pop_last();
        }
        let Some(values) = &mut self.values else { return };
        if letters > LONGEST_VALUE {
            self.values = None;
            return;
        }
        *values.entry(text.to_owned()).or_default() += 1;
        if values.len() > MOST_VALUES {
            self.values = None;
        }
    }

    /// Different values: counted, or from the greatest of the least hashes, which lie as close together as there are many.
    fn distinct(&self) -> u64 {
        match self.seen.last() {
            Some(last) if self.full => {
                ((self.seen.len() as u128 * u128::from(u64::MAX)) / u128::from((*last).max(1))).min(u128::from(self.rows)) as u64
            }
            _ => self.seen.len() as u64,
        }
    }

    fn read(&mut self, index: usize, reading: Reading, text: &str) -> bool {
        let tally = &mut self.tallies[index];
        let mut taken = |value: Option<i64>| value.inspect(|value| tally.sample.add(i128::from(*value))).is_some();
        match reading {
            Reading::Boolean => value::boolean(text).inspect(|truth| self.trues += u64::from(*truth)).is_some(),
            Reading::Uuid => value::is_uuid(text),
            Reading::Point | Reading::Comma => {
                let mark = if reading == Reading::Point { Mark::Point } else { Mark::Comma };
                let Some((number, money)) = value::number(text, mark) else { return false };
                tally.scale = tally.scale.max(number.scale);
                tally.signs |= money;
                tally.sample.add(i128::from(number.digits) * 10_i128.pow(u32::from(Decimal::MAX_SCALE - number.scale)));
                true
            }
            Reading::DayFirst | Reading::MonthFirst => {
                let iso = text.len() == 10 && text.as_bytes()[4] == b'-';
                let day = value::day(text, reading == Reading::MonthFirst).map(|day| i64::from(day.0));
                self.iso_dates &= iso || day.is_none();
                taken(day)
            }
            Reading::MomentDayFirst | Reading::MomentMonthFirst => taken(value::moment(text, reading == Reading::MomentMonthFirst)),
            Reading::Time => taken(value::time(text)),
            Reading::Email => value::is_email(text),
            Reading::Url => value::is_url(text),
            Reading::Barcode => value::barcode(text).map(|kind| *self.barcodes.entry(kind).or_default() += 1).is_some(),
            Reading::Json => text.starts_with(['{', '[']) && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok(),
        }
    }

    /// What was learned.
    pub fn finish(self) -> Profile {
        let present = self.rows - self.nulls;
        let (kind, reading) = self.kind(present);
        let tally = reading.map(|reading| &self.tallies[at(reading)]);
        let numeric = matches!(kind, Kind::Integer | Kind::Decimal | Kind::Money);
        let scale = tally.filter(|_| numeric).map_or(0, |tally| tally.scale);
        let unit = if numeric { 10_i128.pow(u32::from(Decimal::MAX_SCALE - scale)) } else { 1 };
        let points = tally.map(|tally| tally.sample.points(unit)).unwrap_or_default();
        let fits = |reading: Reading| self.tallies[at(reading)].misfits == 0;
        let local = matches!(kind, Kind::Date | Kind::DateTime) && !self.iso_dates;
        let both = if kind == Kind::Date {
            fits(Reading::DayFirst) && fits(Reading::MonthFirst)
        } else {
            fits(Reading::MomentDayFirst) && fits(Reading::MomentMonthFirst)
        };
        let order = match reading {
            _ if both => self.order_of_equals(kind),
            Some(Reading::MonthFirst | Reading::MomentMonthFirst) => DateOrder::MonthFirst,
            _ => DateOrder::DayFirst,
        };
        let distinct = self.distinct();
        let sampled = self.seen.iter().take(MOST_HASHES).copied().collect();
        let values = self.values.map(|values| {
            let mut values: Vec<(String, u64)> = values.into_iter().collect();
            values.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
            values
        });
        Profile {
            kind,
            rows: self.rows,
            nulls: self.nulls,
            distinct,
            distinct_exact: !self.full,
            repeats: self.repeats,
            rising: tally.is_some_and(|tally| tally.sample.rising),
            points,
            scale,
            decimal_comma: reading == Some(Reading::Comma),
            money_signs: tally.is_some_and(|tally| tally.signs),
            local_dates: local.then_some(order),
            true_percent: if present == 0 {
                0
            } else {
                ((u128::from(self.trues) * 100 + u128::from(present) / 2) / u128::from(present)).min(100) as u8
            },
            values: values.filter(|_| present > 0),
            pattern: self.shapes.as_ref().and_then(|shapes| pattern(shapes, present)),
            shortest: if present == 0 { 0 } else { self.shortest },
            longest: self.longest,
            misfits: tally.filter(|tally| tally.misfits > 0).map(|tally| (tally.misfits, tally.first_misfit)),
            sampled,
            name: self.name,
        }
    }

    /// Whether both readings of local dates give the same days all along.
    fn order_of_equals(&self, kind: Kind) -> DateOrder {
        let (one, other) =
            if kind == Kind::Date { (Reading::DayFirst, Reading::MonthFirst) } else { (Reading::MomentDayFirst, Reading::MomentMonthFirst) };
        let same = self.tallies[at(one)].sample == self.tallies[at(other)].sample;
        if same { DateOrder::DayFirst } else { DateOrder::Either }
    }

    fn kind(&self, present: u64) -> (Kind, Option<Reading>) {
        if present == 0 {
            return (Kind::Empty, None);
        }
        let words = names::words(&self.name);
        let fits = |reading: Reading| {
            let misfits = self.tallies[at(reading)].misfits;
            misfits == 0 || (present >= LEAST_FOR_MISFITS && misfits * 100 <= present)
        };
        let better = |one: Reading, other: Reading| if self.tallies[at(one)].misfits <= self.tallies[at(other)].misfits { one } else { other };
        if fits(Reading::Boolean) {
            return (Kind::Boolean, Some(Reading::Boolean));
        }
        if fits(Reading::Uuid) {
            return (Kind::Uuid, Some(Reading::Uuid));
        }
        let named_barcode = words.iter().any(|word| ["barcode", "ean", "upc", "gtin", "isbn", "ean13"].contains(&word.as_str()));
        if self.tallies[at(Reading::Barcode)].misfits == 0
            && (named_barcode || self.seen.len() >= 5)
            && self.barcodes.len() == 1
            && let Some(kind) = self.barcodes.keys().next()
        {
            return (Kind::Barcode(*kind), None);
        }
        if fits(Reading::Point) || fits(Reading::Comma) {
            let doubtful = fits(Reading::Point) && fits(Reading::Comma) && self.tallies[at(Reading::Point)].scale == 3;
            let reading = if doubtful && self.comma_first { Reading::Comma } else { better(Reading::Point, Reading::Comma) };
            let tally = &self.tallies[at(reading)];
            return match tally.scale {
                _ if tally.signs => (Kind::Money, Some(reading)),
                0 => (Kind::Integer, Some(reading)),
                1 | 2 if is_money(&words) => (Kind::Money, Some(reading)),
                _ => (Kind::Decimal, Some(reading)),
            };
        }
        if fits(Reading::DayFirst) || fits(Reading::MonthFirst) {
            return (Kind::Date, Some(better(Reading::DayFirst, Reading::MonthFirst)));
        }
        if fits(Reading::MomentDayFirst) || fits(Reading::MomentMonthFirst) {
            return (Kind::DateTime, Some(better(Reading::MomentDayFirst, Reading::MomentMonthFirst)));
        }
        let others = [(Reading::Time, Kind::Time), (Reading::Email, Kind::Email), (Reading::Url, Kind::Url), (Reading::Json, Kind::Json)];
        others.into_iter().find(|(reading, _)| fits(*reading)).map_or((Kind::Text, None), |(reading, kind)| (kind, Some(reading)))
    }
}

fn at(reading: Reading) -> usize {
    reading as usize
}

/// Whether a column of these words holds amounts of money.
pub fn is_money(words: &[String]) -> bool {
    const MONEY: [&str; 28] = [
        "price", "cost", "amount", "total", "subtotal", "msrp", "rrp", "fee", "tax", "balance", "salary", "revenue", "credit", "payment", "paid",
        "charge", "refund", "wage", "budget", "income", "preis", "prix", "precio", "prezzo", "cena", "kwota", "betrag", "spend",
    ];
    words.iter().any(|word| MONEY.contains(&word.as_str()))
}

/// FNV-1a, mixed once more: the same on every machine. That two values of a file share one is less likely than a fault of the machine.
pub fn hash(text: &str) -> u64 {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    let mixed = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    mixed ^ (mixed >> 32)
}

/// Every n-th value of a column, and its ends.
#[derive(Debug, Clone, Default, PartialEq)]
struct Sample {
    kept: Vec<i128>,
    every: u64,
    seen: u64,
    ends: Option<(i128, i128)>,
    last: Option<i128>,
    rising: bool,
}

impl Sample {
    fn add(&mut self, value: i128) {
        self.every = self.every.max(1);
        self.rising = self.last.is_none_or(|last| self.rising && value > last);
        self.last = Some(value);
        self.ends = Some(self.ends.map_or((value, value), |(low, high)| (low.min(value), high.max(value))));
        if self.seen.is_multiple_of(self.every) {
            self.kept.push(value);
            if self.kept.len() > MOST_SAMPLED {
                let mut keep = false;
                self.kept.retain(|_| {
                    keep = !keep;
                    keep
                });
                self.every *= 2;
            }
        }
        self.seen += 1;
    }

    /// The least value, up to 19 quantiles, and the greatest.
    fn points(&self, unit: i128) -> Vec<i64> {
        let Some((low, high)) = self.ends else { return Vec::new() };
        let mut sorted = self.kept.clone();
        sorted.sort_unstable();
        let steps = if sorted.len() >= 40 { 20 } else { 1 };
        let inner = (1..steps).map(|step| sorted[(sorted.len() - 1) * step / steps]);
        std::iter::once(low).chain(inner).chain([high]).filter_map(|value| i64::try_from(value / unit).ok()).collect()
    }
}

/// Codes of one shape: letters that all of them share stand as they are.
#[derive(Debug, Clone)]
struct Shape {
    count: u64,
    slots: Vec<Option<char>>,
}

impl Shape {
    fn new(text: &str) -> Self {
        Self { count: 0, slots: text.chars().map(Some).collect() }
    }

    fn add(&mut self, text: &str) {
        self.count += 1;
        for (slot, letter) in self.slots.iter_mut().zip(text.chars()) {
            if *slot != Some(letter) {
                *slot = None;
            }
        }
    }
}

/// The shape of a text, or nothing where it can be no code.
fn mask(text: &str) -> Option<String> {
    let class = |letter: char| match letter {
        '0'..='9' => Some('#'),
        'A'..='Z' => Some('@'),
        'a'..='z' => Some('~'),
        // These would stand for something else in a pattern.
        '#' | '@' | '~' => None,
        other if other.is_ascii_graphic() || other == ' ' => Some(other),
        _ => None,
    };
    text.chars().map(class).collect()
}

/// The pattern of nearly all values.
fn pattern(shapes: &BTreeMap<String, Shape>, present: u64) -> Option<String> {
    let (mask, shape) = shapes.iter().max_by_key(|(_, shape)| shape.count)?;
    if shape.count * 10 < present * 9 || mask.matches(' ').count() > 2 {
        return None;
    }
    let slot = |(class, same): (char, &Option<char>)| {
        same.filter(|_| shape.count >= if class == '#' { LEAST_SHARED_DIGITS } else { LEAST_SHARED }).unwrap_or(class)
    };
    let pattern: String = mask.chars().zip(&shape.slots).map(slot).collect();
    // Nothing but letters is a word rather than a code; nothing free is a constant.
    pattern
        .contains(['#', '@', '~'])
        .then_some(pattern)
        .filter(|pattern| pattern.contains('#') || mask.contains('#') || (mask.contains('@') && !mask.contains('~')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_profile(name: &str, fields: &[&str], expected: Kind) -> Profile {
        let mut builder = Builder::new(name, false);
        fields.iter().zip(1..).for_each(|(field, line)| builder.add(field, line));
        let profile = builder.finish();
        assert_eq!(profile.kind, expected, "{fields:?}");
        profile
    }

    #[test]
    fn types_follow_from_values_and_names() {
        check_profile("n", &["1", "2", "NULL"], Kind::Integer);
        check_profile("price", &["1.5", "2"], Kind::Money);
        check_profile("ratio", &["1.5", "2"], Kind::Decimal);
        check_profile("x", &["$1", "$2"], Kind::Money);
        check_profile("x", &["12,50", "3,10"], Kind::Decimal);
        check_profile("x", &["yes", "No"], Kind::Boolean);
        check_profile("x", &["2026-01-01", "2026-02-03"], Kind::Date);
        check_profile("x", &["2026-01-01 10:00", "2026-02-03T11:12:13Z"], Kind::DateTime);
        check_profile("x", &["10:00", "11:12"], Kind::Time);
        check_profile("x", &["a@b.com"], Kind::Email);
        check_profile("x", &["https://a.b/c"], Kind::Url);
        check_profile("x", &["", "NULL"], Kind::Empty);
        check_profile("ean", &["4006381333931"], Kind::Barcode(Barcode::Ean13));
        check_profile("x", &["007", "123"], Kind::Text);
        let ambiguous = check_profile("x", &["01/02/2026", "03/04/2026"], Kind::Date);
        assert_eq!(ambiguous.local_dates, Some(DateOrder::Either));
        let american = check_profile("x", &["01/02/2026", "03/24/2026"], Kind::Date);
        assert_eq!(american.local_dates, Some(DateOrder::MonthFirst));
    }

    #[test]
    fn memory_does_not_grow_and_the_ends_are_exact() {
        let mut builder = Builder::new("n", false);
        for number in 0..300_000_u64 {
            builder.add(&(number * 7).to_string(), number + 2);
        }
        assert!(builder.seen.len() <= MOST_DISTINCT && builder.tallies.iter().all(|tally| tally.sample.kept.len() <= MOST_SAMPLED));
        let profile = builder.finish();
        assert_eq!((profile.points[0], *profile.points.last().unwrap()), (0, 299_999 * 7));
        assert!(profile.is_unique() && !profile.distinct_exact && profile.points.is_sorted());
    }

    #[test]
    fn a_pattern_keeps_what_all_codes_share_once_there_are_enough() {
        let many: Vec<String> = (100..140).map(|number| format!("SKU-{number}-a")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        assert_eq!(check_profile("sku", &many, Kind::Text).pattern.as_deref(), Some("SKU-###-a"));
        assert_eq!(check_profile("sku", &many[..3], Kind::Text).pattern.as_deref(), Some("@@@-###-~"));
    }
}
