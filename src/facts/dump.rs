//! Fact tables as CSV, so that another engine can check a run.

use crate::facts::{ColumnKind, FactColumn, FactStore, FactTable};

impl FactStore {
    /// Each table's name and its CSV, in the order of the store.
    pub fn dump_csv(&self) -> Vec<(String, String)> {
        self.tables.iter().map(|table| (table.name.clone(), table.to_csv())).collect()
    }
}

impl FactTable {
    /// A line of names, a line of types (`BIGINT`, `VARCHAR`), then the rows; NULL is `\N`.
    pub fn to_csv(&self) -> String {
        let mut text = String::new();
        line(&mut text, self.columns.iter().map(|(name, _)| name.clone()));
        let types = self.columns.iter().map(|(_, column)| match column.kind() {
            ColumnKind::Integer => "BIGINT".to_owned(),
            ColumnKind::Text => "VARCHAR".to_owned(),
        });
        line(&mut text, types);
        for row in 0..self.height() {
            line(&mut text, self.columns.iter().map(|(_, column)| cell(column, row)));
        }
        text
    }
}

fn line(text: &mut String, cells: impl Iterator<Item = String>) {
    for (index, cell) in cells.enumerate() {
        if index > 0 {
            text.push(',');
        }
        text.push_str(&cell);
    }
    text.push('\n');
}

fn cell(column: &FactColumn, row: usize) -> String {
    let value = match column {
        FactColumn::Integers(values) => {
            values.get(row).copied().flatten().map(|value| value.to_string())
        }
        FactColumn::Texts(values) => values
            .get(row)
            .and_then(Option::as_deref)
            .map(|text| format!("\"{}\"", text.replace('"', "\"\""))),
    };
    value.unwrap_or_else(|| "\\N".to_owned())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[test]
    fn null_and_an_empty_text_are_told_apart_and_quotes_are_doubled() {
        let table = FactTable {
            name: "t".to_owned(),
            columns: vec![
                ("n".to_owned(), FactColumn::Integers(vec![Some(-1), None])),
                (
                    "s".to_owned(),
                    FactColumn::Texts(vec![Some(Arc::from("")), Some(Arc::from("a\"b,c"))]),
                ),
            ],
        };
        let store = FactStore { tables: vec![table] };
        let expected = "n,s\nBIGINT,VARCHAR\n-1,\"\"\n\\N,\"a\"\"b,c\"\n";
        assert_eq!(store.dump_csv(), [("t".to_owned(), expected.to_owned())]);
    }
}
