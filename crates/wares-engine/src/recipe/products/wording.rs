//! Patterns of one kind of product, with every list looked up and every value written out beforehand.

use std::{
    collections::{BTreeMap, btree_map::Entry},
    sync::Arc,
};

use wares_model::{
    pack::catalog::{Brand, Catalog, Kind, number_text},
    pattern::{self, Article, Case, Piece},
};

use crate::{column::Codes, text::Text};

/// Numbers are written out beforehand where there are fewer than this.
const MOST_NUMBERS: i64 = 256;

/// What a slot stands for within one kind of product.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Slot {
    /// The series, by its position among the brand's for this kind.
    Series,
    /// The attribute at this position in the pack.
    Attribute(usize),
    /// The word list or code list at this position in the kind's register.
    List(usize),
}

/// One piece of a pattern, ready to print.
#[derive(Debug, Clone)]
pub(crate) enum Part {
    /// Text that stands as it is; the kind's own name is among it.
    Literal(Text),
    /// The brand, by its position in the pack.
    Brand(Arc<[Text]>),
    /// The series, by brand and position.
    Series(Arc<[Arc<[Text]>]>),
    /// A value of an attribute, by position; empty where the attribute is made of words or of too many numbers.
    Attribute { attribute: usize, texts: Arc<[Text]>, article: Article, case: Case },
    /// A word of a list.
    Word { list: usize, texts: Arc<[Text]> },
    /// A code of a list.
    Code { list: usize },
}

impl Part {
    /// The attribute that it prints.
    pub(crate) fn attribute(&self) -> Option<usize> {
        match self {
            Self::Attribute { attribute, .. } => Some(*attribute),
            _ => None,
        }
    }
}

/// The word lists and code lists that a kind may use, by position.
#[derive(Debug, Clone, Default)]
pub(crate) struct Register {
    pub(crate) lists: Vec<List>,
    /// Lent by the products while the kind is planned.
    pub(crate) pool: Pool,
}

/// Lists of texts that stand in several patterns and kinds: each is held once, so that they stay near the processor.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pool(BTreeMap<Vec<String>, Arc<[Text]>>);

impl Pool {
    fn texts(&mut self, written: Vec<String>) -> Arc<[Text]> {
        let known = self.0.entry(written);
        let texts = |written: &Vec<String>| written.iter().map(|text| Text::new(text)).collect();
        match known {
            Entry::Occupied(known) => Arc::clone(known.get()),
            Entry::Vacant(fresh) => {
                let texts: Arc<[Text]> = texts(fresh.key());
                Arc::clone(fresh.insert(texts))
            }
        }
    }
}

/// A word list, or a list of code patterns.
#[derive(Debug, Clone)]
pub(crate) struct List {
    name: String,
    words: u64,
    codes: Vec<Codes>,
}

impl List {
    /// How many values it has.
    pub(crate) fn count(&self) -> u64 {
        if self.codes.is_empty() { self.words } else { self.codes.iter().fold(0, |sum: u64, codes| sum.saturating_add(codes.count)) }
    }

    /// Prints the code of this number.
    pub(crate) fn print_code(&self, mut number: u64, out: &mut Vec<u8>) {
        for codes in &self.codes {
            if number < codes.count {
                codes.print(number, out);
                return;
            }
            number -= codes.count;
        }
    }
}

/// Makes a pattern of a kind ready to print; nothing when one of its slots does not exist there.
pub(crate) fn prepare(catalog: &Catalog, kind: &Kind, register: &mut Register, text: &str) -> Option<Vec<Part>> {
    let pieces = pattern::pieces(text).expect("the pack was checked");
    if !pattern::slots(&pieces).all(|slot| catalog.slot_exists(kind, slot)) {
        return None;
    }
    let part = |piece: &Piece, Register { lists, pool }: &mut Register| {
        let (name, article, case) = match piece {
            Piece::Literal(text) => return Part::Literal(Text::new(text)),
            Piece::Slot { name, article, case } => (name.as_str(), *article, *case),
        };
        let written = |value: &str| pattern::write_value(value, article, case);
        match name {
            "kind" => Part::Literal(Text::new(&written(&kind.name))),
            "brand" => Part::Brand(pool.texts(catalog.brands.iter().map(|brand| written(&brand.name)).collect())),
            "series" => {
                let of_brand = |brand: &Brand| pool.texts(brand.series_of(kind).map(|series| written(&series.name)).collect());
                Part::Series(catalog.brands.iter().map(of_brand).collect())
            }
            _ => match catalog.list(kind, name) {
                Some(entries) => {
                    let codes = kind.words.get(name).or_else(|| catalog.words.get(name)).is_none();
                    let list = position(lists, name, entries, codes);
                    let texts = |pool: &mut Pool| pool.texts(entries.iter().map(|entry| written(entry)).collect());
                    if codes { Part::Code { list } } else { Part::Word { list, texts: texts(pool) } }
                }
                None => {
                    let attribute = catalog.attributes.iter().position(|known| known.name == name).expect("the slot exists");
                    let known = &catalog.attributes[attribute];
                    let mut texts: Vec<String> = catalog.values_of(kind, known).iter().map(|value| written(&value.value)).collect();
                    if let Some(band) =
                        catalog.numbers_of(kind, known).filter(|band| texts.is_empty() && (band.high - band.low) / band.step < MOST_NUMBERS)
                    {
                        let numbers = (band.low..=band.high).step_by(band.step as usize);
                        texts.extend(numbers.map(|number| written(&number_text(number, known.unit.as_deref()))));
                    }
                    Part::Attribute { attribute, texts: pool.texts(texts), article, case }
                }
            },
        }
    };
    Some(pieces.iter().map(|piece| part(piece, register)).collect())
}

/// Where the list of this name stands; it is added where it is new.
fn position(lists: &mut Vec<List>, name: &str, entries: &[String], codes: bool) -> usize {
    if let Some(position) = lists.iter().position(|list| list.name == name) {
        return position;
    }
    let codes = if codes { entries.iter().map(|entry| Codes::new(entry)).collect() } else { Vec::new() };
    lists.push(List { name: name.to_owned(), words: entries.len() as u64, codes });
    lists.len() - 1
}

/// The slots of a pattern that make its names differ, each once.
pub(crate) fn slots(parts: &[Part]) -> Vec<Slot> {
    let mut found = Vec::new();
    for part in parts {
        let slot = match part {
            Part::Literal(_) | Part::Brand(_) => continue,
            Part::Series(_) => Slot::Series,
            Part::Attribute { attribute, .. } => Slot::Attribute(*attribute),
            Part::Word { list, .. } | Part::Code { list } => Slot::List(*list),
        };
        if !found.contains(&slot) {
            found.push(slot);
        }
    }
    found
}
