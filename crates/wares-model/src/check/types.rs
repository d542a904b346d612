//! How the values of a fill are held, and which types they can take.

use crate::{
    column::{Fill, ProductFact, StaffFact},
    pack::{catalog::Catalog, narrow},
    schema::Physical,
    template::ColumnType,
};

/// How a fill holds its values, and the type they have unless the template says otherwise.
fn natural(fill: &Fill) -> (Physical, ColumnType) {
    use crate::column::{
        BasketFact as B, CustomerFact as C, LineFact as L, MovementFact as M, OrderFact as O, PaymentFact as P, ReturnFact as R, ShipmentFact as S,
    };
    match fill {
        Fill::Serial(_) => (Physical::Integer, ColumnType::Integer),
        Fill::Uuid => (Physical::Text, ColumnType::Uuid),
        Fill::Number(range) => match range.decimals.unwrap_or(range.min.scale.max(range.max.scale)) {
            0 => (Physical::Integer, ColumnType::Integer),
            scale => (Physical::Scaled(scale), ColumnType::Decimal),
        },
        Fill::Choice(_) => (Physical::Text, ColumnType::Category),
        Fill::Flag(_) => (Physical::Boolean, ColumnType::Boolean),
        Fill::Date(_) | Fill::Product(ProductFact::LaunchedOn) => (Physical::Date, ColumnType::Date),
        Fill::Time(_) => (Physical::Time, ColumnType::Time),
        Fill::DateTime(_) => (Physical::DateTime, ColumnType::Datetime),
        Fill::Barcode(_) => (Physical::Text, ColumnType::Barcode),
        Fill::Product(ProductFact::Stock | ProductFact::WeightGrams | ProductFact::ReviewCount) => (Physical::Integer, ColumnType::Integer),
        Fill::Product(ProductFact::Rating) => (Physical::Scaled(1), ColumnType::Decimal),
        Fill::Product(ProductFact::Cost | ProductFact::ListPrice) => (Physical::Scaled(2), ColumnType::Money),
        Fill::Product(ProductFact::Line) | Fill::Attribute(_) => (Physical::Text, ColumnType::Category),
        Fill::Customer(C::BirthDate | C::SignedUp) => (Physical::Date, ColumnType::Date),
        Fill::Customer(C::Phone) => (Physical::Integer, ColumnType::Integer),
        Fill::Customer(C::PhoneText | C::PhoneNational) => (Physical::Text, ColumnType::Phone),
        Fill::Customer(C::Latitude | C::Longitude) => (Physical::Scaled(4), ColumnType::Decimal),
        Fill::Customer(C::SalesRep) => (Physical::Integer, ColumnType::Integer),
        Fill::Customer(C::CreditLimit) => (Physical::Scaled(2), ColumnType::Money),
        Fill::Customer(C::Sex | C::Kind | C::CountryCode | C::Currency | C::Language | C::TimeZone) => (Physical::Text, ColumnType::Category),
        Fill::Customer(C::Email) => (Physical::Text, ColumnType::Email),
        Fill::Order(O::OrderDate | O::RequiredDate | O::ShippedDate) => (Physical::Date, ColumnType::Date),
        Fill::Order(O::TaxPercent) => (Physical::Scaled(3), ColumnType::Decimal),
        Fill::Order(O::OrderTime) => (Physical::Time, ColumnType::Time),
        Fill::Order(O::Status | O::Currency) | Fill::Payment(P::Method | P::Status | P::Currency) => (Physical::Text, ColumnType::Category),
        Fill::Shipment(S::Carrier | S::Status) | Fill::Return(R::Reason | R::Status | R::Currency) | Fill::Movement(M::Kind) => {
            (Physical::Text, ColumnType::Category)
        }
        Fill::Order(O::Subtotal | O::Discount | O::Shipping | O::Tax | O::Total) | Fill::Payment(P::Amount) | Fill::Return(R::RefundAmount) => {
            (Physical::Scaled(2), ColumnType::Money)
        }
        Fill::Payment(P::PaymentDate | P::DueDate) | Fill::Shipment(S::ShippedDate | S::DeliveredDate) | Fill::Movement(M::MovementDate) => {
            (Physical::Date, ColumnType::Date)
        }
        Fill::Return(R::ReturnDate | R::RefundDate) => (Physical::Date, ColumnType::Date),
        Fill::Payment(_) | Fill::Shipment(_) => (Physical::Integer, ColumnType::Integer),
        Fill::Return(R::Order | R::LineNumber | R::Quantity) | Fill::Movement(M::Quantity | M::Order) => (Physical::Integer, ColumnType::Integer),
        Fill::Line(L::Quantity | L::LineNumber) => (Physical::Integer, ColumnType::Integer),
        Fill::Line(L::PriceEach) | Fill::Basket(B::Total) => (Physical::Scaled(2), ColumnType::Money),
        Fill::Basket(B::Lines) => (Physical::Integer, ColumnType::Integer),
        // Keys of parents are resolved by the engine; these are the usual kinds of key.
        Fill::Order(O::Customer) | Fill::Line(L::Order) | Fill::Basket(B::Order) | Fill::Staff(StaffFact::ReportsTo | StaffFact::Office) => {
            (Physical::Integer, ColumnType::Integer)
        }
        Fill::Code(_)
        | Fill::Sku(_)
        | Fill::Constant(_)
        | Fill::Text(_)
        | Fill::Reference(_)
        | Fill::Product(_)
        | Fill::Customer(_)
        | Fill::Staff(_)
        | Fill::Order(O::Comments)
        | Fill::ProductLine(_)
        | Fill::Return(R::Product)
        | Fill::Movement(M::Product)
        | Fill::Basket(B::Products | B::Quantities | B::Prices)
        | Fill::Line(L::Product) => (Physical::Text, ColumnType::Text),
    }
}

/// The same, with what the catalog knows of an attribute.
pub(super) fn of_fill(fill: &Fill, catalog: Option<&Catalog>) -> (Physical, ColumnType) {
    match (fill, catalog) {
        (Fill::Attribute(name), Some(catalog)) if narrow::is_number(catalog, name) => (Physical::Integer, ColumnType::Integer),
        _ => natural(fill),
    }
}

/// How values are held once a type is applied to them, or nothing where it cannot be.
pub(super) fn held(natural: Physical, wanted: ColumnType) -> Option<Physical> {
    use ColumnType as T;
    match (natural, wanted) {
        (_, T::Text | T::Category) => Some(Physical::Text),
        (_, T::Json) => Some(Physical::Json),
        (Physical::Text, T::Url | T::Email | T::Phone | T::Barcode | T::Uuid) => Some(Physical::Text),
        (Physical::Integer | Physical::Scaled(_) | Physical::Boolean, T::Integer) => Some(Physical::Integer),
        (Physical::Integer, T::Phone | T::Barcode) => Some(Physical::Text),
        (Physical::Integer, T::Decimal) => Some(Physical::Scaled(2)),
        (Physical::Integer | Physical::Scaled(_), T::Money) => Some(Physical::Scaled(2)),
        (Physical::Scaled(scale), T::Decimal) => Some(Physical::Scaled(scale)),
        (Physical::Boolean, T::Boolean) => Some(Physical::Boolean),
        (Physical::Date | Physical::DateTime, T::Date) => Some(Physical::Date),
        (Physical::Date | Physical::DateTime, T::Datetime) => Some(Physical::DateTime),
        (Physical::Time | Physical::DateTime, T::Time) => Some(Physical::Time),
        _ => None,
    }
}

/// The values of a column, in words.
pub(super) fn described(physical: Physical) -> &'static str {
    match physical {
        Physical::Time => "times of day",
        Physical::DateTime => "points in time",
        Physical::Json => "JSON",
        Physical::Text => "texts",
        Physical::Integer => "whole numbers",
        Physical::Scaled(_) => "decimal numbers",
        Physical::Boolean => "true and false",
        Physical::Date => "dates",
    }
}

/// A type as templates write it.
pub(super) fn type_name(column_type: ColumnType) -> String {
    format!("{column_type:?}").to_lowercase()
}
