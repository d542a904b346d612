//! List entries that are a bare text, or an object when there is more to say.

use std::{borrow::Cow, fmt, marker::PhantomData};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{self, value::MapAccessDeserializer},
};

/// `T` written as an object, or as the bare text that makes one with defaults.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct TextOr<T>(pub T);

impl<'de, T: From<String> + Deserialize<'de>> Deserialize<'de> for TextOr<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextOrVisitor(PhantomData)).map(TextOr)
    }
}

struct TextOrVisitor<T>(PhantomData<T>);

impl<'de, T: From<String> + Deserialize<'de>> de::Visitor<'de> for TextOrVisitor<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or an object")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        Ok(T::from(text.to_owned()))
    }

    fn visit_map<A: de::MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map))
    }
}

impl<T: JsonSchema> JsonSchema for TextOr<T> {
    fn schema_name() -> Cow<'static, str> {
        format!("TextOr{}", T::schema_name()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let whole = generator.subschema_for::<T>();
        json_schema!({ "anyOf": [{ "type": "string" }, whole] })
    }
}

/// One value of a list, with how often it is taken beside the others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The value itself.
    pub value: String,
    /// Its share beside the other weights; 1 or more.
    #[serde(default = "one")]
    pub weight: u32,
}

impl From<String> for Choice {
    fn from(value: String) -> Self {
        Self { value, weight: 1 }
    }
}

pub(crate) fn one() -> u32 {
    1
}
