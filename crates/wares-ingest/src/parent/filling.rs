//! Keys and facts of a file, row by row. What cannot be used is left out, and said with its line.

use std::{collections::HashSet, io::Read};

use rustc_hash::FxBuildHasher;
use wares_model::{
    Day,
    brought::{Carried, Facts, Keys, Texts, whole_number},
};

use super::{Reject, columns::Columns};
use crate::{
    error::IngestError,
    profile::Kind,
    records::Records,
    rows::Rows,
    value::{self, Mark},
};

/// So many rejected rows are kept with their text; the others are counted.
const MOST_REJECTS: usize = 100_000;
/// ... as long as their texts are not longer than this.
const MOST_REJECTED_BYTES: usize = 64 * 1024 * 1024;
/// A longer key is no key, but a text that an open quote ran together or a document.
const LONGEST_KEY_BYTES: usize = 1_024;

/// What stands between the values of a key of several columns while they are compared.
const BETWEEN: char = '\u{1f}';

/// Which columns are read.
pub(super) struct Wanted {
    /// The key, or its first column.
    pub(super) key: usize,
    /// Its other columns, and how other tables call them.
    pub(super) rest: Vec<(usize, String)>,
    /// Columns that go along with it.
    pub(super) carry: Vec<(usize, String)>,
    pub(super) columns: Columns,
}

/// Keys and facts as they are read.
pub(super) struct Filling {
    key: usize,
    /// Columns of [`Filling::carried`], in its order; the first so many belong to the key.
    along: Vec<usize>,
    rest: usize,
    pub(super) carried: Vec<Carried>,
    /// The name of the key's column, where the file has names.
    header: Option<String>,
    columns: Columns,
    pub(super) keys: Keys,
    seen: Seen,
    pub(super) facts: Facts,
    pub(super) rejects: Vec<Reject>,
    rejected_bytes: usize,
    pub(super) rejected: u64,
    /// Of these, rows whose key is missing or stands twice.
    pub(super) without_own_key: u64,
    /// Customers without a day of sign-up, who are there from the beginning.
    pub(super) undated: u64,
}

/// The keys that were met. As long as numbers rise, the last one tells whether the next is new.
enum Seen {
    Rising(Option<i64>),
    Hashes(HashSet<u64, FxBuildHasher>),
}

impl Filling {
    pub(super) fn new(rows: &Rows, wanted: Wanted) -> Self {
        let Wanted { key, rest, carry, columns } = wanted;
        let numbers = rows.profiles[key].kind == Kind::Integer;
        let facts = Facts {
            signed_up: columns.signed_up.map(|_| Vec::new()),
            price_minor: columns.price.map(|_| Vec::new()),
            cost_minor: columns.cost.map(|_| Vec::new()),
            total_minor: columns.total.map(|_| Vec::new()),
        };
        let keys = if numbers { Keys::Numbers(Vec::new()) } else { Keys::Texts(Texts::default()) };
        let seen = if numbers && rest.is_empty() { Seen::Rising(None) } else { Seen::Hashes(HashSet::default()) };
        let header = rows.dialect.header.then(|| rows.header[key].clone());
        let (along, carried): (Vec<usize>, Vec<Carried>) = rest.iter().chain(&carry).map(|(column, name)| (*column, Carried::new(name))).unzip();
        let rest = rest.len();
        Self {
            key,
            along,
            rest,
            carried,
            header,
            columns,
            keys,
            seen,
            facts,
            rejects: Vec::new(),
            rejected_bytes: 0,
            rejected: 0,
            without_own_key: 0,
            undated: 0,
        }
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
    /// Those of [`Records`].
    pub(super) fn read(&mut self, name: &str, reader: impl Read, rows: &Rows) -> Result<(), IngestError> {
        each_row(name, reader, rows.dialect.header, |record, line| {
            if let Err(reason) = self.add(record, rows.header.len()) {
                self.rejected += 1;
                self.rejected_bytes += record.as_slice().len();
                if self.rejects.len() < MOST_REJECTS && self.rejected_bytes <= MOST_REJECTED_BYTES {
                    self.rejects.push(Reject { line, reason, text: record.iter().collect::<Vec<_>>().join(",") });
                }
            }
            true
        })
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
        if self.along[..self.rest].iter().any(|column| value::is_null(field(*column))) {
            self.without_own_key += 1;
            return Err("has a part of its key only".to_owned());
        }
        if self.header.as_deref() == Some(key) {
            return Err("repeats the header".to_owned());
        }
        std::iter::once(key).chain(self.along[..self.rest].iter().map(|column| field(*column))).try_for_each(check_key)?;
        let number = match &self.keys {
            Keys::Numbers(_) => whole_number(key),
            Keys::Texts(_) => None,
        };
        let as_text = number.is_none() && matches!(self.keys, Keys::Numbers(_));
        if as_text && !is_number_otherwise_written(key) {
            return Err(format!("key `{}` is no whole number", shown(key)));
        }
        let is_undated = self.columns.signed_up.is_some_and(|(column, _)| value::is_null(field(column)));
        let signed_up = match self.columns.signed_up {
            Some(_) if is_undated => Some(Day::MIN),
            Some((column, month_first)) => Some(day(field(column), month_first).ok_or_else(|| no(field(column), "day of sign-up"))?),
            None => None,
        };
        let money = |column: Option<(usize, Mark)>, what: &str| match column {
            Some((column, mark)) => minor(field(column), mark).map(Some).ok_or_else(|| no(field(column), what)),
            None => Ok(None),
        };
        let (price, cost, total) = (money(self.columns.price, "price")?, money(self.columns.cost, "cost")?, money(self.columns.total, "total")?);
        if as_text {
            self.numbers_to_texts();
        }
        let whole: String;
        let compared = if self.rest == 0 {
            key
        } else {
            whole = self.along[..self.rest].iter().fold(key.to_owned(), |whole, column| format!("{whole}{BETWEEN}{}", field(*column)));
            whole.as_str()
        };
        if !self.is_new(compared, number.filter(|_| self.rest == 0)) {
            self.without_own_key += 1;
            return Err(format!("key `{}` stands here again", shown(&compared.replace(BETWEEN, " + "))));
        }
        self.undated += u64::from(is_undated);
        for (carried, column) in self.carried.iter_mut().zip(&self.along) {
            carried.push(Some(field(*column)).filter(|value| !value::is_null(value)));
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

    /// From now on keys are texts: one of them, such as `007` or `1,200`, would not come out as it stands in the file.
    fn numbers_to_texts(&mut self) {
        if let Keys::Numbers(numbers) = &self.keys {
            let (mut texts, mut hashes) = (Texts::default(), HashSet::default());
            for number in numbers {
                let text = number.to_string();
                hashes.insert(hash(text.as_bytes()));
                texts.push(&text);
            }
            self.keys = Keys::Texts(texts);
            // Keys of several columns were compared as texts from the beginning.
            if self.rest == 0 {
                self.seen = Seen::Hashes(hashes);
            }
        }
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

/// Calls `see` with each row below the header and its line, until it says `false`.
///
/// # Errors
/// Those of [`Records`].
pub(super) fn each_row(name: &str, reader: impl Read, header: bool, mut see: impl FnMut(&csv::StringRecord, u64) -> bool) -> Result<(), IngestError> {
    let mut records = Records::open(name, reader)?;
    let mut record = csv::StringRecord::new();
    if header {
        records.next(&mut record)?;
    }
    while let Some(line) = records.next(&mut record)? {
        if !see(&record, line) {
            break;
        }
    }
    Ok(())
}

/// Says why a text cannot be a key.
fn check_key(key: &str) -> Result<(), String> {
    if key.len() > LONGEST_KEY_BYTES {
        return Err(format!("key `{}...` is longer than {LONGEST_KEY_BYTES} bytes", shown(key)));
    }
    if key.contains(char::is_control) {
        return Err(format!("key `{}` has a line end or a control character in it", shown(key)));
    }
    Ok(())
}

/// A number that is written in another way: `007`, `+5`, `1,200`, `5.0`, `1e3`, one of more than 18 digits.
fn is_number_otherwise_written(key: &str) -> bool {
    key.bytes().any(|byte| byte.is_ascii_digit())
        && (key.bytes().all(|byte| byte.is_ascii_digit() || b"+-.,eE' ".contains(&byte)) || value::number(key, Mark::Point).is_some())
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

/// What is wrong with a fact.
fn no(field: &str, what: &str) -> String {
    if field.is_empty() { format!("has no {what}") } else { format!("`{}` is no {what}", shown(field)) }
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
