//! A design by a small model: what it knows is asked for by small questions (`goods`, `facts`), and the rest of the shop is that of goods in general.
//! Start at [`Work::small_range`].

mod ask;
mod facts;
mod goods;
mod votes;
mod words;

use std::collections::BTreeMap;

use serde_json::Value;
use wares_model::{
    pack::catalog::{Attribute, AttributeValue, NamePattern, Sentence},
    weighted::TextOr,
};

use self::votes::Votes;
use crate::{
    builtin, clean,
    design::Work,
    model::{ModelError, Request, Usage},
    parts::{self, LEAST_KINDS, titled},
    report::{Origin, Part, PartReport},
};

/// Each way to ask for a sentence or a list is asked so often, and so many kinds are taken.
const SAMPLES: u64 = 2;
const MOST_KINDS: usize = 10;
/// A model tells in a sentence what it lists badly.
const TOLD: u32 = 2;
const LISTED: u32 = 1;
/// Who names a trade after its goods wants these first.
const NAMED: u32 = 10;
/// A price is asked for so often, if no answer tells one.
const PRICE_SAMPLES: u64 = 3;
/// Attributes of goods in general that not all goods have: nobody said which.
const OF_SOME_GOODS: [&str; 4] = ["color", "packContents", "warranty", "leadTimeDays"];
/// Words of praise are asked for so often.
const PRAISES: u64 = 2;
/// A model that does not answer is asked no more.
const MOST_FAILURES: u32 = 3;

/// All questions of a design whose kinds have names like these, where each first answer can be used, with the tokens of a usual answer.
pub(crate) fn questions(words: &str, kinds: &[String]) -> Vec<(Request, u64)> {
    let told = ways(goods::SENTENCES).map(|(way, sample)| (goods::sentence(words, way, sample), 60));
    let usual = "Shops sell things, parts of them, tools and other equipment to all who want to have them.";
    let listed = ways(goods::LISTS).map(|(way, sample)| (goods::list(words, way, usual, sample), 70));
    let praise = (0..PRAISES).map(|sample| (facts::praise(words, sample), 50));
    let of_kinds = kinds.iter().cycle().take(MOST_KINDS).flat_map(|kind| {
        let prices = (0..facts::PRICES).map(|way| (facts::price(words, kind, way, 0), 40));
        prices.chain([(facts::materials(words, kind), 20), (facts::purpose(words, kind), 40)]).collect::<Vec<_>>()
    });
    told.chain(listed).chain(praise).chain(of_kinds).collect()
}

/// Every way with every sample of it.
fn ways(count: usize) -> impl Iterator<Item = (usize, u64)> {
    (0..count).flat_map(|way| (0..SAMPLES).map(move |sample| (way, sample)))
}

impl Work<'_> {
    /// The answer to one small question; nothing where it cannot be used.
    ///
    /// # Errors
    /// Those after which asking on makes no sense.
    fn plainly(&self, request: &Request, report: &mut PartReport) -> Result<Option<Value>, ModelError> {
        report.rounds += 1;
        match self.model.complete(request) {
            Ok(reply) => {
                report.usage += reply.usage;
                Ok(Some(reply.value))
            }
            Err(ModelError::Invalid { .. } | ModelError::Declined { .. }) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// The same, of a model that is asked no more after so many failures.
    fn tried(&self, request: &Request, report: &mut PartReport, failures: &mut u32) -> Result<Option<Value>, ModelError> {
        if *failures == MOST_FAILURES {
            return Ok(None);
        }
        let answer = self.plainly(request, report)?;
        *failures += u32::from(answer.is_none());
        Ok(answer)
    }

    /// What the shop sells, in the user's words.
    fn trade(&self) -> String {
        format!("{} {}", self.wanted.variant.as_deref().unwrap_or_default(), self.wanted.words).trim().to_owned()
    }

    /// Names of kinds: what comes up again and again, from several sides. True where that is enough for a shop.
    pub(crate) fn small_range(&mut self, report: &mut PartReport) -> Result<bool, ModelError> {
        let words = &self.trade();
        let (mut votes, mut failures) = (Votes::default(), 0);
        // A sentence about the trade stands before the questions for lists.
        let mut known = Vec::new();
        for (way, sample) in ways(goods::SENTENCES) {
            if let Some(answer) = self.tried(&goods::sentence(words, way, sample), report, &mut failures)? {
                votes.add(&goods::told(&answer, words), TOLD);
                known.extend(goods::known(&answer).filter(|_| sample == 0));
            }
        }
        for (way, sample) in ways(goods::LISTS) {
            let before = known.get(sample as usize).map_or("", String::as_str);
            if let Some(answer) = self.tried(&goods::list(words, way, before, sample), report, &mut failures)? {
                votes.add(&goods::listed(&answer, words), LISTED);
            }
        }
        if votes.is_empty() {
            return Ok(false);
        }
        votes.add(goods::named(words).as_slice(), NAMED);
        self.pieces.range = votes.chosen(words, LEAST_KINDS, MOST_KINDS);
        Ok(self.pieces.range.len() >= LEAST_KINDS)
    }

    /// Any other part, as far as a small model can be asked for it.
    pub(crate) fn small_part(&mut self, part: Part) -> Result<PartReport, ModelError> {
        let mut report = PartReport { part, origin: Origin::Repaired, rounds: 0, remarks: Vec::new(), usage: Default::default() };
        // What is asked for may reach into other parts: materials stand with their kinds.
        let before = self.pieces.clone();
        match part {
            Part::Range | Part::Brands => {}
            Part::Kinds => self.small_kinds(&mut report)?,
            Part::Words => self.small_words(&mut report)?,
            Part::Attributes => self.small_attributes(&mut report)?,
            Part::Wording => self.small_wording(&mut report)?,
        }
        if report.usage == Usage::default() {
            report.origin = Origin::BuiltIn;
            report.remarks.push(if report.rounds == 0 { "a small model is not asked for it" } else { "no answer could be used" }.to_owned());
        }
        builtin::fill(&mut self.pieces, part, &self.wanted.words, self.nearest);
        if part == Part::Words {
            // Colours that any goods may have are none of honey's.
            self.pieces.finishes.clear();
        }
        if part == Part::Attributes {
            self.pieces.attributes.retain(|attribute| !OF_SOME_GOODS.contains(&attribute.name.as_str()));
            // A telescope may be large, and is no garment.
            let of_garments = |value: &TextOr<AttributeValue>| value.0.value.starts_with("x-");
            self.pieces.attributes.iter_mut().for_each(|attribute| attribute.values.retain(|value| !of_garments(value)));
        }
        if !self.unsound(&self.pieces, part).is_empty() {
            // What was asked for does not go with the rest.
            report.origin = Origin::BuiltIn;
            report.remarks.push("what was answered does not go with the rest".to_owned());
            self.pieces = before;
            builtin::clear(&mut self.pieces, part);
            builtin::fill(&mut self.pieces, part, &self.wanted.words, self.nearest);
        }
        Ok(report)
    }

    fn small_kinds(&mut self, report: &mut PartReport) -> Result<(), ModelError> {
        let mut bands = Vec::new();
        for name in self.pieces.range.clone() {
            let mut told = Vec::new();
            for sample in 0..PRICE_SAMPLES {
                if sample > 0 && !told.is_empty() {
                    break;
                }
                for way in 0..facts::PRICES {
                    told.extend(self.plainly(&facts::price(&self.trade(), &name, way, sample), report)?.as_ref().and_then(facts::prices));
                }
            }
            bands.push((name, facts::band(&told)));
        }
        // Without a price of its own, a kind costs what the others do.
        let mut known: Vec<[i64; 3]> = bands.iter().filter_map(|(_, band)| *band).collect();
        known.sort_by_key(|band| band[1]);
        let usual = known.get(known.len() / 2).copied().unwrap_or([999, 2_499, 8_999]);
        let missing = bands.iter().filter(|(_, band)| band.is_none()).count();
        if missing > 0 {
            report.remarks.push(format!("{missing} kinds have no price of their own"));
        }
        let shares = (1..=12).rev().chain(std::iter::repeat(1));
        self.pieces.kinds = bands
            .into_iter()
            .zip(shares)
            .map(|((name, band), share)| {
                let line = parts::plural(&name);
                parts::kind(name, line, share, band.unwrap_or(usual), (0, 0))
            })
            .collect();
        Ok(())
    }

    fn small_words(&mut self, report: &mut PartReport) -> Result<(), ModelError> {
        let mut found = Vec::new();
        for sample in 0..PRAISES {
            if let Some(answer) = self.plainly(&facts::praise(&self.trade(), sample), report)? {
                let words = answer["words"].as_array().cloned().unwrap_or_default();
                found.extend(words.iter().filter_map(|word| word.as_str().map(titled)));
            }
        }
        self.pieces.features = clean::list(&found, 16).into_iter().filter(|word| facts::praises(word)).take(14).collect();
        self.pieces.part_nouns();
        Ok(())
    }

    fn small_attributes(&mut self, report: &mut PartReport) -> Result<(), ModelError> {
        let mut of_kind = BTreeMap::new();
        for kind in self.pieces.kinds.iter().filter(|kind| !ask::is_stuff(&kind.name)) {
            if let Some(answer) = self.plainly(&facts::materials(&self.trade(), &kind.name), report)? {
                of_kind.insert(kind.name.clone(), facts::made_of(&answer));
            }
        }
        let named = "material".to_owned();
        let mut having = Vec::new();
        for kind in &mut self.pieces.kinds {
            let values: Vec<_> = of_kind.remove(&kind.name).unwrap_or_default().into_iter().map(|value| TextOr(value.to_owned().into())).collect();
            if !values.is_empty() {
                having.push(kind.name.clone());
                kind.attributes.insert(named.clone(), values);
            }
        }
        if !having.is_empty() {
            let kinds = if having.len() == self.pieces.kinds.len() { Vec::new() } else { having };
            let material = Attribute { name: named.clone(), label: named, unit: None, kinds, values: Vec::new(), number: None, pattern: None };
            self.pieces.attributes.push(material);
        }
        Ok(())
    }

    fn small_wording(&mut self, report: &mut PartReport) -> Result<(), ModelError> {
        let mut told = Vec::new();
        for kind in &self.pieces.kinds {
            let answer = self.plainly(&facts::purpose(&self.trade(), &kind.name), report)?;
            let text = answer.and_then(|answer| facts::told(&answer, &kind.name, &self.trade()));
            told.extend(text.map(|text| Sentence { text, weight: 6, kinds: vec![kind.name.clone()], when: BTreeMap::new() }));
        }
        builtin::fill(&mut self.pieces, Part::Wording, &self.wanted.words, self.nearest);
        let of_material = self.pieces.attributes.iter().any(|attribute| attribute.name == "material" && attribute.kinds.is_empty());
        if of_material {
            let pattern = "{brand} {series} {feature} {noun}, {title material}".to_owned();
            self.pieces.names.insert(0, NamePattern { pattern, weight: 3, kinds: Vec::new() });
        }
        // The purpose stands first, where it is known; of kinds with plural names no article may stand before them.
        if let Some(opening) = self.pieces.descriptions.first_mut() {
            let plain = ["{series} by {brand}.", "Made by {brand}.", "{brand} {series}."];
            *opening = plain.map(|text| Sentence { text: text.to_owned(), weight: 1, kinds: Vec::new(), when: BTreeMap::new() }).into();
            opening.extend(told);
        }
        Ok(())
    }
}
