//! A file of rows -> a table that the user brings: what it is, its key, and what other tables need of it.
//!
//! The file is read twice: for its profile, then for its rows; only keys and facts stay in memory. Rows whose key is missing, stands twice or
//! is of another type, and rows with another number of fields, are rejected, each with its line. Start at [`read`].

use std::{
    collections::HashSet,
    io::{BufRead, BufReader, Read},
};

use wares_model::{
    Brought, Day, Recipe,
    brought::{Facts, Keys, Texts},
};

use crate::{
    error::{At, IngestError},
    keys,
    names::plain,
    profile::{DateOrder, Kind, Profile},
    rows::{self, Rows},
    sniff::Utf8,
    value::{self, Mark},
};

/// So many rejected rows are kept with their text; the others are counted.
const MOST_REJECTS: usize = 100_000;

/// What the user says of a file.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// What the file holds. Default: recognized.
    pub recipe: Option<Recipe>,
    /// The key column, by its name in the file. Default: recognized.
    pub key: Option<String>,
    /// What other tables call the key. Default: as in the file.
    pub key_name: Option<String>,
}

/// A table, and what people should know of it.
#[derive(Debug, Clone)]
pub struct Parent {
    /// The table.
    pub brought: Brought,
    /// Its key column, by its name in the file.
    pub key_column: String,
    /// Why that is the key.
    pub key_evidence: String,
    /// What was recognized, and why.
    pub notes: Vec<String>,
    /// Rows that were left out.
    pub rejects: Vec<Reject>,
    /// How many there are in all.
    pub rejected: u64,
}

/// One row that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reject {
    /// Its line, from 1.
    pub line: u64,
    /// Why.
    pub reason: String,
    /// Its fields, by comma.
    pub text: String,
}

/// Reads a table. `open` gives the file from its start, twice; `name` stands in errors, and without ending and folder names the table.
///
/// # Errors
/// [`IngestError`]: the file cannot be read, holds no rows, has no column of the name that the user gave, or none that could be a key.
pub fn read<R: Read>(name: &str, open: impl Fn() -> Result<R, IngestError>, asked: &Asked) -> Result<Parent, IngestError> {
    let stem = stem(name);
    let rows = rows::read(name, open()?)?;
    let (recipe, why) = match asked.recipe {
        Some(recipe) => (Some(recipe), "as you say".to_owned()),
        None => recognize(&stem, &rows.header),
    };
    let key = key_of(name, &stem, recipe, &rows, asked)?;
    let columns = Columns::new(recipe, &rows.header, &rows.profiles);
    let mut notes = Vec::new();
    let what = recipe.map_or_else(|| "a table of which only the key is used".to_owned(), |recipe| format!("{} ({why})", recipe.name()));
    notes.push(format!("`{name}`: {} rows, {}, parted by {}; {what}", rows.rows, rows.dialect.encoding.name(), delimiter(rows.dialect.delimiter)));
    notes.push(format!("`{name}`: the key is `{}`: {}", rows.header[key.column], key.evidence));
    for (fact, column) in columns.named(&rows.header) {
        notes.push(format!("`{name}`: {fact} from `{column}`"));
    }
    let mut filling = Filling::new(&rows, key.column, columns);
    filling.read(name, open()?, &rows)?;
    if filling.rejected > 0 {
        notes.push(format!(
            "`{name}`: {} rows are left out, the first at line {}: {}",
            filling.rejected, filling.rejects[0].line, filling.rejects[0].reason
        ));
    }
    if filling.seen.is_empty() {
        return Err(IngestError::Nothing { at: At::file(name), what: "rows with a key".to_owned() });
    }
    let key_name = asked
        .key_name
        .clone()
        .unwrap_or_else(|| usual_name(&rows.header[key.column], recipe.map_or_else(|| stem.clone(), |recipe| recipe.name().to_owned()).as_str()));
    let Filling { keys, facts, rejects, rejected, .. } = filling;
    let (key_column, key_evidence) = (rows.header[key.column].clone(), key.evidence);
    Ok(Parent { brought: Brought { name: stem, recipe, key_name, keys, facts }, key_column, key_evidence, notes, rejects, rejected })
}

/// The name of a file without folder, endings and what no table may be called.
fn stem(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.split('.').next().unwrap_or(file);
    let clean: String = stem.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter } else { '_' }).take(64).collect();
    if clean.is_empty() { "table".to_owned() } else { clean }
}

/// A key that is called `id` in its own table is called after that table elsewhere.
fn usual_name(column: &str, table: &str) -> String {
    if plain(column) == "id" || column.is_empty() { format!("{}Id", table.strip_suffix('s').unwrap_or(table)) } else { column.to_owned() }
}

fn delimiter(byte: u8) -> &'static str {
    match byte {
        b',' => "commas",
        b';' => "semicolons",
        b'\t' => "tabs",
        _ => "pipes",
    }
}

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
fn recognize(stem: &str, header: &[String]) -> (Option<Recipe>, String) {
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

struct KeyColumn {
    column: usize,
    evidence: String,
}

/// The key: the user's word, a column of the recipe's usual name, else the likeliest column without gaps and repeats.
fn key_of(name: &str, stem: &str, recipe: Option<Recipe>, rows: &Rows, asked: &Asked) -> Result<KeyColumn, IngestError> {
    let position = |wanted: &str| rows.header.iter().position(|column| plain(column) == plain(wanted));
    if let Some(wanted) = &asked.key {
        let column = rows.header.iter().position(|column| column == wanted).or_else(|| position(wanted));
        return column.map(|column| KeyColumn { column, evidence: "as you say".to_owned() }).ok_or_else(|| IngestError::NoColumn {
            at: At::line(name, 1),
            wanted: wanted.clone(),
            there: rows.header.join(", "),
        });
    }
    let usual: &[&str] = match recipe {
        Some(Recipe::Customers) => &["customerNumber", "customer_id", "customer_no", "cust_no", "client_id", "user_id"],
        Some(Recipe::Products) => &["productCode", "product_id", "sku", "product_code", "item_code"],
        Some(Recipe::Orders) => &["orderNumber", "order_id", "order_no"],
        Some(Recipe::Employees) => &["employeeNumber", "employee_id"],
        Some(Recipe::Offices) => &["officeCode", "office_id"],
        _ => &[],
    };
    let repeats =
        |column: usize| if rows.profiles[column].is_unique() { "none empty, no value twice" } else { "though some rows lack it or share it" };
    if let Some(column) = usual.iter().find_map(|name| position(name)).filter(|column| rows.profiles[*column].present() > 0) {
        return Ok(KeyColumn { column, evidence: format!("it has the usual name, {}", repeats(column)) });
    }
    if let Some(candidate) = keys::primary(stem, &rows.profiles).into_iter().next() {
        return Ok(KeyColumn { column: candidate.column, evidence: candidate.evidence });
    }
    // With a row or two, nothing tells a key from a measure but its place.
    if rows.rows < 3 && rows.profiles.first().is_some_and(|profile| profile.nulls == 0 && !profile.repeats) {
        return Ok(KeyColumn { column: 0, evidence: "it is the first column".to_owned() });
    }
    Err(IngestError::NoKey { at: At::file(name), table: stem.to_owned(), columns: rows.header.join(", ") })
}

/// The columns that hold facts.
#[derive(Default)]
struct Columns {
    signed_up: Option<(usize, bool)>,
    price: Option<(usize, Mark)>,
    cost: Option<(usize, Mark)>,
    total: Option<(usize, Mark)>,
}

impl Columns {
    fn new(recipe: Option<Recipe>, header: &[String], profiles: &[Profile]) -> Self {
        let find = |names: &[&str], fits: &dyn Fn(&Profile) -> bool| {
            names.iter().find_map(|name| header.iter().position(|column| plain(column) == *name).filter(|column| fits(&profiles[*column])))
        };
        let amount = |names: &[&str]| {
            let column = find(names, &|profile| matches!(profile.kind, Kind::Integer | Kind::Decimal | Kind::Money))?;
            Some((column, if profiles[column].decimal_comma { Mark::Comma } else { Mark::Point }))
        };
        let mut columns = Self::default();
        match recipe {
            Some(Recipe::Customers) => {
                let names = [
                    "signedupon",
                    "signupdate",
                    "registeredon",
                    "registrationdate",
                    "createdat",
                    "createdon",
                    "created",
                    "membersince",
                    "joinedon",
                    "joined",
                ];
                let column = find(&names, &|profile| matches!(profile.kind, Kind::Date | Kind::DateTime));
                columns.signed_up = column.map(|column| (column, profiles[column].local_dates == Some(DateOrder::MonthFirst)));
            }
            Some(Recipe::Products) => {
                columns.price = amount(&["msrp", "listprice", "price", "unitprice", "regularprice", "variantprice", "retailprice", "rrp"]);
                columns.cost = amount(&["buyprice", "cost", "costprice", "unitcost", "purchaseprice", "costperitem"]);
            }
            Some(Recipe::Orders) => columns.total = amount(&["total", "ordertotal", "totalamount", "totalprice", "amount", "ordervalue", "subtotal"]),
            _ => {}
        }
        columns
    }

    fn named<'a>(&self, header: &'a [String]) -> Vec<(&'static str, &'a str)> {
        let facts = [
            ("days of sign-up", self.signed_up.map(|(column, _)| column)),
            ("list prices", self.price.map(|(column, _)| column)),
            ("costs", self.cost.map(|(column, _)| column)),
            ("totals, which the lines come to exactly,", self.total.map(|(column, _)| column)),
        ];
        facts.into_iter().filter_map(|(fact, column)| Some((fact, header[column?].as_str()))).collect()
    }
}

/// Keys and facts as they are read.
struct Filling {
    key: usize,
    columns: Columns,
    keys: Keys,
    seen: HashSet<u64>,
    facts: Facts,
    rejects: Vec<Reject>,
    rejected: u64,
}

impl Filling {
    fn new(rows: &Rows, key: usize, columns: Columns) -> Self {
        let numbers = rows.profiles[key].kind == Kind::Integer;
        let facts = Facts {
            signed_up: columns.signed_up.map(|_| Vec::new()),
            price_minor: columns.price.map(|_| Vec::new()),
            cost_minor: columns.cost.map(|_| Vec::new()),
            total_minor: columns.total.map(|_| Vec::new()),
        };
        let keys = if numbers { Keys::Numbers(Vec::new()) } else { Keys::Texts(Texts::default()) };
        Self { key, columns, keys, seen: HashSet::new(), facts, rejects: Vec::new(), rejected: 0 }
    }

    fn read(&mut self, name: &str, reader: impl Read, rows: &Rows) -> Result<(), IngestError> {
        let unreadable = |line: Option<u64>, reason: String| IngestError::Unreadable { at: At { line, ..At::file(name) }, reason };
        let (_, whole) = rows::head(name, reader)?;
        let mut text = BufReader::new(Utf8::new(whole, rows.dialect.encoding));
        if rows.dialect.marked {
            text.read_line(&mut String::new()).map_err(|error| unreadable(Some(1), error.to_string()))?;
        }
        let mut csv = csv::ReaderBuilder::new().delimiter(rows.dialect.delimiter).has_headers(rows.dialect.header).flexible(true).from_reader(text);
        let mut record = csv::StringRecord::new();
        while csv.read_record(&mut record).map_err(|error| unreadable(error.position().map(csv::Position::line), error.to_string()))? {
            let line = record.position().map_or(0, csv::Position::line) + u64::from(rows.dialect.marked);
            if let Err(reason) = self.add(&record, rows.header.len()) {
                self.rejected += 1;
                if self.rejects.len() < MOST_REJECTS {
                    self.rejects.push(Reject { line, reason, text: record.iter().collect::<Vec<_>>().join(",") });
                }
            }
        }
        Ok(())
    }

    /// Takes a row in, or says why not; then nothing of it is kept.
    fn add(&mut self, record: &csv::StringRecord, width: usize) -> Result<(), String> {
        let rest_empty = record.len() > width && record.iter().skip(width).all(|field| field.trim().is_empty());
        if record.len() != width && !rest_empty {
            return Err(format!("has {} fields rather than {width}", record.len()));
        }
        let field = |column: usize| record.get(column).unwrap_or_default().trim();
        let key = field(self.key);
        if value::is_null(key) {
            return Err("has no key".to_owned());
        }
        let number = match &self.keys {
            Keys::Numbers(_) => Some(key.parse::<i64>().map_err(|_| format!("key `{}` is no whole number", shown(key)))?),
            Keys::Texts(_) => None,
        };
        let signed_up = match self.columns.signed_up {
            Some((column, month_first)) => {
                Some(day(field(column), month_first).ok_or_else(|| format!("`{}` is no day of sign-up", shown(field(column))))?)
            }
            None => None,
        };
        let money = |column: Option<(usize, Mark)>, what: &str| match column {
            Some((column, mark)) => minor(field(column), mark).map(Some).ok_or_else(|| format!("`{}` is no {what}", shown(field(column)))),
            None => Ok(None),
        };
        let (price, cost, total) = (money(self.columns.price, "price")?, money(self.columns.cost, "cost")?, money(self.columns.total, "total")?);
        if !self.seen.insert(hash(key)) {
            return Err(format!("key `{}` stands here again", shown(key)));
        }
        match (&mut self.keys, number) {
            (Keys::Numbers(numbers), Some(number)) => numbers.push(number),
            (Keys::Texts(texts), _) => texts.push(key),
            (Keys::Numbers(_), None) => {}
        }
        let pairs = [(&mut self.facts.price_minor, price), (&mut self.facts.cost_minor, cost), (&mut self.facts.total_minor, total)];
        pairs.into_iter().for_each(|(list, value)| list.iter_mut().zip(value).for_each(|(list, value)| list.push(value)));
        self.facts.signed_up.iter_mut().zip(signed_up).for_each(|(list, day)| list.push(day.0));
        Ok(())
    }
}

fn day(text: &str, month_first: bool) -> Option<Day> {
    value::day(text, month_first).or_else(|| value::moment(text, month_first).map(|second| Day(second.div_euclid(86_400) as i32)))
}

/// An amount in minor units of two decimals, 0 or more; more decimals are rounded half up.
fn minor(text: &str, mark: Mark) -> Option<i64> {
    let (number, _) = value::number(text, mark)?;
    let amount = if number.scale <= 2 {
        number.at_scale(2)?
    } else {
        let divisor = 10_i64.pow(u32::from(number.scale - 2));
        (number.digits + divisor / 2).div_euclid(divisor)
    };
    (amount >= 0).then_some(amount)
}

/// A text as errors show it.
fn shown(text: &str) -> String {
    text.chars().take(40).collect()
}

/// 64 bits of a key; that two keys of a file share them is less likely than a fault of the machine.
fn hash(key: &str) -> u64 {
    let mut low = 0xcbf2_9ce4_8422_2325_u64;
    for chunk in key.as_bytes().chunks(8) {
        let mut word = [0; 8];
        word[..chunk.len()].copy_from_slice(chunk);
        let product = u128::from(low ^ u64::from_le_bytes(word)) * u128::from(0x9e37_79b9_7f4a_7c15_u64);
        low = product as u64 ^ (product >> 64) as u64 ^ chunk.len() as u64;
    }
    low
}
