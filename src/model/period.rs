//! The period of a run, and how it is written on the command line (rulings.md 71).

use std::fmt;

use serde::Serialize;
use thiserror::Error;

use crate::model::{Day, Month};

/// A closed interval of days.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Period {
    /// First day.
    pub start: Day,
    /// Last day.
    pub end: Day,
}

/// Why a period could not be read.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum PeriodError {
    /// Not one of the known forms.
    #[error("`{0}` is not a period")]
    Unreadable(String),
    /// The last month lies before the first.
    #[error("`{0}` ends before it begins")]
    Reversed(String),
}

impl Period {
    /// Reads `2025`, `2025-Q3`, `2025-01..2025-06`, `last-year`, `last-quarter`; the last two are
    /// taken at `as_of`: the last whole year or quarter that ended before it or on it.
    pub fn parse(text: &str, as_of: Day) -> Result<Self, PeriodError> {
        let unreadable = || PeriodError::Unreadable(text.to_owned());
        let after = as_of.plus_days(1).month();
        match text {
            "last-year" => {
                let (year, _) = after.parts();
                return Self::months(year_start(year - 1), 12).ok_or_else(unreadable);
            }
            "last-quarter" => {
                let first = after.number() - after.number().rem_euclid(3) - 3;
                return Self::months(Some(Month::from_number(first)), 3).ok_or_else(unreadable);
            }
            _ => {}
        }
        if let Some((first, last)) = text.split_once("..") {
            let first = Month::parse_iso(first).ok_or_else(unreadable)?;
            let last = Month::parse_iso(last).ok_or_else(unreadable)?;
            if last < first {
                return Err(PeriodError::Reversed(text.to_owned()));
            }
            return Ok(Self { start: first.first_day(), end: last.last_day() });
        }
        if let Some((year, quarter)) = text.split_once("-Q") {
            let quarter: u32 = quarter.parse().map_err(|_| unreadable())?;
            let year = parse_year(year).ok_or_else(unreadable)?;
            if !(1..=4).contains(&quarter) {
                return Err(unreadable());
            }
            return Self::months(Month::new(year, quarter * 3 - 2), 3).ok_or_else(unreadable);
        }
        let year = parse_year(text).ok_or_else(unreadable)?;
        Self::months(year_start(year), 12).ok_or_else(unreadable)
    }

    /// Whether the day lies in the period.
    pub fn contains(&self, day: Day) -> bool {
        self.start <= day && day <= self.end
    }

    /// The same length of time a year before: months stay whole months.
    #[must_use]
    pub fn year_before(&self) -> Self {
        let day_after = self.end.plus_days(1);
        let (start, day_after) = (self.start.plus_months(-12), day_after.plus_months(-12));
        Self { start, end: day_after.plus_days(-1) }
    }

    fn months(first: Option<Month>, count: i32) -> Option<Self> {
        let first = first?;
        let last = Month::from_number(first.number() + count - 1);
        Some(Self { start: first.first_day(), end: last.last_day() })
    }
}

impl fmt::Display for Period {
    /// `2025`, `2025-Q3` or `2025-01..2025-06`; also the name of the run's folder.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last) = (self.start.month(), self.end.month());
        let (year, month) = first.parts();
        match (last.number() - first.number(), month) {
            (11, 1) => write!(formatter, "{year:04}"),
            (2, 1 | 4 | 7 | 10) => write!(formatter, "{year:04}-Q{}", month.div_ceil(3)),
            _ => write!(formatter, "{first}..{last}"),
        }
    }
}

fn year_start(year: i32) -> Option<Month> {
    Month::new(year, 1)
}

fn parse_year(text: &str) -> Option<i32> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_years_quarters_and_ranges() {
        let as_of = Day::parse_iso("2026-03-31").unwrap();
        for (text, start, end, shown) in [
            ("2024", "2024-01-01", "2024-12-31", "2024"),
            ("2025-Q3", "2025-07-01", "2025-09-30", "2025-Q3"),
            ("2024-07..2025-06", "2024-07-01", "2025-06-30", "2024-07..2025-06"),
            ("last-year", "2025-01-01", "2025-12-31", "2025"),
            ("last-quarter", "2026-01-01", "2026-03-31", "2026-Q1"),
        ] {
            let period = Period::parse(text, as_of).unwrap();
            assert_eq!(
                (period.start.to_string(), period.end.to_string()),
                (start.into(), end.into())
            );
            assert_eq!(period.to_string(), shown);
        }
    }

    #[test]
    fn last_quarter_is_the_last_whole_one() {
        let as_of = Day::parse_iso("2026-03-30").unwrap();
        assert_eq!(Period::parse("last-quarter", as_of).unwrap().to_string(), "2025-Q4");
    }

    #[test]
    fn a_year_before_a_month_of_29_days_is_one_of_28() {
        let as_of = Day::parse_iso("2026-06-30").unwrap();
        for (text, before) in [
            ("2025", "2024"),
            ("2025-Q3", "2024-Q3"),
            ("2024-02..2024-02", "2023-02..2023-02"),
            ("2025-02..2025-02", "2024-02..2024-02"),
        ] {
            let period = Period::parse(text, as_of).unwrap().year_before();
            assert_eq!(period, Period::parse(before, as_of).unwrap(), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_period() {
        let as_of = Day::EPOCH;
        for text in ["", "24", "2025-Q5", "2025-13..2025-14", "2025-06..2025-01", "rok", "2025-Q"] {
            assert!(Period::parse(text, as_of).is_err(), "{text}");
        }
    }
}
