//! What a trade must hold: its calendar, customers, orders and lines.

use super::Check;
use crate::{
    currency,
    day::Day,
    pack::catalog::values,
    place::{Place, Problem},
    template::Recipe,
    trade,
};

/// The most orders of a day, in thousandths.
const MOST_PER_DAY: i64 = 100_000_000_000;

impl Check<'_> {
    pub(super) fn trade(&mut self, today: Day) {
        let trade = &self.template.trade;
        let at = Place::root().field("trade");
        let calendar = at.field("calendar");
        let start = trade.first_day(today);
        if start > today {
            let problem = Problem::new(calendar.field("start"), format!("the first day with orders, {start}, is after `today`, {today}"));
            self.problems.push(problem.hint("name an earlier day: `--since`, `trade.calendar.start`"));
        }
        self.rate(&at);
        if trade.calendar.start.is_some_and(|start| today.0 - start.0 > 36_525) {
            self.say(calendar.field("start"), "is more than 100 years before `today`");
        }
        if !(-90..=900).contains(&trade.calendar.growth_percent) {
            self.say(calendar.field("growth_percent"), format!("`{}` does not lie between -90 and 900", trade.calendar.growth_percent));
        }
        if trade.calendar.noise_percent > 90 {
            self.say(calendar.field("noise_percent"), format!("`{}` is more than 90", trade.calendar.noise_percent));
        }
        for (name, percent) in [
            ("holiday_percent", trade.calendar.holiday_percent),
            ("eve_percent", trade.calendar.eve_percent),
            ("christmas_percent", trade.calendar.christmas_percent),
        ] {
            if percent > 10_000 {
                self.say(calendar.field(name), format!("`{percent}` is more than 10,000"));
            }
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
        let parts = [trade.orders.cancelled_per_mille, trade.orders.held_per_mille, trade.orders.disputed_per_mille, trade.returns.per_mille];
        let fates: u32 = parts.into_iter().map(u32::from).sum();
        if fates > 1_000 {
            self.say(orders.clone(), format!("cancelled, held, disputed and returned orders are {fates} of 1,000"));
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
            (calendar.field("hours"), trade.calendar.hours.to_vec(), 24),
            (calendar.field("months"), trade.calendar.months.to_vec(), 12),
            (orders.field("handling_days"), trade.orders.handling_days.clone(), 120),
            (lines.field("per_order"), trade.lines.per_order.clone(), trade::MOST_LINES),
            (lines.field("quantities"), trade.lines.quantities.clone(), 1_000),
            (lines.field("discounts"), trade.lines.discounts.iter().map(|step| step.weight).collect(), 90),
            (at.field("money").field("coupons"), trade.money.coupons.iter().map(|step| step.weight).collect(), 90),
            (at.field("payments").field("methods"), trade.payments.methods.iter().map(|method| method.weight).collect(), 60),
            (at.field("payments").field("instalments"), trade.payments.instalments.clone(), 12),
            (at.field("shipments").field("transit_days"), trade.shipments.transit_days.clone(), 60),
            (at.field("shipments").field("carriers"), values(&trade.shipments.carriers).map(|(_, weight)| weight).collect(), 1_000),
            (at.field("returns").field("reasons"), values(&trade.returns.reasons).map(|(_, weight)| weight).collect(), 1_000),
        ];
        for (place, shares, most) in weights {
            if shares.iter().all(|share| *share == 0) || shares.iter().any(|share| *share > 1_000_000) || shares.len() > most {
                self.say(place, format!("needs shares of 0 to 1,000,000, one above 0, and at most {most} of them"));
            }
        }
        if let Some(index) = trade.lines.discounts.iter().position(|step| step.percent > 90) {
            self.say(lines.field("discounts").item(index).field("percent"), "is more than 90");
        }
        if u16::from(trade.lines.favourite_percent) + u16::from(trade.lines.series_percent) > 100 {
            self.say(lines.clone(), "`favourite_percent` and `series_percent` are more than 100 together");
        }
        if !(1..=1_000).contains(&trade.lines.favourites) {
            self.say(lines.field("favourites"), format!("`{}` does not lie between 1 and 1,000", trade.lines.favourites));
        }
        if trade.lines.own_taste_percent > 100 || trade.lines.price_sways_percent > 100 {
            self.say(lines.clone(), "`own_taste_percent` or `price_sways_percent` is more than 100");
        }
        let bulk = &trade.lines.bulk;
        if let Some(index) = bulk.iter().position(|lot| !(1..=1_000_000).contains(&lot.pieces)) {
            self.say(lines.field("bulk").item(index).field("pieces"), format!("`{}` does not lie between 1 and 1,000,000", bulk[index].pieces));
        }
        if bulk.iter().map(|lot| u64::from(lot.per_million)).sum::<u64>() > 1_000_000 {
            self.say(lines.field("bulk"), "comes to more than a million of a million lines");
        }
        if trade.lines.discontinued_percent > 100 || trade.lines.rise_per_mille > 500 {
            self.say(lines.clone(), "`discontinued_percent` is more than 100, or `rise_per_mille` more than 500");
        }
        if let Some(index) = trade.lines.quantity_discounts.iter().position(|step| step.percent > 90) {
            self.say(lines.field("quantity_discounts").item(index).field("percent"), "is more than 90");
        }
        self.ledger(&at);
        for (place, spread) in [
            (lines.field("popularity_spread_percent"), trade.lines.popularity_spread_percent),
            (at.field("customers").field("spread_percent"), trade.customers.spread_percent),
        ] {
            if spread > 300 {
                self.say(place, format!("`{spread}` is more than 300"));
            }
        }
        if trade.customers.newest_percent > 100 || trade.customers.once_percent > 100 || trade.orders.comment_percent > 100 {
            self.say(at.clone(), "a percentage is more than 100");
        }
        if trade.customers.first_sign_up_days > 36_525 || trade.customers.sales_reps == 0 {
            self.say(at.field("customers"), "needs `first_sign_up_days` of at most 36,525 and at least one of `sales_reps`");
        }
    }

    /// What must hold where orders come at a rate.
    fn rate(&mut self, at: &Place) {
        let trade = &self.template.trade;
        let Some(rate) = trade.orders.per_day else { return };
        if !rate.at_scale(3).is_some_and(|thousandths| (1..=MOST_PER_DAY).contains(&thousandths)) {
            let message = format!("`{rate}` does not lie between 0.001 and 100,000,000, with at most three decimals");
            self.say(at.field("orders").field("per_day"), message);
        }
        let customers = at.field("customers");
        if trade.customers.unique_phones {
            let message = "cannot go with `orders.per_day`: how many numbers are needed is not known beforehand";
            self.say(customers.field("unique_phones"), message);
        }
        let made = self.template.tables.iter().any(|table| table.recipe == Some(Recipe::Customers));
        if made && trade.customers.first_sign_up_days < 30 {
            self.say(customers.field("first_sign_up_days"), "is less than 30, and `orders.per_day` needs the pace at which customers sign up");
        }
    }

    /// What the money of orders must hold.
    fn ledger(&mut self, at: &Place) {
        let trade = &self.template.trade;
        let money = at.field("money");
        if let Some(code) = trade.money.currency.as_ref().filter(|code| currency::per_dollar_millionths(code).is_none()) {
            self.say(money.field("currency"), format!("no currency with a known rate is called `{code}`; write its ISO 4217 code, such as `EUR`"));
        }
        for (name, amount) in [
            ("shipping_minor", trade.money.shipping_minor),
            ("shipping_kg_minor", trade.money.shipping_kg_minor),
            ("free_shipping_minor", trade.money.free_shipping_minor),
        ] {
            if !(0..=1_000_000_000).contains(&amount) {
                self.say(money.field(name), format!("`{amount}` does not lie between 0 and 1,000,000,000"));
            }
        }
        if let Some(index) = trade.money.coupons.iter().position(|step| step.percent > 90) {
            self.say(money.field("coupons").item(index).field("percent"), "is more than 90");
        }
        let payments = at.field("payments");
        if trade.payments.failed_per_mille > 1_000 {
            self.say(payments.field("failed_per_mille"), "is more than 1,000");
        }
        if let Some(index) = trade.payments.methods.iter().position(|method| method.days > 365) {
            self.say(payments.field("methods").item(index).field("days"), "is more than 365");
        }
        if trade.shipments.partial_percent > 100 {
            self.say(at.field("shipments").field("partial_percent"), "is more than 100");
        }
        let returns = at.field("returns");
        if trade.returns.full_percent > 100 {
            self.say(returns.field("full_percent"), "is more than 100");
        }
        if trade.returns.most_days == 0 || trade.returns.most_days > 730 || trade.returns.median_days > trade.returns.most_days {
            self.say(returns.field("most_days"), "does not lie between `median_days`, at least 1, and 730");
        }
    }
}
