//! Customers of every country against references that their packs are not made from.

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::bail;

use crate::{build, root, run};

/// Makes customers of all countries of tier A and checks them; fails when a rate misses its threshold, or when the table in
/// docs/measured/regions.md shows other figures. With `write` it renews that table.
///
/// The references are Python packages, kept in a virtual environment under the target folder. Without a network they cannot be
/// had: that is said, and fails where `CI=true`.
pub(crate) fn regions(write: bool) -> anyhow::Result<()> {
    let wares = build(&[])?;
    let folder = root().join("tools/regions/check");
    let Some(python) = environment(&folder) else {
        if env::var_os("CI").is_some_and(|value| value == "true") {
            bail!("the references of the region check cannot be installed");
        }
        eprintln!("SKIPPED: the references of the region check cannot be installed (Python 3 and a package index are needed)");
        return Ok(());
    };
    let table = root().join("docs/measured/regions.md");
    run(Command::new(python).arg(folder.join("check.py")).arg(&wares).arg(if write { "--write" } else { "--compare" }).arg(table).current_dir(root()))
}

/// The Python of an environment with the references, made when it is missing or its list of packages has changed.
fn environment(folder: &Path) -> Option<PathBuf> {
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let place = target.join("region-references");
    let python = place.join("bin/python");
    let wanted = std::fs::read_to_string(folder.join("requirements.txt")).ok()?;
    if std::fs::read_to_string(place.join("installed.txt")).is_ok_and(|installed| installed == wanted) {
        return Some(python);
    }
    run(Command::new("python3").args(["-m", "venv"]).arg(&place)).ok()?;
    let requirements = folder.join("requirements.txt");
    run(Command::new(&python).args(["-m", "pip", "install", "--quiet", "--no-deps", "--requirement"]).arg(requirements)).ok()?;
    std::fs::write(place.join("installed.txt"), wanted).ok()?;
    Some(python)
}
