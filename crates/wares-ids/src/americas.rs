//! Persons and companies of the Americas.

use crate::number::{Number, character};
use crate::scheme::{Finish, Kind, Scheme};
use crate::{check, names};

const fn person(country: &'static str, name: &'static str, pattern: &'static str, finish: Finish) -> Scheme {
    Scheme::new(Kind::PersonalTax, country, name, pattern, finish)
}

const fn company(country: &'static str, name: &'static str, pattern: &'static str, finish: Finish) -> Scheme {
    Scheme::new(Kind::CompanyTax, country, name, pattern, finish)
}

const fn vat(country: &'static str, name: &'static str, pattern: &'static str, finish: Finish) -> Scheme {
    Scheme::new(Kind::Vat, country, name, pattern, finish)
}

#[rustfmt::skip]
pub(crate) const SCHEMES: &[Scheme] = &[
    person("AR", "CUIL", "20-########-0", |n| { if n.female { n.put(1, 7)?; } argentine(n) }),
    company("AR", "CUIT", "30-########-0", argentine),
    vat("AR", "CUIT", "30-########-0", argentine),
    person("BR", "CPF", "#########00", cpf),
    company("BR", "CNPJ", "########000100", cnpj),
    vat("BR", "CNPJ", "########000100", cnpj),
    // No number starts with 0.
    person("CA", "SIN", "0##-###-##0", |n| n.luhn(0, 8)).unissued(),
    company("CA", "BN", "7#######0RC0001", |n| n.luhn(0, 8)),
    vat("CA", "GST/HST", "7#######0RT0001", |n| n.luhn(0, 8)),
    person("CL", "RUT", "1#######-0", chilean),
    company("CL", "RUT", "76######-0", chilean),
    vat("CL", "RUT", "76######-0", chilean),
    person("CO", "NIT", "+#########-0", |n| colombian(n, 10)),
    company("CO", "NIT", "900######-0", |n| colombian(n, 9)),
    vat("CO", "NIT", "900######-0", |n| colombian(n, 9)),
    person("CR", "Cédula", "0-####-####", |n| { let province = 1 + n.draw(7); n.put(0, province) }),
    company("CR", "Cédula jurídica", "3-101-######", |_| Some(())),
    vat("CR", "Cédula jurídica", "3-101-######", |_| Some(())),
    person("DO", "Cédula", "402#######0", |n| n.luhn(0, 10)),
    company("DO", "RNC", "1#######0", dominican),
    vat("DO", "RNC", "1#######0", dominican),
    person("EC", "Cédula", "000######0", ecuadorian).room(5_000_000),
    company("EC", "RUC", "009######0001", ecuadorian_company),
    vat("EC", "RUC", "009######0001", ecuadorian_company),
    person("GT", "NIT", "+#######-0", guatemalan),
    person("GT", "CUI", "########00101", guatemalan_person),
    company("GT", "NIT", "+#######-0", guatemalan),
    vat("GT", "NIT", "+#######-0", guatemalan),
    person("HN", "DNI", "0801f#####", |_| Some(())),
    person("MX", "RFC", "AAAAymd000", rfc).room(900),
    person("MX", "CURP", "AAAAymdHAAAAA00", curp).room(300),
    company("MX", "RFC", "@@@000000000", rfc_company),
    vat("MX", "RFC", "@@@000000000", rfc_company),
    person("NI", "Cédula", "001-dmy-####A", |n| { let rest = n.value(0, 13) % 23; n.letter(13, b"ABCDEFGHJKLMNPQRSTUVWXY", rest as u32) }),
    person("PA", "Cédula", "8-###-####", |_| Some(())),
    person("PE", "RUC", "10########0", peruvian),
    company("PE", "RUC", "20########0", peruvian),
    vat("PE", "RUC", "20########0", peruvian),
    person("PY", "RUC", "4######-0", paraguayan),
    company("PY", "RUC", "80######-0", paraguayan),
    vat("PY", "RUC", "80######-0", paraguayan),
    person("SV", "DUI", "0#######-0", |n| { let sum = n.sum(0, &[9, 8, 7, 6, 5, 4, 3, 2]); n.put(8, (10 - sum % 10) % 10) }),
    company("SV", "NIT", "0614-000000-###-0", salvadoran).room(600),
    vat("SV", "NIT", "0614-000000-###-0", salvadoran).room(600),
    // Areas from 900 are never given; their groups from 50 are of the ITIN, so these stay below.
    person("US", "SSN", "9##-00-####", |n| { let group = 1 + n.draw(49); n.write(3, 2, u64::from(group)); (n.value(5, 9) > 0).then_some(()) }).unissued(),
    // Prefixes that no office of the tax service has.
    company("US", "EIN", "00-#######", |n| { let prefix = n.pick(&UNUSED_EIN); n.write(0, 2, u64::from(prefix)); Some(()) }).unissued(),
    person("UY", "Cédula", "+######-0", |n| { let sum = n.sum(0, &[2, 9, 8, 7, 6, 3, 4]); n.put(7, (10 - sum % 10) % 10) }),
    company("UY", "RUT", "21+#####0010", uruguayan),
    vat("UY", "RUT", "21+#####0010", uruguayan),
    person("VE", "RIF", "V-########-0", |n| venezuelan(n, 4)),
    company("VE", "RIF", "J-########-0", |n| venezuelan(n, 12)),
    vat("VE", "RIF", "J-########-0", |n| venezuelan(n, 12)),
];

const UNUSED_EIN: [u32; 12] = [7, 8, 17, 18, 19, 28, 29, 49, 69, 70, 78, 79];

fn argentine(n: &mut Number<'_>) -> Option<()> {
    let sum = n.sum(0, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    n.put(10, (11 - sum % 11) % 11)
}

/// 11 less the rest; 0 instead of 10 and 11.
fn brazilian(sum: u32) -> u32 {
    (11 - sum % 11) % 11 % 10
}

fn cpf(n: &mut Number<'_>) -> Option<()> {
    n.put(9, brazilian(n.sum(0, &[10, 9, 8, 7, 6, 5, 4, 3, 2])))?;
    n.put(10, brazilian(n.sum(0, &[11, 10, 9, 8, 7, 6, 5, 4, 3, 2])))?;
    // All digits alike would be right, and are refused everywhere.
    n.bytes(1, 9).iter().any(|byte| n.bytes(0, 1) != [*byte]).then_some(())
}

fn cnpj(n: &mut Number<'_>) -> Option<()> {
    n.put(12, brazilian(n.sum(0, &[5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])))?;
    n.put(13, brazilian(n.sum(0, &[6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2])))
}

fn chilean(n: &mut Number<'_>) -> Option<()> {
    let sum = n.sum(0, &[3, 2, 7, 6, 5, 4, 3, 2]);
    n.letter(8, b"0K987654321", sum % 11)
}

fn colombian(n: &mut Number<'_>, length: usize) -> Option<()> {
    const WEIGHTS: [u32; 10] = [43, 41, 37, 29, 23, 19, 17, 13, 7, 3];
    let rest = n.sum(0, WEIGHTS.get(10 - length.min(10)..).unwrap_or_default()) % 11;
    n.put(length, if rest < 2 { rest } else { 11 - rest })
}

fn dominican(n: &mut Number<'_>) -> Option<()> {
    let digit = match n.sum(0, &[7, 9, 8, 6, 5, 4, 3, 2]) % 11 {
        0 => 2,
        1 => 1,
        rest => 11 - rest,
    };
    n.put(8, digit)
}

/// A province from 01 to 24, a digit below 6, a serial.
fn ecuadorian(n: &mut Number<'_>) -> Option<()> {
    let (province, third) = (1 + n.draw(24), n.draw(6));
    n.write(0, 2, u64::from(province));
    n.put(2, third)?;
    n.luhn(0, 9)
}

fn ecuadorian_company(n: &mut Number<'_>) -> Option<()> {
    let province = 1 + n.draw(24);
    n.write(0, 2, u64::from(province));
    n.put(9, (11 - n.sum(0, &[4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11)
}

fn guatemalan(n: &mut Number<'_>) -> Option<()> {
    let sum = n.sum(0, &[9, 8, 7, 6, 5, 4, 3, 2]);
    n.letter(8, b"0K987654321", sum % 11)
}

fn guatemalan_person(n: &mut Number<'_>) -> Option<()> {
    let sum = n.sum(0, &[2, 3, 4, 5, 6, 7, 8, 9]);
    n.put(8, sum % 11)
}

/// The last character of an RFC of twelve places and itself: letters count from 10, with N, & and O in between.
fn rfc_digit(n: &Number<'_>, length: usize) -> u8 {
    let value = |byte: u8| match byte {
        b'A'..=b'N' => u32::from(byte - b'A') + 10,
        b'O'..=b'Z' => u32::from(byte - b'O') + 25,
        _ => check::value(byte),
    };
    // A company has one letter less: a space, which is 37, stands in front of it.
    let front = if length == 11 { 37 * 13 } else { 0 };
    let sum = n.bytes(0, length).iter().zip((2..=length as u32 + 1).rev()).fold(front, |sum, (byte, weight)| sum + value(*byte) * weight);
    match (11 - sum % 11) % 11 {
        10 => b'A',
        digit => b'0' + digit as u8,
    }
}

/// First letter and vowel of the first family name, first letters of the second one and of the given name.
fn four([first, second, given]: [&str; 3]) -> [u8; 4] {
    [names::initial(first), names::inner_vowel(first), if second.is_empty() { b'X' } else { names::initial(second) }, names::initial(given)]
}

fn rfc(n: &mut Number<'_>) -> Option<()> {
    let mut letters = four(names::mexican(n.given, n.family));
    if names::is_rude(letters) {
        letters[3] = b'X';
    }
    letters.iter().enumerate().for_each(|(index, byte)| n.set(index, *byte));
    homoclave(n, 10);
    let last = rfc_digit(n, 12);
    n.set(12, last);
    Some(())
}

/// Two characters without 0 and O; the first one is V at most.
fn homoclave(n: &mut Number<'_>, from: usize) {
    for index in from..from + 2 {
        let value = match n.draw(if index == from { 30 } else { 34 }) + 1 {
            value @ 24.. => value + 1,
            value => value,
        };
        n.set(index, character(value));
    }
}

/// Three letters, founded in 1980 to 2022.
fn rfc_company(n: &mut Number<'_>) -> Option<()> {
    let (year, month, day) = (1980 + n.draw(43), 1 + n.draw(12), 1 + n.draw(28));
    n.write(3, 2, u64::from(year % 100));
    n.write(5, 2, u64::from(month));
    n.write(7, 2, u64::from(day));
    homoclave(n, 9);
    let last = rfc_digit(n, 11);
    n.set(11, last);
    Some(())
}

const STATES: [&[u8; 2]; 32] = [
    b"AS", b"BC", b"BS", b"CC", b"CL", b"CM", b"CS", b"CH", b"DF", b"DG", b"GT", b"GR", b"HG", b"JC", b"MC", b"MN", b"MS", b"NT", b"NL", b"OC",
    b"PL", b"QT", b"QR", b"SP", b"SL", b"SR", b"TC", b"TS", b"TL", b"VZ", b"YN", b"ZS",
];

fn curp(n: &mut Number<'_>) -> Option<()> {
    let name = names::mexican(n.given, n.family);
    let mut letters = four(name);
    if names::is_rude(letters) {
        letters[1] = b'X';
    }
    let inner = name.map(names::inner_consonant);
    let state = n.draw(32) as usize;
    letters.iter().enumerate().for_each(|(index, byte)| n.set(index, *byte));
    n.set(10, if n.female { b'M' } else { b'H' });
    STATES[state % 32].iter().chain(&inner).enumerate().for_each(|(index, byte)| n.set(11 + index, *byte));
    // Who is born before 2000 has a digit here, later a letter.
    let serial = n.draw(10);
    n.set(16, character(serial + if n.young() { 10 } else { 0 }));
    let value = |byte: u8| check::value(byte) + u32::from(byte > b'N');
    let sum = n.bytes(0, 17).iter().zip((2..=18).rev()).fold(0, |sum, (byte, weight)| sum + value(*byte) * weight);
    n.put(17, (10 - sum % 10) % 10)
}

fn peruvian(n: &mut Number<'_>) -> Option<()> {
    let sum = n.sum(0, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    n.put(10, (11 - sum % 11) % 10)
}

fn paraguayan(n: &mut Number<'_>) -> Option<()> {
    let (at, sum) = match n.bytes(0, 2) {
        b"80" => (8, n.sum(0, &[9, 8, 7, 6, 5, 4, 3, 2])),
        _ => (7, n.sum(0, &[8, 7, 6, 5, 4, 3, 2])),
    };
    // Readers differ about what a rest of 0 means.
    if sum % 11 == 0 { None } else { n.put(at, (11 - sum % 11) % 10) }
}

/// Place and day of foundation, a serial above 100.
fn salvadoran(n: &mut Number<'_>) -> Option<()> {
    let (day, month, year) = (1 + n.draw(28), 1 + n.draw(12), 1985 + n.draw(36));
    n.write(4, 2, u64::from(day));
    n.write(6, 2, u64::from(month));
    n.write(8, 2, u64::from(year % 100));
    if n.value(10, 13) <= 100 {
        return None;
    }
    let sum = n.sum(0, &[2, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    // Readers differ about what rests of 0 and 1 mean.
    n.put(13, 11 - sum % 11)
}

fn uruguayan(n: &mut Number<'_>) -> Option<()> {
    let sum = n.sum(0, &[4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2]);
    n.put(11, (11 - sum % 11) % 11)
}

fn venezuelan(n: &mut Number<'_>, letter: u32) -> Option<()> {
    let sum = letter + n.sum(1, &[3, 2, 7, 6, 5, 4, 3, 2]);
    n.letter(9, b"00987654321", sum % 11)
}
