//! Numbers as people read them. Each is rounded once, half away from zero, from exact integers.
//!
//! Thousands are separated by a no-break space in both languages; the decimal sign is a comma in
//! Polish and a dot in English.

use crate::model::{Grosze, Language};

/// Separates thousands, and a number from its unit, without breaking the line.
const NO_BREAK_SPACE: char = '\u{a0}';

/// `66,7%`: a share in percent with one decimal; `None` when there is nothing to divide by.
pub fn percent(numerator: i64, denominator: i64, language: Language) -> Option<String> {
    let tenths = rounded(i128::from(numerator) * 1000, denominator.into())?;
    Some(format!("{}%", decimal(tenths, 1, language)))
}

/// `1 234,56 zł`.
pub fn zloty(amount: Grosze, language: Language) -> String {
    format!("{}{NO_BREAK_SPACE}zł", decimal(amount.0.into(), 2, language))
}

/// A mean amount, such as zł a month; `None` when there is nothing to divide by.
pub fn zloty_mean(total: Grosze, denominator: i64, language: Language) -> Option<String> {
    let grosze = rounded(total.0.into(), denominator.into())?;
    Some(format!("{}{NO_BREAK_SPACE}zł", decimal(grosze, 2, language)))
}

/// `1 234`.
pub fn whole(number: i64) -> String {
    decimal(number.into(), 0, Language::Polish)
}

/// A median that is kept doubled: `191,5`, and `12` when it is whole.
pub fn median(doubled: i64, language: Language) -> String {
    if doubled % 2 == 0 {
        return whole(doubled / 2);
    }
    decimal(i128::from(doubled) * 5, 1, language)
}

/// `107,3`: a number with one decimal, such as months.
pub fn tenths(number: f64, language: Language) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "months and percents are small")]
    let tenths = (number * 10.0).round() as i64;
    decimal(tenths.into(), 1, language)
}

/// `1,25`: a number that is kept in thousandths, such as full-time posts.
pub fn thousandths(number: i64, language: Language) -> Option<String> {
    Some(decimal(rounded(number.into(), 10)?, 2, language))
}

/// `+3,4` or `−0,5`: how far the first share lies above the second, in percentage points; `None` when
/// there is nothing to divide by.
pub fn points(
    (numerator, denominator): (i64, i64),
    (earlier, whole): (i64, i64),
    language: Language,
) -> Option<String> {
    let [numerator, denominator, earlier, whole] =
        [numerator, denominator, earlier, whole].map(i128::from);
    let above = numerator.checked_mul(whole)?.checked_sub(earlier.checked_mul(denominator)?)?;
    let tenths = rounded(above.checked_mul(1000)?, denominator.checked_mul(whole)?)?;
    Some(signed(tenths, 1, language))
}

/// `+12,30 zł`: how far the first mean amount lies above the second; `None` when there is nothing to
/// divide by.
pub fn zloty_above(
    (total, denominator): (Grosze, i64),
    (earlier, whole): (Grosze, i64),
    language: Language,
) -> Option<String> {
    let [total, denominator, earlier, whole] =
        [total.0, denominator, earlier.0, whole].map(i128::from);
    let above = total.checked_mul(whole)?.checked_sub(earlier.checked_mul(denominator)?)?;
    let grosze = rounded(above, denominator.checked_mul(whole)?)?;
    Some(format!("{}{NO_BREAK_SPACE}zł", signed(grosze, 2, language)))
}

/// `+12`, `−3`, `0`.
pub fn whole_above(number: i64, earlier: i64) -> String {
    signed(i128::from(number) - i128::from(earlier), 0, Language::Polish)
}

fn signed(number: i128, places: u32, language: Language) -> String {
    let plus = if number > 0 { "+" } else { "" };
    format!("{plus}{}", decimal(number, places, language))
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

/// A number that is kept in units of its last of `places` decimals.
fn decimal(number: i128, places: u32, language: Language) -> String {
    let unit = 10_u128.pow(places);
    let size = number.unsigned_abs();
    let digits = (size / unit).to_string();
    let mut text = String::new();
    if number < 0 {
        text.push('\u{2212}');
    }
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(NO_BREAK_SPACE);
        }
        text.push(digit);
    }
    if places > 0 {
        text.push(if language == Language::Polish { ',' } else { '.' });
        let width = usize::try_from(places).unwrap_or(0);
        let decimals = format!("{:0width$}", size % unit);
        text.push_str(&decimals);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    use Language::{English, Polish};

    #[test]
    fn halves_go_away_from_zero() {
        for (numerator, denominator, shown) in [
            (1333, 2000, "66,7%"), // 66.65
            (1331, 2000, "66,6%"), // 66.55
            (5, 16, "31,3%"),      // 31.25
            (-1333, 2000, "−66,7%"),
            (1333, -2000, "−66,7%"),
            (66_649, 100_000, "66,6%"),
            (0, 7, "0,0%"),
            (7, 7, "100,0%"),
            (2, 3, "66,7%"),
        ] {
            assert_eq!(percent(numerator, denominator, Polish).unwrap(), shown);
        }
        assert_eq!(percent(1, 0, Polish), None);
        assert_eq!(percent(2, 3, English).unwrap(), "66.7%");
    }

    #[test]
    fn money_has_two_decimals_and_a_unit() {
        assert_eq!(zloty(Grosze(123_456_789), Polish), "1\u{a0}234\u{a0}567,89\u{a0}zł");
        assert_eq!(zloty(Grosze(-5), Polish), "−0,05\u{a0}zł");
        assert_eq!(zloty(Grosze(100_000), English), "1\u{a0}000.00\u{a0}zł");
        // 15 965.83 zł over 144 months: 110.8738…
        assert_eq!(zloty_mean(Grosze(1_596_583), 144, Polish).unwrap(), "110,87\u{a0}zł");
        // Half a grosz.
        assert_eq!(zloty_mean(Grosze(25), 2, Polish).unwrap(), "0,13\u{a0}zł");
        assert_eq!(zloty_mean(Grosze(-25), 2, Polish).unwrap(), "−0,13\u{a0}zł");
    }

    #[test]
    fn medians_show_a_half_only_when_there_is_one() {
        assert_eq!(median(383, Polish), "191,5");
        assert_eq!(median(24, Polish), "12");
        assert_eq!(median(-1, English), "−0.5");
    }

    #[test]
    fn differences_have_a_sign_and_are_rounded_once() {
        // 66.64 − 33.36 = 33.28; from the rounded shares it would be 33.2.
        assert_eq!(points((1666, 2500), (417, 1250), Polish).unwrap(), "+33,3");
        assert_eq!(points((1, 4), (1, 2), English).unwrap(), "−25.0");
        assert_eq!(points((1, 2), (2, 4), English).unwrap(), "0.0");
        assert_eq!(points((0, 0), (2, 4), English), None);
        let above = zloty_above((Grosze(1000), 3), (Grosze(500), 2), Polish);
        // 333.33… − 250 grosze.
        assert_eq!(above.unwrap(), "+0,83\u{a0}zł");
        assert_eq!((whole_above(7, 10).as_str(), whole_above(10, 7).as_str()), ("−3", "+3"));
        assert_eq!(tenths(107.25, Polish), "107,3");
    }

    #[test]
    fn thousands_are_separated() {
        for (number, shown) in
            [(0, "0"), (999, "999"), (1000, "1\u{a0}000"), (-12345, "−12\u{a0}345")]
        {
            assert_eq!(whole(number), shown);
        }
    }
}
