//! The same row twice, within a file or across files: the later one is dropped, with a warning on it
//! (rulings.md 57).

use std::hash::{BuildHasher, Hash, Hasher};

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::link::words::{Words, renumbered};
use crate::model::{Finding, Severity};
use crate::validate::{ValidRow, ValidTable, Value};

/// Drops rows whose recognised fields all equal those of an earlier row of the same kind.
///
/// Participants have a rule of their own (`merge`): a carried-over row is a copy when it says nothing new.
pub(crate) fn drop_equal_rows(tables: &mut [ValidTable], findings: &mut Vec<Finding>) {
    let mut words = Words::default();
    let mut rows = Vec::new();
    for table in tables.iter().filter(|table| table.kind != "participants") {
        let numbers = words.of_table(table);
        rows.push(Rows { table, words: numbers });
    }
    for table in &mut rows {
        for word in &mut table.words {
            if let Value::Text(key) = words.comparable(Value::Text(*word)) {
                *word = key;
            }
        }
    }
    drop(words);
    let copies = copies(&rows, findings);
    let others = tables.iter_mut().filter(|table| table.kind != "participants");
    for (table, copies) in others.zip(copies) {
        table.leave_out(&copies, true);
    }
}

/// A table with the numbers by which its words are compared.
struct Rows<'a> {
    table: &'a ValidTable,
    words: Vec<u32>,
}

impl Rows<'_> {
    fn values(&self, row: ValidRow) -> impl Iterator<Item = (usize, Value)> {
        let given = self.table.given(row);
        given.map(|(field, value)| (field, renumbered(value, &self.words)))
    }
}

/// The numbers of the rows of each table that stand before. Only the places of the rows are kept: there
/// can be a million of them.
fn copies(tables: &[Rows<'_>], findings: &mut Vec<Finding>) -> Vec<Vec<u32>> {
    let hasher = DefaultHashBuilder::default();
    let values = |(table, row): (u32, u32)| {
        let rows = tables.get(usize::try_from(table).ok()?)?;
        let row = *rows.table.rows().get(usize::try_from(row).ok()?)?;
        Some((rows, row))
    };
    let hash = |place: (u32, u32)| {
        let mut state = hasher.build_hasher();
        if let Some((rows, row)) = values(place) {
            rows.table.kind.hash(&mut state);
            rows.values(row).for_each(|value| value.hash(&mut state));
        }
        state.finish()
    };
    let same = |left: (u32, u32), right: (u32, u32)| match (values(left), values(right)) {
        (Some((one, row)), Some((two, other))) => {
            one.table.kind == two.table.kind && one.values(row).eq(two.values(other))
        }
        _ => false,
    };
    let mut known: HashTable<(u32, u32)> =
        HashTable::with_capacity(tables.iter().map(|rows| rows.table.rows().len()).sum());
    let mut copies = Vec::new();
    for (index, rows) in (0_u32..).zip(tables) {
        let mut twice = Vec::new();
        for (position, row) in (0_u32..).zip(rows.table.rows()) {
            let place = (index, position);
            let hash_of_row = hash(place);
            let Some(first) = known.find(hash_of_row, |known| same(*known, place)) else {
                known.insert_unique(hash_of_row, place, |known| hash(*known));
                continue;
            };
            let first = values(*first).map(|(rows, row)| rows.table.row_place(row).to_string());
            findings.push(Finding {
                place: rows.table.row_place(*row),
                arguments: vec![("other", first.unwrap_or_default())],
                ..rows.table.finding(*row, "", "X001", Severity::Warning)
            });
            twice.push(row.number);
        }
        copies.push(twice);
    }
    copies
}
