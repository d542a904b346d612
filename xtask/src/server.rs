//! The server as it is built: how fast it is, how much memory it takes, and whether it keeps to its document.

use std::{
    env,
    fmt::Write as _,
    fs::{self, File},
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, bail};
use serde_json::{Value, json};

use crate::{build, cargo, http::Client, root, run};

/// Users who preview at once, runs under way meanwhile, and for how long.
const USERS: usize = 50;
const RUNS: usize = 4;
const LOAD: Duration = Duration::from_secs(20);
/// Rows of a file of more than 1 GB.
const LONG_ROWS: u64 = 6_500_000;
/// The version of the tool that tries the document.
const SCHEMATHESIS: &str = "schemathesis==4.32.5";

/// A server of its own, which ends with this value.
struct Server {
    process: Child,
    address: SocketAddr,
}

impl Server {
    fn start(wares: &Path, data: &Path) -> anyhow::Result<Self> {
        if data.exists() {
            fs::remove_dir_all(data)?;
        }
        let mut command = Command::new(wares);
        command.args(["serve", "--bind", "127.0.0.1:0", "--data"]).arg(data).stderr(Stdio::piped()).env_remove("WARES_TOKEN");
        let mut process = command.spawn().with_context(|| format!("cannot start {command:?}"))?;
        let lines = BufReader::new(process.stderr.take().context("the server has no standard error")?).lines();
        let mut lines = lines.map_while(Result::ok);
        let said = lines.find_map(|line| Some(line.strip_prefix("serving on http://")?.split('/').next()?.to_owned()));
        let address = said.context("the server did not say where it is")?.parse()?;
        // A pipe that nobody reads would stop the server.
        thread::spawn(move || lines.for_each(drop));
        Ok(Self { process, address })
    }

    /// The most memory that it has held so far, in MB.
    fn peak_mb(&self) -> anyhow::Result<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse::<u64>().ok());
        Ok(peak.context("this system does not tell the peak of memory")? / 1_000)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.process.kill().and_then(|()| self.process.wait()).ok();
    }
}

/// Milliseconds of many answers.
struct Times(Vec<u64>);

impl Times {
    /// What so many percent of them do not exceed, in microseconds.
    fn percent(&self, percent: usize) -> u64 {
        self.0.get((self.0.len() * percent / 100).min(self.0.len().saturating_sub(1))).copied().unwrap_or(0)
    }

    fn of(mut times: Vec<u64>) -> Self {
        times.sort_unstable();
        Self(times)
    }

    fn line(&self) -> String {
        let shown = |micros: u64| format!("{}.{} ms", micros / 1_000, micros / 100 % 10);
        format!("{} | {} | {} | {}", self.0.len(), shown(self.percent(50)), shown(self.percent(99)), shown(self.percent(100)))
    }
}

fn timed(client: &mut Client, path: &str, body: &Value) -> anyhow::Result<u64> {
    let body = body.to_string();
    let started = Instant::now();
    client.ask("POST", path, &body)?;
    Ok(started.elapsed().as_micros() as u64)
}

/// Measures the release build and renews docs/measured/server.md.
pub(crate) fn measure() -> anyhow::Result<()> {
    let wares = build(&[])?;
    let data = root().join("target/server-data");
    let mut page = String::from(
        "# The server, measured\n\n`cargo xtask server` measures the release build and writes this page. Times are from the request to the whole answer, \
         over one connection a user.\n\n| what | answers | half within | 99 % within | longest |\n|---|---|---|---|---|\n",
    );
    let server = Server::start(&wares, &data)?;
    let mut client = Client::new(server.address)?;
    writeln!(page, "| first preview after an edit of a template | {} |", edits(&mut client)?.line())?;
    writeln!(page, "| rows 9,999,999,999 and on of order_details, scrolling | {} |", far(&mut client)?.line())?;
    let (times, failed) = load(&server)?;
    writeln!(page, "| {USERS} users previewing, {RUNS} runs under way, {} s | {} |", LOAD.as_secs(), times.line())?;
    drop(server);
    writeln!(page, "\nOf the previews under load, {failed} failed.")?;
    let server = Server::start(&wares, &data)?;
    let (bytes, up, down) = long_file(&wares, &server)?;
    writeln!(
        page,
        "\nA CSV file of {} MB went up in {up} s and a made one of the same rows came down in {down} s; the server never held more than {} MB of memory.",
        bytes / 1_000_000,
        server.peak_mb()?
    )?;
    drop(server);
    fs::remove_dir_all(&data)?;
    fs::write(root().join("docs/measured/server.md"), &page)?;
    eprint!("{page}");
    if failed > 0 {
        bail!("{failed} previews failed");
    }
    Ok(())
}

/// Each request has another template, so that nothing of it is known yet.
fn edits(client: &mut Client) -> anyhow::Result<Times> {
    let made = client.ask("POST", "/api/templates", &json!({ "domain": "trail running shoes", "rows": 1_000 }).to_string())?;
    let mut template = made["template"].clone();
    let edit = |number: u64| {
        template["tables"][0]["columns"][6]["samples"] = json!([number, number + 10]);
        timed(client, "/api/preview", &json!({ "template": template, "rows": 50 }))
    };
    Ok(Times::of((0..100).map(edit).collect::<anyhow::Result<_>>()?))
}

fn far(client: &mut Client) -> anyhow::Result<Times> {
    let job = json!({ "shop": { "domain": "books", "orders": 4_000_000_000_u64 } });
    let rows = |number: u64| json!({ "job": job, "table": "order_details", "at": 9_999_999_999 + number * 37, "rows": 50 });
    Ok(Times::of((0..100).map(|number| timed(client, "/api/preview", &rows(number))).collect::<anyhow::Result<_>>()?))
}

/// Users preview while runs are under way; gives the times, and how many previews failed.
fn load(server: &Server) -> anyhow::Result<(Times, usize)> {
    let mut client = Client::new(server.address)?;
    let mut runs = Vec::new();
    for seed in 0..RUNS {
        let job = json!({ "job": { "customers": { "regions": [{ "code": "US" }], "rows": 20_000_000, "addresses": 0, "seed": seed } } });
        let run = client.ask("POST", "/api/runs", &job.to_string())?;
        runs.push(run["id"].as_str().context("a run without an id")?.to_owned());
    }
    let address = server.address;
    let user = move |number: u64| -> anyhow::Result<(Vec<u64>, usize)> {
        let mut client = Client::new(address)?;
        let (mut times, mut failed, started) = (Vec::new(), 0, Instant::now());
        for step in 0.. {
            if started.elapsed() > LOAD {
                break;
            }
            let table = ["products", "customers", "orders", "order_details"][step as usize % 4];
            let job = json!({ "shop": { "domain": "books", "orders": 1_000_000, "customers": 100_000, "seed": number } });
            match timed(&mut client, "/api/preview", &json!({ "job": job, "table": table, "at": step % 100, "rows": 50 })) {
                Ok(time) => times.push(time),
                Err(error) => {
                    eprintln!("a preview failed: {error:#}");
                    (failed, client) = (failed + 1, Client::new(address)?);
                }
            }
        }
        Ok((times, failed))
    };
    let users: Vec<_> = (0..USERS as u64).map(|number| thread::spawn(move || user(number))).collect();
    let (mut times, mut failed) = (Vec::new(), 0);
    for user in users {
        let (found, lost) = user.join().map_err(|_| anyhow::anyhow!("a user's thread ended by a panic"))??;
        times.extend(found);
        failed += lost;
    }
    for id in runs {
        let run = client.ask("POST", &format!("/api/runs/{id}/cancel"), "")?;
        if run["state"] != "running" {
            bail!("a run was not under way all the time: {run}");
        }
    }
    Ok((Times::of(times), failed))
}

/// Sends a long file up and fetches one; gives the bytes sent, and the seconds of both ways.
fn long_file(wares: &Path, server: &Server) -> anyhow::Result<(u64, u64, u64)> {
    let file = root().join("target/long.csv");
    let rows = LONG_ROWS.to_string();
    let words = ["customers", "--region", "US", "--addresses", "0", "--overwrite", "--rows", &rows, "--out"];
    run(Command::new(wares).args(words).arg(&file))?;
    let bytes = fs::metadata(&file)?.len();
    let mut client = Client::new(server.address)?;
    let started = Instant::now();
    client.send("/api/uploads?name=customers.csv", &mut File::open(&file)?, bytes)?;
    let up = started.elapsed().as_secs();
    fs::remove_file(&file)?;
    let job = json!({ "job": { "customers": { "regions": [{ "code": "US" }], "rows": LONG_ROWS, "addresses": 0 } } });
    let made = client.ask("POST", "/api/runs", &job.to_string())?;
    let id = made["id"].as_str().context("a run without an id")?;
    loop {
        let run = client.ask("GET", &format!("/api/runs/{id}"), "")?;
        match run["state"].as_str() {
            Some("done") => break,
            Some("queued" | "running") => thread::sleep(Duration::from_millis(500)),
            _ => bail!("the run came to no good end: {run}"),
        }
    }
    let started = Instant::now();
    client.fetch(&format!("/api/runs/{id}/files/customers.csv"))?;
    Ok((bytes, up, started.elapsed().as_secs()))
}

/// Tries every operation of the OpenAPI document with sound and with odd input: no answer of 500 or more, none that the document does not name.
/// `whole` tries every keyword of every schema too, which takes minutes.
pub(crate) fn api(whole: bool) -> anyhow::Result<()> {
    run(&mut cargo(&["build", "--package", "wares-cli", "--locked"]))?;
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from);
    let venv = target.join("api");
    let tool = |name: &str| venv.join("bin").join(name);
    if !tool("st").exists() {
        run(Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
        run(Command::new(tool("pip")).args(["install", "--quiet", SCHEMATHESIS]))?;
    }
    let server = Server::start(&target.join("debug").join(format!("wares{}", env::consts::EXE_SUFFIX)), &target.join("api-data"))?;
    let document = format!("http://{}/api/openapi.json", server.address);
    let checks = "not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance";
    let mut command = Command::new(tool("st"));
    // It keeps a cache where it stands.
    command
        .current_dir(&venv)
        .args(["run", &document, "--checks", checks, "--max-examples", "10", "--seed", "1"])
        // The coverage of every keyword of every schema takes tens of thousands of cases.
        .args(["--phases", if whole { "examples,coverage,fuzzing" } else { "examples,fuzzing" }])
        // Events end when the run does; a test of the server reads them.
        .args(["--exclude-operation-id", "runEvents", "--suppress-health-check", "all", "--continue-on-failure", "--no-color"]);
    let started = Instant::now();
    let tried = told(&mut command)?;
    let cases = tried.iter().rev().find(|line| line.contains("generated")).context("the tool did not say how many cases it tried")?;
    eprintln!("api: {}, {} s", cases.trim(), started.elapsed().as_secs());
    Ok(())
}

/// Runs a command, shows what it says and gives its lines.
///
/// # Errors
/// When it fails.
fn told(command: &mut Command) -> anyhow::Result<Vec<String>> {
    eprintln!("> {command:?}");
    let mut process = command.stdout(Stdio::piped()).spawn().with_context(|| format!("cannot start {command:?}"))?;
    let lines = BufReader::new(process.stdout.take().context("the tool has no standard output")?).lines();
    let lines: Vec<String> = lines.map_while(Result::ok).inspect(|line| eprintln!("{line}")).collect();
    let status = process.wait()?;
    if !status.success() {
        bail!("{command:?} failed: {status}");
    }
    Ok(lines)
}

/// Whether Python can be started and makes environments of its own.
pub(crate) fn has_python() -> bool {
    let mut python = Command::new("python3");
    python.args(["-c", "import venv, ensurepip"]).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}
