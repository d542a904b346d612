//! Throughput of whole runs: rows and MB per CPU second, and peak memory, from the kernel's own figures (Linux).

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use anyhow::{Context, bail};
use serde_json::{Value, json};

use crate::{build, root};

/// How often each case is run.
const RUNS: usize = 3;

/// Runs every case and keeps the figures under bench/runs/.
pub(crate) fn bench() -> anyhow::Result<()> {
    let wares = build(&[])?;
    let folder = root().join("target").join("bench");
    fs::create_dir_all(&folder)?;
    let trade = json!([
        {"name": "products", "recipe": "products", "rows": 2_000}, {"name": "customers", "recipe": "customers", "rows": 100_000},
        {"name": "orders", "recipe": "orders", "rows": 1}, {"name": "order_details", "recipe": "order_details"}
    ]);
    let alone = |name: &str| json!([{"name": name, "recipe": name, "rows": 1}]);
    let columns = |names: &[&str]| -> Value {
        let column = |name: &&str| match *name {
            "barcode" => json!({"name": name, "fill": {"barcode": {"kind": "ean13"}}}),
            "launchedOn" => json!({"name": name, "fill": {"product": "launched_on"}}),
            "audience" | "material" | "colorway" => json!({"name": name, "fill": {"attribute": name}}),
            _ => json!({"name": name}),
        };
        json!([{"name": "products", "recipe": "products", "rows": 1, "columns": names.iter().map(column).collect::<Vec<_>>()}])
    };
    let facts = ["productCode", "productName", "productLine", "productScale", "productVendor", "quantityInStock", "buyPrice", "MSRP"];
    let twelve = [&facts[..], &["barcode", "launchedOn", "audience", "material"]].concat();
    let described = [&facts[..], &["productDescription", "audience", "material", "colorway"]].concat();
    let cases = [
        ("products, 12 columns", columns(&twelve), "--products", 1_000_000_u64, 1),
        ("products, description too", columns(&described), "--products", 1_000_000, 1),
        ("customers", alone("customers"), "--customers", 2_000_000, 1),
        ("orders and order_details", trade.clone(), "--orders", 300_000, 1),
        ("orders and order_details", trade.clone(), "--orders", 3_000_000, 1),
        ("orders and order_details", trade.clone(), "--orders", 3_000_000, 2),
        ("orders and order_details", trade, "--orders", 30_000_000, 1),
    ];
    let mut results = Vec::new();
    eprintln!("{:<28}{:>8}{:>14}{:>12}{:>16}{:>14}{:>10}", "tables", "threads", "rows", "CPU 1/100 s", "rows per CPU s", "MB per CPU s", "peak MB");
    for (name, tables, flag, rows, threads) in cases {
        let template = folder.join("template.json");
        let document = json!({"version": 1, "name": "bench", "today": "2026-11-23", "catalog": "running-shoes", "tables": tables});
        fs::write(&template, document.to_string())?;
        let out = folder.join("out");
        let mut command = Command::new(&wares);
        command.arg("shop").arg(&template).args([
            flag,
            &rows.to_string(),
            "--threads",
            &threads.to_string(),
            "--progress",
            "none",
            "--overwrite",
            "--out",
        ]);
        command.arg(&out);
        // The machine may be busy with other things: the best of three runs says most of the program.
        let runs = (0..RUNS).map(|_| measure(&mut command, &out, name, threads)).collect::<anyhow::Result<Vec<Value>>>()?;
        let Some(result) = runs.into_iter().min_by_key(|run| run["cpu_centiseconds"].as_u64()) else { continue };
        let shown = |field: &str| result[field].to_string();
        let (rows, cpu) = (shown("rows"), shown("cpu_centiseconds"));
        let (rate, bytes, peak) = (shown("rows_per_cpu_second"), shown("mb_per_cpu_second"), shown("peak_mb"));
        eprintln!("{name:<28}{threads:>8}{rows:>14}{cpu:>12}{rate:>16}{bytes:>14}{peak:>10}");
        results.push(result);
        fs::remove_dir_all(&out)?;
    }
    let day = Command::new("date").arg("+%F").output().map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned())?;
    let kept = root().join("bench").join("runs").join(format!("{day}-{}-core.json", thread::available_parallelism()?));
    fs::write(&kept, serde_json::to_string_pretty(&results)? + "\n")?;
    eprintln!("kept in {}", kept.strip_prefix(root()).unwrap_or(&kept).display());
    Ok(())
}

/// Runs one case; the CPU time is that of the child in hundredths of a second, the memory its high-water mark.
fn measure(command: &mut Command, out: &Path, name: &str, threads: u64) -> anyhow::Result<Value> {
    let before = children_centiseconds()?;
    let started = Instant::now();
    let mut child = command.stderr(Stdio::null()).spawn().context("cannot start wares")?;
    let mut peak_kib = 0;
    let status = loop {
        let memory = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
        let line = memory.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or_default();
        peak_kib = peak_kib.max(line.split_whitespace().next().and_then(|number| number.parse::<u64>().ok()).unwrap_or(0));
        if let Some(status) = child.try_wait()? {
            break status;
        }
        thread::sleep(Duration::from_millis(10));
    };
    if !status.success() {
        bail!("{command:?} failed: {status}");
    }
    let wall = started.elapsed().as_millis();
    let cpu = (children_centiseconds()? - before).max(1);
    let manifest: Value = serde_json::from_str(&fs::read_to_string(out.join("manifest.json"))?)?;
    let files = manifest["files"].as_array().cloned().unwrap_or_default();
    let sum = |field: &str| files.iter().filter_map(|file| file[field].as_u64()).sum::<u64>();
    let (rows, bytes) = (sum("rows"), sum("bytes"));
    Ok(json!({
        "tables": name, "threads": threads, "rows": rows, "bytes": bytes, "wall_milliseconds": wall as u64, "cpu_centiseconds": cpu,
        "rows_per_cpu_second": rows * 100 / cpu, "mb_per_cpu_second": bytes / cpu / 10_000, "peak_mb": peak_kib * 1_024 / 1_000_000
    }))
}

/// CPU time of all children that have ended, in hundredths of a second (the kernel's clock ticks).
fn children_centiseconds() -> anyhow::Result<u64> {
    let stat = fs::read_to_string("/proc/self/stat").context("this benchmark reads /proc, which only Linux has")?;
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let field = |index: usize| fields.get(index).and_then(|text| text.parse::<u64>().ok()).unwrap_or(0);
    // Behind the name come the state (0), ..., cutime (13) and cstime (14).
    Ok(field(13) + field(14))
}
