//! Reads a cell as a PESEL.

use crate::ingest::RawCell;
use crate::model::Pesel;
use crate::validate::values::{Reading, Value, empty_word};

/// Reads a PESEL. A number that lost its leading zeros gets them back, with a note; anything else that
/// has not eleven digits is an error (rulings.md 9).
pub(crate) fn read_pesel(cell: RawCell, text: &str) -> Reading {
    match cell {
        RawCell::Number(number) => of_number(number),
        RawCell::Text(_) => {
            if let Some(nothing) = empty_word(text) {
                return Reading::Value(nothing);
            }
            if crate::model::fold(text) == "brak" {
                return Reading::Value(Value::Missing);
            }
            let digits: String =
                text.chars().filter(|letter| !letter.is_whitespace() && *letter != '-').collect();
            let digits = digits.trim_start_matches('\'');
            if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
                return Reading::Bad("P001", String::new());
            }
            let Ok(number) = digits.parse::<u64>() else {
                return Reading::Bad("P001", String::new());
            };
            if digits.len() == 11 && is_filler(number) {
                return Reading::Value(Value::Missing);
            }
            match digits.len() {
                11 => Reading::Value(Value::Pesel(number)),
                // Text keeps its zeros; one that lost them all the same must prove it.
                9 | 10 if Pesel::new(number).control_digit_fits() => {
                    Reading::Repaired(Value::Pesel(number), "P002")
                }
                _ => Reading::Bad("P001", String::new()),
            }
        }
        _ => Reading::Bad("P001", String::new()),
    }
}

/// Whether a number is typed only to fill the cell: `00000000000` is nobody's, and everybody's who has it.
fn is_filler(number: u64) -> bool {
    number.is_multiple_of(11_111_111_111)
}

fn of_number(number: f64) -> Reading {
    if number.abs() < 0.5 {
        return Reading::Value(Value::Missing);
    }
    if number.fract() != 0.0 || !(100_000_000.0..100_000_000_000.0).contains(&number) {
        return Reading::Bad("P001", String::new());
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "range checked")]
    let digits = number as u64;
    if is_filler(digits) {
        Reading::Value(Value::Missing)
    } else if digits >= 10_000_000_000 {
        Reading::Value(Value::Pesel(digits))
    } else {
        Reading::Repaired(Value::Pesel(digits), "P002")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lost_zeros_come_back_with_a_note() {
        let restored = read_pesel(RawCell::Number(2_270_803_628.0), "");
        assert_eq!(restored, Reading::Repaired(Value::Pesel(2_270_803_628), "P002"));
        assert_eq!(
            read_pesel(RawCell::Text(0), "440514 01359"),
            Reading::Value(Value::Pesel(44_051_401_359))
        );
        for text in ["00000000000", "11111111111", "99999999999"] {
            assert_eq!(
                read_pesel(RawCell::Text(0), text),
                Reading::Value(Value::Missing),
                "{text}"
            );
        }
        for text in ["4405140135", "440514013590", "44O51401359"] {
            assert_eq!(
                read_pesel(RawCell::Text(0), text),
                Reading::Bad("P001", String::new()),
                "{text}"
            );
        }
    }
}
