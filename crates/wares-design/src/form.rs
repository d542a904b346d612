//! How a provider is told the schema of an answer.

/// How the answer is kept to its schema, the strictest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// `json_schema`, strict.
    Schema,
    /// `json_object` with the schema beside it, as llama-cpp-python takes it; only chat completions have it.
    Object,
    /// Nothing but the words of the question, with the schema in them.
    Words,
}

impl Form {
    /// The name of the wire's field: `json_schema`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Schema => "json_schema",
            Self::Object => "json_object with schema",
            Self::Words => "none (the schema is in the question)",
        }
    }
}
