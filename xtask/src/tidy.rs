//! The dependency rules: who may use whom, among our own crates.

use anyhow::{Context, bail};
use serde_json::Value;

use crate::cargo;

/// Each crate of ours with those that it may use.
const RULES: [(&str, &[&str]); 10] = [
    ("wares-model", &[]),
    ("wares-ids", &[]),
    ("wares-engine", &["wares-model", "wares-ids"]),
    ("wares-sinks", &["wares-model"]),
    ("wares-ingest", &["wares-model"]),
    ("wares-design", &["wares-model"]),
    ("wares", &["wares-model", "wares-ids", "wares-engine", "wares-sinks", "wares-ingest", "wares-design"]),
    ("wares-server", &["wares"]),
    ("wares-cli", &["wares", "wares-server"]),
    ("xtask", &[]),
];

/// Fails on every edge that the rules do not have, and on crates that they do not know.
pub(crate) fn tidy() -> anyhow::Result<()> {
    let output = cargo(&["metadata", "--no-deps", "--format-version", "1", "--locked"]).output().context("cannot start cargo metadata")?;
    let metadata: Value = serde_json::from_slice(&output.stdout).context("cargo metadata gives no JSON")?;
    let names = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut wrong = Vec::new();
    for package in names(&metadata["packages"]) {
        let name = package["name"].as_str().unwrap_or_default();
        let Some((_, allowed)) = RULES.iter().find(|(known, _)| *known == name) else {
            wrong.push(format!("`{name}` is not among the rules of xtask/src/tidy.rs"));
            continue;
        };
        for dependency in names(&package["dependencies"]) {
            let used = dependency["name"].as_str().unwrap_or_default();
            if RULES.iter().any(|(known, _)| *known == used) && !allowed.contains(&used) {
                wrong.push(format!("`{name}` may not use `{used}`"));
            }
        }
    }
    if !wrong.is_empty() {
        bail!("the dependency rules are broken:\n  {}", wrong.join("\n  "));
    }
    eprintln!("dependency rules hold");
    Ok(())
}
