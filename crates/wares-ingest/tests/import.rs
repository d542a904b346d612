//! The user's files, and the drafts that become of them.

#![allow(clippy::unwrap_used)] // A test may fail by a panic.

mod odd;

use std::{fs, path::Path};

use proptest::prelude::*;
use wares_ingest::{Draft, Form, Wanted, draft, form, taxonomy};
use wares_model::{Day, check};

/// What a few words mean, as the facade would know it.
fn pack(words: &str) -> Option<String> {
    let packs = [("mug", "tableware"), ("swing", "toys"), ("lamp", "lighting")];
    packs.iter().find(|(word, _)| words.to_lowercase().contains(word)).map(|(_, pack)| (*pack).to_owned())
}

fn wanted(rows: Option<u64>, category: Option<&str>) -> Wanted<'static> {
    Wanted { rows, category: category.map(str::to_owned), find_pack: &pack }
}

fn example(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files").join(name)).unwrap()
}

/// A draft as text: a line for each table, each column and each note.
fn shown(draft: &Draft) -> String {
    let mut text = String::new();
    for table in &draft.template.tables {
        let recipe = table.recipe.map_or(String::new(), |recipe| format!(" recipe {}", recipe.name()));
        let rows = table.rows.map_or("rows as they follow".to_owned(), |rows| format!("{rows} rows"));
        text.push_str(&format!("{}{recipe}, {rows}\n", table.name));
        for column in table.columns.iter().flatten() {
            let value = serde_json::to_value(column).unwrap();
            let fields = ["type", "key", "include", "null_percent", "fill"].iter().filter(|field| !value[**field].is_null());
            let fields: Vec<String> =
                fields.map(|field| if *field == "fill" { value[*field].to_string() } else { format!("{field}={}", value[*field]) }).collect();
            text.push_str(&format!("  {} {}\n", column.name, fields.join(" ").replace('"', "")));
        }
    }
    for note in &draft.notes {
        text.push_str(&format!("- {note}\n"));
    }
    text
}

/// Makes a draft of an example, which must pass the check, and compares what it says with `tests/files/expected`. With `WARES_ACCEPT=1` what
/// it says now is right.
fn check_import(name: &str, rows: Option<u64>, category: Option<&str>) {
    let bytes = example(name);
    let form = form::recognize(name, &bytes).unwrap();
    let made = draft(name, &bytes[..], form, &wanted(rows, category)).unwrap();
    let sound = check(&made.template, "2026-11-23".parse().unwrap());
    assert!(sound.is_ok(), "{:#?}", sound.unwrap_err());
    let text = shown(&made);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/files/expected/{}.txt", name.replace('/', "-")));
    if std::env::var_os("WARES_ACCEPT").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    let differs = text.lines().zip(expected.lines()).find(|(one, other)| one != other);
    assert!(text == expected, "{}: first difference {differs:#?}\n{text}", path.display());
}

/// What a file is refused with: the message and what to do.
fn check_refused(name: &str, bytes: &[u8], form: Option<Form>, category: Option<&str>, expected: &[&str]) {
    let refused = form.map_or_else(|| form::recognize(name, bytes), Ok).and_then(|form| draft(name, bytes, form, &wanted(None, category)));
    let error = refused.map(|made| shown(&made)).unwrap_err();
    let text = format!("{error}\n{}", error.hint());
    for part in expected {
        assert!(text.contains(part), "`{part}` is not in\n{text}");
    }
}

#[test]
fn rows_of_people_become_customers_with_the_ranges_and_categories_of_the_file() {
    check_import("staff.csv", None, None);
}

#[test]
fn rows_with_semicolons_and_decimal_commas_in_an_old_encoding_are_read() {
    check_import("parts.csv", Some(1_000), None);
}

#[test]
fn a_json_schema_becomes_a_table_with_its_bounds_patterns_and_nested_objects() {
    check_import("product.schema.json", None, None);
}

#[test]
fn a_postgres_dump_becomes_tables_in_order_with_keys_checks_and_enums() {
    check_import("library.sql", None, None);
}

#[test]
fn the_classicmodels_tables_get_their_recipes() {
    check_import("shop.sql", None, Some("lamps"));
}

#[test]
fn tables_that_refer_to_each_other_in_a_circle_are_put_in_some_order_and_this_is_said() {
    check_import("circle.sql", None, None);
}

#[test]
fn a_data_package_becomes_tables_with_constraints_and_foreign_keys() {
    check_import("datapackage.json", None, None);
}

#[test]
fn the_product_csv_of_shopify_keeps_its_header() {
    check_import("shopify.csv", None, None);
}

#[test]
fn the_product_csv_of_woocommerce_is_known_by_its_header_alone() {
    check_import("woocommerce.csv", Some(40), Some("lamps"));
}

#[test]
fn products_get_facts_of_the_pack_where_its_values_and_prices_are_like_it() {
    check_import("mugs.csv", None, None);
}

/// The values that people wrote into the examples with rows.
#[test]
fn no_name_address_code_or_free_text_of_the_file_goes_into_the_template() {
    let own = [
        "Marta",
        "Quill",
        "corp.test",
        "AX-1001",
        "Schraube",
        "prüfen",
        "nachbestellt",
        "First Mug",
        "Kiln & Co",
        "M-1\"",
        "A mug",
        "Blue Lagoon",
        "Harbour Fog",
    ];
    for name in ["staff.csv", "parts.csv", "shopify.csv", "mugs.csv"] {
        let made = draft(name, &example(name)[..], Form::Csv, &wanted(None, None)).unwrap();
        let text = serde_json::to_string(&made.template).unwrap() + &made.notes.join("\n");
        for value in own {
            assert!(!text.contains(value), "{name}: {value}");
        }
    }
}

#[test]
fn every_encoding_and_delimiter_gives_the_same_profiles() {
    let text = "name;size;note\nÅse;12;grün\nZoë;14;blau\nJosé;15;grün\n";
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let utf16_be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let windows: Vec<u8> = text.chars().map(|letter| letter as u32 as u8).collect();
    let marked = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    let expected = wares_ingest::rows::read("x.csv", text.as_bytes()).unwrap().profiles;
    for bytes in [
        utf16,
        utf16_be,
        windows,
        marked,
        text.replace(';', "\t").into_bytes(),
        text.replace(';', "|").into_bytes(),
        format!("sep=;\n{text}").into_bytes(),
    ] {
        let rows = wares_ingest::rows::read("x.csv", &bytes[..]).unwrap();
        assert_eq!(rows.profiles, expected, "{:?}", rows.dialect);
        assert_eq!(rows.header, ["name", "size", "note"]);
    }
}

#[test]
fn a_file_without_a_header_gets_names_and_ragged_rows_are_told_by_line() {
    let mut text: String = (1..40).map(|row| format!("{row},{},x{row}\n", row * 3)).collect();
    text.insert_str(0, "7,8\n");
    let rows = wares_ingest::rows::read("x.csv", text.as_bytes());
    assert!(rows.is_err(), "the first row decides how many fields there are");
    let text: String = (1..40).map(|row| if row == 17 { "17,51\n".to_owned() } else { format!("{row},{},x{row}\n", row * 3) }).collect();
    let made = draft("x.csv", text.as_bytes(), Form::Csv, &wanted(None, None)).unwrap();
    let text = shown(&made);
    assert!(text.contains("line 17 has 2 fields rather than 3; 1 such rows were left out"), "{text}");
    assert!(text.contains("column_1 type=integer key=primary"), "{text}");
}

#[test]
fn a_mistake_is_told_with_its_place_and_what_to_do() {
    check_refused("a.csv", b"", None, None, &["`a.csv`: has no text"]);
    check_refused("a.csv", b"a,b\n", None, None, &["has no rows below the header"]);
    check_refused(
        "a.csv",
        b"a,b\n1\n2\n3,4\n",
        None,
        None,
        &["`a.csv`, line 2: has 1 fields, and the first row has 2; 2 rows are like that", "double quotes"],
    );
    check_refused("a.xlsx", b"PK\x03\x04rest", None, None, &["is a workbook or a zip archive", "--as"]);
    check_refused("a.bin", &[0, 1, 2, 3, 4, 5, 6, 7, 1, 2, 3], None, None, &["is no text"]);
    check_refused("a.json", b"{\"a\": 1}", None, None, &["neither a JSON Schema", "`json-schema`"]);
    check_refused("a.json", b"{\n  \"properties\": {,}\n}", None, None, &["`a.json`, line 2, column 18: not valid JSON Schema"]);
    check_refused("a.json", b"{\"$schema\": \"x\"}", None, None, &["`a.json`, properties: has no object with properties"]);
    check_refused("a.sql", b"SELECT 1;", None, None, &["has no `CREATE TABLE` statement"]);
    check_refused("a.sql", b"SELECT 1;\n\nCREATE TABLE t (\n  a int,\n  b ((\n);", None, None, &["`a.sql`, line 5, column"]);
    check_refused(
        "categories.txt",
        &example("taxonomy/categories.txt"),
        None,
        Some("slids"),
        &["no category is named `slids`", "did you mean `Slides`?"],
    );
    check_refused(
        "categories.txt",
        &example("taxonomy/categories.txt"),
        None,
        Some("accessories"),
        &["names 2 categories", "zz-1-2  Garden Play > Swings > Accessories"],
    );
    let many: String = (0..300).map(|leaf| format!("gid://shopify/TaxonomyCategory/aa-{leaf} : Goods > Leaf {leaf}\n")).collect();
    check_refused("categories.txt", many.as_bytes(), None, None, &["300 leaves, and at most 200 are taken", "--category"]);
}

#[test]
fn a_taxonomy_gives_the_kinds_of_a_branch_and_columns_of_its_attributes() {
    let texts =
        ["categories.txt", "attributes.txt", "attribute_values.txt"].map(|file| String::from_utf8(example(&format!("taxonomy/{file}"))).unwrap());
    let mut files = taxonomy::Files::of("taxonomy", &texts[0]);
    texts.iter().for_each(|text| files.add(text));
    for words in ["swings", "zz-1", "gid://shopify/TaxonomyCategory/zz-1", "garden play > swings"] {
        let text = shown(&taxonomy::draft(&files, &wanted(Some(20), Some(words))).unwrap());
        assert!(text.contains("category `zz-1`, Garden Play > Swings: 2 leaves are the kinds of the catalog"), "{text}");
        assert!(text.contains("swingSeatMaterial type=category {choice:{values:[{value:Rubber,weight:1},{value:Oak,weight:1}]}}"), "{text}");
        assert!(!text.contains("Round"), "an attribute that is not listed gives no column\n{text}");
    }
    let whole = taxonomy::draft(&files, &wanted(Some(20), None)).unwrap();
    let text = serde_json::to_string(&whole.template).unwrap();
    assert!(text.contains("Swings Accessories") && text.contains("Slides Accessories"), "leaves of one name are told apart: {text}");
}

/// Every reader on any bytes: a draft that passes the check, or an error that says something.
fn check_any(name: &str, bytes: &[u8]) {
    let recognized = form::recognize(name, bytes).ok();
    for form in Form::ALL.into_iter().chain(recognized) {
        match draft(name, bytes, form, &wanted(Some(50), None)) {
            Ok(made) => {
                let sound = check(&made.template, Day(20_000));
                assert!(sound.is_ok(), "{form}: {:#?}\n{}", sound.unwrap_err(), shown(&made));
                assert!(!made.notes.is_empty());
            }
            Err(error) => assert!(!error.to_string().is_empty() && !error.hint().is_empty()),
        }
    }
}

const EXAMPLES: [&str; 12] = [
    "staff.csv",
    "parts.csv",
    "mugs.csv",
    "product.schema.json",
    "library.sql",
    "shop.sql",
    "circle.sql",
    "datapackage.json",
    "shopify.csv",
    "woocommerce.csv",
    "taxonomy/categories.txt",
    "taxonomy/attribute_values.txt",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_a_sound_template_or_an_error(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        check_any("x.csv", &bytes);
    }

    #[test]
    fn any_table_of_odd_fields_gives_a_sound_template_or_an_error(
        rows in proptest::collection::vec(proptest::collection::vec("[a-zA-Z0-9 .,;:/@#~{}$€é\"'+-]{0,12}|[0-9]{1,19}|-?[0-9]{1,17}[.,][0-9]{1,12}|[0-9]{4}-[0-9]{2}-[0-9]{2}|(email|name|price|id|sku)", 3..4), 1..30),
    ) {
        let text: String = rows.iter().map(|row| row.iter().map(|field| format!("\"{}\"", field.replace('"', "\"\""))).collect::<Vec<_>>().join(",") + "\n").collect();
        check_any("x.csv", text.as_bytes());
    }

    #[test]
    fn an_example_with_mistakes_in_it_gives_a_sound_template_or_an_error(
        which in 0..EXAMPLES.len(),
        changes in proptest::collection::vec((any::<u16>(), any::<u8>(), 0..4_u8), 1..12),
    ) {
        let mut bytes = example(EXAMPLES[which]);
        for (at, byte, change) in changes {
            let at = usize::from(at) % bytes.len().max(1);
            match change {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => { bytes.remove(at); }
                _ => { let end = (at + usize::from(byte)).min(bytes.len()); let part = bytes[at..end].to_vec(); bytes.splice(at..at, part); }
            }
            if bytes.is_empty() { bytes.push(b'x'); }
        }
        check_any(EXAMPLES[which], &bytes);
    }
}
