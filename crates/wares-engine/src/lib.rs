//! Pure generation: a plan and a range of rows become a batch.
//!
//! A cell is a function of (engine version, plan, seed, table, column, row) and of nothing else: no memory from row to
//! row, no clock, no thread, no file. Start at [`plan::Plan`]; `recipe/` holds what is known of each commerce table,
//! `column/` the kinds that need no recipe, and `key`, `permute`, `fixed`, `weighted` the arithmetic under both.

mod anchor;
mod arrivals;
pub mod batch;
mod calendar;
mod column;
mod festive;
pub mod fixed;
pub mod key;
pub mod permute;
pub mod plan;
mod recipe;
mod text;
pub mod weighted;

pub use plan::{Plan, PlanError};

/// Raised by every change that alters a cell; `golden/` says which.
pub const ENGINE_VERSION: u32 = 6;
