//! `wares orders` and `wares order-details`: tables that refer to the user's own.

use std::path::PathBuf;

use wares::{
    Error,
    job::{Job, Prepared},
};

use crate::args::{OrderDetailsArgs, OrdersArgs, OrdersOutput};

/// So many rows that would be left out are shown one by one.
const MOST_SHOWN: usize = 20;

pub(crate) fn orders(args: &OrdersArgs) -> anyhow::Result<()> {
    make(&args.source.job(), &args.output)
}

pub(crate) fn order_details(args: &OrderDetailsArgs) -> anyhow::Result<()> {
    make(&args.source.job(), &args.output)
}

fn make(job: &Job, args: &OrdersOutput) -> anyhow::Result<()> {
    let prepared = super::prepare(job)?;
    if args.dry_run {
        return shown(&prepared);
    }
    rejects(&prepared, args)?;
    super::make(&prepared, &[(&prepared.tables[0], &args.out)], &args.run)
}

/// Shows what each file was taken for, which rows would be left out, and how the table begins.
fn shown(prepared: &Prepared) -> anyhow::Result<()> {
    let mut text: String = prepared.found.iter().map(|found| format!("{found}\n")).collect();
    for (file, reject) in prepared.rejects.iter().take(MOST_SHOWN) {
        text.push_str(&format!("left out: {file}, line {}: {}\n", reject.line, reject.reason));
    }
    if prepared.rejects.len() > MOST_SHOWN {
        text.push_str(&format!("left out: {} rows in all\n", prepared.found.iter().map(|found| found.rejected).sum::<u64>()));
    }
    let first = wares::preview::preview(&prepared.checked, &prepared.tables[0], 0, 5)?;
    super::print(text.as_bytes())?;
    super::print(&first)
}

/// Writes the rows that were left out beside the output.
fn rejects(prepared: &Prepared, args: &OrdersOutput) -> anyhow::Result<()> {
    let Some(text) = prepared.rejects_csv().filter(|_| super::is_file(&args.out)) else { return Ok(()) };
    let path = PathBuf::from(format!("{}.rejects.csv", args.out.display()));
    if path.exists() && !args.run.overwrite {
        let reason = "it exists; give `--overwrite` to replace it".to_owned();
        return Err(Error::Unwritable { path, reason }.into());
    }
    std::fs::write(&path, text).map_err(|error| Error::Unwritable { path: path.clone(), reason: error.to_string() })?;
    super::note([format!("the rows that were left out stand in {}", path.display())]);
    Ok(())
}
