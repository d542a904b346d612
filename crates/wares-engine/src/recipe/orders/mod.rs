//! Orders: numbered by day, given to customers who have signed up, and gone as far as their dates allow today.

mod appetite;

use std::{ops::Range, sync::Arc};

use arrow_array::{ArrayRef, Date32Array, Int64Array, StringArray, UInt32Array, types::UInt32Type};
use wares_model::{Day, column::OrderFact, pack::catalog::values, trade};

pub(crate) use self::appetite::Appetite;
use self::appetite::CANDIDATES;
use super::{customers::SignUps, products::dictionary};
use crate::{
    calendar::Timeline,
    festive::OpenDays,
    fixed::Popularity,
    key::{Draw, Key},
    permute::Permutation,
    weighted::{Alias, Composition, LastBlock},
};

/// Customers are weighted within blocks of 64 neighbours by sign-up, so that a customer's weight never changes.
const BLOCK_BITS: u32 = 6;

/// Statuses, in the order of [`Status`].
const STATUSES: [&str; 6] = ["Shipped", "In Process", "Cancelled", "On Hold", "Disputed", "Resolved"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Status {
    Shipped,
    InProcess,
    Cancelled,
    OnHold,
    Disputed,
    Resolved,
}

/// What becomes of an order in the end, in the order of the shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Usual,
    Cancelled,
    Held,
    Disputed,
    Returned,
}

const FATES: [Fate; 5] = [Fate::Usual, Fate::Cancelled, Fate::Held, Fate::Disputed, Fate::Returned];

/// Orders of a block in which fates have exact shares, as a power of two.
const FATE_BITS: u32 = 10;

/// Everything that the orders of one plan share.
pub(crate) struct Orders {
    timeline: Timeline,
    today: Day,
    customer: Key,
    blocks: Key,
    fate: Key,
    comment: Key,
    /// Customers surely signed up by the end of each day of the calendar.
    signed_up: Vec<u64>,
    sign_ups: SignUps,
    customers: u64,
    /// How large baskets are; none where nobody knows what is in them.
    appetite: Option<Appetite>,
    weights: Popularity,
    newest_percent: u64,
    once_percent: u64,
    once: Once,
    handling: Alias,
    most_handling: i32,
    open: OpenDays,
    promised: (i64, i64),
    fates: Composition,
    hours: Alias,
    time: Key,
    rows: u64,
    statuses: Arc<StringArray>,
    comments: Arc<StringArray>,
    comment_percent: u64,
    /// Remarks by status, with their first position among all.
    remarks: [(u32, Alias); 5],
}

/// Which customer an order has for itself: the first order the first customer, and so on at an even step.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Once {
    /// Customers before the first one.
    pub(crate) first: u64,
    /// So many customers come in the time of so many orders.
    pub(crate) customers: u64,
    pub(crate) orders: u64,
}

impl Once {
    /// Nobody has an order for himself.
    pub(crate) const NEVER: Self = Self { first: 0, customers: 0, orders: 1 };

    /// Whether there are about as many customers as orders, or more.
    fn is_enough(self) -> bool {
        u128::from(self.customers) * 100 >= u128::from(self.orders) * 99
    }

    #[inline]
    fn customer(self, order: u64) -> u64 {
        self.first + (u128::from(order) * u128::from(self.customers) / u128::from(self.orders.max(1))) as u64
    }
}

/// What is drawn once for an order.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Order {
    pub(crate) row: u64,
    pub(crate) date: Day,
    required: Day,
    shipped: Option<Day>,
    pub(crate) status: Status,
    /// The day on which it leaves or will leave as a whole; none where it never does.
    pub(crate) leaves: Option<Day>,
}

impl Orders {
    /// `once`: whose the orders are that have a customer of their own.
    pub(crate) fn new(
        seed: u64,
        table: &str,
        (timeline, open, today): (Timeline, OpenDays, Day),
        (sign_ups, once, appetite): (&SignUps, Once, Option<Appetite>),
        trade: &trade::Trade,
    ) -> Self {
        let key = |name: &str| Key::new(seed, table, name);
        let shares = |list: &[u32]| Alias::new(&list.iter().map(|share| u64::from(*share)).collect::<Vec<_>>());
        let orders = &trade.orders;
        let mut texts = Vec::new();
        let lists = [&orders.comments, &orders.cancel_comments, &orders.hold_comments, &orders.dispute_comments, &orders.resolve_comments];
        let remarks = lists.map(|list| {
            let first = texts.len() as u32;
            let mut weights: Vec<u64> = values(list).map(|(_, weight)| u64::from(weight)).collect();
            texts.extend(values(list).map(|(text, _)| Some(text.to_owned())));
            if weights.iter().all(|weight| *weight == 0) {
                texts.push(None);
                weights = vec![1];
            }
            (first, Alias::new(&weights))
        });
        Self {
            today,
            customer: key("latent:customer"),
            blocks: key("latent:customer_weight"),
            fate: key("latent:fate"),
            comment: key("latent:comment"),
            signed_up: (timeline.start().0..=today.0).map(|day| sign_ups.by(Day(day))).collect(),
            customers: sign_ups.rows(),
            sign_ups: sign_ups.clone(),
            appetite,
            weights: Popularity::new(trade.customers.spread_percent),
            newest_percent: u64::from(trade.customers.newest_percent),
            // With fewer customers than orders nearly everybody comes back.
            once_percent: if once.is_enough() { u64::from(trade.customers.once_percent) } else { 0 },
            once,
            handling: shares(&orders.handling_days),
            most_handling: orders.handling_days.len() as i32 + open.longest_break(),
            open,
            promised: (i64::from(orders.promised_days_min), i64::from(orders.promised_days_max)),
            fates: {
                let shares = [orders.cancelled_per_mille, orders.held_per_mille, orders.disputed_per_mille, trade.returns.per_mille].map(u64::from);
                let usual = 1_000_u64.saturating_sub(shares.iter().sum());
                Composition::new(key("latent:fates"), FATE_BITS, &[usual, shares[0], shares[1], shares[2], shares[3]])
            },
            hours: shares(&trade.calendar.hours),
            time: key("latent:time"),
            rows: timeline.rows(),
            statuses: Arc::new(StringArray::from(STATUSES.to_vec())),
            comments: Arc::new(texts.into_iter().collect()),
            comment_percent: u64::from(orders.comment_percent),
            remarks,
            timeline,
        }
    }

    /// The day of an order; it rises with the row.
    #[inline]
    pub(crate) fn day(&self, row: u64) -> Day {
        self.timeline.day(row)
    }

    /// The orders of some rows.
    pub(crate) fn latents(&self, rows: Range<u64>) -> Vec<Order> {
        let mut last = LastBlock::default();
        rows.map(|row| self.latent(row, &mut last)).collect()
    }

    /// Everything that is drawn of an order, but its customer.
    #[inline]
    pub(crate) fn latent(&self, row: u64, last: &mut LastBlock) -> Order {
        let date = self.day(row);
        let fate = self.fate.draw(row);
        let required = date.plus(fate.also(1).between(self.promised.0, self.promised.1) as i32);
        let ready = self.open(date.plus(self.handling.pick(fate.also(2)) as i32));
        let days = |number: u64, low: i64, high: i64| fate.also(number).between(low, high) as i32;
        let mut leaves = Some(ready);
        let status = match FATES[self.fates.split_near(last, row).0] {
            Fate::Usual | Fate::Returned => self.sent(ready),
            Fate::Cancelled if self.today >= date.plus(days(3, 0, 2)) => {
                leaves = None;
                Status::Cancelled
            }
            // That it will be cancelled is not known yet.
            Fate::Cancelled => {
                leaves = Some(self.open(date.plus(days(3, 0, 2).max(1))));
                Status::InProcess
            }
            Fate::Held => {
                let held_until = date.plus(days(3, 3, 16));
                let left = self.open(held_until.plus(days(4, 0, 2)));
                leaves = Some(left);
                if self.today < held_until { Status::OnHold } else { self.sent(left) }
            }
            Fate::Disputed => {
                let disputed = ready.plus(days(3, 4, 21));
                match self.today {
                    today if today < disputed => self.sent(ready),
                    today if today < disputed.plus(days(4, 5, 30)) => Status::Disputed,
                    _ => Status::Resolved,
                }
            }
        };
        let shipped = leaves.filter(|left| *left <= self.today && !matches!(status, Status::InProcess | Status::OnHold));
        Order { row, date, required, shipped, status, leaves }
    }

    /// The rows of the orders of a block of which something comes back.
    pub(crate) fn returned(&self, block: u64) -> impl Iterator<Item = u64> {
        let order = self.fates.order(block);
        let rows = block << FATE_BITS..((block + 1) << FATE_BITS).min(self.rows);
        rows.filter(move |row| FATES[self.fates.split_in(&order, block, *row).0] == Fate::Returned)
    }

    /// So many orders stand in a block, and of so many of these something comes back.
    pub(crate) fn returned_of_block(&self) -> (u64, u64) {
        (1 << FATE_BITS, u64::from(self.fates.count(FATES.len() - 1)))
    }

    /// How many orders there are.
    pub(crate) fn rows(&self) -> u64 {
        self.rows
    }

    /// The key by which the days of a table's orders are drawn.
    pub(crate) fn key(seed: u64, table: &str) -> Key {
        Key::new(seed, table, "latent:date")
    }

    /// The first day with orders.
    pub(crate) fn first_day(&self) -> Day {
        self.timeline.start()
    }

    /// The day after which nothing happens.
    pub(crate) fn today(&self) -> Day {
        self.today
    }

    /// The most days from an order to the day on which it leaves, where nothing holds it up.
    pub(crate) fn most_handling_days(&self) -> i32 {
        self.most_handling
    }

    fn sent(&self, left: Day) -> Status {
        if self.today < left { Status::InProcess } else { Status::Shipped }
    }

    /// The day itself, or the next one on which things leave.
    #[inline]
    pub(crate) fn open(&self, day: Day) -> Day {
        self.open.next_open(day)
    }

    /// The row of the customer who ordered.
    #[inline]
    pub(crate) fn customer(&self, order: &Order) -> u64 {
        self.sign_ups.row(self.position(order.row, order.date))
    }

    /// The same, of an order of which nothing is known but its row and day.
    #[inline]
    pub(crate) fn customer_on(&self, row: u64, day: Day) -> u64 {
        self.sign_ups.row(self.position(row, day))
    }

    /// The position of the customer in the order of sign-ups.
    #[inline]
    fn position(&self, row: u64, day: Day) -> u64 {
        let signed_up = self.signed_up[(day.0 - self.timeline.start().0) as usize].min(self.customers);
        let draw = self.customer.draw(row);
        if self.once_percent > 0 && draw.also(3).below(100) < self.once_percent {
            return self.once.customer(row).min(signed_up - 1);
        }
        let Some(appetite) = &self.appetite else { return self.candidate(signed_up, draw) };
        let wanted = appetite.of_order(row);
        let candidates = (0..CANDIDATES).map(|number| self.candidate(signed_up, draw.also(10 + number)));
        let away = |position: &u64| (appetite.of_customer(self.sign_ups.row(*position)) - wanted).abs();
        candidates.min_by_key(away).unwrap_or(0)
    }

    /// A customer who might have ordered, among so many.
    #[inline]
    fn candidate(&self, signed_up: u64, draw: Draw) -> u64 {
        if draw.also(1).below(100) < self.newest_percent {
            // The cube of a draw: most such orders come soon after the sign-up.
            let part = u128::from(draw.0 >> 32);
            let age = (((part * part * part) >> 64) * u128::from(signed_up)) >> 32;
            return signed_up - 1 - age as u64;
        }
        let anybody = draw.below(signed_up);
        let block = anybody >> BLOCK_BITS;
        let rank = self.weights.rank(draw.also(2), 1 << BLOCK_BITS);
        let chosen = (block << BLOCK_BITS) + Permutation::new(self.blocks.with(block), 1 << BLOCK_BITS).at(rank);
        if chosen < signed_up { chosen } else { anybody }
    }

    /// One column of some orders.
    pub(crate) fn column(&self, fact: OrderFact, orders: &[Order]) -> ArrayRef {
        match fact {
            OrderFact::OrderDate => Arc::new(Date32Array::from_iter_values(orders.iter().map(|order| order.date.0))),
            OrderFact::RequiredDate => Arc::new(Date32Array::from_iter_values(orders.iter().map(|order| order.required.0))),
            OrderFact::ShippedDate => Arc::new(Date32Array::from_iter(orders.iter().map(|order| order.shipped.map(|day| day.0)))),
            OrderFact::Status => dictionary(orders.iter().map(|order| order.status as u32), &self.statuses),
            OrderFact::Comments => {
                let keys = UInt32Array::from_iter(orders.iter().map(|order| self.remark(order)));
                let values: ArrayRef = self.comments.clone();
                Arc::new(arrow_array::DictionaryArray::<UInt32Type>::try_new(keys, values).expect("remarks lie within the list"))
            }
            OrderFact::OrderTime => Arc::new(Int64Array::from_iter_values(orders.iter().map(|order| {
                let draw = self.time.draw(order.row);
                self.hours.pick(draw) as i64 * 3_600 + draw.also(1).below(3_600) as i64
            }))),
            OrderFact::Customer => unreachable!("the plan reads customers by their primary key"),
            OrderFact::Subtotal
            | OrderFact::Discount
            | OrderFact::Shipping
            | OrderFact::Tax
            | OrderFact::TaxPercent
            | OrderFact::Total
            | OrderFact::Currency => {
                unreachable!("amounts stand on the order's bill")
            }
        }
    }

    fn remark(&self, order: &Order) -> Option<u32> {
        let draw = self.comment.draw(order.row);
        let (first, alias) = match order.status {
            Status::Shipped | Status::InProcess if draw.also(1).below(100) < self.comment_percent => &self.remarks[0],
            Status::Shipped | Status::InProcess => return None,
            Status::Cancelled => &self.remarks[1],
            Status::OnHold => &self.remarks[2],
            Status::Disputed => &self.remarks[3],
            Status::Resolved => &self.remarks[4],
        };
        Some(first + alias.pick(draw) as u32)
    }
}
