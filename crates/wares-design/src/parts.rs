//! A model's answers, part by part -> pieces of a catalog. What cannot be used is left out and said; what is too little is a problem.
//!
//! Start at [`Pieces::take`]. What becomes of names is in `naming`; the pieces of built-in packs are in `builtin`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use serde_json::Value;
use wares_model::{
    pack::{
        catalog::{Attribute, AttributeValue, Band, Brand, Kind, NamePattern, NumberBand, PriceBand, Sentence, Series},
        compose, marks,
    },
    pattern,
    weighted::TextOr,
};

use crate::{clean, range, report::Part};

/// The fewest kinds, brands and entries of each word list that a shop reads well with.
pub(crate) const LEAST_KINDS: usize = 5;
pub(crate) const LEAST_BRANDS: usize = 12;
const LEAST_WORDS: usize = 5;

/// The pieces of a catalog.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Pieces {
    /// Names of kinds, of which [`Pieces::kinds`] knows more.
    pub(crate) range: Vec<String>,
    pub(crate) kinds: Vec<Kind>,
    pub(crate) brands: Vec<Brand>,
    /// By kind.
    pub(crate) nouns: BTreeMap<String, Vec<String>>,
    pub(crate) features: Vec<String>,
    pub(crate) finishes: Vec<String>,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) scale: String,
    pub(crate) names: Vec<NamePattern>,
    /// Group by group; one may be empty.
    pub(crate) descriptions: Vec<Vec<Sentence>>,
}

/// What was left out of an answer, and what is so wrong with it that it must be given again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Judged {
    pub(crate) left_out: Vec<String>,
    pub(crate) problems: Vec<String>,
}

#[derive(Deserialize)]
struct KindAnswer {
    line: String,
    share: i64,
    price_low: Value,
    price_median: Value,
    price_high: Value,
    grams_low: i64,
    grams_high: i64,
}

#[derive(Deserialize)]
struct BrandsAnswer {
    brands: Vec<BrandAnswer>,
}

#[derive(Deserialize)]
struct BrandAnswer {
    name: String,
    level: i64,
    kinds: Vec<String>,
    series: Vec<String>,
}

#[derive(Deserialize)]
struct WordsAnswer {
    nouns: BTreeMap<String, Vec<String>>,
    features: Vec<String>,
    finishes: Vec<String>,
}

#[derive(Deserialize)]
struct AttributesAnswer {
    attributes: Vec<AttributeAnswer>,
    size: String,
    rules: Vec<RuleAnswer>,
}

#[derive(Deserialize)]
struct AttributeAnswer {
    name: String,
    label: String,
    #[serde(rename = "type")]
    form: String,
    unit: String,
    values: Vec<String>,
    low: i64,
    high: i64,
    step: i64,
    kinds: Vec<String>,
}

#[derive(Deserialize)]
struct RuleAnswer {
    attribute: String,
    value: String,
    only_with: String,
    values: Vec<String>,
}

#[derive(Deserialize)]
struct WordingAnswer {
    names: Vec<String>,
    opening: Vec<String>,
    details: Vec<String>,
    closing: Vec<String>,
}

impl Pieces {
    /// Adds what can be used of an answer to what is there of the part.
    pub(crate) fn take(&mut self, part: Part, answer: &Value) -> Judged {
        let mut judged = Judged::default();
        let read = match part {
            Part::Range => {
                range::names(answer).take(16).for_each(|text| self.take_name(text, &mut judged));
                if self.range.len() < LEAST_KINDS {
                    judged.problems.push(format!("{} different usable kinds are too few: give at least {LEAST_KINDS}", self.range.len()));
                }
                Ok(())
            }
            Part::Kinds => serde_json::from_value(answer.clone()).map(|answer| self.take_kinds(answer, &mut judged)),
            Part::Brands => serde_json::from_value(answer.clone()).map(|answer| self.take_brands(answer, &mut judged)),
            Part::Words => serde_json::from_value(answer.clone()).map(|answer| self.take_words(answer, &mut judged)),
            Part::Attributes => serde_json::from_value(answer.clone()).map(|answer| self.take_attributes(answer, &mut judged)),
            Part::Wording => serde_json::from_value(answer.clone()).map(|answer| self.take_wording(&answer, &mut judged)),
        };
        if let Err(error) = read {
            judged.problems.push(format!("the answer has not the form of the schema: {}", clean::cut(&error.to_string(), 160)));
        }
        judged
    }

    /// What there is of a part, as the model may call it.
    pub(crate) fn names_of(&self, part: Part) -> Vec<&str> {
        match part {
            Part::Range => self.range.iter().map(String::as_str).collect(),
            Part::Kinds => self.kinds.iter().map(|kind| kind.name.as_str()).collect(),
            Part::Brands => self.brands.iter().map(|brand| brand.name.as_str()).collect(),
            Part::Words => self.features.iter().chain(&self.finishes).map(String::as_str).collect(),
            Part::Attributes => self.attributes.iter().map(|attribute| attribute.name.as_str()).collect(),
            Part::Wording => {
                let sentences = self.descriptions.iter().flatten().map(|sentence| sentence.text.as_str());
                self.names.iter().map(|name| name.pattern.as_str()).chain(sentences).collect()
            }
        }
    }

    fn take_name(&mut self, text: &str, judged: &mut Judged) {
        match range::name(text, &self.range) {
            Ok(name) => self.range.push(name),
            Err(why) => judged.left_out.push(format!("the kind `{}`: {why}", shown(text))),
        }
    }

    fn take_kinds(&mut self, mut answers: BTreeMap<String, KindAnswer>, judged: &mut Judged) {
        for name in self.range.clone() {
            let Some(answer) = answers.remove(&name) else { continue };
            let line = clean::line(&answer.line, 40).unwrap_or_else(|| name.clone());
            if self.kinds.iter().any(|known| same(&known.name, &name)) {
                continue;
            }
            let amounts = [&answer.price_low, &answer.price_median, &answer.price_high].map(clean::minor);
            let [Some(low @ 5..), Some(median), Some(high @ ..=50_000_000)] = amounts else {
                judged.left_out.push(format!("the kind `{name}`, whose prices are none from 0.05 to 500,000 US dollars"));
                continue;
            };
            // Two kinds of one category are two of the same in a list of categories.
            let line = if self.kinds.iter().any(|known| same(&known.line, &line)) { plural(&name) } else { line };
            self.kinds.push(kind(name, line, answer.share, [low, median, high], (answer.grams_low, answer.grams_high)));
        }
        if self.kinds.len() < LEAST_KINDS {
            judged.problems.push(format!("{} kinds with usable prices are too few: give at least {LEAST_KINDS}", self.kinds.len()));
        }
    }

    fn take_brands(&mut self, answer: BrandsAnswer, judged: &mut Judged) {
        let goods: Vec<String> = self.kinds.iter().flat_map(|kind| [kind.name.to_lowercase(), kind.line.to_lowercase()]).collect();
        for answer in answer.brands.into_iter().take(40) {
            let Some(name) = clean::line(&answer.name, 22) else {
                judged.left_out.push(format!("a brand without a usable name, `{}`", shown(&answer.name)));
                continue;
            };
            let why = match () {
                () if self.brands.iter().any(|known| same(&known.name, &name)) => Some("stood there already"),
                () if marks::known(&name) => Some("is a real mark"),
                () if goods.contains(&name.to_lowercase()) => Some("is the name of goods"),
                () => None,
            };
            if let Some(why) = why {
                judged.left_out.push(format!("the brand `{name}`, which {why}"));
                continue;
            }
            let mut series = clean::list(&answer.series, 18);
            series.retain(|series| !same(series, &name) && !marks::known(series) && !goods.contains(&series.to_lowercase()));
            if series.len() < 2 {
                judged.left_out.push(format!("the brand `{name}`, which has no series of its own"));
                continue;
            }
            let kinds = self.known_kinds(&answer.kinds);
            let level_percent = answer.level.clamp(40, 300) as u32;
            let series = series.into_iter().map(|name| TextOr(Series::from(name))).collect();
            self.brands.push(Brand { name, level_percent, weight: weight_of(level_percent), kinds, series });
        }
        self.sell_all();
        if self.brands.len() < LEAST_BRANDS {
            let most = format!("{} different usable brands are too few: give at least {LEAST_BRANDS}, each with series", self.brands.len());
            judged.problems.push(most);
        }
    }

    /// Sees to it that every kind is sold by three brands at least.
    pub(crate) fn sell_all(&mut self) {
        for kind in &self.kinds {
            let mut missing =
                3_usize.saturating_sub(self.brands.iter().filter(|brand| brand.kinds.is_empty() || brand.kinds.contains(&kind.name)).count());
            for brand in self.brands.iter_mut().filter(|brand| !brand.kinds.is_empty() && !brand.kinds.contains(&kind.name)) {
                if missing > 0 {
                    brand.kinds.push(kind.name.clone());
                    missing -= 1;
                }
            }
        }
    }

    fn take_words(&mut self, answer: WordsAnswer, judged: &mut Judged) {
        for (name, nouns) in answer.nouns {
            let Some(kind) = self.kinds.iter().find(|kind| same(&kind.name, &name) || same(&kind.line, &name)) else {
                judged.left_out.push(format!("nouns of the unknown kind `{}`", shown(&name)));
                continue;
            };
            let nouns = clean::list(&nouns, 28).into_iter().map(|noun| titled(&noun));
            self.nouns.entry(kind.name.clone()).or_default().extend(nouns);
        }
        self.part_nouns();
        self.features = clean::list(&[self.features.as_slice(), &answer.features].concat(), 20);
        self.finishes = clean::list(&[self.finishes.as_slice(), &answer.finishes].concat(), 18);
        let known: BTreeSet<String> = self.nouns.values().flatten().map(|noun| noun.to_lowercase()).collect();
        for (name, list) in [("features", &mut self.features), ("finishes", &mut self.finishes)] {
            list.retain(|word| !known.iter().any(|noun| noun == &word.to_lowercase() || noun.starts_with(&format!("{} ", word.to_lowercase()))));
            list.truncate(40);
            if list.len() < LEAST_WORDS {
                judged.problems.push(format!("{} usable {name} are too few: give at least 8, none of them a noun", list.len()));
            }
        }
    }

    /// No noun stands in two kinds, or two products of these could bear one name; each kind has its own name as a noun at least.
    pub(crate) fn part_nouns(&mut self) {
        let names: Vec<String> = self.kinds.iter().map(|kind| kind.name.clone()).collect();
        let mut seen: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
        let mut parted = BTreeMap::new();
        for name in names {
            let mut nouns = vec![name.clone()];
            for noun in self.nouns.get(&name).into_iter().flatten() {
                if seen.insert(noun.to_lowercase()) {
                    nouns.push(noun.clone());
                }
            }
            parted.insert(name, nouns);
        }
        self.nouns = parted;
    }

    fn take_attributes(&mut self, answer: AttributesAnswer, judged: &mut Judged) {
        for answer in answer.attributes.into_iter().take(20) {
            match self.attribute(&answer) {
                Ok(attribute) => self.attributes.push(attribute),
                Err(why) => judged.left_out.push(format!("the attribute `{}`: {why}", shown(&answer.name))),
            }
        }
        for rule in answer.rules {
            if let Err(why) = self.rule(&rule) {
                judged.left_out.push(format!("a rule of `{}`: {why}", shown(&rule.attribute)));
            }
        }
        if let Some(size) = clean::camel(&answer.size).filter(|size| self.measures(size)) {
            self.scale = size;
        }
        if !self.measures(&self.scale) {
            self.scale = self.attributes.iter().find(|attribute| self.measures(&attribute.name)).map(|found| found.name.clone()).unwrap_or_default();
        }
        if self.scale.is_empty() {
            judged.problems.push("`size` must name a choice attribute of all kinds whose values have at most 10 characters".to_owned());
        }
        if self.attributes.len() < 4 {
            judged.problems.push(format!("{} usable attributes are too few: give at least 5", self.attributes.len()));
        }
    }

    fn attribute(&self, answer: &AttributeAnswer) -> Result<Attribute, String> {
        const TAKEN: [&str; 20] = [
            "brand",
            "series",
            "kind",
            "noun",
            "feature",
            "finish",
            "model",
            "price",
            "msrp",
            "listPrice",
            "cost",
            "name",
            "vendor",
            "category",
            "sku",
            "stock",
            "rating",
            "barcode",
            "description",
            "weightGrams",
        ];
        let name = clean::camel(&answer.name).ok_or("its name has no letters")?;
        if TAKEN.iter().any(|taken| same(taken, &name)) {
            return Err("every product has that anyway".to_owned());
        }
        if self.attributes.iter().any(|known| same(&known.name, &name)) {
            return Err("it stood there already".to_owned());
        }
        let label = clean::line(&answer.label, 40).unwrap_or_else(|| name.clone()).to_lowercase();
        let unit = clean::line(&answer.unit, 10);
        let kinds = self.known_kinds(&answer.kinds);
        let mut attribute = Attribute { name, label, unit, kinds, values: Vec::new(), number: None, pattern: None };
        let values = clean::list(&answer.values, 40);
        if answer.form == "number" || (values.len() < 2 && answer.low < answer.high) {
            let (low, high) = (answer.low.min(answer.high), answer.low.max(answer.high));
            if low == high {
                return Err("its range is empty".to_owned());
            }
            let (low, high) = (low.clamp(-10_000_000, 10_000_000), high.clamp(-10_000_000, 10_000_000));
            attribute.number = Some(NumberBand { low, high, step: answer.step.clamp(1, (high - low).max(1)) });
            return Ok(attribute);
        }
        if values.len() < 2 {
            return Err("it has fewer than two values".to_owned());
        }
        attribute.unit = None;
        attribute.values = values.into_iter().take(24).map(|value| TextOr(AttributeValue::from(value))).collect();
        Ok(attribute)
    }

    fn rule(&mut self, rule: &RuleAnswer) -> Result<(), &'static str> {
        let place = |name: &str| self.attributes.iter().position(|known| Some(&known.name) == clean::camel(name).as_ref());
        let (Some(bound), Some(free)) = (place(&rule.attribute), place(&rule.only_with)) else { return Err("it names no attribute") };
        if free >= bound {
            return Err("the other attribute must stand before it");
        }
        let (other, other_kinds) = (self.attributes[free].clone(), self.attributes[free].kinds.clone());
        let wanted: Vec<String> =
            other.values.iter().map(|value| value.0.value.clone()).filter(|value| rule.values.iter().any(|text| same(text, value))).collect();
        // Where the other attribute is missing, a value that needs it could never be.
        let covered = other_kinds.is_empty()
            || (!self.attributes[bound].kinds.is_empty() && self.attributes[bound].kinds.iter().all(|kind| other_kinds.contains(kind)));
        let free_left = self.attributes[bound].values.iter().filter(|value| value.0.when.is_empty() && !same(&value.0.value, &rule.value)).count();
        if wanted.is_empty() || !covered || free_left == 0 {
            return Err("it could never hold, or would leave nothing");
        }
        let value = self.attributes[bound].values.iter_mut().find(|value| same(&value.0.value, &rule.value)).ok_or("it names no value")?;
        value.0.when.insert(other.name, wanted);
        Ok(())
    }

    /// Whether an attribute can be the leading measure.
    pub(crate) fn measures(&self, name: &str) -> bool {
        self.attributes.iter().any(|attribute| {
            attribute.name == name && !attribute.values.is_empty() && attribute.values.iter().all(|value| value.0.value.chars().count() <= 10)
        })
    }

    fn take_wording(&mut self, answer: &WordingAnswer, judged: &mut Judged) {
        for text in answer.names.iter().take(12) {
            match self.name(text) {
                Ok(pattern) if self.names.iter().any(|known| known.pattern == pattern) => {}
                Ok(pattern) => self.names.push(NamePattern { pattern, weight: 2, kinds: Vec::new() }),
                Err(why) => judged.left_out.push(format!("the name `{}`: {why}", shown(text))),
            }
        }
        self.descriptions.resize(3, Vec::new());
        for (group, texts) in [&answer.opening, &answer.details, &answer.closing].into_iter().enumerate() {
            for text in texts.iter().take(12) {
                match self.sentence(text) {
                    Ok(text) if self.descriptions[group].iter().any(|known| known.text == text) => {}
                    Ok(text) => self.descriptions[group].push(Sentence { text, weight: 1, kinds: Vec::new(), when: BTreeMap::new() }),
                    Err(why) => judged.left_out.push(format!("the sentence `{}`: {why}", shown(text))),
                }
            }
        }
        if self.names.len() < 2 {
            judged
                .problems
                .push("fewer than two patterns of names can be used; each needs `{brand}` and `{noun}`, and slots of the list alone".to_owned());
        }
        if self.descriptions.iter().map(Vec::len).sum::<usize>() < 5 {
            judged.problems.push("fewer than five sentences can be used; slots of the list alone may stand in braces".to_owned());
        }
        judged.problems.extend(if judged.problems.is_empty() { Vec::new() } else { judged.left_out.clone() });
    }

    /// A pattern of names: with brand and noun, each slot once, attributes only where they can be counted.
    fn name(&self, text: &str) -> Result<String, String> {
        let text = clean::pattern(text, 90).ok_or("it is empty or too long")?;
        let slots = self.slots(&text)?;
        for needed in ["brand", "noun"] {
            if !slots.iter().any(|slot| slot == needed) {
                return Err(format!("`{{{needed}}}` is missing"));
            }
        }
        if slots.iter().collect::<BTreeSet<_>>().len() < slots.len() || slots.len() > 6 {
            return Err("a slot stands there twice, or there are more than 6".to_owned());
        }
        let countable = |slot: &String| {
            self.attributes.iter().find(|known| known.name == *slot).is_none_or(|known| {
                !known.values.is_empty() && known.values.iter().all(|value| value.0.when.is_empty() && value.0.value.chars().count() <= 14)
            })
        };
        match slots.iter().find(|slot| !countable(slot)) {
            Some(slot) => Err(format!("`{{{slot}}}` cannot stand in a name: it is a number, long, or hangs on another")),
            None => Ok(text),
        }
    }

    fn sentence(&self, text: &str) -> Result<String, String> {
        let mut text = clean::pattern(text, 220).ok_or("it is empty or too long")?;
        self.slots(&text)?;
        if !text.ends_with(['.', '!', '?']) {
            text.push('.');
        }
        Ok(text)
    }

    /// The slots of a text, all of them known.
    fn slots(&self, text: &str) -> Result<Vec<String>, String> {
        let pieces = pattern::pieces(text)?;
        let slots: Vec<String> = pattern::slots(&pieces).map(str::to_owned).collect();
        let fixed = ["brand", "series", "kind", "noun", "feature", "finish", "model"];
        match slots.iter().find(|slot| !fixed.contains(&slot.as_str()) && !self.attributes.iter().any(|known| known.name == **slot)) {
            Some(slot) => Err(format!("there is no slot `{{{slot}}}`")),
            None => Ok(slots),
        }
    }

    /// The kinds that an answer names, as they are spelled; none where it names all.
    fn known_kinds(&self, named: &[String]) -> Vec<String> {
        let known: Vec<String> = self
            .kinds
            .iter()
            .filter(|kind| named.iter().any(|name| same(name, &kind.name) || same(name, &kind.line)))
            .map(|kind| kind.name.clone())
            .collect();
        if known.len() == self.kinds.len() { Vec::new() } else { known }
    }
}

/// A kind with everything that the model is not asked for.
pub(crate) fn kind(name: String, line: String, share: i64, prices: [i64; 3], grams: (i64, i64)) -> Kind {
    let mut prices = prices.map(|price| price.clamp(5, 50_000_000));
    prices.sort_unstable();
    let [low, median, high] = prices;
    // A band of one price makes no shop; one from pennies to fortunes makes none either.
    let low = low.max(median / 20).min(median * 9 / 10).max(1);
    let high = high.min(median.saturating_mul(20)).max(median + median / 3 + 1);
    let gram = |grams: i64| grams.clamp(0, 20_000_000) as u32;
    let (light, heavy) = (gram(grams.0.min(grams.1)), gram(grams.0.max(grams.1)));
    let cheap = median < 10_000;
    Kind {
        name,
        line,
        weight: share.clamp(1, 20) as u32,
        price: PriceBand { low_minor: low, median_minor: median, high_minor: high, spread_percent: 45 },
        cost_percent: Band { low: 45, high: 66 },
        stock: Band { low: 0, high: if cheap { 240 } else { 40 } },
        grams: (heavy > 0).then_some(Band { low: light.max(1), high: heavy }),
        words: BTreeMap::new(),
        attributes: BTreeMap::new(),
        numbers: BTreeMap::new(),
    }
}

/// Brands of the middle sell most.
fn weight_of(level_percent: u32) -> u32 {
    match level_percent {
        0..=70 => 4,
        71..=125 => 5,
        126..=160 => 3,
        _ => 2,
    }
}

/// Whether two texts are the same but for the size of letters and what is neither letter nor digit.
pub(crate) fn same(one: &str, other: &str) -> bool {
    let plain = |text: &str| text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    plain(one) == plain(other)
}

/// The name of a category of such things; of wax there is no plural.
pub(crate) fn plural(name: &str) -> String {
    if name.to_lowercase().ends_with("wax") { name.to_owned() } else { compose::plural(name) }
}

/// The first letter of each word is a capital one.
pub(crate) fn titled(text: &str) -> String {
    pattern::write_value(text, pattern::Article::None, pattern::Case::Title)
}

/// A stranger's text as a message shows it.
fn shown(text: &str) -> String {
    clean::cut(&clean::pattern(text, 400).unwrap_or_default(), 60)
}
