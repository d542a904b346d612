//! `wares shop`: all tables of a shop as files in a folder.

use super::watched::watched;
use crate::args::ShopArgs;

pub(crate) fn run(args: &ShopArgs) -> anyhow::Result<()> {
    let (template, checked, notes) = args.source.template()?;
    super::note(notes);
    watched(args.run.progress, |progress| wares::run::run(&template, &checked, &args.out, &args.run.options(), progress))
}
