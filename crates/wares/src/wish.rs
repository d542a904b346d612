//! Words that ask for a column -> the column. Start at [`Wish::read`].
//!
//! `heel drop in mm`, `organic (boolean)`, `vintage as integer from 1990 to 2024`, `grape: merlot, syrah`.

use serde_json::Value;
use wares_model::{
    Column, ColumnType,
    column::Fill,
    pack::{catalog::Catalog, narrow},
};

/// A column that the user asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Wish {
    /// What it is called, as typed.
    pub words: String,
    /// The type, where it was named.
    pub column_type: Option<ColumnType>,
    /// The unit, where it was named.
    pub unit: Option<String>,
    /// Values, or the ends of a range.
    pub samples: Vec<Value>,
}

impl Wish {
    /// Reads one wish.
    pub fn read(text: &str) -> Self {
        let mut rest = text.trim().trim_end_matches('.').to_owned();
        for filler in ["a column for ", "a column ", "column ", "the ", "a ", "an "] {
            if let Some(stripped) = rest.to_lowercase().strip_prefix(filler) {
                rest = rest[rest.len() - stripped.len()..].to_owned();
            }
        }
        let samples = split_off(&mut rest, &[": ", " with values ", " with the values ", " one of ", " values "]).map(|list| values(&list));
        let range = split_off(&mut rest, &[" from ", " between "]).map(|range| ends(&range));
        let (range, unit_of_range) = range.map_or((Vec::new(), None), |(ends, unit)| (ends, unit));
        let mut column_type = split_off(&mut rest, &[" as ", ":"]).and_then(|word| type_of(&word));
        if let Some((before, inside)) = rest.trim_end_matches(')').rsplit_once('(').map(|(before, inside)| (before.to_owned(), inside.to_owned()))
            && text.contains(')')
        {
            if let Some(known) = type_of(&inside) {
                (rest, column_type) = (before, Some(known));
            } else {
                rest = format!("{before} in {inside}");
            }
        }
        let unit = split_off(&mut rest, &[" in "]).map(|unit| unit.trim().to_owned()).or(unit_of_range).filter(|unit| !unit.is_empty());
        Self { words: rest.trim().to_owned(), column_type, unit, samples: samples.unwrap_or(range) }
    }

    /// The column wished for, and how it came about: an attribute of the catalog where one is meant, else one to be filled by its name.
    pub fn column(&self, catalog: Option<&Catalog>) -> (Column, String) {
        let meant = catalog.and_then(|catalog| self.attribute(catalog).map(|name| (catalog, name)));
        let (mut column, how) = match meant {
            Some((catalog, name)) => {
                (crate::products::of_attribute(catalog, &name), format!("`{}` is the attribute `{name}` of the catalog", self.words))
            }
            None => {
                let mut name = camel(&self.words);
                if let Some(unit) = self.unit.as_deref().map(camel).filter(|unit| !unit.is_empty() && !plain(&name).ends_with(&plain(unit))) {
                    name.push_str(&unit[..1].to_uppercase());
                    name.push_str(&unit[1..]);
                }
                let number = self.unit.is_some() && self.samples.is_empty();
                let column_type = self.column_type.or(number.then_some(ColumnType::Integer));
                let description =
                    format!("{}{}", first_capital(&self.words), self.unit.as_ref().map_or_else(String::new, |unit| format!(", in {unit}")));
                let column = Column { column_type, unit: self.unit.clone(), description: Some(description), ..Column::named(&name) };
                (column, format!("`{}` is the new column `{name}`", self.words))
            }
        };
        column.column_type = self.column_type.or(column.column_type);
        if !self.samples.is_empty() {
            column.samples.clone_from(&self.samples);
        }
        (column, how)
    }

    /// The attribute that the words mean: of that name or label, or one whose name holds all of them.
    fn attribute(&self, catalog: &Catalog) -> Option<String> {
        let whole = plain(&self.words);
        let with_unit = plain(&format!("{}{}", self.words, self.unit.as_deref().unwrap_or_default()));
        let words: Vec<String> = self.words.split_whitespace().map(plain).filter(|word| word.len() > 2).collect();
        let same = |text: &str| plain(text) == whole || plain(text) == with_unit;
        let all = |text: &str| !words.is_empty() && words.iter().all(|word| plain(text).contains(word.as_str()));
        let exact = catalog.attributes.iter().find(|attribute| same(&attribute.name) || same(&attribute.label));
        let near = || {
            let fits = |attribute: &&wares_model::pack::catalog::Attribute| {
                (all(&attribute.name) || all(&attribute.label)) && self.unit.as_ref().is_none_or(|unit| attribute.unit.as_ref() == Some(unit))
            };
            let mut found = catalog.attributes.iter().filter(fits);
            found.next().filter(|_| found.next().is_none())
        };
        // `heel drop in mm` means the attribute `dropMm`: the last word and the unit say it.
        let by_head = || {
            let head = words.last()?;
            let name = plain(&format!("{head}{}", self.unit.as_deref()?));
            catalog.attributes.iter().find(|attribute| plain(&attribute.name) == name && attribute.unit == self.unit)
        };
        exact.or_else(near).or_else(by_head).map(|attribute| attribute.name.clone())
    }
}

/// Small letters and digits alone.
pub(crate) fn plain(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
}

/// `Heel drop (mm)` as a column name: `heelDropMm`.
pub(crate) fn camel(words: &str) -> String {
    let mut name = String::new();
    for word in words.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let (first, rest) = word.split_at(1);
        name.push_str(&if name.is_empty() { first.to_lowercase() } else { first.to_uppercase() });
        name.push_str(rest);
    }
    if name.is_empty() { "column".to_owned() } else { name }
}

/// A type by its name in templates, or by words that mean it.
pub(crate) fn type_of(words: &str) -> Option<ColumnType> {
    let words = words.trim().to_lowercase();
    let words = words.trim_start_matches("a ").trim_start_matches("an ");
    let known = match words {
        "string" | "free text" => "text",
        "enum" | "list" | "choice" => "category",
        "int" | "number" | "whole number" => "integer",
        "float" | "double" | "decimal number" => "decimal",
        "price" | "currency" | "amount" => "money",
        "bool" | "flag" | "yes/no" | "yes or no" | "true or false" => "boolean",
        "day" => "date",
        "timestamp" | "date and time" | "date-time" => "datetime",
        "ean" | "gtin" | "upc" => "barcode",
        "link" => "url",
        other => other,
    };
    serde_json::from_value(Value::from(known)).ok()
}

/// Takes what stands behind the first of these marks off a text.
fn split_off(text: &mut String, marks: &[&str]) -> Option<String> {
    let lower = text.to_lowercase();
    // Letters whose small form has another length would shift the place.
    let (at, mark) = marks.iter().filter_map(|mark| Some((lower.find(mark)?, *mark))).min()?;
    let (before, behind) = (text.get(..at)?.to_owned(), text.get(at + mark.len()..)?.to_owned());
    *text = before;
    Some(behind)
}

/// A list by comma, `or`, `and`.
pub(crate) fn values(list: &str) -> Vec<Value> {
    let list = list.replace(" or ", ",").replace(" and ", ",");
    list.split([',', ';', '|']).map(|value| value.trim().trim_matches(['"', '\'', '`'])).filter(|value| !value.is_empty()).map(value).collect()
}

fn value(text: &str) -> Value {
    match serde_json::from_str::<Value>(text) {
        Ok(number @ (Value::Number(_) | Value::Bool(_))) => number,
        _ => Value::from(text),
    }
}

/// `1990 to 2024`, `5 and 10 mm`: the two ends, and the unit behind them.
pub(crate) fn ends(range: &str) -> (Vec<Value>, Option<String>) {
    let range = range.replace('–', "-").replace(" and ", " to ");
    let Some((low, high)) = range.split_once(" to ").or_else(|| range.split_once("..")) else { return (Vec::new(), None) };
    let mut words = high.split_whitespace();
    let high = words.next().unwrap_or_default();
    let unit = words.collect::<Vec<_>>().join(" ");
    (vec![value(low.trim()), value(high)], (!unit.is_empty()).then_some(unit))
}

fn first_capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether a column shows an attribute of this name.
pub(crate) fn shows(column: &Column, attribute: &str) -> bool {
    matches!(&column.fill, Some(Fill::Attribute(name)) if name == attribute)
}

/// The values of an attribute that a text means, as the catalog writes them.
pub(crate) fn known_values(catalog: &Catalog, attribute: &str, wanted: &[Value]) -> Vec<Value> {
    let known = narrow::values(catalog, attribute);
    let written = |value: &Value| {
        known.iter().find(|known| value.as_str().is_some_and(|text| plain(text) == plain(known))).map(|known| Value::from(known.as_str()))
    };
    wanted.iter().map(|value| written(value).unwrap_or_else(|| value.clone())).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check_wish(text: &str, words: &str, column_type: Option<ColumnType>, unit: Option<&str>, samples: &Value) {
        let expected = Wish { words: words.to_owned(), column_type, unit: unit.map(str::to_owned), samples: samples.as_array().unwrap().clone() };
        assert_eq!(Wish::read(text), expected, "{text}");
    }

    #[test]
    fn wishes_are_read_as_people_write_them() {
        check_wish("heel drop in mm", "heel drop", None, Some("mm"), &json!([]));
        check_wish("the heel drop (mm)", "heel drop", None, Some("mm"), &json!([]));
        check_wish("organic (boolean)", "organic", Some(ColumnType::Boolean), None, &json!([]));
        check_wish("vintage as integer from 1990 to 2024", "vintage", Some(ColumnType::Integer), None, &json!([1990, 2024]));
        check_wish("grape: merlot, Syrah or malbec", "grape", None, None, &json!(["merlot", "Syrah", "malbec"]));
        check_wish("a column for shelf life between 30 and 365 days", "shelf life", None, Some("days"), &json!([30, 365]));
        check_wish("x with values 1, 2", "x", None, None, &json!([1, 2]));
    }
}
