//! The dated values of law that stood behind one person's answer: each on the day on which the query
//! looks it up.

use std::collections::BTreeSet;

use crate::explanation::Known;
use crate::link::{Job, Stay};
use crate::model::Day;

/// A dated value that was in force on a day of a person.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct AppliedRule {
    /// Parameter id.
    pub parameter: String,
    /// The first day of the value in force, which tells it among the parameter's values; `None` when
    /// none was in force.
    pub from: Option<Day>,
    /// The day of the look-up.
    pub day: Day,
    /// What happened on that day.
    pub on: RuleDay,
}

/// What a day of a look-up is to a person.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum RuleDay {
    /// The exit.
    Exit,
    /// The entry.
    Entry,
    /// The start of a job.
    JobStart,
    /// The as-of day.
    AsOf,
    /// The last day of the period.
    PeriodEnd,
}

impl RuleDay {
    /// The word of texts and JSON.
    pub fn code(self) -> &'static str {
        match self {
            Self::Exit => "exit",
            Self::Entry => "entry",
            Self::JobStart => "job_start",
            Self::AsOf => "as_of",
            Self::PeriodEnd => "period_end",
        }
    }

    /// The day that a column of a query is. A column of another name is a day of the exit's making: rules
    /// follow the exit (indicators.md 5).
    fn of_column(column: &str) -> Self {
        match column {
            "entry_day" => Self::Entry,
            "start_day" => Self::JobStart,
            "as_of_day" => Self::AsOf,
            "period_end_day" | "period_start_day" => Self::PeriodEnd,
            _ => Self::Exit,
        }
    }
}

/// The values in force on the days of a stay; `jobs` are those that decided.
pub(super) fn applied(known: &Known<'_>, stay: &Stay, jobs: &[&Job]) -> Vec<AppliedRule> {
    let mut ids: BTreeSet<&str> = known.indicator.parameters.iter().map(String::as_str).collect();
    ids.extend(known.reads.parameter_days.keys().map(String::as_str));
    let mut applied = BTreeSet::new();
    for id in ids {
        let Some(parameter) = known.rules.catalogue.parameter(id) else { continue };
        let columns = known.reads.parameter_days.get(id);
        let mut kinds: BTreeSet<RuleDay> =
            columns.into_iter().flatten().map(|column| RuleDay::of_column(column)).collect();
        if kinds.is_empty() {
            kinds.insert(RuleDay::Exit);
        }
        for on in kinds {
            let days: Vec<Day> = match on {
                RuleDay::Exit => vec![stay.exit.unwrap_or(known.rules.as_of)],
                RuleDay::Entry => vec![stay.entry],
                RuleDay::JobStart => jobs.iter().map(|job| job.start).collect(),
                RuleDay::AsOf => vec![known.rules.as_of],
                RuleDay::PeriodEnd => vec![known.rules.period.end],
            };
            applied.extend(days.into_iter().map(|day| AppliedRule {
                parameter: id.to_owned(),
                from: parameter.on(day).map(|value| value.from),
                day,
                on,
            }));
        }
    }
    applied.into_iter().collect()
}
