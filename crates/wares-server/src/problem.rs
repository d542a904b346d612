//! The only error body (RFC 9457): what is wrong, where, and what to do.

use std::collections::BTreeMap;

use axum::{
    Json,
    extract::rejection::{BytesRejection, PathRejection, QueryRejection},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use utoipa::{
    IntoResponses, ToSchema,
    openapi::{ContentBuilder, RefOr, ResponseBuilder},
};
use wares::{Error, llm::ModelError, model};

/// Why a request was not carried out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// The HTTP status.
    pub status: u16,
    /// The status in words.
    pub title: String,
    /// What is wrong, for people.
    pub detail: String,
    /// What to do about it, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
    /// Everything that is wrong with the input, each with its place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<Finding>,
}

/// One thing about the user's input: wrong, or decided for the user.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Where it stands, such as `tables[0].columns[3].samples`; empty for the whole.
    pub place: String,
    /// What is to be said.
    pub message: String,
    /// What to do about it, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

impl From<&model::Problem> for Finding {
    fn from(problem: &model::Problem) -> Self {
        let place = if problem.place == model::Place::root() { String::new() } else { problem.place.to_string() };
        Self { place, message: problem.message.clone(), hint: problem.hint.clone() }
    }
}

impl Problem {
    /// A problem of this status.
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        let title = status.canonical_reason().unwrap_or("Error").to_owned();
        Self { status: status.as_u16(), title, detail: detail.into(), hint: None, problems: Vec::new() }
    }

    /// The same with advice.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Nothing of this kind has this id.
    pub fn not_found(what: &str, id: impl std::fmt::Display) -> Self {
        Self::new(StatusCode::NOT_FOUND, format!("there is no {what} `{id}`"))
    }

    /// A fault of ours: told in the log, and nothing of it to the client.
    pub fn internal(error: impl std::fmt::Display) -> Self {
        tracing::error!(%error, "a request failed");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "the server failed; its log says why")
    }

    /// The input is at fault, at these places.
    pub fn input(detail: impl Into<String>, problems: &[model::Problem]) -> Self {
        Self { problems: problems.iter().map(Finding::from).collect(), ..Self::new(StatusCode::BAD_REQUEST, detail) }
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match &error {
            Error::Input { problems, .. } => Self::input(error.to_string(), problems),
            Error::Plan(plan) => {
                let problem = Self::new(StatusCode::BAD_REQUEST, error.to_string());
                match plan.hint() {
                    Some(hint) => problem.hint(hint),
                    None => problem,
                }
            }
            Error::NoSuchRow { .. } => Self::new(StatusCode::BAD_REQUEST, error.to_string()),
            Error::Model(ModelError::NotConfigured) => Self::new(StatusCode::CONFLICT, error.to_string())
                .hint("start the server with OPENAI_API_KEY, ANTHROPIC_API_KEY, GEMINI_API_KEY or OPENAI_BASE_URL; the built-in packs need none"),
            Error::Model(_) => Self::new(StatusCode::CONFLICT, error.to_string()),
            Error::Unfinished { .. } => Self::new(StatusCode::CONFLICT, error.to_string())
                .hint("ask for it again, with a higher limit where one was reached; answers that the model gave are kept, and cost nothing again"),
            Error::Cancelled => Self::new(StatusCode::CONFLICT, "stopped"),
            _ => Self::internal(error),
        }
    }
}

impl From<rusqlite::Error> for Problem {
    fn from(error: rusqlite::Error) -> Self {
        Self::internal(error)
    }
}

impl From<std::io::Error> for Problem {
    fn from(error: std::io::Error) -> Self {
        Self::internal(error)
    }
}

impl From<tokio::task::JoinError> for Problem {
    fn from(error: tokio::task::JoinError) -> Self {
        Self::internal(error)
    }
}

impl From<QueryRejection> for Problem {
    fn from(rejection: QueryRejection) -> Self {
        Self::new(StatusCode::BAD_REQUEST, rejection.body_text())
    }
}

impl From<PathRejection> for Problem {
    fn from(rejection: PathRejection) -> Self {
        // An id of another form is no id of anything.
        Self::new(StatusCode::NOT_FOUND, rejection.body_text())
    }
}

impl From<BytesRejection> for Problem {
    fn from(rejection: BytesRejection) -> Self {
        Self::new(rejection.status(), rejection.body_text())
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, Json(self)).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}

impl IntoResponses for Problem {
    fn responses() -> BTreeMap<String, RefOr<utoipa::openapi::Response>> {
        let schema = RefOr::Ref(utoipa::openapi::Ref::from_schema_name(Self::name()));
        let content = ContentBuilder::new().schema(Some(schema)).build();
        let response = ResponseBuilder::new().description("Not carried out").content("application/problem+json", content).build();
        BTreeMap::from([("default".to_owned(), response.into())])
    }
}
