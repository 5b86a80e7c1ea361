//! Months: `2024-03`, `03.2024`, `marzec 2024`, `III 2024`, a day of the month.

use crate::ingest::RawCell;
use crate::model::Month;
use crate::validate::values::day::{DayForm, day_of_serial, day_of_text, full_year, month_number};
use crate::validate::values::{Reading, Value, empty_word};

/// Reads a month.
pub(crate) fn read_month(cell: RawCell, text: &str, form: DayForm) -> Reading {
    let month = match cell {
        RawCell::Day(day) => Some(day.month()),
        RawCell::Number(number) => month_of_number(number, form.from_1904),
        RawCell::Text(_) => match empty_word(text) {
            Some(nothing) => return Reading::Value(nothing),
            None => month_of_text(text, form),
        },
        RawCell::Flag(_) | RawCell::Error(_) | RawCell::NoValue => None,
    };
    match month {
        Some(month) => Reading::Value(Value::Month(month)),
        None => Reading::Bad("W027", String::new()),
    }
}

/// `03.2024` typed into a cell becomes the number 3.2024.
fn month_of_number(number: f64, from_1904: bool) -> Option<Month> {
    if (1.0..13.0).contains(&number) {
        #[expect(clippy::cast_possible_truncation, reason = "below 130,000")]
        let digits = (number * 10_000.0).round() as i32;
        let year = digits.rem_euclid(10_000);
        return (1990..=2100)
            .contains(&year)
            .then(|| Month::new(year, u32::try_from(digits / 10_000).ok()?))
            .flatten();
    }
    if (199_001.0..=210_012.0).contains(&number) && number.fract() == 0.0 {
        #[expect(clippy::cast_possible_truncation, reason = "the range was checked")]
        let digits = number as i32;
        return Month::new(digits / 100, u32::try_from(digits % 100).ok()?);
    }
    day_of_serial(number, from_1904).map(crate::model::Day::month)
}

fn month_of_text(text: &str, form: DayForm) -> Option<Month> {
    let plain = text.trim().trim_end_matches(['.', ',']);
    let plain = plain.strip_suffix(" r").unwrap_or(plain);
    let parts: Vec<&str> =
        plain.split(['.', '-', '/', ' ', '\u{a0}']).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [year, month] if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) => {
            Month::new(year.parse().ok()?, month_number(month)?)
        }
        [month, year] if year.len() == 4 => {
            Month::new(full_year(year, form.latest_year)?, month_number(month)?)
        }
        _ => day_of_text(text, form).map(crate::model::Day::month),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DateOrder;

    const FORM: DayForm =
        DayForm { from_1904: false, latest_year: 2026, order: DateOrder::DayFirst };

    #[test]
    fn every_form_of_one_month() {
        for text in [
            "2024-03",
            "03.2024",
            "3.2024",
            "3/2024",
            "marzec 2024",
            "marca 2024",
            "III 2024",
            "2024.03",
            "15.03.2024",
            "03-2024 r.",
        ] {
            assert_eq!(month_of_text(text, FORM), Month::parse_iso("2024-03"), "{text}");
        }
        assert_eq!(month_of_number(3.2024, false), Month::parse_iso("2024-03"));
        assert_eq!(month_of_number(10.202, false), Month::parse_iso("2020-10"));
        assert_eq!(month_of_number(202_403.0, false), Month::parse_iso("2024-03"));
    }

    #[test]
    fn months_that_cannot_exist_are_no_months() {
        for text in ["2024-13", "00.2024", "2024", "marzec", "13.2023"] {
            assert_eq!(month_of_text(text, FORM), None, "{text}");
        }
    }
}
