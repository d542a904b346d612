//! A checked template becomes a plan; what cannot work is refused here, so that filling cannot fail.

use std::{collections::BTreeMap, ops::Range, sync::Arc};

use arrow_array::RecordBatch;
use wares_ids::Kind;
use wares_model::{
    Brought, Checked, ColumnType, Day, Physical, TableSchema,
    check::{CheckedColumn, CheckedTable},
    column::{CustomerFact, Fill, Reference},
    decimal::Decimal,
    pack::{
        bundle, lint,
        region::{Files, Region},
    },
    pattern::{self, Piece},
    template::Recipe,
    trade::{self, PhoneMode},
};

use crate::{
    anchor::Anchor,
    arrivals, batch,
    calendar::Timeline,
    column::{Column, barcode_capacity},
    festive::OpenDays,
    key::Key,
    recipe::{
        customers::{Customers, Lack, SignUps, home_split, phone_capacity},
        ledger::{Books, Currency, Ledger, money::Currencies, movements, returns::Counted},
        order_details::{Buyer, Goods, OrderDetails, Priced, Sale, Size},
        orders::{Appetite, Orders},
        product_lines::ProductLines,
        products::Products,
        staff::Staff,
    },
    weighted::Composition,
};

/// Why a checked template could not become a plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PlanError {
    /// More values are asked for than can be told apart.
    #[error("table `{table}`, column `{column}`: {wanted} rows need {wanted} different values, and {what} makes {most}")]
    Capacity {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// Rows asked for.
        wanted: u64,
        /// What runs out.
        what: String,
        /// The most rows that can be had.
        most: u64,
    },
    /// An order may hold more products than there are.
    #[error("an order may hold {lines} different products, and there are {products}")]
    TooFewProducts {
        /// The most lines of an order.
        lines: u64,
        /// Rows of the products table.
        products: u64,
    },
    /// More different telephone numbers are asked for than there are.
    #[error("{wanted} customers need different telephone numbers, and region `{region}` has {most} in mode `{mode}`")]
    Phones {
        /// The region.
        region: String,
        /// Customers asked for.
        wanted: u64,
        /// The mode.
        mode: &'static str,
        /// The most numbers that can be had.
        most: u64,
        /// The other modes, and how many numbers they hold for all places of the region.
        others: Vec<(&'static str, u64)>,
    },
    /// A region has nothing for a column.
    #[error("table `{table}`, column `{column}`: region `{region}` has no {what}")]
    Lacks {
        /// The table.
        table: String,
        /// The column.
        column: String,
        /// The region.
        region: String,
        /// What it does not have.
        what: &'static str,
    },
    /// A built-in pack is broken.
    #[error("region `{code}`: {problem}")]
    Region {
        /// The region.
        code: String,
        /// Its first problem.
        problem: String,
    },
    /// Orders come at a rate, and so far none has come, or too many.
    #[error("{per_day} orders a day since {since} make {made} by {today}")]
    Paced {
        /// The rate.
        per_day: Decimal,
        /// The first day.
        since: Day,
        /// The last one.
        today: Day,
        /// So many orders, in words.
        made: String,
    },
    /// No table of this name.
    #[error("the template has no table `{0}`")]
    UnknownTable(String),
}

impl PlanError {
    /// What to do about it, where that is known.
    pub fn hint(&self) -> Option<String> {
        match self {
            Self::Capacity { most, .. } => Some(format!("ask for at most {most} rows, or widen what runs out: more words, more digits")),
            Self::TooFewProducts { lines, .. } => {
                Some(format!("ask for {lines} products or more, or for fewer an order (`--products-per-order`, `trade.lines.per_order`)"))
            }
            Self::Phones { others, .. } => {
                let others: Vec<String> = others.iter().map(|(mode, most)| format!("`{mode}` has {most}")).collect();
                Some(format!(
                    "of all its places, {}; or give each customer an address of their own, or ask for fewer customers",
                    others.join(" and ")
                ))
            }
            Self::Paced { .. } => {
                Some("change `--orders-per-day`, `--since` or `--today` (`trade.orders.per_day`, `trade.calendar.start`, `today`)".to_owned())
            }
            Self::Lacks { .. } => Some("leave the column out, or leave out the region".to_owned()),
            Self::Region { .. } | Self::UnknownTable(_) => None,
        }
    }
}

/// Everything needed to make any rows of any table.
pub struct Plan {
    pub(crate) tables: Vec<TablePlan>,
    pub(crate) shop: Shop,
}

/// The recipes that the template uses.
#[derive(Default)]
pub(crate) struct Shop {
    pub(crate) products: Option<Products>,
    /// Customers, employees and offices, by recipe.
    pub(crate) people: BTreeMap<Recipe, Customers>,
    pub(crate) staff: Option<Staff>,
    pub(crate) orders: Option<Orders>,
    pub(crate) order_details: Option<OrderDetails>,
    /// Products that the user brings.
    pub(crate) goods: Option<Goods>,
    pub(crate) product_lines: Option<ProductLines>,
    pub(crate) ledger: Option<Ledger>,
    /// The currency of an order, where not all prices are the catalog's.
    currency: Option<Abroad>,
    /// With how many decimals amounts are printed, once there are order details.
    pub(crate) money_decimals: u8,
    /// The returns, where they are wanted.
    pub(crate) returns: Option<Counted>,
    /// How many movements of stock there are, where they are wanted.
    pub(crate) movements: Option<movements::Size>,
    pub(crate) product_key: Option<Column>,
    pub(crate) customer_key: Option<Column>,
    pub(crate) employee_key: Option<Column>,
    pub(crate) office_key: Option<Column>,
    pub(crate) order_key: Option<Column>,
}

/// In which currency each order is.
struct Abroad {
    currencies: Currencies,
    split: Option<Composition>,
}

/// One table, ready to be filled.
pub(crate) struct TablePlan {
    pub(crate) schema: TableSchema,
    pub(crate) recipe: Option<Recipe>,
    pub(crate) rows: u64,
    pub(crate) columns: Vec<ColumnPlan>,
}

/// One column, ready to be filled.
pub(crate) struct ColumnPlan {
    pub(crate) filler: Filler,
    pub(crate) include: bool,
    pub(crate) natural: Physical,
    pub(crate) physical: Physical,
    pub(crate) nulls: Option<(Key, u64)>,
}

/// Where the values of a column come from.
pub(crate) enum Filler {
    /// From the row number alone.
    Own(Column),
    /// From a row of another table drawn for this one.
    Reference { key: Key, rows: u64, parent: Column },
    /// From the row of the user's table that the recipe draws for this one.
    Along(Recipe, Column),
    /// From other columns of the row, by position.
    Text(Vec<TextPart>),
    /// From the recipe's latent.
    Recipe(Fill),
}

/// One piece of a text column.
pub(crate) enum TextPart {
    Literal(String),
    Column(usize),
}

impl Plan {
    /// Plans all tables, or (with `only`) that table and what it needs of the others.
    ///
    /// # Errors
    /// [`PlanError`], for the first thing that cannot work.
    pub fn new(checked: &Checked, only: Option<&str>) -> Result<Self, PlanError> {
        let wanted = |table: &CheckedTable| only.is_none_or(|name| table.name == name);
        if let Some(name) = only.filter(|name| !checked.tables.iter().any(|table| table.name == *name)) {
            return Err(PlanError::UnknownTable(name.to_owned()));
        }
        let checked = &*arrivals::counted(checked)?;
        let shop = Shop::new(checked, &|recipe| checked.tables.iter().any(|table| table.recipe == Some(recipe) && wanted(table)))?;
        let mut tables = Vec::new();
        for table in checked.tables.iter().filter(|table| wanted(table)) {
            let rows = shop.rows(table);
            tables.push(TablePlan::new(checked, table, rows)?);
        }
        Ok(Self { tables, shop })
    }

    /// The tables planned, in order: what sinks see of them, and their rows.
    pub fn tables(&self) -> impl Iterator<Item = (&TableSchema, u64)> {
        self.tables.iter().map(|table| (&table.schema, table.rows))
    }

    /// The rows of a range, of the table at this position among [`Plan::tables`]; the range lies within the table.
    pub fn batch(&self, table: usize, rows: Range<u64>) -> RecordBatch {
        batch::fill(&self.tables[table], &self.shop, rows)
    }
}

impl Shop {
    /// How many rows a table has.
    fn rows(&self, table: &CheckedTable) -> u64 {
        match (&self.order_details, &self.ledger, table.recipe) {
            (Some(details), _, Some(Recipe::OrderDetails)) => details.rows(),
            (Some(details), _, Some(Recipe::OrderLists)) => details.records(),
            (_, Some(ledger), Some(Recipe::Payments)) => ledger.payments.rows(),
            (Some(details), Some(ledger), Some(Recipe::Shipments)) => ledger.shipments.rows(details.records()),
            // More customers may have come than the template says.
            (.., Some(Recipe::Customers)) => self.people.get(&Recipe::Customers).map_or(table.rows, Customers::rows),
            (.., Some(Recipe::Returns)) => self.returns.as_ref().map_or(0, Counted::rows),
            (.., Some(Recipe::StockMovements)) => self.movements.map_or(0, movements::Size::rows),
            _ => table.rows,
        }
    }

    /// Calls `fill` with where the lines of orders get their prices.
    pub(crate) fn with_sale<T>(&self, fill: impl FnOnce(Sale<'_>) -> T) -> T {
        let priced = match &self.goods {
            Some(goods) => Priced::Brought(goods),
            None => Priced::Made(self.products.as_ref().expect("lines have products")),
        };
        let Some(orders) = &self.orders else { return fill(Sale { priced, buyer: None }) };
        let buyer = |order: u64| {
            let day = orders.day(order);
            let customer = orders.customer_on(order, day);
            let currency = self.currency.as_ref().map_or(Currency::CATALOGS, |abroad| {
                let home = abroad.split.as_ref().map_or(0, |split| split.split(customer).0);
                abroad.currencies.of(home)
            });
            Buyer { day, customer, currency }
        };
        fill(Sale { priced, buyer: Some(&buyer) })
    }

    /// Calls `fill` with all that the ledger reads.
    pub(crate) fn with_books<T>(&self, fill: impl FnOnce(Books<'_>) -> T) -> T {
        self.with_sale(|sale| {
            fill(Books {
                ledger: self.ledger.as_ref().expect("the plan holds the recipe of its table"),
                orders: self.orders.as_ref().expect("the ledger has orders"),
                details: self.order_details.as_ref().expect("the ledger has order details"),
                customers: self.people.get(&Recipe::Customers).expect("the ledger has customers"),
                products: self.products.as_ref().expect("the ledger has products"),
                sale,
            })
        })
    }

    fn new(checked: &Checked, wanted: &dyn Fn(Recipe) -> bool) -> Result<Self, PlanError> {
        let needs = Needs::new(checked, wanted);
        let mut shop = Self::default();
        shop.plan_products(checked, &needs)?;
        shop.plan_staff(checked, wanted)?;
        shop.plan_orders(checked, &needs)?;
        shop.plan_details(checked, &needs)?;
        if needs.ledger {
            shop.plan_ledger(checked, wanted)?;
        }
        Ok(shop)
    }

    fn plan_products(&mut self, checked: &Checked, needs: &Needs) -> Result<(), PlanError> {
        let Some(catalog) = &checked.catalog else { return Ok(()) };
        if needs.product_lines {
            self.product_lines = Some(ProductLines::new(catalog));
        }
        if let Some(products) = table_of(checked, Recipe::Products).filter(|_| needs.products) {
            let planned = Products::new(checked.seed, products, catalog.clone(), Anchor::new(checked), currencies(checked)?.shown());
            if let Some(shortage) = planned.shortage(products.rows) {
                let what = format!("the catalog's names ({})", shortage.what);
                let column = "productName".to_owned();
                return Err(PlanError::Capacity { table: products.name.clone(), column, wanted: products.rows, what, most: shortage.most });
            }
            self.products = Some(planned);
            self.product_key = key_of(checked, Recipe::Products);
        }
        Ok(())
    }

    fn plan_staff(&mut self, checked: &Checked, wanted: &dyn Fn(Recipe) -> bool) -> Result<(), PlanError> {
        let trade = &checked.trade;
        if let (Some(employees), Some(offices)) = (table_of(checked, Recipe::Employees), table_of(checked, Recipe::Offices)) {
            self.staff = Some(Staff::new(checked.seed, &employees.name, employees.rows, offices.rows));
            self.employee_key = key_of(checked, Recipe::Employees);
            self.office_key = key_of(checked, Recipe::Offices);
        }
        for recipe in [Recipe::Employees, Recipe::Offices] {
            let Some(planned) = table_of(checked, recipe).filter(|_| wanted(recipe)) else { continue };
            let (first, last) = Anchor::new(checked).beginnings(trade, checked.today);
            let days = arrivals::days_of(checked, first, last);
            let sign_ups = SignUps::new(Timeline::spread(&days, planned.rows, SignUps::key(checked.seed, &planned.name)));
            let alone = trade::Customers { company_percent: 0, addresses: 0, unique_phones: false, ..trade.customers.clone() };
            self.people.insert(recipe, plan_people(checked, planned, &sign_ups, &alone)?);
        }
        Ok(())
    }

    /// Customers and orders.
    fn plan_orders(&mut self, checked: &Checked, needs: &Needs) -> Result<(), PlanError> {
        let (seed, trade) = (checked.seed, &checked.trade);
        let sign_ups = match (brought_of(checked, Recipe::Customers), table_of(checked, Recipe::Customers)) {
            (Some(brought), _) if needs.orders => Some(SignUps::brought(brought, arrivals::brought_sign_up_days(checked, brought))),
            (None, Some(made)) if needs.orders || needs.customers => Some(SignUps::new(arrivals::sign_up_days(checked, made))),
            _ => None,
        };
        let Some(sign_ups) = &sign_ups else { return Ok(()) };
        if let Some(customers) = table_of(checked, Recipe::Customers).filter(|_| needs.customers) {
            self.people.insert(Recipe::Customers, plan_people(checked, customers, sign_ups, &trade.customers)?);
        }
        if let Some(planned) = table_of(checked, Recipe::Orders).filter(|_| needs.orders) {
            let timeline = arrivals::order_days(checked, planned);
            let once = arrivals::once(checked, &timeline, sign_ups);
            let open = OpenDays::new(checked, timeline.start());
            self.orders = Some(Orders::new(seed, &planned.name, (timeline, open, checked.today), (sign_ups, once, appetite(checked)), trade));
            self.customer_key = key_of(checked, Recipe::Customers);
        }
        Ok(())
    }

    fn plan_details(&mut self, checked: &Checked, needs: &Needs) -> Result<(), PlanError> {
        let (seed, trade) = (checked.seed, &checked.trade);
        let this = details_of(checked);
        let (Some(this), Some(orders), Some(products)) = (this, rows_of(checked, Recipe::Orders), rows_of(checked, Recipe::Products)) else {
            return Ok(());
        };
        if !needs.details {
            return Ok(());
        }
        let lines = trade.lines.per_order.len() as u64;
        if products < lines {
            return Err(PlanError::TooFewProducts { lines, products });
        }
        // Of the user's orders, as many have details as are asked for.
        let records = if brought_of(checked, Recipe::Orders).is_some() { this.rows } else { orders };
        let records = if records == 0 { orders } else { records };
        let totals = brought_of(checked, Recipe::Orders).filter(|brought| brought.facts.total_minor.is_some());
        let name = details_name(this);
        let size = Size { orders, records, products };
        self.money_decimals = money_decimals(checked)?;
        self.order_details = Some(OrderDetails::new(seed, name, size, (trade, Anchor::new(checked)), totals.cloned()));
        self.goods = brought_of(checked, Recipe::Products).map(|brought| Goods::brought(seed, brought));
        self.product_key = self.product_key.take().or_else(|| key_of(checked, Recipe::Products));
        self.order_key = key_of(checked, Recipe::Orders);
        self.currency = needs.currencies.clone().map(|currencies| {
            let shares: Vec<u64> = checked.regions.iter().map(|(_, share)| u64::from(*share)).collect();
            let customers = table_of(checked, Recipe::Customers).map_or("", |table| table.name.as_str());
            Abroad { currencies, split: home_split(seed, customers, &shares) }
        });
        Ok(())
    }

    fn plan_ledger(&mut self, checked: &Checked, wanted: &dyn Fn(Recipe) -> bool) -> Result<(), PlanError> {
        let mut taxes = Vec::new();
        for (code, _) in &checked.regions {
            let files = region_files(code)?;
            let region = read_region(code, &files)?;
            taxes.push((region.header.tax.clone(), region.states.iter().map(|state| state.code.to_owned()).collect()));
        }
        let products = rows_of(checked, Recipe::Products).unwrap_or(0);
        let parts = (self.orders.as_ref().expect("the ledger has orders"), self.order_details.as_ref().expect("the ledger has order details"));
        let lines = parts.1.rows();
        self.ledger = Some(Ledger::new(checked.seed, &checked.trade, currencies(checked)?, &taxes, parts, products));
        if wanted(Recipe::Returns) || wanted(Recipe::StockMovements) {
            #[allow(clippy::redundant_closure_for_method_calls)] // The method itself would fit one lifetime alone.
            let counted = self.with_books(|books| books.count_returns());
            self.movements = Some(movements::Size { products, lines, returns: counted.rows() });
            self.returns = Some(counted);
        }
        Ok(())
    }
}

/// Which recipes are planned, for the sake of the tables wanted.
struct Needs {
    products: bool,
    product_lines: bool,
    customers: bool,
    orders: bool,
    details: bool,
    ledger: bool,
    /// The currencies, where not all prices are the catalog's.
    currencies: Option<Currencies>,
}

impl Needs {
    fn new(checked: &Checked, wanted: &dyn Fn(Recipe) -> bool) -> Self {
        let amounts = table_of(checked, Recipe::Orders).is_some_and(|table| {
            let amount = |column: &CheckedColumn| column.include && matches!(column.fill, Fill::Order(fact) if fact.is_amount());
            table.columns.iter().any(amount)
        });
        let ledger = Recipe::ALL.into_iter().any(|recipe| recipe.is_ledger() && wanted(recipe)) || (amounts && wanted(Recipe::Orders));
        let details = ledger || wanted(Recipe::OrderDetails) || wanted(Recipe::OrderLists);
        let at_home = table_of(checked, Recipe::Customers).is_some() && table_of(checked, Recipe::Orders).is_some();
        let currencies = currencies(checked).ok().filter(|currencies| details && at_home && currencies.differ());
        Self {
            products: details || wanted(Recipe::Products),
            product_lines: wanted(Recipe::ProductLines),
            customers: ledger || wanted(Recipe::Customers),
            // Lines go by the day and the customer of their order.
            orders: details || wanted(Recipe::Orders),
            details,
            ledger,
            currencies,
        }
    }
}

fn table_of(checked: &Checked, recipe: Recipe) -> Option<&CheckedTable> {
    checked.table_of(recipe).map(|index| &checked.tables[index])
}

fn brought_of(checked: &Checked, recipe: Recipe) -> Option<&Arc<Brought>> {
    checked.brought.iter().find(|brought| brought.recipe == Some(recipe))
}

fn rows_of(checked: &Checked, recipe: Recipe) -> Option<u64> {
    brought_of(checked, recipe).map(|brought| brought.rows()).or_else(|| table_of(checked, recipe).map(|table| table.rows))
}

/// The primary key of the table of a recipe, made or brought.
fn key_of(checked: &Checked, recipe: Recipe) -> Option<Column> {
    match brought_of(checked, recipe) {
        Some(brought) => Some(Column::Brought(Arc::clone(brought))),
        None => table_of(checked, recipe).and_then(|table| primary(checked.seed, table)),
    }
}

/// The table of order details, in either form.
fn details_of(checked: &Checked) -> Option<&CheckedTable> {
    table_of(checked, Recipe::OrderDetails).or_else(|| table_of(checked, Recipe::OrderLists))
}

/// By which name order details are drawn: both forms say the same.
fn details_name(table: &CheckedTable) -> &str {
    if table.recipe == Some(Recipe::OrderLists) { Recipe::OrderDetails.name() } else { &table.name }
}

/// How large the baskets of customers are, where orders have details.
fn appetite(checked: &Checked) -> Option<Appetite> {
    let (details, customers) = (details_of(checked)?, table_of(checked, Recipe::Customers)?);
    Some(Appetite::new(checked.seed, details_name(details), &customers.name, &checked.trade))
}

/// The currencies of the template's regions.
fn currencies(checked: &Checked) -> Result<Currencies, PlanError> {
    let mut regions = Vec::new();
    for (code, _) in &checked.regions {
        let broken = |problem: String| PlanError::Region { code: code.clone(), problem };
        let header = bundle::region_header(code).ok_or_else(|| broken("is not built in".to_owned()))?;
        let header = header.map_err(|problems| broken(problems.iter().map(ToString::to_string).next().unwrap_or_default()))?;
        regions.push(header.currency);
    }
    Ok(Currencies::new(&regions, checked.trade.money.currency.as_deref()))
}

fn region_files(code: &str) -> Result<Files, PlanError> {
    bundle::region_files(code).ok_or_else(|| PlanError::Region { code: code.to_owned(), problem: "is not built in".to_owned() })
}

fn read_region<'a>(code: &str, files: &'a Files) -> Result<Region<'a>, PlanError> {
    Region::read(files).map_err(|problems| {
        let problem = problems.iter().map(ToString::to_string).next().unwrap_or_default();
        PlanError::Region { code: code.to_owned(), problem }
    })
}

/// Customers, employees or offices of all regions of the template; only the packs of these are read.
fn plan_people(checked: &Checked, table: &CheckedTable, sign_ups: &SignUps, trade: &trade::Customers) -> Result<Customers, PlanError> {
    let files: Vec<Files> = checked.regions.iter().map(|(code, _)| region_files(code)).collect::<Result<_, _>>()?;
    let mut regions = Vec::new();
    for (files, (code, share)) in files.iter().zip(&checked.regions) {
        let region = read_region(code, files)?;
        for column in &table.columns {
            if let Some(what) = lacking(&region, &column.fill) {
                let (table, column) = (table.name.clone(), column.schema.name.clone());
                return Err(PlanError::Lacks { table, column, region: code.clone(), what });
            }
        }
        regions.push((region, u64::from(*share)));
    }
    let currencies = currencies(checked)?;
    Customers::new(checked.seed, &table.name, sign_ups.clone(), trade, &regions, currencies).map_err(|(index, Lack::Phones { most })| {
        let others = PhoneMode::ALL.into_iter().filter(|mode| *mode != trade.phones);
        PlanError::Phones {
            region: checked.regions[index].0.clone(),
            wanted: table.rows,
            mode: trade.phones.name(),
            most,
            others: others.map(|mode| (mode.name(), phone_capacity(&regions[index].0, mode))).collect(),
        }
    })
}

/// What a region has not, that a column wants.
fn lacking(region: &Region<'_>, fill: &Fill) -> Option<&'static str> {
    let scheme = |kind| wares_ids::scheme(&region.header.code, kind).is_none();
    match fill {
        Fill::Customer(CustomerFact::TaxNumber) if scheme(Kind::PersonalTax) && scheme(Kind::CompanyTax) => {
            Some("tax number whose check digits are known")
        }
        Fill::Customer(CustomerFact::VatNumber) if scheme(Kind::Vat) => Some("VAT number whose check digits are known"),
        Fill::Customer(CustomerFact::Iban) if scheme(Kind::Iban) => Some("IBAN"),
        Fill::Customer(CustomerFact::MiddleName) if region.middle.is_empty() => Some("middle names"),
        _ => None,
    }
}

/// The primary key column of a table, where it is a single one.
fn primary(seed: u64, table: &CheckedTable) -> Option<Column> {
    let column = table.columns.iter().find(|column| column.schema.primary)?;
    Column::new(Key::new(seed, &table.name, &column.schema.name), &column.fill)
}

impl TablePlan {
    fn new(checked: &Checked, table: &CheckedTable, rows: u64) -> Result<Self, PlanError> {
        let mut columns = Vec::new();
        let decimals = money_decimals(checked)?;
        for column in &table.columns {
            if let Some((most, what)) = capacity(&column.fill).filter(|(most, _)| rows > *most) {
                return Err(PlanError::Capacity { table: table.name.clone(), column: column.schema.name.clone(), wanted: rows, what, most });
            }
            let key = Key::new(checked.seed, &table.name, &column.schema.name);
            let nulls = (column.null_percent > 0).then(|| (key.with(u64::MAX), u64::from(column.null_percent)));
            let filler = filler(checked, table, column, key);
            let natural = natural(checked, column);
            let physical = match column.schema.column_type {
                ColumnType::Money if natural == MONEY => Physical::Scaled(decimals),
                _ if column.schema.physical == column.natural => natural,
                _ => column.schema.physical,
            };
            columns.push(ColumnPlan { filler, include: column.include, natural, physical, nulls });
        }
        let mut schema = table.schema();
        let included = columns.iter().filter(|column| column.include);
        for (seen, planned) in schema.columns.iter_mut().zip(included) {
            seen.physical = planned.physical;
        }
        Ok(Self { schema, recipe: table.recipe, rows, columns })
    }
}

/// How amounts are held.
const MONEY: Physical = Physical::Scaled(2);

/// With how many decimals amounts are printed: where the user's orders say what they come to, as they say it.
fn money_decimals(checked: &Checked) -> Result<u8, PlanError> {
    match brought_of(checked, Recipe::Orders) {
        Some(orders) => Ok(if orders.facts.is_whole() { 0 } else { 2 }),
        None => Ok(currencies(checked)?.decimals()),
    }
}

/// How many different values a fill has whose values never meet twice, and what makes them.
fn capacity(fill: &Fill) -> Option<(u64, String)> {
    match fill {
        Fill::Code(code) if code.unique => {
            Some((pattern::code_capacity(&code.pattern).unwrap_or(0).min(1 << 63), format!("the pattern `{}`", code.pattern)))
        }
        Fill::Barcode(barcode) => Some((barcode_capacity(barcode), "the barcode behind its first digits".to_owned())),
        Fill::Sku(sku) => {
            let pieces = pattern::pieces(&sku.pattern).ok()?;
            Some((pattern::sku_capacity(&pieces)?.min(1 << 63), format!("the pattern `{}`", sku.pattern)))
        }
        _ => None,
    }
}

/// How the values of a fill are held; those of a foreign key as in its parent.
fn natural(checked: &Checked, column: &CheckedColumn) -> Physical {
    if let Some(brought) = column.schema.references.as_ref().and_then(|name| brought_table(checked, name)) {
        return brought.keys.physical();
    }
    if let Some((brought, place)) = carried(checked, &column.fill) {
        return brought.carried[place].values.physical();
    }
    let parent = column.schema.references.as_ref().and_then(|name| checked.tables.iter().find(|table| table.name == *name));
    match parent.and_then(|table| table.columns.iter().find(|column| column.schema.primary)) {
        Some(key) => key.natural,
        None => column.natural,
    }
}

/// The table of this name that the user brings.
fn brought_table<'a>(checked: &'a Checked, name: &str) -> Option<&'a Arc<Brought>> {
    checked.brought.iter().find(|brought| brought.name == name)
}

/// The column of the user's table that goes along with its key, where a fill asks for one.
fn carried<'a>(checked: &'a Checked, fill: &Fill) -> Option<(&'a Arc<Brought>, usize)> {
    let Fill::Reference(Reference { table, column: Some(column) }) = fill else { return None };
    let brought = brought_table(checked, table)?;
    Some((brought, brought.carried(column)?))
}

/// Whether the recipe itself draws a row of that table for each of its rows.
fn draws(recipe: Option<Recipe>, of: Option<Recipe>) -> bool {
    let own = [
        (Recipe::Orders, Recipe::Customers),
        (Recipe::OrderDetails, Recipe::Orders),
        (Recipe::OrderDetails, Recipe::Products),
        (Recipe::OrderLists, Recipe::Orders),
    ];
    own.into_iter().any(|(this, other)| recipe == Some(this) && of == Some(other))
}

fn filler(checked: &Checked, table: &CheckedTable, column: &CheckedColumn, key: Key) -> Filler {
    match &column.fill {
        Fill::Text(text) => {
            let position = |name: &str| table.columns.iter().position(|known| known.schema.name == name).expect("the template was checked");
            let pieces = pattern::pieces(&text.pattern).expect("the template was checked");
            let part = |piece| match piece {
                Piece::Literal(text) => TextPart::Literal(text),
                Piece::Slot { name, .. } => TextPart::Column(position(&name)),
            };
            Filler::Text(pieces.into_iter().map(part).collect())
        }
        Fill::Reference(reference) => {
            if let Some((brought, place)) = carried(checked, &column.fill) {
                let along = Column::Carried(Arc::clone(brought), place);
                if let Some(recipe) = brought.recipe.filter(|recipe| draws(table.recipe, Some(*recipe))) {
                    return Filler::Along(recipe, along);
                }
                // All columns of one row are drawn by the name of the one that shows its key.
                let whole = |known: &&CheckedColumn| known.schema.references.as_ref() == Some(&brought.name);
                let key = table.columns.iter().find(whole).map_or(key, |shown| Key::new(checked.seed, &table.name, &shown.schema.name));
                return Filler::Reference { key, rows: brought.rows(), parent: along };
            }
            if let Some(brought) = brought_table(checked, &reference.table) {
                return Filler::Reference { key, rows: brought.rows(), parent: Column::Brought(Arc::clone(brought)) };
            }
            let parent = checked.tables.iter().find(|table| table.name == reference.table).expect("the template was checked");
            Filler::Reference { key, rows: parent.rows, parent: primary(checked.seed, parent).expect("the template was checked") }
        }
        other => Column::new(key, other).map_or_else(|| Filler::Recipe(other.clone()), Filler::Own),
    }
}

const _: () = assert!(lint::MOST_SLOTS <= 16, "slots of a name are looked up one by one");
