//! How far the targets of projects are reached (indicators.md 9).

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::catalogue::{Catalogue, Indicator};
use crate::facts::{FactStore, FactTable};
use crate::indicators::cells::Cells;
use crate::indicators::supplement::SupplementFacts;
use crate::indicators::{Computed, IndicatorError, Ledger, sums, wanted_rows};
use crate::model::{Achieved, Day, Sex, TargetPart, TargetProgress};

/// The progress of every target, in the order of the table: in the period, and from the first entry to its
/// end.
pub(crate) fn progress(
    facts: SupplementFacts<'_>,
    catalogue: &Catalogue,
    computed: &Computed,
    centre: Option<&str>,
) -> Result<Vec<TargetProgress>, IndicatorError> {
    let Some(targets) = facts.store.table("target") else { return Ok(Vec::new()) };
    if targets.height() == 0 {
        return Ok(Vec::new());
    }
    let in_period = Side::new(facts.store, centre)?;
    let cumulative = facts.cumulative.map(|store| Side::new(store, centre)).transpose()?;
    let mut from_the_first_entry: BTreeMap<Arc<str>, Ledger> = BTreeMap::new();
    let mut progress = Vec::new();
    for place in 0..targets.height() {
        let Some(id) = targets.text("indicator", place) else { continue };
        let project = targets.text("project_key", place);
        // A code of the ESF+ list that this version does not compute, and an indicator that was not in force in
        // the period, keep their targets and have no figure.
        let of_period = computed.ledgers.iter().find(|ledger| ledger.indicator == id);
        let is_meant = |one: &&Indicator| *one.id == *id && one.is_for(computed.indicators.period);
        let indicator = catalogue.indicators.iter().find(is_meant);
        if let (Some(indicator), Some(side)) = (indicator, &cumulative)
            && !from_the_first_entry.contains_key(&id)
        {
            let ledger = wanted_rows(side.store, indicator, side.cells(indicator))?;
            from_the_first_entry.insert(Arc::clone(&id), ledger);
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
    stays: Cells,
    joined: Cells,
    projects: BTreeMap<i64, Arc<str>>,
}

impl<'a> Side<'a> {
    fn new(store: &'a FactStore, centre: Option<&str>) -> Result<Self, IndicatorError> {
        let mut projects = BTreeMap::new();
        if let Some(table) = store.table("participation_project") {
            for place in 0..table.height() {
                let id = table.integer("participation_id", place);
                projects.extend(id.zip(table.text("project_key", place)));
            }
        }
        let stays = Cells::of_stays(store, centre)?;
        Ok(Self { store, stays, joined: Cells::of_projects(store, centre)?, projects })
    }

    fn cells(&self, indicator: &Indicator) -> &Cells {
        if indicator.joined_by_project { &self.joined } else { &self.stays }
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
        // The stays of a joined participation all bear its project's number.
        let keep = |participation: i64| {
            project.is_none_or(|wanted| {
                self.projects.get(&participation).is_some_and(|known| **known == *wanted)
            })
        };
        let total = sums::of_everybody(indicator, ledger, self.cells(indicator), sex, &keep)?;
        Ok(total.map(|total| (total.figure.numerals, total.figure.counts)))
    }
}
