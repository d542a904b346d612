//! Asks a model from a file: `ask FILE.gguf < requests.jsonl > replies.jsonl`, a [`Request`] a line.
//!
//! Each line of the answer holds the milliseconds that it took and either the reply or the error.

use std::{
    env,
    io::{self, BufRead, Write},
    path::PathBuf,
    time::Instant,
};

use serde_json::json;
use wares_design::{Model, Request, local::LocalModel};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = env::args().nth(1).map(PathBuf::from).ok_or("usage: ask FILE.gguf < requests.jsonl")?;
    let started = Instant::now();
    let model = LocalModel::open(&path)?;
    eprintln!("`{}` is read in {} ms", model.name(), started.elapsed().as_millis());
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let request: Request = serde_json::from_str(&line?)?;
        let started = Instant::now();
        let answer = model.complete(&request);
        let milliseconds = started.elapsed().as_millis() as u64;
        match answer {
            Ok(reply) => writeln!(out, "{}", json!({"milliseconds": milliseconds, "reply": reply}))?,
            Err(error) => writeln!(out, "{}", json!({"milliseconds": milliseconds, "error": error.to_string()}))?,
        }
    }
    Ok(())
}
