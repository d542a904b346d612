//! `wares import`: the user's own schema or rows become a template.

use std::path::Path;

use anyhow::Context;

use crate::args::ImportArgs;

pub(crate) fn run(args: &ImportArgs) -> anyhow::Result<()> {
    let draft = wares::import::file(&args.file, &args.wanted())?;
    let text = serde_json::to_string_pretty(&draft.template).context("a template is plain data")? + "\n";
    for note in &draft.notes {
        eprintln!("{note}");
    }
    if args.out == Path::new("-") {
        return super::print(text.as_bytes());
    }
    super::template::write(&args.out, &text, args.overwrite)?;
    let tables = draft.template.tables.len();
    let next = if tables == 1 && draft.template.tables[0].recipe == Some(wares::model::Recipe::Products) {
        format!("wares products --template {} --rows N --out FILE", args.out.display())
    } else {
        format!("wares shop {} --out DIR", args.out.display())
    };
    eprintln!("wrote {}: {tables} table{}; edit it, then `{next}`", args.out.display(), if tables == 1 { "" } else { "s" });
    Ok(())
}
