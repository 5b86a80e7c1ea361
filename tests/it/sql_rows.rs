//! Small fact tables written as text, and rows as text, for the tests of the SQL guard.

use std::sync::Arc;

use efekt::facts::{ColumnKind, FactColumn, FactStore, FactTable, Query, QueryError};

/// Reads `name(column kind, …)` and one row a line; `-` is NULL, `i` BIGINT, `t` VARCHAR.
pub(crate) fn table(text: &str) -> FactTable {
    let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let head = lines.next().unwrap().strip_suffix(')').unwrap();
    let (name, head) = head.split_once('(').unwrap();
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').map(str::trim).collect()).collect();
    let columns = head
        .split(',')
        .enumerate()
        .map(|(index, column)| {
            let (column, kind) = column.trim().split_once(' ').unwrap();
            let cells = rows.iter().map(|row| (row[index] != "-").then_some(row[index]));
            let values = if kind == "i" {
                FactColumn::Integers(
                    cells.map(|cell| cell.map(|cell| cell.parse().unwrap())).collect(),
                )
            } else {
                FactColumn::Texts(cells.map(|cell| cell.map(Arc::from)).collect())
            };
            (column.to_owned(), values)
        })
        .collect();
    FactTable { name: name.to_owned(), columns }
}

/// A store of such tables.
pub(crate) fn store(tables: &[&str]) -> FactStore {
    FactStore { tables: tables.iter().map(|text| table(text)).collect() }
}

/// Runs a query; `outputs` is written like a head: `a i, b t`.
pub(crate) fn run(store: &FactStore, outputs: &str, sql: &str) -> Result<String, QueryError> {
    let outputs: Vec<(&str, ColumnKind)> = outputs
        .split(',')
        .map(|column| {
            let (name, kind) = column.trim().split_once(' ').unwrap();
            (name, if kind == "i" { ColumnKind::Integer } else { ColumnKind::Text })
        })
        .collect();
    let query = Query { path: "indicators/x/y.sql", sql, lines_before: 10, outputs: &outputs };
    store.run(&query).map(|table| rows(&table))
}

/// The rows: commas between values, `|` between rows, `-` for NULL.
pub(crate) fn rows(table: &FactTable) -> String {
    let lines: Vec<String> = (0..table.height())
        .map(|row| {
            let cells: Vec<String> = table
                .columns
                .iter()
                .map(|(_, column)| match column {
                    FactColumn::Integers(values) => {
                        values[row].map_or_else(|| "-".to_owned(), |value| value.to_string())
                    }
                    FactColumn::Texts(values) => values[row].as_deref().unwrap_or("-").to_owned(),
                })
                .collect();
            cells.join(",")
        })
        .collect();
    lines.join(" | ")
}
