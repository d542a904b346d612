//! `manifest.json`: what was made, from what, and how to know it again.

use serde::Serialize;
use wares_model::{
    Checked, Recipe, Template, canonical,
    pack::{bundle, region::Known},
};

use crate::output::Written;

/// The manifest of one run.
#[derive(Serialize)]
pub(crate) struct Manifest<'a> {
    wares_version: &'static str,
    engine_version: u32,
    seed: u64,
    today: String,
    /// 1 of 1 for a whole run.
    part: [u32; 2],
    template_blake3: String,
    catalog_blake3: Option<String>,
    /// The language model that wrote names and descriptions.
    #[serde(skip_serializing_if = "Option::is_none")]
    texts_by: Option<String>,
    /// How much of each region is known to be true.
    regions: Vec<RegionEntry>,
    files: Vec<FileEntry>,
    /// Tables that the user brought.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    brought: Vec<BroughtEntry>,
    template: &'a Template,
}

#[derive(Serialize)]
struct BroughtEntry {
    table: String,
    key: String,
    rows: u64,
}

#[derive(Serialize)]
struct RegionEntry {
    code: String,
    name: String,
    known: Known,
}

#[derive(Serialize)]
struct FileEntry {
    file: String,
    table: String,
    rows: u64,
    first_row: u64,
    bytes: u64,
    blake3: String,
}

impl<'a> Manifest<'a> {
    pub(crate) fn new(template: &'a Template, checked: &Checked, part: (u32, u32)) -> Self {
        Self {
            wares_version: env!("CARGO_PKG_VERSION"),
            engine_version: wares_engine::ENGINE_VERSION,
            seed: checked.seed,
            today: checked.today.to_string(),
            part: [part.0, part.1],
            template_blake3: digest(template),
            catalog_blake3: checked.catalog.as_deref().map(digest),
            texts_by: None,
            regions: regions(template, checked),
            files: Vec::new(),
            brought: checked
                .brought
                .iter()
                .map(|brought| BroughtEntry { table: brought.name.clone(), key: brought.key_name.clone(), rows: brought.rows() })
                .collect(),
            template,
        }
    }

    /// The same, with the model that wrote the texts of the products.
    pub(crate) fn with_texts_by(self, model: &str) -> Self {
        Self { texts_by: Some(model.to_owned()), ..self }
    }

    pub(crate) fn add(&mut self, table: &str, rows: std::ops::Range<u64>, file: &Written) {
        let (name, blake3) = (file.name.clone(), file.blake3.clone());
        let rows_made = rows.end - rows.start;
        self.files.push(FileEntry { file: name, table: table.to_owned(), rows: rows_made, first_row: rows.start, bytes: file.bytes, blake3 });
    }

    pub(crate) fn text(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("a manifest is plain data");
        text.push('\n');
        text
    }
}

/// The regions in which somebody lives.
fn regions(template: &Template, checked: &Checked) -> Vec<RegionEntry> {
    let peopled = template.tables.iter().any(|table| matches!(table.recipe, Some(Recipe::Customers | Recipe::Employees | Recipe::Offices)));
    let codes = checked.regions.iter().filter(|_| peopled);
    let entry = |(code, _): &(String, u32)| {
        let header = bundle::region_header(code)?.ok()?;
        Some(RegionEntry { code: code.clone(), name: header.name, known: header.known })
    };
    codes.filter_map(entry).collect()
}

/// The hash of a document, whatever the order of its fields.
pub(crate) fn digest(value: &impl Serialize) -> String {
    let value = serde_json::to_value(value).expect("templates and packs are plain data");
    blake3::hash(canonical::sorted(value).to_string().as_bytes()).to_string()
}
