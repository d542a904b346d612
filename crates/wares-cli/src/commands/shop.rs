//! `wares shop`: all tables of a shop as files in a folder.

use super::watched::watched;
use crate::args::ShopArgs;

pub(crate) fn run(args: &ShopArgs) -> anyhow::Result<()> {
    let prepared = super::prepare(&args.source.job())?;
    let options = args.run.options();
    watched(args.run.progress, |progress| wares::run::run(&prepared.template, &prepared.checked, &args.out, &options, progress))
}
