//! How to fill a column that does not say so itself: by what its name means, else by its type.
//!
//! In: a column without fill and samples. Out: a [`Guess`], which is reported to the user. Start at [`guess`].

use crate::{
    column::{
        Barcode, BarcodeKind, Choices, Code, CustomerFact as C, DateRange, Fill, Flag, MomentRange, NumberRange, OrderFact as O, ProductFact as P,
        Serial, Sku, TextPattern, TimeRange,
    },
    day::{Day, TimeOfDay},
    decimal::Decimal,
    pack::catalog::Catalog,
    template::{Column, ColumnType, Recipe},
    weighted::{Choice, TextOr},
};

/// A way to fill a column, and why.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Guess {
    /// The way.
    pub(super) fill: Fill,
    /// Why, in words: `its name means the brand`.
    pub(super) why: String,
}

/// What is known around a column.
pub(super) struct Around<'a> {
    /// The recipe of its table.
    pub(super) recipe: Option<Recipe>,
    /// What is sold.
    pub(super) catalog: Option<&'a Catalog>,
    /// The recipe's columns, default and optional.
    pub(super) known: &'a [Column],
    /// The name of the table's primary key, where another column is it.
    pub(super) key: Option<&'a str>,
    /// Rows of the table.
    pub(super) rows: u64,
    /// Nothing happens after this day.
    pub(super) today: Day,
}

/// How a column of this name and type is filled.
pub(super) fn guess(column: &Column, around: &Around<'_>) -> Guess {
    let name = plain(&column.name);
    let by_name = |what: &str, fill: Fill| Guess { fill, why: format!("its name means {what}") };
    if let Some(known) = around.known.iter().find(|known| plain(&known.name) == name).and_then(|known| known.fill.clone()) {
        return by_name("a column of the recipe", known);
    }
    let of_recipe = match around.recipe {
        Some(Recipe::Products) => product(&name, around),
        Some(Recipe::Customers) => customer(&name),
        Some(Recipe::Orders) => order(&name),
        _ => None,
    };
    of_recipe
        .or_else(|| attribute(&name, around.catalog.filter(|_| around.recipe == Some(Recipe::Products))))
        .or_else(|| anywhere(&name, column, around))
        .filter(|guess| fits(&guess.fill, column.column_type, around.catalog))
        .unwrap_or_else(|| by_type(column.column_type, around))
}

/// Small letters and digits alone, so that `product_name`, `Product Name` and `productName` are one.
pub(super) fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase()
}

/// Whether a guess by name can take the type that the user chose.
fn fits(fill: &Fill, wanted: Option<ColumnType>, catalog: Option<&Catalog>) -> bool {
    wanted.is_none_or(|wanted| super::types::held(super::types::of_fill(fill, catalog).0, wanted).is_some())
}

fn found(what: &str, fill: Fill) -> Option<Guess> {
    Some(Guess { fill, why: format!("its name means {what}") })
}

fn product(name: &str, around: &Around<'_>) -> Option<Guess> {
    let fact = |what: &str, fact: P| found(what, Fill::Product(fact));
    let barcode = |what: &str, kind: BarcodeKind| found(what, Fill::Barcode(Barcode { kind, prefix: None }));
    match name {
        "title" | "name" | "product" | "productname" | "producttitle" | "itemname" | "item" => fact("the product's name", P::Name),
        "line" | "category" | "productcategory" | "categories" | "producttype" | "department" | "productgroup" => fact("the category", P::Line),
        "vendor" | "brand" | "brandname" | "manufacturer" | "maker" => fact("the brand", P::Vendor),
        "description" | "bodyhtml" | "body" | "shortdescription" | "longdescription" | "details" => fact("the description", P::Description),
        "stock" | "inventory" | "inventoryqty" | "variantinventoryqty" | "qty" | "quantity" | "stockquantity" | "unitsinstock" => {
            fact("the pieces in stock", P::Stock)
        }
        "cost" | "costprice" | "unitcost" | "costperitem" | "wholesaleprice" | "purchaseprice" => fact("what the shop pays", P::Cost),
        "price" | "listprice" | "rrp" | "unitprice" | "regularprice" | "variantprice" | "retailprice" => fact("the list price", P::ListPrice),
        "weightgrams" | "weight" | "grams" | "weightg" | "variantgrams" => match around.catalog {
            Some(catalog) if catalog.kinds.iter().any(|kind| catalog.weighs(kind)) => fact("the weight in grams", P::WeightGrams),
            _ => None,
        },
        "rating" | "averagerating" | "stars" | "customerrating" => fact("the stars of customers", P::Rating),
        "reviewcount" | "reviews" | "ratingcount" | "numberofreviews" | "ratings" => fact("how many customers rated it", P::ReviewCount),
        "launchedon" | "launchdate" | "launched" | "releasedate" | "releasedon" | "introducedon" | "dateadded" | "availablesince" => {
            fact("the day of its launch", P::LaunchedOn)
        }
        "parentcode" | "parentsku" | "itemgroupid" | "groupid" | "parentid" | "styleid" => fact("the code of all variants", P::ParentCode),
        "sku" | "variantsku" | "itemcode" | "articlenumber" | "itemnumber" | "partnumber" => {
            let digits = "#".repeat(around.rows.max(1).ilog10() as usize + 2);
            found("the stock-keeping unit", Fill::Sku(Sku { pattern: format!("{{kind}}-{{brand}}-{digits}") }))
        }
        "code" | "productid" => {
            let digits = "#".repeat(around.rows.max(1).ilog10() as usize + 2);
            found("a code", Fill::Code(Code { pattern: format!("P{digits}"), unique: true }))
        }
        "barcode" | "gtin" | "gtin13" | "ean" | "ean13" | "variantbarcode" => barcode("the barcode", BarcodeKind::Ean13),
        "upc" | "upca" | "gtin12" => barcode("the barcode", BarcodeKind::UpcA),
        "ean8" | "gtin8" => barcode("the barcode", BarcodeKind::Ean8),
        "gtin14" | "casebarcode" => barcode("the barcode of a case", BarcodeKind::Gtin14),
        "isbn" | "isbn13" => barcode("the number of a book", BarcodeKind::Isbn13),
        "isbn10" => barcode("the number of a book", BarcodeKind::Isbn10),
        "image" | "imageurl" | "imagesrc" | "imagelink" | "picture" | "photo" | "thumbnail" => {
            web("an image", "https://images.example/", ".jpg", around)
        }
        "url" | "producturl" | "link" | "permalink" => web("a page", "https://shop.example/products/", "", around),
        "currency" => around.catalog.and_then(|catalog| found("the currency", Fill::Constant(catalog.currency.clone()))),
        "active" | "published" | "available" | "instock" | "isactive" | "enabled" | "visible" => found("a state that most have", flag(95)),
        "discontinued" | "deleted" | "archived" | "giftcard" | "isfeatured" | "featured" | "clearance" => found("a state that few have", flag(5)),
        "status" => found("a state", choice(&[("active", 92), ("draft", 4), ("archived", 4)])),
        _ => None,
    }
}

/// An address on a reserved domain, made with the table's key.
fn web(what: &str, before: &str, after: &str, around: &Around<'_>) -> Option<Guess> {
    let pattern = match around.key {
        Some(key) => return found(what, Fill::Text(TextPattern { pattern: format!("{before}{{{key}}}{after}") })),
        None => format!("{before}########{after}"),
    };
    found(what, Fill::Code(Code { pattern, unique: false }))
}

fn customer(name: &str) -> Option<Guess> {
    let (what, fact) = match name {
        "name" | "fullname" | "customer" => ("the name", C::Name),
        "firstname" | "givenname" | "forename" => ("the given name", C::GivenName),
        "lastname" | "familyname" | "surname" => ("the family name", C::FamilyName),
        "middlename" => ("the middle name", C::MiddleName),
        "gender" => ("the sex", C::Sex),
        "dob" | "dateofbirth" | "birthday" => ("the day of birth", C::BirthDate),
        "mail" | "emailaddress" => ("the e-mail address", C::Email),
        "phonenumber" | "telephone" | "mobile" | "tel" => ("the telephone number", C::PhoneText),
        "address" | "street" | "streetaddress" | "address1" => ("street and number", C::AddressLine1),
        "address2" => ("flat or suite", C::AddressLine2),
        "town" => ("the city", C::City),
        "province" | "region" | "county" => ("the state", C::State),
        "zip" | "zipcode" | "postcode" => ("the postal code", C::PostalCode),
        "lat" => ("the latitude", C::Latitude),
        "lon" | "lng" | "long" => ("the longitude", C::Longitude),
        "company" => ("the company", C::Company),
        "createdat" | "createdon" | "signupdate" | "registeredon" | "membersince" => ("the day of the sign-up", C::SignedUp),
        "vatid" | "vat" => ("the VAT number", C::VatNumber),
        "taxid" => ("the tax number", C::TaxNumber),
        _ => return None,
    };
    found(what, Fill::Customer(fact))
}

fn order(name: &str) -> Option<Guess> {
    let (what, fact) = match name {
        "date" | "orderedon" | "createdat" | "placedon" => ("the day of the order", O::OrderDate),
        "requiredby" | "dueon" | "promisedon" => ("the day by which it was promised", O::RequiredDate),
        "shippedon" | "shipdate" => ("the day on which it left", O::ShippedDate),
        "orderstatus" | "state" => ("where it stands", O::Status),
        "customer" | "customerid" => ("the customer", O::Customer),
        "comment" | "note" | "notes" | "remarks" => ("a remark", O::Comments),
        _ => return None,
    };
    found(what, Fill::Order(fact))
}

fn attribute(name: &str, catalog: Option<&Catalog>) -> Option<Guess> {
    let same = |text: &str| plain(text) == name || plain(text).replace("colour", "color") == name.replace("colour", "color");
    let attribute = catalog?.attributes.iter().find(|attribute| same(&attribute.name) || same(&attribute.label))?;
    found(&format!("the attribute `{}`", attribute.name), Fill::Attribute(attribute.name.clone()))
}

/// Names that mean the same in any table.
fn anywhere(name: &str, column: &Column, around: &Around<'_>) -> Option<Guess> {
    match name {
        "id" | "number" | "no" => found("a number of the row", Fill::Serial(Serial { start: 1, step: 1 })),
        "uuid" | "guid" => found("a UUID", Fill::Uuid),
        "email" | "mail" | "emailaddress" => found("an e-mail address", code("~~~~~.~~~~~##\\@example.com")),
        "phone" | "phonenumber" | "telephone" => found("a telephone number set aside for fiction", code("+1202555010#")),
        "color" | "colour" => {
            found("a colour", choice(&[("black", 5), ("white", 4), ("gray", 3), ("blue", 3), ("red", 2), ("green", 2), ("beige", 1), ("yellow", 1)]))
        }
        "createdat" | "updatedat" | "timestamp" | "modifiedat" => {
            let moments = MomentRange { from: around.today.plus(-729), to: around.today.plus(-1) };
            found("a point in time", Fill::DateTime(moments))
        }
        "createdon" | "updatedon" | "date" => found("a day", days(around.today)),
        "currency" => found("a currency", Fill::Constant("USD".to_owned())),
        "discountpercent" | "discount" => found("a discount in percent", points(0, &["0", "0", "0", "5", "10", "15", "20", "30", "50"])),
        "minorderqty" | "minimumorderquantity" | "moq" => found("the least order", choice(&[("1", 80), ("2", 6), ("6", 7), ("12", 7)])),
        "warrantymonths" => found("a warranty in months", choice(&[("12", 5), ("24", 6), ("36", 2), ("60", 1)])),
        _ if column.key.is_some() => found("a key", Fill::Serial(Serial { start: 1, step: 1 })),
        _ => None,
    }
}

fn by_type(wanted: Option<ColumnType>, around: &Around<'_>) -> Guess {
    let fill = match wanted {
        None | Some(ColumnType::Text) => code("@@@-####"),
        Some(ColumnType::Category) => choice(&[("A", 5), ("B", 3), ("C", 2)]),
        Some(ColumnType::Integer) => points(0, &["0", "10", "50", "100", "1000"]),
        Some(ColumnType::Decimal) => points(2, &["0.00", "5.00", "20.00", "100.00"]),
        Some(ColumnType::Money) => points(2, &["0.99", "9.99", "24.99", "79.99", "499.99"]),
        Some(ColumnType::Boolean) => flag(50),
        Some(ColumnType::Date) => days(around.today),
        Some(ColumnType::Time) => Fill::Time(TimeRange { from: TimeOfDay(8 * 3_600), to: TimeOfDay(18 * 3_600) }),
        Some(ColumnType::Datetime) => Fill::DateTime(MomentRange { from: around.today.plus(-729), to: around.today.plus(-1) }),
        Some(ColumnType::Uuid) => Fill::Uuid,
        Some(ColumnType::Barcode) => Fill::Barcode(Barcode { kind: BarcodeKind::Ean13, prefix: None }),
        Some(ColumnType::Url) => code("https://www.example.com/~~~~~~~~"),
        Some(ColumnType::Email) => code("~~~~~.~~~~~##\\@example.com"),
        Some(ColumnType::Phone) => code("+1202555010#"),
        Some(ColumnType::Json) => Fill::Choice(Choices { values: vec![TextOr(Choice::from("A".to_owned())), TextOr(Choice::from("B".to_owned()))] }),
    };
    let why = match wanted {
        None => "its name means nothing that is known and it has no type; give `samples`, `type` or `fill`".to_owned(),
        Some(wanted) => {
            format!("its name means nothing that is known, so by its type `{}`; give `samples` or `fill`", super::types::type_name(wanted))
        }
    };
    Guess { fill, why }
}

fn flag(true_percent: u8) -> Fill {
    Fill::Flag(Flag { true_percent })
}

fn code(pattern: &str) -> Fill {
    Fill::Code(Code { pattern: pattern.to_owned(), unique: false })
}

fn choice(values: &[(&str, u32)]) -> Fill {
    let value = |(value, weight): &(&str, u32)| TextOr(Choice { value: (*value).to_owned(), weight: *weight });
    Fill::Choice(Choices { values: values.iter().map(value).collect() })
}

fn days(today: Day) -> Fill {
    Fill::Date(DateRange { from: today.plus(-729), to: today, points: Vec::new() })
}

fn points(decimals: u8, texts: &[&str]) -> Fill {
    let points: Vec<Decimal> = texts.iter().filter_map(|text| serde_json::from_value((*text).into()).ok()).collect();
    let end = |point: Option<&Decimal>| point.copied().unwrap_or(Decimal { digits: 0, scale: 0 });
    Fill::Number(NumberRange { min: end(points.first()), max: end(points.last()), decimals: Some(decimals), points })
}
