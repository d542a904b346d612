//! What requests carry, with errors in the one form of all errors.

use axum::{
    extract::{FromRequest, FromRequestParts, Request, rejection::BytesRejection},
    http::StatusCode,
};
use serde::de::DeserializeOwned;
use serde_json::Value;
use wares::model::{place, read};

use crate::problem::Problem;

/// The query.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Query), rejection(Problem))]
pub(crate) struct Query<T>(pub(crate) T);

/// Parts of the path.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(Problem))]
pub(crate) struct Path<T>(pub(crate) T);

/// A JSON body; all that is wrong with its form is told at once, each with its place.
pub(crate) struct Body<T>(pub(crate) T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Body<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let json = request.headers().get("content-type").and_then(|value| value.to_str().ok()).is_some_and(is_json);
        if !json {
            return Err(Problem::new(StatusCode::UNSUPPORTED_MEDIA_TYPE, "the body is to be JSON; send `Content-Type: application/json`"));
        }
        let bytes = axum::body::Bytes::from_request(request, state).await.map_err(|rejection: BytesRejection| Problem::from(rejection))?;
        let refuse = |problems: &[place::Problem]| Problem::input("the body has not the form of this request", problems);
        let value: Value = serde_json::from_slice(&bytes).map_err(|error| {
            let problem = place::Problem::new(place::Place::root(), format!("is no JSON: {error}"));
            refuse(&[problem])
        })?;
        read::document(value).map(Self).map_err(|problems| refuse(&problems))
    }
}

fn is_json(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    essence == "application/json" || (essence.starts_with("application/") && essence.ends_with("+json"))
}
