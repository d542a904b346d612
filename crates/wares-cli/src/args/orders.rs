//! `wares orders` and `wares order-details`.

use std::path::PathBuf;

use clap::ValueEnum;
use wares::{
    job::{Job, KeyOf, OrderDetails, Orders, PerOrder, Sold, TemplateSource},
    model::{Day, decimal::Decimal, weighted::TextOr},
    parents,
};

use super::{RunArgs, count, per_day, shop::ProfileArg, shown};

/// How the user's files are read, and from what all draws follow.
#[derive(clap::Args)]
struct Reading {
    /// Which column of a file is its key, and what it is called here: `customers.customerNumber=cust_no`; a key of two columns is
    /// `stores.region+store=region+store`. Further ones for the same file name columns that go along with the key.
    #[arg(long, value_name = "TABLE.NAME=COLUMN", value_parser = key_choice)]
    key: Vec<KeyOf>,
    /// Refuse files with rows that would be left out.
    #[arg(long)]
    strict: bool,
    /// The number from which every draw follows [default: 42, or the template's].
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
    /// The day after which nothing happens [default: the current day].
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Day>,
}

/// Where the table goes.
#[derive(clap::Args)]
pub(crate) struct OrdersOutput {
    /// The file to write to; `-` is standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// Show what each file was taken for and why, and the first five rows; write nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    #[command(flatten)]
    pub(crate) run: RunArgs,
}

fn key_choice(text: &str) -> Result<KeyOf, String> {
    let read = || {
        let (left, column) = text.split_once('=')?;
        let (table, key_name) = left.rsplit_once('.')?;
        let parts = [table, key_name, column].map(|part| part.trim().to_owned());
        if parts.iter().any(String::is_empty) {
            return None;
        }
        let [table, name, column] = parts;
        Some(KeyOf { table, name, column })
    };
    read().ok_or_else(|| "write it as `customers.customerNumber=cust_no`".to_owned())
}

/// Orders of whom, and how many.
#[derive(clap::Args)]
pub(crate) struct OrdersSource {
    /// A CSV file: customers, and any others whose keys are to stand in the orders.
    #[arg(long, value_name = "FILE", required = true)]
    from: Vec<PathBuf>,
    /// How many orders.
    #[arg(long, value_name = "N", value_parser = count, allow_negative_numbers = true, required_unless_present = "orders_per_day")]
    rows: Option<u64>,
    /// How many orders come on a day, on average of the first year, instead of a number in all: a later `--today` appends orders.
    #[arg(long, value_name = "R", value_parser = per_day, allow_negative_numbers = true, conflicts_with = "rows")]
    orders_per_day: Option<Decimal>,
    /// The first day with orders [default: two years before today; 2024-01-01 with `--orders-per-day`].
    #[arg(long, value_name = "YYYY-MM-DD")]
    since: Option<Day>,
    /// How the shop trades: when orders come, who orders again, how long they take [default: retail].
    #[arg(long, value_enum, value_name = "PROFILE")]
    profile: Option<ProfileArg>,
    #[command(flatten)]
    reading: Reading,
}

#[derive(clap::Args)]
pub(crate) struct OrdersArgs {
    #[command(flatten)]
    pub(crate) source: OrdersSource,
    #[command(flatten)]
    pub(crate) output: OrdersOutput,
}

/// Details of which orders, and how many.
#[derive(clap::Args)]
pub(crate) struct OrderDetailsSource {
    /// The CSV file of orders.
    #[arg(long, value_name = "FILE")]
    orders: PathBuf,
    /// A CSV file of products.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["template", "domain"], required_unless_present_any = ["template", "domain"])]
    products: Option<PathBuf>,
    /// A template whose products are sold.
    #[arg(long, value_name = "FILE", conflicts_with = "domain")]
    template: Option<String>,
    /// What is sold, in words.
    #[arg(long, value_name = "WORDS")]
    domain: Option<String>,
    /// Of how many orders there are details; at most as many as there are orders.
    #[arg(long, value_name = "N", value_parser = count, allow_negative_numbers = true)]
    rows: u64,
    /// How many different products an order has: `3`, or `1..8` [default: 1..8].
    #[arg(long, value_name = "LOW..HIGH", value_parser = per_order)]
    products_per_order: Option<PerOrder>,
    /// How the products of an order are written.
    #[arg(long, value_enum, default_value_t = Layout::Lines)]
    layout: Layout,
    #[command(flatten)]
    reading: Reading,
}

#[derive(clap::Args)]
pub(crate) struct OrderDetailsArgs {
    #[command(flatten)]
    pub(crate) source: OrderDetailsSource,
    #[command(flatten)]
    pub(crate) output: OrdersOutput,
}

/// How the products of an order are written.
#[derive(Clone, Copy, ValueEnum)]
enum Layout {
    /// A row for each product.
    Lines,
    /// A row for each order, its products in a list parted by `|`.
    List,
}

impl OrdersSource {
    /// What is meant.
    pub(crate) fn job(&self) -> Job {
        let reading = &self.reading;
        Job::Orders(Orders {
            from: self.from.iter().map(|path| shown(path)).collect(),
            rows: self.rows,
            orders_per_day: self.orders_per_day,
            since: self.since,
            profile: self.profile.map(ProfileArg::meant),
            keys: reading.key.clone(),
            strict: reading.strict,
            seed: reading.seed,
            today: reading.today,
        })
    }
}

impl OrderDetailsSource {
    /// What is meant.
    pub(crate) fn job(&self) -> Job {
        let products = match (&self.products, &self.template, &self.domain) {
            (Some(file), ..) => Sold::File(shown(file)),
            (None, Some(file), _) => Sold::Template(TextOr(TemplateSource::Named(file.clone()))),
            (None, None, words) => Sold::Domain(words.clone().unwrap_or_default()),
        };
        let reading = &self.reading;
        Job::OrderDetails(OrderDetails {
            orders: shown(&self.orders),
            products,
            rows: self.rows,
            products_per_order: self.products_per_order,
            layout: match self.layout {
                Layout::Lines => parents::Layout::Lines,
                Layout::List => parents::Layout::List,
            },
            keys: reading.key.clone(),
            strict: reading.strict,
            seed: reading.seed,
            today: reading.today,
        })
    }
}

fn per_order(text: &str) -> Result<PerOrder, String> {
    let (low, high) = text.split_once("..").unwrap_or((text, text));
    let read = |part: &str| part.trim_start_matches('=').parse::<u32>().ok();
    read(low)
        .zip(read(high))
        .filter(|(low, high)| (1..=*high).contains(low) && *high <= 30)
        .map(|(min, max)| PerOrder { min, max })
        .ok_or_else(|| "write it as `3` or `1..8`, at most 30".to_owned())
}
