//! Answers on disk: the same question to the same model costs nothing again.
//!
//! One file an answer, named by the hash of the canonical question (sorted keys), the model and the host; a key is no part of it. The file
//! holds the question too, so that a person can read it. Files are written beside their place and renamed.

use std::{
    fs::{self, File},
    io::{self, Read as _, Write as _},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{Model, ModelError, Reply, Request, Usage, answer::Judge};

/// A file with more bytes is none of ours.
const MOST_BYTES: u64 = 32 << 20;

/// The hash of a question to a model at a host: 64 hexadecimal digits, the same on every machine and in every build.
pub fn key(request: &Request, model: &str, host: &str) -> String {
    let mut text = String::from("wares-llm-1\n");
    let value = serde_json::json!({"host": host, "model": model, "request": request});
    canonical(&value, &mut text);
    blake3::hash(text.as_bytes()).to_hex().to_string()
}

/// JSON with sorted keys and no blanks: the order of a map differs between builds.
fn canonical(value: &Value, out: &mut String) {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_unstable_by_key(|(name, _)| *name);
            out.push('{');
            for (name, value) in fields {
                out.push_str(&Value::from(name.as_str()).to_string());
                out.push(':');
                canonical(value, out);
                out.push(',');
            }
            out.push('}');
        }
        Value::Array(items) => {
            out.push('[');
            for item in items {
                canonical(item, out);
                out.push(',');
            }
            out.push(']');
        }
        plain => out.push_str(&plain.to_string()),
    }
}

/// The user's cache folder for answers: `WARES_CACHE_DIR`, or `wares` where the system keeps caches; none when there is no such place.
pub fn default_folder(lookup: &dyn Fn(&str) -> Option<String>) -> Option<PathBuf> {
    let get = |name: &str| lookup(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let system = || {
        if cfg!(target_os = "windows") {
            get("LOCALAPPDATA")
        } else if cfg!(target_os = "macos") {
            get("HOME").map(|home| home.join("Library/Caches"))
        } else {
            get("XDG_CACHE_HOME").filter(|path| path.is_absolute()).or_else(|| get("HOME").map(|home| home.join(".cache")))
        }
    };
    get("WARES_CACHE_DIR").or_else(|| system().map(|caches| caches.join("wares"))).map(|folder| folder.join("llm"))
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Entry {
    pub(crate) model: String,
    pub(crate) host: String,
    pub(crate) request: Request,
    pub(crate) reply: Reply,
}

/// A folder of such files.
#[derive(Debug, Clone)]
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn path(&self, key: &str) -> PathBuf {
        self.0.join(format!("{key}.json"))
    }

    /// The entry of a key; none when there is no such file.
    ///
    /// # Errors
    /// [`ModelError::File`] when there is one that cannot be read or is not of this form.
    pub(crate) fn read(&self, key: &str) -> Result<Option<Entry>, ModelError> {
        let path = self.path(key);
        let file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(failed(&path, &error)),
        };
        let mut text = Vec::new();
        file.take(MOST_BYTES).read_to_end(&mut text).map_err(|error| failed(&path, &error))?;
        serde_json::from_slice(&text).map(Some).map_err(|error| failed(&path, &error))
    }

    /// Writes an entry, whole or not at all.
    ///
    /// # Errors
    /// [`ModelError::File`].
    pub(crate) fn write(&self, key: &str, entry: &Entry) -> Result<(), ModelError> {
        let path = self.path(key);
        let write = || -> io::Result<()> {
            fs::create_dir_all(&self.0)?;
            let mut file = tempfile::NamedTempFile::new_in(&self.0)?;
            serde_json::to_writer_pretty(&mut file, entry)?;
            file.write_all(b"\n")?;
            file.persist(&path).map(drop).map_err(|error| error.error)
        };
        write().map_err(|error| failed(&path, &error))
    }

    /// Files and their bytes.
    pub(crate) fn size(&self) -> (u64, u64) {
        let Ok(files) = fs::read_dir(&self.0) else { return (0, 0) };
        let sizes = files.filter_map(|file| Some(file.ok()?.metadata().ok()?.len()));
        sizes.fold((0, 0), |(files, bytes), size| (files + 1, bytes + size))
    }
}

pub(crate) fn failed(path: &Path, reason: &dyn std::fmt::Display) -> ModelError {
    ModelError::File { path: path.display().to_string(), reason: reason.to_string() }
}

/// Answers of a model in a folder: how many, and how many bytes.
pub fn size(folder: &Path) -> (u64, u64) {
    Folder(folder.to_owned()).size()
}

/// A model whose answers are kept.
pub struct Cached<M> {
    inner: M,
    folder: Folder,
    host: String,
}

impl<M: Model> Cached<M> {
    /// Keeps the answers of `inner` in `folder`, which is made when needed; `host` tells servers apart that name their models alike.
    pub fn new(inner: M, folder: PathBuf, host: impl Into<String>) -> Self {
        Self { inner, folder: Folder(folder), host: host.into() }
    }

    /// The model behind.
    pub fn inner(&self) -> &M {
        &self.inner
    }
}

impl<M: Model> Model for Cached<M> {
    fn name(&self) -> &str {
        self.inner.name()
    }

    fn is_small(&self) -> bool {
        self.inner.is_small()
    }

    fn complete(&self, request: &Request) -> Result<Reply, ModelError> {
        let key = key(request, self.inner.name(), &self.host);
        // A file that cannot be read, holds another question or no valid answer is as good as none: it is written anew.
        if let Ok(Some(entry)) = self.folder.read(&key)
            && entry.request == *request
            && Judge::new(&request.schema).is_ok_and(|judge| judge.check(&entry.reply.value).is_ok())
        {
            return Ok(Reply { value: entry.reply.value, usage: Usage { cached: 1, ..Usage::default() } });
        }
        let reply = self.inner.complete(request)?;
        let entry = Entry { model: self.inner.name().to_owned(), host: self.host.clone(), request: request.clone(), reply: reply.clone() };
        // The answer is paid for: a full disk is no reason to lose it.
        let _ = self.folder.write(&key, &entry);
        Ok(reply)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use serde_json::json;

    use super::*;

    /// Answers with the number of the call.
    #[derive(Default)]
    struct Counter(AtomicU32);

    impl Model for Counter {
        fn name(&self) -> &str {
            "counter"
        }

        fn complete(&self, _: &Request) -> Result<Reply, ModelError> {
            let calls = self.0.fetch_add(1, Ordering::Relaxed) + 1;
            Ok(Reply { value: json!({"n": calls}), usage: Usage { calls: 1, cached: 0, prompt_tokens: 5, completion_tokens: 7 } })
        }
    }

    fn request(user: &str) -> Request {
        Request {
            system: "Count.".to_owned(),
            user: user.to_owned(),
            schema_name: "count".to_owned(),
            schema: json!({"type": "object", "required": ["n"], "properties": {"n": {"type": "integer"}}}),
            max_tokens: 10,
            temperature_percent: 0,
            against_repeats_percent: 0,
            seed: 1,
        }
    }

    #[test]
    fn the_same_question_is_asked_once_and_costs_nothing_again() {
        let folder = tempfile::tempdir().unwrap();
        let model = Cached::new(Counter::default(), folder.path().join("deep/er"), "h");
        assert_eq!(model.complete(&request("a")).unwrap().value, json!({"n": 1}));
        let again = model.complete(&request("a")).unwrap();
        assert_eq!((again.value, again.usage), (json!({"n": 1}), Usage { cached: 1, ..Usage::default() }));
        assert_eq!(model.complete(&request("b")).unwrap().value, json!({"n": 2}));
        assert_eq!(size(&folder.path().join("deep/er")).0, 2, "no file is left beside");
    }

    #[test]
    fn a_file_that_is_cut_or_no_longer_valid_is_asked_again_and_mended() {
        let folder = tempfile::tempdir().unwrap();
        let model = Cached::new(Counter::default(), folder.path().to_owned(), "h");
        model.complete(&request("a")).unwrap();
        let path = folder.path().join(format!("{}.json", key(&request("a"), "counter", "h")));
        let text = fs::read_to_string(&path).unwrap();
        for broken in [text[..text.len() / 2].to_owned(), text.replace("\"n\": 1", "\"n\": \"=cmd()\""), String::new()] {
            fs::write(&path, broken).unwrap();
            assert_eq!(model.complete(&request("a")).unwrap().usage.calls, 1);
            assert_eq!(model.complete(&request("a")).unwrap().usage.cached, 1);
        }
    }

    #[test]
    fn a_cache_that_cannot_be_written_loses_no_answer() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        fs::write(&file, "").unwrap();
        assert!(Cached::new(Counter::default(), file, "h").complete(&request("a")).is_ok());
    }

    #[test]
    fn the_key_follows_what_is_asked_and_not_the_order_of_fields() {
        let mut other = request("a");
        other.schema = serde_json::from_str(r#"{"properties":{"n":{"type":"integer"}},"required":["n"],"type":"object"}"#).unwrap();
        assert_eq!(key(&request("a"), "m", "h"), key(&other, "m", "h"));
        let keys = [key(&request("a"), "m", "h"), key(&request("b"), "m", "h"), key(&request("a"), "n", "h"), key(&request("a"), "m", "i")];
        assert_eq!(std::collections::BTreeSet::from(keys).len(), 4);
        // Frozen: another value would make every cache and cassette worthless.
        assert_eq!(key(&request("a"), "m", "h"), "685a40fa3396347c0e41144912cbfcff945e71326e41319f75521dfde836bd87");
    }

    #[test]
    fn the_folder_is_the_users_choice_or_the_systems() {
        let folder = |variables: &[(&str, &str)]| {
            default_folder(&|name| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned()))
        };
        assert_eq!(folder(&[("WARES_CACHE_DIR", "/c"), ("HOME", "/h")]), Some(PathBuf::from("/c/llm")));
        assert_eq!(folder(&[]), None);
        if cfg!(target_os = "linux") {
            assert_eq!(folder(&[("HOME", "/h")]), Some(PathBuf::from("/h/.cache/wares/llm")));
            assert_eq!(folder(&[("HOME", "/h"), ("XDG_CACHE_HOME", "/x")]), Some(PathBuf::from("/x/wares/llm")));
        }
    }
}
