//! Who took part and who left, straight from the facts: what the figures are compared with.

use std::collections::BTreeMap;

use crate::facts::FactStore;
use crate::indicators::cells::Cells;
use crate::indicators::plausibility::sets::{Cell, Persons, cells_of};
use crate::model::Period;

/// Persons of the facts by cell.
#[derive(Debug, Default)]
pub(super) struct Population {
    left: BTreeMap<Cell, Left>,
    missing: BTreeMap<i64, Vec<&'static str>>,
    /// Participations that entered or left in the period and lack a characteristic.
    pub(super) incomplete: Vec<i64>,
}

/// Persons who left in the period.
#[derive(Debug, Default)]
pub(super) struct Left {
    pub(super) all: Persons,
    pub(super) inactive: Persons,
    pub(super) out_of_work: Persons,
}

impl Population {
    pub(super) fn new(store: &FactStore, cells: &Cells, period: Period) -> Self {
        let mut population = Self::default();
        let Some(table) = store.table("project_participation") else { return population };
        let (start, end) = (i64::from(period.start.number()), i64::from(period.end.number()));
        let within = |day: Option<i64>| day.is_some_and(|day| (start..=end).contains(&day));
        for place in 0..table.height() {
            let Some(id) = table.integer("participation_id", place) else { continue };
            let Some(unit) = cells.unit(id).filter(|_| cells.is_wanted(id)) else { continue };
            let status = table.text("labour_status", place);
            let missing: Vec<&'static str> = [
                ("sex", table.text("sex", place).is_none()),
                ("birth_date", table.integer("age_at_entry", place).is_none()),
                ("education", table.text("education", place).is_none()),
                ("labour_status", status.is_none()),
            ]
            .into_iter()
            .filter_map(|(field, is_missing)| is_missing.then_some(field))
            .collect();
            let has_left = within(table.integer("exit_day", place));
            if !missing.is_empty() && (has_left || within(table.integer("entry_day", place))) {
                population.incomplete.push(id);
            }
            population.missing.insert(id, missing);
            if !has_left {
                continue;
            }
            let status = status.unwrap_or_default();
            for cell in cells_of(id, cells) {
                let left = population.left.entry(cell).or_default();
                left.all.insert(unit.person, id);
                if &*status == "inactive" {
                    left.inactive.insert(unit.person, id);
                }
                if &*status == "inactive" || status.starts_with("unemployed") {
                    left.out_of_work.insert(unit.person, id);
                }
            }
        }
        population
    }

    /// Who left, in a cell.
    pub(super) fn left(&self, cell: &Cell) -> Option<&Left> {
        self.left.get(cell)
    }

    /// The fields that a participation lacks.
    pub(super) fn missing(&self, participation: i64) -> &[&'static str] {
        self.missing.get(&participation).map_or(&[], Vec::as_slice)
    }
}
