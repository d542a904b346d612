//! Product lines, products, offices, employees, customers: keys, references and prices.

use wares_model::Day;

use super::{
    Shop,
    table::{Index, Key},
};
use crate::Error;

/// What the tables of the ledger need of these.
#[derive(Debug, Default)]
pub(super) struct Parents {
    pub(super) products: Index,
    /// Pieces in stock of each product, where the table says it.
    pub(super) stock: Vec<Option<i64>>,
    pub(super) customers: Index,
    /// The day of the sign-up of each customer, where the table says it.
    pub(super) signed_up: Vec<Option<Day>>,
}

impl Shop<'_> {
    pub(super) fn parents(&mut self) -> Result<(), Error> {
        let mut lines = Index::new();
        self.read("product_lines", |shop, position, row| shop.enter("product_lines", "productLine", &mut lines, position, row))?;
        let mut products = Index::new();
        self.read("products", |shop, position, row| {
            shop.enter("products", "productCode", &mut products, position, row);
            shop.refer("products", "every product line is there", "productLine", &lines, row);
            if let (Some(cost), Some(list)) = (row.minor("buyPrice"), row.minor("MSRP")) {
                shop.laws.look("products", "a product costs less than its list price", 0 <= cost && cost < list, || {
                    format!("line {}: {cost} and {list}, in minor units", row.line)
                });
            }
            shop.parents.stock.push(row.number("quantityInStock"));
        })?;
        let mut offices = Index::new();
        self.read("offices", |shop, position, row| shop.enter("offices", "officeCode", &mut offices, position, row))?;
        let employees = self.employees(&offices)?;
        let mut customers = Index::new();
        self.read("customers", |shop, position, row| {
            shop.enter("customers", "customerNumber", &mut customers, position, row);
            shop.refer_if_any("customers", "every sales representative is there", "salesRepEmployeeNumber", &employees, row);
            shop.in_order("customers", "nobody signs up before birth", row, (row.day("birthDate"), row.day("signedUpOn")));
            shop.by_today("customers", row, &["birthDate", "signedUpOn"]);
            shop.parents.signed_up.push(row.day("signedUpOn"));
        })?;
        (self.parents.products, self.parents.customers) = (products, customers);
        Ok(())
    }

    /// Employees refer to each other, so that references are looked at when all keys are known.
    fn employees(&mut self, offices: &Index) -> Result<Index, Error> {
        let mut employees = Index::new();
        let mut above: Vec<(u64, Key)> = Vec::new();
        self.read("employees", |shop, position, row| {
            shop.enter("employees", "employeeNumber", &mut employees, position, row);
            shop.refer("employees", "every office is there", "officeCode", offices, row);
            above.extend(row.key("reportsTo").map(|key| (row.line, key)));
        })?;
        for (line, key) in above {
            self.laws.look("employees", "everybody's superior is there", employees.contains_key(&key), || format!("line {line}: {key:?}"));
        }
        Ok(employees)
    }
}
