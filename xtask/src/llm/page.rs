//! What came out, as a page for people.

use std::{collections::BTreeSet, fs, thread};

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What is below this line is written by hand, and kept.
pub(super) const JUDGED: &str = "\n## Read by a person\n";
/// Products that are shown of each shop.
const SHOWN: usize = 8;

/// A domain, and what became of it.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Shop {
    pub(super) domain: String,
    /// From the words to the template.
    pub(super) seconds: u64,
    /// Parts, rounds, tokens, or why there is no template.
    pub(super) said: Vec<String>,
    pub(super) template: Option<Value>,
    /// Name, price and description of each.
    pub(super) products: Vec<[String; 3]>,
    /// The same by the file inside the program.
    pub(super) inside: Option<Box<Shop>>,
}

pub(super) fn page(shops: &[Shop]) -> String {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').nth(2).unwrap_or("not known");
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut page = format!(
        "# A real language model without a network\n\nMade by `cargo xtask llm`: Qwen2.5-Coder-1.5B-Instruct (Q4_K_M), one thread, behind the server of \
         llama.cpp on this machine (`wares template DOMAIN --by llm`, `OPENAI_BASE_URL`), then 1,000 products of each template without the model. No pack has any of these domains. Seconds are those of the \
         model, beside whatever else the machine did (load {load} on {cores} cores).\n\n| domain | template | parts by the model | mended | built in | rounds | tokens asked | answered | \
         seconds | rows | different names |\n|---|---|---|---|---|---|---|---|---|---|---|\n"
    );
    for shop in shops {
        page += &row(shop, "");
        shop.inside.iter().for_each(|inside| page += &row(inside, ", by the file inside the program"));
    }
    shops.iter().for_each(|shop| page += &read(shop));
    page
}

/// The line of a shop in the table.
fn row(shop: &Shop, how: &str) -> String {
    let count = |origin: &str| shop.said.iter().filter(|line| line.contains(origin)).count();
    let mended = count(": by the model, mended");
    let rounds: u64 = shop.said.iter().filter_map(|line| number_before(line, " round")).sum();
    let tokens = |word: &str| shop.said.iter().rev().find_map(|line| number_before(line, word)).unwrap_or(0);
    let names: BTreeSet<&String> = shop.products.iter().map(|product| &product[0]).collect();
    format!(
        "| {}{how} | {} | {} | {mended} | {} | {rounds} | {} | {} | {} | {} | {} |\n",
        shop.domain,
        if shop.template.is_some() { "valid" } else { "none" },
        count(": by the model") - mended,
        count(": built in"),
        tokens(" tokens asked"),
        tokens(" answered"),
        shop.seconds,
        shop.products.len(),
        names.len()
    )
}

/// The number that stands before some words.
fn number_before(line: &str, words: &str) -> Option<u64> {
    let (before, _) = line.split_once(words)?;
    before.rsplit([' ', '(']).next()?.parse().ok()
}

/// Kinds with their prices, brands, attributes, products from all over the table, and what was said.
fn read(shop: &Shop) -> String {
    let mut text = format!("\n## {}\n\n", shop.domain);
    if let Some(template) = &shop.template {
        let list = |field: &str| template["catalog"][field].as_array().cloned().unwrap_or_default();
        let name = |value: &Value| value["name"].as_str().unwrap_or_default().to_owned();
        let dollars = |minor: &Value| minor.as_i64().unwrap_or_default() / 100;
        let kind =
            |kind: &Value| format!("{} ({} to {} USD)", name(kind), dollars(&kind["price"]["low_minor"]), dollars(&kind["price"]["high_minor"]));
        let attribute = |attribute: &Value| {
            let own = |kind: &Value| kind["attributes"][name(attribute)].as_array().cloned().unwrap_or_default();
            let of_kinds: Vec<Value> = list("kinds").iter().flat_map(own).collect();
            let all = attribute["values"].as_array().into_iter().flatten().chain(&of_kinds);
            let mut values: Vec<&str> = Vec::new();
            for value in all.filter_map(|value| value.as_str().or(value["value"].as_str())) {
                if !values.contains(&value) {
                    values.push(value);
                }
            }
            let number = &attribute["number"];
            let holds = if values.is_empty() {
                format!("{} to {} {}", number["low"], number["high"], attribute["unit"].as_str().unwrap_or_default())
            } else {
                values.join(", ")
            };
            format!("{}: {}", name(attribute), holds.trim_end())
        };
        let joined = |items: Vec<String>, between: &str| items.join(between);
        text += &format!("Kinds: {}.\n\n", joined(list("kinds").iter().map(kind).collect(), ", "));
        text += &format!("Brands: {}.\n\n", joined(list("brands").iter().map(name).collect(), ", "));
        text += &format!("Attributes: {}.\n\n", joined(list("attributes").iter().map(attribute).collect(), "; "));
        for [name, price, description] in shop.products.iter().step_by((shop.products.len() / SHOWN).max(1)).take(SHOWN) {
            text += &format!("- {name}, {price}: {description}\n");
        }
        text.push('\n');
    }
    shop.said.iter().for_each(|line| text += &format!("    {line}\n"));
    text
}
