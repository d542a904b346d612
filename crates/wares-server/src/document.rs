//! The OpenAPI document. Types of the API describe themselves; templates and jobs are described by the JSON Schema of the facade.

use std::{borrow::Cow, marker::PhantomData};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, OpenApi, RefOr, Schema},
};
use wares::{Error, charts::Charts, difference::Change, estimate::Estimate, job::Job, model::Template, recognise::Recognised};

/// A template as it came in; [`GivenTemplate::read`] says all that is wrong with it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct GivenTemplate(pub(crate) Value);

impl GivenTemplate {
    /// The template.
    ///
    /// # Errors
    /// [`Error::Input`] with every problem of its form.
    pub(crate) fn read(&self) -> Result<Template, Error> {
        wares::load_value(self.0.clone(), "template")
    }
}

/// Describes a type of the facade where one comes or goes: its own JSON Schema takes this place in the document.
pub(crate) struct Known<T>(PhantomData<T>);

impl<T> PartialSchema for Known<T> {
    fn schema() -> RefOr<Schema> {
        RefOr::T(Schema::Object(ObjectBuilder::new().build()))
    }
}

impl<T: JsonSchema> ToSchema for Known<T> {
    fn name() -> Cow<'static, str> {
        T::schema_name()
    }
}

/// A template.
pub(crate) type TemplateSchema = Known<Template>;
/// A job.
pub(crate) type JobSchema = Known<Job>;
/// What a job would make.
pub(crate) type EstimateSchema = Known<Estimate>;
/// Series for charts.
pub(crate) type ChartsSchema = Known<Charts>;
/// One thing that differs between two templates.
pub(crate) type ChangeSchema = Known<Change>;
/// What was recognized in a file.
pub(crate) type RecognisedSchema = Known<Recognised>;

/// The document with the schemas of the facade in their places.
pub(crate) fn finished(document: &OpenApi) -> Value {
    let mut document = serde_json::to_value(document).expect("a document is plain data");
    for (name, mut schema) in wares::schemas() {
        point_to_components(&mut schema);
        document["components"]["schemas"][name] = schema;
    }
    document["components"]["securitySchemes"] = json!({
        "token": {"type": "http", "scheme": "bearer", "description": "Needed where the server was started with a token."}
    });
    document["security"] = json!([{}, {"token": []}]);
    document
}

/// `#/$defs/X` of a JSON Schema is `#/components/schemas/X` here.
fn point_to_components(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::String(text) if name == "$ref" => *text = text.replace("#/$defs/", "#/components/schemas/"),
                    other => point_to_components(other),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(point_to_components),
        _ => {}
    }
}
