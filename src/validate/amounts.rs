//! The amounts of a table as its cells hold them, for the account: each is used, a copy, or left out.

use crate::catalogue::Source;
use crate::ingest::{RawRow, RawTable};
use crate::validate::values::{Reading, Value, read_money};
use crate::validate::{ValidRow, ValidTable};

/// Fields whose sum the account keeps.
const FIELDS: [&str; 2] = ["amount", "amount_total"];

/// What the cells of a row hold, in grosze, also where the row cannot be used.
pub(crate) fn of_cells(table: &RawTable, source: &Source, row: RawRow) -> i64 {
    let mut sum = 0_i64;
    for column in &table.columns {
        let named = source.fields.get(column.field).map(|field| field.name.as_str());
        if named.is_none_or(|name| !FIELDS.contains(&name)) {
            continue;
        }
        let Some(cell) = table.sheet.cell(row, column.column) else { continue };
        let text = table.sheet.text(cell).unwrap_or_default();
        if let Reading::Value(Value::Grosze(grosze)) = read_money(cell, text) {
            sum = sum.saturating_add(grosze);
        }
    }
    sum
}

/// The amounts of a row that is used, in grosze.
pub(crate) fn of_row(table: &ValidTable, row: ValidRow) -> i64 {
    FIELDS.iter().filter_map(|field| table.grosze(row, field)).fold(0, i64::saturating_add)
}
