//! Tests of the facade, seen from outside: one binary, so that it is linked once.

#![allow(clippy::unwrap_used)] // A test may fail by a panic.

mod common;
mod databases;
mod design;
mod import;
mod ledger;
mod packs;
mod parents;
mod products;
mod regions;
mod shop;
mod templates;
