//! `wares check`: the certificate of a shop.

use wares::certificate;

use crate::{args::CheckArgs, report::say};

pub(crate) fn run(args: &CheckArgs) -> anyhow::Result<()> {
    let certificate = certificate::check(&args.folder)?;
    let mut lines: Vec<String> = certificate.tables.iter().map(|(table, rows)| format!("{table:<18}{rows:>12} rows")).collect();
    lines.push(String::new());
    lines.push(format!("{:<18}{:>12} {:>8}  {}", "table", "looked at", "broken", "law"));
    lines.extend(
        certificate.findings.iter().map(|finding| format!("{:<18}{:>12} {:>8}  {}", finding.table, finding.checked, finding.wrong, finding.law)),
    );
    super::print((lines.join("\n") + "\n").as_bytes())?;
    certificate.verdict(&args.folder)?;
    say("everything holds\n");
    Ok(())
}
