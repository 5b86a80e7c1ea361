//! PESEL: eleven digits that carry a birth date, a sex and a control digit.

use crate::ingest::RawCell;
use crate::model::{Day, Sex};
use crate::validate::values::{Reading, Value, empty_word};

const WEIGHTS: [u64; 10] = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

/// A number of eleven digits. Its `Debug` form hides the digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pesel(u64);

impl std::fmt::Debug for Pesel {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Pesel(•••••••••••)")
    }
}

impl Pesel {
    pub(crate) fn new(number: u64) -> Self {
        Self(number)
    }

    fn digit(self, position: u32) -> u64 {
        self.0 / 10_u64.pow(10 - position.min(10)) % 10
    }

    /// Whether the last digit is the control digit of the others.
    pub(crate) fn control_digit_fits(self) -> bool {
        let sum: u64 =
            (0_u32..).zip(WEIGHTS).map(|(position, weight)| weight * self.digit(position)).sum();
        (10 - sum % 10) % 10 == self.digit(10)
    }

    /// The birth date; the month carries the century.
    pub(crate) fn birth_date(self) -> Option<Day> {
        let pair = |position| self.digit(position) * 10 + self.digit(position + 1);
        let (year, month, day) = (pair(0), pair(2), pair(4));
        let century = match month / 20 {
            0 => 1900,
            1 => 2000,
            2 => 2100,
            3 => 2200,
            _ => 1800,
        };
        let year = i32::try_from(century + year).ok()?;
        Day::new(year, u32::try_from(month % 20).ok()?, u32::try_from(day).ok()?)
    }

    /// An odd tenth digit is a man's.
    pub(crate) fn sex(self) -> Sex {
        if self.digit(9) % 2 == 1 { Sex::M } else { Sex::K }
    }
}

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
            match digits.len() {
                11 => Reading::Value(Value::Pesel(number)),
                // Text keeps its zeros; one that lost them all the same must prove it.
                9 | 10 if Pesel(number).control_digit_fits() => {
                    Reading::Repaired(Value::Pesel(number), "P002")
                }
                _ => Reading::Bad("P001", String::new()),
            }
        }
        _ => Reading::Bad("P001", String::new()),
    }
}

fn of_number(number: f64) -> Reading {
    if number.fract() != 0.0 || !(100_000_000.0..100_000_000_000.0).contains(&number) {
        return Reading::Bad("P001", String::new());
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "range checked")]
    let digits = number as u64;
    if digits >= 10_000_000_000 {
        Reading::Value(Value::Pesel(digits))
    } else {
        Reading::Repaired(Value::Pesel(digits), "P002")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_five_centuries() {
        // Made up; only the digits that carry the date matter.
        for (number, birth) in [
            (44_051_400_000_u64, "1944-05-14"),
            (2_270_800_000, "2002-07-08"),
            (10_410_100_000, "2110-01-01"),
            (10_610_100_000, "2210-01-01"),
            (99_810_100_000, "1899-01-01"),
        ] {
            assert_eq!(Pesel(number).birth_date(), Day::parse_iso(birth), "{birth}");
        }
    }

    #[test]
    fn the_control_digit() {
        // 4·1+4·3+0·7+5·9+1·1+4·3+0·7+1·9+3·1+5·3 = 101, so the digit is 9.
        assert!(Pesel::new(44_051_401_359).control_digit_fits());
        assert!(!Pesel::new(44_051_401_358).control_digit_fits());
        assert_eq!(Pesel::new(44_051_401_359).sex(), Sex::M);
    }

    #[test]
    fn lost_zeros_come_back_with_a_note() {
        let restored = read_pesel(RawCell::Number(2_270_803_628.0), "");
        assert_eq!(restored, Reading::Repaired(Value::Pesel(2_270_803_628), "P002"));
        assert_eq!(
            read_pesel(RawCell::Text(0), "440514 01359"),
            Reading::Value(Value::Pesel(44_051_401_359))
        );
        for text in ["4405140135", "440514013590", "44O51401359"] {
            assert_eq!(
                read_pesel(RawCell::Text(0), text),
                Reading::Bad("P001", String::new()),
                "{text}"
            );
        }
    }
}
