//! Movements of stock beside the products.

use super::{Shop, table::Index};
use crate::Error;

impl Shop<'_> {
    pub(super) fn stock_movements(&mut self) -> Result<(), Error> {
        let mut index = Index::new();
        let mut moved = vec![0_i64; self.parents.stock.len()];
        let (orders, products) = (std::mem::take(&mut self.orders.index), std::mem::take(&mut self.parents.products));
        let there = self.read("stock_movements", |shop, position, row| {
            shop.enter("stock_movements", "movementNumber", &mut index, position, row);
            shop.by_today("stock_movements", row, &["movementDate"]);
            let order = shop.refer_if_any("stock_movements", "every order is there", "orderNumber", &orders, row);
            let ordered = order.and_then(|order| shop.orders.facts[order as usize].date);
            shop.in_order("stock_movements", "nothing moves before it is ordered", row, (ordered, row.day("movementDate")));
            let product = shop.refer("stock_movements", "every product is there", "productCode", &products, row);
            if let (Some(product), Some(quantity)) = (product, row.number("quantity")) {
                moved[product as usize] += quantity;
            }
        })?;
        (self.orders.index, self.parents.products) = (orders, products);
        for (product, (stock, moved)) in self.parents.stock.iter().zip(&moved).enumerate().filter(|_| there) {
            let Some(stock) = stock else { continue };
            self.laws.look("stock_movements", "the movements of a product come to its stock", stock == moved, || {
                format!("product {} of products.csv: {moved} and {stock}", product + 1)
            });
        }
        Ok(())
    }
}
