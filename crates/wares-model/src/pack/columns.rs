//! Tables of a pack as they lie in the binary: column by column, a text that stands in several rows one below the other only once,
//! numbers as differences. So there is less to unpack, and a column is read without the others.
//!
//! The build script packs a file with [`pack`]; [`Table`] reads it. The form: a line with the number of rows and the lengths of the
//! columns in bytes, by tab; then the columns one after the other. A column of texts has a line for each run of equal ones: in how
//! many rows it stands, between tabs, where that is more than one; and the text. A column of numbers has for each row the
//! difference to the row above (at first to 0), its sign as the lowest bit, in characters of five bits, lowest first; a sixth bit
//! says that more follow.

use std::fmt::Write;

use memchr::memchr;

/// The columns that hold numbers, by their names, and with how many decimals.
const NUMBERS: [(&str, u32); 4] = [("weight", 0), ("born", 0), ("lat", 4), ("lon", 4)];

/// Packs the text of a `.tsv` file; its first line names the columns and is left out. Empty fields at the end of a line may be missing.
///
/// # Errors
/// What is wrong with which line: more fields than columns, or no number where there should be one.
pub fn pack(text: &str) -> Result<String, String> {
    let mut lines = text.lines();
    let names: Vec<&str> = lines.next().unwrap_or("").split('\t').collect();
    let mut columns: Vec<Vec<&str>> = vec![Vec::new(); names.len()];
    for (number, line) in lines.enumerate() {
        if line.split('\t').count() > names.len() {
            return Err(format!("line {}: `{line}` has more than {} fields", number + 2, names.len()));
        }
        let fields = line.split('\t').chain(std::iter::repeat(""));
        columns.iter_mut().zip(fields).for_each(|(column, field)| column.push(field));
    }
    let packed = names.iter().zip(&columns).map(|(name, column)| match NUMBERS.iter().find(|(known, _)| known == name) {
        Some((_, decimals)) => differences(column, *decimals).map_err(|row| format!("line {}: `{}` is no {name}", row + 2, column[row])),
        None => Ok(runs(column)),
    });
    let packed = packed.collect::<Result<Vec<String>, String>>()?;
    let lengths: Vec<String> = packed.iter().map(|column| column.len().to_string()).collect();
    Ok(format!("{}\t{}\n{}", columns[0].len(), lengths.join("\t"), packed.concat()))
}

/// A column of texts: a line for each run.
fn runs(column: &[&str]) -> String {
    let mut packed = String::new();
    for run in column.chunk_by(|a, b| a == b) {
        if run.len() > 1 {
            write!(packed, "\t{}\t", run.len()).expect("a string takes all that is written to it");
        }
        packed.push_str(run[0]);
        packed.push('\n');
    }
    packed
}

/// A column of numbers; the row of the first text that is none, if there is one.
fn differences(column: &[&str], decimals: u32) -> Result<String, usize> {
    let mut packed = String::new();
    let mut above = 0;
    for (row, text) in column.iter().enumerate() {
        let number = number(text, decimals).ok_or(row)?;
        let difference = number - above;
        above = number;
        let mut bits = ((difference << 1) ^ (difference >> 63)) as u64;
        while bits >= 32 {
            packed.push(char::from(b'0' + 32 + (bits & 31) as u8));
            bits >>= 5;
        }
        packed.push(char::from(b'0' + bits as u8));
    }
    Ok(packed)
}

/// `-12.345` with 4 decimals as -123450; nothing where it has more decimals, or is out of the range of 32 bits.
fn number(text: &str, decimals: u32) -> Option<i64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let missing = decimals.checked_sub(part.len() as u32)?;
    let number = format!("{whole}{part}").parse::<i64>().ok()?.checked_mul(10_i64.pow(missing))?;
    (-(1 << 31)..1 << 32).contains(&number).then_some(number)
}

/// A packed table of `WIDTH` columns.
#[derive(Debug, Clone, Copy)]
pub struct Table<'a, const WIDTH: usize> {
    columns: [&'a str; WIDTH],
    rows: usize,
}

impl<'a, const WIDTH: usize> Table<'a, WIDTH> {
    /// Opens a packed table; nothing where it is not one of so many columns.
    pub fn open(packed: &'a str) -> Option<Self> {
        let (head, mut rest) = packed.split_once('\n')?;
        let mut numbers = head.split('\t').map(|number| number.parse::<usize>().ok());
        let rows = numbers.next()??;
        let mut columns = [""; WIDTH];
        for column in &mut columns {
            (*column, rest) = rest.split_at_checked(numbers.next()??)?;
        }
        (numbers.next().is_none() && rest.is_empty()).then_some(Self { columns, rows })
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// The texts of a column, each with the number of rows that it stands in.
    pub fn runs(&self, column: usize) -> Runs<'a> {
        Runs(self.columns[column])
    }

    /// The text of each row.
    pub fn texts(&self, column: usize) -> Texts<'a> {
        Texts { runs: self.runs(column), text: "", left: 0 }
    }

    /// The number of each row, without its decimal point.
    pub fn numbers(&self, column: usize) -> Numbers<'a> {
        Numbers { rest: self.columns[column].bytes(), above: 0 }
    }
}

/// See [`Table::runs`].
#[derive(Debug, Clone)]
pub struct Runs<'a>(&'a str);

impl<'a> Iterator for Runs<'a> {
    type Item = (&'a str, usize);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        // Texts are short: looking for their end byte by byte is faster than by wide registers.
        let end = memchr(b'\n', self.0.as_bytes())?;
        let (line, rest) = (&self.0[..end], &self.0[end + 1..]);
        self.0 = rest;
        let counted = line.strip_prefix('\t').and_then(|line| line.split_once('\t'));
        Some(counted.map_or((line, 1), |(count, text)| (text, count.parse().unwrap_or(1).max(1))))
    }
}

/// See [`Table::texts`].
#[derive(Debug, Clone)]
pub struct Texts<'a> {
    runs: Runs<'a>,
    text: &'a str,
    left: usize,
}

impl<'a> Texts<'a> {
    /// The text of the next row; empty behind the last one.
    #[inline]
    pub fn take(&mut self) -> &'a str {
        if self.left == 0 {
            (self.text, self.left) = self.runs.next().unwrap_or(("", usize::MAX));
        }
        self.left -= 1;
        self.text
    }
}

/// See [`Table::numbers`].
#[derive(Debug, Clone)]
pub struct Numbers<'a> {
    rest: std::str::Bytes<'a>,
    above: i64,
}

impl Numbers<'_> {
    /// The number of the next row; behind the last one again that of the last.
    #[inline]
    pub fn take(&mut self) -> i64 {
        let (mut bits, mut shift) = (0_u64, 0);
        for byte in self.rest.by_ref() {
            let digit = byte.wrapping_sub(b'0');
            bits |= u64::from(digit & 31) << shift;
            shift = (shift + 5).min(59);
            if digit < 32 {
                break;
            }
        }
        self.above = self.above.wrapping_add((bits >> 1) as i64 ^ -((bits & 1) as i64));
        self.above
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_comes_out_as_it_went_in() {
        let packed = pack("a\tb\tlat\tc\nx\t\t0\tż\nx\t\t-180\tż\nx\t1\t12.3456\n\t1\t12.3\nx\t\t1\n").unwrap();
        let table = Table::<4>::open(&packed).unwrap();
        assert_eq!(table.rows(), 5);
        let texts = |column| {
            let mut texts = table.texts(column);
            [(); 5].map(|()| texts.take())
        };
        assert_eq!(texts(0), ["x", "x", "x", "", "x"]);
        assert_eq!(texts(1), ["", "", "1", "1", ""]);
        assert_eq!(texts(3), ["ż", "ż", "", "", ""]);
        assert_eq!(table.runs(3).collect::<Vec<_>>(), [("ż", 2), ("", 3)]);
        let mut numbers = table.numbers(2);
        assert_eq!([(); 5].map(|()| numbers.take()), [0, -1_800_000, 123_456, 123_000, 10_000]);
    }

    #[test]
    fn the_greatest_and_the_least_number_come_out_as_they_went_in() {
        let column = ["4294967295", "-2147483648", "4294967295", "0"];
        let packed = pack(&format!("weight\n{}\n", column.join("\n"))).unwrap();
        let mut numbers = Table::<1>::open(&packed).unwrap().numbers(0);
        assert_eq!([(); 4].map(|()| numbers.take()), [4_294_967_295, -2_147_483_648, 4_294_967_295, 0]);
    }

    #[test]
    fn what_is_no_such_table_is_refused() {
        assert_eq!(pack("a\tb\n1\t2\n1\t2\t3\n"), Err("line 3: `1\t2\t3` has more than 2 fields".to_owned()));
        assert_eq!(pack("a\tlon\n1\t2\n1\t2.34567\n"), Err("line 3: `2.34567` is no lon".to_owned()));
        assert_eq!(pack("weight\n4294967296\n"), Err("line 2: `4294967296` is no weight".to_owned()));
        let packed = pack("a\tb\n1\t2\n").unwrap();
        assert!(Table::<1>::open(&packed).is_none());
        assert!(Table::<3>::open(&packed).is_none());
        assert!(Table::<2>::open(&packed[..packed.len() - 1]).is_none());
        assert!(Table::<2>::open("").is_none());
    }
}
