//! Customers of some countries, and the staff who look after them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use wares_model::{
    Day, Recipe,
    template::RegionShare,
    trade::{self, PhoneMode},
};

use super::{Prepared, check, within};
use crate::{
    Error,
    customers::{self, PhoneForm, Script},
};

/// Customers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schemars(rename = "CustomersJob")]
pub struct Customers {
    /// Where they live.
    pub regions: Vec<RegionShare>,
    /// How many.
    pub rows: u64,
    /// How many addresses of each region are given out at random; 0 gives each customer one of their own. Default: 50.
    #[serde(default = "fifty")]
    pub addresses: u32,
    /// How telephone numbers are written. Default: as whole numbers.
    #[serde(default)]
    pub phone: PhoneForm,
    /// Which telephone numbers are used. Default: those of fiction.
    #[serde(default)]
    pub phones: PhoneMode,
    /// Give no two customers the same telephone number.
    #[serde(default)]
    pub unique_phones: bool,
    /// In which letters names and addresses are written. Default: those of the country.
    #[serde(default)]
    pub script: Script,
    /// Share of customers that are companies, in percent. Default: 4.
    #[serde(default = "four")]
    pub companies: u8,
    /// The columns, by name and in order. Default: the usual ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub columns: Option<Vec<String>>,
    /// Make the shop's employees and offices too. Default: neither.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<Staff>,
    /// The number from which every draw follows. Default: 42.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// The day after which nothing happens. Default: the current day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub today: Option<Day>,
}

/// Who works where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Staff {
    /// How many offices; 1 to 100,000. Default: 7.
    #[serde(default = "seven")]
    pub offices: u64,
    /// How many employees; 1 to 1,000,000. Default: 23.
    #[serde(default = "twenty_three")]
    pub employees: u64,
}

fn fifty() -> u32 {
    50
}

fn four() -> u8 {
    4
}

fn seven() -> u64 {
    7
}

fn twenty_three() -> u64 {
    23
}

impl Customers {
    pub(super) fn prepare(&self, today: Day) -> Result<Prepared, Error> {
        within("customers", "companies", self.companies.into(), 0..=100)?;
        if let Some(staff) = self.staff {
            within("customers", "staff.employees", staff.employees, 1..=1_000_000)?;
            within("customers", "staff.offices", staff.offices, 1..=100_000)?;
        }
        let wanted = customers::Wanted {
            regions: self.regions.clone(),
            rows: self.rows,
            trade: trade::Customers {
                addresses: self.addresses,
                company_percent: self.companies,
                unique_phones: self.unique_phones,
                phones: self.phones,
                ..trade::Customers::default()
            },
            phone: self.phone,
            script: self.script,
            columns: self.columns.clone(),
            staff: self.staff.map(|staff| (staff.employees, staff.offices)),
        };
        let mut template = customers::template(&wanted);
        template.seed = self.seed.unwrap_or(template.seed);
        let today = self.today.unwrap_or(today);
        template.today = Some(today);
        let recipes = if self.staff.is_some() { &[Recipe::Customers, Recipe::Employees, Recipe::Offices][..] } else { &[Recipe::Customers] };
        let tables = recipes.iter().map(|recipe| recipe.name().to_owned()).collect();
        check(template, "customers", Vec::new(), tables, today)
    }
}
