//! Stock-keeping units: a code that no other row has, with three letters of the product's own words in it.

use wares_model::{
    pack::catalog::Catalog,
    pattern::{self, Piece},
};

use super::{ABSENT, Product, attribute::AttributePlan, kind::KindPlan};
use crate::{column::Codes, key::Key, permute::Permutation};

/// The units of one column.
pub(crate) struct SkuPlan {
    parts: Vec<Part>,
    order: Permutation,
}

enum Part {
    Code(Codes),
    Kind(Vec<String>),
    Brand(Vec<String>),
    /// By kind, brand and position.
    Series(Vec<Vec<Vec<String>>>),
    /// By kind and position.
    Attribute(usize, Vec<Vec<String>>),
}

impl SkuPlan {
    /// `pattern` was checked.
    pub(crate) fn new(catalog: &Catalog, kinds: &[KindPlan], text: &str, key: Key) -> Self {
        let pieces = pattern::pieces(text).expect("the template was checked");
        let capacity = pattern::sku_capacity(&pieces).expect("the template was checked").min(1 << 63);
        let part = |piece: &Piece| match piece {
            Piece::Literal(text) => Part::Code(Codes::new(text)),
            Piece::Slot { name, .. } => match name.as_str() {
                "kind" => Part::Kind(catalog.kinds.iter().map(|kind| short(&kind.name)).collect()),
                "brand" => Part::Brand(catalog.brands.iter().map(|brand| short(&brand.name)).collect()),
                "series" => {
                    let of_kind =
                        |kind| catalog.brands.iter().map(|brand| brand.series_of(kind).map(|series| short(&series.name)).collect()).collect();
                    Part::Series(catalog.kinds.iter().map(of_kind).collect())
                }
                _ => {
                    let attribute = catalog.attributes.iter().position(|attribute| attribute.name == *name).expect("the template was checked");
                    let of_kind = |kind: &KindPlan| match &kind.attributes[attribute] {
                        AttributePlan::Values(values) => values.texts.iter().map(|text| short(text)).collect(),
                        _ => Vec::new(),
                    };
                    Part::Attribute(attribute, kinds.iter().map(of_kind).collect())
                }
            },
        };
        Self { parts: pieces.iter().map(part).collect(), order: Permutation::new(key, capacity) }
    }

    /// `series`: the position of the product's series.
    pub(crate) fn print(&self, product: &Product, series: usize, out: &mut Vec<u8>) {
        let mut number = self.order.at(product.row);
        for part in &self.parts {
            match part {
                Part::Code(codes) => {
                    codes.print(number % codes.count, out);
                    number /= codes.count;
                }
                Part::Kind(texts) => out.extend_from_slice(texts[product.kind].as_bytes()),
                Part::Brand(texts) => out.extend_from_slice(texts[product.brand].as_bytes()),
                Part::Series(texts) => out.extend_from_slice(texts[product.kind][product.brand][series].as_bytes()),
                Part::Attribute(attribute, texts) => {
                    let value = product.attributes[*attribute];
                    let text = texts[product.kind].get(value as usize).filter(|_| value != ABSENT);
                    out.extend_from_slice(text.map_or("XX", String::as_str).as_bytes());
                }
            }
        }
    }
}

/// Up to three capital letters and digits of a text: the first of its words, where it has three, else its first ones.
fn short(text: &str) -> String {
    let words: Vec<&str> = text.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let letters: String = if words.len() >= 3 {
        words.iter().filter_map(|word| word.chars().next()).take(3).collect()
    } else {
        words.concat().chars().take(3).collect()
    };
    if letters.is_empty() { "X".to_owned() } else { letters.to_ascii_uppercase() }
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn words_are_shortened_to_three_letters() {
        for (text, code) in [("Black", "BLA"), ("Road Racing Shoe", "RRS"), ("US 9.5", "U95"), ("M", "M"), ("茶", "X")] {
            assert_eq!(short(text), code);
        }
    }
}
