//! Days and months: the little arithmetic that the generator needs.

use jiff::Span;
use jiff::civil::{Date, Weekday, date};

/// The day on which the files were last kept; nothing later is known.
pub(crate) const KEPT_ON: Date = date(2025, 11, 30);

/// `days` later, or earlier when negative.
pub(crate) fn plus_days(day: Date, days: i64) -> Date {
    day.saturating_add(Span::new().days(days))
}

/// The same day `months` later, or that month's last day.
pub(crate) fn plus_months(day: Date, months: i64) -> Date {
    day.saturating_add(Span::new().months(months))
}

/// The day itself, or the Monday after it when it is a Saturday or Sunday.
pub(crate) fn working_day(day: Date) -> Date {
    match day.weekday() {
        Weekday::Saturday => plus_days(day, 2),
        Weekday::Sunday => plus_days(day, 1),
        _ => day,
    }
}

/// Year × 12 + month − 1.
pub(crate) fn month_of(day: Date) -> i32 {
    i32::from(day.year()) * 12 + i32::from(day.month()) - 1
}

/// The first day of a month given as year × 12 + month − 1.
pub(crate) fn first_day(month: i32) -> Date {
    let year = i16::try_from(month.div_euclid(12)).unwrap_or(2000);
    let number = i8::try_from(month.rem_euclid(12) + 1).unwrap_or(1);
    date(year, number, 1)
}

/// The last day of a month.
pub(crate) fn last_day(month: i32) -> Date {
    first_day(month).last_of_month()
}

/// Completed years on a day.
pub(crate) fn age_on(birth: Date, day: Date) -> i64 {
    let years = i64::from(day.year()) - i64::from(birth.year());
    if (day.month(), day.day()) < (birth.month(), birth.day()) { years - 1 } else { years }
}

/// `31.12.2024`.
pub(crate) fn dotted(day: Date) -> String {
    format!("{:02}.{:02}.{}", day.day(), day.month(), day.year())
}

const MONTHS: [&str; 12] = [
    "styczeń",
    "luty",
    "marzec",
    "kwiecień",
    "maj",
    "czerwiec",
    "lipiec",
    "sierpień",
    "wrzesień",
    "październik",
    "listopad",
    "grudzień",
];

const MONTHS_OF: [&str; 12] = [
    "stycznia",
    "lutego",
    "marca",
    "kwietnia",
    "maja",
    "czerwca",
    "lipca",
    "sierpnia",
    "września",
    "października",
    "listopada",
    "grudnia",
];

fn named(names: &[&'static str; 12], number: i8) -> &'static str {
    usize::try_from(number - 1).ok().and_then(|at| names.get(at)).copied().unwrap_or_default()
}

/// `1 grudnia 2024`.
pub(crate) fn spoken(day: Date) -> String {
    format!("{} {} {}", day.day(), named(&MONTHS_OF, day.month()), day.year())
}

/// `grudzień 2024`.
pub(crate) fn month_in_words(month: i32) -> String {
    let day = first_day(month);
    format!("{} {}", named(&MONTHS, day.month()), day.year())
}

/// `12.2024`.
pub(crate) fn month_in_digits(month: i32) -> String {
    let day = first_day(month);
    format!("{:02}.{}", day.month(), day.year())
}

/// `2024-12`.
pub(crate) fn month_in_iso(month: i32) -> String {
    let day = first_day(month);
    format!("{}-{:02}", day.year(), day.month())
}
