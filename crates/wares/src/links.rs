//! How the user's tables refer to each other, and what follows from a row of one in another. Start at [`find`] and [`follow`].
//!
//! A customer's row names a sales representative, whose row names an office: an order of this customer has that representative and that
//! office. A table whose rows name customers is followed the other way: of several rows for one customer, the first.

use std::collections::HashMap;

use wares_ingest::{
    links::{Other, Overlap, refers},
    parent::Parent,
    profile,
};
use wares_model::{
    Recipe,
    brought::{Carried, Keys},
};

/// A column of one table that holds keys of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    /// The table with the column, by its position.
    pub(crate) from: usize,
    /// The column.
    pub(crate) column: String,
    /// The table whose keys it holds.
    pub(crate) to: usize,
    /// How many of its values are keys there.
    pub(crate) overlap: Overlap,
}

/// Rows of a table for the rows of another.
type Rows = Vec<Option<u32>>;

/// Which columns hold keys of other tables. Tables with a key of several columns are not referred to.
pub(crate) fn find(parents: &[Parent]) -> Vec<Link> {
    let mut found = Vec::new();
    for (to, target) in parents.iter().enumerate().filter(|(_, target)| target.key_rest.is_empty()) {
        let other = Other { table: &target.brought.name, recipe: target.brought.recipe, key_column: &target.key_column, keys: &target.brought.keys };
        for (from, source) in parents.iter().enumerate().filter(|(from, _)| *from != to) {
            let columns = source.profiles.iter().filter_map(|column| Some((column, refers(column, &other)?)));
            // Of several columns, the one with the most values there.
            if let Some((column, overlap)) = columns.max_by_key(|(_, overlap)| (overlap.named, overlap.found)) {
                found.push(Link { from, column: column.name.clone(), to, overlap });
            }
        }
    }
    found
}

/// A step from a table that is reached to one that is not yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Step {
    /// The link, by its position.
    pub(crate) link: usize,
    /// Whether it is followed from the key to the column.
    pub(crate) backward: bool,
    /// The table that it leads to.
    pub(crate) to: usize,
    /// The table from which all was reached.
    pub(crate) base: usize,
}

/// Which links are followed: from the customers as far as they lead, then from each of the other tables.
pub(crate) fn steps(parents: &[Parent], links: &[Link]) -> Vec<Step> {
    let is_customers = |table: &usize| parents[*table].brought.recipe == Some(Recipe::Customers);
    let mut bases: Vec<usize> = (0..parents.len()).collect();
    bases.sort_by_key(|table| !is_customers(table));
    let mut reached = vec![false; parents.len()];
    let mut steps = Vec::new();
    for base in bases {
        // A table to which others refer follows from one of them, unless nothing leads there.
        let is_led_to = links.iter().any(|link| link.to == base && !reached[link.from] && link.from != base);
        if reached[base] || (is_led_to && !is_customers(&base)) {
            continue;
        }
        reached[base] = true;
        let mut from = vec![base];
        while let Some(table) = from.pop() {
            for (position, link) in links.iter().enumerate() {
                let next = match (link.from == table, link.to == table) {
                    (true, _) if !reached[link.to] => Some((link.to, false)),
                    (_, true) if !reached[link.from] && is_customers(&table) => Some((link.from, true)),
                    _ => None,
                };
                if let Some((to, backward)) = next {
                    reached[to] = true;
                    steps.push(Step { link: position, backward, to, base });
                    from.push(to);
                }
            }
        }
    }
    steps
}

/// What a table carries once its links are followed: for each step, the key of the table that it leads to, in each row of the base.
///
/// `parents` have the columns of the links among what they carry. Gives each carried column with the position of its base and of its table.
pub(crate) fn follow(parents: &[Parent], links: &[Link], steps: &[Step]) -> Vec<(usize, usize, Carried)> {
    let mut rows_of: HashMap<usize, Rows> = HashMap::new();
    let mut carried = Vec::new();
    for step in steps {
        let link = &links[step.link];
        let (values, keys) = (Values::new(&parents[link.from], &link.column), Values::new(&parents[link.to], &parents[link.to].key_column));
        let (asked, index, table) = if step.backward { (keys, values.first_rows(), link.to) } else { (values, keys.first_rows(), link.from) };
        let before = rows_of.get(&table);
        let next = |row: usize| {
            let row = before.map_or_else(|| u32::try_from(row).ok(), |rows| rows[row])?;
            index.get(&asked.hash(row as usize)?).copied()
        };
        let rows: Rows = (0..parents[step.base].brought.keys.len()).map(next).collect();
        let target = &parents[step.to];
        // A table with a row for a row has the same key.
        if link.column != parents[link.from].key_column {
            carried.push((step.base, step.to, picked(&target.brought.key_name, &target.brought.keys, &rows, |_| true)));
        }
        for along in target.brought.carried.iter().filter(|along| !links.iter().any(|link| link.from == step.to && link.column == along.name)) {
            carried.push((step.base, step.to, picked(&along.name, &along.values, &rows, |row| along.is_present(row))));
        }
        rows_of.insert(step.to, rows);
    }
    carried
}

/// The values of a column: the key of a table, or one that it carries.
struct Values<'a> {
    values: &'a Keys,
    carried: Option<&'a Carried>,
}

impl<'a> Values<'a> {
    fn new(parent: &'a Parent, column: &str) -> Self {
        let carried = parent.brought.carried(column).filter(|_| column != parent.key_column).map(|place| &parent.brought.carried[place]);
        Self { values: carried.map_or(&parent.brought.keys, |carried| &carried.values), carried }
    }

    fn hash(&self, row: usize) -> Option<u64> {
        let is_present = self.carried.is_none_or(|carried| carried.is_present(row));
        is_present.then(|| profile::hash(&self.values.text(row)))
    }

    /// The first row of each value.
    fn first_rows(&self) -> HashMap<u64, u32> {
        let mut first = HashMap::with_capacity(self.values.len());
        self.values.each(|row, text| {
            if let (true, Ok(short)) = (self.carried.is_none_or(|carried| carried.is_present(row)), u32::try_from(row)) {
                first.entry(profile::hash(text)).or_insert(short);
            }
        });
        first
    }
}

fn picked(name: &str, values: &Keys, rows: &Rows, is_present: impl Fn(usize) -> bool) -> Carried {
    let mut carried = Carried::new(name);
    for row in rows {
        let text = row.map(|row| row as usize).filter(|row| is_present(*row)).map(|row| values.text(row));
        carried.push(text.as_deref());
    }
    carried
}
