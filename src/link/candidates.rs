//! Persons who may be one: proposed with the reason, never merged silently. The project file decides.

use std::collections::{BTreeMap, BTreeSet};

use crate::link::centres::Centres;
use crate::link::persons::Persons;
use crate::model::{Day, Finding, Place, Severity, fold};
use crate::validate::{ValidTable, Value};

/// What is known of a person for comparing.
#[derive(Default)]
struct Traits {
    names: BTreeSet<String>,
    births: BTreeSet<Day>,
    pesels: BTreeSet<u64>,
    centres: BTreeSet<usize>,
    first: Option<Place>,
    participant: bool,
}

/// X007: two persons with one name and one birth date, nearly the same PESEL, or one centre and no birth
/// date to tell them apart. At least one of them stands in a participants list. Pairs about which the
/// project file has decided are not proposed again.
pub(crate) fn propose(
    tables: &[ValidTable],
    persons: &Persons,
    centres: &Centres,
    findings: &mut Vec<Finding>,
) {
    let traits = traits(tables, persons, centres);
    let mut by_name: BTreeMap<&String, Vec<usize>> = BTreeMap::new();
    for (person, known) in &traits {
        for name in &known.names {
            by_name.entry(name).or_default().push(*person);
        }
    }
    let mut told = BTreeSet::new();
    for namesakes in by_name.values() {
        for (index, later) in namesakes.iter().enumerate() {
            for earlier in namesakes.iter().take(index) {
                let (Some(one), Some(two)) = (traits.get(earlier), traits.get(later)) else {
                    continue;
                };
                let Some(reason) = reason(one, two) else { continue };
                let decided = persons.are_different(*earlier, *later);
                if decided
                    || !(one.participant || two.participant)
                    || !told.insert((*earlier, *later))
                {
                    continue;
                }
                if let (Some(place), Some(other)) = (&two.first, &one.first) {
                    findings.push(Finding {
                        place: place.clone(),
                        code: "X007",
                        severity: Severity::Warning,
                        field: String::new(),
                        read: String::new(),
                        suggestion: String::new(),
                        arguments: vec![
                            ("other", other.to_string()),
                            ("reason", reason.to_owned()),
                        ],
                        person: None,
                    });
                }
            }
        }
    }
}

fn traits(tables: &[ValidTable], persons: &Persons, centres: &Centres) -> BTreeMap<usize, Traits> {
    let mut traits: BTreeMap<usize, Traits> = BTreeMap::new();
    for (index, table) in tables.iter().enumerate() {
        for row in table.rows() {
            let Some(person) = persons.of(index, row.number) else { continue };
            let known = traits.entry(person).or_default();
            known.first.get_or_insert_with(|| table.row_place(*row));
            known.participant |= table.kind == "participants";
            known.names.extend(name(table, *row));
            known.births.extend(table.day(*row, "birth_date"));
            known.centres.extend(centres.of(table, row.number));
            if let Value::Pesel(number) = table.value(*row, "pesel") {
                known.pesels.insert(number);
            }
        }
    }
    traits
}

/// First and last name as a set of words: `Nowak Anna` is `Anna Nowak`. One word alone is no name.
fn name(table: &ValidTable, row: crate::validate::ValidRow) -> Option<String> {
    let parts = ["first_name", "last_name", "full_name"];
    let written: Vec<&str> =
        parts.iter().filter_map(|field| table.text(row, field)).map(AsRef::as_ref).collect();
    let folded = fold(&written.join(" ")).replace('-', " ");
    let mut words: Vec<&str> = folded.split(' ').filter(|word| word.len() > 1).collect();
    words.sort_unstable();
    words.dedup();
    (words.len() > 1).then(|| words.join(" "))
}

/// Why two namesakes may be one person; the message id of the reason.
fn reason(one: &Traits, two: &Traits) -> Option<&'static str> {
    let near = one.pesels.iter().any(|left| two.pesels.iter().any(|right| nearly(*left, *right)));
    if near {
        return Some("same-person-pesel");
    }
    if one.births.intersection(&two.births).next().is_some() {
        return Some("same-person-birth-date");
    }
    let undated = one.births.is_empty() && one.pesels.is_empty()
        || two.births.is_empty() && two.pesels.is_empty();
    let together = one.centres.intersection(&two.centres).next().is_some();
    (undated && together).then_some("same-person-centre")
}

/// Whether two numbers of eleven digits differ in one digit or in two neighbours that changed places.
fn nearly(left: u64, right: u64) -> bool {
    let digits = |number: u64| -> Vec<u8> { format!("{number:011}").into_bytes() };
    let (left, right) = (digits(left), digits(right));
    let different: Vec<usize> = left
        .iter()
        .zip(&right)
        .enumerate()
        .filter(|(_, (left, right))| left != right)
        .map(|(place, _)| place)
        .collect();
    match different.as_slice() {
        [_] => true,
        [first, second] => {
            second - first == 1
                && left.get(*first) == right.get(*second)
                && left.get(*second) == right.get(*first)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_a_pesel_is_one_digit_or_two_neighbours() {
        assert!(nearly(44_051_401_359, 44_051_401_358));
        assert!(nearly(44_051_401_359, 44_015_401_359));
        assert!(!nearly(44_051_401_359, 44_051_401_359));
        assert!(!nearly(44_051_401_359, 44_051_491_350));
    }
}
