//! Keys and facts of a file, row by row. What cannot be used is left out, and said with its line.

use std::{
    collections::HashSet,
    io::{BufRead, BufReader, Read},
};

use rustc_hash::FxBuildHasher;
use wares_model::{
    Day,
    brought::{Facts, Keys, Texts},
};

use super::{Reject, columns::Columns};
use crate::{
    error::{At, IngestError},
    profile::Kind,
    rows::{self, Rows},
    sniff::Utf8,
    value::{self, Mark},
};

/// So many rejected rows are kept with their text; the others are counted.
const MOST_REJECTS: usize = 100_000;

/// Keys and facts as they are read.
pub(super) struct Filling {
    key: usize,
    columns: Columns,
    pub(super) keys: Keys,
    seen: Seen,
    pub(super) facts: Facts,
    pub(super) rejects: Vec<Reject>,
    pub(super) rejected: u64,
    /// Of these, rows whose key is missing or stands twice.
    pub(super) without_own_key: u64,
}

/// The keys that were met. As long as numbers rise, the last one tells whether the next is new.
enum Seen {
    Rising(Option<i64>),
    Hashes(HashSet<u64, FxBuildHasher>),
}

impl Filling {
    pub(super) fn new(rows: &Rows, key: usize, columns: Columns) -> Self {
        let numbers = rows.profiles[key].kind == Kind::Integer;
        let facts = Facts {
            signed_up: columns.signed_up.map(|_| Vec::new()),
            price_minor: columns.price.map(|_| Vec::new()),
            cost_minor: columns.cost.map(|_| Vec::new()),
            total_minor: columns.total.map(|_| Vec::new()),
        };
        let keys = if numbers { Keys::Numbers(Vec::new()) } else { Keys::Texts(Texts::default()) };
        let seen = if numbers { Seen::Rising(None) } else { Seen::Hashes(HashSet::default()) };
        Self { key, columns, keys, seen, facts, rejects: Vec::new(), rejected: 0, without_own_key: 0 }
    }

    /// Rows kept so far.
    pub(super) fn kept(&self) -> u64 {
        match &self.keys {
            Keys::Numbers(numbers) => numbers.len() as u64,
            Keys::Texts(texts) => texts.len() as u64,
        }
    }

    /// Reads a file to its end.
    ///
    /// # Errors
    /// [`IngestError::Unreadable`].
    pub(super) fn read(&mut self, name: &str, reader: impl Read, rows: &Rows) -> Result<(), IngestError> {
        let unreadable = |line: Option<u64>, reason: String| IngestError::Unreadable { at: At { line, ..At::file(name) }, reason };
        let (_, whole) = rows::head(name, reader)?;
        let mut text = BufReader::new(Utf8::new(whole, rows.dialect.encoding));
        if rows.dialect.marked {
            text.read_line(&mut String::new()).map_err(|error| unreadable(Some(1), error.to_string()))?;
        }
        let mut csv = csv::ReaderBuilder::new().delimiter(rows.dialect.delimiter).has_headers(rows.dialect.header).flexible(true).from_reader(text);
        let mut record = csv::StringRecord::new();
        while csv.read_record(&mut record).map_err(|error| unreadable(error.position().map(csv::Position::line), error.to_string()))? {
            let line = record.position().map_or(0, csv::Position::line) + u64::from(rows.dialect.marked);
            if let Err(reason) = self.add(&record, rows.header.len()) {
                self.rejected += 1;
                if self.rejects.len() < MOST_REJECTS {
                    self.rejects.push(Reject { line, reason, text: record.iter().collect::<Vec<_>>().join(",") });
                }
            }
        }
        Ok(())
    }

    /// Takes a row in, or says why not; then nothing of it is kept.
    fn add(&mut self, record: &csv::StringRecord, width: usize) -> Result<(), String> {
        let rest_empty = record.len() > width && record.iter().skip(width).all(|field| field.trim().is_empty());
        if record.len() != width && !rest_empty {
            return Err(format!("has {} fields rather than {width}", record.len()));
        }
        let field = |column: usize| record.get(column).unwrap_or_default().trim();
        let key = field(self.key);
        if value::is_null(key) {
            self.without_own_key += 1;
            return Err("has no key".to_owned());
        }
        let number = match &self.keys {
            Keys::Numbers(_) => Some(key.parse::<i64>().map_err(|_| format!("key `{}` is no whole number", shown(key)))?),
            Keys::Texts(_) => None,
        };
        let signed_up = match self.columns.signed_up {
            Some((column, month_first)) => {
                Some(day(field(column), month_first).ok_or_else(|| format!("`{}` is no day of sign-up", shown(field(column))))?)
            }
            None => None,
        };
        let money = |column: Option<(usize, Mark)>, what: &str| match column {
            Some((column, mark)) => minor(field(column), mark).map(Some).ok_or_else(|| format!("`{}` is no {what}", shown(field(column)))),
            None => Ok(None),
        };
        let (price, cost, total) = (money(self.columns.price, "price")?, money(self.columns.cost, "cost")?, money(self.columns.total, "total")?);
        if !self.is_new(key, number) {
            self.without_own_key += 1;
            return Err(format!("key `{}` stands here again", shown(key)));
        }
        match (&mut self.keys, number) {
            (Keys::Numbers(numbers), Some(number)) => numbers.push(number),
            (Keys::Texts(texts), _) => texts.push(key),
            (Keys::Numbers(_), None) => {}
        }
        let pairs = [(&mut self.facts.price_minor, price), (&mut self.facts.cost_minor, cost), (&mut self.facts.total_minor, total)];
        pairs.into_iter().for_each(|(list, value)| list.iter_mut().zip(value).for_each(|(list, value)| list.push(value)));
        self.facts.signed_up.iter_mut().zip(signed_up).for_each(|(list, day)| list.push(day.0));
        Ok(())
    }

    /// Whether no row had this key before; from now on one has it.
    fn is_new(&mut self, key: &str, number: Option<i64>) -> bool {
        let hash = |number: i64| hash(&number.to_le_bytes());
        match (&mut self.seen, number) {
            (Seen::Rising(last), Some(number)) if last.is_none_or(|last| number > last) => {
                *last = Some(number);
                true
            }
            (Seen::Hashes(hashes), Some(number)) => hashes.insert(hash(number)),
            (Seen::Hashes(hashes), None) => hashes.insert(self::hash(key.as_bytes())),
            (Seen::Rising(_), _) => {
                let numbers: &[i64] = if let Keys::Numbers(numbers) = &self.keys { numbers } else { &[] };
                let mut hashes: HashSet<u64, FxBuildHasher> = numbers.iter().map(|number| hash(*number)).collect();
                let new = hashes.insert(number.map_or_else(|| self::hash(key.as_bytes()), hash));
                self.seen = Seen::Hashes(hashes);
                new
            }
        }
    }
}

/// The day of a date or a moment.
fn day(text: &str, month_first: bool) -> Option<Day> {
    value::day(text, month_first).or_else(|| value::moment(text, month_first).map(|second| Day(second.div_euclid(86_400) as i32)))
}

/// An amount in minor units of two decimals, 0 or more; more decimals are rounded half up.
fn minor(text: &str, mark: Mark) -> Option<i64> {
    let (number, _) = value::number(text, mark)?;
    let amount = if number.scale <= 2 {
        number.at_scale(2)?
    } else {
        let divisor = 10_i64.pow(u32::from(number.scale - 2));
        (number.digits + divisor / 2).div_euclid(divisor)
    };
    (amount >= 0).then_some(amount)
}

/// A text as errors show it.
fn shown(text: &str) -> String {
    text.chars().take(40).collect()
}

/// 64 bits of a key; that two keys of a file share them is less likely than a fault of the machine.
fn hash(key: &[u8]) -> u64 {
    let mut low = 0xcbf2_9ce4_8422_2325_u64;
    for chunk in key.chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        let product = u128::from(low ^ u64::from_le_bytes(word)) * u128::from(0x9e37_79b9_7f4a_7c15_u64);
        low = product as u64 ^ (product >> 64) as u64 ^ chunk.len() as u64;
    }
    low
}
