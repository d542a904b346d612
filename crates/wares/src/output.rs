//! Files that are either whole or not there: written beside their place, renamed when all are done.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use tempfile::{Builder, NamedTempFile};

use crate::Error;

/// A file on its way to its name.
pub(crate) struct Pending {
    path: PathBuf,
    file: NamedTempFile,
    hash: blake3::Hasher,
    bytes: u64,
}

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Written {
    /// Its name in the folder.
    pub(crate) name: String,
    /// Its size.
    pub(crate) bytes: u64,
    /// Its BLAKE3 hash in hexadecimal digits.
    pub(crate) blake3: String,
}

/// A file that waits for its name.
pub(crate) struct Finished {
    pub(crate) written: Written,
    pending: Pending,
}

/// Makes the folder, and refuses names that are taken unless `overwrite` is set.
///
/// # Errors
/// [`Error::Unwritable`], with the reason.
pub(crate) fn prepare(folder: &Path, names: &[String], overwrite: bool) -> Result<(), Error> {
    let unwritable = |path: &Path, reason: String| Error::Unwritable { path: path.to_owned(), reason };
    fs::create_dir_all(folder).map_err(|error| unwritable(folder, error.to_string()))?;
    if let Some(name) = names.iter().find(|name| !overwrite && folder.join(name).exists()) {
        return Err(unwritable(&folder.join(name), "it exists; give `--overwrite` to replace it, or another folder".to_owned()));
    }
    Ok(())
}

impl Pending {
    /// Begins a file of this name.
    ///
    /// # Errors
    /// [`Error::Unwritable`] when the folder takes no file.
    pub(crate) fn create(folder: &Path, name: &str) -> Result<Self, Error> {
        let path = folder.join(name);
        let unwritable = |error: io::Error| Error::Unwritable { path: folder.to_owned(), reason: error.to_string() };
        let prefix = format!(".{name}.");
        let mut builder = Builder::new();
        builder.prefix(&prefix).suffix(".wares-partial");
        #[cfg(unix)]
        builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
        let file = builder.tempfile_in(folder).map_err(unwritable)?;
        Ok(Self { path, file, hash: blake3::Hasher::new(), bytes: 0 })
    }

    /// Appends bytes.
    ///
    /// # Errors
    /// [`Error::Write`]; the file vanishes when it is dropped.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.file.as_file_mut().write_all(bytes).map_err(|source| Error::Write { path: self.path.clone(), source })?;
        self.hash.update(bytes);
        self.bytes += bytes.len() as u64;
        Ok(())
    }

    /// Ends the file; it gets its name by [`Finished::keep`].
    pub(crate) fn finish(self) -> Finished {
        let name = self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Finished { written: Written { name, bytes: self.bytes, blake3: self.hash.finalize().to_string() }, pending: self }
    }
}

impl Finished {
    /// Gives the file its name.
    ///
    /// # Errors
    /// [`Error::Write`] when the system refuses.
    pub(crate) fn keep(self) -> Result<(), Error> {
        let path = self.pending.path.clone();
        let failed = |source| Error::Write { path: path.clone(), source };
        self.pending.file.persist(&path).map_err(|error| failed(error.error))?;
        Ok(())
    }
}
