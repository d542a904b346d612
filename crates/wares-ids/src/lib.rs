//! Numbers that hold up: of persons, companies, bank accounts and goods, with right check digits.
//!
//! A [`Scheme`] knows how the numbers of one country and one [`Kind`] look. It writes one from a few random [`Bits`] and the facts of a
//! [`Person`]. Wherever a country has a block of numbers that is never given to anybody, the numbers come from there ([`Issue::Unissued`]); all
//! others are well formed and may by chance belong to somebody ([`Issue::MayExist`]).

mod africa;
mod americas;
mod asia;
mod asia_pacific;
pub mod barcode;
mod bits;
pub mod check;
mod companies;
mod iban;
mod names;
mod number;
mod persons;
mod persons_east;
mod scheme;
mod vat;

pub use bits::Bits;
pub use number::Person;
pub use scheme::{Issue, Kind, Scheme, scheme, scheme_named, schemes};
