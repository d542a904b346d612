//! Orders and order details from tables that the user brings. Start at [`orders`] and [`order_details`].
//!
//! In: files and what the user says of them. Out: a [`Job`]: the template, the tables, what was recognized and what was left out.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    sync::Arc,
};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use wares_ingest::parent::{self, Asked, Parent, Reject};
use wares_model::{
    Brought, Checked, Column, Day, Place, Problem, Recipe, Table, Template,
    brought::Carried,
    check,
    column::{Fill, Reference},
    defaults,
    template::RegionShare,
    trade::Trade,
    version,
};

use crate::{
    Error,
    found::Found,
    import::{open, refused},
    links::{self, Link, Step},
};

/// What the user says of the keys of the files: `customers.customerNumber=cust_no`. The first choice for a file is its key; further ones are
/// columns that go along with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyChoice {
    /// The file without its ending, or what it holds: `customers`.
    pub table: String,
    /// What the orders call the key.
    pub key_name: String,
    /// The column of the file; `a+b` is a key of two columns.
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
    /// What each file is, with the evidence.
    pub found: Vec<Found>,
}

/// What orders call the key of the customers.
const CUSTOMERS_KEY: &str = "customerNumber";

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

/// Orders of the customers of a file, `rows` of them unless they come at a rate; the keys of all other files stand in them too.
///
/// # Errors
/// [`Error::Input`]: a file cannot be read, no key is found in it, or none of them holds customers.
pub fn orders(from: &[PathBuf], rows: Option<u64>, files: &Files) -> Result<Job, Error> {
    let mut job = Job::new(Table::of(Recipe::Orders, rows));
    let mut parents = Vec::new();
    for path in from {
        let mut parent = job.read(path, None, files)?;
        let told = |recipe| files.keys.iter().any(|key| key.means(path, recipe));
        match parent.brought.recipe {
            // The user calls the file by what it turned out to hold.
            Some(recipe) if told(Some(recipe)) && !told(None) => parent = job.read(path, Some(recipe), files)?,
            None if from.len() == 1 && (parent.mentions(Recipe::Customers) || told(Some(Recipe::Customers))) => {
                parent = job.read(path, Some(Recipe::Customers), files)?;
            }
            Some(_) | None => {}
        }
        parents.push(parent);
    }
    let links = links::find(&parents);
    one_of_a_kind(&mut parents, &links)?;
    files.used(from, &parents)?;
    if !parents.iter().any(|parent| parent.brought.recipe == Some(Recipe::Customers)) {
        let names = from.iter().map(|path| format!("`{}`", files.name(path))).collect::<Vec<_>>().join(", ");
        let problem = Problem::new(Place::root().field("--from"), format!("none of {names} holds customers"));
        let seen = parents.iter().map(|parent| match parent.brought.recipe {
            Some(recipe) => format!("`{}` seems to hold {}", parent.name, recipe.name()),
            None => format!("of `{}` it is not known what it holds", parent.name),
        });
        let seen = seen.collect::<Vec<_>>().join(", ");
        let example = parents.first().map_or("FILE", |parent| parent.brought.name.as_str());
        let hint =
            format!("{seen}; give a file of customers, or say which of these it is by the name of its key: `--key {example}.{CUSTOMERS_KEY}=COLUMN`");
        return Err(Error::Input { subject: "wares orders".to_owned(), problems: vec![problem.hint(hint)] });
    }
    job.call_apart(&mut parents);
    let steps = links::steps(&parents, &links);
    let asked: Vec<usize> = parents.iter().map(|parent| parent.brought.carried.len()).collect();
    for (position, path) in from.iter().enumerate() {
        let needed = steps.iter().map(|step| &links[step.link]).filter(|link| link.from == position);
        let needed: BTreeSet<&str> = needed.map(|link| link.column.as_str()).filter(|column| *column != parents[position].key_column).collect();
        if !needed.is_empty() {
            reread(&mut parents[position], path, &needed, files)?;
        }
    }
    let along = links::follow(&parents, &links, &steps);
    // Columns that were read for their links alone have done their work.
    parents.iter_mut().zip(asked).for_each(|(parent, asked)| parent.brought.carried.truncate(asked));
    job.found = (0..parents.len()).map(|position| Found::new(&parents, position, &links)).collect();
    parents.iter_mut().for_each(|parent| job.notes.append(&mut parent.notes));
    let columns = job.orders_columns(&mut parents, along, &links, &steps);
    job.template.tables[0].columns = Some(columns);
    from.iter().zip(parents).for_each(|(path, parent)| job.take(path, parent));
    Ok(job)
}

/// Reads a file once more, with more columns.
fn reread(parent: &mut Parent, path: &Path, columns: &BTreeSet<&str>, files: &Files) -> Result<(), Error> {
    let mut asked = files.asked(path, parent.brought.recipe);
    asked.carry.extend(columns.iter().map(|column| ((*column).to_owned(), (*column).to_owned())));
    let again = parent::read(&parent.name, || open(path, &parent.name), &asked).map_err(|error| refused(&parent.name, &error))?;
    (parent.brought.keys, parent.brought.facts, parent.brought.carried) = (again.brought.keys, again.brought.facts, again.brought.carried);
    Ok(())
}

/// Of two files that hold the same, the one that refers to the other is another table.
fn one_of_a_kind(parents: &mut [Parent], links: &[Link]) -> Result<(), Error> {
    for second in 1..parents.len() {
        for first in 0..second {
            let recipe = parents[second].brought.recipe;
            if recipe.is_none() || parents[first].brought.recipe != recipe {
                continue;
            }
            let refers = |one: usize, other: usize| links.iter().any(|link| link.from == one && link.to == other);
            let other = if refers(second, first) {
                second
            } else if refers(first, second) {
                first
            } else {
                let message = format!("holds {} too, as `{}` does", recipe.map_or("", Recipe::name), parents[first].brought.name);
                let hint = "join the two files into one; where one of them is something else, give it another name";
                let subject = parents[second].name.clone();
                return Err(Error::Input { subject, problems: vec![Problem::new(Place::root(), message).hint(hint)] });
            };
            parents[other].brought.recipe = None;
            let named = &parents[if other == second { first } else { second }].brought.name;
            let note = format!("`{}` refers to `{named}`, so it is a table of its own", parents[other].name);
            parents[other].notes.push(note);
        }
    }
    Ok(())
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
    let mut brought_paths = vec![path.to_owned()];
    let mut parents = vec![job.read(path, Some(Recipe::Orders), files)?];
    let products = match goods {
        Goods::File(file) => {
            parents.push(job.read(file, Some(Recipe::Products), files)?);
            brought_paths.push(file.to_owned());
            parents[1].brought.rows()
        }
        Goods::Template(template) => job.sell(*template)?,
        Goods::Words(words) => {
            let size = crate::shop::Size { products: 500, customers: 1, orders: 1 };
            let (template, notes) = crate::shop::template(words, vec![usa()], size)?;
            job.notes.extend(notes);
            job.sell(template)?
        }
    };
    files.used(&brought_paths, &parents)?;
    if let [orders, products] = &parents[..]
        && (orders.seems == Some(Recipe::Products) || products.seems == Some(Recipe::Orders))
        && orders.seems != Some(Recipe::Orders)
        && products.seems != Some(Recipe::Products)
    {
        let message = format!("`{}` does not seem to hold orders, nor `{}` products", orders.name, products.name);
        let problem = Problem::new(Place::root().field("--orders"), message).hint("change them over: `--orders` is the file of orders");
        return Err(Error::Input { subject: "wares order-details".to_owned(), problems: vec![problem] });
    }
    if let (Layout::List, [_, products]) = (layout, &parents[..])
        && let Some(carried) = products.brought.carried.first()
    {
        let message = format!("`{}` belongs to a product, and a list has several in a row", carried.name);
        let problem = Problem::new(Place::root().field("--key"), message).hint("leave it out, or ask for `--layout lines`");
        return Err(Error::Input { subject: "wares order-details".to_owned(), problems: vec![problem] });
    }
    job.call_apart(&mut parents);
    job.found = (0..parents.len()).map(|position| Found::new(&parents, position, &[])).collect();
    brought_paths.iter().zip(parents).for_each(|(path, parent)| job.take(path, parent));
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
    for brought in &job.brought {
        for carried in &brought.carried {
            columns.push(referring(&unlike(&columns, &carried.name, &brought.name), &brought.name, Some(&carried.name)));
        }
    }
    let made = job.template.tables.iter_mut().find(|table| table.recipe == Some(recipe));
    made.into_iter().for_each(|table| table.columns = Some(columns.clone()));
    Ok(job)
}

/// A column that shows a row of a table of the user: its key, or what goes along with it.
fn referring(name: &str, table: &str, column: Option<&str>) -> Column {
    let reference = Reference { table: table.to_owned(), column: column.map(str::to_owned) };
    Column { fill: Some(Fill::Reference(reference)), ..Column::named(name) }
}

/// The name, with that of its table before it where another column has it.
fn unlike(columns: &[Column], name: &str, table: &str) -> String {
    let taken = |name: &str| columns.iter().any(|column| column.name == name);
    let mut name = if taken(name) { format!("{table}_{name}") } else { name.to_owned() };
    while taken(&name) {
        name.push('_');
    }
    name
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
        Self { template, brought: Vec::new(), notes: Vec::new(), rejects: Vec::new(), table: table.name, found: Vec::new() }
    }

    /// The table of this recipe that the user brings.
    fn of(&self, recipe: Recipe) -> Option<&Arc<Brought>> {
        self.brought.iter().find(|brought| brought.recipe == Some(recipe))
    }

    /// Reads a file.
    fn read(&self, path: &Path, recipe: Option<Recipe>, files: &Files) -> Result<Parent, Error> {
        let name = files.name(path);
        let parent = parent::read(&name, || open(path, &name), &files.asked(path, recipe)).map_err(|error| refused(&name, &error))?;
        if files.strict && parent.rejected > 0 {
            let problem = |reject: &Reject| Problem::new(Place::root().field(&format!("line {}", reject.line)), reject.reason.clone());
            let mut problems: Vec<Problem> = parent.rejects.iter().take(20).map(problem).collect();
            problems.push(
                Problem::new(Place::root(), format!("{} rows in all would be left out", parent.rejected)).hint("mend them, or leave `--strict` out"),
            );
            return Err(Error::Input { subject: name, problems });
        }
        Ok(parent)
    }

    /// Sees to it that no two tables have one name; those of the template keep theirs.
    fn call_apart(&self, parents: &mut [Parent]) {
        for position in 0..parents.len() {
            let (before, rest) = parents.split_at_mut(position);
            let name = &mut rest[0].brought.name;
            while before.iter().any(|other| other.brought.name == *name) || self.template.tables.iter().any(|table| table.name == *name) {
                name.push_str("_file");
            }
        }
    }

    /// Takes a file in that was read.
    fn take(&mut self, path: &Path, mut parent: Parent) {
        self.notes.append(&mut parent.notes);
        self.rejects.extend(parent.rejects.into_iter().map(|reject| (path.to_owned(), reject)));
        self.brought.push(Arc::new(parent.brought));
    }

    /// The columns of orders: their own, and the keys of all files with what goes along with them.
    fn orders_columns(&mut self, parents: &mut [Parent], along: Vec<(usize, usize, Carried)>, links: &[Link], steps: &[Step]) -> Vec<Column> {
        let rows = self.template.tables[0].rows.unwrap_or(0);
        let mut columns = defaults::columns(Recipe::Orders, rows, &Trade::default());
        for (position, parent) in parents.iter_mut().enumerate() {
            let brought = &mut parent.brought;
            if steps.iter().any(|step| step.to == position) {
                continue;
            }
            if brought.recipe == Some(Recipe::Customers) {
                columns.iter_mut().filter(|column| column.name == "customerNumber").for_each(|column| column.name.clone_from(&brought.key_name));
                self.notes.push(format!("`{}` is a customer who had signed up by the day of the order", brought.key_name));
            } else {
                let name = unlike(&columns, &brought.key_name, &brought.name);
                self.notes.push(format!("`{name}` refers to a row of `{}`, drawn for each order", brought.name));
                columns.push(referring(&name, &brought.name, None));
            }
            for carried in &mut brought.carried {
                carried.name = unlike(&columns, &carried.name, &brought.name);
                self.notes.push(format!("`{}` is that of the same row of `{}`", carried.name, brought.name));
                columns.push(referring(&carried.name, &brought.name, Some(&carried.name)));
            }
        }
        for (base, table, mut carried) in along {
            carried.name = unlike(&columns, &carried.name, &parents[table].brought.name);
            let lacking = (0..carried.values.len()).filter(|row| !carried.is_present(*row)).count();
            let none = if lacking == 0 { String::new() } else { format!("; {lacking} rows have none, nor have their orders") };
            let brought = &mut parents[base].brought;
            self.notes.push(format!("`{}` follows from the row of `{}`{none}", carried.name, brought.name));
            columns.push(referring(&carried.name, &brought.name, Some(&carried.name)));
            brought.carried.push(carried);
        }
        for link in steps.iter().map(|step| &links[step.link]) {
            let (from, to, overlap) = (&parents[link.from].brought.name, &parents[link.to].brought.name, link.overlap);
            self.notes.push(format!("`{}` of `{from}` refers to `{to}`: {} of {} values are keys there", link.column, overlap.found, overlap.of));
        }
        columns
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
        let mut choices = self.keys.iter().filter(|choice| choice.means(path, recipe));
        let choice = choices.next();
        let named = choice.and_then(|choice| {
            let holds = Recipe::ALL.into_iter().find(|recipe| recipe.name() == choice.table);
            holds.or((choice.key_name == CUSTOMERS_KEY).then_some(Recipe::Customers))
        });
        Asked {
            recipe: recipe.or(named),
            because: recipe.map(|_| "as the file given for them"),
            key: choice.map(|choice| choice.column.clone()),
            key_name: choice.map(|choice| choice.key_name.clone()),
            carry: choices.map(|choice| (choice.column.clone(), choice.key_name.clone())).collect(),
        }
    }

    /// Refuses words on keys of files that were not given.
    fn used(&self, paths: &[PathBuf], parents: &[Parent]) -> Result<(), Error> {
        let unused = |choice: &&KeyChoice| !parents.iter().zip(paths).any(|(parent, path)| choice.means(path, parent.brought.recipe));
        match self.keys.iter().find(unused) {
            None => Ok(()),
            Some(choice) => {
                let there = parents.iter().map(|parent| parent.brought.name.as_str()).collect::<Vec<_>>().join(", ");
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
