//! Every fault of a server ends in a valid value or a clear error, within bounds, and shows no key.

#![cfg(feature = "network")]
#![allow(clippy::unwrap_used)] // helpers of tests, not only tests

mod rows;
mod server;

use std::{fs, time::Duration};

use serde_json::{Value, json};
use server::{Call, Does, MARKER, Server, ask, chat, chat_with, question, remote, says};
use wares_design::{
    Form, Model as _, ModelError,
    budget::Budget,
    cache::Cached,
    cassette::{Player, Recorder},
    config::Provider,
};

const GOOD: &str = r#"{"brands":["Acme"]}"#;

fn value() -> Value {
    json!({"brands": ["Acme"]})
}

fn openai(script: Vec<Does>) -> (Result<wares_design::Reply, ModelError>, Vec<Call>, Vec<Duration>) {
    ask(Provider::OpenAi, script)
}

#[test]
fn a_good_answer_is_taken_at_once_with_its_usage() {
    let (outcome, calls, waits) = openai(vec![chat(GOOD)]);
    let reply = outcome.unwrap();
    assert_eq!((reply.value, reply.usage.calls, reply.usage.prompt_tokens, reply.usage.completion_tokens), (value(), 1, 100, 10));
    assert_eq!((calls.len(), calls[0].path.as_str(), waits.len()), (1, "/v1/chat/completions", 0));
    assert!(calls[0].head.contains(&format!("Bearer {MARKER}")), "the key goes into the header and nowhere else");
}

#[test]
fn too_many_requests_wait_as_long_as_the_provider_asks() {
    let busy = |headers| Does::Says(429, headers, r#"{"error":{"message":"slow down"}}"#.to_owned());
    let (outcome, calls, waits) = openai(vec![busy("retry-after: 7\r\n"), busy("retry-after-ms: 2500\r\n"), busy(""), chat(GOOD)]);
    assert_eq!((outcome.unwrap().value, calls.len()), (value(), 4));
    assert!(waits[0] == Duration::from_secs(7) && waits[1] == Duration::from_millis(2_500) && waits[2] <= Duration::from_secs(2), "{waits:?}");
}

#[test]
fn a_date_to_wait_for_counts_from_the_providers_clock() {
    let until = |headers| Does::Says(429, headers, "{}".to_owned());
    let later = until("date: Sun, 06 Nov 1994 08:49:37 GMT\r\nretry-after: Sun, 06 Nov 1994 08:50:07 GMT\r\n");
    let over = until("date: Sun, 06 Nov 1994 08:49:37 GMT\r\nretry-after: Sun, 06 Nov 1994 08:00:00 GMT\r\n");
    for provider in [Provider::OpenAi, Provider::Anthropic, Provider::Gemini] {
        let (_, _, waits) = ask(provider, vec![later.clone(), over.clone(), says(401, "{}")]);
        assert_eq!(waits[0], Duration::from_secs(30), "{provider:?}");
        assert!(waits[1] <= Duration::from_secs(2), "{waits:?}");
    }
}

#[test]
fn a_storm_that_does_not_end_gives_up_after_all_tries() {
    for status in [429, 500, 502, 503, 504, 529] {
        let (outcome, calls, waits) = openai(vec![says(status, "{}")]);
        assert!(matches!(outcome, Err(ModelError::Unavailable { tries: 6, .. })), "{outcome:?}");
        assert_eq!((calls.len(), waits.len()), (6, 5));
        assert!(waits.iter().sum::<Duration>() < Duration::from_secs(20), "{waits:?}");
    }
}

#[test]
fn a_wait_beyond_the_deadline_is_not_waited_for() {
    for headers in ["retry-after: 86400\r\n", "retry-after: 18446744073709551615\r\n"] {
        let (outcome, calls, waits) = openai(vec![Does::Says(429, headers, String::new())]);
        assert!(outcome.unwrap_err().to_string().contains("would pass the deadline"));
        assert_eq!((calls.len(), waits.len()), (1, 0));
    }
}

#[test]
fn a_quota_that_is_used_up_is_not_tried_again() {
    let (outcome, calls, _) = openai(vec![says(429, r#"{"error":{"message":"You exceeded your current quota","code":"insufficient_quota"}}"#)]);
    assert!(matches!(outcome, Err(ModelError::Refused { status: 429, .. })), "{outcome:?}");
    assert_eq!(calls.len(), 1);
}

#[test]
fn silence_and_broken_connections_are_tried_again() {
    for fault in [Does::Hangs, Does::Cuts, Does::Drops] {
        let (outcome, calls, _) = openai(vec![fault.clone(), fault.clone(), chat(GOOD)]);
        assert_eq!((outcome.unwrap().value, calls.len()), (value(), 3));
    }
    for fault in [Does::Cuts, Does::Drops] {
        assert!(matches!(openai(vec![fault]).0, Err(ModelError::Unavailable { tries: 6, .. })));
    }
}

#[test]
fn nobody_there_is_said() {
    let mut server = Server::start(vec![]);
    server.url = "http://127.0.0.1:1/v1".to_owned();
    let error = remote(&server, Provider::OpenAi, Budget::default()).0.complete(&question()).unwrap_err();
    assert!(error.to_string().contains("no connection"), "{error}");
}

#[test]
fn a_wrong_key_is_refused_at_once_and_not_shown() {
    let body = json!({"error": {"message": format!("Incorrect API key provided: {MARKER}. sk-MARKER***6789")}}).to_string();
    for status in [401, 403, 404] {
        let (outcome, calls, _) = openai(vec![says(status, &body)]);
        assert!(
            matches!(&outcome, Err(ModelError::Refused { status: found, reason, .. }) if *found == status && reason.contains("***")),
            "{outcome:?}"
        );
        assert_eq!(calls.len(), 1);
    }
}

#[test]
fn redirects_are_not_followed() {
    let elsewhere = Server::start(vec![chat(GOOD)]);
    let headers: &'static str = Box::leak(format!("location: {}/chat/completions\r\n", elsewhere.url).into_boxed_str());
    let (outcome, _, _) = openai(vec![Does::Says(307, headers, String::new())]);
    assert!(matches!(outcome, Err(ModelError::Refused { status: 307, .. })), "{outcome:?}");
    assert!(elsewhere.calls().is_empty(), "the key went to another server");
}

#[test]
fn json_is_found_in_fences_prose_and_behind_marks() {
    for content in ["```json\n{\"brands\": [\"Acme\"]}\n```", "Sure!\n{\"brands\":[\"Acme\"]}\nEnjoy", "\u{feff}{\"brands\":[\"Acme\"]}"] {
        let (outcome, calls, _) = openai(vec![chat(content)]);
        assert_eq!((outcome.unwrap().value, calls.len()), (value(), 1), "{content}");
    }
}

#[test]
fn an_invalid_answer_is_asked_again_with_its_errors_and_counted() {
    let (outcome, calls, waits) = openai(vec![chat(r#"{"brands":[]}"#), chat("I cannot decide."), chat(GOOD)]);
    let reply = outcome.unwrap();
    assert_eq!((reply.value, reply.usage.calls, reply.usage.prompt_tokens, waits.len()), (value(), 3, 300, 0));
    let user = |call: usize| calls[call].body["messages"][1]["content"].as_str().unwrap().to_owned();
    assert!(user(1).contains("/brands: [] has less than 1 item"), "{}", user(1));
    assert!(user(2).contains("the answer is not JSON") && user(2).contains("maxLength"), "{}", user(2));
    assert_ne!(calls[0].body["seed"], calls[2].body["seed"]);
}

#[test]
fn answers_that_stay_invalid_end_after_three() {
    let hostile = r#"{"brands":["\u0000\u202e<script>=cmd()|' /C calc'!A0"],"__proto__":{"x":1}}"#;
    for content in ["", "no", "{\"brands\":[\"Ac", "[1,2]", "null", r#"{"brands":"Acme"}"#, hostile, &"{".repeat(100_000), &"long ".repeat(100_000)] {
        let (outcome, calls, _) = openai(vec![chat(content)]);
        assert!(matches!(outcome, Err(ModelError::Invalid { tries: 3, .. })), "{outcome:?}");
        assert_eq!(calls.len(), 3);
    }
}

#[test]
fn an_answer_that_was_cut_is_no_answer_even_when_it_parses() {
    let (outcome, calls, _) = openai(vec![chat_with(&json!({"content": GOOD}), "length"), chat(r#"{"brands":["B"]}"#)]);
    assert_eq!((outcome.unwrap().value, calls.len()), (json!({"brands": ["B"]}), 2));
    assert!(openai(vec![chat_with(&json!({"content": GOOD}), "length")]).0.unwrap_err().to_string().contains("cut off"));
}

#[test]
fn refusals_and_filters_are_told_and_not_argued_with() {
    let script = [
        chat_with(&json!({"content": null, "refusal": "I'm sorry, I can't."}), "stop"),
        chat_with(&json!({"content": GOOD}), "content_filter"),
        says(400, r#"{"error":{"message":"The response was filtered","code":"content_filter"}}"#),
    ];
    for does in script {
        let (outcome, calls, _) = openai(vec![does]);
        assert!(matches!(outcome, Err(ModelError::Declined { .. })), "{outcome:?}");
        assert_eq!(calls.len(), 1);
    }
}

#[test]
fn replies_that_are_none_end_in_an_error_that_says_so() {
    let html = Does::Says(200, "content-type: text/html\r\n", "<html><body>Sign in</body></html>".to_owned());
    for does in
        [html, says(200, ""), says(200, "[]"), says(200, r#"{"choices":null}"#), says(200, r#"{"choices":[]}"#), says(200, r#"{"choices":[{}]}"#)]
    {
        let (outcome, calls, _) = openai(vec![does.clone()]);
        assert!(matches!(outcome, Err(ModelError::Invalid { tries: 3, .. })), "{outcome:?}");
        assert_eq!(calls.len(), 3);
        assert_eq!(openai(vec![does, chat(GOOD)]).0.unwrap().value, value(), "and a better one is taken");
    }
}

#[test]
fn endless_and_huge_bodies_are_read_up_to_a_bound() {
    // The bound or the time of a call ends it, whichever is first.
    assert!(openai(vec![Does::Floods]).0.is_err());
    let huge = json!({"choices": [{"message": {"content": "x".repeat(6 << 20)}}]}).to_string();
    assert!(openai(vec![says(200, &huge)]).0.is_err());
    assert!(openai(vec![says(400, &huge)]).0.is_err());
}

#[test]
fn a_form_that_is_refused_is_given_up_for_the_run() {
    let refused =
        says(500, r#"{"error":{"message":"[{'loc': ('body', 'response_format', 'type'), 'msg': \"Input should be 'text' or 'json_object'\"}]"}}"#);
    let server = Server::start(vec![refused.clone(), chat(GOOD), chat(GOOD)]);
    let (model, waits) = remote(&server, Provider::OpenAi, Budget::default());
    assert_eq!(model.form(), Form::Schema);
    assert_eq!(model.complete(&question()).unwrap().value, value());
    assert_eq!(model.complete(&question()).unwrap().value, value());
    let formats: Vec<Value> = server.calls().iter().map(|call| call.body["response_format"]["type"].clone()).collect();
    assert_eq!(formats, ["json_schema", "json_object", "json_object"]);
    assert_eq!(server.calls()[1].body["response_format"]["schema"], question().schema);
    assert_eq!((model.form(), waits.all().len()), (Form::Object, 0));

    let (outcome, calls, _) = openai(vec![refused.clone(), says(400, "json_object is not supported"), chat(GOOD)]);
    assert_eq!(outcome.unwrap().value, value());
    assert_eq!(calls[2].body.get("response_format"), None);
    assert!(calls[2].body["messages"][1]["content"].as_str().unwrap().contains("\"maxItems\":3"));

    let (outcome, calls, _) = openai(vec![refused]);
    assert!(matches!(outcome, Err(ModelError::Refused { status: 500, .. })), "{outcome:?}");
    assert_eq!(calls.len(), 3);
}

#[test]
fn a_parameter_that_a_model_does_not_take_is_given_up() {
    let names = |parameter: &str| says(400, &json!({"error": {"message": format!("Unsupported parameter: {parameter}")}}).to_string());
    let (outcome, calls, _) = openai(vec![
        names("'max_tokens'; use 'max_completion_tokens'"),
        names("'temperature'"),
        names("'presence_penalty'"),
        names("'seed'"),
        chat(GOOD),
    ]);
    assert_eq!(outcome.unwrap().value, value());
    let last = &calls[4].body;
    assert!(!last.to_string().contains("_penalty"), "{last}");
    assert_eq!((&last["max_completion_tokens"], last.get("max_tokens"), last.get("temperature"), last.get("seed")), (&json!(200), None, None, None));
    assert!(matches!(openai(vec![names("'temperature'")]).0, Err(ModelError::Refused { .. })), "and it ends");
}

#[test]
fn a_budget_is_checked_before_each_call() {
    let server = Server::start(vec![chat("no")]);
    let (model, _) = remote(&server, Provider::OpenAi, Budget { tokens: Some(600), micro_dollars: None });
    let error = model.complete(&question()).unwrap_err();
    assert!(matches!(error, ModelError::Budget { .. }), "{error}");
    assert_eq!(server.calls().len(), 1);
    assert!(model.spent().prompt_tokens + model.spent().completion_tokens <= 600);

    let server = Server::start(vec![chat(GOOD)]);
    let (model, _) = remote(&server, Provider::OpenAi, Budget { tokens: Some(50), micro_dollars: None });
    assert!(model.complete(&question()).unwrap_err().to_string().contains("50 tokens; 0 are used"));
    assert!(server.calls().is_empty());
}

#[test]
fn a_call_that_broke_counts_at_its_worst_case() {
    let server = Server::start(vec![Does::Cuts, chat(GOOD)]);
    let (model, _) = remote(&server, Provider::OpenAi, Budget::default());
    model.complete(&question()).unwrap();
    assert_eq!(model.spent().completion_tokens, 200 + 10);
}

#[test]
fn anthropic_and_gemini_end_as_well() {
    for provider in [Provider::Anthropic, Provider::Gemini] {
        let good = |text: &str| {
            match provider {
            Provider::Anthropic => says(200, &json!({"content": [{"type": "text", "text": text}], "stop_reason": "end_turn", "usage": {"input_tokens": 9, "output_tokens": 4}}).to_string()),
            _ => says(200, &json!({"candidates": [{"content": {"parts": [{"text": text}]}, "finishReason": "STOP"}], "usageMetadata": {"promptTokenCount": 9, "candidatesTokenCount": 4}}).to_string()),
        }
        };
        let reply =
            ask(provider, vec![Does::Says(429, "retry-after: 3\r\n", "{}".to_owned()), Does::Cuts, Does::Drops, Does::Hangs, good("no"), good(GOOD)]);
        let (outcome, calls, waits) = reply;
        let outcome = outcome.unwrap();
        assert_eq!((outcome.value, outcome.usage.prompt_tokens, calls.len()), (value(), 18, 6), "{provider:?}");
        assert_eq!(waits[0], Duration::from_secs(3), "{provider:?}");
        for does in [says(200, ""), says(200, "{}"), says(200, "[]"), says(200, "<html>"), says(200, r#"{"choices":null}"#)] {
            let (outcome, _, _) = ask(provider, vec![does]);
            assert!(outcome.is_err(), "{provider:?}");
        }
        let (outcome, calls, _) = ask(provider, vec![says(400, "output_config and responseJsonSchema are unknown"), good(GOOD)]);
        assert_eq!((outcome.unwrap().value, calls.len()), (value(), 2), "{provider:?}");
        let wrong = json!({"error": {"message": format!("invalid x-api-key {MARKER}")}}).to_string();
        assert!(matches!(ask(provider, vec![says(401, &wrong)]).0, Err(ModelError::Refused { status: 401, .. })));
        assert!(ask(provider, vec![says(503, "")]).0.unwrap_err().to_string().contains("after 6 tries"));
    }
    let blocked = json!({"promptFeedback": {"blockReason": "SAFETY"}, "usageMetadata": {"promptTokenCount": 9}}).to_string();
    assert!(matches!(ask(Provider::Gemini, vec![says(200, &blocked)]).0, Err(ModelError::Declined { .. })));
    let refused = json!({"content": [], "stop_reason": "refusal", "usage": {"input_tokens": 9, "output_tokens": 1}}).to_string();
    assert!(matches!(ask(Provider::Anthropic, vec![says(200, &refused)]).0, Err(ModelError::Declined { .. })));
}

#[test]
fn no_file_of_cache_or_cassette_holds_the_key() {
    let folder = tempfile::tempdir().unwrap();
    let server = Server::start(vec![chat(GOOD)]);
    let recorder = Recorder::new(remote(&server, Provider::OpenAi, Budget::default()).0, folder.path().join("cassette"));
    let cached = Cached::new(recorder, folder.path().join("cache"), "host");
    let first = cached.complete(&question()).unwrap();
    assert_eq!((cached.complete(&question()).unwrap().usage.cached, server.calls().len()), (1, 1));
    assert_eq!(Player::new(folder.path().join("cassette"), "gpt-4o-mini").complete(&question()), Ok(first));
    let mut texts = Vec::new();
    for part in ["cassette", "cache"] {
        texts.extend(fs::read_dir(folder.path().join(part)).unwrap().map(|file| fs::read_to_string(file.unwrap().path()).unwrap()));
    }
    assert_eq!(texts.len(), 2);
    assert!(texts.iter().all(|text| text.contains("Acme") && !text.contains("MARKER")));
}

#[test]
fn one_model_answers_many_threads() {
    let server = Server::start(vec![says(503, ""), Does::Drops, chat(GOOD)]);
    let (model, _) = remote(&server, Provider::OpenAi, Budget::default());
    std::thread::scope(|scope| {
        let asked: Vec<_> = (0..8).map(|_| scope.spawn(|| model.complete(&question()))).collect();
        for outcome in asked {
            assert_eq!(outcome.join().unwrap().unwrap().value, value());
        }
    });
    assert_eq!(server.calls().len(), 10);
}
