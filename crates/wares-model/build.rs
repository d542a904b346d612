//! Packs the packs of this repository for `pack::bundle`: tables column by column (`pack::columns`), all else compressed.

use std::{env, error::Error, fs, io::Write, path::Path};

use flate2::{Compression, write::DeflateEncoder};

#[allow(dead_code, unreachable_pub, reason = "packing is all that is done here; the library reads")]
#[path = "src/pack/columns.rs"]
mod columns;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=packs");
    println!("cargo::rerun-if-changed=src/pack/columns.rs");
    let out = env::var("OUT_DIR")?;
    // Statics: a constant would lie in the binary as often as it is used.
    let mut index = String::new();
    for family in ["catalog", "region"] {
        index.push_str(&format!("pub(super) static {}: &[Packed] = &[\n", family.to_uppercase()));
        for folder in sorted(&Path::new("packs").join(family))? {
            index.push_str(&format!("    ({folder:?}, &[\n"));
            for file in sorted(&Path::new("packs").join(family).join(&folder))? {
                let text =
                    packed(&Path::new("packs").join(family).join(&folder).join(&file), &Path::new(&out).join(format!("{family}-{folder}-{file}")))?;
                index.push_str(&format!("        ({file:?}, {text}),\n"));
            }
            index.push_str("    ]),\n");
        }
        index.push_str("];\n");
    }
    // What leads to each catalog pack (its phrases, then its kinds), so that finding one needs no unpacking.
    index.push_str("pub(super) static DOMAINS: &[(&str, &[&str], &[&str])] = &[\n");
    for folder in sorted(Path::new("packs/catalog"))? {
        let text = fs::read_to_string(Path::new("packs/catalog").join(&folder).join("catalog.json"))?;
        let pack: serde_json::Value = serde_json::from_str(&text)?;
        let phrases: Vec<&str> = pack["domains"].as_array().into_iter().flatten().filter_map(|phrase| phrase.as_str()).collect();
        let kinds: Vec<&str> = pack["kinds"].as_array().into_iter().flatten().filter_map(|kind| kind["name"].as_str()).collect();
        index.push_str(&format!("    ({folder:?}, &{phrases:?}, &{kinds:?}),\n"));
    }
    index.push_str("];\n");
    fs::write(Path::new(&out).join("packs.rs"), index)?;
    Ok(())
}

/// Packs a file into another one; the words of `pack::bundle` for it.
fn packed(from: &Path, to: &Path) -> Result<String, Box<dyn Error>> {
    let text = fs::read_to_string(from)?;
    if from.extension().is_some_and(|extension| extension == "tsv") {
        // Packed tables are small enough to stand as they are, and so nothing of them is unpacked to read a few rows.
        fs::write(to, columns::pack(&text).map_err(|problem| format!("{}, {problem}", from.display()))?)?;
        return Ok(format!("Text::Plain(include_str!({to:?}))"));
    }
    let mut encoder = DeflateEncoder::new(fs::File::create(to)?, Compression::best());
    encoder.write_all(text.as_bytes())?;
    encoder.finish()?;
    Ok(format!("Text::Deflated({}, include_bytes!({to:?}))", text.len()))
}

fn sorted(folder: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut names = Vec::new();
    if folder.is_dir() {
        for entry in fs::read_dir(folder)? {
            names.push(entry?.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}
