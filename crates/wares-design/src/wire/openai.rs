//! Chat completions: OpenAI and every server that speaks them.
//!
//! A call of our own instead of the client library's: servers differ in what they take as `response_format` and in what they send back, the
//! body is read up to a bound, and `refusal` is looked at. The `responses` interface is not used: local servers ignore its schema.

use std::sync::{Arc, Mutex, PoisonError};

use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue};
use serde_json::{Value, json};

use super::{
    Answer, Ask, Fault, Wire,
    subset::{OPENAI, subset},
};
use crate::{Config, Form, provider::Progress};

/// No answer has more bytes: 65,536 tokens of 64 bytes.
const MOST_BYTES: usize = 4 << 20;

pub(crate) struct OpenAi {
    config: Config,
    url: reqwest::Url,
    http: reqwest::Client,
    runtime: tokio::runtime::Runtime,
    progress: Option<Arc<Progress>>,
    quirks: Mutex<Quirks>,
}

/// What this model does not take, as it turned out.
#[derive(Debug, Clone, Copy, Default)]
struct Quirks {
    completion_tokens: bool,
    no_temperature: bool,
    no_penalties: bool,
    no_seed: bool,
}

impl OpenAi {
    /// # Errors
    /// When the address cannot be read or TLS cannot be set up.
    pub(crate) fn new(config: &Config, progress: Option<Arc<Progress>>) -> Result<Self, String> {
        let mut url = reqwest::Url::parse(config.base_url()).map_err(|error| format!("the base URL is no address: {error}"))?;
        let path = format!("{}/chat/completions", url.path().trim_end_matches('/'));
        url.set_path(&path);
        let thinking = ["gpt-5", "gpt-6", "o1", "o3", "o4"].iter().any(|start| config.model.starts_with(start));
        let quirks = Quirks { completion_tokens: thinking, no_temperature: thinking, no_penalties: thinking, no_seed: false };
        Ok(Self { config: config.clone(), url, http: super::http()?, runtime: super::runtime()?, progress, quirks: Mutex::new(quirks) })
    }

    /// The body of a request.
    fn body(&self, ask: &Ask<'_>) -> Value {
        let quirks = *self.quirks.lock().unwrap_or_else(PoisonError::into_inner);
        let mut body = json!({
            "model": self.config.model,
            "messages": [{"role": "system", "content": ask.system}, {"role": "user", "content": ask.user}],
            "stream": false,
        });
        body[if quirks.completion_tokens { "max_completion_tokens" } else { "max_tokens" }] = json!(ask.max_tokens);
        if !quirks.no_temperature {
            body["temperature"] = json!(ask.temperature());
        }
        if ask.against_repeats_percent > 0 && !quirks.no_penalties {
            body["frequency_penalty"] = json!(ask.against_repeats());
            body["presence_penalty"] = json!(ask.against_repeats());
        }
        if !quirks.no_seed {
            // Some servers read it as a signed number of 32 bits.
            body["seed"] = json!(ask.seed & 0x7fff_ffff);
        }
        match ask.form {
            Form::Schema => {
                let schema = if self.config.is_home() { subset(ask.schema, OPENAI) } else { ask.schema.clone() };
                body["response_format"] = json!({"type": "json_schema", "json_schema": {"name": ask.schema_name, "strict": true, "schema": schema}});
            }
            Form::Object => body["response_format"] = json!({"type": "json_object", "schema": ask.schema}),
            Form::Words => {}
        }
        body
    }

    fn headers(&self) -> HeaderMap {
        let mut headers = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static("application/json"))]);
        // A server of one's own may want the header and looks at nothing in it.
        let key = if self.config.key.is_present() { self.config.key.reveal() } else { "none" };
        let secret = |text: &str| {
            let mut value = HeaderValue::from_str(text).ok()?;
            value.set_sensitive(true);
            Some(value)
        };
        headers.extend(secret(&format!("Bearer {key}")).map(|value| (AUTHORIZATION, value)));
        if self.config.host().split(':').next().is_some_and(|host| host.ends_with(".azure.com")) {
            headers.extend(secret(key).map(|value| (reqwest::header::HeaderName::from_static("api-key"), value)));
        }
        headers
    }

    async fn send(&self, ask: &Ask<'_>) -> Result<Answer, Fault> {
        let body = self.body(ask).to_string();
        let request = self.http.post(self.url.clone()).headers(self.headers()).timeout(ask.timeout).body(body);
        let mut response = request.send().await.map_err(super::fault)?;
        let status = response.status().as_u16();
        let retry_after = super::retry_after(response.headers());
        let mut bytes = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(super::fault)? {
            if bytes.len() + chunk.len() > MOST_BYTES {
                return Err(Fault::Garbled(format!("more than {MOST_BYTES} bytes")));
            }
            bytes.extend_from_slice(&chunk);
            if let Some(progress) = &self.progress {
                progress(bytes.len() as u64);
            }
        }
        if !(200..300).contains(&status) {
            return Err(Fault::Status { status, retry_after, body: String::from_utf8_lossy(&bytes).into_owned() });
        }
        read(&bytes)
    }
}

impl Wire for OpenAi {
    fn call(&self, ask: &Ask<'_>) -> Result<Answer, Fault> {
        self.runtime.block_on(self.send(ask))
    }

    fn forms(&self) -> &'static [Form] {
        &[Form::Schema, Form::Object, Form::Words]
    }

    fn adapt(&self, status: u16, body: &str) -> bool {
        if !matches!(status, 400 | 422) {
            return false;
        }
        let mut quirks = self.quirks.lock().unwrap_or_else(PoisonError::into_inner);
        let mut give_up = |named: bool, flag: fn(&mut Quirks) -> &mut bool| named && !std::mem::replace(flag(&mut quirks), true);
        give_up(body.contains("max_completion_tokens"), |quirks| &mut quirks.completion_tokens)
            || give_up(body.contains("temperature"), |quirks| &mut quirks.no_temperature)
            || give_up(body.contains("_penalty"), |quirks| &mut quirks.no_penalties)
            || give_up(body.contains("seed"), |quirks| &mut quirks.no_seed)
    }
}

/// Reads a reply; whatever a server leaves out is taken as absent.
fn read(bytes: &[u8]) -> Result<Answer, Fault> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let garbled = |what: &str| Fault::Garbled(format!("{what}: {}", String::from_utf8_lossy(&bytes[..bytes.len().min(200)])));
    let reply: Value = serde_json::from_slice(bytes).map_err(|_| garbled("the reply is no JSON"))?;
    if let Some(error) = reply.get("error").filter(|error| !error.is_null()) {
        return Err(Fault::Garbled(format!("the reply is an error: {}", error.get("message").and_then(Value::as_str).unwrap_or("without words"))));
    }
    let choice = reply.pointer("/choices/0").filter(|choice| choice.is_object()).ok_or_else(|| garbled("the reply has no choices"))?;
    let text = match choice.pointer("/message/content") {
        Some(Value::String(text)) => text.clone(),
        Some(Value::Array(parts)) => parts.iter().filter_map(|part| part.get("text")?.as_str()).collect(),
        _ => String::new(),
    };
    let finish = choice.get("finish_reason").and_then(Value::as_str).unwrap_or_default();
    let refusal = choice.pointer("/message/refusal").and_then(Value::as_str).filter(|words| !words.is_empty()).map(str::to_owned);
    let filtered = (finish == "content_filter").then(|| "the provider's filter cut the answer".to_owned());
    let count = |name: &str| reply.pointer(name).and_then(Value::as_u64);
    Ok(Answer {
        text,
        declined: refusal.or(filtered),
        cut: finish == "length",
        tokens: count("/usage/prompt_tokens").zip(count("/usage/completion_tokens")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replies_of_local_servers_are_read_though_they_leave_things_out() {
        let answer = read(br#"{"choices":[{"message":{"content":"{}"}}]}"#).unwrap();
        assert_eq!(answer, Answer { text: "{}".to_owned(), ..Answer::default() });
        let parts = read("\u{feff}{\"choices\":[{\"finish_reason\":\"length\",\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"a\"}]}}],\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":4}}".as_bytes()).unwrap();
        assert_eq!((parts.text.as_str(), parts.cut, parts.tokens), ("a", true, Some((3, 4))));
    }

    #[test]
    fn replies_without_an_answer_are_garbled() {
        for body in ["", "<html>", "[]", "{}", r#"{"choices":null}"#, r#"{"choices":[]}"#, r#"{"choices":[null]}"#, r#"{"error":{"message":"x"}}"#] {
            assert!(matches!(read(body.as_bytes()), Err(Fault::Garbled(_))), "{body}");
        }
    }
}
