//! Recorded answers: a folder of JSON files, one a question, that plays them back with no network.
//!
//! A [`Player`] is strict: a question that was not recorded is an error that shows what was asked. The files are those of the cache.

use std::path::PathBuf;

use crate::{
    Model, ModelError, Reply, Request,
    cache::{Entry, Folder, key},
};

/// The host of every recording, so that it plays wherever it was made.
const HOST: &str = "cassette";

/// A model whose answers are recorded.
pub struct Recorder<M> {
    inner: M,
    folder: Folder,
}

impl<M: Model> Recorder<M> {
    /// Records the answers of `inner` in `folder`, which is made when needed.
    pub fn new(inner: M, folder: PathBuf) -> Self {
        Self { inner, folder: Folder(folder) }
    }
}

impl<M: Model> Model for Recorder<M> {
    fn name(&self) -> &str {
        self.inner.name()
    }

    fn is_small(&self) -> bool {
        self.inner.is_small()
    }

    fn complete(&self, request: &Request) -> Result<Reply, ModelError> {
        let reply = self.inner.complete(request)?;
        let entry = Entry { model: self.name().to_owned(), host: HOST.to_owned(), request: request.clone(), reply: reply.clone() };
        self.folder.write(&key(request, self.name(), HOST), &entry)?;
        Ok(reply)
    }
}

/// Plays what was recorded.
#[derive(Debug, Clone)]
pub struct Player {
    folder: Folder,
    model: String,
}

impl Player {
    /// Plays the answers of `model` in `folder`.
    pub fn new(folder: PathBuf, model: impl Into<String>) -> Self {
        Self { folder: Folder(folder), model: model.into() }
    }
}

impl Model for Player {
    fn name(&self) -> &str {
        &self.model
    }

    fn complete(&self, request: &Request) -> Result<Reply, ModelError> {
        let key = key(request, &self.model, HOST);
        let Some(entry) = self.folder.read(&key)? else {
            let reason = format!(
                "no answer of `{}` to this question is recorded: schema `{}`, seed {}, system {:?}, user {:?}",
                self.model,
                request.schema_name,
                request.seed,
                start(&request.system),
                start(&request.user)
            );
            return Err(ModelError::File { path: self.folder.path(&key).display().to_string(), reason });
        };
        Ok(entry.reply)
    }
}

fn start(text: &str) -> String {
    const MOST_CHARS: usize = 400;
    if text.chars().count() > MOST_CHARS { text.chars().take(MOST_CHARS).chain(['…']).collect() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::Usage;

    struct One;

    impl Model for One {
        fn name(&self) -> &str {
            "one"
        }

        fn complete(&self, _: &Request) -> Result<Reply, ModelError> {
            Ok(Reply { value: json!([1]), usage: Usage { calls: 1, cached: 0, prompt_tokens: 9, completion_tokens: 2 } })
        }
    }

    #[test]
    fn what_was_recorded_plays_and_anything_else_is_an_error_that_shows_it() {
        let folder = tempfile::tempdir().unwrap();
        let request = Request {
            system: "Say one.".to_owned(),
            user: "Now".to_owned(),
            schema_name: "one".to_owned(),
            schema: json!({"type": "array"}),
            max_tokens: 5,
            temperature_percent: 70,
            against_repeats_percent: 0,
            seed: 3,
        };
        let recorded = Recorder::new(One, folder.path().to_owned()).complete(&request).unwrap();
        let player = Player::new(folder.path().to_owned(), "one");
        assert_eq!(player.complete(&request), Ok(recorded));
        let other = Request { user: "Later".to_owned(), ..request };
        let error = player.complete(&other).unwrap_err().to_string();
        assert!(error.contains("\"Later\"") && error.contains("is recorded"), "{error}");
    }
}
