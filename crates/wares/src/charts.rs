//! What the rows of a job look like, as series for charts. Start at [`charts`].
//!
//! The tables are planned with the columns that the charts need, whatever columns come out, and read in ranges spread over all rows.

use std::{collections::BTreeMap, ops::Range};

use schemars::JsonSchema;
use serde::Serialize;
use wares_engine::Plan;
use wares_model::{
    Column, Day, Recipe, Table, Template,
    check::check_with,
    column::{BasketFact, CustomerFact, Fill, OrderFact, ProductFact},
};
use wares_sinks::text;

use crate::{Error, job::Prepared};

/// Ranges that a long table is read in, and the rows of each.
const RANGES: u64 = 40;
const RANGE_ROWS: u64 = 250;
/// So many products are ranked one by one.
const MOST_RANKS: usize = 200;
/// Steps of the curve of customers.
const CURVE_STEPS: usize = 50;

/// Series for charts; one is empty where the job has no table for it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Charts {
    /// Orders, day by day; those of a sample where there are many.
    pub orders_by_day: Vec<DayCount>,
    /// How many orders have so many products.
    pub basket_sizes: Vec<BasketSize>,
    /// The products that stand in most orders, the first first.
    pub popularity: Vec<Popularity>,
    /// The part of all revenue that the best customers make.
    pub revenue_by_customers: Vec<RevenueShare>,
    /// What products of each kind cost.
    pub prices_by_kind: Vec<KindPrices>,
    /// Where customers live.
    pub places: Vec<MapPoint>,
    /// Rows that were read of each table, and how many it has.
    pub read: Vec<RowsRead>,
}

/// Orders of a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct DayCount {
    /// The day.
    pub day: Day,
    /// How many.
    pub orders: u64,
}

/// Orders of a size.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct BasketSize {
    /// Different products in the order.
    pub products: u64,
    /// How many orders.
    pub orders: u64,
}

/// How often a product sells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Popularity {
    /// 1 for the product that sells best.
    pub rank: u64,
    /// Its key.
    pub product: String,
    /// Lines with it.
    pub lines: u64,
}

/// A point of the curve of customers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RevenueShare {
    /// The best customers: so many in a thousand of those who ordered.
    pub customers_per_mille: u64,
    /// Their part of the revenue, in thousandths.
    pub revenue_per_mille: u64,
}

/// Prices of a kind, in minor units: a tenth of the products is cheaper than the first of them, half than the middle one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct KindPrices {
    /// The product line.
    pub kind: String,
    /// Products read.
    pub products: u64,
    /// The cheapest.
    pub lowest_minor: i64,
    /// A quarter is cheaper.
    pub quarter_minor: i64,
    /// Half are cheaper.
    pub middle_minor: i64,
    /// A quarter is dearer.
    pub three_quarters_minor: i64,
    /// The dearest.
    pub highest_minor: i64,
}

/// Customers at one place.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MapPoint {
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// The city.
    pub city: String,
    /// Its country, by code.
    pub country: String,
    /// Customers read who live there.
    pub customers: u64,
}

/// How much of a table was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RowsRead {
    /// The table.
    pub table: String,
    /// Rows read.
    pub rows: u64,
    /// Rows that it has.
    pub rows_total: u64,
}

/// Reads as many rows of each table as the charts need.
///
/// # Errors
/// [`Error::Plan`] when a table cannot be made.
pub fn charts(prepared: &Prepared) -> Result<Charts, Error> {
    let mut reading = Reading { prepared, template: with_columns(&prepared.template), charts: Charts::default() };
    if let Some(rows) = reading.read(Recipe::Products)? {
        reading.charts.prices_by_kind = prices(&rows);
    }
    if let Some(rows) = reading.read(Recipe::Customers)? {
        reading.charts.places = places(&rows);
    }
    let orders = reading.read(Recipe::Orders)?;
    if let Some(rows) = &orders {
        reading.charts.orders_by_day = days(rows);
    }
    if let Some(rows) = reading.read(Recipe::OrderLists)? {
        reading.charts.basket_sizes = sizes(&rows);
        reading.charts.popularity = popularity(&rows);
        reading.charts.revenue_by_customers = orders.map(|orders| revenue(&orders, &rows)).unwrap_or_default();
    }
    Ok(reading.charts)
}

/// The template with the columns that the charts need; details of orders become lists, which say the same.
fn with_columns(template: &Template) -> Template {
    let mut template = template.clone();
    for table in &mut template.tables {
        if table.recipe == Some(Recipe::OrderDetails) {
            table.recipe = Some(Recipe::OrderLists);
        }
        let fills: &[(&str, Fill)] = match table.recipe {
            Some(Recipe::Products) => &[("kind", Fill::Product(ProductFact::Line)), ("price", Fill::Product(ProductFact::ListPrice))],
            Some(Recipe::Customers) => &[
                ("latitude", Fill::Customer(CustomerFact::Latitude)),
                ("longitude", Fill::Customer(CustomerFact::Longitude)),
                ("city", Fill::Customer(CustomerFact::City)),
                ("country", Fill::Customer(CustomerFact::CountryCode)),
            ],
            Some(Recipe::Orders) => &[("day", Fill::Order(OrderFact::OrderDate)), ("customer", Fill::Order(OrderFact::Customer))],
            Some(Recipe::OrderLists) => &[
                ("order", Fill::Basket(BasketFact::Order)),
                ("products", Fill::Basket(BasketFact::Products)),
                ("lines", Fill::Basket(BasketFact::Lines)),
                ("total", Fill::Basket(BasketFact::Total)),
            ],
            _ => continue,
        };
        // Keys stay as they are: other tables refer to them.
        let keys = keys(table);
        let wanted = fills.iter().map(|(name, fill)| Column { fill: Some(fill.clone()), ..Column::named(&format!("chart_{name}")) });
        table.columns = Some(wanted.chain(keys).collect());
    }
    template
}

fn keys(table: &Table) -> Vec<Column> {
    let usual = || table.recipe.map(|recipe| wares_model::defaults::columns(recipe, table.rows.unwrap_or(1), &Default::default()));
    let columns = table.columns.clone().or_else(usual).unwrap_or_default();
    let is_key = |column: &Column| column.key.is_some() && table.recipe != Some(Recipe::OrderLists);
    columns.into_iter().filter(is_key).collect()
}

type Row = Vec<Option<String>>;

struct Reading<'a> {
    prepared: &'a Prepared,
    template: Template,
    charts: Charts,
}

impl Reading<'_> {
    /// Rows of the table with this recipe, spread over all of it; none where the job makes no such table.
    fn read(&mut self, recipe: Recipe) -> Result<Option<Vec<Row>>, Error> {
        let Some(table) = self.template.tables.iter().find(|table| table.recipe == Some(recipe)).map(|table| table.name.clone()) else {
            return Ok(None);
        };
        let checked = check_with(&self.template, self.prepared.checked.today, &self.prepared.checked.brought)
            .map_err(|problems| Error::Input { subject: self.template.name.clone(), problems })?;
        let plan = Plan::new(&checked, Some(&table))?;
        let Some((schema, total)) = plan.tables().next() else { return Ok(None) };
        let mut rows = Vec::new();
        for range in ranges(total) {
            rows.extend(text::rows(schema, &plan.batch(0, range)));
        }
        self.charts.read.push(RowsRead { table, rows: rows.len() as u64, rows_total: total });
        Ok(Some(rows))
    }
}

/// All rows of a short table; else ranges of the same length, spread evenly.
fn ranges(total: u64) -> Vec<Range<u64>> {
    if total <= RANGES * RANGE_ROWS {
        return std::iter::once(0..total).collect();
    }
    let start = |number: u64| (u128::from(total - RANGE_ROWS) * u128::from(number) / u128::from(RANGES - 1)) as u64;
    (0..RANGES).map(|number| start(number)..start(number) + RANGE_ROWS).collect()
}

fn cell(row: &Row, column: usize) -> &str {
    row.get(column).and_then(Option::as_deref).unwrap_or_default()
}

/// An amount of two decimals in minor units.
fn minor(text: &str) -> Option<i64> {
    text.replace('.', "").parse().ok()
}

fn prices(rows: &[Row]) -> Vec<KindPrices> {
    let mut kinds: BTreeMap<&str, Vec<i64>> = BTreeMap::new();
    for row in rows {
        kinds.entry(cell(row, 0)).or_default().extend(minor(cell(row, 1)));
    }
    let of = |(kind, mut prices): (&str, Vec<i64>)| {
        prices.sort_unstable();
        let at = |quarters: usize| prices.get((prices.len().saturating_sub(1)) * quarters / 4).copied();
        Some(KindPrices {
            kind: kind.to_owned(),
            products: prices.len() as u64,
            lowest_minor: at(0)?,
            quarter_minor: at(1)?,
            middle_minor: at(2)?,
            three_quarters_minor: at(3)?,
            highest_minor: at(4)?,
        })
    };
    kinds.into_iter().filter_map(of).collect()
}

fn places(rows: &[Row]) -> Vec<MapPoint> {
    let mut found: BTreeMap<[&str; 4], u64> = BTreeMap::new();
    for row in rows {
        *found.entry([cell(row, 0), cell(row, 1), cell(row, 2), cell(row, 3)]).or_default() += 1;
    }
    let point = |([latitude, longitude, city, country], customers): ([&str; 4], u64)| {
        let (latitude, longitude) = (latitude.parse().ok()?, longitude.parse().ok()?);
        Some(MapPoint { latitude, longitude, city: city.to_owned(), country: country.to_owned(), customers })
    };
    found.into_iter().filter_map(point).collect()
}

fn days(rows: &[Row]) -> Vec<DayCount> {
    let mut found: BTreeMap<Day, u64> = BTreeMap::new();
    for day in rows.iter().filter_map(|row| cell(row, 0).get(..10)?.parse().ok()) {
        *found.entry(day).or_default() += 1;
    }
    found.into_iter().map(|(day, orders)| DayCount { day, orders }).collect()
}

fn sizes(rows: &[Row]) -> Vec<BasketSize> {
    let mut found: BTreeMap<u64, u64> = BTreeMap::new();
    for lines in rows.iter().filter_map(|row| cell(row, 2).parse().ok()) {
        *found.entry(lines).or_default() += 1;
    }
    found.into_iter().map(|(products, orders)| BasketSize { products, orders }).collect()
}

fn popularity(rows: &[Row]) -> Vec<Popularity> {
    let mut found: BTreeMap<&str, u64> = BTreeMap::new();
    for product in rows.iter().flat_map(|row| cell(row, 1).split('|')).filter(|product| !product.is_empty()) {
        *found.entry(product).or_default() += 1;
    }
    let mut ranked: Vec<(&str, u64)> = found.into_iter().collect();
    ranked.sort_by_key(|(product, lines)| (std::cmp::Reverse(*lines), *product));
    let shown = |(index, (product, lines)): (usize, (&str, u64))| Popularity { rank: index as u64 + 1, product: product.to_owned(), lines };
    ranked.into_iter().take(MOST_RANKS).enumerate().map(shown).collect()
}

/// Orders and their lists stand in the same ranges, row by row.
fn revenue(orders: &[Row], lists: &[Row]) -> Vec<RevenueShare> {
    let mut found: BTreeMap<&str, i64> = BTreeMap::new();
    for (order, list) in orders.iter().zip(lists) {
        *found.entry(cell(order, 1)).or_default() += minor(cell(list, 3)).unwrap_or(0);
    }
    let mut totals: Vec<i64> = found.into_values().collect();
    totals.sort_unstable_by_key(|total| std::cmp::Reverse(*total));
    let all: i64 = totals.iter().sum();
    let (count, mut sum, mut taken, mut curve) = (totals.len(), 0, 0, Vec::new());
    if all <= 0 {
        return curve;
    }
    for step in 0..=CURVE_STEPS {
        let upto = count * step / CURVE_STEPS;
        sum += totals[taken..upto].iter().sum::<i64>();
        taken = upto;
        let per_mille = |part: i128, whole: i128| (part * 1000 / whole) as u64;
        curve
            .push(RevenueShare { customers_per_mille: per_mille(upto as i128, count as i128), revenue_per_mille: per_mille(sum.into(), all.into()) });
    }
    curve
}
