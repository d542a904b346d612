//! Builds the crate again when the web UI was built again.

fn main() {
    println!("cargo:rerun-if-changed=assets");
}
