//! What checks say of single columns: ranges and lists of values. Start at [`check_holds`].

use sqlparser::ast::{BinaryOperator, Expr, FunctionArg, FunctionArgExpr, FunctionArguments, InTarget, UnaryOperator, Value};
use wares_model::{ColumnType, Day, decimal::Decimal};

use super::{MOST_DEPTH, last};
use crate::schema::DeclaredTable;

/// The column that an expression names, whatever brackets and casts stand around it.
pub(super) fn named(expr: &Expr, depth: usize) -> Option<String> {
    match expr {
        _ if depth > MOST_DEPTH => None,
        Expr::Identifier(ident) => Some(ident.value.clone()),
        Expr::CompoundIdentifier(idents) => idents.last().map(|ident| ident.value.clone()),
        Expr::Nested(inner) => named(inner, depth + 1),
        Expr::Cast { expr, .. } => named(expr, depth + 1),
        _ => None,
    }
}

pub(super) fn literal(expr: &Expr, depth: usize) -> Option<String> {
    match expr {
        _ if depth > MOST_DEPTH => None,
        Expr::Value(value) => match &value.value {
            Value::Number(number, _) => Some(number.to_string()),
            Value::SingleQuotedString(text) | Value::EscapedStringLiteral(text) | Value::NationalStringLiteral(text) => Some(text.clone()),
            Value::Boolean(truth) => Some(truth.to_string()),
            _ => None,
        },
        Expr::UnaryOp { op: UnaryOperator::Minus, expr } => literal(expr, depth + 1).map(|number| format!("-{number}")),
        Expr::Nested(inner) => literal(inner, depth + 1),
        Expr::Cast { expr, .. } => literal(expr, depth + 1),
        _ => None,
    }
}

/// Takes in what a check says of single columns.
pub(super) fn check_holds(table: &mut DeclaredTable, expr: &Expr, notes: &mut Vec<String>) {
    if !checked(table, expr, 0) {
        let text: String = expr.to_string().chars().take(80).collect();
        notes.push(format!("table `{}`: the check `{text}` is left out of account", table.name));
    }
}

fn checked(table: &mut DeclaredTable, expr: &Expr, depth: usize) -> bool {
    match expr {
        _ if depth > MOST_DEPTH => false,
        Expr::Nested(inner) => checked(table, inner, depth + 1),
        Expr::BinaryOp { left, op: BinaryOperator::And, right } => {
            let first = checked(table, left, depth + 1);
            checked(table, right, depth + 1) && first
        }
        Expr::In { expr, target: InTarget::List(list), negated: false, .. } => {
            let values: Option<Vec<String>> = list.iter().map(|value| literal(value, 0)).collect();
            listed(table, expr, values)
        }
        Expr::AnyOp { left, compare_op: BinaryOperator::Eq, right, .. } => {
            let values = array(right, 0);
            listed(table, left, values)
        }
        Expr::Between { expr, negated: false, low, high } => {
            let both = (literal(low, 0), literal(high, 0));
            let (Some(column), (Some(low), Some(high))) = (named(expr, 0), both) else { return false };
            bound(table, &column, &BinaryOperator::GtEq, &low) && bound(table, &column, &BinaryOperator::LtEq, &high)
        }
        Expr::BinaryOp { left, op, right } => compared(table, left, op, right),
        Expr::IsNotNull(inner) => named(inner, 0).and_then(|name| table.column_mut(&name).map(|column| column.nullable = false)).is_some(),
        _ => false,
    }
}

fn listed(table: &mut DeclaredTable, expr: &Expr, values: Option<Vec<String>>) -> bool {
    let (Some(column), Some(values)) = (named(expr, 0).and_then(|name| table.column_mut(&name)), values) else { return false };
    column.values = values;
    true
}

/// The elements of `ARRAY['a', 'b']`, whatever brackets and casts stand around it.
fn array(expr: &Expr, depth: usize) -> Option<Vec<String>> {
    match expr {
        _ if depth > MOST_DEPTH => None,
        Expr::Nested(inner) => array(inner, depth + 1),
        Expr::Cast { expr, .. } => array(expr, depth + 1),
        Expr::Array(array) => array.elem.iter().map(|value| literal(value, 0)).collect(),
        _ => None,
    }
}

fn compared(table: &mut DeclaredTable, left: &Expr, op: &BinaryOperator, right: &Expr) -> bool {
    if let (Some(column), Some(value)) = (named(left, 0), literal(right, 0)) {
        return bound(table, &column, op, &value);
    }
    if let (Some(value), Some(column)) = (literal(left, 0), named(right, 0)) {
        let turned = match op {
            BinaryOperator::Lt => BinaryOperator::Gt,
            BinaryOperator::LtEq => BinaryOperator::GtEq,
            BinaryOperator::Gt => BinaryOperator::Lt,
            BinaryOperator::GtEq => BinaryOperator::LtEq,
            other => other.clone(),
        };
        return bound(table, &column, &turned, &value);
    }
    // `length(name) <= 50`
    let Expr::Function(function) = left else { return false };
    let FunctionArguments::List(list) = &function.args else { return false };
    let [FunctionArg::Unnamed(FunctionArgExpr::Expr(inner))] = &list.args[..] else { return false };
    let measures = ["length", "char_length", "character_length", "len"].contains(&last(&function.name).to_lowercase().as_str());
    let most = literal(right, 0).and_then(|most| most.parse::<usize>().ok());
    match (named(inner, 0).and_then(|name| table.column_mut(&name)), most) {
        (Some(column), Some(most)) if measures => {
            match op {
                BinaryOperator::LtEq => column.longest = Some(most),
                BinaryOperator::Lt => column.longest = Some(most.saturating_sub(1).max(1)),
                BinaryOperator::Eq => (column.longest, column.shortest) = (Some(most), Some(most)),
                BinaryOperator::GtEq => column.shortest = Some(most),
                BinaryOperator::Gt => column.shortest = most.checked_add(1),
                _ => return false,
            }
            true
        }
        _ => false,
    }
}

/// A bound of a column by a comparison with a literal.
fn bound(table: &mut DeclaredTable, column: &str, op: &BinaryOperator, value: &str) -> bool {
    let Some(column) = table.column_mut(column) else { return false };
    if let Ok(day) = value.get(..10).unwrap_or_default().parse::<Day>() {
        match op {
            BinaryOperator::Gt | BinaryOperator::GtEq => column.first_day = Some(day),
            BinaryOperator::Lt | BinaryOperator::LtEq => column.last_day = Some(day),
            _ => return false,
        }
        return true;
    }
    let Ok(number) = serde_json::from_value::<Decimal>(value.into()) else {
        if *op == BinaryOperator::Eq {
            column.values = vec![value.to_owned()];
        }
        return *op == BinaryOperator::Eq;
    };
    let whole = column.column_type == Some(ColumnType::Integer);
    let scale = if whole { number.scale } else { number.scale.max(2) };
    let next = |up: i64| number.at_scale(scale).and_then(|digits| digits.checked_add(up)).map_or(number, |digits| Decimal { digits, scale });
    match op {
        BinaryOperator::Gt => column.min = Some(next(1)),
        BinaryOperator::GtEq => column.min = Some(number),
        BinaryOperator::Lt => column.max = Some(next(-1)),
        BinaryOperator::LtEq => column.max = Some(number),
        BinaryOperator::Eq => (column.min, column.max) = (Some(number), Some(number)),
        _ => return false,
    }
    true
}
