//! Customers, employees and offices, of the regions of the template.

use wares_ids::Kind;
use wares_model::{
    Checked,
    check::CheckedTable,
    column::{CustomerFact, Fill},
    pack::{
        bundle,
        region::{Files, Region},
    },
    trade::{self, PhoneMode},
};

use super::{error::PlanError, look::currencies};
use crate::recipe::customers::{Customers, Lack, SignUps, phone_capacity};

pub(super) fn region_files(code: &str) -> Result<Files, PlanError> {
    bundle::region_files(code).ok_or_else(|| PlanError::Region { code: code.to_owned(), problem: "is not built in".to_owned() })
}

pub(super) fn read_region<'a>(code: &str, files: &'a Files) -> Result<Region<'a>, PlanError> {
    Region::read(files).map_err(|problems| {
        let problem = problems.iter().map(ToString::to_string).next().unwrap_or_default();
        PlanError::Region { code: code.to_owned(), problem }
    })
}

/// Customers, employees or offices of all regions of the template; only the packs of these are read.
pub(super) fn plan_people(checked: &Checked, table: &CheckedTable, sign_ups: &SignUps, trade: &trade::Customers) -> Result<Customers, PlanError> {
    let files: Vec<Files> = checked.regions.iter().map(|(code, _)| region_files(code)).collect::<Result<_, _>>()?;
    let mut regions = Vec::new();
    for (files, (code, share)) in files.iter().zip(&checked.regions) {
        let region = read_region(code, files)?;
        for column in &table.columns {
            if let Some(what) = lacking(&region, &column.fill) {
                let (table, column) = (table.name.clone(), column.schema.name.clone());
                return Err(PlanError::Lacks { table, column, region: code.clone(), what });
            }
        }
        regions.push((region, u64::from(*share)));
    }
    let currencies = currencies(checked)?;
    Customers::new(checked.seed, &table.name, sign_ups.clone(), trade, &regions, currencies).map_err(|(index, Lack::Phones { most })| {
        let others = PhoneMode::ALL.into_iter().filter(|mode| *mode != trade.phones);
        PlanError::Phones {
            region: checked.regions[index].0.clone(),
            wanted: table.rows,
            mode: trade.phones.name(),
            most,
            others: others.map(|mode| (mode.name(), phone_capacity(&regions[index].0, mode))).collect(),
        }
    })
}

/// What a region has not, that a column wants.
fn lacking(region: &Region<'_>, fill: &Fill) -> Option<&'static str> {
    let scheme = |kind| wares_ids::scheme(&region.header.code, kind).is_none();
    match fill {
        Fill::Customer(CustomerFact::TaxNumber) if scheme(Kind::PersonalTax) && scheme(Kind::CompanyTax) => {
            Some("tax number whose check digits are known")
        }
        Fill::Customer(CustomerFact::VatNumber) if scheme(Kind::Vat) => Some("VAT number whose check digits are known"),
        Fill::Customer(CustomerFact::Iban) if scheme(Kind::Iban) => Some("IBAN"),
        Fill::Customer(CustomerFact::MiddleName) if region.middle.is_empty() => Some("middle names"),
        _ => None,
    }
}
