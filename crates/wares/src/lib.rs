//! The facade: everything that the command line, the server and Python can do, they do through here.
//!
//! Start at [`run::run`]: template -> plan -> batches -> files. [`shop::template`] makes a template from a few words,
//! [`load`] reads one, [`preview::preview`] shows any rows of any table and writes nothing.

pub mod certificate;
pub mod charts;
pub mod customers;
pub mod design;
pub mod difference;
pub mod domain;
pub mod error;
pub mod estimate;
pub mod found;
pub mod import;
pub mod job;
pub mod licenses;
mod links;
pub mod llm;
mod manifest;
mod output;
pub mod parents;
pub mod preview;
pub mod products;
pub mod quote;
pub mod recognise;
pub mod refine;
pub mod resume;
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
use wares_model::{Checked, Day, Place, Problem, Template, check, read, trade, version};

/// Reads a template from its text. `subject` names it in errors: a file, an argument.
///
/// # Errors
/// [`Error::Input`] with every problem of its form.
pub fn load(text: &str, subject: &str) -> Result<Template, Error> {
    let value = read::value(text).map_err(|problem| Error::Input { subject: subject.to_owned(), problems: vec![problem] })?;
    load_value(value, subject)
}

/// The same of a document that is parsed already.
///
/// # Errors
/// [`Error::Input`] with every problem of its form.
pub fn load_value(mut value: serde_json::Value, subject: &str) -> Result<Template, Error> {
    let refuse = |problems| Error::Input { subject: subject.to_owned(), problems };
    if !value.is_object() {
        return Err(refuse(vec![Problem::new(Place::root(), "is not an object with fields")]));
    }
    version::upgrade(&mut value).map_err(|problem| refuse(vec![problem]))?;
    trade::complete(&mut value);
    read::document(value).map_err(refuse)
}

/// Checks a template; `today` stands in where it names no day.
///
/// # Errors
/// [`Error::Input`] with every problem of its meaning.
pub fn checked(template: &Template, subject: &str, today: Day) -> Result<Checked, Error> {
    check(template, today).map_err(|problems| Error::Input { subject: subject.to_owned(), problems })
}

/// The JSON Schemas (2020-12) of what goes through the facade as plain data, by name; they refer to each other as `#/$defs/NAME`.
pub fn schemas() -> serde_json::Map<String, serde_json::Value> {
    let mut generator = schemars::generate::SchemaSettings::draft2020_12().into_generator();
    generator.subschema_for::<job::Job>();
    generator.subschema_for::<Template>();
    generator.subschema_for::<estimate::Estimate>();
    generator.subschema_for::<charts::Charts>();
    generator.subschema_for::<difference::Change>();
    generator.subschema_for::<recognise::Recognised>();
    generator.take_definitions(true)
}

/// A pack that is built in and cannot be read: a fault of this build.
fn unknown_pack(name: &str) -> Error {
    Error::Input {
        subject: name.to_owned(),
        problems: vec![Problem::new(Place::root(), "the built-in pack cannot be read; `wares template check` says why")],
    }
}
