//! How far the targets of projects are reached (indicators.md 9).

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalogue::{Catalogue, Indicator};
use crate::facts::{FactStore, FactTable};
use crate::indicators::cells::Cells;
use crate::indicators::supplement::SupplementFacts;
use crate::indicators::{Computed, IndicatorError, Ledger, ledger, sums};
use crate::model::{Achieved, Day, Sex, TargetPart, TargetProgress};

/// The progress of every target, in the order of the table: in the period, and from the first entry to its
/// end.
pub(crate) fn progress(
    facts: SupplementFacts<'_>,
    catalogue: &Catalogue,
    computed: &Computed,
) -> Result<Vec<TargetProgress>, IndicatorError> {
    let Some(targets) = facts.store.table("target") else { return Ok(Vec::new()) };
    let in_period = Side::new(facts.store)?;
    let cumulative = facts.cumulative.map(Side::new).transpose()?;
    let mut from_the_first_entry: BTreeMap<Arc<str>, Ledger> = BTreeMap::new();
    let mut progress = Vec::new();
    for place in 0..targets.height() {
        let Some(id) = targets.text("indicator", place) else { continue };
        let project = targets.text("project_key", place);
        // A code of the ESF+ list that this version does not compute keeps its target and has no figure.
        let indicator = catalogue.indicators.iter().find(|indicator| *indicator.id == *id);
        let of_period = computed.ledgers.iter().find(|ledger| ledger.indicator == id);
        if let (Some(indicator), Some(side)) = (indicator, &cumulative)
            && !from_the_first_entry.contains_key(&id)
        {
            from_the_first_entry.insert(Arc::clone(&id), ledger::run(side.store, indicator)?);
        }
        let of_all = from_the_first_entry.get(&id);
        let part = |sex, field| -> Result<TargetPart, IndicatorError> {
            let reached = |side: Option<&Side<'_>>, ledger: Option<&Ledger>| match (
                side, indicator, ledger,
            ) {
                (Some(side), Some(indicator), Some(ledger)) => {
                    side.reached(indicator, ledger, project.as_deref(), sex)
                }
                _ => Ok(None),
            };
            Ok(TargetPart {
                sex,
                target: targets.integer(field, place),
                in_period: reached(Some(&in_period), of_period)?,
                cumulative: reached(cumulative.as_ref(), of_all)?,
            })
        };
        progress.push(TargetProgress {
            project: targets.text("project", place),
            indicator: Arc::clone(&id),
            due: day(targets, place),
            baseline: targets.integer("baseline_thousandths", place),
            parts: [
                part(Sex::K, "women_thousandths")?,
                part(Sex::M, "men_thousandths")?,
                part(Sex::All, "all_thousandths")?,
            ],
        });
    }
    Ok(progress)
}

fn day(targets: &FactTable, place: usize) -> Option<Day> {
    targets.integer("due_day", place).and_then(|day| Day::from_number(i32::try_from(day).ok()?))
}

/// Facts of one span of time, and who belongs to which project in them.
struct Side<'a> {
    store: &'a FactStore,
    cells: Cells,
    projects: BTreeMap<i64, Arc<str>>,
}

impl<'a> Side<'a> {
    fn new(store: &'a FactStore) -> Result<Self, IndicatorError> {
        let mut projects = BTreeMap::new();
        if let Some(table) = store.table("participation_project") {
            for place in 0..table.height() {
                let id = table.integer("participation_id", place);
                projects.extend(id.zip(table.text("project_key", place)));
            }
        }
        Ok(Self { store, cells: Cells::new(store)?, projects })
    }

    /// The figure of the participations of a project, or of all.
    fn reached(
        &self,
        indicator: &Indicator,
        ledger: &Ledger,
        project: Option<&str>,
        sex: Sex,
    ) -> Result<Achieved, IndicatorError> {
        // A centre's cost is no project's.
        if indicator.aggregate.has_centre_rows() && (project.is_some() || sex != Sex::All) {
            return Ok(None);
        }
        let keep = |participation: i64| {
            project.is_none_or(|wanted| {
                self.projects.get(&participation).is_some_and(|known| **known == *wanted)
            })
        };
        let total = sums::of_everybody(indicator, ledger, &self.cells, sex, &keep)?;
        Ok(total.map(|total| (total.figure.numerals, total.figure.counts)))
    }
}
