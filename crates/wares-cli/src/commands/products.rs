//! `wares products`: the products of a domain or a template.

use crate::args::ProductsArgs;

pub(crate) fn run(args: &ProductsArgs) -> anyhow::Result<()> {
    let prepared = super::prepare(&args.job())?;
    super::make(&prepared, &[(&prepared.tables[0], &args.out)], &args.run)
}
