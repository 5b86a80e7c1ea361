//! Yes, no, refused.

use crate::ingest::RawCell;
use crate::model::fold;
use crate::validate::values::{Reading, Value, empty_word};

/// Reads a yes/no cell. `+`/`-` are yes and no; that `-` says nothing in a column without `+` is for the
/// caller, who sees the column.
pub(crate) fn read_flag(cell: RawCell, text: &str, refusable: bool) -> Reading {
    let flag = match cell {
        RawCell::Flag(flag) => Some(flag),
        RawCell::Number(1.0) => Some(true),
        RawCell::Number(0.0) => Some(false),
        RawCell::Text(_) => match fold(text).as_str() {
            "tak" | "t" | "x" | "+" | "1" | "prawda" | "true" | "yes" | "y" | "v" => Some(true),
            "nie" | "n" | "-" | "0" | "falsz" | "false" | "no" => Some(false),
            word if refusable && word.starts_with("odmow") => {
                return Reading::Value(Value::Refused);
            }
            _ if is_check_mark(text) => Some(true),
            _ => match empty_word(text) {
                Some(nothing) => return Reading::Value(nothing),
                None => None,
            },
        },
        _ => None,
    };
    match flag {
        Some(flag) => Reading::Value(Value::Flag(flag)),
        None => Reading::Bad("W026", String::new()),
    }
}

/// Whether a cell says no: a column without one leaves the no to empty cells (rulings.md 67).
pub(crate) fn is_no(cell: RawCell, text: &str) -> bool {
    read_flag(cell, text, false) == Reading::Value(Value::Flag(false))
}

/// Whether a cell holds a dash alone.
pub(crate) fn is_dash(text: &str) -> bool {
    matches!(text.trim(), "-" | "–" | "—" | "−")
}

/// Whether a cell says yes by a mark rather than by a word.
pub(crate) fn is_mark(text: &str) -> bool {
    matches!(fold(text).as_str(), "x" | "+" | "v") || is_check_mark(text)
}

fn is_check_mark(text: &str) -> bool {
    matches!(text.trim(), "✓" | "✔" | "☑" | "☒" | "✗" | "✘")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Reading {
        read_flag(RawCell::Text(0), text, true)
    }

    #[test]
    fn marks_of_yes_and_no() {
        for text in ["tak", "TAK", "t", "x", "X", "+", "1", "Prawda", "yes", "✓"] {
            assert_eq!(read(text), Reading::Value(Value::Flag(true)), "{text}");
        }
        for text in ["nie", "N", "-", "–", "0", "fałsz", "no"] {
            assert_eq!(read(text), Reading::Value(Value::Flag(false)), "{text}");
        }
        assert_eq!(read("odmowa podania informacji"), Reading::Value(Value::Refused));
        assert_eq!(read("b.d."), Reading::Value(Value::Missing));
        assert_eq!(read("chyba"), Reading::Bad("W026", String::new()));
    }
}
