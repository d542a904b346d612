//! Numbers of goods: GTINs of all lengths, books, and the digit of ITF.
//!
//! Each function takes a prefix and a number: the number fills what the prefix leaves, with leading zeros and without its uppermost digits
//! when it is too long. Characters of a prefix that are no digits are left out.

use crate::check;

/// Prefixes of EAN-13 that GS1 keeps for circulation within one shop or region: no maker has any of them.
pub const IN_HOUSE: [&str; 21] =
    ["020", "021", "022", "023", "024", "025", "026", "027", "028", "029", "040", "041", "042", "043", "044", "045", "046", "047", "048", "049", "2"];

/// The first digit of UPC-A for use within one shop (EAN-13 040 to 049).
pub const UPC_IN_HOUSE: &str = "4";

/// The first digit of EAN-8 for use within one shop (GS1-8 prefixes 200 to 299; 0 is the other such block).
pub const EAN8_IN_HOUSE: &str = "2";

/// A prefix of ISBN-13 whose registration group is not given out: 979-5 (in use of 979 are 8 and 10 to 13 only; 979-0 is music).
pub const ISBN13_UNISSUED: &str = "9795";

/// A prefix of ISBN-10 whose registration group is not given out: 99999.
pub const ISBN10_UNISSUED: &str = "99999";

const SIZE: usize = 18;

/// Digits of a prefix and a number, `length` in all.
fn digits(prefix: &str, number: u64, length: usize) -> [u8; SIZE] {
    let mut text = [b'0'; SIZE];
    let mut rest = number;
    let mut end = length;
    // Nine digits at a time: divisions of 32 bits are cheap.
    while end > 0 {
        let mut group = (rest % 1_000_000_000) as u32;
        rest /= 1_000_000_000;
        let start = end.saturating_sub(9);
        for place in text[start..end].iter_mut().rev() {
            *place = b'0' + (group % 10) as u8;
            group /= 10;
        }
        end = start;
    }
    for (place, digit) in text.iter_mut().take(length).zip(prefix.bytes().filter(u8::is_ascii_digit)) {
        *place = digit;
    }
    text
}

fn write(prefix: &str, number: u64, length: usize, check: fn(&[u8]) -> u8, out: &mut String) {
    let text = digits(prefix, number, length);
    let body = text.get(..length).unwrap_or_default();
    out.push_str(str::from_utf8(body).unwrap_or_default());
    out.push(char::from(check(body)));
}

fn gs1(body: &[u8]) -> u8 {
    b'0' + check::gs1(body)
}

/// Appends an EAN-13 (GTIN-13). Safe prefixes: [`IN_HOUSE`].
pub fn ean13(prefix: &str, number: u64, out: &mut String) {
    write(prefix, number, 12, gs1, out);
}

/// Appends a UPC-A (GTIN-12). Safe prefix: [`UPC_IN_HOUSE`].
pub fn upc_a(prefix: &str, number: u64, out: &mut String) {
    write(prefix, number, 11, gs1, out);
}

/// Appends an EAN-8 (GTIN-8). Safe prefix: [`EAN8_IN_HOUSE`].
pub fn ean8(prefix: &str, number: u64, out: &mut String) {
    write(prefix, number, 7, gs1, out);
}

/// Appends a GTIN-14. The prefix starts with the packing level, 1 to 8 (9: of variable measure): "1" before a prefix of EAN-13.
pub fn gtin14(prefix: &str, number: u64, out: &mut String) {
    write(prefix, number, 13, gs1, out);
}

/// Appends an SSCC, the number of a pallet or parcel. The prefix starts with an extension digit, then one of EAN-13.
pub fn sscc(prefix: &str, number: u64, out: &mut String) {
    write(prefix, number, 17, gs1, out);
}

/// Appends an ISBN-13 without hyphens. The prefix starts with 978 or 979; safe: [`ISBN13_UNISSUED`].
pub fn isbn13(prefix: &str, number: u64, out: &mut String) {
    write(prefix, number, 12, gs1, out);
}

/// Appends an ISBN-10 without hyphens; its last character may be `X`. Safe prefix: [`ISBN10_UNISSUED`].
pub fn isbn10(prefix: &str, number: u64, out: &mut String) {
    write(prefix, number, 9, check::isbn10, out);
}

/// The check digit of an ITF code (interleaved 2 of 5; ITF-14 among them).
#[must_use]
pub fn itf_check(digits: &[u8]) -> u8 {
    check::gs1(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(write: fn(&str, u64, &mut String), prefix: &str, number: u64) -> String {
        let mut out = String::new();
        write(prefix, number, &mut out);
        out
    }

    #[test]
    fn published_examples() {
        assert_eq!(made(ean13, "4006381", 33_393), "4006381333931");
        assert_eq!(made(upc_a, "0", 3_600_029_145), "036000291452");
        assert_eq!(made(ean8, "", 7_351_353), "73513537");
        assert_eq!(made(gtin14, "1", 61_414_100_041), "10614141000415");
        assert_eq!(made(isbn13, "978", 30_640_615), "9780306406157");
        assert_eq!(made(isbn10, "", 30_640_615), "0306406152");
        assert_eq!(made(isbn10, "080442957", 0), "080442957X");
        assert_eq!(made(sscc, "3", 4_012_345_123_456_789).len(), 18);
        assert_eq!(itf_check(b"1540014128876"), 3);
    }

    #[test]
    fn any_prefix_and_number_do() {
        assert_eq!(made(ean13, "2", u64::MAX).len(), 13);
        assert_eq!(made(ean13, "äöü 12 34567890123456789", 5).len(), 13);
        assert_eq!(&made(ean13, IN_HOUSE[3], 7)[..12], "023000000007");
    }

    #[test]
    fn every_whole_sums_to_ten() {
        for number in 0..2_000 {
            for text in [made(ean13, "20", number), made(upc_a, "4", number), made(ean8, "2", number), made(gtin14, "1", number)] {
                let sum: u32 = text.bytes().rev().enumerate().map(|(index, byte)| u32::from(byte - b'0') * if index % 2 == 0 { 1 } else { 3 }).sum();
                assert_eq!(sum % 10, 0, "{text}");
            }
        }
    }
}
