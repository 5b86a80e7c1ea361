//! The same row twice, within a file or across files: the later one is dropped, with a warning on it
//! (rulings.md 57).

use std::collections::HashMap;

use crate::link::words::Words;
use crate::model::{Finding, Severity};
use crate::validate::{ValidTable, Value};

/// Drops rows whose recognised fields all equal those of an earlier row of the same kind.
///
/// Participants have a rule of their own (`merge`): a carried-over row is a copy when it says nothing new.
pub(crate) fn drop_equal_rows(
    tables: &mut [ValidTable],
    words: &mut Words,
    findings: &mut Vec<Finding>,
) {
    type Row = Vec<(String, Value)>;
    let mut known: HashMap<(String, Row), String> = HashMap::new();
    for table in tables.iter_mut().filter(|table| table.kind != "participants") {
        let mut twice = Vec::new();
        for row in table.rows().to_vec() {
            let values: Row = table
                .given(row)
                .map(|(field, value)| (field.to_owned(), value))
                .collect::<Vec<_>>()
                .into_iter()
                .map(|(field, value)| {
                    let global = words.global(table, value);
                    (field, words.comparable(global))
                })
                .collect();
            let key = (table.kind.clone(), values);
            if let Some(first) = known.get(&key) {
                let mut finding = Finding {
                    place: table.row_place(row),
                    ..table.finding(row, "", "X001", Severity::Warning)
                };
                finding.arguments = vec![("other", first.clone())];
                findings.push(finding);
                twice.push(row.number);
            } else {
                known.insert(key, table.row_place(row).to_string());
            }
        }
        table.leave_out(&twice, true);
    }
}
