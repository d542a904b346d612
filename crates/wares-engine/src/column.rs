//! The column kinds that need no recipe: any row on its own, whole numbers, no state.

use std::sync::Arc;

use arrow_array::{
    Array, ArrayRef, BooleanArray, Date32Array, Int64Array, StringArray,
    cast::AsArray,
    types::{Date32Type, Int64Type, UInt32Type},
};
use arrow_buffer::{Buffer, NullBuffer, OffsetBuffer};
use wares_model::{Day, Physical, column::Fill, pack::catalog, pattern};

use crate::{key::Key, permute::Permutation, recipe::products::dictionary, weighted::Alias};

/// A column that is filled from its row number alone.
pub(crate) enum Column {
    Serial { start: i64, step: i64 },
    Code { pattern: String, order: Permutation },
    Uuid(Key),
    Number { key: Key, low: i64, high: i64 },
    Choice { key: Key, alias: Alias, values: Arc<StringArray> },
    Flag { key: Key, percent: u64 },
    Date { key: Key, from: i64, to: i64 },
}

impl Column {
    /// The column of a fill, or nothing when the fill needs a recipe or other columns.
    pub(crate) fn new(key: Key, fill: &Fill) -> Option<Self> {
        Some(match fill {
            Fill::Serial(serial) => Self::Serial { start: serial.start, step: serial.step },
            Fill::Code(code) => {
                let capacity = pattern::code_capacity(&code.pattern).expect("the template was checked");
                Self::Code { pattern: code.pattern.clone(), order: Permutation::new(key, capacity.min(1 << 63)) }
            }
            Fill::Uuid => Self::Uuid(key),
            Fill::Number(range) => {
                let scale = range.decimals.unwrap_or(range.min.scale.max(range.max.scale));
                let at_scale = |number: wares_model::decimal::Decimal| number.at_scale(scale).expect("the template was checked");
                Self::Number { key, low: at_scale(range.min), high: at_scale(range.max) }
            }
            Fill::Choice(choices) => {
                let (values, weights): (Vec<&str>, Vec<u64>) =
                    catalog::values(&choices.values).map(|(value, weight)| (value, u64::from(weight))).unzip();
                Self::Choice { key, alias: Alias::new(&weights), values: Arc::new(StringArray::from(values)) }
            }
            Fill::Constant(text) => Self::Choice { key, alias: Alias::new(&[1]), values: Arc::new(StringArray::from(vec![text.as_str()])) },
            Fill::Flag(flag) => Self::Flag { key, percent: u64::from(flag.true_percent) },
            Fill::Date(range) => Self::Date { key, from: i64::from(range.from.0), to: i64::from(range.to.0) },
            _ => return None,
        })
    }

    /// The values of some rows, in any order.
    pub(crate) fn fill(&self, rows: &[u64]) -> ArrayRef {
        let each = rows.iter().copied();
        match self {
            Self::Serial { start, step } => Arc::new(Int64Array::from_iter_values(each.map(|row| start.wrapping_add(step.wrapping_mul(row as i64))))),
            Self::Number { key, low, high } => Arc::new(Int64Array::from_iter_values(each.map(|row| key.draw(row).between(*low, *high)))),
            Self::Choice { key, alias, values } => dictionary(each.map(|row| alias.pick(key.draw(row)) as u32), values),
            Self::Flag { key, percent } => Arc::new(BooleanArray::from_iter(each.map(|row| Some(key.draw(row).below(100) < *percent)))),
            Self::Date { key, from, to } => Arc::new(Date32Array::from_iter_values(each.map(|row| key.draw(row).between(*from, *to) as i32))),
            Self::Code { pattern, order } => texts(rows, pattern.len(), |row, out| {
                print_code(pattern, order.at(*row), out);
                true
            }),
            Self::Uuid(key) => texts(rows, 36, |row, out| {
                print_uuid(key.draw(*row).0, key.draw(*row).also(1).0 ^ row, out);
                true
            }),
        }
    }
}

/// A text column, printed row by row into one buffer; rows for which `print` says false have no value.
pub(crate) fn texts<T>(rows: &[T], bytes: usize, print: impl Fn(&T, &mut String) -> bool) -> ArrayRef {
    let mut text = String::with_capacity(rows.len() * bytes);
    let mut offsets = Vec::with_capacity(rows.len() + 1);
    let mut gaps = false;
    offsets.push(0_i32);
    let kept: Vec<bool> = rows
        .iter()
        .map(|row| {
            let kept = print(row, &mut text);
            offsets.push(i32::try_from(text.len()).expect("a batch holds less than 2 GB of text"));
            gaps |= !kept;
            kept
        })
        .collect();
    let nulls = gaps.then(|| NullBuffer::from(kept));
    Arc::new(StringArray::new(OffsetBuffer::new(offsets.into()), Buffer::from_vec(text.into_bytes()), nulls))
}

/// Prints the code at `number` among those of a pattern; the last letter moves fastest.
pub(crate) fn print_code(pattern: &str, number: u64, out: &mut String) {
    // What stands behind a letter decides how far the number has turned when it comes to that letter.
    let mut turn = pattern::code_capacity(pattern).unwrap_or(u64::MAX);
    let mut rest = number;
    for letter in pattern.chars() {
        let count = match letter {
            '#' => 10,
            '@' => 26,
            other => {
                out.push(other);
                continue;
            }
        };
        turn /= count;
        let digit = (rest / turn) as u8;
        rest %= turn;
        out.push(char::from(if count == 10 { b'0' } else { b'A' } + digit));
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
        _ => {
            let rows: Vec<usize> = (0..array.len()).collect();
            texts(&rows, 10, |row, out| print(&array, from, *row, out))
        }
    }
}

fn rescale(array: &ArrayRef, digits: i64) -> ArrayRef {
    let times = 10_i64.pow(digits.max(0) as u32);
    Arc::new(array.as_primitive::<Int64Type>().unary::<_, Int64Type>(|value| value.wrapping_mul(times)))
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
            let number = wares_model::decimal::Decimal { digits: array.as_primitive::<Int64Type>().value(row), scale };
            write!(out, "{number}").expect("writing to a string cannot fail");
        }
        Physical::Boolean => out.push_str(if array.as_boolean().value(row) { "true" } else { "false" }),
        Physical::Date => write!(out, "{}", Day(array.as_primitive::<Date32Type>().value(row))).expect("writing to a string cannot fail"),
        Physical::Text => match array.as_dictionary_opt::<UInt32Type>() {
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
