//! Numbers on a chart, as people read them: rounded once, half away from zero, from whole numbers.
//!
//! Thousands are parted by a no-break space; the decimal sign is a comma in Polish, a dot in English.

use crate::model::{Grosze, Language};

const NO_BREAK_SPACE: char = '\u{a0}';
const MINUS: char = '\u{2212}';

/// Writes numbers in one language.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbers {
    language: Language,
}

impl Numbers {
    /// For this language.
    pub(super) fn new(language: Language) -> Self {
        Self { language }
    }

    /// `−12`, `1 234`.
    pub(super) fn whole(self, number: i64) -> String {
        self.decimal(number.into(), 0)
    }

    /// `66,7%`; `None` when there is nothing to divide by.
    pub(super) fn percent(self, numerator: i64, denominator: i64) -> Option<String> {
        let tenths = rounded(i128::from(numerator) * 1000, denominator.into())?;
        Some(format!("{}%", self.decimal(tenths, 1)))
    }

    /// `31,7–72,7%`: the limits of an interval, each 0 to 1.
    pub(super) fn percent_range(self, (low, high): (f64, f64)) -> String {
        format!("{}–{}%", self.tenths(low), self.tenths(high))
    }

    /// `214 zł`: a mean amount in whole zł, for a headline.
    pub(super) fn zloty(self, total: Grosze, denominator: i64) -> Option<String> {
        let zloty = rounded(total.0.into(), i128::from(denominator) * 100)?;
        Some(format!("{}{NO_BREAK_SPACE}zł", self.decimal(zloty, 0)))
    }

    /// `214,36 zł`: a mean amount to the grosz.
    pub(super) fn zloty_and_grosze(self, total: Grosze, denominator: i64) -> Option<String> {
        let grosze = rounded(total.0.into(), denominator.into())?;
        Some(format!("{}{NO_BREAK_SPACE}zł", self.decimal(grosze, 2)))
    }

    fn tenths(self, share: f64) -> String {
        #[expect(clippy::cast_possible_truncation, reason = "a share is 0 to 1")]
        let tenths = (share * 1000.0).round() as i64;
        self.decimal(tenths.into(), 1)
    }

    /// A number that is kept in units of its last decimal.
    fn decimal(self, number: i128, places: u32) -> String {
        let unit = 10_u128.pow(places);
        let size = number.unsigned_abs();
        let digits = (size / unit).to_string();
        let mut text = String::new();
        if number < 0 {
            text.push(MINUS);
        }
        for (position, digit) in digits.chars().enumerate() {
            if position > 0 && (digits.len() - position).is_multiple_of(3) {
                text.push(NO_BREAK_SPACE);
            }
            text.push(digit);
        }
        if places > 0 {
            text.push(if self.language == Language::Polish { ',' } else { '.' });
            let decimals = (size % unit).to_string();
            let width = usize::try_from(places).unwrap_or(0);
            text.extend(std::iter::repeat_n('0', width.saturating_sub(decimals.len())));
            text.push_str(&decimals);
        }
        text
    }
}

/// The quotient, rounded half away from zero.
fn rounded(numerator: i128, denominator: i128) -> Option<i128> {
    if denominator == 0 {
        return None;
    }
    let (size, divisor) = (numerator.unsigned_abs(), denominator.unsigned_abs());
    let quotient = i128::try_from((size * 2 + divisor) / (divisor * 2)).ok()?;
    Some(if (numerator < 0) == (denominator < 0) { quotient } else { -quotient })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn polish_has_a_comma_and_english_a_dot() {
        let (polish, english) = (Numbers::new(Language::Polish), Numbers::new(Language::English));
        assert_eq!(polish.percent(10, 19).as_deref(), Some("52,6%"));
        assert_eq!(english.percent(10, 19).as_deref(), Some("52.6%"));
        assert_eq!(english.percent(0, 0), None);
        assert_eq!(polish.percent_range((0.317_078, 0.726_702)), "31,7–72,7%");
        // 59 164.03 zł over 276 months is 214.3624… zł.
        let total = Grosze(5_916_403);
        assert_eq!(polish.zloty_and_grosze(total, 276).as_deref(), Some("214,36\u{a0}zł"));
        assert_eq!(english.zloty(total, 276).as_deref(), Some("214\u{a0}zł"));
    }

    #[test]
    fn halves_go_away_from_zero_and_the_minus_is_a_minus() {
        let polish = Numbers::new(Language::Polish);
        assert_eq!(polish.percent(5, 16).as_deref(), Some("31,3%"));
        assert_eq!(polish.zloty(Grosze(250), 1).as_deref(), Some("3\u{a0}zł"));
        assert_eq!(polish.zloty_and_grosze(Grosze(-5), 1).as_deref(), Some("−0,05\u{a0}zł"));
        assert_eq!(
            (polish.whole(-12).as_str(), polish.whole(12_345).as_str()),
            ("−12", "12\u{a0}345")
        );
    }
}
