//! `region.json`: how a country writes names, addresses, telephone numbers and companies, what it taxes, and where its files come from.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::pack::catalog::Band;

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
    /// The name in the country's own language.
    pub native: String,
    /// ISO 4217 code.
    pub currency: String,
    /// Decimals of the currency.
    pub currency_digits: u8,
    /// ISO 639 code of the language of the pack.
    pub language: String,
    /// How much of the pack is known to be true.
    pub known: Known,
    /// How addresses are written.
    pub address: AddressLayout,
    /// How names are written.
    #[serde(rename = "name_layout")]
    pub layout: NameLayout,
    /// How telephone numbers begin.
    pub phone: Phone,
    /// How companies are called.
    pub company: Company,
    /// The tax on sales.
    pub tax: SalesTax,
    /// Where the lists come from.
    pub sources: Vec<Source>,
}

/// How much of a pack is known to be true, and not only well formed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Known {
    /// Names of people.
    pub names: NamesKnown,
    /// Street names.
    pub streets: StreetsKnown,
    /// Postal codes.
    pub postal: PostalKnown,
    /// Telephone numbers.
    pub phone: PhoneKnown,
}

/// What the weights of names rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum NamesKnown {
    /// Counts of people.
    Counted,
    /// The country's own lists; the frequent names stand first, the weights are guessed.
    Ranked,
    /// Lists of the language, shared with other countries.
    Shared,
}

/// Where street names come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StreetsKnown {
    /// Names of real streets, somewhere in the country.
    Real,
    /// Made by the grammar of the language.
    Made,
}

/// Whether postal codes belong to their cities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PostalKnown {
    /// The code is one of the city's.
    True,
    /// The code looks right and may belong elsewhere, or to nobody.
    Formed,
    /// No code is in use.
    None,
}

/// Whether telephone numbers fit the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PhoneKnown {
    /// They fit the place.
    Area,
    /// They fit the country.
    Country,
}

/// How addresses are written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AddressLayout {
    /// Slots `{number}`, `{street}`, `{locality}`.
    pub line1: String,
    /// Slots `{unit}`, `{locality}`.
    pub line2: String,
    /// House numbers.
    pub house_number: Band,
    /// Kinds of unit.
    pub units: Vec<Unit>,
    /// Share of addresses with a unit.
    pub unit_percent: u8,
    /// The lines in Latin letters, where the country writes in others.
    #[serde(default)]
    pub latin: Option<LatinAddress>,
    /// The lines of a label: slots `{name}`, `{line1}`, `{line2}`, `{city}`, `{state}`, `{state_name}`, `{postal}`, `{country}`.
    pub lines: Vec<String>,
    /// The lines of a label in Latin letters.
    #[serde(default)]
    pub latin_lines: Option<Vec<String>>,
    /// How an address names the state.
    pub state: StateForm,
    /// What follows the postal codes of the table.
    #[serde(default)]
    pub postal_tail: Option<PostalTail>,
}

/// The lines of an address in Latin letters.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LatinAddress {
    /// As [`AddressLayout::line1`].
    pub line1: String,
    /// As [`AddressLayout::line2`].
    pub line2: String,
    /// As [`AddressLayout::units`], in the same order.
    pub units: Vec<Unit>,
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

/// How an address names the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StateForm {
    /// In full.
    Name,
    /// By its code.
    Code,
    /// Not at all; the column has the name all the same.
    None,
}

/// Letters and digits behind a postal code of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PostalTail {
    /// `#` is a digit, `@` one of `letters`, `*` either; everything else stands as it is.
    pub pattern: String,
    /// The letters in use.
    #[serde(default)]
    pub letters: String,
    /// Tails (spaces aside) that are not given out.
    #[serde(default)]
    pub not: Vec<String>,
}

/// How names are written: slots `{given}`, `{middle}`, `{family}`, `{second}` (the second family name).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NameLayout {
    /// The whole name.
    pub full: String,
    /// The whole name in Latin letters. Default: as `full`.
    #[serde(default)]
    pub latin_full: Option<String>,
    /// The family name.
    #[serde(default = "family")]
    pub family: String,
    /// Share of people with a second family name, where there are any.
    #[serde(default = "all")]
    pub second_percent: u8,
}

fn family() -> String {
    "{family}".to_owned()
}

fn all() -> u8 {
    100
}

/// How telephone numbers begin.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Phone {
    /// Digits after the plus sign.
    pub country_code: String,
}

/// How companies are called.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Company {
    /// Slots `{family}`, `{family2}`, `{trade}`, `{form}`, `{city}`.
    pub patterns: Vec<Pattern>,
    /// The same in Latin letters, as many.
    #[serde(default)]
    pub latin_patterns: Option<Vec<Pattern>>,
    /// What companies do.
    pub trades: Vec<Trade>,
    /// Legal forms.
    pub forms: Vec<Trade>,
}

/// A text with slots and its share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Pattern {
    /// Text with slots.
    pub text: String,
    /// Share beside the others.
    #[serde(default = "one")]
    pub weight: u32,
}

/// A word of company names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Trade {
    /// As the country writes it.
    pub name: String,
    /// In Latin letters, where `name` is not.
    #[serde(default)]
    pub latin: String,
    /// Share beside the others.
    #[serde(default = "one")]
    pub weight: u32,
}

fn one() -> u32 {
    1
}

/// The tax on sales.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SalesTax {
    /// As receipts call it.
    pub name: String,
    /// The usual rate, as a decimal number; none where it differs by place or there is no such tax.
    pub standard_percent: Option<String>,
    /// Lower rates.
    #[serde(default)]
    pub reduced_percent: Vec<String>,
    /// The rate of each state, by its code, where states set their own; it stands in for `standard_percent`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub by_state: BTreeMap<String, String>,
    /// The day or month for which the rates were written down.
    #[serde(default)]
    pub as_of: String,
    /// What else is to be known.
    #[serde(default)]
    pub note: String,
}

/// Where some files of a pack come from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
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
