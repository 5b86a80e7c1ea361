//! One natural person across all files: same PESEL, or same document number (indicators.md 1).

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::link::linked::Person;
use crate::link::words::Words;
use crate::model::{Finding, fold};
use crate::validate::{ValidTable, Value};

/// The key by which a row names its person.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Key {
    Pesel(u64),
    Document(String),
}

/// Persons by their keys, and by the rows that name them.
pub(crate) struct Persons {
    list: Vec<Person>,
    by_row: HashMap<(usize, u32), usize>,
    by_place: BTreeMap<(Arc<str>, Arc<str>, u32), usize>,
}

/// Finds the persons of all rows. Participants come first, so that a person's number follows the
/// participants lists.
pub(crate) fn link(tables: &[ValidTable], _words: &mut Words) -> Persons {
    let mut numbers: HashMap<Key, usize> = HashMap::new();
    let mut parents: Vec<usize> = Vec::new();
    let mut rows: Vec<((usize, u32), usize)> = Vec::new();
    for (table_index, table) in tables.iter().enumerate() {
        for row in table.rows() {
            let mut node = None;
            for key in keys(table, *row) {
                let known = *numbers.entry(key).or_insert_with(|| {
                    parents.push(parents.len());
                    parents.len() - 1
                });
                let root = find(&mut parents, known);
                node = Some(match node {
                    None => root,
                    Some(other) => unite(&mut parents, other, root),
                });
            }
            if let Some(node) = node {
                rows.push(((table_index, row.number), node));
            }
        }
    }
    let mut found = Persons { list: Vec::new(), by_row: HashMap::new(), by_place: BTreeMap::new() };
    let mut number_of_root: BTreeMap<usize, usize> = BTreeMap::new();
    for ((table_index, row), node) in rows {
        let Some(table) = tables.get(table_index) else { continue };
        let root = find(&mut parents, node);
        let person = *number_of_root.entry(root).or_insert_with(|| {
            let number = found.list.len() + 1;
            found.list.push(Person { pseudonym: format!("os-{number:04}"), is_participant: false });
            number - 1
        });
        if table.kind == "participants"
            && let Some(known) = found.list.get_mut(person)
        {
            known.is_participant = true;
        }
        found.by_row.insert((table_index, row), person);
        let place = (Arc::clone(&table.file), Arc::clone(&table.sheet), row);
        found.by_place.insert(place, person);
    }
    found
}

impl Persons {
    /// The person of a row of a table.
    pub(crate) fn of(&self, table: usize, row: u32) -> Option<usize> {
        self.by_row.get(&(table, row)).copied()
    }

    /// Whether a participants table knows the person.
    pub(crate) fn is_participant(&self, person: usize) -> bool {
        self.list.get(person).is_some_and(|person| person.is_participant)
    }

    /// Adds the pseudonym to findings that stand in a person's row.
    pub(crate) fn name_in(&self, findings: &mut [Finding]) {
        for finding in findings {
            let Some(cell) = finding.place.cell else { continue };
            let place =
                (Arc::clone(&finding.place.file), Arc::clone(&finding.place.sheet), cell.row);
            let person = self.by_place.get(&place).and_then(|person| self.list.get(*person));
            if let Some(person) = person {
                finding.person = Some(person.pseudonym.clone());
            }
        }
    }

    pub(crate) fn into_persons(self) -> Vec<Person> {
        self.list
    }
}

fn keys(table: &ValidTable, row: crate::validate::ValidRow) -> Vec<Key> {
    let mut keys = Vec::new();
    if let Value::Pesel(number) = table.value(row, "pesel") {
        keys.push(Key::Pesel(number));
    }
    if let Some(document) = table.text(row, "document") {
        let folded: String = fold(document).split(' ').collect();
        if !folded.is_empty() {
            keys.push(Key::Document(folded));
        }
    }
    keys
}

fn find(parents: &mut [usize], node: usize) -> usize {
    let mut root = node;
    while let Some(parent) = parents.get(root).copied()
        && parent != root
    {
        root = parent;
    }
    let mut step = node;
    while let Some(parent) = parents.get_mut(step)
        && *parent != root
    {
        step = std::mem::replace(parent, root);
    }
    root
}

fn unite(parents: &mut [usize], left: usize, right: usize) -> usize {
    let (low, high) = (left.min(right), left.max(right));
    if let Some(parent) = parents.get_mut(high) {
        *parent = low;
    }
    low
}
