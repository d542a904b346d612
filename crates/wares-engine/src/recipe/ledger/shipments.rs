//! Shipments: the lines of an order leave together, or the first lines go ahead.

use std::{ops::Range, sync::Arc};

use arrow_array::{ArrayRef, Date32Array, Int64Array, StringArray};
use wares_model::{Day, column::ShipmentFact, pack::catalog::values, trade};

use super::Books;
use crate::{
    key::Key,
    recipe::{
        children::Children,
        orders::{Order, Orders, Status as OrderStatus},
        products::dictionary,
    },
    weighted::Alias,
};

/// Statuses, in the order of [`Status`].
const STATUSES: [&str; 4] = ["Delivered", "In Transit", "Pending", "Cancelled"];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    Delivered,
    InTransit,
    Pending,
    Cancelled,
}

/// How much longer shipments to other regions take, in days.
pub(super) const ABROAD_DAYS: (i64, i64) = (2, 9);

/// How the orders of one plan leave and arrive.
pub(crate) struct Shipments {
    children: Children,
    draw: Key,
    transit: Alias,
    carriers: Alias,
    names: Arc<StringArray>,
    statuses: Arc<StringArray>,
}

/// One shipment.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shipment {
    pub(crate) order: u64,
    part: i64,
    first_line: i64,
    last_line: i64,
    pieces: i64,
    grams: i64,
    carrier: u32,
    shipped: Option<Day>,
    delivered: Option<Day>,
    status: Status,
}

/// Where the lines of an order are parted, and when each part leaves and arrives, whether it has or not.
#[derive(Debug, Clone, Copy)]
pub(super) struct Route {
    /// The number of the last line of each part; the same where all leave together.
    last_lines: [i64; 2],
    /// Departure and arrival of each part; none where the order was cancelled.
    days: Option<[(Day, Day); 2]>,
}

impl Shipments {
    pub(super) fn new(key: Key, trade: &trade::Shipments, children: Children) -> Self {
        Self {
            children,
            draw: key,
            transit: Alias::new(&trade.transit_days.iter().map(|share| u64::from(*share)).collect::<Vec<_>>()),
            carriers: Alias::new(&values(&trade.carriers).map(|(_, weight)| u64::from(weight)).collect::<Vec<_>>()),
            names: Arc::new(StringArray::from_iter_values(values(&trade.carriers).map(|(name, _)| name))),
            statuses: Arc::new(StringArray::from(STATUSES.to_vec())),
        }
    }

    /// How many there are.
    pub(crate) fn rows(&self, orders: u64) -> u64 {
        self.children.rows(orders)
    }

    /// How an order of so many lines leaves.
    pub(super) fn route(&self, orders: &Orders, order: &Order, home: usize, lines: u64, parted: bool) -> Route {
        let draw = self.draw.draw(order.row);
        let lines = lines as i64;
        let cut = if parted { draw.also(1).between(1, lines - 1) } else { lines };
        let days = order.leaves.map(|last| {
            let first = if parted { orders.open(order.date.plus(draw.also(2).between(0, i64::from(last.0 - order.date.0)) as i32)) } else { last };
            let arrival = |left: Day, part: u64| {
                let abroad = if home == 0 { 0 } else { draw.also(3 + part).between(ABROAD_DAYS.0, ABROAD_DAYS.1) };
                left.plus(1 + self.transit.pick(draw.also(5 + part)) as i32 + abroad as i32)
            };
            [(first, arrival(first, 0)), (last, arrival(last, 1))]
        });
        Route { last_lines: [cut, lines], days }
    }

    /// One column of some shipments, but for keys of other tables.
    pub(crate) fn column(&self, fact: ShipmentFact, shipments: &[Shipment]) -> ArrayRef {
        let each = shipments.iter();
        let numbers = |value: fn(&Shipment) -> i64| Arc::new(Int64Array::from_iter_values(shipments.iter().map(value))) as ArrayRef;
        match fact {
            ShipmentFact::Part => numbers(|shipment| shipment.part),
            ShipmentFact::FirstLine => numbers(|shipment| shipment.first_line),
            ShipmentFact::LastLine => numbers(|shipment| shipment.last_line),
            ShipmentFact::Pieces => numbers(|shipment| shipment.pieces),
            ShipmentFact::WeightGrams => numbers(|shipment| shipment.grams),
            ShipmentFact::Carrier => dictionary(each.map(|shipment| shipment.carrier), &self.names),
            ShipmentFact::ShippedDate => Arc::new(Date32Array::from_iter(each.map(|shipment| shipment.shipped.map(|day| day.0)))),
            ShipmentFact::DeliveredDate => Arc::new(Date32Array::from_iter(each.map(|shipment| shipment.delivered.map(|day| day.0)))),
            ShipmentFact::Status => dictionary(each.map(|shipment| shipment.status as u32), &self.statuses),
            ShipmentFact::Order => unreachable!("keys are read from their tables"),
        }
    }
}

impl Route {
    /// When a line leaves and arrives, whether it has or not; none where the order was cancelled.
    pub(super) fn of_line(&self, number: i64) -> Option<(Day, Day)> {
        self.days.map(|days| days[usize::from(number > self.last_lines[0])])
    }
}

impl Books<'_> {
    /// The shipments of some rows.
    pub(crate) fn shipments(self, rows: Range<u64>) -> Vec<Shipment> {
        let (plan, today) = (&self.ledger.shipments, self.orders.today());
        self.walk(&plan.children, rows, |parent, order, sorts, found| {
            let lines = self.lines(order.row, sorts);
            let home = self.customers.whereabouts(self.orders.customer(&order)).0;
            let parted = parent.children > 1;
            let route = plan.route(self.orders, &order, home, lines.len() as u64, parted);
            let held = order.status == OrderStatus::OnHold;
            found.extend(parent.wanted.clone().map(|part| {
                let first_line = if part == 0 { 1 } else { route.last_lines[0] + 1 };
                let last_line = route.last_lines[part as usize];
                let inside = &lines[first_line as usize - 1..last_line as usize];
                let goods = self.grams(inside);
                let days = route.of_line(last_line).filter(|_| !held);
                let shipped = days.map(|(left, _)| left).filter(|left| *left <= today);
                let delivered = days.map(|(_, arrived)| arrived).filter(|arrived| *arrived <= today);
                let status = match (order.status, shipped, delivered) {
                    (OrderStatus::Cancelled, ..) => Status::Cancelled,
                    (_, None, _) => Status::Pending,
                    (_, _, None) => Status::InTransit,
                    _ => Status::Delivered,
                };
                Shipment {
                    order: order.row,
                    part: part as i64 + 1,
                    first_line,
                    last_line,
                    pieces: inside.iter().map(|line| line.quantity).sum(),
                    // Packing: a twentieth of the goods, and the box.
                    grams: if goods == 0 { 0 } else { goods + goods / 20 + 80 },
                    carrier: plan.carriers.pick(plan.draw.draw(order.row).also(7)) as u32,
                    shipped,
                    delivered,
                    status,
                }
            }));
        })
    }
}
