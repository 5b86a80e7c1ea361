//! `job` and `job_chain`: work of persons, one job at a time and as engagements without a gap.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::facts::builder::{day, integers, number, table, texts};
use crate::facts::{FactRules, FactTable};
use crate::link::{Job, LinkedTables};
use crate::model::Day;

/// `job`, one row a job; `end_day` is NULL while it runs.
pub(crate) fn jobs(linked: &LinkedTables) -> FactTable {
    let rows: Vec<(usize, &Job)> = linked.jobs.iter().enumerate().collect();
    table(
        "job",
        vec![
            integers("job_id", &rows, |(place, _)| number(*place)),
            integers("person_id", &rows, |(_, job)| number(job.person)),
            integers("start_day", &rows, |(_, job)| Some(day(job.start))),
            integers("end_day", &rows, |(_, job)| job.end.map(day)),
            texts("form", &rows, |(_, job)| job.form.clone()),
            integers("working_time_thousandths", &rows, |(_, job)| job.time),
            integers("value_grosze", &rows, |(_, job)| job.value),
            integers("wage_grosze", &rows, |(_, job)| job.wage),
        ],
    )
}

/// One engagement: a job, or contracts of one employer that add up (rulings.md 33).
struct Chain {
    person: usize,
    start: Day,
    end: Option<Day>,
    form: Option<Arc<str>>,
    time: Option<i64>,
    value: Option<i64>,
}

/// `job_chain`, one row an engagement and rule. Contracts of at least the rule's working time with the same
/// employer form one when each begins no later than the day after the one before ends; every other job
/// stands alone. `minimum_day` is the last day of the rule's full months, counted from the start.
///
/// The rule of the exit date applies (indicators.md 5), so there are engagements by every rule that is in
/// force on some exit: `minimum_working_time_thousandths` and `minimum_full_months` say by which.
pub(crate) fn chains(linked: &LinkedTables, rules: FactRules<'_>) -> FactTable {
    let exits: BTreeSet<Day> = linked.stays.iter().filter_map(|stay| stay.exit).collect();
    let in_force: BTreeSet<(i64, i32)> = exits
        .into_iter()
        .filter_map(|exit| {
            let working_time = rules.number("minimum_working_time_thousandths", exit)?;
            Some((working_time, rules.months("minimum_full_months", exit)?))
        })
        .collect();
    let mut rows = Vec::new();
    for (working_time, months) in in_force {
        let chains = engagements(linked, working_time).into_iter();
        rows.extend(chains.map(|chain| (working_time, months, chain)));
    }
    let rows: Vec<(usize, (i64, i32, Chain))> = rows.into_iter().enumerate().collect();
    table(
        "job_chain",
        vec![
            integers("chain_id", &rows, |(place, _)| number(*place)),
            integers("person_id", &rows, |(_, (.., chain))| number(chain.person)),
            integers("start_day", &rows, |(_, (.., chain))| Some(day(chain.start))),
            integers("end_day", &rows, |(_, (.., chain))| chain.end.map(day)),
            texts("form", &rows, |(_, (.., chain))| chain.form.clone()),
            integers("working_time_thousandths", &rows, |(_, (.., chain))| chain.time),
            integers("value_grosze", &rows, |(_, (.., chain))| chain.value),
            integers("minimum_working_time_thousandths", &rows, |(_, (time, ..))| Some(*time)),
            integers("minimum_full_months", &rows, |(_, (_, months, _))| Some((*months).into())),
            integers("minimum_day", &rows, |(_, (_, months, chain))| {
                Some(day(chain.start.last_of_full_months(*months)))
            }),
        ],
    )
}

/// The engagements of all persons, by a rule's working time.
fn engagements(linked: &LinkedTables, working_time: i64) -> Vec<Chain> {
    let mut found = Vec::new();
    let mut by_employer: BTreeMap<(usize, Arc<str>), Vec<&Job>> = BTreeMap::new();
    for job in &linked.jobs {
        let is_long = job.time.is_some_and(|time| time >= working_time);
        match &job.employer {
            Some(employer) if is_long && job.form.as_deref() == Some("contract") => {
                by_employer.entry((job.person, Arc::clone(employer))).or_default().push(job);
            }
            _ => found.push(chain(job)),
        }
    }
    for mut jobs in by_employer.into_values() {
        jobs.sort_by_key(|job| (job.start, job.end.is_none(), job.end));
        let mut current: Option<Chain> = None;
        for job in jobs {
            match &mut current {
                Some(open) if open.end.is_none_or(|end| job.start <= end.plus_days(1)) => {
                    open.end = match (open.end, job.end) {
                        (Some(known), Some(end)) => Some(known.max(end)),
                        _ => None,
                    };
                }
                _ => found.extend(current.replace(chain(job))),
            }
        }
        found.extend(current);
    }
    found.sort_by(|a, b| {
        (a.person, a.start, &a.form, a.end).cmp(&(b.person, b.start, &b.form, b.end))
    });
    found
}

fn chain(job: &Job) -> Chain {
    Chain {
        person: job.person,
        start: job.start,
        end: job.end,
        form: job.form.clone(),
        time: job.time,
        value: job.value,
    }
}
