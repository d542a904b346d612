//! Companies of Europe, and the check digits they share with their numbers of value added tax.

use crate::number::Number;
use crate::scheme::{Finish, Kind, Scheme};

const fn company(country: &'static str, name: &'static str, pattern: &'static str, finish: Finish) -> Scheme {
    Scheme::new(Kind::CompanyTax, country, name, pattern, finish)
}

#[rustfmt::skip]
pub(crate) const SCHEMES: &[Scheme] = &[
    company("AD", "NRT", "L-7#####-@", |_| Some(())),
    company("AL", "NIPT", "L#0000###@", albanian),
    company("AT", "Steuernummer", "00-###/###0", austrian_tax),
    company("AZ", "VÖEN", "1+######02", azeri),
    company("BE", "Ondernemingsnummer", "0+######00", |n| belgian(n, 0)),
    company("BG", "EIK", "1#######0", |n| bulgarian(n, 0)),
    company("BY", "UNP", "0#######0", belarusian),
    company("CH", "UID", "CHE-1##.###.##0", |n| swiss(n, 3)),
    company("CY", "TIC", "10######A", |n| cypriot(n, 0)),
    company("CZ", "IČO", "0######0", |n| czech(n, 0)),
    company("DK", "CVR", "+######0", |n| danish(n, 0)),
    company("EE", "Registrikood", "1######0", estonian_register),
    company("ES", "NIF", "B+######0", |n| spanish(n, 0)),
    company("FI", "Y-tunnus", "#######-0", |n| finnish(n, 0)),
    company("FR", "SIREN", "+#######0", |n| n.luhn(0, 8)),
    company("GB", "UTR", "0+########", british_utr),
    company("GR", "AFM", "0#######0", |n| greek(n, 0)),
    company("HR", "OIB", "+#########0", |n| n.mod11_10(0, 10)),
    company("HU", "Adószám", "1######0-2-00", |n| { hungarian(n, 0)?; hungarian_county(n) }),
    company("IE", "Tax number", "3######A", |n| irish(n, 0)),
    company("IS", "Kennitala", "000000-##00", icelandic),
    company("IT", "Partita IVA", "0######0000", |n| italian(n, 0)),
    company("LT", "Įmonės kodas", "30#####10", |n| lithuanian(n, 0)),
    company("LU", "Numéro TVA", "+#####00", |n| luxembourgish(n, 0)),
    company("LV", "Reģistrācijas numurs", "40#03#####0", |n| latvian(n, 0)),
    company("MC", "Numéro TVA", "00000+#####", |n| monegasque(n, 0)),
    company("MD", "IDNO", "10##########0", moldovan),
    company("ME", "PIB", "0######0", |n| montenegrin(n, 0)),
    company("MK", "EDB", "40######5###0", |n| macedonian(n, 0)),
    company("MT", "VAT number", "+#####00", |n| maltese(n, 0)),
    company("NL", "RSIN", "8#######0", |n| dutch(n, 0)),
    company("NO", "Organisasjonsnummer", "9#######0", |n| norwegian(n, 0)),
    company("PL", "NIP", "+++######0", |n| polish(n, 0)),
    company("PT", "NIPC", "5#######0", |n| portuguese(n, 0)),
    company("RO", "CUI", "+######0", |n| romanian(n, 0)),
    company("RS", "PIB", "1#######0", |n| n.mod11_10(0, 8)),
    company("RU", "INN", "00#######0", russian),
    company("SE", "Organisationsnummer", "55+###-###0", |n| swedish(n, 0)),
    company("SI", "Davčna številka", "+######0", |n| slovenian(n, 0)),
    company("SK", "IČO", "5######0", |n| czech(n, 0)),
    company("SK", "DIČ", "20#######0", |n| slovak(n, 0)),
    company("SM", "COE", "+####", |_| Some(())),
    company("TR", "VKN", "+########0", turkish),
    company("UA", "EDRPOU", "4######0", |n| ukrainian(n, 0)),
];

/// What makes a sum a multiple of `modulus`.
fn complement(sum: u32, modulus: u32) -> u32 {
    (modulus - sum % modulus) % modulus
}

/// The sum of digits of doubled and plain digits, plain first.
fn crosswise(n: &Number<'_>, from: usize, count: usize) -> u32 {
    (0..count).map(|index| if index % 2 == 0 { n.at(from + index) } else { 2 * n.at(from + index) / 10 + 2 * n.at(from + index) % 10 }).sum()
}

/// Decade and year, month with 10 added, day, serial.
pub(crate) fn albanian(n: &mut Number<'_>) -> Option<()> {
    let (month, day) = (11 + n.draw(12), 1 + n.draw(28));
    n.write(2, 2, u64::from(month));
    n.write(4, 2, u64::from(day));
    Some(())
}

pub(crate) fn austrian(n: &mut Number<'_>, from: usize) -> Option<()> {
    n.put(from + 7, complement(crosswise(n, from, 7) + 4, 10))
}

/// Tax office, then a number with a digit of Luhn's kind.
pub(crate) fn austrian_tax(n: &mut Number<'_>) -> Option<()> {
    let office = n.pick(&[
        3, 4, 6, 7, 8, 9, 10, 12, 15, 16, 18, 22, 23, 29, 38, 41, 46, 51, 52, 53, 54, 57, 59, 61, 67, 68, 69, 71, 72, 81, 82, 83, 90, 91, 93, 97, 98,
    ]);
    n.write(0, 2, u64::from(office));
    n.put(8, complement(crosswise(n, 0, 8), 10))
}

/// Ends with 2 for companies and 1 for persons, which its caller has written.
pub(crate) fn azeri(n: &mut Number<'_>) -> Option<()> {
    let sum = n.sum(0, &[4, 1, 8, 6, 2, 7, 5, 3]);
    n.put(8, sum % 11)
}

pub(crate) fn belgian(n: &mut Number<'_>, from: usize) -> Option<()> {
    n.write(from + 8, 2, 97 - n.value(from, from + 8) % 97);
    Some(())
}

pub(crate) fn bulgarian(n: &mut Number<'_>, from: usize) -> Option<()> {
    let first = n.sum(from, &[1, 2, 3, 4, 5, 6, 7, 8]) % 11;
    let digit = if first < 10 { first } else { n.sum(from, &[3, 4, 5, 6, 7, 8, 9, 10]) % 11 % 10 };
    n.put(from + 8, digit)
}

fn belarusian(n: &mut Number<'_>) -> Option<()> {
    let region = n.pick(&[1, 2, 3, 4, 5, 6, 7]);
    n.put(0, region)?;
    let sum = n.sum(0, &[29, 23, 19, 17, 13, 7, 5, 3]);
    n.put(8, sum % 11)
}

pub(crate) fn swiss(n: &mut Number<'_>, from: usize) -> Option<()> {
    n.put(from + 8, complement(n.sum(from, &[5, 4, 3, 2, 7, 6, 5, 4]), 11))
}

pub(crate) fn cypriot(n: &mut Number<'_>, from: usize) -> Option<()> {
    const ODD: [u32; 10] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
    let sum: u32 =
        (0..8).map(|index| (index, n.at(from + index))).map(|(index, digit)| if index % 2 == 1 { digit } else { ODD[digit as usize % 10] }).sum();
    n.set(from + 8, b'A' + (sum % 26) as u8);
    Some(())
}

pub(crate) fn czech(n: &mut Number<'_>, from: usize) -> Option<()> {
    let sum = n.sum(from, &[8, 7, 6, 5, 4, 3, 2]);
    n.put(from + 7, (11 - sum % 11) % 10)
}

pub(crate) fn danish(n: &mut Number<'_>, from: usize) -> Option<()> {
    n.put(from + 7, complement(n.sum(from, &[2, 7, 6, 5, 4, 3, 2]), 11))
}

pub(crate) fn estonian(n: &mut Number<'_>, from: usize) -> Option<()> {
    n.put(from + 8, complement(n.sum(from, &[3, 7, 1, 3, 7, 1, 3, 7]), 10))
}

fn estonian_register(n: &mut Number<'_>) -> Option<()> {
    let first = n.sum(0, &[1, 2, 3, 4, 5, 6, 7]) % 11;
    let digit = if first < 10 { first } else { n.sum(0, &[3, 4, 5, 6, 7, 8, 9]) % 11 % 10 };
    n.put(7, digit)
}

/// The digit of companies of types A and B.
pub(crate) fn spanish(n: &mut Number<'_>, from: usize) -> Option<()> {
    n.luhn(from + 1, from + 8)
}

pub(crate) fn finnish(n: &mut Number<'_>, from: usize) -> Option<()> {
    n.put(from + 7, complement(n.sum(from, &[7, 9, 10, 5, 8, 4, 2]), 11))
}

/// The key of two digits before a SIREN that gets its own digit too.
pub(crate) fn french(n: &mut Number<'_>, from: usize) -> Option<()> {
    n.luhn(from + 2, from + 10)?;
    monegasque(n, from)
}

/// The key alone: companies of Monaco have no SIREN in theirs.
pub(crate) fn monegasque(n: &mut Number<'_>, from: usize) -> Option<()> {
    n.write(from, 2, (12 + 3 * (n.value(from + 2, from + 11) % 97)) % 97);
    Some(())
}

fn british_utr(n: &mut Number<'_>) -> Option<()> {
    let sum = n.sum(1, &[6, 7, 8, 9, 10, 5, 4, 3, 2]);
    n.letter(0, b"21987654321", sum % 11)
}

pub(crate) fn british(n: &mut Number<'_>, from: usize) -> Option<()> {
    n.write(from + 7, 2, u64::from(97 - n.sum(from, &[8, 7, 6, 5, 4, 3, 2]) % 97));
    Some(())
}

pub(crate) fn greek(n: &mut Number<'_>, from: usize) -> Option<()> {
    let sum = n.sum(from, &[256, 128, 64, 32, 16, 8, 4, 2]);
    n.put(from + 8, sum % 11 % 10)
}

pub(crate) fn hungarian(n: &mut Number<'_>, from: usize) -> Option<()> {
    n.put(from + 7, complement(n.sum(from, &[9, 7, 3, 1, 9, 7, 3]), 10))
}

fn hungarian_county(n: &mut Number<'_>) -> Option<()> {
    let county = 2 + n.draw(19);
    let half = n.draw(2);
    n.write(9, 2, u64::from(if half == 0 { county } else { county + 20 }));
    Some(())
}

/// Seven digits, the letter, and maybe a second letter behind it that counts too.
pub(crate) fn irish(n: &mut Number<'_>, from: usize) -> Option<()> {
    let second = n.bytes(from + 8, from + 9).first().filter(|byte| byte.is_ascii_uppercase()).map_or(0, |byte| u32::from(byte - b'A') + 1);
    let sum = n.sum(from, &[8, 7, 6, 5, 4, 3, 2]) + 9 * second;
    n.letter(from + 7, b"WABCDEFGHIJKLMNOPQRSTUV", sum % 23)
}

/// The day of foundation with 40 added; founded in 1990 to 2020.
fn icelandic(n: &mut Number<'_>) -> Option<()> {
    let (day, month, year) = (41 + n.draw(28), 1 + n.draw(12), 1990 + n.draw(31));
    n.write(0, 2, u64::from(day));
    n.write(2, 2, u64::from(month));
    n.write(4, 2, u64::from(year % 100));
    icelandic_digit(n, 0, year)
}

pub(crate) fn icelandic_digit(n: &mut Number<'_>, from: usize, year: u32) -> Option<()> {
    n.put(from + 9, if year < 2000 { 9 } else { 0 })?;
    n.put(from + 8, complement(n.sum(from, &[3, 2, 7, 6, 5, 4, 3, 2]), 11))
}

/// With a province of registration from 001 to 100.
pub(crate) fn italian(n: &mut Number<'_>, from: usize) -> Option<()> {
    let province = 1 + n.draw(100);
    n.write(from + 7, 3, u64::from(province));
    n.luhn(from, from + 10)
}

pub(crate) fn lithuanian(n: &mut Number<'_>, from: usize) -> Option<()> {
    let first = n.sum(from, &[1, 2, 3, 4, 5, 6, 7, 8]) % 11;
    let digit = if first < 10 { first } else { n.sum(from, &[3, 4, 5, 6, 7, 8, 9, 1]) % 11 % 10 };
    n.put(from + 8, digit)
}

pub(crate) fn luxembourgish(n: &mut Number<'_>, from: usize) -> Option<()> {
    n.write(from + 6, 2, n.value(from, from + 6) % 89);
    Some(())
}

pub(crate) fn latvian(n: &mut Number<'_>, from: usize) -> Option<()> {
    let sum = n.sum(from, &[9, 1, 4, 8, 3, 10, 2, 5, 7, 6]);
    n.put(from + 10, (14 - sum % 11) % 11)
}

fn moldovan(n: &mut Number<'_>) -> Option<()> {
    let sum = n.sum(0, &[7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]);
    n.put(12, sum % 10)
}

pub(crate) fn montenegrin(n: &mut Number<'_>, from: usize) -> Option<()> {
    let sum = n.sum(from, &[8, 7, 6, 5, 4, 3, 2]);
    n.put(from + 7, (11 - sum % 11) % 11 % 10)
}

pub(crate) fn macedonian(n: &mut Number<'_>, from: usize) -> Option<()> {
    let sum = n.sum(from, &[7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    n.put(from + 12, (11 - sum % 11) % 11 % 10)
}

pub(crate) fn maltese(n: &mut Number<'_>, from: usize) -> Option<()> {
    n.write(from + 6, 2, u64::from(37 - n.sum(from, &[3, 4, 6, 7, 8, 9]) % 37));
    Some(())
}

pub(crate) fn dutch(n: &mut Number<'_>, from: usize) -> Option<()> {
    let sum = n.sum(from, &[9, 8, 7, 6, 5, 4, 3, 2]);
    n.put(from + 8, sum % 11)
}

pub(crate) fn norwegian(n: &mut Number<'_>, from: usize) -> Option<()> {
    n.put(from + 8, complement(n.sum(from, &[3, 2, 7, 6, 5, 4, 3, 2]), 11))
}

pub(crate) fn polish(n: &mut Number<'_>, from: usize) -> Option<()> {
    let sum = n.sum(from, &[6, 5, 7, 2, 3, 4, 5, 6, 7]);
    n.put(from + 9, sum % 11)
}

pub(crate) fn portuguese(n: &mut Number<'_>, from: usize) -> Option<()> {
    let sum = n.sum(from, &[9, 8, 7, 6, 5, 4, 3, 2]);
    n.put(from + 8, (11 - sum % 11) % 11 % 10)
}

pub(crate) fn romanian(n: &mut Number<'_>, from: usize) -> Option<()> {
    let sum = n.sum(from, &[3, 2, 1, 7, 5, 3, 2]);
    n.put(from + 7, sum * 10 % 11 % 10)
}

/// A region from 01 to 79, then its inspection.
fn russian(n: &mut Number<'_>) -> Option<()> {
    let region = 1 + n.draw(79);
    n.write(0, 2, u64::from(region));
    let sum = n.sum(0, &[2, 4, 10, 3, 5, 9, 4, 6, 8]);
    n.put(9, sum % 11 % 10)
}

/// The third digit is at least 2, to be no month.
pub(crate) fn swedish(n: &mut Number<'_>, from: usize) -> Option<()> {
    if n.at(from + 2) < 2 {
        return None;
    }
    n.luhn(from, from + 9)
}

/// No digit is 10 or 11 here: such numbers are left out.
pub(crate) fn slovenian(n: &mut Number<'_>, from: usize) -> Option<()> {
    match 11 - n.sum(from, &[8, 7, 6, 5, 4, 3, 2]) % 11 {
        10 => n.put(from + 7, 0),
        digit => n.put(from + 7, digit),
    }
}

/// The whole is a multiple of 11.
pub(crate) fn slovak(n: &mut Number<'_>, from: usize) -> Option<()> {
    let third = n.pick(&[2, 3, 4, 7, 8, 9]);
    n.put(from + 2, third)?;
    n.put(from + 9, ((11 - n.value(from, from + 9) % 11 * 10 % 11) % 11) as u32)
}

pub(crate) fn turkish(n: &mut Number<'_>) -> Option<()> {
    let sum: u32 = (0..9)
        .map(|index| {
            let shifted = (n.at(index) + 9 - index as u32) % 10;
            if shifted == 9 { 9 } else { (shifted << (9 - index)) % 9 }
        })
        .sum();
    n.put(9, (10 - sum % 10) % 10)
}

/// Numbers from 30,000,000 to 60,000,000 have weights of their own.
pub(crate) fn ukrainian(n: &mut Number<'_>, from: usize) -> Option<()> {
    let first = n.sum(from, &[7, 1, 2, 3, 4, 5, 6]) % 11;
    let digit = if first < 10 { first } else { n.sum(from, &[9, 3, 4, 5, 6, 7, 8]) % 11 % 10 };
    n.put(from + 7, digit)
}
