//! Orders and order details from tables that the user brings. Start at [`orders`] and [`order_details`].
//!
//! In: files and what the user says of them. Out: a [`Job`]: the template, the tables, what was recognized and what was left out.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, BufReader, Read, Seek},
    path::{Path, PathBuf},
    sync::Arc,
};

use flate2::read::MultiGzDecoder;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use wares_ingest::{
    At, IngestError,
    parent::{self, Asked, Reject},
};
use wares_model::{
    Brought, Checked, Column, Day, Place, Problem, Recipe, Table, Template, check,
    column::{Fill, Reference},
    defaults,
    template::RegionShare,
    trade::Trade,
    version,
};

use crate::{Error, import::refused};

/// What the user says of the keys of the files: `customers.customerNumber=cust_no`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyChoice {
    /// The file without its ending, or what it holds: `customers`.
    pub table: String,
    /// What the orders call the key.
    pub key_name: String,
    /// The column of the file.
    pub column: String,
}

/// Everything for a run, and what people should know before it.
#[derive(Debug)]
pub struct Job {
    /// What is made.
    pub template: Template,
    /// The user's tables.
    pub brought: Vec<Arc<Brought>>,
    /// What was recognized and decided.
    pub notes: Vec<String>,
    /// Rows that were left out, with their files.
    pub rejects: Vec<(PathBuf, Reject)>,
    /// The table that is made.
    pub table: String,
}

/// Which files, and how they are read.
#[derive(Debug, Clone, Default)]
pub struct Files {
    /// The user's words on keys.
    pub keys: Vec<KeyChoice>,
    /// Refuse files with rows that would be left out.
    pub strict: bool,
    /// What errors and notes call a file, where that is not its path.
    pub names: BTreeMap<PathBuf, String>,
}

impl Job {
    /// Checks the template beside the user's tables.
    ///
    /// # Errors
    /// [`Error::Input`] with every problem.
    pub fn checked(&self, subject: &str, today: Day) -> Result<Checked, Error> {
        check::check_with(&self.template, today, &self.brought).map_err(|problems| Error::Input { subject: subject.to_owned(), problems })
    }
}

/// Orders of the customers of a file; the keys of all other files stand in them too.
///
/// # Errors
/// [`Error::Input`]: a file cannot be read, no key is found in it, or none of them holds customers.
pub fn orders(from: &[PathBuf], rows: u64, files: &Files) -> Result<Job, Error> {
    let mut job = Job::new(Table::of(Recipe::Orders, Some(rows)));
    for path in from {
        job.bring(path, None, files)?;
    }
    files.used(from, &job)?;
    let Some(customers) = job.of(Recipe::Customers) else {
        let names = from.iter().map(|path| format!("`{}`", files.name(path))).collect::<Vec<_>>().join(", ");
        let problem = Problem::new(Place::root().field("--from"), format!("none of {names} holds customers"));
        let hint = "give a file of customers; where one is not recognized, name its key: `--key customers.customerNumber=COLUMN`";
        return Err(Error::Input { subject: "wares orders".to_owned(), problems: vec![problem.hint(hint)] });
    };
    let customer_key = customers.key_name.clone();
    let mut columns = defaults::columns(Recipe::Orders, rows, &Trade::default());
    columns.iter_mut().filter(|column| column.name == "customerNumber").for_each(|column| column.name.clone_from(&customer_key));
    for brought in job.brought.iter().filter(|brought| brought.recipe != Some(Recipe::Customers)) {
        let mut name = brought.key_name.clone();
        if columns.iter().any(|column| column.name == name) {
            name = format!("{}_{name}", brought.name);
        }
        job.notes.push(format!("`{name}` refers to a row of `{}`, drawn for each order", brought.name));
        columns.push(Column { fill: Some(Fill::Reference(Reference { table: brought.name.clone() })), ..Column::named(&name) });
    }
    job.notes.push(format!("`{customer_key}` is a customer who had signed up by the day of the order"));
    job.template.tables[0].columns = Some(columns);
    Ok(job)
}

/// Where the products of order details come from.
#[derive(Debug, Clone)]
pub enum Goods<'a> {
    /// A file of the user.
    File(&'a Path),
    /// A template with a products table.
    Template(Box<Template>),
    /// Words for what is sold.
    Words(&'a str),
}

/// How the products of an order are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Layout {
    /// A row for each product.
    #[default]
    Lines,
    /// A row for each order, with its products in a list.
    List,
}

/// Details of so many orders of a file, one record an order, each with `per_order` products.
///
/// # Errors
/// [`Error::Input`]: as [`orders`]; more records than the file has orders; more products an order than there are.
pub fn order_details(
    path: &Path,
    goods: Goods<'_>,
    records: u64,
    per_order: Option<(u32, u32)>,
    layout: Layout,
    files: &Files,
) -> Result<Job, Error> {
    let recipe = if layout == Layout::Lines { Recipe::OrderDetails } else { Recipe::OrderLists };
    let mut job = Job::new(Table::of(recipe, Some(records)));
    job.bring(path, Some(Recipe::Orders), files)?;
    let mut brought_paths = vec![path.to_owned()];
    let products = match goods {
        Goods::File(file) => {
            job.bring(file, Some(Recipe::Products), files)?;
            brought_paths.push(file.to_owned());
            job.of(Recipe::Products).map_or(0, |brought| brought.rows())
        }
        Goods::Template(template) => job.sell(*template)?,
        Goods::Words(words) => {
            let size = crate::shop::Size { products: 500, customers: 1, orders: 1 };
            let (template, notes) = crate::shop::template(words, vec![usa()], size)?;
            job.notes.extend(notes);
            job.sell(template)?
        }
    };
    files.used(&brought_paths, &job)?;
    let orders = job.of(Recipe::Orders).map_or(0, |brought| brought.rows());
    if records > orders {
        let message = format!("{records} order details are asked for, one for each order, and `{}` has {orders} orders", files.name(path));
        let hint =
            format!("ask for `--rows {orders}` or fewer, or make more orders first: `wares orders --from CUSTOMERS.csv --rows {records} --out FILE`");
        return Err(Error::Input {
            subject: "wares order-details".to_owned(),
            problems: vec![Problem::new(Place::root().field("--rows"), message).hint(hint)],
        });
    }
    let (low, high) = per_order.unwrap_or((1, 8.min(u32::try_from(products).unwrap_or(u32::MAX)).max(1)));
    job.template.trade.lines.per_order = shares(low, high);
    let mut columns = defaults::columns(recipe, records, &Trade::default());
    for (usual, of) in [("orderNumber", Recipe::Orders), ("productCode", Recipe::Products)] {
        if let Some(key_name) = job.of(of).map(|brought| brought.key_name.clone()) {
            columns.iter_mut().filter(|column| column.name == usual).for_each(|column| column.name.clone_from(&key_name));
        }
    }
    let made = job.template.tables.iter_mut().find(|table| table.recipe == Some(recipe));
    made.into_iter().for_each(|table| table.columns = Some(columns.clone()));
    Ok(job)
}

/// Shares of orders with 1, 2, 3 ... products: none below `low`, then each two thirds of the one before.
fn shares(low: u32, high: u32) -> Vec<u32> {
    let mut next = 10_000;
    let mut share = |count: u32| {
        if count < low {
            return 0;
        }
        let share = next;
        next = (next * 2 / 3).max(1);
        share
    };
    (1..=high.max(low)).map(&mut share).collect()
}

fn usa() -> RegionShare {
    RegionShare { code: "US".to_owned(), share: 1.0 }
}

impl Job {
    fn new(table: Table) -> Self {
        let template = Template {
            version: version::CURRENT,
            name: table.name.clone(),
            domain: None,
            variant: None,
            seed: 42,
            today: None,
            regions: vec![usa()],
            catalog: None,
            trade: Trade::default(),
            tables: vec![table.clone()],
        };
        Self { template, brought: Vec::new(), notes: Vec::new(), rejects: Vec::new(), table: table.name }
    }

    /// The table of this recipe that the user brings.
    fn of(&self, recipe: Recipe) -> Option<&Arc<Brought>> {
        self.brought.iter().find(|brought| brought.recipe == Some(recipe))
    }

    /// Reads a file and takes it in.
    fn bring(&mut self, path: &Path, recipe: Option<Recipe>, files: &Files) -> Result<(), Error> {
        let name = files.name(path);
        let mut parent = parent::read(&name, || opened(path, &name), &files.asked(path, recipe)).map_err(|error| refused(&name, &error))?;
        let refuse =
            |message: String, hint: &str| Error::Input { subject: name.clone(), problems: vec![Problem::new(Place::root(), message).hint(hint)] };
        if files.strict && parent.rejected > 0 {
            let problem = |reject: &Reject| Problem::new(Place::root().field(&format!("line {}", reject.line)), reject.reason.clone());
            let mut problems: Vec<Problem> = parent.rejects.iter().take(20).map(problem).collect();
            problems.push(
                Problem::new(Place::root(), format!("{} rows in all would be left out", parent.rejected)).hint("mend them, or leave `--strict` out"),
            );
            return Err(Error::Input { subject: name, problems });
        }
        if let Some(other) = parent.brought.recipe.and_then(|recipe| self.of(recipe)) {
            return Err(refuse(
                format!("holds {} too, as `{}` does", parent.brought.recipe.map_or("", Recipe::name), other.name),
                "join the two files into one",
            ));
        }
        // Tables of the template keep their names.
        while self.brought.iter().any(|other| other.name == parent.brought.name)
            || self.template.tables.iter().any(|table| table.name == parent.brought.name)
        {
            parent.brought.name.push_str("_file");
        }
        self.notes.append(&mut parent.notes);
        self.rejects.extend(parent.rejects.into_iter().map(|reject| (path.to_owned(), reject)));
        self.brought.push(Arc::new(parent.brought));
        Ok(())
    }

    /// Takes the products of a template in; says how many there are.
    fn sell(&mut self, mut template: Template) -> Result<u64, Error> {
        let Some(table) = template.tables.iter().position(|table| table.recipe == Some(Recipe::Products)) else {
            let problem = Problem::new(Place::root().field("tables"), "no table has the recipe `products`");
            return Err(Error::Input { subject: template.name, problems: vec![problem] });
        };
        let products = template.tables.swap_remove(table);
        let rows = products.rows.unwrap_or(0);
        (self.template.catalog, self.template.domain, self.template.variant, self.template.seed) =
            (template.catalog, template.domain, template.variant, template.seed);
        self.notes.push(format!("the products are the {rows} of table `{}`; `wares products` makes their file", products.name));
        self.template.tables.insert(0, products);
        Ok(rows)
    }
}

impl Files {
    /// What people call a file.
    pub(crate) fn name(&self, path: &Path) -> String {
        self.names.get(path).cloned().unwrap_or_else(|| path.display().to_string())
    }

    /// What the user says of a file.
    fn asked(&self, path: &Path, recipe: Option<Recipe>) -> Asked {
        let choice = self.keys.iter().find(|choice| choice.means(path, recipe));
        let named = choice.and_then(|choice| Recipe::ALL.into_iter().find(|recipe| recipe.name() == choice.table));
        Asked { recipe: recipe.or(named), key: choice.map(|choice| choice.column.clone()), key_name: choice.map(|choice| choice.key_name.clone()) }
    }

    /// Refuses words on keys of files that were not given.
    fn used(&self, paths: &[PathBuf], job: &Job) -> Result<(), Error> {
        let unused = |choice: &&KeyChoice| !job.brought.iter().zip(paths).any(|(brought, path)| choice.means(path, brought.recipe));
        match self.keys.iter().find(unused) {
            None => Ok(()),
            Some(choice) => {
                let there = job.brought.iter().map(|brought| brought.name.as_str()).collect::<Vec<_>>().join(", ");
                let problem = Problem::new(Place::root().field("--key"), format!("no file is called `{}`", choice.table));
                Err(Error::Input { subject: "--key".to_owned(), problems: vec![problem.hint(format!("the files are {there}"))] })
            }
        }
    }
}

impl KeyChoice {
    fn means(&self, path: &Path, recipe: Option<Recipe>) -> bool {
        let stem = path.file_name().map(|name| name.to_string_lossy().split('.').next().unwrap_or_default().to_owned()).unwrap_or_default();
        self.table.eq_ignore_ascii_case(&stem) || recipe.is_some_and(|recipe| recipe.name() == self.table)
    }
}

/// A file from its start, unpacked where it is packed by gzip.
pub(crate) fn opened(path: &Path, name: &str) -> Result<Box<dyn Read>, IngestError> {
    let unreadable = |error: io::Error| IngestError::Unreadable { at: At::file(name), reason: error.to_string() };
    let mut file = File::open(path).map_err(unreadable)?;
    let mut head = [0; 2];
    let packed = file.read(&mut head).map_err(unreadable)? == 2 && head == [0x1f, 0x8b];
    file.rewind().map_err(unreadable)?;
    Ok(if packed { Box::new(MultiGzDecoder::new(BufReader::new(file))) } else { Box::new(BufReader::with_capacity(1 << 18, file)) })
}
