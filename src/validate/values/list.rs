//! Lists of exports of the project system: values joined by `|`, whose places pair them with another list
//! of the same row (eu-funds.md 3.1). A place is kept even when nothing stands in it.

use crate::catalogue::Dictionary;
use crate::ingest::RawCell;
use crate::validate::values::day::{DayForm, day_of_text, read_day};
use crate::validate::values::{Reading, Value, empty_word, read_code};

/// Stands between the values of a list that was read.
pub(crate) const SEPARATOR: char = '\u{1f}';

/// The texts of a cell's list, with empty ones for empty places; nothing for an empty cell.
fn parts(text: &str) -> Vec<&str> {
    if empty_word(text).is_some() {
        return Vec::new();
    }
    text.split(['|', '\n']).map(str::trim).collect()
}

/// Reads codes; the list as its codes, with nothing in the place of one that is not known.
pub(crate) fn read_code_list(
    text: &str,
    dictionary: &Dictionary,
    keep: impl FnOnce(&str) -> Value,
) -> Reading {
    let mut codes = Vec::new();
    let mut unknown = None;
    for part in parts(text) {
        let reading = read_code(part, dictionary);
        codes.push(match reading {
            Reading::Value(Value::Code(code)) => {
                dictionary.code(usize::from(code)).unwrap_or_default().to_owned()
            }
            Reading::Bad(_, nearest) => {
                unknown = unknown.or(Some(nearest));
                String::new()
            }
            _ => String::new(),
        });
    }
    reading(&codes, unknown.map(|nearest| ("W020", nearest)), keep)
}

/// Reads days; the list as ISO days, with nothing in the place of one that cannot be read.
pub(crate) fn read_day_list(
    cell: RawCell,
    text: &str,
    form: DayForm,
    keep: impl FnOnce(&str) -> Value,
) -> Reading {
    if !matches!(cell, RawCell::Text(_)) {
        return match read_day(cell, text, form) {
            Reading::Value(Value::Day(day)) => reading(&[day.to_string()], None, keep),
            other => other,
        };
    }
    let mut days = Vec::new();
    let mut wrong = None;
    for part in parts(text) {
        let day = day_of_text(part, form);
        if day.is_none() && empty_word(part).is_none() {
            wrong = Some(("W021", String::new()));
        }
        days.push(day.map(|day| day.to_string()).unwrap_or_default());
    }
    reading(&days, wrong, keep)
}

fn reading(
    list: &[String],
    wrong: Option<(&'static str, String)>,
    keep: impl FnOnce(&str) -> Value,
) -> Reading {
    let nothing = list.iter().all(String::is_empty);
    let value =
        if nothing { Value::Missing } else { keep(&list.join(SEPARATOR.to_string().as_str())) };
    match wrong {
        Some((code, nearest)) if nothing => Reading::Bad(code, nearest),
        Some((code, nearest)) => Reading::Partly(value, code, nearest),
        None => Reading::Value(value),
    }
}

/// The values of a list that was read; an empty text for an empty place.
pub(crate) fn split_list(list: &str) -> impl Iterator<Item = &str> {
    list.split(SEPARATOR)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Entry;
    use crate::model::DateOrder;

    const FORM: DayForm =
        DayForm { from_1904: false, latest_year: 2026, order: DateOrder::DayFirst };

    fn codes(text: &str) -> (Reading, String) {
        let entry = |code: &str, spelling: &str| Entry {
            code: code.to_owned(),
            spellings: vec![spelling.to_owned()],
            only_met: false,
        };
        let entries = vec![entry("course", "kurs"), entry("other", "inne")];
        let mut kept = String::new();
        let reading = read_code_list(text, &Dictionary { entries }, |list| {
            list.clone_into(&mut kept);
            Value::Text(7)
        });
        (reading, kept)
    }

    fn days(text: &str) -> (Reading, String) {
        let mut kept = String::new();
        let reading = read_day_list(RawCell::Text(0), text, FORM, |list| {
            list.clone_into(&mut kept);
            Value::Text(7)
        });
        (reading, kept)
    }

    #[test]
    fn a_list_keeps_its_order_and_its_empty_places() {
        let value = Reading::Value(Value::Text(7));
        assert_eq!(codes("inne|kurs|inne"), (value.clone(), "other\u{1f}course\u{1f}other".into()));
        assert_eq!(codes("kurs||inne"), (value.clone(), "course\u{1f}\u{1f}other".into()));
        assert_eq!(
            days("2024-03-01 | 5.03.2024 r.|2024-04-02 08:00:00"),
            (value, "2024-03-01\u{1f}2024-03-05\u{1f}2024-04-02".into())
        );
    }

    #[test]
    fn one_value_that_cannot_be_read_leaves_the_others_in_their_places() {
        let (reading, kept) = codes("kurs|kusr|inne");
        assert!(matches!(reading, Reading::Partly(Value::Text(7), "W020", _)), "{reading:?}");
        assert_eq!(kept, "course\u{1f}\u{1f}other");
        let (reading, kept) = days("2024-03-01|30.02.2024");
        assert_eq!(reading, Reading::Partly(Value::Text(7), "W021", String::new()));
        assert_eq!(kept, "2024-03-01\u{1f}");
    }

    #[test]
    fn nothing_is_no_list_and_only_errors_are_an_error() {
        for text in ["", "-", "b.d.", "|", " | "] {
            assert_eq!(codes(text).0, Reading::Value(Value::Missing), "{text}");
            assert_eq!(days(text).0, Reading::Value(Value::Missing), "{text}");
        }
        assert_eq!(days("wkrótce|potem").0, Reading::Bad("W021", String::new()));
        assert!(matches!(codes("taniec").0, Reading::Bad("W020", _)));
    }
}
