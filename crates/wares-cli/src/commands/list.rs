//! `wares list`, `wares schema`, `wares completions`: what is built in.

use clap::CommandFactory;
use wares::{
    ids::{Kind, scheme},
    model::{
        pack::{bundle, region::Header},
        schema::json_schema,
    },
};

use crate::args::{Args, CompletionsArgs, ListArgs, Listed};

pub(crate) fn run(args: &ListArgs) -> anyhow::Result<()> {
    let lines: Vec<String> = match args.what {
        Listed::Packs => bundle::domains().map(|(name, phrases, _)| format!("{name:<20} {}", phrases.join(", "))).collect(),
        Listed::Regions => regions(),
        Listed::Kinds => kinds(),
        Listed::Licenses => licenses(),
    };
    super::print((lines.join("\n") + "\n").as_bytes())
}

/// The column kinds and their meaning, read from the JSON Schema.
fn kinds() -> Vec<String> {
    let schema = json_schema();
    let variants = schema["$defs"]["Fill"]["oneOf"].as_array().cloned().unwrap_or_default();
    let line = |variant: &serde_json::Value| {
        let name = variant["required"][0].as_str().or_else(|| variant["const"].as_str())?;
        Some(format!("{name:<10} {}", variant["description"].as_str().unwrap_or_default()))
    };
    variants.iter().filter_map(line).collect()
}

/// What is known of each region: a table.
fn regions() -> Vec<String> {
    let mut lines = vec![format!("{:<4} {:<24} {:<8} {:<8} {:<7} {:<8} {}", "code", "country", "names", "streets", "postal", "phone", "ids")];
    for header in headers() {
        let known = header.known;
        let ids: Vec<&str> = [(Kind::PersonalTax, "tax"), (Kind::CompanyTax, "company"), (Kind::Vat, "vat"), (Kind::Iban, "iban")]
            .into_iter()
            .filter(|(kind, _)| scheme(&header.code, *kind).is_some())
            .map(|(_, word)| word)
            .collect();
        lines.push(format!(
            "{:<4} {:<24} {:<8} {:<8} {:<7} {:<8} {}",
            header.code,
            header.name,
            word(known.names),
            word(known.streets),
            word(known.postal),
            word(known.phone),
            if ids.is_empty() { "-".to_owned() } else { ids.join(" ") }
        ));
    }
    lines.extend([
        String::new(),
        "names:   counted (weights are counts of people), ranked (the country's own, weights guessed), shared (lists of the language)".to_owned(),
        "streets: real (names of real streets), made (by the grammar of the language)".to_owned(),
        "postal:  true (a code of the city), formed (looks right, may belong elsewhere), none (no code in use: the column is empty)".to_owned(),
        "phone:   area (fits the place), country (fits the country)".to_owned(),
        "ids:     numbers that can be had with right check digits".to_owned(),
    ]);
    lines
}

/// A value of the pack as the pack writes it.
fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn headers() -> impl Iterator<Item = Header> {
    bundle::region_codes().filter_map(|code| bundle::region_header(code)?.ok())
}

/// Each built-in pack's sources with their licences.
fn licenses() -> Vec<String> {
    wares::licenses::lines()
}

pub(crate) fn schema() -> anyhow::Result<()> {
    super::print(format!("{:#}\n", json_schema()).as_bytes())
}

pub(crate) fn completions(args: &CompletionsArgs) -> anyhow::Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "wares", &mut script);
    super::print(&script)
}
