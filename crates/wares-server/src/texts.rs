//! A language model writes names and descriptions as a run. What it wrote stands beside the file that is to come, so that a run that goes on
//! after a stop of the server pays for nothing twice.

use std::{fs, path::Path};

use wares::{
    Error,
    design::spent,
    job::Prepared,
    llm::{self, Budget, ModelError},
    quote::{self, ModelQuote},
    rows,
    run::{Made, Progress},
};

use crate::problem::Problem;

/// What the model would be asked, or why there is none to ask.
///
/// # Errors
/// What stands in the way whichever model is asked: too many rows, no column for a name.
pub(crate) fn quote(prepared: &Prepared) -> Result<Result<ModelQuote, Problem>, Error> {
    match quote::texts(&prepared.template, &prepared.checked, None) {
        Ok(quote) => Ok(Ok(quote)),
        Err(error @ Error::Model(ModelError::NotConfigured)) => Ok(Err(error.into())),
        Err(error) => Err(error),
    }
}

/// Refuses a run that could not begin.
///
/// # Errors
/// As [`quote()`], and when no model can be asked.
pub(crate) fn sound(prepared: &Prepared, budget: Budget) -> Result<(), Problem> {
    quote(prepared)??;
    llm::open(&wanted(budget))?;
    Ok(())
}

/// Makes the products file of a job with texts by the model, or goes on with it; says what it took.
pub(crate) fn carry_out(prepared: &Prepared, budget: Budget, folder: &Path, progress: &Progress) -> Result<(Made, Vec<String>), Problem> {
    let table = prepared.tables.first().ok_or_else(|| Problem::internal("a job without a table"))?;
    let path = folder.join(format!("{table}.csv"));
    // The server was stopped between the end of the work and writing that down.
    if let (Ok(file), true, false) = (fs::metadata(&path), beside(&path, "manifest.json").exists(), beside(&path, "journal.jsonl").exists()) {
        let rows = prepared.checked.tables.iter().find(|known| known.name == *table).map_or(0, |known| known.rows);
        let made = Made { table: table.clone(), path, rows, bytes: file.len() };
        return Ok((made, vec!["the model had written all rows before the server was stopped".to_owned()]));
    }
    fs::create_dir_all(folder)?;
    let model = llm::open(&wanted(budget))?;
    let written = rows::products(&prepared.template, &prepared.checked, &path, true, model.as_ref(), progress)?;
    let mut notes = vec![format!("`{}`: {}", model.name(), spent(written.usage))];
    if written.resumed > 0 {
        notes.push(format!("{} rows had been written before the server was stopped, and cost nothing again", written.resumed));
    }
    Ok((written.made, notes))
}

fn wanted(budget: Budget) -> llm::Wanted {
    llm::Wanted { budget, ..llm::Wanted::default() }
}

fn beside(path: &Path, ending: &str) -> std::path::PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".{ending}"));
    name.into()
}
