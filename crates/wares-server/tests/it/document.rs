//! The OpenAPI document that clients are generated from.

use std::{env, fs, path::PathBuf};

/// `WARES_ACCEPT=1` renews the file.
#[test]
fn the_openapi_document_is_the_one_that_clients_know() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("openapi.json");
    let text = serde_json::to_string_pretty(&wares_server::router::document()).unwrap() + "\n";
    if env::var_os("WARES_ACCEPT").is_some() {
        fs::write(&path, &text).unwrap();
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    let differs = known.lines().zip(text.lines()).enumerate().find(|(_, (known, now))| known != now);
    assert!(known == text, "openapi.json is not the document any more, first at {differs:?}; `WARES_ACCEPT=1` renews it");
}
