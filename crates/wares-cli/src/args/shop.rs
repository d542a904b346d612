//! `wares shop` and `wares preview`: which shop, and how large.

use std::path::PathBuf;

use clap::ValueEnum;
use wares::{
    job::{Job, Shop, TemplateSource},
    model::{Day, decimal::Decimal, trade::Profile, weighted::TextOr},
    shop::Tables,
};

use super::{Regions, RunArgs, count, per_day, regions};

/// Which shop, and how large.
#[derive(clap::Args)]
pub(crate) struct Source {
    /// What the shop sells, in words, or a template file (.json, .yaml).
    #[arg(value_name = "DOMAIN|TEMPLATE")]
    what: String,
    /// A narrower kind: values of attributes (`women's`, `organic`), kinds of product, `premium` or `budget`.
    #[arg(long, value_name = "V")]
    variant: Option<String>,
    /// Where customers live: country codes, each with a share if you like (`US=0.7,DE=0.3`).
    #[arg(long, value_name = "CC[,CC=SHARE...]", value_parser = regions)]
    region: Option<Regions>,
    /// Rows of the products table [default: 200].
    #[arg(long, value_name = "N", value_parser = count, allow_negative_numbers = true)]
    products: Option<u64>,
    /// Rows of the customers table [default: 1000; of a marketplace as many as orders]. With `--orders-per-day` those who have signed up before the
    /// first order [default: 40 for each order of a day]; more come in step with the orders.
    #[arg(long, value_name = "N", value_parser = count, allow_negative_numbers = true)]
    customers: Option<u64>,
    /// Rows of the orders table [default: 5000].
    #[arg(long, value_name = "N", value_parser = count, allow_negative_numbers = true)]
    orders: Option<u64>,
    /// How many orders come on a day, on average of the first year, instead of a number in all: a later `--today` appends orders and changes
    /// nothing of earlier ones but statuses.
    #[arg(long, value_name = "R", value_parser = per_day, allow_negative_numbers = true, conflicts_with = "orders")]
    orders_per_day: Option<Decimal>,
    /// The first day with orders [default: two years before today; 2024-01-01 with `--orders-per-day`].
    #[arg(long, value_name = "YYYY-MM-DD")]
    since: Option<Day>,
    /// How the shop trades [default: retail].
    #[arg(long, value_enum, value_name = "PROFILE")]
    profile: Option<ProfileArg>,
    /// Which tables: the four main ones, or all.
    #[arg(long, value_enum, value_name = "TABLES")]
    tables: Option<TablesArg>,
    /// The number from which every draw follows [default: the template's, 42].
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
    /// The day after which nothing happens [default: the template's, or the current day].
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Day>,
}

/// Which tables a shop has.
#[derive(Clone, Copy, ValueEnum)]
enum TablesArg {
    /// Products, customers, orders, order_details.
    Main,
    /// Also product_lines, offices, employees, payments, shipments, returns, stock_movements, and the amounts of each order.
    All,
}

/// Sorts of shop.
#[derive(Clone, Copy, ValueEnum)]
pub(super) enum ProfileArg {
    /// A web shop for consumers: two to three products an order.
    Retail,
    /// Many strangers: one product an order, most customers come once.
    Marketplace,
    /// Sells to shops: long orders in pack sizes, discounts for many pieces, invoices.
    Wholesale,
    /// Regular customers, large baskets, the same products again, many promotions.
    Grocery,
}

impl ProfileArg {
    pub(super) fn meant(self) -> Profile {
        match self {
            Self::Retail => Profile::Retail,
            Self::Marketplace => Profile::Marketplace,
            Self::Wholesale => Profile::Wholesale,
            Self::Grocery => Profile::Grocery,
        }
    }
}

#[derive(clap::Args)]
pub(crate) struct ShopArgs {
    #[command(flatten)]
    pub(crate) source: Source,
    /// The folder to write to; it is made when missing.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    #[command(flatten)]
    pub(crate) run: RunArgs,
}

#[derive(clap::Args)]
pub(crate) struct PreviewArgs {
    #[command(flatten)]
    pub(crate) source: Source,
    /// The table.
    #[arg(long, value_name = "T")]
    pub(crate) table: String,
    /// The first row to show, counted from 0.
    #[arg(long, value_name = "ROW", default_value_t = 0)]
    pub(crate) at: u64,
    /// How many rows to show.
    #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u64).range(1..=100_000))]
    pub(crate) rows: u64,
}

impl Source {
    /// What is meant.
    pub(crate) fn job(&self) -> Job {
        let is_file = [".json", ".yaml", ".yml"].iter().any(|ending| self.what.to_lowercase().ends_with(ending));
        let template = is_file.then(|| TextOr(TemplateSource::Named(self.what.clone())));
        Job::Shop(Shop {
            domain: if template.is_none() { Some(self.what.clone()) } else { None },
            template,
            variant: self.variant.clone(),
            regions: self.region.clone().map(|regions| regions.0).unwrap_or_default(),
            products: self.products,
            customers: self.customers,
            orders: self.orders,
            orders_per_day: self.orders_per_day,
            since: self.since,
            profile: self.profile.map(ProfileArg::meant),
            tables: self.tables.map(|tables| match tables {
                TablesArg::Main => Tables::Main,
                TablesArg::All => Tables::All,
            }),
            seed: self.seed,
            today: self.today,
        })
    }
}
