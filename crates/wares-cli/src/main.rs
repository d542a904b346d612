//! The command line of Wares.
fn main() {}
