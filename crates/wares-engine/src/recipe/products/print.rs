//! Names and descriptions, printed piece by piece.

use wares_model::{pack::catalog::number_text, pattern};

use super::{
    ABSENT, Product, Products,
    attribute::{AttributePlan, number},
    wording::{Part, Slot},
};

impl Products {
    /// The name; where variants differ in what it does not say, that stands behind it.
    pub(super) fn print_name(&self, product: &Product, out: &mut Vec<u8>) {
        let pattern = &self.kinds[product.kind].patterns[product.pattern];
        self.print(product, &pattern.parts, out);
        for (place, attribute) in pattern.unsaid.iter().enumerate() {
            out.extend_from_slice(if place == 0 { b", " } else { b" / " });
            self.print_attribute(product, *attribute, out);
        }
    }

    /// One sentence of each group that has one for the product.
    pub(super) fn describe(&self, product: &Product, out: &mut Vec<u8>) {
        let start = out.len();
        let draw = self.sentences.draw(product.base);
        for (index, group) in self.kinds[product.kind].groups.iter().enumerate() {
            let picked = group.chooser.pick(&product.attributes, draw.also(index as u64));
            if picked != ABSENT {
                if out.len() > start {
                    out.push(b' ');
                }
                self.print(product, &group.sentences[picked as usize], out);
            }
        }
    }

    #[inline]
    fn print(&self, product: &Product, parts: &[Part], out: &mut Vec<u8>) {
        let plan = &self.kinds[product.kind];
        for part in parts {
            match part {
                Part::Literal(text) => text.print(out),
                Part::Brand(texts) => texts[product.brand].print(out),
                Part::Series(texts) => texts[product.brand][self.series(product)].print(out),
                Part::Attribute { attribute, texts, article, case } => match product.attributes[*attribute] {
                    ABSENT => {}
                    value if !texts.is_empty() => texts[value as usize].print(out),
                    value => match &plan.attributes[*attribute] {
                        AttributePlan::Numbers { band, unit } => {
                            let written = pattern::write_value(&number_text(number(*band, value), unit.as_deref()), *article, *case);
                            out.extend_from_slice(written.as_bytes());
                        }
                        _ => {
                            self.print_attribute(product, *attribute, out);
                        }
                    },
                },
                Part::Word { list, texts } => texts[self.word(product, *list, texts.len() as u64) as usize].print(out),
                Part::Code { list } => {
                    let codes = &plan.register.lists[*list];
                    codes.print_code(self.word(product, *list, codes.count()), out);
                }
            }
        }
    }

    /// The position of the product's series among its brand's.
    #[inline]
    pub(super) fn series(&self, product: &Product) -> usize {
        let plan = &self.kinds[product.kind];
        let picked = plan.picked(product, Slot::Series);
        picked.unwrap_or_else(|| self.words.draw(product.base).below(plan.series[product.brand])) as usize
    }

    #[inline]
    fn word(&self, product: &Product, list: usize, count: u64) -> u64 {
        let picked = self.kinds[product.kind].picked(product, Slot::List(list));
        picked.unwrap_or_else(|| self.words.draw(product.base).also(1 + list as u64).below(count))
    }

    /// The value of an attribute, numbers without their unit; false where there is none.
    pub(super) fn print_attribute(&self, product: &Product, attribute: usize, out: &mut Vec<u8>) -> bool {
        let value = product.attributes[attribute];
        if value == ABSENT {
            return false;
        }
        match &self.kinds[product.kind].attributes[attribute] {
            AttributePlan::Absent => return false,
            AttributePlan::Values(values) => out.extend_from_slice(values.texts[value as usize].as_bytes()),
            AttributePlan::Numbers { band, .. } => out.extend_from_slice(itoa::Buffer::new().format(number(*band, value)).as_bytes()),
            AttributePlan::Words(parts) => {
                let draw = self.attributes[attribute].draw(product.base);
                for (index, part) in parts.iter().enumerate() {
                    match part {
                        Part::Literal(text) => text.print(out),
                        Part::Word { texts, .. } => texts[draw.also(index as u64).below(texts.len() as u64) as usize].print(out),
                        _ => {}
                    }
                }
            }
        }
        true
    }
}
