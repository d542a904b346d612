//! Which columns of a file hold what other tables need to know of its rows.

use wares_model::Recipe;

use crate::{
    names::plain,
    profile::{DateOrder, Kind, Profile},
    value::Mark,
};

/// The columns that hold facts.
#[derive(Default)]
pub(super) struct Columns {
    pub(super) signed_up: Option<(usize, bool)>,
    pub(super) currency: Option<usize>,
    pub(super) price: Option<(usize, Mark)>,
    pub(super) cost: Option<(usize, Mark)>,
    pub(super) total: Option<(usize, Mark)>,
    /// Columns with the name of a fact whose values are none, and what they were to be.
    pub(super) unused: Vec<(usize, &'static str)>,
}

impl Columns {
    pub(super) fn new(recipe: Option<Recipe>, header: &[String], profiles: &[Profile]) -> Self {
        let mut unused = Vec::new();
        let mut find = |names: &[&str], what: &'static str, fits: &dyn Fn(&Profile) -> bool| {
            let named: Vec<usize> = names.iter().filter_map(|name| header.iter().position(|column| plain(column) == *name)).collect();
            let found = named.iter().copied().find(|column| fits(&profiles[*column]));
            if found.is_none() {
                unused.extend(named.first().map(|column| (*column, what)));
            }
            found
        };
        let mut amount = |names: &[&str]| {
            let column = find(names, "amounts", &|profile| matches!(profile.kind, Kind::Integer | Kind::Decimal | Kind::Money))?;
            Some((column, if profiles[column].decimal_comma { Mark::Comma } else { Mark::Point }))
        };
        let mut columns = Self::default();
        match recipe {
            Some(Recipe::Customers) => {
                let names = [
                    "signedupon",
                    "signupdate",
                    "registeredon",
                    "registrationdate",
                    "createdat",
                    "createdon",
                    "created",
                    "membersince",
                    "joinedon",
                    "joined",
                ];
                let column = find(&names, "days, such as 2026-11-23", &|profile| matches!(profile.kind, Kind::Date | Kind::DateTime));
                let is_code =
                    |column: &usize| profiles[*column].kind == Kind::Text && (profiles[*column].shortest, profiles[*column].longest) == (3, 3);
                columns.currency = header.iter().position(|name| ["currency", "currencycode"].contains(&plain(name).as_str())).filter(is_code);
                columns.signed_up = column.map(|column| (column, profiles[column].local_dates == Some(DateOrder::MonthFirst)));
            }
            Some(Recipe::Products) => {
                columns.price = amount(&["msrp", "listprice", "price", "unitprice", "regularprice", "variantprice", "retailprice", "rrp"]);
                columns.cost = amount(&["buyprice", "cost", "costprice", "unitcost", "purchaseprice", "costperitem"]);
            }
            Some(Recipe::Orders) => columns.total = amount(&["total", "ordertotal", "totalamount", "totalprice", "amount", "ordervalue", "subtotal"]),
            _ => {}
        }
        columns.unused = unused;
        columns
    }

    /// The columns that are read.
    pub(super) fn used(&self) -> impl Iterator<Item = usize> {
        let amounts = [self.price, self.cost, self.total].map(|found| found.map(|(column, _)| column));
        [self.signed_up.map(|(column, _)| column), self.currency].into_iter().chain(amounts).flatten()
    }

    pub(super) fn named(&self, header: &[String]) -> Vec<(&'static str, String)> {
        let facts = [
            ("days of sign-up", self.signed_up.map(|(column, _)| column)),
            ("currencies", self.currency),
            ("list prices", self.price.map(|(column, _)| column)),
            ("costs", self.cost.map(|(column, _)| column)),
            ("totals, which the lines come to exactly,", self.total.map(|(column, _)| column)),
        ];
        facts.into_iter().filter_map(|(fact, column)| Some((fact, header[column?].clone()))).collect()
    }
}
