//! All tables of a shop.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use wares_model::{Day, Recipe, Template, decimal::Decimal, template::RegionShare, trade::Profile};

use super::{Desk, Prepared, TemplateChoice, check, open, pace, refuse, subject, usa};
use crate::{
    Error,
    shop::{self, Size, Tables},
};

/// A shop; either `domain` or `template` is given.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schemars(rename = "ShopJob")]
pub struct Shop {
    /// What the shop sells, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// A template with all tables.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub template: Option<TemplateChoice>,
    /// A narrower kind, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// Where customers live. Default: the template's, or the United States.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<RegionShare>,
    /// Rows of the products table. Default: the template's, or 200.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub products: Option<u64>,
    /// Rows of the customers table. Default: the template's, or 1,000; of a marketplace as many as orders. With `ordersPerDay` those who have signed up
    /// before the first order, by default 40 for each order of a day; more come in step with the orders.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customers: Option<u64>,
    /// Rows of the orders table. Default: the template's, or 5,000.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub orders: Option<u64>,
    /// How many orders come on a day, on average of the first year, instead of a number in all; with at most three decimals. A later day appends
    /// orders and moves statuses on, and changes nothing else of earlier ones. Default: the template's, or none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub orders_per_day: Option<Decimal>,
    /// The first day with orders. Default: the template's, or two years before `today`; 2024-01-01 with `ordersPerDay`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Day>,
    /// How the shop trades. Default: the template's way, or that of retail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Profile>,
    /// Which tables. Default: the four main ones; a template says itself which there are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tables: Option<Tables>,
    /// The number from which every draw follows. Default: the template's, 42.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// The day after which nothing happens. Default: the template's, or the current day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today: Option<Day>,
}

impl Shop {
    pub(super) fn prepare(&self, desk: &dyn Desk, today: Day) -> Result<Prepared, Error> {
        if self.orders.is_some() && self.orders_per_day.is_some() {
            return refuse("shop", "ordersPerDay", "stands beside `orders`; give one of them");
        }
        let (mut template, notes, subject) = match (&self.domain, &self.template) {
            (None, Some(_)) if self.tables.is_some() => {
                return refuse("shop", "tables", "a template says itself which tables there are; leave this out");
            }
            (None, Some(choice)) => {
                let subject = subject(choice, desk);
                (self.resized(open(choice, desk)?, &subject)?, Vec::new(), subject)
            }
            (Some(words), None) => {
                let profile = self.profile.unwrap_or_default();
                let orders = self.orders.unwrap_or(5_000);
                let customers = match self.orders_per_day {
                    Some(rate) => pace::customers(rate, profile),
                    // Where most customers come once, there are as many as orders.
                    None if profile == Profile::Marketplace => orders,
                    None => 1_000,
                };
                let size = Size { products: self.products.unwrap_or(200), customers: self.customers.unwrap_or(customers), orders };
                let regions = if self.regions.is_empty() { vec![usa()] } else { self.regions.clone() };
                let (mut template, notes) = shop::with_tables(words, regions, size, self.tables.unwrap_or_default(), profile)?;
                pace::set(&mut template, self.orders_per_day, self.since);
                (template, notes, words.clone())
            }
            (Some(_), Some(_)) => return refuse("shop", "template", "stands beside `domain`; give one of them"),
            (None, None) => return refuse("shop", "domain", "missing, and there is no template; say what the shop sells"),
        };
        template.seed = self.seed.unwrap_or(template.seed);
        template.variant = self.variant.clone().or(template.variant);
        // The day of the run becomes part of the template, so that the manifest tells how to make the same again.
        let today = self.today.or(template.today).unwrap_or(today);
        template.today = Some(today);
        let tables = template.tables.iter().map(|table| table.name.clone()).collect();
        check(template, &subject, notes, tables, today)
    }

    /// The template with the regions and sizes that were asked for.
    fn resized(&self, mut template: Template, subject: &str) -> Result<Template, Error> {
        if let Some(profile) = self.profile {
            let (per_day, start) = (template.trade.orders.per_day, template.trade.calendar.start);
            template.trade = profile.trade();
            (template.trade.orders.per_day, template.trade.calendar.start) = (per_day, start);
        }
        if !self.regions.is_empty() {
            template.regions.clone_from(&self.regions);
        }
        for (recipe, rows) in [(Recipe::Products, self.products), (Recipe::Customers, self.customers), (Recipe::Orders, self.orders)] {
            let Some(rows) = rows else { continue };
            match template.tables.iter_mut().find(|table| table.recipe == Some(recipe)) {
                Some(table) => table.rows = Some(rows),
                None => return refuse(subject, "tables", format!("`{}` was given, and no table has that recipe", recipe.name())),
            }
        }
        if self.orders.is_some() {
            template.trade.orders.per_day = None;
        }
        if self.orders_per_day.is_some() && !template.tables.iter().any(|table| table.recipe == Some(Recipe::Orders)) {
            return refuse(subject, "tables", "`ordersPerDay` was given, and no table has the recipe `orders`");
        }
        pace::set(&mut template, self.orders_per_day, self.since);
        Ok(template)
    }
}
