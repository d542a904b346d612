//! Check digits. All of them take ASCII digits (and letters where said) and answer with the digit to append; other characters count as 0.

/// The value of a character: a digit's own, 10 to 35 for letters, 0 for all else.
#[inline]
#[must_use]
pub fn value(byte: u8) -> u32 {
    match byte {
        b'0'..=b'9' => u32::from(byte - b'0'),
        b'A'..=b'Z' => u32::from(byte - b'A') + 10,
        b'a'..=b'z' => u32::from(byte - b'a') + 10,
        _ => 0,
    }
}

/// The sum of characters times weights, as far as there are both.
#[inline]
#[must_use]
pub fn weighted(text: &[u8], weights: &[u32]) -> u32 {
    text.iter().zip(weights).fold(0_u32, |sum, (byte, weight)| sum.wrapping_add(value(*byte).wrapping_mul(*weight)))
}

/// The digit of Luhn: cards, national numbers.
#[must_use]
pub fn luhn(digits: &[u8]) -> u8 {
    let sum = digits.iter().rev().enumerate().fold(0, |sum: u32, (index, byte)| {
        let digit = value(*byte) % 10;
        let digit = if index % 2 == 1 { digit } else { 2 * digit };
        (sum + digit / 10 + digit % 10) % 10
    });
    ((10 - sum) % 10) as u8
}

/// The digit of GS1: weights 3 and 1 from the right.
#[must_use]
pub fn gs1(digits: &[u8]) -> u8 {
    let (mut tripled, mut single) = (0_u32, 0_u32);
    for pair in digits.rchunks(2) {
        let [.., last] = pair else { continue };
        tripled = tripled.wrapping_add(value(*last));
        if let [first, _] = pair {
            single = single.wrapping_add(value(*first));
        }
    }
    ((10 - tripled.wrapping_mul(3).wrapping_add(single) % 10) % 10) as u8
}

/// The remainder modulo 97 of a number that may hold letters (A is 10, Z is 35), as in an IBAN.
#[must_use]
pub fn mod97(text: &[u8]) -> u32 {
    mod97_more(0, text)
}

/// The remainder modulo 97 of a number continued with more text.
#[must_use]
pub fn mod97_more(rest: u32, text: &[u8]) -> u32 {
    let mut sum = u64::from(rest % 97);
    // Eight characters at a time stay below 2^64, even if all of them are letters.
    for chunk in text.chunks(8) {
        for byte in chunk {
            let value = u64::from(value(*byte));
            sum = if value > 9 { sum * 100 } else { sum * 10 } + value;
        }
        sum %= 97;
    }
    sum as u32
}

/// The two digits of ISO 7064 modulus 97,10: the whole leaves 1.
#[must_use]
pub fn mod97_10(text: &[u8]) -> u8 {
    (98 - mod97(text) * 100 % 97) as u8
}

/// The digit of ISO 7064 modulus 11,10.
#[must_use]
pub fn mod11_10(digits: &[u8]) -> u8 {
    let product = digits.iter().fold(10, |product, byte| {
        let sum = (value(*byte) % 10 + product) % 10;
        2 * if sum == 0 { 10 } else { sum } % 11
    });
    ((11 - product) % 10) as u8
}

/// The character of ISO 7064 modulus 11,2: a digit, or `X` for 10.
#[must_use]
pub fn mod11_2(digits: &[u8]) -> u8 {
    let rest = digits.iter().fold(0, |rest, byte| (rest + value(*byte) % 10) * 2 % 11);
    match (12 - rest) % 11 {
        10 => b'X',
        digit => b'0' + digit as u8,
    }
}

/// The character of an ISBN-10: a digit, or `X` for 10.
#[must_use]
pub fn isbn10(digits: &[u8]) -> u8 {
    let sum = digits.iter().rev().zip(2..).fold(0, |sum, (byte, weight): (_, u32)| (sum + value(*byte) % 10 * (weight % 11)) % 11);
    match (11 - sum) % 11 {
        10 => b'X',
        digit => b'0' + digit as u8,
    }
}

/// The character of the Indian GSTIN: Luhn over digits and letters, modulo 36.
#[must_use]
pub fn luhn36(text: &[u8]) -> u8 {
    let sum = text.iter().rev().enumerate().fold(0, |sum, (index, byte)| {
        let value = if index % 2 == 1 { value(*byte) } else { 2 * value(*byte) };
        (sum + value / 36 + value % 36) % 36
    });
    crate::number::character((36 - sum) % 36)
}

/// The digit of Verhoeff: all single errors and all swaps of neighbours are found.
#[must_use]
pub fn verhoeff(digits: &[u8]) -> u8 {
    let state = digits.iter().rev().enumerate().fold(0, |state, (index, byte)| {
        let digit = (0..=index % 8).fold(value(*byte) % 10, |digit, _| TURN[digit as usize % 10]);
        dihedral(state, digit)
    });
    (0..10).find(|digit| dihedral(state, *digit) == 0).unwrap_or_default() as u8
}

/// Verhoeff's permutation of the digits.
const TURN: [u32; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/// The product in the symmetries of the pentagon: 0 to 4 turn, 5 to 9 flip.
fn dihedral(a: u32, b: u32) -> u32 {
    match (a < 5, b < 5) {
        (true, true) => (a + b) % 5,
        (true, false) => (a + b - 5) % 5 + 5,
        (false, true) => (a - 5 + 5 - b) % 5 + 5,
        (false, false) => (a + 5 - b) % 5,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_examples() {
        assert_eq!(luhn(b"7992739871"), 3);
        assert_eq!(gs1(b"400638133393"), 1);
        assert_eq!(mod97_10(b"794"), 44);
        assert_eq!(mod11_10(b"0794"), 5);
        assert_eq!(mod11_2(b"079"), b'X');
        assert_eq!(isbn10(b"030640615"), b'2');
        assert_eq!(luhn36(b"27AAPFU0939F1Z"), b'V');
        assert_eq!([verhoeff(b"236"), verhoeff(b"12345")], [3, 1]);
    }

    #[test]
    fn any_text_does() {
        for text in [&b""[..], b"\xff\x00 !", b"zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"] {
            let _ = (luhn(text), gs1(text), mod97_10(text), mod11_10(text), mod11_2(text), isbn10(text), luhn36(text), verhoeff(text));
        }
    }
}
