//! The columns that each recipe makes unless the template says otherwise: those of the classicmodels tables, and a few more.

use crate::{
    column::{
        BasketFact, Code, CustomerFact as C, Fill, LineFact as L, MovementFact as M, OrderFact as O, PaymentFact, ProductFact as P, ProductLineFact,
        ReturnFact as R, Serial, ShipmentFact as S, StaffFact,
    },
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
            let mut columns = vec![key("productCode", Fill::Code(Code { pattern: pattern.to_owned(), unique: true }))];
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
        Recipe::Offices => {
            let facts = [
                ("city", C::City),
                ("phone", C::PhoneText),
                ("addressLine1", C::AddressLine1),
                ("addressLine2", C::AddressLine2),
                ("state", C::State),
                ("country", C::Country),
                ("postalCode", C::PostalCode),
            ];
            let mut columns = vec![key("officeCode", serial(1))];
            columns.extend(facts.map(|(name, fact)| column(name, Fill::Customer(fact))));
            columns.push(column("territory", Fill::Staff(StaffFact::Territory)));
            columns
        }
        Recipe::Employees => vec![
            key("employeeNumber", serial(1_002)),
            column("lastName", Fill::Customer(C::FamilyName)),
            column("firstName", Fill::Customer(C::GivenName)),
            column("extension", Fill::Staff(StaffFact::Extension)),
            column("email", Fill::Customer(C::Email)),
            column("officeCode", Fill::Staff(StaffFact::Office)),
            column("reportsTo", Fill::Staff(StaffFact::ReportsTo)),
            column("jobTitle", Fill::Staff(StaffFact::JobTitle)),
        ],
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
        Recipe::OrderLists => vec![
            key("orderNumber", Fill::Basket(BasketFact::Order)),
            column("productCode", Fill::Basket(BasketFact::Products)),
            column("quantityOrdered", Fill::Basket(BasketFact::Quantities)),
            column("priceEach", Fill::Basket(BasketFact::Prices)),
            column("lineCount", Fill::Basket(BasketFact::Lines)),
            column("orderTotal", Fill::Basket(BasketFact::Total)),
        ],
        Recipe::ProductLines => {
            let empty = |name| Column { null_percent: Some(100), ..column(name, Fill::Constant("none".to_owned())) };
            vec![
                key("productLine", Fill::ProductLine(ProductLineFact::Name)),
                column("textDescription", Fill::ProductLine(ProductLineFact::Description)),
                empty("htmlDescription"),
                empty("image"),
            ]
        }
        Recipe::Payments => {
            let facts = [
                ("paymentDate", PaymentFact::PaymentDate),
                ("amount", PaymentFact::Amount),
                ("currency", PaymentFact::Currency),
                ("orderNumber", PaymentFact::Order),
                ("method", PaymentFact::Method),
                ("instalment", PaymentFact::Instalment),
                ("instalments", PaymentFact::Instalments),
                ("dueDate", PaymentFact::DueDate),
                ("status", PaymentFact::Status),
            ];
            let check = Code { pattern: "@@########".to_owned(), unique: true };
            let mut columns = vec![key("customerNumber", Fill::Payment(PaymentFact::Customer)), key("checkNumber", Fill::Code(check))];
            columns.extend(facts.map(|(name, fact)| column(name, Fill::Payment(fact))));
            columns
        }
        Recipe::Shipments => {
            let facts = [
                ("orderNumber", S::Order),
                ("part", S::Part),
                ("firstLine", S::FirstLine),
                ("lastLine", S::LastLine),
                ("pieces", S::Pieces),
                ("weightGrams", S::WeightGrams),
                ("carrier", S::Carrier),
                ("shippedDate", S::ShippedDate),
                ("deliveredDate", S::DeliveredDate),
                ("status", S::Status),
            ];
            let mut columns = vec![key("shipmentNumber", serial(700_001))];
            columns.extend(facts.map(|(name, fact)| column(name, Fill::Shipment(fact))));
            columns
        }
        Recipe::Returns => {
            let facts = [
                ("orderNumber", R::Order),
                ("productCode", R::Product),
                ("orderLineNumber", R::LineNumber),
                ("quantity", R::Quantity),
                ("returnDate", R::ReturnDate),
                ("reason", R::Reason),
                ("status", R::Status),
                ("refundAmount", R::RefundAmount),
                ("currency", R::Currency),
                ("refundDate", R::RefundDate),
            ];
            let mut columns = vec![key("returnNumber", serial(30_001))];
            columns.extend(facts.map(|(name, fact)| column(name, Fill::Return(fact))));
            columns
        }
        Recipe::StockMovements => {
            let facts = [
                ("productCode", M::Product),
                ("movementDate", M::MovementDate),
                ("kind", M::Kind),
                ("quantity", M::Quantity),
                ("orderNumber", M::Order),
            ];
            let mut columns = vec![key("movementNumber", serial(1))];
            columns.extend(facts.map(|(name, fact)| column(name, Fill::Movement(fact))));
            columns
        }
    }
}

/// The columns of orders that show the ledger, beyond the default ones.
pub const ORDER_AMOUNTS: [(&str, O); 8] = [
    ("orderTime", O::OrderTime),
    ("subtotal", O::Subtotal),
    ("discount", O::Discount),
    ("shipping", O::Shipping),
    ("taxPercent", O::TaxPercent),
    ("tax", O::Tax),
    ("total", O::Total),
    ("currency", O::Currency),
];

/// The default columns of orders, and those that show the ledger.
pub fn orders_with_amounts(rows: u64, trade: &Trade) -> Vec<Column> {
    let mut columns = columns(Recipe::Orders, rows, trade);
    columns.extend(optional(Recipe::Orders));
    columns
}

/// Columns that a recipe fills by name when a template asks for them, beyond its default ones.
pub fn optional(recipe: Recipe) -> Vec<Column> {
    if recipe == Recipe::Orders {
        return ORDER_AMOUNTS.map(|(name, fact)| Column { fill: Some(Fill::Order(fact)), ..Column::named(name) }).to_vec();
    }
    let facts: &[(&str, C)] = match recipe {
        Recipe::Customers | Recipe::Employees | Recipe::Offices => &[
            ("customerNameLatin", C::NameLatin),
            ("contactLastNameLatin", C::FamilyNameLatin),
            ("contactFirstNameLatin", C::GivenNameLatin),
            ("contactMiddleName", C::MiddleName),
            ("companyName", C::Company),
            ("customerKind", C::Kind),
            ("phoneText", C::PhoneText),
            ("phoneNational", C::PhoneNational),
            ("addressLine1Latin", C::AddressLine1Latin),
            ("addressLine2Latin", C::AddressLine2Latin),
            ("cityLatin", C::CityLatin),
            ("stateName", C::StateName),
            ("stateLatin", C::StateLatin),
            ("countryNative", C::CountryNative),
            ("countryCode", C::CountryCode),
            ("latitude", C::Latitude),
            ("longitude", C::Longitude),
            ("timeZone", C::TimeZone),
            ("currency", C::Currency),
            ("language", C::Language),
            ("taxNumber", C::TaxNumber),
            ("vatNumber", C::VatNumber),
            ("iban", C::Iban),
            ("birthDate", C::BirthDate),
            ("sex", C::Sex),
        ],
        _ => &[],
    };
    facts.iter().map(|(name, fact)| Column { fill: Some(Fill::Customer(*fact)), ..Column::named(name) }).collect()
}

/// The same fact in Latin letters, where there is such a one.
pub fn in_latin(fact: C) -> Option<C> {
    Some(match fact {
        C::Name => C::NameLatin,
        C::FamilyName => C::FamilyNameLatin,
        C::GivenName => C::GivenNameLatin,
        C::AddressLine1 => C::AddressLine1Latin,
        C::AddressLine2 => C::AddressLine2Latin,
        C::City => C::CityLatin,
        C::State => C::StateLatin,
        _ => return None,
    })
}
