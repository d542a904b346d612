//! `wares products`: the products of a domain or a template.

use wares::{
    Error,
    job::Prepared,
    llm::Usage,
    model::{Place, Problem},
};

use super::{is_file, watched::watched};
use crate::args::{ProductsArgs, RowsBy};

pub(crate) fn run(args: &ProductsArgs) -> anyhow::Result<()> {
    let prepared = super::prepare(&args.source.job())?;
    match args.source.by {
        RowsBy::Engine => super::make(&prepared, &[(&prepared.tables[0], &args.out)], &args.run),
        RowsBy::Llm => by_model(args, &prepared),
    }
}

/// Names and descriptions by a model. What is there is looked at before the model is.
fn by_model(args: &ProductsArgs, prepared: &Prepared) -> anyhow::Result<()> {
    let refuse = |option: &str, message: &str, hint: &str| {
        let problem = Problem::new(Place::root(), message.to_owned()).hint(hint.to_owned());
        Error::Input { subject: option.to_owned(), problems: vec![problem] }
    };
    if !is_file(&args.out) {
        return Err(refuse("--out -", "rows by a model are kept beside their file while they are made", "name a file").into());
    }
    if args.run.part.is_some() {
        return Err(refuse("--part", "rows by a model are made whole, so that no two are alike", "leave `--part` out").into());
    }
    if args.out.exists() && !args.run.overwrite {
        let reason = "it exists; give `--overwrite` to replace it, or another file".to_owned();
        return Err(Error::Unwritable { path: args.out.clone(), reason }.into());
    }
    let quote = wares::quote::texts(&prepared.template, &prepared.checked, args.source.model.model.as_deref())?;
    let model = super::model::open(&quote, &args.source.model)?;
    let mut usage = Usage::default();
    watched(args.run.progress, |progress| {
        let written = wares::rows::products(&prepared.template, &prepared.checked, &args.out, args.run.overwrite, model.as_ref(), progress)?;
        usage = written.usage;
        Ok(vec![written.made])
    })?;
    super::note([format!("`{}`: {}", model.name(), wares::design::spent(usage))]);
    Ok(())
}
