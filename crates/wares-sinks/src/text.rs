//! Cells as people read them: the values of CSV without its quotes; no value and an empty text are told apart.

use arrow_array::{Array, RecordBatch, cast::AsArray, types::UInt32Type};
use wares_model::{Physical, TableSchema};

use crate::csv::Column;

/// The rows of a batch, whose columns are those of the schema; each with a cell a column, none where there is no value.
pub fn rows(schema: &TableSchema, batch: &RecordBatch) -> Vec<Vec<Option<String>>> {
    let columns: Vec<Vec<Option<String>>> =
        schema.columns.iter().zip(batch.columns()).map(|(column, array)| cells(column.physical, array.as_ref())).collect();
    let mut columns: Vec<_> = columns.into_iter().map(Vec::into_iter).collect();
    (0..batch.num_rows()).map(|_| columns.iter_mut().map(|cells| cells.next().flatten()).collect()).collect()
}

fn cells(physical: Physical, array: &dyn Array) -> Vec<Option<String>> {
    let rows = 0..array.len();
    if matches!(physical, Physical::Text | Physical::Json) {
        return match array.as_dictionary_opt::<UInt32Type>() {
            Some(coded) => {
                let (keys, values) = (coded.keys(), coded.values().as_string::<i32>());
                let value = |position: usize| values.is_valid(position).then(|| values.value(position).to_owned());
                rows.map(|row| if keys.is_valid(row) { value(keys.value(row) as usize) } else { None }).collect()
            }
            None => array.as_string::<i32>().iter().map(|text| text.map(str::to_owned)).collect(),
        };
    }
    let column = Column::new(physical, array);
    let cell = |row: usize| {
        let mut out = Vec::new();
        column.write(row, &mut out);
        String::from_utf8_lossy(&out).into_owned()
    };
    rows.map(|row| array.is_valid(row).then(|| cell(row))).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use arrow_array::{ArrayRef, Date32Array, Int64Array, StringArray};
    use wares_model::{ColumnSchema, ColumnType};

    use super::*;

    #[test]
    fn cells_are_not_quoted_and_gaps_are_no_empty_texts() {
        let columns: Vec<(Physical, ArrayRef)> = vec![
            (Physical::Text, Arc::new(StringArray::from(vec![Some("a,\"b\""), Some(""), None]))),
            (Physical::Scaled(2), Arc::new(Int64Array::from(vec![Some(-5), None, Some(1_200)]))),
            (Physical::Date, Arc::new(Date32Array::from(vec![Some(20_780), Some(0), None]))),
        ];
        let column = |physical| ColumnSchema { name: "c".to_owned(), column_type: ColumnType::Text, physical, primary: false, references: None };
        let schema = TableSchema { name: "t".to_owned(), columns: columns.iter().map(|(physical, _)| column(*physical)).collect() };
        let named: Vec<(String, ArrayRef)> = columns.into_iter().enumerate().map(|(index, (_, array))| (index.to_string(), array)).collect();
        let text = |text: &str| Some(text.to_owned());
        let expected =
            vec![vec![text("a,\"b\""), text("-0.05"), text("2026-11-23")], vec![text(""), None, text("1970-01-01")], vec![None, text("12.00"), None]];
        assert_eq!(rows(&schema, &RecordBatch::try_from_iter(named).unwrap()), expected);
    }
}
