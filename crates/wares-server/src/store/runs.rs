//! Runs: what was asked, how far each is, and what came of it. The files lie in `runs/ID/`.

use rusqlite::{OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use wares::job::Job;

use super::{Store, broken, id, json, now, text};
use crate::{id::Id, routes::templates::DesignAsked};

/// What a run is to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Ask {
    /// Make rows.
    Job(Box<Job>),
    /// Have a language model design a template.
    Design(DesignAsked),
}

/// Where a run stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum State {
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,
}

impl State {
    const ALL: [Self; 5] = [Self::Queued, Self::Running, Self::Done, Self::Failed, Self::Cancelled];

    /// As the store writes it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Done => "done",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether nothing will change any more.
    pub(crate) fn is_over(self) -> bool {
        !matches!(self, Self::Queued | Self::Running)
    }
}

/// One run.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RunRow {
    pub(crate) id: Id,
    pub(crate) ask: Ask,
    /// A few words for people.
    pub(crate) title: String,
    /// The command line that does the same.
    pub(crate) command: String,
    /// The day on which it was asked, so that a run that goes on tomorrow makes the same rows.
    pub(crate) today: String,
    pub(crate) state: State,
    pub(crate) created_at: String,
    pub(crate) started_at: Option<String>,
    pub(crate) ended_at: Option<String>,
    pub(crate) rows_done: u64,
    pub(crate) rows_total: u64,
    /// Files and notes, a template, or a problem.
    pub(crate) outcome: Value,
}

impl Store {
    /// Puts a run at the end of the queue; `size` is its rows, and about how many bytes they take.
    pub(crate) fn put_run(&self, id: &Id, ask: &Ask, title: &str, command: &str, today: &str, size: (u64, u64)) -> rusqlite::Result<()> {
        let sql = "insert into runs (id, ask, title, command, today, state, created_at, rows_total, bytes_total)
                   values (?1, ?2, ?3, ?4, ?5, 'queued', ?6, ?7, ?8)";
        let (rows, bytes) = (size.0 as i64, size.1 as i64);
        self.connection().execute(sql, params![id.as_str(), text(ask), title, command, today, now(), rows, bytes]).map(|_| ())
    }

    /// Bytes that runs which are not over will take in all.
    pub(crate) fn promised_bytes(&self) -> rusqlite::Result<u64> {
        let sql = "select coalesce(sum(bytes_total), 0) from runs where state in ('queued', 'running')";
        self.connection().query_row(sql, [], |row| row.get::<_, i64>(0)).map(|bytes| bytes as u64)
    }

    /// One run.
    pub(crate) fn run(&self, id: &Id) -> rusqlite::Result<Option<RunRow>> {
        self.connection().query_row("select * from runs where id = ?1", [id.as_str()], whole).optional()
    }

    /// The latest runs, the newest first.
    pub(crate) fn runs(&self, most: u32) -> rusqlite::Result<Vec<RunRow>> {
        self.connection().prepare("select * from runs order by number desc limit ?1")?.query_map([most], whole)?.collect()
    }

    /// Runs that wait or are under way.
    pub(crate) fn runs_open(&self) -> rusqlite::Result<Vec<RunRow>> {
        let sql = "select * from runs where state in ('queued', 'running') order by number";
        self.connection().prepare(sql)?.query_map([], whole)?.collect()
    }

    /// Takes the first run of the queue.
    pub(crate) fn take_run(&self) -> rusqlite::Result<Option<RunRow>> {
        let sql = "update runs set state = 'running', started_at = coalesce(started_at, ?1)
                   where number = (select min(number) from runs where state = 'queued') returning *";
        self.connection().query_row(sql, [now()], whole).optional()
    }

    /// Puts runs that a stop of the server cut back into the queue; says how many.
    pub(crate) fn requeue_runs(&self) -> rusqlite::Result<usize> {
        self.connection().execute("update runs set state = 'queued' where state = 'running'", [])
    }

    /// Ends a run that is not over yet; false where it was.
    pub(crate) fn end_run(&self, id: &Id, state: State, rows: (u64, u64), outcome: &Value) -> rusqlite::Result<bool> {
        let sql = "update runs set state = ?2, ended_at = ?3, rows_done = ?4, rows_total = ?5, outcome = ?6
                   where id = ?1 and state in ('queued', 'running')";
        let (done, total) = (rows.0 as i64, rows.1 as i64);
        Ok(self.connection().execute(sql, params![id.as_str(), state.name(), now(), done, total, text(outcome)])? > 0)
    }

    /// Forgets a run; false where there was none.
    pub(crate) fn delete_run(&self, id: &Id) -> rusqlite::Result<bool> {
        Ok(self.connection().execute("delete from runs where id = ?1", [id.as_str()])? > 0)
    }

    /// Runs that ended before a moment.
    pub(crate) fn runs_ended_before(&self, moment: &str) -> rusqlite::Result<Vec<Id>> {
        self.connection().prepare("select id from runs where ended_at < ?1")?.query_map([moment], id)?.collect()
    }

    /// Runs that have files, or may have some that they go on with.
    pub(crate) fn runs_with_files(&self) -> rusqlite::Result<Vec<Id>> {
        self.connection().prepare("select id from runs where state in ('queued', 'running', 'done')")?.query_map([], id)?.collect()
    }
}

fn whole(row: &Row<'_>) -> rusqlite::Result<RunRow> {
    let state: String = row.get("state")?;
    let (done, total): (i64, i64) = (row.get("rows_done")?, row.get("rows_total")?);
    Ok(RunRow {
        id: id(row)?,
        ask: json(row, "ask")?,
        title: row.get("title")?,
        command: row.get("command")?,
        today: row.get("today")?,
        state: State::ALL.into_iter().find(|known| known.name() == state).ok_or_else(|| broken(format!("`{state}` is no state")))?,
        created_at: row.get("created_at")?,
        started_at: row.get("started_at")?,
        ended_at: row.get("ended_at")?,
        rows_done: done as u64,
        rows_total: total as u64,
        outcome: json(row, "outcome")?,
    })
}
