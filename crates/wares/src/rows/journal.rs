//! What a model has written so far, beside the file that is to come: an interrupted run goes on from it and pays for nothing twice.
//!
//! One JSON value a line: first what the run is about, then a text a line. A last line that was cut is dropped.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use wares_design::rows::Text;

use crate::Error;

/// The first line.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    wares_journal: u32,
    /// The hash of all that the texts hang on.
    of: String,
}

/// A journal that is open for more.
pub(super) struct Journal {
    path: PathBuf,
    file: File,
    /// What was written by earlier runs.
    pub(super) texts: Vec<Text>,
}

impl Journal {
    /// Opens the journal of a run, or begins it. `of` names what the run is about.
    ///
    /// # Errors
    /// [`Error::Unwritable`] when it is the journal of another run and `overwrite` is not set, is none, or cannot be written.
    pub(super) fn open(path: &Path, of: &str, overwrite: bool) -> Result<Self, Error> {
        let unwritable = |reason: String| Error::Unwritable { path: path.to_owned(), reason };
        let failed = |error: io::Error| unwritable(error.to_string());
        let header = Header { wares_journal: 1, of: of.to_owned() };
        let kept = match fs::read_to_string(path) {
            Ok(text) => read(&text, &header),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Some(Vec::new()),
            Err(error) => return Err(failed(error)),
        };
        let texts = match kept {
            Some(texts) => texts,
            None if overwrite => Vec::new(),
            None => {
                let reason = "it is not the journal of this run, but of other products; give `--overwrite` to begin anew, or another file";
                return Err(unwritable(reason.to_owned()));
            }
        };
        // Written anew, so that no line that was cut is left in the middle.
        let mut whole = line(&header);
        texts.iter().for_each(|text| whole.push_str(&line(text)));
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut fresh = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
        fresh.write_all(whole.as_bytes()).map_err(failed)?;
        fresh.persist(path).map_err(|error| failed(error.error))?;
        let file = OpenOptions::new().append(true).open(path).map_err(failed)?;
        Ok(Self { path: path.to_owned(), file, texts })
    }

    /// Adds texts; they are on the disk when this returns.
    ///
    /// # Errors
    /// [`Error::Unwritable`].
    pub(super) fn add(&mut self, texts: &[Text]) -> Result<(), Error> {
        let lines: String = texts.iter().map(line).collect();
        let written = self.file.write_all(lines.as_bytes()).and_then(|()| self.file.sync_data());
        written.map_err(|error| Error::Unwritable { path: self.path.clone(), reason: error.to_string() })
    }

    /// The work is done and its file stands.
    pub(super) fn remove(self) {
        // One that stays behind is only refused or continued by the next run.
        let _ = fs::remove_file(&self.path);
    }
}

/// The texts of a journal; none when it is that of another run.
fn read(text: &str, header: &Header) -> Option<Vec<Text>> {
    let mut lines = text.lines();
    let first: Header = serde_json::from_str(lines.next()?).ok()?;
    let texts = lines.map_while(|line| serde_json::from_str(line).ok()).collect();
    (first == *header).then_some(texts)
}

fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("journals are plain data") + "\n"
}
