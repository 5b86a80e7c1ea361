//! Jobs of persons: from the job columns of the lists and from the employment history.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::link::LinkRules;
use crate::link::linked::Job;
use crate::link::persons::Persons;
use crate::model::{Day, Finding, Severity, fold};
use crate::validate::{ValidRow, ValidTable};

/// Two rows of the same job (person, start, form) are one job, empty fields filled (rulings.md 57). A job
/// that begins after the as-of day does not exist, one that ends after it is still running.
pub(crate) fn link(
    tables: &[ValidTable],
    persons: &Persons,
    rules: LinkRules<'_>,
    findings: &mut Vec<Finding>,
) -> Vec<Job> {
    let mut jobs: BTreeMap<(usize, Day, Option<Arc<str>>), Job> = BTreeMap::new();
    for (index, table) in tables.iter().enumerate() {
        for row in table.rows() {
            let read = match table.kind.as_str() {
                "participants" | "comparison" => from_list(table, *row, rules),
                "jobs" => from_history(table, *row, rules),
                _ => None,
            };
            let (Some(mut job), Some(person)) = (read, persons.of(index, row.number)) else {
                continue;
            };
            if table.kind == "jobs" && !persons.is_listed(person) {
                findings.push(table.finding(*row, "pesel", "X005", Severity::Warning));
                continue;
            }
            if job.start > rules.as_of {
                continue;
            }
            job.person = person;
            job.end = job.end.filter(|end| *end <= rules.as_of);
            let key = (person, job.start, job.form.clone());
            match jobs.get_mut(&key) {
                Some(known) => fill(known, job),
                None => {
                    jobs.insert(key, job);
                }
            }
        }
    }
    jobs.into_values().collect()
}

fn fill(known: &mut Job, job: Job) {
    known.end = known.end.or(job.end);
    known.time = known.time.or(job.time);
    known.value = known.value.or(job.value);
    known.wage = known.wage.or(job.wage);
    if known.employer.is_none() {
        known.employer = job.employer;
    }
}

fn from_list(table: &ValidTable, row: ValidRow, rules: LinkRules<'_>) -> Option<Job> {
    Some(Job {
        person: 0,
        start: table.day(row, "job_start")?,
        end: table.day(row, "job_end"),
        form: table.code(row, "job_form", rules.catalogue).map(Arc::from),
        time: table.thousandths(row, "job_time"),
        employer: None,
        value: table.grosze(row, "job_value"),
        wage: table.grosze(row, "wage"),
    })
}

fn from_history(table: &ValidTable, row: ValidRow, rules: LinkRules<'_>) -> Option<Job> {
    Some(Job {
        person: 0,
        start: table.day(row, "start")?,
        end: table.day(row, "end"),
        form: table.code(row, "form", rules.catalogue).map(Arc::from),
        time: table.thousandths(row, "time"),
        employer: table.text(row, "employer").map(|name| Arc::from(fold(name))),
        value: table.grosze(row, "value"),
        wage: table.grosze(row, "wage"),
    })
}
