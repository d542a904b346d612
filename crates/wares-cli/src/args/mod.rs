//! What can be typed, and what is meant by it: a file a verb, and here what they share.

mod check;
mod customers;
mod import;
mod list;
mod llm;
mod model;
mod orders;
mod plan;
mod products;
#[cfg(feature = "serve")]
mod serve;
mod shop;
mod template;

use std::{fs, path::Path};

use anyhow::Context;
use clap::{Parser, Subcommand, ValueEnum};
use wares::{
    Error,
    model::{Day, Place, Problem, check::MOST_ROWS, decimal::Decimal, template::RegionShare},
};

#[cfg(feature = "serve")]
pub(crate) use self::serve::ServeArgs;
pub(crate) use self::{
    check::CheckArgs,
    customers::CustomersArgs,
    import::ImportArgs,
    list::{CompletionsArgs, ListArgs, Listed},
    llm::{LlmArgs, LlmCommand, LlmStatusArgs},
    model::ModelArgs,
    orders::{OrderDetailsArgs, OrdersArgs, OrdersOutput},
    plan::{PlanArgs, PlanCommand},
    products::{ProductsArgs, RowsBy},
    shop::{PreviewArgs, ShopArgs},
    template::{DesignBy, RefineArgs, TemplateArgs, TemplateCommand},
};

/// Makes a whole believable shop: products, customers, orders and order details that agree.
#[derive(Parser)]
#[command(
    name = "wares",
    version,
    after_help = "Example:\n  wares shop \"trail running shoes\" --products 200 --customers 1000 --orders 5000 --out shop"
)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Subcommand)]
pub(crate) enum Command {
    /// Make all tables of a shop as files in a folder.
    #[command(
        after_help = "Examples:\n  wares shop \"scale model cars\" --orders 5000 --out shop\n  wares shop spring.json --seed 7 --out shop\n  wares shop books --orders 1000000 --part 2/8 --out part"
    )]
    Shop(ShopArgs),
    /// Make products of a domain, or of a template.
    #[command(
        after_help = "Examples:\n  wares products \"trail running shoes\" --rows 500 --out products.csv\n  wares products wine --variant \"organic\" --rows 20 --out -\n  wares products --template shoes.json --rows 500 --out products.csv\n  wares products \"beekeeping supplies\" --rows 50 --by llm --budget 0.20usd --out hives.csv"
    )]
    Products(ProductsArgs),
    /// Make customers of one or more countries.
    #[command(
        after_help = "Examples:\n  wares customers --region PL --rows 1000 --out customers.csv\n  wares customers --region US,MX=0.3 --rows 100000 --addresses 0 --out customers.csv\n  wares customers --region JP --script both --rows 20 --out -\n  wares customers --region DE --rows 500 --columns customerNumber,customerName,city,postalCode,iban --out -"
    )]
    Customers(CustomersArgs),
    /// Make orders of the customers in your own file; keys of further files stand in them too.
    #[command(
        after_help = "Examples:\n  wares orders --from customers.csv --rows 10000 --out orders.csv\n  wares orders --from customers.csv --from employees.csv --rows 10000 --out orders.csv\n  wares orders --from clients.csv --key customers.customerNumber=cust_no --rows 500 --out -\n\nFiles may be parted by comma, semicolon, tab or pipe, in UTF-8, UTF-16 or Windows-1252, packed by gzip or not. Nobody orders before signing up, where the file\nsays when that was. Rows without a key, or with one that stands twice, are left out and listed in FILE.rejects.csv."
    )]
    Orders(OrdersArgs),
    /// Make order details for your own orders: one record an order, each with one or several products.
    #[command(
        after_help = "Examples:\n  wares order-details --orders orders.csv --products products.csv --rows 5000 --out details.csv\n  wares order-details --orders orders.csv --products products.csv --rows 5000 --products-per-order 2..4 --layout list --out lists.csv\n  wares order-details --orders orders.csv --domain \"board games\" --rows 100 --out -\n\nThere are never more records than orders. Prices follow the products' prices; where the orders have a total, the lines come to it exactly."
    )]
    OrderDetails(OrderDetailsArgs),
    /// Show rows of any table, however large, and write nothing.
    #[command(after_help = "Example:\n  wares preview books --orders 4000000000 --table order_details --at 9000000000")]
    Preview(PreviewArgs),
    /// Check the tables of a shop: keys, references, the ledger to the cent, dates.
    #[command(
        after_help = "Example:\n  wares shop books --tables all --out shop && wares check shop\n\nEvery law is listed with how often it was looked at and broken. Exit code 2 when one is broken."
    )]
    Check(CheckArgs),
    /// Make a template of a product domain to go on from, or check one.
    #[command(
        args_conflicts_with_subcommands = true,
        after_help = "Examples:\n  wares template \"trail running shoes\" --variant \"women's\" --out shoes.json\n  wares template wine --require \"vintage, shelf life in days\" --out wine.json\n  wares template refine wine.json \"hide rating; price from 8 to 40\" --out cheap.json\n  wares template check wine.json"
    )]
    Template(TemplateArgs),
    /// Make a template of your own rows or schema: CSV, JSON Schema, SQL, a data package, the product CSV or taxonomy of a shop.
    #[command(
        after_help = "Examples:\n  wares import customers.csv --out customers.json\n  wares import schema.sql --rows 1000 --out shop.json\n  wares import product.schema.json --out -\n  wares import shopify_products.csv --category \"running shoes\" --out products.json\n  wares import taxonomy/dist/en --category \"Sneakers\" --out sneakers.json\n\nNames, addresses, codes and free text of the file do not go into the template; categories and ranges do."
    )]
    Import(ImportArgs),
    /// Say what a run would take before it runs: rows, bytes, the most that can be told apart; calls, tokens, money and time of a model.
    #[command(
        after_help = "Examples:\n  wares plan shop \"trail running shoes\" --orders 1000000\n  wares plan orders --from customers.csv --rows 1000000\n  wares plan products wine --rows 500 --by llm\n  wares plan template \"letterpress printing\" --by llm"
    )]
    Plan(PlanArgs),
    /// Serve the web UI and the HTTP API.
    #[cfg(feature = "serve")]
    #[command(
        after_help = "Examples:\n  wares serve --open\n  wares serve --bind 127.0.0.1:9000 --data ~/wares\n  wares serve --bind 0.0.0.0:7878 --token-file token.txt --host wares.example\n\nWithout a token only this machine can reach it. What it keeps lies under --data; a stop, even in the middle of a run, loses nothing.\nRead from the environment: WARES_TOKEN, WARES_LOG, and what `wares llm status --help` names."
    )]
    Serve(ServeArgs),
    /// See which language model is configured, and try it.
    Llm(LlmArgs),
    /// Print the JSON Schema of templates.
    #[command(after_help = "Example:\n  wares schema > template.schema.json")]
    Schema,
    /// List what is built in.
    #[command(after_help = "Example:\n  wares list packs")]
    List(ListArgs),
    /// Print a completion script for a shell.
    #[command(after_help = "Example:\n  wares completions bash > ~/.local/share/bash-completion/completions/wares")]
    Completions(CompletionsArgs),
}

/// How a run is carried out.
#[derive(clap::Args)]
pub(crate) struct RunArgs {
    /// Make part K of N: parts 1/N to N/N joined in order are the whole.
    #[arg(long, value_name = "K/N", value_parser = part)]
    pub(crate) part: Option<(u32, u32)>,
    /// Worker threads [default: all cores].
    #[arg(long, value_name = "T", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub(crate) threads: Option<u16>,
    /// Rows that a worker makes at once.
    #[arg(long, value_name = "N", default_value_t = 8192, value_parser = clap::value_parser!(u64).range(1..=1_000_000), hide = true)]
    pub(crate) batch_rows: u64,
    /// How progress is shown.
    #[arg(long, value_enum, default_value_t = ProgressForm::Auto)]
    pub(crate) progress: ProgressForm,
    /// Replace the files of an earlier run.
    #[arg(long)]
    pub(crate) overwrite: bool,
}

impl RunArgs {
    /// The same for the facade.
    pub(crate) fn options(&self) -> wares::run::Options {
        let defaults = wares::run::Options::default();
        wares::run::Options {
            threads: self.threads.map_or(defaults.threads, usize::from),
            part: self.part.unwrap_or((1, 1)),
            overwrite: self.overwrite,
            batch_rows: self.batch_rows,
        }
    }
}

/// Country codes with shares, as typed.
#[derive(Debug, Clone)]
pub(crate) struct Regions(Vec<RegionShare>);

fn regions(text: &str) -> Result<Regions, String> {
    let read = |part: &str| {
        let (code, share) = part.split_once('=').map_or((part, "1"), |(code, share)| (code, share));
        let share = share.trim().parse::<f64>().map_err(|_| format!("`{share}` is not a share; write it as `US=0.7,DE=0.3`"))?;
        Ok(RegionShare { code: code.trim().to_ascii_uppercase(), share })
    };
    text.split(',').map(read).collect::<Result<_, String>>().map(Regions)
}

/// How progress is shown.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ProgressForm {
    /// A bar on a terminal, nothing elsewhere.
    Auto,
    /// Nothing.
    None,
    /// One JSON object a line, on standard error.
    Json,
}

fn part(text: &str) -> Result<(u32, u32), String> {
    let read = text.split_once('/').and_then(|(part, parts)| Some((part.parse().ok()?, parts.parse().ok()?)));
    read.filter(|(part, parts)| (1..=*parts).contains(part) && *parts <= 1_000_000).ok_or_else(|| "write it as `2/8`: part 2 of 8, from 1".to_owned())
}

/// A number of rows.
fn count(text: &str) -> Result<u64, String> {
    let number = text.parse::<u64>().ok().filter(|number| (1..=MOST_ROWS).contains(number));
    number.ok_or_else(|| format!("write a whole number from 1 to {MOST_ROWS}"))
}

/// How many orders come on a day.
fn per_day(text: &str) -> Result<Decimal, String> {
    Decimal::parse(text)
        .filter(|rate| rate.digits > 0 && rate.scale <= 3)
        .ok_or_else(|| "write how many orders come on a day, above 0 and with at most three decimals: `20`, `0.5`".to_owned())
}

/// The text of a file.
///
/// # Errors
/// [`Error::Input`] when it cannot be read as UTF-8 text.
pub(crate) fn read(path: &str) -> Result<String, Error> {
    fs::read_to_string(path)
        .map_err(|error| Error::Input { subject: path.to_owned(), problems: vec![Problem::new(Place::root(), format!("cannot be read: {error}"))] })
}

/// A path as people type it.
fn shown(path: &Path) -> String {
    path.display().to_string()
}

/// The day on the clock of this machine.
pub(crate) fn current_day() -> anyhow::Result<Day> {
    jiff::Zoned::now().date().to_string().parse().context("the clock of this machine shows no usable date; give `--today`")
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use serde_json::{Value, json};
    use wares::{
        job::{Desk, Job},
        model::Template,
    };

    use super::*;

    struct Names;

    impl Desk for Names {
        fn template(&self, name: &str) -> Result<Template, Error> {
            wares::load("{}", name)
        }

        fn file(&self, name: &str) -> Result<PathBuf, Error> {
            Ok(PathBuf::from(name))
        }

        fn shown(&self, name: &str) -> String {
            name.to_owned()
        }
    }

    /// The words of a line as a shell reads them; quotes are single ones.
    fn words(line: &str) -> Vec<String> {
        let (mut found, mut word, mut quoted, mut letters) = (Vec::new(), String::new(), false, line.chars());
        while let Some(letter) = letters.next() {
            match letter {
                '\'' => quoted = !quoted,
                '\\' if !quoted => word.extend(letters.next()),
                ' ' if !quoted => found.push(std::mem::take(&mut word)),
                other => word.push(other),
            }
        }
        found.push(word);
        found
    }

    fn check_command(job: Value) {
        let job: Job = serde_json::from_value(job).unwrap();
        let line = job.command(&Names);
        let args = Args::try_parse_from(words(&line)).unwrap_or_else(|error| panic!("{line}\n{error}"));
        let typed = match args.command {
            Command::Shop(shop) => shop.source.job(),
            Command::Products(products) => products.source.job(),
            Command::Customers(customers) => customers.source.job(),
            Command::Orders(orders) => orders.source.job(),
            Command::OrderDetails(details) => details.source.job(),
            _ => panic!("{line} makes no rows"),
        };
        assert_eq!(typed, job, "{line}");
    }

    fn refused(line: &str) -> String {
        let Err(error) = Args::try_parse_from(words(line)) else { panic!("`{line}` is taken") };
        assert_eq!(error.exit_code(), 2);
        error.to_string()
    }

    #[test]
    fn numbers_and_names_that_cannot_be_are_refused_with_what_to_write() {
        let orders = "wares orders --from c.csv --out -";
        for rows in ["-3", "0", "abc", "1.5", "100000000001", "''"] {
            let text = refused(&format!("{orders} --rows {rows}"));
            assert!(text.contains("--rows <N>") && text.contains("write a whole number from 1 to 100000000000"), "{text}");
        }
        assert!(refused(orders).contains("--rows <N>"));
        assert!(refused(&format!("{orders} --rows 5 --orders-per-day 3")).contains("cannot be used with"));
        for rate in ["-1", "0", "0.0001", "many"] {
            let text = refused(&format!("wares shop wine --out d --orders-per-day {rate}"));
            assert!(text.contains("at most three decimals: `20`, `0.5`"), "{text}");
        }
        assert!(refused("wares shop wine --out d --orders 5 --orders-per-day 3").contains("cannot be used with"));
        assert!(refused("wares shop wine --out d --since yesterday").contains("write it as `2026-11-23`"));
        assert!(refused(&format!("{orders} --rows 5 --key customerNumber")).contains("write it as `customers.customerNumber=cust_no`"));
        let details = "wares order-details --orders o.csv --products p.csv --rows 5 --out -";
        for wanted in ["0..3", "5..3", "x", "3..40"] {
            assert!(refused(&format!("{details} --products-per-order {wanted}")).contains("write it as `3` or `1..8`, at most 30"));
        }
        assert!(refused(&format!("{details} --layout tree")).contains("possible values: lines, list"));
        assert!(refused("wares order-details --orders o.csv --rows 5 --out -").contains("--products <FILE>"));
    }

    #[test]
    fn the_command_line_of_a_job_is_typed_and_means_the_same_job() {
        let day = "2026-11-23";
        let template = "my \"best\" o'shoes.json";
        check_command(json!({ "products": { "domain": "scale model cars", "rows": 5 } }));
        check_command(json!({ "products": {
            "template": template, "rows": 5, "variants": { "color": 2, "size": 4 }, "seed": 7, "today": day
        } }));
        check_command(json!({ "products": { "domain": "wine", "variant": "organic, premium", "rows": 5 } }));
        check_command(json!({ "products": { "domain": "wine", "rows": 5, "by": "llm" } }));
        check_command(json!({ "products": { "domain": "wine", "rows": 5, "by": "llm", "mostTokens": 20000, "mostMicroDollars": 1500001 } }));
        check_command(json!({ "customers": { "regions": [{ "code": "PL" }], "rows": 9, "seed": 42 } }));
        check_command(json!({ "customers": {
            "regions": [{ "code": "US", "share": 0.7 }, { "code": "DE", "share": 0.3 }], "rows": 9, "addresses": 0, "phone": "text",
            "phones": "undialable", "uniquePhones": true, "script": "both", "companies": 30, "columns": ["customerNumber", "city"],
            "staff": { "offices": 2, "employees": 11 }, "seed": 1, "today": day
        } }));
        check_command(json!({ "orders": { "from": ["c.csv"], "rows": 3, "profile": "wholesale" } }));
        check_command(json!({ "orders": { "from": ["my clients.csv", "staff.csv"], "rows": 3, "strict": true, "seed": 3, "today": day,
            "keys": [{ "table": "customers", "name": "customerNumber", "column": "cust no" }] } }));
        check_command(json!({ "orderDetails": { "orders": "o.csv", "products": { "file": "p.csv" }, "rows": 3, "layout": "list",
            "productsPerOrder": { "min": 2, "max": 4 } } }));
        check_command(json!({ "orderDetails": { "orders": "o.csv", "products": { "domain": "board games" }, "rows": 3 } }));
        check_command(json!({ "orderDetails": { "orders": "o.csv", "products": { "template": "t.json" }, "rows": 3, "today": day } }));
        check_command(json!({ "shop": { "domain": "wine", "products": 3, "customers": 4, "orders": 5, "regions": [{ "code": "FR" }] } }));
        check_command(json!({ "shop": { "template": "spring.json", "variant": "premium", "seed": 9 } }));
        check_command(json!({ "shop": { "domain": "wine", "profile": "grocery", "tables": "all", "orders": 5 } }));
        check_command(json!({ "shop": { "domain": "wine", "ordersPerDay": 20, "since": "2025-02-01", "customers": 7 } }));
        check_command(json!({ "shop": { "template": "spring.json", "ordersPerDay": "0.25" } }));
        check_command(json!({ "orders": { "from": ["c.csv"], "ordersPerDay": "2.5", "since": "2025-02-01" } }));
    }
}
