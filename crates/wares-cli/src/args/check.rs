//! `wares check`.

use std::path::PathBuf;

#[derive(clap::Args)]
pub(crate) struct CheckArgs {
    /// The folder with the tables: products.csv, customers.csv, orders.csv and so on, and the manifest where there is one.
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,
}
