//! One table: where the values of each column come from, and how they are held. Start at [`TablePlan::new`].

use std::sync::Arc;

use wares_model::{
    Brought, Checked, ColumnType, Physical, TableSchema,
    check::{CheckedColumn, CheckedTable},
    column::{Fill, Reference},
    pack::lint,
    pattern::{self, Piece},
    template::Recipe,
};

use super::{
    error::PlanError,
    look::{money_decimals, primary},
};
use crate::{
    column::{Column, barcode_capacity},
    key::Key,
};

/// One table, ready to be filled.
pub(crate) struct TablePlan {
    pub(crate) schema: TableSchema,
    pub(crate) recipe: Option<Recipe>,
    pub(crate) rows: u64,
    pub(crate) columns: Vec<ColumnPlan>,
}

/// One column, ready to be filled.
pub(crate) struct ColumnPlan {
    pub(crate) filler: Filler,
    pub(crate) include: bool,
    pub(crate) natural: Physical,
    pub(crate) physical: Physical,
    pub(crate) nulls: Option<(Key, u64)>,
}

/// Where the values of a column come from.
pub(crate) enum Filler {
    /// From the row number alone.
    Own(Column),
    /// From a row of another table drawn for this one.
    Reference { key: Key, rows: u64, parent: Column },
    /// From the row of the user's table that the recipe draws for this one.
    Along(Recipe, Column),
    /// From other columns of the row, by position.
    Text(Vec<TextPart>),
    /// From the recipe's latent.
    Recipe(Fill),
}

/// One piece of a text column.
pub(crate) enum TextPart {
    Literal(String),
    Column(usize),
}

impl TablePlan {
    pub(super) fn new(checked: &Checked, table: &CheckedTable, rows: u64) -> Result<Self, PlanError> {
        let mut columns = Vec::new();
        let decimals = money_decimals(checked)?;
        for column in &table.columns {
            if let Some((most, what)) = capacity(&column.fill).filter(|(most, _)| rows > *most) {
                return Err(PlanError::Capacity { table: table.name.clone(), column: column.schema.name.clone(), wanted: rows, what, most });
            }
            let key = Key::new(checked.seed, &table.name, &column.schema.name);
            let nulls = (column.null_percent > 0).then(|| (key.with(u64::MAX), u64::from(column.null_percent)));
            let filler = filler(checked, table, column, key);
            let natural = natural(checked, column);
            let physical = match column.schema.column_type {
                ColumnType::Money if natural == MONEY => Physical::Scaled(decimals),
                _ if column.schema.physical == column.natural => natural,
                _ => column.schema.physical,
            };
            columns.push(ColumnPlan { filler, include: column.include, natural, physical, nulls });
        }
        let mut schema = table.schema();
        let included = columns.iter().filter(|column| column.include);
        for (seen, planned) in schema.columns.iter_mut().zip(included) {
            seen.physical = planned.physical;
        }
        Ok(Self { schema, recipe: table.recipe, rows, columns })
    }
}

/// How amounts are held.
const MONEY: Physical = Physical::Scaled(2);

/// How many different values a fill has whose values never meet twice, and what makes them.
fn capacity(fill: &Fill) -> Option<(u64, String)> {
    match fill {
        Fill::Code(code) if code.unique => {
            Some((pattern::code_capacity(&code.pattern).unwrap_or(0).min(1 << 63), format!("the pattern `{}`", code.pattern)))
        }
        Fill::Barcode(barcode) => Some((barcode_capacity(barcode), "the barcode behind its first digits".to_owned())),
        Fill::Sku(sku) => {
            let pieces = pattern::pieces(&sku.pattern).ok()?;
            Some((pattern::sku_capacity(&pieces)?.min(1 << 63), format!("the pattern `{}`", sku.pattern)))
        }
        _ => None,
    }
}

/// How the values of a fill are held; those of a foreign key as in its parent.
fn natural(checked: &Checked, column: &CheckedColumn) -> Physical {
    if let Some(brought) = column.schema.references.as_ref().and_then(|name| brought_table(checked, name)) {
        return brought.keys.physical();
    }
    if let Some((brought, place)) = carried(checked, &column.fill) {
        return brought.carried[place].values.physical();
    }
    let parent = column.schema.references.as_ref().and_then(|name| checked.tables.iter().find(|table| table.name == *name));
    match parent.and_then(|table| table.columns.iter().find(|column| column.schema.primary)) {
        Some(key) => key.natural,
        None => column.natural,
    }
}

/// The table of this name that the user brings.
fn brought_table<'a>(checked: &'a Checked, name: &str) -> Option<&'a Arc<Brought>> {
    checked.brought.iter().find(|brought| brought.name == name)
}

/// The column of the user's table that goes along with its key, where a fill asks for one.
fn carried<'a>(checked: &'a Checked, fill: &Fill) -> Option<(&'a Arc<Brought>, usize)> {
    let Fill::Reference(Reference { table, column: Some(column) }) = fill else { return None };
    let brought = brought_table(checked, table)?;
    Some((brought, brought.carried(column)?))
}

/// Whether the recipe itself draws a row of that table for each of its rows.
fn draws(recipe: Option<Recipe>, of: Option<Recipe>) -> bool {
    let own = [
        (Recipe::Orders, Recipe::Customers),
        (Recipe::OrderDetails, Recipe::Orders),
        (Recipe::OrderDetails, Recipe::Products),
        (Recipe::OrderLists, Recipe::Orders),
    ];
    own.into_iter().any(|(this, other)| recipe == Some(this) && of == Some(other))
}

fn filler(checked: &Checked, table: &CheckedTable, column: &CheckedColumn, key: Key) -> Filler {
    match &column.fill {
        Fill::Text(text) => {
            let position = |name: &str| table.columns.iter().position(|known| known.schema.name == name).expect("the template was checked");
            let pieces = pattern::pieces(&text.pattern).expect("the template was checked");
            let part = |piece| match piece {
                Piece::Literal(text) => TextPart::Literal(text),
                Piece::Slot { name, .. } => TextPart::Column(position(&name)),
            };
            Filler::Text(pieces.into_iter().map(part).collect())
        }
        Fill::Reference(reference) => {
            if let Some((brought, place)) = carried(checked, &column.fill) {
                let along = Column::Carried(Arc::clone(brought), place);
                if let Some(recipe) = brought.recipe.filter(|recipe| draws(table.recipe, Some(*recipe))) {
                    return Filler::Along(recipe, along);
                }
                // All columns of one row are drawn by the name of the one that shows its key.
                let whole = |known: &&CheckedColumn| known.schema.references.as_ref() == Some(&brought.name);
                let key = table.columns.iter().find(whole).map_or(key, |shown| Key::new(checked.seed, &table.name, &shown.schema.name));
                return Filler::Reference { key, rows: brought.rows(), parent: along };
            }
            if let Some(brought) = brought_table(checked, &reference.table) {
                return Filler::Reference { key, rows: brought.rows(), parent: Column::Brought(Arc::clone(brought)) };
            }
            let parent = checked.tables.iter().find(|table| table.name == reference.table).expect("the template was checked");
            Filler::Reference { key, rows: parent.rows, parent: primary(checked.seed, parent).expect("the template was checked") }
        }
        other => Column::new(key, other).map_or_else(|| Filler::Recipe(other.clone()), Filler::Own),
    }
}

const _: () = assert!(lint::MOST_SLOTS <= 16, "slots of a name are looked up one by one");
