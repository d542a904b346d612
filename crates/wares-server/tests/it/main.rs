//! Tests of the server, seen from outside: one binary, so that it is linked once.

#![allow(clippy::unwrap_used)] // A test may fail by a panic.

mod client;
mod document;
mod guard;
mod jobs;
mod kill;
mod model;
mod process;
mod runs;
mod scripted;
mod templates;
mod uploads;
