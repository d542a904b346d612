//! Product lines: one row for each category of the catalog.

use std::sync::Arc;

use arrow_array::{ArrayRef, StringArray};
use wares_model::{column::ProductLineFact, pack::catalog::Catalog};

use super::products::dictionary;

/// The lines of one plan.
pub(crate) struct ProductLines {
    names: Arc<StringArray>,
    descriptions: Arc<StringArray>,
}

/// So many kinds and brands are named in a description.
const NAMED: usize = 4;

impl ProductLines {
    pub(crate) fn new(catalog: &Catalog) -> Self {
        let lines = catalog.lines();
        let describe = |line: &&str| {
            let kinds: Vec<_> = catalog.kinds.iter().filter(|kind| kind.line == **line).collect();
            let names: Vec<String> = kinds.iter().take(NAMED).map(|kind| kind.name.to_lowercase()).collect();
            let mut brands: Vec<&str> = Vec::new();
            for brand in kinds.iter().flat_map(|kind| catalog.brands_of(kind)) {
                if !brands.contains(&brand.name.as_str()) && brands.len() < NAMED {
                    brands.push(&brand.name);
                }
            }
            let what = if kinds.len() > NAMED { format!("{} and more", names.join(", ")) } else { listed(&names) };
            format!("{line}: {what}. Among the makers are {}.", listed(&brands))
        };
        Self {
            descriptions: Arc::new(StringArray::from_iter_values(lines.iter().map(describe))),
            names: Arc::new(StringArray::from_iter_values(&lines)),
        }
    }

    /// One column of some lines.
    pub(crate) fn column(&self, fact: ProductLineFact, rows: &[u64]) -> ArrayRef {
        let texts = match fact {
            ProductLineFact::Name => &self.names,
            ProductLineFact::Description => &self.descriptions,
        };
        dictionary(rows.iter().map(|row| *row as u32), texts)
    }
}

/// `a, b and c`.
fn listed<T: AsRef<str>>(words: &[T]) -> String {
    let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => (*last).to_owned(),
        None => "several".to_owned(),
    }
}
