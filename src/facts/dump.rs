//! Fact tables as Parquet, so that another engine can check a run.
//!
//! Whole numbers are INT64, texts UTF-8; every column may hold NULL.

use std::sync::Arc;

use parquet::basic::{Compression, Encoding, LogicalType, Repetition, Type as Physical};
use parquet::column::writer::ColumnWriter;
use parquet::data_type::ByteArray;
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;

use crate::facts::{ColumnKind, FactColumn, FactStore, FactTable};

impl FactStore {
    /// Each table's name and its Parquet file, in the order of the store.
    pub fn dump_parquet(&self) -> Result<Vec<(String, Vec<u8>)>, ParquetError> {
        self.tables.iter().map(|table| Ok((table.name.clone(), table.to_parquet()?))).collect()
    }
}

impl FactTable {
    /// The table as a Parquet file; the same table gives the same bytes.
    pub fn to_parquet(&self) -> Result<Vec<u8>, ParquetError> {
        let fields: Result<Vec<_>, _> =
            self.columns.iter().map(|(name, column)| field(name, column.kind())).collect();
        let schema = Type::group_type_builder(&self.name).with_fields(fields?).build()?;
        let properties = WriterProperties::builder()
            .set_compression(Compression::UNCOMPRESSED)
            .set_encoding(Encoding::PLAIN)
            // The library's own version would change the bytes at every upgrade.
            .set_created_by("efekt".to_owned())
            .build();
        let mut bytes = Vec::new();
        let mut writer =
            SerializedFileWriter::new(&mut bytes, Arc::new(schema), Arc::new(properties))?;
        let mut group = writer.next_row_group()?;
        for (_, column) in &self.columns {
            if let Some(mut target) = group.next_column()? {
                write(target.untyped(), column)?;
                target.close()?;
            }
        }
        group.close()?;
        writer.close()?;
        Ok(bytes)
    }
}

fn field(name: &str, kind: ColumnKind) -> Result<Arc<Type>, ParquetError> {
    let (physical, logical) = match kind {
        ColumnKind::Integer => (Physical::INT64, None),
        ColumnKind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
    };
    let builder = Type::primitive_type_builder(name, physical)
        .with_repetition(Repetition::OPTIONAL)
        .with_logical_type(logical);
    builder.build().map(Arc::new)
}

fn write(target: &mut ColumnWriter<'_>, column: &FactColumn) -> Result<(), ParquetError> {
    match (target, column) {
        (ColumnWriter::Int64ColumnWriter(target), FactColumn::Integers(values)) => {
            let given: Vec<i64> = values.iter().flatten().copied().collect();
            target.write_batch(&given, Some(&levels(values)), None)?;
        }
        (ColumnWriter::ByteArrayColumnWriter(target), FactColumn::Texts(values)) => {
            let given: Vec<ByteArray> =
                values.iter().flatten().map(|text| ByteArray::from(&**text)).collect();
            target.write_batch(&given, Some(&levels(values)), None)?;
        }
        _ => return Err(ParquetError::General("a column and its schema differ".to_owned())),
    }
    Ok(())
}

/// Definition levels: 1 where there is a value.
fn levels<T>(values: &[Option<T>]) -> Vec<i16> {
    values.iter().map(|value| i16::from(value.is_some())).collect()
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use parquet::file::reader::{FileReader, SerializedFileReader};

    use super::*;

    fn rows(bytes: &[u8]) -> Vec<String> {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        let reader = SerializedFileReader::new(file).unwrap();
        reader.get_row_iter(None).unwrap().map(|row| row.unwrap().to_string()).collect()
    }

    #[test]
    fn null_and_an_empty_text_are_told_apart() {
        let table = FactTable {
            name: "t".to_owned(),
            columns: vec![
                ("n".to_owned(), FactColumn::Integers(vec![Some(-1), None])),
                ("s".to_owned(), FactColumn::Texts(vec![Some(Arc::from("")), None])),
            ],
        };
        let [(name, bytes)] = &FactStore { tables: vec![table] }.dump_parquet().unwrap()[..] else {
            panic!("one table");
        };
        assert_eq!(name, "t");
        assert_eq!(rows(bytes), ["{n: -1, s: \"\"}", "{n: null, s: null}"]);
    }

    #[test]
    fn a_table_without_rows_keeps_its_columns() {
        let columns = vec![("n".to_owned(), FactColumn::Integers(Vec::new()))];
        let table = FactTable { name: "t".to_owned(), columns };
        let bytes = table.to_parquet().unwrap();
        assert_eq!(rows(&bytes), Vec::<String>::new());
        assert_eq!(bytes, table.to_parquet().unwrap());
    }
}
