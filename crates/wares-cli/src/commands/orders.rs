//! `wares orders` and `wares order-details`: tables that refer to the user's own.

use std::path::PathBuf;

use wares::{
    Error,
    job::{Job, Prepared},
};

use crate::args::{OrderDetailsArgs, OrdersArgs, OrdersCommon};

pub(crate) fn orders(args: &OrdersArgs) -> anyhow::Result<()> {
    make(&args.job(), &args.common)
}

pub(crate) fn order_details(args: &OrderDetailsArgs) -> anyhow::Result<()> {
    make(&args.job(), &args.common)
}

fn make(job: &Job, args: &OrdersCommon) -> anyhow::Result<()> {
    let prepared = super::prepare(job)?;
    rejects(&prepared, args)?;
    super::make(&prepared, &[(&prepared.tables[0], &args.out)], &args.run)
}

/// Writes the rows that were left out beside the output.
fn rejects(prepared: &Prepared, args: &OrdersCommon) -> anyhow::Result<()> {
    let Some(text) = prepared.rejects_csv().filter(|_| super::is_file(&args.out)) else { return Ok(()) };
    let path = PathBuf::from(format!("{}.rejects.csv", args.out.display()));
    if path.exists() && !args.run.overwrite {
        let reason = "it exists; give `--overwrite` to replace it".to_owned();
        return Err(Error::Unwritable { path, reason }.into());
    }
    std::fs::write(&path, text).map_err(|error| Error::Unwritable { path: path.clone(), reason: error.to_string() })?;
    eprintln!("note: the rows that were left out stand in {}", path.display());
    Ok(())
}
