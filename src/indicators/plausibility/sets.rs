//! Who stands in the figures of the ESF+ indicators, person by person: what the checks compare.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::indicators::Ledger;
use crate::indicators::cells::Cells;
use crate::model::{LedgerStatus, Sex};

/// A centre or `*`, and a sex.
pub(super) type Cell = (Arc<str>, Sex);
/// Persons, each with the participation that stands for the person.
pub(super) type Persons = BTreeMap<i64, i64>;
/// Persons behind a difference, each with the participations that make it.
pub(super) type Behind = BTreeMap<i64, BTreeSet<i64>>;

/// Who stands in one figure.
#[derive(Clone, Debug, Default)]
pub(super) struct Standing {
    /// Persons who succeed, or who are counted in an output indicator.
    pub(super) success: Persons,
    /// Whom a row of any status stands for.
    pub(super) chosen: Persons,
    /// Σ numerator: the value.
    pub(super) value: i64,
    /// Persons who count.
    pub(super) counted: i64,
    /// Persons whose row says more than one success.
    pub(super) more_than_one: Behind,
}

/// Who stands in the figures of all indicators over one period.
#[derive(Debug, Default)]
pub(super) struct Sets {
    standing: BTreeMap<Arc<str>, BTreeMap<Cell, Standing>>,
    nobody: Standing,
}

impl Sets {
    /// Opens ledgers over participations in projects.
    pub(super) fn new(ledgers: &[&Ledger], cells: &Cells) -> Self {
        let mut sets = Self::default();
        for ledger in ledgers {
            let mut members: BTreeMap<Cell, BTreeSet<i64>> = BTreeMap::new();
            for row in &ledger.rows {
                for cell in cells_of(row.participation_id, cells) {
                    members.entry(cell).or_default().insert(row.participation_id);
                }
            }
            let rows: BTreeMap<i64, _> =
                ledger.rows.iter().map(|row| (row.participation_id, row)).collect();
            let of_indicator = sets.standing.entry(Arc::clone(&ledger.indicator)).or_default();
            for (cell, participations) in members {
                let all: Vec<i64> = participations.into_iter().collect();
                let standing = of_indicator.entry(cell).or_default();
                for participation in cells.one_a_person(&all) {
                    let person = cells.unit(participation).map_or(0, |unit| unit.person);
                    standing.chosen.insert(person, participation);
                    let Some(row) = rows.get(&participation) else { continue };
                    if row.status != LedgerStatus::Counted {
                        continue;
                    }
                    let numerator = row.numerator.unwrap_or(0);
                    standing.counted += 1;
                    standing.value = standing.value.saturating_add(numerator);
                    if numerator > 0 {
                        standing.success.insert(person, participation);
                    }
                    if numerator > 1 {
                        standing.more_than_one.insert(person, BTreeSet::from([participation]));
                    }
                }
            }
        }
        sets
    }

    /// Who stands in an indicator's figure.
    pub(super) fn of(&self, code: &str, cell: &Cell) -> &Standing {
        self.standing.get(code).and_then(|cells| cells.get(cell)).unwrap_or(&self.nobody)
    }

    /// Persons in any of the figures.
    pub(super) fn union(&self, codes: &[&str], cell: &Cell) -> Persons {
        let mut union = Persons::new();
        for code in codes {
            union.extend(&self.of(code, cell).success);
        }
        union
    }

    /// Persons in at least two of the figures.
    pub(super) fn in_several(&self, codes: &[&str], cell: &Cell) -> Behind {
        twice(codes.iter().map(|code| &self.of(code, cell).success))
    }

    /// Σ of the values.
    pub(super) fn sum(&self, codes: &[&str], cell: &Cell) -> i64 {
        codes.iter().map(|code| self.of(code, cell).value).sum()
    }
}

/// Persons who stand in at least two of some groups.
pub(super) fn twice<'a>(groups: impl Iterator<Item = &'a Persons>) -> Behind {
    let mut met: BTreeMap<i64, (usize, BTreeSet<i64>)> = BTreeMap::new();
    for (person, participation) in groups.flatten() {
        let (times, participations) = met.entry(*person).or_default();
        *times += 1;
        participations.insert(*participation);
    }
    met.into_iter()
        .filter(|(_, (times, _))| *times > 1)
        .map(|(person, (_, participations))| (person, participations))
        .collect()
}

/// Persons of the first who are not in the second.
pub(super) fn without(persons: &Persons, others: &Persons) -> Behind {
    persons
        .iter()
        .filter(|(person, _)| !others.contains_key(person))
        .map(|(person, participation)| (*person, BTreeSet::from([*participation])))
        .collect()
}

/// The cells of a participation: its centre and all, its sex and all.
pub(super) fn cells_of(participation: i64, cells: &Cells) -> Vec<Cell> {
    let Some(unit) = cells.unit(participation) else { return Vec::new() };
    let all: Arc<str> = "*".into();
    [&all, &unit.centre]
        .into_iter()
        .flat_map(|centre| [Sex::All, unit.sex].map(|sex| (Arc::clone(centre), sex)))
        .collect()
}
