//! The bodies that go to each provider: as recorded, and valid under its published shape.
//!
//! `WARES_ACCEPT=1` writes the recordings anew. With `WARES_OPENAI_SCHEMAS=FILE` the bodies are also held against the schemas of OpenAI's own
//! OpenAPI document, which is no part of this repository.

#![cfg(feature = "network")]
#![allow(clippy::unwrap_used)] // helpers of tests, not only tests

mod server;

use std::{env, fs, path::PathBuf};

use serde_json::{Value, json};
use server::{Does, ask, chat, question, says};
use wares_design::config::Provider;

fn fixture(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

fn read(name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(fixture(name)).unwrap()).unwrap()
}

/// Holds a body against its recording and its schema.
fn check_body(name: &str, schema: &str, body: &Value) {
    if env::var_os("WARES_ACCEPT").is_some() {
        fs::write(fixture(name), format!("{body:#}\n")).unwrap();
    }
    assert_eq!(*body, read(name), "{name}");
    let errors: Vec<String> = jsonschema::validator_for(&read(schema)).unwrap().iter_errors(body).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{name}: {errors:?}");
}

/// The bodies of a question whose first forms are refused, in order.
fn openai_bodies() -> Vec<Value> {
    let refused = says(400, "response_format is not supported");
    let (outcome, calls, _) = ask(Provider::OpenAi, vec![refused.clone(), refused, chat(r#"{"brands":["Acme"]}"#)]);
    outcome.unwrap();
    calls.into_iter().map(|call| call.body).collect()
}

#[test]
fn chat_completions_get_the_body_of_the_published_shape() {
    let bodies = openai_bodies();
    check_body("openai_schema.json", "openai_chat_request.schema.json", &bodies[0]);
    check_body("openai_object.json", "openai_chat_request.schema.json", &bodies[1]);
    check_body("openai_words.json", "openai_chat_request.schema.json", &bodies[2]);
}

#[test]
fn anthropic_and_gemini_get_the_body_of_their_own_shape() {
    for (provider, name, schema, path) in [
        (Provider::Anthropic, "anthropic.json", "anthropic_messages.schema.json", "/v1/messages"),
        (Provider::Gemini, "gemini.json", "gemini_generate.schema.json", "/v1/models/gemini-2.5-flash:generateContent"),
    ] {
        let (_, calls, _) = ask(provider, vec![says(400, "stop")]);
        check_body(name, schema, &calls[0].body);
        assert_eq!(calls[0].path, path);
        assert_eq!(calls[0].head.matches(server::MARKER).count(), 1, "the key goes into one header");
        assert!(!calls[0].path.contains("MARKER") && !calls[0].body.to_string().contains("MARKER"));
    }
}

#[test]
fn the_shape_catches_what_would_be_refused() {
    let shape = jsonschema::validator_for(&read("openai_chat_request.schema.json")).unwrap();
    let good = read("openai_schema.json");
    for (pointer, wrong) in [
        ("/messages", json!([])),
        ("/messages/0/role", json!("sytem")),
        ("/temperature", json!(3)),
        ("/response_format/type", json!("schema")),
        ("/response_format/json_schema/name", json!("not a name!")),
        ("/response_format/json_schema/schema/additionalProperties", json!(true)),
        ("/max_tokens", json!("many")),
    ] {
        let mut body = good.clone();
        *body.pointer_mut(pointer).unwrap() = wrong;
        assert!(!shape.is_valid(&body), "{pointer}");
    }
    let mut body = good;
    body["max_token"] = json!(5);
    assert!(!shape.is_valid(&body), "an unknown field");
}

#[test]
fn the_shape_holds_our_replies_of_chat_completions() {
    let shape = jsonschema::validator_for(&read("openai_chat_reply.schema.json")).unwrap();
    let Does::Says(_, _, body) = chat("{}") else { unreachable!() };
    assert!(shape.is_valid(&serde_json::from_str(&body).unwrap()));
    assert!(!shape.is_valid(&json!({"choices": null})));
}

/// The schemas of OpenAI, mended as JSON Schema wants: `nullable` says nothing there, `discriminator` neither.
fn mended(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let kept = fields
                .iter()
                .filter(|(name, value)| !(*name == "nullable" && value.is_boolean() || *name == "discriminator"))
                .map(|(name, value)| (name.clone(), mended(value)));
            let kept = Value::Object(kept.collect());
            if fields.get("nullable") == Some(&json!(true)) { json!({"anyOf": [kept, {"type": "null"}]}) } else { kept }
        }
        Value::Array(items) => items.iter().map(mended).collect(),
        other => other.clone(),
    }
}

#[test]
fn openais_own_document_agrees_where_it_is_at_hand() {
    let Some(file) = env::var_os("WARES_OPENAI_SCHEMAS") else {
        eprintln!("skipped: WARES_OPENAI_SCHEMAS names no file");
        return;
    };
    let document: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    let schema = |name: &str, closed: bool| {
        let mut root = mended(&document);
        root["$ref"] = json!(format!("#/components/schemas/{name}"));
        if closed {
            root["unevaluatedProperties"] = json!(false);
        }
        jsonschema::validator_for(&root).unwrap()
    };
    let request = schema("CreateChatCompletionRequest", true);
    for name in ["openai_schema.json", "openai_words.json"] {
        let errors: Vec<String> = request.iter_errors(&read(name)).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
    let mut wrong = read("openai_schema.json");
    wrong["max_token"] = json!(1);
    assert!(!request.is_valid(&wrong));
    let Does::Says(_, _, body) = chat("{}") else { unreachable!() };
    let reply = schema("CreateChatCompletionResponse", false);
    let errors: Vec<String> = reply.iter_errors(&serde_json::from_str(&body).unwrap()).map(|error| error.to_string()).collect();
    assert!(errors.is_empty(), "{errors:?}");
}

#[test]
fn a_reasoning_model_gets_no_temperature_and_no_penalties() {
    let server = server::Server::start(vec![chat(r#"{"brands":["Acme"]}"#)]);
    let config = wares_design::Config::new(Provider::OpenAi, "gpt-5-mini", &server.url, server::MARKER).unwrap();
    wares_design::Model::complete(&wares_design::Remote::new(config, wares_design::Options::default()).unwrap(), &question()).unwrap();
    let body = &server.calls()[0].body;
    assert_eq!((&body["max_completion_tokens"], body.get("max_tokens"), body.get("temperature")), (&json!(200), None, None));
    assert!(!body.to_string().contains("_penalty"), "{body}");
}
