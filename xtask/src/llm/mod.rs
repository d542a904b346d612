//! A real language model without a network: weights by `tools/llm/weights.py`, run by feature `local-llm`, once as a file inside the
//! program and once behind a server on this machine. The result is kept in docs/measured/llm.md.

mod templates;

use std::{
    env, fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::{Path, PathBuf},
    process::{Child, ChildStderr, Command, Stdio},
    thread,
    time::Instant,
};

use anyhow::{Context, bail};
use serde_json::{Value, json};

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

/// One thread: this machine may be busy, and layers that wait for a busy core are slower than with one thread less.
const THREADS: (&str, &str) = ("RAYON_NUM_THREADS", "1");

/// Where the server listens.
const PORT: &str = "18191";

const SYSTEM: &str = "You design the assortment of an online shop. Answer with JSON only. Prices are whole euros; `price_low` is the \
    cheapest article of the kind, `price_high` the dearest. Example for \"camping stoves\": {\"kinds\":[{\"name\":\"gas stove\",\
    \"price_low\":20,\"price_high\":160,\"materials\":[\"steel\",\"brass\"]},{\"name\":\"wood burning stove\",\"price_low\":35,\
    \"price_high\":240,\"materials\":[\"stainless steel\",\"titanium\"]},{\"name\":\"windscreen\",\"price_low\":8,\"price_high\":45,\
    \"materials\":[\"aluminium\"]},{\"name\":\"fuel bottle\",\"price_low\":10,\"price_high\":40,\"materials\":[\"aluminium\",\"plastic\"]}]}";

/// Gets the weights, asks every question both ways, has templates designed for the named domains or for all, and writes the page.
pub(crate) fn llm(named: &[String]) -> anyhow::Result<()> {
    let all = DOMAINS.map(str::to_owned);
    let domains = if named.is_empty() { &all[..] } else { named };
    let weights = weights("qwen")?;
    run(&mut cargo(&[
        "build",
        "--release",
        "--locked",
        "--package",
        "wares-design",
        "--no-default-features",
        "--features",
        "local-llm",
        "--examples",
    ]))?;
    let wares = build(&[])?;
    let inside = ask(&weights)?;
    let server = Server::start(&weights)?;
    let served = ask_server(&server.host)?;
    let mut page = String::from(
        "# A real language model without a network\n\nMade by `cargo xtask llm`: Qwen2.5-Coder-1.5B-Instruct (Q4_K_M), one thread, greedy. \
         One question a domain, none of them in a pack: four kinds of goods with prices and materials, under a strict schema. \
         Asked twice: of the file inside the program (`local-llm`), and over HTTP of a server on the same machine.\n\n\
         | domain | valid | tokens of question | tokens of answer | seconds, file | seconds, server | same answer |\n|---|---|---|---|---|---|---|\n",
    );
    for ((domain, file), server) in DOMAINS.iter().zip(&inside).zip(&served) {
        let tokens = |field: &str| file["reply"]["usage"][field].to_string();
        let valid = if [file, server].iter().all(|answer| answer["reply"]["value"].is_object()) { "yes" } else { "no" };
        let same = if file["reply"]["value"] == server["reply"]["value"] { "yes" } else { "no" };
        let (asked, answered) = (tokens("prompt_tokens"), tokens("completion_tokens"));
        page += &format!("| {domain} | {valid} | {asked} | {answered} | {} | {} | {same} |\n", seconds(file), seconds(server));
    }
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').nth(1).unwrap_or("not known");
    page += &format!("\nLoad of the machine while it ran: {load}, on {} cores.\n", thread::available_parallelism()?);
    page += "\n## What it said\n";
    for (domain, answer) in DOMAINS.iter().zip(&inside) {
        page += &format!("\n{domain}:\n");
        for kind in answer["reply"]["value"]["kinds"].as_array().into_iter().flatten() {
            let words: Vec<&str> = kind["materials"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
            let name = kind["name"].as_str().unwrap_or_default();
            page += &format!("- {name}, {} to {} EUR: {}\n", kind["price_low"], kind["price_high"], words.join(", "));
        }
        if let Some(error) = answer["error"].as_str() {
            page += &format!("- {error}\n");
        }
    }
    page += &templates::page(&wares, &server.host, domains)?;
    let kept = root().join("docs").join("measured").join("llm.md");
    fs::write(&kept, page)?;
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

fn example(name: &str) -> Command {
    let mut command = Command::new(target().join("release").join("examples").join(format!("{name}{}", env::consts::EXE_SUFFIX)));
    command.env(THREADS.0, THREADS.1);
    command
}

/// The question about a domain, within what strict modes of providers take.
fn schema() -> Value {
    let text = |max: u64| json!({"type": "string", "minLength": 2, "maxLength": max});
    let price = json!({"type": "integer", "minimum": 1, "maximum": 20_000});
    let kind = json!({
        "type": "object", "additionalProperties": false, "required": ["name", "price_low", "price_high", "materials"],
        "properties": {
            "name": text(40), "price_low": price, "price_high": price,
            "materials": {"type": "array", "minItems": 1, "maxItems": 3, "items": text(24)}
        }
    });
    json!({
        "type": "object", "additionalProperties": false, "required": ["kinds"],
        "properties": {"kinds": {"type": "array", "minItems": 4, "maxItems": 4, "items": kind}}
    })
}

fn question(domain: &str) -> String {
    format!("Four kinds of goods for \"{domain}\".")
}

/// Asks the file, through the trait that templates are designed by.
fn ask(weights: &Path) -> anyhow::Result<Vec<Value>> {
    let mut child = example("ask").arg(weights).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().context("cannot start the example `ask`")?;
    let mut stdin = child.stdin.take().context("`ask` has no input")?;
    for domain in DOMAINS {
        let request = json!({
            "system": SYSTEM, "user": question(domain), "schema_name": "kinds", "schema": schema(), "max_tokens": 600, "temperature_percent": 0, "seed": 1
        });
        writeln!(stdin, "{request}")?;
    }
    drop(stdin);
    let mut answers = Vec::new();
    for (line, domain) in BufReader::new(child.stdout.take().context("`ask` has no output")?).lines().zip(DOMAINS) {
        let answer: Value = serde_json::from_str(&line?)?;
        eprintln!("{domain}, file: {} s", seconds(&answer));
        answers.push(answer);
    }
    let status = child.wait()?;
    if !status.success() || answers.len() != DOMAINS.len() {
        bail!("`ask` gave {} answers: {status}", answers.len());
    }
    Ok(answers)
}

/// A server on this machine, which ends with this run.
struct Server {
    child: Child,
    host: String,
    /// Held open, for the server says on it who hung up.
    _said: BufReader<ChildStderr>,
}

impl Server {
    /// Starts it and waits until it is ready. Its port is fixed, for answers are cached by the address that gave them.
    fn start(weights: &Path) -> anyhow::Result<Self> {
        let mut child = example("serve").arg(weights).arg(PORT).stderr(Stdio::piped()).spawn().context("cannot start the example `serve`")?;
        let mut address = String::new();
        let mut said = BufReader::new(child.stderr.take().context("`serve` says nothing")?);
        said.read_line(&mut address)?;
        let host = address.trim().strip_prefix("http://").and_then(|rest| rest.strip_suffix("/v1")).map(str::to_owned);
        let host = host.with_context(|| format!("no address, but: `{}`; is port {PORT} free?", address.trim()))?;
        Ok(Self { child, host, _said: said })
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // One that has ended by itself needs no end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Asks the server the same questions as the file.
fn ask_server(host: &str) -> anyhow::Result<Vec<Value>> {
    let mut answers = Vec::new();
    for domain in DOMAINS {
        let format = json!({"type": "json_schema", "json_schema": {"name": "kinds", "strict": true, "schema": schema()}});
        let messages = json!([{"role": "system", "content": SYSTEM}, {"role": "user", "content": question(domain)}]);
        let body =
            json!({"model": "local", "messages": messages, "response_format": format, "max_completion_tokens": 600, "temperature": 0, "seed": 1});
        let started = Instant::now();
        let completion = post(host, &body.to_string())?;
        let milliseconds = started.elapsed().as_millis() as u64;
        let content = completion["choices"][0]["message"]["content"].as_str().unwrap_or_default();
        let value: Value = serde_json::from_str(content).unwrap_or_default();
        let answer = json!({"milliseconds": milliseconds, "reply": {"value": value, "usage": completion["usage"]}});
        eprintln!("{domain}, server: {} s", seconds(&answer));
        answers.push(answer);
    }
    Ok(answers)
}

/// One question to the server; it closes when it has answered.
fn post(host: &str, body: &str) -> anyhow::Result<Value> {
    let mut stream = TcpStream::connect(host).with_context(|| format!("nothing answers at {host}"))?;
    write!(
        stream,
        "POST /v1/chat/completions HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )?;
    let mut reply = String::new();
    stream.read_to_string(&mut reply)?;
    let (_, body) = reply.split_once("\r\n\r\n").context("no reply")?;
    Ok(serde_json::from_str(body)?)
}

/// Seconds with one decimal.
fn seconds(answer: &Value) -> String {
    let tenths = answer["milliseconds"].as_u64().unwrap_or(0).div_ceil(100);
    format!("{}.{}", tenths / 10, tenths % 10)
}
