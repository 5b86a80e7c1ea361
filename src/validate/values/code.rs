//! Codes through the dictionaries of `queries/sources/`. An unknown code is never corrected silently.

use crate::catalogue::Dictionary;
use crate::model::fold;
use crate::validate::values::{Reading, Value, empty_word};

/// Reads one code.
pub(crate) fn read_code(text: &str, dictionary: &Dictionary) -> Reading {
    let folded = fold(text);
    if let Some(position) = position(&folded, dictionary) {
        return Reading::Value(Value::Code(position));
    }
    // A dictionary may give `brak` or `-` a meaning, so it is asked first.
    match empty_word(text) {
        Some(nothing) => Reading::Value(nothing),
        None => Reading::Bad("W020", nearest(&folded, dictionary)),
    }
}

/// Reads several codes in one cell (rulings.md 72); the known ones are used (rulings.md 55).
pub(crate) fn read_codes(text: &str, dictionary: &Dictionary) -> Reading {
    if let Reading::Value(value) = read_code(text, dictionary) {
        return Reading::Value(match value {
            Value::Code(code) => Value::Codes(bit(code)),
            other => other,
        });
    }
    let mut codes = 0;
    let mut unknown = None;
    for part in split_many(text) {
        match read_code(part, dictionary) {
            Reading::Value(Value::Code(code)) => codes |= bit(code),
            Reading::Bad(_, nearest) => unknown = unknown.or(Some(nearest)),
            _ => {}
        }
    }
    match (codes, unknown) {
        (0, Some(nearest)) => Reading::Bad("W020", nearest),
        (codes, Some(nearest)) => Reading::Partly(Value::Codes(codes), "W020", nearest),
        (0, None) => Reading::Value(Value::Missing),
        (codes, None) => Reading::Value(Value::Codes(codes)),
    }
}

/// The parts of a many-valued cell.
pub(crate) fn split_many(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', ',', '/', '|', '\n', '\r']).map(str::trim).filter(|part| !part.is_empty())
}

pub(crate) fn bit(code: u16) -> u32 {
    1_u32.checked_shl(u32::from(code)).unwrap_or(0)
}

fn position(folded: &str, dictionary: &Dictionary) -> Option<u16> {
    let found = dictionary
        .entries
        .iter()
        .position(|entry| entry.spellings.iter().any(|spelling| fold(spelling) == folded))?;
    u16::try_from(found).ok()
}

fn nearest(folded: &str, dictionary: &Dictionary) -> String {
    let mut best = (0.8, String::new());
    for entry in &dictionary.entries {
        for spelling in &entry.spellings {
            let likeness = strsim::jaro_winkler(folded, &fold(spelling));
            if likeness > best.0 {
                best = (likeness, entry.spellings.first().cloned().unwrap_or_default());
            }
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Entry;

    fn dictionary() -> Dictionary {
        let entry = |code: &str, spellings: &[&str]| Entry {
            code: code.to_owned(),
            spellings: spellings.iter().map(ToString::to_string).collect(),
            only_met: false,
        };
        Dictionary {
            entries: vec![
                entry("left", &["trwałe opuszczenie", "trwałe opuszczenie zajęć"]),
                entry("none", &["brak", "bez orzeczenia"]),
            ],
        }
    }

    #[test]
    fn a_spelling_is_found_and_a_dictionary_may_give_brak_a_meaning() {
        assert_eq!(read_code("Trwałe  opuszczenie", &dictionary()), Reading::Value(Value::Code(0)));
        assert_eq!(read_code("brak", &dictionary()), Reading::Value(Value::Code(1)));
        assert_eq!(read_code("b.d.", &dictionary()), Reading::Value(Value::Missing));
    }

    #[test]
    fn an_unknown_code_names_the_nearest_and_is_not_used() {
        let reading = read_code("trwałe opuszczene zajęć", &dictionary());
        assert_eq!(reading, Reading::Bad("W020", "trwałe opuszczenie".to_owned()));
    }

    #[test]
    fn the_known_codes_of_a_list_are_used() {
        assert_eq!(
            read_codes("brak; trwałe opuszczenie", &dictionary()),
            Reading::Value(Value::Codes(3))
        );
        let Reading::Partly(value, "W020", _) = read_codes("brak / cokolwiek", &dictionary())
        else {
            panic!("one of two is known")
        };
        assert_eq!(value, Value::Codes(2));
    }
}
