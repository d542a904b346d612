//! The attributes of one kind of product: what each may be, and how it is drawn.

use std::collections::BTreeMap;

use wares_model::pack::{
    catalog::{AttributeValue, Catalog, Kind, NumberBand},
    lint::MOST_ATTRIBUTES,
};

use super::{
    ABSENT,
    chooser::{Choosable, Chooser, Parent},
    wording::{Part, Register, prepare},
};

/// What an attribute is in one kind.
pub(crate) enum AttributePlan {
    Absent,
    Values(Values),
    Numbers { band: NumberBand, unit: Option<String> },
    Words(Vec<Part>),
}

/// A list of values.
pub(crate) struct Values {
    pub(crate) texts: Vec<String>,
    pub(crate) price_percent: Vec<i64>,
    pub(crate) chooser: Chooser,
}

/// All attributes of a kind, in the order in which they are drawn.
pub(crate) fn plans(catalog: &Catalog, kind: &Kind, register: &mut Register) -> Vec<AttributePlan> {
    let mut plans: Vec<AttributePlan> = Vec::new();
    for index in 0..catalog.attributes.len() {
        let plan = AttributePlan::new(catalog, kind, register, index, &plans);
        plans.push(plan);
    }
    plans
}

/// What is known beforehand of an attribute of a kind.
pub(crate) fn parent(plans: &[AttributePlan], attribute: usize) -> Parent {
    match plans.get(attribute) {
        Some(AttributePlan::Values(values)) => Parent { values: values.texts.len().max(1), certain: !values.chooser.gaps },
        Some(AttributePlan::Numbers { .. } | AttributePlan::Words(_)) => Parent { values: 1, certain: true },
        Some(AttributePlan::Absent) | None => Parent { values: 1, certain: false },
    }
}

/// For each attribute named, the positions of the values named, as this kind has them.
pub(crate) fn conditions(catalog: &Catalog, kind: &Kind, when: &BTreeMap<String, Vec<String>>) -> Vec<(usize, Vec<u32>)> {
    when.iter()
        .filter_map(|(name, wanted)| {
            let index = catalog.attributes.iter().position(|attribute| attribute.name == *name)?;
            let values = catalog.values_of(kind, &catalog.attributes[index]);
            let positions = values.iter().enumerate().filter(|(_, value)| wanted.contains(&value.value)).map(|(position, _)| position as u32);
            Some((index, positions.collect()))
        })
        .collect()
}

/// The number at a position of a band.
pub(crate) fn number(band: NumberBand, position: u32) -> i64 {
    band.low + i64::from(position) * band.step
}

impl AttributePlan {
    fn new(catalog: &Catalog, kind: &Kind, register: &mut Register, index: usize, earlier: &[Self]) -> Self {
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
        let option =
            |value: &&AttributeValue| Choosable { weight: u64::from(value.weight), when: conditions(catalog, kind, &value.when), needs: Vec::new() };
        Self::Values(Values {
            texts: values.iter().map(|value| value.value.clone()).collect(),
            price_percent: values.iter().map(|value| i64::from(value.price_percent)).collect(),
            chooser: Chooser::new(values.iter().map(option).collect(), |attribute| parent(earlier, attribute)),
        })
    }

    /// The attributes on which this one hangs.
    pub(crate) fn hangs_on(&self) -> Vec<usize> {
        match self {
            Self::Values(values) => values.chooser.hangs_on().collect(),
            _ => Vec::new(),
        }
    }
}

/// Which attributes must be drawn so that those wanted are known, in order.
pub(crate) fn closure(plans: &[AttributePlan], mut wanted: [bool; MOST_ATTRIBUTES]) -> Vec<usize> {
    for (index, plan) in plans.iter().enumerate().rev() {
        if wanted[index] {
            plan.hangs_on().into_iter().for_each(|other| wanted[other] = true);
        }
    }
    let there = |index: &usize| wanted[*index] && !matches!(plans[*index], AttributePlan::Absent);
    (0..plans.len()).filter(there).collect()
}

/// No attribute has been drawn yet.
pub(crate) const NONE: [u32; MOST_ATTRIBUTES] = [ABSENT; MOST_ATTRIBUTES];
