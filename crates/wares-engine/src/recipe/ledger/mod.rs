//! The ledger: what an order comes to, how it is paid, how it leaves, what comes back, and what all that does to the stock.
//!
//! Every amount follows from the order's lines, its customer's region and the template; nothing is added up from rows of another table. Start at
//! [`Ledger::bill`].
//!
//! Elsewhere: currencies and rounding (`money`), taxes (`tax`), and a file for each table.

pub(crate) mod money;
pub(crate) mod movements;
pub(crate) mod payments;
pub(crate) mod returns;
pub(crate) mod shipments;
mod tax;

use std::sync::{Arc, OnceLock};

use arrow_array::{ArrayRef, Int64Array};
use wares_model::{column::OrderFact, pack::region::SalesTax, trade::Trade};

use self::{money::Currencies, payments::Payments, returns::Returns, shipments::Shipments};
pub(crate) use self::{money::Currency, tax::Taxes};
use super::{
    children::Children,
    customers::Customers,
    order_details::{Line, OrderDetails, Sale},
    orders::{Order, Orders},
    products::{Products, dictionary},
};
use crate::{
    key::Key,
    weighted::{Alias, LastBlock},
};

/// Everything that the ledger of one plan shares.
pub(crate) struct Ledger {
    pub(crate) currencies: Currencies,
    taxes: Taxes,
    coupon: Key,
    coupons: Vec<i64>,
    coupon_alias: Alias,
    shipping: (i64, i64, i64, i64),
    pub(crate) payments: Payments,
    pub(crate) shipments: Shipments,
    pub(crate) returns: Returns,
    /// Grams of each product, where there are few enough to keep them.
    grams: OnceLock<Vec<i64>>,
    products: u64,
}

/// The recipes that the ledger reads.
#[derive(Clone, Copy)]
pub(crate) struct Books<'a> {
    pub(crate) ledger: &'a Ledger,
    pub(crate) orders: &'a Orders,
    pub(crate) details: &'a OrderDetails,
    pub(crate) customers: &'a Customers,
    pub(crate) products: &'a Products,
    pub(crate) sale: Sale<'a>,
}

/// What an order comes to, in minor units of its currency.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bill {
    pub(crate) order: Order,
    pub(crate) customer: u64,
    pub(crate) currency: Currency,
    subtotal: i64,
    discount: i64,
    shipping: i64,
    /// In thousandths of a percent.
    tax_rate: i64,
    tax: i64,
    pub(crate) total: i64,
}

/// A rate of 100 percent, in thousandths of a percent.
const WHOLE_RATE: i64 = 100_000;

/// The weight of a product of which the catalog says nothing.
const USUAL_GRAMS: i64 = 450;

/// For so many products the weights are kept.
const KEPT_GRAMS: u64 = 1 << 20;

impl Ledger {
    /// `regions`: tax and states of each region.
    pub(crate) fn new(
        seed: u64,
        trade: &Trade,
        currencies: Currencies,
        regions: &[(SalesTax, Vec<String>)],
        (orders, details): (&Orders, &OrderDetails),
        products: u64,
    ) -> Self {
        let key = |table: &str| Key::new(seed, table, "latent");
        let money = &trade.money;
        Self {
            currencies,
            taxes: Taxes::new(regions),
            coupon: key("coupons"),
            coupons: money.coupons.iter().map(|step| i64::from(step.percent)).collect(),
            coupon_alias: Alias::new(&money.coupons.iter().map(|step| u64::from(step.weight)).collect::<Vec<_>>()),
            shipping: (money.shipping_minor, money.shipping_kg_minor, money.free_shipping_minor, i64::from(money.abroad_percent)),
            payments: Payments::new(key("payments"), &trade.payments, orders.rows()),
            shipments: Shipments::new(key("shipments"), &trade.shipments, details.shipments()),
            returns: Returns::new(key("returns"), &trade.returns, orders, trade.shipments.transit_days.len()),
            grams: OnceLock::new(),
            products,
        }
    }
}

impl Books<'_> {
    /// The lines of an order.
    pub(crate) fn lines(self, order: u64, last: &mut LastBlock) -> Vec<Line> {
        self.details.basket(order, self.sale, last)
    }

    /// What an order comes to.
    pub(crate) fn bill(self, order: Order, lines: &[Line]) -> Bill {
        let ledger = self.ledger;
        let customer = self.orders.customer(&order);
        let (home, state) = self.customers.whereabouts(customer);
        let currency = ledger.currencies.of(home);
        let subtotal = lines.iter().map(|line| line.quantity * line.price_minor).sum();
        let percent = ledger.coupons[ledger.coupon_alias.pick(ledger.coupon.draw(order.row))];
        let discount = currency.share(subtotal, percent, 100);
        let shipping = self.shipping(currency, home, subtotal - discount, lines);
        let tax_rate = ledger.taxes.rate(home, state);
        let tax = currency.share(subtotal - discount + shipping, tax_rate, WHOLE_RATE);
        let total = subtotal - discount + shipping + tax;
        Bill { order, customer, currency, subtotal, discount, shipping, tax_rate, tax, total }
    }

    /// What the customer pays for shipping: by weight and region, nothing for large orders and for what is not sent at all.
    fn shipping(self, currency: Currency, home: usize, goods: i64, lines: &[Line]) -> i64 {
        let (base, per_kg, free_from, abroad) = self.ledger.shipping;
        let grams = self.grams(lines);
        if grams == 0 || goods >= currency.converted(free_from) {
            return 0;
        }
        let fee = base + (grams + 999) / 1_000 * per_kg;
        currency.listed(if home == 0 { fee } else { fee * abroad / 100 })
    }

    /// What the pieces of some lines weigh.
    pub(crate) fn grams(self, lines: &[Line]) -> i64 {
        let weigh = |product: u64| self.products.grams(product).unwrap_or(USUAL_GRAMS);
        if self.ledger.products > KEPT_GRAMS {
            return lines.iter().map(|line| line.quantity * weigh(line.product)).sum();
        }
        let kept = self.ledger.grams.get_or_init(|| (0..self.ledger.products).map(weigh).collect());
        lines.iter().map(|line| line.quantity * kept[line.product as usize]).sum()
    }

    /// The bills of some orders.
    pub(crate) fn bills(self, orders: &[Order]) -> Vec<Bill> {
        let mut last = LastBlock::default();
        orders.iter().map(|order| self.bill(*order, &self.lines(order.row, &mut last))).collect()
    }

    /// The orders with children in a range of rows of a table that has one or more of them for each order.
    fn walk<T>(
        self,
        children: &Children,
        rows: std::ops::Range<u64>,
        mut make: impl FnMut(&super::children::Parent, Order, &mut LastBlock, &mut Vec<T>),
    ) -> Vec<T> {
        let mut found = Vec::with_capacity((rows.end - rows.start) as usize);
        let (mut fates, mut sorts) = (LastBlock::default(), LastBlock::default());
        children.walk(rows, self.orders.rows(), |parent| {
            let order = self.orders.latent(parent.row, &mut fates);
            make(&parent, order, &mut sorts, &mut found);
        });
        found
    }
}

impl Bill {
    /// What is paid back for some pieces of a line: their part of the subtotal less discount, and its tax.
    pub(crate) fn refund(&self, line: &Line, quantity: i64) -> i64 {
        let goods = self.currency.share(quantity * line.price_minor, self.subtotal - self.discount, self.subtotal);
        goods + self.currency.share(goods, self.tax_rate, WHOLE_RATE)
    }

    /// One amount of some orders.
    pub(crate) fn column(fact: OrderFact, bills: &[Self], currencies: &Currencies) -> ArrayRef {
        let numbers = |value: fn(&Self) -> i64| Arc::new(Int64Array::from_iter_values(bills.iter().map(value))) as ArrayRef;
        match fact {
            OrderFact::Subtotal => numbers(|bill| bill.subtotal),
            OrderFact::Discount => numbers(|bill| bill.discount),
            OrderFact::Shipping => numbers(|bill| bill.shipping),
            OrderFact::Tax => numbers(|bill| bill.tax),
            OrderFact::TaxPercent => numbers(|bill| bill.tax_rate),
            OrderFact::Total => numbers(|bill| bill.total),
            OrderFact::Currency => dictionary(bills.iter().map(|bill| bill.currency.code), currencies.codes()),
            _ => unreachable!("only amounts stand on a bill"),
        }
    }
}
