//! The comparison group as participations, so that the very same queries answer for it.

use crate::facts::{self, FactRules, FactStore, QueryError};
use crate::link::{LinkedTables, Stay, project_participations};
use crate::model::Day;

/// Facts of the comparison group.
#[derive(Debug)]
pub enum ComparisonFacts {
    /// It can be followed.
    Followed {
        /// Fact tables in which every person of the group is a participation: from the day of the referral
        /// to the day that stands for the exit.
        store: FactStore,
        /// Days from the referral to that day.
        days_to_exit: i32,
    },
    /// Nothing tells which day stands for the exit.
    NoExitDay,
}

/// The facts of the comparison group; `None` without one.
///
/// Who did not enter has no exit from which months could be counted. The day that stands for it is so many
/// days after the referral as the project file says, else as the median participant who left in the period
/// needed from the referral to the exit (from the entry, where no referral is known): so both groups are
/// followed over the same time after they were referred.
///
/// `centre` is the name of the one centre that a run is about.
pub fn comparison(
    linked: &LinkedTables,
    rules: FactRules<'_>,
    centre: Option<&str>,
) -> Result<Option<ComparisonFacts>, QueryError> {
    if linked.comparison.is_empty() {
        return Ok(None);
    }
    let set = rules.project.comparison.days_to_exit.and_then(|days| i32::try_from(days).ok());
    let Some(days_to_exit) = set.or_else(|| median_days(linked, rules, centre)) else {
        return Ok(Some(ComparisonFacts::NoExitDay));
    };
    let mut group = linked.clone();
    group.stays = group.comparison.split_off(0);
    for referred in &mut group.stays {
        let day = referred.entry.plus_days(days_to_exit);
        referred.exit = (day <= rules.as_of).then_some(day);
    }
    group.projects = project_participations(&group.stays, &group.centres);
    group.targets.clear();
    let catalogue =
        rules.catalogue.with_only(|indicator| indicator.compared && indicator.is_for(rules.period));
    let store = facts::build(&group, FactRules { catalogue: &catalogue, ..rules })?;
    Ok(Some(ComparisonFacts::Followed { store, days_to_exit }))
}

/// The median of the days from referral to exit, rounded down.
fn median_days(linked: &LinkedTables, rules: FactRules<'_>, centre: Option<&str>) -> Option<i32> {
    let is_wanted = |stay: &&Stay| {
        let name = linked.centres.get(stay.centre).map(|centre| &*centre.name);
        centre.is_none_or(|only| name == Some(only))
    };
    let left = |exit: Option<Day>| exit.filter(|exit| rules.period.contains(*exit));
    let days = |from: fn(&Stay) -> Option<Day>| -> Vec<i32> {
        let stays = linked.stays.iter().filter(is_wanted);
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
