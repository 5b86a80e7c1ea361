//! The same row twice, within a file or across files: the later one is dropped, with a warning on it
//! (rulings.md 57).

use std::hash::{BuildHasher, Hash, Hasher};

use hashbrown::hash_map::Entry;
use hashbrown::{DefaultHashBuilder, HashMap};

use crate::link::words::Words;
use crate::model::{Finding, Severity};
use crate::validate::{ValidRow, ValidTable, Value};

/// Drops rows whose recognised fields all equal those of an earlier row of the same kind.
///
/// Participants have a rule of their own (`merge`): a carried-over row is a copy when it says nothing new.
pub(crate) fn drop_equal_rows(tables: &mut [ValidTable], findings: &mut Vec<Finding>) {
    let others: Vec<&ValidTable> = tables.iter().filter(|table| has_copies(table)).collect();
    let copies = copies(&suspects(&others), findings);
    for (table, copies) in tables.iter_mut().filter(|table| has_copies(table)).zip(copies) {
        table.leave_out(&copies, true);
    }
}

fn has_copies(table: &ValidTable) -> bool {
    table.kind != "participants"
}

/// A table with the rows of it that may be copies, or have some.
struct Suspects<'a> {
    table: &'a ValidTable,
    rows: Vec<ValidRow>,
}

/// Rows for which there is another one of the kind that is equal but for its words. To tell words apart
/// takes longer, and hardly any row comes that far.
fn suspects<'a>(tables: &[&'a ValidTable]) -> Vec<Suspects<'a>> {
    let hasher = DefaultHashBuilder::default();
    let hash = |table: &ValidTable, row: ValidRow| {
        let mut state = hasher.build_hasher();
        table.kind.hash(&mut state);
        for (field, value) in table.given(row) {
            field.hash(&mut state);
            if !matches!(value, Value::Text(_)) {
                value.hash(&mut state);
            }
        }
        state.finish()
    };
    let mut hashes: Vec<u64> = Vec::new();
    for table in tables {
        hashes.extend(table.rows().iter().map(|row| hash(table, *row)));
    }
    let mut sorted = hashes.clone();
    sorted.sort_unstable();
    let twice: Vec<u64> = sorted
        .chunk_by(|one, next| one == next)
        .filter(|equal| equal.len() > 1)
        .filter_map(|equal| equal.first().copied())
        .collect();
    let mut hashes = hashes.into_iter();
    let of_table = |table: &&'a ValidTable| {
        let rows = table.rows().iter().zip(hashes.by_ref());
        let suspects = rows.filter(|(_, hash)| twice.binary_search(hash).is_ok());
        Suspects { table, rows: suspects.map(|(row, _)| *row).collect() }
    };
    tables.iter().map(of_table).collect()
}

/// Kind of table, and the values that a row gives by the places of their fields.
type RowKey<'a> = (&'a str, Vec<(usize, Value)>);

/// The numbers of the rows of each table that stand before.
fn copies(tables: &[Suspects<'_>], findings: &mut Vec<Finding>) -> Vec<Vec<u32>> {
    let mut words = Words::default();
    let mut known: HashMap<RowKey<'_>, (usize, ValidRow)> = HashMap::new();
    let mut copies = Vec::new();
    for (index, Suspects { table, rows }) in tables.iter().enumerate() {
        let mut twice = Vec::new();
        for row in rows {
            let mut comparable = |value| {
                let Value::Text(word) = value else { return value };
                let word = words.add(table.word(word).unwrap_or_default());
                words.comparable(Value::Text(word))
            };
            let values = table.given(*row).map(|(field, value)| (field, comparable(value)));
            let key = (table.kind.as_str(), values.collect());
            match known.entry(key) {
                Entry::Vacant(place) => {
                    place.insert((index, *row));
                }
                Entry::Occupied(first) => {
                    let (other, earlier) = *first.get();
                    let other = tables.get(other).map(|other| other.table.row_place(earlier));
                    let other = other.map(|place| place.to_string()).unwrap_or_default();
                    findings.push(Finding {
                        place: table.row_place(*row),
                        arguments: vec![("other", other)],
                        ..table.finding(*row, "", "X001", Severity::Warning)
                    });
                    twice.push(row.number);
                }
            }
        }
        copies.push(twice);
    }
    copies
}
