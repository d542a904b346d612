//! How a shop trades. Every default is that of the retail profile.

mod profile;

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use self::profile::{Profile, complete};
use crate::{
    day::Day,
    decimal::Decimal,
    weighted::{Choice, TextOr},
};

/// The behaviour that the recipes share.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Trade {
    /// The sort of shop; what the template leaves out below is as such a shop has it. Default: retail.
    pub profile: Profile,
    /// On which days people order and sign up.
    pub calendar: Calendar,
    /// Who signs up when, and how unequal customers are.
    pub customers: Customers,
    /// What becomes of an order.
    pub orders: Orders,
    /// What is in an order.
    pub lines: Lines,
    /// What an order costs beside its lines, and in which currency.
    pub money: Money,
    /// How orders are paid.
    pub payments: Payments,
    /// How orders leave and arrive.
    pub shipments: Shipments,
    /// What comes back.
    pub returns: Returns,
}

/// The first day of a shop whose orders come at a rate, where nothing else is said: 2024-01-01.
pub const FIRST_DAY: Day = Day(19_723);

/// Orders usually begin so many days before `today`.
pub const USUAL_DAYS: i32 = 729;

impl Trade {
    /// The first day with orders.
    pub fn first_day(&self, today: Day) -> Day {
        let usual = if self.orders.per_day.is_some() { FIRST_DAY } else { today.plus(-USUAL_DAYS) };
        self.calendar.start.unwrap_or(usual)
    }
}

/// The intensity of trade, day by day: weekday x month x growth x holidays x peaks x noise.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Calendar {
    /// The first day with orders. Default: two years before `today`; 2024-01-01 where `orders.per_day` is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<Day>,
    /// Growth from year to year, in percent; -90 to 900.
    pub growth_percent: i32,
    /// Shares of Monday to Sunday.
    pub weekdays: [u32; 7],
    /// Shares of January to December.
    pub months: [u32; 12],
    /// Shares of the hours of a day, from midnight.
    pub hours: [u32; 24],
    /// Spells of more or less trade than usual.
    pub peaks: Vec<Peak>,
    /// Whether the public holidays of the regions count: each by its region's share of the customers. On those of the first region nothing leaves either,
    /// unless the shop never closes (`orders.closed_on` is empty).
    pub holidays: HolidaySource,
    /// Intensity on a public holiday beside a usual day, in percent; at most 10,000.
    pub holiday_percent: u32,
    /// The same on the two days before one.
    pub eve_percent: u32,
    /// The same in the weeks before Christmas, from four to one before it, where that is a holiday.
    pub christmas_percent: u32,
    /// How far a day may lie above or below what all this gives, in percent; at most 90.
    pub noise_percent: u8,
}

impl Default for Calendar {
    fn default() -> Self {
        let peak = |name: &str, month, day, days, percent| Peak { name: name.to_owned(), month, day, days, percent };
        Self {
            start: None,
            growth_percent: 18,
            weekdays: [158, 155, 152, 150, 140, 118, 127],
            months: [88, 84, 92, 93, 97, 94, 92, 94, 97, 104, 134, 131],
            hours: [22, 11, 6, 3, 2, 5, 14, 28, 42, 54, 62, 64, 62, 60, 60, 60, 60, 62, 66, 72, 76, 72, 56, 38],
            peaks: vec![peak("black friday week", 11, 23, 8, 210), peak("summer sale", 7, 10, 5, 150)],
            holidays: HolidaySource::Region,
            holiday_percent: 45,
            eve_percent: 90,
            christmas_percent: 112,
            noise_percent: 28,
        }
    }
}

/// Which public holidays count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HolidaySource {
    /// Those of the shop's regions.
    #[default]
    Region,
    /// None.
    None,
}

/// A spell that comes back every year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Peak {
    /// For people.
    pub name: String,
    /// Month of the first day, 1 to 12.
    pub month: u32,
    /// First day of the spell, 1 to 31.
    pub day: u32,
    /// How many days it lasts, 1 to 90.
    pub days: u32,
    /// Intensity beside a usual day, in percent; 100 changes nothing; at most 10,000.
    pub percent: u32,
}

/// Who signs up when, and how unequal customers are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Customers {
    /// How long before the first order the first customer signed up, in days.
    pub first_sign_up_days: u32,
    /// Spread of how often customers order: the standard deviation of the logarithm, in hundredths; at most 300.
    pub spread_percent: u16,
    /// Share of orders that go to the newest customers rather than to anybody, in percent.
    pub newest_percent: u8,
    /// Orders placed by a customer who (nearly) never comes back, in percent; where there are as many customers as orders or more.
    pub once_percent: u8,
    /// How many employees look after customers.
    pub sales_reps: u32,
    /// Share of customers that are companies, in percent; at most 100.
    pub company_percent: u8,
    /// How many addresses of each region are given out at random; 0: each customer has one of their own.
    pub addresses: u32,
    /// Which telephone numbers are used.
    pub phones: PhoneMode,
    /// No two customers have the same number.
    pub unique_phones: bool,
}

/// Which telephone numbers are used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PhoneMode {
    /// Numbers set aside for films and tests, where the country has any; else of fixed lines, which get no text messages.
    #[default]
    Fiction,
    /// Valid numbers, of fixed lines and mobiles; they may belong to somebody.
    Valid,
    /// Numbers of the right look that no plan gives out: validators refuse them.
    Undialable,
}

impl PhoneMode {
    /// All modes.
    pub const ALL: [Self; 3] = [Self::Fiction, Self::Valid, Self::Undialable];

    /// As written in templates.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fiction => "fiction",
            Self::Valid => "valid",
            Self::Undialable => "undialable",
        }
    }
}

impl Default for Customers {
    fn default() -> Self {
        Self {
            first_sign_up_days: 365,
            spread_percent: 125,
            newest_percent: 35,
            once_percent: 0,
            sales_reps: 24,
            company_percent: 4,
            addresses: 0,
            phones: PhoneMode::Fiction,
            unique_phones: false,
        }
    }
}

/// What becomes of an order. Status and dates follow from these and from `today`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Orders {
    /// How many orders come on a day, on average of the first year; with at most three decimals. The table of orders then says no `rows`: a later
    /// `today` appends orders and moves statuses on, and changes nothing else of earlier ones. The `rows` of the customers are those who have signed up
    /// before the first day; more come in step with the orders. Default: none, the orders of the table's `rows` are spread over all days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub per_day: Option<Decimal>,
    /// The number of the first order.
    pub first_number: i64,
    /// Orders cancelled before they left, in thousandths.
    pub cancelled_per_mille: u16,
    /// Orders that wait for some days before they go on, in thousandths.
    pub held_per_mille: u16,
    /// Orders disputed after they left, and resolved later, in thousandths.
    pub disputed_per_mille: u16,
    /// Shares of orders that leave on the day itself, one day later, two days later ...
    pub handling_days: Vec<u32>,
    /// Nothing leaves on these days.
    pub closed_on: BTreeSet<Weekday>,
    /// Shortest promise, in days from the order.
    pub promised_days_min: u16,
    /// Longest promise, itself included.
    pub promised_days_max: u16,
    /// Share of usual orders that carry a remark, in percent.
    pub comment_percent: u8,
    /// Remarks of usual orders.
    pub comments: Vec<TextOr<Choice>>,
    /// Remarks on cancelled orders.
    pub cancel_comments: Vec<TextOr<Choice>>,
    /// Remarks on orders that wait.
    pub hold_comments: Vec<TextOr<Choice>>,
    /// Remarks on disputed orders.
    pub dispute_comments: Vec<TextOr<Choice>>,
    /// Remarks on resolved orders.
    pub resolve_comments: Vec<TextOr<Choice>>,
}

impl Default for Orders {
    fn default() -> Self {
        Self {
            per_day: None,
            first_number: 10_100,
            cancelled_per_mille: 18,
            held_per_mille: 12,
            disputed_per_mille: 9,
            handling_days: vec![14, 36, 24, 12, 7, 4, 2, 1],
            closed_on: BTreeSet::from([Weekday::Sunday]),
            promised_days_min: 5,
            promised_days_max: 12,
            comment_percent: 11,
            comments: texts(&[
                "Please leave the parcel with a neighbor if nobody answers.",
                "Gift: please do not enclose the invoice.",
                "Please ring the bell twice.",
                "Call before delivery.",
                "Leave at the back door, under the porch.",
                "Deliver after 5 pm if possible.",
                "Please gift wrap.",
                "Office closed on Fridays.",
                "Concierge takes parcels until 8 pm.",
                "Use the side entrance; the gate code is on file.",
                "Customer asked for recyclable packaging.",
                "Second order this month; combine parcels if possible.",
                "Happy to wait if it can ship in one box.",
                "Please send the invoice by e-mail only.",
                "Repeat customer, thank-you card enclosed.",
                "Birthday present, needed by the promised date.",
            ]),
            cancel_comments: texts(&[
                "Customer changed their mind before shipping.",
                "Cancelled at the customer's request.",
                "Ordered twice by mistake; this one cancelled.",
                "Payment was declined; order cancelled.",
                "Item damaged in the warehouse, customer did not want to wait.",
                "Customer found a different size and reordered.",
                "Delivery address could not be served.",
            ]),
            hold_comments: texts(&[
                "On hold until the payment clears.",
                "Address check failed; waiting for the customer's answer.",
                "Waiting for stock of one item.",
                "Customer on vacation, asked to ship later.",
                "Credit limit exceeded; waiting for approval.",
            ]),
            dispute_comments: texts(&[
                "Customer says one item is missing from the parcel.",
                "Customer reports damage in transit; photos requested.",
                "Customer disputes the amount charged.",
                "Carrier shows delivered, customer has not received it.",
                "Wrong item received according to the customer.",
            ]),
            resolve_comments: texts(&[
                "Disputed, then resolved: missing item sent again.",
                "Damage confirmed by photo and partly refunded; resolved.",
                "Charge explained to the customer; resolved.",
                "Parcel found at the depot and delivered; resolved.",
                "Wrong item exchanged; resolved.",
            ]),
        }
    }
}

fn texts(values: &[&str]) -> Vec<TextOr<Choice>> {
    values.iter().map(|value| TextOr(Choice::from((*value).to_owned()))).collect()
}

/// What an order costs beside its lines. Amounts are in minor units of the catalog's currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Money {
    /// ISO 4217 code of the catalog's prices. Default: that of the first region; the US dollar where several currencies meet and that one
    /// is not of about a dollar's size.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub currency: Option<String>,
    /// Discounts off whole orders, in percent of what their lines come to.
    pub coupons: Vec<Discount>,
    /// Shipping of the lightest parcel.
    pub shipping_minor: i64,
    /// Shipping of each kilogram begun.
    pub shipping_kg_minor: i64,
    /// Orders of this amount and more are sent free of charge.
    pub free_shipping_minor: i64,
    /// Shipping to other regions than the first, in percent of that within it.
    pub abroad_percent: u16,
}

impl Default for Money {
    fn default() -> Self {
        let discount = |percent, weight| Discount { percent, weight };
        Self {
            currency: None,
            coupons: vec![discount(0, 905), discount(5, 20), discount(10, 50), discount(15, 15), discount(20, 10)],
            shipping_minor: 399,
            shipping_kg_minor: 80,
            free_shipping_minor: 9_900,
            abroad_percent: 220,
        }
    }
}

/// How orders are paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Payments {
    /// The ways to pay.
    pub methods: Vec<Method>,
    /// Orders whose first attempt fails and whose second goes through, in thousandths.
    pub failed_per_mille: u16,
    /// Shares of orders paid at once, in two instalments, in three ...; at most 12 entries. Instalments lie 30 days apart.
    pub instalments: Vec<u32>,
}

impl Default for Payments {
    fn default() -> Self {
        let method = |name: &str, weight, days| Method { name: name.to_owned(), weight, days };
        Self {
            methods: vec![
                method("Credit Card", 56, 0),
                method("Digital Wallet", 24, 0),
                method("Debit Card", 9, 0),
                method("Bank Transfer", 7, 3),
                method("Gift Card", 4, 0),
            ],
            failed_per_mille: 35,
            instalments: vec![940, 15, 30, 15],
        }
    }
}

/// A way to pay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Method {
    /// As the payments name it.
    pub name: String,
    /// Its share beside the others.
    pub weight: u32,
    /// The usual time from the order to the payment, in days; twice as long at most.
    pub days: u16,
}

/// How orders leave and arrive.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Shipments {
    /// Orders of two or more lines that leave in two shipments, in percent.
    pub partial_percent: u8,
    /// Who carries them.
    pub carriers: Vec<TextOr<Choice>>,
    /// Shares of shipments that are on their way for one day, two days ...; at most 60 entries.
    pub transit_days: Vec<u32>,
}

impl Default for Shipments {
    fn default() -> Self {
        Self {
            partial_percent: 7,
            carriers: texts(&["Parcel Post", "Swift Courier", "Blue Van", "Nationwide Freight"]),
            transit_days: vec![14, 27, 22, 14, 9, 5, 3, 2, 2, 1, 1],
        }
    }
}

/// What comes back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Returns {
    /// Orders of which something comes back, in thousandths.
    pub per_mille: u16,
    /// Half of them are back so many days after they arrived.
    pub median_days: u16,
    /// Nothing comes back later than this, in days after it arrived.
    pub most_days: u16,
    /// Share of returns that take back all pieces of the line, in percent.
    pub full_percent: u8,
    /// Why.
    pub reasons: Vec<TextOr<Choice>>,
}

impl Default for Returns {
    fn default() -> Self {
        Self {
            per_mille: 80,
            median_days: 9,
            most_days: 60,
            full_percent: 62,
            reasons: texts(&[
                "Not as described",
                "Changed mind",
                "Damaged in transit",
                "Defective",
                "Wrong item",
                "Arrived too late",
                "Ordered by mistake",
            ]),
        }
    }
}

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)] // The names say it.
pub enum Weekday {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

/// The most lines of an order.
pub const MOST_LINES: usize = 400;

/// What is in an order.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Lines {
    /// Shares of orders with one product, two products, three products ...; at most 400 entries.
    pub per_order: Vec<u32>,
    /// Spread of how often products sell: the standard deviation of the logarithm, in hundredths; at most 300.
    pub popularity_spread_percent: u16,
    /// Shares of lines with one piece, two pieces ... of a product at a usual price. Cheap products sell in larger numbers.
    pub quantities: Vec<u32>,
    /// Lines of cheap and dear products whose pieces follow the price, in percent; 0: prices do not matter.
    pub price_sways_percent: u8,
    /// Now and then somebody takes a whole lot of something that costs no more than usual: pieces beyond all shares above.
    pub bulk: Vec<Bulk>,
    /// Promotions: discounts of a product for a month, in percent of the list price.
    pub discounts: Vec<Discount>,
    /// Discounts for many pieces of a product; the larger of the two counts.
    pub quantity_discounts: Vec<QuantityDiscount>,
    /// How much list prices rise from year to year, in thousandths, where they do.
    pub rise_per_mille: u16,
    /// Lines that are a favourite of the customer, in percent.
    pub favourite_percent: u8,
    /// How many favourites a customer has; 1 to 1,000. The first ones are bought most.
    pub favourites: u16,
    /// Favourites that are the customer's own taste, in percent; the others are what everybody likes.
    pub own_taste_percent: u8,
    /// Lines from a series that the customer likes, in percent: products of one kind that are often bought together.
    pub series_percent: u8,
    /// Products that are no longer sold, in percent.
    pub discontinued_percent: u8,
    /// Lines sold off below cost, in thousandths.
    pub clearance_per_mille: u16,
}

impl Default for Lines {
    fn default() -> Self {
        let discount = |percent, weight| Discount { percent, weight };
        Self {
            per_order: vec![365, 245, 146, 92, 58, 36, 22, 14, 9, 6, 4, 3],
            popularity_spread_percent: 150,
            quantities: vec![820, 112, 32, 18, 6, 7, 1, 1, 0, 2, 0, 1],
            price_sways_percent: 100,
            bulk: Vec::new(),
            discounts: vec![
                discount(0, 640),
                discount(5, 15),
                discount(10, 45),
                discount(15, 40),
                discount(20, 100),
                discount(25, 60),
                discount(30, 55),
                discount(40, 28),
                discount(50, 17),
            ],
            quantity_discounts: Vec::new(),
            rise_per_mille: 35,
            favourite_percent: 42,
            favourites: 9,
            own_taste_percent: 25,
            series_percent: 32,
            discontinued_percent: 8,
            clearance_per_mille: 6,
        }
    }
}

/// One step of the discounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Discount {
    /// Off the list price; 0 to 90.
    pub percent: u8,
    /// Its share beside the other weights.
    pub weight: u32,
}

/// A quantity that is seldom ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Bulk {
    /// So many pieces: 1 to 1,000,000.
    pub pieces: u32,
    /// So many of a million lines have them.
    pub per_million: u32,
}

/// Pieces of one product from which each costs less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct QuantityDiscount {
    /// So many pieces or more.
    pub pieces: u32,
    /// Off the list price; 0 to 90.
    pub percent: u8,
}
