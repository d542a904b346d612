//! Batches become bytes. One file a format; [`csv`] is the first, and a trait comes with the second.

pub mod arrow_ipc;
pub mod csv;
pub mod text;
