//! Words -> a draft template, by a language model that designs once; the engine then writes every row without it.
//!
//! Everything goes through one trait, [`Model`]: a provider on the network, a file of weights in this process, a recorded cassette, a
//! script in a test. Model output is untrusted input: it is validated, bounded and cleaned before anything else sees it.

#[cfg(feature = "local-llm")]
pub mod local;
mod model;

pub use model::{Model, ModelError, Reply, Request, Usage};
