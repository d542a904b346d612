//! One country's way to number one kind of thing.

use crate::number::{Number, Person};
use crate::{Bits, africa, americas, asia, asia_pacific, companies, iban, persons, persons_east, vat};

/// What a number is a number of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kind {
    /// A person, for the tax office or the state.
    PersonalTax,
    /// A company, for the tax office or the register.
    CompanyTax,
    /// A company, as it stands on an invoice with value added tax.
    Vat,
    /// A bank account.
    Iban,
}

/// Whether a number can belong to somebody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Issue {
    /// In a block that is never issued to anybody.
    Unissued,
    /// Well formed with right check digits; it may belong to somebody.
    MayExist,
}

/// Completes a filled pattern: check digits, centuries, places. `None` when this draw has no number; then another is drawn.
pub(crate) type Finish = fn(&mut Number<'_>) -> Option<()>;

/// One country's way to number one kind of thing.
#[derive(Debug)]
#[non_exhaustive]
pub struct Scheme {
    /// What it numbers.
    pub kind: Kind,
    /// The country, ISO 3166-1 alpha-2 (and XI for Northern Ireland, XK for Kosovo).
    pub country: &'static str,
    /// What it is called there: "PESEL", "USt-IdNr.".
    pub name: &'static str,
    /// Whether its numbers can belong to somebody.
    pub issue: Issue,
    pattern: &'static str,
    finish: Finish,
    room: u64,
}

/// More draws than any scheme needs: the hardest one fails 3 times in 5.
const DRAWS: u32 = 200;

impl Scheme {
    pub(crate) const fn new(kind: Kind, country: &'static str, name: &'static str, pattern: &'static str, finish: Finish) -> Self {
        Self { kind, country, name, issue: Issue::MayExist, pattern, finish, room: 0 }
    }

    /// The same, in a block that is never issued.
    pub(crate) const fn unissued(mut self) -> Self {
        self.issue = Issue::Unissued;
        self
    }

    /// The same, with a capacity that its pattern does not tell.
    pub(crate) const fn room(mut self, room: u64) -> Self {
        self.room = room;
        self
    }

    /// Appends one number, as it is usually stored. Never fails.
    ///
    /// Births outside 1900 to 2035 are moved to the nearest year: most schemes cannot tell centuries beyond these.
    pub fn write(&self, bits: &mut Bits, person: &Person<'_>, out: &mut String) {
        let mut number = Number::new(bits, person);
        for _ in 0..DRAWS {
            number.fill(self.pattern);
            if (self.finish)(&mut number).is_some() {
                break;
            }
        }
        if self.kind == Kind::Iban {
            number.seal();
        }
        number.emit(out);
    }

    /// How many different numbers there are at least, for one person's facts.
    #[must_use]
    pub fn capacity(&self) -> u64 {
        if self.room > 0 {
            return self.room;
        }
        let drawn = self.pattern.bytes().fold(1_u64, |room, sign| {
            room.saturating_mul(match sign {
                b'#' => 10,
                b'+' => 9,
                b'@' => 26,
                b'*' => 36,
                b's' | b't' | b'h' | b'k' => 5,
                _ => 1,
            })
        });
        // Check digits that do not exist ("10" of modulus 11, twice at most) take their share.
        (drawn / 4).saturating_mul(3).max(1)
    }
}

/// The first scheme of a country and kind: the one most often asked for.
pub fn scheme(country: &str, kind: Kind) -> Option<&'static Scheme> {
    schemes().find(|scheme| scheme.kind == kind && scheme.country == country)
}

/// A scheme by the name it has in its country.
pub fn scheme_named(country: &str, name: &str) -> Option<&'static Scheme> {
    schemes().find(|scheme| scheme.country == country && scheme.name == name)
}

/// All schemes.
pub fn schemes() -> impl Iterator<Item = &'static Scheme> {
    let tables = [
        iban::SCHEMES,
        vat::SCHEMES,
        persons::SCHEMES,
        persons_east::SCHEMES,
        companies::SCHEMES,
        americas::SCHEMES,
        asia::SCHEMES,
        asia_pacific::SCHEMES,
        africa::SCHEMES,
    ];
    tables.into_iter().flatten()
}
