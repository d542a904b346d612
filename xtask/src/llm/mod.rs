//! A real language model without a network: weights by `tools/llm/weights.py`, run by feature `local-llm`, behind a server on this machine and
//! inside the program. Templates are designed by it, and products made of them. The result is kept in docs/measured/llm.md.

mod page;
mod server;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    time::Instant,
};

use anyhow::{Context, bail};
use serde_json::Value;

use self::{page::Shop, server::Server};
use crate::{build, cargo, root, run};

/// Goods that no pack has.
const DOMAINS: [&str; 10] = [
    "beekeeping supplies",
    "aquarium plants",
    "drone parts",
    "hydroponics",
    "archery",
    "telescopes",
    "sailing hardware",
    "model rocketry",
    "saddlery",
    "pottery kilns",
];
/// So many of them are also designed by the file inside the program.
const INSIDE: usize = 1;
/// Products that are made of each template.
const ROWS: &str = "1000";
/// One thread: this machine may be busy, and layers that wait for a busy core are slower than with one thread less.
const THREADS: (&str, &str) = ("RAYON_NUM_THREADS", "1");

/// Gets the weights, has a template designed for each named domain or for all, and writes the page.
pub(crate) fn llm(named: &[String]) -> anyhow::Result<()> {
    let all = DOMAINS.map(str::to_owned);
    let domains = if named.is_empty() { &all[..] } else { named };
    let weights = weights("qwen")?;
    run(&mut cargo(&["build", "--release", "--locked", "--package", "wares-design", "--features", "local-llm", "--example", "serve"]))?;
    let wares = build(&["--features", "local-llm"])?;
    if cache().exists() {
        fs::remove_dir_all(cache())?;
    }
    let server = Server::start(&weights)?;
    let mut shops = Vec::new();
    for (index, domain) in domains.iter().enumerate() {
        let mut shop = by_server(&wares, &server, domain)?;
        if index < INSIDE && shop.template.is_some() {
            shop.inside = Some(by_file(&wares, &weights, domain)?);
        }
        shops.push(shop);
    }
    let kept = root().join("docs").join("measured").join("llm.md");
    // What a person wrote about the shops stays.
    let judged = fs::read_to_string(&kept).ok().and_then(|text| Some(page::JUDGED.to_owned() + text.split_once(page::JUDGED)?.1));
    fs::write(&kept, page::page(&shops) + &judged.unwrap_or_default())?;
    eprintln!("kept in {}", kept.strip_prefix(root()).unwrap_or(&kept).display());
    Ok(())
}

/// The file of a model, under target/llm/.
fn weights(name: &str) -> anyhow::Result<PathBuf> {
    let folder = target().join("llm");
    fs::create_dir_all(&folder)?;
    let mut python = Command::new("python3");
    python.arg(root().join("tools").join("llm").join("weights.py")).arg(&folder).arg(name).stderr(Stdio::inherit());
    eprintln!("> {python:?}");
    let output = python.output().context("cannot start python3")?;
    if !output.status.success() {
        bail!("the weights cannot be had: {}", output.status);
    }
    Ok(PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()))
}

fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// Emptied before each run: the server keeps answers, and the cache would hide what they took.
fn cache() -> PathBuf {
    target().join("llm").join("cache")
}

/// `wares template DOMAIN --by llm`, with nothing of the environment but what is named here.
fn design(wares: &Path, domain: &str, out: &Path) -> Command {
    let mut design = Command::new(wares);
    design.args(["template", domain, "--by", "llm", "--overwrite", "--out"]).arg(out).env(THREADS.0, THREADS.1);
    design.env("WARES_CACHE_DIR", cache());
    for name in ["OPENAI_API_KEY", "OPENAI_BASE_URL", "WARES_LLM_MODEL", "WARES_LLM_CASSETTE", "WARES_LLM_RECORD"] {
        design.env_remove(name);
    }
    design
}

/// A template by the model behind the server, and products of it without the model.
fn by_server(wares: &Path, server: &Server, domain: &str) -> anyhow::Result<Shop> {
    let folder = target().join("llm").join("templates");
    fs::create_dir_all(&folder)?;
    let name = domain.replace(' ', "-");
    let (template, rows) = (folder.join(format!("{name}.json")), folder.join(format!("{name}.csv")));
    server.took()?;
    let output = design(wares, domain, &template)
        .envs([("OPENAI_BASE_URL", format!("http://{}/v1", server.host)), ("WARES_LLM_MODEL", "local".to_owned())])
        .output()
        .context("cannot start wares")?;
    let mut shop = Shop { domain: domain.to_owned(), milliseconds: server.took()?, said: said(&output), ..Shop::default() };
    eprintln!("{domain}: {} s", shop.milliseconds / 1_000);
    if !output.status.success() {
        return Ok(shop);
    }
    let mut products = Command::new(wares);
    products.args(["products", "--template"]).arg(&template).args(["--rows", ROWS, "--progress", "none", "--overwrite", "--out"]);
    run(products.arg(&rows))?;
    shop.products = products_of(&rows)?;
    shop.template = Some(serde_json::from_str(&fs::read_to_string(&template)?)?);
    Ok(shop)
}

/// The same by the file inside the program: the seconds, and the template.
fn by_file(wares: &Path, weights: &Path, domain: &str) -> anyhow::Result<(u64, Value)> {
    let template = target().join("llm").join("templates").join("inside.json");
    let started = Instant::now();
    run(design(wares, domain, &template).arg("--model").arg(weights))?;
    let milliseconds = started.elapsed().as_millis() as u64;
    Ok((milliseconds, serde_json::from_str(&fs::read_to_string(&template)?)?))
}

/// What was said on standard error, line by line.
fn said(output: &Output) -> Vec<String> {
    let text = String::from_utf8_lossy(&output.stderr);
    text.lines().filter(|line| !line.starts_with("wrote ")).map(|line| line.trim_start_matches("note: ").to_owned()).collect()
}

/// Name, price and description of each product.
fn products_of(rows: &Path) -> anyhow::Result<Vec<[String; 3]>> {
    let mut reader = csv::Reader::from_path(rows)?;
    let headers = reader.headers()?.clone();
    let place = |name: &str| headers.iter().position(|header| header == name).with_context(|| format!("no column `{name}`"));
    let places = [place("productName")?, place("MSRP")?, place("productDescription")?];
    reader.records().map(|record| record.map(|record| places.map(|at| record.get(at).unwrap_or_default().to_owned())).map_err(Into::into)).collect()
}
