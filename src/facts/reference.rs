//! Small tables: the run, the parameters, settings, centres, coverage.

use std::sync::Arc;

use crate::facts::builder::{day, flag, integers, month, table, texts};
use crate::facts::{FactColumn, FactRules, FactStore, FactTable};
use crate::link::LinkedTables;
use crate::model::{Month, Period};

/// `run`, one row: the period, the as-of day, and how many months a benefit window has (a setting).
pub(crate) fn run(rules: FactRules<'_>) -> FactTable {
    let rows = [rules];
    table(
        "run",
        vec![
            integers("period_start_day", &rows, |run| Some(day(run.period.start))),
            integers("period_end_day", &rows, |run| Some(day(run.period.end))),
            integers("as_of_day", &rows, |run| Some(day(run.as_of))),
            integers("benefit_window_months", &rows, |run| {
                Some(i64::from(run.project.settings.benefit_window_months))
            }),
        ],
    )
}

/// `unit`, one row: how many parts one whole has. Queries multiply by them where a quotient would not be
/// a whole number.
pub(crate) fn unit() -> FactTable {
    table(
        "unit",
        vec![
            integers("thousandths_in_one", &[1000], |parts| Some(*parts)),
            integers("hundredths_of_percent_in_one", &[10_000], |parts| Some(*parts)),
        ],
    )
}

impl FactStore {
    /// Asks the same facts about another period.
    pub fn set_period(&mut self, period: Period) {
        let Some(run) = self.tables.iter_mut().find(|table| table.name == "run") else { return };
        for (name, column) in &mut run.columns {
            let edge = match name.as_str() {
                "period_start_day" => period.start,
                "period_end_day" => period.end,
                _ => continue,
            };
            *column = FactColumn::Integers(vec![Some(day(edge))]);
        }
    }
}

/// `parameter`, one row a dated value: `whole` is the number without its fraction, `hundredths` the
/// number times 100 (grosze for amounts in zł). An open end is the last day of the year 9999.
pub(crate) fn parameter(rules: FactRules<'_>) -> FactTable {
    let rows: Vec<_> = rules
        .catalogue
        .parameters
        .iter()
        .flat_map(|parameter| parameter.values.iter().map(move |value| (parameter, value)))
        .collect();
    let last = Month::from_number(9999 * 12 + 11).last_day();
    table(
        "parameter",
        vec![
            texts("name", &rows, |(parameter, _)| Some(Arc::from(parameter.id.as_str()))),
            integers("valid_from_day", &rows, |(_, value)| Some(day(value.from))),
            integers("valid_to_day", &rows, |(_, value)| Some(day(value.to.unwrap_or(last)))),
            integers("whole", &rows, |(_, value)| value.hundredths().map(|value| value / 100)),
            integers("hundredths", &rows, |(_, value)| value.hundredths()),
        ],
    )
}

/// `independence_outcome`, one row an outcome that counts as economic independence (a setting).
pub(crate) fn independence_outcome(rules: FactRules<'_>) -> FactTable {
    let rows = &rules.project.settings.independence_outcomes;
    table(
        "independence_outcome",
        vec![texts("outcome", rows, |outcome| Some(Arc::from(outcome.as_str())))],
    )
}

/// `centre`, one row a centre.
pub(crate) fn centre(linked: &LinkedTables) -> FactTable {
    let rows = &linked.centres;
    table(
        "centre",
        vec![
            texts("centre", rows, |centre| Some(Arc::clone(&centre.name))),
            texts("gmina", rows, |centre| centre.gmina.clone()),
            texts("powiat", rows, |centre| centre.powiat.clone()),
            integers("city_with_powiat_rights", rows, |centre| {
                centre.city_with_powiat_rights.map(flag)
            }),
        ],
    )
}

/// `coverage`, one row a range of months and a centre (empty: all centres) for which benefits are
/// complete.
pub(crate) fn coverage(linked: &LinkedTables) -> FactTable {
    let rows = &linked.coverage;
    table(
        "coverage",
        vec![
            texts("centre", rows, |coverage| {
                coverage
                    .centre
                    .and_then(|centre| linked.centres.get(centre))
                    .map(|centre| Arc::clone(&centre.name))
            }),
            integers("first_month", rows, |coverage| Some(month(coverage.first))),
            integers("last_month", rows, |coverage| Some(month(coverage.last))),
        ],
    )
}
