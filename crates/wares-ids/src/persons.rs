//! Persons of western and northern Europe.

use crate::number::Number;
use crate::scheme::{Finish, Kind, Scheme};
use crate::{check, companies, names};

const fn person(country: &'static str, name: &'static str, pattern: &'static str, finish: Finish) -> Scheme {
    Scheme::new(Kind::PersonalTax, country, name, pattern, finish)
}

#[rustfmt::skip]
pub(crate) const SCHEMES: &[Scheme] = &[
    person("AD", "NRT", "F-0#####-@", |_| Some(())),
    // The social insurance number is asked for more often than the tax number.
    person("AT", "SVNR", "+##0 dmy", austrian).room(600),
    person("AT", "Steuernummer", "00-###/###0", companies::austrian_tax),
    person("BE", "Rijksregisternummer", "y.m.d-##s.00", belgian).room(480),
    person("CH", "AHV-Nr.", "756.####.####.#0", |n| { let digit = check::gs1(n.bytes(0, 12)); n.put(12, u32::from(digit)) }),
    person("CY", "TIC", "00######A", |n| companies::cypriot(n, 0)),
    // Numbers that start with 0 are for tests of the tax offices' software.
    person("DE", "IdNr.", "00000000000", german).unissued().room(10_000_000),
    person("DK", "CPR-nummer", "dmy-000s", danish).room(100),
    person("ES", "DNI", "########A", |n| { let rest = n.value(0, 8) % 23; n.letter(8, SPANISH, rest as u32) }),
    // Individual numbers 900 to 999 are for temporary use, and never given by the population register.
    person("FI", "HETU", "dmyA9#sA", finnish).unissued().room(50),
    person("FR", "NIR", "1ym0000000000", french).room(60_000),
    person("FR", "Numéro fiscal", "0+########000", |n| { let rest = n.value(0, 10) % 511; n.write(10, 3, rest); Some(()) }),
    // No prefix of a National Insurance number is QQ; the one of examples.
    person("GB", "NINO", "QQ######A", |n| { let end = n.draw(4); n.letter(8, b"ABCD", end) }).unissued(),
    person("GR", "AFM", "1#######0", |n| companies::greek(n, 0)),
    person("IE", "PPSN", "1######AA", |n| companies::irish(n, 0)),
    person("IS", "Kennitala", "dmy-##00", |n| icelandic(n, 0)).room(60),
    // Codes of places go up to M4xx; none is M600 or more.
    person("IT", "Codice fiscale", "AAAAAAyA00M0##A", italian).unissued().room(400),
    person("LU", "Matricule", "fmd##s00", luxembourgish).room(400),
    person("NL", "BSN", "+#######0", |n| companies::dutch(n, 0)),
    // Months with 80 added are synthetic persons of the tax office.
    person("NO", "Fødselsnummer", "d00y##s00", norwegian).unissued().room(100),
    person("PT", "NIF", "2#######0", |n| companies::portuguese(n, 0)),
    person("SE", "Personnummer", "fmd-##s0", |n| { let digit = check::luhn(n.bytes(2, 11)); n.put(11, u32::from(digit)) }).room(500),
];

const SPANISH: &[u8] = b"TRWAGMYFPDXBNJZSQVHLCKE";

/// Weights 3, 7, 9 and 5, 8, 4, 2, 1, 6 around the digit.
fn austrian(n: &mut Number<'_>) -> Option<()> {
    let sum = n.sum(0, &[3, 7, 9]) + n.sum(4, &[5, 8, 4, 2, 1, 6]);
    n.put(3, sum % 11)
}

/// Who is born in 2000 or later has a 2 in front when it comes to the check digits.
fn belgian(n: &mut Number<'_>) -> Option<()> {
    let serial = n.value(6, 9);
    if serial == 0 || serial == 999 {
        return None;
    }
    let all = n.value(0, 9) + if n.young() { 2_000_000_000 } else { 0 };
    n.write(9, 2, 97 - all % 97);
    Some(())
}

/// Of the ten digits before the last one, one comes twice, one not at all, and all others once.
fn german(n: &mut Number<'_>) -> Option<()> {
    let mut digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    // The 0 in front stays; what is missing and what comes twice lies among the others.
    for index in (2..10).rev() {
        let other = 1 + n.draw(index as u32) as usize;
        digits.swap(index, other);
    }
    let (missing, twice) = (1 + n.draw(9) as usize, n.draw(9) as usize);
    digits[missing] = digits[if twice >= missing { twice + 1 } else { twice }];
    for (index, digit) in digits.into_iter().enumerate() {
        n.put(index, digit)?;
    }
    n.mod11_10(0, 10)
}

/// The seventh digit tells the century; the whole leaves nothing modulo 11.
fn danish(n: &mut Number<'_>) -> Option<()> {
    let century = match n.year % 100 {
        _ if n.year < 2000 => n.draw(4),
        0..=36 => 4 + n.draw(6),
        _ => return None,
    };
    n.put(6, century)?;
    // The last digit tells the sex; the two before it are chosen to fit.
    let ninth = n.draw(100);
    n.write(7, 2, u64::from(ninth));
    let sum = n.sum(0, &[4, 3, 2, 7, 6, 5, 4, 3, 2]);
    let last = (11 - sum % 11) % 11;
    if (last % 2 == 1) == n.female { None } else { n.put(9, last) }
}

fn finnish(n: &mut Number<'_>) -> Option<()> {
    n.set(6, if n.young() { b'A' } else { b'-' });
    let rest = (n.value(0, 6) * 1000 + n.value(7, 10)) % 31;
    n.letter(10, b"0123456789ABCDEFHJKLMNPRSTUVWXY", rest as u32)
}

/// Sex, year, month, one of the large communes, its register, and the key.
fn french(n: &mut Number<'_>) -> Option<()> {
    n.put(0, 1 + u32::from(n.female))?;
    let commune = match n.draw(3) {
        0 => 75_101 + n.draw(20),
        1 => 13_201 + n.draw(16),
        _ => n.pick(&[69_381, 69_382, 69_383, 31_555, 6_088, 44_109, 34_172, 67_482, 33_063, 59_350, 35_238, 51_454, 76_351, 42_218, 83_137, 38_185]),
    };
    n.write(5, 5, u64::from(commune));
    let order = 1 + n.draw(999);
    n.write(10, 3, u64::from(order));
    n.write(13, 2, 97 - n.value(0, 13) % 97);
    Some(())
}

/// The digit and century of a kennitala; its serial starts at 20.
pub(crate) fn icelandic(n: &mut Number<'_>, from: usize) -> Option<()> {
    let serial = 20 + n.draw(80);
    n.write(from + 6, 2, u64::from(serial));
    companies::icelandic_digit(n, from, n.year)
}

const ITALIAN: [u8; 26] = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

/// The letter of codice fiscale and bank accounts: characters at odd places count by a table.
pub(crate) fn italian_letter(text: &[u8]) -> u8 {
    let values = text.iter().map(|byte| if byte.is_ascii_digit() { byte - b'0' } else { byte.wrapping_sub(b'A') % 26 });
    let odd = |(index, value): (usize, u8)| if index % 2 == 1 { value } else { ITALIAN[usize::from(value % 26)] };
    b'A' + (values.enumerate().map(odd).map(u32::from).sum::<u32>() % 26) as u8
}

fn italian(n: &mut Number<'_>) -> Option<()> {
    let name = [names::italian(n.family, false), names::italian(n.given, true)];
    name.as_flattened().iter().enumerate().for_each(|(index, byte)| n.set(index, *byte));
    n.letter(8, b"ABCDEHLMPRST", n.month - 1)?;
    n.write(9, 2, u64::from(n.day + if n.female { 40 } else { 0 }));
    let block = 6 + n.draw(4);
    n.put(12, block)?;
    let letter = italian_letter(n.bytes(0, 15));
    n.set(15, letter);
    Some(())
}

/// Two digits over the same eleven: Luhn's, then Verhoeff's.
fn luxembourgish(n: &mut Number<'_>) -> Option<()> {
    n.luhn(0, 11)?;
    let digit = check::verhoeff(n.bytes(0, 11));
    n.put(12, u32::from(digit))
}

/// Serials below 500 are of the last century, from 500 of this one.
fn norwegian(n: &mut Number<'_>) -> Option<()> {
    n.write(2, 2, u64::from(n.month + 80));
    let first = n.draw(5) + if n.young() { 5 } else { 0 };
    n.put(6, first)?;
    n.put(9, (11 - n.sum(0, &[3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11) % 11)?;
    n.put(10, (11 - n.sum(0, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11)
}

#[cfg(test)]
mod tests {
    use super::italian_letter;

    #[test]
    fn published_letters_of_italy() {
        assert_eq!([italian_letter(b"0542811101000000123456"), italian_letter(b"RSSMRA85T10A562")], [b'X', b'S']);
    }
}
