//! Declared tables -> a draft: names, recipes, keys, references, order. The same for SQL, data packages and JSON Schema. Start at [`draft`].

use std::collections::{BTreeMap, BTreeSet};

use wares_model::{
    Column, ColumnType, Fill, Recipe, Table,
    column::{CustomerFact, LineFact, OrderFact, ProductFact},
    template::Key,
};

use crate::{
    Draft, USUAL_ROWS, Wanted,
    declared::{self, Declared, Maker},
    draft::{known, recipe_named},
    meaning, names,
};

/// One declared table.
#[derive(Debug, Clone, Default)]
pub(crate) struct DeclaredTable {
    /// As the user wrote it.
    pub(crate) name: String,
    pub(crate) columns: Vec<Declared>,
    pub(crate) foreign: Vec<Foreign>,
}

/// A foreign key.
#[derive(Debug, Clone, Default)]
pub(crate) struct Foreign {
    pub(crate) columns: Vec<String>,
    pub(crate) table: String,
    /// Empty for the primary key.
    pub(crate) referred: Vec<String>,
}

impl DeclaredTable {
    pub(crate) fn column_mut(&mut self, name: &str) -> Option<&mut Declared> {
        let exact = self.columns.iter().position(|column| column.name == name);
        let place = exact.or_else(|| self.columns.iter().position(|column| column.name.eq_ignore_ascii_case(name)));
        place.map(|place| &mut self.columns[place])
    }

    fn primary(&self) -> Vec<&Declared> {
        self.columns.iter().filter(|column| column.primary).collect()
    }

    /// The column of a primary key that other tables can refer to.
    fn simple_key(&self) -> Option<&Declared> {
        match self.primary()[..] {
            [key] => Some(key),
            _ => None,
        }
    }
}

/// A draft of these tables. `guess` lets columns decide on a recipe where no name does.
pub(crate) fn draft(title: &str, mut tables: Vec<DeclaredTable>, guess: bool, wanted: &Wanted<'_>, mut notes: Vec<String>) -> Draft {
    let mut taken = BTreeSet::new();
    let named: Vec<String> = tables.iter().map(|table| names::table(&table.name, &mut taken)).collect();
    for (table, name) in tables.iter().zip(&named).filter(|(table, name)| table.name != **name) {
        notes.push(format!("table `{}` is named `{name}`", table.name));
    }
    let sold = crate::sold(wanted);
    let recipes = recipes(&tables, guess, sold.is_some(), &mut notes);
    let sold = sold.filter(|_| recipes.contains(&Some(Recipe::Products)));
    notes.extend(sold.iter().map(|(_, note)| note.clone()));
    if wanted.category.is_some() && sold.is_none() {
        notes.push("no table holds products, so `--category` changes nothing".to_owned());
    }
    resolve(&mut tables, &named, &recipes, &mut notes);
    let order = order(&tables, &named, &recipes, &mut notes);
    let rows = wanted.rows.unwrap_or(USUAL_ROWS).max(1);
    let mut made = Vec::new();
    for index in order {
        made.push(table(&tables[index], &named[index], recipes[index], rows, &mut notes));
    }
    let template = crate::template(title, made, sold.map(|(catalog, _)| catalog), Vec::new(), &mut notes);
    Draft { template, notes }
}

/// The recipe of each table; none twice, and none without its parents.
fn recipes(tables: &[DeclaredTable], guess: bool, pack: bool, notes: &mut Vec<String>) -> Vec<Option<Recipe>> {
    let mut given = BTreeSet::new();
    let mut recipes: Vec<Option<Recipe>> = tables
        .iter()
        .map(|table| {
            let columns: Vec<String> = table.columns.iter().map(|column| column.name.clone()).collect();
            recipe_named(&table.name, &columns).filter(|recipe| has_key(table, *recipe) && given.insert(*recipe))
        })
        .collect();
    loop {
        let lacking =
            recipes.iter().position(|recipe| recipe.is_some_and(|recipe| recipe.parents().iter().any(|parent| !recipes.contains(&Some(*parent)))));
        let Some(index) = lacking else { break };
        if let Some(recipe) = recipes[index].take() {
            let parents = recipe.parents().iter().map(|parent| format!("`{}`", parent.name())).collect::<Vec<_>>().join(" and ");
            notes.push(format!(
                "table `{}` would have the recipe `{}`, but there is no such table as {parents}: it is plain",
                tables[index].name,
                recipe.name()
            ));
        }
    }
    for (index, table) in tables.iter().enumerate().filter(|_| guess) {
        if recipes[index].is_some() {
            continue;
        }
        let people = table.columns.iter().filter(|column| meaning::of(&column.name).is_some_and(meaning::Meaning::is_of_people)).count();
        let goods: BTreeSet<ProductFact> = table.columns.iter().filter_map(|column| meaning::product(&column.name)).collect();
        let products = goods.contains(&ProductFact::Name) && goods.contains(&ProductFact::ListPrice) && people < 2;
        let recipe = match () {
            () if products && pack => Recipe::Products,
            () if people >= 2 && goods.len() < 3 => Recipe::Customers,
            () => continue,
        };
        if !recipes.contains(&Some(recipe)) {
            recipes[index] = Some(recipe);
        }
    }
    for (table, recipe) in tables.iter().zip(&recipes) {
        if let Some(recipe) = recipe {
            notes.push(format!("table `{}` has the recipe `{}`", table.name, recipe.name()));
        }
    }
    recipes
}

/// Whether rows of other recipes can refer to the table.
fn has_key(table: &DeclaredTable, recipe: Recipe) -> bool {
    let keys: Vec<Column> = known(recipe).into_iter().filter(|column| column.key.is_some()).collect();
    keys.iter().all(|key| table.columns.iter().any(|column| names::plain(&column.name) == names::plain(&key.name)))
        || (recipe != Recipe::OrderDetails && table.simple_key().is_some())
}

/// Settles what each foreign key refers to; what cannot be held is said.
fn resolve(tables: &mut [DeclaredTable], named: &[String], recipes: &[Option<Recipe>], notes: &mut Vec<String>) {
    let place: BTreeMap<String, usize> = tables.iter().enumerate().rev().map(|(index, table)| (table.name.to_lowercase(), index)).collect();
    let before = tables.to_vec();
    for (index, table) in tables.iter_mut().enumerate() {
        for foreign in std::mem::take(&mut table.foreign) {
            let name = format!("{}.{}", table.name, foreign.columns.join(", "));
            let target = place.get(&foreign.table.to_lowercase()).copied();
            let target = target.or_else(|| (foreign.table.is_empty() || foreign.table == ".").then_some(index));
            let Some(target) = target else {
                notes.push(format!("`{name}` refers to table `{}`, which is not there: it is filled on its own", foreign.table));
                continue;
            };
            let [column] = &foreign.columns[..] else {
                notes.push(format!("`{name}` is a foreign key of several columns to `{}`: they are filled on their own", before[target].name));
                continue;
            };
            if recipe_of_known(recipes[index], column) {
                // The recipe holds this reference by itself, if it is one to another recipe's table.
                if recipes[target].is_none() {
                    notes.push(format!("`{name}` follows the recipe, and not the rows of table `{}`", before[target].name));
                }
                table.foreign.push(Foreign { table: named[target].clone(), ..foreign });
                continue;
            }
            let key = before[target].simple_key();
            let same = |key: &&Declared| foreign.referred.first().is_none_or(|referred| referred.eq_ignore_ascii_case(&key.name));
            let alone = before[index].simple_key().is_some_and(|own| own.name.eq_ignore_ascii_case(column));
            match key.filter(same) {
                // A key that is a foreign key too: both count alike.
                Some(key) if alone && index != target && can_count(key, &before[target]) && recipes[target].is_none() => {
                    notes.push(format!("`{name}` is primary and foreign key: it counts as the key of `{}` does", before[target].name));
                    let (column_type, min) = (key.column_type, key.min);
                    if let Some(own) = table.column_mut(column) {
                        (own.column_type, own.min) = (column_type, min);
                    }
                    table.foreign.push(Foreign { table: named[target].clone(), ..foreign });
                }
                Some(key) if !alone && is_simple(key, &before[target]) && key_is_free(recipes[target], key) => {
                    if let Some(own) = table.column_mut(column) {
                        own.references = Some(named[target].clone());
                    }
                    table.foreign.push(Foreign { table: named[target].clone(), ..foreign });
                }
                _ => notes
                    .push(format!("`{name}` refers to `{}` other than by a primary key of one column: it is filled on its own", before[target].name)),
            }
        }
    }
}

/// Whether the key is one that the check allows to refer to.
fn is_simple(key: &Declared, table: &DeclaredTable) -> bool {
    let foreign = table.foreign.iter().any(|foreign| foreign.columns.len() == 1 && foreign.columns[0].eq_ignore_ascii_case(&key.name));
    !foreign || can_count(key, table)
}

fn can_count(key: &Declared, _table: &DeclaredTable) -> bool {
    matches!(key.column_type, None | Some(ColumnType::Integer | ColumnType::Decimal | ColumnType::Money))
}

/// A table with a recipe has the recipe's key beside its own.
fn key_is_free(recipe: Option<Recipe>, key: &Declared) -> bool {
    let Some(recipe) = recipe else { return true };
    let own: Vec<Column> = known(recipe).into_iter().filter(|column| column.key.is_some()).collect();
    recipe != Recipe::OrderDetails && own.iter().all(|own| names::plain(&own.name) == names::plain(&key.name))
}

fn recipe_of_known(recipe: Option<Recipe>, column: &str) -> bool {
    let references = |fill: &Fill| {
        matches!(fill, Fill::Order(OrderFact::Customer) | Fill::Line(LineFact::Order | LineFact::Product) | Fill::Staff(_) | Fill::Product(_))
            || *fill == Fill::Customer(CustomerFact::SalesRep)
    };
    recipe.is_some_and(|recipe| {
        let found = known(recipe).into_iter().find(|known| names::plain(&known.name) == names::plain(column));
        found.and_then(|known| known.fill).is_some_and(|fill| references(&fill))
    })
}

/// Parents before children; a circle is broken where it is met, and said.
fn order(tables: &[DeclaredTable], named: &[String], recipes: &[Option<Recipe>], notes: &mut Vec<String>) -> Vec<usize> {
    let place = |name: &str| named.iter().position(|known| known == name);
    let needs: Vec<BTreeSet<usize>> = (0..tables.len())
        .map(|index| {
            let foreign = tables[index].foreign.iter().filter_map(|foreign| place(&foreign.table));
            let parents =
                recipes[index].into_iter().flat_map(Recipe::parents).filter_map(|parent| recipes.iter().position(|recipe| *recipe == Some(*parent)));
            foreign.chain(parents).filter(|parent| *parent != index).collect()
        })
        .collect();
    let (mut order, mut left): (Vec<usize>, Vec<usize>) = (Vec::new(), (0..tables.len()).collect());
    while !left.is_empty() {
        let ready = left.iter().position(|index| needs[*index].iter().all(|parent| order.contains(parent)));
        let fewest = |at: &usize| needs[left[*at]].iter().filter(|parent| !order.contains(parent)).count();
        let at = ready.unwrap_or_else(|| (0..left.len()).min_by_key(fewest).unwrap_or(0));
        let index = left.remove(at);
        for parent in needs[index].iter().filter(|parent| !order.contains(parent)) {
            notes.push(format!(
                "`{}` and `{}` refer to each other in a circle: it is broken by writing `{}` first; every value exists, but load it with that foreign key off",
                tables[index].name, tables[*parent].name, tables[index].name
            ));
        }
        order.push(index);
    }
    order
}

fn table(declared: &DeclaredTable, name: &str, recipe: Option<Recipe>, rows: u64, notes: &mut Vec<String>) -> Table {
    let alone = declared.primary().len() == 1;
    if let [first, .., last] = declared.primary()[..]
        && declared.primary().iter().all(|column| column.references.is_some())
        && recipe.is_none()
    {
        notes.push(format!("`{name}`: pairs of `{}` and `{}` are drawn at random, and some may come twice", first.name, last.name));
    }
    let known = recipe.map(known).unwrap_or_default();
    let mut maker = Maker { table: name, rows, taken: BTreeSet::new(), helpers: Vec::new(), notes };
    let mut columns = Vec::new();
    for column in &declared.columns {
        let fill = known.iter().find(|known| names::plain(&known.name) == names::plain(&column.name)).cloned();
        let fact = fill.or_else(|| fact(recipe, column).map(|fill| Column { fill: Some(fill), ..Column::named(&column.name) }));
        match fact.filter(|fact| !column.primary || fact.key.is_some() || recipe == Some(Recipe::OrderDetails)) {
            Some(fact) => {
                let position = maker.taken.len();
                let spelled = names::column(&column.name, position, &mut maker.taken);
                let phone = fact.fill == Some(Fill::Customer(CustomerFact::Phone)) && column.column_type != Some(ColumnType::Integer);
                let fill = if phone { Some(Fill::Customer(CustomerFact::PhoneText)) } else { fact.fill };
                let key = fact.key.or(column.primary.then_some(Key::Primary));
                let description = column.description.clone().filter(|text| !text.trim().is_empty());
                columns.push(Column { key, fill, description, ..Column::named(&spelled) });
            }
            None => columns.push(maker.column(column, alone)),
        }
    }
    columns.append(&mut maker.helpers);
    crate::table(name.to_owned(), recipe, rows, columns)
}

/// A fact of the recipe for a column that is not among its usual ones.
fn fact(recipe: Option<Recipe>, column: &Declared) -> Option<Fill> {
    let free = column.values.is_empty() && column.references.is_none() && !column.primary;
    let text = matches!(column.column_type, None | Some(ColumnType::Text | ColumnType::Email | ColumnType::Phone));
    match recipe {
        Some(Recipe::Customers) if free && text => declared::person(&column.name),
        Some(Recipe::Products) if free => {
            let fact = meaning::product(&column.name)?;
            let number = matches!(fact, ProductFact::Stock | ProductFact::Cost | ProductFact::ListPrice);
            let bounded = column.min.is_some_and(|min| min.digits != 0) || column.max.is_some();
            (if number { !text && !bounded } else { text }).then_some(Fill::Product(fact))
        }
        _ => None,
    }
}
