//! One natural person across all files: same PESEL, or same document number (indicators.md 1).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use hashbrown::HashMap;

use crate::link::linked::Person;
use crate::model::{Finding, PersonDecision, PersonLink, Place, Severity, fold};
use crate::validate::{ValidRow, ValidTable, Value, ValueColumn};

/// No node and no person: a row without a number.
const NOBODY: u32 = u32::MAX;

/// Persons by the rows that name them.
pub(crate) struct Persons {
    list: Vec<Person>,
    tables: Vec<TableRows>,
    by_place: BTreeMap<(Arc<str>, Arc<str>), usize>,
    different: BTreeSet<(usize, usize)>,
}

/// The rows of one table, from the top: four bytes for the number of a row and four for its person.
struct TableRows {
    numbers: Vec<u32>,
    persons: Vec<u32>,
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
    let mut nodes = Nodes::default();
    let mut rows: Vec<Vec<u32>> = Vec::new();
    for table in tables {
        let columns = [table.values_of("pesel"), table.values_of("document")];
        let mut of_table = Vec::with_capacity(table.rows().len());
        for row in table.rows() {
            of_table.push(nodes.of(table, columns, *row));
            if std::mem::take(&mut nodes.is_clash) {
                findings.push(table.finding(*row, "pesel", "X009", Severity::Warning));
            }
        }
        rows.push(of_table);
    }
    let mut parents = nodes.parents;
    let apart = decide(tables, &rows, links, &mut parents, findings);
    let mut found = Persons {
        list: Vec::new(),
        tables: Vec::new(),
        by_place: BTreeMap::new(),
        different: BTreeSet::new(),
    };
    let mut number_of_root = vec![NOBODY; parents.len()];
    for (table, mut rows) in tables.iter().zip(rows) {
        for node in rows.iter_mut().filter(|node| **node != NOBODY) {
            *node = found.person(find(&mut parents, *node), &mut number_of_root);
            if let Some(known) = found.list.get_mut(place(*node)) {
                known.is_participant |= table.kind == "participants";
                known.is_referred |= table.kind == "comparison";
            }
        }
        let key = (Arc::clone(&table.file), Arc::clone(&table.sheet));
        found.by_place.insert(key, found.tables.len());
        let numbers = table.rows().iter().map(|row| row.number).collect();
        found.tables.push(TableRows { numbers, persons: rows });
    }
    for (left, right) in apart {
        let mut person = |node| {
            let root = find(&mut parents, node);
            number_of_root.get(place(root)).copied().filter(|person| *person != NOBODY)
        };
        if let (Some(left), Some(right)) = (person(left), person(right)) {
            let (left, right) = (place(left), place(right));
            found.different.insert((left.min(right), left.max(right)));
        }
    }
    found
}

/// Unites what the project file says is one person, and gives the pairs of nodes that it says are two.
fn decide(
    tables: &[ValidTable],
    rows: &[Vec<u32>],
    links: &[PersonLink],
    parents: &mut [u32],
    findings: &mut Vec<Finding>,
) -> Vec<(u32, u32)> {
    let mut apart = Vec::new();
    if links.is_empty() {
        return apart;
    }
    let mut nodes: BTreeMap<String, u32> = BTreeMap::new();
    for (table, rows) in tables.iter().zip(rows) {
        for (row, node) in table.rows().iter().zip(rows) {
            if *node != NOBODY {
                nodes.insert(row_key(table, row.number), *node);
            }
        }
    }
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
                        let (left, right) = (find(parents, *left), find(parents, *right));
                        unite(parents, left, right);
                    }
                    PersonDecision::Different => apart.push((*left, *right)),
                }
            }
        }
    }
    apart
}

/// The numbers that rows bear: each a node, united with the others of its row.
#[derive(Default)]
struct Nodes {
    pesels: HashMap<u64, u32>,
    /// Its node, and the first PESEL that stood beside it.
    documents: HashMap<String, (u32, Option<u64>)>,
    parents: Vec<u32>,
    /// The row that was read last has another PESEL than the row before that bears its document.
    is_clash: bool,
}

impl Nodes {
    fn of(&mut self, table: &ValidTable, columns: [Option<&ValueColumn>; 2], row: ValidRow) -> u32 {
        let [pesel, document] = columns.map(|column| column?.get(row.position));
        let Self { pesels, documents, parents, is_clash } = self;
        let mut new = || {
            let node = u32::try_from(parents.len()).unwrap_or(NOBODY);
            parents.push(node);
            node
        };
        let number = match pesel {
            Some(Value::Pesel(number)) => Some(number),
            _ => None,
        };
        let pesel = match pesel {
            Some(Value::Pesel(number)) => Some(*pesels.entry(number).or_insert_with(&mut new)),
            _ => None,
        };
        let document = match document {
            Some(Value::Text(word)) => table.word(word),
            _ => None,
        };
        let document = document.and_then(|document| {
            let folded: String = fold(document).split(' ').collect();
            (!folded.is_empty()).then(|| {
                let known = documents.entry(folded).or_insert_with(|| (new(), number));
                *is_clash = number.is_some() && known.1.is_some_and(|known| Some(known) != number);
                known.1 = known.1.or(number);
                known.0
            })
        });
        let mut roots = [pesel, document].into_iter().flatten().map(|node| find(parents, node));
        match (roots.next(), roots.next()) {
            (Some(one), Some(other)) => unite(parents, one, other),
            (Some(one), None) => one,
            _ => NOBODY,
        }
    }
}

/// A row by file, sheet and number, in the form in which places are compared.
fn row_key(table: &ValidTable, row: u32) -> String {
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
    fn person(&mut self, root: u32, number_of_root: &mut [u32]) -> u32 {
        let Some(person) = number_of_root.get_mut(place(root)) else { return NOBODY };
        if *person == NOBODY {
            *person = u32::try_from(self.list.len()).unwrap_or(NOBODY);
            let pseudonym = format!("os-{:04}", self.list.len() + 1);
            self.list.push(Person { pseudonym, is_participant: false, is_referred: false });
        }
        *person
    }

    /// The person of a row of a table.
    pub(crate) fn of(&self, table: usize, row: u32) -> Option<usize> {
        let table = self.tables.get(table)?;
        let found = table.numbers.binary_search(&row).ok()?;
        table.persons.get(found).copied().filter(|person| *person != NOBODY).map(place)
    }

    /// Rows of a table, from the top, each with its person.
    pub(crate) fn of_rows<'a>(
        &'a self,
        table: usize,
        rows: &'a [ValidRow],
    ) -> impl Iterator<Item = (ValidRow, Option<usize>)> {
        let table = self.tables.get(table);
        let mut at = 0;
        rows.iter().map(move |row| {
            let person = table.and_then(|table| {
                // Rows may have been taken out since.
                while *table.numbers.get(at)? < row.number {
                    at += 1;
                }
                let found = table.numbers.get(at) == Some(&row.number);
                table.persons.get(at).copied().filter(|person| found && *person != NOBODY)
            });
            (*row, person.map(place))
        })
    }

    /// The person of the row at a place as findings print it.
    pub(crate) fn at(&self, written: &str) -> Option<usize> {
        let parts: Vec<&str> = written.split(" › ").collect();
        let (file, sheet, cell) = match parts.as_slice() {
            [file, sheet, cell] => (*file, *sheet, *cell),
            [file, cell] => (*file, "", *cell),
            _ => return None,
        };
        let number: String = cell.chars().filter(char::is_ascii_digit).collect();
        let row = number.parse::<u32>().ok()?.checked_sub(1)?;
        self.of(*self.by_place.get(&(Arc::from(file), Arc::from(sheet)))?, row)
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.list.len()
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
            let key = (Arc::clone(&finding.place.file), Arc::clone(&finding.place.sheet));
            let table = self.by_place.get(&key).copied();
            let person = table.and_then(|table| self.of(table, cell.row));
            if let Some(person) = person.and_then(|person| self.list.get(person)) {
                finding.person = Some(person.pseudonym.clone());
            }
        }
    }

    pub(crate) fn into_persons(self) -> Vec<Person> {
        self.list
    }
}

fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

fn find(parents: &mut [u32], node: u32) -> u32 {
    let mut root = node;
    while let Some(parent) = parents.get(place(root)).copied()
        && parent != root
    {
        root = parent;
    }
    let mut step = node;
    while let Some(parent) = parents.get_mut(place(step))
        && *parent != root
    {
        step = std::mem::replace(parent, root);
    }
    root
}

fn unite(parents: &mut [u32], left: u32, right: u32) -> u32 {
    let (low, high) = (left.min(right), left.max(right));
    if let Some(parent) = parents.get_mut(place(high)) {
        *parent = low;
    }
    low
}
