//! Patterns of codes, as wide as rows need and as narrow as 64 bits count.

use wares_model::column::BarcodeKind;

use crate::value;

/// The pattern with as many digits more as so many different codes need, and whether it needed any.
pub(crate) fn widened(pattern: &str, rows: u64) -> (String, bool) {
    let mut wide = narrowed(pattern);
    let mut wider = false;
    while wares_model::pattern::code_capacity(&wide).is_some_and(|most| most < rows) {
        wide.push('#');
        wider = true;
    }
    (wide, wider)
}

/// The pattern with no more free places than 64 bits can count; those at the end stay free.
pub(crate) fn narrowed(pattern: &str) -> String {
    let mut letters: Vec<char> = pattern.chars().collect();
    let mut place = 0;
    while wares_model::pattern::code_capacity(&letters.iter().collect::<String>()).is_none_or(|most| most > 1 << 62) && place < letters.len() {
        letters[place] = match letters[place] {
            '#' => '0',
            '@' => 'A',
            '~' => 'a',
            other => other,
        };
        place += 1;
    }
    letters.into_iter().collect()
}

pub(crate) fn barcode_kind(barcode: value::Barcode) -> BarcodeKind {
    match barcode {
        value::Barcode::Ean8 => BarcodeKind::Ean8,
        value::Barcode::UpcA => BarcodeKind::UpcA,
        value::Barcode::Ean13 => BarcodeKind::Ean13,
        value::Barcode::Isbn13 => BarcodeKind::Isbn13,
        value::Barcode::Gtin14 => BarcodeKind::Gtin14,
    }
}
