//! From the words of a model to a value: finds the JSON in them and holds it against the schema.
//!
//! Tolerated: a byte order mark, a markdown fence, prose around the JSON, a thought before it. Not tolerated: anything that the schema
//! does not allow.

use jsonschema::Validator;
use serde_json::Value;

/// So many places are tried at which the JSON may begin.
const MOST_STARTS: usize = 64;
/// So many errors of one answer are told.
const MOST_ERRORS: usize = 6;

/// A schema, ready to hold values against.
pub struct Judge(Validator);

impl Judge {
    /// Reads a schema.
    ///
    /// # Errors
    /// Why it is none.
    pub fn new(schema: &Value) -> Result<Self, String> {
        jsonschema::validator_for(schema).map(Self).map_err(|error| format!("the schema itself is wrong: {}", short(&error.to_string())))
    }

    /// The value in an answer.
    ///
    /// # Errors
    /// What is wrong, with places, in words that help a model to do better.
    pub fn read(&self, text: &str) -> Result<Value, String> {
        let mut nearest = None;
        for value in values(text) {
            match self.check(&value) {
                Ok(()) => return Ok(value),
                // The first object is the answer that was meant; a later one is more likely an example.
                Err(errors) if nearest.is_none() => nearest = Some(errors),
                Err(_) => {}
            }
        }
        Err(nearest.unwrap_or_else(|| if text.trim().is_empty() { "the answer is empty".to_owned() } else { "the answer is not JSON".to_owned() }))
    }

    /// Holds a value against the schema.
    ///
    /// # Errors
    /// As [`Judge::read`].
    pub fn check(&self, value: &Value) -> Result<(), String> {
        let mut errors = self.0.iter_errors(value);
        let told: Vec<String> = errors
            .by_ref()
            .take(MOST_ERRORS)
            .map(|error| {
                let place = error.instance_path().to_string();
                format!("{}: {}", if place.is_empty() { "/" } else { &place }, short(&error.to_string()))
            })
            .collect();
        match (told.is_empty(), errors.count()) {
            (true, _) => Ok(()),
            (false, 0) => Err(told.join("; ")),
            (false, more) => Err(format!("{}; and {more} more", told.join("; "))),
        }
    }
}

/// The objects and arrays in a text that may be the answer, the likeliest first.
fn values(text: &str) -> impl Iterator<Item = Value> {
    let text = text.trim_start_matches('\u{feff}');
    let whole = serde_json::from_str(text).ok();
    let after_thought = text.rsplit_once("</think>").map_or(text, |(_, rest)| rest);
    let starts = after_thought.char_indices().filter(|(_, letter)| matches!(letter, '{' | '[')).map(|(at, _)| at);
    let mut read_to = 0;
    let parts = starts.take(MOST_STARTS).filter_map(move |at| {
        if at < read_to {
            return None; // inside of one that has been read
        }
        let mut stream = serde_json::Deserializer::from_str(&after_thought[at..]).into_iter();
        let value: Value = stream.next()?.ok()?;
        read_to = at + stream.byte_offset();
        Some(value)
    });
    whole.into_iter().chain(parts)
}

fn short(text: &str) -> String {
    const MOST_CHARS: usize = 160;
    let line: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    // Validators put the value first, which may be long, and the complaint last.
    let long = line.chars().count();
    if long <= MOST_CHARS { line } else { line.chars().take(60).chain(" … ".chars()).chain(line.chars().skip(long - 90)).collect() }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn judge() -> Judge {
        let schema = json!({"type": "object", "required": ["brands"], "additionalProperties": false,
            "properties": {"brands": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": "string", "maxLength": 10}}}});
        Judge::new(&schema).unwrap()
    }

    #[test]
    fn json_is_found_whatever_stands_around_it() {
        for text in [
            r#"{"brands":["Acme"]}"#,
            "\u{feff}{\"brands\":[\"Acme\"]}\n",
            "```json\n{\"brands\": [\"Acme\"]}\n```",
            "Sure! Here it is:\n```\n{\"brands\": [\"Acme\"]}\n```\nAnything else?",
            "<think>maybe {\"brands\":[\"No\"]}</think>{\"brands\":[\"Acme\"]}",
            "An example is {\"brand\": 1}, so: {\"brands\":[\"Acme\"]}",
            "{not this} {\"brands\":[\"Acme\"]}",
        ] {
            assert_eq!(judge().read(text), Ok(json!({"brands": ["Acme"]})), "{text}");
        }
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let error = judge().read(r#"{"brands":["Acme", 7, "far too long a name"], "x": 1}"#).unwrap_err();
        assert!(error.contains("/brands/1: 7 is not of type") && error.contains("/brands/2") && error.contains("'x'"), "{error}");
        assert_eq!(judge().read("I cannot do that."), Err("the answer is not JSON".to_owned()));
        assert_eq!(judge().read(" \n"), Err("the answer is empty".to_owned()));
        assert!(judge().read(r#"{"brands":["Ac"#).is_err(), "cut JSON");
    }

    #[test]
    fn hostile_text_ends_soon() {
        for text in ["{".repeat(1_000_000), "[".repeat(1_000_000), "{\"a\":".repeat(300_000), "[1,".repeat(300_000)] {
            assert!(judge().read(&text).is_err());
        }
        let huge = format!("{{\"brands\":[\"{}\"]}}", "x\u{7}\\n".repeat(200_000).replace('\u{7}', " "));
        assert!(judge().read(&huge).unwrap_err().chars().count() < 300);
    }

    #[test]
    fn a_schema_that_is_none_is_said() {
        assert!(Judge::new(&json!({"type": "strig"})).is_err_and(|reason| reason.contains("schema itself")));
    }
}
