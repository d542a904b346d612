//! A number in the making: a pattern filled with draws, then finished by its scheme.

use crate::Bits;
use crate::check;

/// Whom a number is for; national numbers may encode birth day, sex or name.
#[derive(Debug, Clone, Copy)]
pub struct Person<'a> {
    /// A woman; else a man.
    pub female: bool,
    /// The birth day: year, month, day.
    pub birth: (i32, u8, u8),
    /// The given names, in letters A to Z and maybe with spaces.
    pub given: &'a str,
    /// The family names, in letters A to Z and maybe with spaces.
    pub family: &'a str,
}

const SIZE: usize = 40;
const MARKS: usize = 6;

/// A number in the making. Its text holds significant characters only; separators wait aside until it is written.
#[derive(Debug)]
pub(crate) struct Number<'a> {
    text: [u8; SIZE],
    len: usize,
    marks: [(usize, u8); MARKS],
    marked: usize,
    bits: &'a mut Bits,
    pub(crate) given: &'a str,
    pub(crate) family: &'a str,
    pub(crate) female: bool,
    pub(crate) year: u32,
    pub(crate) month: u32,
    pub(crate) day: u32,
}

impl<'a> Number<'a> {
    pub(crate) fn new(bits: &'a mut Bits, person: &'a Person<'_>) -> Self {
        let year = person.birth.0.clamp(1900, 2035).unsigned_abs();
        let month = u32::from(person.birth.1).clamp(1, 12);
        let last = match month {
            2 if year.is_multiple_of(4) && year != 1900 => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        Self {
            text: [b'0'; SIZE],
            len: 0,
            marks: [(0, 0); MARKS],
            marked: 0,
            bits,
            given: person.given,
            family: person.family,
            female: person.female,
            year,
            month,
            day: u32::from(person.birth.2).clamp(1, last),
        }
    }

    /// Fills a pattern afresh.
    ///
    /// `#` a digit, `+` a digit but 0, `@` a letter, `*` a letter or digit; `y` `f` the year in two or four digits, `m` `d` month and day; `s` a digit
    /// odd for men, `t` for women; `h` a digit below 5 for men and from 5 for women, `k` the other way round. Capitals and digits stand for
    /// themselves, and so do separators, which the text does not count.
    pub(crate) fn fill(&mut self, pattern: &str) {
        (self.len, self.marked) = (0, 0);
        for sign in pattern.bytes() {
            match sign {
                b'#' => self.random(0, 10, 1),
                b'+' => self.random(1, 9, 1),
                b'@' => self.random(10, 26, 1),
                b'*' => self.random(0, 36, 1),
                b'y' => self.number(self.year % 100, 2),
                b'f' => self.number(self.year, 4),
                b'm' => self.number(self.month, 2),
                b'd' => self.number(self.day, 2),
                b's' => self.random(u32::from(!self.female), 5, 2),
                b't' => self.random(u32::from(self.female), 5, 2),
                b'h' => self.random(if self.female { 5 } else { 0 }, 5, 1),
                b'k' => self.random(if self.female { 0 } else { 5 }, 5, 1),
                b'A'..=b'Z' | b'0'..=b'9' => self.push(sign),
                _ => self.mark(sign),
            }
        }
    }

    /// Appends one of `count` characters from the value `first` on, `step` apart.
    #[inline]
    fn random(&mut self, first: u32, count: u32, step: u32) {
        let value = first + self.draw(count) * step;
        self.push(character(value));
    }

    fn mark(&mut self, sign: u8) {
        if let Some(mark) = self.marks.get_mut(self.marked) {
            *mark = (self.len, sign);
            self.marked += 1;
        }
    }

    /// Appends a character; beyond the greatest length nothing.
    #[inline]
    pub(crate) fn push(&mut self, byte: u8) {
        if let Some(place) = self.text.get_mut(self.len) {
            *place = byte;
            self.len += 1;
        }
    }

    fn number(&mut self, value: u32, width: usize) {
        let from = self.len;
        (0..width).for_each(|_| self.push(b'0'));
        self.write(from, width, u64::from(value));
    }

    /// Cuts the text to a length.
    pub(crate) fn cut(&mut self, len: usize) {
        self.len = self.len.min(len);
    }

    /// A random number below `count`.
    #[inline]
    pub(crate) fn draw(&mut self, count: u32) -> u32 {
        self.bits.below(u64::from(count)) as u32
    }

    /// One of some values; 0 of none.
    pub(crate) fn pick(&mut self, values: &[u32]) -> u32 {
        let index = self.draw(values.len() as u32) as usize;
        values.get(index).copied().unwrap_or_default()
    }

    /// The characters of a range; none of one out of range.
    pub(crate) fn bytes(&self, from: usize, to: usize) -> &[u8] {
        self.text.get(from..to).unwrap_or_default()
    }

    /// The value of a character: a digit's own, 10 to 35 for letters.
    pub(crate) fn at(&self, index: usize) -> u32 {
        self.text.get(index).map_or(0, |byte| check::value(*byte))
    }

    /// The decimal number in a range.
    pub(crate) fn value(&self, from: usize, to: usize) -> u64 {
        self.bytes(from, to).iter().fold(0, |value: u64, byte| value.wrapping_mul(10).wrapping_add(u64::from(check::value(*byte))))
    }

    /// The weighted sum of the characters from `from` on.
    pub(crate) fn sum(&self, from: usize, weights: &[u32]) -> u32 {
        check::weighted(self.bytes(from, from + weights.len()), weights)
    }

    /// Sets a digit. `None` when the value is none.
    pub(crate) fn put(&mut self, index: usize, value: u32) -> Option<()> {
        self.set(index, b'0' + u8::try_from(value).ok().filter(|value| *value < 10)?);
        Some(())
    }

    /// Sets a character.
    #[inline]
    pub(crate) fn set(&mut self, index: usize, byte: u8) {
        if let Some(place) = self.text.get_mut(index) {
            *place = byte;
        }
    }

    /// Sets the character of an alphabet. `None` beyond it.
    pub(crate) fn letter(&mut self, index: usize, alphabet: &[u8], value: u32) -> Option<()> {
        self.set(index, *alphabet.get(value as usize)?);
        Some(())
    }

    /// Writes a number with leading zeros.
    pub(crate) fn write(&mut self, from: usize, width: usize, mut value: u64) {
        for index in (from..from + width).rev() {
            self.set(index, b'0' + (value % 10) as u8);
            value /= 10;
        }
    }

    /// Sets the Luhn digit of a range, behind it.
    pub(crate) fn luhn(&mut self, from: usize, to: usize) -> Option<()> {
        let digit = check::luhn(self.bytes(from, to));
        self.put(to, u32::from(digit))
    }

    /// Sets the digit of ISO 7064 modulus 11,10 of a range, behind it.
    pub(crate) fn mod11_10(&mut self, from: usize, to: usize) -> Option<()> {
        let digit = check::mod11_10(self.bytes(from, to));
        self.put(to, u32::from(digit))
    }

    /// Sets the two digits of ISO 7064 modulus 97,10 of a range, behind it.
    pub(crate) fn mod97_10(&mut self, from: usize, to: usize) -> Option<()> {
        let digits = check::mod97_10(self.bytes(from, to));
        self.write(to, 2, u64::from(digits));
        Some(())
    }

    /// Sets the check digits of an IBAN.
    pub(crate) fn seal(&mut self) {
        let rest = check::mod97_more(check::mod97(self.bytes(4, self.len)), self.bytes(0, 2));
        self.write(2, 2, u64::from(98 - rest * 100 % 97));
    }

    /// Days from 1 January 1970 to the birth day.
    pub(crate) fn days(&self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let day_of_year = (153 * (i64::from(self.month) + if self.month > 2 { -3 } else { 9 }) + 2) / 5 + i64::from(self.day) - 1;
        365 * year + year / 4 - year / 100 + year / 400 + day_of_year - 719_468
    }

    /// Born in 2000 or later.
    pub(crate) fn young(&self) -> bool {
        self.year >= 2000
    }

    /// Appends the text with its separators.
    pub(crate) fn emit(&self, out: &mut String) {
        let mut from = 0;
        for (at, sign) in self.marks.iter().take(self.marked).filter(|mark| mark.0 <= self.len) {
            out.push_str(str::from_utf8(self.bytes(from, *at)).unwrap_or_default());
            out.push(char::from(*sign));
            from = *at;
        }
        out.push_str(str::from_utf8(self.bytes(from, self.len)).unwrap_or_default());
    }
}

/// The digit or letter of a value below 36.
pub(crate) fn character(value: u32) -> u8 {
    match value {
        0..=9 => b'0' + value as u8,
        _ => b'A' + (value.min(35) - 10) as u8,
    }
}
