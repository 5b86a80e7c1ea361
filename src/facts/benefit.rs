//! `benefit_month` and `window_month`: what was paid, and which months are looked at and known.

use std::sync::Arc;

use crate::facts::builder::{day, flag, integers, month, number, table, texts};
use crate::facts::{FactRules, FactTable};
use crate::link::{Coverage, LinkedTables, SOCIAL_ASSISTANCE, Stay};
use crate::model::Month;

/// Kinds whose reduction is claimed in percent (indicators.md 6).
const REDUCTION: [&str; 2] = ["periodic", "purpose"];
/// What the centre itself causes to be paid is no saving (rulings.md 43).
const NO_SAVING: [&str; 2] = ["integration", "bonus"];

/// `benefit_month`, one row a person, month, kind and payer.
pub(crate) fn months(linked: &LinkedTables) -> FactTable {
    let rows = &linked.benefits;
    table(
        "benefit_month",
        vec![
            integers("person_id", rows, |benefit| number(benefit.person)),
            integers("month", rows, |benefit| Some(month(benefit.month))),
            texts("benefit_kind", rows, |benefit| Some(Arc::clone(&benefit.kind))),
            texts("payer", rows, |benefit| Some(Arc::clone(&benefit.payer))),
            integers("grosze", rows, |benefit| Some(benefit.grosze)),
            integers("is_social_assistance", rows, |benefit| {
                Some(flag(SOCIAL_ASSISTANCE.contains(&&*benefit.kind)))
            }),
            integers("is_reduction_kind", rows, |benefit| {
                Some(flag(REDUCTION.contains(&&*benefit.kind)))
            }),
            integers("is_saving_kind", rows, |benefit| {
                Some(flag(!NO_SAVING.contains(&&*benefit.kind)))
            }),
        ],
    )
}

/// The columns that tell kinds apart, and whether each holds a kind.
pub(crate) fn kind_flags(kind: &str) -> [(&'static str, bool); 3] {
    [
        ("is_social_assistance", SOCIAL_ASSISTANCE.contains(&kind)),
        ("is_reduction_kind", REDUCTION.contains(&kind)),
        ("is_saving_kind", !NO_SAVING.contains(&kind)),
    ]
}

struct WindowMonth {
    participation: usize,
    person: usize,
    part: &'static str,
    offset: i64,
    month: Month,
    covered: bool,
    after_coverage: bool,
}

/// `window_month`, one row a leaver and month: the months before the entry month (`part` `before`,
/// `month_offset` −W … −1), of the stay (`during`, 0), after the exit month (`after`, 1 … W).
/// `first_day` and `last_day` are those of the month. `covered` is 1 when the month's benefits are known, `after_coverage` is 1 when it lies after the last
/// known month.
pub(crate) fn windows(linked: &LinkedTables, rules: FactRules<'_>) -> FactTable {
    let width = i32::try_from(rules.project.settings.benefit_window_months).unwrap_or(12);
    let mut rows = Vec::new();
    for (participation, stay) in linked.stays.iter().enumerate() {
        let Some(exit) = stay.exit else { continue };
        let known: Vec<&Coverage> = coverage_of(linked, stay);
        let last = known.iter().map(|coverage| coverage.last).max();
        let mut add = |part, offset: i32, number: i32| {
            let month = Month::from_number(number);
            rows.push(WindowMonth {
                participation,
                person: stay.person,
                part,
                offset: i64::from(offset),
                month,
                covered: known
                    .iter()
                    .any(|coverage| coverage.first <= month && month <= coverage.last),
                after_coverage: last.is_some_and(|last| month > last),
            });
        };
        let (first, last) = (stay.entry.month().number(), exit.month().number());
        for offset in 1..=width {
            add("before", -offset, first - offset);
        }
        for number in first..=last {
            add("during", 0, number);
        }
        for offset in 1..=width {
            add("after", offset, last + offset);
        }
    }
    table(
        "window_month",
        vec![
            integers("participation_id", &rows, |row| number(row.participation)),
            integers("person_id", &rows, |row| number(row.person)),
            texts("part", &rows, |row| Some(Arc::from(row.part))),
            integers("month_offset", &rows, |row| Some(row.offset)),
            integers("month", &rows, |row| Some(month(row.month))),
            integers("first_day", &rows, |row| Some(day(row.month.first_day()))),
            integers("last_day", &rows, |row| Some(day(row.month.last_day()))),
            integers("covered", &rows, |row| Some(flag(row.covered))),
            integers("after_coverage", &rows, |row| Some(flag(row.after_coverage))),
        ],
    )
}

/// A participation's coverage is the union of the sources of its centre and of those without a centre
/// (rulings.md 48).
fn coverage_of<'a>(linked: &'a LinkedTables, stay: &Stay) -> Vec<&'a Coverage> {
    linked
        .coverage
        .iter()
        .filter(|coverage| coverage.centre.is_none_or(|centre| centre == stay.centre))
        .collect()
}
