//! What can be typed, and what is meant by it.

use std::{collections::BTreeMap, fs, path::PathBuf};

use anyhow::Context;
use clap::{Parser, Subcommand, ValueEnum};
use wares::{
    Error, customers, import,
    model::{Checked, Day, Place, Problem, Recipe, Template, template::RegionShare, trade},
    shop::{self, Size},
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
        after_help = "Examples:\n  wares products \"trail running shoes\" --rows 500 --out products.csv\n  wares products wine --variant \"organic\" --rows 20 --out -\n  wares products --template shoes.json --rows 500 --out products.csv"
    )]
    Products(ProductsArgs),
    /// Make customers of one or more countries.
    #[command(
        after_help = "Examples:\n  wares customers --region PL --rows 1000 --out customers.csv\n  wares customers --region US,MX=0.3 --rows 100000 --addresses 0 --out customers.csv\n  wares customers --region JP --script both --rows 20 --out -\n  wares customers --region DE --rows 500 --columns customerNumber,customerName,city,postalCode,iban --out -"
    )]
    Customers(CustomersArgs),
    /// Show rows of any table, however large, and write nothing.
    #[command(after_help = "Example:\n  wares preview books --orders 4000000000 --table order_details --at 9000000000")]
    Preview(PreviewArgs),
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
    /// Rows of the customers table [default: 1000].
    #[arg(long, value_name = "N")]
    customers: Option<u64>,
    /// Rows of the orders table [default: 5000].
    #[arg(long, value_name = "N")]
    orders: Option<u64>,
    /// The number from which every draw follows [default: the template's, 42].
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
    /// The day after which nothing happens [default: the template's, or the current day].
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Day>,
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

#[derive(clap::Args)]
pub(crate) struct CustomersArgs {
    /// Where customers live: country codes, each with a share if you like (`US=0.7,DE=0.3`). `wares list regions` shows all.
    #[arg(long, value_name = "CC[,CC=SHARE...]", value_parser = regions)]
    region: Regions,
    /// How many customers.
    #[arg(long, value_name = "N")]
    rows: u64,
    /// The file to write to; `-` is standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// How many addresses of each region are given out at random; 0 gives each customer one of their own.
    #[arg(long, value_name = "N", default_value_t = 50)]
    addresses: u32,
    /// How telephone numbers are written.
    #[arg(long, value_enum, default_value_t = PhoneForm::Integer)]
    phone: PhoneForm,
    /// Which telephone numbers are used.
    #[arg(long, value_enum, default_value_t = PhoneMode::Fiction)]
    phones: PhoneMode,
    /// Give no two customers the same telephone number.
    #[arg(long)]
    unique_phones: bool,
    /// In which letters names and addresses are written.
    #[arg(long, value_enum, default_value_t = Script::Native)]
    script: Script,
    /// Share of customers that are companies, in percent.
    #[arg(long, value_name = "PERCENT", default_value_t = 4, value_parser = clap::value_parser!(u8).range(0..=100))]
    companies: u8,
    /// The columns, by name and in order. Beyond the default ones there are companyName, customerKind, contactMiddleName, stateName,
    /// countryCode, countryNative, latitude, longitude, timeZone, currency, language, phoneText, phoneNational, taxNumber, vatNumber, iban.
    #[arg(long, value_name = "A,B,...", value_delimiter = ',')]
    columns: Option<Vec<String>>,
    /// Make the shop's employees too; salesRepEmployeeNumber then refers to them. Needs `--offices`.
    #[arg(long, value_name = "FILE", requires = "offices")]
    pub(crate) employees: Option<PathBuf>,
    /// How many employees.
    #[arg(long, value_name = "N", default_value_t = 23, value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    employee_rows: u64,
    /// Make the shop's offices too.
    #[arg(long, value_name = "FILE")]
    pub(crate) offices: Option<PathBuf>,
    /// How many offices.
    #[arg(long, value_name = "N", default_value_t = 7, value_parser = clap::value_parser!(u64).range(1..=100_000))]
    office_rows: u64,
    /// The number from which every draw follows.
    #[arg(long, value_name = "S", default_value_t = 42)]
    seed: u64,
    /// The day after which nothing happens [default: the current day].
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Day>,
    #[command(flatten)]
    pub(crate) run: RunArgs,
}

/// How telephone numbers are written.
#[derive(Clone, Copy, ValueEnum)]
enum PhoneForm {
    /// All digits with the country code, as a whole number.
    Integer,
    /// As +15551234567 (E.164).
    Text,
    /// As written within the country.
    National,
}

/// Which telephone numbers are used.
#[derive(Clone, Copy, ValueEnum)]
enum PhoneMode {
    /// Set aside for films and tests, where the country has such numbers; else of fixed lines, which get no text messages.
    Fiction,
    /// Valid numbers of fixed lines and mobiles; they may belong to somebody.
    Valid,
    /// Of the right look, and refused by validators.
    Undialable,
}

/// In which letters names and addresses are written.
#[derive(Clone, Copy, ValueEnum)]
enum Script {
    /// Those of the country.
    Native,
    /// Latin letters.
    Latin,
    /// Those of the country, and columns in Latin letters beside them.
    Both,
}

impl CustomersArgs {
    /// The template meant, and its checked form.
    pub(crate) fn template(&self) -> anyhow::Result<(Template, Checked)> {
        let wanted = customers::Wanted {
            regions: self.region.0.clone(),
            rows: self.rows,
            trade: trade::Customers {
                addresses: self.addresses,
                company_percent: self.companies,
                unique_phones: self.unique_phones,
                phones: match self.phones {
                    PhoneMode::Fiction => trade::PhoneMode::Fiction,
                    PhoneMode::Valid => trade::PhoneMode::Valid,
                    PhoneMode::Undialable => trade::PhoneMode::Undialable,
                },
                ..trade::Customers::default()
            },
            phone: match self.phone {
                PhoneForm::Integer => customers::PhoneForm::Integer,
                PhoneForm::Text => customers::PhoneForm::Text,
                PhoneForm::National => customers::PhoneForm::National,
            },
            script: match self.script {
                Script::Native => customers::Script::Native,
                Script::Latin => customers::Script::Latin,
                Script::Both => customers::Script::Both,
            },
            columns: self.columns.clone(),
            staff: self.offices.as_ref().map(|_| (self.employee_rows, self.office_rows)),
        };
        let mut template = customers::template(&wanted);
        template.seed = self.seed;
        let today = self.today.map_or_else(current_day, Ok)?;
        template.today = Some(today);
        let checked = wares::checked(&template, "wares customers", today)?;
        Ok((template, checked))
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

/// Who designs a template.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DesignBy {
    /// The built-in packs; needs no network.
    Pack,
    /// A language model, once; the rows are made without it.
    Llm,
}

#[derive(clap::Args)]
pub(crate) struct TemplateArgs {
    /// What the shop sells, in words.
    #[arg(value_name = "DOMAIN")]
    pub(crate) domain: Option<String>,
    /// A narrower kind: values of attributes (`women's`, `organic`), kinds of product, `premium` or `budget`.
    #[arg(long, value_name = "V")]
    pub(crate) variant: Option<String>,
    /// Who designs it: the built-in packs, or a language model (see `wares llm status`).
    #[arg(long, value_enum, default_value_t = DesignBy::Pack)]
    pub(crate) by: DesignBy,
    /// The language model [default: `WARES_LLM_MODEL`, or the usual one of the provider].
    #[arg(long, value_name = "NAME")]
    pub(crate) model: Option<String>,
    /// Columns wanted beyond the usual ones, by comma or `;`: `vintage as integer, shelf life in days; grape: merlot, syrah`.
    #[arg(long, value_name = "WORDS")]
    pub(crate) require: Option<String>,
    /// Rows of the products table.
    #[arg(long, value_name = "N", default_value_t = 500, value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) rows: u64,
    /// The file to write to; `-` is standard output.
    #[arg(long, value_name = "FILE", default_value = "-")]
    pub(crate) out: PathBuf,
    /// Replace the file.
    #[arg(long)]
    pub(crate) overwrite: bool,
    #[command(subcommand)]
    pub(crate) command: Option<TemplateCommand>,
}

#[derive(clap::Args)]
pub(crate) struct ProductsArgs {
    /// What the shop sells, in words.
    #[arg(value_name = "DOMAIN", required_unless_present = "template", conflicts_with = "template")]
    domain: Option<String>,
    /// A narrower kind: values of attributes (`women's`, `organic`), kinds of product, `premium` or `budget`.
    #[arg(long, value_name = "V", conflicts_with = "template")]
    variant: Option<String>,
    /// A template file with a products table (.json, .yaml).
    #[arg(long, value_name = "FILE")]
    template: Option<String>,
    /// Make each product in several variants, a row each: attributes, with how many values each takes (`color=2,size=4`).
    #[arg(long, value_name = "A=N[,B=N]", value_parser = variants)]
    variants: Option<Variants>,
    /// How many products.
    #[arg(long, value_name = "N")]
    rows: u64,
    /// The file to write to; `-` is standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    /// The number from which every draw follows [default: the template's, 42].
    #[arg(long, value_name = "S")]
    seed: Option<u64>,
    #[command(flatten)]
    pub(crate) run: RunArgs,
}

impl ProductsArgs {
    /// The template meant, its checked form, the name of the products table, and what was decided for the user.
    pub(crate) fn template(&self) -> anyhow::Result<(Template, Checked, String, Vec<String>)> {
        let subject = self.template.as_deref().or(self.domain.as_deref()).unwrap_or_default().to_owned();
        let (mut template, mut notes) = match &self.template {
            Some(file) => (wares::load(&read(file)?, file)?, Vec::new()),
            None => wares::products::template(&subject, self.variant.as_deref(), None, self.rows)?,
        };
        template.seed = self.seed.unwrap_or(template.seed);
        let Some(table) = template.tables.iter_mut().find(|table| table.recipe == Some(Recipe::Products)) else {
            let problem = Problem::new(Place::root().field("tables"), "no table has the recipe `products`");
            return Err(Error::Input { subject, problems: vec![problem] }.into());
        };
        table.rows = Some(self.rows);
        if let Some(variants) = &self.variants {
            table.variants = variants.0.clone();
            let columns = table.columns.get_or_insert_with(|| wares::model::defaults::columns(Recipe::Products, self.rows, &trade::Trade::default()));
            if !columns.iter().any(|column| column.name == "parentCode") {
                columns.insert(1.min(columns.len()), wares::products::parent_code());
            }
        }
        let name = table.name.clone();
        let today = template.today.map_or_else(current_day, Ok)?;
        template.today = Some(today);
        let checked = wares::checked(&template, &subject, today)?;
        notes.extend(checked.notes.iter().map(ToString::to_string));
        Ok((template, checked, name, notes))
    }
}

/// Attributes with numbers of values, as typed.
#[derive(Debug, Clone)]
struct Variants(BTreeMap<String, u8>);

fn variants(text: &str) -> Result<Variants, String> {
    let read = |part: &str| {
        let (name, count) = part.split_once('=').ok_or_else(|| "write it as `color=2,size=4`".to_owned())?;
        let count = count.trim().parse::<u8>().map_err(|_| format!("`{count}` is not a number from 1 to 64"))?;
        Ok((name.trim().to_owned(), count))
    };
    text.split(',').map(read).collect::<Result<_, String>>().map(Variants)
}

fn usa() -> RegionShare {
    RegionShare { code: "US".to_owned(), share: 1.0 }
}

#[derive(Subcommand)]
pub(crate) enum TemplateCommand {
    /// Say everything that is wrong with a template or a catalog pack, or that nothing is.
    #[command(after_help = "Example:\n  wares template check spring.json")]
    Check {
        /// The file, JSON or YAML.
        file: PathBuf,
    },
    /// Change a template by instructions in plain words.
    #[command(
        after_help = "Examples:\n  wares template refine shoes.json \"add the heel drop in mm; drop rating; rename MSRP to price\" --out shoes.json --overwrite\n  wares template refine wine.json \"restrict farming to organic; price from 8 to 40; 200 rows\" --out -\n\nWhat can be said: add NAME [as TYPE] [in UNIT] [from A to B] [with values A, B]; drop NAME; hide NAME; show NAME; rename NAME to NEW;\nmake NAME a TYPE; restrict NAME to A, B; NAME from A to B; move NAME first|last|before OTHER|after OTHER; leave N % of NAME empty; N rows"
    )]
    Refine(RefineArgs),
}

#[derive(clap::Args)]
pub(crate) struct RefineArgs {
    /// The template, JSON or YAML.
    pub(crate) file: String,
    /// What to change, in words; several instructions are parted by `;`.
    pub(crate) instructions: String,
    /// The file to write to; `-` is standard output.
    #[arg(long, value_name = "FILE", default_value = "-")]
    pub(crate) out: PathBuf,
    /// Replace the file.
    #[arg(long)]
    pub(crate) overwrite: bool,
}

#[derive(clap::Args)]
pub(crate) struct ImportArgs {
    /// The file, or a folder with a Shopify taxonomy (categories.txt, attributes.txt, attribute_values.txt).
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// The template to write; `-` is standard output.
    #[arg(long, value_name = "TEMPLATE.json")]
    pub(crate) out: PathBuf,
    /// The form of the file [default: recognized by ending and content].
    #[arg(long = "as", value_enum, value_name = "FORM")]
    form: Option<FormArg>,
    /// Rows of each table [default: those of the file, or 200].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=wares::model::check::MOST_ROWS))]
    rows: Option<u64>,
    /// What is sold, in words; of a taxonomy, a category by name, path or id.
    #[arg(long, value_name = "WORDS")]
    category: Option<String>,
    /// Replace the file.
    #[arg(long)]
    pub(crate) overwrite: bool,
}

/// A form that can be imported.
#[derive(Clone, Copy, ValueEnum)]
enum FormArg {
    /// Rows; those of Shopify and WooCommerce too.
    Csv,
    /// JSON Schema, draft 7 or 2020-12.
    JsonSchema,
    /// CREATE TABLE statements.
    Sql,
    /// Frictionless datapackage.json.
    Datapackage,
    /// Text files of the Shopify taxonomy.
    Taxonomy,
}

impl ImportArgs {
    /// The same for the facade.
    pub(crate) fn wanted(&self) -> import::Wanted {
        let form = self.form.map(|form| match form {
            FormArg::Csv => import::Form::Csv,
            FormArg::JsonSchema => import::Form::JsonSchema,
            FormArg::Sql => import::Form::Sql,
            FormArg::Datapackage => import::Form::Datapackage,
            FormArg::Taxonomy => import::Form::Taxonomy,
        });
        import::Wanted { form, rows: self.rows, category: self.category.clone() }
    }
}

#[derive(clap::Args)]
pub(crate) struct LlmArgs {
    #[command(subcommand)]
    pub(crate) command: LlmCommand,
}

#[derive(Subcommand)]
pub(crate) enum LlmCommand {
    /// Say what is configured, what it costs, and whether it answers a small question.
    #[command(
        after_help = "Examples:\n  OPENAI_API_KEY=... wares llm status\n  OPENAI_BASE_URL=http://127.0.0.1:8092/v1 wares llm status --model qwen2.5-coder\n\nRead from the environment: OPENAI_API_KEY, OPENAI_BASE_URL, ANTHROPIC_API_KEY, GEMINI_API_KEY, WARES_LLM_MODEL, WARES_CACHE_DIR"
    )]
    Status(LlmStatusArgs),
}

#[derive(clap::Args)]
pub(crate) struct LlmStatusArgs {
    /// The model [default: WARES_LLM_MODEL, or the usual one of the provider].
    #[arg(long, value_name = "NAME")]
    pub(crate) model: Option<String>,
    /// Ask nothing.
    #[arg(long)]
    pub(crate) no_call: bool,
}

#[derive(clap::Args)]
pub(crate) struct ListArgs {
    /// What to list.
    #[arg(value_enum)]
    pub(crate) what: Listed,
}

/// What can be listed.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Listed {
    /// Catalog packs: what a shop can sell.
    Packs,
    /// Region packs: where customers can live.
    Regions,
    /// Column kinds: how a column can be filled.
    Kinds,
    /// Licences of the data that is built in.
    Licenses,
}

#[derive(clap::Args)]
pub(crate) struct CompletionsArgs {
    /// The shell.
    #[arg(value_enum)]
    pub(crate) shell: clap_complete::Shell,
}

fn part(text: &str) -> Result<(u32, u32), String> {
    let read = text.split_once('/').and_then(|(part, parts)| Some((part.parse().ok()?, parts.parse().ok()?)));
    read.filter(|(part, parts)| (1..=*parts).contains(part) && *parts <= 1_000_000).ok_or_else(|| "write it as `2/8`: part 2 of 8, from 1".to_owned())
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
        let size = Size { products: self.products.unwrap_or(200), customers: self.customers.unwrap_or(1_000), orders: self.orders.unwrap_or(5_000) };
        let regions = self.region.clone().map_or_else(|| vec![usa()], |regions| regions.0);
        shop::template(&self.what, regions, size)
    }

    fn read_file(&self) -> Result<Template, Error> {
        let mut template = wares::load(&read(&self.what)?, &self.what)?;
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

/// The text of a file.
///
/// # Errors
/// [`Error::Input`] when it cannot be read as UTF-8 text.
pub(crate) fn read(path: &str) -> Result<String, Error> {
    fs::read_to_string(path)
        .map_err(|error| Error::Input { subject: path.to_owned(), problems: vec![Problem::new(Place::root(), format!("cannot be read: {error}"))] })
}

fn current_day() -> anyhow::Result<Day> {
    jiff::Zoned::now().date().to_string().parse().context("the clock of this machine shows no usable date; give `--today`")
}
