//! A language model on this machine that answers as a script says, and only when it is told to.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

use serde_json::{Value, json};

/// The model.
pub(crate) struct Scripted {
    /// Where it is asked.
    pub(crate) url: String,
    asked: Arc<Mutex<Vec<Value>>>,
    go: Sender<()>,
}

impl Scripted {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/v1/", listener.local_addr().unwrap());
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (go, gate) = channel();
        let seen = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                // Whoever asked may have been killed meanwhile.
                serve(stream, &seen, &gate);
            }
        });
        Self { url, asked, go }
    }

    /// Lets so many questions be answered.
    pub(crate) fn answer(&self, questions: usize) {
        (0..questions).for_each(|_| self.go.send(()).unwrap());
    }

    /// How many questions came.
    pub(crate) fn calls(&self) -> usize {
        self.asked.lock().unwrap().len()
    }

    /// The rows that were asked for, in order, as often as they were.
    pub(crate) fn rows(&self) -> Vec<u64> {
        self.asked.lock().unwrap().iter().flat_map(numbers).collect()
    }
}

fn serve(mut stream: TcpStream, seen: &Mutex<Vec<Value>>, gate: &Receiver<()>) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head).ok()? == 0 {
            return None;
        }
    }
    let length = head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
    let mut body = vec![0; length?];
    reader.read_exact(&mut body).ok()?;
    let question: Value = serde_json::from_slice(&body).ok()?;
    let content = answer_to(&question).to_string();
    seen.lock().ok()?.push(question);
    gate.recv().ok()?;
    let reply = json!({
        "id": "1", "object": "chat.completion", "created": 1, "model": "scripted",
        "choices": [{ "index": 0, "message": { "role": "assistant", "content": content }, "finish_reason": "stop" }],
        "usage": { "prompt_tokens": 900, "completion_tokens": 400, "total_tokens": 1300 }
    })
    .to_string();
    let head = format!("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n", reply.len());
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(reply.as_bytes()).ok()
}

/// A part of a worked example where a design is asked for, and texts where rows are.
fn answer_to(question: &Value) -> Value {
    let example: Value = serde_json::from_str(include_str!("../../../wares-design/src/examples/bookbinding.json")).unwrap();
    let schema = question["response_format"]["json_schema"]["name"].as_str().unwrap_or_default();
    match schema.strip_prefix("catalogue_") {
        Some(part) => example[part].clone(),
        None => {
            let text = |row: u64| json!({ "row": row, "name": format!("Written Name {row}"), "description": format!("Written text, number {row}.") });
            json!({ "rows": numbers(question).into_iter().map(text).collect::<Vec<_>>() })
        }
    }
}

/// The rows that a question is about.
fn numbers(question: &Value) -> Vec<u64> {
    let row = &question["response_format"]["json_schema"]["schema"]["properties"]["rows"]["items"]["properties"]["row"];
    row["enum"].as_array().into_iter().flatten().filter_map(Value::as_u64).collect()
}
