//! Arrow IPC streams: batches with the types that Arrow has for them.

use std::sync::Arc;

use arrow_array::{
    Array, ArrayRef, Decimal128Array, Int64Array, RecordBatch, RecordBatchOptions, Time32SecondArray, TimestampMicrosecondArray, cast::AsArray,
    types::Int64Type,
};
use arrow_ipc::writer::StreamWriter;
use arrow_schema::{Field, Schema};
use wares_model::{Physical, TableSchema};

/// The digits that amounts may have.
const DECIMAL_DIGITS: u8 = 18;

/// One batch, whose columns are those of the schema, as a whole stream. Amounts become decimals, times of day `time32`, points in time
/// timestamps in UTC; fields carry the column's type as metadata under `wares:type`.
pub fn stream(schema: &TableSchema, batch: &RecordBatch) -> Vec<u8> {
    let mut fields = Vec::new();
    let mut arrays: Vec<ArrayRef> = Vec::new();
    for (column, array) in schema.columns.iter().zip(batch.columns()) {
        let array = typed(column.physical, array);
        let kind = format!("{:?}", column.column_type).to_lowercase();
        let metadata = [("wares:type".to_owned(), kind)].into();
        fields.push(Field::new(&column.name, array.data_type().clone(), true).with_metadata(metadata));
        arrays.push(array);
    }
    let schema = Arc::new(Schema::new(fields));
    let options = RecordBatchOptions::new().with_row_count(Some(batch.num_rows()));
    let batch = RecordBatch::try_new_with_options(Arc::clone(&schema), arrays, &options).expect("all columns have the rows of the batch");
    let mut writer = StreamWriter::try_new(Vec::new(), &schema).expect("a buffer takes all there is to write");
    writer.write(&batch).and_then(|()| writer.finish()).expect("a buffer takes all there is to write");
    writer.into_inner().expect("the stream is finished")
}

fn typed(physical: Physical, array: &ArrayRef) -> ArrayRef {
    let whole = || array.as_primitive::<Int64Type>();
    match physical {
        Physical::Scaled(scale) => {
            let decimals: Decimal128Array = whole().iter().map(|value| value.map(i128::from)).collect();
            let scaled = decimals.with_precision_and_scale(DECIMAL_DIGITS, i8::try_from(scale).unwrap_or(i8::MAX));
            Arc::new(scaled.expect("amounts have few digits behind the point"))
        }
        Physical::Time => Arc::new(whole().iter().map(|value| value.map(|seconds| seconds as i32)).collect::<Time32SecondArray>()),
        Physical::DateTime => {
            let values: Int64Array = whole().clone();
            Arc::new(TimestampMicrosecondArray::new(values.values().clone(), values.nulls().cloned()).with_timezone("+00:00"))
        }
        Physical::Text | Physical::Json | Physical::Integer | Physical::Boolean | Physical::Date => Arc::clone(array),
    }
}
