//! The columns that each recipe makes unless the template says otherwise: those of the classicmodels tables, and a few more.

use crate::{
    column::{Code, CustomerFact as C, Fill, LineFact as L, OrderFact as O, ProductFact as P, Serial},
    template::{Column, Key, Recipe},
    trade::Trade,
};

/// The default columns of a recipe, in output order. `rows` decides how long product codes are.
pub fn columns(recipe: Recipe, rows: u64, trade: &Trade) -> Vec<Column> {
    let column = |name: &str, fill: Fill| Column { fill: Some(fill), ..Column::named(name) };
    let key = |name: &str, fill: Fill| Column { key: Some(Key::Primary), ..column(name, fill) };
    let serial = |start| Fill::Serial(Serial { start, step: 1 });
    match recipe {
        Recipe::Products => {
            let pattern = if rows <= 1_000_000 { "S##_####" } else { "S####_######" };
            let facts = [
                ("productName", P::Name),
                ("productLine", P::Line),
                ("productScale", P::Scale),
                ("productVendor", P::Vendor),
                ("productDescription", P::Description),
                ("quantityInStock", P::Stock),
                ("buyPrice", P::Cost),
                ("MSRP", P::ListPrice),
            ];
            let mut columns = vec![key("productCode", Fill::Code(Code { pattern: pattern.to_owned() }))];
            columns.extend(facts.map(|(name, fact)| column(name, Fill::Product(fact))));
            columns
        }
        Recipe::Customers => {
            let facts = [
                ("customerName", C::Name),
                ("contactLastName", C::FamilyName),
                ("contactFirstName", C::GivenName),
                ("sex", C::Sex),
                ("birthDate", C::BirthDate),
                ("email", C::Email),
                ("phone", C::Phone),
                ("addressLine1", C::AddressLine1),
                ("addressLine2", C::AddressLine2),
                ("city", C::City),
                ("state", C::State),
                ("postalCode", C::PostalCode),
                ("country", C::Country),
                ("salesRepEmployeeNumber", C::SalesRep),
                ("creditLimit", C::CreditLimit),
                ("signedUpOn", C::SignedUp),
            ];
            let mut columns = vec![key("customerNumber", serial(103))];
            columns.extend(facts.map(|(name, fact)| column(name, Fill::Customer(fact))));
            columns
        }
        Recipe::Orders => {
            let facts = [
                ("orderDate", O::OrderDate),
                ("requiredDate", O::RequiredDate),
                ("shippedDate", O::ShippedDate),
                ("status", O::Status),
                ("comments", O::Comments),
                ("customerNumber", O::Customer),
            ];
            let mut columns = vec![key("orderNumber", serial(trade.orders.first_number))];
            columns.extend(facts.map(|(name, fact)| column(name, Fill::Order(fact))));
            columns
        }
        Recipe::OrderDetails => vec![
            key("orderNumber", Fill::Line(L::Order)),
            key("productCode", Fill::Line(L::Product)),
            column("quantityOrdered", Fill::Line(L::Quantity)),
            column("priceEach", Fill::Line(L::PriceEach)),
            column("orderLineNumber", Fill::Line(L::LineNumber)),
        ],
    }
}
