//! A shop of a profile, as rows of numbers.

use arrow_array::{
    Array, RecordBatch,
    cast::AsArray,
    types::{Date32Type, Int64Type, UInt32Type},
};
use wares::{
    Plan,
    model::{
        Column, Fill, Recipe, Template,
        column::{OrderFact, Serial},
        trade::Profile,
    },
    shop::{self, Size, Tables},
};

use crate::common::today;

/// Orders of each shop.
const ORDERS: u64 = 20_000;

pub(super) struct Sample {
    pack: &'static str,
    days: i32,
    pub(super) names: Vec<String>,
    /// The product line of each product, by number.
    pub(super) categories: Vec<usize>,
    pub(super) list_prices: Vec<i64>,
    pub(super) orders: Vec<Order>,
    pub(super) lines: Vec<Line>,
    pub(super) customers: usize,
}

pub(super) struct Order {
    /// Counted from the first.
    pub(super) day: usize,
    pub(super) weekday: usize,
    pub(super) month: usize,
    pub(super) hour: usize,
    pub(super) customer: usize,
    pub(super) shipped_after: Option<i64>,
    pub(super) status: String,
    /// Its lines among all.
    pub(super) lines: std::ops::Range<usize>,
    pub(super) value: i64,
}

pub(super) struct Line {
    pub(super) order: usize,
    pub(super) product: usize,
    pub(super) quantity: i64,
    pub(super) price: i64,
}

impl Sample {
    /// Sizes and lengths are about those of the real sets.
    pub(super) fn make(profile: Profile, seed: u64) -> Self {
        let (pack, products, customers, days) = match profile {
            Profile::Retail => ("board-games", 1_000, 7_000, 540),
            Profile::Marketplace => ("department-store", 12_000, 20_000, 730),
            Profile::Wholesale => ("art-supplies", 4_000, 5_200, 373),
            Profile::Grocery => ("groceries", 12_000, 340, 365),
        };
        let size = Size { products, customers, orders: ORDERS };
        let mut template: Template = shop::with_tables(pack, vec![], size, Tables::Main, profile).unwrap().0;
        template.regions = vec![wares::model::template::RegionShare { code: "US".to_owned(), share: 1.0 }];
        template.today = Some(today());
        template.seed = seed;
        template.trade.calendar.start = Some(today().plus(1 - days));
        let serial = |name: &str, start| Column { fill: Some(Fill::Serial(Serial { start, step: 1 })), ..Column::named(name) };
        for table in &mut template.tables {
            table.columns = Some(match table.recipe {
                Some(Recipe::Products) => {
                    vec![serial("productCode", 0), Column::named("productName"), Column::named("productLine"), Column::named("MSRP")]
                }
                Some(Recipe::Customers) => vec![serial("customerNumber", 0)],
                Some(Recipe::Orders) => {
                    let names = ["orderDate", "shippedDate", "status", "customerNumber"].map(Column::named);
                    let time = Column { fill: Some(Fill::Order(OrderFact::OrderTime)), ..Column::named("orderTime") };
                    let mut columns = vec![serial("orderNumber", 0)];
                    columns.extend(names);
                    columns.push(time);
                    columns
                }
                _ => ["orderNumber", "productCode", "quantityOrdered", "priceEach"].map(Column::named).to_vec(),
            });
        }
        let checked = wares::checked(&template, pack, today()).unwrap();
        let table = |name: &str| {
            let plan = Plan::new(&checked, Some(name)).unwrap();
            let rows = plan.tables().next().unwrap().1;
            plan.batch(0, 0..rows)
        };
        Self::of(pack, days, customers as usize, [table("products"), table("orders"), table("order_details")])
    }

    fn of(pack: &'static str, days: i32, customers: usize, [products, orders, details]: [RecordBatch; 3]) -> Self {
        let numbers = |batch: &RecordBatch, column: usize| batch.column(column).as_primitive::<Int64Type>().values().to_vec();
        let coded = |batch: &RecordBatch, column: usize| {
            let texts = batch.column(column).as_dictionary::<UInt32Type>();
            let all = texts.values().as_string::<i32>();
            // A text may stand there more than once.
            let first = |key: u32| all.iter().position(|text| text == Some(all.value(key as usize))).unwrap_or_default();
            texts.keys().values().iter().map(|key| first(*key)).collect()
        };
        let mut lines = Vec::new();
        let [order, product, quantity, price] = [0, 1, 2, 3].map(|column| numbers(&details, column));
        for index in 0..details.num_rows() {
            let (order, product) = (order[index] as usize, product[index] as usize);
            lines.push(Line { order, product, quantity: quantity[index], price: price[index] });
        }
        let (dates, shipped) = (orders.column(1).as_primitive::<Date32Type>(), orders.column(2).as_primitive::<Date32Type>());
        let statuses = orders.column(3).as_dictionary::<UInt32Type>();
        let (customer, time) = (numbers(&orders, 4), numbers(&orders, 5));
        let first = today().0 + 1 - days;
        let mut made = Vec::new();
        let mut end = 0;
        for index in 0..orders.num_rows() {
            let start = end;
            while end < lines.len() && lines[end].order == index {
                end += 1;
            }
            let day = wares::model::Day(dates.value(index));
            let value = lines[start..end].iter().map(|line| line.quantity * line.price).sum();
            made.push(Order {
                day: (day.0 - first) as usize,
                weekday: day.weekday(),
                month: {
                    let (year, month, _) = day.civil();
                    (year as usize) * 12 + month as usize
                },
                hour: (time[index] / 3_600) as usize,
                customer: customer[index] as usize,
                shipped_after: shipped.is_valid(index).then(|| i64::from(shipped.value(index) - day.0)),
                status: statuses.values().as_string::<i32>().value(statuses.keys().value(index) as usize).to_owned(),
                lines: start..end,
                value,
            });
        }
        Self {
            pack,
            days,
            names: products.column(1).as_string::<i32>().iter().map(|name| name.unwrap_or_default().to_owned()).collect(),
            categories: coded(&products, 2),
            list_prices: numbers(&products, 3),
            orders: made,
            lines,
            customers,
        }
    }

    pub(super) fn described(&self) -> String {
        let (orders, lines) = (self.orders.len(), self.lines.len());
        format!(
            "{orders} orders in {} days by {} customers, {lines} lines, {} products of the pack `{}`.",
            self.days,
            self.customers,
            self.names.len(),
            self.pack
        )
    }

    pub(super) fn days(&self) -> usize {
        self.days as usize
    }
}

/// Mean of some numbers.
pub(super) fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// The mean of the differences from the mean, to a power.
pub(super) fn moment(values: &[f64], power: i32) -> f64 {
    let middle = mean(values);
    mean(&values.iter().map(|value| (value - middle).powi(power)).collect::<Vec<_>>())
}

pub(super) fn deviation(values: &[f64]) -> f64 {
    moment(values, 2).sqrt()
}

pub(super) fn skewness(values: &[f64]) -> f64 {
    moment(values, 3) / moment(values, 2).powf(1.5).max(1e-12)
}

/// The value below which a share of the others lies.
pub(super) fn quantile(values: &[f64], share: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(((sorted.len() as f64 - 1.0) * share).round() as usize).copied().unwrap_or(0.0)
}

/// How unequal the rates behind some counts are: their squared coefficient of variation, less that of chance.
pub(super) fn unequal(counts: &[f64]) -> f64 {
    let middle = mean(counts);
    (moment(counts, 2) - middle) / (middle * middle).max(1e-12)
}
