//! START HERE: template -> plan -> batches -> files; threads, order, progress, cancel.

use std::{
    collections::BTreeMap,
    io::{self, Write},
    ops::Range,
    path::{Path, PathBuf},
    sync::{
        Condvar, Mutex,
        atomic::{AtomicBool, AtomicU64, Ordering},
        mpsc,
    },
    thread,
};

use wares_engine::Plan;
use wares_model::{Checked, TableSchema, Template};
use wares_sinks::csv;

use crate::{
    Error,
    manifest::Manifest,
    output::{Pending, prepare},
};

/// How a run is carried out; none of it changes a byte, but `part`, which chooses the rows.
#[derive(Debug, Clone)]
pub struct Options {
    /// Worker threads; at least 1.
    pub threads: usize,
    /// Part k of n, from 1: the run makes this part of each table's rows.
    pub part: (u32, u32),
    /// Replace files of an earlier run.
    pub overwrite: bool,
    /// Rows made at once by a worker.
    pub batch_rows: u64,
}

impl Default for Options {
    fn default() -> Self {
        let threads = thread::available_parallelism().map_or(1, usize::from);
        Self { threads, part: (1, 1), overwrite: false, batch_rows: 8_192 }
    }
}

/// How far a run is, and the way to stop it; shared with whoever watches.
#[derive(Debug, Default)]
pub struct Progress {
    /// Rows written so far, over all tables.
    pub rows: AtomicU64,
    /// Rows of the whole run; 0 until it is planned.
    pub rows_total: AtomicU64,
    /// Set to stop the run.
    pub cancel: AtomicBool,
}

/// One file that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// The table.
    pub table: String,
    /// The file.
    pub path: PathBuf,
    /// Rows in it.
    pub rows: u64,
    /// Its size.
    pub bytes: u64,
}

/// Makes all tables of a template as CSV files in a folder, with a manifest beside them.
///
/// # Errors
/// [`Error::Plan`] and [`Error::Unwritable`] before anything is written; [`Error::Write`] and [`Error::Cancelled`]
/// later, and then no file stands under its final name that did not stand there before.
pub fn run(template: &Template, checked: &Checked, folder: &Path, options: &Options, progress: &Progress) -> Result<Vec<Made>, Error> {
    let plan = Plan::new(checked, None)?;
    let (part, parts) = options.part;
    let suffix = match parts {
        1 => String::new(),
        _ => format!(".part-{part:0width$}-of-{parts}", width = parts.to_string().len()),
    };
    let manifest_name = format!("manifest{suffix}.json");
    let mut names: Vec<String> = plan.tables().map(|(schema, _)| format!("{}{suffix}.csv", schema.name)).collect();
    names.push(manifest_name.clone());
    prepare(folder, &names, options.overwrite)?;

    let ranges: Vec<Range<u64>> = plan.tables().map(|(_, rows)| part_of(rows, part, parts)).collect();
    progress.rows_total.store(ranges.iter().map(|range| range.end - range.start).sum(), Ordering::Relaxed);
    let mut manifest = Manifest::new(template, checked, options.part);
    let (mut finished, mut made) = (Vec::new(), Vec::new());
    for (index, (schema, _)) in plan.tables().enumerate() {
        let mut file = Pending::create(folder, &names[index])?;
        if part == 1 {
            let mut header = Vec::new();
            csv::header(schema, &mut header);
            file.write(&header)?;
        }
        write_rows(&plan, index, schema, ranges[index].clone(), &mut |bytes| file.write(bytes), options, progress)?;
        let file = file.finish();
        manifest.add(&schema.name, ranges[index].clone(), &file.written);
        let rows = ranges[index].end - ranges[index].start;
        made.push(Made { table: schema.name.clone(), path: folder.join(&names[index]), rows, bytes: file.written.bytes });
        finished.push(file);
    }
    let mut file = Pending::create(folder, &manifest_name)?;
    file.write(manifest.text().as_bytes())?;
    finished.push(file.finish());
    if progress.cancel.load(Ordering::Relaxed) {
        return Err(Error::Cancelled);
    }
    for file in finished {
        file.keep()?;
    }
    Ok(made)
}

/// Where one table goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableOut {
    /// The table.
    pub table: String,
    /// The file; none for standard output.
    pub path: Option<PathBuf>,
}

/// Makes some tables of a template, each into a file of its own name or to standard output. Beside the first file stands a
/// manifest, `FILE.manifest.json`.
///
/// # Errors
/// As [`run`].
pub fn tables(template: &Template, checked: &Checked, outs: &[TableOut], options: &Options, progress: &Progress) -> Result<Vec<Made>, Error> {
    let plans: Vec<Plan> = outs.iter().map(|out| Plan::new(checked, Some(&out.table))).collect::<Result<_, _>>()?;
    let (part, parts) = options.part;
    let range_of = |plan: &Plan| plan.tables().next().map_or(0..0, |(_, rows)| part_of(rows, part, parts));
    let paths: Vec<&PathBuf> = outs.iter().filter_map(|out| out.path.as_ref()).collect();
    let manifest_path = paths.first().map(|path| with_suffix(path, ".manifest.json"));
    for path in paths.iter().copied().chain(&manifest_path) {
        prepare(folder_of(path), &[name_of(path)?], options.overwrite)?;
    }
    progress.rows_total.store(plans.iter().map(range_of).map(|range| range.end - range.start).sum(), Ordering::Relaxed);
    let mut manifest = Manifest::new(template, checked, options.part);
    let (mut finished, mut made) = (Vec::new(), Vec::new());
    for (out, plan) in outs.iter().zip(&plans) {
        let Some((schema, _)) = plan.tables().next() else { continue };
        let range = range_of(plan);
        let mut header = Vec::new();
        if part == 1 {
            csv::header(schema, &mut header);
        }
        let Some(path) = &out.path else {
            let mut standard = io::stdout().lock();
            let failed = |source| Error::Write { path: PathBuf::from("standard output"), source };
            standard.write_all(&header).map_err(failed)?;
            write_rows(plan, 0, schema, range, &mut |bytes| standard.write_all(bytes).map_err(failed), options, progress)?;
            standard.flush().map_err(failed)?;
            continue;
        };
        let mut file = Pending::create(folder_of(path), &name_of(path)?)?;
        file.write(&header)?;
        write_rows(plan, 0, schema, range.clone(), &mut |bytes| file.write(bytes), options, progress)?;
        let file = file.finish();
        manifest.add(&schema.name, range.clone(), &file.written);
        made.push(Made { table: schema.name.clone(), path: path.clone(), rows: range.end - range.start, bytes: file.written.bytes });
        finished.push(file);
    }
    if let Some(path) = &manifest_path {
        let mut file = Pending::create(folder_of(path), &name_of(path)?)?;
        file.write(manifest.text().as_bytes())?;
        finished.push(file.finish());
    }
    if progress.cancel.load(Ordering::Relaxed) {
        return Err(Error::Cancelled);
    }
    for file in finished {
        file.keep()?;
    }
    Ok(made)
}

pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

pub(crate) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

pub(crate) fn name_of(path: &Path) -> Result<String, Error> {
    let name = path.file_name().filter(|_| !path.is_dir()).map(|name| name.to_string_lossy().into_owned());
    name.ok_or_else(|| Error::Unwritable { path: path.to_owned(), reason: "it is a folder; name a file in it".to_owned() })
}

/// The rows of part `part` of `parts`, from 1.
fn part_of(rows: u64, part: u32, parts: u32) -> Range<u64> {
    let cut = |number: u32| (u128::from(rows) * u128::from(number) / u128::from(parts)) as u64;
    cut(part - 1)..cut(part)
}

/// How many batches per worker may wait for an earlier one to be written.
const WAITING: u64 = 4;

/// Fills and encodes batches on all threads, and writes them in order.
pub(crate) fn write_rows(
    plan: &Plan,
    table: usize,
    schema: &TableSchema,
    range: Range<u64>,
    put: &mut dyn FnMut(&[u8]) -> Result<(), Error>,
    options: &Options,
    progress: &Progress,
) -> Result<(), Error> {
    let batches = (range.end - range.start).div_ceil(options.batch_rows);
    let rows_of = |number: u64| {
        let start = range.start + number * options.batch_rows;
        start..(start + options.batch_rows).min(range.end)
    };
    let encode = |number: u64, out: &mut Vec<u8>| csv::rows(schema, &plan.batch(table, rows_of(number)), out);
    let mut write = |number: u64, bytes: &[u8]| {
        put(bytes)?;
        let rows = rows_of(number);
        progress.rows.fetch_add(rows.end - rows.start, Ordering::Relaxed);
        if progress.cancel.load(Ordering::Relaxed) { Err(Error::Cancelled) } else { Ok(()) }
    };
    let threads = (options.threads.max(1) as u64).min(batches);
    if threads <= 1 {
        let mut out = Vec::new();
        for number in 0..batches {
            out.clear();
            encode(number, &mut out);
            write(number, &out)?;
        }
        return Ok(());
    }
    let gate = Gate { written: Mutex::new(0), moved: Condvar::new(), stop: AtomicBool::new(false) };
    let next = AtomicU64::new(0);
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..threads {
            let (sender, gate, next, encode) = (sender.clone(), &gate, &next, &encode);
            scope.spawn(move || {
                loop {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    if number >= batches || !gate.pass(number, threads * WAITING) {
                        return;
                    }
                    let mut out = Vec::new();
                    encode(number, &mut out);
                    if sender.send((number, out)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let mut early: BTreeMap<u64, Vec<u8>> = BTreeMap::new();
        let mut wanted = 0;
        let mut outcome = Ok(());
        for (number, bytes) in receiver {
            early.insert(number, bytes);
            while let (Ok(()), Some(bytes)) = (&outcome, early.remove(&wanted)) {
                outcome = write(wanted, &bytes);
                wanted += 1;
            }
            gate.open(wanted, outcome.is_err());
        }
        outcome
    })
}

/// Keeps workers from running far ahead of the writer, so that memory stays bounded.
struct Gate {
    written: Mutex<u64>,
    moved: Condvar,
    stop: AtomicBool,
}

impl Gate {
    /// Waits until the batch may be made; false when the run has ended.
    fn pass(&self, number: u64, ahead: u64) -> bool {
        let written = self.written.lock().expect("no holder of this lock panics");
        let waited = self.moved.wait_while(written, |written| number >= *written + ahead && !self.stop.load(Ordering::Relaxed));
        drop(waited.expect("no holder of this lock panics"));
        !self.stop.load(Ordering::Relaxed)
    }

    fn open(&self, written: u64, stop: bool) {
        *self.written.lock().expect("no holder of this lock panics") = written;
        self.stop.fetch_or(stop, Ordering::Relaxed);
        self.moved.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_meet_and_cover_everything() {
        for rows in [0, 1, 2, 3, 10, 1_000_003] {
            let mut end = 0;
            for part in 1..=7 {
                let range = part_of(rows, part, 7);
                assert_eq!(range.start, end);
                end = range.end;
            }
            assert_eq!(end, rows);
        }
    }
}
