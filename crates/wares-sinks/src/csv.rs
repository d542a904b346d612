//! CSV by RFC 4180: commas, `\n`, quotes only where needed; no value is an empty field, an empty text is `""`.

use arrow_array::{
    Array, BooleanArray, Date32Array, Int64Array, RecordBatch, StringArray, UInt32Array,
    cast::AsArray,
    types::{Date32Type, Int64Type, UInt32Type},
};
use wares_model::{Day, Physical, TableSchema};

/// Appends the header line.
pub fn header(schema: &TableSchema, out: &mut Vec<u8>) {
    for (index, column) in schema.columns.iter().enumerate() {
        if index > 0 {
            out.push(b',');
        }
        match column.name.as_bytes() {
            name if name.is_empty() || special(name) => quoted(name, out),
            name => out.extend_from_slice(name),
        }
    }
    out.push(b'\n');
}

/// Appends the rows of a batch, whose columns are those of the schema.
pub fn rows(schema: &TableSchema, batch: &RecordBatch, out: &mut Vec<u8>) {
    let columns: Vec<Column<'_>> =
        schema.columns.iter().zip(batch.columns()).map(|(column, array)| Column::new(column.physical, array.as_ref())).collect();
    for row in 0..batch.num_rows() {
        for column in &columns {
            column.write(row, out);
            out.push(b',');
        }
        if let Some(last) = out.last_mut() {
            *last = b'\n';
        }
    }
}

/// One column, with all that can be known before the first row.
pub(crate) enum Column<'a> {
    Integer(&'a Int64Array),
    Scaled(&'a Int64Array, u8),
    Boolean(&'a BooleanArray),
    Date(&'a Date32Array),
    Time(&'a Int64Array),
    DateTime(&'a Int64Array),
    Text(&'a StringArray, bool),
    Coded(&'a UInt32Array, &'a StringArray, bool),
}

impl<'a> Column<'a> {
    pub(crate) fn new(physical: Physical, array: &'a dyn Array) -> Self {
        match physical {
            Physical::Integer => Self::Integer(array.as_primitive::<Int64Type>()),
            Physical::Scaled(scale) => Self::Scaled(array.as_primitive::<Int64Type>(), scale),
            Physical::Boolean => Self::Boolean(array.as_boolean()),
            Physical::Date => Self::Date(array.as_primitive::<Date32Type>()),
            Physical::Time => Self::Time(array.as_primitive::<Int64Type>()),
            Physical::DateTime => Self::DateTime(array.as_primitive::<Int64Type>()),
            Physical::Text | Physical::Json => match array.as_dictionary_opt::<UInt32Type>() {
                Some(coded) => {
                    let values = coded.values().as_string::<i32>();
                    // Looking through a dictionary that is far longer than the batch would cost more than it saves.
                    Self::Coded(coded.keys(), values, values.len() > 16 * coded.len() || any_special(values))
                }
                None => {
                    let texts = array.as_string::<i32>();
                    Self::Text(texts, any_special(texts))
                }
            },
        }
    }

    /// Appends the cell of a row; nothing where there is no value.
    #[inline]
    pub(crate) fn write(&self, row: usize, out: &mut Vec<u8>) {
        match self {
            Self::Integer(array) if array.is_valid(row) => out.extend_from_slice(itoa::Buffer::new().format(array.value(row)).as_bytes()),
            Self::Scaled(array, scale) if array.is_valid(row) => scaled(array.value(row), *scale, out),
            Self::Boolean(array) if array.is_valid(row) => out.extend_from_slice(if array.value(row) { b"true" } else { b"false" }),
            Self::Date(array) if array.is_valid(row) => date(Day(array.value(row)), out),
            Self::Time(array) if array.is_valid(row) => time(array.value(row), out),
            Self::DateTime(array) if array.is_valid(row) => {
                let seconds = array.value(row).div_euclid(1_000_000);
                date(Day(seconds.div_euclid(86_400) as i32), out);
                out.push(b'T');
                time(seconds.rem_euclid(86_400), out);
                out.push(b'Z');
            }
            Self::Text(array, special) if array.is_valid(row) => text(array, row, *special, out),
            Self::Coded(keys, values, special) if keys.is_valid(row) => {
                let position = keys.value(row) as usize;
                if values.is_valid(position) {
                    text(values, position, *special, out);
                }
            }
            _ => {}
        }
    }
}

fn any_special(texts: &StringArray) -> bool {
    let (Some(first), Some(last)) = (texts.value_offsets().first(), texts.value_offsets().last()) else { return false };
    let bytes = &texts.value_data()[*first as usize..*last as usize];
    is_special(bytes)
}

fn is_special(bytes: &[u8]) -> bool {
    memchr::memchr3(b'"', b',', b'\n', bytes).is_some() || memchr::memchr(b'\r', bytes).is_some()
}

/// Short texts are copied as a block of so many bytes that is then cut, which costs far less than a copy of their very length.
const BLOCK: usize = 32;

#[inline]
fn text(array: &StringArray, row: usize, maybe_special: bool, out: &mut Vec<u8>) {
    let value = array.value(row).as_bytes();
    if value.is_empty() {
        out.extend_from_slice(b"\"\"");
        return;
    }
    if maybe_special && special(value) {
        quoted(value, out);
        return;
    }
    let start = array.value_offsets()[row] as usize;
    let block = array.value_data().get(start..start + BLOCK).and_then(|block| <&[u8; BLOCK]>::try_from(block).ok());
    match block {
        Some(block) if value.len() <= BLOCK => {
            let end = out.len() + value.len();
            out.extend_from_slice(block);
            out.truncate(end);
        }
        _ => out.extend_from_slice(value),
    }
}

/// Whether a text must stand in quotes.
#[inline]
fn special(value: &[u8]) -> bool {
    // Short texts are through before a vectorized search has begun.
    if value.len() < 24 { value.iter().any(|byte| matches!(byte, b'"' | b',' | b'\n' | b'\r')) } else { is_special(value) }
}

fn quoted(value: &[u8], out: &mut Vec<u8>) {
    out.push(b'"');
    let mut rest = value;
    while let Some(quote) = memchr::memchr(b'"', rest) {
        out.extend_from_slice(&rest[..=quote]);
        out.push(b'"');
        rest = &rest[quote + 1..];
    }
    out.extend_from_slice(rest);
    out.push(b'"');
}

#[inline]
fn scaled(value: i64, scale: u8, out: &mut Vec<u8>) {
    if value < 0 {
        out.push(b'-');
    }
    let size = value.unsigned_abs();
    if scale == 2 {
        // Nearly all money has two decimals.
        out.extend_from_slice(itoa::Buffer::new().format(size / 100).as_bytes());
        let [tens, ones] = TWO_DIGITS[(size % 100) as usize];
        out.extend_from_slice(&[b'.', tens, ones]);
        return;
    }
    let divisor = 10_u64.pow(u32::from(scale));
    out.extend_from_slice(itoa::Buffer::new().format(size / divisor).as_bytes());
    if scale > 0 {
        out.push(b'.');
        let start = out.len();
        out.resize(start + usize::from(scale), b'0');
        let mut rest = size % divisor;
        for digit in out[start..].iter_mut().rev() {
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
    }
}

#[inline]
fn date(day: Day, out: &mut Vec<u8>) {
    let (year, month, day) = day.civil();
    let year = year.clamp(0, 9_999) as u32;
    let [a, b] = TWO_DIGITS[(year / 100) as usize];
    let [c, d] = TWO_DIGITS[(year % 100) as usize];
    let ([e, f], [g, h]) = (TWO_DIGITS[month as usize], TWO_DIGITS[day as usize]);
    out.extend_from_slice(&[a, b, c, d, b'-', e, f, b'-', g, h]);
}

/// Seconds since midnight, as `08:15:00`.
#[inline]
fn time(seconds: i64, out: &mut Vec<u8>) {
    let seconds = seconds.clamp(0, 86_399) as usize;
    let ([a, b], [c, d], [e, f]) = (TWO_DIGITS[seconds / 3_600], TWO_DIGITS[seconds / 60 % 60], TWO_DIGITS[seconds % 60]);
    out.extend_from_slice(&[a, b, b':', c, d, b':', e, f]);
}

/// `00` to `99`.
static TWO_DIGITS: [[u8; 2]; 100] = {
    let mut table = [[b'0'; 2]; 100];
    let mut number = 0;
    while number < 100 {
        table[number] = [b'0' + (number / 10) as u8, b'0' + (number % 10) as u8];
        number += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::ArrayRef;
    use wares_model::{ColumnSchema, ColumnType};

    use super::*;

    fn check_csv(columns: Vec<(Physical, ArrayRef)>, expected: &str) {
        let column = |physical| ColumnSchema { name: "a,b".to_owned(), column_type: ColumnType::Text, physical, primary: false, references: None };
        let schema = TableSchema { name: "t".to_owned(), columns: columns.iter().map(|(physical, _)| column(*physical)).collect() };
        let named: Vec<(String, ArrayRef)> = columns.into_iter().enumerate().map(|(index, (_, array))| (index.to_string(), array)).collect();
        let mut out = Vec::new();
        header(&schema, &mut out);
        rows(&schema, &RecordBatch::try_from_iter(named).unwrap(), &mut out);
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }

    #[test]
    fn texts_are_quoted_where_they_must_be_and_only_there() {
        let texts = StringArray::from(vec![Some("plain"), Some("a,b"), Some("say \"hi\""), Some("two\nlines"), Some(""), None]);
        let numbers = Int64Array::from_iter_values(0..6);
        check_csv(
            vec![(Physical::Text, Arc::new(texts)), (Physical::Integer, Arc::new(numbers))],
            "\"a,b\",\"a,b\"\nplain,0\n\"a,b\",1\n\"say \"\"hi\"\"\",2\n\"two\nlines\",3\n\"\",4\n,5\n",
        );
    }

    #[test]
    fn times_are_written_to_the_second() {
        let times = Int64Array::from(vec![0, 29_700, 86_399]);
        let moments = Int64Array::from(vec![Some(0), Some(1_795_421_700_000_000), None]);
        check_csv(
            vec![(Physical::Time, Arc::new(times)), (Physical::DateTime, Arc::new(moments))],
            "\"a,b\",\"a,b\"\n00:00:00,1970-01-01T00:00:00Z\n08:15:00,2026-11-23T08:15:00Z\n23:59:59,\n",
        );
    }

    #[test]
    fn money_and_dates_have_all_their_digits() {
        let money = Int64Array::from(vec![Some(5), Some(-1_205), Some(100), None]);
        let days = Date32Array::from(vec![Some(0), Some(20_780), None, Some(-1)]);
        check_csv(
            vec![(Physical::Scaled(2), Arc::new(money)), (Physical::Date, Arc::new(days))],
            "\"a,b\",\"a,b\"\n0.05,1970-01-01\n-12.05,2026-11-23\n1.00,\n,1969-12-31\n",
        );
    }
}
