//! The example templates: sound by the schema and by the check, and their first rows as a person accepted them.

use std::{env, fs};

use wares::model::{Day, read, schema::json_schema};

use crate::common::root;

fn templates() -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = fs::read_dir(root("templates"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), fs::read_to_string(path).unwrap()))
        .collect();
    found.sort();
    assert!(!found.is_empty());
    found
}

#[test]
fn every_example_obeys_the_published_schema() {
    let schema = json_schema();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    let validator = jsonschema::validator_for(&schema).unwrap();
    for (name, text) in templates() {
        let value = read::value(&text).unwrap();
        let errors: Vec<String> = validator.iter_errors(&value).map(|error| error.to_string()).collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
        let mut wrong = value.clone();
        wrong["tabels"] = 1.into();
        assert!(!validator.is_valid(&wrong), "{name}: a misspelt field passes the schema");
    }
}

/// Compares the first 50 rows of each table with golden/<template>/<table>.csv; `WARES_ACCEPT=1` writes them.
#[test]
fn every_example_makes_its_golden_rows() {
    let day: Day = "2026-11-23".parse().unwrap();
    for (name, text) in templates() {
        let template = wares::load(&text, &name).unwrap();
        let checked = wares::checked(&template, &name, day).unwrap();
        for table in &checked.tables {
            let rows = String::from_utf8(wares::preview::preview(&checked, &table.name, 0, 50).unwrap()).unwrap();
            let path = root("golden").join(&name).join(format!("{}.csv", table.name));
            if env::var_os("WARES_ACCEPT").is_some() {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(&path, &rows).unwrap();
            }
            let golden = fs::read_to_string(&path).unwrap_or_default();
            let differs = rows.lines().zip(golden.lines()).enumerate().find(|(_, (made, kept))| made != kept);
            if let Some((line, (made, kept))) = differs {
                panic!(
                    "{name}/{}.csv, line {}:\n  kept {kept}\n  made {made}\nraise ENGINE_VERSION, then accept with WARES_ACCEPT=1",
                    table.name,
                    line + 1
                );
            }
            assert_eq!(rows.lines().count(), golden.lines().count(), "{name}/{}.csv", table.name);
        }
    }
}

fn check_problems(text: &str, expected: &[&str]) {
    let day: Day = "2026-11-23".parse().unwrap();
    let error = wares::load(text, "t").and_then(|template| wares::checked(&template, "t", day)).and_then(|checked| {
        wares::Plan::new(&checked, None).map_err(wares::Error::from)?;
        Ok(())
    });
    let error = error.expect_err("the template is wrong");
    assert!(error.is_input());
    let found = match &error {
        wares::Error::Input { problems, .. } => problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"),
        other => other.to_string(),
    };
    for part in expected {
        assert!(found.contains(part), "`{part}` is not among:\n{found}");
    }
}

#[test]
fn unknown_fields_and_wrong_types_are_all_reported() {
    check_problems(
        r#"{"version": 1, "name": "x", "colour": 1, "tables": [{"name": "t", "rows": "many", "columns": [{"nmae": "a"}]}]}"#,
        &["colour: unknown field", "tables[0].rows: invalid type", "tables[0].columns[0].nmae: unknown field", "tables[0].columns[0].name: missing"],
    );
}

#[test]
fn a_range_the_wrong_way_round_is_refused() {
    check_problems(
        r#"{"version": 1, "name": "x", "tables": [{"name": "t", "rows": 1, "columns": [{"name": "a", "fill": {"number": {"min": 9, "max": 1}}}]}]}"#,
        &["tables[0].columns[0].fill.number.min: 9 is more than `max`, 1"],
    );
}

#[test]
fn columns_that_need_each_other_are_refused() {
    check_problems(
        r#"{"version": 1, "name": "x", "tables": [{"name": "t", "rows": 1, "columns": [
            {"name": "a", "fill": {"text": {"pattern": "{b}"}}}, {"name": "b", "fill": {"text": {"pattern": "<{a}>"}}}]}]}"#,
        &["tables[0].columns: these columns need each other: a -> b -> a"],
    );
}

#[test]
fn no_rows_and_unknown_names_are_refused() {
    check_problems(
        r#"{"version": 1, "name": "x", "catalog": "bokos", "regions": [{"code": "XX"}], "tables": [
            {"name": "products", "recipe": "products", "rows": 0},
            {"name": "t", "rows": 1, "columns": [{"name": "a", "fill": {"reference": {"table": "prodcuts"}}}]}]}"#,
        &[
            "catalog: no built-in pack is named `bokos`",
            "regions[0].code: no region is named `XX`",
            "tables[0].rows: 0 rows",
            "refers to table `prodcuts`",
        ],
    );
}

#[test]
fn lots_of_no_pieces_and_more_than_all_of_something_are_refused() {
    check_problems(
        r#"{"version": 1, "name": "x", "trade": {"lines": {"bulk": [{"pieces": 0, "per_million": 1000001}], "own_taste_percent": 101}},
            "tables": [{"name": "t", "rows": 1, "columns": [{"name": "a", "fill": "uuid"}]}]}"#,
        &[
            "trade.lines.bulk[0].pieces: `0` does not lie between 1 and 1,000,000",
            "trade.lines.bulk: comes to more than a million of a million lines",
            "trade.lines: `own_taste_percent` or `price_sways_percent` is more than 100",
        ],
    );
}

#[test]
fn more_unique_values_than_can_exist_are_refused_with_the_number() {
    check_problems(
        r#"{"version": 1, "name": "x", "tables": [{"name": "t", "rows": 101, "columns": [{"name": "a", "fill": {"code": {"pattern": "A##"}}}]}]}"#,
        &["101 rows need 101 different values", "makes 100"],
    );
}

#[test]
fn a_type_that_cannot_hold_the_values_is_refused() {
    check_problems(
        r#"{"version": 1, "name": "x", "tables": [{"name": "t", "rows": 1, "columns": [{"name": "a", "type": "date", "samples": ["red", "blue"]}]}]}"#,
        &["tables[0].columns[0].type: a column filled with texts cannot be `date`"],
    );
}

#[test]
fn a_broken_pack_is_refused_before_anything_is_made() {
    let mut pack = serde_json::to_value(wares::model::pack::bundle::catalog("books").unwrap().unwrap()).unwrap();
    pack["attributes"][0]["number"] = serde_json::json!({"low": 5, "high": 1, "step": 0});
    pack["kinds"][1]["price"]["low_minor"] = 9_000_000.into();
    pack["endings"][0]["endings"] = serde_json::json!([]);
    let name = pack["names"][0].clone();
    pack["names"].as_array_mut().unwrap().extend(std::iter::repeat_n(name, 70));
    let template = serde_json::json!({"version": 1, "name": "x", "catalog": pack, "tables": [{"name": "products", "recipe": "products", "rows": 5}]});
    check_problems(
        &template.to_string(),
        &[
            "catalog.attributes[0].number: `low`, 5",
            "catalog.kinds[1].price.low_minor: 9000000 is more",
            "catalog.endings: is empty",
            "more than 64 name patterns",
        ],
    );
}
