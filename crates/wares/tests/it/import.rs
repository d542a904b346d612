//! The user's files become templates that run, and what they make is like what came in.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use proptest::prelude::*;
use wares::{
    Error,
    import::{self, Draft, Wanted},
    model::{Day, Recipe, Template, template::CatalogSource},
    products, run,
};

const TODAY: &str = "2026-11-23";

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../wares-ingest/tests/files")
}

fn wanted(rows: Option<u64>, category: Option<&str>) -> Wanted {
    Wanted { form: None, rows, category: category.map(str::to_owned), ..Wanted::default() }
}

/// The rows of a table, each cut into its fields, and the header before them.
fn made(template: &Template, table: &str, rows: u64) -> Vec<Vec<String>> {
    let day: Day = TODAY.parse().unwrap();
    let checked = wares::checked(template, "test", day).unwrap_or_else(|error| panic!("{error:?}"));
    let text = String::from_utf8(wares::preview::preview(&checked, table, 0, rows).unwrap()).unwrap();
    text.lines().map(fields).collect()
}

/// One line of CSV; no field of it holds a line end.
fn fields(line: &str) -> Vec<String> {
    let (mut found, mut field, mut quoted) = (Vec::new(), String::new(), false);
    for letter in line.chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' if !quoted => found.push(std::mem::take(&mut field)),
            other => field.push(other),
        }
    }
    found.push(field);
    found
}

fn values<'a>(rows: &'a [Vec<String>], name: &str) -> BTreeSet<&'a str> {
    let position = rows[0].iter().position(|known| known == name).unwrap_or_else(|| panic!("no column {name}"));
    rows[1..].iter().map(|row| row[position].as_str()).collect()
}

/// The least and the greatest number of a column.
fn range(rows: &[Vec<String>], name: &str) -> (f64, f64) {
    let numbers = values(rows, name).into_iter().filter(|value| !value.is_empty()).map(|value| value.parse::<f64>().unwrap());
    numbers.fold((f64::MAX, f64::MIN), |(low, high), number| (low.min(number), high.max(number)))
}

/// Imports a text as a file of this name.
fn imported(name: &str, text: &str, wanted: &Wanted) -> Result<Draft, Error> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, text).unwrap();
    import::file(&path, wanted)
}

fn csv(rows: &[Vec<String>]) -> String {
    let quoted = |field: &String| format!("\"{}\"", field.replace('"', "\"\""));
    rows.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join(",") + "\n").collect()
}

#[test]
fn products_made_imported_and_made_again_agree_in_types_ranges_and_categories() {
    let (template, _) = products::template("running shoes", None, None, 400).unwrap();
    let first = made(&template, "products", 400);
    let draft = imported("products.csv", &csv(&first), &wanted(None, None)).unwrap();
    let table = &draft.template.tables[0];
    assert_eq!((table.recipe, table.rows), (Some(Recipe::Products), Some(400)), "{:?}", draft.notes);
    assert!(matches!(draft.template.catalog.as_ref().map(|choice| &choice.0), Some(CatalogSource::Named(name)) if name == "running-shoes"));
    let second = made(&draft.template, "products", 400);
    assert_eq!(first[0], second[0]);
    let sound = |template: &Template| wares::checked(template, "test", TODAY.parse().unwrap()).unwrap();
    let (before, after) = (sound(&template), sound(&draft.template));
    for (before, after) in before.tables[0].columns.iter().zip(&after.tables[0].columns) {
        assert_eq!(before.schema.physical, after.schema.physical, "{}", before.schema.name);
    }
    for name in ["productLine", "productVendor"] {
        assert_eq!(values(&first, name), values(&second, name), "{name}");
    }
    for name in ["buyPrice", "MSRP", "quantityInStock"] {
        let ((low, high), (new_low, new_high)) = (range(&first, name), range(&second, name));
        assert!(new_low >= low * 0.5 && new_high <= high * 1.5 && new_high >= high * 0.5, "{name}: {low} to {high} became {new_low} to {new_high}");
    }
    assert_eq!(values(&second, "productCode").len(), 400);
    assert_eq!(values(&second, "productName").len(), 400);
    // Every other column keeps to the values that it had, or to their range.
    for name in first[0].iter().filter(|name| !["productCode", "productName", "productDescription", "buyPrice", "MSRP"].contains(&name.as_str())) {
        let (old, new) = (values(&first, name), values(&second, name));
        if old.len() <= 60 && old.iter().any(|value| !value.is_empty() && value.parse::<f64>().is_err()) {
            let strange: Vec<_> = new.difference(&old).collect();
            assert!(strange.len() * 10 <= old.len(), "{name}: {strange:?}");
        }
    }
}

#[test]
fn customers_made_imported_and_made_again_live_in_the_same_countries() {
    let given = wares::customers::Wanted {
        regions: ["PL", "MX"].map(|code| wares::model::template::RegionShare { code: code.to_owned(), share: 1.0 }).to_vec(),
        rows: 300,
        trade: Default::default(),
        phone: wares::customers::PhoneForm::Text,
        script: wares::customers::Script::Native,
        columns: None,
        staff: None,
    };
    let first = made(&wares::customers::template(&given), "customers", 300);
    let draft = imported("customers.csv", &csv(&first), &wanted(Some(200), None)).unwrap();
    assert_eq!(draft.template.tables[0].recipe, Some(Recipe::Customers), "{:?}", draft.notes);
    let mut codes: Vec<&str> = draft.template.regions.iter().map(|region| region.code.as_str()).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["MX", "PL"]);
    let second = made(&draft.template, "customers", 200);
    assert_eq!(values(&first, "country"), values(&second, "country"));
    assert_eq!(first[0], second[0]);
    let ((low, high), (new_low, new_high)) = (range(&first, "creditLimit"), range(&second, "creditLimit"));
    assert!(new_low >= low && new_high <= high);
    let template = serde_json::to_string(&draft.template).unwrap();
    let leaked: Vec<&str> = values(&first, "email").into_iter().filter(|email| !email.is_empty() && template.contains(*email)).collect();
    assert!(leaked.is_empty(), "{leaked:?}");
}

#[test]
fn products_of_another_price_and_brand_than_the_pack_keep_their_own_and_cost_less_than_their_price() {
    let draft = import::file(&examples().join("mugs.csv"), &wanted(None, None)).unwrap();
    let rows = made(&draft.template, "mugs", 48);
    assert_eq!(values(&rows, "brand"), BTreeSet::from(["Kilnhaus", "Rimrose"]), "{:#?}", draft.notes);
    assert_eq!(values(&rows, "category"), BTreeSet::from(["Coffee mug", "Espresso mug"]));
    let at = |name: &str| rows[0].iter().position(|known| known == name).unwrap();
    let (price, cost) = (at("price"), at("cost"));
    for row in &rows[1..] {
        let (price, cost): (f64, f64) = (row[price].parse().unwrap(), row[cost].parse().unwrap());
        assert!(cost < price && (5.0..=45.0).contains(&price), "{row:?}");
    }
}

#[test]
fn what_is_made_for_a_shop_has_the_header_of_its_own_file() {
    for (file, category) in [("shopify.csv", None), ("woocommerce.csv", Some("pendant lamps"))] {
        let path = examples().join(file);
        let draft = import::file(&path, &wanted(Some(50), category)).unwrap();
        let rows = made(&draft.template, "products", 50);
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(rows[0], fields(text.lines().next().unwrap()), "{file}");
        let key = if file == "shopify.csv" { "Handle" } else { "SKU" };
        assert_eq!(values(&rows, key).len(), 50, "{file}");
    }
}

#[test]
fn the_tables_of_a_database_are_made_with_keys_that_exist() {
    for (file, references) in [
        (
            "shop.sql",
            &[("payments", "customerNumber", "customers", "customerNumber"), ("orderdetails", "productCode", "products", "productCode")][..],
        ),
        ("library.sql", &[("loans", "reader_id", "readers", "id"), ("loans", "copy_id", "copies", "id")]),
        ("circle.sql", &[("teams", "leader_id", "members", "id"), ("members", "team_id", "teams", "id")]),
        ("datapackage.json", &[("readings", "sensor", "sensors", "code")]),
    ] {
        let draft = import::file(&examples().join(file), &wanted(Some(60), Some("wall lamps"))).unwrap();
        for (child, column, parent, key) in references {
            let (children, parents) = (made(&draft.template, child, 40), made(&draft.template, parent, 60));
            let mut strange = values(&children, column);
            values(&parents, key).iter().for_each(|known| {
                strange.remove(known);
            });
            strange.remove("");
            assert!(strange.is_empty(), "{file}: {child}.{column} holds {strange:?}");
        }
    }
}

#[test]
fn a_folder_of_a_taxonomy_becomes_products_of_a_branch() {
    for path in [examples().join("taxonomy"), examples().join("taxonomy/attributes.txt")] {
        let draft = import::file(&path, &wanted(Some(30), Some("Swings"))).unwrap();
        let rows = made(&draft.template, "products", 30);
        assert_eq!(values(&rows, "productName").len(), 30);
        assert_eq!(values(&rows, "color"), BTreeSet::from(["Black", "Green"]));
    }
}

#[test]
fn more_rows_than_there_are_different_values_become_as_many_as_there_are() {
    let schema = r#"{"title": "Tag", "type": "object", "required": ["id"], "properties": {"id": {"type": "integer"}, "name": {"type": "string"}}}"#;
    assert!(imported("tag.json", schema, &wanted(Some(5_000_000_000), None)).is_ok());
    let header = "Handle,Title,Vendor,Variant Price,Variant SKU,Type\na,b,c,1.00,d,Wall lamps\n";
    let draft = imported("lamps.csv", header, &wanted(Some(90_000_000_000), None)).unwrap();
    assert!(draft.notes.iter().any(|note| note.contains("no more different values")), "{:#?}", draft.notes);
}

#[test]
fn a_mistake_in_the_file_is_reported_as_the_input_being_at_fault() {
    let refused = imported("a.json", "{\n  \"properties\": {,}\n}", &wanted(None, None)).unwrap_err();
    assert!(refused.is_input());
    let Error::Input { problems, .. } = refused else { panic!("{refused:?}") };
    assert_eq!(problems[0].to_string(), "line 2, column 18: not valid JSON Schema: key must be a string");
    assert!(problems[0].hint.as_ref().unwrap().contains("--as"));
    assert!(import::file(Path::new("no-such-file.csv"), &wanted(None, None)).unwrap_err().is_input());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_file_with_mistakes_in_it_gives_a_template_that_runs_or_an_error(
        which in 0..9_usize,
        rows in prop_oneof![Just(1_u64), 1..100_u64, Just(1_000_000), Just(100_000_000_000)],
        changes in proptest::collection::vec((any::<u16>(), any::<u8>(), 0..3_u8), 0..8),
    ) {
        let names = ["staff.csv", "parts.csv", "mugs.csv", "product.schema.json", "library.sql", "shop.sql", "circle.sql", "datapackage.json", "shopify.csv"];
        let mut bytes = fs::read(examples().join(names[which])).unwrap();
        for (at, byte, change) in changes {
            let at = usize::from(at) % bytes.len();
            match change {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => { bytes.remove(at); }
            }
        }
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(names[which]);
        fs::write(&path, &bytes).unwrap();
        match import::file(&path, &wanted(Some(rows), Some("books"))) {
            Ok(draft) => {
                let sound = wares::checked(&draft.template, "test", Day(20_000)).unwrap();
                let plan = wares::Plan::new(&sound, None).unwrap();
                for (table, (_, rows)) in plan.tables().enumerate() {
                    plan.batch(table, 0..rows.min(20));
                }
            }
            Err(error) => prop_assert!(matches!(error, Error::Input { .. }), "{error:?}"),
        }
    }
}

/// A run writes what an import says, from end to end.
#[test]
fn an_imported_template_runs_into_files() {
    let draft = import::file(&examples().join("library.sql"), &wanted(Some(25), None)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let checked = wares::checked(&draft.template, "test", TODAY.parse().unwrap()).unwrap();
    let written = run::run(&draft.template, &checked, folder.path(), &run::Options::default(), &run::Progress::default()).unwrap();
    let tables: Vec<&str> = written.iter().map(|made| made.table.as_str()).collect();
    assert_eq!(tables, ["copies", "readers", "loans"]);
}
