//! The web UI: built into the server's assets, checked, and tried in a real browser.
//!
//! Node and npm are needed for all of it; a plain `cargo build` needs neither. Start at [`ui`].

use std::{
    env,
    fs::{self, File},
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Context, bail};

use crate::{cargo, root, run};

const GENERATED: &str = "src/api/schema.d.ts";
const DOCUMENT: &str = "../crates/wares-server/openapi.json";
const WITHOUT_NODE: &str = "Node 20.19 or newer with npm is needed for the web UI; on Debian: `apt-get install nodejs npm`";

/// Builds the pages into `crates/wares-server/assets`, from where the next build of the program takes them.
pub(crate) fn ui() -> anyhow::Result<()> {
    install()?;
    generate(GENERATED)?;
    run(&mut npm(&["run", "build"]))
}

/// The pages' own checks: types of the API as the server has them, format, lints, types, functions.
fn check() -> anyhow::Result<()> {
    install()?;
    let fresh = root().join("target/ui/schema.d.ts");
    fs::create_dir_all(root().join("target/ui"))?;
    generate("../target/ui/schema.d.ts")?;
    if fs::read(fresh)? != fs::read(folder().join(GENERATED))? {
        bail!("ui/{GENERATED} is not made from the server's OpenAPI document; `cargo xtask ui` makes it again");
    }
    run(&mut npm(&["run", "check"]))?;
    run(&mut npm(&["test"]))
}

/// The pages' own checks, then every page in a real browser against a real server. Screenshots stay under `target/ui/screenshots`.
pub(crate) fn test() -> anyhow::Result<()> {
    check()?;
    ui()?;
    run(&mut cargo(&["build", "--locked", "--package", "wares-cli"]))?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let wares = target.join("debug").join(format!("wares{}", env::consts::EXE_SUFFIX));
    run(npm(&["run", "e2e"]).env("WARES", wares).env("CHROMIUM", chromium()?))
}

/// Whether Node and npm can be started.
pub(crate) fn has_node() -> bool {
    let starts = |program: &str| {
        Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
    };
    starts("node") && starts("npm")
}

/// Installs what the lock file names, unless it is there.
fn install() -> anyhow::Result<()> {
    if !has_node() {
        bail!("{WITHOUT_NODE}");
    }
    let changed = |name: &str| File::open(folder().join(name)).and_then(|file| file.metadata()?.modified());
    let is_current =
        changed("node_modules/.package-lock.json").is_ok_and(|installed| changed("package-lock.json").is_ok_and(|wanted| wanted <= installed));
    if is_current { Ok(()) } else { run(&mut npm(&["ci"])) }
}

/// Writes the types of the API.
fn generate(to: &str) -> anyhow::Result<()> {
    run(&mut npm(&["run", "--silent", "api", "--", DOCUMENT, "--output", to]))
}

/// A Chromium that is there, or the one of Debian, which is installed then.
fn chromium() -> anyhow::Result<PathBuf> {
    if let Some(found) = found_chromium() {
        return Ok(found);
    }
    eprintln!("no Chromium is there; installing Debian's");
    run(Command::new("apt-get").args(["update", "--quiet"]))?;
    run(Command::new("apt-get").args(["install", "--yes", "--quiet", "chromium"]))?;
    found_chromium().context("Chromium was installed and is not found; name it by CHROMIUM")
}

fn found_chromium() -> Option<PathBuf> {
    if let Some(named) = env::var_os("CHROMIUM") {
        return Some(named.into());
    }
    let path = env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome"];
    env::split_paths(&path).flat_map(|folder| names.map(|name| folder.join(name))).find(|program| program.is_file())
}

fn folder() -> PathBuf {
    root().join("ui")
}

/// npm, in the folder of the UI.
fn npm(args: &[&str]) -> Command {
    let mut command = Command::new("npm");
    command.args(args).current_dir(folder());
    command
}
