//! `wares products`: the products of a domain or a template.

use std::path::Path;

use wares::run::TableOut;

use super::watched::watched;
use crate::args::ProductsArgs;

pub(crate) fn run(args: &ProductsArgs) -> anyhow::Result<()> {
    let (template, checked, table, notes) = args.template()?;
    super::note(notes);
    let outs = [TableOut { table, path: (args.out != Path::new("-")).then(|| args.out.clone()) }];
    watched(args.run.progress, |progress| wares::run::tables(&template, &checked, &outs, &args.run.options(), progress))
}
