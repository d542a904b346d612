//! Finds what jobs name among what the server keeps.

use std::path::PathBuf;

use wares::{
    Error,
    job::Desk,
    model::{Place, Problem as Wrong, Template},
};

use crate::{app::App, id::Id};

/// The desk of a server: templates and files are named by their ids.
pub(crate) struct ServerDesk<'a>(pub(crate) &'a App);

impl Desk for ServerDesk<'_> {
    fn template(&self, name: &str) -> Result<Template, Error> {
        let id = id(name, "template")?;
        let row = self.0.store.template(&id, None).map_err(|error| wrong(name, error.to_string()))?;
        let row = row.ok_or_else(|| wrong(name, "there is no template of this id"))?;
        wares::load_value(row.document, &row.name)
    }

    fn file(&self, name: &str) -> Result<PathBuf, Error> {
        let id = id(name, "upload")?;
        let row = self.0.store.upload(&id).map_err(|error| wrong(name, error.to_string()))?;
        let row = row.ok_or_else(|| wrong(name, "there is no upload of this id"))?;
        Ok(self.0.upload_folder(&id).join(row.name))
    }

    fn shown(&self, name: &str) -> String {
        let Ok(id) = name.parse::<Id>() else { return name.to_owned() };
        let upload = || self.0.store.upload(&id).ok().flatten().map(|row| row.name);
        let template = || self.0.store.template(&id, None).ok().flatten().map(|row| format!("{}.json", row.name));
        upload().or_else(template).unwrap_or_else(|| name.to_owned())
    }
}

fn id(name: &str, what: &str) -> Result<Id, Error> {
    name.parse().map_err(|_| wrong(name, format!("is no id of a {what}")))
}

fn wrong(name: &str, message: impl Into<String>) -> Error {
    Error::Input { subject: name.to_owned(), problems: vec![Wrong::new(Place::root(), message)] }
}
