//! `wares plan` and what it takes.

use clap::Subcommand;

use super::{
    customers::CustomersSource,
    orders::{OrderDetailsSource, OrdersSource},
    products::ProductsSource,
    shop::Source,
    template::DesignArgs,
};

#[derive(clap::Args)]
pub(crate) struct PlanArgs {
    /// Print JSON.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    #[command(subcommand)]
    pub(crate) command: PlanCommand,
}

#[derive(Subcommand)]
pub(crate) enum PlanCommand {
    /// What `wares shop` would make.
    Shop(Source),
    /// What `wares products` would make, and with `--by llm` what the model would take.
    Products(ProductsSource),
    /// What `wares customers` would make.
    Customers(CustomersSource),
    /// What `wares orders` would make.
    Orders(OrdersSource),
    /// What `wares order-details` would make.
    OrderDetails(OrderDetailsSource),
    /// What `wares template --by llm` would take.
    Template(DesignArgs),
}
