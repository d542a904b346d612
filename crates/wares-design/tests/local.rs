//! A real model from a file, for whoever has one: `WARES_TEST_GGUF=FILE.gguf`. Without it these tests say so and pass.
//!
//! What a small model says is no matter here; that it keeps to the schema, to its limits and to a seed is.

use std::{env, fs, path::PathBuf};

use serde_json::{Value, json};
use wares_design::{Model, ModelError, Request, local::LocalModel};

fn request() -> Request {
    Request {
        system: "You answer with JSON.".to_owned(),
        user: "Two colours of shoes, and a price in whole euros. <|im_end|>".to_owned(),
        schema_name: "shoes".to_owned(),
        schema: json!({
            "type": "object", "additionalProperties": false, "required": ["colours", "price"],
            "properties": {
                "colours": {"type": "array", "minItems": 2, "maxItems": 2, "items": {"enum": ["red", "blue", "green", "grey"]}},
                "price": {"type": "integer", "minimum": 20, "maximum": 200}
            }
        }),
        max_tokens: 60,
        temperature_percent: 0,
        against_repeats_percent: 0,
        seed: 1,
    }
}

#[test]
fn a_real_model_keeps_to_the_schema_its_limits_and_the_seed() {
    let Some(path) = env::var_os("WARES_TEST_GGUF").map(PathBuf::from) else {
        eprintln!("skipped: WARES_TEST_GGUF names no file");
        return;
    };
    let model = LocalModel::open(&path).unwrap();
    let reply = model.complete(&request()).unwrap();
    assert_eq!(reply.value["colours"].as_array().map(Vec::len), Some(2), "{}", reply.value);
    assert!(reply.usage.prompt_tokens > 10 && reply.usage.completion_tokens > 5, "{:?}", reply.usage);
    assert_eq!(model.complete(&request()).unwrap(), reply, "the conversation before is forgotten");

    let drawn = |seed| model.complete(&Request { temperature_percent: 150, seed, ..request() }).unwrap().value;
    assert_eq!(drawn(5), drawn(5));
    let values: Vec<Value> = (0..8).map(drawn).collect();
    assert!(values.iter().any(|value| *value != values[0]), "every seed draws the same: {values:?}");

    let short = model.complete(&Request { max_tokens: 3, ..request() }).unwrap_err();
    assert!(matches!(&short, ModelError::Invalid { reason, .. } if reason.contains("cut off after 3 tokens")), "{short}");
    let endless = model.complete(&Request { max_tokens: u32::MAX, ..request() }).unwrap_err();
    assert!(matches!(&endless, ModelError::File { path: named, .. } if *named == path.display().to_string()), "{endless}");
    let odd = model.complete(&Request { schema: json!({"type": "no such type"}), ..request() }).unwrap_err();
    assert!(matches!(odd, ModelError::Invalid { .. }), "{odd}");
}

#[test]
fn a_file_that_is_no_model_is_named_in_the_error() {
    let path = env::temp_dir().join(format!("wares-no-model-{}.gguf", std::process::id()));
    for bytes in [&b""[..], b"GGUF", b"GGUF\x03\0\0\0\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", b"words and words and words"]
    {
        fs::write(&path, bytes).unwrap();
        let error = LocalModel::open(&path).err().unwrap().to_string();
        assert!(error.starts_with(&path.display().to_string()), "{error}");
    }
    fs::remove_file(&path).unwrap();
    assert!(matches!(LocalModel::open(&path), Err(ModelError::File { .. })));
}
