//! Words -> a draft template, by a language model that designs once; the engine then writes every row without it.
//!
//! Everything goes through one trait, [`Model`]: a provider on the network, a file of weights in this process, a recorded cassette, a
//! script in a test. Model output is untrusted input: it is validated, bounded and cleaned before anything else sees it.

mod builtin;
pub mod clean;
mod design;
pub mod edits;
#[cfg(feature = "local-llm")]
pub mod local;
mod model;
pub mod naming;
mod parts;
mod prompt;
pub mod quote;
mod range;
pub mod report;
pub mod rows;
mod small;

pub mod answer;
pub mod budget;
pub mod cache;
pub mod cassette;
pub mod config;
mod form;
pub mod prices;
#[cfg(feature = "network")]
mod provider;
#[cfg(feature = "network")]
mod purse;
#[cfg(feature = "network")]
mod wire;

pub use config::Config;
pub use design::{DesignError, Designed, design};
pub use form::Form;
pub use model::{Model, ModelError, Reply, Request, Usage, is_named_small};
pub use prices::{Price, Prices};
pub use prompt::Wanted;
#[cfg(feature = "network")]
pub use provider::{Options, Progress, Remote};
#[cfg(feature = "network")]
pub use wire::retry::{Clock, Patience};
