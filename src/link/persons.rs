//! One natural person across all files: same PESEL, or same document number (indicators.md 1).

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::link::linked::Person;
use crate::model::{Finding, PersonDecision, PersonLink, Place, Severity, fold};
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
    different: BTreeSet<(usize, usize)>,
}

/// Finds the persons of all rows. Participants come first, so that a person's number follows the
/// participants lists.
///
/// The project file's `person_links` unite rows that bear different numbers; a place that is no row of this
/// run is a finding (X008).
pub(crate) fn link(
    tables: &[ValidTable],
    links: &[PersonLink],
    findings: &mut Vec<Finding>,
) -> Persons {
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
    let nodes: BTreeMap<String, usize> = if links.is_empty() {
        BTreeMap::new()
    } else {
        rows.iter().map(|((table, row), node)| (row_key(tables, *table, *row), *node)).collect()
    };
    let mut apart = Vec::new();
    for link in links {
        let mut named = Vec::new();
        for written in &link.rows {
            match nodes.get(&key_of_place(written)) {
                Some(node) => named.push(*node),
                None => findings.push(unknown_row(written)),
            }
        }
        for pair in named.windows(2) {
            if let [left, right] = pair {
                match link.decision {
                    PersonDecision::Same => {
                        let (left, right) = (find(&mut parents, *left), find(&mut parents, *right));
                        unite(&mut parents, left, right);
                    }
                    PersonDecision::Different => apart.push((*left, *right)),
                }
            }
        }
    }
    let mut found = Persons {
        list: Vec::new(),
        by_row: HashMap::new(),
        by_place: BTreeMap::new(),
        different: BTreeSet::new(),
    };
    let mut number_of_root: BTreeMap<usize, usize> = BTreeMap::new();
    for ((table_index, row), node) in rows {
        let Some(table) = tables.get(table_index) else { continue };
        let root = find(&mut parents, node);
        let person = *number_of_root.entry(root).or_insert_with(|| {
            let number = found.list.len() + 1;
            found.list.push(Person {
                pseudonym: format!("os-{number:04}"),
                is_participant: false,
                is_referred: false,
            });
            number - 1
        });
        if let Some(known) = found.list.get_mut(person) {
            known.is_participant |= table.kind == "participants";
            known.is_referred |= table.kind == "comparison";
        }
        found.by_row.insert((table_index, row), person);
        let place = (Arc::clone(&table.file), Arc::clone(&table.sheet), row);
        found.by_place.insert(place, person);
    }
    for (left, right) in apart {
        let person = |node: usize, parents: &mut [usize]| {
            let root = find(parents, node);
            number_of_root.get(&root).copied()
        };
        let pair = (person(left, &mut parents), person(right, &mut parents));
        if let (Some(left), Some(right)) = pair {
            found.different.insert((left.min(right), left.max(right)));
        }
    }
    found
}

/// A row by file, sheet and number, in the form in which places are compared.
fn row_key(tables: &[ValidTable], table: usize, row: u32) -> String {
    let Some(table) = tables.get(table) else { return String::new() };
    format!("{}›{}›{}", fold(&table.file), fold(&table.sheet), row + 1)
}

/// The same of a written place: `list.xlsx › Sheet › D34`, for CSV `list.csv › A4`.
fn key_of_place(written: &str) -> String {
    let parts: Vec<&str> = written.split('›').map(str::trim).collect();
    let (file, sheet, cell) = match parts.as_slice() {
        [file, sheet, cell] => (*file, *sheet, *cell),
        [file, cell] => (*file, "", *cell),
        _ => (written, "", ""),
    };
    let number: String = cell.chars().filter(char::is_ascii_digit).collect();
    format!("{}›{}›{number}", fold(file), fold(sheet))
}

fn unknown_row(written: &str) -> Finding {
    Finding {
        place: Place::file("efekt.toml"),
        code: "X008",
        severity: Severity::Error,
        field: String::new(),
        read: written.to_owned(),
        suggestion: String::new(),
        arguments: Vec::new(),
        person: None,
    }
}

impl Persons {
    /// The person of a row of a table.
    pub(crate) fn of(&self, table: usize, row: u32) -> Option<usize> {
        self.by_row.get(&(table, row)).copied()
    }

    /// Whether the project file says that two persons are not one.
    pub(crate) fn are_different(&self, left: usize, right: usize) -> bool {
        self.different.contains(&(left.min(right), left.max(right)))
    }

    /// Whether a participants table knows the person.
    pub(crate) fn is_participant(&self, person: usize) -> bool {
        self.list.get(person).is_some_and(|person| person.is_participant)
    }

    /// Whether a participants table or one of the comparison group knows the person.
    pub(crate) fn is_listed(&self, person: usize) -> bool {
        self.list.get(person).is_some_and(|person| person.is_participant || person.is_referred)
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
