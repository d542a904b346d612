//! JSON Schema, draft 7 or 2020-12 -> a draft.
//!
//! An object is a table, its properties are columns; nested objects become columns of their own, joined by `_`. Start at [`draft`].

use std::{collections::BTreeSet, fmt};

use serde::{Deserialize, Deserializer, de};
use serde_json::{Map, Value};
use wares_model::{ColumnType, Day, decimal::Decimal};

use crate::{
    Draft, Wanted,
    declared::Declared,
    error::{At, IngestError},
    form::Form,
    names,
    schema::{self, DeclaredTable},
};

/// Objects within objects, and references to references.
const MOST_DEPTH: usize = 12;
/// The most columns of a table.
const MOST_COLUMNS: usize = 500;
/// The most tables.
const MOST_TABLES: usize = 100;

/// A draft of the tables that a schema declares.
pub(crate) fn draft(name: &str, text: &str, wanted: &Wanted<'_>) -> Result<Draft, IngestError> {
    let document = parse(name, text, Form::JsonSchema)?;
    let mut reading = Reading { document: &document, notes: Vec::new() };
    let title = document["title"].as_str().map_or_else(|| crate::stem(name), str::to_owned);
    let mut tables = Vec::new();
    let whole = reading.resolved(&document, 0);
    let rows = if is_object(&whole) { whole } else { reading.resolved(whole.get("items").unwrap_or(&Value::Null), 0) };
    if is_object(&rows) {
        tables.push(reading.table(&title, &rows));
    } else {
        for (key, inner) in ["$defs", "definitions"].iter().filter_map(|field| document[*field].as_object()).flatten().take(MOST_TABLES) {
            let inner = reading.resolved(inner, 0);
            if is_object(&inner) {
                tables.push(reading.table(key, &inner));
            }
        }
    }
    tables.retain(|table| !table.columns.is_empty());
    if tables.is_empty() {
        return Err(IngestError::Nothing { at: At::path(name, "properties"), what: "object with properties".to_owned() });
    }
    let notes = reading.notes;
    Ok(schema::draft(&title, tables, true, wanted, notes))
}

/// The JSON of a file.
///
/// # Errors
/// [`IngestError::Syntax`], with line and column.
pub(crate) fn parse(name: &str, text: &str, form: Form) -> Result<Value, IngestError> {
    let text = text.trim_start_matches('\u{feff}');
    serde_json::from_str(text).map(|ordered: Ordered| ordered.value).map_err(|error| {
        let at = At { line: Some(error.line() as u64), column: u32::try_from(error.column()).ok(), ..At::file(name) };
        let whole = error.to_string();
        let found = whole.rsplit_once(" at line ").map_or(whole.as_str(), |(found, _)| found).to_owned();
        IngestError::Syntax { at, form, found }
    })
}

/// The field in which the names of `properties` stand in the order of the file.
const ORDER: &str = "properties in order";

/// JSON that remembers in which order `properties` stood.
struct Ordered {
    value: Value,
    keys: Vec<String>,
}

impl<'de> Deserialize<'de> for Ordered {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OrderedVisitor)
    }
}

struct OrderedVisitor;

impl<'de> de::Visitor<'de> for OrderedVisitor {
    type Value = Ordered;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Ordered, E> {
        Ok(Ordered { value: Value::Null, keys: Vec::new() })
    }

    fn visit_bool<E: de::Error>(self, truth: bool) -> Result<Ordered, E> {
        Ok(Ordered { value: truth.into(), keys: Vec::new() })
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<Ordered, E> {
        Ok(Ordered { value: number.into(), keys: Vec::new() })
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Ordered, E> {
        Ok(Ordered { value: number.into(), keys: Vec::new() })
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<Ordered, E> {
        Ok(Ordered { value: number.into(), keys: Vec::new() })
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Ordered, E> {
        Ok(Ordered { value: text.into(), keys: Vec::new() })
    }

    fn visit_seq<A: de::SeqAccess<'de>>(self, mut items: A) -> Result<Ordered, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element::<Ordered>()? {
            list.push(item.value);
        }
        Ok(Ordered { value: Value::Array(list), keys: Vec::new() })
    }

    fn visit_map<A: de::MapAccess<'de>>(self, mut fields: A) -> Result<Ordered, A::Error> {
        let (mut map, mut keys) = (Map::new(), Vec::new());
        while let Some((key, field)) = fields.next_entry::<String, Ordered>()? {
            if key == "properties" && field.value.is_object() {
                map.insert(ORDER.to_owned(), field.keys.into());
            }
            map.insert(key.clone(), field.value);
            keys.push(key);
        }
        Ok(Ordered { value: Value::Object(map), keys })
    }
}

fn is_object(schema: &Value) -> bool {
    schema["properties"].is_object()
}

struct Reading<'a> {
    document: &'a Value,
    notes: Vec<String>,
}

impl Reading<'_> {
    /// The schema with what it refers to, and with all parts of `allOf`, in one.
    fn resolved(&mut self, schema: &Value, depth: usize) -> Value {
        let Some(fields) = schema.as_object() else { return Value::Null };
        let mut whole = Map::new();
        if depth < MOST_DEPTH {
            if let Some(reference) = fields.get("$ref").and_then(Value::as_str) {
                match reference.strip_prefix('#').map(|pointer| self.document.pointer(pointer).cloned()) {
                    Some(Some(target)) => merge(&mut whole, &self.resolved(&target, depth + 1)),
                    _ => self.notes.push(format!("`$ref` to `{reference}` leads out of the document, and is left out of account")),
                }
            }
            for part in fields.get("allOf").and_then(Value::as_array).into_iter().flatten().take(64) {
                let part = self.resolved(part, depth + 1);
                merge(&mut whole, &part);
            }
            for field in ["oneOf", "anyOf"] {
                let Some(parts) = fields.get(field).and_then(Value::as_array) else { continue };
                if let Some(first) = parts.iter().find(|part| part["type"] != "null") {
                    let part = self.resolved(first, depth + 1);
                    merge(&mut whole, &part);
                }
                if parts.iter().any(|part| part["type"] == "null") {
                    whole.insert("nullable".to_owned(), Value::Bool(true));
                }
            }
        }
        merge(&mut whole, schema);
        Value::Object(whole)
    }

    fn table(&mut self, name: &str, schema: &Value) -> DeclaredTable {
        let mut columns = Vec::new();
        self.properties("", schema, false, 0, &mut columns);
        // A schema knows no keys; one that every row has and that is named so is one.
        let own = names::plain(name);
        let own = own.strip_suffix('s').unwrap_or(&own).to_owned();
        let named = |column: &Declared| ["id".to_owned(), format!("{own}id"), "uuid".to_owned()].contains(&names::plain(&column.name));
        let key = columns.iter_mut().find(|column| named(column) && !column.nullable && column.values.is_empty());
        if let Some(key) = key.filter(|key| matches!(key.column_type, Some(ColumnType::Integer | ColumnType::Uuid | ColumnType::Text))) {
            key.primary = true;
            self.notes.push(format!("`{name}.{}` is the primary key: every row has it, and its name says so", key.name));
        }
        DeclaredTable { name: name.to_owned(), columns, foreign: Vec::new() }
    }

    fn properties(&mut self, prefix: &str, schema: &Value, nullable: bool, depth: usize, columns: &mut Vec<Declared>) {
        let required: Vec<&str> = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let mut seen = BTreeSet::new();
        let ordered = schema[ORDER].as_array().into_iter().flatten().filter_map(Value::as_str).filter(|key| seen.insert(key.to_owned()));
        for (key, property) in ordered.filter_map(|key| Some((key, schema["properties"].get(key)?))) {
            if columns.len() >= MOST_COLUMNS {
                self.notes.push(format!("of more than {MOST_COLUMNS} columns the first {MOST_COLUMNS} are taken"));
                return;
            }
            let name = format!("{prefix}{key}");
            let property = self.resolved(property, 0);
            let missing = nullable || !required.contains(&key);
            if is_object(&property) && depth < MOST_DEPTH {
                self.properties(&format!("{name}_"), &property, missing, depth + 1, columns);
                continue;
            }
            columns.push(column(&name, &property, missing));
        }
    }
}

/// Lays the fields of one schema over another.
fn merge(whole: &mut Map<String, Value>, part: &Value) {
    for (key, value) in part.as_object().into_iter().flatten() {
        match (whole.get_mut(key), value) {
            (Some(Value::Object(known)), Value::Object(more)) if key == "properties" => known.extend(more.clone()),
            (Some(Value::Array(known)), Value::Array(more)) if key == "required" || key == ORDER => known.extend(more.clone()),
            _ => {
                whole.insert(key.clone(), value.clone());
            }
        }
    }
}

fn column(name: &str, schema: &Value, missing: bool) -> Declared {
    let types: Vec<&str> = match &schema["type"] {
        Value::String(one) => vec![one],
        Value::Array(several) => several.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    let format = schema["format"].as_str().unwrap_or_default();
    let values: Vec<String> = schema["enum"].as_array().into_iter().flatten().chain(schema.get("const")).filter_map(plain).collect();
    let mut declared = Declared {
        nullable: missing || types.contains(&"null") || schema["nullable"] == true,
        description: schema["description"].as_str().or(schema["title"].as_str()).map(str::to_owned),
        pattern: schema["pattern"].as_str().map(str::to_owned),
        longest: schema["maxLength"].as_u64().and_then(|longest| usize::try_from(longest).ok()),
        shortest: schema["minLength"].as_u64().and_then(|shortest| usize::try_from(shortest).ok()),
        default: schema.get("default").and_then(plain),
        examples: schema["examples"].as_array().into_iter().flatten().filter_map(plain).collect(),
        values,
        ..Declared::named(name)
    };
    let usual = types.iter().find(|known| **known != "null").copied();
    declared.column_type = Some(match (usual, format) {
        (Some("integer"), _) => ColumnType::Integer,
        (Some("number"), _) => ColumnType::Decimal,
        (Some("boolean"), _) => ColumnType::Boolean,
        (Some("array"), _) => {
            declared.lost.push("is a list, which one field cannot hold: every row has the text `[]`".to_owned());
            declared.default = Some("[]".to_owned());
            ColumnType::Json
        }
        (Some("object"), _) => ColumnType::Json,
        (_, "date") => ColumnType::Date,
        (_, "date-time") => ColumnType::Datetime,
        (_, "time") => ColumnType::Time,
        (_, "uuid") => ColumnType::Uuid,
        (_, "uri" | "url" | "iri" | "uri-reference") => ColumnType::Url,
        (_, "email" | "idn-email") => ColumnType::Email,
        (_, "phone") => ColumnType::Phone,
        (None, _) if !declared.values.is_empty() => ColumnType::Category,
        (None, _) if schema.get("minimum").or(schema.get("maximum")).is_some() => ColumnType::Decimal,
        _ => ColumnType::Text,
    });
    bounds(&mut declared, schema);
    declared
}

/// Bounds, and the decimals that `multipleOf` asks for.
fn bounds(declared: &mut Declared, schema: &Value) {
    let mut bound = |fields: [&str; 2], up: i64| {
        for (field, exclusive) in fields.into_iter().zip([false, true]) {
            let Some(value) = schema.get(field).filter(|value| value.is_number()) else { continue };
            match serde_json::from_value::<Decimal>(value.clone()) {
                Ok(number) if exclusive || schema[fields[1]] == true => {
                    // The next number: a whole one for whole numbers, else the next hundredth.
                    let scale = if declared.column_type == Some(ColumnType::Integer) { 0 } else { number.scale.max(2) };
                    let next = number.at_scale(scale).and_then(|digits| digits.checked_add(up));
                    return Some(next.map_or(number, |digits| Decimal { digits, scale }));
                }
                Ok(number) => return Some(number),
                Err(_) => declared.lost.push(format!("`{field}`, {value}, is left out of account: it has more digits than are held")),
            }
        }
        None
    };
    let (min, max) = (bound(["minimum", "exclusiveMinimum"], 1), bound(["maximum", "exclusiveMaximum"], -1));
    (declared.min, declared.max) = (min, max);
    if let Some(step) = schema.get("multipleOf").and_then(|step| serde_json::from_value::<Decimal>(step.clone()).ok()) {
        declared.decimals = Some(step.scale);
        if step.scale == 0 && declared.column_type == Some(ColumnType::Decimal) {
            declared.column_type = Some(ColumnType::Integer);
        }
        if ![1, 10].contains(&step.digits) {
            declared.lost.push(format!("`multipleOf` {step} gives the decimals, and no steps"));
        }
    }
    let day = |field: &str| schema[field].as_str().and_then(|text| text.get(..10)).and_then(|text| text.parse::<Day>().ok());
    (declared.first_day, declared.last_day) = (day("formatMinimum"), day("formatMaximum"));
}

/// A plain value as text; nothing for lists, objects and null.
pub(crate) fn plain(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(truth) => Some(truth.to_string()),
        _ => None,
    }
}
