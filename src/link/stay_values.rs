//! What the rows of a stay say, field by field.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::link::merge::{ENTRY_SIDE, EXIT_SIDE, JOB_SIDE, workshops};
use crate::link::words::{Words, renumbered};
use crate::validate::{ValidRow, ValidTable, Value, ValueColumn};

const COUNT: usize = ENTRY_SIDE.len() + EXIT_SIDE.len() + JOB_SIDE.len();

/// Fields of a stay, in the order of their values.
pub(crate) const FIELDS: [&str; COUNT] = {
    let mut fields = [""; COUNT];
    let mut place = 0;
    while place < COUNT {
        fields[place] = if place < ENTRY_SIDE.len() {
            ENTRY_SIDE[place]
        } else if place < ENTRY_SIDE.len() + EXIT_SIDE.len() {
            EXIT_SIDE[place - ENTRY_SIDE.len()]
        } else {
            JOB_SIDE[place - ENTRY_SIDE.len() - EXIT_SIDE.len()]
        };
        place += 1;
    }
    fields
};

/// The place of a field that is known while the program is compiled: a misspelt one does not compile.
pub(crate) const fn field_place(field: &str) -> usize {
    let mut place = 0;
    while !equal(FIELDS[place].as_bytes(), field.as_bytes()) {
        place += 1;
    }
    place
}

const fn equal(left: &[u8], right: &[u8]) -> bool {
    if left.len() != right.len() {
        return false;
    }
    let mut place = 0;
    while place < left.len() {
        if left[place] != right[place] {
            return false;
        }
        place += 1;
    }
    true
}

/// Values of one stay; texts by the numbers of the words of all tables.
#[derive(Clone, Debug)]
pub(crate) struct StayValues {
    values: [Value; COUNT],
    /// Where the exit date stands that counts: table and row.
    pub(crate) exit_row: Option<(usize, ValidRow)>,
    /// Workshops, as written; most stays share their list with others.
    pub(crate) workshops: Arc<BTreeSet<Arc<str>>>,
}

impl StayValues {
    /// The value of a field, if it says something.
    pub(crate) fn get(&self, field: &str) -> Option<Value> {
        self.at(place(field)?)
    }

    /// The value of a field by its place, if it says something.
    pub(crate) fn at(&self, place: usize) -> Option<Value> {
        self.values.get(place).copied().filter(|value| value.is_given())
    }

    pub(crate) fn set(&mut self, field: &str, value: Value) {
        if let Some(place) = place(field).and_then(|place| self.values.get_mut(place)) {
            *place = value;
        }
    }

    pub(crate) fn remove(&mut self, field: &str) {
        self.set(field, Value::Missing);
    }
}

fn place(field: &str) -> Option<usize> {
    FIELDS.iter().position(|known| *known == field)
}

/// Reads stays from the rows of one table.
pub(crate) struct StayReader<'a> {
    index: usize,
    table: &'a ValidTable,
    columns: [Option<&'a ValueColumn>; COUNT],
    words: Vec<u32>,
    /// Lists of workshops that were met, by the value of the cell.
    workshops: RefCell<BTreeMap<Value, Arc<BTreeSet<Arc<str>>>>>,
}

impl<'a> StayReader<'a> {
    /// A reader for every table of a kind, at its place among the tables.
    pub(crate) fn all(
        tables: &'a [ValidTable],
        kind: &str,
        words: &mut Words,
    ) -> Vec<Option<Self>> {
        let reader = |(index, table): (usize, &'a ValidTable)| {
            let mut columns = [None; COUNT];
            for (column, field) in columns.iter_mut().zip(FIELDS) {
                *column = table.values_of(field);
            }
            let words = words.of_table(table);
            Self { index, table, columns, words, workshops: RefCell::default() }
        };
        let mut reader = reader;
        let readers = tables.iter().enumerate();
        readers.map(|(index, table)| (table.kind == kind).then(|| reader((index, table)))).collect()
    }

    /// The value of a field in a row, if it says something.
    pub(crate) fn value(&self, row: ValidRow, field: &str) -> Option<Value> {
        self.value_at(row, place(field)?)
    }

    fn value_at(&self, row: ValidRow, place: usize) -> Option<Value> {
        let value = self.columns.get(place)?.as_ref()?.get(row.position)?;
        Some(renumbered(value, &self.words)).filter(|value| value.is_given())
    }

    /// All values of a row.
    pub(crate) fn read(&self, row: ValidRow) -> StayValues {
        let mut values = [Value::Missing; COUNT];
        for (place, value) in values.iter_mut().enumerate() {
            *value = self.value_at(row, place).unwrap_or(Value::Missing);
        }
        let exit = self.table.day(row, "exit_date");
        StayValues {
            values,
            exit_row: exit.map(|_| (self.index, row)),
            workshops: self.workshops(row),
        }
    }

    fn workshops(&self, row: ValidRow) -> Arc<BTreeSet<Arc<str>>> {
        let key = self.table.value(row, "workshops");
        let mut known = self.workshops.borrow_mut();
        Arc::clone(known.entry(key).or_insert_with(|| Arc::new(workshops(self.table, row))))
    }
}
