//! Finds what jobs name on the disk.

use std::path::PathBuf;

use wares::{Error, job::Desk, model::Template};

use crate::args::read;

/// The desk of the command line: every name is a path.
pub(crate) struct Disk;

impl Desk for Disk {
    fn template(&self, name: &str) -> Result<Template, Error> {
        wares::load(&read(name)?, name)
    }

    fn file(&self, name: &str) -> Result<PathBuf, Error> {
        Ok(PathBuf::from(name))
    }

    fn shown(&self, name: &str) -> String {
        name.to_owned()
    }
}
