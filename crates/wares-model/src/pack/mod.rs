//! Packs: versioned folders of data that templates build on.

pub mod bundle;
pub mod catalog;
pub mod columns;
pub mod compose;
pub mod lint;
pub mod marks;
pub mod narrow;
pub mod region;
pub mod size;
pub mod variant;
