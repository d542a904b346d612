//! Tests of the facade, seen from outside: one binary, so that it is linked once.

#![allow(clippy::unwrap_used)] // A test may fail by a panic.

mod common;
mod databases;
mod design;
mod difference;
mod growth;
mod import;
mod jobs;
mod ledger;
mod links;
mod packs;
mod parents;
mod products;
mod realism;
mod regions;
mod rows;
#[cfg(feature = "network")]
#[path = "../../../wares-design/tests/server/mod.rs"]
#[allow(dead_code)] // Not every test of the facade has every fault.
mod server;
mod shop;
mod templates;
mod trade;
mod wrong;
