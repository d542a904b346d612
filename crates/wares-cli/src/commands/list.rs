//! `wares list`, `wares schema`, `wares completions`: what is built in.

use clap::CommandFactory;
use wares::model::{pack::bundle, schema::json_schema};

use crate::args::{Args, CompletionsArgs, ListArgs, Listed};

pub(crate) fn run(args: &ListArgs) -> anyhow::Result<()> {
    let lines: Vec<String> = match args.what {
        Listed::Packs => bundle::domains().map(|(name, phrases)| format!("{name:<18} {}", phrases.join(", "))).collect(),
        Listed::Regions => bundle::region_codes().filter_map(|code| Some(format!("{code:<4} {}", bundle::region(code)?.ok()?.header.name))).collect(),
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

/// Each built-in pack's sources with their licences.
fn licenses() -> Vec<String> {
    let catalogs = bundle::catalog_names().filter_map(|name| Some((name, bundle::catalog(name)?.ok()?)));
    let mut lines: Vec<String> = catalogs.map(|(name, pack)| format!("catalog {name}: {}", pack.sources.join(" "))).collect();
    for region in bundle::region_codes().filter_map(|code| bundle::region(code)?.ok()) {
        for source in &region.header.sources {
            let notice = source.notice.as_deref().unwrap_or_default();
            lines.push(format!("region {} ({}): {}; {}. {notice}", region.header.code, source.files.join(", "), source.from, source.licence));
        }
    }
    lines
}

pub(crate) fn schema() -> anyhow::Result<()> {
    super::print(format!("{:#}\n", json_schema()).as_bytes())
}

pub(crate) fn completions(args: &CompletionsArgs) -> anyhow::Result<()> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Args::command(), "wares", &mut script);
    super::print(&script)
}
