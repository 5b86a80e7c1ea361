//! Days in every form that people write; the day comes before the month unless the project file says
//! otherwise of a file.

use crate::ingest::RawCell;
use crate::model::{DateOrder, Day, fold};
use crate::validate::values::{Reading, Value, empty_word};

/// Serial numbers below this are years typed as numbers, not days (1910-01-01).
const FIRST_SERIAL: f64 = 3_654.0;
const LAST_SERIAL: f64 = 2_958_465.0;
/// Serial number of 1970-01-01, counted from 1900 and from 1904.
const EPOCH_SERIAL: i32 = 25_569;
const EPOCH_SERIAL_1904: i32 = 24_107;

/// How the days of a table are written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct DayForm {
    /// Whether serial numbers count from 1904.
    pub(crate) from_1904: bool,
    /// Anchors two-digit years.
    pub(crate) latest_year: i32,
    /// What stands first in a text.
    pub(crate) order: DateOrder,
}

/// Reads a day; `text` is the cell's text.
pub(crate) fn read_day(cell: RawCell, text: &str, form: DayForm) -> Reading {
    match cell {
        RawCell::Day(day) => Reading::Value(Value::Day(day)),
        RawCell::Number(serial) => match day_of_serial(serial, form.from_1904) {
            Some(day) => Reading::Value(Value::Day(day)),
            None => Reading::Bad("W021", String::new()),
        },
        RawCell::Text(_) => match (empty_word(text), day_of_text(text, form)) {
            (Some(nothing), _) => Reading::Value(nothing),
            (None, Some(day)) => Reading::Value(Value::Day(day)),
            (None, None) => Reading::Bad("W021", String::new()),
        },
        RawCell::Flag(_) | RawCell::Error(_) | RawCell::NoValue => {
            Reading::Bad("W021", String::new())
        }
    }
}

/// Whether a text says that the day has not come: `nadal`, `bezterminowo`.
pub(crate) fn is_open_end(text: &str) -> bool {
    matches!(
        fold(text).as_str(),
        "nadal"
            | "nadal trwa"
            | "trwa"
            | "w trakcie"
            | "w toku"
            | "obecnie"
            | "uczestniczy"
            | "nadal uczestniczy"
            | "bezterminowo"
            | "bezterminowa"
            | "bezterminowy"
            | "na stale"
            | "nieokreslony"
            | "czas nieokreslony"
            | "na czas nieokreslony"
    )
}

/// The day of a serial number that lost its date format.
pub(crate) fn day_of_serial(serial: f64, from_1904: bool) -> Option<Day> {
    if !(FIRST_SERIAL..=LAST_SERIAL).contains(&serial) {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "the range was checked")]
    let whole = serial.floor() as i32;
    let epoch = if from_1904 { EPOCH_SERIAL_1904 } else { EPOCH_SERIAL };
    Day::from_number(whole - epoch)
}

/// The day that a text means, or `None`.
pub(crate) fn day_of_text(text: &str, form: DayForm) -> Option<Day> {
    let text = text.replace(['\u{a0}', '\u{202f}', '\u{2007}'], " ");
    let parts = parts(&text);
    let [first, second, third] = parts.as_slice() else { return None };
    if first.len() == 4 {
        return Day::new(number(first)?, number(second)?, number(third)?);
    }
    if first.len() > 2 || third.len() != 4 && third.len() != 2 {
        return None;
    }
    let year = full_year(third, form.latest_year)?;
    // A month in words leaves no doubt.
    match (form.order, number(second)) {
        (DateOrder::MonthFirst, Some(day)) => Day::new(year, month_number(first)?, day),
        _ => Day::new(year, month_number(second)?, number(first)?),
    }
}

/// Whether a text is a day only if the month stands before it, such as `12.31.2024`.
///
/// Of a list joined by `|` one such day is enough.
pub(crate) fn is_month_first_only(text: &str, form: DayForm) -> bool {
    if text.contains('|') {
        return text.split('|').any(|part| is_month_first_only(part, form));
    }
    let day = |order| day_of_text(text, DayForm { order, ..form });
    day(DateOrder::DayFirst).is_none() && day(DateOrder::MonthFirst).is_some()
}

/// The pieces of a date, without `r.` and the time of day.
fn parts(text: &str) -> Vec<&str> {
    let plain = text.trim().trim_end_matches(['.', ',']).trim();
    let plain = without_time(without_suffix(plain));
    plain.split(['.', '-', '/', ' ']).filter(|part| !part.is_empty()).collect()
}

/// The number (1–12) of a month written in digits, Roman numerals or words.
pub(crate) fn month_number(text: &str) -> Option<u32> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return (text.len() <= 2).then(|| number(text)).flatten();
    }
    let folded = fold(text);
    let position = ROMAN
        .iter()
        .position(|roman| *roman == folded)
        .or_else(|| MONTHS.iter().position(|stem| stem.contains(&folded.as_str())))?;
    u32::try_from(position + 1).ok()
}

/// A year of four digits, or of two within the hundred years that end with `latest_year`.
pub(crate) fn full_year(text: &str, latest_year: i32) -> Option<i32> {
    let year: i32 = number(text)?;
    match text.len() {
        4 => Some(year),
        2 => {
            let century = latest_year - latest_year.rem_euclid(100);
            let candidate = century + year;
            Some(if candidate > latest_year { candidate - 100 } else { candidate })
        }
        _ => None,
    }
}

const ROMAN: [&str; 12] =
    ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

const MONTHS: [&[&str]; 12] = [
    &["stycznia", "styczen", "sty"],
    &["lutego", "luty", "lut"],
    &["marca", "marzec", "mar"],
    &["kwietnia", "kwiecien", "kwi"],
    &["maja", "maj"],
    &["czerwca", "czerwiec", "cze"],
    &["lipca", "lipiec", "lip"],
    &["sierpnia", "sierpien", "sie"],
    &["wrzesnia", "wrzesien", "wrz"],
    &["pazdziernika", "pazdziernik", "paz"],
    &["listopada", "listopad", "lis"],
    &["grudnia", "grudzien", "gru"],
];

fn without_suffix(text: &str) -> &str {
    let folded = text.trim_end();
    for suffix in [" roku", " rok", " r", "r"] {
        if let Some(rest) = folded.strip_suffix(suffix)
            && rest.ends_with(|letter: char| letter.is_ascii_digit() || letter == ' ')
        {
            return rest.trim_end();
        }
    }
    folded
}

/// Drops `10:15`, `10:15:00` or `T10:15:00` behind the day.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    let before = text.get(..colon).unwrap_or(text);
    match before.rfind([' ', 'T']) {
        Some(cut) => text.get(..cut).unwrap_or(text).trim_end().trim_end_matches(','),
        None => text,
    }
}

fn number<T: std::str::FromStr>(text: &str) -> Option<T> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(order: DateOrder) -> DayForm {
        DayForm { from_1904: false, latest_year: 2026, order }
    }

    fn read(text: &str) -> Option<String> {
        day_of_text(text, form(DateOrder::DayFirst)).map(|day| day.to_string())
    }

    fn month_first(text: &str) -> Option<String> {
        day_of_text(text, form(DateOrder::MonthFirst)).map(|day| day.to_string())
    }

    #[test]
    fn every_form_of_one_day() {
        for text in [
            "31.12.2024",
            "31-12-2024",
            "31/12/2024",
            "2024-12-31",
            "31.12.24",
            "31 grudnia 2024",
            "31 XII 2024",
            "31.12.2024 r.",
            "31 grudnia 2024 r.",
            "31.12.2024 10:15",
            "2024-12-31 09:12:00",
            "2024-12-31T00:00:00",
            "31.12.2024r.",
            "31.12.2024\u{a0}r.",
            "31\u{a0}grudnia\u{a0}2024\u{a0}r.",
            "31.12.2024\u{a0}10:15",
            " 31 . 12 . 2024 ",
            "31 grudzień 2024 roku",
            "2024.12.31",
        ] {
            assert_eq!(read(text).as_deref(), Some("2024-12-31"), "{text}");
        }
        assert_eq!(read("1.2.2024").as_deref(), Some("2024-02-01"));
        assert_eq!(read("2 II 2026").as_deref(), Some("2026-02-02"));
    }

    #[test]
    fn days_that_cannot_exist_are_no_days() {
        for text in [
            "30.02.2024",
            "15-13-2023",
            "31.04.2024",
            "2024",
            "12.2024",
            "wkrótce",
            "0.1.2024",
            "1.1.1",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn the_month_stands_first_where_the_project_file_says_so() {
        assert_eq!(month_first("12/31/2024").as_deref(), Some("2024-12-31"));
        assert_eq!(month_first("3.4.24").as_deref(), Some("2024-03-04"));
        assert_eq!(month_first("31.12.2024"), None, "never guessed cell by cell");
        // Forms that leave no doubt.
        for text in ["2024-12-31", "31 grudnia 2024", "31 XII 2024"] {
            assert_eq!(month_first(text).as_deref(), Some("2024-12-31"), "{text}");
        }
    }

    #[test]
    fn a_day_that_exists_only_with_the_month_first_is_told_from_one_that_never_does() {
        let only = |text| is_month_first_only(text, form(DateOrder::DayFirst));
        for text in ["12.31.2024", "4/15/24", "02-29-2024 10:15", "04.15.2024 r."] {
            assert!(only(text), "{text}");
        }
        for text in [
            "31.13.2024",
            "15-13-2023",
            "30.02.2024",
            "02.30.2024",
            "02.29.2023",
            "2024-15-03",
            "05.04.2024",
            "31.12.2024",
            "wkrótce",
        ] {
            assert!(!only(text), "{text}");
        }
    }

    #[test]
    fn words_that_mean_no_end_yet() {
        for text in ["nadal", "Nadal trwa", "BEZTERMINOWO", "na czas nieokreślony", "w trakcie"] {
            assert!(is_open_end(text), "{text}");
        }
        for text in ["", "31.12.2024", "nigdy", "w trakcie ustalania"] {
            assert!(!is_open_end(text), "{text}");
        }
    }

    #[test]
    fn a_two_digit_year_is_at_most_the_as_of_year() {
        assert_eq!(read("01.01.26").as_deref(), Some("2026-01-01"));
        assert_eq!(read("01.01.27").as_deref(), Some("1927-01-01"));
    }

    #[test]
    fn a_serial_number_is_a_day_and_a_year_is_not() {
        assert_eq!(day_of_serial(45_658.0, false), Day::parse_iso("2025-01-01"));
        assert_eq!(day_of_serial(44_196.0, true), Day::parse_iso("2025-01-01"));
        assert_eq!(day_of_serial(2024.0, false), None);
    }
}
