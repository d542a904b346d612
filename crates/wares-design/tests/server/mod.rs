//! A server of faults on loopback: answers each call with the next thing of a script, and remembers what was asked.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

use serde_json::{Value, json};
use wares_design::{Clock, Config, Model as _, ModelError, Options, Patience, Remote, Reply, Request, budget::Budget, config::Provider};

/// The key that no output may hold.
pub(crate) const MARKER: &str = "sk-MARKER-key-0123456789";

/// What the server does with a call.
#[derive(Clone)]
#[allow(dead_code)] // not every test has every fault
pub(crate) enum Does {
    /// Answers with a status, headers (each with its line break) and a body.
    Says(u16, &'static str, String),
    /// Answers with a content that follows from the body.
    Writes(fn(&Value) -> String),
    /// Says nothing until the caller goes away.
    Hangs,
    /// Promises more bytes than it sends.
    Cuts,
    /// Closes the connection at once.
    Drops,
    /// Sends bytes until the caller goes away.
    Floods,
}

/// A call as it came.
#[derive(Debug, Clone)]
pub(crate) struct Call {
    pub(crate) path: String,
    pub(crate) head: String,
    pub(crate) body: Value,
}

pub(crate) struct Server {
    pub(crate) url: String,
    calls: Arc<Mutex<Vec<Call>>>,
    /// Whether some call gets no end of an answer, so that time must end it.
    endless: bool,
}

impl Server {
    /// Does one thing of the script a call, the last for ever.
    pub(crate) fn start(script: Vec<Does>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/v1", listener.local_addr().unwrap());
        let endless = script.iter().any(|does| matches!(does, Does::Hangs | Does::Floods));
        let calls = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&calls);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let (Ok(stream), seen, script) = (stream, Arc::clone(&seen), script.clone()) else { return };
                thread::spawn(move || serve(stream, &seen, &script));
            }
        });
        Self { url, calls, endless }
    }

    pub(crate) fn calls(&self) -> Vec<Call> {
        self.calls.lock().unwrap().clone()
    }
}

/// One call a connection; nothing here panics when the caller goes away.
fn serve(mut stream: TcpStream, seen: &Mutex<Vec<Call>>, script: &[Does]) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head).ok()? == 0 {
            return None;
        }
    }
    let length = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
    let mut body = vec![0; length.unwrap_or(0)];
    reader.read_exact(&mut body).ok()?;
    let path = head.split(' ').nth(1)?.to_owned();
    let asked: Value = serde_json::from_slice(&body).unwrap_or_default();
    let does = {
        let mut seen = seen.lock().ok()?;
        seen.push(Call { path, head, body: asked.clone() });
        script.get(seen.len() - 1).or(script.last())?.clone()
    };
    let does = match does {
        Does::Writes(write) => chat(&write(&asked)),
        does => does,
    };
    match does {
        Does::Writes(_) => None,
        Does::Says(status, headers, body) => {
            let kind = if headers.to_ascii_lowercase().contains("content-type") { "" } else { "content-type: application/json\r\n" };
            let head = format!("HTTP/1.1 {status} X\r\n{kind}{headers}content-length: {}\r\nconnection: close\r\n\r\n", body.len());
            stream.write_all(head.as_bytes()).ok()?;
            stream.write_all(body.as_bytes()).ok()
        }
        Does::Hangs => stream.read(&mut [0; 1]).ok().map(drop),
        Does::Cuts => {
            stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n{\"choices\":[{\"mess").ok()
        }
        Does::Drops => Some(()),
        Does::Floods => {
            stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n{\"choices\":[{\"message\":{\"content\":\"").ok()?;
            loop {
                stream.write_all(&[b'x'; 65_536]).ok()?;
            }
        }
    }
}

/// A reply of chat completions with this content.
pub(crate) fn chat(content: &str) -> Does {
    chat_with(&json!({"role": "assistant", "content": content, "refusal": null}), "stop")
}

pub(crate) fn chat_with(message: &Value, finish: &str) -> Does {
    let reply = json!({
        "id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "gpt-4o-mini-2024-07-18",
        "choices": [{"index": 0, "message": message, "logprobs": null, "finish_reason": finish}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}
    });
    Does::Says(200, "", reply.to_string())
}

pub(crate) fn says(status: u16, body: &str) -> Does {
    Does::Says(status, "", body.to_owned())
}

/// A clock that waits in no time and remembers how long it would have waited.
#[derive(Clone, Default)]
pub(crate) struct Waits(Arc<Mutex<Vec<Duration>>>);

impl Waits {
    pub(crate) fn all(&self) -> Vec<Duration> {
        self.0.lock().unwrap().clone()
    }
}

impl Clock for Waits {
    fn now(&self) -> Duration {
        self.0.lock().unwrap().iter().sum()
    }

    fn sleep(&self, wait: Duration) {
        self.0.lock().unwrap().push(wait);
    }
}

/// The question of every test: brands, one to three.
pub(crate) fn question() -> Request {
    Request {
        system: "You name brands.".to_owned(),
        user: "Brands of <words>tea</words>.".to_owned(),
        schema_name: "brands".to_owned(),
        schema: json!({
            "type": "object", "required": ["brands"], "additionalProperties": false,
            "properties": {"brands": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "string", "maxLength": 20}}}
        }),
        max_tokens: 200,
        temperature_percent: 70,
        against_repeats_percent: 40,
        seed: 42,
    }
}

/// A model at the server, with a clock that waits in no time; a call may be silent for two seconds where the script has silence, and else as long as a
/// busy machine may need.
pub(crate) fn remote(server: &Server, provider: Provider, budget: Budget) -> (Remote, Waits) {
    let waits = Waits::default();
    let patience = Patience { call: Duration::from_secs(if server.endless { 2 } else { 60 }), ..Patience::default() };
    let config = Config::new(provider, provider.default_model(), &server.url, MARKER).unwrap();
    let options = Options { budget, patience, progress: None, clock: Some(Box::new(waits.clone())) };
    (Remote::new(config, options).unwrap(), waits)
}

/// Asks the question of a server with this script: outcome, calls, waits. Whatever comes out shows no key.
pub(crate) fn ask(provider: Provider, script: Vec<Does>) -> (Result<Reply, ModelError>, Vec<Call>, Vec<Duration>) {
    let server = Server::start(script);
    let (remote, waits) = remote(&server, provider, Budget::default());
    let outcome = remote.complete(&question());
    let shown = format!("{outcome:?} {}", outcome.as_ref().err().map(ToString::to_string).unwrap_or_default());
    assert!(!shown.contains("MARKER"), "{shown}");
    assert!(shown.len() < 2_000, "{} characters", shown.len());
    (outcome, server.calls(), waits.all())
}
