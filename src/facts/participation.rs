//! `participation` and `support`: what is known of stays.

use std::sync::Arc;

use crate::facts::builder::{self, day, integers, month, number, texts};
use crate::facts::{FactColumn, FactRules, FactTable};
use crate::link::{LinkedTables, Stay, YesNo};
use crate::model::Sex;

/// `participation`, one row a stay; `participation_id` and `person_id` count from 1.
///
/// Yes/no columns are `yes`, `no`, `refused` or NULL. `immediate_result_day` is the last day on which an
/// event counts as a result upon leaving, `follow_up_day` the day on which the six-month result is taken,
/// both by the rule in force on the exit day; NULL before an exit.
pub(crate) fn table(linked: &LinkedTables, rules: FactRules<'_>) -> FactTable {
    let rows: Vec<(usize, &Stay)> = linked.stays.iter().enumerate().collect();
    builder::table("participation", columns(&rows, linked, rules))
}

/// The columns of a participation, given by its number and its values.
pub(crate) fn columns(
    rows: &[(usize, &Stay)],
    linked: &LinkedTables,
    rules: FactRules<'_>,
) -> Vec<(String, FactColumn)> {
    vec![
        integers("participation_id", rows, |(place, _)| number(*place)),
        integers("person_id", rows, |(_, stay)| number(stay.person)),
        texts("centre", rows, |(_, stay)| {
            linked.centres.get(stay.centre).map(|centre| Arc::clone(&centre.name))
        }),
        texts("sex", rows, |(_, stay)| match stay.sex {
            Sex::K | Sex::M => Some(Arc::from(stay.sex.code())),
            Sex::All | Sex::Unknown => None,
        }),
        integers("entry_day", rows, |(_, stay)| Some(day(stay.entry))),
        integers("exit_day", rows, |(_, stay)| stay.exit.map(day)),
        integers("entry_month", rows, |(_, stay)| Some(month(stay.entry.month()))),
        integers("exit_month", rows, |(_, stay)| stay.exit.map(|exit| month(exit.month()))),
        integers("age_at_entry", rows, |(_, stay)| age(stay)),
        texts("education", rows, |(_, stay)| stay.education.clone()),
        texts("labour_status", rows, |(_, stay)| stay.labour_status.clone()),
        integers("referral_day", rows, |(_, stay)| stay.referral.map(day)),
        texts("exit_kind", rows, |(_, stay)| stay.exit_kind.clone()),
        texts("outcome", rows, |(_, stay)| stay.outcome.clone()),
        integers("outcome_day", rows, |(_, stay)| stay.outcome_day.map(day)),
        texts("qualification", rows, |(_, stay)| yes_no(stay.qualification)),
        texts("education_after", rows, |(_, stay)| yes_no(stay.education_after)),
        texts("startup_grant", rows, |(_, stay)| yes_no(stay.startup_grant)),
        texts("social_progress", rows, |(_, stay)| yes_no(stay.social_progress)),
        texts("status_6m", rows, |(_, stay)| stay.status_6m.clone()),
        integers("status_6m_day", rows, |(_, stay)| stay.status_6m_day.map(day)),
        integers("immediate_result_day", rows, |(_, stay)| {
            let exit = stay.exit?;
            let days = rules.number("immediate_result_days", exit)?;
            Some(day(exit.plus_days(i32::try_from(days).ok()?)))
        }),
        integers("follow_up_day", rows, |(_, stay)| {
            let exit = stay.exit?;
            Some(day(exit.plus_months(rules.months("follow_up_months", exit)?)))
        }),
    ]
}

/// `support`, one row a form of support, with the participation in whose days it begins
/// (rulings.md 39).
pub(crate) fn support(linked: &LinkedTables) -> FactTable {
    let mut rows = Vec::new();
    for support in &linked.support {
        for (place, stay) in linked.stays.iter().enumerate() {
            let within = stay.person == support.person
                && stay.entry <= support.start
                && stay.exit.is_none_or(|exit| support.start <= exit);
            if within {
                rows.push((place, support));
            }
        }
    }
    builder::table(
        "support",
        vec![
            integers("participation_id", &rows, |(place, _)| number(*place)),
            texts("support_kind", &rows, |(_, support)| Some(Arc::clone(&support.kind))),
            texts("area", &rows, |(_, support)| support.area.clone()),
            integers("start_day", &rows, |(_, support)| Some(day(support.start))),
        ],
    )
}

/// Completed years on the day of entry.
pub(crate) fn age(stay: &Stay) -> Option<i64> {
    stay.birth.map(|birth| i64::from(birth.completed_years_on(stay.entry)))
}

/// `yes`, `no`, `refused` or NULL.
pub(crate) fn yes_no(answer: YesNo) -> Option<Arc<str>> {
    match answer {
        YesNo::Missing => None,
        YesNo::Refused => Some("refused".into()),
        YesNo::No => Some("no".into()),
        YesNo::Yes => Some("yes".into()),
    }
}
