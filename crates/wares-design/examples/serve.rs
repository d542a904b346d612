//! Serves a model from a file on this machine alone, in the shape of OpenAI's chat completions: `serve FILE.gguf [PORT [FOLDER]]`.
//!
//! For `cargo xtask llm`. One question at a time; says its address as the first line on stderr when it is ready. Answers are kept in the folder
//! and given again to the same question, with the time that they took: so a measurement that was cut goes on. `GET /v1/took` says how many
//! milliseconds all answers since the last such question took.

use std::{
    env, fs,
    io::{self, BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::PathBuf,
    time::Instant,
};

use serde_json::{Value, json};
use wares_design::{Model, ModelError, Request, local::LocalModel};

/// A question is shorter than this, and so is one line of a header.
const BODY_BYTES_MAX: u64 = 1 << 20;
const LINE_BYTES_MAX: u64 = 1 << 14;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = env::args().skip(1);
    let path = arguments.next().map(PathBuf::from).ok_or("usage: serve FILE.gguf [PORT [FOLDER]]")?;
    let port = arguments.next().map_or(Ok(0), |port| port.parse())?;
    let folder = arguments.next().map(PathBuf::from);
    folder.as_ref().map_or(Ok(()), fs::create_dir_all)?;
    let mut served = Served { model: LocalModel::open(&path)?, folder, took: 0 };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
    eprintln!("http://{}/v1", listener.local_addr()?);
    for stream in listener.incoming() {
        // Whoever hangs up only loses his own answer.
        if let Err(error) = stream.and_then(|stream| served.talk(stream)) {
            eprintln!("hung up: {error}");
        }
    }
    Ok(())
}

struct Served {
    model: LocalModel,
    /// Where answers are kept.
    folder: Option<PathBuf>,
    /// Milliseconds of the answers since somebody asked.
    took: u64,
}

impl Served {
    /// Reads one request, answers and closes.
    fn talk(&mut self, mut stream: TcpStream) -> io::Result<()> {
        let mut reader = BufReader::new(stream.try_clone()?);
        let mut line = || -> io::Result<String> {
            let mut line = String::new();
            reader.by_ref().take(LINE_BYTES_MAX).read_line(&mut line)?;
            Ok(line.trim_end().to_owned())
        };
        let wanted = line()?;
        let mut length = 0;
        loop {
            let header = line()?.to_ascii_lowercase();
            if header.is_empty() {
                break;
            }
            if let Some(text) = header.strip_prefix("content-length:") {
                length = text.trim().parse().unwrap_or(0);
            }
        }
        let mut body = Vec::new();
        reader.take(length.min(BODY_BYTES_MAX)).read_to_end(&mut body)?;
        let (status, answer) = match wanted.split(' ').collect::<Vec<_>>().as_slice() {
            ["POST", "/v1/chat/completions", _] => self.answer(&body)?,
            ["GET", "/v1/models", _] => {
                (200, json!({"object": "list", "data": [{"id": self.model.name(), "object": "model", "created": 0, "owned_by": "local"}]}))
            }
            ["GET", "/v1/took", _] => (200, json!({"milliseconds": std::mem::take(&mut self.took)})),
            _ => (404, problem(&format!("nothing is served at `{wanted}`"), "not_found")),
        };
        let text = answer.to_string();
        write!(stream, "HTTP/1.1 {status} -\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{text}", text.len())
    }

    /// The reply to a body, with its HTTP status: the kept one, or a new one.
    fn answer(&mut self, body: &[u8]) -> io::Result<(u16, Value)> {
        let file = self.folder.as_ref().map(|folder| folder.join(format!("{}.json", blake3::hash(body).to_hex())));
        let kept = file.as_ref().and_then(|file| serde_json::from_str::<Value>(&fs::read_to_string(file).ok()?).ok());
        if let Some(kept) = kept {
            self.took += kept["milliseconds"].as_u64().unwrap_or(0);
            return Ok((200, kept["reply"].clone()));
        }
        let started = Instant::now();
        let (status, reply) = completed(body, &self.model);
        let milliseconds = started.elapsed().as_millis() as u64;
        self.took += milliseconds;
        if let Some(file) = file.filter(|_| status == 200) {
            let unfinished = file.with_extension("part");
            fs::write(&unfinished, json!({"milliseconds": milliseconds, "reply": reply}).to_string())?;
            fs::rename(&unfinished, &file)?;
        }
        Ok((status, reply))
    }
}

/// The reply of the model to a body, with its HTTP status.
fn completed(body: &[u8], model: &LocalModel) -> (u16, Value) {
    let request = match serde_json::from_slice(body).map_err(|error| error.to_string()).and_then(|body| request(&body)) {
        Ok(request) => request,
        Err(reason) => return (400, problem(&reason, "invalid_request_error")),
    };
    match model.complete(&request) {
        Ok(reply) => (200, completion(model.name(), &reply.value.to_string(), "stop", reply.usage.prompt_tokens, reply.usage.completion_tokens)),
        // A real server sends what it has and says that it is cut off.
        Err(ModelError::Invalid { reason, .. }) if reason.contains("cut off") => {
            (200, completion(model.name(), "{", "length", 0, u64::from(request.max_tokens)))
        }
        Err(error) => (500, problem(&error.to_string(), "server_error")),
    }
}

/// What a body asks for.
fn request(body: &Value) -> Result<Request, String> {
    let said = |role: &str| -> String {
        let messages = body["messages"].as_array().into_iter().flatten();
        messages.filter(|message| message["role"] == role).filter_map(|message| message["content"].as_str()).collect::<Vec<_>>().join("\n\n")
    };
    let format = &body["response_format"]["json_schema"];
    if !format["schema"].is_object() {
        return Err("`response_format` must be of type `json_schema`".to_owned());
    }
    let number = |field: &str| body[field].as_u64();
    Ok(Request {
        system: said("system"),
        user: said("user"),
        schema_name: format["name"].as_str().unwrap_or_default().to_owned(),
        schema: format["schema"].clone(),
        max_tokens: number("max_completion_tokens").or_else(|| number("max_tokens")).unwrap_or(1_024) as u32,
        temperature_percent: hundredths(body["temperature"].as_f64().unwrap_or(0.0)),
        seed: number("seed").unwrap_or(0),
    })
}

#[expect(clippy::float_arithmetic, reason = "the protocol has temperatures as floats")]
fn hundredths(temperature: f64) -> u16 {
    (temperature * 100.0).round() as u16
}

fn completion(model: &str, content: &str, finish: &str, asked: u64, answered: u64) -> Value {
    json!({
        "id": "chatcmpl-local", "object": "chat.completion", "created": 0, "model": model,
        "choices": [{
            "index": 0, "finish_reason": finish, "logprobs": null,
            "message": {"role": "assistant", "content": content, "refusal": null}
        }],
        "usage": {"prompt_tokens": asked, "completion_tokens": answered, "total_tokens": asked + answered}
    })
}

fn problem(message: &str, kind: &str) -> Value {
    json!({"error": {"message": message, "type": kind, "param": null, "code": null}})
}
