//! The recipes of a shop, each with what it needs of the others. Start at [`Shop::new`].

use std::collections::BTreeMap;

use wares_model::{
    Checked,
    check::{CheckedColumn, CheckedTable},
    column::Fill,
    template::Recipe,
    trade,
};

use super::{
    error::PlanError,
    look::{brought_of, currencies, details_name, details_of, key_of, money_decimals, rows_of, table_of},
    people::{plan_people, read_region, region_files},
};
use crate::{
    anchor::Anchor,
    arrivals,
    calendar::Timeline,
    column::Column,
    festive::OpenDays,
    recipe::{
        customers::{Customers, SignUps, home_split},
        ledger::{Books, Currency, Ledger, money::Currencies, movements, returns::Counted},
        order_details::{Buyer, Goods, OrderDetails, Priced, Sale, Size},
        orders::{Appetite, Orders},
        product_lines::ProductLines,
        products::Products,
        staff::Staff,
    },
    weighted::Composition,
};

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

impl Shop {
    /// How many rows a table has.
    pub(super) fn rows(&self, table: &CheckedTable) -> u64 {
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

    pub(super) fn new(checked: &Checked, wanted: &dyn Fn(Recipe) -> bool) -> Result<Self, PlanError> {
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

/// How large the baskets of customers are, where orders have details.
fn appetite(checked: &Checked) -> Option<Appetite> {
    let (details, customers) = (details_of(checked)?, table_of(checked, Recipe::Customers)?);
    Some(Appetite::new(checked.seed, details_name(details), &customers.name, &checked.trade))
}
