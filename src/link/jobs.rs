//! Jobs of persons: from the job columns of the lists and from the employment history.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::link::LinkRules;
use crate::link::linked::Job;
use crate::link::origins::{Origin, Origins};
use crate::link::persons::Persons;
use crate::model::{Day, Finding, Severity, fold};
use crate::validate::{ValidRow, ValidTable};

/// Fields of a job in a participants list and in an employment history: start, end, form, working time,
/// employer (a list has none), value, wage.
const LIST_FIELDS: [&str; 7] =
    ["job_start", "job_end", "job_form", "job_time", "job_form", "job_value", "wage"];
const HISTORY_FIELDS: [&str; 7] = ["start", "end", "form", "time", "employer", "value", "wage"];

/// Two rows of the same job (person, start, form) are one job, empty fields filled (rulings.md 57). A job
/// that begins after the as-of day does not exist, one that ends after it is still running.
pub(crate) fn link(
    tables: &[ValidTable],
    persons: &Persons,
    rules: LinkRules<'_>,
    findings: &mut Vec<Finding>,
    origins: &mut Origins,
) -> Vec<Job> {
    let mut jobs: Vec<Job> = Vec::new();
    // The same jobs with their rows and kinds of table, when these are kept.
    let mut noted: Vec<(Job, Origin, &str)> = Vec::new();
    let mut forms: BTreeMap<&str, Arc<str>> = BTreeMap::new();
    for (index, table) in tables.iter().enumerate() {
        let column = match table.kind.as_str() {
            "participants" | "comparison" => table.code_column("job_form", rules.catalogue),
            "jobs" => table.code_column("form", rules.catalogue),
            _ => continue,
        };
        for (row, person) in persons.of_rows(index, table.rows()) {
            let mut form = || {
                let code = column.get(row)?;
                Some(Arc::clone(forms.entry(code).or_insert_with(|| Arc::from(code))))
            };
            let read = if table.kind == "jobs" {
                from_history(table, row, &mut form)
            } else {
                from_list(table, row, &mut form)
            };
            let (Some(mut job), Some(person)) = (read, person) else {
                continue;
            };
            if table.kind == "jobs" && !persons.is_listed(person) {
                findings.push(table.finding(row, "pesel", "X005", Severity::Warning));
                continue;
            }
            if job.start > rules.as_of {
                continue;
            }
            job.person = person;
            job.end = job.end.filter(|end| *end <= rules.as_of);
            if let Some(origin) = origins.row(index, row) {
                noted.push((job.clone(), origin, &table.kind));
            }
            jobs.push(job);
        }
    }
    note(noted, origins);
    // Of equal jobs the first that was read stays the first.
    if !jobs.is_sorted_by(|one, two| key(one) <= key(two)) {
        jobs.sort_by(|one, two| key(one).cmp(&key(two)));
    }
    jobs.dedup_by(|later, first| {
        let same = key(later) == key(first);
        if same {
            fill(first, later);
        }
        same
    });
    jobs
}

/// What tells two jobs apart.
fn key(job: &Job) -> (usize, Day, Option<&str>) {
    (job.person, job.start, job.form.as_deref())
}

/// The fields of a row of which [`fill`] takes the values; all that are given when it is the first of
/// its job.
fn taken(known: Option<&Job>, job: &Job, kind: &str) -> Vec<&'static str> {
    let names = if kind == "jobs" { HISTORY_FIELDS } else { LIST_FIELDS };
    let given = |job: &Job| {
        [
            true,
            job.end.is_some(),
            job.form.is_some(),
            job.time.is_some(),
            job.employer.is_some(),
            job.value.is_some(),
            job.wage.is_some(),
        ]
    };
    let had = known.map_or([false; 7], given);
    let fields = names.into_iter().zip(given(job)).zip(had);
    fields.filter(|((_, given), had)| *given && !had).map(|((name, _), _)| name).collect()
}

/// Notes the row of every value of every job.
fn note(mut noted: Vec<(Job, Origin, &str)>, origins: &mut Origins) {
    noted.sort_by(|(one, ..), (two, ..)| key(one).cmp(&key(two)));
    for same in noted.chunk_by_mut(|(one, ..), (next, ..)| key(one) == key(next)) {
        let mut known: Option<Job> = None;
        for (job, origin, kind) in same {
            let fields = taken(known.as_ref(), job, kind);
            let fields = fields.into_iter().map(|field| (field, *origin)).collect();
            origins.add_job(&(job.person, job.start, job.form.clone()), fields);
            match &mut known {
                Some(known) => fill(known, job),
                None => known = Some(job.clone()),
            }
        }
    }
}

fn fill(known: &mut Job, job: &mut Job) {
    known.end = known.end.or(job.end);
    known.time = known.time.or(job.time);
    known.value = known.value.or(job.value);
    known.wage = known.wage.or(job.wage);
    if known.employer.is_none() {
        known.employer = job.employer.take();
    }
}

fn from_list(
    table: &ValidTable,
    row: ValidRow,
    form: &mut dyn FnMut() -> Option<Arc<str>>,
) -> Option<Job> {
    Some(Job {
        person: 0,
        start: table.day(row, "job_start")?,
        end: table.day(row, "job_end"),
        form: form(),
        time: table.thousandths(row, "job_time"),
        employer: None,
        value: table.grosze(row, "job_value"),
        wage: table.grosze(row, "wage"),
    })
}

fn from_history(
    table: &ValidTable,
    row: ValidRow,
    form: &mut dyn FnMut() -> Option<Arc<str>>,
) -> Option<Job> {
    Some(Job {
        person: 0,
        start: table.day(row, "start")?,
        end: table.day(row, "end"),
        form: form(),
        time: table.thousandths(row, "time"),
        employer: table.text(row, "employer").map(|name| Arc::from(fold(name))),
        value: table.grosze(row, "value"),
        wage: table.grosze(row, "wage"),
    })
}
