//! `wares customers`: customers, and the staff who look after them.

use std::path::{Path, PathBuf};

use wares::{model::Recipe, run::TableOut};

use super::watched::watched;
use crate::args::CustomersArgs;

pub(crate) fn run(args: &CustomersArgs) -> anyhow::Result<()> {
    let (template, checked) = args.template()?;
    let path = |path: &PathBuf| (path != Path::new("-")).then(|| path.clone());
    let out = |recipe: Recipe, file: &PathBuf| TableOut { table: recipe.name().to_owned(), path: path(file) };
    let mut outs = vec![out(Recipe::Customers, &args.out)];
    outs.extend(args.employees.iter().map(|file| out(Recipe::Employees, file)));
    outs.extend(args.offices.iter().map(|file| out(Recipe::Offices, file)));
    watched(args.run.progress, |progress| wares::run::tables(&template, &checked, &outs, &args.run.options(), progress))
}
