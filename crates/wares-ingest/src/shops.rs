//! The product CSV of Shopify and of WooCommerce -> a draft with the same headers, so that what is made can be imported there.
//!
//! In: a header, with or without rows. Out: a products table whose columns are facts of the product, or what those shops take as "as usual".
//! Start at [`recognize`].

use std::collections::BTreeSet;

use wares_model::{
    Column, ColumnType, Fill, Recipe,
    column::{Barcode, BarcodeKind, NumberRange, ProductFact, Serial, Sku},
    decimal::Decimal,
    pack::catalog::Catalog,
    template::{CatalogSource, Key},
};

use crate::{
    Draft, USUAL_ROWS, Wanted,
    draft::sold_by,
    meaning::{choice, code},
    names,
    profile::Profile,
    rows::Rows,
};

/// A file of fewer rows is an example rather than a catalogue.
const FEW_ROWS: u64 = 10;

/// A shop whose product CSV is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shop {
    Shopify,
    WooCommerce,
}

impl Shop {
    fn name(self) -> &'static str {
        match self {
            Self::Shopify => "Shopify",
            Self::WooCommerce => "WooCommerce",
        }
    }
}

/// The shop whose product CSV has this header.
pub(crate) fn recognize(header: &[String]) -> Option<Shop> {
    let names: BTreeSet<String> = header.iter().map(|name| name.trim().to_lowercase()).collect();
    let has = |name: &str| names.contains(name);
    let some = |list: &[&str], least: usize| list.iter().filter(|name| has(name)).count() >= least;
    let shopify_usual = ["vendor", "option1 name", "variant price", "variant sku", "variant inventory qty", "body (html)", "published"];
    let shopify_new = ["vendor", "option1 name", "sku", "price", "inventory quantity", "published on online store", "description"];
    if has("title") && ((has("handle") && some(&shopify_usual, 2)) || (has("url handle") && some(&shopify_new, 2))) {
        return Some(Shop::Shopify);
    }
    let woo = [
        "is featured?",
        "visibility in catalog",
        "in stock?",
        "short description",
        "tax status",
        "backorders allowed?",
        "weight (kg)",
        "categories",
        "published",
    ];
    ((has("name") || has("sku")) && (has("regular price") || has("type")) && some(&woo, 2)).then_some(Shop::WooCommerce)
}

/// A draft of the shop's products.
pub(crate) fn draft(shop: Shop, rows: &Rows, wanted: &Wanted<'_>) -> Draft {
    let count = wanted.rows.unwrap_or(if rows.rows < FEW_ROWS { USUAL_ROWS } else { rows.rows }).max(1);
    let mut notes =
        vec![format!("the header is that of the product CSV of {}: it is kept as it is, so that what is made can be imported there", shop.name())];
    let source = source(shop, rows, wanted, &mut notes);
    let catalog = source.as_ref().and_then(crate::unpacked);
    let filling = Filling { shop, rows: count, catalog };
    let mut taken = BTreeSet::new();
    let mut columns = Vec::new();
    let mut blank = Vec::new();
    for (position, name) in rows.header.iter().enumerate() {
        let name = names::column(name, position, &mut taken);
        let known = filling.column(&name.to_lowercase());
        let column = known.unwrap_or_else(|| {
            blank.push(format!("`{name}`"));
            empty()
        });
        columns.push(Column { name, ..column });
    }
    if !columns.iter().any(|column| column.key.is_some()) {
        let key = ["variant sku", "sku", "handle", "url handle"]
            .iter()
            .find_map(|name| columns.iter().position(|column| column.name.to_lowercase() == **name));
        let key = key.filter(|key| matches!(columns[*key].fill, Some(Fill::Code(_) | Fill::Serial(_))));
        if let Some(key) = key {
            columns[key].key = Some(Key::Primary);
        }
    }
    if !blank.is_empty() {
        notes.push(format!("nothing is known of {}: they stay empty", blank.join(", ")));
    }
    let template = crate::template(
        "products",
        vec![crate::table("products".to_owned(), Some(Recipe::Products), count, columns)],
        source,
        Vec::new(),
        &mut notes,
    );
    Draft { template, notes }
}

/// The catalog pack that the categories of the rows, or `--category`, mean.
fn source(shop: Shop, rows: &Rows, wanted: &Wanted<'_>, notes: &mut Vec<String>) -> Option<CatalogSource> {
    // WooCommerce says `simple` and the like in its column `Type`.
    let category = |profile: &&Profile| shop == Shop::Shopify || !profile.name.eq_ignore_ascii_case("type");
    let profiles: Vec<Profile> = rows.profiles.iter().filter(category).cloned().collect();
    let (source, note) = sold_by(&profiles, wanted)?;
    notes.push(note);
    Some(source)
}

struct Filling {
    shop: Shop,
    rows: u64,
    catalog: Option<Catalog>,
}

fn empty() -> Column {
    Column { column_type: Some(ColumnType::Text), null_percent: Some(100), fill: Some(Fill::Constant(String::new())), ..Column::named("") }
}

fn with(fill: Fill) -> Column {
    Column { fill: Some(fill), ..Column::named("") }
}

fn always(text: &str) -> Column {
    Column { column_type: Some(ColumnType::Text), ..with(Fill::Constant(text.to_owned())) }
}

fn fact(fact: ProductFact) -> Column {
    with(Fill::Product(fact))
}

impl Filling {
    fn column(&self, name: &str) -> Option<Column> {
        match self.shop {
            Shop::Shopify => self.shopify(name),
            Shop::WooCommerce => self.woo_commerce(name),
        }
    }

    fn shopify(&self, name: &str) -> Option<Column> {
        use ProductFact as P;
        Some(match name {
            "handle" | "url handle" => Column { key: Some(Key::Primary), ..self.code("product-") },
            "title" | "seo title" => fact(P::Name),
            "body (html)" | "description" | "seo description" => fact(P::Description),
            "vendor" => fact(P::Vendor),
            "type" | "tags" | "product type" | "custom product type" => fact(P::Line),
            "published" | "published on online store" | "variant requires shipping" | "requires shipping" | "variant taxable" | "charge tax" => {
                always("TRUE")
            }
            "gift card" | "google shopping / custom product" => always("FALSE"),
            "option1 name" => always("Title"),
            "option1 value" => always("Default Title"),
            "variant sku" | "sku" => self.sku(),
            "variant grams" | "weight value (grams)" => self.grams(),
            "variant inventory tracker" | "inventory tracker" => always("shopify"),
            "variant inventory qty" | "inventory quantity" => fact(P::Stock),
            "variant inventory policy" | "continue selling when out of stock" => always("deny"),
            "variant fulfillment service" | "fulfillment service" => always("manual"),
            "variant price" | "price" => fact(P::ListPrice),
            "cost per item" => fact(P::Cost),
            "variant barcode" | "barcode" => barcode(),
            "variant weight unit" | "weight unit for display" => always("g"),
            "status" => with(choice(&["active"])),
            "google shopping / condition" => always("new"),
            _ if name.starts_with("included / ") => always("TRUE"),
            // What follows from no fact, and what the shop takes as none: options, images, prices of other markets, and the like.
            _ if self.is_left_empty(name) => empty(),
            _ => return None,
        })
    }

    fn woo_commerce(&self, name: &str) -> Option<Column> {
        use ProductFact as P;
        Some(match name {
            "id" => Column { key: Some(Key::Primary), ..with(Fill::Serial(Serial { start: 10_001, step: 1 })) },
            "type" => always("simple"),
            "sku" => self.sku(),
            "gtin, upc, ean, or isbn" | "gtin, upc, ean or isbn" => barcode(),
            "name" => fact(P::Name),
            "published" | "in stock?" | "allow customer reviews?" | "attribute 1 visible" => always("1"),
            "is featured?" | "backorders allowed?" | "sold individually?" | "attribute 1 global" | "position" => always("0"),
            "visibility in catalog" => always("visible"),
            "short description" | "description" => fact(P::Description),
            "tax status" => always("taxable"),
            "stock" => fact(P::Stock),
            "weight (kg)" | "weight (lbs)" | "weight (lb)" => hundredths(10, 500),
            "weight (g)" => self.grams(),
            "weight (oz)" => hundredths(200, 8_000),
            "regular price" => fact(P::ListPrice),
            "categories" | "tags" => fact(P::Line),
            "brands" | "brand" | "attribute 1 value(s)" => fact(P::Vendor),
            "attribute 1 name" => always("Brand"),
            _ if name.starts_with("length (") || name.starts_with("width (") || name.starts_with("height (") => hundredths(500, 6_000),
            _ if self.is_left_empty(name) => empty(),
            _ => return None,
        })
    }

    /// Headers that the shop itself writes and that may be empty.
    fn is_left_empty(&self, name: &str) -> bool {
        let starts: &[&str] = match self.shop {
            Shop::Shopify => &[
                "option",
                "image",
                "product image",
                "variant image",
                "variant compare at price",
                "compare-at price",
                "compare at price",
                "price / ",
                "google shopping / ",
                "variant tax code",
                "tax code",
                "product category",
                "unit price",
                "variant unit price",
                "standardized product type",
                "collection",
            ],
            Shop::WooCommerce => &[
                "date sale price",
                "tax class",
                "low stock",
                "purchase note",
                "sale price",
                "shipping class",
                "images",
                "download",
                "parent",
                "grouped products",
                "upsells",
                "cross-sells",
                "external url",
                "button text",
                "attribute ",
                "meta: ",
                "swatches",
            ],
        };
        starts.iter().any(|start| name.starts_with(start))
    }

    /// A code that no other product has, with digits enough.
    fn code(&self, before: &str) -> Column {
        let digits = (self.rows.ilog10() as usize + 2).max(5);
        Column { column_type: Some(ColumnType::Text), ..with(code(&format!("{before}{}", "#".repeat(digits)), true)) }
    }

    fn sku(&self) -> Column {
        let digits = (self.rows.ilog10() as usize + 2).max(5);
        with(Fill::Sku(Sku { pattern: format!("{{brand}}-{{kind}}-{}", "#".repeat(digits)) }))
    }

    /// The weight that the pack knows, else a usual one.
    fn grams(&self) -> Column {
        let known = self.catalog.as_ref().is_some_and(|catalog| catalog.kinds.iter().all(|kind| catalog.weight_of(kind).is_some()));
        if known { fact(ProductFact::WeightGrams) } else { with(Fill::Number(NumberRange { points: Vec::new(), ..number(50, 5_000, 0) })) }
    }
}

fn barcode() -> Column {
    with(Fill::Barcode(Barcode { kind: BarcodeKind::Ean13, prefix: None }))
}

fn hundredths(low: i64, high: i64) -> Column {
    with(Fill::Number(number(low, high, 2)))
}

fn number(low: i64, high: i64, scale: u8) -> NumberRange {
    let at = |digits| Decimal { digits, scale };
    NumberRange { min: at(low), max: at(high), decimals: Some(scale), points: Vec::new() }
}
