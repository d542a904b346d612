//! `wares preview`: any rows of any table.

use crate::args::PreviewArgs;

pub(crate) fn run(args: &PreviewArgs) -> anyhow::Result<()> {
    let (_, checked, _) = args.source.template()?;
    super::print(&wares::preview::preview(&checked, &args.table, args.at, args.rows)?)
}
