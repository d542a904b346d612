//! The sources of the data that is built in, with their licences: what `wares list licenses` and the file `NOTICE` say.

use std::collections::{BTreeMap, BTreeSet};

use wares_model::pack::bundle;

/// What is drawn by the web UI and is no program: outlines and letters. The licences of its programs are served with it.
const PAGES: [&str; 2] = [
    "Natural Earth outlines of countries, by npm world-atlas; licence Public domain (made by its authors, packed under ISC). Made with Natural Earth. https://www.naturalearthdata.com [web UI]",
    "IBM Plex Sans and IBM Plex Mono, by npm @fontsource; licence OFL-1.1. Copyright 2017 IBM Corp. with Reserved Font Name \"Plex\". https://github.com/IBM/plex [web UI]",
];

/// One line a source, with the packs that hold data from it.
pub fn lines() -> Vec<String> {
    let mut packs: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, catalog) in bundle::catalog_names().filter_map(|name| Some((name, bundle::catalog(name)?.ok()?))) {
        packs.entry(catalog.sources.join(" ")).or_default().insert(format!("catalog {name}"));
    }
    for header in bundle::region_codes().filter_map(|code| bundle::region_header(code)?.ok()) {
        for source in &header.sources {
            let notice = source.notice.as_ref().map(|notice| format!(" {notice}")).unwrap_or_default();
            let url = source.url.as_ref().filter(|url| !url.is_empty()).map(|url| format!(" {url}")).unwrap_or_default();
            packs.entry(format!("{}; licence {}.{notice}{url}", source.from, source.licence)).or_default().insert(header.code.clone());
        }
    }
    let of_packs = packs.into_iter().map(|(source, packs)| format!("{source} [{}]", named(packs)));
    of_packs.chain(PAGES.map(str::to_owned)).collect()
}

/// The packs by name, unless they are very many.
fn named(packs: BTreeSet<String>) -> String {
    match packs.len() {
        31.. => "more than 30 packs".to_owned(),
        _ => packs.into_iter().collect::<Vec<_>>().join(" "),
    }
}

/// The text of the file `NOTICE`.
pub fn notice() -> String {
    let mut text =
        "Wares holds data from these sources. In brackets: the packs with data from it (two letters: the region of that\ncountry); each region pack names its own in region.json.\n".to_owned();
    for line in lines() {
        text.push_str(&format!("\n{line}\n"));
    }
    text
}
