//! SQL DDL -> a draft.
//!
//! Statements are cut apart first, so that a dump with rows, triggers and settings does no harm; those that declare tables are parsed, in
//! each dialect in turn until one takes them. Start at [`draft`].

use std::collections::BTreeMap;

use sqlparser::{
    ast::{
        AlterTableOperation, ArrayElemTypeDef, BinaryOperator, ColumnDef, ColumnOption, CommentObject, CreateTable, DataType, EnumMember, Expr,
        FunctionArg, FunctionArgExpr, FunctionArguments, Ident, InTarget, IndexColumn, ObjectName, Statement, TableConstraint, UnaryOperator,
        UserDefinedTypeRepresentation, Value,
    },
    dialect::{Dialect, GenericDialect, MsSqlDialect, MySqlDialect, PostgreSqlDialect, SQLiteDialect},
    parser::{Parser, ParserError},
};
use wares_model::{ColumnType, Day, decimal::Decimal};

use crate::{
    Draft, Wanted,
    declared::Declared,
    error::{At, IngestError},
    form::Form,
    schema::{self, DeclaredTable, Foreign},
};

/// Expressions within expressions.
const MOST_DEPTH: usize = 48;
/// The most tables of a file.
const MOST_TABLES: usize = 500;

/// A draft of the tables that statements declare.
pub(crate) fn draft(name: &str, text: &str, wanted: &Wanted<'_>) -> Result<Draft, IngestError> {
    let mut reading = Reading::default();
    for piece in pieces(text) {
        if !declares(piece.sql) {
            continue;
        }
        match parse(piece.sql) {
            Ok(statements) => statements.into_iter().for_each(|statement| reading.statement(statement)),
            Err(error) if begins(piece.sql, &["CREATE"]) && table_at(piece.sql) => {
                let (line, column, found) = located(&error);
                let at = At { line: Some(piece.line + line.saturating_sub(1)), column, ..At::file(name) };
                return Err(IngestError::Syntax { at, form: Form::Sql, found });
            }
            Err(error) => {
                let (line, _, found) = located(&error);
                reading.notes.push(format!("the statement in line {} is left out: {found}", piece.line + line.saturating_sub(1)));
            }
        }
    }
    let mut tables = reading.finish();
    tables.retain(|table| !table.columns.is_empty());
    if tables.is_empty() {
        return Err(IngestError::Nothing { at: At::file(name), what: "`CREATE TABLE` statement with columns".to_owned() });
    }
    if tables.len() > MOST_TABLES {
        let advice = "keep the statements of the tables that you need".to_owned();
        return Err(IngestError::TooMany {
            at: At::file(name),
            what: "tables".to_owned(),
            found: tables.len() as u64,
            most: MOST_TABLES as u64,
            advice,
        });
    }
    Ok(schema::draft(&crate::stem(name), tables, false, wanted, reading.notes))
}

/// One statement and the line in which it begins.
struct Piece<'a> {
    sql: &'a str,
    line: u64,
}

/// Cuts a text at semicolons that stand outside of quotes and comments.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let bytes = text.as_bytes();
    let (mut found, mut start, mut at) = (Vec::new(), 0, 0);
    while at < bytes.len() {
        let rest = &bytes[at..];
        at += match bytes[at] {
            quote @ (b'\'' | b'"' | b'`') => quoted(rest, quote),
            b'-' if rest.starts_with(b"--") => line_end(rest),
            b'#' => line_end(rest),
            b'/' if rest.starts_with(b"/*") => find(rest, b"*/", 2).map_or(rest.len(), |end| end + 2),
            b'$' => dollar(rest),
            b';' => {
                push(&mut found, text, start, at);
                start = at + 1;
                1
            }
            _ => 1,
        };
    }
    push(&mut found, text, start, bytes.len());
    let (mut line, mut seen) = (1, 0);
    for (piece, begins) in &mut found {
        line += bytes[seen..*begins].iter().filter(|byte| **byte == b'\n').count() as u64;
        seen = *begins;
        piece.line = line;
    }
    found.into_iter().map(|(piece, _)| piece).collect()
}

fn push<'a>(found: &mut Vec<(Piece<'a>, usize)>, text: &'a str, start: usize, end: usize) {
    // Comments and blanks before the first word belong to no statement.
    let mut start = start;
    loop {
        let rest = &text.as_bytes()[start..end];
        start += match rest.first() {
            Some(byte) if byte.is_ascii_whitespace() => 1,
            Some(b'-') if rest.starts_with(b"--") => line_end(rest),
            Some(b'#') => line_end(rest),
            Some(b'/') if rest.starts_with(b"/*") => find(rest, b"*/", 2).map_or(rest.len(), |end| end + 2),
            _ => break,
        };
    }
    // All cuts stand at signs of ASCII.
    if let Some(sql) = text.get(start..end).filter(|sql| !sql.trim().is_empty()) {
        found.push((Piece { sql, line: 1 }, start));
    }
}

fn quoted(rest: &[u8], quote: u8) -> usize {
    let mut at = 1;
    while at < rest.len() {
        match rest[at] {
            b'\\' if quote == b'\'' => at += 2,
            byte if byte == quote => return at + 1,
            _ => at += 1,
        }
    }
    rest.len()
}

fn line_end(rest: &[u8]) -> usize {
    rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |end| end + 1)
}

fn find(rest: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    rest.get(from..)?.windows(wanted.len()).position(|window| window == wanted).map(|found| found + from)
}

/// The length of a `$tag$ ... $tag$` text, or 1 where the sign stands for itself.
fn dollar(rest: &[u8]) -> usize {
    let tag =
        rest[1..].iter().position(|byte| *byte == b'$').filter(|end| rest[1..=*end].iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'_'));
    let Some(end) = tag else { return 1 };
    let mark = &rest[..end + 2];
    find(rest, mark, mark.len()).map_or(1, |found| found + mark.len())
}

fn begins(sql: &str, words: &[&str]) -> bool {
    let mut found = sql.split_whitespace();
    words.iter().all(|word| found.next().is_some_and(|found| found.eq_ignore_ascii_case(word)))
}

fn table_at(sql: &str) -> bool {
    sql.split_whitespace().take(6).any(|word| word.to_ascii_uppercase().starts_with("TABLE"))
}

fn declares(sql: &str) -> bool {
    let create = begins(sql, &["CREATE"]) && (table_at(sql) || begins(sql, &["CREATE", "UNIQUE", "INDEX"]) || begins(sql, &["CREATE", "TYPE"]));
    create || begins(sql, &["ALTER", "TABLE"]) || begins(sql, &["COMMENT", "ON"])
}

fn parse(sql: &str) -> Result<Vec<Statement>, ParserError> {
    let first = parse_in_turn(sql);
    // What stands behind the columns (engine, storage, partitions) is not needed.
    match (&first, body(sql)) {
        (Err(_), Some(body)) if table_at(sql) => parse_in_turn(body).or(first),
        _ => first,
    }
}

fn parse_in_turn(sql: &str) -> Result<Vec<Statement>, ParserError> {
    let dialects: [&dyn Dialect; 5] = [&GenericDialect {}, &PostgreSqlDialect {}, &MySqlDialect {}, &SQLiteDialect {}, &MsSqlDialect {}];
    let mut furthest: Option<((u64, u32), ParserError)> = None;
    for dialect in dialects {
        let parsed = Parser::new(dialect).with_recursion_limit(MOST_DEPTH).try_with_sql(sql).and_then(|mut parser| parser.parse_statements());
        match parsed {
            Ok(statements) => return Ok(statements),
            Err(error) => {
                // The dialect that came furthest tells most.
                let (line, column, _) = located(&error);
                let reach = (line, column.unwrap_or(0));
                if furthest.as_ref().is_none_or(|(far, _)| reach > *far) {
                    furthest = Some((reach, error));
                }
            }
        }
    }
    Err(furthest.map_or(ParserError::RecursionLimitExceeded, |(_, error)| error))
}

/// The statement up to the bracket that closes its first one.
fn body(sql: &str) -> Option<&str> {
    let bytes = sql.as_bytes();
    let (mut depth, mut at) = (0_usize, 0);
    while at < bytes.len() {
        match bytes[at] {
            quote @ (b'\'' | b'"' | b'`') => at += quoted(&bytes[at..], quote) - 1,
            b'(' => depth += 1,
            b')' if depth <= 1 => return sql.get(..=at),
            b')' => depth -= 1,
            _ => {}
        }
        at += 1;
    }
    None
}

/// Line and column of a parser's message, and the message without them.
fn located(error: &ParserError) -> (u64, Option<u32>, String) {
    let text = match error {
        ParserError::TokenizerError(text) | ParserError::ParserError(text) => text.clone(),
        ParserError::RecursionLimitExceeded => return (1, None, "brackets stand too deep in each other".to_owned()),
    };
    let Some((found, place)) = text.rsplit_once(" at Line: ") else { return (1, None, text) };
    let mut numbers = place.split(", Column: ").map(|number| number.trim().parse::<u64>().ok());
    let (line, column) = (numbers.next().flatten().unwrap_or(1), numbers.next().flatten().and_then(|column| u32::try_from(column).ok()));
    (line, column, found.to_owned())
}

/// Tables on their way.
#[derive(Default)]
struct Reading {
    tables: Vec<DeclaredTable>,
    /// Labels of `CREATE TYPE ... AS ENUM`.
    labels: BTreeMap<String, Vec<String>>,
    notes: Vec<String>,
}

impl Reading {
    fn statement(&mut self, statement: Statement) {
        match statement {
            Statement::CreateTable(create) => self.create(create),
            Statement::AlterTable(alter) => {
                let name = last(&alter.name);
                for operation in alter.operations {
                    match operation {
                        AlterTableOperation::AddConstraint { constraint, .. } => self.with(&name, |table, notes| constrain(table, constraint, notes)),
                        AlterTableOperation::AddColumn { column_def, .. } => self.with(&name, |table, notes| add(table, &column_def, notes)),
                        _ => {}
                    }
                }
            }
            Statement::CreateIndex(index) if index.unique => {
                let columns = index_columns(&index.columns);
                self.with(&last(&index.table_name), |table, _| unique(table, &columns));
            }
            Statement::CreateType { name, representation: Some(UserDefinedTypeRepresentation::Enum { labels }) } => {
                self.labels.insert(last(&name).to_lowercase(), labels.into_iter().map(|label| label.value).collect());
            }
            Statement::Comment { object_type: CommentObject::Column, object_name, comment: Some(comment), .. } => {
                let parts: Vec<String> = object_name.0.iter().filter_map(|part| part.as_ident()).map(|ident| ident.value.clone()).collect();
                if let [.., table, column] = &parts[..] {
                    self.with(table, |table, _| {
                        if let Some(column) = table.column_mut(column) {
                            column.description = Some(comment);
                        }
                    });
                }
            }
            _ => {}
        }
    }

    fn with(&mut self, name: &str, change: impl FnOnce(&mut DeclaredTable, &mut Vec<String>)) {
        match self.tables.iter_mut().find(|table| table.name.eq_ignore_ascii_case(name)) {
            Some(table) => change(table, &mut self.notes),
            None => self.notes.push(format!("a statement speaks of table `{name}`, which is not declared before it")),
        }
    }

    fn create(&mut self, create: CreateTable) {
        let mut table = DeclaredTable { name: last(&create.name), ..DeclaredTable::default() };
        create.columns.iter().for_each(|column| add(&mut table, column, &mut self.notes));
        create.constraints.into_iter().for_each(|constraint| constrain(&mut table, constraint, &mut self.notes));
        if self.tables.iter().any(|known| known.name.eq_ignore_ascii_case(&table.name)) {
            self.notes.push(format!("table `{}` is declared twice: the first stands", table.name));
        } else {
            self.tables.push(table);
        }
    }

    /// The tables, with the labels of types that were declared apart.
    fn finish(&mut self) -> Vec<DeclaredTable> {
        let mut tables = std::mem::take(&mut self.tables);
        for column in tables.iter_mut().flat_map(|table| &mut table.columns) {
            let Some(custom) = column.lost.iter().position(|lost| lost.starts_with(CUSTOM)) else { continue };
            let name = column.lost[custom].trim_start_matches(CUSTOM).trim_end_matches(TEXTS).to_lowercase();
            let name = name.rsplit('.').next().unwrap_or_default().trim_matches(['"', '`']).to_owned();
            if let Some(labels) = self.labels.get(&name) {
                column.lost.remove(custom);
                column.values.clone_from(labels);
                column.column_type = Some(ColumnType::Category);
            }
        }
        tables
    }
}

const CUSTOM: &str = "the type `";
const TEXTS: &str = "` is not known: texts stand in";

fn last(name: &ObjectName) -> String {
    name.0.iter().rev().find_map(|part| part.as_ident()).map_or_else(String::new, |ident| ident.value.clone())
}

fn texts(idents: &[Ident]) -> Vec<String> {
    idents.iter().map(|ident| ident.value.clone()).collect()
}

fn index_columns(columns: &[IndexColumn]) -> Vec<String> {
    columns.iter().filter_map(|column| named(&column.column.expr, 0)).collect()
}

fn unique(table: &mut DeclaredTable, columns: &[String]) {
    if let [one] = columns
        && let Some(column) = table.column_mut(one)
    {
        column.unique = true;
    }
}

fn add(table: &mut DeclaredTable, definition: &ColumnDef, notes: &mut Vec<String>) {
    let mut column = Declared { nullable: true, ..Declared::named(&definition.name.value) };
    typed(&mut column, &definition.data_type);
    let mut checks = Vec::new();
    for option in &definition.options {
        match &option.option {
            ColumnOption::NotNull => column.nullable = false,
            ColumnOption::PrimaryKey(_) => column.primary = true,
            ColumnOption::Unique(_) => column.unique = true,
            ColumnOption::Identity(_) => column.unique = true,
            ColumnOption::Comment(comment) => column.description = Some(comment.clone()),
            ColumnOption::Default(value) => column.default = literal(value, 0),
            ColumnOption::Check(check) => checks.push(check.expr.clone()),
            ColumnOption::ForeignKey(foreign) => table.foreign.push(Foreign {
                columns: vec![definition.name.value.clone()],
                table: last(&foreign.foreign_table),
                referred: texts(&foreign.referred_columns),
            }),
            ColumnOption::Generated { .. } => column.lost.push("is computed by the database: it is filled on its own".to_owned()),
            ColumnOption::DialectSpecific(tokens) if tokens.iter().any(|token| token.to_string().to_uppercase().starts_with("AUTO")) => {
                column.unique = true;
            }
            _ => {}
        }
    }
    table.columns.push(column);
    checks.iter().for_each(|check| check_holds(table, check, notes));
}

fn constrain(table: &mut DeclaredTable, constraint: TableConstraint, notes: &mut Vec<String>) {
    match constraint {
        TableConstraint::PrimaryKey(key) => {
            for name in index_columns(&key.columns) {
                if let Some(column) = table.column_mut(&name) {
                    (column.primary, column.nullable) = (true, false);
                }
            }
        }
        TableConstraint::Unique(key) => unique(table, &index_columns(&key.columns)),
        TableConstraint::ForeignKey(foreign) => table.foreign.push(Foreign {
            columns: texts(&foreign.columns),
            table: last(&foreign.foreign_table),
            referred: texts(&foreign.referred_columns),
        }),
        TableConstraint::Check(check) => check_holds(table, &check.expr, notes),
        _ => {}
    }
}

/// The type of a column, from the words in which SQL writes it.
fn typed(column: &mut Declared, data_type: &DataType) {
    match data_type {
        DataType::Enum(members, _) => {
            let labels = members.iter().map(|member| match member {
                EnumMember::Name(name) | EnumMember::NamedValue(name, _) => name.clone(),
            });
            column.values = labels.collect();
            column.column_type = Some(ColumnType::Category);
            return;
        }
        DataType::Set(labels) => {
            column.values.clone_from(labels);
            column.column_type = Some(ColumnType::Category);
            column.lost.push("is a set: each row has one of its values".to_owned());
            return;
        }
        DataType::Array(
            ArrayElemTypeDef::None | ArrayElemTypeDef::AngleBracket(_) | ArrayElemTypeDef::SquareBracket(..) | ArrayElemTypeDef::Parenthesis(_),
        ) => {
            column.column_type = Some(ColumnType::Json);
            return;
        }
        _ => {}
    }
    let text = data_type.to_string();
    let upper = text.to_uppercase();
    let base: String = upper.chars().take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_').collect();
    let inside = upper.split_once('(').and_then(|(_, rest)| rest.split_once(')')).map_or("", |(inside, _)| inside);
    let mut numbers = inside.split(',').map(|number| number.trim().split(' ').next().unwrap_or_default().parse::<u64>().ok());
    let (first, second) = (numbers.next().flatten(), numbers.next().flatten());
    let whole = |digits: i64| Some(Decimal { digits, scale: 0 });
    column.column_type = Some(match base.as_str() {
        "TINYINT" if first == Some(1) => ColumnType::Boolean,
        "TINYINT" | "INT1" | "UTINYINT" => {
            (column.min, column.max) = (whole(0), whole(100));
            ColumnType::Integer
        }
        "SMALLINT" | "INT2" | "SMALLSERIAL" | "USMALLINT" | "INT16" | "YEAR" | "INT" | "INTEGER" | "INT4" | "INT8" | "BIGINT" | "MEDIUMINT"
        | "SERIAL" | "BIGSERIAL" | "INT32" | "INT64" | "UNSIGNED" | "SIGNED" | "UINT8" | "UINT16" | "UINT32" | "UINT64" | "UBIGINT" | "HUGEINT" => {
            column.unique |= base.ends_with("SERIAL");
            ColumnType::Integer
        }
        "NUMERIC" | "DECIMAL" | "DEC" | "NUMBER" | "BIGNUMERIC" | "BIGDECIMAL" => decimal(column, first, second),
        "REAL" | "FLOAT" | "FLOAT4" | "FLOAT8" | "FLOAT32" | "FLOAT64" | "DOUBLE" => ColumnType::Decimal,
        "MONEY" | "SMALLMONEY" => ColumnType::Money,
        "BOOL" | "BOOLEAN" | "BIT" if base != "BIT" || first.unwrap_or(1) == 1 => ColumnType::Boolean,
        "DATE" | "DATE32" => ColumnType::Date,
        "TIME" => ColumnType::Time,
        "DATETIME" | "DATETIME2" | "DATETIME64" | "TIMESTAMP" | "TIMESTAMPTZ" | "TIMESTAMP_NTZ" | "SMALLDATETIME" | "DATETIMEOFFSET" => {
            ColumnType::Datetime
        }
        "UUID" | "UNIQUEIDENTIFIER" => ColumnType::Uuid,
        "JSON" | "JSONB" => ColumnType::Json,
        "CHAR" | "CHARACTER" | "VARCHAR" | "NVARCHAR" | "NCHAR" | "BPCHAR" | "STRING" | "VARCHAR2" | "NVARCHAR2" | "FIXEDSTRING" => {
            column.longest = first.and_then(|longest| usize::try_from(longest).ok());
            ColumnType::Text
        }
        "TEXT" | "TINYTEXT" | "MEDIUMTEXT" | "LONGTEXT" | "CLOB" | "NTEXT" | "CITEXT" | "" => ColumnType::Text,
        "BLOB" | "TINYBLOB" | "MEDIUMBLOB" | "LONGBLOB" | "BYTEA" | "BINARY" | "VARBINARY" | "IMAGE" | "BYTES" => {
            column.lost.push("holds bytes, which are not made: texts stand in".to_owned());
            ColumnType::Text
        }
        _ => {
            column.lost.push(format!("{CUSTOM}{text}{TEXTS}"));
            ColumnType::Text
        }
    });
}

fn decimal(column: &mut Declared, precision: Option<u64>, scale: Option<u64>) -> ColumnType {
    let scale = scale.unwrap_or(0).min(u64::from(Decimal::MAX_SCALE)) as u8;
    if precision.is_some() && scale == 0 {
        return ColumnType::Integer;
    }
    column.decimals = precision.map(|_| scale);
    // So many digits before the point are room for.
    let whole = precision.unwrap_or(18).saturating_sub(u64::from(scale)).min(9) as u32;
    if whole < 3 {
        let most = 10_i64.pow(whole + u32::from(scale)) - 1;
        (column.min, column.max) = (Some(Decimal { digits: 0, scale }), Some(Decimal { digits: most, scale }));
    }
    ColumnType::Decimal
}

/// The column that an expression names, whatever brackets and casts stand around it.
fn named(expr: &Expr, depth: usize) -> Option<String> {
    match expr {
        _ if depth > MOST_DEPTH => None,
        Expr::Identifier(ident) => Some(ident.value.clone()),
        Expr::CompoundIdentifier(idents) => idents.last().map(|ident| ident.value.clone()),
        Expr::Nested(inner) => named(inner, depth + 1),
        Expr::Cast { expr, .. } => named(expr, depth + 1),
        _ => None,
    }
}

fn literal(expr: &Expr, depth: usize) -> Option<String> {
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
fn check_holds(table: &mut DeclaredTable, expr: &Expr, notes: &mut Vec<String>) {
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
