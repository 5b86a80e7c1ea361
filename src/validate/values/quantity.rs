//! Numbers with up to three decimals, and shares of full working time; both in thousandths.

use crate::ingest::RawCell;
use crate::model::fold;
use crate::validate::values::{Reading, Value, empty_word};

/// Reads a number.
pub(crate) fn read_quantity(cell: RawCell, text: &str) -> Reading {
    let thousandths = match cell {
        RawCell::Number(number) => thousandths_of(number),
        RawCell::Text(_) => match empty_word(text) {
            Some(nothing) => return Reading::Value(nothing),
            None => parse(text),
        },
        _ => None,
    };
    match thousandths {
        Some(number) => Reading::Value(Value::Thousandths(number)),
        None => Reading::Bad("W028", String::new()),
    }
}

/// Reads `1`, `1/2`, `0,75`, `pełny`, `pół etatu`, `100%`.
pub(crate) fn read_working_time(cell: RawCell, text: &str) -> Reading {
    let share = match cell {
        RawCell::Number(number) => thousandths_of(number),
        RawCell::Text(_) => {
            if let Some(nothing) = empty_word(text) {
                return Reading::Value(nothing);
            }
            let folded = fold(text);
            let folded = folded
                .trim_start_matches("etat")
                .trim_end_matches("etatu")
                .trim_end_matches("etat")
                .trim();
            match folded {
                "pelny" | "pelen" | "caly" | "" => Some(1_000),
                "pol" | "polowa" => Some(500),
                _ => fraction(folded).or_else(|| percent(text)).or_else(|| parse(text)),
            }
        }
        _ => None,
    };
    match share {
        Some(share) if (1..=2_000).contains(&share) => Reading::Value(Value::Thousandths(share)),
        _ => Reading::Bad("W028", String::new()),
    }
}

fn fraction(text: &str) -> Option<i64> {
    let (numerator, denominator) = text.split_once('/')?;
    let numerator: i64 = numerator.trim().parse().ok()?;
    let denominator: i64 = denominator.trim().parse().ok()?;
    (denominator > 0 && numerator > 0).then(|| (numerator * 1_000 + denominator / 2) / denominator)
}

fn percent(text: &str) -> Option<i64> {
    let number = text.trim().strip_suffix('%')?;
    parse(number).map(|thousandths| thousandths / 100)
}

fn parse(text: &str) -> Option<i64> {
    let plain: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let (whole, decimals) = plain.split_once([',', '.']).unwrap_or((&plain, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(decimals) || decimals.len() > 3 {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let decimals: i64 = format!("{decimals:0<3}").parse().ok()?;
    whole.checked_mul(1_000)?.checked_add(decimals)
}

fn thousandths_of(number: f64) -> Option<i64> {
    let thousandfold = number * 1_000.0;
    let whole = thousandfold.round();
    if !whole.is_finite() || whole.abs() > 1e15 || (thousandfold - whole).abs() > 1e-3 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "the range was checked")]
    let thousandths = whole as i64;
    Some(thousandths)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_working_time() {
        for (text, share) in [
            ("1", 1_000),
            ("1/2", 500),
            ("0,75", 750),
            ("pełny", 1_000),
            ("pół etatu", 500),
            ("3/4 etatu", 750),
            ("100%", 1_000),
            ("0.5", 500),
            ("etat", 1_000),
        ] {
            let reading = read_working_time(RawCell::Text(0), text);
            assert_eq!(reading, Reading::Value(Value::Thousandths(share)), "{text}");
        }
        assert_eq!(read_working_time(RawCell::Text(0), "40"), Reading::Bad("W028", String::new()));
    }
}
