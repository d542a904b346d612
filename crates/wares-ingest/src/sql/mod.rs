//! SQL DDL -> a draft.
//!
//! Statements are cut apart first, so that a dump with rows, triggers and settings does no harm; those that declare tables are parsed, in
//! each dialect in turn until one takes them (`statements`); what checks say of columns is in `checks`. Start at [`draft`].

mod checks;
mod statements;

use std::collections::BTreeMap;

use sqlparser::ast::{
    AlterTableOperation, ArrayElemTypeDef, ColumnDef, ColumnOption, CommentObject, CreateTable, DataType, EnumMember, Ident, IndexColumn, ObjectName,
    Statement, TableConstraint, UserDefinedTypeRepresentation,
};
use wares_model::{ColumnType, decimal::Decimal};

use self::{
    checks::{check_holds, literal, named},
    statements::{begins, declares, located, parse, pieces, table_at},
};
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
