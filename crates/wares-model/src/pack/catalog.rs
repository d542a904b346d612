//! The catalog pack: what a shop of one trade sells. The guide page `catalog-packs.md` explains it by example.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::weighted::{Choice, TextOr, one};

/// A whole catalog pack.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Catalog {
    /// Version of the pack format.
    pub version: u32,
    /// The pack's name: small letters, digits and hyphens.
    pub name: String,
    /// The name for people.
    pub title: String,
    /// Phrases of users that lead to this pack.
    #[serde(default)]
    pub domains: Vec<String>,
    /// Where its contents come from.
    #[serde(default)]
    pub sources: Vec<String>,
    /// ISO 4217 code; all amounts are in its smallest unit.
    pub currency: String,
    /// The attribute that says the leading measure of a product.
    pub scale: String,
    /// Names hold neither brand nor series, as with book titles, and differ over all brands.
    #[serde(default)]
    pub names_without_brand: bool,
    /// How prices end. Default: the usual endings by size of price.
    #[serde(default = "usual_endings")]
    pub endings: Vec<PriceEndings>,
    /// Kinds of product.
    pub kinds: Vec<Kind>,
    /// Brands.
    pub brands: Vec<Brand>,
    /// Word lists, by name.
    #[serde(default)]
    pub words: BTreeMap<String, Vec<String>>,
    /// Model numbers, by name: `#` is a digit, `@` a capital letter.
    #[serde(default)]
    pub codes: BTreeMap<String, Vec<String>>,
    /// Attributes, in the order in which they are drawn.
    pub attributes: Vec<Attribute>,
    /// Patterns of names.
    pub names: Vec<NamePattern>,
    /// Groups of sentences; a description takes one that fits from each.
    pub descriptions: Vec<Vec<Sentence>>,
}

/// One kind of product.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// One such product, in Title Case.
    pub name: String,
    /// The category in the shop.
    pub line: String,
    /// Share of the catalogue beside the other kinds.
    #[serde(default = "one")]
    pub weight: u32,
    /// List prices.
    pub price: PriceBand,
    /// What the shop pays, as a share of the list price.
    pub cost_percent: Band,
    /// Pieces in stock.
    pub stock: Band,
    /// What one weighs as it is sent, in grams; 0 for what is not sent at all. Without it a number attribute says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grams: Option<Band>,
    /// Word lists of this kind; they come before the pack's of the same name.
    #[serde(default)]
    pub words: BTreeMap<String, Vec<String>>,
    /// Attribute values of this kind; they come before the attribute's own.
    #[serde(default)]
    pub attributes: BTreeMap<String, Vec<TextOr<AttributeValue>>>,
    /// Number attributes of this kind; they come before the attribute's own.
    #[serde(default)]
    pub numbers: BTreeMap<String, NumberBand>,
}

/// A band of list prices, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PriceBand {
    /// The lowest price.
    pub low_minor: i64,
    /// Half of the products of a middling brand cost less.
    pub median_minor: i64,
    /// The highest price, itself included.
    pub high_minor: i64,
    /// Standard deviation of the price's logarithm, in hundredths; at most 150.
    pub spread_percent: u16,
}

/// Whole numbers from `low` to `high`, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// The least.
    pub low: u32,
    /// The greatest, itself included.
    pub high: u32,
}

/// Numbers from `low` to `high` in steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NumberBand {
    /// The least.
    pub low: i64,
    /// The greatest, itself included where a step meets it.
    pub high: i64,
    /// From one number to the next.
    #[serde(default = "one_step")]
    pub step: i64,
}

fn one_step() -> i64 {
    1
}

/// One brand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Brand {
    /// The invented name.
    pub name: String,
    /// Price level; 100 is the middle of the market. 20 to 500.
    pub level_percent: u32,
    /// Share beside the other brands of a kind.
    #[serde(default = "one")]
    pub weight: u32,
    /// The kinds it sells; none named means all.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Its product families.
    pub series: Vec<TextOr<Series>>,
}

/// A product family of a brand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// The family's name.
    pub name: String,
    /// The kinds it comes in; none named means all of the brand's.
    #[serde(default)]
    pub kinds: Vec<String>,
}

impl From<String> for Series {
    fn from(name: String) -> Self {
        Self { name, kinds: Vec::new() }
    }
}

/// One attribute: a list of values, a band of numbers, or a text pattern.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Attribute {
    /// lowerCamel name, for slots and columns.
    pub name: String,
    /// The name for people.
    pub label: String,
    /// The unit of its numbers.
    #[serde(default)]
    pub unit: Option<String>,
    /// The kinds that have it; none named means all that have values for it.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Its values, where the kind has none of its own.
    #[serde(default)]
    pub values: Vec<TextOr<AttributeValue>>,
    /// Its numbers, where the kind has none of its own.
    #[serde(default)]
    pub number: Option<NumberBand>,
    /// Words put together: `{given} {family}`.
    #[serde(default)]
    pub pattern: Option<String>,
}

/// One value of an attribute.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct AttributeValue {
    /// As it stands in a sentence or on a label.
    pub value: String,
    /// Share beside the other values that fit.
    #[serde(default = "one")]
    pub weight: u32,
    /// What it does to the price; 100 changes nothing. 10 to 1,000.
    #[serde(default = "hundred")]
    pub price_percent: u32,
    /// The kinds that may have it; none named means all.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Values of earlier attributes with which it goes; all of them must hold.
    #[serde(default)]
    pub when: BTreeMap<String, Vec<String>>,
}

impl From<String> for AttributeValue {
    fn from(value: String) -> Self {
        Self { value, weight: 1, price_percent: 100, kinds: Vec::new(), when: BTreeMap::new() }
    }
}

fn hundred() -> u32 {
    100
}

/// One way in which names are built.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NamePattern {
    /// Text with slots.
    pub pattern: String,
    /// Share beside the other patterns that fit.
    #[serde(default = "one")]
    pub weight: u32,
    /// The kinds named so; none named means all whose slots exist.
    #[serde(default)]
    pub kinds: Vec<String>,
}

/// One sentence of a description.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sentence {
    /// Text with slots.
    pub text: String,
    /// Share beside the other sentences that fit.
    #[serde(default = "one")]
    pub weight: u32,
    /// The kinds it fits; none named means all whose slots exist.
    #[serde(default)]
    pub kinds: Vec<String>,
    /// Attribute values with which it fits; all of them must hold.
    #[serde(default)]
    pub when: BTreeMap<String, Vec<String>>,
}

/// How prices end, up to some size of price.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PriceEndings {
    /// For prices below this.
    pub below_minor: i64,
    /// The endings, by weight.
    pub endings: Vec<PriceEnding>,
}

/// Prices that leave `ending_minor` when divided by `step_minor`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PriceEnding {
    /// From one such price to the next: 100 for whole currency units, 1000 for tens.
    pub step_minor: i64,
    /// What stands behind: 99 with a step of 100 gives 4.99, 900 with a step of 1000 gives 149.00.
    pub ending_minor: i64,
    /// Its share.
    #[serde(default = "one")]
    pub weight: u32,
}

fn usual_endings() -> Vec<PriceEndings> {
    let endings = |below_minor, list: &[(i64, i64, u32)]| PriceEndings {
        below_minor,
        endings: list.iter().map(|&(step_minor, ending_minor, weight)| PriceEnding { step_minor, ending_minor, weight }).collect(),
    };
    vec![
        endings(2_000, &[(100, 99, 50), (100, 49, 18), (100, 95, 10), (100, 0, 6), (100, 79, 6), (100, 29, 6), (100, 25, 4)]),
        endings(10_000, &[(100, 99, 44), (100, 95, 24), (100, 0, 18), (100, 50, 6), (100, 49, 8)]),
        endings(50_000, &[(100, 95, 22), (100, 99, 18), (500, 0, 14), (1_000, 900, 34), (1_000, 0, 12)]),
        endings(i64::MAX, &[(1_000, 900, 34), (5_000, 4_900, 22), (10_000, 9_900, 26), (5_000, 0, 10), (1_000, 500, 8)]),
    ]
}

impl Catalog {
    /// The categories of all kinds, each once, in the order of the kinds.
    pub fn lines(&self) -> Vec<&str> {
        let mut lines: Vec<&str> = Vec::new();
        for kind in &self.kinds {
            if !lines.contains(&kind.line.as_str()) {
                lines.push(&kind.line);
            }
        }
        lines
    }

    /// The brands that sell a kind.
    pub fn brands_of<'a>(&'a self, kind: &'a Kind) -> impl Iterator<Item = &'a Brand> {
        self.brands.iter().filter(|brand| fits(&brand.kinds, kind))
    }

    /// The list of words or code patterns of this name, as the kind has it.
    pub fn list<'a>(&'a self, kind: &'a Kind, name: &str) -> Option<&'a [String]> {
        kind.words.get(name).or_else(|| self.words.get(name)).or_else(|| self.codes.get(name)).map(Vec::as_slice)
    }

    /// Whether the kind has the attribute, in whatever form.
    pub fn has(&self, kind: &Kind, attribute: &Attribute) -> bool {
        fits(&attribute.kinds, kind)
            && (attribute.pattern.is_some() || self.numbers_of(kind, attribute).is_some() || !self.values_of(kind, attribute).is_empty())
    }

    /// The values of an attribute that the kind may have, whatever the other attributes are.
    pub fn values_of<'a>(&'a self, kind: &'a Kind, attribute: &'a Attribute) -> Vec<&'a AttributeValue> {
        let own = kind.attributes.get(&attribute.name).unwrap_or(&attribute.values);
        if !fits(&attribute.kinds, kind) {
            return Vec::new();
        }
        own.iter().map(|entry| &entry.0).filter(|value| fits(&value.kinds, kind)).collect()
    }

    /// The numbers of an attribute that the kind may have.
    pub fn numbers_of(&self, kind: &Kind, attribute: &Attribute) -> Option<NumberBand> {
        if fits(&attribute.kinds, kind) { kind.numbers.get(&attribute.name).copied().or(attribute.number) } else { None }
    }

    /// The number attribute that says what a kind weighs, and how many thousandths of a gram its unit has.
    pub fn weight_of(&self, kind: &Kind) -> Option<(&Attribute, i64)> {
        let unit = |attribute: &Attribute| match attribute.unit.as_deref()? {
            "g" => Some(1_000),
            "kg" => Some(1_000_000),
            "oz" => Some(28_350),
            "lb" => Some(453_592),
            _ => None,
        };
        let weighs = |attribute: &&Attribute| attribute.name.to_lowercase().contains("weight") && self.numbers_of(kind, attribute).is_some();
        self.attributes.iter().filter(weighs).find_map(|attribute| Some((attribute, unit(attribute)?)))
    }

    /// Whether it is known what products of a kind weigh.
    pub fn weighs(&self, kind: &Kind) -> bool {
        kind.grams.is_some() || self.weight_of(kind).is_some()
    }

    /// The attribute of this name.
    pub fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }

    /// Whether a slot can be filled for a kind.
    pub fn slot_exists(&self, kind: &Kind, slot: &str) -> bool {
        matches!(slot, "brand" | "series" | "kind")
            || self.list(kind, slot).is_some()
            || self.attribute(slot).is_some_and(|attribute| self.has(kind, attribute))
    }
}

impl Brand {
    /// The families of the brand that come in a kind.
    pub fn series_of<'a>(&'a self, kind: &'a Kind) -> impl Iterator<Item = &'a Series> {
        self.series.iter().map(|entry| &entry.0).filter(|series| fits(&series.kinds, kind))
    }
}

/// Whether a list of kinds takes in this one; an empty list takes in all.
pub fn fits(kinds: &[String], kind: &Kind) -> bool {
    kinds.is_empty() || kinds.contains(&kind.name)
}

/// The text with which a number attribute stands in a sentence: number and unit.
pub fn number_text(number: i64, unit: Option<&str>) -> String {
    match unit {
        Some(unit) => format!("{number} {unit}"),
        None => number.to_string(),
    }
}

/// The values of a weighted list.
pub fn values(list: &[TextOr<Choice>]) -> impl Iterator<Item = (&str, u32)> {
    list.iter().map(|entry| (entry.0.value.as_str(), entry.0.weight))
}
