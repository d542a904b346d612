//! A language model inside this program: a GGUF file of weights, run by candle, held to the schema token by token by llguidance.
//!
//! In: the path of a file with Qwen2 or Llama layers and a ChatML vocabulary. Out: a [`LocalModel`], one more [`Model`]. Start at
//! [`LocalModel::open`]. Elsewhere: words to tokens and back (`vocabulary`), the layers (`weights`), the choice of a token (`sampler`).

mod sampler;
mod vocabulary;
mod weights;

use std::{
    fs::File,
    io::BufReader,
    num::NonZero,
    path::Path,
    sync::{Mutex, PoisonError},
    thread,
};

use candle_core::quantized::gguf_file::Content;
use llguidance::{Matcher, ParserFactory, api::TopLevelGrammar};
use serde_json::{Value, json};

use self::{sampler::Sampler, vocabulary::Vocabulary, weights::Weights};
use crate::{Model, ModelError, Reply, Request, Usage};

/// The environment variable from which candle takes the number of threads, once, when the first layer runs.
pub const THREADS_VARIABLE: &str = "RAYON_NUM_THREADS";

/// All cores but one, and at least one. The layers wait for each other: where another program holds one of the cores that they
/// count on, they are several times slower than with one thread less.
#[must_use]
pub fn default_threads() -> usize {
    thread::available_parallelism().map_or(1, NonZero::get).saturating_sub(1).max(1)
}

/// A model from a file. Answers one question at a time; others wait.
pub struct LocalModel {
    name: String,
    path: String,
    vocabulary: Vocabulary,
    grammars: ParserFactory,
    weights: Mutex<Weights>,
}

impl LocalModel {
    /// Reads a GGUF file: about as much memory as the file is long, and the embeddings once more in full.
    ///
    /// # Errors
    /// [`ModelError::File`] when the file cannot be read, has other layers than `qwen2` and `llama`, or no ChatML vocabulary.
    pub fn open(path: &Path) -> Result<Self, ModelError> {
        let shown = path.display().to_string();
        let wrong = |reason: String| ModelError::File { path: shown.clone(), reason };
        let mut file = BufReader::new(File::open(path).map_err(|error| wrong(error.to_string()))?);
        let content = Content::read(&mut file).map_err(|error| wrong(first_line(&error)))?;
        let vocabulary = Vocabulary::read(&content).map_err(wrong)?;
        let mut grammars = ParserFactory::new_simple(&vocabulary.environment()).map_err(|error| wrong(first_line(&error)))?;
        grammars.quiet();
        let weights = Mutex::new(Weights::read(content, &mut file).map_err(wrong)?);
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { name, path: shown, vocabulary, grammars, weights })
    }

    /// The answer as tokens, and the number of tokens of the question.
    fn answer(&self, request: &Request) -> Result<(Vec<u32>, usize), ModelError> {
        let failed = |reason: String| ModelError::File { path: self.path.clone(), reason };
        let prompt = self.vocabulary.prompt(&request.system, &request.user).map_err(failed)?;
        // Whoever holds the lock begins by forgetting the last conversation: a holder that panicked leaves nothing behind.
        let mut weights = self.weights.lock().unwrap_or_else(PoisonError::into_inner);
        let (limit, room) = (request.max_tokens as usize, weights.context());
        if prompt.len() + limit > room {
            return Err(failed(format!("a question of {} tokens and an answer of up to {limit} are more than its {room}", prompt.len())));
        }
        let mut matcher = Matcher::new(self.grammars.create_parser(TopLevelGrammar::from_json_schema(guided(&request.schema))));
        let mut sampler = Sampler::new(request);
        let mut answer = matcher.consume_ff_tokens();
        let mut unread = [prompt.as_slice(), answer.as_slice()].concat();
        weights.forget();
        while !matcher.is_stopped() {
            if answer.len() >= limit {
                return Err(self.invalid(format!("the answer is cut off after {limit} tokens")));
            }
            let allowed = matcher.compute_mask_or_eos().map_err(|error| self.invalid(first_line(&error)))?;
            let scores = weights.read_on(&unread).map_err(failed)?;
            let Some(token) = sampler.choose(scores, &answer, &allowed) else {
                return Err(self.invalid("the schema lets no token follow".to_owned()));
            };
            if token == self.vocabulary.end() {
                break;
            }
            matcher.consume_token(token).map_err(|error| self.invalid(first_line(&error)))?;
            unread = [vec![token], matcher.consume_ff_tokens()].concat();
            answer.extend(&unread);
        }
        match matcher.get_error() {
            Some(reason) => Err(self.invalid(first_line(&reason))),
            None => Ok((answer, prompt.len())),
        }
    }

    fn invalid(&self, reason: String) -> ModelError {
        ModelError::Invalid { model: self.path.clone(), tries: 1, reason }
    }
}

impl Model for LocalModel {
    fn name(&self) -> &str {
        &self.name
    }

    /// What runs here is.
    fn is_small(&self) -> bool {
        true
    }

    fn complete(&self, request: &Request) -> Result<Reply, ModelError> {
        let (answer, prompt_tokens) = self.answer(request)?;
        // The grammar holds most of the schema, not all of it: what it lets pass is caught here.
        let value: Value = serde_json::from_str(&self.vocabulary.text(&answer)).map_err(|error| self.invalid(error.to_string()))?;
        let schema = jsonschema::validator_for(&request.schema).map_err(|error| self.invalid(format!("not a JSON Schema: {error}")))?;
        schema.validate(&value).map_err(|error| self.invalid(format!("{}: {error}", error.instance_path())))?;
        let usage = Usage { calls: 1, cached: 0, prompt_tokens: prompt_tokens as u64, completion_tokens: answer.len() as u64 };
        Ok(Reply { value, usage })
    }
}

/// The schema with what llguidance is told beside it: no white space between tokens, keywords that it does not know left to the
/// validation afterwards, no escapes for control characters.
fn guided(schema: &Value) -> Value {
    let mut schema = schema.clone();
    if let Some(fields) = schema.as_object_mut() {
        fields.insert("x-guidance".to_owned(), json!({"whitespace_flexible": false, "lenient": true, "json_allowed_escapes": "\"\\"}));
    }
    schema
}

/// Errors of candle and llguidance go on for pages.
fn first_line(error: &impl ToString) -> String {
    error.to_string().lines().next().unwrap_or_default().chars().take(300).collect()
}
