//! The facade: everything that the command line, the server and Python can do, they do through here.
//!
//! Start at [`run::run`]: template -> plan -> batches -> files. [`shop::template`] makes a template from a few words,
//! [`load`] reads one, [`preview::preview`] shows any rows of any table and writes nothing.

pub mod customers;
pub mod design;
pub mod domain;
pub mod error;
pub mod import;
pub mod licenses;
pub mod llm;
mod manifest;
mod output;
pub mod parents;
pub mod preview;
pub mod products;
pub mod quote;
pub mod refine;
pub mod rows;
pub mod run;
pub mod shop;
pub mod wish;

pub use error::Error;
#[cfg(feature = "local-llm")]
pub use wares_design::local;
pub use wares_engine::{ENGINE_VERSION, Plan, PlanError};
pub use wares_ids as ids;
pub use wares_model as model;
use wares_model::{Checked, Day, Place, Problem, Template, check, read, version};

/// Reads a template from its text. `subject` names it in errors: a file, an argument.
///
/// # Errors
/// [`Error::Input`] with every problem of its form.
pub fn load(text: &str, subject: &str) -> Result<Template, Error> {
    let refuse = |problems| Error::Input { subject: subject.to_owned(), problems };
    let mut value = read::value(text).map_err(|problem| refuse(vec![problem]))?;
    if !value.is_object() {
        return Err(refuse(vec![Problem::new(Place::root(), "is not an object with fields")]));
    }
    version::upgrade(&mut value).map_err(|problem| refuse(vec![problem]))?;
    read::document(value).map_err(refuse)
}

/// Checks a template; `today` stands in where it names no day.
///
/// # Errors
/// [`Error::Input`] with every problem of its meaning.
pub fn checked(template: &Template, subject: &str, today: Day) -> Result<Checked, Error> {
    check(template, today).map_err(|problems| Error::Input { subject: subject.to_owned(), problems })
}

/// A pack that is built in and cannot be read: a fault of this build.
fn unknown_pack(name: &str) -> Error {
    Error::Input {
        subject: name.to_owned(),
        problems: vec![Problem::new(Place::root(), "the built-in pack cannot be read; `wares template check` says why")],
    }
}
