//! `wares customers`.

use std::path::PathBuf;

use clap::ValueEnum;
use wares::{
    customers,
    job::{Customers, Job, Staff},
    model::{Day, trade},
};

use super::{Regions, RunArgs, regions};

/// Which customers, and how many.
#[derive(clap::Args)]
pub(crate) struct CustomersSource {
    /// Where customers live: country codes, each with a share if you like (`US=0.7,DE=0.3`). `wares list regions` shows all.
    #[arg(long, value_name = "CC[,CC=SHARE...]", value_parser = regions)]
    region: Regions,
    /// How many customers.
    #[arg(long, value_name = "N")]
    rows: u64,
    /// How many addresses of each region are given out at random; 0 gives each customer one of their own.
    #[arg(long, value_name = "N", default_value_t = 50)]
    addresses: u32,
    /// How telephone numbers are written.
    #[arg(long, value_enum, default_value_t = PhoneForm::Integer)]
    phone: PhoneForm,
    /// Which telephone numbers are used.
    #[arg(long, value_enum, default_value_t = PhoneMode::Fiction)]
    phones: PhoneMode,
    /// Give no two customers the same telephone number.
    #[arg(long)]
    unique_phones: bool,
    /// In which letters names and addresses are written.
    #[arg(long, value_enum, default_value_t = Script::Native)]
    script: Script,
    /// Share of customers that are companies, in percent.
    #[arg(long, value_name = "PERCENT", default_value_t = 4, value_parser = clap::value_parser!(u8).range(0..=100))]
    companies: u8,
    /// The columns, by name and in order. Beyond the default ones there are companyName, customerKind, contactMiddleName, stateName,
    /// countryCode, countryNative, latitude, longitude, timeZone, currency, language, phoneText, phoneNational, taxNumber, vatNumber, iban.
    #[arg(long, value_name = "A,B,...", value_delimiter = ',')]
    columns: Option<Vec<String>>,
    /// Make the shop's employees too; salesRepEmployeeNumber then refers to them. Needs `--offices`.
    #[arg(long, value_name = "FILE", requires = "offices")]
    pub(crate) employees: Option<PathBuf>,
    /// How many employees.
    #[arg(long, value_name = "N", default_value_t = 23, value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    employee_rows: u64,
    /// Make the shop's offices too.
    #[arg(long, value_name = "FILE")]
    pub(crate) offices: Option<PathBuf>,
    /// How many offices.
    #[arg(long, value_name = "N", default_value_t = 7, value_parser = clap::value_parser!(u64).range(1..=100_000))]
    office_rows: u64,
    /// The number from which every draw follows.
    #[arg(long, value_name = "S", default_value_t = 42)]
    seed: u64,
    /// The day after which nothing happens [default: the current day].
    #[arg(long, value_name = "YYYY-MM-DD")]
    today: Option<Day>,
}

#[derive(clap::Args)]
pub(crate) struct CustomersArgs {
    #[command(flatten)]
    pub(crate) source: CustomersSource,
    /// The file to write to; `-` is standard output.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
    #[command(flatten)]
    pub(crate) run: RunArgs,
}

/// How telephone numbers are written.
#[derive(Clone, Copy, ValueEnum)]
enum PhoneForm {
    /// All digits with the country code, as a whole number.
    Integer,
    /// As +15551234567 (E.164).
    Text,
    /// As written within the country.
    National,
}

/// Which telephone numbers are used.
#[derive(Clone, Copy, ValueEnum)]
enum PhoneMode {
    /// Set aside for films and tests, where the country has such numbers; else of fixed lines, which get no text messages.
    Fiction,
    /// Valid numbers of fixed lines and mobiles; they may belong to somebody.
    Valid,
    /// Of the right look, and refused by validators.
    Undialable,
}

/// In which letters names and addresses are written.
#[derive(Clone, Copy, ValueEnum)]
enum Script {
    /// Those of the country.
    Native,
    /// Latin letters.
    Latin,
    /// Those of the country, and columns in Latin letters beside them.
    Both,
}

impl CustomersSource {
    /// What is meant.
    pub(crate) fn job(&self) -> Job {
        Job::Customers(Customers {
            regions: self.region.0.clone(),
            rows: self.rows,
            addresses: self.addresses,
            companies: self.companies,
            unique_phones: self.unique_phones,
            phones: match self.phones {
                PhoneMode::Fiction => trade::PhoneMode::Fiction,
                PhoneMode::Valid => trade::PhoneMode::Valid,
                PhoneMode::Undialable => trade::PhoneMode::Undialable,
            },
            phone: match self.phone {
                PhoneForm::Integer => customers::PhoneForm::Integer,
                PhoneForm::Text => customers::PhoneForm::Text,
                PhoneForm::National => customers::PhoneForm::National,
            },
            script: match self.script {
                Script::Native => customers::Script::Native,
                Script::Latin => customers::Script::Latin,
                Script::Both => customers::Script::Both,
            },
            columns: self.columns.clone(),
            staff: self.offices.as_ref().map(|_| Staff { employees: self.employee_rows, offices: self.office_rows }),
            seed: Some(self.seed),
            today: self.today,
        })
    }
}
