//! The amounts of a table as its cells hold them, for the account: each is used, a copy, or left out.

use crate::catalogue::Source;
use crate::ingest::{ColumnWalk, RawRow, RawTable};
use crate::validate::values::{Reading, Value, read_money};
use crate::validate::{ValidRow, ValidTable};

/// Fields whose sum the account keeps.
const FIELDS: [&str; 2] = ["amount", "amount_total"];

/// What the cells of rows hold, in grosze, also where a row cannot be used; nothing in a table without
/// amounts.
pub(crate) fn of_cells(table: &RawTable, source: &Source, rows: &[RawRow]) -> Vec<i64> {
    let mut sums: Vec<i64> = Vec::new();
    // Each value of the sheet is read once.
    let mut known: Vec<Option<i64>> = Vec::new();
    for column in &table.columns {
        let named = source.fields.get(column.field).map(|field| field.name.as_str());
        if named.is_none_or(|name| !FIELDS.contains(&name)) {
            continue;
        }
        sums.resize(rows.len(), 0);
        known.resize(table.sheet.value_count(), None);
        let mut walk = ColumnWalk::new(column.column);
        for (row, sum) in rows.iter().zip(&mut sums) {
            let number = table.sheet.number(*row, &mut walk);
            let place = number.and_then(|number| usize::try_from(number).ok());
            let (Some(number), Some(known)) =
                (number, place.and_then(|place| known.get_mut(place)))
            else {
                continue;
            };
            let grosze = *known.get_or_insert_with(|| {
                let Some(cell) = table.sheet.value(number) else { return 0 };
                match read_money(cell, table.sheet.text(cell).unwrap_or_default()) {
                    Reading::Value(Value::Grosze(grosze)) => grosze,
                    _ => 0,
                }
            });
            *sum = sum.saturating_add(grosze);
        }
    }
    sums
}

/// The amounts of a row that is used, in grosze.
pub(crate) fn of_row(table: &ValidTable, row: ValidRow) -> i64 {
    FIELDS.iter().filter_map(|field| table.grosze(row, field)).fold(0, i64::saturating_add)
}
