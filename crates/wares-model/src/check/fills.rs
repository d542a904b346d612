//! Whether a fill holds by itself, stands in the table that it is for, and finds in the catalog what it names.

use std::collections::BTreeSet;

use super::{Check, list};
use crate::{
    column::{BarcodeKind, Fill, NumberRange, Reference, StaffFact},
    decimal::Decimal,
    pattern,
    place::{Place, Problem},
    template::{Recipe, Table},
};

impl Check<'_> {
    pub(super) fn fits_recipe(&mut self, at: &Place, fill: &Fill, table: &Table) {
        let needed = match fill {
            Fill::Attribute(_) | Fill::Product(_) | Fill::Sku(_) => Recipe::Products,
            Fill::Customer(_) if matches!(table.recipe, Some(Recipe::Offices | Recipe::Employees)) => return,
            Fill::Customer(_) => Recipe::Customers,
            Fill::Staff(StaffFact::Territory) => Recipe::Offices,
            Fill::Staff(_) => Recipe::Employees,
            Fill::Order(_) => Recipe::Orders,
            Fill::Line(_) => Recipe::OrderDetails,
            Fill::Basket(_) => Recipe::OrderLists,
            Fill::ProductLine(_) => Recipe::ProductLines,
            Fill::Payment(_) => Recipe::Payments,
            Fill::Shipment(_) => Recipe::Shipments,
            Fill::Return(_) => Recipe::Returns,
            Fill::Movement(_) => Recipe::StockMovements,
            _ => return,
        };
        if matches!(fill, Fill::Order(fact) if fact.is_amount()) {
            let made = |recipe| self.template.tables.iter().any(|table| table.recipe == Some(recipe));
            if !made(Recipe::OrderDetails) || !made(Recipe::Customers) {
                self.say(at.clone(), "is an amount of the order, and needs tables with the recipes `customers` and `order_details`");
            }
        }
        if table.recipe != Some(needed) {
            self.say(at.clone(), format!("is only known in a table with the recipe `{}`", needed.name()));
        }
    }

    pub(super) fn fill_holds(&mut self, at: &Place, fill: &Fill) {
        match fill {
            Fill::Serial(serial) if serial.step == 0 => self.say(at.field("serial").field("step"), "must not be 0"),
            Fill::Code(code) if pattern::code_capacity(&code.pattern).is_none() => {
                self.say(at.field("code").field("pattern"), "makes more codes than 64 bits can count");
            }
            Fill::Barcode(barcode) => self.barcode(&at.field("barcode").field("prefix"), barcode.kind, barcode.prefix.as_deref()),
            Fill::Sku(sku) => self.sku(&at.field("sku").field("pattern"), &sku.pattern),
            Fill::Time(range) if range.from > range.to => {
                self.say(at.field("time").field("from"), format!("{} is more than `to`, {}", range.from, range.to));
            }
            Fill::DateTime(range) if range.from > range.to => {
                self.say(at.field("date_time").field("from"), format!("{} is more than `to`, {}", range.from, range.to));
            }
            Fill::Number(range) => {
                self.points(&at.field("number").field("points"), range);
                let scale = range.decimals.unwrap_or(range.min.scale.max(range.max.scale));
                match (range.min.at_scale(scale.min(Decimal::MAX_SCALE)), range.max.at_scale(scale.min(Decimal::MAX_SCALE))) {
                    (Some(min), Some(max)) if min > max => {
                        self.say(at.field("number").field("min"), format!("{} is more than `max`, {}", range.min, range.max));
                    }
                    (Some(_), Some(_)) if scale <= Decimal::MAX_SCALE => {}
                    _ => self.say(at.field("number"), format!("does not fit {scale} decimals; at most {} are held", Decimal::MAX_SCALE)),
                }
            }
            Fill::Choice(choices) if choices.values.is_empty() || choices.values.iter().any(|choice| choice.0.weight == 0) => {
                self.say(at.field("choice").field("values"), "is empty or has a weight of 0");
            }
            Fill::Flag(flag) if flag.true_percent > 100 => self.say(at.field("flag").field("true_percent"), "is more than 100"),
            Fill::Date(range) if range.from > range.to => {
                self.say(at.field("date").field("from"), format!("{} is more than `to`, {}", range.from, range.to));
            }
            Fill::Date(range) if !range.points.is_sorted() || range.points.iter().any(|day| !(range.from..=range.to).contains(day)) => {
                self.say(at.field("date").field("points"), "must rise, from `from` to `to`");
            }
            Fill::Attribute(name) => {
                let catalog = self.catalog.clone();
                if let Some(catalog) = catalog.filter(|catalog| catalog.attribute(name).is_none()) {
                    let known: Vec<&str> = catalog.attributes.iter().map(|attribute| attribute.name.as_str()).collect();
                    self.problems.push(
                        Problem::new(at.field("attribute"), format!("the catalog has no attribute `{name}`"))
                            .hint(format!("it has {}", list(known.into_iter()))),
                    );
                }
            }
            Fill::Reference(Reference { table, column: Some(column) }) => self.carried(&at.field("reference"), table, column),
            _ => {}
        }
    }

    /// Refuses columns that do not go along with the key of a table that the user brings.
    fn carried(&mut self, at: &Place, table: &str, column: &str) {
        let Some(brought) = self.brought.iter().find(|brought| brought.name == table) else {
            let message = format!("`{table}` is no table that you bring: of others only the key can be used");
            self.problems.push(Problem::new(at.field("column"), message).hint("leave `column` out"));
            return;
        };
        if brought.carried(column).is_none() {
            let known: Vec<&str> = brought.carried.iter().map(|carried| carried.name.as_str()).collect();
            let there = if known.is_empty() { "nothing goes along with its key".to_owned() } else { format!("it has {}", list(known.into_iter())) };
            self.problems.push(Problem::new(at.field("column"), format!("`{table}` has no column `{column}`")).hint(there));
        }
    }

    fn barcode(&mut self, at: &Place, kind: BarcodeKind, prefix: Option<&str>) {
        let Some(prefix) = prefix else { return };
        let most = kind.body_digits() as usize;
        if prefix.is_empty() || prefix.len() >= most || !prefix.bytes().all(|byte| byte.is_ascii_digit()) {
            self.say(at.clone(), format!("`{prefix}` is not made of 1 to {} digits", most - 1));
        }
    }

    fn sku(&mut self, at: &Place, text: &str) {
        let pieces = match pattern::pieces(text) {
            Ok(pieces) => pieces,
            Err(message) => return self.say(at.clone(), message),
        };
        let catalog = self.catalog.clone();
        let known =
            |slot: &str| matches!(slot, "brand" | "kind" | "series") || catalog.as_ref().is_none_or(|catalog| catalog.attribute(slot).is_some());
        let unknown: BTreeSet<&str> = pattern::slots(&pieces).filter(|slot| !known(slot)).collect();
        for slot in unknown {
            self.say(at.clone(), format!("`{{{slot}}}` is neither `{{brand}}`, `{{kind}}`, `{{series}}` nor an attribute of the catalog"));
        }
        if pattern::sku_capacity(&pieces).is_none() {
            self.say(at.clone(), "makes more codes than 64 bits can count");
        }
    }

    fn points(&mut self, at: &Place, range: &NumberRange) {
        let scale = range.decimals.unwrap_or(range.min.scale.max(range.max.scale)).min(Decimal::MAX_SCALE);
        let digits: Vec<Option<i64>> = [range.min].iter().chain(&range.points).chain([&range.max]).map(|number| number.at_scale(scale)).collect();
        if !range.points.is_empty() && (digits.iter().any(Option::is_none) || !digits.is_sorted()) {
            self.say(at.clone(), format!("must rise from `min` to `max` and have at most {scale} decimals"));
        }
    }
}
