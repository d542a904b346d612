//! What differs between two templates, in words.

use serde_json::json;
use wares::{difference::difference, model::Template};

fn template() -> Template {
    wares::products::template("wine", None, None, 100).unwrap().0
}

fn check_difference(change: impl FnOnce(&mut Template), expected: &[&str]) {
    let (before, mut after) = (template(), template());
    change(&mut after);
    let found: Vec<String> = difference(&before, &after).into_iter().map(|change| format!("{}: {}", change.place, change.words)).collect();
    assert_eq!(found, expected);
}

#[test]
fn what_differs_between_templates_is_told_in_words() {
    check_difference(|_| {}, &[]);
    check_difference(|after| after.seed = 7, &["seed: seed is `7` rather than `42`"]);
    let columns = |template: &mut Template, change: &dyn Fn(&mut Vec<wares::model::Column>)| change(template.tables[0].columns.as_mut().unwrap());
    check_difference(
        |after| columns(after, &|columns| columns[6].include = false),
        &["tables[0].columns[6].include: include of column `quantityInStock` is now `false`"],
    );
    check_difference(
        |after| columns(after, &|columns| columns[8].name = "price".to_owned()),
        &["tables[0].columns[8]: column `MSRP` is called `price`"],
    );
    check_difference(|after| columns(after, &|columns| drop(columns.remove(3))), &["tables[0].columns[3]: column `productScale` is gone"]);
    check_difference(
        |after| columns(after, &|columns| columns.swap(1, 2)),
        &["tables[0].columns: the columns of table `products` stand in another order"],
    );
    check_difference(
        |after| columns(after, &|columns| columns[7].samples = vec![json!(3), json!(9)]),
        &["tables[0].columns[7].samples: samples of column `buyPrice` is now `[3,9]`"],
    );
    check_difference(|after| after.tables[0].rows = Some(5), &["tables[0].rows: rows of table `products` is `5` rather than `100`"]);
}
