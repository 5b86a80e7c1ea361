//! A calendar month, kept as year × 12 + month − 1, so that windows of months are integer arithmetic.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::model::Day;

/// A calendar month: year × 12 + month − 1.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Month(i32);

impl Month {
    /// The month (1–12) of a year, or `None`.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        let zero_based = i32::try_from(month).ok()? - 1;
        ((0..12).contains(&zero_based) && (1..=9999).contains(&year))
            .then_some(Self(year * 12 + zero_based))
    }

    /// Year × 12 + month − 1.
    pub fn number(self) -> i32 {
        self.0
    }

    /// The month with this number.
    pub fn from_number(number: i32) -> Self {
        Self(number.clamp(12, 119_999))
    }

    /// Reads `2024-03`.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        if year.len() != 4 || month.len() != 2 {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?)
    }

    /// Year and month (1–12).
    pub fn parts(self) -> (i32, u32) {
        (self.0.div_euclid(12), self.0.rem_euclid(12).unsigned_abs() + 1)
    }

    /// The first day of this month.
    pub fn first_day(self) -> Day {
        let (year, month) = self.parts();
        Day::new(year, month, 1).unwrap_or(Day::EPOCH)
    }

    /// The last day of this month.
    pub fn last_day(self) -> Day {
        Self::from_number(self.0 + 1).first_day().plus_days(-1)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = self.parts();
        write!(formatter, "{year:04}-{month:02}")
    }
}

impl Serialize for Month {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_knows_its_first_and_last_day() {
        let month = Month::parse_iso("2024-02").unwrap();
        assert_eq!(month.first_day(), Day::parse_iso("2024-02-01").unwrap());
        assert_eq!(month.last_day(), Day::parse_iso("2024-02-29").unwrap());
        assert_eq!(month.to_string(), "2024-02");
        assert_eq!(Month::parse_iso("2024-13"), None);
    }
}
