//! A real language model without a network: weights by `tools/llm/weights.py`, run by the server of llama.cpp on this machine
//! (`tools/llm/server.py`) and inside the program (feature `local-llm`). Templates are designed by it, and products made of them. The result is kept in docs/measured/llm.md.

mod page;
mod server;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    time::Instant,
};

use anyhow::{Context, bail};

use self::{
    page::Shop,
    server::{MODEL, Server},
};
use crate::{build, root, run};

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
const THREADS: &str = "1";

/// Gets the weights, has a template designed for each named domain or for all, and writes the page.
pub(crate) fn llm(named: &[String]) -> anyhow::Result<()> {
    let all = DOMAINS.map(str::to_owned);
    let domains = if named.is_empty() { &all[..] } else { named };
    let weights = python("weights.py", &["qwen"])?;
    let wares = build(&["--features", "local-llm"])?;
    let mut shops = Vec::new();
    {
        let server = Server::start(&weights)?;
        for domain in domains {
            shops.push(kept(domain, || by_server(&wares, &server, domain))?);
        }
    }
    for (shop, domain) in shops.iter_mut().zip(domains).take(INSIDE) {
        shop.inside = Some(Box::new(kept(&format!("{domain} inside"), || by_file(&wares, &weights, domain))?));
    }
    let page_file = root().join("docs").join("measured").join("llm.md");
    // What a person wrote about the shops stays.
    let before = fs::read_to_string(&page_file).unwrap_or_default();
    let judged = before.split_once(page::JUDGED).map(|(_, text)| page::JUDGED.to_owned() + text);
    fs::write(&page_file, page::page(&shops) + &judged.unwrap_or_default())?;
    eprintln!("kept in {}", page_file.strip_prefix(root()).unwrap_or(&page_file).display());
    // Only a run that was stopped goes on; the next one begins anew.
    Ok(fs::remove_dir_all(folder()?.join("shops"))?)
}

/// Where everything of this lies.
fn folder() -> anyhow::Result<PathBuf> {
    let folder = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from).join("llm");
    fs::create_dir_all(folder.join("shops"))?;
    Ok(folder)
}

/// The file that a script of tools/llm gets.
fn python(script: &str, arguments: &[&str]) -> anyhow::Result<PathBuf> {
    let mut python = Command::new("python3");
    python.arg(root().join("tools").join("llm").join(script)).arg(folder()?).args(arguments).stderr(Stdio::inherit());
    eprintln!("> {python:?}");
    let output = python.output().context("cannot start python3")?;
    if !output.status.success() {
        bail!("{script} failed: {}", output.status);
    }
    Ok(PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()))
}

/// What an earlier run that was stopped has measured, or what is measured now.
fn kept(name: &str, measure: impl FnOnce() -> anyhow::Result<Shop>) -> anyhow::Result<Shop> {
    let file = folder()?.join("shops").join(format!("{}.shop.json", name.replace(' ', "-")));
    if let Ok(text) = fs::read_to_string(&file) {
        return Ok(serde_json::from_str(&text)?);
    }
    let shop = measure()?;
    eprintln!("{name}: {} s", shop.seconds);
    fs::write(&file, serde_json::to_string(&shop)?)?;
    Ok(shop)
}

/// A template by the model behind the server, and products of it without the model.
fn by_server(wares: &Path, server: &Server, domain: &str) -> anyhow::Result<Shop> {
    designed(wares, domain, |command| {
        command.envs([("OPENAI_BASE_URL", server.url()), ("WARES_LLM_MODEL", MODEL.to_owned())]);
    })
}

/// The same by the file inside the program.
fn by_file(wares: &Path, weights: &Path, domain: &str) -> anyhow::Result<Shop> {
    designed(wares, domain, |command| {
        command.arg("--model").arg(weights).env("RAYON_NUM_THREADS", THREADS);
    })
}

/// `wares template DOMAIN --by llm`, with nothing of the environment but what is named, and an empty cache; then `wares products`.
fn designed(wares: &Path, domain: &str, by: impl FnOnce(&mut Command)) -> anyhow::Result<Shop> {
    let (template, rows) = (folder()?.join("template.json"), folder()?.join("products.csv"));
    let cache = folder()?.join("cache");
    if cache.exists() {
        fs::remove_dir_all(&cache)?;
    }
    let mut design = Command::new(wares);
    design.args(["template", domain, "--by", "llm", "--overwrite", "--out"]).arg(&template);
    for name in ["OPENAI_API_KEY", "OPENAI_BASE_URL", "WARES_LLM_MODEL", "WARES_LLM_CASSETTE", "WARES_LLM_RECORD"] {
        design.env_remove(name);
    }
    by(design.env("WARES_CACHE_DIR", cache));
    let started = Instant::now();
    let output = design.output().context("cannot start wares")?;
    let mut shop = Shop { domain: domain.to_owned(), seconds: started.elapsed().as_secs(), said: said(&output), ..Shop::default() };
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
