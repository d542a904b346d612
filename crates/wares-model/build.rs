//! Compresses the packs of this repository into one file a pack, for `pack::bundle`.

use std::{env, error::Error, fs, io::Write, path::Path};

use flate2::{Compression, write::DeflateEncoder};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=packs");
    let out = env::var("OUT_DIR")?;
    let mut index = String::new();
    for family in ["catalog", "region"] {
        index.push_str(&format!("pub(super) const {}: &[Packed] = &[\n", family.to_uppercase()));
        for folder in sorted(&Path::new("packs").join(family))? {
            index.push_str(&format!("    ({folder:?}, &[\n"));
            for file in sorted(&Path::new("packs").join(family).join(&folder))? {
                let packed = Path::new(&out).join(format!("{family}-{folder}-{file}.deflate"));
                let mut encoder = DeflateEncoder::new(fs::File::create(&packed)?, Compression::best());
                encoder.write_all(&fs::read(Path::new("packs").join(family).join(&folder).join(&file))?)?;
                encoder.finish()?;
                index.push_str(&format!("        ({file:?}, include_bytes!({packed:?})),\n"));
            }
            index.push_str("    ]),\n");
        }
        index.push_str("];\n");
    }
    // What leads to each catalog pack (its phrases, then its kinds), so that finding one needs no unpacking.
    index.push_str("pub(super) const DOMAINS: &[(&str, &[&str], &[&str])] = &[\n");
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
