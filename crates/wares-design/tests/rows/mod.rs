//! Rows by a model against every fault: each row comes once, or is told to be missing.

use std::collections::BTreeSet;

use serde_json::{Value, json};
use wares_design::{
    ModelError,
    budget::Budget,
    config::Provider,
    rows::{Brief, Outcome, Stratum, Text, write},
};

use crate::server::{Does, Server, chat, chat_with, remote, says};

const ROWS: u64 = 23;

fn strata() -> Vec<Stratum> {
    let fact = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    (0..ROWS).map(|row| Stratum { row, facts: vec![fact("productLine", "Bee Smokers"), fact("productVendor", "Galewright")] }).collect()
}

/// Rows that a body asks for.
fn asked(body: &Value) -> Vec<u64> {
    let user = body["messages"][1]["content"].as_str().unwrap_or_default();
    let now = user.split("Now this shop").nth(1).unwrap_or_default();
    let data = now.lines().filter_map(|line| line.strip_prefix("<data>")?.strip_suffix("</data>"));
    data.filter_map(|data| serde_json::from_str::<Value>(data).ok()?["row"].as_u64()).collect()
}

fn answer(body: &Value, text: impl Fn(u64) -> (String, String)) -> String {
    let row = |row: u64| {
        let (name, description) = text(row);
        json!({"row": row, "name": name, "description": description})
    };
    json!({"rows": asked(body).into_iter().map(row).collect::<Vec<_>>()}).to_string()
}

fn good(body: &Value) -> String {
    answer(body, |row| (format!("Galewright Bee Smoker {row}"), format!("A smoker of copper, number {row}.")))
}

fn all_alike(body: &Value) -> String {
    answer(body, |row| {
        (if row % 2 == 0 { "Galewright Smoker".to_owned() } else { "the smoker, by GALEWRIGHT".to_owned() }, format!("A smoker, number {row}."))
    })
}

fn hostile(body: &Value) -> String {
    answer(body, |row| {
        (format!("=cmd|\u{202e}<script>x</script> Smoker {row} {{brand}}"), format!("<img src=x onerror=1>@SUM {row} see https://evil.example/ now"))
    })
}

fn others(body: &Value) -> String {
    let count = asked(body).len() as u64;
    json!({"rows": (0..count).map(|row| json!({"row": 900 + row, "name": "Nobody Asked", "description": "For this row here."})).collect::<Vec<_>>()})
        .to_string()
}

/// The first row again and again.
fn stuck(body: &Value) -> String {
    let rows = asked(body);
    let first = rows.first().copied().unwrap_or_default();
    let one = json!({"row": first, "name": format!("Galewright Smoker {first}"), "description": format!("A smoker, number {first}.")});
    json!({"rows": vec![one; rows.len()]}).to_string()
}

fn run(provider: Provider, script: Vec<Does>) -> (Vec<Text>, Outcome) {
    let server = Server::start(script);
    let (model, _) = remote(&server, provider, Budget::default());
    let brief = Brief { words: "beekeeping".to_owned(), variant: None, descriptions: true };
    let mut texts = Vec::new();
    let outcome = write(&brief, &strata(), &[], &model, |new| {
        texts.extend_from_slice(new);
        Ok::<(), ModelError>(())
    });
    let outcome = outcome.unwrap();
    let made: BTreeSet<u64> = texts.iter().map(|text| text.row).collect();
    let missing: BTreeSet<u64> = outcome.missing.iter().map(|missing| missing.row).collect();
    assert_eq!((made.len(), missing.len()), (texts.len(), outcome.missing.len()), "none twice");
    assert!(made.is_disjoint(&missing));
    assert_eq!(made.union(&missing).copied().collect::<Vec<_>>(), (0..ROWS).collect::<Vec<_>>(), "none lost");
    let shown = format!("{texts:?} {outcome:?}");
    for never in ["MARKER", "<script", "<img", "\\u{202e}", "\"=", "\"@", "https:", "{brand}"] {
        assert!(!shown.contains(never), "{never}: {shown}");
    }
    (texts, outcome)
}

/// Every fault that a server can have with rows.
fn faults() -> Vec<Does> {
    vec![
        Does::Hangs,
        Does::Cuts,
        Does::Drops,
        Does::Floods,
        Does::Says(429, "retry-after: 1\r\n", "{}".to_owned()),
        says(500, ""),
        says(200, "<html>"),
        says(200, r#"{"choices":[]}"#),
        chat(""),
        chat("I cannot."),
        chat("{\"rows\":[{\"row\":0,\"na"),
        chat(r#"{"rows":[]}"#),
        chat(r#"{"rows":[{"row":"0","name":7}]}"#),
        chat(&"long ".repeat(50_000)),
        chat_with(&json!({"content": r#"{"rows":[]}"#}), "length"),
        chat_with(&json!({"content": null, "refusal": "No."}), "stop"),
        Does::Writes(all_alike),
        Does::Writes(others),
        Does::Writes(stuck),
    ]
}

#[test]
fn good_answers_make_every_row() {
    let (texts, outcome) = run(Provider::OpenAi, vec![Does::Writes(good)]);
    assert_eq!((texts.len() as u64, outcome.usage.calls, outcome.stopped), (ROWS, 3, None));
}

#[test]
fn after_a_fault_every_row_is_made_all_the_same() {
    for (index, fault) in faults().into_iter().enumerate() {
        let (texts, outcome) = run(Provider::OpenAi, vec![fault, Does::Writes(good)]);
        assert_eq!((texts.len() as u64, &outcome.stopped), (ROWS, &None), "fault {index}: {outcome:?}");
    }
}

#[test]
fn a_fault_that_does_not_end_is_told_with_the_rows_that_are_missing() {
    for (index, fault) in faults().into_iter().enumerate() {
        let (texts, outcome) = run(Provider::OpenAi, vec![fault]);
        assert!((texts.len() as u64) < ROWS && !outcome.missing.is_empty(), "fault {index}");
        assert!(outcome.missing.iter().all(|missing| !missing.reason.is_empty() && missing.reason.chars().count() < 600), "{outcome:?}");
    }
}

#[test]
fn hostile_words_come_out_plain() {
    let (texts, outcome) = run(Provider::OpenAi, vec![Does::Writes(hostile)]);
    assert_eq!((texts.len() as u64, outcome.missing.len()), (ROWS, 0));
    assert_eq!(texts[0].name, "cmd x Smoker 0 brand");
}

#[test]
fn rows_that_are_alike_in_different_answers_are_asked_again() {
    // The second answer repeats the names of the first, which were for other rows.
    let names = |body: &Value| answer(body, |row| (format!("Galewright Smoker {}", row % 10), format!("A smoker, number {row}.")));
    let (texts, _) = run(Provider::OpenAi, vec![Does::Writes(names), Does::Writes(names), Does::Writes(good)]);
    assert_eq!(texts.len() as u64, ROWS);
    assert_eq!(texts.iter().filter(|text| text.name.starts_with("Galewright Smoker")).count(), 10);
}
