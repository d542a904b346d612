//! The region pack: how people of a country are called and where they live. See the guide page `region-packs.md`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::catalog::Band;
use crate::{
    place::{Place, Problem},
    read,
};

/// One country, with its lists.
#[derive(Debug, Clone)]
pub struct Region {
    /// How the country writes things.
    pub header: Header,
    /// Cities with their postal codes.
    pub places: Vec<PlaceRow>,
    /// Given names by sex and decade of birth.
    pub given: Vec<GivenName>,
    /// Family names with weights.
    pub family: Vec<(String, u32)>,
    /// Street names with weights.
    pub streets: Vec<(String, u32)>,
}

/// `region.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Version of the pack format.
    pub version: u32,
    /// ISO 3166-1 alpha-2 code.
    pub code: String,
    /// English name.
    pub name: String,
    /// As printed in an address.
    pub country: String,
    /// ISO 4217 code.
    pub currency: String,
    /// Decimals of the currency.
    pub currency_digits: u8,
    /// ISO 639 code of the main language.
    pub language: String,
    /// How addresses are written.
    pub address: AddressLayout,
    /// How names are written.
    #[serde(rename = "name_layout")]
    pub layout: NameLayout,
    /// How telephone numbers are made.
    pub phone: Phone,
    /// Where the lists come from.
    pub sources: Vec<Source>,
}

/// How addresses are written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddressLayout {
    /// Slots `{number}`, `{street}`.
    pub line1: String,
    /// Slot `{unit}`.
    pub line2: String,
    /// House numbers.
    pub house_number: Band,
    /// Kinds of unit.
    pub units: Vec<Unit>,
    /// Share of addresses with a unit.
    pub unit_percent: u8,
}

/// A kind of unit within a house.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Slot `{number}`.
    pub text: String,
    /// The least number.
    pub low: u32,
    /// The greatest number.
    pub high: u32,
    /// Share beside the others.
    pub weight: u32,
}

/// How names are written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NameLayout {
    /// Slots `{given}`, `{family}`.
    pub full: String,
}

/// How telephone numbers are made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Phone {
    /// Digits after the plus sign.
    pub country_code: String,
    /// National numbers set aside for fiction: slot `{area}`, `#` is a digit.
    pub fiction: Vec<String>,
}

/// Where some files of a pack come from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The files made from it.
    pub files: Vec<String>,
    /// What it is, with its version.
    pub from: String,
    /// Its licence, by SPDX name where there is one.
    pub licence: String,
    /// The words that its licence wants shown.
    #[serde(default)]
    pub notice: Option<String>,
    /// Its home page.
    #[serde(default)]
    pub url: Option<String>,
}

/// One line of `places.tsv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRow {
    /// City.
    pub city: String,
    /// State, by its code.
    pub state: String,
    /// Postal code, as text.
    pub postal: String,
    /// Inhabitants.
    pub weight: u32,
    /// Telephone area codes, most local first.
    pub areas: Vec<String>,
}

/// One line of `given.tsv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GivenName {
    /// Whether women bear it.
    pub female: bool,
    /// First year of the decade of birth, or 0 for any.
    pub born: u32,
    /// The name.
    pub name: String,
    /// How many bear it.
    pub weight: u32,
}

impl Region {
    /// Reads a pack; `file` gives a file's text by its name, empty where there is none.
    ///
    /// # Errors
    /// The first problem of each file, by line.
    pub fn read(file: &dyn Fn(&str) -> String) -> Result<Self, Vec<Problem>> {
        let header = read::document(read::value(&file("region.json")).map_err(|problem| vec![problem])?)?;
        let places = rows(file, "places.tsv", 8, |field| {
            Some(PlaceRow {
                city: field[0].to_owned(),
                state: field[1].to_owned(),
                postal: field[2].to_owned(),
                weight: field[3].parse().ok()?,
                areas: field[7].split(',').filter(|area| !area.is_empty()).map(str::to_owned).collect(),
            })
        });
        let given = rows(file, "given.tsv", 4, |field| {
            let female = match field[0] {
                "f" => true,
                "m" => false,
                _ => return None,
            };
            Some(GivenName { female, born: field[1].parse().ok()?, name: field[2].to_owned(), weight: field[3].parse().ok()? })
        });
        let weighted = |name: &str| rows(file, name, 2, |field| Some((field[0].to_owned(), field[1].parse().ok()?)));
        let (family, streets) = (weighted("family.tsv"), weighted("streets.tsv"));
        let problems: Vec<Problem> =
            [places.as_ref().err(), given.as_ref().err(), family.as_ref().err(), streets.as_ref().err()].into_iter().flatten().cloned().collect();
        match (places, given, family, streets) {
            (Ok(places), Ok(given), Ok(family), Ok(streets)) => Ok(Self { header, places, given, family, streets }),
            _ => Err(problems),
        }
    }
}

fn rows<T>(file: &dyn Fn(&str) -> String, name: &str, width: usize, read: impl Fn(&[&str]) -> Option<T>) -> Result<Vec<T>, Problem> {
    let text = file(name);
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate().skip(1) {
        let fields: Vec<&str> = line.split('\t').collect();
        let row = if fields.len() == width { read(&fields) } else { None };
        found.push(row.ok_or_else(|| Problem::new(Place::root().field(name).item(number), format!("`{line}` is not a row of this file")))?);
    }
    if found.is_empty() { Err(Problem::new(Place::root().field(name), "holds no rows")) } else { Ok(found) }
}
