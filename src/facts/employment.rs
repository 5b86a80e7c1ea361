//! `job` and `job_chain`: work of persons, one job at a time and as engagements without a gap.

use std::collections::BTreeMap;
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

/// `job_chain`, one row an engagement. Contracts of at least half time with the same employer form one
/// when each begins no later than the day after the one before ends; every other job stands alone.
/// `minimum_day` is the last day of the full months that the criterion asks for, counted from the start.
pub(crate) fn chains(linked: &LinkedTables, rules: FactRules<'_>) -> FactTable {
    let mut alone = Vec::new();
    let mut by_employer: BTreeMap<(usize, Arc<str>), Vec<&Job>> = BTreeMap::new();
    for job in &linked.jobs {
        let half = rules.number("minimum_working_time_thousandths", job.start).unwrap_or(500);
        let adds_up =
            job.form.as_deref() == Some("contract") && job.time.is_some_and(|time| time >= half);
        match (&job.employer, adds_up) {
            (Some(employer), true) => {
                by_employer.entry((job.person, Arc::clone(employer))).or_default().push(job);
            }
            _ => alone.push(chain(job)),
        }
    }
    let mut rows = alone;
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
                _ => rows.extend(current.replace(chain(job))),
            }
        }
        rows.extend(current);
    }
    rows.sort_by(|a, b| {
        (a.person, a.start, &a.form, a.end).cmp(&(b.person, b.start, &b.form, b.end))
    });
    let rows: Vec<(usize, Chain)> = rows.into_iter().enumerate().collect();
    table(
        "job_chain",
        vec![
            integers("chain_id", &rows, |(place, _)| number(*place)),
            integers("person_id", &rows, |(_, chain)| number(chain.person)),
            integers("start_day", &rows, |(_, chain)| Some(day(chain.start))),
            integers("end_day", &rows, |(_, chain)| chain.end.map(day)),
            texts("form", &rows, |(_, chain)| chain.form.clone()),
            integers("working_time_thousandths", &rows, |(_, chain)| chain.time),
            integers("value_grosze", &rows, |(_, chain)| chain.value),
            integers("minimum_day", &rows, |(_, chain)| {
                let months = rules.months("minimum_full_months", chain.start)?;
                Some(day(chain.start.last_of_full_months(months)))
            }),
        ],
    )
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
