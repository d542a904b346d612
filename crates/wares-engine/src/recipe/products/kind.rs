//! One kind of product, with everything looked up and counted that its rows need.

use std::collections::BTreeMap;

use wares_model::pack::{
    catalog::{Brand, Catalog, Kind, PriceBand, fits},
    lint::MOST_ATTRIBUTES,
    size::{is_mass, net_grams},
};

use super::{
    Product,
    attribute::{self, AttributePlan, conditions},
    chooser::{Choosable, Chooser},
    hash,
    price::priced,
    wanted::{Wanted, drawn},
    wording::{Part, Pool, Register, Slot, prepare, slots},
};
use crate::{
    key::Key,
    permute::Permutation,
    weighted::{Alias, Composition},
};

/// A kind of product.
pub(crate) struct KindPlan {
    pub(crate) price: PriceBand,
    /// The median before brands and attributes do something to it.
    pub(crate) calibrated_minor: i64,
    /// What the shop pays, in thousandths of the list price.
    pub(crate) cost: (i64, i64),
    pub(crate) stock: (i64, i64),
    /// Positions in the pack of the brands that sell this kind.
    pub(crate) brands: Vec<usize>,
    pub(crate) brands_of: Composition,
    pub(crate) brand_alias: Alias,
    /// How many series each brand of the pack has for this kind.
    pub(crate) series: Vec<u64>,
    pub(crate) patterns_of: Composition,
    pub(crate) patterns: Vec<PatternPlan>,
    pub(crate) register: Register,
    pub(crate) attributes: Vec<AttributePlan>,
    /// The attributes in which variants differ.
    pub(crate) axes: Vec<Axis>,
    /// The attributes on which the price depends, and those which they depend on, in order.
    pub(crate) priced: Vec<usize>,
    /// The attributes that the table needs, in order.
    pub(crate) drawn: Vec<usize>,
    pub(crate) groups: Vec<Group>,
    /// The attribute that says the weight, and how many thousandths of a gram its unit has.
    pub(crate) weight: Option<(usize, i64)>,
    /// What one weighs, where no attribute says so.
    pub(crate) grams: Option<(i64, i64)>,
    /// The attribute that says the size, and the grams of content that each of its values means, where that goes with what one weighs.
    pub(crate) content: Option<(usize, Vec<Option<i64>>)>,
}

/// One way in which the names of a kind are built.
pub(crate) struct PatternPlan {
    pub(crate) parts: Vec<Part>,
    pub(crate) slots: Vec<Slot>,
    places: Places,
    /// The attributes in which variants differ and which the name does not say.
    pub(crate) unsaid: Vec<usize>,
    /// How many names the pattern makes, by brand (in the pack); equal for all where names go without brands.
    pub(crate) capacity: Vec<u64>,
    /// One permutation a brand.
    pub(crate) order: Vec<Option<Permutation>>,
}

/// Where a slot stands among those of a pattern; far behind its end where it is none of them.
struct Places {
    series: u8,
    attributes: [u8; MOST_ATTRIBUTES],
    lists: Vec<u8>,
}

impl Places {
    fn new(slots: &[Slot]) -> Self {
        let mut places = Self { series: u8::MAX, attributes: [u8::MAX; MOST_ATTRIBUTES], lists: Vec::new() };
        for (index, slot) in slots.iter().enumerate() {
            let index = index as u8;
            match slot {
                Slot::Series => places.series = index,
                Slot::Attribute(attribute) => places.attributes[*attribute] = index,
                Slot::List(list) => {
                    places.lists.resize(places.lists.len().max(list + 1), u8::MAX);
                    places.lists[*list] = index;
                }
            }
        }
        places
    }

    #[inline]
    fn of(&self, slot: Slot) -> usize {
        usize::from(match slot {
            Slot::Series => self.series,
            Slot::Attribute(attribute) => self.attributes[attribute],
            Slot::List(list) => self.lists.get(list).copied().unwrap_or(u8::MAX),
        })
    }
}

/// A group of sentences, of which a description takes one.
pub(crate) struct Group {
    pub(crate) sentences: Vec<Vec<Part>>,
    pub(crate) chooser: Chooser,
}

/// An attribute in which the variants of a product differ.
pub(crate) struct Axis {
    pub(crate) attribute: usize,
    /// From one value to the next, in variants.
    step: u64,
    /// How many values each product takes.
    count: u64,
}

impl KindPlan {
    pub(crate) fn new(catalog: &Catalog, kind: &Kind, key: Key, variants: &BTreeMap<String, u8>, wanted: &Wanted, pool: Pool) -> Self {
        let mut register = Register { pool, ..Register::default() };
        let sellers: Vec<(usize, &Brand)> = catalog.brands.iter().enumerate().filter(|(_, brand)| fits(&brand.kinds, kind)).collect();
        let brand_weights: Vec<u64> = sellers.iter().map(|(_, brand)| u64::from(brand.weight)).collect();
        let attributes = attribute::plans(catalog, kind, &mut register);
        let axes = axes(catalog, &attributes, variants);
        let mut patterns = Vec::new();
        let mut weights = Vec::new();
        for name in catalog.names.iter().filter(|name| fits(&name.kinds, kind)) {
            let Some(parts) = prepare(catalog, kind, &mut register, &name.pattern) else { continue };
            weights.push(u64::from(name.weight.max(1)));
            patterns.push(PatternPlan::new(parts, &axes));
        }
        let groups = catalog.descriptions.iter().map(|group| Group::new(catalog, kind, &mut register, group, &attributes)).collect();
        let mut plan = Self {
            price: kind.price,
            calibrated_minor: kind.price.median_minor,
            cost: (i64::from(kind.cost_percent.low) * 10, i64::from(kind.cost_percent.high) * 10),
            stock: (i64::from(kind.stock.low), i64::from(kind.stock.high)),
            grams: kind.grams.map(|band| (i64::from(band.low), i64::from(band.high))),
            brands_of: Composition::new(key.with(1), 8, &brand_weights),
            brand_alias: Alias::new(&brand_weights),
            series: catalog.brands.iter().map(|brand| brand.series_of(kind).count() as u64).collect(),
            brands: sellers.iter().map(|(index, _)| *index).collect(),
            patterns_of: Composition::new(key.with(2), 6, &weights),
            priced: priced(&attributes),
            patterns: Vec::new(),
            weight: catalog
                .weight_of(kind)
                .and_then(|(weighs, unit)| Some((catalog.attributes.iter().position(|attribute| attribute.name == weighs.name)?, unit))),
            drawn: Vec::new(),
            content: None,
            register,
            attributes,
            axes,
            groups,
        };
        plan.content = plan.content(catalog);
        plan.count_names(catalog, key, &mut patterns);
        plan.patterns = patterns;
        plan.drawn = drawn(&plan, wanted);
        plan
    }

    /// A bag of 45 litres does not weigh 45 kilograms: a size is what is in a package only where the weights of the kind allow it.
    fn content(&self, catalog: &Catalog) -> Option<(usize, Vec<Option<i64>>)> {
        let (low, high) = self.grams?;
        let scale = catalog.attributes.iter().position(|attribute| attribute.name == catalog.scale)?;
        let AttributePlan::Values(values) = &self.attributes[scale] else { return None };
        let most = |text: &String| if is_mass(text) { high * 10 } else { high * 8 / 5 };
        let grams = |text: &String| net_grams(text).filter(|grams| (low * 2 / 5..=most(text)).contains(grams));
        let grams: Vec<Option<i64>> = values.texts.iter().map(grams).collect();
        grams.iter().any(Option::is_some).then_some((scale, grams))
    }

    /// Counts the names of each pattern and puts them in an order.
    fn count_names(&self, catalog: &Catalog, key: Key, patterns: &mut [PatternPlan]) {
        for (number, pattern) in patterns.iter_mut().enumerate() {
            let capacity =
                |brand: usize| pattern.slots.iter().fold(1_u64, |product, slot| product.saturating_mul(self.count(*slot, brand))).min(1 << 62);
            let sells = |brand: usize| self.brands.contains(&brand);
            let capacities: Vec<u64> = (0..catalog.brands.len()).map(|brand| if sells(brand) { capacity(brand) } else { 0 }).collect();
            let permutation = |(brand, capacity): (usize, &u64)| {
                let of_brand = if catalog.names_without_brand { 0 } else { hash(&catalog.brands[brand].name) };
                (*capacity > 0).then(|| Permutation::new(key.with(3 + number as u64).with(of_brand), *capacity))
            };
            pattern.order = capacities.iter().enumerate().map(permutation).collect();
            pattern.capacity = capacities;
        }
    }

    /// How many values a slot has for a brand.
    #[inline]
    pub(crate) fn count(&self, slot: Slot, brand: usize) -> u64 {
        match slot {
            Slot::Series => self.series[brand],
            Slot::List(list) => self.register.lists[list].count(),
            Slot::Attribute(attribute) => match &self.attributes[attribute] {
                AttributePlan::Values(values) => values.texts.len() as u64,
                _ => 1,
            },
        }
    }

    /// What the name of a product says of a slot, if it says anything.
    #[inline]
    pub(crate) fn picked(&self, product: &Product, slot: Slot) -> Option<u64> {
        let place = self.patterns[product.pattern].places.of(slot);
        product.picked.get(place).copied()
    }

    /// How many variants each product has.
    #[inline]
    pub(crate) fn siblings(&self) -> u64 {
        self.axes.last().map_or(1, |axis| axis.step * axis.count)
    }

    /// Which of its values a variant takes of an attribute in which variants differ, and how many there are.
    #[inline]
    pub(crate) fn axis(&self, variant: u64, attribute: usize) -> Option<(u64, u64)> {
        let axis = self.axes.iter().find(|axis| axis.attribute == attribute)?;
        Some((variant / axis.step % axis.count, axis.count))
    }
}

/// The attributes in which the variants of a kind differ: those of the table that always have more than one value here.
fn axes(catalog: &Catalog, attributes: &[AttributePlan], variants: &BTreeMap<String, u8>) -> Vec<Axis> {
    let mut axes = Vec::new();
    let mut step = 1;
    for (name, count) in variants {
        let Some(attribute) = catalog.attributes.iter().position(|attribute| attribute.name == *name) else { continue };
        let AttributePlan::Values(values) = &attributes[attribute] else { continue };
        let count = (values.chooser.least() as u64).min(u64::from(*count));
        if count > 1 {
            axes.push(Axis { attribute, step, count });
            step *= count;
        }
    }
    axes
}

impl PatternPlan {
    fn new(parts: Vec<Part>, axes: &[Axis]) -> Self {
        let mut slots = slots(&parts);
        let unsaid = axes.iter().map(|axis| axis.attribute).filter(|attribute| !slots.contains(&Slot::Attribute(*attribute))).collect();
        // What tells variants apart is not picked by the name.
        slots.retain(|slot| !axes.iter().any(|axis| *slot == Slot::Attribute(axis.attribute)));
        Self { places: Places::new(&slots), parts, slots, unsaid, capacity: Vec::new(), order: Vec::new() }
    }
}

impl Group {
    fn new(
        catalog: &Catalog,
        kind: &Kind,
        register: &mut Register,
        group: &[wares_model::pack::catalog::Sentence],
        attributes: &[AttributePlan],
    ) -> Self {
        let (mut sentences, mut options) = (Vec::new(), Vec::new());
        for sentence in group.iter().filter(|sentence| fits(&sentence.kinds, kind)) {
            let Some(parts) = prepare(catalog, kind, register, &sentence.text) else { continue };
            options.push(Choosable {
                weight: u64::from(sentence.weight),
                when: conditions(catalog, kind, &sentence.when),
                needs: parts.iter().filter_map(Part::attribute).collect(),
            });
            sentences.push(parts);
        }
        Self { sentences, chooser: Chooser::new(options, |attribute| attribute::parent(attributes, attribute)) }
    }
}
