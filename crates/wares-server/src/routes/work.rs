//! Work on a template that is open: check it, change it by words, compare it.

use axum::{Json, extract::State};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;
use wares::{
    Plan,
    difference::{Change, difference},
    llm,
    model::{Day, Template},
    refine,
};

use crate::{
    app::App,
    document::{ChangeSchema, GivenTemplate, TemplateSchema},
    extract::Body,
    plans::today,
    problem::{Finding, Problem},
    routes::templates::By,
};

/// A template.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ToCheck {
    /// The template.
    #[schema(value_type = TemplateSchema)]
    template: GivenTemplate,
}

/// What is to be said about a template.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CheckedTemplate {
    /// All that is wrong; rows can be made where there is nothing.
    problems: Vec<Finding>,
    /// What was decided for the user.
    notes: Vec<Finding>,
}

/// Says all that is wrong with a template, and what would be decided for the user.
#[utoipa::path(post, path = "/api/check", operation_id = "checkTemplate", tag = "work", request_body = ToCheck, responses((status = 200, body = CheckedTemplate), Problem))]
pub(crate) async fn check(State(app): State<App>, Body(given): Body<ToCheck>) -> Result<Json<CheckedTemplate>, Problem> {
    app.blocking(move |_| {
        let (problems, notes) = match given.template.read() {
            Ok(template) => checked(&template, today()),
            Err(error) => (findings(error), Vec::new()),
        };
        Ok(Json(CheckedTemplate { problems, notes }))
    })
    .await
}

/// Problems and notes of a template whose form is sound.
pub(crate) fn checked(template: &Template, today: Day) -> (Vec<Finding>, Vec<Finding>) {
    match wares::checked(template, &template.name, today) {
        Ok(sound) => {
            let notes = sound.notes.iter().map(Finding::from).collect();
            let problems = Plan::new(&sound, None).err().map(|error| findings(error.into())).unwrap_or_default();
            (problems, notes)
        }
        Err(error) => (findings(error), Vec::new()),
    }
}

fn findings(error: wares::Error) -> Vec<Finding> {
    let Problem { problems, detail, hint, .. } = error.into();
    if problems.is_empty() { vec![Finding { place: String::new(), message: detail, hint }] } else { problems }
}

/// A template, and what to change.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ToRefine {
    /// The template.
    #[schema(value_type = TemplateSchema)]
    template: GivenTemplate,
    /// What to change, in words: `add the heel drop in mm; hide rating`.
    instructions: String,
    /// Who understands the words. Default: the built-in grammar.
    #[serde(default)]
    by: By,
}

/// The template changed.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct RefinedTemplate {
    /// The changed template.
    #[schema(value_type = TemplateSchema)]
    template: Value,
    /// What was done, step by step.
    done: Vec<String>,
    /// What a language model asked for and could not be done.
    refused: Vec<String>,
}

/// Changes a template by words; nothing is kept.
#[utoipa::path(post, path = "/api/refine", operation_id = "refineTemplate", tag = "work", request_body = ToRefine, responses((status = 200, body = RefinedTemplate), Problem))]
pub(crate) async fn refine(State(app): State<App>, Body(given): Body<ToRefine>) -> Result<Json<RefinedTemplate>, Problem> {
    let work = move |_: &App| {
        let template = given.template.read()?;
        let (refined, refused) = match given.by {
            By::Pack => (refine::refine(&template, &given.instructions)?, Vec::new()),
            By::Llm => {
                let model = llm::model(None)?;
                let by = refine::refine_by(&template, &given.instructions, model.as_ref())?;
                (by.refined, by.refused)
            }
        };
        let template = serde_json::to_value(refined.template).map_err(Problem::internal)?;
        Ok(Json(RefinedTemplate { template, done: refined.done, refused }))
    };
    app.long(work).await
}

/// Two templates.
#[derive(Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ToCompare {
    /// The earlier one.
    #[schema(value_type = TemplateSchema)]
    before: GivenTemplate,
    /// The later one.
    #[schema(value_type = TemplateSchema)]
    after: GivenTemplate,
}

/// What differs.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Compared {
    /// What the later one changes; nothing where both say the same.
    #[schema(value_type = Vec<ChangeSchema>)]
    changes: Vec<Change>,
}

/// Says in words what differs between two templates.
#[utoipa::path(post, path = "/api/diff", operation_id = "compareTemplates", tag = "work", request_body = ToCompare, responses((status = 200, body = Compared), Problem))]
pub(crate) async fn diff(State(app): State<App>, Body(given): Body<ToCompare>) -> Result<Json<Compared>, Problem> {
    app.blocking(move |_| Ok(Json(Compared { changes: difference(&given.before.read()?, &given.after.read()?) }))).await
}
