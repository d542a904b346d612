//! Products: kind, brand, name, attributes, price and cost of a row, all read off one latent.
//!
//! Kinds, brands and name patterns are split in exact shares, so that each row has a number of its own within
//! (kind, brand, pattern); a permutation of that number spells the name. Start at [`Products::latent`].

use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array, StringArray, UInt32Array, types::UInt32Type};
use wares_model::{
    column::ProductFact,
    pack::{
        catalog::{Brand, Catalog, Kind, NumberBand, PriceBand, PriceEndings, fits, number_text},
        lint::{MOST_ATTRIBUTES, MOST_SLOTS},
        narrow,
    },
    pattern::{self, Article, Case},
};

use super::wording::{Part, Register, Slot, prepare, slots};
use crate::{
    column::texts,
    fixed::{bell, log_normal},
    key::{Draw, Key},
    permute::Permutation,
    weighted::{Alias, Composition},
};

const ABSENT: u32 = u32::MAX;

/// Everything that the products of one plan share.
pub(crate) struct Products {
    kinds_of: Composition,
    kinds: Vec<KindPlan>,
    catalog: Arc<Catalog>,
    words: Key,
    attributes: Vec<Key>,
    brands: Key,
    price: Key,
    endings: Vec<(PriceEndings, Alias)>,
    cost: Key,
    stock: Key,
    sentences: Key,
    scale: usize,
    vendors: Arc<StringArray>,
    lines: Arc<StringArray>,
}

struct KindPlan {
    price: PriceBand,
    cost: (i64, i64),
    stock: (i64, i64),
    /// Positions in the pack of the brands that sell this kind.
    brands: Vec<usize>,
    brands_of: Composition,
    brand_alias: Alias,
    /// How many series each brand of the pack has for this kind.
    series: Vec<u64>,
    patterns_of: Composition,
    patterns: Vec<PatternPlan>,
    register: Register,
    attributes: Vec<AttributePlan>,
    /// The attributes on which the price depends, and those which they depend on, in order.
    priced: Vec<usize>,
    groups: Vec<Vec<SentencePlan>>,
}

struct PatternPlan {
    parts: Vec<Part>,
    slots: Vec<Slot>,
    /// How many names the pattern makes, by brand (in the pack); equal for all where names go without brands.
    capacity: Vec<u64>,
    /// One permutation a brand.
    order: Vec<Option<Permutation>>,
}

enum AttributePlan {
    Absent,
    /// With the alias table of the weights, where no value depends on another attribute.
    Values(Vec<ValuePlan>, Option<Alias>),
    Numbers {
        band: NumberBand,
        unit: Option<String>,
    },
    Words(Vec<Part>),
}

struct ValuePlan {
    text: String,
    weight: u64,
    price_percent: i64,
    /// For each attribute that it depends on, the values (by position) with which it goes.
    when: Vec<(usize, Vec<u32>)>,
}

struct SentencePlan {
    parts: Vec<Part>,
    /// The attributes that it states.
    needs: Vec<usize>,
    weight: u64,
    when: Vec<(usize, Vec<u32>)>,
}

/// What is drawn once for a product.
#[derive(Debug, Clone)]
pub(crate) struct Product {
    row: u64,
    kind: usize,
    brand: usize,
    pattern: usize,
    picked: [u64; MOST_SLOTS],
    attributes: [u32; MOST_ATTRIBUTES],
}

/// Which names run out first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shortage {
    /// The kind, and the pattern of its names.
    pub(crate) what: String,
    /// The most products that can be had.
    pub(crate) most: u64,
}

impl Products {
    pub(crate) fn new(seed: u64, table: &str, catalog: Arc<Catalog>) -> Self {
        let key = |name: &str| Key::new(seed, table, name);
        let weights: Vec<u64> = catalog.kinds.iter().map(|kind| u64::from(kind.weight)).collect();
        let kinds = catalog.kinds.iter().map(|kind| KindPlan::new(&catalog, kind, key("latent:kind").with(hash(&kind.name)))).collect();
        let endings = catalog.endings.iter().map(|group| {
            let weights: Vec<u64> = group.endings.iter().map(|ending| u64::from(ending.weight.max(1))).collect();
            (group.clone(), Alias::new(&weights))
        });
        let texts = |list: Vec<&str>| Arc::new(StringArray::from(list));
        Self {
            kinds_of: Composition::new(key("latent:kinds"), 10, &weights),
            kinds,
            words: key("latent:words"),
            attributes: catalog.attributes.iter().map(|attribute| key(&format!("attribute:{}", attribute.name))).collect(),
            brands: key("latent:brand"),
            price: key("latent:price"),
            endings: endings.collect(),
            cost: key("latent:cost"),
            stock: key("latent:stock"),
            sentences: key("latent:sentences"),
            scale: catalog.attributes.iter().position(|attribute| attribute.name == catalog.scale).expect("the pack was checked"),
            vendors: texts(catalog.brands.iter().map(|brand| brand.name.as_str()).collect()),
            lines: texts(catalog.kinds.iter().map(|kind| kind.line.as_str()).collect()),
            catalog,
        }
    }

    /// Says which names run out when `rows` products are asked for.
    pub(crate) fn shortage(&self, rows: u64) -> Option<Shortage> {
        let what = self.first_shortage(rows)?;
        let (mut fits, mut short) = (0, rows);
        while short - fits > 1 {
            let middle = fits + (short - fits) / 2;
            if self.first_shortage(middle).is_some() { short = middle } else { fits = middle }
        }
        Some(Shortage { what, most: fits })
    }

    fn first_shortage(&self, rows: u64) -> Option<String> {
        for (index, kind) in self.kinds.iter().enumerate() {
            let of_kind = self.kinds_of.most(index, rows);
            for (position, brand) in kind.brands.iter().enumerate() {
                let of_brand = if self.catalog.names_without_brand { of_kind } else { kind.brands_of.most(position, of_kind) };
                for (number, pattern) in kind.patterns.iter().enumerate() {
                    if kind.patterns_of.most(number, of_brand) > pattern.capacity[*brand] {
                        let kind = &self.catalog.kinds[index].name;
                        let by = if self.catalog.names_without_brand { String::new() } else { format!(" by {}", self.catalog.brands[*brand].name) };
                        return Some(format!("{kind}{by}"));
                    }
                }
            }
        }
        None
    }

    /// All that is drawn of a product, but the attributes.
    #[inline]
    fn named(&self, row: u64) -> Product {
        let (kind, within) = self.kinds_of.split(row);
        let plan = &self.kinds[kind];
        let (brand, within) =
            if self.catalog.names_without_brand { (plan.brand_alias.pick(self.brands.draw(row)), within) } else { plan.brands_of.split(within) };
        let brand = plan.brands[brand];
        let (pattern, within) = plan.patterns_of.split(within);
        let mut product = Product { row, kind, brand, pattern, picked: [0; MOST_SLOTS], attributes: [ABSENT; MOST_ATTRIBUTES] };
        let spelled = &plan.patterns[pattern];
        if let Some(order) = &spelled.order[brand] {
            let mut number = order.at(within);
            for (picked, slot) in product.picked.iter_mut().zip(&spelled.slots) {
                let count = plan.count(*slot, brand);
                *picked = number % count;
                number /= count;
            }
        }
        product
    }

    /// Everything that is drawn of a product.
    pub(crate) fn latent(&self, row: u64) -> Product {
        let mut product = self.named(row);
        for attribute in 0..self.attributes.len() {
            self.draw_attribute(&mut product, attribute);
        }
        product
    }

    fn draw_attribute(&self, product: &mut Product, attribute: usize) {
        let plan = &self.kinds[product.kind];
        let draw = || self.attributes[attribute].draw(product.row);
        product.attributes[attribute] = match &plan.attributes[attribute] {
            AttributePlan::Absent => ABSENT,
            AttributePlan::Words(_) => 0,
            AttributePlan::Numbers { band, .. } => draw().below(((band.high - band.low) / band.step) as u64 + 1) as u32,
            AttributePlan::Values(values, alias) => match (plan.picked(product, Slot::Attribute(attribute)), alias) {
                (Some(picked), _) => picked as u32,
                (None, Some(alias)) => alias.pick(draw()) as u32,
                (None, None) => pick(values.iter().map(|value| if holds(&value.when, product) { value.weight } else { 0 }), draw()),
            },
        };
    }

    /// List price and cost, in minor units; the cost is the lower one.
    #[inline]
    pub(crate) fn prices(&self, row: u64) -> (i64, i64) {
        let mut product = self.named(row);
        for attribute in &self.kinds[product.kind].priced {
            self.draw_attribute(&mut product, *attribute);
        }
        self.prices_of(&product)
    }

    fn prices_of(&self, product: &Product) -> (i64, i64) {
        let plan = &self.kinds[product.kind];
        let band = plan.price;
        let mut median = band.median_minor * i64::from(self.catalog.brands[product.brand].level_percent) / 100;
        for attribute in &plan.priced {
            let value = product.attributes[*attribute];
            if let (AttributePlan::Values(values, _), true) = (&plan.attributes[*attribute], value != ABSENT) {
                // Far above any band, and far below an overflow.
                median = (median * values[value as usize].price_percent / 100).min(1_000_000_000_000_000);
            }
        }
        let draw = self.price.draw(product.row);
        let price = log_normal(median, band.spread_percent, bell(draw)).clamp(band.low_minor, band.high_minor);
        let list = self.ending(price, band, draw.also(1));
        let (low, high) = plan.cost;
        let cost = (list * self.cost.draw(product.row).between(low, high) + 500) / 1_000;
        (list, cost.clamp(0, list - 1))
    }

    /// The price moved to a usual ending within the band.
    fn ending(&self, price: i64, band: PriceBand, draw: Draw) -> i64 {
        let group = self.endings.iter().find(|(group, _)| price < group.below_minor).unwrap_or(&self.endings[self.endings.len() - 1]);
        let ending = group.0.endings[group.1.pick(draw)];
        let mut ended = (price - ending.ending_minor + ending.step_minor / 2).div_euclid(ending.step_minor) * ending.step_minor + ending.ending_minor;
        if ended > band.high_minor {
            ended -= ending.step_minor;
        }
        if ended < band.low_minor {
            ended += ending.step_minor;
        }
        ended.clamp(band.low_minor, band.high_minor)
    }

    /// One column of some products.
    pub(crate) fn column(&self, fact: ProductFact, products: &[Product]) -> ArrayRef {
        match fact {
            ProductFact::Line => dictionary(products.iter().map(|product| product.kind as u32), &self.lines),
            ProductFact::Vendor => dictionary(products.iter().map(|product| product.brand as u32), &self.vendors),
            ProductFact::Scale => self.attribute(self.scale, products),
            ProductFact::Name => texts(products, 48, |product, out| {
                self.print(product, &self.kinds[product.kind].patterns[product.pattern].parts, out);
                true
            }),
            ProductFact::Description => texts(products, 160, |product, out| {
                self.describe(product, out);
                true
            }),
            ProductFact::Stock => Arc::new(Int64Array::from_iter_values(products.iter().map(|product| {
                let (low, high) = self.kinds[product.kind].stock;
                // The product of two draws: many low stocks, few high ones.
                let draw = self.stock.draw(product.row);
                low + (((draw.below(1 << 16) * draw.also(1).below(1 << 16)) as i128 * i128::from(high - low + 1)) >> 32) as i64
            }))),
            ProductFact::Cost => Arc::new(Int64Array::from_iter_values(products.iter().map(|product| self.prices_of(product).1))),
            ProductFact::ListPrice => Arc::new(Int64Array::from_iter_values(products.iter().map(|product| self.prices_of(product).0))),
        }
    }

    /// The column of the attribute of this name.
    pub(crate) fn attribute_column(&self, name: &str, products: &[Product]) -> ArrayRef {
        let position = self.catalog.attributes.iter().position(|attribute| attribute.name == name).expect("the template was checked");
        if narrow::is_number(&self.catalog, name) {
            return Arc::new(Int64Array::from_iter(products.iter().map(|product| {
                match (&self.kinds[product.kind].attributes[position], product.attributes[position]) {
                    (_, ABSENT) => None,
                    (AttributePlan::Numbers { band, .. }, value) => Some(number(*band, value)),
                    _ => None,
                }
            })));
        }
        self.attribute(position, products)
    }

    fn attribute(&self, attribute: usize, products: &[Product]) -> ArrayRef {
        texts(products, 10, |product, out| {
            let plan = &self.kinds[product.kind].attributes[attribute];
            let value = product.attributes[attribute];
            match plan {
                AttributePlan::Numbers { band, .. } if value != ABSENT => out.push_str(itoa::Buffer::new().format(number(*band, value))),
                _ if value != ABSENT => self.print_attribute(product, attribute, Article::None, Case::Keep, out),
                _ => {}
            }
            value != ABSENT
        })
    }

    fn describe(&self, product: &Product, out: &mut String) {
        let start = out.len();
        let draw = self.sentences.draw(product.row);
        for (index, group) in self.kinds[product.kind].groups.iter().enumerate() {
            let fits = |sentence: &SentencePlan| {
                holds(&sentence.when, product) && sentence.needs.iter().all(|attribute| product.attributes[*attribute] != ABSENT)
            };
            let weights = group.iter().map(|sentence| if fits(sentence) { sentence.weight } else { 0 });
            let picked = pick(weights, draw.also(index as u64));
            if picked != ABSENT {
                if out.len() > start {
                    out.push(' ');
                }
                self.print(product, &group[picked as usize].parts, out);
            }
        }
    }

    fn print(&self, product: &Product, parts: &[Part], out: &mut String) {
        let plan = &self.kinds[product.kind];
        for part in parts {
            match part {
                Part::Literal(text) => out.push_str(text),
                Part::Brand(texts) => out.push_str(&texts[product.brand]),
                Part::Series(texts) => {
                    let texts = &texts[product.brand];
                    let picked = plan.picked(product, Slot::Series);
                    out.push_str(&texts[picked.unwrap_or_else(|| self.words.draw(product.row).below(texts.len() as u64)) as usize]);
                }
                Part::Attribute { attribute, texts, article, case } => match product.attributes[*attribute] {
                    ABSENT => {}
                    value if !texts.is_empty() => out.push_str(&texts[value as usize]),
                    _ => self.print_attribute(product, *attribute, *article, *case, out),
                },
                Part::Word { list, texts } => out.push_str(&texts[self.word(product, *list, texts.len() as u64) as usize]),
                Part::Code { list } => {
                    let codes = &plan.register.lists[*list];
                    codes.print_code(self.word(product, *list, codes.count()), out);
                }
            }
        }
    }

    fn word(&self, product: &Product, list: usize, count: u64) -> u64 {
        let picked = self.kinds[product.kind].picked(product, Slot::List(list));
        picked.unwrap_or_else(|| self.words.draw(product.row).also(1 + list as u64).below(count))
    }

    fn print_attribute(&self, product: &Product, attribute: usize, article: Article, case: Case, out: &mut String) {
        let value = product.attributes[attribute];
        match &self.kinds[product.kind].attributes[attribute] {
            AttributePlan::Absent => {}
            AttributePlan::Values(values, _) => out.push_str(&values[value as usize].text),
            AttributePlan::Numbers { band, unit } => {
                out.push_str(&pattern::write_value(&number_text(number(*band, value), unit.as_deref()), article, case));
            }
            AttributePlan::Words(parts) => {
                let draw = self.attributes[attribute].draw(product.row);
                for (index, part) in parts.iter().enumerate() {
                    match part {
                        Part::Literal(text) => out.push_str(text),
                        Part::Word { texts, .. } => out.push_str(&texts[draw.also(index as u64).below(texts.len() as u64) as usize]),
                        _ => {}
                    }
                }
            }
        }
    }
}

impl KindPlan {
    fn new(catalog: &Catalog, kind: &Kind, key: Key) -> Self {
        let mut register = Register::default();
        let sellers: Vec<(usize, &Brand)> = catalog.brands.iter().enumerate().filter(|(_, brand)| fits(&brand.kinds, kind)).collect();
        let brand_weights: Vec<u64> = sellers.iter().map(|(_, brand)| u64::from(brand.weight)).collect();
        let mut patterns = Vec::new();
        let mut weights = Vec::new();
        let named = catalog.names.iter().filter(|name| fits(&name.kinds, kind));
        for name in named {
            let Some(parts) = prepare(catalog, kind, &mut register, &name.pattern) else { continue };
            weights.push(u64::from(name.weight.max(1)));
            patterns.push(PatternPlan { slots: slots(&parts), parts, capacity: Vec::new(), order: Vec::new() });
        }
        let attributes: Vec<AttributePlan> =
            (0..catalog.attributes.len()).map(|index| AttributePlan::new(catalog, kind, &mut register, index)).collect();
        let groups = catalog.descriptions.iter().map(|group| {
            let fitting = group.iter().filter(|sentence| fits(&sentence.kinds, kind));
            fitting
                .filter_map(|sentence| {
                    let parts = prepare(catalog, kind, &mut register, &sentence.text)?;
                    let needs = parts.iter().filter_map(|part| match part {
                        Part::Attribute { attribute, .. } => Some(*attribute),
                        _ => None,
                    });
                    Some(SentencePlan {
                        needs: needs.collect(),
                        parts,
                        weight: u64::from(sentence.weight),
                        when: conditions(catalog, kind, &sentence.when),
                    })
                })
                .collect()
        });
        let groups = groups.collect();
        let mut plan = Self {
            price: kind.price,
            cost: (i64::from(kind.cost_percent.low) * 10, i64::from(kind.cost_percent.high) * 10),
            stock: (i64::from(kind.stock.low), i64::from(kind.stock.high)),
            brands_of: Composition::new(key.with(1), 8, &brand_weights),
            brand_alias: Alias::new(&brand_weights),
            series: catalog.brands.iter().map(|brand| brand.series_of(kind).count() as u64).collect(),
            brands: sellers.iter().map(|(index, _)| *index).collect(),
            patterns_of: Composition::new(key.with(2), 6, &weights),
            priced: priced(&attributes),
            patterns: Vec::new(),
            register,
            attributes,
            groups,
        };
        for (number, pattern) in patterns.iter_mut().enumerate() {
            let capacity =
                |brand: usize| pattern.slots.iter().fold(1_u64, |product, slot| product.saturating_mul(plan.count(*slot, brand))).min(1 << 62);
            let sells = |brand: usize| plan.brands.contains(&brand);
            let capacities: Vec<u64> = (0..catalog.brands.len()).map(|brand| if sells(brand) { capacity(brand) } else { 0 }).collect();
            let permutation = |(brand, capacity): (usize, &u64)| {
                let of_brand = if catalog.names_without_brand { 0 } else { hash(&catalog.brands[brand].name) };
                (*capacity > 0).then(|| Permutation::new(key.with(3 + number as u64).with(of_brand), *capacity))
            };
            pattern.order = capacities.iter().enumerate().map(permutation).collect();
            pattern.capacity = capacities;
        }
        plan.patterns = patterns;
        plan
    }

    /// How many values a slot has for a brand.
    #[inline]
    fn count(&self, slot: Slot, brand: usize) -> u64 {
        match slot {
            Slot::Series => self.series[brand],
            Slot::List(list) => self.register.lists[list].count(),
            Slot::Attribute(attribute) => match &self.attributes[attribute] {
                AttributePlan::Values(values, _) => values.len() as u64,
                _ => 1,
            },
        }
    }

    /// What the name of a product says of a slot, if it says anything.
    #[inline]
    fn picked(&self, product: &Product, slot: Slot) -> Option<u64> {
        self.patterns[product.pattern].slots.iter().position(|known| *known == slot).map(|index| product.picked[index])
    }
}

impl AttributePlan {
    fn new(catalog: &Catalog, kind: &Kind, register: &mut Register, index: usize) -> Self {
        let attribute = &catalog.attributes[index];
        if !catalog.has(kind, attribute) {
            return Self::Absent;
        }
        if let Some(text) = &attribute.pattern {
            return prepare(catalog, kind, register, text).map_or(Self::Absent, Self::Words);
        }
        let values = catalog.values_of(kind, attribute);
        if values.is_empty() {
            let band = catalog.numbers_of(kind, attribute).expect("the kind has the attribute");
            return Self::Numbers { band, unit: attribute.unit.clone() };
        }
        let plan = |value: &&wares_model::pack::catalog::AttributeValue| ValuePlan {
            text: value.value.clone(),
            weight: u64::from(value.weight),
            price_percent: i64::from(value.price_percent),
            when: conditions(catalog, kind, &value.when),
        };
        let values: Vec<ValuePlan> = values.iter().map(plan).collect();
        let free = values.iter().all(|value| value.when.is_empty());
        let alias = free.then(|| Alias::new(&values.iter().map(|value| value.weight).collect::<Vec<_>>()));
        Self::Values(values, alias)
    }
}

/// For each attribute named, the positions of the values named, as this kind has them.
fn conditions(catalog: &Catalog, kind: &Kind, when: &std::collections::BTreeMap<String, Vec<String>>) -> Vec<(usize, Vec<u32>)> {
    when.iter()
        .filter_map(|(name, wanted)| {
            let index = catalog.attributes.iter().position(|attribute| attribute.name == *name)?;
            let values = catalog.values_of(kind, &catalog.attributes[index]);
            let positions = values.iter().enumerate().filter(|(_, value)| wanted.contains(&value.value)).map(|(position, _)| position as u32);
            Some((index, positions.collect()))
        })
        .collect()
}

fn holds(when: &[(usize, Vec<u32>)], product: &Product) -> bool {
    when.iter().all(|(attribute, values)| values.contains(&product.attributes[*attribute]))
}

/// The attributes that change the price, and those on which they depend, in order.
fn priced(attributes: &[AttributePlan]) -> Vec<usize> {
    let mut needed = vec![false; attributes.len()];
    for (index, attribute) in attributes.iter().enumerate().rev() {
        let AttributePlan::Values(values, _) = attribute else { continue };
        needed[index] |= values.iter().any(|value| value.price_percent != 100);
        if needed[index] {
            for (other, _) in values.iter().flat_map(|value| &value.when) {
                needed[*other] = true;
            }
        }
    }
    (0..attributes.len()).filter(|index| needed[*index]).collect()
}

/// A position by weight; `ABSENT` when no weight is above 0.
fn pick(weights: impl Iterator<Item = u64> + Clone, draw: Draw) -> u32 {
    let sum: u64 = weights.clone().sum();
    let mut place = draw.below(sum);
    for (index, weight) in weights.enumerate() {
        if place < weight {
            return index as u32;
        }
        place -= weight;
    }
    ABSENT
}

fn number(band: NumberBand, position: u32) -> i64 {
    band.low + i64::from(position) * band.step
}

fn hash(name: &str) -> u64 {
    Key::new(0, "name", name).draw(0).0
}

/// A dictionary column over shared values.
pub(crate) fn dictionary(keys: impl Iterator<Item = u32>, values: &Arc<StringArray>) -> ArrayRef {
    let keys = UInt32Array::from_iter_values(keys);
    let values: ArrayRef = values.clone();
    Arc::new(arrow_array::DictionaryArray::<UInt32Type>::try_new(keys, values).expect("keys lie within the values"))
}
