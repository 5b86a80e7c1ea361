//! `target` and `participation_project`: what projects have promised, and who belongs to them.

use std::sync::Arc;

use crate::catalogue::Indicator;
use crate::facts::builder::{day, integers, number, table, texts};
use crate::facts::{self, FactRules, FactStore, FactTable, QueryError};
use crate::link::{LinkedTables, Stay};
use crate::model::{Period, fold};

/// `target`, one row a target: numbers in thousandths, a share's in percent. `project` is folded like
/// that of `participation_project`; NULL for all participations.
pub(crate) fn targets(linked: &LinkedTables) -> FactTable {
    let rows = &linked.targets;
    table(
        "target",
        vec![
            texts("project", rows, |target| target.project.clone()),
            texts("project_key", rows, |target| target.project.as_deref().map(folded)),
            texts("indicator", rows, |target| Some(Arc::clone(&target.indicator))),
            integers("baseline_thousandths", rows, |target| target.baseline),
            integers("women_thousandths", rows, |target| target.women),
            integers("men_thousandths", rows, |target| target.men),
            integers("all_thousandths", rows, |target| target.all),
            integers("due_day", rows, |target| target.due.map(day)),
        ],
    )
}

/// `participation_project`, one row a participation with a project number: `project_key` is the number
/// without case, diacritics and extra blanks.
pub(crate) fn projects(linked: &LinkedTables) -> FactTable {
    let rows: Vec<(usize, &Stay)> =
        linked.stays.iter().enumerate().filter(|(_, stay)| stay.project.is_some()).collect();
    table(
        "participation_project",
        vec![
            integers("participation_id", &rows, |(place, _)| number(*place)),
            texts("project_key", &rows, |(_, stay)| stay.project.as_deref().map(folded)),
        ],
    )
}

fn folded(text: &str) -> Arc<str> {
    fold(text).into()
}

/// The facts as they are for everything from the first entry to the end of the period: for what is achieved
/// cumulatively. `None` without a participation or a target of a known indicator.
pub fn cumulative(
    linked: &LinkedTables,
    rules: FactRules<'_>,
) -> Result<Option<FactStore>, QueryError> {
    let first = linked.stays.iter().map(|stay| stay.entry).min();
    let is_targeted = |indicator: &Indicator| {
        indicator.is_for(rules.period)
            && linked.targets.iter().any(|target| *target.indicator == *indicator.id)
    };
    let catalogue = rules.catalogue.with_only(is_targeted);
    let Some(start) = first.filter(|_| !catalogue.indicators.is_empty()) else { return Ok(None) };
    let period = Period { start: start.min(rules.period.start), end: rules.period.end };
    facts::build(linked, FactRules { period, catalogue: &catalogue, ..rules }).map(Some)
}
