//! The command line of Wares. Standard output is for data, standard error for people.
//! Exit codes: 0 done, 1 we failed, 2 the input is at fault.

mod args;
mod commands;
mod desk;
mod report;
#[cfg(all(unix, feature = "local-llm"))]
mod threads;

use std::process::ExitCode;

use clap::Parser;

use crate::args::{Args, Command};

fn main() -> ExitCode {
    let args = Args::parse();
    #[cfg(all(unix, feature = "local-llm"))]
    if let Err(code) = threads::settle() {
        return code;
    }
    let outcome = match args.command {
        Command::Shop(shop) => commands::shop::run(&shop),
        Command::Products(products) => commands::products::run(&products),
        Command::Customers(customers) => commands::customers::run(&customers),
        Command::Orders(orders) => commands::orders::orders(&orders),
        Command::OrderDetails(details) => commands::orders::order_details(&details),
        Command::Preview(preview) => commands::preview::run(&preview),
        Command::Check(check) => commands::check::run(&check),
        Command::Template(template) => commands::template::run(&template),
        Command::Import(import) => commands::import::run(&import),
        Command::Plan(plan) => commands::plan::run(&plan),
        #[cfg(feature = "serve")]
        Command::Serve(serve) => commands::serve::run(&serve),
        Command::Llm(llm) => commands::llm::run(&llm),
        Command::Schema => commands::list::schema(),
        Command::List(list) => commands::list::run(&list),
        Command::Completions(completions) => commands::list::completions(&completions),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => report::report(&error),
    }
}
