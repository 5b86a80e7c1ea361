//! Persons who were referred to a centre and did not enter: the comparison group.

use std::collections::BTreeMap;

use crate::link::LinkRules;
use crate::link::centres::Centres;
use crate::link::linked::Stay;
use crate::link::persons::Persons;
use crate::link::stays::{self, Referred};
use crate::link::words::Words;
use crate::model::{Day, Finding, Severity};
use crate::validate::{ValidRow, ValidTable};

/// Each person once, from the first referral; `entry` is its day. Persons who also stand in a list of
/// participants are left out (X020), and later referrals of one person (X021).
pub(crate) fn link(
    tables: &mut [ValidTable],
    centres: &Centres,
    persons: &Persons,
    rules: LinkRules<'_>,
    words: &mut Words,
    findings: &mut Vec<Finding>,
) -> Vec<Stay> {
    let mut first: BTreeMap<usize, (Day, usize, ValidRow)> = BTreeMap::new();
    let mut out: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
    for (index, table) in of_group(tables) {
        for row in table.rows() {
            let (Some(person), Some(day)) =
                (persons.of(index, row.number), table.day(*row, "referral_date"))
            else {
                continue;
            };
            let mut leave_out = |index: usize, row: ValidRow, code| {
                if let Some(table) = tables.get(index) {
                    findings.push(Finding {
                        place: table.row_place(row),
                        ..table.finding(row, "", code, Severity::Warning)
                    });
                }
                out.entry(index).or_default().push(row.number);
            };
            if persons.is_participant(person) {
                leave_out(index, *row, "X020");
                continue;
            }
            match first.get(&person).copied() {
                Some((known, ..)) if known <= day => leave_out(index, *row, "X021"),
                Some((_, index, later)) => leave_out(index, later, "X021"),
                None => {}
            }
            let entry = first.entry(person).or_insert((day, index, *row));
            if day < entry.0 {
                *entry = (day, index, *row);
            }
        }
    }
    let mut group = Vec::new();
    for (person, (day, index, row)) in first {
        let Some(table) = tables.get(index) else { continue };
        let Some(centre) = centres.of(table, row) else { continue };
        // Nothing after the as-of day is known.
        if day <= rules.as_of {
            group.push(Referred { person, centre, day, row: (index, row) });
        }
    }
    let mut group = stays::referred(group, tables, rules, words);
    for (index, mut numbers) in out {
        numbers.sort_unstable();
        if let Some(table) = tables.get_mut(index) {
            table.leave_out(&numbers, false);
        }
    }
    group.sort_by_key(|referred| (referred.centre, referred.entry, referred.person));
    group
}

fn of_group(tables: &[ValidTable]) -> impl Iterator<Item = (usize, &ValidTable)> {
    tables.iter().enumerate().filter(|(_, table)| table.kind == "comparison")
}
