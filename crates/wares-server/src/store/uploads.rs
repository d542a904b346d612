//! Uploaded files: what is known of them. The bytes lie in `uploads/ID/NAME`.

use rusqlite::{OptionalExtension, Row, params};
use serde_json::Value;

use super::{Store, id, json, now, text};
use crate::id::Id;

/// One uploaded file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct UploadRow {
    pub(crate) id: Id,
    /// The name on the disk and for people: letters, digits and a few signs.
    pub(crate) name: String,
    pub(crate) bytes: u64,
    /// What was recognized in it.
    pub(crate) recognised: Value,
    pub(crate) created_at: String,
}

impl Store {
    /// Keeps what is known of a file that is whole on the disk.
    pub(crate) fn put_upload(&self, id: &Id, name: &str, bytes: u64, recognised: &Value) -> rusqlite::Result<UploadRow> {
        let created_at = now();
        let sql = "insert into uploads (id, name, bytes, recognised, created_at) values (?1, ?2, ?3, ?4, ?5)";
        self.connection().execute(sql, params![id.as_str(), name, bytes as i64, text(recognised), created_at])?;
        Ok(UploadRow { id: id.clone(), name: name.to_owned(), bytes, recognised: recognised.clone(), created_at })
    }

    /// One file.
    pub(crate) fn upload(&self, id: &Id) -> rusqlite::Result<Option<UploadRow>> {
        self.connection().query_row("select * from uploads where id = ?1", [id.as_str()], whole).optional()
    }

    /// All files, the newest first.
    pub(crate) fn uploads(&self) -> rusqlite::Result<Vec<UploadRow>> {
        self.connection().prepare("select * from uploads order by created_at desc, id")?.query_map([], whole)?.collect()
    }

    /// Forgets a file; false where there was none.
    pub(crate) fn delete_upload(&self, id: &Id) -> rusqlite::Result<bool> {
        Ok(self.connection().execute("delete from uploads where id = ?1", [id.as_str()])? > 0)
    }
}

fn whole(row: &Row<'_>) -> rusqlite::Result<UploadRow> {
    let bytes: i64 = row.get("bytes")?;
    Ok(UploadRow {
        id: id(row)?,
        name: row.get("name")?,
        bytes: bytes as u64,
        recognised: json(row, "recognised")?,
        created_at: row.get("created_at")?,
    })
}
