//! All automation of Wares: `cargo xtask ci | start | ui | ui-test | regions | packs | realism | llm | server | api | tidy | bench`.

mod bench;
mod http;
mod llm;
mod regions;
mod server;
mod tidy;
mod ui;

use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, ExitCode, Stdio},
};

use anyhow::{Context, bail};

const USAGE: &str = "usage: cargo xtask COMMAND

  start   build the web UI and the program, make a sample shop in ./shop, then serve and open the pages
  ci      all checks: format, lints, dependency rules, tests, docs, API, web UI
  ui      build the web UI into the server's assets; needs Node
  ui-test the web UI's own checks, then every page in a real browser; screenshots under target/ui/screenshots
  regions customers of every country against references; `regions --write` renews docs/measured/regions.md
  packs   the quality of every catalog pack; `packs --write` renews docs/measured/packs.md
  realism shops of every profile beside real ones; `realism --write` renews docs/measured/realism.md
  llm     a real language model of 1.1 GB, inside the program and behind a local server; renews docs/measured/llm.md;
          domains may follow: `llm archery hydroponics` designs templates for these alone
  server  the server under load: times and memory; renews docs/measured/server.md
  api     every operation of the OpenAPI document with odd input (schemathesis, from PyPI)
  tidy    the dependency rules alone
  bench   rows and MB per CPU second, and peak memory; results under bench/runs/";

fn main() -> ExitCode {
    let command = env::args().nth(1).unwrap_or_default();
    let outcome = match command.as_str() {
        "start" => start(),
        "ci" => ci(),
        "ui" => ui::ui(),
        "ui-test" => ui::test(),
        "regions" => regions::regions(env::args().any(|argument| argument == "--write")),
        "packs" => measured("packs::", env::args().any(|argument| argument == "--write")),
        "realism" => measured("realism::", env::args().any(|argument| argument == "--write")),
        "llm" => llm::llm(&env::args().skip(2).collect::<Vec<_>>()),
        "server" => server::measure(),
        "api" => server::api(true),
        "tidy" => tidy::tidy(),
        "bench" => bench::bench(),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The top folder of the repository.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_owned).unwrap_or_default()
}

/// Cargo, in the top folder.
fn cargo(args: &[&str]) -> Command {
    let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(args).current_dir(root());
    command
}

/// Runs a command and fails when it does.
fn run(command: &mut Command) -> anyhow::Result<()> {
    eprintln!("> {command:?}");
    let status = command.status().with_context(|| format!("cannot start {command:?}"))?;
    if !status.success() {
        bail!("{command:?} failed: {status}");
    }
    Ok(())
}

fn start() -> anyhow::Result<()> {
    if ui::has_node() {
        ui::ui()?;
    } else {
        eprintln!("note: Node and npm are not there, so the web UI is not built; everything else is");
    }
    let wares = build(&[])?;
    let mut shop = Command::new(&wares);
    let words = ["shop", "trail running shoes", "--products", "200", "--customers", "1000", "--orders", "5000", "--out", "shop", "--overwrite"];
    run(shop.args(words).current_dir(root()))?;
    eprintln!(
        "
A shop of trail running shoes stands in ./shop. How to go on:
  {wares} preview books --orders 4000000000 --table order_details --at 9000000000
  {wares} shop \"scale model cars\" --orders 1000000 --out cars
  {wares} shop templates/book-club.yaml --out club
  {wares} --help
The pages are served now; `{wares} serve --open` does it again.
",
        wares = wares.strip_prefix(root()).unwrap_or(&wares).display()
    );
    run(Command::new(&wares).args(["serve", "--open"]).current_dir(root()))
}

/// Builds the release binary and gives its path; `more` are further arguments of cargo.
fn build(more: &[&str]) -> anyhow::Result<PathBuf> {
    run(cargo(&["build", "--release", "--locked", "--package", "wares-cli"]).args(more))?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    Ok(target.join("release").join(format!("wares{}", env::consts::EXE_SUFFIX)))
}

fn ci() -> anyhow::Result<()> {
    run(&mut cargo(&["fmt", "--all", "--check"]))?;
    tidy::tidy()?;
    run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--locked", "--", "--deny", "warnings"]))?;
    tests()?;
    regions::regions(false)?;
    run(cargo(&["doc", "--workspace", "--no-deps", "--locked"]).env("RUSTDOCFLAGS", "--deny warnings"))?;
    if has(server::has_python(), "Python 3 with venv is not there, so the API was not tried with odd input") {
        server::api(false)?;
    }
    if has(ui::has_node(), "Node and npm are not there, so the web UI was neither checked nor tried") {
        ui::test()?;
    }
    Ok(())
}

/// Whether a check can be made here: without its tool it is left out and said so, but never where CI runs.
fn has(tool: bool, without: &str) -> bool {
    let goes = tool || env::var_os("CI").is_some();
    if !goes {
        eprintln!("SKIPPED: {without}");
    }
    goes
}

/// Runs the tests that measure something and prints their tables; `write` renews the page that keeps them.
fn measured(tests: &str, write: bool) -> anyhow::Result<()> {
    let mut command = cargo(&["test", "--package", "wares", "--test", "it", "--locked", "--", "--nocapture", tests]);
    if write {
        command.env("WARES_ACCEPT", "1");
    }
    run(&mut command)
}

/// Runs all tests and prints how many there were.
fn tests() -> anyhow::Result<()> {
    let mut command = cargo(&["test", "--workspace", "--locked", "--no-fail-fast"]);
    eprintln!("> {command:?}");
    let output = command.stderr(Stdio::inherit()).output().context("cannot start the tests")?;
    let text = String::from_utf8_lossy(&output.stdout);
    eprintln!("{text}");
    let counted = |word: &str| -> u64 {
        let of_line = |line: &str| line.split([';', '.']).find_map(|part| part.trim().strip_suffix(word)?.trim().parse::<u64>().ok());
        text.lines().filter(|line| line.starts_with("test result:")).filter_map(of_line).sum()
    };
    eprintln!("tests: {} passed, {} failed, {} skipped", counted("passed"), counted("failed"), counted("ignored"));
    if !output.status.success() {
        bail!("tests failed");
    }
    Ok(())
}
