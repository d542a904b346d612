//! Raw template -> checked template, or every problem at once. Start at [`check`].

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    column::{Fill, ProductFact, StaffFact},
    day::Day,
    decimal::Decimal,
    defaults,
    pack::{bundle, catalog::Catalog, lint, narrow},
    pattern,
    place::{Place, Problem, nearest},
    schema::{ColumnSchema, Physical, TableSchema},
    template::{CatalogSource, Column, ColumnType, Key, Recipe, Table, Template},
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
}

/// One table, with all its columns spelled out.
#[derive(Debug, Clone)]
pub struct CheckedTable {
    /// Table and file name.
    pub name: String,
    /// Built-in knowledge, if any.
    pub recipe: Option<Recipe>,
    /// Rows; 0 for order details, whose number follows from the orders.
    pub rows: u64,
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
    let mut check = Check { template, problems: Vec::new(), catalog: None };
    let today = template.today.unwrap_or(today);
    check.find_catalog();
    let regions = check.regions();
    check.trade(today);
    let tables = check.tables();
    if check.problems.is_empty() {
        let (name, seed, trade) = (template.name.clone(), template.seed, template.trade.clone());
        Ok(Checked { name, seed, today, regions, catalog: check.catalog, trade, tables })
    } else {
        Err(check.problems)
    }
}

struct Check<'a> {
    template: &'a Template,
    problems: Vec<Problem>,
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
        let (Some(variant), Some(catalog)) = (&self.template.variant, &self.catalog) else { return };
        let mut narrowed = (**catalog).clone();
        let (_, unknown) = narrow::by_variant(&mut narrowed, variant);
        if !unknown.is_empty() {
            let message = format!("`{}` is no value, kind or level in the catalog `{}`", unknown.join(" "), catalog.name);
            let kinds = list(catalog.kinds.iter().map(|kind| kind.name.as_str()));
            let hint = format!("say a value of an attribute, `premium` or `budget`, or one of the kinds {kinds}");
            self.problems.push(Problem::new(Place::root().field("variant"), message).hint(hint));
        }
        self.catalog = Some(Arc::new(narrowed));
    }

    /// Sample values of an attribute column narrow the attribute and leave it with its kind; nothing where they are no values of it.
    fn narrow_by_samples(&mut self, column: &Column, fill: &Fill) -> Option<Fill> {
        let (Fill::Attribute(name), Some(catalog)) = (fill, &self.catalog) else { return None };
        let known = narrow::values(catalog, name);
        let texts: Vec<String> = column.samples.iter().filter_map(|sample| sample.as_str().map(str::to_owned)).collect();
        if texts.len() == column.samples.len() && texts.iter().all(|text| known.contains(text)) {
            if texts.len() < known.len() {
                let mut narrowed = (**catalog).clone();
                narrow::keep_values(&mut narrowed, name, &texts);
                self.catalog = Some(Arc::new(narrowed));
            }
            return Some(fill.clone());
        }
        let numbers: Vec<i64> = column.samples.iter().filter_map(serde_json::Value::as_i64).collect();
        let whole = narrow::numbers(catalog, name)?;
        // The ends of the whole range change nothing.
        (numbers == [whole.0, whole.1]).then(|| fill.clone())
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

    fn trade(&mut self, today: Day) {
        let trade = &self.template.trade;
        let at = Place::root().field("trade");
        let calendar = at.field("calendar");
        if let Some(start) = trade.calendar.start.filter(|start| *start > today) {
            self.say(calendar.field("start"), format!("{start} is after `today`, {today}"));
        }
        if trade.calendar.start.is_some_and(|start| today.0 - start.0 > 36_525) {
            self.say(calendar.field("start"), "is more than 100 years before `today`");
        }
        if !(-90..=900).contains(&trade.calendar.growth_percent) {
            self.say(calendar.field("growth_percent"), format!("`{}` does not lie between -90 and 900", trade.calendar.growth_percent));
        }
        if trade.calendar.noise_percent > 90 {
            self.say(calendar.field("noise_percent"), format!("`{}` is more than 90", trade.calendar.noise_percent));
        }
        for (index, peak) in trade.calendar.peaks.iter().enumerate() {
            let known_day = Day::from_civil(2024, peak.month, peak.day).is_some();
            if !known_day || !(1..=90).contains(&peak.days) || peak.percent > 10_000 {
                self.say(calendar.field("peaks").item(index), "needs a real month and day, 1 to 90 days, and at most 10,000 percent");
            }
        }
        if trade.customers.company_percent > 100 {
            self.say(at.field("customers").field("company_percent"), "is more than 100");
        }
        if trade.customers.addresses > 1_000_000 {
            self.say(at.field("customers").field("addresses"), "is more than 1,000,000; 0 gives each customer an address of their own");
        }
        let orders = at.field("orders");
        let fates = u32::from(trade.orders.cancelled_per_mille) + u32::from(trade.orders.held_per_mille) + u32::from(trade.orders.disputed_per_mille);
        if fates > 1_000 {
            self.say(orders.clone(), format!("cancelled, held and disputed orders are {fates} of 1,000"));
        }
        if trade.orders.promised_days_min > trade.orders.promised_days_max {
            let message = format!("{} is more than `promised_days_max`, {}", trade.orders.promised_days_min, trade.orders.promised_days_max);
            self.say(orders.field("promised_days_min"), message);
        }
        if trade.orders.closed_on.len() == 7 {
            self.say(orders.field("closed_on"), "holds all seven days: nothing would ever leave");
        }
        let lines = at.field("lines");
        let weights = [
            (calendar.field("weekdays"), trade.calendar.weekdays.to_vec(), 7),
            (calendar.field("months"), trade.calendar.months.to_vec(), 12),
            (orders.field("handling_days"), trade.orders.handling_days.clone(), 120),
            (lines.field("per_order"), trade.lines.per_order.clone(), 30),
            (lines.field("quantities"), trade.lines.quantities.clone(), 1_000),
            (lines.field("discounts"), trade.lines.discounts.iter().map(|step| step.weight).collect(), 90),
        ];
        for (place, shares, most) in weights {
            if shares.iter().all(|share| *share == 0) || shares.iter().any(|share| *share > 1_000_000) || shares.len() > most {
                self.say(place, format!("needs shares of 0 to 1,000,000, one above 0, and at most {most} of them"));
            }
        }
        if let Some(index) = trade.lines.discounts.iter().position(|step| step.percent > 90) {
            self.say(lines.field("discounts").item(index).field("percent"), "is more than 90");
        }
        for (place, spread) in [
            (lines.field("popularity_spread_percent"), trade.lines.popularity_spread_percent),
            (at.field("customers").field("spread_percent"), trade.customers.spread_percent),
        ] {
            if spread > 300 {
                self.say(place, format!("`{spread}` is more than 300"));
            }
        }
        if trade.customers.newest_percent > 100 || trade.orders.comment_percent > 100 {
            self.say(at.clone(), "a percentage is more than 100");
        }
        if trade.customers.first_sign_up_days > 36_525 || trade.customers.sales_reps == 0 {
            self.say(at.field("customers"), "needs `first_sign_up_days` of at most 36,525 and at least one of `sales_reps`");
        }
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
                for parent in recipe.parents() {
                    if !self.template.tables.iter().any(|other| other.recipe == Some(*parent)) {
                        self.say(at.field("recipe"), format!("`{}` needs a table with the recipe `{}`", recipe.name(), parent.name()));
                    }
                }
            }
            let rows = self.rows(&at, table);
            let columns = self.columns(&at, table, rows);
            found.push(CheckedTable { name: table.name.clone(), recipe: table.recipe, rows, columns });
        }
        self.references(&found);
        found
    }

    fn rows(&mut self, at: &Place, table: &Table) -> u64 {
        let at = at.field("rows");
        match (table.rows, table.recipe) {
            (Some(_), Some(Recipe::OrderDetails)) => {
                self.say(at, "order details follow from the orders: leave `rows` out, or set `trade.lines.per_order`");
            }
            (None, Some(Recipe::OrderDetails)) => {}
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
        let mut found: Vec<CheckedColumn> = Vec::new();
        for (index, column) in typed.iter().enumerate() {
            let at = at.item(index);
            if column.name.trim().is_empty() || column.name.len() > 128 || column.name.chars().any(char::is_control) {
                self.say(at.field("name"), "is empty, longer than 128 bytes, or holds a control character");
            }
            if typed[..index].iter().any(|earlier| earlier.name == column.name) {
                self.say(at.field("name"), format!("`{}` names two columns", column.name));
            }
            let default = defaults.iter().chain(&optional).find(|known| known.name == column.name);
            let Some(fill) = self.fill(&at, column, default) else { continue };
            self.fits_recipe(&at.field("fill"), &fill, table);
            self.fill_holds(&at.field("fill"), &fill);
            let key = column.key.or(default.and_then(|known| known.key));
            let (natural, usual) = match (&fill, &self.catalog) {
                (Fill::Attribute(name), Some(catalog)) if narrow::is_number(catalog, name) => (Physical::Integer, ColumnType::Integer),
                _ => natural(&fill),
            };
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

    fn fill(&mut self, at: &Place, column: &Column, default: Option<&Column>) -> Option<Fill> {
        let given = column.fill.clone();
        if !column.samples.is_empty() {
            let kept = given.as_ref().or(default.and_then(|known| known.fill.as_ref())).and_then(|fill| self.narrow_by_samples(column, fill));
            if kept.is_some() {
                return kept;
            }
            return match samples::fill(&column.samples) {
                Ok(fill) => Some(fill),
                Err(message) => {
                    self.say(at.field("samples"), message);
                    None
                }
            };
        }
        let fill = given.or_else(|| default.and_then(|known| known.fill.clone()));
        if fill.is_none() {
            self.problems.push(
                Problem::new(at.field("fill"), format!("missing, and no recipe of this table fills a column named `{}`", column.name))
                    .hint("say how it is filled, such as `{\"number\": {\"min\": 0, \"max\": 9}}`, or give `samples`"),
            );
        }
        fill
    }

    fn fits_recipe(&mut self, at: &Place, fill: &Fill, table: &Table) {
        let needed = match fill {
            Fill::Attribute(_) | Fill::Product(_) => Recipe::Products,
            Fill::Customer(_) if matches!(table.recipe, Some(Recipe::Offices | Recipe::Employees)) => return,
            Fill::Customer(_) => Recipe::Customers,
            Fill::Staff(StaffFact::Territory) => Recipe::Offices,
            Fill::Staff(_) => Recipe::Employees,
            Fill::Order(_) => Recipe::Orders,
            Fill::Line(_) => Recipe::OrderDetails,
            _ => return,
        };
        if table.recipe != Some(needed) {
            self.say(at.clone(), format!("is only known in a table with the recipe `{}`", needed.name()));
        }
    }

    fn fill_holds(&mut self, at: &Place, fill: &Fill) {
        match fill {
            Fill::Serial(serial) if serial.step == 0 => self.say(at.field("serial").field("step"), "must not be 0"),
            Fill::Code(code) if pattern::code_capacity(&code.pattern).is_none() => {
                self.say(at.field("code").field("pattern"), "makes more codes than 64 bits can count");
            }
            Fill::Number(range) => {
                let scale = range.decimals.unwrap_or(range.min.scale.max(range.max.scale));
                match (range.min.at_scale(scale.min(Decimal::MAX_SCALE)), range.max.at_scale(scale.min(Decimal::MAX_SCALE))) {
                    (Some(min), Some(max)) if min > max => {
                        self.say(at.field("number").field("min"), format!("{} is more than `max`, {}", range.min, range.max));
                    }
                    (Some(_), Some(_)) if scale <= Decimal::MAX_SCALE => {}
                    _ => self.say(at.field("number"), format!("does not fit {scale} decimals; at most {} are held", Decimal::MAX_SCALE)),
                }
            }
            Fill::Choice(choices) if choices.values.is_empty() || choices.values.iter().any(|choice| choice.0.weight == 0) => {
                self.say(at.field("choice").field("values"), "is empty or has a weight of 0");
            }
            Fill::Flag(flag) if flag.true_percent > 100 => self.say(at.field("flag").field("true_percent"), "is more than 100"),
            Fill::Date(range) if range.from > range.to => {
                self.say(at.field("date").field("from"), format!("{} is more than `to`, {}", range.from, range.to));
            }
            Fill::Attribute(name) => {
                let catalog = self.catalog.clone();
                if let Some(catalog) = catalog.filter(|catalog| catalog.attribute(name).is_none()) {
                    let known: Vec<&str> = catalog.attributes.iter().map(|attribute| attribute.name.as_str()).collect();
                    self.problems.push(
                        Problem::new(at.field("attribute"), format!("the catalog has no attribute `{name}`"))
                            .hint(format!("it has {}", list(known.into_iter()))),
                    );
                }
            }
            _ => {}
        }
    }

    /// The table whose primary key a fill takes its values from.
    fn parent(&self, fill: &Fill) -> Option<String> {
        use crate::column::{CustomerFact, LineFact, OrderFact};
        let recipe = match fill {
            Fill::Reference(reference) => return Some(reference.table.clone()),
            Fill::Order(OrderFact::Customer) => Recipe::Customers,
            Fill::Customer(CustomerFact::SalesRep) | Fill::Staff(StaffFact::ReportsTo) => Recipe::Employees,
            Fill::Staff(StaffFact::Office) => Recipe::Offices,
            Fill::Line(LineFact::Order) => Recipe::Orders,
            Fill::Line(LineFact::Product) => Recipe::Products,
            _ => return None,
        };
        self.template.tables.iter().find(|table| table.recipe == Some(recipe)).map(|table| table.name.clone())
    }

    /// Refuses text columns that need each other.
    fn cycles(&mut self, at: &Place, columns: &[CheckedColumn]) {
        let mut needs: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (index, column) in columns.iter().enumerate() {
            let Fill::Text(text) = &column.fill else { continue };
            let at = at.item(index).field("fill").field("text").field("pattern");
            match pattern::pieces(&text.pattern) {
                Err(message) => self.say(at, message),
                Ok(pieces) => {
                    let slots: Vec<String> = pattern::slots(&pieces).map(str::to_owned).collect();
                    for slot in slots.iter().filter(|slot| !columns.iter().any(|known| known.schema.name == **slot)) {
                        self.say(at.clone(), format!("no column is named `{slot}`"));
                    }
                    needs.insert(&column.schema.name, slots);
                }
            }
        }
        let start = needs.keys().copied().find_map(|name| circle(&needs, name));
        if let Some(circle) = start {
            self.say(at.clone(), format!("these columns need each other: {}", circle.join(" -> ")));
        }
    }

    fn references(&mut self, tables: &[CheckedTable]) {
        for (index, table) in tables.iter().enumerate() {
            for (inner, column) in table.columns.iter().enumerate() {
                let Some(name) = &column.schema.references else { continue };
                let at = Place::root().field("tables").item(index).field("columns").item(inner).field("fill");
                let Some(parent) = tables.iter().find(|parent| parent.name == *name) else {
                    let problem = Problem::new(at, format!("refers to table `{name}`, which the template does not declare"));
                    self.problems.push(match nearest(name, tables.iter().map(|table| table.name.as_str())) {
                        Some(near) => problem.hint(format!("did you mean `{near}`?")),
                        None => problem,
                    });
                    continue;
                };
                let keys: Vec<&CheckedColumn> = parent.columns.iter().filter(|column| column.schema.primary).collect();
                let one_simple = matches!(keys[..], [key] if matches!(key.fill, Fill::Serial(_) | Fill::Code(_) | Fill::Uuid));
                if !one_simple {
                    self.say(at, format!("table `{name}` needs exactly one primary key column, filled by `serial`, `code` or `uuid`"));
                }
            }
        }
    }
}

/// The first circle met on the way from `start`, if there is one.
fn circle(needs: &BTreeMap<&str, Vec<String>>, start: &str) -> Option<Vec<String>> {
    fn walk(needs: &BTreeMap<&str, Vec<String>>, name: &str, path: &mut Vec<String>) -> bool {
        let seen = path.iter().position(|earlier| earlier == name);
        path.push(name.to_owned());
        if let Some(first) = seen {
            path.drain(..first);
            return true;
        }
        if needs.get(name).into_iter().flatten().any(|next| walk(needs, next, path)) {
            return true;
        }
        path.pop();
        false
    }
    let mut path = Vec::new();
    walk(needs, start, &mut path).then_some(path)
}

/// How a fill holds its values, and the type they have unless the template says otherwise.
fn natural(fill: &Fill) -> (Physical, ColumnType) {
    use crate::column::{CustomerFact as C, LineFact as L, OrderFact as O};
    match fill {
        Fill::Serial(_) => (Physical::Integer, ColumnType::Integer),
        Fill::Uuid => (Physical::Text, ColumnType::Uuid),
        Fill::Number(range) => match range.decimals.unwrap_or(range.min.scale.max(range.max.scale)) {
            0 => (Physical::Integer, ColumnType::Integer),
            scale => (Physical::Scaled(scale), ColumnType::Decimal),
        },
        Fill::Choice(_) => (Physical::Text, ColumnType::Category),
        Fill::Flag(_) => (Physical::Boolean, ColumnType::Boolean),
        Fill::Date(_) => (Physical::Date, ColumnType::Date),
        Fill::Product(ProductFact::Stock) => (Physical::Integer, ColumnType::Integer),
        Fill::Product(ProductFact::Cost | ProductFact::ListPrice) => (Physical::Scaled(2), ColumnType::Money),
        Fill::Product(ProductFact::Line) | Fill::Attribute(_) => (Physical::Text, ColumnType::Category),
        Fill::Customer(C::BirthDate | C::SignedUp) => (Physical::Date, ColumnType::Date),
        Fill::Customer(C::Phone) => (Physical::Integer, ColumnType::Integer),
        Fill::Customer(C::PhoneText | C::PhoneNational) => (Physical::Text, ColumnType::Phone),
        Fill::Customer(C::Latitude | C::Longitude) => (Physical::Scaled(4), ColumnType::Decimal),
        Fill::Customer(C::SalesRep) => (Physical::Integer, ColumnType::Integer),
        Fill::Customer(C::CreditLimit) => (Physical::Scaled(2), ColumnType::Money),
        Fill::Customer(C::Sex | C::Kind | C::CountryCode | C::Currency | C::Language | C::TimeZone) => (Physical::Text, ColumnType::Category),
        Fill::Customer(C::Email) => (Physical::Text, ColumnType::Email),
        Fill::Order(O::OrderDate | O::RequiredDate | O::ShippedDate) => (Physical::Date, ColumnType::Date),
        Fill::Order(O::Status) => (Physical::Text, ColumnType::Category),
        Fill::Line(L::Quantity | L::LineNumber) => (Physical::Integer, ColumnType::Integer),
        Fill::Line(L::PriceEach) => (Physical::Scaled(2), ColumnType::Money),
        // Keys of parents are resolved by the engine; these are the usual kinds of key.
        Fill::Order(O::Customer) | Fill::Line(L::Order) | Fill::Staff(StaffFact::ReportsTo | StaffFact::Office) => {
            (Physical::Integer, ColumnType::Integer)
        }
        Fill::Code(_)
        | Fill::Constant(_)
        | Fill::Text(_)
        | Fill::Reference(_)
        | Fill::Product(_)
        | Fill::Customer(_)
        | Fill::Staff(_)
        | Fill::Order(O::Comments)
        | Fill::Line(L::Product) => (Physical::Text, ColumnType::Text),
    }
}

/// How values are held once a type is applied to them, or nothing where it cannot be.
fn held(natural: Physical, wanted: ColumnType) -> Option<Physical> {
    use ColumnType as T;
    match (natural, wanted) {
        (_, T::Text) => Some(Physical::Text),
        (Physical::Text, T::Category | T::Url | T::Email | T::Phone | T::Barcode | T::Uuid | T::Json) => Some(Physical::Text),
        (Physical::Integer, T::Integer) => Some(Physical::Integer),
        (Physical::Integer, T::Phone | T::Barcode | T::Category) => Some(Physical::Text),
        (Physical::Integer, T::Decimal | T::Money) => Some(Physical::Scaled(2)),
        (Physical::Scaled(scale), T::Decimal) => Some(Physical::Scaled(scale)),
        (Physical::Scaled(scale), T::Money) if scale <= 2 => Some(Physical::Scaled(2)),
        (Physical::Boolean, T::Boolean) => Some(Physical::Boolean),
        (Physical::Boolean, T::Category) => Some(Physical::Text),
        (Physical::Date, T::Date) => Some(Physical::Date),
        _ => None,
    }
}

fn described(physical: Physical) -> &'static str {
    match physical {
        Physical::Text => "texts",
        Physical::Integer => "whole numbers",
        Physical::Scaled(_) => "decimal numbers",
        Physical::Boolean => "true and false",
        Physical::Date => "dates",
    }
}

fn type_name(column_type: ColumnType) -> String {
    format!("{column_type:?}").to_lowercase()
}

fn list<'a>(names: impl Iterator<Item = &'a str>) -> String {
    names.map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

/// Sample values become a way to fill: a range for numbers and dates, a list for everything else.
mod samples {
    use serde_json::Value;

    use crate::{
        column::{Choices, DateRange, Fill, NumberRange},
        day::Day,
        decimal::Decimal,
        weighted::{Choice, TextOr},
    };

    pub(super) fn fill(samples: &[Value]) -> Result<Fill, String> {
        if samples.iter().all(Value::is_number) {
            let numbers: Vec<Decimal> = samples
                .iter()
                .map(|sample| serde_json::from_value(sample.clone()).map_err(|_| format!("`{sample}` has too many decimals")))
                .collect::<Result<_, _>>()?;
            let scale = numbers.iter().map(|number| number.scale).max().unwrap_or(0);
            let at_scale = |number: &Decimal| number.at_scale(scale).unwrap_or(i64::MAX);
            let (min, max) = (numbers.iter().map(at_scale).min(), numbers.iter().map(at_scale).max());
            let decimal = |digits: Option<i64>| Decimal { digits: digits.unwrap_or(0), scale };
            return Ok(Fill::Number(NumberRange { min: decimal(min), max: decimal(max), decimals: None }));
        }
        let texts: Vec<String> = samples
            .iter()
            .map(|sample| match sample {
                Value::String(text) => Ok(text.clone()),
                Value::Number(number) => Ok(number.to_string()),
                Value::Bool(flag) => Ok(flag.to_string()),
                other => Err(format!("`{other}` is neither text, number nor true or false")),
            })
            .collect::<Result<_, _>>()?;
        let days: Option<Vec<Day>> = texts.iter().map(|text| text.parse().ok()).collect();
        if let Some((from, to)) = days.as_ref().and_then(|days| Some((*days.iter().min()?, *days.iter().max()?))) {
            return Ok(Fill::Date(DateRange { from, to }));
        }
        Ok(Fill::Choice(Choices { values: texts.into_iter().map(|value| TextOr(Choice::from(value))).collect() }))
    }
}
