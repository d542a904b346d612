//! Customers alone, and the staff who look after them: the template behind `wares customers`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use wares_model::{
    Column, ColumnType, Recipe, Table, Template,
    column::{CustomerFact, Fill},
    defaults,
    template::RegionShare,
    trade::{self, Trade},
    version,
};

/// What is wanted of customers.
#[derive(Debug, Clone)]
pub struct Wanted {
    /// Where they live.
    pub regions: Vec<RegionShare>,
    /// How many.
    pub rows: u64,
    /// Addresses, telephone numbers, share of companies.
    pub trade: trade::Customers,
    /// How telephone numbers are written.
    pub phone: PhoneForm,
    /// In which letters names and addresses are written.
    pub script: Script,
    /// The columns by name, in order. None: the default ones.
    pub columns: Option<Vec<String>>,
    /// Rows of the tables of employees and offices, where they are wanted.
    pub staff: Option<(u64, u64)>,
}

/// How telephone numbers are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum PhoneForm {
    /// All digits with the country code, as a whole number.
    #[default]
    Integer,
    /// As `+15551234567` (E.164).
    Text,
    /// As written within the country.
    National,
}

/// In which letters names and addresses are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub enum Script {
    /// Those of the country.
    #[default]
    Native,
    /// Latin letters.
    Latin,
    /// Those of the country, and columns in Latin letters beside them.
    Both,
}

/// The template of such customers.
pub fn template(wanted: &Wanted) -> Template {
    let table = |recipe: Recipe, rows: u64, columns: Option<Vec<Column>>| Table { columns, ..Table::of(recipe, Some(rows)) };
    let mut tables = Vec::new();
    if let Some((employees, offices)) = wanted.staff {
        tables.push(table(Recipe::Offices, offices, scripted(Recipe::Offices, offices, wanted)));
        tables.push(table(Recipe::Employees, employees, scripted(Recipe::Employees, employees, wanted)));
    }
    tables.push(table(Recipe::Customers, wanted.rows, scripted(Recipe::Customers, wanted.rows, wanted)));
    Template {
        version: version::CURRENT,
        name: "customers".to_owned(),
        domain: None,
        variant: None,
        seed: 42,
        today: None,
        regions: wanted.regions.clone(),
        catalog: None,
        trade: Trade { customers: wanted.trade.clone(), ..Trade::default() },
        tables,
    }
}

/// The columns of a table in the script and form wanted; none where they are the default ones.
fn scripted(recipe: Recipe, rows: u64, wanted: &Wanted) -> Option<Vec<Column>> {
    let named = wanted.columns.as_ref().filter(|_| recipe == Recipe::Customers);
    if named.is_none() && wanted.script == Script::Native && wanted.phone == PhoneForm::Integer {
        return None;
    }
    let usual = defaults::columns(recipe, rows, &Trade::default());
    let optional = defaults::optional(recipe);
    let known = |name: &str| usual.iter().chain(&optional).find(|column| column.name == *name).cloned().unwrap_or_else(|| Column::named(name));
    let chosen: Vec<Column> = match named {
        Some(names) => names.iter().map(|name| known(name)).collect(),
        None => usual.clone(),
    };
    let mut columns = Vec::new();
    for mut column in chosen {
        let latin = match column.fill {
            Some(Fill::Customer(fact)) => defaults::in_latin(fact),
            _ => None,
        };
        if column.fill == Some(Fill::Customer(CustomerFact::Phone)) {
            let (fact, column_type) = match wanted.phone {
                PhoneForm::Integer => (CustomerFact::Phone, None),
                PhoneForm::Text => (CustomerFact::PhoneText, Some(ColumnType::Phone)),
                PhoneForm::National => (CustomerFact::PhoneNational, Some(ColumnType::Phone)),
            };
            (column.fill, column.column_type) = (Some(Fill::Customer(fact)), column_type);
        }
        match (wanted.script, latin) {
            (Script::Latin, Some(fact)) => columns.push(Column { fill: Some(Fill::Customer(fact)), ..column }),
            (Script::Both, Some(fact)) => {
                let beside = Column { name: format!("{}Latin", column.name), fill: Some(Fill::Customer(fact)), ..column.clone() };
                columns.push(column);
                columns.push(beside);
            }
            _ => columns.push(column),
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    columns.retain(|column| !column.name.ends_with("Latin") || seen.insert(column.name.clone()));
    Some(columns)
}
