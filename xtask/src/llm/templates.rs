//! Whole templates by a real model, through the server on this machine; 1,000 products of each without it; what can be read of them.

use std::{
    collections::BTreeSet,
    fs,
    path::Path,
    process::{Command, Output},
    time::Instant,
};

use anyhow::Context;
use serde_json::{Value, json};

use super::{seconds, target};

/// Products that are made of each template.
const ROWS: usize = 1_000;
/// Names that are shown of each.
const SHOWN: usize = 5;

/// Designs a template for each domain and describes what came out. Answers are cached under target/llm/cache, so that a run that was stopped goes on.
pub(super) fn page(wares: &Path, host: &str, domains: &[String]) -> anyhow::Result<String> {
    let mut page = String::from(
        "\n## Whole templates\n\n`wares template DOMAIN --by llm` against the server, then 1,000 products from each without the model. Seconds are of this machine \
         with whatever else it did; answers of an earlier run come from the cache.\n\n| domain | template | seconds | rows | different names |\n|---|---|---|---|---|\n",
    );
    let mut essence = String::new();
    for domain in domains {
        let (line, text) = designed(wares, host, domain)?;
        page += &line;
        essence += &text;
    }
    Ok(page + &essence)
}

/// The line of a domain in the table, and what can be read of its template.
fn designed(wares: &Path, host: &str, domain: &str) -> anyhow::Result<(String, String)> {
    let folder = target().join("llm").join("templates");
    fs::create_dir_all(&folder)?;
    let name = domain.replace(' ', "-");
    let (template, rows) = (folder.join(format!("{name}.json")), folder.join(format!("{name}.csv")));
    let mut design = Command::new(wares);
    design.args(["template", domain, "--by", "llm", "--overwrite", "--out"]).arg(&template);
    design.envs([("OPENAI_BASE_URL", format!("http://{host}/v1")), ("WARES_LLM_MODEL", "local".to_owned())]);
    design.env("WARES_CACHE_DIR", target().join("llm").join("cache")).env_remove("OPENAI_API_KEY");
    let started = Instant::now();
    let output = design.output().context("cannot start wares")?;
    let took = seconds(&json!({"milliseconds": started.elapsed().as_millis() as u64}));
    eprintln!("{domain}, template: {took} s");
    let said = said(&output);
    if !output.status.success() {
        return Ok((format!("| {domain} | none | {took} | | |\n"), format!("\n### {domain}\n\n{said}")));
    }
    let mut products = Command::new(wares);
    products.args(["products", "--template"]).arg(&template).args(["--rows", &ROWS.to_string(), "--progress", "none", "--overwrite", "--out"]);
    crate::run(products.arg(&rows))?;
    let names = names(&rows)?;
    let different = names.iter().collect::<BTreeSet<_>>().len();
    let template: Value = serde_json::from_str(&fs::read_to_string(&template)?)?;
    let line = format!("| {domain} | yes | {took} | {} | {different} |\n", names.len());
    Ok((line, format!("\n### {domain}\n\n{}\n{said}", read(&template, &names))))
}

/// What was said on standard error, as a list.
fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr)
        .lines()
        .filter(|line| !line.starts_with("wrote "))
        .fold(String::new(), |text, line| text + "- " + line + "\n")
}

/// Kinds with their prices, brands, and some names from all over the table.
fn read(template: &Value, names: &[String]) -> String {
    let list = |field: &str| template["catalog"][field].as_array().cloned().unwrap_or_default();
    let dollars = |minor: &Value| minor.as_i64().unwrap_or_default() / 100;
    let kind = |kind: &Value| {
        let price = &kind["price"];
        format!("{} ({} to {} USD)", kind["name"].as_str().unwrap_or_default(), dollars(&price["low_minor"]), dollars(&price["high_minor"]))
    };
    let kinds: Vec<String> = list("kinds").iter().map(kind).collect();
    let brands: Vec<String> = list("brands").iter().filter_map(|brand| brand["name"].as_str().map(str::to_owned)).collect();
    let some: Vec<String> = names.iter().step_by((names.len() / SHOWN).max(1)).take(SHOWN).map(|name| format!("\"{name}\"")).collect();
    format!("Kinds: {}.\n\nBrands: {}.\n\nProducts: {}.\n", kinds.join(", "), brands.join(", "), some.join(", "))
}

fn names(rows: &Path) -> anyhow::Result<Vec<String>> {
    let mut reader = csv::Reader::from_path(rows)?;
    let column = reader.headers()?.iter().position(|name| name == "productName").context("no column `productName`")?;
    reader.records().map(|record| Ok(record?.get(column).unwrap_or_default().to_owned())).collect()
}
