//! The language model that is configured: by the environment and by what the user typed, never by a request.
//!
//! Start at [`open`]. Answers are cached on disk; `WARES_LLM_CASSETTE=DIR` plays recorded answers instead of asking anyone, and
//! `WARES_LLM_RECORD=DIR` records them. Without a configuration everything else works from the built-in packs.

use std::{
    env,
    path::PathBuf,
    time::{Duration, Instant},
};

use wares_design::{Config, cache, cassette::Player, config::Provider, is_named_small};
pub use wares_design::{Form, Model, ModelError, Price, Prices, Reply, Request, Usage, budget, budget::Budget, prices};

use crate::Error;

/// How the model is asked.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// Its name; `WARES_LLM_MODEL` or the usual one of the provider by default.
    pub name: Option<String>,
    /// What the run may use; without limits by default.
    pub budget: Budget,
    /// Ask again what is in the cache, and keep nothing.
    pub uncached: bool,
}

/// The model to ask: the one that is named, or the one that the environment names, or the usual one of the provider that is configured.
///
/// # Errors
/// [`Error::Model`] when nothing is configured.
pub fn model(name: Option<&str>) -> Result<Box<dyn Model>, Error> {
    open(&Wanted { name: name.map(str::to_owned), ..Wanted::default() })
}

/// The same with limits.
///
/// # Errors
/// [`Error::Model`] when nothing is configured, or it cannot be used.
pub fn open(wanted: &Wanted) -> Result<Box<dyn Model>, Error> {
    if let Some(folder) = variable("WARES_LLM_CASSETTE") {
        let named = wanted.name.clone().or_else(|| variable("WARES_LLM_MODEL"));
        let name = named.unwrap_or_else(|| Provider::OpenAi.default_model().to_owned());
        return Ok(Box::new(Player::new(PathBuf::from(folder), name)));
    }
    if let Some(path) = file_named(wanted.name.as_deref()) {
        if !wanted.budget.is_without_limits() {
            let reason = "a model from a file costs nothing; leave the budget out".to_owned();
            return Err(ModelError::Budget { reason }.into());
        }
        return inside(&path);
    }
    let config = Config::from_env(wanted.name.as_deref())?;
    remote(config, wanted)
}

/// Who would be asked, and at what price; asks nobody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The model's name.
    pub model: String,
    /// The list price; none where it is not known.
    pub price: Option<Price>,
    /// Whether it costs nothing but time: a file of weights, a recording, a server on this machine.
    pub own: bool,
    /// Whether it will be asked small questions ([`Model::is_small`]).
    pub small: bool,
}

/// Who [`open`] would ask.
///
/// # Errors
/// [`Error::Model`] when nothing is configured.
pub fn asked(name: Option<&str>) -> Result<Asked, Error> {
    if variable("WARES_LLM_CASSETTE").is_some() {
        let named = name.map(str::to_owned).or_else(|| variable("WARES_LLM_MODEL"));
        let model = named.unwrap_or_else(|| Provider::OpenAi.default_model().to_owned());
        return Ok(Asked { small: is_named_small(&model), model, price: None, own: true });
    }
    if let Some(model) = file_named(name) {
        return Ok(Asked { model, price: None, own: true, small: true });
    }
    let config = Config::from_env(name)?;
    let host = config.host();
    let own = ["127.", "localhost", "[::1]"].iter().any(|start| host.starts_with(start));
    Ok(Asked { price: Prices::built_in().at(&config), own, small: is_named_small(&config.model), model: config.model })
}

/// The file of weights that is named as the model.
fn file_named(name: Option<&str>) -> Option<String> {
    name.map(str::to_owned).or_else(|| variable("WARES_LLM_MODEL")).filter(|name| name.ends_with(".gguf"))
}

/// A file of weights runs inside the program: it costs nothing and needs neither a key nor a cache.
#[cfg(feature = "local-llm")]
fn inside(path: &str) -> Result<Box<dyn Model>, Error> {
    Ok(Box::new(wares_design::local::LocalModel::open(std::path::Path::new(path))?))
}

#[cfg(not(feature = "local-llm"))]
fn inside(path: &str) -> Result<Box<dyn Model>, Error> {
    let reason = "this build runs no model from a file; build it with the feature `local-llm`".to_owned();
    Err(ModelError::File { path: path.to_owned(), reason }.into())
}

#[cfg(feature = "network")]
fn remote(config: Config, wanted: &Wanted) -> Result<Box<dyn Model>, Error> {
    use wares_design::{Options, Patience, Remote, cassette::Recorder};

    let host = config.host().to_owned();
    let usual = Patience::default();
    // A server of one's own may write a few tokens a second: to hang up on it and ask again only makes it slower.
    let patience =
        if config.is_home() { usual } else { Patience { tries: 3, call: Duration::from_secs(1_800), deadline: Duration::from_secs(5_400), ..usual } };
    let model = Remote::new(config, Options { budget: wanted.budget, patience, ..Options::default() })?;
    if let Some(folder) = variable("WARES_LLM_RECORD") {
        return Ok(Box::new(Recorder::new(model, PathBuf::from(folder))));
    }
    match cache_folder().filter(|_| !wanted.uncached) {
        Some(folder) => Ok(Box::new(cache::Cached::new(model, folder, host))),
        None => Ok(Box::new(model)),
    }
}

#[cfg(not(feature = "network"))]
fn remote(config: Config, _: &Wanted) -> Result<Box<dyn Model>, Error> {
    Err(ModelError::Unavailable {
        model: config.model,
        tries: 0,
        reason: "this build has no network; build it with the feature `network`".to_owned(),
    }
    .into())
}

/// What is configured; nothing in it is secret.
#[derive(Debug, Clone)]
pub struct Status {
    /// `OpenAI`, `Anthropic`, `Gemini`, a file, or a recording.
    pub provider: &'static str,
    /// The model's name.
    pub model: String,
    /// The address, without user, password and query.
    pub base_url: String,
    /// Whether the address is the provider's own.
    pub is_home: bool,
    /// Whether there is a key.
    pub key_present: bool,
    /// Where answers are kept.
    pub cache_folder: Option<PathBuf>,
    /// How many are kept there, and their bytes.
    pub cached: (u64, u64),
    /// The list price; none when it is not known.
    pub price: Option<Price>,
}

/// What a small call showed.
#[derive(Debug, Clone)]
pub struct Trial {
    /// From the question to the answer, with all tries.
    pub elapsed: Duration,
    /// The form of schema that the model takes.
    pub form: Form,
    /// What it took.
    pub usage: Usage,
}

/// Says what is configured and asks nobody.
///
/// # Errors
/// [`Error::Model`] when nothing is configured, or the configuration cannot be used.
pub fn status(name: Option<&str>) -> Result<Status, Error> {
    let cache_folder = cache_folder();
    if let Some(model) = file_named(name) {
        let (base_url, cached) = ("none: it runs inside the program".to_owned(), (0, 0));
        return Ok(Status { provider: "a file", model, base_url, is_home: false, key_present: false, cache_folder: None, cached, price: None });
    }
    if variable("WARES_LLM_CASSETTE").is_some() {
        let (base_url, cached) = ("none: its answers are recorded".to_owned(), (0, 0));
        let Asked { model, .. } = asked(name)?;
        return Ok(Status { provider: "a recording", model, base_url, is_home: false, key_present: false, cache_folder: None, cached, price: None });
    }
    let config = Config::from_env(name)?;
    Ok(Status {
        provider: config.provider.name(),
        base_url: config.shown_url(),
        is_home: config.is_home(),
        key_present: config.key.is_present(),
        cached: cache_folder.as_deref().map(cache::size).unwrap_or_default(),
        cache_folder,
        price: Prices::built_in().at(&config),
        model: config.model,
    })
}

/// Asks the configured model one small question, past the cache.
///
/// # Errors
/// [`Error::Model`] with what went wrong.
#[cfg(feature = "network")]
pub fn trial(name: Option<&str>) -> Result<Trial, Error> {
    use wares_design::{Options, Patience, Remote};

    if file_named(name).is_some() {
        let (started, model) = (Instant::now(), model(name)?);
        let reply = model.complete(&trial_question())?;
        return Ok(Trial { elapsed: started.elapsed(), form: Form::Schema, usage: reply.usage });
    }
    // A person waits for this: fewer tries than a run has, and a time that a small machine still keeps.
    let patience = Patience { tries: 2, call: Duration::from_secs(90), deadline: Duration::from_secs(120), ..Patience::default() };
    let model = Remote::new(Config::from_env(name)?, Options { patience, ..Options::default() })?;
    let started = Instant::now();
    let reply = model.complete(&trial_question())?;
    Ok(Trial { elapsed: started.elapsed(), form: model.form(), usage: reply.usage })
}

/// The same in a build without network.
///
/// # Errors
/// Always.
#[cfg(not(feature = "network"))]
pub fn trial(name: Option<&str>) -> Result<Trial, Error> {
    let (started, model) = (Instant::now(), open(&Wanted { name: name.map(str::to_owned), ..Wanted::default() })?);
    let reply = model.complete(&trial_question())?;
    Ok(Trial { elapsed: started.elapsed(), form: Form::Words, usage: reply.usage })
}

fn trial_question() -> Request {
    Request {
        system: "You answer with JSON.".to_owned(),
        user: "Name one colour of shoes.".to_owned(),
        schema_name: "colour".to_owned(),
        schema: serde_json::json!({
            "type": "object", "required": ["colour"], "additionalProperties": false,
            "properties": {"colour": {"type": "string", "maxLength": 30}}
        }),
        // Models that think count their thoughts.
        max_tokens: 500,
        temperature_percent: 0,
        against_repeats_percent: 0,
        seed: 1,
    }
}

fn cache_folder() -> Option<PathBuf> {
    cache::default_folder(&|name| variable(name))
}

/// A variable of the environment; an empty one is none.
fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.trim().is_empty())
}
