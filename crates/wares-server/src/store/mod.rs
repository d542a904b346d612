//! What the server keeps: a SQLite file in the data folder, and files beside it. Every call is short; callers leave the async threads.

mod runs;
mod templates;
mod uploads;

use std::{
    path::Path,
    sync::{Mutex, MutexGuard},
};

use rusqlite::Connection;

use crate::id::Id;

pub(crate) use self::{
    runs::{Ask, RunRow, State},
    templates::{TemplateRow, VersionRow},
    uploads::UploadRow,
};

/// The version of the tables; a file of a later one is refused.
const VERSION: i64 = 1;

const TABLES: &str = "
    create table templates (
        id text not null, version integer not null, name text not null, document text not null, notes text not null, report text,
        created_at text not null, primary key (id, version)
    ) strict;
    create table uploads (
        id text not null primary key, name text not null, bytes integer not null, recognised text not null, created_at text not null
    ) strict;
    create table runs (
        number integer primary key, id text not null unique, ask text not null, title text not null, command text not null, today text not null,
        state text not null, created_at text not null, started_at text, ended_at text,
        rows_done integer not null default 0, rows_total integer not null default 0, bytes_total integer not null default 0,
        outcome text not null default 'null'
    ) strict;
    create index runs_by_state on runs (state, number);
";

/// The SQLite file.
pub(crate) struct Store {
    connection: Mutex<Connection>,
}

impl Store {
    /// Opens the file, and makes it where it is missing.
    ///
    /// # Errors
    /// When it cannot be opened, or is of a later version.
    pub(crate) fn open(path: &Path) -> rusqlite::Result<Self> {
        let connection = Connection::open(path)?;
        connection.pragma_update(None, "journal_mode", "wal")?;
        connection.pragma_update(None, "synchronous", "normal")?;
        connection.busy_timeout(std::time::Duration::from_secs(5))?;
        let version: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        match version {
            0 => {
                connection.execute_batch(&format!("begin; {TABLES} pragma user_version = {VERSION}; commit;"))?;
            }
            VERSION => {}
            later => {
                let message = format!("it is of version {later}, and this server knows versions to {VERSION}; use a newer server or another folder");
                return Err(rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_MISMATCH), Some(message)));
            }
        }
        Ok(Self { connection: Mutex::new(connection) })
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.connection.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// What stands in a row and cannot be.
fn broken(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, error.into())
}

/// The id of a row.
fn id(row: &rusqlite::Row<'_>) -> rusqlite::Result<Id> {
    row.get::<_, String>("id")?.parse().map_err(|error: String| broken(error))
}

/// A JSON column as what it holds.
fn json<T: serde::de::DeserializeOwned>(row: &rusqlite::Row<'_>, column: &str) -> rusqlite::Result<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(broken)
}

/// Plain data as a JSON column.
fn text(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("rows hold plain data")
}

/// The clock of this machine, in UTC to the second: `2026-11-23T08:15:00Z`.
pub(crate) fn now() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
