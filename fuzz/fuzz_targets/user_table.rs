//! Any bytes as a table that the user brings: the laws of `wares-ingest/tests/odd/laws.rs` hold, and nothing panics.

#![no_main]

#[path = "../../crates/wares-ingest/tests/odd/laws.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| laws::check(bytes));
