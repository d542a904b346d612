//! What columns need of each other, and tables of tables.

use std::collections::BTreeMap;

use super::{Check, CheckedColumn, CheckedTable};
use crate::{
    column::{
        BasketFact, CustomerFact, Fill, LineFact, MovementFact, OrderFact, PaymentFact, ProductFact, ProductLineFact, ReturnFact, ShipmentFact,
        StaffFact,
    },
    pattern,
    place::{Place, Problem, nearest},
    template::Recipe,
};

impl Check<'_> {
    /// The table whose primary key a fill takes its values from.
    pub(super) fn parent(&self, fill: &Fill) -> Option<String> {
        let recipe = match fill {
            // What goes along with a key is no key of that table.
            Fill::Reference(reference) => return reference.column.is_none().then(|| reference.table.clone()),
            Fill::Product(ProductFact::Line) => Recipe::ProductLines,
            Fill::Payment(PaymentFact::Customer) => Recipe::Customers,
            Fill::Payment(PaymentFact::Order) | Fill::Shipment(ShipmentFact::Order) => Recipe::Orders,
            Fill::Return(ReturnFact::Order) | Fill::Movement(MovementFact::Order) => Recipe::Orders,
            Fill::Return(ReturnFact::Product) | Fill::Movement(MovementFact::Product) => Recipe::Products,
            Fill::Order(OrderFact::Customer) => Recipe::Customers,
            Fill::Customer(CustomerFact::SalesRep) | Fill::Staff(StaffFact::ReportsTo) => Recipe::Employees,
            Fill::Staff(StaffFact::Office) => Recipe::Offices,
            Fill::Line(LineFact::Order) => Recipe::Orders,
            Fill::Line(LineFact::Product) => Recipe::Products,
            Fill::Basket(BasketFact::Order) => Recipe::Orders,
            _ => return None,
        };
        if let Some(brought) = self.brought_of(recipe) {
            return Some(brought.name.clone());
        }
        self.template.tables.iter().find(|table| table.recipe == Some(recipe)).map(|table| table.name.clone())
    }

    /// Refuses text columns that need each other.
    pub(super) fn cycles(&mut self, at: &Place, columns: &[CheckedColumn]) {
        let mut needs: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (index, column) in columns.iter().enumerate() {
            let Fill::Text(text) = &column.fill else { continue };
            let at = at.item(index).field("fill").field("text").field("pattern");
            match pattern::pieces(&text.pattern) {
                Err(message) => self.say(at, message),
                Ok(pieces) => {
                    let slots: Vec<String> = pattern::slots(&pieces).map(str::to_owned).collect();
                    for slot in slots.iter().filter(|slot| !columns.iter().any(|known| known.schema.name == **slot)) {
                        self.say(at.clone(), format!("no column is named `{slot}`"));
                    }
                    needs.insert(&column.schema.name, slots);
                }
            }
        }
        let start = needs.keys().copied().find_map(|name| circle(&needs, name));
        if let Some(circle) = start {
            self.say(at.clone(), format!("these columns need each other: {}", circle.join(" -> ")));
        }
    }

    pub(super) fn references(&mut self, tables: &[CheckedTable]) {
        for (index, table) in tables.iter().enumerate() {
            for (inner, column) in table.columns.iter().enumerate() {
                let Some(name) = &column.schema.references else { continue };
                let at = Place::root().field("tables").item(index).field("columns").item(inner).field("fill");
                if self.brought.iter().any(|brought| brought.name == *name) {
                    continue;
                }
                let Some(parent) = tables.iter().find(|parent| parent.name == *name) else {
                    let problem = Problem::new(at, format!("refers to table `{name}`, which the template does not declare"));
                    self.problems.push(match nearest(name, tables.iter().map(|table| table.name.as_str())) {
                        Some(near) => problem.hint(format!("did you mean `{near}`?")),
                        None => problem,
                    });
                    continue;
                };
                let keys: Vec<&CheckedColumn> = parent.columns.iter().filter(|column| column.schema.primary).collect();
                let known = |fill: &Fill| matches!(fill, Fill::Serial(_) | Fill::Code(_) | Fill::Uuid | Fill::ProductLine(ProductLineFact::Name));
                let one_simple = matches!(keys[..], [key] if known(&key.fill));
                if !one_simple {
                    self.say(at, format!("table `{name}` needs exactly one primary key column, filled by `serial`, `code` or `uuid`"));
                }
            }
        }
    }
}

/// The first circle met on the way from `start`, if there is one.
fn circle(needs: &BTreeMap<&str, Vec<String>>, start: &str) -> Option<Vec<String>> {
    fn walk(needs: &BTreeMap<&str, Vec<String>>, name: &str, path: &mut Vec<String>) -> bool {
        let seen = path.iter().position(|earlier| earlier == name);
        path.push(name.to_owned());
        if let Some(first) = seen {
            path.drain(..first);
            return true;
        }
        if needs.get(name).into_iter().flatten().any(|next| walk(needs, next, path)) {
            return true;
        }
        path.pop();
        false
    }
    let mut path = Vec::new();
    walk(needs, start, &mut path).then_some(path)
}
