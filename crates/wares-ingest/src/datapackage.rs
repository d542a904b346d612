//! Frictionless `datapackage.json` -> a draft. Start at [`draft`].

use serde_json::Value;
use wares_model::{ColumnType, Day, decimal::Decimal};

use crate::{
    Draft, Wanted,
    declared::Declared,
    error::{At, IngestError},
    form::Form,
    json_schema::{parse, plain},
    schema::{self, DeclaredTable, Foreign},
};

/// A draft of the resources that say which fields they have.
pub(crate) fn draft(name: &str, text: &str, wanted: &Wanted<'_>) -> Result<Draft, IngestError> {
    let document = parse(name, text, Form::Datapackage)?;
    let mut notes = Vec::new();
    let mut tables = Vec::new();
    for (index, resource) in document["resources"].as_array().into_iter().flatten().enumerate() {
        let title = resource["name"].as_str().map_or_else(|| format!("resource_{}", index + 1), str::to_owned);
        if resource["schema"]["fields"].as_array().is_some_and(|fields| fields.iter().any(|field| field["name"].is_string())) {
            tables.push(table(&title, &resource["schema"]));
        } else {
            let why = if resource["schema"].is_string() { "its schema is in another file" } else { "it declares no fields" };
            notes.push(format!("resource `{title}` is left out: {why}"));
        }
    }
    if tables.is_empty() {
        return Err(IngestError::Nothing { at: At::path(name, "resources"), what: "resource with `schema.fields`".to_owned() });
    }
    let title = document["name"].as_str().or(document["title"].as_str()).map_or_else(|| crate::stem(name), str::to_owned);
    Ok(schema::draft(&title, tables, true, wanted, notes))
}

fn table(name: &str, schema: &Value) -> DeclaredTable {
    let texts = |value: &Value| -> Vec<String> {
        match value {
            Value::String(one) => vec![one.clone()],
            Value::Array(several) => several.iter().filter_map(Value::as_str).map(str::to_owned).collect(),
            _ => Vec::new(),
        }
    };
    let named = schema["fields"].as_array().into_iter().flatten().filter_map(|field| Some((field["name"].as_str()?, field)));
    let mut columns: Vec<Declared> = named.map(|(name, field)| column(name, field)).collect();
    for key in texts(&schema["primaryKey"]) {
        columns.iter_mut().filter(|column| column.name == key).for_each(|column| column.primary = true);
    }
    let foreign = schema["foreignKeys"].as_array().into_iter().flatten().map(|foreign| {
        let target = &foreign["reference"];
        Foreign {
            columns: texts(&foreign["fields"]),
            table: target["resource"].as_str().filter(|table| !table.is_empty()).unwrap_or(name).to_owned(),
            referred: texts(&target["fields"]),
        }
    });
    DeclaredTable { name: name.to_owned(), foreign: foreign.collect(), columns }
}

fn column(name: &str, field: &Value) -> Declared {
    let constraints = &field["constraints"];
    let mut declared = Declared {
        nullable: constraints["required"] != true,
        unique: constraints["unique"] == true,
        values: constraints["enum"].as_array().into_iter().flatten().filter_map(plain).collect(),
        pattern: constraints["pattern"].as_str().map(str::to_owned),
        longest: constraints["maxLength"].as_u64().and_then(|longest| usize::try_from(longest).ok()),
        shortest: constraints["minLength"].as_u64().and_then(|shortest| usize::try_from(shortest).ok()),
        description: field["description"].as_str().or(field["title"].as_str()).map(str::to_owned),
        examples: field["examples"].as_array().into_iter().flatten().chain(field.get("example")).filter_map(plain).collect(),
        ..Declared::named(name)
    };
    declared.column_type = Some(match (field["type"].as_str().unwrap_or("string"), field["format"].as_str().unwrap_or_default()) {
        ("integer", _) => ColumnType::Integer,
        ("year", _) => {
            (declared.min, declared.max) = (Some(Decimal { digits: 2015, scale: 0 }), Some(Decimal { digits: 2025, scale: 0 }));
            ColumnType::Integer
        }
        ("number", _) => ColumnType::Decimal,
        ("boolean", _) => ColumnType::Boolean,
        ("date", _) => ColumnType::Date,
        ("time", _) => ColumnType::Time,
        ("datetime", _) => ColumnType::Datetime,
        ("object" | "geojson" | "array" | "list", _) => ColumnType::Json,
        ("string", "email") => ColumnType::Email,
        ("string", "uri") => ColumnType::Url,
        ("string", "uuid") => ColumnType::Uuid,
        ("string" | "any", _) => ColumnType::Text,
        (other, _) => {
            declared.lost.push(format!("the type `{other}` is not made: texts stand in"));
            ColumnType::Text
        }
    });
    let text = |bound: &str| constraints.get(bound).and_then(plain);
    let number = |bound: &str| text(bound).and_then(|text| serde_json::from_value::<Decimal>(Value::String(text)).ok());
    let day = |bound: &str| text(bound).and_then(|text| text.get(..10).and_then(|text| text.parse::<Day>().ok()));
    (declared.min, declared.max) = (number("minimum").or(declared.min), number("maximum").or(declared.max));
    (declared.first_day, declared.last_day) = (day("minimum"), day("maximum"));
    declared
}
