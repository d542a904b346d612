//! The user's own files: streamed to the disk, recognized, used by jobs by their ids.

use std::path::Path as FilePath;

use axum::{
    Json,
    body::Body as Bytes,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::{fs, io::AsyncWriteExt};
use tokio_stream::StreamExt;
use utoipa::ToSchema;
use wares::recognise;

use crate::{
    app::App,
    document::RecognisedSchema,
    extract::{Path, Query},
    id::Id,
    problem::Problem,
    quota,
    store::{Ask, UploadRow},
};

/// So much of a file is read to recognize it.
const MOST_RECOGNISED_BYTES: u64 = 24 * 1024 * 1024;

/// How the file is called.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Named {
    name: String,
}

/// An uploaded file.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Upload {
    /// Its id, by which jobs name it.
    id: Id,
    /// Its name.
    name: String,
    /// Its size.
    bytes: u64,
    /// When it came.
    created_at: String,
    /// What was recognized in it.
    #[schema(value_type = RecognisedSchema)]
    recognised: Value,
}

impl From<UploadRow> for Upload {
    fn from(row: UploadRow) -> Self {
        Self { id: row.id, name: row.name, bytes: row.bytes, created_at: row.created_at, recognised: row.recognised }
    }
}

/// Takes a file; the body is its bytes.
#[utoipa::path(
    post, path = "/api/uploads", operation_id = "createUpload", tag = "uploads", params(("name" = String, Query, description = "The name of the file, for people and for recognizing it; only letters, digits and a few signs of it are kept", example = "customers.csv")), request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = Upload), Problem)
)]
pub(crate) async fn create(State(app): State<App>, Query(named): Query<Named>, headers: HeaderMap, body: Bytes) -> Result<Response, Problem> {
    let length = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.parse::<u64>().ok()).unwrap_or(0);
    let room = app.blocking(move |app| room(app, length)).await?;
    let (id, name) = (Id::new()?, sanitised(&named.name));
    let folder = app.upload_folder(&id);
    fs::create_dir_all(&folder).await?;
    let taken = take(&folder.join(&name), body, room).await;
    let kept = match taken {
        Ok(bytes) => app.long(move |app| keep(app, &id, &name, bytes)).await,
        Err(problem) => Err(problem),
    };
    if kept.is_err() {
        fs::remove_dir_all(&folder).await.ok();
    }
    Ok((StatusCode::CREATED, Json(kept?)).into_response())
}

/// How many bytes an upload may have; the announced length is refused before a byte is read.
fn room(app: &App, length: u64) -> Result<u64, Problem> {
    let limits = &app.limits;
    if app.store.uploads()?.len() as u64 >= limits.uploads {
        let detail = format!("{} files are kept already", limits.uploads);
        return Err(Problem::new(StatusCode::INSUFFICIENT_STORAGE, detail).hint("remove some of them"));
    }
    let room = limits.upload_bytes.min(quota::room(app)?);
    if length > room { Err(too_long(room)) } else { Ok(room) }
}

fn too_long(room: u64) -> Problem {
    Problem::new(StatusCode::PAYLOAD_TOO_LARGE, format!("the file has more than {room} bytes, which is all that there is room for"))
        .hint("use the command line for it, remove other files, or start the server with `--most-bytes`")
}

/// Writes a body to a file and says how many bytes it has.
async fn take(path: &FilePath, body: Bytes, room: u64) -> Result<u64, Problem> {
    let mut file = fs::File::create(path).await?;
    let (mut stream, mut bytes) = (body.into_data_stream(), 0);
    while let Some(piece) = stream.next().await {
        let piece = piece.map_err(|error| Problem::new(StatusCode::BAD_REQUEST, format!("the file ended too early: {error}")))?;
        bytes += piece.len() as u64;
        if bytes > room {
            return Err(too_long(room));
        }
        file.write_all(&piece).await?;
    }
    file.flush().await?;
    file.sync_data().await?;
    Ok(bytes)
}

fn keep(app: &App, id: &Id, name: &str, bytes: u64) -> Result<Upload, Problem> {
    let recognised = recognise::file(&app.upload_folder(id).join(name), name, MOST_RECOGNISED_BYTES)?;
    let recognised = serde_json::to_value(recognised).map_err(Problem::internal)?;
    app.metrics.upload_bytes.inc_by(bytes);
    Ok(app.store.put_upload(id, name, bytes, &recognised)?.into())
}

/// All uploaded files, the newest first.
#[utoipa::path(get, path = "/api/uploads", operation_id = "listUploads", tag = "uploads", responses((status = 200, body = [Upload]), Problem))]
pub(crate) async fn list(State(app): State<App>) -> Result<Json<Vec<Upload>>, Problem> {
    app.blocking(|app| Ok(Json(app.store.uploads()?.into_iter().map(Upload::from).collect()))).await
}

/// One uploaded file.
#[utoipa::path(get, path = "/api/uploads/{id}", operation_id = "getUpload", tag = "uploads", params(("id" = Id, Path)), responses((status = 200, body = Upload), Problem))]
pub(crate) async fn get(State(app): State<App>, Path(id): Path<Id>) -> Result<Json<Upload>, Problem> {
    app.blocking(move |app| Ok(Json(app.store.upload(&id)?.ok_or_else(|| Problem::not_found("upload", id))?.into()))).await
}

/// Removes an uploaded file that no open run needs.
#[utoipa::path(delete, path = "/api/uploads/{id}", operation_id = "deleteUpload", tag = "uploads", params(("id" = Id, Path)), responses((status = 204), Problem))]
pub(crate) async fn delete(State(app): State<App>, Path(id): Path<Id>) -> Result<StatusCode, Problem> {
    app.blocking(move |app| {
        let needs = |ask: &Ask| if let Ask::Job(job) = ask { job.files().contains(&id.as_str()) } else { false };
        if app.store.runs_open()?.iter().any(|run| needs(&run.ask)) {
            return Err(Problem::new(StatusCode::CONFLICT, "a run that is not over needs the file").hint("cancel the run, or wait for its end"));
        }
        if !app.store.delete_upload(&id)? {
            return Err(Problem::not_found("upload", id));
        }
        std::fs::remove_dir_all(app.upload_folder(&id))?;
        Ok(StatusCode::NO_CONTENT)
    })
    .await
}

/// A name that is safe on every disk and in every header: letters, digits, `.`, `-` and `_` of ASCII, neither empty nor hidden.
pub(crate) fn sanitised(name: &str) -> String {
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = base.chars().map(|letter| if letter.is_ascii_alphanumeric() || ".-_".contains(letter) { letter } else { '_' }).collect();
    let clean = clean.trim_start_matches('.');
    let cut = clean.len().saturating_sub(100);
    if clean.is_empty() { "file".to_owned() } else { clean[cut..].trim_start_matches('.').to_owned() }
}

#[cfg(test)]
mod tests {
    use super::sanitised;

    #[test]
    fn names_never_lead_out_of_their_folder() {
        let cases = [
            ("customers.csv", "customers.csv"),
            ("../../etc/passwd", "passwd"),
            ("C:\\data\\my orders.csv", "my_orders.csv"),
            ("..", "file"),
            (".hidden.csv", "hidden.csv"),
            ("", "file"),
            ("kunden\u{e4}\r\n\".csv", "kunden____.csv"),
        ];
        for (name, expected) in cases {
            assert_eq!(sanitised(name), expected, "{name:?}");
        }
    }
}
