//! Raw template -> checked template, or every problem at once. Start at [`check`].
//!
//! Elsewhere: what samples mean (`samples`, `steer`), columns that do not say how they are filled (`guess`), types
//! (`types`), whether fills hold (`fills`), and what columns and tables need of each other (`links`).

mod fills;
mod guess;
mod links;
mod samples;
mod steer;
mod trade;
mod types;

use std::{collections::BTreeMap, sync::Arc};

use self::{
    guess::{Around, guess},
    steer::{Steered, steer},
    types::{described, held, type_name},
};
use crate::{
    brought::Brought,
    column::Fill,
    day::Day,
    defaults,
    pack::{bundle, catalog::Catalog, lint, narrow, variant},
    place::{Place, Problem, nearest},
    schema::{ColumnSchema, Physical, TableSchema},
    template::{CatalogSource, Column, Key, Recipe, Table, Template},
    trade::Trade,
};

/// The most regions of a template.
pub const MOST_REGIONS: usize = 64;
/// The most rows a root table may have.
pub const MOST_ROWS: u64 = 100_000_000_000;

/// A template in which every reference holds.
#[derive(Debug, Clone)]
pub struct Checked {
    /// For people and manifests.
    pub name: String,
    /// Every draw follows from this number.
    pub seed: u64,
    /// Nothing happens after this day.
    pub today: Day,
    /// Region codes with whole-number weights.
    pub regions: Vec<(String, u32)>,
    /// What is sold; present where a table has the products recipe.
    pub catalog: Option<Arc<Catalog>>,
    /// How the shop trades.
    pub trade: Trade,
    /// In the order of the template.
    pub tables: Vec<CheckedTable>,
    /// Tables that the user brings.
    pub brought: Vec<Arc<Brought>>,
    /// What was decided for the user, each with its place: how a column is filled that did not say so, and samples that stand alone.
    pub notes: Vec<Problem>,
}

/// One table, with all its columns spelled out.
#[derive(Debug, Clone)]
pub struct CheckedTable {
    /// Table and file name.
    pub name: String,
    /// Built-in knowledge, if any.
    pub recipe: Option<Recipe>,
    /// Rows; 0 where their number follows: from other tables, or from the days that passed.
    pub rows: u64,
    /// Attributes in which the variants of a product differ, with the most values of each.
    pub variants: BTreeMap<String, u8>,
    /// In output order, excluded ones too.
    pub columns: Vec<CheckedColumn>,
}

/// One column, with nothing left to guess.
#[derive(Debug, Clone)]
pub struct CheckedColumn {
    /// What a sink sees of it.
    pub schema: ColumnSchema,
    /// Whether it comes out.
    pub include: bool,
    /// Share of rows without a value.
    pub null_percent: u8,
    /// How it is filled, and how its values are held before the type is applied.
    pub fill: Fill,
    /// How the fill holds its values.
    pub natural: Physical,
}

impl CheckedTable {
    /// What a sink sees: the columns that come out.
    pub fn schema(&self) -> TableSchema {
        let columns = self.columns.iter().filter(|column| column.include).map(|column| column.schema.clone()).collect();
        TableSchema { name: self.name.clone(), columns }
    }
}

impl Checked {
    /// The table with this recipe.
    pub fn table_of(&self, recipe: Recipe) -> Option<usize> {
        self.tables.iter().position(|table| table.recipe == Some(recipe))
    }
}

/// Checks a template. `today` stands in where the template names no day.
///
/// # Errors
/// Every problem, each with its place.
pub fn check(template: &Template, today: Day) -> Result<Checked, Vec<Problem>> {
    check_with(template, today, &[])
}

/// Checks a template beside tables that the user brings: they are there as parents and for references.
///
/// # Errors
/// Every problem, each with its place.
pub fn check_with(template: &Template, today: Day, brought: &[Arc<Brought>]) -> Result<Checked, Vec<Problem>> {
    let today = template.today.unwrap_or(today);
    let mut check = Check { template, today, brought, problems: Vec::new(), notes: Vec::new(), catalog: None };
    check.find_catalog();
    let regions = check.regions();
    check.trade(today);
    let tables = check.tables();
    if check.problems.is_empty() {
        let (name, seed, trade) = (template.name.clone(), template.seed, template.trade.clone());
        Ok(Checked { name, seed, today, regions, catalog: check.catalog, trade, tables, brought: brought.to_vec(), notes: check.notes })
    } else {
        Err(check.problems)
    }
}

/// What is known around a column while it is checked.
struct Surroundings<'a> {
    recipe: Option<Recipe>,
    known: &'a [Column],
    /// The recipe's own column of this name.
    default: Option<&'a Column>,
    key: Option<&'a str>,
    rows: u64,
}

struct Check<'a> {
    template: &'a Template,
    today: Day,
    brought: &'a [Arc<Brought>],
    problems: Vec<Problem>,
    notes: Vec<Problem>,
    catalog: Option<Arc<Catalog>>,
}

impl Check<'_> {
    fn say(&mut self, place: Place, message: impl Into<String>) {
        self.problems.push(Problem::new(place, message));
    }

    fn find_catalog(&mut self) {
        let at = Place::root().field("catalog");
        let found = match self.template.catalog.as_ref().map(|choice| &choice.0) {
            Some(CatalogSource::Inline(catalog)) => {
                let problems = lint::lint(catalog);
                for problem in problems {
                    let place = at.field(&problem.place.to_string());
                    self.problems.push(Problem { place, ..problem });
                }
                Some(Arc::new((**catalog).clone()))
            }
            Some(CatalogSource::Named(name)) => self.built_in(name, at),
            None if self.template.tables.iter().any(|table| table.recipe == Some(Recipe::Products)) => {
                let problem = Problem::new(at, "missing, and a table has the products recipe");
                self.problems.push(problem.hint(format!("name a built-in pack: {}", list(bundle::catalog_names()))));
                None
            }
            None => None,
        };
        self.catalog = found;
        self.narrow_by_variant();
    }

    /// Narrows the catalog by the template's variant; words that mean nothing in it are refused.
    fn narrow_by_variant(&mut self) {
        let (Some(words), Some(catalog)) = (&self.template.variant, &self.catalog) else { return };
        let mut narrowed = (**catalog).clone();
        let (_, unknown) = variant::by_variant(&mut narrowed, words);
        if !unknown.is_empty() {
            let message = format!("`{}` is no value, kind or level in the catalog `{}`", unknown.join(" "), catalog.name);
            let kinds = list(catalog.kinds.iter().map(|kind| kind.name.as_str()));
            let hint = format!("say a value of an attribute, `premium` or `budget`, or one of the kinds {kinds}");
            self.problems.push(Problem::new(Place::root().field("variant"), message).hint(hint));
        }
        self.catalog = Some(Arc::new(narrowed));
    }

    fn built_in(&mut self, name: &str, at: Place) -> Option<Arc<Catalog>> {
        match bundle::catalog(name) {
            Some(Ok(catalog)) => Some(Arc::new(catalog)),
            Some(Err(problems)) => {
                self.problems.extend(problems);
                None
            }
            None => {
                let hint = match nearest(name, bundle::catalog_names()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("there are {}", list(bundle::catalog_names())),
                };
                self.problems.push(Problem::new(at, format!("no built-in pack is named `{name}`")).hint(hint));
                None
            }
        }
    }

    fn regions(&mut self) -> Vec<(String, u32)> {
        let at = Place::root().field("regions");
        let mut found = Vec::new();
        for (index, region) in self.template.regions.iter().enumerate() {
            let at = at.item(index);
            if !bundle::region_codes().any(|code| code == region.code) {
                let problem = Problem::new(at.field("code"), format!("no region is named `{}`", region.code));
                let near = bundle::region_codes().find(|code| code.eq_ignore_ascii_case(&region.code));
                self.problems.push(problem.hint(match near {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => format!("there are {}", bundle::region_codes().collect::<Vec<_>>().join(" ")),
                }));
            }
            if !(region.share > 0.0 && region.share <= 1_000_000.0) {
                self.say(at.field("share"), format!("`{}` is not a share above 0", region.share));
            }
            #[allow(clippy::float_arithmetic)] // A share as typed, made whole before anything is drawn by it.
            found.push((region.code.clone(), ((region.share * 1_000.0) as u32).max(1)));
        }
        if found.is_empty() || found.len() > MOST_REGIONS {
            self.say(at.clone(), format!("needs 1 to {MOST_REGIONS} regions"));
        }
        for (index, (code, _)) in found.iter().enumerate() {
            if found[..index].iter().any(|(earlier, _)| earlier == code) {
                self.say(at.item(index).field("code"), format!("`{code}` is given twice"));
            }
        }
        found
    }

    fn tables(&mut self) -> Vec<CheckedTable> {
        let at = Place::root().field("tables");
        if self.template.tables.is_empty() {
            self.say(at.clone(), "is empty");
        }
        let mut found = Vec::new();
        for (index, table) in self.template.tables.iter().enumerate() {
            let at = at.item(index);
            if self.template.tables[..index].iter().any(|earlier| earlier.name.eq_ignore_ascii_case(&table.name)) {
                self.say(at.field("name"), format!("`{}` names two tables", table.name));
            }
            if table.name.is_empty() || table.name.len() > 64 || !table.name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
                self.say(at.field("name"), format!("`{}` is not made of 1 to 64 letters, digits and `_`", table.name));
            }
            if let Some(recipe) = table.recipe {
                if self.template.tables[..index].iter().any(|earlier| earlier.recipe == Some(recipe)) {
                    self.say(at.field("recipe"), format!("a second table has the recipe `{}`", recipe.name()));
                }
                if recipe.is_ledger() && (self.brought_of(Recipe::Orders).is_some() || self.brought_of(Recipe::Customers).is_some()) {
                    self.say(at.field("recipe"), format!("`{}` is only made for customers and orders that are made too", recipe.name()));
                }
                for parent in recipe.parents() {
                    let is_there = self.template.tables.iter().any(|other| other.recipe == Some(*parent));
                    if !is_there && self.brought_of(*parent).is_none() {
                        self.say(at.field("recipe"), format!("`{}` needs a table with the recipe `{}`", recipe.name(), parent.name()));
                    }
                }
            }
            let rows = self.rows(&at, table);
            let columns = self.columns(&at, table, rows);
            self.variants(&at.field("variants"), table);
            found.push(CheckedTable { name: table.name.clone(), recipe: table.recipe, rows, variants: table.variants.clone(), columns });
        }
        self.references(&found);
        found
    }

    fn variants(&mut self, at: &Place, table: &Table) {
        if !table.variants.is_empty() && table.recipe != Some(Recipe::Products) {
            self.say(at.clone(), "only a table with the recipe `products` has variants");
            return;
        }
        for (name, count) in &table.variants {
            let values = self.catalog.as_ref().map(|catalog| narrow::values(catalog, name)).unwrap_or_default();
            if values.is_empty() {
                self.say(at.field(name), format!("the catalog has no attribute `{name}` with a list of values"));
            } else if !(1..=64).contains(count) {
                self.say(at.field(name), format!("`{count}` does not lie between 1 and 64"));
            }
        }
        if table.variants.len() > 3 {
            self.say(at.clone(), "names more than 3 attributes");
        }
    }

    /// The table of this recipe that the user brings.
    fn brought_of(&self, recipe: Recipe) -> Option<&Arc<Brought>> {
        self.brought.iter().find(|brought| brought.recipe == Some(recipe))
    }

    fn rows(&mut self, at: &Place, table: &Table) -> u64 {
        let at = at.field("rows");
        match (table.rows, table.recipe) {
            (Some(rows), Some(Recipe::OrderDetails | Recipe::OrderLists)) if self.brought_of(Recipe::Orders).is_some() => {
                let orders = self.brought_of(Recipe::Orders).map_or(0, |orders| orders.rows());
                if rows > orders {
                    let message = format!("{rows} order details are asked for, one for each order, and there are {orders} orders");
                    self.problems.push(Problem::new(at, message).hint(format!("ask for {orders} or fewer, or bring more orders")));
                } else if rows > 0 {
                    return rows;
                } else {
                    self.say(at, "0 order details make no table");
                }
            }
            (Some(_), Some(Recipe::OrderDetails | Recipe::OrderLists)) => {
                self.say(at, "order details follow from the orders: leave `rows` out, or set `trade.lines.per_order`");
            }
            (Some(_), Some(recipe)) if recipe.is_counted() => {
                self.say(at, format!("the rows of `{}` follow from other tables: leave `rows` out", recipe.name()));
            }
            (None, Some(Recipe::ProductLines)) => return self.catalog.as_ref().map_or(0, |catalog| catalog.lines().len() as u64),
            (None, Some(recipe)) if recipe.is_counted() => {}
            (Some(rows), Some(Recipe::Orders)) if self.template.trade.orders.per_day.is_some() => {
                let problem = Problem::new(at, format!("{rows} rows stand beside `trade.orders.per_day`, which says how many orders there are"));
                self.problems.push(problem.hint("leave one of them out"));
            }
            (None, Some(Recipe::Orders)) if self.template.trade.orders.per_day.is_some() => {}
            (None, Some(Recipe::Orders)) => {
                self.problems
                    .push(Problem::new(at, "missing").hint("say how many orders there are, or how many come on a day in `trade.orders.per_day`"));
            }
            (None, _) => self.say(at, "missing"),
            (Some(0), _) => self.problems.push(Problem::new(at, "0 rows make no table").hint("ask for 1 or more")),
            (Some(rows), _) if rows > MOST_ROWS => self.say(at, format!("{rows} is more than {MOST_ROWS}")),
            (Some(rows), _) => return rows,
        }
        0
    }

    fn columns(&mut self, at: &Place, table: &Table, rows: u64) -> Vec<CheckedColumn> {
        let defaults = table.recipe.map(|recipe| defaults::columns(recipe, rows, &self.template.trade)).unwrap_or_default();
        let optional = table.recipe.map(defaults::optional).unwrap_or_default();
        let typed = table.columns.as_deref().unwrap_or(&defaults);
        let at = at.field("columns");
        if typed.iter().all(|column| !column.include) {
            self.say(at.clone(), "no column comes out");
        }
        let known: Vec<Column> = defaults.iter().chain(&optional).cloned().collect();
        let mut found: Vec<CheckedColumn> = Vec::new();
        for (index, column) in typed.iter().enumerate() {
            let at = at.item(index);
            if column.name.trim().is_empty() || column.name.len() > 128 || column.name.chars().any(char::is_control) {
                self.say(at.field("name"), "is empty, longer than 128 bytes, or holds a control character");
            }
            if typed[..index].iter().any(|earlier| earlier.name == column.name) {
                self.say(at.field("name"), format!("`{}` names two columns", column.name));
            }
            let default = known.iter().find(|known| known.name == column.name);
            let key = typed.iter().find(|other| other.key.is_some() || known.iter().any(|known| known.name == other.name && known.key.is_some()));
            let key = key.map(|key| key.name.as_str()).filter(|key| *key != column.name);
            let around = Surroundings { recipe: table.recipe, known: &known, default, key, rows };
            let Some(fill) = self.fill(&at, column, &around) else { continue };
            self.fits_recipe(&at.field("fill"), &fill, table);
            self.fill_holds(&at.field("fill"), &fill);
            let key = column.key.or(default.and_then(|known| known.key));
            let (natural, usual) = types::of_fill(&fill, self.catalog.as_deref());
            let column_type = column.column_type.unwrap_or(usual);
            let physical = match held(natural, column_type) {
                Some(physical) => physical,
                None => {
                    let message = format!("a column filled with {} cannot be `{}`", described(natural), type_name(column_type));
                    self.say(at.field("type"), message);
                    natural
                }
            };
            let null_percent = column.null_percent.unwrap_or(0);
            if null_percent > 100 || (null_percent > 0 && key.is_some()) {
                self.say(at.field("null_percent"), "is more than 100, or above 0 on a key");
            }
            let schema =
                ColumnSchema { name: column.name.clone(), column_type, physical, primary: key == Some(Key::Primary), references: self.parent(&fill) };
            found.push(CheckedColumn { schema, include: column.include, null_percent, fill, natural });
        }
        self.cycles(&at, &found);
        found
    }

    fn fill(&mut self, at: &Place, column: &Column, around: &Surroundings<'_>) -> Option<Fill> {
        let given = column.fill.clone().or_else(|| around.default.and_then(|known| known.fill.clone()));
        if column.samples.is_empty() {
            return Some(given.unwrap_or_else(|| self.guessed(at, column, around)));
        }
        // A column of a known meaning keeps it: its samples change what the catalog holds.
        let meant = given.clone().unwrap_or_else(|| self.around(around, |around| guess(column, around)).fill);
        if let Some(fill) = self.steered(at, column, &meant) {
            return Some(fill);
        }
        match samples::fill(&column.samples, column.column_type) {
            Ok(Fill::Code(code)) => {
                let unique = column.key.or(around.default.and_then(|known| known.key)).is_some();
                Some(Fill::Code(crate::column::Code { unique, ..code }))
            }
            Ok(fill) => Some(fill),
            Err(message) => {
                self.say(at.field("samples"), message);
                None
            }
        }
    }

    /// How a column is filled that does not say so; the user is told.
    fn guessed(&mut self, at: &Place, column: &Column, around: &Surroundings<'_>) -> Fill {
        let guess = self.around(around, |around| guess(column, around));
        let shown = serde_json::to_string(&guess.fill).unwrap_or_default();
        self.notes.push(Problem::new(at.clone(), format!("`{}` is filled by {shown}: {}", column.name, guess.why)));
        guess.fill
    }

    fn around<T>(&self, around: &Surroundings<'_>, ask: impl FnOnce(&Around<'_>) -> T) -> T {
        let Surroundings { recipe, known, key, rows, .. } = *around;
        ask(&Around { recipe, catalog: self.catalog.as_deref(), known, key, rows, today: self.today })
    }

    /// Sample values of the product's own facts and attributes change the catalog; the fill stays. Nothing where they stand alone.
    fn steered(&mut self, at: &Place, column: &Column, fill: &Fill) -> Option<Fill> {
        let catalog = self.catalog.clone()?;
        if let Fill::Attribute(name) = fill {
            // The ends of the whole range, as an exported template lists them, change nothing.
            let numbers: Vec<i64> = column.samples.iter().filter_map(serde_json::Value::as_i64).collect();
            if narrow::numbers(&catalog, name).is_some_and(|whole| numbers == [whole.0, whole.1]) {
                return Some(fill.clone());
            }
        }
        match steer(&catalog, fill, &column.samples)? {
            Steered::Catalog(changed) => self.catalog = Some(Arc::new(*changed)),
            Steered::Kept(why) => self.notes.push(Problem::new(at.field("samples"), why)),
            Steered::Alone(why) => {
                self.notes.push(Problem::new(at.field("samples"), format!("{why}; the column is filled from the samples alone")));
                return None;
            }
        }
        Some(fill.clone())
    }
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}
