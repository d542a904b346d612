//! Jobs as plain data, and runs that go on where they were stopped.

use std::{
    fs,
    path::PathBuf,
    sync::atomic::{AtomicBool, Ordering},
};

use serde_json::json;
use wares::{
    Error,
    job::{Desk, Job, Prepared},
    model::Template,
    resume,
    run::{Options, Progress},
};

use crate::common::today;

/// Knows nothing by name.
pub(crate) struct Nowhere;

impl Desk for Nowhere {
    fn template(&self, name: &str) -> Result<Template, Error> {
        wares::load("", name)
    }

    fn file(&self, name: &str) -> Result<PathBuf, Error> {
        Ok(PathBuf::from(name))
    }

    fn shown(&self, name: &str) -> String {
        name.to_owned()
    }
}

fn prepared(job: serde_json::Value) -> Prepared {
    serde_json::from_value::<Job>(job).unwrap().prepare(&Nowhere, today()).unwrap()
}

#[test]
fn orders_of_ones_own_customers_come_as_the_profile_trades() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("customers.csv");
    fs::write(&file, "customerNumber,customerName\n1,A\n2,B\n3,C\n").unwrap();
    let on_saturdays = |profile: serde_json::Value| {
        let job = prepared(json!({ "orders": { "from": [file.to_str().unwrap()], "rows": 7_000, "profile": profile } }));
        let text = String::from_utf8(wares::preview::preview(&job.checked, "orders", 0, 7_000).unwrap()).unwrap();
        let rows = crate::common::records(&text);
        rows[1..].iter().filter(|row| row[1].as_deref().unwrap().parse::<wares::model::Day>().unwrap().weekday() == 5).count()
    };
    let (usual, retail, wholesale) = (on_saturdays(json!(null)), on_saturdays(json!("retail")), on_saturdays(json!("wholesale")));
    assert_eq!(usual, retail);
    assert!(retail > 500 && wholesale < 100, "{retail}, {wholesale}");
}

#[test]
fn a_run_that_was_stopped_goes_on_and_makes_the_same_files() {
    let shop = prepared(json!({ "shop": { "domain": "board games", "products": 100, "customers": 30_000, "orders": 90_000 } }));
    let (whole, cut) = (tempfile::TempDir::new().unwrap(), tempfile::TempDir::new().unwrap());
    let options = Options { threads: 2, ..Options::default() };
    let made = resume::run(&shop, whole.path(), &options, &Progress::default()).unwrap();
    assert_eq!(made.len(), 4);

    let small = Options { threads: 1, batch_rows: 100, ..Options::default() };
    let (progress, ended) = (Progress::default(), AtomicBool::new(false));
    let stopped = std::thread::scope(|scope| {
        scope.spawn(|| {
            // The first table is whole and the second has begun.
            while progress.rows.load(Ordering::Relaxed) < 5_000 && !ended.load(Ordering::Relaxed) {
                std::thread::yield_now();
            }
            progress.cancel.store(true, Ordering::Relaxed);
        });
        let outcome = resume::run(&shop, cut.path(), &small, &progress);
        ended.store(true, Ordering::Relaxed);
        outcome
    });
    assert!(matches!(stopped, Err(Error::Cancelled)), "{stopped:?}");
    assert!(cut.path().join("products.csv.wares-partial").exists() && !cut.path().join("products.csv").exists());
    progress.cancel.store(false, Ordering::Relaxed);
    resume::run(&shop, cut.path(), &options, &progress).unwrap();
    assert_eq!(progress.rows.load(Ordering::Relaxed), progress.rows_total.load(Ordering::Relaxed));
    for file in fs::read_dir(whole.path()).unwrap().map(|file| file.unwrap().file_name()) {
        assert!(fs::read(whole.path().join(&file)).unwrap() == fs::read(cut.path().join(&file)).unwrap(), "{} differs", file.display());
    }
    assert_eq!(fs::read_dir(cut.path()).unwrap().count(), fs::read_dir(whole.path()).unwrap().count());
}

#[test]
fn what_is_behind_the_checkpoint_is_made_again() {
    let customers = prepared(json!({ "customers": { "regions": [{ "code": "DE" }], "rows": 2_000 } }));
    let (whole, cut) = (tempfile::TempDir::new().unwrap(), tempfile::TempDir::new().unwrap());
    resume::run(&customers, whole.path(), &Options::default(), &Progress::default()).unwrap();
    let bytes = fs::read(whole.path().join("customers.csv")).unwrap();
    // As a killed run leaves it: rows that no checkpoint vouches for, the last of them cut in the middle.
    fs::write(cut.path().join("customers.csv.wares-partial"), &bytes[..bytes.len() / 2]).unwrap();
    resume::run(&customers, cut.path(), &Options::default(), &Progress::default()).unwrap();
    assert!(fs::read(cut.path().join("customers.csv")).unwrap() == bytes, "the files differ");
}

#[test]
fn a_job_says_either_what_is_sold_or_which_template() {
    let refused = |job: serde_json::Value| {
        let error = serde_json::from_value::<Job>(job).unwrap().prepare(&Nowhere, today()).unwrap_err();
        match error {
            Error::Input { problems, .. } => problems.iter().map(ToString::to_string).collect::<String>(),
            other => other.to_string(),
        }
    };
    assert!(refused(json!({ "shop": {} })).starts_with("domain: missing"));
    assert!(refused(json!({ "products": { "domain": "wine", "template": "t.json", "rows": 1 } })).starts_with("template: stands beside"));
    assert!(refused(json!({ "customers": { "regions": [], "rows": 1, "companies": 101 } })).starts_with("companies: 101 is not from 0 to 100"));
    let per_order = json!({ "min": 4, "max": 2 });
    let details = json!({ "orderDetails": { "orders": "o.csv", "products": { "domain": "wine" }, "rows": 1, "productsPerOrder": per_order } });
    assert!(refused(details).starts_with("productsPerOrder.min: 4 is not from 1 to 2"));
}
