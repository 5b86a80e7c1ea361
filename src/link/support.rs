//! Forms of support for persons.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::link::LinkRules;
use crate::link::linked::Support;
use crate::link::origins::Origins;
use crate::link::persons::Persons;
use crate::model::{Day, Finding, Severity};
use crate::validate::{ValidRow, ValidTable, split_list};

/// The forms of support of all tables, and the participants rows, by table and row, whose lists brought one.
///
/// Support that begins after the as-of day does not exist. X006 for persons whom no list knows. Exports of
/// the project system name the forms of support in the row of the participant; like all that they hold they
/// only fill what other files leave empty (rulings.md 3): a kind that a person has in a table of support is
/// not taken from there.
pub(crate) fn link(
    tables: &[ValidTable],
    persons: &Persons,
    rules: LinkRules<'_>,
    findings: &mut Vec<Finding>,
    origins: &mut Origins,
) -> (Vec<Support>, BTreeSet<(usize, u32)>) {
    let mut support = Vec::new();
    for (index, table) in tables.iter().enumerate().filter(|(_, table)| table.kind == "support") {
        for row in table.rows() {
            let (Some(person), Some(start), Some(kind)) = (
                persons.of(index, row.number),
                table.day(*row, "start"),
                table.code(*row, "kind", rules.catalogue),
            ) else {
                continue;
            };
            if !persons.is_participant(person) {
                findings.push(table.finding(*row, "pesel", "X006", Severity::Warning));
                continue;
            }
            if start > rules.as_of {
                continue;
            }
            let form = Support {
                person,
                start,
                end: table.day(*row, "end").filter(|end| *end <= rules.as_of),
                kind: Arc::from(kind),
                area: table.code(*row, "area", rules.catalogue).map(Arc::from),
            };
            origins.add_support(&form, origins.row(index, *row));
            support.push(form);
        }
    }
    let rows = add_lists(&mut support, tables, persons, rules, origins);
    support.sort();
    (support, rows)
}

/// Adds the forms of support that stand in participants rows.
fn add_lists(
    support: &mut Vec<Support>,
    tables: &[ValidTable],
    persons: &Persons,
    rules: LinkRules<'_>,
    origins: &mut Origins,
) -> BTreeSet<(usize, u32)> {
    let mut rows = BTreeSet::new();
    let lists = tables.iter().enumerate();
    let lists = lists.filter(|(_, table)| table.kind == "participants" && table.has(KINDS));
    let known: BTreeSet<(usize, Arc<str>)> =
        support.iter().map(|form| (form.person, Arc::clone(&form.kind))).collect();
    let mut listed = BTreeSet::new();
    for (index, table) in lists {
        for row in table.rows() {
            let Some(person) = persons.of(index, row.number) else { continue };
            for (kind, start) in listed_in(table, *row) {
                let kind: Arc<str> = Arc::from(kind);
                if start > rules.as_of || known.contains(&(person, Arc::clone(&kind))) {
                    continue;
                }
                let form = Support { person, start, end: None, kind, area: None };
                origins.add_support(&form, origins.row(index, *row));
                if listed.insert(form) {
                    rows.insert((index, row.number));
                }
            }
        }
    }
    support.extend(listed);
    rows
}

/// The fields of the lists.
const KINDS: &str = "support_kinds";
const STARTS: &str = "support_starts";

/// Kinds and first days of a row's lists, where both are known; lists of different lengths were refused.
fn listed_in(table: &ValidTable, row: ValidRow) -> Vec<(&str, Day)> {
    let (Some(kinds), Some(starts)) = (table.text(row, KINDS), table.text(row, STARTS)) else {
        return Vec::new();
    };
    split_list(kinds)
        .zip(split_list(starts))
        .filter_map(|(kind, start)| {
            Some((Some(kind).filter(|kind| !kind.is_empty())?, Day::parse_iso(start)?))
        })
        .collect()
}
