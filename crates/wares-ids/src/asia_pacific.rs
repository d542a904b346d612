//! Persons and companies of eastern Asia and the Pacific.

use crate::check;
use crate::number::Number;
use crate::scheme::{Finish, Kind, Scheme};

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
    person("AU", "TFN", "+#######0", |n| { let sum = n.sum(0, &[1, 4, 3, 7, 5, 8, 6, 9]); n.put(8, sum % 11) }),
    company("AU", "ABN", "00########0", abn),
    company("AU", "ACN", "0#######0", |n| acn(n, 0)),
    vat("AU", "ABN", "00########0", abn),
    person("CN", "RIC", "000000fmd##s0", chinese).room(3_000),
    company("CN", "USCC", "91000000MA######00", uscc),
    vat("CN", "USCC", "91000000MA######00", uscc),
    person("HK", "HKID", "A######(0)", hong_kong),
    person("ID", "NIK", "000000000000####", indonesian).room(90_000),
    company("ID", "NPWP", "01######0015000", |n| n.luhn(0, 8)),
    vat("ID", "NPWP", "01######0015000", |n| n.luhn(0, 8)),
    person("JP", "My Number", "###########0", my_number),
    company("JP", "Corporate Number", "0#001########", corporate_number),
    vat("JP", "Invoice registration number", "T0#001########", |n| {
        let digit = corporate_digit(n, 1);
        n.put(1, digit)
    }),
    person("KR", "RRN", "ymd-000####", korean).room(50_000),
    company("KR", "BRN", "000-81-####0", korean_business),
    vat("KR", "BRN", "000-81-####0", korean_business),
    person("MY", "NRIC", "ymd-00-###s", |n| { let place = 1 + n.draw(16); n.write(6, 2, u64::from(place)); Some(()) }),
    person("NZ", "IRD", "0#######0", new_zealand),
    company("NZ", "IRD", "0#######0", new_zealand),
    vat("NZ", "GST", "0#######0", new_zealand),
    person("SG", "NRIC", "S00#####A", singaporean).room(90_000),
    company("SG", "UEN", "2000#####A", uen),
    vat("SG", "UEN", "2000#####A", uen),
    person("TH", "PIN", "0###########0", |n| { let first = 1 + n.draw(8); n.put(0, first)?; thai(n) }),
    company("TH", "TIN", "01055#######0", thai),
    vat("TH", "TIN", "01055#######0", thai),
    person("TW", "National ID", "@1#######0", taiwanese),
    company("TW", "UBN", "+#####00", ubn),
    vat("TW", "UBN", "+#####00", ubn),
    person("VN", "CCCD", "0000y######", vietnamese),
    company("VN", "MST", "01#######0", mst),
    vat("VN", "MST", "01#######0", mst),
];

/// The last nine digits are a company's ACN; the two before them make the whole a multiple of 89.
fn abn(n: &mut Number<'_>) -> Option<()> {
    acn(n, 2)?;
    let sum = n.sum(2, &[3, 5, 7, 9, 11, 13, 15, 17, 19]);
    n.write(0, 2, u64::from(99 - sum % 89));
    Some(())
}

fn acn(n: &mut Number<'_>, from: usize) -> Option<()> {
    let sum = n.sum(from, &[8, 7, 6, 5, 4, 3, 2, 1]);
    n.put(from + 8, (10 - sum % 10) % 10)
}

/// Districts of large cities. Those in front have had their number for as long as there have been such numbers.
const DISTRICTS: [u32; 36] = [
    110_101, 110_102, 110_105, 110_108, 120_101, 310_101, 310_104, 130_102, 140_105, 210_102, 220_102, 230_102, 310_115, 320_102, 320_106, 330_102,
    330_106, 340_102, 340_104, 350_102, 360_102, 370_102, 370_202, 410_102, 420_102, 420_106, 430_102, 440_103, 440_106, 440_304, 440_305, 450_103,
    500_103, 510_104, 610_103, 610_113,
];

/// How many districts stand in front.
const OLD: usize = 7;

fn chinese(n: &mut Number<'_>) -> Option<()> {
    let district = n.pick(if n.young() { &DISTRICTS } else { &DISTRICTS[..OLD] });
    n.write(0, 6, u64::from(district));
    let last = check::mod11_2(n.bytes(0, 17));
    n.set(17, last);
    Some(())
}

/// Registrar and kind, district, the nine characters of the organisation with their own digit, and the last one.
fn uscc(n: &mut Number<'_>) -> Option<()> {
    let district = n.pick(&DISTRICTS);
    n.write(2, 6, u64::from(district));
    let sum = n.sum(8, &[3, 7, 9, 10, 5, 8, 4, 2]);
    n.letter(16, b"0X987654321", sum % 11)?;
    const SIGNS: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    const WEIGHTS: [usize; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
    let value = |byte: &u8| SIGNS.iter().position(|sign| sign == byte).unwrap_or_default();
    let sum: usize = n.bytes(0, 17).iter().zip(WEIGHTS).map(|(byte, weight)| value(byte) * weight).sum();
    // With nothing left the sign would be 31, which readers of the standard take for 0 or for none.
    n.letter(17, SIGNS, 31 - (sum % 31) as u32)
}

/// One of the letters in use, which a space (36) stands before.
fn hong_kong(n: &mut Number<'_>) -> Option<()> {
    const LETTERS: &[u8] = b"ABCDEGHKMPRSVYZ";
    let letter = n.draw(LETTERS.len() as u32);
    n.letter(0, LETTERS, letter)?;
    let sum = 36 * 9 + n.sum(0, &[8, 7, 6, 5, 4, 3, 2]);
    n.letter(7, b"0A987654321", sum % 11)
}

/// A district of a large city, the birth day (women have 40 added), a serial.
fn indonesian(n: &mut Number<'_>) -> Option<()> {
    let district = n.pick(&[
        317_101, 317_103, 317_301, 317_401, 327_301, 327_302, 357_801, 357_802, 337_401, 127_101, 517_101, 737_101, 167_101, 367_101, 347_101,
    ]);
    n.write(0, 6, u64::from(district));
    n.write(6, 2, u64::from(n.day + if n.female { 40 } else { 0 }));
    n.write(8, 2, u64::from(n.month));
    n.write(10, 2, u64::from(n.year % 100));
    (n.value(12, 16) > 0).then_some(())
}

fn my_number(n: &mut Number<'_>) -> Option<()> {
    let sum = n.sum(0, &[6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    n.put(11, (11 - sum % 11) % 11 % 10)
}

/// The digit stands in front: weights 1 and 2 from the right, modulo 9.
fn corporate_digit(n: &Number<'_>, from: usize) -> u32 {
    9 - n.sum(from + 1, &[2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]) % 9
}

fn corporate_number(n: &mut Number<'_>) -> Option<()> {
    let digit = corporate_digit(n, 0);
    n.put(0, digit)
}

/// Century and sex, place from 00 to 95, serial.
fn korean(n: &mut Number<'_>) -> Option<()> {
    n.put(6, if n.young() { 3 } else { 1 } + u32::from(n.female))?;
    let place = n.draw(96);
    n.write(7, 2, u64::from(place));
    let sum = n.sum(0, &[2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]);
    n.put(12, (11 - sum % 11) % 10)
}

/// A tax office from 101, a company, a serial.
fn korean_business(n: &mut Number<'_>) -> Option<()> {
    let (office, kind) = (101 + n.draw(517), n.pick(&[81, 86, 87, 88]));
    n.write(0, 3, u64::from(office));
    n.write(3, 2, u64::from(kind));
    let sum = n.sum(0, &[1, 3, 7, 1, 3, 7, 1, 3, 5]) + n.at(8) * 5 / 10;
    n.put(9, (10 - sum % 10) % 10)
}

/// From 10 to 150 million; when the first weights give 10 the second ones decide.
fn new_zealand(n: &mut Number<'_>) -> Option<()> {
    let million = 10 + n.draw(130);
    n.write(0, 3, u64::from(million));
    let first = (11 - n.sum(0, &[3, 2, 7, 6, 5, 4, 3, 2]) % 11) % 11;
    let digit = if first < 10 { first } else { (11 - n.sum(0, &[7, 4, 3, 2, 5, 2, 7, 6]) % 11) % 11 };
    n.put(8, digit)
}

/// S and the year of birth, T for this century.
fn singaporean(n: &mut Number<'_>) -> Option<()> {
    n.write(1, 2, u64::from(n.year % 100));
    let sum = n.sum(1, &[2, 7, 6, 5, 4, 3, 2]);
    if n.young() {
        n.set(0, b'T');
        return n.letter(8, b"GFEDCBAJZIH", sum % 11);
    }
    n.letter(8, b"JZIHGFEDCBA", sum % 11)
}

/// A company of 2000 to 2022.
fn uen(n: &mut Number<'_>) -> Option<()> {
    let year = 2000 + n.draw(23);
    n.write(0, 4, u64::from(year));
    let sum = n.sum(0, &[10, 8, 6, 4, 9, 7, 5, 3, 1]);
    n.letter(9, b"ZKCMDNERGWH", sum % 11)
}

fn thai(n: &mut Number<'_>) -> Option<()> {
    let sum = n.sum(0, &[13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    n.put(12, (11 - sum % 11) % 10)
}

/// The letter counts as two digits, by the order in which the counties were numbered.
fn taiwanese(n: &mut Number<'_>) -> Option<()> {
    const ORDER: &[u8] = b"ABCDEFGHJKLMNPQRSTUVXYWZIO";
    n.put(1, 1 + u32::from(n.female))?;
    let place = ORDER.iter().position(|sign| n.bytes(0, 1) == [*sign])? as u32 + 10;
    let sum = place / 10 + place % 10 * 9 + n.sum(1, &[8, 7, 6, 5, 4, 3, 2, 1]);
    n.put(9, (10 - sum % 10) % 10)
}

/// Sums of digits; the seventh is never 7, which would have two answers.
fn ubn(n: &mut Number<'_>) -> Option<()> {
    let seventh = n.pick(&[0, 1, 2, 3, 4, 5, 6, 8, 9]);
    n.put(6, seventh)?;
    let sum: u32 = (0..7).zip([1, 2, 1, 2, 1, 2, 4]).map(|(index, weight)| n.at(index) * weight).map(|product| product / 10 + product % 10).sum();
    n.put(7, (10 - sum % 10) % 10)
}

/// A province, century and sex, the year of birth, a serial.
fn vietnamese(n: &mut Number<'_>) -> Option<()> {
    let province = n.pick(&[1, 79, 31, 48, 92, 30, 36, 38, 40, 46, 56, 60, 68, 74, 75, 77, 80, 82, 87, 89, 91]);
    n.write(0, 3, u64::from(province));
    n.put(3, u32::from(n.female) + if n.young() { 2 } else { 0 })
}

fn mst(n: &mut Number<'_>) -> Option<()> {
    let sum = n.sum(0, &[31, 29, 23, 19, 17, 13, 7, 5, 3]);
    n.put(9, 10 - sum % 11)
}
