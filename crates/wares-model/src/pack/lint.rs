//! What a catalog pack must hold before the engine may use it. Start at [`lint`].

use std::collections::{BTreeMap, BTreeSet};

use super::catalog::{Attribute, Band, Catalog, Kind, NumberBand, fits};
use crate::{
    pattern,
    place::{Place, Problem, nearest},
};

/// The most attributes of a pack; the engine keeps those of a product in a fixed place.
pub const MOST_ATTRIBUTES: usize = 24;
/// The most name patterns of a kind: each needs a place in the engine's blocks of 64.
pub const MOST_PATTERNS: usize = 64;
/// The most slots of a name.
pub const MOST_SLOTS: usize = 8;

/// Every problem of a catalog pack, each with its place.
pub fn lint(catalog: &Catalog) -> Vec<Problem> {
    let mut lint = Lint { catalog, problems: Vec::new() };
    lint.header();
    for (index, kind) in catalog.kinds.iter().enumerate() {
        lint.kind(&Place::root().field("kinds").item(index), kind);
    }
    lint.brands();
    lint.lists();
    lint.attributes();
    lint.names();
    lint.descriptions();
    lint.problems
}

struct Lint<'a> {
    catalog: &'a Catalog,
    problems: Vec<Problem>,
}

impl Lint<'_> {
    fn say(&mut self, place: Place, message: impl Into<String>) {
        self.problems.push(Problem::new(place, message));
    }

    fn header(&mut self) {
        let catalog = self.catalog;
        let root = Place::root();
        if catalog.version != 1 {
            self.say(root.field("version"), format!("`{}` is not a pack version that this build reads, 1", catalog.version));
        }
        for (name, empty) in [("kinds", catalog.kinds.is_empty()), ("brands", catalog.brands.is_empty()), ("names", catalog.names.is_empty())] {
            if empty {
                self.say(root.field(name), "is empty");
            }
        }
        if catalog.kinds.len() > 256 || catalog.brands.len() > 256 {
            self.say(root.clone(), "has more than 256 kinds or brands");
        }
        if catalog.attributes.len() > MOST_ATTRIBUTES {
            self.say(root.field("attributes"), format!("holds more than {MOST_ATTRIBUTES}"));
        }
        if catalog.attribute(&catalog.scale).is_none() {
            self.say(root.field("scale"), format!("no attribute is named `{}`", catalog.scale));
        }
        if catalog.endings.is_empty() || catalog.endings.iter().any(|group| group.endings.is_empty()) {
            self.say(root.field("endings"), "is empty, or has a group without endings");
        }
        for (index, group) in catalog.endings.iter().enumerate() {
            for (inner, ending) in group.endings.iter().enumerate() {
                if ending.step_minor < 1 || !(0..ending.step_minor).contains(&ending.ending_minor) {
                    let at = root.field("endings").item(index).field("endings").item(inner);
                    self.say(at, "`ending_minor` must lie between 0 and `step_minor`");
                }
            }
        }
        self.repeats(&root.field("kinds"), catalog.kinds.iter().map(|kind| kind.name.as_str()));
        self.repeats(&root.field("brands"), catalog.brands.iter().map(|brand| brand.name.as_str()));
        self.repeats(&root.field("attributes"), catalog.attributes.iter().map(|attribute| attribute.name.as_str()));
    }

    fn kind(&mut self, at: &Place, kind: &Kind) {
        let price = kind.price;
        if price.low_minor < 1 || price.low_minor > price.high_minor {
            let message = format!("{} is more than `high_minor`, {}, or less than 1", price.low_minor, price.high_minor);
            self.say(at.field("price").field("low_minor"), message);
        }
        if !(price.low_minor..=price.high_minor).contains(&price.median_minor) {
            let message =
                format!("{} does not lie between `low_minor`, {}, and `high_minor`, {}", price.median_minor, price.low_minor, price.high_minor);
            self.say(at.field("price").field("median_minor"), message);
        }
        if price.high_minor > 1_000_000_000_000 {
            self.say(at.field("price").field("high_minor"), "is more than 1,000,000,000,000");
        }
        if price.spread_percent > 150 {
            self.say(at.field("price").field("spread_percent"), format!("`{}` is more than 150", price.spread_percent));
        }
        let grams = kind.grams.unwrap_or(Band { low: 0, high: 0 });
        for (name, band, most) in [("cost_percent", kind.cost_percent, 99), ("stock", kind.stock, u32::MAX), ("grams", grams, 100_000_000)] {
            if band.low > band.high {
                self.say(at.field(name).field("low"), format!("{} is more than `high`, {}", band.low, band.high));
            }
            if band.high > most {
                self.say(at.field(name).field("high"), format!("{} is more than {most}", band.high));
            }
        }
        if kind.weight == 0 {
            self.say(at.field("weight"), "must be 1 or more");
        }
        for (name, list) in &kind.words {
            self.list(&at.field("words").field(name), list);
        }
        for name in kind.attributes.keys().chain(kind.numbers.keys()) {
            if self.catalog.attribute(name).is_none() {
                self.unknown(at.field("attributes").field(name), "attribute", name, self.catalog.attributes.iter().map(|known| known.name.as_str()));
            }
        }
        for (name, band) in &kind.numbers {
            self.number(at.field("numbers").field(name), *band);
        }
        if self.catalog.brands_of(kind).next().is_none() {
            self.say(at.clone(), format!("no brand sells `{}`", kind.name));
        }
        for brand in self.catalog.brands_of(kind) {
            if brand.series_of(kind).next().is_none() {
                self.say(at.clone(), format!("brand `{}` sells `{}` and has no series for it", brand.name, kind.name));
            }
        }
    }

    fn number(&mut self, at: Place, band: NumberBand) {
        let span = band.high.checked_sub(band.low).filter(|span| (0..=1_000_000_000).contains(span));
        if span.is_none() || band.step < 1 {
            self.say(at, format!("`low`, {}, is more than `high`, {}, or they lie a billion apart, or `step` is below 1", band.low, band.high));
        }
    }

    fn brands(&mut self) {
        for (index, brand) in self.catalog.brands.iter().enumerate() {
            let at = Place::root().field("brands").item(index);
            if !(20..=500).contains(&brand.level_percent) {
                self.say(at.field("level_percent"), format!("`{}` does not lie between 20 and 500", brand.level_percent));
            }
            if brand.weight == 0 {
                self.say(at.field("weight"), "must be 1 or more");
            }
            self.kinds(&at, &brand.kinds);
            self.repeats(&at.field("series"), brand.series.iter().map(|series| series.0.name.as_str()));
            for (inner, series) in brand.series.iter().enumerate() {
                self.kinds(&at.field("series").item(inner), &series.0.kinds);
            }
        }
    }

    fn lists(&mut self) {
        for (name, list) in &self.catalog.words {
            self.list(&Place::root().field("words").field(name), list);
        }
        for (name, list) in &self.catalog.codes {
            let at = Place::root().field("codes").field(name);
            self.list(&at, list);
            for (index, code) in list.iter().enumerate() {
                if pattern::code_capacity(code).is_none() {
                    self.say(at.item(index), "makes more codes than 64 bits can count");
                }
            }
        }
    }

    fn attributes(&mut self) {
        let mut earlier = BTreeSet::new();
        for (index, attribute) in self.catalog.attributes.iter().enumerate() {
            let at = Place::root().field("attributes").item(index);
            self.kinds(&at, &attribute.kinds);
            self.values(&at.field("values"), attribute, None, &earlier);
            if let Some(band) = attribute.number {
                self.number(at.field("number"), band);
            }
            for (number, kind) in self.catalog.kinds.iter().enumerate() {
                if kind.attributes.contains_key(&attribute.name) {
                    let at = Place::root().field("kinds").item(number).field("attributes").field(&attribute.name);
                    self.values(&at, attribute, Some(kind), &earlier);
                }
            }
            if let Some(pattern) = &attribute.pattern {
                for slot in self.parsed(&at.field("pattern"), pattern) {
                    if !self.catalog.kinds.iter().all(|kind| !fits(&attribute.kinds, kind) || self.catalog.list(kind, &slot).is_some()) {
                        self.say(at.field("pattern"), format!("`{{{slot}}}` is not a word list of all its kinds"));
                    }
                }
            }
            earlier.insert(attribute.name.as_str());
        }
    }

    fn values(&mut self, at: &Place, attribute: &Attribute, kind: Option<&Kind>, earlier: &BTreeSet<&str>) {
        let list = kind.and_then(|kind| kind.attributes.get(&attribute.name)).unwrap_or(&attribute.values);
        self.repeats(at, list.iter().map(|value| value.0.value.as_str()));
        for (index, value) in list.iter().enumerate() {
            let (at, value) = (at.item(index), &value.0);
            if value.weight == 0 {
                self.say(at.field("weight"), "must be 1 or more");
            }
            if !(10..=1_000).contains(&value.price_percent) {
                self.say(at.field("price_percent"), format!("`{}` does not lie between 10 and 1,000", value.price_percent));
            }
            if attribute.name == self.catalog.scale && value.value.chars().count() > 10 {
                self.say(at.clone(), format!("`{}` has more than 10 characters, too many for the scale", value.value));
            }
            self.kinds(&at, &value.kinds);
            for other in value.when.keys() {
                if !earlier.contains(other.as_str()) {
                    self.say(at.field("when").field(other), "is not the name of an attribute that stands before this one");
                }
            }
        }
    }

    fn names(&mut self) {
        let mut of_kind: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, name) in self.catalog.names.iter().enumerate() {
            let at = Place::root().field("names").item(index);
            self.kinds(&at, &name.kinds);
            let slots = self.parsed(&at.field("pattern"), &name.pattern);
            if slots.len() > MOST_SLOTS {
                self.say(at.field("pattern"), format!("has more than {MOST_SLOTS} slots"));
            }
            if slots.iter().any(|slot| matches!(slot.as_str(), "brand" | "series")) && self.catalog.names_without_brand {
                self.say(at.field("pattern"), "uses `{brand}` or `{series}` although `names_without_brand` is set");
            }
            for kind in self.catalog.kinds.iter().filter(|kind| fits(&name.kinds, kind)) {
                if !slots.iter().all(|slot| self.catalog.slot_exists(kind, slot)) {
                    continue;
                }
                *of_kind.entry(&kind.name).or_default() += 1;
                for slot in &slots {
                    let Some(attribute) = self.catalog.attribute(slot).filter(|_| self.catalog.list(kind, slot).is_none()) else { continue };
                    let values = self.catalog.values_of(kind, attribute);
                    if values.is_empty() || values.iter().any(|value| !value.when.is_empty()) {
                        let message =
                            format!("`{{{slot}}}` cannot be counted for `{}`: a name takes attributes with values that need no other", kind.name);
                        self.say(at.field("pattern"), message);
                    }
                }
            }
            if !self.catalog.kinds.iter().any(|kind| slots.iter().all(|slot| self.catalog.slot_exists(kind, slot))) {
                self.say(at.field("pattern"), "no kind has all of its slots");
            }
        }
        for (index, kind) in self.catalog.kinds.iter().enumerate() {
            if of_kind.get(kind.name.as_str()).is_some_and(|count| *count > MOST_PATTERNS) {
                self.say(Place::root().field("kinds").item(index), format!("more than {MOST_PATTERNS} name patterns fit `{}`", kind.name));
            }
            if !of_kind.contains_key(kind.name.as_str()) {
                self.say(Place::root().field("kinds").item(index), format!("no name pattern fits `{}`", kind.name));
            }
        }
    }

    fn descriptions(&mut self) {
        for (index, group) in self.catalog.descriptions.iter().enumerate() {
            for (inner, sentence) in group.iter().enumerate() {
                let at = Place::root().field("descriptions").item(index).item(inner);
                self.kinds(&at, &sentence.kinds);
                let slots = self.parsed(&at.field("text"), &sentence.text);
                if !self.catalog.kinds.iter().any(|kind| fits(&sentence.kinds, kind) && slots.iter().all(|slot| self.catalog.slot_exists(kind, slot)))
                {
                    self.say(at.field("text"), "no kind that it fits has all of its slots");
                }
                for name in sentence.when.keys().filter(|name| self.catalog.attribute(name).is_none()) {
                    self.say(at.field("when").field(name), "is not the name of an attribute");
                }
            }
        }
    }

    fn parsed(&mut self, at: &Place, text: &str) -> Vec<String> {
        match pattern::pieces(text) {
            Ok(pieces) => pattern::slots(&pieces).map(str::to_owned).collect(),
            Err(message) => {
                self.say(at.clone(), message);
                Vec::new()
            }
        }
    }

    fn kinds(&mut self, at: &Place, kinds: &[String]) {
        for (index, name) in kinds.iter().enumerate() {
            if !self.catalog.kinds.iter().any(|kind| kind.name == *name) {
                self.unknown(at.field("kinds").item(index), "kind", name, self.catalog.kinds.iter().map(|kind| kind.name.as_str()));
            }
        }
    }

    fn unknown<'a>(&mut self, at: Place, what: &str, typed: &str, known: impl Iterator<Item = &'a str>) {
        let problem = Problem::new(at, format!("no {what} is named `{typed}`"));
        self.problems.push(match nearest(typed, known) {
            Some(name) => problem.hint(format!("did you mean `{name}`?")),
            None => problem,
        });
    }

    fn list(&mut self, at: &Place, list: &[String]) {
        if list.is_empty() {
            self.say(at.clone(), "is empty");
        }
        self.repeats(at, list.iter().map(String::as_str));
    }

    fn repeats<'a>(&mut self, at: &Place, names: impl Iterator<Item = &'a str>) {
        let mut seen = BTreeSet::new();
        for (index, name) in names.enumerate() {
            if name.trim().is_empty() || name.chars().any(char::is_control) {
                self.say(at.item(index), "is empty or holds a control character");
            }
            if !seen.insert(name) {
                self.say(at.item(index), format!("`{name}` stands here twice"));
            }
        }
    }
}
