//! What is declared: templates and packs, parsed and checked. Generates nothing.
//!
//! In: JSON or YAML as people and language models write it. Out: a [`Checked`] template in which every
//! reference holds, or all [`Problem`]s at once, each with its [`Place`].
//! Start at [`template::Template`] (what can be said) and [`check::check`] (what is refused).

pub mod brought;
pub mod canonical;
pub mod check;
pub mod column;
pub mod currency;
pub mod day;
pub mod decimal;
pub mod defaults;
pub mod holidays;
pub mod pack;
pub mod pattern;
pub mod place;
pub mod read;
pub mod schema;
pub mod template;
pub mod trade;
pub mod version;
pub mod weighted;

pub use brought::Brought;
pub use check::{Checked, CheckedColumn, CheckedTable, check};
pub use column::Fill;
pub use day::Day;
pub use place::{Place, Problem};
pub use schema::{ColumnSchema, Physical, TableSchema};
pub use template::{Column, ColumnType, Recipe, Table, Template};
