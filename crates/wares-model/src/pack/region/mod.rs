//! The region pack: how people of a country are called and where they live. See the guide page `region-packs.md`.
//!
//! In: the texts of a pack's files ([`Files`]). Out: [`Region`], whose lists borrow from them: a country of 30,000 places is
//! read in two milliseconds. Start at [`Region::read`].

mod header;

use std::{borrow::Cow, collections::BTreeMap};

pub use self::header::{
    AddressLayout, Company, Header, Known, LatinAddress, NameLayout, NamesKnown, Pattern, Phone, PhoneKnown, PostalKnown, PostalTail, SalesTax,
    Source, StateForm, StreetsKnown, Trade, Unit,
};
use super::columns::{Table, Texts};
use crate::{
    place::{Place, Problem},
    read,
};

/// The version of the format that this build reads.
pub const VERSION: u32 = 2;

/// The texts of a pack's files, by file name; tables as [`super::columns::pack`] packs them.
pub type Files = BTreeMap<String, Cow<'static, str>>;

/// One country, with its lists.
#[derive(Debug, Clone)]
pub struct Region<'a> {
    /// How the country writes things.
    pub header: Header,
    /// States and provinces, by code.
    pub states: Vec<StateRow<'a>>,
    /// Cities with their postal codes, by state and city.
    pub places: Places<'a>,
    /// Given names by sex and decade of birth.
    pub given: Vec<GivenName<'a>>,
    /// Family names.
    pub family: Vec<FamilyName<'a>>,
    /// Patronymics and other middle names, where full names have them.
    pub middle: Vec<FamilyName<'a>>,
    /// Street names; none where addresses name quarters instead.
    pub streets: Vec<StreetRow<'a>>,
    /// Blocks of telephone numbers.
    pub phones: Vec<PhoneBlock<'a>>,
}

/// One line of `states.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StateRow<'a> {
    /// ISO 3166-2 part after the hyphen; `-` where the country has no states.
    pub code: &'a str,
    /// The name; empty where the country has no states.
    pub name: &'a str,
    /// The name in Latin letters.
    pub latin: &'a str,
}

/// One line of `places.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceRow<'a> {
    /// City.
    pub city: &'a str,
    /// The city in Latin letters.
    pub latin: &'a str,
    /// State, by its code.
    pub state: &'a str,
    /// Postal code, as text; empty where none is in use.
    pub postal: &'a str,
    /// Inhabitants.
    pub weight: u32,
    /// Degrees north, times 10,000.
    pub lat: i32,
    /// Degrees east, times 10,000.
    pub lon: i32,
    /// IANA time zone.
    pub zone: &'a str,
    /// The quarter or street of the code, where addresses name it.
    pub locality: &'a str,
    /// The quarter in Latin letters.
    pub locality_latin: &'a str,
}

/// The lines of `places.tsv`; the table stays packed, since it is long and read once.
#[derive(Debug, Clone, Copy)]
pub struct Places<'a>(Table<'a, 11>);

impl<'a> Places<'a> {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.rows()
    }

    /// Each place, but for its telephone areas.
    pub fn rows(&self) -> impl Iterator<Item = PlaceRow<'a>> + use<'a> {
        let [mut city, mut state, mut postal, mut zone, mut latin, mut locality, mut locality_latin] =
            [0, 1, 2, 6, 8, 9, 10].map(|column| self.0.texts(column));
        let [mut weight, mut lat, mut lon] = [3, 4, 5].map(|column| self.0.numbers(column));
        (0..self.count()).map(move |_| {
            let (city, locality) = (city.take(), locality.take());
            PlaceRow {
                city,
                latin: or(latin.take(), city),
                state: state.take(),
                postal: postal.take(),
                weight: weight.take() as u32,
                lat: lat.take() as i32,
                lon: lon.take() as i32,
                zone: zone.take(),
                locality,
                locality_latin: or(locality_latin.take(), locality),
            }
        })
    }

    /// [`PlaceRow::weight`] of each place.
    pub fn weights(&self) -> impl Iterator<Item = u32> + use<'a> {
        let mut weights = self.0.numbers(3);
        (0..self.count()).map(move |_| weights.take() as u32)
    }

    /// Telephone areas by comma, most local first, empty for any of the country; with the number of places, one behind the other,
    /// that have them.
    pub fn areas(&self) -> impl Iterator<Item = (&'a str, usize)> + use<'a> {
        self.0.runs(7)
    }
}

/// One line of `given.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GivenName<'a> {
    /// Whether women bear it.
    pub female: bool,
    /// First year of the decade of birth, or 0 for any.
    pub born: u32,
    /// The name.
    pub name: &'a str,
    /// How many bear it.
    pub weight: u32,
    /// In Latin letters.
    pub latin: &'a str,
    /// In letters a to z; empty where leaving out all else from the Latin form is right.
    pub mail: &'a str,
}

/// One line of `family.tsv` or `middle.tsv`; forms as men and as women bear them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FamilyName<'a> {
    /// The name of men, of women.
    pub name: [&'a str; 2],
    /// How many bear it.
    pub weight: u32,
    /// In Latin letters.
    pub latin: [&'a str; 2],
    /// As in [`GivenName::mail`].
    pub mail: [&'a str; 2],
}

/// One line of `streets.tsv`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StreetRow<'a> {
    /// As it stands in an address, without the number.
    pub name: &'a str,
    /// How often it is met.
    pub weight: u32,
    /// In Latin letters.
    pub latin: &'a str,
}

/// One line of `phones.tsv`: numbers that differ in the digits at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PhoneBlock<'a> {
    /// The area; empty for the whole country.
    pub area: &'a str,
    /// What kind of number.
    pub kind: PhoneKind,
    /// The national number: digits, then as many `#` as are free.
    pub number: &'a str,
    /// As written within the country, with as many `#`.
    pub national: &'a str,
}

/// What kind of number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PhoneKind {
    /// Set aside for films and tests.
    Fiction,
    /// Of a fixed line.
    Fixed,
    /// Of a mobile.
    Mobile,
    /// Of the right length, and given to nobody in any plan.
    Undialable,
}

impl<'a> Region<'a> {
    /// Reads a pack.
    ///
    /// # Errors
    /// The first problem of each file, by row.
    pub fn read(files: &'a Files) -> Result<Self, Vec<Problem>> {
        let header = Self::header(files)?;
        let states = table(files, "states.tsv").map(states);
        let places = table(files, "places.tsv").map(Places);
        let given = table(files, "given.tsv").and_then(given);
        let family = table(files, "family.tsv").map(family_names);
        let middle = if files.contains_key("middle.tsv") { table(files, "middle.tsv").map(family_names) } else { Ok(Vec::new()) };
        let streets = if files.contains_key("streets.tsv") { table(files, "streets.tsv").map(streets) } else { Ok(Vec::new()) };
        let phones = table(files, "phones.tsv").and_then(phones);
        let problems: Vec<Problem> = [
            states.as_ref().err(),
            places.as_ref().err(),
            given.as_ref().err(),
            family.as_ref().err(),
            middle.as_ref().err(),
            streets.as_ref().err(),
            phones.as_ref().err(),
        ]
        .into_iter()
        .flatten()
        .cloned()
        .collect();
        match (states, places, given, family, middle, streets, phones) {
            (Ok(states), Ok(places), Ok(given), Ok(family), Ok(middle), Ok(streets), Ok(phones)) => {
                Ok(Self { header, states, places, given, family, middle, streets, phones })
            }
            _ => Err(problems),
        }
    }

    /// Reads `region.json` alone.
    ///
    /// # Errors
    /// Every problem of that file.
    pub fn header(files: &Files) -> Result<Header, Vec<Problem>> {
        let text = files.get("region.json").map_or("", |text| text);
        let header: Header = read::document(read::value(text).map_err(|problem| vec![problem])?)?;
        let lines = header.company.latin_patterns.as_ref().is_some_and(|latin| latin.len() != header.company.patterns.len());
        let units = header.address.latin.as_ref().is_some_and(|latin| latin.units.len() != header.address.units.len());
        let wrong = [
            (header.version != VERSION, "version", "is not the version that this build reads"),
            (lines, "company", "has not as many `latin_patterns` as `patterns`"),
            (units, "address", "has not as many units in Latin letters as others"),
            (header.company.patterns.is_empty() || header.company.forms.is_empty(), "company", "lacks patterns or forms"),
        ];
        let problems: Vec<Problem> =
            wrong.iter().filter(|(bad, ..)| *bad).map(|(_, field, message)| Problem::new(Place::root().field(field), *message)).collect();
        if problems.is_empty() { Ok(header) } else { Err(problems) }
    }
}

/// The text, or the other one where it is empty.
fn or<'a>(text: &'a str, other: &'a str) -> &'a str {
    if text.is_empty() { other } else { text }
}

fn states(table: Table<'_, 3>) -> Vec<StateRow<'_>> {
    let [mut code, mut name, mut latin] = [0, 1, 2].map(|column| table.texts(column));
    let row = |_| {
        let name = name.take();
        StateRow { code: code.take(), name, latin: or(latin.take(), name) }
    };
    (0..table.rows()).map(row).collect()
}

fn given(table: Table<'_, 6>) -> Result<Vec<GivenName<'_>>, Problem> {
    let [mut sex, mut name, mut latin, mut mail] = [0, 2, 4, 5].map(|column| table.texts(column));
    let [mut born, mut weight] = [1, 3].map(|column| table.numbers(column));
    let row = |row| {
        let (sex, name) = (sex.take(), name.take());
        let female = match sex {
            "f" => true,
            "m" => false,
            _ => return Err(problem("given.tsv", Some(row), format!("`{sex}` is neither `f` nor `m`"))),
        };
        Ok(GivenName { female, born: born.take() as u32, name, weight: weight.take() as u32, latin: or(latin.take(), name), mail: mail.take() })
    };
    (0..table.rows()).map(row).collect()
}

fn family_names(table: Table<'_, 7>) -> Vec<FamilyName<'_>> {
    let mut texts = [0, 2, 3, 4, 5, 6].map(|column| table.texts(column));
    let mut weight = table.numbers(1);
    let row = |_| {
        let [name, female, latin, latin_female, mail, mail_female] = texts.each_mut().map(Texts::take);
        let names = [name, or(female, name)];
        let latins = [or(latin, name), or(latin_female, or(female, or(latin, name)))];
        // A woman's own form without its own Latin form is Latin already.
        let mails = [mail, if female.is_empty() && latin_female.is_empty() { mail } else { mail_female }];
        FamilyName { name: names, weight: weight.take() as u32, latin: latins, mail: mails }
    };
    (0..table.rows()).map(row).collect()
}

fn streets(table: Table<'_, 3>) -> Vec<StreetRow<'_>> {
    let [mut name, mut latin] = [0, 2].map(|column| table.texts(column));
    let mut weight = table.numbers(1);
    let row = |_| {
        let name = name.take();
        StreetRow { name, weight: weight.take() as u32, latin: or(latin.take(), name) }
    };
    (0..table.rows()).map(row).collect()
}

fn phones(table: Table<'_, 4>) -> Result<Vec<PhoneBlock<'_>>, Problem> {
    let mut texts = [0, 1, 2, 3].map(|column| table.texts(column));
    let row = |row| {
        let fields = texts.each_mut().map(Texts::take);
        phone_block(fields).ok_or_else(|| problem("phones.tsv", Some(row), format!("`{}` is not a row of this file", fields.join("\t"))))
    };
    (0..table.rows()).map(row).collect()
}

fn phone_block(f: [&str; 4]) -> Option<PhoneBlock<'_>> {
    let kind = match f[1] {
        "fiction" => PhoneKind::Fiction,
        "fixed" => PhoneKind::Fixed,
        "mobile" => PhoneKind::Mobile,
        "undialable" => PhoneKind::Undialable,
        _ => return None,
    };
    let digits = f[2].trim_end_matches('#');
    let free = f[2].len() - digits.len();
    let marks = f[3].bytes().filter(|byte| *byte == b'#').count();
    let sound = free <= 12 && !f[2].is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) && marks == free;
    sound.then_some(PhoneBlock { area: f[0], kind, number: f[2], national: f[3] })
}

/// A file of `WIDTH` columns and at least one row.
fn table<'a, const WIDTH: usize>(files: &'a Files, name: &str) -> Result<Table<'a, WIDTH>, Problem> {
    let table = Table::open(files.get(name).map_or("", |text| text));
    let table = table.ok_or_else(|| problem(name, None, format!("is not a table of {WIDTH} columns")))?;
    if table.rows() > 0 { Ok(table) } else { Err(problem(name, None, "holds no rows".to_owned())) }
}

/// A problem of a file, or of a row therein.
fn problem(file: &str, row: Option<usize>, message: String) -> Problem {
    let place = Place::root().field(file);
    Problem::new(row.map_or_else(|| place.clone(), |row| place.item(row + 1)), message)
}
