//! Offices and employees: who works where, and for whom.
//!
//! The first employee is the president, then two vice presidents, then the sales managers; all others look after customers. People
//! and addresses come from [`Customers`], with keys of their own.

use std::sync::Arc;

use arrow_array::{ArrayRef, StringArray};
use wares_model::column::StaffFact;

use super::products::dictionary;
use crate::{
    column::{Column, nulled},
    key::Key,
};

/// The work of the employees of one plan.
pub(crate) struct Staff {
    employees: u64,
    managers: u64,
    offices: u64,
    office: Key,
    extension: Key,
    titles: Arc<StringArray>,
}

/// The president and the vice presidents.
const LEADERS: u64 = 3;

impl Staff {
    /// `employees`, `offices`: rows of the tables, each at least 1.
    pub(crate) fn new(seed: u64, table: &str, employees: u64, offices: u64) -> Self {
        Self {
            employees,
            managers: (employees / 8).clamp(1, 40),
            offices,
            office: Key::new(seed, table, "latent:office"),
            extension: Key::new(seed, table, "latent:extension"),
            titles: Arc::new(StringArray::from(vec!["President", "VP Sales", "VP Marketing", "Sales Manager", "Sales Rep"])),
        }
    }

    /// The employees who look after customers: a range of rows that is never empty.
    pub(crate) fn sales_reps(&self) -> std::ops::Range<u64> {
        let first = LEADERS + self.managers;
        if first < self.employees { first..self.employees } else { self.employees - 1..self.employees }
    }

    /// One column of some employees. `employee_key` and `office_key` fill the primary keys of their tables.
    pub(crate) fn column(&self, fact: StaffFact, rows: &[u64], employee_key: Option<&Column>, office_key: Option<&Column>) -> ArrayRef {
        match fact {
            StaffFact::JobTitle => {
                dictionary(rows.iter().map(|row| (*row).min(LEADERS + u64::from(*row >= LEADERS + self.managers)) as u32), &self.titles)
            }
            StaffFact::ReportsTo => {
                let above: Vec<u64> = rows.iter().map(|row| self.above(*row)).collect();
                let keys = employee_key.expect("employees have a key").fill(&above);
                nulled(&keys, rows.iter().map(|row| *row > 0))
            }
            StaffFact::Office => {
                let offices: Vec<u64> = rows.iter().map(|row| self.office_of(*row)).collect();
                office_key.expect("employees have offices").fill(&offices)
            }
            StaffFact::Extension => crate::column::texts(rows, 5, |row, out| {
                out.push('x');
                out.push_str(itoa::Buffer::new().format(self.extension.draw(*row).between(1_000, 9_999)));
                true
            }),
            StaffFact::Territory => unreachable!("the template was checked: territories stand in tables of offices"),
        }
    }

    fn above(&self, row: u64) -> u64 {
        match row {
            0..LEADERS => 0,
            row if row < LEADERS + self.managers => 1,
            row => LEADERS + self.office.draw(row).also(1).below(self.managers),
        }
    }

    /// The leaders sit in the first office; whoever reports to a manager works in the manager's office.
    fn office_of(&self, row: u64) -> u64 {
        match row {
            0..LEADERS => 0,
            row if row < LEADERS + self.managers => (row - LEADERS) % self.offices,
            row if self.managers >= self.offices => (self.above(row) - LEADERS) % self.offices,
            row => self.office.draw(row).below(self.offices),
        }
    }
}
