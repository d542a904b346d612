//! `wares preview`: any rows of any table.

use crate::{
    args::{PreviewArgs, current_day},
    desk::Disk,
};

pub(crate) fn run(args: &PreviewArgs) -> anyhow::Result<()> {
    let prepared = args.source.job().prepare(&Disk, current_day()?)?;
    super::print(&wares::preview::preview(&prepared.checked, &args.table, args.at, args.rows)?)
}
