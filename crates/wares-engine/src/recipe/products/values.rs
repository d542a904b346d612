//! The values of one attribute over all kinds, so that its column is a dictionary.

use std::{collections::BTreeMap, sync::Arc};

use arrow_array::StringArray;

use super::{attribute::AttributePlan, kind::KindPlan};

/// All values that an attribute has in any kind, and where in them the values of each kind stand.
pub(super) struct Values {
    pub(super) all: Arc<StringArray>,
    pub(super) of_kind: Vec<Vec<u32>>,
}

impl Values {
    pub(super) fn new(kinds: &[KindPlan], attribute: usize) -> Self {
        let mut positions: BTreeMap<&str, u32> = BTreeMap::new();
        let mut all = Vec::new();
        let mut of_kind = Vec::new();
        for kind in kinds {
            let AttributePlan::Values(values) = &kind.attributes[attribute] else {
                of_kind.push(Vec::new());
                continue;
            };
            let mut mine = Vec::with_capacity(values.texts.len());
            for text in &values.texts {
                let next = all.len() as u32;
                let place = *positions.entry(text).or_insert(next);
                if place == next {
                    all.push(text.as_str());
                }
                mine.push(place);
            }
            of_kind.push(mine);
        }
        Self { all: Arc::new(StringArray::from(all)), of_kind }
    }
}
