//! `wares shop` and `wares preview`: which shop, and how large.

use std::path::PathBuf;

use clap::ValueEnum;
use wares::{
    Error,
    model::{Checked, Day, Place, Problem, Recipe, Template, template::RegionShare, trade::Profile},
    shop::{self, Size, Tables},
};

use super::{Regions, RunArgs, current_day, read, regions};

/// Which shop, and how large.
#[derive(clap::Args)]
pub(crate) struct Source {
    /// What the shop sells, in words, or a template file (.json, .yaml).
    #[arg(value_name = "DOMAIN|TEMPLATE")]
    pub(crate) what: String,
    /// A narrower kind: values of attributes (`women's`, `organic`), kinds of product, `premium` or `budget`.
    #[arg(long, value_name = "V")]
    variant: Option<String>,
    /// Where customers live: country codes, each with a share if you like (`US=0.7,DE=0.3`).
    #[arg(long, value_name = "CC[,CC=SHARE...]", value_parser = regions)]
    region: Option<Regions>,
    /// Rows of the products table [default: 200].
    #[arg(long, value_name = "N")]
    products: Option<u64>,
    /// Rows of the customers table [default: 1000; of a marketplace as many as orders].
    #[arg(long, value_name = "N")]
    customers: Option<u64>,
    /// Rows of the orders table [default: 5000].
    #[arg(long, value_name = "N")]
    orders: Option<u64>,
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
enum ProfileArg {
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
    fn meant(self) -> Profile {
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
    /// The template meant, its checked form, and what was decided for the user.
    pub(crate) fn template(&self) -> anyhow::Result<(Template, Checked, Vec<String>)> {
        let (mut template, mut notes) = if self.is_file() { (self.read_file()?, Vec::new()) } else { self.compose()? };
        template.seed = self.seed.unwrap_or(template.seed);
        template.today = self.today.or(template.today);
        template.variant = self.variant.clone().or(template.variant);
        // The day of the run becomes part of the template, so that the manifest tells how to make the same again.
        let today = template.today.map_or_else(current_day, Ok)?;
        template.today = Some(today);
        let checked = wares::checked(&template, &self.what, today)?;
        notes.extend(checked.notes.iter().map(ToString::to_string));
        Ok((template, checked, notes))
    }

    fn is_file(&self) -> bool {
        [".json", ".yaml", ".yml"].iter().any(|ending| self.what.to_lowercase().ends_with(ending))
    }

    fn compose(&self) -> Result<(Template, Vec<String>), Error> {
        let profile = self.profile.map_or(Profile::Retail, ProfileArg::meant);
        let orders = self.orders.unwrap_or(5_000);
        // Where most customers come once, there are as many as orders.
        let customers = if profile == Profile::Marketplace { orders } else { 1_000 };
        let size = Size { products: self.products.unwrap_or(200), customers: self.customers.unwrap_or(customers), orders };
        let regions = self.region.clone().map_or_else(|| vec![usa()], |regions| regions.0);
        let tables = match self.tables {
            Some(TablesArg::All) => Tables::All,
            Some(TablesArg::Main) | None => Tables::Main,
        };
        shop::with_tables(&self.what, regions, size, tables, profile)
    }

    fn read_file(&self) -> Result<Template, Error> {
        if self.tables.is_some() {
            let message = "a template says itself which tables there are; leave `--tables` out";
            return Err(Error::Input { subject: self.what.clone(), problems: vec![Problem::new(Place::root().field("tables"), message)] });
        }
        let mut template = wares::load(&read(&self.what)?, &self.what)?;
        if let Some(profile) = self.profile {
            template.trade = profile.meant().trade();
        }
        if let Some(regions) = &self.region {
            template.regions = regions.0.clone();
        }
        for (recipe, rows) in [(Recipe::Products, self.products), (Recipe::Customers, self.customers), (Recipe::Orders, self.orders)] {
            let Some(rows) = rows else { continue };
            match template.tables.iter_mut().find(|table| table.recipe == Some(recipe)) {
                Some(table) => table.rows = Some(rows),
                None => {
                    let message = format!("`--{}` was given, and no table has that recipe", recipe.name());
                    return Err(Error::Input { subject: self.what.clone(), problems: vec![Problem::new(Place::root().field("tables"), message)] });
                }
            }
        }
        Ok(template)
    }
}

fn usa() -> RegionShare {
    RegionShare { code: "US".to_owned(), share: 1.0 }
}
