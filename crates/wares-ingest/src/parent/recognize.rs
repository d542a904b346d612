//! What a file of the user's holds and which column is its key, by names and profiles.

use wares_model::Recipe;

use super::Asked;
use crate::{
    error::{At, IngestError},
    keys,
    names::plain,
    rows::Rows,
};

/// What each recipe is known by: words of the file's name, and columns.
const KNOWN: [(Recipe, &[&str], &[&str]); 5] = [
    (
        Recipe::Customers,
        &["customer", "client", "user", "buyer", "account", "contact", "kunde"],
        &[
            "customernumber",
            "customerid",
            "customername",
            "contactlastname",
            "contactfirstname",
            "creditlimit",
            "email",
            "phone",
            "firstname",
            "lastname",
            "signedupon",
            "birthdate",
            "sex",
        ],
    ),
    (
        Recipe::Products,
        &["product", "item", "catalog", "catalogue", "sku", "article", "artikel"],
        &[
            "productcode",
            "productid",
            "sku",
            "productname",
            "productline",
            "productvendor",
            "buyprice",
            "msrp",
            "quantityinstock",
            "brand",
            "barcode",
            "price",
            "listprice",
        ],
    ),
    (
        Recipe::Orders,
        &["order", "bestellung", "purchase", "sale"],
        &["ordernumber", "orderid", "orderdate", "requireddate", "shippeddate", "status", "customernumber", "customerid", "total"],
    ),
    (
        Recipe::Employees,
        &["employee", "staff", "salesrep", "rep"],
        &["employeenumber", "employeeid", "extension", "jobtitle", "reportsto", "officecode"],
    ),
    (Recipe::Offices, &["office", "branch", "store"], &["officecode", "officeid", "territory"]),
];

/// What a file holds, by its name and its columns.
pub(super) fn recognize(stem: &str, header: &[String]) -> (Option<Recipe>, String) {
    let (file, columns): (String, Vec<String>) = (plain(stem), header.iter().map(|name| plain(name)).collect());
    let mut best: Option<(usize, Recipe, String)> = None;
    for (recipe, words, known) in KNOWN {
        // `order_details` is no table of orders.
        let named = words.iter().any(|word| file.contains(word))
            && !(recipe == Recipe::Orders && ["detail", "line", "item"].iter().any(|word| file.contains(word)));
        let found: Vec<&str> = known.iter().filter(|known| columns.iter().any(|column| column == *known)).copied().collect();
        let score = found.len() + if named { 3 } else { 0 };
        let by_name = if named { "by its name" } else { "" };
        let by_columns = if found.is_empty() { String::new() } else { format!("by its columns {}", found.join(", ")) };
        let why = [by_name.to_owned(), by_columns].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" and ");
        if score >= 3 && best.as_ref().is_none_or(|(known, ..)| score > *known) {
            best = Some((score, recipe, why));
        }
    }
    best.map_or((None, String::new()), |(_, recipe, why)| (Some(recipe), why))
}

/// Whether some column has a name that tables of this recipe have.
pub(super) fn mentions<'a>(recipe: Recipe, columns: impl IntoIterator<Item = &'a str>) -> bool {
    let known = KNOWN.iter().find(|(of, ..)| *of == recipe).map_or(&[][..], |(.., known)| known);
    columns.into_iter().any(|column| known.contains(&plain(column).as_str()))
}

/// The key of a file, and why it is taken for one.
pub(super) struct KeyColumn {
    /// Its columns: one, or several that only together tell the rows apart.
    pub(super) columns: Vec<usize>,
    pub(super) evidence: String,
}

impl KeyColumn {
    fn of(column: usize, evidence: impl Into<String>) -> Self {
        Self { columns: vec![column], evidence: evidence.into() }
    }
}

/// The column of a name, however it is spelled.
pub(super) fn column_of(name: &str, rows: &Rows, wanted: &str) -> Result<usize, IngestError> {
    let exact = rows.header.iter().position(|column| column == wanted);
    let spelled = || rows.header.iter().position(|column| plain(column) == plain(wanted));
    let by_place = || (0..rows.header.len()).find(|column| rows.title(*column) == wanted);
    let found = exact.or_else(spelled).or_else(by_place);
    found.ok_or_else(|| IngestError::NoColumn { at: At::file(name), wanted: wanted.to_owned(), there: rows.titles() })
}

/// The key: the user's word, a column of the recipe's usual name, else the likeliest column without gaps and repeats.
pub(super) fn key_of(name: &str, stem: &str, recipe: Option<Recipe>, rows: &Rows, asked: &Asked) -> Result<KeyColumn, IngestError> {
    if let Some(wanted) = &asked.key {
        let columns = match column_of(name, rows, wanted) {
            Err(_) if wanted.contains('+') => wanted.split('+').map(|part| column_of(name, rows, part.trim())).collect::<Result<_, _>>()?,
            column => vec![column?],
        };
        let shared = |column: &usize| rows.header.iter().filter(|name| **name == rows.header[*column]).count() > 1;
        let evidence = if rows.dialect.header && columns.iter().any(shared) { "as you say, and the first of this name" } else { "as you say" };
        return Ok(KeyColumn { columns, evidence: evidence.to_owned() });
    }
    let usual: &[&str] = match recipe {
        Some(Recipe::Customers) => &["customerNumber", "customer_id", "customer_no", "cust_no", "client_id", "user_id"],
        Some(Recipe::Products) => &["productCode", "product_id", "sku", "product_code", "item_code"],
        Some(Recipe::Orders) => &["orderNumber", "order_id", "order_no"],
        Some(Recipe::Employees) => &["employeeNumber", "employee_id"],
        Some(Recipe::Offices) => &["officeCode", "office_id"],
        _ => &[],
    };
    let position = |wanted: &str| rows.header.iter().position(|column| plain(column) == plain(wanted));
    if let Some(column) = usual.iter().find_map(|name| position(name)).filter(|column| rows.profiles[*column].present() > 0) {
        return Ok(KeyColumn::of(column, "it has the usual name"));
    }
    if let Some(candidate) = keys::primary(stem, &rows.profiles).into_iter().next() {
        return Ok(KeyColumn::of(candidate.column, candidate.evidence));
    }
    // With a row or two, nothing tells a key from a measure but its place.
    if rows.rows < 3 && rows.profiles.first().is_some_and(|profile| profile.nulls == 0 && !profile.repeats) {
        return Ok(KeyColumn::of(0, "it is the first column"));
    }
    Err(IngestError::NoKey { at: At::file(name), table: stem.to_owned(), columns: rows.titles() })
}
