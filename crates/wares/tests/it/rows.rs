//! Products whose texts a scripted model writes: whole, interrupted, gone on with.

use std::{
    cell::{Cell, RefCell},
    collections::BTreeSet,
    fs,
    path::Path,
};

use serde_json::{Value, json};
use wares::{
    Error,
    llm::{Model, ModelError, Reply, Request, Usage},
    model::{Checked, Template},
    products, quote,
    rows::{self, Written},
    run::{Progress, TableOut},
};

use crate::common::{records, today};

const ROWS: u64 = 34;

/// Writes a text for each row that is asked for; after so many calls it cannot be asked any more.
struct Writer {
    left: Cell<u32>,
    asked: RefCell<Vec<u64>>,
}

impl Writer {
    fn new(calls: u32) -> Self {
        Self { left: Cell::new(calls), asked: RefCell::default() }
    }
}

impl Model for Writer {
    fn name(&self) -> &str {
        "scripted"
    }

    fn complete(&self, request: &Request) -> Result<Reply, ModelError> {
        self.left.set(self.left.get().checked_sub(1).ok_or_else(|| ModelError::Budget { reason: "20 tokens".to_owned() })?);
        let numbers = request.schema["properties"]["rows"]["items"]["properties"]["row"]["enum"].as_array().unwrap();
        self.asked.borrow_mut().extend(numbers.iter().filter_map(Value::as_u64));
        let text = |row: &Value| json!({"row": row, "name": format!("Written Name {row}"), "description": format!("Written text, number {row}.")});
        let value = json!({"rows": numbers.iter().map(text).collect::<Vec<_>>()});
        Ok(Reply { value, usage: Usage { calls: 1, cached: 0, prompt_tokens: 900, completion_tokens: 400 } })
    }
}

fn template(rows: u64) -> (Template, Checked) {
    let mut template = products::template("board games", None, None, rows).unwrap().0;
    template.today = Some(today());
    let checked = wares::checked(&template, "board games", today()).unwrap();
    (template, checked)
}

fn write(rows: u64, out: &Path, overwrite: bool, model: &Writer) -> Result<Written, Error> {
    let (template, checked) = template(rows);
    rows::products(&template, &checked, out, overwrite, model, &Progress::default())
}

fn table(path: &Path) -> Vec<Vec<Option<String>>> {
    records(&fs::read_to_string(path).unwrap())
}

#[test]
fn every_column_but_the_texts_is_the_engines() {
    let folder = tempfile::tempdir().unwrap();
    let (by_model, by_engine) = (folder.path().join("model.csv"), folder.path().join("engine.csv"));
    let written = write(ROWS, &by_model, false, &Writer::new(99)).unwrap();
    assert_eq!((written.made.rows, written.usage.calls, written.resumed), (ROWS, 4, 0));
    let (template, checked) = template(ROWS);
    let outs = [TableOut { table: "products".to_owned(), path: Some(by_engine.clone()) }];
    wares::run::tables(&template, &checked, &outs, &wares::run::Options::default(), &Progress::default()).unwrap();
    let (found, expected) = (table(&by_model), table(&by_engine));
    let header: Vec<String> = expected[0].iter().map(|name| name.clone().unwrap_or_default()).collect();
    assert_eq!((found.len(), &found[0]), (ROWS as usize + 1, &expected[0]));
    for (row, (found, expected)) in found.iter().zip(&expected).enumerate().skip(1) {
        for (column, name) in header.iter().enumerate() {
            match name.as_str() {
                "productName" => assert_eq!(found[column].as_deref(), Some(format!("Written Name {}", row - 1).as_str())),
                "productDescription" => assert!(found[column].as_deref().unwrap().starts_with("Written text")),
                _ => assert_eq!(found[column], expected[column], "{name}"),
            }
        }
    }
    let manifest: Value = serde_json::from_str(&fs::read_to_string(folder.path().join("model.csv.manifest.json")).unwrap()).unwrap();
    assert_eq!((&manifest["texts_by"], &manifest["files"][0]["rows"]), (&json!("scripted"), &json!(ROWS)));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 4, "no journal is left");
}

#[test]
fn an_interrupted_run_goes_on_where_it_stopped_and_pays_for_nothing_twice() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("games.csv");
    let first = Writer::new(2);
    let error = write(ROWS, &out, false, &first).unwrap_err();
    assert!(matches!(&error, Error::Unfinished { made: 20, rows: ROWS, missing, .. } if missing.len() == 14) && !error.is_input(), "{error}");
    assert!(error.to_string().contains("20 of 34 rows") && error.to_string().contains("the budget is used up"), "{error}");
    assert!(!out.exists(), "a file of the final name is whole");
    assert_eq!(table(&folder.path().join("games.csv.partial.csv")).len(), 21);
    // The machine went down while a line was written.
    let journal = folder.path().join("games.csv.journal.jsonl");
    let text = fs::read_to_string(&journal).unwrap();
    fs::write(&journal, format!("{text}{{\"row\":33,\"na")).unwrap();
    let second = Writer::new(99);
    let written = write(ROWS, &out, false, &second).unwrap();
    assert_eq!((written.resumed, written.usage.calls), (20, 2));
    let all: Vec<u64> = first.asked.borrow().iter().chain(second.asked.borrow().iter()).copied().collect();
    assert_eq!((all.len() as u64, all.iter().collect::<BTreeSet<_>>().len() as u64), (ROWS, ROWS), "each row is asked for once");
    assert_eq!(table(&out).len(), ROWS as usize + 1);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "the file and its manifest");
}

#[test]
fn a_stopped_run_leaves_its_journal() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("games.csv");
    let (template, checked) = template(ROWS);
    let progress = Progress::default();
    progress.cancel.store(true, std::sync::atomic::Ordering::Relaxed);
    let error = rows::products(&template, &checked, &out, false, &Writer::new(99), &progress).unwrap_err();
    assert!(matches!(error, Error::Unfinished { made: 10, .. }), "{error}");
    assert_eq!(write(ROWS, &out, false, &Writer::new(99)).unwrap().resumed, 10);
}

#[test]
fn the_journal_of_other_products_is_not_gone_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("games.csv");
    write(ROWS, &out, false, &Writer::new(1)).unwrap_err();
    let error = write(ROWS + 1, &out, false, &Writer::new(99)).unwrap_err();
    assert!(matches!(&error, Error::Unwritable { reason, .. } if reason.contains("--overwrite")), "{error}");
    assert_eq!(write(ROWS + 1, &out, true, &Writer::new(99)).unwrap().resumed, 0);
    let error = write(ROWS, &out, false, &Writer::new(99)).unwrap_err();
    assert!(matches!(&error, Error::Unwritable { reason, .. } if reason.contains("it exists")), "{error}");
}

#[test]
fn more_rows_than_a_model_should_write_are_refused_before_it_is_asked() {
    let folder = tempfile::tempdir().unwrap();
    let model = Writer::new(99);
    let error = write(rows::MOST_ROWS + 1, &folder.path().join("games.csv"), false, &model).unwrap_err();
    let Error::Input { problems, .. } = error else { panic!("{error}") };
    assert!(problems[0].to_string().contains("20001 rows"), "{}", problems[0]);
    assert!(model.asked.borrow().is_empty() && fs::read_dir(folder.path()).unwrap().count() == 0);
}

#[test]
fn a_table_can_be_as_long_as_its_capacity_and_no_longer() {
    let (_, checked) = template(20_000);
    let most = quote::capacity(&checked, "products").unwrap();
    let more = |rows| {
        let mut checked = checked.clone();
        checked.tables[0].rows = rows;
        wares::Plan::new(&checked, None)
    };
    assert!(more(most).is_ok() && more(most + 1).is_err(), "{most}");
}

/// All text of a folder and the folders in it.
#[cfg(feature = "network")]
fn all_text(folder: &Path) -> String {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { all_text(&path) } else { fs::read_to_string(path).unwrap() }).collect()
}

#[test]
#[cfg(feature = "network")]
fn a_key_stands_in_no_file_and_in_no_error() {
    use wares_design::{budget::Budget, cache::Cached, config::Provider};

    use crate::server::{Does, MARKER, Server, remote, says};

    fn written(body: &Value) -> String {
        let rows = body["response_format"]["json_schema"]["schema"]["properties"]["rows"]["items"]["properties"]["row"]["enum"].clone();
        let text = |row: &Value| json!({"row": row, "name": format!("Written Name {row}"), "description": format!("Written text, number {row}.")});
        json!({"rows": rows.as_array().unwrap().iter().map(text).collect::<Vec<_>>()}).to_string()
    }
    let wrong = says(401, &json!({"error": {"message": format!("wrong key {MARKER}")}}).to_string());
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("games.csv");
    let (template, checked) = template(ROWS);
    let run = |script| {
        let server = Server::start(script);
        let model = Cached::new(remote(&server, Provider::OpenAi, Budget::default()).0, folder.path().join("cache"), "host");
        let outcome = rows::products(&template, &checked, &out, false, &model, &Progress::default());
        let text = format!("{outcome:?} {} {}", outcome.as_ref().err().map(ToString::to_string).unwrap_or_default(), all_text(folder.path()));
        assert!(server.calls().iter().all(|call| call.head.contains(MARKER)));
        assert!(text.contains("Written Name") && !text.contains("MARKER"), "{text}");
        outcome
    };
    assert!(matches!(run(vec![Does::Writes(written), wrong]), Err(Error::Unfinished { made: 10, .. })));
    assert_eq!(run(vec![Does::Writes(written)]).unwrap().resumed, 10);
}
