//! Reads a document and reports every structural problem at once.
//!
//! serde stops at the first mistake. Here the mistaken part is noted, cut out, and the rest is read again, until
//! nothing is left to complain about. Start at [`document`].

use std::collections::BTreeSet;

use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::Segment;

use crate::place::{Place, Problem};

/// More mistakes than this in one document are not looked for.
const MOST_PROBLEMS: usize = 200;

/// Parses JSON (when the text begins with `{` or `[`) or YAML.
///
/// # Errors
/// One problem, with line and column in its message, when the text is neither.
pub fn value(text: &str) -> Result<Value, Problem> {
    let text = text.trim_start_matches('\u{feff}');
    let refuse = |message: String| Problem::new(Place::root(), message);
    if text.trim_start().starts_with(['{', '[']) {
        serde_json::from_str(text).map_err(|error| refuse(format!("not valid JSON: {error}")))
    } else {
        serde_saphyr::from_str(text).map_err(|error| {
            let first = error.to_string();
            refuse(format!("neither JSON nor YAML: {}", first.lines().next().unwrap_or_default()))
        })
    }
}

/// Reads a parsed document as `T`; a second value holds every problem met on the way.
///
/// Returns `T` only where there was no problem.
///
/// # Errors
/// All problems, in the order of the document.
pub fn document<T: DeserializeOwned>(mut whole: Value) -> Result<T, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut cut = Cut::default();
    while problems.len() < MOST_PROBLEMS {
        let error = match serde_path_to_error::deserialize::<_, T>(&whole) {
            Ok(read) if problems.is_empty() => return Ok(read),
            Ok(_) => break,
            Err(error) => error,
        };
        let message = error.inner().to_string();
        let mut path: Vec<Step> = error.path().iter().filter_map(Step::of).collect();
        if let Some(field) = quoted_after(&message, "unknown field `") {
            if path.last() != Some(&Step::Key(field.to_owned())) {
                path.push(Step::Key(field.to_owned()));
            }
            problems.push(Problem::new(cut.place(&path), unknown_field(&message)));
        } else if let Some(field) = quoted_after(&message, "missing field `") {
            let mut missing = path.clone();
            missing.push(Step::Key(field.to_owned()));
            if !cut.paths.contains(&cut.original(&missing)) {
                problems.push(Problem::new(cut.place(&missing), "missing"));
            }
        } else if !cut.touched(&path) {
            problems.push(Problem::new(cut.place(&path), plain(&message)));
        }
        if !cut.remove(&mut whole, &path) {
            break;
        }
    }
    Err(problems)
}

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Step {
    Key(String),
    Item(usize),
}

impl Step {
    fn of(segment: &Segment) -> Option<Self> {
        match segment {
            Segment::Seq { index } => Some(Self::Item(*index)),
            Segment::Map { key } => Some(Self::Key(key.clone())),
            Segment::Enum { variant } => Some(Self::Key(variant.clone())),
            Segment::Unknown => None,
        }
    }
}

/// What has been cut out of the document so far.
#[derive(Default)]
struct Cut {
    /// Where they stood in the document as the user wrote it.
    paths: BTreeSet<Vec<Step>>,
    /// Cut list items: the list's path in the original document, and the item's position there.
    items: BTreeSet<(Vec<Step>, usize)>,
}

impl Cut {
    /// The path in the document as the user wrote it.
    fn original(&self, path: &[Step]) -> Vec<Step> {
        let mut original: Vec<Step> = Vec::new();
        for step in path {
            let step = match step {
                Step::Key(key) => Step::Key(key.clone()),
                Step::Item(index) => {
                    let mut index = *index;
                    let gone = self.items.range((original.clone(), 0)..).take_while(|(list, _)| *list == original);
                    for (_, position) in gone {
                        if *position <= index {
                            index += 1;
                        }
                    }
                    Step::Item(index)
                }
            };
            original.push(step);
        }
        original
    }

    /// Whether something below `path` has been cut, so that a mistake there may be of our making.
    fn touched(&self, path: &[Step]) -> bool {
        let original = self.original(path);
        self.paths.iter().any(|cut| cut.len() > original.len() && cut.starts_with(&original))
    }

    fn place(&self, path: &[Step]) -> Place {
        self.original(path).iter().fold(Place::root(), |place, step| match step {
            Step::Key(key) => place.field(key),
            Step::Item(index) => place.item(*index),
        })
    }

    /// Takes what stands at `path` out of the document; false where there is nothing to take.
    fn remove(&mut self, whole: &mut Value, path: &[Step]) -> bool {
        let Some((last, parents)) = path.split_last() else { return false };
        let original = self.original(path);
        let parent = parents.iter().try_fold(&mut *whole, |value, step| match step {
            Step::Key(key) => value.get_mut(key),
            Step::Item(index) => value.get_mut(*index),
        });
        let removed = match (parent, last) {
            (Some(Value::Object(fields)), Step::Key(key)) => fields.remove(key).is_some(),
            (Some(Value::Array(items)), Step::Item(index)) if *index < items.len() => {
                let Some(Step::Item(position)) = original.last() else { return false };
                self.items.insert((self.original(parents), *position));
                items.remove(*index);
                true
            }
            // An enum's bare text, or a path that points below what can be taken out: take the parent instead.
            _ => return self.remove(whole, parents),
        };
        self.paths.insert(original);
        removed
    }
}

fn quoted_after<'a>(message: &'a str, start: &str) -> Option<&'a str> {
    message.strip_prefix(start)?.split('`').next()
}

/// serde's own words, without the position that the place already tells.
fn plain(message: &str) -> String {
    message.split(" at line ").next().unwrap_or(message).to_owned()
}

fn unknown_field(message: &str) -> String {
    match message.split_once(", ") {
        Some((_, expected)) => format!("unknown field, {}", plain(expected)),
        None => "unknown field".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use serde_json::json;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Sample {
        name: String,
        #[serde(default)]
        parts: Vec<Part>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Part {
        size: u8,
        #[serde(default)]
        shape: Option<Shape>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case", deny_unknown_fields)]
    #[allow(dead_code)]
    enum Shape {
        Round,
        Box { width: u8 },
    }

    fn problems(value: Value) -> Vec<String> {
        document::<Sample>(value).unwrap_err().iter().map(ToString::to_string).collect()
    }

    #[test]
    fn all_problems_are_found_with_their_places() {
        let found = problems(json!({
            "name": 7,
            "colour": "red",
            "parts": [
                {"size": 1},
                {"size": "big"},
                {"size": 2, "wieght": 3},
                {"size": 300},
                {"size": 4, "shape": {"box": {"width": "wide"}}},
                {"size": 4, "shape": "flat"},
                {}
            ]
        }));
        let places: BTreeSet<&str> = found.iter().map(|line| line.split(": ").next().unwrap()).collect();
        let expected =
            ["colour", "name", "parts[1].size", "parts[2].wieght", "parts[3].size", "parts[4].shape.box.width", "parts[5].shape", "parts[6].size"];
        assert_eq!(places, expected.into_iter().collect(), "{found:#?}");
        assert_eq!(found.len(), expected.len(), "{found:#?}");
    }

    #[test]
    fn a_sound_document_is_read() {
        let sample: Sample = document(value("name: x\nparts:\n  - size: 3\n    shape: round\n").unwrap()).unwrap();
        assert_eq!(sample.parts[0].size, 3);
        assert!(value("{\"name\": ").unwrap_err().message.contains("line 1"));
    }
}
