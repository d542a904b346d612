//! Tests of the facade, seen from outside: one binary, so that it is linked once.

#![allow(clippy::unwrap_used)] // A test may fail by a panic.

mod common;
mod design;
mod difference;
mod import;
mod jobs;
mod packs;
mod parents;
mod products;
mod regions;
mod shop;
mod templates;
