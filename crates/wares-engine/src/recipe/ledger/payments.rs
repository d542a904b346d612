//! Payments: of each order one, or two where the first attempt fails, or one for each instalment.

use std::{ops::Range, sync::Arc};

use arrow_array::{ArrayRef, Date32Array, Int64Array, StringArray};
use wares_model::{Day, column::PaymentFact, trade};

use super::{Bill, Books, money::Currencies};
use crate::{
    key::Key,
    recipe::{children::Children, orders::Status as OrderStatus, products::dictionary},
    weighted::Alias,
};

/// Days between two instalments.
const APART_DAYS: i32 = 30;

/// Statuses, in the order of [`Status`].
const STATUSES: [&str; 5] = ["Paid", "Pending", "Scheduled", "Failed", "Voided"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    Paid,
    Pending,
    Scheduled,
    Failed,
    Voided,
}

/// How the orders of one plan are paid.
pub(crate) struct Payments {
    children: Children,
    orders: u64,
    draw: Key,
    methods: Alias,
    days: Vec<i64>,
    names: Arc<StringArray>,
    statuses: Arc<StringArray>,
}

/// The sort of orders whose first attempt fails; the next are those of one instalment, two, three ...
const FAILED: usize = 0;

/// One payment.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Payment {
    pub(crate) order: u64,
    pub(crate) customer: u64,
    amount: i64,
    currency: u32,
    method: u32,
    instalment: i64,
    instalments: i64,
    date: Day,
    due: Day,
    status: Status,
}

impl Payments {
    pub(super) fn new(key: Key, trade: &trade::Payments, orders: u64) -> Self {
        let failed = u64::from(trade.failed_per_mille);
        let once = u64::from(trade.instalments[0]);
        let mut sorts = vec![(once * failed, 2), (once * (1_000 - failed), 1)];
        sorts.extend(trade.instalments.iter().zip(1..).skip(1).map(|(share, count)| (u64::from(*share) * 1_000, count)));
        Self {
            children: Children::new(key.with(1), &sorts),
            orders,
            draw: key,
            methods: Alias::new(&trade.methods.iter().map(|method| u64::from(method.weight)).collect::<Vec<_>>()),
            days: trade.methods.iter().map(|method| i64::from(method.days)).collect(),
            names: Arc::new(StringArray::from_iter_values(trade.methods.iter().map(|method| &method.name))),
            statuses: Arc::new(StringArray::from(STATUSES.to_vec())),
        }
    }

    /// How many there are.
    pub(crate) fn rows(&self) -> u64 {
        self.children.rows(self.orders)
    }

    /// Payment `number` of an order of this sort.
    fn payment(&self, bill: &Bill, sort: usize, number: u64, today: Day) -> Payment {
        let order = bill.order;
        let draw = self.draw.draw(order.row);
        let method = self.methods.pick(draw);
        let lag = draw.also(1).between(0, 2 * self.days[method]) as i32;
        let number = number as i64;
        let (tried, instalments) = if sort == FAILED { (number, 1) } else { (0, sort as i64) };
        let instalment = if sort == FAILED { 0 } else { number };
        let due = order.date.plus(lag + tried as i32 + instalment as i32 * APART_DAYS);
        let (status, date) = if sort == FAILED && number == 0 {
            (Status::Failed, order.date)
        } else if order.status == OrderStatus::Cancelled {
            (Status::Voided, order.date)
        } else if due > today || order.status == OrderStatus::OnHold {
            (if instalment > 0 { Status::Scheduled } else { Status::Pending }, order.date)
        } else {
            (Status::Paid, due)
        };
        Payment {
            order: order.row,
            customer: bill.customer,
            amount: bill.currency.parts(bill.total, instalments, instalment),
            currency: bill.currency.code,
            method: method as u32,
            instalment: instalment + 1,
            instalments,
            date,
            due: if status == Status::Failed { order.date } else { due },
            status,
        }
    }

    /// One column of some payments, but for keys of other tables.
    pub(crate) fn column(&self, fact: PaymentFact, payments: &[Payment], currencies: &Currencies) -> ArrayRef {
        let each = payments.iter();
        match fact {
            PaymentFact::PaymentDate => Arc::new(Date32Array::from_iter_values(each.map(|payment| payment.date.0))),
            PaymentFact::DueDate => Arc::new(Date32Array::from_iter_values(each.map(|payment| payment.due.0))),
            PaymentFact::Amount => Arc::new(Int64Array::from_iter_values(each.map(|payment| payment.amount))),
            PaymentFact::Instalment => Arc::new(Int64Array::from_iter_values(each.map(|payment| payment.instalment))),
            PaymentFact::Instalments => Arc::new(Int64Array::from_iter_values(each.map(|payment| payment.instalments))),
            PaymentFact::Method => dictionary(each.map(|payment| payment.method), &self.names),
            PaymentFact::Status => dictionary(each.map(|payment| payment.status as u32), &self.statuses),
            PaymentFact::Currency => dictionary(each.map(|payment| payment.currency), currencies.codes()),
            PaymentFact::Customer | PaymentFact::Order => unreachable!("keys are read from their tables"),
        }
    }
}

impl Books<'_> {
    /// The payments of some rows.
    pub(crate) fn payments(self, rows: Range<u64>) -> Vec<Payment> {
        let (plan, today) = (&self.ledger.payments, self.orders.today());
        self.walk(&plan.children, rows, |parent, order, sorts, found| {
            let bill = self.bill(order, &self.lines(order.row, sorts));
            found.extend(parent.wanted.clone().map(|number| plan.payment(&bill, parent.sort, number, today)));
        })
    }
}
