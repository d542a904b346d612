//! Whether a column of one table holds keys of another.
//!
//! In: the profile of the column, and the keys. Out: how many of its values are among them. Two signs are needed: names that fit each other, or
//! values that are no mere numbers, for any small number is somewhere among long rows of them. Start at [`refers`].

use wares_model::{Recipe, brought::Keys};

use crate::{
    names::{plain, words},
    profile::{self, Kind, Profile},
};

/// So many values of a hundred must be keys of the other table.
const LEAST_PERCENT: u64 = 90;
/// Without a name that fits, so many different values must be.
const LEAST_UNNAMED: u64 = 20;

/// How many different values of a column are keys of another table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overlap {
    /// Values that are keys there.
    pub found: u64,
    /// Values that were looked at: all, or an even sample.
    pub of: u64,
    /// Whether the name of the column fits as well.
    pub named: bool,
}

/// The table whose keys may be in the column.
#[derive(Debug, Clone, Copy)]
pub struct Other<'a> {
    /// Its name.
    pub table: &'a str,
    /// What it holds.
    pub recipe: Option<Recipe>,
    /// Its key column.
    pub key_column: &'a str,
    /// Its keys.
    pub keys: &'a Keys,
}

/// Whether a column refers to another table, and what says so.
pub fn refers(column: &Profile, other: &Other<'_>) -> Option<Overlap> {
    let named = fits(&column.name, other);
    let telling = matches!(column.kind, Kind::Text | Kind::Uuid) && column.distinct >= LEAST_UNNAMED;
    if column.present() == 0 || !(named || telling) {
        return None;
    }
    let mut found = 0;
    other.keys.each(|_, key| found += u64::from(column.sampled.binary_search(&profile::hash(key)).is_ok()));
    let of = column.sampled.len() as u64;
    (found * 100 >= of * if named { LEAST_PERCENT } else { 100 } && found > 0).then_some(Overlap { found, of, named })
}

/// Whether the name of a column speaks of the other table: `salesRepEmployeeNumber` of `employees`, `store_id` of `stores`.
fn fits(column: &str, other: &Other<'_>) -> bool {
    let (name, key) = (plain(column), plain(other.key_column));
    let bare = ["id", "key", "code", "number", "no", "nr", "uuid", "ref", "name"].contains(&key.as_str());
    let tables = [Some(other.table), other.recipe.map(Recipe::name)];
    let singular = |table: &str| {
        let table = plain(table);
        table.strip_suffix("ies").map(|stem| format!("{stem}y")).unwrap_or_else(|| table.strip_suffix('s').unwrap_or(&table).to_owned())
    };
    let rep = other.recipe == Some(Recipe::Employees) && words(column).iter().any(|word| ["rep", "seller", "agent"].contains(&word.as_str()));
    rep || (!bare && name.contains(&key)) || tables.into_iter().flatten().map(singular).any(|table| table.len() >= 3 && name.contains(&table))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Builder;

    fn column(name: &str, values: impl Iterator<Item = String>) -> Profile {
        let mut builder = Builder::new(name, false);
        values.zip(2..).for_each(|(value, line)| builder.add(&value, line));
        builder.finish()
    }

    fn check_refers(name: &str, values: impl Iterator<Item = String>, expected: Option<(u64, u64)>) {
        let keys = Keys::Numbers((1_000..9_000).collect());
        let other = Other { table: "employees", recipe: Some(Recipe::Employees), key_column: "employeeNumber", keys: &keys };
        assert_eq!(refers(&column(name, values), &other).map(|overlap| (overlap.found, overlap.of)), expected, "{name}");
    }

    #[test]
    fn a_column_refers_to_a_table_by_its_name_and_its_values_together() {
        let numbers = |from: i64, to: i64| (from..to).map(|number| number.to_string());
        check_refers("salesRepEmployeeNumber", numbers(1_000, 1_300), Some((300, 300)));
        check_refers("rep", numbers(990, 1_090), Some((90, 100)));
        check_refers("rep", numbers(0, 300), None);
        // Any number of pieces lies among so many keys.
        check_refers("quantity", numbers(1_000, 1_300), None);
        check_refers("employee_id", numbers(1_000, 9_000), Some((2_000, 2_000)));
    }

    #[test]
    fn codes_refer_without_a_name_where_all_are_there() {
        let mut texts = wares_model::brought::Texts::default();
        (0..60).for_each(|number| texts.push(&format!("W-{number:03}")));
        let keys = Keys::Texts(texts);
        let other = Other { table: "depots", recipe: None, key_column: "id", keys: &keys };
        let codes = |to: i64| (0..to).map(|number| format!("W-{number:03}"));
        assert!(refers(&column("home", codes(40)), &other).is_some_and(|overlap| !overlap.named));
        assert!(refers(&column("home", codes(61)), &other).is_none());
        assert!(refers(&column("home", codes(5)), &other).is_none());
    }
}
