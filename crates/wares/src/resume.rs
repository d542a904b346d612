//! A run that goes on where it was cut. Start at [`run`].
//!
//! The files grow under names of their own beside a checkpoint that says how many rows and bytes are surely there. Since cells are pure
//! functions, whatever follows the checkpoint is cut off and made again, and the files have the bytes of an undisturbed run.

use std::{
    fs::{self, File, OpenOptions},
    io::{Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
    sync::atomic::Ordering,
};

use serde::{Deserialize, Serialize};
use wares_engine::{ENGINE_VERSION, Plan};
use wares_sinks::csv;

use crate::{
    Error,
    job::Prepared,
    manifest::{Manifest, digest},
    output::Written,
    run::{Made, Options, Progress, write_rows},
};

/// So many bytes are written before the next checkpoint.
const CHECKPOINT_BYTES: u64 = 16 * 1024 * 1024;
const CHECKPOINT: &str = "checkpoint.json";
const PARTIAL: &str = "wares-partial";

/// What is surely there.
#[derive(Serialize, Deserialize)]
struct Checkpoint {
    /// Of everything that decides the bytes.
    plan: String,
    /// Tables that are whole, in order.
    done: Vec<Written>,
    /// Rows of the next table.
    rows: u64,
    /// Its bytes, with the header.
    bytes: u64,
}

/// Makes the tables of a job as CSV files in a folder that holds nothing else, with `manifest.json` and, where rows of the user's files
/// are left out, `rejects.csv`. A folder in which such a run was cut or stopped is gone on with.
///
/// # Errors
/// [`Error::Plan`] and [`Error::Unwritable`] before anything is written; [`Error::Write`] and [`Error::Cancelled`] later: then no file
/// stands under its final name, and a further call goes on.
pub fn run(prepared: &Prepared, folder: &Path, options: &Options, progress: &Progress) -> Result<Vec<Made>, Error> {
    let Prepared { template, checked, tables, .. } = prepared;
    let plans: Vec<Plan> = tables.iter().map(|table| Plan::new(checked, Some(table))).collect::<Result<_, _>>()?;
    fs::create_dir_all(folder).map_err(|error| Error::Unwritable { path: folder.to_owned(), reason: error.to_string() })?;
    let rows_of = |plan: &Plan| plan.tables().next().map_or(0, |(_, rows)| rows);
    let key = digest(&(ENGINE_VERSION, template, tables, checked.brought.iter().map(|brought| brought.rows()).collect::<Vec<_>>()));
    let mut checkpoint = Checkpoint::open(folder, key);
    let before: u64 = plans.iter().take(checkpoint.done.len()).map(rows_of).sum();
    progress.rows.store(before + checkpoint.rows, Ordering::Relaxed);
    progress.rows_total.store(plans.iter().map(rows_of).sum(), Ordering::Relaxed);
    for (table, plan) in tables.iter().zip(&plans).skip(checkpoint.done.len()) {
        let Some((schema, total)) = plan.tables().next() else { continue };
        let mut file = Growing::open(folder, &format!("{table}.csv"), &mut checkpoint)?;
        if checkpoint.bytes == 0 {
            let mut header = Vec::new();
            csv::header(schema, &mut header);
            file.write(&header)?;
        }
        let rest = checkpoint.rows..total;
        let mut row = rest.start;
        let mut put = |bytes: &[u8]| {
            file.write(bytes)?;
            row = (row + options.batch_rows).min(total);
            if file.bytes - checkpoint.bytes >= CHECKPOINT_BYTES {
                file.sync()?;
                (checkpoint.rows, checkpoint.bytes) = (row, file.bytes);
                checkpoint.save(folder)?;
            }
            Ok(())
        };
        write_rows(plan, 0, schema, rest, &mut put, options, progress)?;
        file.sync()?;
        checkpoint.done.push(file.written());
        (checkpoint.rows, checkpoint.bytes) = (0, 0);
        checkpoint.save(folder)?;
    }
    let mut manifest = Manifest::new(template, checked, (1, 1));
    let mut made = Vec::new();
    for ((table, plan), file) in tables.iter().zip(&plans).zip(&checkpoint.done) {
        manifest.add(table, 0..rows_of(plan), file);
        made.push(Made { table: table.clone(), path: folder.join(&file.name), rows: rows_of(plan), bytes: file.bytes });
    }
    if progress.cancel.load(Ordering::Relaxed) {
        return Err(Error::Cancelled);
    }
    put_whole(&folder.join("manifest.json"), manifest.text().as_bytes())?;
    if let Some(rejects) = prepared.rejects_csv() {
        put_whole(&folder.join("rejects.csv"), &rejects)?;
    }
    for file in &checkpoint.done {
        let (from, to) = (partial(folder, &file.name), folder.join(&file.name));
        // A run that was cut between two of these has some of them behind it.
        if from.exists() {
            fs::rename(&from, &to).map_err(|source| Error::Write { path: to, source })?;
        }
    }
    fs::remove_file(folder.join(CHECKPOINT)).map_err(|source| Error::Write { path: folder.join(CHECKPOINT), source })?;
    Ok(made)
}

impl Checkpoint {
    /// The checkpoint of a folder, or a fresh one where there is none of this plan.
    fn open(folder: &Path, plan: String) -> Self {
        let found = fs::read(folder.join(CHECKPOINT)).ok().and_then(|text| serde_json::from_slice::<Self>(&text).ok());
        found.filter(|found| found.plan == plan).unwrap_or(Self { plan, done: Vec::new(), rows: 0, bytes: 0 })
    }

    fn save(&self, folder: &Path) -> Result<(), Error> {
        put_whole(&folder.join(CHECKPOINT), &serde_json::to_vec(self).expect("a checkpoint is plain data"))
    }
}

/// A file that grows, and its hash.
struct Growing {
    name: String,
    path: PathBuf,
    file: File,
    hash: blake3::Hasher,
    bytes: u64,
}

impl Growing {
    /// Opens the file and cuts off what the checkpoint does not vouch for; a file that is too short begins again.
    fn open(folder: &Path, name: &str, checkpoint: &mut Checkpoint) -> Result<Self, Error> {
        let path = partial(folder, name);
        let failed = |source| Error::Write { path: path.clone(), source };
        let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).map_err(failed)?;
        if file.metadata().map_err(failed)?.len() < checkpoint.bytes {
            (checkpoint.rows, checkpoint.bytes) = (0, 0);
        }
        file.set_len(checkpoint.bytes).map_err(failed)?;
        let mut hash = blake3::Hasher::new();
        hash.update_reader(Read::take(&file, checkpoint.bytes)).map_err(failed)?;
        file.seek(SeekFrom::End(0)).map_err(failed)?;
        Ok(Self { name: name.to_owned(), path: path.clone(), file, hash, bytes: checkpoint.bytes })
    }

    fn write(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.file.write_all(bytes).map_err(|source| Error::Write { path: self.path.clone(), source })?;
        self.hash.update(bytes);
        self.bytes += bytes.len() as u64;
        Ok(())
    }

    /// Waits until the bytes are on the disk.
    fn sync(&self) -> Result<(), Error> {
        self.file.sync_data().map_err(|source| Error::Write { path: self.path.clone(), source })
    }

    fn written(&self) -> Written {
        Written { name: self.name.clone(), bytes: self.bytes, blake3: self.hash.finalize().to_string() }
    }
}

fn partial(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}.{PARTIAL}"))
}

/// Writes a small file that is whole or not there.
fn put_whole(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let failed = |source| Error::Write { path: path.to_owned(), source };
    let beside = path.with_extension("new");
    let mut file = File::create(&beside).map_err(failed)?;
    file.write_all(bytes).and_then(|()| file.sync_data()).map_err(failed)?;
    fs::rename(&beside, path).map_err(failed)
}
