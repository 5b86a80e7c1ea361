//! A calendar day, kept as days since 1970-01-01 so that windows are plain integer arithmetic in Rust and in SQL.

use std::fmt;

use jiff::Span;
use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::model::Month;

/// A calendar day: days since 1970-01-01, negative before.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Day(i32);

impl Day {
    /// 1970-01-01.
    pub const EPOCH: Self = Self(0);

    /// The day of a year, month (1–12) and day of month, or `None` when the calendar has no such day.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        let year = i16::try_from(year).ok()?;
        let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        Some(Self::from_date(date))
    }

    /// Days since 1970-01-01.
    pub fn number(self) -> i32 {
        self.0
    }

    /// The day with this number of days since 1970-01-01, or `None` outside the years 1 to 9999.
    pub fn from_number(number: i32) -> Option<Self> {
        (-719_162..=2_932_896).contains(&number).then_some(Self(number))
    }

    /// Reads `2024-12-31`.
    pub fn parse_iso(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let plain = |part: &str, width| {
            part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit())
        };
        if parts.next().is_some() || !plain(year, 4) || !plain(month, 2) || !plain(day, 2) {
            return None;
        }
        Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
    }

    /// Year, month (1–12), day of month.
    pub fn parts(self) -> (i32, u32, u32) {
        let date = self.date();
        (
            i32::from(date.year()),
            date.month().unsigned_abs().into(),
            date.day().unsigned_abs().into(),
        )
    }

    /// The calendar month that holds this day.
    pub fn month(self) -> Month {
        let (year, month, _) = self.parts();
        Month::new(year, month).unwrap_or(Month::from_number(year * 12))
    }

    /// This day moved by whole days; stays at the edge of the calendar.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Self {
        Self(self.0.saturating_add(days).clamp(-719_162, 2_932_896))
    }

    /// The same day of the month `months` later, or that month's last day when it has no such day.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        match self.date().checked_add(Span::new().months(months)) {
            Ok(date) => Self::from_date(date),
            Err(_) => self,
        }
    }

    /// The last day of `months` full months that begin on this day (rulings.md 30):
    /// day d−1 of the later month, or that month's last day when it has no day d−1; for d = 1 the
    /// last day of the month before.
    #[must_use]
    pub fn last_of_full_months(self, months: i32) -> Self {
        let (_, _, day) = self.parts();
        if day == 1 {
            return self.plus_months(months).plus_days(-1);
        }
        let target = Month::from_number(self.month().number() + months);
        let (_, _, last) = target.last_day().parts();
        target.first_day().plus_days(i32::try_from(last.min(day - 1)).unwrap_or(1) - 1)
    }

    /// Completed years on `other`; a person born on 29 February completes a year on 1 March in a
    /// common year (rulings.md 7).
    pub fn completed_years_on(self, other: Self) -> i32 {
        let (birth_year, birth_month, birth_day) = self.parts();
        let (year, month, day) = other.parts();
        year - birth_year - i32::from((month, day) < (birth_month, birth_day))
    }

    /// `31.12.2024`, as Polish readers write it.
    pub fn polish(self) -> String {
        let (year, month, day) = self.parts();
        format!("{day:02}.{month:02}.{year:04}")
    }

    /// Days into dates and back by arithmetic: a table of a million rows asks some million times, and the
    /// general way takes ten times as long. Years begin in March here, so that a leap day ends one
    /// (Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”).
    fn date(self) -> Date {
        let days = self.0 + 719_468;
        let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let calendar_month = if month < 10 { month + 3 } else { month - 9 };
        let year = year + era * 400 + i32::from(calendar_month <= 2);
        let parts = (i16::try_from(year), i8::try_from(calendar_month), i8::try_from(day));
        match parts {
            (Ok(year), Ok(month), Ok(day)) => Date::new(year, month, day).unwrap_or(Date::MAX),
            _ => Date::MAX,
        }
    }

    fn from_date(date: Date) -> Self {
        let month = i32::from(date.month());
        let year = i32::from(date.year()) - i32::from(month <= 2);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let month = if month > 2 { month - 3 } else { month + 9 };
        let of_year = (153 * month + 2) / 5 + i32::from(date.day()) - 1;
        let days = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
        Self(era * 146_097 + days - 719_468)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(formatter, "{year:04}-{month:02}-{day:02}")
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse_iso(text).unwrap()
    }

    #[test]
    fn numbers_count_from_1970() {
        assert_eq!(day("1970-01-01").number(), 0);
        assert_eq!(day("2024-03-01").number(), 19_783);
        assert_eq!(Day::new(2026, 2, 30), None);
        assert_eq!(Day::parse_iso("2026-2-3"), None);
    }

    #[test]
    fn every_day_has_a_date_and_every_date_its_day() {
        let mut date = Date::constant(1, 1, 1);
        for number in -719_162..=2_932_896 {
            assert_eq!((Day(number).date(), Day::from_date(date)), (date, Day(number)));
            date = date.tomorrow().unwrap_or(date);
        }
    }

    #[test]
    fn three_full_months_end_on_the_day_before() {
        // rulings.md 30
        for (start, end) in [
            ("2024-11-30", "2025-02-28"),
            ("2023-11-30", "2024-02-29"),
            ("2024-08-31", "2024-11-30"),
            ("2024-01-01", "2024-03-31"),
            ("2024-10-10", "2025-01-09"),
        ] {
            assert_eq!(day(start).last_of_full_months(3), day(end), "{start}");
        }
    }

    #[test]
    fn six_months_after_a_months_end_is_the_months_last_day() {
        assert_eq!(day("2024-08-31").plus_months(6), day("2025-02-28"));
        assert_eq!(day("2024-09-30").plus_months(6), day("2025-03-30"));
    }

    #[test]
    fn a_leap_day_birthday_falls_on_1_march() {
        assert_eq!(day("2004-02-29").completed_years_on(day("2022-02-28")), 17);
        assert_eq!(day("2004-02-29").completed_years_on(day("2022-03-01")), 18);
        assert_eq!(day("2005-10-03").completed_years_on(day("2023-10-02")), 17);
    }
}
