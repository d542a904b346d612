//! Names and descriptions of single products, by a language model, to facts that the engine has drawn.
//!
//! In: what is known of each row. Out: texts, told batch by batch as they are accepted, and which rows are missing and why. Start at [`write()`].
//! A row that is not answered, or answered as another row is, is asked again; none is lost and none comes twice.
//! Elsewhere: the question (`ask`), what is too much alike (`alike`).

mod alike;
mod ask;

use std::collections::{BTreeMap, VecDeque};

use serde::{Deserialize, Serialize};
use serde_json::Value;

use self::alike::Taken;
use crate::{
    clean,
    model::{Model, ModelError, Request, Usage},
};

/// So many rows are asked for at once.
pub const BATCH_ROWS: usize = 10;
/// A row is asked for at most so often.
const MOST_TRIES: u32 = 4;
/// No name and no description has more characters.
pub const LONGEST_NAME: usize = 80;
/// See [`LONGEST_NAME`].
pub const LONGEST_DESCRIPTION: usize = 400;

/// What is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Brief {
    /// What the shop sells.
    pub words: String,
    /// A narrower kind of it.
    pub variant: Option<String>,
    /// Whether each row has a description beside its name.
    pub descriptions: bool,
}

/// What is known of one row before a model writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stratum {
    /// Its place in the table, from 0.
    pub row: u64,
    /// Column names with values as they come out.
    pub facts: Vec<(String, String)>,
}

/// What a model wrote for one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Its place in the table, from 0.
    pub row: u64,
    /// Unlike that of every other row.
    pub name: String,
    /// Empty where none was asked for.
    pub description: String,
}

/// A row without a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// Its place in the table, from 0.
    pub row: u64,
    /// Why its last answer could not be used.
    pub reason: String,
}

/// How it ended.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Rows without a text, by place.
    pub missing: Vec<Missing>,
    /// What the model could not be asked for any more.
    pub stopped: Option<ModelError>,
    /// What it took.
    pub usage: Usage,
}

/// Has the texts of all rows written that `known` does not hold yet. `keep` is told what each answer gave, which may be nothing, before
/// the next question is asked; its error ends the run.
///
/// # Errors
/// That of `keep`. A model that cannot be asked any more is no error, but told by [`Outcome::stopped`].
pub fn write<E>(
    brief: &Brief,
    strata: &[Stratum],
    known: &[Text],
    model: &dyn Model,
    mut keep: impl FnMut(&[Text]) -> Result<(), E>,
) -> Result<Outcome, E> {
    let mut work = Work { brief, strata, taken: Taken::default(), outcome: Outcome::default() };
    let done: BTreeMap<u64, &Text> = known.iter().map(|text| (text.row, text)).collect();
    let mut queue = VecDeque::new();
    for (index, stratum) in strata.iter().enumerate() {
        match done.get(&stratum.row) {
            Some(text) => drop(work.taken.add(text)),
            None => queue.push_back(Task { index, tries: 0, wrong: None }),
        }
    }
    let mut size = BATCH_ROWS;
    while !queue.is_empty() {
        let batch: Vec<Task> = queue.drain(..size.min(queue.len())).collect();
        let answered = match work.ask(&batch, model) {
            Ok(answered) => answered,
            Err(error) => {
                work.outcome.stopped = Some(error);
                queue.extend(batch);
                break;
            }
        };
        // What is too much for one answer is asked in smaller pieces.
        size = if answered.valid { BATCH_ROWS } else { (size / 2).max(1) };
        let (texts, again) = work.judge(batch, &answered);
        keep(&texts)?;
        queue.extend(again);
    }
    let left = queue
        .into_iter()
        .map(|task| Missing { row: strata[task.index].row, reason: task.wrong.unwrap_or_else(|| "it was not asked for any more".to_owned()) });
    work.outcome.missing.extend(left);
    work.outcome.missing.sort_by_key(|missing| missing.row);
    Ok(work.outcome)
}

/// The first question of a run, for a quote.
pub fn first_question(brief: &Brief, strata: &[Stratum]) -> Request {
    let rows: Vec<ask::Row<'_>> = strata.iter().take(BATCH_ROWS).map(|stratum| ask::Row { stratum, wrong: None }).collect();
    ask::question(brief, &rows, &[], 0)
}

/// A row that is still to be written.
#[derive(Debug)]
struct Task {
    index: usize,
    tries: u32,
    wrong: Option<String>,
}

/// An answer, row by row.
struct Answered {
    rows: BTreeMap<u64, Answer>,
    /// Whether it had the form of the schema.
    valid: bool,
    /// Why not.
    reason: String,
}

#[derive(Deserialize)]
struct Answer {
    row: u64,
    name: String,
    #[serde(default)]
    description: String,
}

struct Work<'a> {
    brief: &'a Brief,
    strata: &'a [Stratum],
    taken: Taken,
    outcome: Outcome,
}

impl Work<'_> {
    /// # Errors
    /// Those after which asking on makes no sense.
    fn ask(&mut self, batch: &[Task], model: &dyn Model) -> Result<Answered, ModelError> {
        let rows: Vec<ask::Row<'_>> = batch.iter().map(|task| ask::Row { stratum: &self.strata[task.index], wrong: task.wrong.as_deref() }).collect();
        let tries: u32 = batch.iter().map(|task| task.tries).sum();
        let request = ask::question(self.brief, &rows, &self.taken.latest(), tries);
        match model.complete(&request) {
            Ok(reply) => {
                self.outcome.usage += reply.usage;
                Ok(read(&reply.value))
            }
            Err(error @ (ModelError::Invalid { .. } | ModelError::Declined { .. })) => {
                Ok(Answered { rows: BTreeMap::new(), valid: false, reason: error.to_string() })
            }
            Err(error) => Err(error),
        }
    }

    /// Parts a batch into what is accepted and what is asked again; what was asked often enough is missing.
    fn judge(&mut self, batch: Vec<Task>, answered: &Answered) -> (Vec<Text>, Vec<Task>) {
        let (mut texts, mut again) = (Vec::new(), Vec::new());
        for task in batch {
            let row = self.strata[task.index].row;
            let judged = match answered.rows.get(&row) {
                Some(answer) => self.text(answer),
                None => Err(answered.reason.clone()),
            };
            match judged {
                Ok(text) => texts.push(text),
                Err(reason) if task.tries + 1 < MOST_TRIES => again.push(Task { tries: task.tries + 1, wrong: Some(reason), ..task }),
                Err(reason) => self.outcome.missing.push(Missing { row, reason }),
            }
        }
        (texts, again)
    }

    /// What may stay of an answer.
    fn text(&mut self, answer: &Answer) -> Result<Text, String> {
        let name = clean::line(&answer.name, LONGEST_NAME).ok_or_else(|| format!("a name of 3 to {LONGEST_NAME} characters is missing"))?;
        if name.chars().filter(|letter| letter.is_alphabetic()).count() < 3 {
            return Err("the name has hardly a letter".to_owned());
        }
        let description = if self.brief.descriptions {
            let text = clean::line(&answer.description, LONGEST_DESCRIPTION);
            text.filter(|text| text.chars().count() >= 10)
                .ok_or_else(|| format!("a description of 10 to {LONGEST_DESCRIPTION} characters is missing"))?
        } else {
            String::new()
        };
        let text = Text { row: answer.row, name, description };
        self.taken.add(&text)?;
        Ok(text)
    }
}

/// Reads an answer; a row that stands there twice counts once.
fn read(value: &Value) -> Answered {
    let mut rows = BTreeMap::new();
    for answer in value["rows"].as_array().into_iter().flatten().filter_map(|row| serde_json::from_value::<Answer>(row.clone()).ok()) {
        rows.entry(answer.row).or_insert(answer);
    }
    Answered { valid: !rows.is_empty(), rows, reason: "the row was not answered".to_owned() }
}
