//! Persons and companies of Africa.

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
    person("KE", "PIN", "A00#######@", |_| Some(())),
    company("KE", "PIN", "P05#######@", |_| Some(())),
    vat("KE", "PIN", "P05#######@", |_| Some(())),
    company("MA", "ICE", "00########00000", moroccan),
    vat("MA", "ICE", "00########00000", moroccan),
    company("TN", "Matricule fiscal", "#######A", tunisian),
    vat("TN", "Matricule fiscal", "#######AAM000", tunisian),
    person("ZA", "ID number", "ymdk###080", |n| n.luhn(0, 12)).room(5_000),
    person("ZA", "Tax reference number", "1########0", |n| n.luhn(0, 9)),
    company("ZA", "Tax reference number", "9########0", |n| n.luhn(0, 9)),
    vat("ZA", "VAT number", "4########0", |n| n.luhn(0, 9)),
];

/// Company, place of business, and two digits that make the whole a multiple of 97.
fn moroccan(n: &mut Number<'_>) -> Option<()> {
    let place = 1 + n.draw(99);
    n.write(9, 4, u64::from(place));
    n.write(13, 2, 97 - n.value(0, 13) % 97 * 100 % 97);
    Some(())
}

/// Weights 7 to 1 modulo 23, without I, O and U.
fn tunisian(n: &mut Number<'_>) -> Option<()> {
    let sum = n.sum(0, &[7, 6, 5, 4, 3, 2, 1]);
    n.letter(7, b"ABCDEFGHJKLMNPQRSTVWXYZ", sum % 23)
}
