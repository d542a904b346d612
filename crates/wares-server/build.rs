//! Builds the crate again when the web UI was built again.

use std::path::Path;

fn main() {
    // A path that is not there would always count as changed; the folder in which it would appear does not.
    let watched = if Path::new("assets").exists() { "assets" } else { "." };
    println!("cargo:rerun-if-changed={watched}");
}
