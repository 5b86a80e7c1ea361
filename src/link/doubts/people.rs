//! The persons whom the numbers of a row name, though the row is not used.

use std::collections::BTreeSet;

use hashbrown::HashMap;

use crate::link::doubts::context::{Linking, Located};
use crate::model::fold;
use crate::validate::{ValidRow, ValidTable, Value};

/// The key by which a row names its person.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Key {
    Pesel(u64),
    Document(String),
}

/// Persons by the numbers about which findings ask, as far as a row names them that was used.
#[derive(Default)]
pub(super) struct People {
    by_key: HashMap<Key, Option<usize>>,
}

impl People {
    /// Those of the rows in which findings stand, and of all rows that are left out of a list. One pass
    /// over the tables.
    pub(super) fn of_rows(located: &[Located<'_>], linking: &Linking<'_>) -> Self {
        let mut people = Self::default();
        for located in located {
            people.ask(located.table, located.row);
        }
        for table in linking.tables.iter().filter(|table| table.kind == "participants") {
            table.left_out().for_each(|row| people.ask(table, row));
        }
        let documents = people.by_key.keys().any(|key| matches!(key, Key::Document(_)));
        for (index, table) in linking.tables.iter().enumerate() {
            for (row, person) in linking.persons.of_rows(index, table.rows()) {
                people.learn(table, row, person, documents);
            }
            // Rows that were taken out after persons had been found.
            for row in table.gone() {
                people.learn(table, *row, linking.persons.of(index, row.number), documents);
            }
        }
        people
    }

    pub(super) fn known_to(&self, table: &ValidTable, row: ValidRow) -> Vec<usize> {
        let keys = keys(table, row).into_iter();
        let known: BTreeSet<usize> =
            keys.filter_map(|key| self.by_key.get(&key).copied().flatten()).collect();
        known.into_iter().collect()
    }

    fn ask(&mut self, table: &ValidTable, row: ValidRow) {
        for key in keys(table, row) {
            self.by_key.entry(key).or_default();
        }
    }

    fn learn(&mut self, table: &ValidTable, row: ValidRow, person: Option<usize>, documents: bool) {
        let Some(person) = person else { return };
        let keys =
            pesel(table, row).into_iter().chain(documents.then(|| document(table, row)).flatten());
        for key in keys {
            if let Some(known) = self.by_key.get_mut(&key) {
                *known = Some(person);
            }
        }
    }
}

/// The numbers by which a row names its person.
pub(super) fn keys(table: &ValidTable, row: ValidRow) -> Vec<Key> {
    pesel(table, row).into_iter().chain(document(table, row)).collect()
}

fn pesel(table: &ValidTable, row: ValidRow) -> Option<Key> {
    match table.value(row, "pesel") {
        Value::Pesel(number) => Some(Key::Pesel(number)),
        _ => None,
    }
}

fn document(table: &ValidTable, row: ValidRow) -> Option<Key> {
    let folded: String = fold(table.text(row, "document")?).split(' ').collect();
    (!folded.is_empty()).then_some(Key::Document(folded))
}
