//! Profiles: how four sorts of shop trade. Each is a [`Trade`] with every parameter said; a template may change any of them.
//!
//! The figures come from measured sets of real shops: see docs/measured/realism.md for what becomes of them.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Bulk, Discount, Method, QuantityDiscount, Trade, Weekday};

/// Sorts of shop.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// A web shop for consumers: two to three products an order.
    #[default]
    Retail,
    /// Many sellers, many strangers: one product an order, most customers come once.
    Marketplace,
    /// Sells to shops: long orders in pack sizes, discounts for many pieces, invoices.
    Wholesale,
    /// A grocer with regular customers: large baskets, the same products again, every second line on promotion.
    Grocery,
}

impl Profile {
    /// All profiles.
    pub const ALL: [Self; 4] = [Self::Retail, Self::Marketplace, Self::Wholesale, Self::Grocery];

    /// As written in templates.
    pub fn name(self) -> &'static str {
        match self {
            Self::Retail => "retail",
            Self::Marketplace => "marketplace",
            Self::Wholesale => "wholesale",
            Self::Grocery => "grocery",
        }
    }

    /// How such a shop trades.
    pub fn trade(self) -> Trade {
        match self {
            Self::Retail => Trade::default(),
            Self::Marketplace => marketplace(),
            Self::Wholesale => wholesale(),
            Self::Grocery => grocery(),
        }
    }
}

fn discounts(steps: &[(u8, u32)]) -> Vec<Discount> {
    steps.iter().map(|(percent, weight)| Discount { percent: *percent, weight: *weight }).collect()
}

fn methods(list: &[(&str, u32, u16)]) -> Vec<Method> {
    list.iter().map(|(name, weight, days)| Method { name: (*name).to_owned(), weight: *weight, days: *days }).collect()
}

fn marketplace() -> Trade {
    let mut trade = Trade { profile: Profile::Marketplace, ..Trade::default() };
    trade.calendar.growth_percent = 170;
    trade.calendar.weekdays = [164, 163, 156, 150, 138, 112, 118];
    trade.calendar.hours = [25, 12, 6, 3, 2, 2, 5, 12, 30, 48, 62, 66, 60, 65, 66, 65, 67, 62, 59, 60, 62, 63, 58, 42];
    trade.calendar.noise_percent = 35;
    for peak in trade.calendar.peaks.iter_mut().filter(|peak| peak.month == 11) {
        (peak.days, peak.percent) = (5, 300);
    }
    (trade.calendar.holiday_percent, trade.calendar.eve_percent) = (70, 95);
    trade.customers.spread_percent = 60;
    trade.customers.once_percent = 97;
    trade.customers.company_percent = 2;
    trade.orders.cancelled_per_mille = 13;
    trade.orders.held_per_mille = 4;
    trade.orders.disputed_per_mille = 6;
    trade.orders.handling_days = vec![16, 54, 44, 26, 15, 10, 6, 5, 4, 3, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    (trade.orders.promised_days_min, trade.orders.promised_days_max) = (12, 34);
    trade.lines.per_order = vec![970, 24, 4, 2];
    trade.lines.quantities = vec![925, 55, 12, 5, 2, 1];
    trade.lines.price_sways_percent = 45;
    trade.lines.discounts = discounts(&[(0, 780), (5, 60), (10, 90), (15, 40), (20, 30)]);
    trade.lines.popularity_spread_percent = 150;
    trade.money.free_shipping_minor = 25_000;
    trade.payments.methods = methods(&[("Credit Card", 74, 0), ("Bank Transfer", 19, 2), ("Voucher", 6, 0), ("Debit Card", 1, 0)]);
    trade.payments.instalments = vec![500, 160, 140, 90, 10, 10, 10, 10, 10, 60];
    trade.shipments.transit_days = vec![2, 5, 8, 10, 11, 11, 10, 8, 7, 6, 5, 4, 3, 3, 2, 2, 1, 1, 1];
    trade.returns.per_mille = 30;
    trade
}

fn wholesale() -> Trade {
    let mut trade = Trade { profile: Profile::Wholesale, ..Trade::default() };
    trade.calendar.growth_percent = 6;
    trade.calendar.weekdays = [155, 182, 179, 207, 136, 2, 140];
    trade.calendar.months = [80, 91, 110, 105, 106, 112, 104, 100, 132, 155, 190, 120];
    trade.calendar.hours = [0, 0, 0, 0, 0, 0, 1, 3, 23, 63, 116, 125, 166, 151, 123, 108, 64, 33, 14, 6, 3, 0, 0, 0];
    trade.calendar.noise_percent = 45;
    (trade.calendar.holiday_percent, trade.calendar.eve_percent, trade.calendar.christmas_percent) = (3, 85, 100);
    trade.customers.company_percent = 85;
    trade.customers.spread_percent = 134;
    trade.customers.newest_percent = 22;
    trade.orders.cancelled_per_mille = 20;
    trade.orders.closed_on = BTreeSet::from([Weekday::Saturday, Weekday::Sunday]);
    trade.lines.per_order = long_orders();
    trade.lines.quantities = pack_sizes();
    let lots = [(2_400, 16), (3_600, 12), (5_000, 10), (7_200, 8), (10_000, 6), (12_000, 4)];
    trade.lines.bulk = lots.map(|(pieces, per_million)| Bulk { pieces, per_million }).to_vec();
    trade.lines.discounts = discounts(&[(0, 940), (5, 20), (10, 25), (20, 15)]);
    let steps = [(30, 6), (72, 15)];
    trade.lines.quantity_discounts = steps.map(|(pieces, percent)| QuantityDiscount { pieces, percent }).to_vec();
    trade.lines.favourite_percent = 14;
    trade.lines.rise_per_mille = 0;
    trade.lines.series_percent = 60;
    trade.lines.clearance_per_mille = 4;
    trade.lines.popularity_spread_percent = 115;
    trade.money.coupons = discounts(&[(0, 970), (2, 20), (5, 10)]);
    trade.money.free_shipping_minor = 75_000;
    trade.payments.methods = methods(&[("Bank Transfer", 58, 14), ("Check", 14, 12), ("Credit Card", 20, 0), ("Direct Debit", 8, 5)]);
    trade.payments.failed_per_mille = 12;
    trade.payments.instalments = vec![985, 10, 5];
    trade.shipments.partial_percent = 12;
    trade.returns.per_mille = 150;
    trade.returns.full_percent = 38;
    trade
}

/// Shares of orders with one line, two lines ...: a geometric fall, and a few very long ones.
fn long_orders() -> Vec<u32> {
    let mut shares = vec![
        496, 462, 434, 410, 388, 367, 348, 331, 315, 299, 285, 271, 258, 246, 234, 223, 212, 202, 193, 184, 175, 167, 159, 152, 145, 138, 132, 126,
        120, 115, 109, 104, 100, 95, 91, 87, 83, 79, 75, 72, 69, 65, 62, 60, 57, 54, 52, 50, 47, 45,
    ];
    let long = [
        (52, 84),
        (54, 77),
        (56, 70),
        (58, 64),
        (60, 58),
        (62, 53),
        (64, 48),
        (66, 44),
        (68, 40),
        (70, 37),
        (72, 34),
        (74, 31),
        (76, 28),
        (78, 25),
        (80, 23),
        (82, 21),
        (84, 19),
        (86, 18),
        (88, 16),
        (90, 15),
        (92, 13),
        (94, 12),
        (96, 11),
        (98, 10),
        (100, 45),
        (120, 77),
        (140, 15),
        (160, 55),
    ];
    shares.resize(160, 0);
    for (lines, share) in long {
        shares[lines - 1] = share;
    }
    shares
}

/// Pieces as they are packed: singly, by the half dozen, the dozen, two dozen ...
fn pack_sizes() -> Vec<u32> {
    let shares = [
        (1, 1_700),
        (2, 1_500),
        (3, 700),
        (4, 800),
        (5, 250),
        (6, 1_100),
        (8, 350),
        (10, 500),
        (12, 1_500),
        (16, 80),
        (20, 150),
        (24, 600),
        (25, 180),
        (30, 50),
        (36, 80),
        (40, 40),
        (48, 160),
        (50, 40),
        (60, 20),
        (72, 60),
        (96, 40),
        (100, 40),
        (120, 20),
        (144, 40),
        (200, 10),
        (288, 10),
        (432, 4),
        (600, 3),
        (1_000, 3),
    ];
    let mut quantities = vec![0; 1_000];
    for (pieces, share) in shares {
        quantities[pieces - 1] = share;
    }
    quantities
}

fn grocery() -> Trade {
    let mut trade = Trade { profile: Profile::Grocery, ..Trade::default() };
    trade.calendar.growth_percent = 2;
    trade.calendar.weekdays = [140, 134, 132, 131, 137, 160, 166];
    trade.calendar.months = [100, 98, 100, 100, 101, 100, 100, 99, 98, 99, 101, 104];
    trade.calendar.hours = [6, 3, 2, 2, 2, 4, 12, 22, 34, 46, 56, 64, 72, 74, 78, 86, 94, 98, 88, 70, 50, 34, 20, 10];
    trade.calendar.peaks.truncate(0);
    (trade.calendar.holiday_percent, trade.calendar.eve_percent, trade.calendar.christmas_percent) = (55, 112, 102);
    trade.calendar.noise_percent = 18;
    trade.customers.first_sign_up_days = 5_475;
    trade.customers.spread_percent = 85;
    trade.customers.newest_percent = 0;
    trade.customers.company_percent = 1;
    trade.orders.cancelled_per_mille = 6;
    trade.orders.held_per_mille = 1;
    trade.orders.disputed_per_mille = 4;
    trade.orders.handling_days = vec![70, 30];
    trade.orders.closed_on = BTreeSet::new();
    (trade.orders.promised_days_min, trade.orders.promised_days_max) = (1, 3);
    trade.lines.per_order = vec![
        1_632, 1_104, 847, 687, 576, 493, 429, 377, 334, 298, 268, 241, 218, 198, 181, 165, 151, 138, 127, 117, 107, 99, 91, 84, 78, 72, 67, 62, 58,
        53, 50, 46, 43, 40, 37, 35, 32, 30, 28, 26, 24, 23, 21, 20, 19, 17, 16, 15, 14, 13, 12, 12, 11, 10, 10, 9, 8, 8, 7, 7, 6, 6, 5, 5, 4, 4, 3,
        3, 2, 2, 2, 1, 1, 1,
    ];
    trade.lines.quantities = vec![790, 140, 35, 20, 6, 5, 1, 1, 0, 2, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1];
    trade.lines.discounts = discounts(&[(0, 460), (10, 60), (16, 140), (25, 100), (33, 110), (37, 70), (50, 60)]);
    trade.lines.popularity_spread_percent = 185;
    trade.lines.favourite_percent = 70;
    trade.lines.favourites = 45;
    trade.lines.own_taste_percent = 56;
    trade.lines.series_percent = 4;
    trade.money.coupons = discounts(&[(0, 985), (5, 10), (10, 5)]);
    trade.money.free_shipping_minor = 6_000;
    trade.payments.methods = methods(&[("Debit Card", 48, 0), ("Credit Card", 36, 0), ("Digital Wallet", 14, 0), ("Voucher", 2, 0)]);
    trade.payments.instalments = vec![1];
    trade.shipments.partial_percent = 2;
    trade.shipments.transit_days = vec![85, 15];
    trade.returns.per_mille = 12;
    trade.returns.median_days = 3;
    trade
}

/// Fills in what a template as typed leaves out of its trade, by the profile that it names; unknown names are left to the check of the form.
pub fn complete(template: &mut Value) {
    let Some(trade) = template.get_mut("trade").filter(|trade| trade.is_object()) else { return };
    let named = trade.get("profile").and_then(Value::as_str);
    let Some(profile) = Profile::ALL.into_iter().find(|profile| Some(profile.name()) == named) else { return };
    let Ok(usual) = serde_json::to_value(profile.trade()) else { return };
    fill_in(trade, &usual);
}

fn fill_in(typed: &mut Value, usual: &Value) {
    let (Some(typed), Some(usual)) = (typed.as_object_mut(), usual.as_object()) else { return };
    for (name, value) in usual {
        match typed.get_mut(name) {
            Some(own) => fill_in(own, value),
            None => {
                typed.insert(name.clone(), value.clone());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Day, check, read};

    #[test]
    fn what_a_template_says_stands_and_the_profile_says_the_rest() {
        let mut value = serde_json::json!({"trade": {"profile": "grocery", "lines": {"favourite_percent": 1}, "calendar": {"growth_percent": 9}}});
        complete(&mut value);
        let trade: Trade = read::document(value["trade"].clone()).unwrap();
        let mut expected = Profile::Grocery.trade();
        (expected.lines.favourite_percent, expected.calendar.growth_percent) = (1, 9);
        assert_eq!(trade, expected);
    }

    #[test]
    fn every_profile_passes_the_check_and_names_itself() {
        for profile in Profile::ALL {
            assert_eq!(profile.trade().profile, profile);
            let mut template: crate::Template = read::document(serde_json::json!({"version": 1, "name": "x", "tables": [
                {"name": "t", "rows": 1, "columns": [{"name": "a", "fill": "uuid"}]}]}))
            .unwrap();
            template.trade = profile.trade();
            let day: Day = "2026-11-23".parse().unwrap();
            assert!(check(&template, day).is_ok(), "{}: {:?}", profile.name(), check(&template, day).err());
        }
    }
}
