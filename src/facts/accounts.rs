//! `finance`, `finance_sum`, `plan_sum` and `staff`: money and people of centres.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::facts::builder::{day, integers, table, texts};
use crate::facts::{FactRules, FactTable};
use crate::link::{Account, LinkedTables};
use crate::model::{AccountPeriod, Month, Period};

/// `finance`, one row an amount as the table has it: `quarter` is NULL for a whole year, `side` is
/// `plan` or `execution`, `last_day` the last day of the year or quarter.
pub(crate) fn finance(linked: &LinkedTables) -> FactTable {
    let rows = &linked.accounts;
    table(
        "finance",
        vec![
            texts("centre", rows, |row| centre(linked, row.centre)),
            integers("year", rows, |row| Some(i64::from(row.period.year))),
            integers("quarter", rows, |row| row.period.quarter.map(i64::from)),
            integers("last_day", rows, |row| Some(day(row.period.last_day()))),
            texts("category", rows, |row| Some(Arc::clone(&row.category))),
            texts("side", rows, |row| Some(Arc::clone(&row.side))),
            integers("grosze", rows, |row| Some(row.grosze)),
        ],
    )
}

/// `finance_sum`, one row a centre, category and side whose amount for the period of the run is known
/// (rulings.md 44): of years that lie wholly in the period the year's amount, or that of its four quarters
/// where no amount of the year is given; of other years the quarters. A missing quarter, or a period that does
/// not consist of whole quarters, gives no row.
pub(crate) fn sums(linked: &LinkedTables, rules: FactRules<'_>) -> FactTable {
    let rows = known(linked, rules.period);
    table(
        "finance_sum",
        vec![
            texts("centre", &rows, |(place, ..)| centre(linked, *place)),
            texts("category", &rows, |(_, category, ..)| Some(Arc::clone(category))),
            texts("side", &rows, |(_, _, side, _)| Some(Arc::clone(side))),
            integers("grosze", &rows, |(.., grosze)| Some(*grosze)),
        ],
    )
}

/// `plan_sum`, one row a centre and category whose plan is known for the year of the day after the period:
/// the preliminary plan that goes with an annual statement.
pub(crate) fn plans(linked: &LinkedTables, rules: FactRules<'_>) -> FactTable {
    let (year, _, _) = rules.period.end.plus_days(1).parts();
    let months = Month::new(year, 1).zip(Month::new(year, 12));
    let period =
        months.map(|(first, last)| Period { start: first.first_day(), end: last.last_day() });
    let rows: Vec<Known<'_>> = period
        .into_iter()
        .flat_map(|period| known(linked, period))
        .filter(|(_, _, side, _)| &***side == "plan")
        .collect();
    table(
        "plan_sum",
        vec![
            texts("centre", &rows, |(place, ..)| centre(linked, *place)),
            integers("year", &rows, |_| Some(i64::from(year))),
            texts("category", &rows, |(_, category, ..)| Some(Arc::clone(category))),
            integers("grosze", &rows, |(.., grosze)| Some(*grosze)),
        ],
    )
}

/// Place of the centre, category, side, grosze.
type Known<'a> = (usize, &'a Arc<str>, &'a Arc<str>, i64);

/// The amounts that are known for a whole period.
fn known(linked: &LinkedTables, period: Period) -> Vec<Known<'_>> {
    type Key<'a> = (usize, &'a Arc<str>, &'a Arc<str>);
    let mut groups: BTreeMap<Key<'_>, Vec<&Account>> = BTreeMap::new();
    for row in &linked.accounts {
        groups.entry((row.centre, &row.category, &row.side)).or_default().push(row);
    }
    let amounts = groups.into_iter().filter_map(|((centre, category, side), amounts)| {
        Some((centre, category, side, amount(&amounts, period)?))
    });
    amounts.collect()
}

/// `staff`, one row as the table has it; numbers in thousandths.
pub(crate) fn staff(linked: &LinkedTables) -> FactTable {
    let rows = &linked.staff;
    table(
        "staff",
        vec![
            texts("centre", rows, |row| centre(linked, row.centre)),
            integers("year", rows, |row| Some(i64::from(row.year))),
            texts("employment_kind", rows, |row| Some(Arc::clone(&row.kind))),
            integers("persons_thousandths", rows, |row| Some(row.persons)),
            integers("full_time_thousandths", rows, |row| row.full_time_equivalents),
        ],
    )
}

fn centre(linked: &LinkedTables, place: usize) -> Option<Arc<str>> {
    linked.centres.get(place).map(|centre| Arc::clone(&centre.name))
}

/// The amount of a period; `None` when a part of it is not known.
fn amount(amounts: &[&Account], period: Period) -> Option<i64> {
    let of = |wanted: AccountPeriod| {
        let mut found = amounts.iter().filter(|amount| amount.period == wanted).peekable();
        found.peek()?;
        found.try_fold(0_i64, |sum, amount| sum.checked_add(amount.grosze))
    };
    let mut quarters_of: BTreeMap<i32, BTreeSet<u32>> = BTreeMap::new();
    for (year, quarter) in quarters(period)? {
        quarters_of.entry(year).or_default().insert(quarter);
    }
    let mut sum = 0_i64;
    for (year, quarters) in quarters_of {
        let whole =
            (quarters.len() == 4).then(|| of(AccountPeriod { year, quarter: None })).flatten();
        let of_year = match whole {
            Some(grosze) => grosze,
            None => quarters.into_iter().try_fold(0_i64, |sum, quarter| {
                sum.checked_add(of(AccountPeriod { year, quarter: Some(quarter) })?)
            })?,
        };
        sum = sum.checked_add(of_year)?;
    }
    Some(sum)
}

/// The quarters that a period consists of; `None` when it does not consist of whole ones.
fn quarters(period: Period) -> Option<Vec<(i32, u32)>> {
    let (first, last) = (period.start.month(), period.end.month());
    let whole = first.first_day() == period.start
        && last.last_day() == period.end
        && first.number().rem_euclid(3) == 0
        && last.number().rem_euclid(3) == 2;
    let months = (first.number()..=last.number()).step_by(3);
    let quarter = |number| {
        let (year, month) = Month::from_number(number).parts();
        (year, month.div_ceil(3))
    };
    whole.then(|| months.map(quarter).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Day;

    fn sum(given: &[(&str, i64)], period: &str) -> Option<i64> {
        let amounts: Vec<Account> = given
            .iter()
            .map(|(period, grosze)| Account {
                centre: 0,
                period: AccountPeriod::parse(period).unwrap(),
                category: "running_cost".into(),
                side: "execution".into(),
                grosze: *grosze,
            })
            .collect();
        let as_of = Day::parse_iso("2026-06-30").unwrap();
        amount(&amounts.iter().collect::<Vec<_>>(), Period::parse(period, as_of).unwrap())
    }

    const QUARTERS: [(&str, i64); 5] =
        [("2024-Q3", 1), ("2024-Q4", 2), ("2025-Q1", 4), ("2025-Q2", 8), ("2025-Q3", 16)];

    #[test]
    fn a_whole_year_is_its_own_amount_and_quarters_beside_it_are_not_added() {
        assert_eq!(sum(&[("2024", 100), ("2024-Q1", 7)], "2024"), Some(100));
        assert_eq!(sum(&[("2024", 100), ("2025", 30)], "2024-01..2025-12"), Some(130));
        assert_eq!(sum(&[("2024", 100), ("2024", 5)], "2024"), Some(105));
    }

    #[test]
    fn quarters_stand_for_what_is_no_whole_year() {
        assert_eq!(sum(&QUARTERS, "2025-Q2"), Some(8));
        assert_eq!(sum(&QUARTERS, "2024-07..2025-06"), Some(15));
        assert_eq!(sum(&[("2024", 100), ("2025-Q1", 4)], "2024-01..2025-03"), Some(104));
        let four = [("2025-Q1", 1), ("2025-Q2", 2), ("2025-Q3", 4), ("2025-Q4", 8)];
        assert_eq!(sum(&four, "2025"), Some(15), "a year without an amount of its own");
    }

    #[test]
    fn what_is_missing_is_not_taken_as_zero() {
        assert_eq!(sum(&QUARTERS, "2025"), None, "the fourth quarter is missing");
        assert_eq!(sum(&[("2024", 100)], "2024-Q1"), None);
        assert_eq!(sum(&QUARTERS, "2025-02..2025-06"), None, "no whole quarters");
        assert_eq!(sum(&[], "2024"), None);
    }
}
