//! The year or quarter of an amount in a finance table.

use std::fmt;

use crate::model::{Day, Month, fold};

/// A year, or a quarter of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct AccountPeriod {
    /// Year.
    pub year: i32,
    /// Quarter, 1–4; `None` for the whole year.
    pub quarter: Option<u32>,
}

impl AccountPeriod {
    /// Reads `2025`, `2025 r.`, `2025-Q1`, `Q1 2025`, `I kw. 2025`, `1 kwartał 2025 r.`; anything else is no
    /// year or quarter.
    pub fn parse(text: &str) -> Option<Self> {
        let folded = fold(text);
        let words: Vec<&str> = folded
            .split(|letter: char| !letter.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty() && !matches!(*word, "r" | "rok" | "roku" | "za"))
            .collect();
        let year = |word: &str| {
            let year: i32 = word.parse().ok()?;
            (word.len() == 4 && (1990..=2100).contains(&year)).then_some(year)
        };
        match words.as_slice() {
            [only] => Some(Self { year: year(only)?, quarter: None }),
            [first, second] => {
                let (year, quarter) = match (year(first), year(second)) {
                    (Some(year), None) => (year, second),
                    (None, Some(year)) => (year, first),
                    _ => return None,
                };
                let number = quarter.strip_prefix('q').or_else(|| quarter.strip_suffix("kw"))?;
                Some(Self { year, quarter: Some(number_of_quarter(number)?) })
            }
            [first, second, third] => {
                let (year, number, word) = match (year(first), year(third)) {
                    (Some(year), None) => (year, second, third),
                    (None, Some(year)) => (year, first, second),
                    _ => return None,
                };
                matches!(*word, "kw" | "kwartal")
                    .then(|| number_of_quarter(number))
                    .flatten()
                    .map(|quarter| Self { year, quarter: Some(quarter) })
            }
            _ => None,
        }
    }

    /// The last day.
    pub fn last_day(self) -> Day {
        let month = self.quarter.map_or(12, |quarter| quarter * 3);
        Month::new(self.year, month).map_or(Day::EPOCH, Month::last_day)
    }
}

fn number_of_quarter(text: &str) -> Option<u32> {
    match text {
        "1" | "i" => Some(1),
        "2" | "ii" => Some(2),
        "3" | "iii" => Some(3),
        "4" | "iv" => Some(4),
        _ => None,
    }
}

impl fmt::Display for AccountPeriod {
    /// `2025` or `2025-Q1`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.quarter {
            None => write!(formatter, "{}", self.year),
            Some(quarter) => write!(formatter, "{}-Q{quarter}", self.year),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        AccountPeriod::parse(text).map(|period| period.to_string())
    }

    #[test]
    fn years_and_quarters_as_people_write_them() {
        for text in ["2025", " 2025 r.", "rok 2025", "za 2025 rok"] {
            assert_eq!(read(text).as_deref(), Some("2025"), "{text}");
        }
        for text in
            ["2025-Q2", "2025 q2", "Q2/2025", "II kw. 2025 r.", "2 kwartał 2025", "2kw 2025"]
        {
            assert_eq!(read(text).as_deref(), Some("2025-Q2"), "{text}");
        }
    }

    #[test]
    fn what_is_neither_is_not_guessed() {
        for text in
            ["", "2025-03", "2025-Q5", "2025/2026", "25", "I półrocze 2025", "2025-01-01", "Q2"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_period_ends_with_its_last_month() {
        let last = |text| AccountPeriod::parse(text).unwrap().last_day().to_string();
        assert_eq!((last("2025"), last("2024-Q1")), ("2025-12-31".into(), "2024-03-31".into()));
    }
}
