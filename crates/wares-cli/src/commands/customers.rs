//! `wares customers`: customers, and the staff who look after them.

use wares::model::Recipe;

use crate::args::CustomersArgs;

pub(crate) fn run(args: &CustomersArgs) -> anyhow::Result<()> {
    let mut outs = vec![(Recipe::Customers.name(), &args.out)];
    outs.extend(args.source.employees.iter().map(|file| (Recipe::Employees.name(), file)));
    outs.extend(args.source.offices.iter().map(|file| (Recipe::Offices.name(), file)));
    super::make(&super::prepare(&args.source.job())?, &outs, &args.run)
}
