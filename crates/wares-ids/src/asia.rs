//! Persons and companies of western, central and southern Asia.

use crate::number::Number;
use crate::scheme::{Finish, Kind, Scheme};
use crate::{check, names, persons_east};

const fn person(country: &'static str, name: &'static str, pattern: &'static str, finish: Finish) -> Scheme {
    Scheme::new(Kind::PersonalTax, country, name, pattern, finish)
}

const fn company(country: &'static str, name: &'static str, pattern: &'static str, finish: Finish) -> Scheme {
    Scheme::new(Kind::CompanyTax, country, name, pattern, finish)
}

#[rustfmt::skip]
pub(crate) const SCHEMES: &[Scheme] = &[
    person("AE", "Emirates ID", "784-f-#######-0", |n| n.luhn(0, 14)),
    person("IL", "Mispar zehut", "+#######0", |n| n.luhn(0, 8)),
    company("IL", "Mispar hevra", "51######0", |n| n.luhn(0, 8)),
    Scheme::new(Kind::Vat, "IL", "Osek murshe", "51######0", |n| n.luhn(0, 8)),
    person("IN", "PAN", "@@@PA####@", |n| { let name = names::initial(n.family); n.set(4, name); (n.value(5, 9) > 0).then_some(()) }),
    person("IN", "Aadhaar", "0##########0", aadhaar),
    company("IN", "PAN", "@@@C@####@", |n| (n.value(5, 9) > 0).then_some(())),
    Scheme::new(Kind::Vat, "IN", "GSTIN", "00@@@C@####@1Z0", gstin),
    person("IR", "Kod-e melli", "0########0", iranian),
    person("KW", "Civil ID", "0ymd####0", kuwaiti).room(6_000),
    company("KZ", "BIN", "0000400####0", kazakh_company),
    Scheme::new(Kind::Vat, "KZ", "BIN", "0000400####0", kazakh_company),
    person("PK", "CNIC", "35202-#######-s", |n| (n.at(12) > 0).then_some(())),
    person("QA", "QID", "0y634#####", |n| n.put(0, if n.young() { 3 } else { 2 })).room(90_000),
    person("SA", "National ID", "1########0", |n| n.luhn(0, 9)),
];

fn aadhaar(n: &mut Number<'_>) -> Option<()> {
    let first = 2 + n.draw(8);
    n.put(0, first)?;
    let digit = check::verhoeff(n.bytes(0, 11));
    n.put(11, u32::from(digit))?;
    // Numbers that read the same backwards are not given.
    (!n.bytes(0, 6).iter().eq(n.bytes(6, 12).iter().rev())).then_some(())
}

/// The state, the company's PAN, its first registration there.
fn gstin(n: &mut Number<'_>) -> Option<()> {
    let state = n.pick(&[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 18, 19, 20, 21, 22, 23, 24, 27, 29, 30, 32, 33, 36, 37]);
    n.write(0, 2, u64::from(state));
    let last = check::luhn36(n.bytes(0, 14));
    n.set(14, last);
    (n.value(7, 11) > 0).then_some(())
}

fn iranian(n: &mut Number<'_>) -> Option<()> {
    let rest = n.sum(0, &[10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11;
    n.put(9, if rest < 2 { rest } else { 11 - rest })?;
    (n.value(0, 3) > 0).then_some(())
}

fn kuwaiti(n: &mut Number<'_>) -> Option<()> {
    n.put(0, if n.young() { 3 } else { 2 })?;
    let rest = n.sum(0, &[2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11;
    n.put(11, 11 - rest)
}

/// Year and month of registration, a resident company's head office.
fn kazakh_company(n: &mut Number<'_>) -> Option<()> {
    let (year, month) = (n.draw(24), 1 + n.draw(12));
    n.write(0, 2, u64::from(year));
    n.write(2, 2, u64::from(month));
    persons_east::kazakh_digit(n)
}
