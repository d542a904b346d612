//! A range of rows becomes a record batch. Latents are drawn once for the range; every column reads them.

use std::{ops::Range, sync::Arc};

use arrow_array::{Array, ArrayRef, Int64Array, RecordBatch, RecordBatchOptions, make_array};
use arrow_buffer::{BooleanBuffer, NullBuffer};
use arrow_schema::{DataType, Field, Schema};
use wares_model::{
    Physical,
    column::{BasketFact, CustomerFact, Fill, LineFact, MovementFact, OrderFact, PaymentFact, ReturnFact, ShipmentFact, StaffFact},
    decimal::Decimal,
    template::Recipe,
};

use crate::{
    column::{convert, nulled, print, texts},
    plan::{ColumnPlan, Filler, Shop, TablePlan, TextPart},
    recipe::{
        customers::{Customer, Customers},
        ledger::{Bill, movements::Movement, payments::Payment, returns::Return, shipments::Shipment},
        order_details::Line,
        orders::Order,
        products::Product,
    },
};

/// The latents of a range of rows, as far as the table's recipe has any.
enum Latents {
    None,
    Products(Vec<Product>),
    Customers(Vec<Customer>),
    /// Orders, and their bills where a column shows an amount.
    Orders(Vec<Order>, Vec<Bill>),
    Payments(Vec<Payment>),
    Shipments(Vec<Shipment>),
    Returns(Vec<Return>),
    Movements(Vec<Movement>),
    Lines(Vec<Line>),
    Baskets(Vec<Vec<Line>>),
}

/// Fills all columns that come out.
pub(crate) fn fill(table: &TablePlan, shop: &Shop, rows: Range<u64>) -> RecordBatch {
    let range: Vec<u64> = rows.clone().collect();
    let latents = latents(table, shop, rows);
    let filling = Filling { table, shop, rows: &range, latents };
    let (mut fields, mut arrays) = (Vec::new(), Vec::new());
    let included = table.columns.iter().enumerate().filter(|(_, column)| column.include);
    for ((index, column), schema) in included.zip(&table.schema.columns) {
        let array = convert(filling.column(index), column.natural, column.physical);
        fields.push(Field::new(&schema.name, array.data_type().clone(), true));
        arrays.push(array);
    }
    let options = RecordBatchOptions::new().with_row_count(Some(range.len()));
    RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), arrays, &options).expect("all columns have the rows of the range")
}

/// Draws what the columns of a range of rows read.
fn latents(table: &TablePlan, shop: &Shop, rows: Range<u64>) -> Latents {
    match table.recipe {
        Some(Recipe::Products) => {
            let products = shop.products.as_ref().expect("the plan holds the recipe of its table");
            Latents::Products(products.latents(rows))
        }
        Some(recipe @ (Recipe::Customers | Recipe::Employees | Recipe::Offices)) => {
            let customers = shop.people.get(&recipe).expect("the plan holds the recipe of its table");
            Latents::Customers(rows.map(|row| customers.latent(row)).collect())
        }
        Some(Recipe::Orders) => {
            let orders = shop.orders.as_ref().expect("the plan holds the recipe of its table").latents(rows);
            let amount = |column: &ColumnPlan| column.include && matches!(column.filler, Filler::Recipe(Fill::Order(fact)) if fact.is_amount());
            let bills = if table.columns.iter().any(amount) { shop.with_books(|books| books.bills(&orders)) } else { Vec::new() };
            Latents::Orders(orders, bills)
        }
        Some(recipe @ (Recipe::OrderDetails | Recipe::OrderLists)) => {
            let details = shop.order_details.as_ref().expect("the plan holds the recipe of its table");
            shop.with_sale(|sale| match recipe {
                Recipe::OrderDetails => Latents::Lines(details.lines(rows, sale)),
                _ => Latents::Baskets(details.baskets(rows, sale)),
            })
        }
        Some(Recipe::Payments) => Latents::Payments(shop.with_books(|books| books.payments(rows))),
        Some(Recipe::Shipments) => Latents::Shipments(shop.with_books(|books| books.shipments(rows))),
        Some(recipe @ (Recipe::Returns | Recipe::StockMovements)) => {
            let (counted, size) = shop.returns.as_ref().zip(shop.movements).expect("the plan holds the recipe of its table");
            shop.with_books(|books| match recipe {
                Recipe::Returns => Latents::Returns(books.returns(counted, rows)),
                _ => Latents::Movements(books.movements(size, counted, rows)),
            })
        }
        Some(Recipe::ProductLines) | None => Latents::None,
    }
}

struct Filling<'a> {
    table: &'a TablePlan,
    shop: &'a Shop,
    rows: &'a [u64],
    latents: Latents,
}

impl Filling<'_> {
    /// The column at a position, in its natural form, with its gaps.
    fn column(&self, index: usize) -> ArrayRef {
        let column = &self.table.columns[index];
        let array = match &column.filler {
            Filler::Own(own) => own.fill(self.rows),
            Filler::Reference { key, rows, parent } => {
                let parents: Vec<u64> = self.rows.iter().map(|row| key.draw(*row).below(*rows)).collect();
                parent.fill(&parents)
            }
            Filler::Along(recipe, along) => along.fill(&self.drawn_for(*recipe)),
            Filler::Text(parts) => self.text(parts),
            Filler::Recipe(fill) => self.fact(fill),
        };
        self.with_gaps(column, array)
    }

    /// The row of the table of this recipe that was drawn for each row.
    fn drawn_for(&self, recipe: Recipe) -> Vec<u64> {
        match (&self.latents, recipe, &self.shop.orders) {
            (Latents::Orders(drawn, _), Recipe::Customers, Some(orders)) => drawn.iter().map(|order| orders.customer(order)).collect(),
            (Latents::Lines(lines), Recipe::Orders, _) => lines.iter().map(|line| line.order).collect(),
            (Latents::Lines(lines), Recipe::Products, _) => lines.iter().map(|line| line.product).collect(),
            (Latents::Baskets(baskets), Recipe::Orders, _) => baskets.iter().map(|basket| basket[0].order).collect(),
            _ => unreachable!("the plan asks for no other"),
        }
    }

    fn fact(&self, fill: &Fill) -> ArrayRef {
        let shop = self.shop;
        match (fill, &self.latents, &shop.products, &shop.orders) {
            (Fill::Product(fact), Latents::Products(drawn), Some(products), _) => products.column(*fact, drawn),
            (Fill::Sku(sku), Latents::Products(drawn), Some(products), _) => products.sku_column(&sku.pattern, drawn),
            (Fill::Attribute(name), Latents::Products(drawn), Some(products), _) => products.attribute_column(name, drawn),
            (Fill::Customer(CustomerFact::SalesRep), Latents::Customers(drawn), ..) if shop.staff.is_some() => {
                let staff = shop.staff.as_ref().expect("the guard says so");
                self.people().sales_reps(drawn, staff.sales_reps(), shop.employee_key.as_ref().expect("employees have a key"))
            }
            (Fill::Customer(fact), Latents::Customers(drawn), ..) => self.people().column(*fact, drawn),
            (Fill::Staff(StaffFact::Territory), Latents::Customers(drawn), ..) => self.people().territories(drawn),
            (Fill::Staff(fact), ..) => {
                let staff = shop.staff.as_ref().expect("the plan holds the recipe of its table");
                staff.column(*fact, self.rows, shop.employee_key.as_ref(), shop.office_key.as_ref())
            }
            (Fill::Order(OrderFact::Customer), ..) => {
                shop.customer_key.as_ref().expect("orders have customers").fill(&self.drawn_for(Recipe::Customers))
            }
            (Fill::Order(fact), Latents::Orders(_, bills), ..) if fact.is_amount() => {
                Bill::column(*fact, bills, &shop.ledger.as_ref().expect("bills have a ledger").currencies)
            }
            (Fill::Order(fact), Latents::Orders(drawn, _), _, Some(orders)) => orders.column(*fact, drawn),
            (Fill::ProductLine(fact), ..) => shop.product_lines.as_ref().expect("the plan holds the recipe of its table").column(*fact, self.rows),
            (Fill::Payment(_) | Fill::Shipment(_) | Fill::Return(_) | Fill::Movement(_), ..) => self.ledger(fill),
            (Fill::Line(fact), Latents::Lines(lines), ..) => {
                let numbers = |value: fn(&Line) -> i64| Arc::new(Int64Array::from_iter_values(lines.iter().map(value))) as ArrayRef;
                let rows = |row: fn(&Line) -> u64| lines.iter().map(row).collect::<Vec<u64>>();
                match fact {
                    LineFact::Order => shop.order_key.as_ref().expect("lines have orders").fill(&rows(|line| line.order)),
                    LineFact::Product => shop.product_key.as_ref().expect("lines have products").fill(&rows(|line| line.product)),
                    LineFact::Quantity => numbers(|line| line.quantity),
                    LineFact::PriceEach => numbers(|line| line.price_minor),
                    LineFact::LineNumber => numbers(|line| line.number),
                }
            }
            (Fill::Basket(fact), Latents::Baskets(baskets), ..) => self.basket(*fact, baskets),
            _ => unreachable!("the template was checked: every fact stands in a table of its recipe"),
        }
    }

    /// One column of a table of the ledger.
    fn ledger(&self, fill: &Fill) -> ArrayRef {
        let shop = self.shop;
        let ledger = shop.ledger.as_ref().expect("the plan holds the recipe of its table");
        let orders = |rows: Vec<u64>| shop.order_key.as_ref().expect("the ledger has orders").fill(&rows);
        let products = |rows: Vec<u64>| shop.product_key.as_ref().expect("the ledger has products").fill(&rows);
        match (fill, &self.latents) {
            (Fill::Payment(PaymentFact::Order), Latents::Payments(drawn)) => orders(drawn.iter().map(|payment| payment.order).collect()),
            (Fill::Payment(PaymentFact::Customer), Latents::Payments(drawn)) => {
                let rows: Vec<u64> = drawn.iter().map(|payment| payment.customer).collect();
                shop.customer_key.as_ref().expect("the ledger has customers").fill(&rows)
            }
            (Fill::Payment(fact), Latents::Payments(drawn)) => ledger.payments.column(*fact, drawn, &ledger.currencies),
            (Fill::Shipment(ShipmentFact::Order), Latents::Shipments(drawn)) => orders(drawn.iter().map(|shipment| shipment.order).collect()),
            (Fill::Shipment(fact), Latents::Shipments(drawn)) => ledger.shipments.column(*fact, drawn),
            (Fill::Return(ReturnFact::Order), Latents::Returns(drawn)) => orders(drawn.iter().map(|back| back.line.order).collect()),
            (Fill::Return(ReturnFact::Product), Latents::Returns(drawn)) => products(drawn.iter().map(|back| back.line.product).collect()),
            (Fill::Return(fact), Latents::Returns(drawn)) => ledger.returns.column(*fact, drawn, &ledger.currencies),
            (Fill::Movement(MovementFact::Product), Latents::Movements(drawn)) => products(drawn.iter().map(|movement| movement.product).collect()),
            (Fill::Movement(MovementFact::Order), Latents::Movements(drawn)) => {
                let keys = orders(drawn.iter().map(|movement| movement.order.unwrap_or(0)).collect());
                nulled(&keys, drawn.iter().map(|movement| movement.order.is_some()))
            }
            (Fill::Movement(fact), Latents::Movements(drawn)) => Movement::column(*fact, drawn),
            _ => unreachable!("the template was checked: every fact stands in a table of its recipe"),
        }
    }

    /// One column of orders with their lines in lists.
    fn basket(&self, fact: BasketFact, baskets: &[Vec<Line>]) -> ArrayRef {
        let numbers = |value: fn(&Vec<Line>) -> i64| Arc::new(Int64Array::from_iter_values(baskets.iter().map(value))) as ArrayRef;
        let lists = |print: &dyn Fn(&Line, &mut String)| {
            texts(baskets, 24, |basket, out| {
                for (index, line) in basket.iter().enumerate() {
                    if index > 0 {
                        out.push('|');
                    }
                    print(line, out);
                }
                true
            })
        };
        match fact {
            BasketFact::Order => {
                let orders: Vec<u64> = baskets.iter().map(|basket| basket[0].order).collect();
                self.shop.order_key.as_ref().expect("lines have orders").fill(&orders)
            }
            BasketFact::Products => {
                let key = self.shop.product_key.as_ref().expect("lines have products");
                let all: Vec<u64> = baskets.iter().flatten().map(|line| line.product).collect();
                let codes = key.fill(&all);
                let physical = if codes.data_type() == &DataType::Int64 { Physical::Integer } else { Physical::Text };
                let mut end = 0;
                let mut span = |basket: &Vec<Line>| {
                    end += basket.len();
                    (end - basket.len(), end)
                };
                let spans: Vec<(usize, usize)> = baskets.iter().map(&mut span).collect();
                texts(&spans, 24, |(start, end), out| {
                    for position in *start..*end {
                        if position > *start {
                            out.push('|');
                        }
                        print(&codes, physical, position, out);
                    }
                    true
                })
            }
            BasketFact::Quantities => lists(&|line, out| out.push_str(&line.quantity.to_string())),
            BasketFact::Prices => {
                let digits = 2 - i32::from(self.shop.money_decimals);
                let shown =
                    |price: i64| if digits > 0 { price / 10_i64.pow(digits.unsigned_abs()) } else { price * 10_i64.pow(digits.unsigned_abs()) };
                lists(&|line, out| {
                    out.push_str(&Decimal { digits: shown(line.price_minor), scale: self.shop.money_decimals }.to_string());
                })
            }
            BasketFact::Lines => numbers(|basket| basket.len() as i64),
            BasketFact::Total => numbers(|basket| basket.iter().map(|line| line.quantity * line.price_minor).sum()),
        }
    }

    /// Customers, employees or offices: whoever the table holds.
    fn people(&self) -> &Customers {
        let recipe = self.table.recipe.expect("facts of people stand in tables with a recipe");
        self.shop.people.get(&recipe).expect("the plan holds the recipe of its table")
    }

    fn text(&self, parts: &[TextPart]) -> ArrayRef {
        let columns: Vec<Option<(ArrayRef, &ColumnPlan)>> = parts
            .iter()
            .map(|part| match part {
                TextPart::Literal(_) => None,
                TextPart::Column(index) => Some((self.column(*index), &self.table.columns[*index])),
            })
            .collect();
        let rows: Vec<usize> = (0..self.rows.len()).collect();
        texts(&rows, 24, |row, out| {
            for (part, column) in parts.iter().zip(&columns) {
                match (part, column) {
                    (TextPart::Literal(literal), _) => out.push_str(literal),
                    (_, Some((array, plan))) => {
                        print(array, plan.natural, *row, out);
                    }
                    _ => {}
                }
            }
            true
        })
    }

    /// Takes out the values of the share of rows that have none.
    fn with_gaps(&self, column: &ColumnPlan, array: ArrayRef) -> ArrayRef {
        let Some((key, percent)) = column.nulls else { return array };
        let kept = BooleanBuffer::collect_bool(self.rows.len(), |index| key.draw(self.rows[index]).below(100) >= percent);
        let nulls = NullBuffer::union(array.nulls(), Some(&NullBuffer::new(kept)));
        let data = array.to_data().into_builder().nulls(nulls).build().expect("gaps have the length of the column");
        make_array(data)
    }
}
