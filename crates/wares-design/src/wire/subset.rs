//! A schema within the subset that a provider's strict mode takes: what it does not know goes into the description, in words.
//!
//! Servers of one's own get the schema as it is, for a small model without bounds writes for ever.

use serde_json::{Map, Value, json};

/// A keyword, with the words for its bound.
type Bound = (&'static str, &'static str);

/// OpenAI knows no length of strings.
pub(crate) const OPENAI: &[Bound] =
    &[("minLength", "at least {} characters"), ("maxLength", "at most {} characters"), ("uniqueItems", "no two alike")];

/// Anthropic knows no bounds at all.
pub(crate) const ANTHROPIC: &[Bound] = &[
    ("minLength", "at least {} characters"),
    ("maxLength", "at most {} characters"),
    ("uniqueItems", "no two alike"),
    ("minItems", "at least {} items"),
    ("maxItems", "at most {} items"),
    ("minimum", "at least {}"),
    ("maximum", "at most {}"),
    ("multipleOf", "a multiple of {}"),
];

/// The schema without these keywords.
pub(crate) fn subset(schema: &Value, without: &[Bound]) -> Value {
    match schema {
        Value::Object(fields) => {
            let mut words = Vec::new();
            let mut kept = Map::new();
            for (name, value) in fields {
                match without.iter().find(|(keyword, _)| keyword == name) {
                    // A property may have the name of a keyword; its schema is an object, and no bound is.
                    Some((_, text)) if !value.is_object() => words.push(text.replace("{}", &value.to_string())),
                    _ => drop(kept.insert(name.clone(), subset(value, without))),
                }
            }
            if !words.is_empty() {
                let before = kept.get("description").and_then(Value::as_str).map(str::to_owned);
                kept.insert("description".to_owned(), json!(before.into_iter().chain(words).collect::<Vec<_>>().join("; ")));
            }
            Value::Object(kept)
        }
        Value::Array(items) => items.iter().map(|item| subset(item, without)).collect(),
        plain => plain.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_strict_mode_does_not_know_is_said_in_words() {
        let schema = json!({"type": "object", "properties": {
            "maxLength": {"type": "string", "maxLength": 9, "description": "a name"},
            "list": {"type": "array", "maxItems": 3, "uniqueItems": true},
            "price": {"type": "integer", "minimum": 1}}});
        let openai = subset(&schema, OPENAI);
        assert_eq!(openai["properties"]["maxLength"], json!({"type": "string", "description": "a name; at most 9 characters"}));
        assert_eq!(openai["properties"]["list"], json!({"type": "array", "maxItems": 3, "description": "no two alike"}));
        assert_eq!(openai["properties"]["price"], schema["properties"]["price"]);
        let anthropic = subset(&schema, ANTHROPIC);
        assert!(anthropic["properties"]["list"].get("maxItems").is_none());
        assert_eq!(anthropic["properties"]["price"], json!({"type": "integer", "description": "at least 1"}));
    }
}
