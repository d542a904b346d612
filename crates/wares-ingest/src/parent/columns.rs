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
    pub(super) price: Option<(usize, Mark)>,
    pub(super) cost: Option<(usize, Mark)>,
    pub(super) total: Option<(usize, Mark)>,
}

impl Columns {
    pub(super) fn new(recipe: Option<Recipe>, header: &[String], profiles: &[Profile]) -> Self {
        let find = |names: &[&str], fits: &dyn Fn(&Profile) -> bool| {
            names.iter().find_map(|name| header.iter().position(|column| plain(column) == *name).filter(|column| fits(&profiles[*column])))
        };
        let amount = |names: &[&str]| {
            let column = find(names, &|profile| matches!(profile.kind, Kind::Integer | Kind::Decimal | Kind::Money))?;
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
                let column = find(&names, &|profile| matches!(profile.kind, Kind::Date | Kind::DateTime));
                columns.signed_up = column.map(|column| (column, profiles[column].local_dates == Some(DateOrder::MonthFirst)));
            }
            Some(Recipe::Products) => {
                columns.price = amount(&["msrp", "listprice", "price", "unitprice", "regularprice", "variantprice", "retailprice", "rrp"]);
                columns.cost = amount(&["buyprice", "cost", "costprice", "unitcost", "purchaseprice", "costperitem"]);
            }
            Some(Recipe::Orders) => columns.total = amount(&["total", "ordertotal", "totalamount", "totalprice", "amount", "ordervalue", "subtotal"]),
            _ => {}
        }
        columns
    }

    pub(super) fn named<'a>(&self, header: &'a [String]) -> Vec<(&'static str, &'a str)> {
        let facts = [
            ("days of sign-up", self.signed_up.map(|(column, _)| column)),
            ("list prices", self.price.map(|(column, _)| column)),
            ("costs", self.cost.map(|(column, _)| column)),
            ("totals, which the lines come to exactly,", self.total.map(|(column, _)| column)),
        ];
        facts.into_iter().filter_map(|(fact, column)| Some((fact, header[column?].as_str()))).collect()
    }
}
