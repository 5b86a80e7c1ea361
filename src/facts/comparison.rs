//! The comparison group as participations, so that the very same queries answer for it.

use crate::facts::{self, FactRules, FactStore, QueryError};
use crate::link::LinkedTables;
use crate::model::Day;

/// Facts of the comparison group.
#[derive(Debug)]
pub struct ComparisonFacts {
    /// Fact tables in which every person of the group is a participation: from the day of the referral to
    /// the day that stands for the exit.
    pub store: FactStore,
    /// Days from the referral to that day.
    pub days_to_exit: i32,
}

/// The facts of the comparison group; `None` without one, and when nothing tells which day stands for the
/// exit.
///
/// Who did not enter has no exit from which months could be counted. The day that stands for it is so many
/// days after the referral as the project file says, else as the median participant who left in the period
/// needed from the referral to the exit (from the entry, where no referral is known): so both groups are
/// followed over the same time after they were referred.
pub fn comparison(
    linked: &LinkedTables,
    rules: FactRules<'_>,
) -> Result<Option<ComparisonFacts>, QueryError> {
    if linked.comparison.is_empty() {
        return Ok(None);
    }
    let set = rules.project.comparison.days_to_exit.and_then(|days| i32::try_from(days).ok());
    let Some(days_to_exit) = set.or_else(|| median_days(linked, rules)) else { return Ok(None) };
    let mut group = linked.clone();
    group.stays = group.comparison.split_off(0);
    for referred in &mut group.stays {
        let day = referred.entry.plus_days(days_to_exit);
        referred.exit = (day <= rules.as_of).then_some(day);
    }
    group.targets.clear();
    let catalogue = rules.catalogue.with_only(|indicator| indicator.compared);
    let store = facts::build(&group, FactRules { catalogue: &catalogue, ..rules })?;
    Ok(Some(ComparisonFacts { store, days_to_exit }))
}

/// The median of the days from referral to exit, rounded down.
fn median_days(linked: &LinkedTables, rules: FactRules<'_>) -> Option<i32> {
    let left = |exit: Option<Day>| exit.filter(|exit| rules.period.contains(*exit));
    let days = |from: fn(&crate::link::Stay) -> Option<Day>| -> Vec<i32> {
        let stays = linked.stays.iter();
        let mut days: Vec<i32> = stays
            .filter_map(|stay| Some(left(stay.exit)?.number() - from(stay)?.number()))
            .collect();
        days.sort_unstable();
        days
    };
    let referred = days(|stay| stay.referral.filter(|referral| *referral <= stay.entry));
    let days = if referred.is_empty() { days(|stay| Some(stay.entry)) } else { referred };
    let upper = *days.get(days.len() / 2)?;
    let lower = *days.get((days.len() - 1) / 2)?;
    Some(i32::midpoint(lower, upper))
}
