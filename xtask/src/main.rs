//! All automation of Wares.
fn main() {}
