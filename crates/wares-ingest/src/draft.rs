//! Profiles -> the columns of a template.
//!
//! In: [`Rows`]. Out: a [`Table`] and its notes. A column of a table of goods or people gets the recipe's facts, so that it agrees with its
//! neighbours; every other column keeps its own range, categories or pattern. No free text of the user's goes over. Start at [`table`].

use std::collections::{BTreeMap, BTreeSet};

use wares_model::{
    Column, ColumnType, Day, Fill, Recipe, Table,
    column::{Barcode, BarcodeKind, Choices, CustomerFact, DateRange, Flag, MomentRange, NumberRange, ProductFact, Serial, TimeRange},
    day::TimeOfDay,
    decimal::Decimal,
    defaults,
    pack::{
        bundle,
        catalog::{Band, Catalog, PriceBand},
        lint, narrow,
    },
    template::{CatalogSource, Key, RegionShare},
    trade::Trade,
    weighted::{Choice, TextOr},
};

use crate::{
    Wanted, keys,
    meaning::{self, Meaning, Wish, code},
    names,
    profile::{DateOrder, Kind, Profile},
    rows::Rows,
    value,
};

/// The most values of a category column.
const MOST_CATEGORIES: usize = 100;

/// A table made of rows, and what goes with it.
pub(crate) struct Made {
    pub(crate) table: Table,
    pub(crate) catalog: Option<CatalogSource>,
    pub(crate) regions: Vec<RegionShare>,
    pub(crate) notes: Vec<String>,
}

/// The table that rows look like.
pub(crate) fn table(name: &str, rows: &Rows, wanted: &Wanted<'_>) -> Made {
    let count = wanted.rows.unwrap_or(rows.rows).max(1);
    let mut notes = described(rows);
    let key = keys::primary(name, &rows.profiles).into_iter().next();
    if let Some(key) = &key {
        let name = shown(&rows.profiles[key.column], key.column);
        notes.push(format!("column `{name}` is the primary key: {} rows, none empty, no value twice, and {}", rows.rows, key.evidence));
    }
    let (recipe, catalog) = recipe(name, rows, wanted, &mut notes);
    let (catalog, pack) = fitted(catalog, &rows.profiles, &mut notes);
    let mut drafting = Drafting {
        rows: count,
        position: 0,
        recipe,
        catalog: pack,
        key: key.map(|key| key.column),
        taken: BTreeSet::new(),
        facts: BTreeSet::new(),
        notes,
    };
    let mut columns = Vec::new();
    let mut helpers = Vec::new();
    for (position, profile) in rows.profiles.iter().enumerate() {
        let column = names::column(&profile.name, position, &mut drafting.taken);
        columns.push(drafting.column(&column, position, profile, &mut helpers));
    }
    columns.extend(helpers);
    let regions = if recipe == Some(Recipe::Customers) { regions(rows, &mut drafting.notes) } else { Vec::new() };
    let mut taken = BTreeSet::new();
    let table = Table { name: names::table(name, &mut taken), recipe, rows: Some(count), variants: BTreeMap::new(), columns: Some(columns) };
    Made { table, catalog, regions, notes: drafting.notes }
}

/// How the file is written, for people.
fn described(rows: &Rows) -> Vec<String> {
    let delimiter = match rows.dialect.delimiter {
        b',' => "commas",
        b';' => "semicolons",
        b'\t' => "tabs",
        b'|' => "pipes",
        _ => "its mark",
    };
    let header = if rows.dialect.header { "with a header" } else { "without a header" };
    let mut notes =
        vec![format!("{}, parted by {delimiter}, {header}, {} rows of {} columns", rows.dialect.encoding.name(), rows.rows, rows.profiles.len())];
    if let Some((count, line, fields)) = rows.ragged {
        notes.push(format!("line {line} has {fields} fields rather than {}; {count} such rows were left out", rows.profiles.len()));
    }
    if rows.odd_bytes > 0 {
        notes.push(format!("{} bytes are no UTF-8 and were read as Windows-1252", rows.odd_bytes));
    }
    notes
}

fn shown(profile: &Profile, position: usize) -> String {
    if profile.name.is_empty() { format!("column_{}", position + 1) } else { profile.name.clone() }
}

/// The recipe whose facts the columns hold, and the catalog pack where it is that of products.
fn recipe(name: &str, rows: &Rows, wanted: &Wanted<'_>, notes: &mut Vec<String>) -> (Option<Recipe>, Option<CatalogSource>) {
    let columns: Vec<&str> = rows.profiles.iter().map(|profile| profile.name.as_str()).collect();
    let goods: BTreeSet<ProductFact> = columns.iter().filter_map(|name| meaning::product(name)).collect();
    let people = columns.iter().filter_map(|name| meaning::of(name)).filter(|meaning| meaning.is_of_people()).count();
    let named = names::plain(name);
    let goods_named = named.contains("product") || named.contains("item") || named.contains("catalog");
    let enough = if goods_named { 2 } else { 3 };
    if people < 2 && goods.contains(&ProductFact::Name) && goods.contains(&ProductFact::ListPrice) && goods.len() >= enough {
        if let Some((source, why)) = sold_by(&rows.profiles, wanted) {
            notes.push(format!("these are products: {why}"));
            return (Some(Recipe::Products), Some(source));
        }
        notes.push(
            "these look like products, and nothing says of which trade: give `--category WORDS` for names and descriptions of that trade".to_owned(),
        );
    } else if people >= 2 && goods.len() < 3 {
        notes.push("these are people or companies: names and addresses are made by the customers recipe".to_owned());
        return (Some(Recipe::Customers), None);
    }
    (None, None)
}

/// What is sold by `--category`, or by the categories of the rows; and why, for people.
pub(crate) fn sold_by(profiles: &[Profile], wanted: &Wanted<'_>) -> Option<(CatalogSource, String)> {
    if wanted.category.is_some() {
        return crate::sold(wanted);
    }
    let tells = |name: &str| meaning::product(name) == Some(ProductFact::Line) || names::plain(name) == "tags";
    let mut votes: BTreeMap<String, (u64, String)> = BTreeMap::new();
    for profile in profiles.iter().filter(|profile| tells(&profile.name)) {
        for (value, count) in profile.values.iter().flatten().take(40) {
            let last = value.split(',').next().unwrap_or_default().rsplit('>').next().unwrap_or_default().trim();
            if let Some(pack) = (wanted.find_pack)(last) {
                let vote = votes.entry(pack).or_insert_with(|| (0, format!("`{last}` in column `{}`", profile.name)));
                vote.0 += count;
            }
        }
    }
    let (pack, (_, why)) = votes.into_iter().max_by_key(|(_, (count, _))| *count)?;
    let note = format!("{why} means the pack `{pack}`");
    Some((CatalogSource::Named(pack), note))
}

/// The catalog with the categories, brands and prices of the file where its own are others: then name, brand, price and cost hang together.
fn fitted(source: Option<CatalogSource>, profiles: &[Profile], notes: &mut Vec<String>) -> (Option<CatalogSource>, Option<Catalog>) {
    let Some(catalog) = source.as_ref().and_then(crate::unpacked) else { return (source, None) };
    let of = |fact: ProductFact| profiles.iter().find(|profile| meaning::product(&profile.name) == Some(fact));
    let mut changed = catalog.clone();
    let mut what = Vec::new();
    let mut attempt = |name: &'static str, change: &dyn Fn(&mut Catalog) -> bool| {
        let mut next = changed.clone();
        if change(&mut next) && lint::lint(&next).is_empty() {
            changed = next;
            what.push(name);
        }
    };
    attempt("categories", &|catalog| of(ProductFact::Line).is_some_and(|lines| with_lines(catalog, lines)));
    attempt("brands", &|catalog| of(ProductFact::Vendor).is_some_and(|brands| with_brands(catalog, brands)));
    let prices = of(ProductFact::ListPrice).filter(|profile| is_amount(profile));
    let costs = of(ProductFact::Cost).filter(|profile| is_amount(profile));
    attempt("prices", &|catalog| prices.is_some_and(|prices| with_prices(catalog, prices, costs)));
    if what.is_empty() {
        return (source, Some(catalog));
    }
    notes.push(format!("the catalog `{}` is part of the template, with the {} of the file", changed.name, what.join(" and ")));
    (Some(CatalogSource::Inline(Box::new(changed.clone()))), Some(changed))
}

/// The categories of a column: few, and each of them more than once.
fn categories(profile: &Profile) -> Option<Vec<(String, u64)>> {
    let values = profile.values.as_ref().filter(|values| profile.kind == Kind::Text && repeats(values, profile))?;
    Some(values.iter().filter(|(_, count)| *count > 1).cloned().collect())
}

/// Keeps the kinds that the categories mean, under the names of the file, where every category means one.
fn with_lines(catalog: &mut Catalog, profile: &Profile) -> bool {
    let Some(values) = categories(profile) else { return false };
    if values.iter().all(|(value, _)| catalog.kinds.iter().any(|kind| kind.line == *value)) {
        return false;
    }
    let stem = |text: &str| names::plain(text).trim_end_matches('s').to_owned();
    let mut lines: BTreeMap<String, &str> = BTreeMap::new();
    for kind in &catalog.kinds {
        let (name, line) = (stem(&kind.name), stem(&kind.line));
        let means = |value: &str| name.contains(value) || value.contains(&name) || line == value;
        if let Some((value, _)) = values.iter().find(|(value, _)| stem(value).len() > 2 && means(&stem(value))) {
            lines.insert(kind.name.clone(), value);
        }
    }
    let meant: BTreeSet<&str> = lines.values().copied().collect();
    if meant.len() < values.len() || narrow::keep_kinds(catalog, &|kind| lines.contains_key(&kind.name)).is_none() {
        return false;
    }
    for kind in &mut catalog.kinds {
        if let Some(line) = lines.get(&kind.name) {
            kind.line = (*line).to_owned();
        }
    }
    true
}

/// Gives the brands the names of the file.
fn with_brands(catalog: &mut Catalog, profile: &Profile) -> bool {
    let Some(values) = categories(profile) else { return false };
    let wanted: Vec<String> = values.into_iter().map(|(value, _)| value).collect();
    let known = wanted.iter().all(|value| catalog.brands.iter().any(|brand| brand.name == *value));
    if known && wanted.len() * 10 >= catalog.brands.len() * 7 {
        return false;
    }
    narrow::name_brands(catalog, &wanted);
    true
}

/// Moves the prices of all kinds into the range of the file, and the costs to their share of them.
fn with_prices(catalog: &mut Catalog, prices: &Profile, costs: Option<&Profile>) -> bool {
    if prices_fit(catalog, ProductFact::ListPrice, prices) {
        return false;
    }
    let minor = |profile: &Profile| -> Vec<i64> {
        let unit = 10_i64.pow(u32::from(2 - profile.scale.min(2)));
        profile.points.iter().map(|point| point.saturating_mul(unit).clamp(1, 1_000_000_000_000)).collect()
    };
    let points = minor(prices);
    let (Some(low), Some(high)) = (points.first().copied(), points.last().copied()) else { return false };
    let median = if points.len() > 2 { points[points.len() / 2] } else { i64::midpoint(low, high) };
    let cost = costs.map(minor).and_then(|costs| costs.get(costs.len() / 2).copied());
    for kind in &mut catalog.kinds {
        kind.price = PriceBand { low_minor: low, median_minor: median, high_minor: high, spread_percent: kind.price.spread_percent };
        if let Some(cost) = cost {
            let percent = u32::try_from((cost.saturating_mul(100) / median.max(1)).clamp(6, 94)).unwrap_or(50);
            kind.cost_percent = Band { low: percent - 5, high: percent + 5 };
        }
    }
    true
}

fn is_amount(profile: &Profile) -> bool {
    matches!(profile.kind, Kind::Money | Kind::Decimal) && profile.scale <= 2
}

/// Whether nine in ten prices of the file could be prices of the pack, and those of the pack are not far beyond them.
fn prices_fit(catalog: &Catalog, fact: ProductFact, profile: &Profile) -> bool {
    let percent = |kind: &wares_model::pack::catalog::Kind| match fact {
        ProductFact::Cost => (kind.cost_percent.low, kind.cost_percent.high),
        _ => (100, 100),
    };
    let low = catalog.kinds.iter().map(|kind| kind.price.low_minor * i64::from(percent(kind).0) / 100).min().unwrap_or(0);
    let high = catalog.kinds.iter().map(|kind| kind.price.high_minor * i64::from(percent(kind).1) / 100).max().unwrap_or(0);
    let unit = 10_i64.pow(u32::from(2 - profile.scale.min(2)));
    let inside = profile.points.iter().filter(|point| point.checked_mul(unit).is_some_and(|price| (low..=high).contains(&price))).count();
    let ends = profile.points.first().zip(profile.points.last()).and_then(|(least, most)| least.checked_mul(unit).zip(most.checked_mul(unit)));
    let near = ends.is_some_and(|(least, most)| least <= low.saturating_mul(3) && most.saturating_mul(3) >= high);
    near && inside * 10 >= profile.points.len() * 9
}

/// Regions by the countries in the rows.
fn regions(rows: &Rows, notes: &mut Vec<String>) -> Vec<RegionShare> {
    let column = rows.profiles.iter().find(|profile| matches!(meaning::of(&profile.name), Some(Meaning::Country | Meaning::CountryCode)));
    let Some(values) = column.and_then(|profile| profile.values.as_ref()) else {
        notes.push("no column says in which countries they live: `regions` of the template is the United States".to_owned());
        return Vec::new();
    };
    let mut shares: BTreeMap<&str, u64> = BTreeMap::new();
    let mut unknown = 0;
    for (value, count) in values {
        match region(value) {
            Some(code) => *shares.entry(code).or_default() += count,
            None => unknown += count,
        }
    }
    let all: u64 = shares.values().sum();
    if unknown > 0 {
        notes.push(format!("{unknown} rows name a country that is none of `wares list regions`"));
    }
    let mut regions: Vec<(&str, u64)> = shares.into_iter().collect();
    regions.sort_by_key(|(code, count)| (std::cmp::Reverse(*count), *code));
    regions.truncate(wares_model::check::MOST_REGIONS);
    #[allow(clippy::float_arithmetic)] // A share for people to read and change.
    let share = |count: u64| ((count * 1_000 / all.max(1)).max(1) as f64) / 1_000.0;
    regions.into_iter().map(|(code, count)| RegionShare { code: code.to_owned(), share: share(count) }).collect()
}

fn region(country: &str) -> Option<&'static str> {
    let plain = names::plain(country);
    let usual = match plain.as_str() {
        "usa" | "unitedstatesofamerica" | "america" => "US",
        "uk" | "england" | "greatbritain" => "GB",
        _ => "",
    };
    if let Some(code) = bundle::region_codes().find(|code| code.eq_ignore_ascii_case(country.trim()) || *code == usual) {
        return Some(code);
    }
    bundle::region_codes().filter(|_| !plain.is_empty()).find(|code| {
        let header = bundle::region_header(code).and_then(Result::ok);
        header.is_some_and(|header| [&header.name, &header.country, &header.native].iter().any(|name| names::plain(name) == plain))
    })
}

/// The columns of one table on their way.
struct Drafting {
    rows: u64,
    position: usize,
    recipe: Option<Recipe>,
    catalog: Option<Catalog>,
    key: Option<usize>,
    taken: BTreeSet<String>,
    /// Facts that a column has already; the same one twice would be the same value twice.
    facts: BTreeSet<String>,
    notes: Vec<String>,
}

impl Drafting {
    fn say(&mut self, name: &str, note: &str) {
        self.notes.push(format!("column `{name}`: {note}"));
    }

    fn column(&mut self, name: &str, position: usize, profile: &Profile, helpers: &mut Vec<Column>) -> Column {
        self.position = position;
        let key = self.key == Some(position);
        if let Some((count, line)) = profile.misfits {
            self.say(name, &format!("{count} values are of another type, the first in line {line}; they are left out of account"));
        }
        let mut column = Column { description: Some(self.description(profile)), ..Column::named(name) };
        if key {
            column.key = Some(Key::Primary);
            (column.column_type, column.fill) = self.key_fill(name, profile);
            return column;
        }
        let percent = profile.null_percent();
        column.null_percent = (percent > 0).then_some(percent);
        if let Some((column_type, fill)) = self.fact(name, profile) {
            // These facts leave rows empty by themselves.
            let own = [CustomerFact::AddressLine2, CustomerFact::State, CustomerFact::PostalCode, CustomerFact::Company]
                .map(Fill::Customer)
                .contains(&fill);
            column.null_percent = column.null_percent.filter(|_| !own && !matches!(fill, Fill::Attribute(_)));
            (column.column_type, column.fill) = (column_type, Some(fill));
            return column;
        }
        let (column_type, fill) = self.own(name, profile, helpers);
        (column.column_type, column.fill) = (Some(column_type), Some(fill));
        column
    }

    fn description(&self, profile: &Profile) -> String {
        let kind = match profile.kind {
            Kind::Empty => return "Empty in the file".to_owned(),
            Kind::Integer => "whole numbers",
            Kind::Decimal => "decimal numbers",
            Kind::Money => "amounts of money",
            Kind::Boolean => "true or false",
            Kind::Date => "days",
            Kind::Time => "times of day",
            Kind::DateTime => "points in time",
            Kind::Uuid => "UUIDs",
            Kind::Url => "web addresses",
            Kind::Email => "e-mail addresses",
            Kind::Barcode(barcode) => return format!("{}: {} numbers in the file", names::label(&profile.name), barcode.name()),
            Kind::Json => "JSON",
            Kind::Text => "texts",
        };
        let about = if profile.distinct_exact { "" } else { "about " };
        format!("{}: {about}{} different {kind} in the file", names::label(&profile.name), profile.distinct)
    }

    /// A primary key may only be counted, coded or drawn as a UUID.
    fn key_fill(&mut self, name: &str, profile: &Profile) -> (Option<ColumnType>, Option<Fill>) {
        let first = profile.points.first().copied().unwrap_or(1);
        match profile.kind {
            Kind::Uuid => (Some(ColumnType::Uuid), Some(Fill::Uuid)),
            Kind::Integer => {
                let last = profile.points.last().copied().unwrap_or(first);
                let span = last.checked_sub(first).unwrap_or(0);
                let steps = i64::try_from(profile.rows).unwrap_or(i64::MAX).saturating_sub(1).max(1);
                let even = profile.rising && span % steps == 0;
                let step = if even { (span / steps).max(1) } else { 1 };
                (Some(ColumnType::Integer), Some(Fill::Serial(Serial { start: first, step })))
            }
            _ => {
                let barcode = matches!(profile.kind, Kind::Barcode(_));
                let pattern = profile.pattern.clone().unwrap_or_else(|| "#".repeat(profile.longest.clamp(1, 15)));
                let (pattern, wider) = widened(&pattern, self.rows);
                if wider {
                    self.say(name, &format!("the codes of the file are too few for {} rows: `{pattern}` has more", self.rows));
                }
                (Some(if barcode { ColumnType::Barcode } else { ColumnType::Text }), Some(code(&pattern, true)))
            }
        }
    }

    /// A fact of the recipe, where the column holds one and the user's own values allow it.
    fn fact(&mut self, name: &str, profile: &Profile) -> Option<(Option<ColumnType>, Fill)> {
        let (column_type, fill) = match self.recipe {
            Some(Recipe::Products) => self.product(name, profile)?,
            Some(Recipe::Customers) => self.person(profile)?,
            _ => return None,
        };
        if !self.facts.insert(format!("{fill:?}")) && !matches!(fill, Fill::Product(_)) {
            self.say(name, "a second column of this meaning holds the same values");
        }
        Some((column_type, fill))
    }

    fn person(&self, profile: &Profile) -> Option<(Option<ColumnType>, Fill)> {
        let meaning = meaning::of(&profile.name).or_else(|| (names::plain(&profile.name) == "name").then_some(Meaning::PersonName))?;
        if meaning == Meaning::Sex {
            let usual = profile.values.as_ref()?.iter().all(|(value, _)| value == "female" || value == "male");
            return usual.then_some((Some(ColumnType::Category), Fill::Customer(CustomerFact::Sex)));
        }
        // A country that is a number, and such, is something else.
        if !matches!(profile.kind, Kind::Text | Kind::Email | Kind::Empty | Kind::Integer) || profile.kind == Kind::Empty {
            return None;
        }
        match (meaning, profile.kind) {
            (Meaning::Phone, Kind::Integer) => Some((Some(ColumnType::Integer), Fill::Customer(CustomerFact::Phone))),
            (Meaning::Phone, _) => Some((Some(ColumnType::Phone), Fill::Customer(CustomerFact::PhoneText))),
            (Meaning::Postal, _) => Some((Some(ColumnType::Text), Fill::Customer(CustomerFact::PostalCode))),
            (_, Kind::Integer) => None,
            _ => {
                let fact = meaning.fact()?;
                let column_type = if fact == CustomerFact::Email { ColumnType::Email } else { ColumnType::Text };
                Some((Some(column_type), Fill::Customer(fact)))
            }
        }
    }

    fn product(&mut self, name: &str, profile: &Profile) -> Option<(Option<ColumnType>, Fill)> {
        let catalog = self.catalog.as_ref()?;
        let values: Vec<&str> = profile.values.iter().flatten().map(|(value, _)| value.as_str()).collect();
        // The user's values are values of the pack, and most of those that it has; with fewer, the column keeps to the user's own.
        let covers = |known: &[&str]| values.iter().all(|value| known.contains(value)) && values.len() * 10 >= known.len() * 7 && !values.is_empty();
        let fact = meaning::product(&profile.name);
        let attribute =
            catalog.attributes.iter().find(|known| [&known.name, &known.label].iter().any(|text| names::plain(text) == names::plain(name)));
        if let (None, Some(attribute)) = (fact, attribute) {
            let known = narrow::values(catalog, &attribute.name);
            let known: Vec<&str> = known.iter().map(String::as_str).collect();
            let band =
                narrow::numbers(catalog, &attribute.name).filter(|_| profile.kind == Kind::Integer && narrow::is_number(catalog, &attribute.name));
            let inside = band.is_some_and(|(low, high)| profile.points.iter().all(|point| (low..=high).contains(point)));
            let column_type = if inside { ColumnType::Integer } else { ColumnType::Category };
            return (inside || covers(&known)).then(|| (Some(column_type), Fill::Attribute(attribute.name.clone())));
        }
        let lines: BTreeSet<&str> = catalog.kinds.iter().map(|kind| kind.line.as_str()).collect();
        let (lines, brands): (Vec<&str>, Vec<&str>) = (lines.into_iter().collect(), catalog.brands.iter().map(|brand| brand.name.as_str()).collect());
        let fill = |fact, column_type| Some((Some(column_type), Fill::Product(fact)));
        match fact? {
            ProductFact::Name if profile.kind == Kind::Text => {
                self.say(name, "names are made by the catalog pack; none of the file's goes over");
                fill(ProductFact::Name, ColumnType::Text)
            }
            ProductFact::Description if profile.kind == Kind::Text => {
                self.say(name, "descriptions are made by the catalog pack; none of the file's goes over");
                fill(ProductFact::Description, ColumnType::Text)
            }
            ProductFact::Line if covers(&lines) => fill(ProductFact::Line, ColumnType::Category),
            ProductFact::Vendor if covers(&brands) => fill(ProductFact::Vendor, ColumnType::Category),
            ProductFact::Scale => {
                let known = narrow::values(catalog, &catalog.scale);
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                covers(&known).then_some((Some(ColumnType::Text), Fill::Product(ProductFact::Scale)))
            }
            fact @ (ProductFact::ListPrice | ProductFact::Cost) if is_amount(profile) => {
                let within = prices_fit(catalog, fact, profile);
                if !within {
                    self.say(name, "prices keep the range of the file, which is not that of the catalog pack, and so follow from nothing else");
                }
                within.then_some((Some(ColumnType::Money), Fill::Product(fact)))
            }
            _ => None,
        }
    }

    /// The column's own range, categories, pattern or meaning.
    fn own(&mut self, name: &str, profile: &Profile, helpers: &mut Vec<Column>) -> (ColumnType, Fill) {
        if let Some(order) = profile.local_dates {
            let read = match order {
                DateOrder::DayFirst => "day before month",
                DateOrder::MonthFirst => "month before day",
                DateOrder::Either => "day before month, though month before day fits too",
            };
            self.say(name, &format!("local dates were read {read}, and are written as `2026-11-23`"));
        }
        let points = &profile.points;
        let (low, high) = (points.first().copied().unwrap_or(0), points.last().copied().unwrap_or(0));
        let inner = points.get(1..points.len().saturating_sub(1)).unwrap_or_default();
        let day = |point: i64| Day(i32::try_from(point).unwrap_or(0)).clamp(Day::MIN, Day::MAX);
        match profile.kind {
            Kind::Empty => {
                self.say(name, "is empty in every row, and stays so");
                (ColumnType::Text, Fill::Constant(String::new()))
            }
            Kind::Integer | Kind::Decimal | Kind::Money => self.number(name, profile, low, high, inner),
            Kind::Boolean => self.boolean(name, profile),
            Kind::Date => {
                (ColumnType::Date, Fill::Date(DateRange { from: day(low), to: day(high), points: inner.iter().copied().map(day).collect() }))
            }
            Kind::Time => {
                let second = |point: i64| TimeOfDay(u32::try_from(point).unwrap_or(0).min(86_399));
                (ColumnType::Time, Fill::Time(TimeRange { from: second(low), to: second(high) }))
            }
            Kind::DateTime => {
                let of = |point: i64| day(point.div_euclid(86_400));
                (ColumnType::Datetime, Fill::DateTime(MomentRange { from: of(low), to: of(high) }))
            }
            Kind::Uuid => (ColumnType::Uuid, Fill::Uuid),
            Kind::Url => {
                self.say(name, "addresses are made up on a reserved domain; none of the file's goes over");
                (ColumnType::Url, meaning::text(Some(Meaning::Web), wish(name, self.position, profile, self.rows)).fill)
            }
            Kind::Barcode(barcode) => {
                self.say(name, &format!("{} numbers with right check digits, from a block that no maker has", barcode.name()));
                (ColumnType::Barcode, Fill::Barcode(Barcode { kind: barcode_kind(barcode), prefix: None }))
            }
            Kind::Json => {
                self.say(name, "holds JSON, which is not made: every row has the text `{}`");
                (ColumnType::Text, Fill::Constant("{}".to_owned()))
            }
            Kind::Email => self.text(name, ColumnType::Email, Some(Meaning::Email), profile, helpers),
            Kind::Text => self.words(name, profile, helpers),
        }
    }

    fn number(&mut self, name: &str, profile: &Profile, low: i64, high: i64, inner: &[i64]) -> (ColumnType, Fill) {
        if profile.decimal_comma && profile.scale > 0 {
            self.say(name, "decimals stood behind a comma, and are written behind a point");
        }
        if profile.money_signs {
            self.say(name, "signs of money are left out of the numbers");
        }
        let at = |digits: i64| Decimal { digits, scale: profile.scale };
        let fill =
            Fill::Number(NumberRange { min: at(low), max: at(high), decimals: Some(profile.scale), points: inner.iter().copied().map(at).collect() });
        // Amounts are held in hundredths.
        let fits = profile.scale > 0 || (low.checked_mul(100).is_some() && high.checked_mul(100).is_some());
        let column_type = match profile.kind {
            Kind::Money if profile.scale <= 2 && fits => ColumnType::Money,
            _ if profile.scale == 0 => ColumnType::Integer,
            _ => ColumnType::Decimal,
        };
        (column_type, fill)
    }

    fn boolean(&mut self, name: &str, profile: &Profile) -> (ColumnType, Fill) {
        let values = profile.values.as_deref().unwrap_or_default();
        if values.iter().all(|(value, _)| matches!(value.to_ascii_lowercase().as_str(), "true" | "false")) || values.is_empty() {
            return (ColumnType::Boolean, Fill::Flag(Flag { true_percent: profile.true_percent }));
        }
        let readable = values.iter().filter(|(value, _)| value::boolean(value).is_some()).cloned().collect::<Vec<_>>();
        self.say(name, "true and false keep the spelling of the file, and so the type `category`");
        (ColumnType::Category, choices(&readable))
    }

    /// Texts: categories where few values come again and again, else codes, else what the name means.
    fn words(&mut self, name: &str, profile: &Profile, helpers: &mut Vec<Column>) -> (ColumnType, Fill) {
        let meaning = meaning::of(&profile.name);
        let personal =
            meaning.is_some_and(Meaning::is_personal) && (profile.distinct > 12 || profile.longest > 24 || meaning != Some(Meaning::Remark));
        if let Some(values) = profile.values.as_ref().filter(|values| !personal && repeats(values, profile)) {
            // A value that one row alone has may tell of that row.
            let often: Vec<(String, u64)> = values.iter().filter(|(_, count)| *count > 1).cloned().collect();
            if often.len() < values.len() {
                self.say(name, &format!("{} values that stand in one row alone were left out", values.len() - often.len()));
            }
            return (ColumnType::Category, choices(&often));
        }
        if let Some(pattern) = profile.pattern.as_ref().filter(|_| !personal) {
            let unique = !profile.repeats && self.rows > 1;
            let (pattern, wider) = if unique { widened(pattern, self.rows) } else { (narrowed(pattern), false) };
            let more = if wider { ", with more digits for so many rows" } else { "" };
            self.say(name, &format!("codes of the pattern `{pattern}`{more}; none of the file's goes over"));
            return (ColumnType::Text, code(&pattern, unique));
        }
        self.text(name, ColumnType::Text, meaning, profile, helpers)
    }

    fn text(
        &mut self,
        name: &str,
        column_type: ColumnType,
        meaning: Option<Meaning>,
        profile: &Profile,
        helpers: &mut Vec<Column>,
    ) -> (ColumnType, Fill) {
        let granted = meaning::text(meaning, wish(name, self.position, profile, self.rows));
        self.say(name, &format!("{}; none of the file's values goes over", granted.how));
        helpers.extend(granted.helpers);
        (column_type, granted.fill)
    }
}

fn wish<'a>(name: &'a str, position: usize, profile: &Profile, rows: u64) -> Wish<'a> {
    let usual = usize::midpoint(profile.shortest, profile.longest);
    Wish { name, position, longest: profile.longest.max(40), usual, unique: profile.is_unique() && profile.longest <= 60 && rows > 1, rows }
}

/// Whether few values come again and again.
fn repeats(values: &[(String, u64)], profile: &Profile) -> bool {
    let often = values.iter().filter(|(_, count)| *count > 1).count();
    let alone = values.len() - often;
    let present = profile.present();
    (1..=MOST_CATEGORIES).contains(&often) && values.len() as u64 * 2 <= present && alone as u64 * 5 <= present
}

fn choices(values: &[(String, u64)]) -> Fill {
    let most = values.iter().map(|(_, count)| *count).max().unwrap_or(1);
    let unit = most / 1_000_000 + 1;
    let weight = |count: u64| u32::try_from(count / unit).unwrap_or(u32::MAX).max(1);
    Fill::Choice(Choices { values: values.iter().map(|(value, count)| TextOr(Choice { value: value.clone(), weight: weight(*count) })).collect() })
}

/// The pattern with as many digits more as so many different codes need, and whether it needed any.
pub(crate) fn widened(pattern: &str, rows: u64) -> (String, bool) {
    let mut wide = narrowed(pattern);
    let mut wider = false;
    while wares_model::pattern::code_capacity(&wide).is_some_and(|most| most < rows) {
        wide.push('#');
        wider = true;
    }
    (wide, wider)
}

/// The pattern with no more free places than 64 bits can count; those at the end stay free.
pub(crate) fn narrowed(pattern: &str) -> String {
    let mut letters: Vec<char> = pattern.chars().collect();
    let mut place = 0;
    while wares_model::pattern::code_capacity(&letters.iter().collect::<String>()).is_none_or(|most| most > 1 << 62) && place < letters.len() {
        letters[place] = match letters[place] {
            '#' => '0',
            '@' => 'A',
            '~' => 'a',
            other => other,
        };
        place += 1;
    }
    letters.into_iter().collect()
}

pub(crate) fn barcode_kind(barcode: value::Barcode) -> BarcodeKind {
    match barcode {
        value::Barcode::Ean8 => BarcodeKind::Ean8,
        value::Barcode::UpcA => BarcodeKind::UpcA,
        value::Barcode::Ean13 => BarcodeKind::Ean13,
        value::Barcode::Isbn13 => BarcodeKind::Isbn13,
        value::Barcode::Gtin14 => BarcodeKind::Gtin14,
    }
}

/// The recipe whose table has this name, where half of the columns or more are the recipe's.
pub(crate) fn recipe_named(table: &str, columns: &[String]) -> Option<Recipe> {
    let plain = names::plain(table);
    let recipe = Recipe::ALL.into_iter().find(|recipe| {
        let own = names::plain(recipe.name());
        plain == own
            || format!("{plain}s") == own
            || (*recipe == Recipe::OrderDetails && ["orderlines", "orderitems", "lineitems"].contains(&plain.as_str()))
    })?;
    let known = known(recipe);
    let same = columns.iter().filter(|column| known.iter().any(|known| names::plain(&known.name) == names::plain(column))).count();
    (same * 2 >= columns.len() && same > 0).then_some(recipe)
}

/// The columns that a recipe makes, by default and when asked for.
pub(crate) fn known(recipe: Recipe) -> Vec<Column> {
    let mut known = defaults::columns(recipe, 1, &Trade::default());
    known.extend(defaults::optional(recipe));
    known
}
