//! The column kinds that need no recipe: any row on its own, whole numbers, no state.

use std::sync::Arc;

use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Int64Array, StringArray,
    cast::AsArray,
    make_array,
    types::{Date32Type, Int64Type, UInt32Type},
};
use arrow_buffer::{Buffer, NullBuffer, OffsetBuffer};
use wares_ids::barcode as ids;
use wares_model::{
    Brought, Day, Physical,
    brought::Keys,
    column::{Barcode, BarcodeKind, Fill},
    day::TimeOfDay,
    decimal::Decimal,
    pack::catalog,
    pattern::{self, CodePlace},
};

use crate::{
    key::{Draw, Key},
    permute::Permutation,
    recipe::products::dictionary,
    weighted::Alias,
};

/// A column that is filled from its row number alone.
pub(crate) enum Column {
    Serial {
        start: i64,
        step: i64,
    },
    Code {
        codes: Codes,
        order: Permutation,
    },
    /// Codes that may meet twice.
    Free {
        key: Key,
        codes: Codes,
    },
    Barcode {
        print: fn(&str, u64, &mut String),
        prefix: String,
        order: Permutation,
    },
    Uuid(Key),
    Number {
        key: Key,
        low: i64,
        high: i64,
    },
    /// As many numbers lie between each point and the next.
    Points {
        key: Key,
        points: Vec<i64>,
    },
    Choice {
        key: Key,
        alias: Alias,
        values: Arc<StringArray>,
    },
    Flag {
        key: Key,
        percent: u64,
    },
    Date {
        key: Key,
        from: i64,
        to: i64,
    },
    DatePoints {
        key: Key,
        points: Vec<i64>,
    },
    DateTime {
        key: Key,
        from_seconds: i64,
        to_seconds: i64,
    },
    /// The key of a table that the user brings.
    Brought(Arc<Brought>),
    /// A column that goes along with that key, by its place among [`Brought::carried`].
    Carried(Arc<Brought>, usize),
}

impl Column {
    /// The column of a fill, or nothing when the fill needs a recipe or other columns.
    pub(crate) fn new(key: Key, fill: &Fill) -> Option<Self> {
        Some(match fill {
            Fill::Serial(serial) => Self::Serial { start: serial.start, step: serial.step },
            Fill::Code(code) => {
                let codes = Codes::new(&code.pattern);
                if code.unique { Self::Code { order: Permutation::new(key, codes.count.min(1 << 63)), codes } } else { Self::Free { key, codes } }
            }
            Fill::Barcode(barcode) => {
                let (print, prefix) = barcode_of(barcode);
                Self::Barcode { print, prefix: prefix.to_owned(), order: Permutation::new(key, barcode_capacity(barcode)) }
            }
            Fill::Uuid => Self::Uuid(key),
            Fill::Number(range) => {
                let scale = range.decimals.unwrap_or(range.min.scale.max(range.max.scale));
                let at_scale = |number: Decimal| number.at_scale(scale).expect("the template was checked");
                if !range.points.is_empty() {
                    let points = std::iter::once(&range.min).chain(&range.points).chain([&range.max]).map(|number| at_scale(*number));
                    return Some(Self::Points { key, points: ends(points.collect()) });
                }
                Self::Number { key, low: at_scale(range.min), high: at_scale(range.max) }
            }
            Fill::Choice(choices) => {
                let (values, weights): (Vec<&str>, Vec<u64>) =
                    catalog::values(&choices.values).map(|(value, weight)| (value, u64::from(weight))).unzip();
                Self::Choice { key, alias: Alias::new(&weights), values: Arc::new(StringArray::from(values)) }
            }
            Fill::Constant(text) => Self::Choice { key, alias: Alias::new(&[1]), values: Arc::new(StringArray::from(vec![text.as_str()])) },
            Fill::Flag(flag) => Self::Flag { key, percent: u64::from(flag.true_percent) },
            Fill::Date(range) if range.points.is_empty() => Self::Date { key, from: i64::from(range.from.0), to: i64::from(range.to.0) },
            Fill::Date(range) => {
                let points = std::iter::once(&range.from).chain(&range.points).chain([&range.to]).map(|day| i64::from(day.0));
                Self::DatePoints { key, points: ends(points.collect()) }
            }
            Fill::Time(range) => Self::Number { key, low: i64::from(range.from.0), high: i64::from(range.to.0) },
            Fill::DateTime(range) => {
                let second = |day: Day| i64::from(day.0) * SECONDS_OF_DAY;
                Self::DateTime { key, from_seconds: second(range.from), to_seconds: second(range.to) + SECONDS_OF_DAY - 1 }
            }
            _ => return None,
        })
    }

    /// The values of some rows, in any order.
    pub(crate) fn fill(&self, rows: &[u64]) -> ArrayRef {
        let each = rows.iter().copied();
        match self {
            Self::Serial { start, step } => Arc::new(Int64Array::from_iter_values(each.map(|row| start.wrapping_add(step.wrapping_mul(row as i64))))),
            Self::Number { key, low, high } => Arc::new(Int64Array::from_iter_values(each.map(|row| key.draw(row).between(*low, *high)))),
            Self::Brought(brought) => match &brought.keys {
                Keys::Numbers(numbers) => Arc::new(Int64Array::from_iter_values(each.map(|row| numbers[row as usize]))),
                Keys::Texts(keys) => byte_texts(rows, 12, |row, out| {
                    out.extend_from_slice(keys.get(*row as usize).as_bytes());
                    true
                }),
            },
            Self::Carried(brought, place) => {
                let carried = &brought.carried[*place];
                match &carried.values {
                    Keys::Numbers(numbers) => {
                        Arc::new(Int64Array::from_iter(each.map(|row| carried.is_present(row as usize).then(|| numbers[row as usize]))))
                    }
                    Keys::Texts(texts) => byte_texts(rows, 12, |row, out| {
                        out.extend_from_slice(texts.get(*row as usize).as_bytes());
                        carried.is_present(*row as usize)
                    }),
                }
            }
            Self::Points { key, points } => Arc::new(Int64Array::from_iter_values(each.map(|row| between_points(points, key.draw(row))))),
            Self::DatePoints { key, points } => Arc::new(Date32Array::from_iter_values(each.map(|row| between_points(points, key.draw(row)) as i32))),
            Self::DateTime { key, from_seconds, to_seconds } => {
                Arc::new(Int64Array::from_iter_values(each.map(|row| key.draw(row).between(*from_seconds, *to_seconds) * 1_000_000)))
            }
            Self::Choice { key, alias, values } => dictionary(each.map(|row| alias.pick(key.draw(row)) as u32), values),
            Self::Flag { key, percent } => Arc::new(BooleanArray::from_iter(each.map(|row| Some(key.draw(row).below(100) < *percent)))),
            Self::Date { key, from, to } => Arc::new(Date32Array::from_iter_values(each.map(|row| key.draw(row).between(*from, *to) as i32))),
            Self::Code { codes, order } => byte_texts(rows, codes.form.len(), |row, out| {
                codes.print(order.at(*row), out);
                true
            }),
            Self::Free { key, codes } => byte_texts(rows, codes.form.len(), |row, out| {
                codes.print(key.draw(*row).below(codes.count), out);
                true
            }),
            Self::Barcode { print, prefix, order } => texts(rows, 14, |row, out| {
                print(prefix, order.at(*row), out);
                true
            }),
            Self::Uuid(key) => texts(rows, 36, |row, out| {
                print_uuid(key.draw(*row).0, key.draw(*row).also(1).0 ^ row, out);
                true
            }),
        }
    }
}

const SECONDS_OF_DAY: i64 = 86_400;

/// The ends of a range stand among its points once.
fn ends(mut points: Vec<i64>) -> Vec<i64> {
    if points.len() > 2 && points[0] == points[1] {
        points.remove(0);
    }
    if points.len() > 2 && points[points.len() - 1] == points[points.len() - 2] {
        points.pop();
    }
    points
}

fn between_points(points: &[i64], draw: Draw) -> i64 {
    let index = draw.below(points.len() as u64 - 1) as usize;
    draw.also(1).between(points[index], points[index + 1])
}

/// How a standard is printed, and the first digits of its numbers.
fn barcode_of(barcode: &Barcode) -> (fn(&str, u64, &mut String), &str) {
    let (print, safe): (fn(&str, u64, &mut String), &str) = match barcode.kind {
        BarcodeKind::Ean13 => (ids::ean13, "2"),
        BarcodeKind::Ean8 => (ids::ean8, ids::EAN8_IN_HOUSE),
        BarcodeKind::UpcA => (ids::upc_a, ids::UPC_IN_HOUSE),
        BarcodeKind::Gtin14 => (ids::gtin14, "12"),
        BarcodeKind::Isbn13 => (ids::isbn13, ids::ISBN13_UNISSUED),
        BarcodeKind::Isbn10 => (ids::isbn10, ids::ISBN10_UNISSUED),
    };
    (print, barcode.prefix.as_deref().unwrap_or(safe))
}

/// How many different numbers a standard has behind its first digits.
pub(crate) fn barcode_capacity(barcode: &Barcode) -> u64 {
    let free = barcode.kind.body_digits().saturating_sub(barcode_of(barcode).1.len() as u32);
    10_u64.pow(free)
}

/// The column with gaps where `kept` says so.
pub(crate) fn nulled(array: &ArrayRef, kept: impl Iterator<Item = bool>) -> ArrayRef {
    let kept: Vec<bool> = kept.collect();
    let nulls = NullBuffer::union(array.nulls(), Some(&NullBuffer::from(kept)));
    let data = array.to_data().into_builder().nulls(nulls).build().expect("gaps have the length of the column");
    make_array(data)
}

/// A text column, printed row by row into one buffer; rows for which `print` says false have no value.
pub(crate) fn texts<T>(rows: &[T], bytes: usize, print: impl Fn(&T, &mut String) -> bool) -> ArrayRef {
    let text = String::with_capacity(rows.len() * bytes);
    printed(rows, text, print, String::len, String::into_bytes)
}

/// The same, printed as bytes of UTF-8.
pub(crate) fn byte_texts<T>(rows: &[T], bytes: usize, print: impl Fn(&T, &mut Vec<u8>) -> bool) -> ArrayRef {
    let text = Vec::with_capacity(rows.len() * bytes);
    printed(rows, text, print, Vec::len, |bytes| bytes)
}

fn printed<T, B>(rows: &[T], mut text: B, print: impl Fn(&T, &mut B) -> bool, length: fn(&B) -> usize, bytes: fn(B) -> Vec<u8>) -> ArrayRef {
    let mut offsets = Vec::with_capacity(rows.len() + 1);
    let mut gaps = false;
    offsets.push(0_i32);
    let kept: Vec<bool> = rows
        .iter()
        .map(|row| {
            let kept = print(row, &mut text);
            offsets.push(i32::try_from(length(&text)).expect("a batch holds less than 2 GB of text"));
            gaps |= !kept;
            kept
        })
        .collect();
    let nulls = gaps.then(|| NullBuffer::from(kept));
    Arc::new(StringArray::new(OffsetBuffer::new(offsets.into()), Buffer::from_vec(bytes(text)), nulls))
}

/// The codes of a pattern, ready to be printed by number.
#[derive(Debug, Clone)]
pub(crate) struct Codes {
    /// The pattern's letters, and anything in place of its signs.
    form: Box<[u8]>,
    /// Where a sign stands, its first letter and how many it has; the last one first.
    signs: Box<[(usize, u8, u64)]>,
    /// How many codes there are.
    pub(crate) count: u64,
}

impl Codes {
    /// A checked pattern.
    pub(crate) fn new(pattern: &str) -> Self {
        let (mut form, mut signs) = (String::new(), Vec::new());
        for place in pattern::code_places(pattern) {
            match place {
                CodePlace::Letter(letter) => form.push(letter),
                CodePlace::Sign { first, count } => {
                    signs.push((form.len(), first, count));
                    form.push('0');
                }
            }
        }
        signs.reverse();
        let count = pattern::code_capacity(pattern).expect("the pattern was checked");
        Self { form: form.into_bytes().into(), signs: signs.into(), count }
    }

    /// Prints the code of a number; the last sign moves fastest.
    #[inline]
    pub(crate) fn print(&self, number: u64, out: &mut Vec<u8>) {
        let start = out.len();
        out.extend_from_slice(&self.form);
        let mut rest = number;
        for (at, first, count) in &self.signs {
            // Constant divisors are far cheaper.
            let digit = if *count == 10 { rest % 10 } else { rest % 26 };
            rest = if *count == 10 { rest / 10 } else { rest / 26 };
            out[start + at] = first + digit as u8;
        }
    }
}

fn print_uuid(high: u64, low: u64, out: &mut String) {
    let bits = (u128::from(high) << 64 | u128::from(low)) & !(0xf << 76) & !(0x3 << 62) | 0x4 << 76 | 0x2 << 62;
    for (index, digit) in (0..32).rev().enumerate() {
        if [8, 12, 16, 20].contains(&index) {
            out.push('-');
        }
        out.push(char::from(b"0123456789abcdef"[(bits >> (4 * digit)) as usize & 15]));
    }
}

/// The values held in another way; the check has seen to it that this is possible.
pub(crate) fn convert(array: ArrayRef, from: Physical, to: Physical) -> ArrayRef {
    match (from, to) {
        _ if from == to => array,
        (Physical::Integer, Physical::Scaled(scale)) => rescale(&array, i64::from(scale)),
        (Physical::Scaled(old), Physical::Scaled(scale)) => rescale(&array, i64::from(scale) - i64::from(old)),
        (Physical::Scaled(old), Physical::Integer) => rescale(&array, -i64::from(old)),
        (Physical::Boolean, Physical::Integer) => Arc::new(Int64Array::from_iter(array.as_boolean().iter().map(|flag| flag.map(i64::from)))),
        (Physical::Date, Physical::DateTime) => {
            let days = array.as_primitive::<Date32Type>();
            Arc::new(days.unary::<_, Int64Type>(|day| i64::from(day) * SECONDS_OF_DAY * 1_000_000))
        }
        (Physical::DateTime, Physical::Date) => {
            let moments = array.as_primitive::<Int64Type>();
            Arc::new(moments.unary::<_, Date32Type>(|moment| moment.div_euclid(SECONDS_OF_DAY * 1_000_000) as i32))
        }
        (Physical::DateTime, Physical::Time) => {
            let moments = array.as_primitive::<Int64Type>();
            Arc::new(moments.unary::<_, Int64Type>(|moment| moment.div_euclid(1_000_000).rem_euclid(SECONDS_OF_DAY)))
        }
        (_, Physical::Json) => {
            let rows: Vec<usize> = (0..array.len()).collect();
            texts(&rows, 12, |row, out| print_json(&array, from, *row, out))
        }
        _ => {
            let rows: Vec<usize> = (0..array.len()).collect();
            texts(&rows, 10, |row, out| print(&array, from, *row, out))
        }
    }
}

/// More digits, or fewer and rounded half away from zero.
fn rescale(array: &ArrayRef, digits: i64) -> ArrayRef {
    let times = 10_i64.pow(digits.unsigned_abs() as u32);
    let rounded = |value: i64| (value + value.signum() * (times / 2)) / times;
    let change = |value: i64| if digits >= 0 { value.wrapping_mul(times) } else { rounded(value) };
    Arc::new(array.as_primitive::<Int64Type>().unary::<_, Int64Type>(change))
}

/// Prints one value as JSON: numbers, true and false as they are, everything else as a string.
fn print_json(array: &ArrayRef, physical: Physical, row: usize, out: &mut String) -> bool {
    let start = out.len();
    let known = print(array, physical, row, out);
    if known && !matches!(physical, Physical::Integer | Physical::Scaled(_) | Physical::Boolean) {
        let text = out.split_off(start);
        out.push('"');
        for letter in text.chars() {
            match letter {
                '"' | '\\' => out.extend(['\\', letter]),
                letter if letter < ' ' => out.push_str(&format!("\\u{:04x}", u32::from(letter))),
                letter => out.push(letter),
            }
        }
        out.push('"');
    }
    known
}

/// Prints one value as text; false where there is none.
pub(crate) fn print(array: &ArrayRef, physical: Physical, row: usize, out: &mut String) -> bool {
    use std::fmt::Write;
    if array.is_null(row) {
        return false;
    }
    match physical {
        Physical::Integer => out.push_str(itoa::Buffer::new().format(array.as_primitive::<Int64Type>().value(row))),
        Physical::Scaled(scale) => {
            let number = Decimal { digits: array.as_primitive::<Int64Type>().value(row), scale };
            write!(out, "{number}").expect("writing to a string cannot fail");
        }
        Physical::Boolean => out.push_str(if array.as_boolean().value(row) { "true" } else { "false" }),
        Physical::Date => write!(out, "{}", Day(array.as_primitive::<Date32Type>().value(row))).expect("writing to a string cannot fail"),
        Physical::Time => {
            let seconds = array.as_primitive::<Int64Type>().value(row) as u32;
            write!(out, "{}", TimeOfDay(seconds)).expect("writing to a string cannot fail");
        }
        Physical::DateTime => {
            let seconds = array.as_primitive::<Int64Type>().value(row).div_euclid(1_000_000);
            let (day, time) = (seconds.div_euclid(SECONDS_OF_DAY), seconds.rem_euclid(SECONDS_OF_DAY));
            write!(out, "{}T{}Z", Day(day as i32), TimeOfDay(time as u32)).expect("writing to a string cannot fail");
        }
        Physical::Text | Physical::Json => match array.as_dictionary_opt::<UInt32Type>() {
            Some(coded) => {
                let position = coded.keys().value(row) as usize;
                if coded.values().is_null(position) {
                    return false;
                }
                out.push_str(coded.values().as_string::<i32>().value(position));
            }
            None => out.push_str(array.as_string::<i32>().value(row)),
        },
    }
    true
}
