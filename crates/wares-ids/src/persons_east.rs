//! Persons of central and eastern Europe and of the lands around the Caspian Sea.

use crate::number::Number;
use crate::scheme::{Finish, Kind, Scheme};
use crate::{check, companies};

const fn person(country: &'static str, name: &'static str, pattern: &'static str, finish: Finish) -> Scheme {
    Scheme::new(Kind::PersonalTax, country, name, pattern, finish)
}

#[rustfmt::skip]
pub(crate) const SCHEMES: &[Scheme] = &[
    person("AZ", "VÖEN", "1+######01", companies::azeri),
    person("BA", "JMBG", "dm00000h##0", |n| yugoslav(n, 10, 10)).room(500),
    person("BG", "EGN", "ymd##t0", bulgarian).room(500),
    person("BY", "Identifikacionnyj nomer", "0dmyA###PB0", belarusian).room(7_000),
    person("CZ", "Rodné číslo", "ymd/###0", czech).room(800),
    person("EE", "Isikukood", "0ymd###0", baltic).room(1_000),
    person("HR", "OIB", "+#########0", |n| n.mod11_10(0, 10)),
    person("HU", "Adóazonosító jel", "800000###0", hungarian).room(900),
    person("KZ", "IIN", "ymd0####0", kazakh).room(9_000),
    person("LT", "Asmens kodas", "0ymd###0", baltic).room(1_000),
    person("LV", "Personas kods", "dmy-0###0", latvian).room(900),
    person("MD", "IDNP", "2#0#########0", moldovan),
    person("ME", "JMBG", "dm00000h##0", |n| yugoslav(n, 21, 1)).room(400),
    person("MK", "EMBG", "dm00000h##0", |n| yugoslav(n, 41, 9)).room(500),
    person("PL", "PESEL", "ymd###t0", polish).room(5_000),
    person("PL", "NIP", "+++######0", |n| companies::polish(n, 0)),
    person("RO", "CNP", "0ymd00###0", romanian).room(40_000),
    person("RS", "JMBG", "dm00000h##0", |n| yugoslav(n, 71, 9)).room(500),
    person("RU", "INN", "00########00", russian),
    person("SI", "Davčna številka", "+######0", |n| companies::slovenian(n, 0)),
    person("SI", "EMŠO", "dm00000h##0", |n| yugoslav(n, 50, 1)).room(400),
    person("SK", "Rodné číslo", "ymd/###0", czech).room(800),
    person("TR", "TCKN", "+########00", turkish),
    person("UA", "RNOKPP", "00000###s0", ukrainian).room(4_000),
];

/// Day, month, the last three digits of the year, one of `count` regions, the sex within the serial.
fn yugoslav(n: &mut Number<'_>, region: u32, count: u32) -> Option<()> {
    n.write(4, 3, u64::from(n.year % 1000));
    let region = region + n.draw(count);
    n.write(7, 2, u64::from(region));
    let sum = n.sum(0, &[7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    n.put(12, (11 - sum % 11) % 11)
}

/// Months of this century have 40 added.
fn bulgarian(n: &mut Number<'_>) -> Option<()> {
    n.write(2, 2, u64::from(n.month + if n.young() { 40 } else { 0 }));
    let sum = n.sum(0, &[2, 4, 8, 5, 10, 9, 7, 3, 6]);
    n.put(9, sum % 11 % 10)
}

/// Century and sex, birth day, region, serial, citizenship, and the digit of passports: weights 7, 3, 1.
fn belarusian(n: &mut Number<'_>) -> Option<()> {
    n.put(0, century(n, 3))?;
    let region = n.draw(7);
    n.letter(7, b"ABCHKEM", region)?;
    let sum = n.sum(0, &[7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7]);
    n.put(13, sum % 10)
}

/// `first` for men of the last century, then women, then this century.
fn century(n: &Number<'_>, first: u32) -> u32 {
    first + u32::from(n.female) + if n.young() { 2 } else { 0 }
}

/// Months of women have 50 added. Up to 1953 there was no digit; since then the whole is a multiple of 11.
fn czech(n: &mut Number<'_>) -> Option<()> {
    n.write(2, 2, u64::from(n.month + if n.female { 50 } else { 0 }));
    if n.year < 1954 {
        n.cut(9);
        return (n.value(6, 9) > 0).then_some(());
    }
    let rest = n.value(0, 9) % 11;
    n.put(9, rest as u32)
}

fn baltic(n: &mut Number<'_>) -> Option<()> {
    n.put(0, century(n, 3))?;
    let first = n.sum(0, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 1]) % 11;
    let digit = if first < 10 { first } else { n.sum(0, &[3, 4, 5, 6, 7, 8, 9, 1, 2, 3]) % 11 % 10 };
    n.put(10, digit)
}

/// Days since 1 January 1867.
fn hungarian(n: &mut Number<'_>) -> Option<()> {
    n.write(1, 5, (n.days() + 37_620).unsigned_abs());
    let sum = n.sum(0, &[1, 2, 3, 4, 5, 6, 7, 8, 9]);
    n.put(9, sum % 11)
}

fn kazakh(n: &mut Number<'_>) -> Option<()> {
    n.put(6, century(n, 3))?;
    kazakh_digit(n)
}

/// The digit of persons and companies.
pub(crate) fn kazakh_digit(n: &mut Number<'_>) -> Option<()> {
    let first = n.sum(0, &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11;
    let digit = if first < 10 { first } else { n.sum(0, &[3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11 };
    n.put(11, digit)
}

fn latvian(n: &mut Number<'_>) -> Option<()> {
    n.put(6, 1 + u32::from(n.young()))?;
    let sum = 1 + n.sum(0, &[10, 5, 8, 4, 2, 1, 6, 3, 7, 9]);
    n.put(10, sum % 11)
}

fn moldovan(n: &mut Number<'_>) -> Option<()> {
    let sum = n.sum(0, &[7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]);
    n.put(12, sum % 10)
}

/// Months of this century have 20 added.
fn polish(n: &mut Number<'_>) -> Option<()> {
    n.write(2, 2, u64::from(n.month + if n.young() { 20 } else { 0 }));
    let sum = n.sum(0, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3]);
    n.put(10, (10 - sum % 10) % 10)
}

/// Century and sex, birth day, a county from 01 to 46, a serial from 001.
fn romanian(n: &mut Number<'_>) -> Option<()> {
    n.put(0, if n.young() { 5 } else { 1 } + u32::from(n.female))?;
    let (county, serial) = (1 + n.draw(46), 1 + n.draw(999));
    n.write(7, 2, u64::from(county));
    n.write(9, 3, u64::from(serial));
    let rest = n.sum(0, &[2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11;
    n.put(12, if rest == 10 { 1 } else { rest })
}

/// A region from 01 to 79 and two digits.
fn russian(n: &mut Number<'_>) -> Option<()> {
    let region = 1 + n.draw(79);
    n.write(0, 2, u64::from(region));
    n.put(10, n.sum(0, &[7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10)?;
    n.put(11, n.sum(0, &[3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11 % 10)
}

fn turkish(n: &mut Number<'_>) -> Option<()> {
    let (odd, even) = (n.sum(0, &[1, 0, 1, 0, 1, 0, 1, 0, 1]), n.sum(0, &[0, 1, 0, 1, 0, 1, 0, 1]));
    n.put(9, (7 * odd + 9 * even) % 10)?;
    let sum: u32 = n.bytes(0, 10).iter().map(|byte| check::value(*byte)).sum();
    n.put(10, sum % 10)
}

/// Days since 31 December 1899.
fn ukrainian(n: &mut Number<'_>) -> Option<()> {
    n.write(0, 5, (n.days() + 25_568).unsigned_abs());
    let sum = n.sum(0, &[10, 5, 7, 9, 4, 6, 10, 5, 7]);
    n.put(9, sum % 11 % 10)
}
