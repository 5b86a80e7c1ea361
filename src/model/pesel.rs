//! PESEL: eleven digits that carry a birth date, a sex and a control digit.

use crate::model::{Day, Sex};

const WEIGHTS: [u64; 10] = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];

/// A number of eleven digits. Its `Debug` form hides the digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Pesel(u64);

impl std::fmt::Debug for Pesel {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Pesel(•••••••••••)")
    }
}

impl Pesel {
    /// `number` has at most eleven digits; nothing is checked.
    pub fn new(number: u64) -> Self {
        Self(number)
    }

    fn digit(self, position: u32) -> u64 {
        self.0 / 10_u64.pow(10 - position.min(10)) % 10
    }

    /// Whether the last digit is the control digit of the others.
    pub fn control_digit_fits(self) -> bool {
        let sum: u64 =
            (0_u32..).zip(WEIGHTS).map(|(position, weight)| weight * self.digit(position)).sum();
        (10 - sum % 10) % 10 == self.digit(10)
    }

    /// The birth date; the month carries the century.
    pub fn birth_date(self) -> Option<Day> {
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
    pub fn sex(self) -> Sex {
        if self.digit(9) % 2 == 1 { Sex::M } else { Sex::K }
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
}
