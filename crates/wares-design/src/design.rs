//! Words -> a catalog, part by part: the model is asked, its answer cleaned and checked, what is wrong or missing goes back to it and what is good is
//! kept, and what stays missing comes from the nearest built-in pack. Start at [`design`].

use serde_json::Value;
use wares_model::pack::{catalog::Catalog, lint::lint};

use crate::{
    builtin,
    model::{Model, ModelError, Usage},
    naming,
    parts::{LEAST_KINDS, Pieces},
    prompt::{Again, Known, Wanted, copies, fixed_slots, question},
    report::{Origin, Part, PartReport, Report},
};

/// A part is asked for at most so often.
const MOST_ROUNDS: u32 = 3;
/// A model of whose first names of kinds so many are no good is a small one.
const MOST_LEFT_OUT: usize = 3;
/// Names suffice for so many products at least.
const LEAST_CAPACITY: u64 = 20_000;

/// A catalog, and what it took.
#[derive(Debug, Clone, PartialEq)]
pub struct Designed {
    /// Sound under [`lint`].
    pub catalog: Catalog,
    /// Which part came from where.
    pub report: Report,
}

/// Why there is no design.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DesignError {
    /// The model cannot be asked, or may not be asked any more.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// No part of the design came from the model.
    #[error("`{model}` gave nothing that could be used: {reason}")]
    Nothing {
        /// The model asked.
        model: String,
        /// What was wrong with the first part.
        reason: String,
    },
    /// The parts do not make a sound catalog, and neither do the built-in ones: a fault of this build.
    #[error("the design does not hold together: {reason}")]
    Unsound {
        /// The first problem.
        reason: String,
    },
}

/// Designs a catalog for what the user wants. `nearest` is the pack that comes nearest, or one composed of the words.
///
/// # Errors
/// [`DesignError`]; whatever the model answers in a form that cannot be used is no error, as long as some part can be.
pub fn design(wanted: &Wanted, nearest: &Catalog, model: &dyn Model) -> Result<Designed, DesignError> {
    let mut work = Work { wanted, nearest, model, pieces: Pieces::default(), small: false };
    let mut report = Report { model: model.name().to_owned(), parts: Vec::new(), usage: Usage::default() };
    for part in Part::ALL {
        let of_part = match part {
            Part::Range => work.range()?,
            _ if work.small => work.small_part(part)?,
            _ => work.part(part)?,
        };
        report.usage += of_part.usage;
        report.parts.push(of_part);
    }
    if report.parts.iter().all(|part| part.origin == Origin::BuiltIn) {
        let reason = report.parts[0].remarks.join("; ");
        return Err(DesignError::Nothing { model: report.model, reason });
    }
    let catalog = work.assembled(&work.pieces);
    match lint(&catalog).into_iter().next() {
        None => Ok(Designed { catalog, report }),
        Some(problem) => Err(DesignError::Unsound { reason: problem.to_string() }),
    }
}

pub(crate) struct Work<'a> {
    pub(crate) wanted: &'a Wanted,
    pub(crate) nearest: &'a Catalog,
    pub(crate) model: &'a dyn Model,
    pub(crate) pieces: Pieces,
    /// The model is asked small questions.
    pub(crate) small: bool,
}

impl Work<'_> {
    /// Asks for the part that is reported on, each round with a seed of its own. An answer that is none ends the part: the model was asked often enough for it.
    ///
    /// # Errors
    /// Those after which asking on makes no sense.
    fn ask(&self, known: &Known, report: &mut PartReport) -> Result<Result<Value, String>, ModelError> {
        let mut request = question(report.part, self.wanted, known);
        request.seed += u64::from(report.rounds);
        report.rounds += 1;
        match self.model.complete(&request) {
            Ok(reply) => {
                report.usage += reply.usage;
                Ok(Ok(reply.value))
            }
            Err(error @ (ModelError::Invalid { .. } | ModelError::Declined { .. })) => Ok(Err(error.to_string())),
            Err(error) => Err(error),
        }
    }

    /// Asks for the names of the kinds. A model whose first answer is mostly the same again and again is small, and is asked small questions from then on.
    fn range(&mut self) -> Result<PartReport, ModelError> {
        let mut report = PartReport { part: Part::Range, origin: Origin::Model, rounds: 0, remarks: Vec::new(), usage: Usage::default() };
        if !self.model.is_small() {
            match self.ask(&Known::default(), &mut report)? {
                Err(reason) => report.remarks = vec![reason],
                Ok(answer) => {
                    let mut candidate = Pieces::default();
                    let judged = candidate.take(Part::Range, &answer);
                    report.remarks = left_out(&judged.left_out);
                    self.pieces.range = candidate.range;
                    if self.pieces.range.len() >= LEAST_KINDS && judged.left_out.len() < MOST_LEFT_OUT {
                        report.origin = if judged.left_out.is_empty() { Origin::Model } else { Origin::Repaired };
                        return Ok(report);
                    }
                }
            }
        }
        self.small = self.small_range(&mut report)?;
        report.origin = if self.pieces.range.is_empty() { Origin::BuiltIn } else { Origin::Repaired };
        if !self.small {
            builtin::fill(&mut self.pieces, Part::Range, &self.wanted.words, self.nearest);
            report.remarks.push(format!("filled up from `{}`", self.nearest.name));
        }
        Ok(report)
    }

    /// Asks for a part until it holds, or takes what holds of it and the rest from the built-in packs.
    fn part(&mut self, part: Part) -> Result<PartReport, ModelError> {
        let mut report = PartReport { part, origin: Origin::Model, rounds: 0, remarks: Vec::new(), usage: Usage::default() };
        let mut known = self.known();
        let mut candidate = self.pieces.clone();
        builtin::clear(&mut candidate, part);
        let mut best = candidate.clone();
        let mut wrong = Vec::new();
        while report.rounds < MOST_ROUNDS {
            let answer = match self.ask(&known, &mut report)? {
                Ok(answer) => answer,
                Err(reason) => {
                    wrong = vec![reason];
                    break;
                }
            };
            if part == Part::Kinds && copies(&answer) {
                self.small = true;
                let rounds = self.small_part(part)?;
                let remarks = [vec!["it copied the prices of an example".to_owned()], rounds.remarks].concat();
                return Ok(PartReport { rounds: report.rounds + rounds.rounds, usage: sum(report.usage, rounds.usage), remarks, ..rounds });
            }
            let judged = candidate.take(part, &answer);
            best.clone_from(&candidate);
            wrong = judged.problems;
            if !wrong.is_empty() {
                if part == Part::Kinds {
                    known.kinds.retain(|name| !candidate.kinds.iter().any(|kind| kind.name == *name));
                }
                let kept = candidate.names_of(part).into_iter().map(str::to_owned).collect();
                known.again = Some(Again::More(kept, [wrong.as_slice(), &judged.left_out].concat()));
                continue;
            }
            wrong = self.unsound(&candidate, part);
            if wrong.is_empty() {
                report.origin = if report.rounds == 1 && judged.left_out.is_empty() { Origin::Model } else { Origin::Repaired };
                report.remarks = left_out(&judged.left_out);
                self.pieces = candidate;
                return Ok(report);
            }
            known.again = Some(Again::Anew(bounded(answer), wrong.clone()));
            builtin::clear(&mut candidate, part);
        }
        report.remarks = wrong.into_iter().take(3).collect();
        self.mend(part, best, &mut report);
        Ok(report)
    }

    /// What holds of the last answer, filled up; or the built-in part.
    fn mend(&mut self, part: Part, best: Pieces, report: &mut PartReport) {
        if let Some(mut filled) = Some(best).filter(|pieces| worth(pieces, part)) {
            builtin::fill(&mut filled, part, &self.wanted.words, self.nearest);
            if self.unsound(&filled, part).is_empty() {
                report.origin = Origin::Repaired;
                report.remarks.push(format!("filled up from `{}`", self.nearest.name));
                self.pieces = filled;
                return;
            }
        }
        report.origin = Origin::BuiltIn;
        report.remarks.push(format!("taken from `{}`", self.nearest.name));
        builtin::clear(&mut self.pieces, part);
        builtin::fill(&mut self.pieces, part, &self.wanted.words, self.nearest);
    }

    /// The problems of a catalog made of these pieces, with built-in ones for the parts still to come.
    pub(crate) fn unsound(&self, pieces: &Pieces, part: Part) -> Vec<String> {
        let mut whole = pieces.clone();
        for later in Part::ALL.into_iter().filter(|later| *later > part) {
            builtin::clear(&mut whole, later);
            builtin::fill(&mut whole, later, &self.wanted.words, self.nearest);
        }
        lint(&self.assembled(&whole)).iter().take(8).map(ToString::to_string).collect()
    }

    fn known(&self) -> Known {
        let pieces = &self.pieces;
        let mut slots = fixed_slots();
        for attribute in &pieces.attributes {
            let values: Vec<&str> = attribute.values.iter().take(3).map(|value| value.0.value.as_str()).collect();
            let holds = if values.is_empty() { format!("a number of {}", attribute.unit.as_deref().unwrap_or("pieces")) } else { values.join(", ") };
            slots.push((attribute.name.clone(), holds));
        }
        let kinds = if pieces.kinds.is_empty() { pieces.range.clone() } else { pieces.kinds.iter().map(|kind| kind.name.clone()).collect() };
        Known { kinds, slots, again: None }
    }

    /// The pieces as a catalog, with names that fit and do not run out.
    fn assembled(&self, pieces: &Pieces) -> Catalog {
        let words = &self.wanted.words;
        let mut catalog = Catalog {
            version: 1,
            name: slug(words),
            title: crate::clean::cut(&crate::clean::line(words, 200).unwrap_or_else(|| "Goods".to_owned()), 60),
            domains: Vec::new(),
            sources: vec![format!("Designed by the language model `{}`; brands are invented.", self.model.name())],
            currency: "USD".to_owned(),
            scale: pieces.scale.clone(),
            names_without_brand: false,
            endings: self.nearest.endings.clone(),
            kinds: pieces.kinds.clone(),
            brands: pieces.brands.clone(),
            words: [("feature".to_owned(), pieces.features.clone()), ("finish".to_owned(), pieces.finishes.clone())].into(),
            codes: Default::default(),
            attributes: pieces.attributes.clone(),
            names: pieces.names.clone(),
            descriptions: pieces.descriptions.iter().filter(|group| !group.is_empty()).cloned().collect(),
        };
        for kind in &mut catalog.kinds {
            let nouns = pieces.nouns.get(&kind.name).cloned().unwrap_or_else(|| vec![kind.name.clone()]);
            kind.words.insert("noun".to_owned(), nouns);
        }
        catalog.words.retain(|_, list| !list.is_empty());
        naming::mend(&mut catalog, self.wanted.rows.max(LEAST_CAPACITY));
        catalog
    }
}

fn sum(mut one: Usage, other: Usage) -> Usage {
    one += other;
    one
}

/// Whether there is anything of the model in a part that could be filled up.
fn worth(pieces: &Pieces, part: Part) -> bool {
    match part {
        Part::Range => !pieces.range.is_empty(),
        Part::Kinds => pieces.kinds.len() >= 2,
        Part::Brands => pieces.brands.len() >= 3,
        Part::Words => !pieces.features.is_empty() || !pieces.finishes.is_empty() || pieces.nouns.values().any(|nouns| nouns.len() > 1),
        Part::Attributes => pieces.attributes.len() >= 2,
        Part::Wording => !pieces.names.is_empty() || pieces.descriptions.iter().any(|group| !group.is_empty()),
    }
}

/// What was left out, shortened to a line.
fn left_out(texts: &[String]) -> Vec<String> {
    match texts {
        [] => Vec::new(),
        [first, rest @ ..] => {
            let more = if rest.is_empty() { String::new() } else { format!(" and {} more", rest.len()) };
            vec![format!("left out {first}{more}")]
        }
    }
}

/// An answer that goes back to the model is not longer than it may be.
fn bounded(answer: Value) -> Value {
    if answer.to_string().len() > 8_000 { Value::from("(too long)") } else { answer }
}

fn slug(words: &str) -> String {
    let letters = words.chars().map(|letter| if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '-' });
    let slug = letters.collect::<String>().split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    let slug: String = slug.chars().take(60).collect();
    if slug.is_empty() { "designed".to_owned() } else { slug }
}
