//! Days, amounts, codes and dated values in the words of the reader.

use crate::catalogue::{Argument, DatedValue, Parameter, Texts};
use crate::cli::number;
use crate::model::{Day, Language, Month};
use crate::pipeline::FactValue;

/// A day as readers of the language write it.
pub(crate) fn day(day: Day, texts: &Texts) -> String {
    match texts.language() {
        Language::Polish => day.polish(),
        Language::English => day.to_string(),
    }
}

/// A month: `03.2024`, `2024-03`.
pub(crate) fn month(month: Month, texts: &Texts) -> String {
    let (year, number) = month.parts();
    match texts.language() {
        Language::Polish => format!("{number:02}.{year:04}"),
        Language::English => month.to_string(),
    }
}

/// Columns whose codes are words of another list.
const OTHER_LISTS: [(&str, &str); 3] =
    [("status_6m", "outcome"), ("form", "job_form"), ("area", "support_area")];

/// A value of a fact; a missing one says so.
pub(crate) fn fact(column: &str, value: Option<&FactValue>, texts: &Texts) -> String {
    match value {
        // A job or a stay without an end goes on.
        None if matches!(column, "end_day" | "exit_day") => texts.text("cli-explain-goes-on"),
        None => texts.text("category-missing"),
        Some(FactValue::Day(value)) => day(*value, texts),
        Some(FactValue::Month(value)) => month(*value, texts),
        Some(FactValue::Money(grosze)) => number::zloty(*grosze, texts),
        Some(FactValue::Thousandths(number)) => thousandths(*number, texts),
        Some(FactValue::Number(value)) => number::whole(*value, texts),
        Some(FactValue::Code(code)) => self::code(column, code, texts),
    }
}

/// A code in words; what has no words, such as the name of a place, shows as it is.
pub(crate) fn code(column: &str, code: &str, texts: &Texts) -> String {
    let list = OTHER_LISTS.iter().find(|(known, _)| *known == column);
    let list = list.map_or(column, |(_, list)| list);
    let words = texts.label(list, code);
    if words == code { texts.label("answer", code) } else { words }
}

/// `0,75`: thousandths without zeros at the end.
fn thousandths(number: i64, texts: &Texts) -> String {
    let mark = match texts.language() {
        Language::Polish => ',',
        Language::English => '.',
    };
    let sign = if number < 0 { "−" } else { "" };
    let (whole, rest) = (number.unsigned_abs() / 1000, number.unsigned_abs() % 1000);
    let rest = format!("{rest:03}");
    let rest = rest.trim_end_matches('0');
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}{mark}{rest}") }
}

/// A parameter with the value that is in force, where it stands and since when.
pub(crate) fn rule(
    id: &str,
    parameter: Option<&Parameter>,
    value: Option<&DatedValue>,
    texts: &Texts,
) -> String {
    let (Some(parameter), Some(value)) = (parameter, value) else {
        return texts.fill("cli-explain-no-rule", &[("id", id.into())]);
    };
    let gaps: [(&str, Argument); 6] = [
        ("id", id.into()),
        ("title", parameter.title.text(texts.language()).into()),
        ("amount", amount(value, texts).into()),
        ("unit", parameter.unit_in(texts).into()),
        ("from", day(value.from, texts).into()),
        ("source", value.source.as_str().into()),
    ];
    format!("{}{}", texts.fill("cli-explain-rule", &gaps), reservations(value, texts))
}

/// The number of a dated value.
pub(crate) fn amount(value: &DatedValue, texts: &Texts) -> String {
    match texts.language() {
        Language::Polish => value.amount.replace('.', ","),
        Language::English => value.amount.clone(),
    }
}

/// What must be said of a dated value: not seen in its source, its dates not seen, computed.
pub(crate) fn reservations(value: &DatedValue, texts: &Texts) -> String {
    let mut said = unverified(value.verified, texts);
    if value.verified && !value.dates_verified {
        said.push_str(&texts.text("cli-explain-dates-unverified"));
    }
    if value.derived {
        said.push_str(&texts.text("cli-explain-derived"));
    }
    said
}

/// That something was not seen in its source.
pub(crate) fn unverified(verified: bool, texts: &Texts) -> String {
    if verified { String::new() } else { texts.text("cli-explain-unverified") }
}

#[cfg(test)]
mod tests {
    use crate::catalogue::embedded_texts;

    use super::*;

    #[test]
    fn values_are_written_as_the_reader_writes_them() {
        let (polish, english) =
            (embedded_texts(Language::Polish).unwrap(), embedded_texts(Language::English).unwrap());
        assert_eq!(thousandths(750, &polish), "0,75");
        assert_eq!(thousandths(1000, &english), "1");
        let march = Month::new(2024, 3).unwrap();
        assert_eq!([month(march, &polish), month(march, &english)], ["03.2024", "2024-03"]);
        assert_eq!(code("status_6m", "job", &polish), "praca");
        assert_eq!(code("startup_grant", "no", &polish), "nie");
        assert_eq!(code("workshop", "stolarnia", &polish), "stolarnia");
        assert_eq!(fact("end_day", None, &english), "goes on");
        assert_eq!(fact("outcome", None, &english), "not given");
    }
}
