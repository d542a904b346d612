//! Templates with all their versions.

use rusqlite::{OptionalExtension, Row, params};
use serde_json::Value;

use super::{Store, id, json, now, text};
use crate::id::Id;

/// One version of a template.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TemplateRow {
    pub(crate) id: Id,
    pub(crate) version: u32,
    pub(crate) name: String,
    /// The template itself.
    pub(crate) document: Value,
    /// What was decided for the user when it was made.
    pub(crate) notes: Vec<String>,
    /// What a language model's design took.
    pub(crate) report: Option<Value>,
    pub(crate) created_at: String,
}

/// A version without its document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct VersionRow {
    pub(crate) id: Id,
    pub(crate) version: u32,
    pub(crate) name: String,
    pub(crate) created_at: String,
}

impl Store {
    /// Keeps a new template, or the next version of one that is there; says which version it became.
    pub(crate) fn put_template(&self, id: &Id, name: &str, document: &Value, notes: &[String], report: Option<&Value>) -> rusqlite::Result<u32> {
        let sql = "insert into templates (id, version, name, document, notes, report, created_at)
                   select ?1, coalesce(max(version), 0) + 1, ?2, ?3, ?4, ?5, ?6 from templates where id = ?1 returning version";
        let report = report.map(text);
        self.connection().query_row(sql, params![id.as_str(), name, text(document), text(&notes), report, now()], |row| row.get(0))
    }

    /// A version of a template, the latest where none is named.
    pub(crate) fn template(&self, id: &Id, version: Option<u32>) -> rusqlite::Result<Option<TemplateRow>> {
        let sql = "select * from templates where id = ?1 and (?2 is null or version = ?2) order by version desc limit 1";
        self.connection().query_row(sql, params![id.as_str(), version], whole).optional()
    }

    /// The latest version of each template, the newest first.
    pub(crate) fn templates(&self) -> rusqlite::Result<Vec<VersionRow>> {
        let sql = "select id, max(version) as version, name, created_at from templates group by id order by created_at desc, id";
        self.connection().prepare(sql)?.query_map([], header)?.collect()
    }

    /// All versions of a template, the newest first.
    pub(crate) fn versions(&self, id: &Id) -> rusqlite::Result<Vec<VersionRow>> {
        let sql = "select id, version, name, created_at from templates where id = ?1 order by version desc";
        self.connection().prepare(sql)?.query_map([id.as_str()], header)?.collect()
    }

    /// Forgets a template with all its versions; false where there was none.
    pub(crate) fn delete_template(&self, id: &Id) -> rusqlite::Result<bool> {
        Ok(self.connection().execute("delete from templates where id = ?1", [id.as_str()])? > 0)
    }
}

fn header(row: &Row<'_>) -> rusqlite::Result<VersionRow> {
    Ok(VersionRow { id: id(row)?, version: row.get("version")?, name: row.get("name")?, created_at: row.get("created_at")? })
}

fn whole(row: &Row<'_>) -> rusqlite::Result<TemplateRow> {
    let report: Option<String> = row.get("report")?;
    Ok(TemplateRow {
        id: id(row)?,
        version: row.get("version")?,
        name: row.get("name")?,
        document: json(row, "document")?,
        notes: json(row, "notes")?,
        report: report.and_then(|report| serde_json::from_str(&report).ok()),
        created_at: row.get("created_at")?,
    })
}
