//! A language model designs a template as a run: its calls are counted, and it can be stopped between them.

use std::{cell::RefCell, sync::atomic::Ordering};

use wares::{
    Error,
    design::Part,
    llm::{self, Model, ModelError, Reply, Request},
    run::Progress,
};

use crate::{
    app::App,
    id::Id,
    problem::Problem,
    routes::{
        runs::{MadeTemplate, Outcome},
        templates::DesignAsked,
    },
};

/// A model whose calls are seen from outside.
struct Watched<'a> {
    model: Box<dyn Model>,
    progress: &'a Progress,
    /// Schemas that were answered; further answers to one mend it.
    answered: RefCell<Vec<String>>,
}

impl Model for Watched<'_> {
    fn name(&self) -> &str {
        self.model.name()
    }

    fn is_small(&self) -> bool {
        self.model.is_small()
    }

    fn complete(&self, request: &Request) -> Result<Reply, ModelError> {
        if self.progress.cancel.load(Ordering::Relaxed) {
            let reason = "the run was stopped".to_owned();
            return Err(ModelError::Unavailable { model: self.name().to_owned(), tries: 0, reason });
        }
        let reply = self.model.complete(request)?;
        let mut answered = self.answered.borrow_mut();
        if !answered.contains(&request.schema_name) {
            answered.push(request.schema_name.clone());
            self.progress.rows.store((answered.len() as u64).min(PARTS), Ordering::Relaxed);
        }
        Ok(reply)
    }
}

/// A design has so many parts; its progress counts them.
pub(crate) const PARTS: u64 = Part::ALL.len() as u64;

/// Has the template designed and keeps it.
pub(crate) fn carry_out(app: &App, asked: &DesignAsked, progress: &Progress) -> Result<Outcome, Problem> {
    progress.rows_total.store(PARTS, Ordering::Relaxed);
    let model = Watched { model: llm::open(&asked.wanted())?, progress, answered: RefCell::default() };
    let (variant, wishes) = (asked.variant.as_deref(), asked.wishes.as_deref());
    let designed = wares::design::template(&asked.domain, variant, wishes, &[], asked.rows, &model)?;
    let report = serde_json::to_value(&designed.report).map_err(Problem::internal)?;
    let document = serde_json::to_value(&designed.template).map_err(Problem::internal)?;
    let id = Id::new()?;
    let version = app.store.put_template(&id, &designed.template.name, &document, &designed.notes, Some(&report))?;
    let notes = designed.notes.into_iter().chain(designed.report.lines()).collect();
    Ok(Outcome { files: Vec::new(), notes, template: Some(MadeTemplate { id, version }) })
}

/// Whether a model is configured; says what is missing where none is.
///
/// # Errors
/// [`Error::Model`].
pub(crate) fn configured(asked: &DesignAsked) -> Result<(), Error> {
    llm::open(&asked.wanted()).map(|_| ())
}
