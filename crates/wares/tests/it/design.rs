//! Templates by a scripted model: the whole way to rows.

use std::cell::Cell;

use serde_json::{Value, json};
use wares::{
    Error, design,
    llm::{Model, ModelError, Reply, Request, Usage},
    model::Template,
    refine,
};

use crate::common::{records, today};

/// Answers every part with that of a worked example, and counts.
struct Example {
    calls: Cell<u32>,
    edits: Value,
}

impl Example {
    fn new(edits: Value) -> Self {
        Self { calls: Cell::new(0), edits }
    }
}

impl Model for Example {
    fn name(&self) -> &str {
        "scripted"
    }

    fn complete(&self, request: &Request) -> Result<Reply, ModelError> {
        self.calls.set(self.calls.get() + 1);
        let example: Value = serde_json::from_str(include_str!("../../../wares-design/src/examples/bookbinding.json")).unwrap();
        let value = match request.schema_name.strip_prefix("catalogue_") {
            Some(part) => example[part].clone(),
            None => json!({"edits": self.edits}),
        };
        Ok(Reply { value, usage: Usage { calls: 1, cached: 0, prompt_tokens: 900, completion_tokens: 400 } })
    }
}

fn designed(rows: u64, require: Option<&str>, samples: &[(String, Vec<Value>)]) -> (design::Designed, Example) {
    let model = Example::new(json!([]));
    (design::template("letterpress printing", Some("antique"), require, samples, rows, &model).unwrap(), model)
}

fn rows(template: &Template, all: u64, at: u64, count: u64) -> Vec<Vec<Option<String>>> {
    let mut template = template.clone();
    template.tables[0].rows = Some(all);
    let checked = wares::checked(&template, "designed", today()).unwrap();
    records(&String::from_utf8(wares::preview::preview(&checked, "products", at, count).unwrap()).unwrap())
}

#[test]
fn ten_million_products_take_as_many_tokens_as_a_thousand() {
    let (designed, model) = designed(10_000_000, None, &[]);
    let usage = designed.report.usage;
    assert_eq!((usage.calls, usage.prompt_tokens, usage.completion_tokens), (6, 5_400, 2_400));
    // The template is read from its text, as another run would.
    let text = serde_json::to_string(&designed.template).unwrap();
    let template = wares::load(&text, "designed").unwrap();
    assert_eq!(rows(&template, 1_000, 0, 1_000).len(), 1_001);
    assert_eq!(rows(&template, 10_000_000, 9_999_000, 1_000).len(), 1_001);
    assert_eq!(model.calls.get(), 6);
}

#[test]
fn names_of_a_design_are_distinct_and_fit() {
    let (designed, _) = designed(500, None, &[]);
    let mut rows = rows(&designed.template, 20_000, 0, 20_000);
    let header = rows.remove(0);
    let name = header.iter().position(|name| name.as_deref() == Some("productName")).unwrap();
    let names: std::collections::BTreeSet<&str> = rows.iter().map(|row| row[name].as_deref().unwrap()).collect();
    assert_eq!(names.len(), 20_000);
    assert!(names.iter().all(|name| name.chars().count() <= 70));
}

#[test]
fn columns_and_samples_that_are_wished_for_are_there() {
    let samples = [("weave".to_owned(), vec![json!("silk"), json!("cotton")])];
    let (designed, _) = designed(500, Some("ink volume in ml from 10 to 500; backing"), &samples);
    let columns = designed.template.tables[0].columns.clone().unwrap();
    assert!(columns.iter().any(|column| column.name == "inkVolumeMl" && column.samples == [json!(10), json!(500)]));
    assert!(columns.iter().any(|column| column.name == "backing"));
    let mut rows = rows(&designed.template, 500, 0, 500);
    let header = rows.remove(0);
    let weave = header.iter().position(|name| name.as_deref() == Some("weave")).unwrap();
    assert!(rows.iter().filter_map(|row| row[weave].as_deref()).all(|value| value == "silk" || value == "cotton"));
    assert!(rows.iter().any(|row| row[weave].is_some()));
}

#[test]
fn edits_of_a_model_are_carried_out_or_refused_and_never_break_the_template() {
    let (designed, _) = designed(500, None, &[]);
    let edit = |action: &str, column: &str, text: &str, column_type: &str, values: Value, number: i64| json!({"action": action, "column": column, "text": text, "column_type": column_type, "unit": "", "values": values, "number": number});
    let model = Example::new(json!([
        edit("hide", "rating", "", "", json!([]), 0),
        edit("restrict", "MSRP", "", "", json!([20, 60]), 0),
        edit("add", "origin", "", "category", json!(["Italy", "Spain"]), 0),
        edit("move", "origin", "first", "", json!([]), 0),
        edit("rename", "MSRP", "price", "", json!([]), 0),
        edit("describe", "price", "What it <b>costs</b>", "", json!([]), 0),
        edit("rows", "", "", "", json!([]), 77),
        edit("drop", "no such column", "", "", json!([]), 0),
        edit("retype", "productName", "", "date", json!([]), 0),
        edit("erase everything", "", "", "", json!([]), 0),
        json!("drop table"),
    ]));
    let by = refine::refine_by(&designed.template, "make it cheaper, please", &model).unwrap();
    assert_eq!((by.refined.done.len(), by.refused.len()), (7, 4), "{:?} {:?}", by.refined.done, by.refused);
    let table = &by.refined.template.tables[0];
    let columns = table.columns.clone().unwrap();
    assert_eq!((columns[0].name.as_str(), table.rows), ("origin", Some(77)));
    let price = columns.iter().find(|column| column.name == "price").unwrap();
    assert_eq!(price.description.as_deref(), Some("What it costs"));
    wares::checked(&by.refined.template, "refined", today()).unwrap();
    let none = refine::refine_by(&designed.template, "x", &Example::new(json!([])));
    assert!(matches!(none, Err(Error::Input { .. })));
}

#[test]
fn without_a_model_nothing_is_designed() {
    struct Silent;
    impl Model for Silent {
        fn name(&self) -> &str {
            "silent"
        }
        fn complete(&self, _: &Request) -> Result<Reply, ModelError> {
            Err(ModelError::NotConfigured)
        }
    }
    let error = design::template("kayaks", None, None, &[], 500, &Silent).unwrap_err();
    assert!(matches!(error, Error::Model(ModelError::NotConfigured)) && error.is_input());
    assert!(matches!(design::template(" ?", None, None, &[], 500, &Silent), Err(Error::Input { .. })));
}
