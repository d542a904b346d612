//! What differs between two templates, in words. Start at [`difference`].

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use wares_model::{Column, Template};

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// Where, in the later template; of what is gone, in the earlier.
    pub place: String,
    /// What, in words.
    pub words: String,
}

/// What the later template changes, in the order of its fields, tables and columns. Nothing where both say the same.
pub fn difference(before: &Template, after: &Template) -> Vec<Change> {
    let mut changes = Vec::new();
    let (old, new) = (plain(before), plain(after));
    for field in fields(&old, &new).filter(|field| field != "tables") {
        compare(&field, &field, old.get(&field), new.get(&field), &mut changes);
    }
    for (index, table) in before.tables.iter().enumerate() {
        if !after.tables.iter().any(|other| other.name == table.name) {
            say(&mut changes, format!("tables[{index}]"), format!("table `{}` is gone", table.name));
        }
    }
    for (index, table) in after.tables.iter().enumerate() {
        let at = format!("tables[{index}]");
        let Some(earlier) = before.tables.iter().find(|other| other.name == table.name) else {
            say(&mut changes, at, format!("table `{}` is new", table.name));
            continue;
        };
        let (old, new) = (plain(earlier), plain(table));
        for field in fields(&old, &new).filter(|field| field != "columns") {
            compare(&format!("{at}.{field}"), &format!("{field} of table `{}`", table.name), old.get(&field), new.get(&field), &mut changes);
        }
        columns(&at, &table.name, earlier.columns.as_deref(), table.columns.as_deref(), &mut changes);
    }
    changes
}

/// Columns are known by their names; one with another name at the same place and otherwise alike was renamed.
fn columns(at: &str, table: &str, before: Option<&[Column]>, after: Option<&[Column]>, changes: &mut Vec<Change>) {
    let (before, after) = match (before, after) {
        (Some(before), Some(after)) => (before, after),
        (None, None) => return,
        (None, Some(_)) => return say(changes, format!("{at}.columns"), format!("table `{table}` says its columns one by one")),
        (Some(_), None) => return say(changes, format!("{at}.columns"), format!("table `{table}` has the usual columns again")),
    };
    let has = |columns: &[Column], name: &str| columns.iter().any(|column| column.name == name);
    let renamed = |column: &Column| {
        let earlier =
            before.iter().find(|earlier| !has(after, &earlier.name) && Column { name: column.name.clone(), ..(*earlier).clone() } == *column);
        earlier.filter(|_| !has(before, &column.name)).map(|earlier| earlier.name.clone())
    };
    let known_again: Vec<String> = after.iter().filter_map(renamed).collect();
    for (index, column) in before.iter().enumerate() {
        if !has(after, &column.name) && !known_again.contains(&column.name) {
            say(changes, format!("{at}.columns[{index}]"), format!("column `{}` is gone", column.name));
        }
    }
    for (index, column) in after.iter().enumerate() {
        let place = format!("{at}.columns[{index}]");
        if let Some(earlier) = renamed(column) {
            say(changes, place, format!("column `{earlier}` is called `{}`", column.name));
            continue;
        }
        let Some(earlier) = before.iter().find(|earlier| earlier.name == column.name) else {
            say(changes, place, format!("column `{}` is new", column.name));
            continue;
        };
        let (old, new) = (plain(earlier), plain(column));
        for field in fields(&old, &new) {
            compare(&format!("{place}.{field}"), &format!("{field} of column `{}`", column.name), old.get(&field), new.get(&field), changes);
        }
    }
    let order = |columns: &[Column], others: &[Column]| -> Vec<String> {
        columns.iter().filter(|column| has(others, &column.name)).map(|column| column.name.clone()).collect()
    };
    if order(before, after) != order(after, before) {
        say(changes, format!("{at}.columns"), format!("the columns of table `{table}` stand in another order"));
    }
}

fn say(changes: &mut Vec<Change>, place: String, words: String) {
    changes.push(Change { place, words });
}

fn compare(place: &str, what: &str, before: Option<&Value>, after: Option<&Value>, changes: &mut Vec<Change>) {
    let words = match (before, after) {
        (before, after) if before == after => return,
        (None, Some(after)) => format!("{what} is now {}", shown(after)),
        (Some(before), None) => format!("{what} is not said any more; it was {}", shown(before)),
        (Some(before), Some(after)) => format!("{what} is {} rather than {}", shown(after), shown(before)),
        (None, None) => return,
    };
    say(changes, place.to_owned(), words);
}

fn plain(value: &impl Serialize) -> Value {
    serde_json::to_value(value).expect("templates are plain data")
}

fn fields(before: &Value, after: &Value) -> std::vec::IntoIter<String> {
    let names = |value: &Value| value.as_object().map(|fields| fields.keys().cloned().collect::<Vec<_>>()).unwrap_or_default();
    let mut all = names(after);
    all.extend(names(before).into_iter().filter(|name| after.get(name).is_none()));
    all.into_iter()
}

/// A value for people: short ones in full.
fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => format!("`{text}`"),
        Value::Array(items) if items.len() > 8 => format!("a list of {}", items.len()),
        Value::Object(_) if value.to_string().len() > 120 => "an object of several fields".to_owned(),
        other => format!("`{other}`"),
    }
}
