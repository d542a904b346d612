//! JSON whose fields stand in the order of the alphabet, for hashes and for documents that are compared.
//!
//! Whether a map keeps the order in which it was filled is a feature of `serde_json` that any crate of a build may turn on.

use serde_json::Value;

/// The same value, with the fields of every object sorted.
#[must_use]
pub fn sorted(value: Value) -> Value {
    match value {
        Value::Object(fields) => {
            let mut fields: Vec<(String, Value)> = fields.into_iter().map(|(name, value)| (name, sorted(value))).collect();
            fields.sort_unstable_by(|(one, _), (other, _)| one.cmp(other));
            Value::Object(fields.into_iter().collect())
        }
        Value::Array(items) => items.into_iter().map(sorted).collect(),
        plain => plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_of_fields_makes_no_difference() {
        let [one, other] = [r#"{"b":[{"d":1,"c":2}],"a":null}"#, r#"{"a":null,"b":[{"c":2,"d":1}]}"#]
            .map(|text| sorted(serde_json::from_str(text).unwrap()).to_string());
        assert_eq!(one, other);
        assert_eq!(one, r#"{"a":null,"b":[{"c":2,"d":1}]}"#);
    }
}
