//! Cells to values: each reader takes one raw cell and gives a value, a repaired value, or the code of
//! what is wrong. None of them guesses.

mod code;
mod day;
mod flag;
mod list;
mod money;
mod month;
mod pesel;
mod quantity;
#[cfg(test)]
mod random_tests;

pub(crate) use code::{read_code, read_codes, split_many};
pub(crate) use day::{DayForm, is_month_first_only, is_open_end, read_day};
pub(crate) use flag::{is_dash, is_mark, is_no, read_flag};
pub(crate) use list::{read_code_list, read_day_list, split_list};
pub(crate) use money::{grosze_of_number, read_money};
pub(crate) use month::read_month;
pub(crate) use pesel::read_pesel;
pub(crate) use quantity::{read_quantity, read_working_time};

use crate::model::{Day, Month, fold};

/// A value; sixteen bytes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Value {
    /// Nothing there, or `b.d.`
    Missing,
    /// `nie dotyczy`
    NotApplicable,
    /// `odmowa`
    Refused,
    /// Text, by its place in the table's words.
    Text(u32),
    /// Eleven digits.
    Pesel(u64),
    /// A day.
    Day(Day),
    /// A month.
    Month(Month),
    /// An amount in grosze.
    Grosze(i64),
    /// A code, by its place in the field's dictionary.
    Code(u16),
    /// Codes, a bit each.
    Codes(u32),
    /// Yes or no.
    Flag(bool),
    /// Thousandths.
    Thousandths(i64),
}

impl Value {
    /// Whether it says something.
    pub fn is_given(self) -> bool {
        !matches!(self, Self::Missing | Self::NotApplicable)
    }
}

/// What reading one cell gave.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Reading {
    /// A value as written.
    Value(Value),
    /// A value after a repair, with the code of the note and what it became.
    Repaired(Value, &'static str),
    /// No value: the code of the error, and the nearest known value if there is one.
    Bad(&'static str, String),
    /// Some codes of a list are known, one is not: the value, the error, the nearest.
    Partly(Value, &'static str, String),
}

/// Whether a text can be a document number. `brak`, `w trakcie` and `000` would make one person of all who
/// have them.
pub(crate) fn is_document(text: &str) -> bool {
    let folded = fold(text);
    let is_filler = matches!(
        folded.as_str(),
        "brak"
            | "brak dokumentu"
            | "brak numeru"
            | "bez dokumentu"
            | "nie ma"
            | "nie posiada"
            | "nie podano"
            | "nie pamieta"
            | "nieznany"
            | "nieznana"
            | "w trakcie"
            | "w trakcie wyrabiania"
            | "do uzupelnienia"
            | "zgubiony"
            | "utracony"
            | "dowod"
            | "dowod osobisty"
            | "paszport"
            | "karta pobytu"
    );
    let says_something =
        |letter: char| letter.is_alphanumeric() && !matches!(letter, '0' | 'x' | 'X');
    !is_filler && text.chars().any(says_something)
}

/// Words that mean that nothing is known (rulings.md 56).
pub(crate) fn empty_word(text: &str) -> Option<Value> {
    match fold(text).as_str() {
        "" | "-" | "--" | "b d" | "bd" | "brak danych" | "?" => Some(Value::Missing),
        "n/d" | "nd" | "n d" | "nie dotyczy" => Some(Value::NotApplicable),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_in_place_of_a_number_is_no_document() {
        for text in ["ABC123456", "ZZC 0401237", "RR1234567", "4711", "D 1", "X100"] {
            assert!(is_document(text), "{text}");
        }
        for text in ["brak", "W trakcie", "nie posiada", "0", "0000", "xxx", "Paszport", "00-0"] {
            assert!(!is_document(text), "{text}");
        }
    }
}
