//! `wares orders` and `wares order-details`: tables that refer to the user's own.

use std::{
    io::Write,
    path::{Path, PathBuf},
};

use anyhow::Context;
use wares::{Error, parents::Job, run::TableOut};

use super::watched::watched;
use crate::args::{OrderDetailsArgs, OrdersArgs, OrdersCommon, current_day};

pub(crate) fn orders(args: &OrdersArgs) -> anyhow::Result<()> {
    make(wares::parents::orders(&args.from, args.rows, &args.common.files())?, &args.common, "wares orders")
}

pub(crate) fn order_details(args: &OrderDetailsArgs) -> anyhow::Result<()> {
    let goods = args.goods()?;
    let job = wares::parents::order_details(&args.orders, goods, args.rows, args.products_per_order, args.layout(), &args.common.files())?;
    make(job, &args.common, "wares order-details")
}

fn make(mut job: Job, args: &OrdersCommon, subject: &str) -> anyhow::Result<()> {
    super::note(job.notes.iter().cloned());
    job.template.seed = args.seed.unwrap_or(job.template.seed);
    let today = args.today.map_or_else(current_day, Ok)?;
    job.template.today = Some(today);
    let checked = job.checked(subject, today)?;
    rejects(&job, args)?;
    let outs = [TableOut { table: job.table.clone(), path: (args.out != Path::new("-")).then(|| args.out.clone()) }];
    watched(args.run.progress, |progress| wares::run::tables(&job.template, &checked, &outs, &args.run.options(), progress))
}

/// Writes the rows that were left out beside the output: file, line, reason, fields.
fn rejects(job: &Job, args: &OrdersCommon) -> anyhow::Result<()> {
    if job.rejects.is_empty() || args.out == Path::new("-") {
        return Ok(());
    }
    let path = PathBuf::from(format!("{}.rejects.csv", args.out.display()));
    if path.exists() && !args.run.overwrite {
        let reason = "it exists; give `--overwrite` to replace it".to_owned();
        return Err(Error::Unwritable { path, reason }.into());
    }
    let mut text = Vec::from(*b"file,line,reason,row\n");
    for (file, reject) in &job.rejects {
        let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        writeln!(text, "{},{},{},{}", quoted(&file.display().to_string()), reject.line, quoted(&reject.reason), quoted(&reject.text))?;
    }
    std::fs::write(&path, text).with_context(|| format!("`{}` cannot be written", path.display()))?;
    eprintln!("note: the rows that were left out stand in {}", path.display());
    Ok(())
}
