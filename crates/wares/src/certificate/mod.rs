//! Whether the tables of a shop hold together: keys, references, the ledger, dates. Behind `wares check`.
//!
//! In: a folder of CSV files with the usual names and columns. Out: a [`Certificate`]: every law with how often it was looked at and how often it is
//! broken. The files are read once, row by row; what stays in memory are keys and a few numbers of each order, line and product. Start at [`check`].
//!
//! Elsewhere: reading (`table`), counting (`law`), and a file for each group of tables.

mod law;
mod line;
mod money;
mod order;
mod parent;
mod stock;
mod table;

use std::{fs, path::Path};

use wares_model::{Day, Place, Problem};

pub use self::law::Finding;
use self::{law::Laws, line::Lines, order::Orders, parent::Parents};
use crate::Error;

/// What was found in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// The tables found, with their rows.
    pub tables: Vec<(String, u64)>,
    /// Every law that could be looked at, in the order of the tables.
    pub findings: Vec<Finding>,
    /// The day after which nothing may happen, where the manifest says it.
    pub today: Option<Day>,
}

/// Everything known of the shop while its tables are read.
struct Shop<'a> {
    folder: &'a Path,
    today: Option<Day>,
    laws: Laws,
    tables: Vec<(String, u64)>,
    parents: Parents,
    orders: Orders,
    lines: Lines,
}

/// Checks the tables of a folder.
///
/// # Errors
/// [`Error::Input`] when the folder holds no table of a shop, or a file cannot be read as CSV: with the line. That laws are broken is no error.
pub fn check(folder: &Path) -> Result<Certificate, Error> {
    let mut shop = Shop {
        folder,
        today: today(folder),
        laws: Laws::default(),
        tables: Vec::new(),
        parents: Parents::default(),
        orders: Orders::default(),
        lines: Lines::default(),
    };
    shop.parents()?;
    shop.orders()?;
    shop.order_details()?;
    shop.settle_orders();
    shop.payments()?;
    shop.shipments()?;
    shop.returns()?;
    shop.stock_movements()?;
    if shop.tables.is_empty() {
        let problem = Problem::new(Place::root(), "holds no table of a shop").hint("name the folder that `wares shop` wrote to");
        return Err(Error::Input { subject: folder.display().to_string(), problems: vec![problem] });
    }
    Ok(Certificate { tables: shop.tables, findings: shop.laws.findings(), today: shop.today })
}

impl Certificate {
    /// How many rows break a law, over all laws.
    pub fn wrong(&self) -> u64 {
        self.findings.iter().map(|finding| finding.wrong).sum()
    }

    /// The broken laws as problems of the folder; none where all hold.
    ///
    /// # Errors
    /// [`Error::Input`], with a problem for each broken law.
    pub fn verdict(&self, folder: &Path) -> Result<(), Error> {
        let broken = self.findings.iter().filter(|finding| finding.wrong > 0);
        let problem = |finding: &Finding| {
            let problem =
                Problem::new(Place::root().field(finding.table), format!("{}: {} of {} are not so", finding.law, finding.wrong, finding.checked));
            if finding.examples.is_empty() { problem } else { problem.hint(finding.examples.join("; ")) }
        };
        let problems: Vec<Problem> = broken.map(problem).collect();
        if problems.is_empty() { Ok(()) } else { Err(Error::Input { subject: folder.display().to_string(), problems }) }
    }
}

/// The day of the run, as the manifest has it.
fn today(folder: &Path) -> Option<Day> {
    let text = fs::read_to_string(folder.join("manifest.json")).ok()?;
    let manifest: serde_json::Value = serde_json::from_str(&text).ok()?;
    manifest["today"].as_str()?.parse().ok()
}
