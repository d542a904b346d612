//! A job as a command line. Start at [`of`].

use wares_model::{
    template::RegionShare,
    trade::{PhoneMode, Profile},
};

use super::{Customers, Desk, Job, KeyOf, OrderDetails, Orders, Products, Shop, Sold, TemplateChoice, TemplateSource, Writer};
use crate::{
    customers::{PhoneForm, Script},
    llm::{Budget, prices::dollars},
    parents::Layout,
    shop::Tables,
};

/// The command line, in words for a POSIX shell.
pub(super) fn of(job: &Job, desk: &dyn Desk) -> String {
    let mut line = Line(vec!["wares".to_owned()]);
    match job {
        Job::Products(job) => products(job, desk, &mut line),
        Job::Customers(job) => customers(job, &mut line),
        Job::Orders(job) => orders(job, desk, &mut line),
        Job::OrderDetails(job) => order_details(job, desk, &mut line),
        Job::Shop(job) => shop(job, desk, &mut line),
    }
    line.0.iter().map(|word| quoted(word)).collect::<Vec<_>>().join(" ")
}

struct Line(Vec<String>);

impl Line {
    fn word(&mut self, word: &str) {
        self.0.push(word.to_owned());
    }

    fn option(&mut self, name: &str, value: Option<impl ToString>) {
        if let Some(value) = value {
            self.0.extend([name.to_owned(), value.to_string()]);
        }
    }

    fn flag(&mut self, name: &str, set: bool) {
        self.0.extend(set.then(|| name.to_owned()));
    }
}

fn products(job: &Products, desk: &dyn Desk, line: &mut Line) {
    line.word("products");
    job.domain.iter().for_each(|words| line.word(words));
    line.option("--template", job.template.as_ref().map(|choice| file(choice, desk)));
    line.option("--variant", job.variant.as_ref());
    let variants: Vec<String> = job.variants.iter().map(|(name, count)| format!("{name}={count}")).collect();
    line.option("--variants", (!variants.is_empty()).then(|| variants.join(",")));
    line.option("--rows", Some(job.rows));
    line.option("--by", (job.by == Writer::Llm).then_some("llm"));
    line.option("--budget", budget(job.budget()));
    line.option("--seed", job.seed);
    line.option("--today", job.today);
    line.option("--out", Some("products.csv"));
}

/// `0.50usd,20000tokens`.
fn budget(budget: Budget) -> Option<String> {
    let money = budget.micro_dollars.map(|limit| format!("{}usd", dollars(limit).trim_start_matches('$')));
    let limits: Vec<String> = money.into_iter().chain(budget.tokens.map(|limit| format!("{limit}tokens"))).collect();
    (!limits.is_empty()).then(|| limits.join(","))
}

fn customers(job: &Customers, line: &mut Line) {
    line.word("customers");
    line.option("--region", Some(regions(&job.regions)));
    line.option("--rows", Some(job.rows));
    line.option("--addresses", (job.addresses != 50).then_some(job.addresses));
    let phone = match job.phone {
        PhoneForm::Integer => None,
        PhoneForm::Text => Some("text"),
        PhoneForm::National => Some("national"),
    };
    line.option("--phone", phone);
    line.option("--phones", (job.phones != PhoneMode::Fiction).then(|| job.phones.name()));
    line.flag("--unique-phones", job.unique_phones);
    let script = match job.script {
        Script::Native => None,
        Script::Latin => Some("latin"),
        Script::Both => Some("both"),
    };
    line.option("--script", script);
    line.option("--companies", (job.companies != 4).then_some(job.companies));
    line.option("--columns", job.columns.as_ref().map(|columns| columns.join(",")));
    if let Some(staff) = job.staff {
        line.option("--employees", Some("employees.csv"));
        line.option("--employee-rows", Some(staff.employees));
        line.option("--offices", Some("offices.csv"));
        line.option("--office-rows", Some(staff.offices));
    }
    line.option("--seed", job.seed);
    line.option("--today", job.today);
    line.option("--out", Some("customers.csv"));
}

fn orders(job: &Orders, desk: &dyn Desk, line: &mut Line) {
    line.word("orders");
    job.from.iter().for_each(|name| line.option("--from", Some(desk.shown(name))));
    line.option("--rows", job.rows);
    line.option("--orders-per-day", job.orders_per_day);
    line.option("--since", job.since);
    line.option("--profile", job.profile.map(Profile::name));
    keys(&job.keys, line);
    line.flag("--strict", job.strict);
    line.option("--seed", job.seed);
    line.option("--today", job.today);
    line.option("--out", Some("orders.csv"));
}

fn order_details(job: &OrderDetails, desk: &dyn Desk, line: &mut Line) {
    line.word("order-details");
    line.option("--orders", Some(desk.shown(&job.orders)));
    match &job.products {
        Sold::File(name) => line.option("--products", Some(desk.shown(name))),
        Sold::Template(choice) => line.option("--template", Some(file(choice, desk))),
        Sold::Domain(words) => line.option("--domain", Some(words)),
    }
    line.option("--rows", Some(job.rows));
    line.option("--products-per-order", job.products_per_order.map(|wanted| format!("{}..{}", wanted.min, wanted.max)));
    line.option("--layout", (job.layout == Layout::List).then_some("list"));
    keys(&job.keys, line);
    line.flag("--strict", job.strict);
    line.option("--seed", job.seed);
    line.option("--today", job.today);
    line.option("--out", Some(if job.layout == Layout::List { "order_lists.csv" } else { "order_details.csv" }));
}

fn shop(job: &Shop, desk: &dyn Desk, line: &mut Line) {
    line.word("shop");
    job.domain.iter().for_each(|words| line.word(words));
    job.template.iter().for_each(|choice| line.word(&file(choice, desk)));
    line.option("--variant", job.variant.as_ref());
    line.option("--region", (!job.regions.is_empty()).then(|| regions(&job.regions)));
    line.option("--products", job.products);
    line.option("--customers", job.customers);
    line.option("--orders", job.orders);
    line.option("--orders-per-day", job.orders_per_day);
    line.option("--since", job.since);
    line.option("--profile", job.profile.map(Profile::name));
    line.option("--tables", (job.tables == Some(Tables::All)).then_some("all"));
    line.option("--seed", job.seed);
    line.option("--today", job.today);
    line.option("--out", Some("shop"));
}

fn keys(keys: &[KeyOf], line: &mut Line) {
    keys.iter().for_each(|key| line.option("--key", Some(format!("{}.{}={}", key.table, key.name, key.column))));
}

/// `US=0.7,DE=0.3`, or the code alone where there is one.
fn regions(regions: &[RegionShare]) -> String {
    let one = |region: &RegionShare| match regions {
        [_] => region.code.clone(),
        _ => format!("{}={}", region.code, region.share),
    };
    regions.iter().map(one).collect::<Vec<_>>().join(",")
}

/// The file of a template; one that stands in the job is called after itself.
fn file(choice: &TemplateChoice, desk: &dyn Desk) -> String {
    match &choice.0 {
        TemplateSource::Named(name) => desk.shown(name),
        TemplateSource::Inline(template) => format!("{}.json", template.name),
    }
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "-_./=,:+@%".contains(letter);
    if !word.is_empty() && word.chars().all(plain) { word.to_owned() } else { format!("'{}'", word.replace('\'', r"'\''")) }
}
