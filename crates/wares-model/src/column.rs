//! Every column kind, as one enum.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    day::{Day, TimeOfDay},
    decimal::Decimal,
    weighted::{Choice, TextOr},
};

/// One way to fill a column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Fill {
    /// Whole numbers that rise by the same step with every row.
    Serial(Serial),
    /// Texts by a pattern, each at most once: `#` is a digit, `@` a capital letter, `~` a small one.
    Code(Code),
    /// Numbers of goods with their check digit, each at most once.
    Barcode(Barcode),
    /// Stock-keeping units: a code with the product's own words in it, each at most once. Products only.
    Sku(Sku),
    /// Random UUIDs (version 4), each at most once.
    Uuid,
    /// Numbers from a range, all equally likely.
    Number(NumberRange),
    /// Values of a list, by weight.
    Choice(Choices),
    /// True in the given share of rows.
    Flag(Flag),
    /// Days from a range, all equally likely.
    Date(DateRange),
    /// Times of day from a range, to the second, all equally likely.
    Time(TimeRange),
    /// Points in time from a range of days, to the second, all equally likely; in UTC.
    DateTime(MomentRange),
    /// The same text in every row.
    Constant(String),
    /// Text made from other columns of the row: `{firstName} of {city}`.
    Text(TextPattern),
    /// A row of another table, by its primary key; all rows equally likely.
    Reference(Reference),
    /// An attribute of the catalog pack. Products only.
    Attribute(String),
    /// A fact of the product. Products only.
    Product(ProductFact),
    /// A fact of the customer; of the person or the address in tables of employees and offices.
    Customer(CustomerFact),
    /// A fact of an employee's work. Employees and offices only.
    Staff(StaffFact),
    /// A fact of the order. Orders only.
    Order(OrderFact),
    /// A fact of the order line. Order details only.
    Line(LineFact),
    /// A fact of all lines of an order. Order lists only.
    Basket(BasketFact),
    /// A fact of a product line. Product lines only.
    ProductLine(ProductLineFact),
    /// A fact of a payment. Payments only.
    Payment(PaymentFact),
    /// A fact of a shipment. Shipments only.
    Shipment(ShipmentFact),
    /// A fact of a return. Returns only.
    Return(ReturnFact),
    /// A fact of a movement of stock. Stock movements only.
    Movement(MovementFact),
}

/// `start`, `start + step`, `start + 2 step` ...
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Serial {
    /// The number of the first row.
    pub start: i64,
    /// From one row to the next; not 0.
    #[serde(default = "step")]
    pub step: i64,
}

fn step() -> i64 {
    1
}

/// Codes, each at most once unless told otherwise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// `#` becomes a digit, `@` a capital letter, `~` a small letter; everything else stands as it is, and so does what follows a backslash.
    pub pattern: String,
    /// `false` allows the same code twice, and so more rows than the pattern has codes.
    #[serde(default = "yes", skip_serializing_if = "is_true")]
    pub unique: bool,
}

fn yes() -> bool {
    true
}

fn is_true(value: &bool) -> bool {
    *value
}

/// Numbers of goods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Barcode {
    /// The standard. Default: EAN-13.
    #[serde(default)]
    pub kind: BarcodeKind,
    /// The first digits. Default: a block that no maker has been given, so that no real article is hit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
}

/// Standards of numbers of goods.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BarcodeKind {
    /// 13 digits (GTIN-13).
    #[default]
    Ean13,
    /// 8 digits (GTIN-8).
    Ean8,
    /// 12 digits (GTIN-12).
    UpcA,
    /// 14 digits: of a case of goods.
    Gtin14,
    /// 13 digits from 978 or 979: of a book.
    Isbn13,
    /// 9 digits and a check character, which may be `X`.
    Isbn10,
}

impl BarcodeKind {
    /// How many characters stand before the check digit.
    pub fn body_digits(self) -> u32 {
        match self {
            Self::Ean13 | Self::Isbn13 => 12,
            Self::Ean8 => 7,
            Self::UpcA => 11,
            Self::Gtin14 => 13,
            Self::Isbn10 => 9,
        }
    }
}

/// Stock-keeping units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Sku {
    /// As a code; `{brand}`, `{kind}`, `{series}` and attributes become three letters of their own: `{brand}-{kind}-#####`.
    pub pattern: String,
}

/// Both ends are included; the finer of the two decides the number of decimals.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NumberRange {
    /// The least number.
    pub min: Decimal,
    /// The greatest number, itself included.
    pub max: Decimal,
    /// Decimals of the numbers made. Default: those of `min` and `max`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
    /// Numbers between `min` and `max`, rising: as many values lie between each and the next. Default: none, all numbers are equally likely.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Decimal>,
}

/// Values and their weights.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choices {
    /// At least one.
    pub values: Vec<TextOr<Choice>>,
}

/// A share of rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// 0 to 100.
    pub true_percent: u8,
}

/// Both ends are included.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DateRange {
    /// The first day.
    pub from: Day,
    /// The last day, itself included.
    pub to: Day,
    /// Days between `from` and `to`, rising: as many values lie between each and the next. Default: none, all days are equally likely.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Day>,
}

/// Both ends are included; written as `08:15` or `08:15:00`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TimeRange {
    /// The first second.
    pub from: TimeOfDay,
    /// The last second, itself included.
    pub to: TimeOfDay,
}

/// Both days are included.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MomentRange {
    /// The first day.
    pub from: Day,
    /// The last day, itself included.
    pub to: Day,
}

/// Text with the values of other columns in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TextPattern {
    /// `{column}` is replaced by that column's value in the same row.
    pub pattern: String,
}

/// A foreign key.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// The table whose primary key is used.
    pub table: String,
    /// Of a table that the user brings, another column that goes along with its key, in the same row. Default: the key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
}

/// What is known of a product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProductFact {
    /// The name, unlike that of every other product.
    Name,
    /// The category.
    Line,
    /// The leading measure: pack size, scale, diameter ...
    Scale,
    /// The brand.
    Vendor,
    /// A few sentences that state the product's own attributes.
    Description,
    /// Pieces in stock.
    Stock,
    /// What the shop pays.
    Cost,
    /// The recommended retail price.
    ListPrice,
    /// Grams; none where the pack knows no weight for the kind.
    WeightGrams,
    /// Stars of customers, 1.0 to 5.0; none where nobody has rated yet.
    Rating,
    /// How many customers rated it.
    ReviewCount,
    /// The day on which it came into the shop, not after `today`.
    LaunchedOn,
    /// The code that all variants of one product share; each product's own where the table has no variants.
    ParentCode,
}

/// What is known of a customer. Facts named `…Latin` are the same in Latin letters, for countries that write in others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CustomerFact {
    /// The name on the account: of the company, or of the person.
    Name,
    /// The name on the account, in Latin letters.
    NameLatin,
    /// The company's name; none for persons.
    Company,
    /// `company` or `person`.
    Kind,
    /// The family name of the person, or of the company's contact.
    FamilyName,
    /// The family name, in Latin letters.
    FamilyNameLatin,
    /// The given name, which agrees with the sex and the year of birth.
    GivenName,
    /// The given name, in Latin letters.
    GivenNameLatin,
    /// The patronymic or other middle name, where the country has them.
    MiddleName,
    /// `female` or `male`.
    Sex,
    /// Between 18 and 88 years before the sign-up.
    BirthDate,
    /// Made from the name, unlike that of every other customer, on a reserved domain.
    Email,
    /// All digits with the country code, as a whole number.
    Phone,
    /// As `+15551234567` (E.164).
    PhoneText,
    /// As written within the country.
    PhoneNational,
    /// Street and number.
    AddressLine1,
    /// Street and number, in Latin letters.
    AddressLine1Latin,
    /// Flat or suite; most have none.
    AddressLine2,
    /// Flat or suite, in Latin letters.
    AddressLine2Latin,
    /// The city.
    City,
    /// The city, in Latin letters.
    CityLatin,
    /// The state, as an address of the country names it: by its code, or in full.
    State,
    /// The state's full name.
    StateName,
    /// The state, in Latin letters.
    StateLatin,
    /// The postal code of that city; none where the country has none.
    PostalCode,
    /// The country, as on an envelope.
    Country,
    /// The country, in its own language.
    CountryNative,
    /// ISO 3166-1 code of the country.
    CountryCode,
    /// Degrees north, with four decimals.
    Latitude,
    /// Degrees east, with four decimals.
    Longitude,
    /// IANA name of the time zone.
    TimeZone,
    /// ISO 4217 code of the country's currency.
    Currency,
    /// ISO 639 code of the language of the customer's names.
    Language,
    /// The number by which the country's tax office (or its register of people) knows the customer; with right check digits.
    TaxNumber,
    /// The VAT number of companies; none for persons.
    VatNumber,
    /// An international bank account number, with right check digits.
    Iban,
    /// The employee who looks after the customer; some have none.
    SalesRep,
    /// The most that the customer may owe; 0 for those who pay at once.
    CreditLimit,
    /// The day on which the customer signed up.
    SignedUp,
}

/// What is known of an employee's work, or of an office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StaffFact {
    /// President, vice presidents, sales managers; the rest are sales representatives. Employees only.
    JobTitle,
    /// The employee above, by primary key; the president has none. Employees only.
    ReportsTo,
    /// The office, by primary key. Employees only.
    Office,
    /// The extension within the office: `x` and four digits. Employees only.
    Extension,
    /// The part of the world that an office looks after: `NA`, `LATAM`, `EMEA`, `APAC` or `Japan`. Offices only.
    Territory,
}

/// What is known of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrderFact {
    /// The day of the order.
    OrderDate,
    /// The day by which it was promised.
    RequiredDate,
    /// The day on which it left; none while it has not.
    ShippedDate,
    /// Where it stands today.
    Status,
    /// A remark; most have none.
    Comments,
    /// The customer who ordered, by primary key.
    Customer,
    /// The time of day of the order, in the shop's time zone.
    OrderTime,
    /// What the lines come to: pieces times price, over all lines. This and all amounts below are in the order's currency, and need a
    /// table of order details.
    Subtotal,
    /// Off the whole order, as a coupon gives it; 0 for most.
    Discount,
    /// What the customer pays for shipping.
    Shipping,
    /// The tax of the customer's region, on subtotal less discount plus shipping.
    Tax,
    /// Its rate, in percent with three decimals.
    TaxPercent,
    /// Subtotal less discount, plus shipping and tax.
    Total,
    /// ISO 4217 code of the order's currency.
    Currency,
}

impl OrderFact {
    /// Whether it follows from the order's lines and the customer's region.
    pub fn is_amount(self) -> bool {
        matches!(self, Self::Subtotal | Self::Discount | Self::Shipping | Self::Tax | Self::TaxPercent | Self::Total | Self::Currency)
    }
}

/// What is known of all lines of an order; lists have their values in the order of the lines, with `|` between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BasketFact {
    /// The order, by primary key.
    Order,
    /// The products, by primary key: a list.
    Products,
    /// How many pieces of each: a list.
    Quantities,
    /// The price paid for each piece: a list.
    Prices,
    /// How many lines there are.
    Lines,
    /// What they come to: pieces times price, over all lines.
    Total,
}

/// What is known of a product line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProductLineFact {
    /// The name, as products have it.
    Name,
    /// A sentence or two about what belongs to it.
    Description,
}

/// What is known of a payment: an attempt to pay an order, or one instalment of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaymentFact {
    /// The customer who pays, by primary key.
    Customer,
    /// The order that is paid, by primary key.
    Order,
    /// The day on which it was paid or failed; the day of the order while it is open.
    PaymentDate,
    /// What was paid, tried or is due, in the order's currency.
    Amount,
    /// How it is paid.
    Method,
    /// `Paid`, `Pending`, `Scheduled` (an instalment to come), `Failed` or `Voided` (the order was cancelled).
    Status,
    /// 1 for the first instalment; 1 for payments at once.
    Instalment,
    /// How many instalments the order is paid in.
    Instalments,
    /// The day by which it is due; it may lie after `today`.
    DueDate,
    /// ISO 4217 code.
    Currency,
}

/// What is known of a shipment: an order's lines leave in one or two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ShipmentFact {
    /// The order, by primary key.
    Order,
    /// 1 for the first shipment of the order.
    Part,
    /// The number of the first order line in it.
    FirstLine,
    /// The number of the last order line in it.
    LastLine,
    /// Pieces of all its lines.
    Pieces,
    /// What it weighs, packing included, in grams.
    WeightGrams,
    /// Who carries it.
    Carrier,
    /// The day on which it left; none while it has not.
    ShippedDate,
    /// The day on which it arrived; none while it has not.
    DeliveredDate,
    /// `Delivered`, `In Transit`, `Pending` or `Cancelled`.
    Status,
}

/// What is known of a return: pieces of one order line that came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ReturnFact {
    /// The order, by primary key.
    Order,
    /// The product, by primary key.
    Product,
    /// The number of the order line.
    LineNumber,
    /// How many pieces came back.
    Quantity,
    /// The day on which they arrived at the shop.
    ReturnDate,
    /// Why.
    Reason,
    /// `Refunded`, or `Received` while the refund is to come.
    Status,
    /// What is paid back: the pieces' part of the order's subtotal less discount, with its tax; shipping stays paid.
    RefundAmount,
    /// The day of the refund; none while it is to come.
    RefundDate,
    /// ISO 4217 code.
    Currency,
}

/// What is known of a movement of stock. All movements of a product come to its `quantityInStock`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MovementFact {
    /// The product, by primary key.
    Product,
    /// The day.
    MovementDate,
    /// `Opening`; of each order line `Receipt` (from the supplier) and `Sale`, `Reserved` while the order has not left, or
    /// `Sent back` when it was cancelled; of each return `Return` and `Write-off`.
    Kind,
    /// Pieces; below 0 for what leaves the stock.
    Quantity,
    /// The order, by primary key; none for the opening.
    Order,
}

/// What is known of an order line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LineFact {
    /// The order, by primary key.
    Order,
    /// The product, by primary key; a product stands once in an order.
    Product,
    /// How many pieces.
    Quantity,
    /// The price paid for each: the product's list price less the line's discount.
    PriceEach,
    /// 1 for the first line of the order.
    LineNumber,
}
