//! Work after the centre: jobs, the situation at the end and half a year later.

use jiff::civil::{Date, date};

use crate::calendar::{KEPT_ON, plus_days, plus_months};
use crate::cluster::Stay;
use crate::names::EMPLOYERS;
use crate::random::Random;

/// One job; amounts in grosze.
#[derive(Clone)]
pub(crate) struct Job {
    pub(crate) start: Date,
    pub(crate) end: Option<Date>,
    pub(crate) form: &'static str,
    pub(crate) time: &'static str,
    pub(crate) value: Option<i64>,
    pub(crate) wage: Option<i64>,
    pub(crate) employer: &'static str,
    /// A planted defect takes this job out of the figures.
    pub(crate) left_out: bool,
}

impl Job {
    /// Whether it runs on a day.
    pub(crate) fn runs_on(&self, day: Date) -> bool {
        self.start <= day && self.end.is_none_or(|end| end >= day)
    }
}

/// Minimum wage in zł a month.
fn minimum_wage(day: Date) -> i64 {
    [
        (date(2025, 1, 1), 4666),
        (date(2024, 7, 1), 4300),
        (date(2024, 1, 1), 4242),
        (date(2023, 7, 1), 3600),
        (date(2023, 1, 1), 3490),
    ]
    .into_iter()
    .find(|(from, _)| day >= *from)
    .map_or(3010, |(_, amount)| amount)
}

/// Fills the exit side of a stay that ended on `exit`.
pub(crate) fn find_work(random: &mut Random, stay: &mut Stay, exit: Date) {
    if stay.exit_kind == "died" {
        return;
    }
    let first_day = match stay.exit_kind {
        "early_job" => Some(plus_days(exit, random.between(0, 1))),
        "completed" if random.chance(57) => Some(plus_days(exit, random.between(1, 80))),
        "completed" if random.chance(22) => Some(plus_days(exit, random.between(95, 220))),
        "withdrew" | "left" | "moved" if random.chance(24) => {
            Some(plus_days(exit, random.between(3, 130)))
        }
        _ => None,
    };
    let first_day = first_day.filter(|day| *day <= KEPT_ON);
    if let Some(first_day) = first_day {
        let job = invent_job(random, first_day);
        let next = job.end.filter(|end| *end < plus_days(KEPT_ON, -20) && random.chance(40));
        let employer = job.employer;
        stay.jobs.push(job);
        if let Some(end) = next {
            let again = random.chance(60);
            let gap = if again { 1 } else { random.between(10, 18) };
            let mut second = invent_job(random, plus_days(end, gap));
            if again {
                second.employer = employer;
            }
            stay.jobs.push(second);
        }
    }
    situation_at_end(random, stay, exit, first_day);
    situation_after_six_months(random, stay, exit);
}

fn invent_job(random: &mut Random, start: Date) -> Job {
    let form = random.weighted(&[
        ("contract", 62),
        ("civil", 16),
        ("social_coop", 7),
        ("supported", 7),
        ("self_employment", 5),
        ("other_paid", 3),
    ]);
    let (time, quarters) = match form {
        "contract" | "supported" | "social_coop" => {
            match random.weighted(&[("1", 66), ("3/4", 12), ("1/2", 22)]) {
                "3/4" => ("3/4", 3),
                "1/2" => ("1/2", 2),
                _ => ("1", 4),
            }
        }
        _ => ("", 4),
    };
    let months = random.weighted(&[("2", 5), ("3", 17), ("6", 25), ("12", 29), ("open", 24)]);
    let end = months.parse().ok().map(|months| plus_days(plus_months(start, months), -1));
    let wage = (minimum_wage(start)
        + random
            .weighted(&[("0", 55), ("120", 20), ("350", 15), ("800", 10)])
            .parse()
            .unwrap_or(0))
        * quarters
        * 25;
    let length = months.parse().unwrap_or(6);
    Job {
        start,
        end,
        form,
        time,
        value: (form == "civil")
            .then_some(minimum_wage(start) * 100 * length * random.between(6, 11) / 10),
        wage: matches!(form, "contract" | "supported" | "social_coop").then_some(wage),
        employer: if form == "self_employment" {
            "własna działalność"
        } else {
            random.pick(EMPLOYERS)
        },
        left_out: false,
    }
}

fn outcome_of(job: &Job) -> &'static str {
    match job.form {
        "self_employment" => "self_employment",
        "social_coop" => "social_coop",
        "supported" => "supported",
        _ => "job",
    }
}

fn situation_at_end(random: &mut Random, stay: &mut Stay, exit: Date, first_day: Option<Date>) {
    let soon = first_day.is_some_and(|day| day <= plus_days(exit, 28));
    match (stay.jobs.first(), soon) {
        (Some(job), true) => {
            stay.outcome = outcome_of(job);
            stay.outcome_date = Some(job.start);
        }
        // Written once the person had found work, or while still looking.
        (Some(job), false) if random.chance(65) => {
            stay.outcome = outcome_of(job);
            stay.outcome_date = Some(job.start);
        }
        _ => {
            stay.outcome = if stay.labour_status == "inactive" {
                random.weighted(&[
                    ("inactive", 55),
                    ("job_seeking", 29),
                    ("retired", 12),
                    ("job_seeking", 4),
                ])
            } else {
                random.weighted(&[
                    ("unemployed", 46),
                    ("job_seeking", 28),
                    ("inactive", 22),
                    ("job_seeking", 4),
                ])
            };
            stay.outcome_date =
                Some(plus_days(exit, random.between(0, 21))).filter(|day| *day <= KEPT_ON);
        }
    }
}

fn situation_after_six_months(random: &mut Random, stay: &mut Stay, exit: Date) {
    let due = plus_months(exit, 6);
    let asked = plus_days(due, random.between(0, 24));
    if asked > KEPT_ON || !random.chance(if stay.completed() { 84 } else { 45 }) {
        return;
    }
    stay.status_6m_date = Some(asked);
    stay.status_6m = match stay.jobs.iter().find(|job| job.runs_on(due)) {
        Some(job) => outcome_of(job),
        None if stay.labour_status == "inactive" => {
            random.weighted(&[("inactive", 60), ("job_seeking", 40)])
        }
        None => random.weighted(&[("unemployed", 60), ("job_seeking", 28), ("inactive", 12)]),
    };
}
