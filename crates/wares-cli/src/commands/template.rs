//! `wares template`: work on a template.

use std::{fs, path::Path};

use anyhow::Context;
use wares::model::{Day, Recipe, Template, pack::bundle, read as reader};

use crate::args::{DesignBy, RefineArgs, TemplateArgs, TemplateCommand, read};

pub(crate) fn run(args: &TemplateArgs) -> anyhow::Result<()> {
    match &args.command {
        Some(TemplateCommand::Check { file }) => check(file),
        Some(TemplateCommand::Refine(args)) => refine(args),
        None => compose(args, args.design.domain()?),
    }
}

/// Writes a template of a domain, after making sure that it holds.
fn compose(args: &TemplateArgs, domain: &str) -> anyhow::Result<()> {
    let wanted = &args.design;
    if wanted.by == DesignBy::Llm {
        return design(args, domain);
    }
    let (template, notes) = wares::products::template(domain, wanted.variant.as_deref(), wanted.require.as_deref(), wanted.rows)?;
    let checked = wares::checked(&template, domain, Day(20_000))?;
    super::note(notes.iter().cloned().chain(checked.notes.iter().map(ToString::to_string)));
    write(&template, &args.out, args.overwrite)
}

/// Writes a template that a language model designed, and says which part came from where and what it took.
fn design(args: &TemplateArgs, domain: &str) -> anyhow::Result<()> {
    let wanted = &args.design;
    let model = super::model::open(&wanted.quote(domain)?, &wanted.model)?;
    let designed = wares::design::template(domain, wanted.variant.as_deref(), wanted.require.as_deref(), &[], wanted.rows, model.as_ref())?;
    let checked = wares::checked(&designed.template, domain, Day(20_000))?;
    super::note(designed.notes.iter().cloned().chain(checked.notes.iter().map(ToString::to_string)).chain(designed.report.lines()));
    write(&designed.template, &args.out, args.overwrite)
}

/// Changes a template by instructions, after making sure that it still holds.
fn refine(args: &RefineArgs) -> anyhow::Result<()> {
    let template = wares::load(&read(&args.file)?, &args.file)?;
    let refined = match args.by {
        DesignBy::Pack => wares::refine::refine(&template, &args.instructions)?,
        DesignBy::Llm => {
            let quote = wares::quote::refinement(&template, &args.instructions, args.model.model.as_deref())?;
            let model = super::model::open(&quote, &args.model)?;
            let by = wares::refine::refine_by(&template, &args.instructions, model.as_ref())?;
            super::note(by.refused.iter().map(|refused| format!("not done: {refused}")));
            by.refined
        }
    };
    let checked = wares::checked(&refined.template, &args.file, refined.template.today.unwrap_or(Day(20_000)))?;
    super::note(refined.done.iter().cloned().chain(checked.notes.iter().map(ToString::to_string)));
    write(&refined.template, &args.out, args.overwrite)
}

/// Writes a template to a file or to standard output, and says how to go on.
pub(super) fn write(template: &Template, out: &Path, overwrite: bool) -> anyhow::Result<()> {
    let text = serde_json::to_string_pretty(template).context("a template is plain data")? + "\n";
    if out == Path::new("-") {
        return super::print(text.as_bytes());
    }
    if out.exists() && !overwrite {
        let reason = "it exists; give `--overwrite` to replace it".to_owned();
        return Err(wares::Error::Unwritable { path: out.to_owned(), reason }.into());
    }
    fs::write(out, text).map_err(|error| wares::Error::Unwritable { path: out.to_owned(), reason: error.to_string() })?;
    let products = matches!(&template.tables[..], [table] if table.recipe == Some(Recipe::Products));
    let next =
        if products { format!("products --template {} --rows N --out FILE", out.display()) } else { format!("shop {} --out DIR", out.display()) };
    eprintln!("wrote {}; edit it, then `wares {next}`", out.display());
    Ok(())
}

fn check(file: &Path) -> anyhow::Result<()> {
    let subject = file.display().to_string();
    let text = read(&subject)?;
    // A catalog pack is known by its kinds; everything else is meant as a template.
    let pack = reader::value(&text).is_ok_and(|value| value.get("kinds").is_some() && value.get("tables").is_none());
    if pack {
        let refuse = |problems| wares::Error::Input { subject: subject.clone(), problems };
        let catalog = bundle::read_catalog(&text).map_err(refuse)?;
        let message = format!("`{subject}` is a sound catalog pack: {} kinds, {} brands\n", catalog.kinds.len(), catalog.brands.len());
        return super::print(message.as_bytes());
    }
    let template = wares::load(&text, &subject)?;
    // Whether a template holds does not hang on the day, unless it names one.
    let day = template.today.unwrap_or(Day(20_000));
    let checked = wares::checked(&template, &subject, day)?;
    wares::Plan::new(&checked, None).map_err(wares::Error::from)?;
    super::note(checked.notes.iter().map(ToString::to_string));
    super::print(format!("`{subject}` is sound: {} tables\n", checked.tables.len()).as_bytes())
}
