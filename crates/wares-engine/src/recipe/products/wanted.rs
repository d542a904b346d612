//! What the columns of a table need of its products, so that nothing else is drawn.

use wares_model::{
    check::CheckedTable,
    column::{Fill, ProductFact},
    pack::{catalog::Catalog, lint::MOST_ATTRIBUTES},
};

use super::{attribute::closure, kind::KindPlan, wording};

/// What the columns of a table need of its products.
pub(crate) struct Wanted {
    /// By attribute.
    pub(super) attributes: [bool; MOST_ATTRIBUTES],
    pub(super) name: bool,
    pub(super) description: bool,
    pub(super) prices: bool,
    pub(super) weight: bool,
}

impl Wanted {
    pub(super) fn new(table: &CheckedTable, catalog: &Catalog) -> Self {
        // Text columns may show columns that do not come out themselves.
        let shown = table.columns.iter().any(|column| matches!(column.fill, Fill::Text(_)));
        let mut wanted = Self { attributes: [false; MOST_ATTRIBUTES], name: false, description: false, prices: false, weight: false };
        let mut attribute = |name: &str| {
            if let Some(index) = catalog.attributes.iter().position(|attribute| attribute.name == name) {
                wanted.attributes[index] = true;
            }
        };
        for column in table.columns.iter().filter(|column| column.include || shown) {
            match &column.fill {
                Fill::Attribute(name) => attribute(name),
                Fill::Product(ProductFact::Scale) => attribute(&catalog.scale),
                Fill::Product(ProductFact::Name) => wanted.name = true,
                Fill::Product(ProductFact::Description) => wanted.description = true,
                Fill::Product(ProductFact::Cost | ProductFact::ListPrice) => wanted.prices = true,
                Fill::Product(ProductFact::WeightGrams) => wanted.weight = true,
                Fill::Sku(sku) => catalog
                    .attributes
                    .iter()
                    .filter(|known| sku.pattern.contains(&format!("{{{}}}", known.name)))
                    .for_each(|known| attribute(&known.name)),
                _ => {}
            }
        }
        wanted
    }
}

/// The attributes that a kind must draw for what is wanted, in order.
pub(super) fn drawn(plan: &KindPlan, wanted: &Wanted) -> Vec<usize> {
    let mut needed = wanted.attributes;
    let mut add = |attribute: usize| needed[attribute] = true;
    if wanted.name {
        plan.patterns.iter().flat_map(|pattern| &pattern.parts).filter_map(wording::Part::attribute).for_each(&mut add);
        plan.axes.iter().for_each(|axis| add(axis.attribute));
    }
    if wanted.description {
        for group in &plan.groups {
            group.chooser.hangs_on().for_each(&mut add);
            group.sentences.iter().flatten().filter_map(wording::Part::attribute).for_each(&mut add);
        }
    }
    if wanted.prices {
        plan.priced.iter().copied().for_each(&mut add);
    }
    if wanted.weight {
        plan.weight.into_iter().for_each(|(attribute, _)| add(attribute));
        plan.content.iter().for_each(|(scale, _)| add(*scale));
    }
    closure(&plan.attributes, needed)
}
