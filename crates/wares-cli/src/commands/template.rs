//! `wares template`: work on a template.

use std::{fs, path::Path};

use anyhow::{Context, bail};
use wares::model::{Day, pack::bundle, read as reader};

use crate::args::{TemplateArgs, TemplateCommand, read};

pub(crate) fn run(args: &TemplateArgs) -> anyhow::Result<()> {
    match (&args.command, &args.domain) {
        (Some(TemplateCommand::Check { file }), _) => check(file),
        (None, Some(domain)) => compose(args, domain),
        (None, None) => bail!("say what the shop sells, such as `wares template wine`, or `wares template check FILE`"),
    }
}

/// Writes a template of a domain, after making sure that it holds.
fn compose(args: &TemplateArgs, domain: &str) -> anyhow::Result<()> {
    let (template, notes) = wares::products::template(domain, args.variant.as_deref(), args.require.as_deref(), args.rows)?;
    wares::checked(&template, domain, Day(20_000))?;
    let text = serde_json::to_string_pretty(&template).context("a template is plain data")? + "\n";
    for note in notes {
        eprintln!("{note}");
    }
    if args.out == Path::new("-") {
        return super::print(text.as_bytes());
    }
    write(&args.out, &text, args.overwrite)?;
    eprintln!("wrote {}; edit it, then `wares products --template {} --rows N --out FILE`", args.out.display(), args.out.display());
    Ok(())
}

/// Writes a template to a file that is not there, or may be replaced.
///
/// # Errors
/// [`wares::Error::Unwritable`].
pub(super) fn write(path: &Path, text: &str, overwrite: bool) -> Result<(), wares::Error> {
    let unwritable = |reason: String| wares::Error::Unwritable { path: path.to_owned(), reason };
    if path.exists() && !overwrite {
        return Err(unwritable("it exists; give `--overwrite` to replace it".to_owned()));
    }
    fs::write(path, text).map_err(|error| unwritable(error.to_string()))
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
    super::print(format!("`{subject}` is sound: {} tables\n", checked.tables.len()).as_bytes())
}
