//! Amounts in zł, kept exactly in grosze.

use crate::ingest::RawCell;
use crate::validate::values::{Reading, Value, empty_word};

/// Reads an amount. Sign and size are checked by the caller: what is sensible depends on the field.
pub(crate) fn read_money(cell: RawCell, text: &str) -> Reading {
    match cell {
        RawCell::Number(number) => match grosze_of_number(number) {
            Some(grosze) => Reading::Value(Value::Grosze(grosze)),
            None => Reading::Bad("W024", String::new()),
        },
        RawCell::Text(_) => {
            if let Some(nothing) = empty_word(text) {
                return Reading::Value(nothing);
            }
            if crate::model::fold(text) == "brak" {
                return Reading::Value(Value::Missing);
            }
            match grosze_of_text(text) {
                Ok(grosze) => Reading::Value(Value::Grosze(grosze)),
                Err(code) => Reading::Bad(code, String::new()),
            }
        }
        RawCell::Day(_) | RawCell::Flag(_) | RawCell::Error(_) | RawCell::NoValue => {
            Reading::Bad("W022", String::new())
        }
    }
}

/// Grosze of a number cell; `None` when it has more than two decimals.
pub(crate) fn grosze_of_number(number: f64) -> Option<i64> {
    let hundredfold = number * 100.0;
    let whole = hundredfold.round();
    // A cell's float is off by far less; a third decimal is off by a tenth.
    if !whole.is_finite() || (hundredfold - whole).abs() > 1e-3 || whole.abs() > 1e15 {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "below 2^53 by the line above")]
    let grosze = whole as i64;
    Some(grosze)
}

fn grosze_of_text(text: &str) -> Result<i64, &'static str> {
    let lower = text.trim().to_lowercase();
    let mut plain = lower.as_str();
    for unit in ["złotych", "złote", "zł.", "zł", "zl", "pln"] {
        if let Some(rest) = plain.strip_suffix(unit) {
            plain = rest.trim_end();
            break;
        }
    }
    // `350,-` and `350 zł -` are whole amounts.
    let plain = plain.trim_end_matches(",-").trim_end_matches(",–").trim_end();
    let (negative, digits) = match plain.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, plain),
    };
    let last_mark = digits.rfind([',', '.']);
    let (whole, decimals) = match last_mark {
        Some(position) => (
            digits.get(..position).unwrap_or_default(),
            digits.get(position + 1..).unwrap_or_default(),
        ),
        None => (digits, ""),
    };
    // The mark before the decimals is none of those between groups.
    let decimal_mark = last_mark.and_then(|position| digits.get(position..=position));
    if decimal_mark.is_some_and(|mark| whole.contains(mark)) {
        return Err("W022");
    }
    let whole: String = grouped(whole).ok_or("W022")?;
    if whole.is_empty() || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err("W022");
    }
    if last_mark.is_some() && decimals.is_empty() {
        return Err("W022");
    }
    if decimals.len() > 2 {
        return Err("W024");
    }
    let whole: i64 = whole.parse().map_err(|_| "W022")?;
    let decimals: i64 = format!("{decimals:0<2}").parse().map_err(|_| "W022")?;
    let grosze =
        whole.checked_mul(100).and_then(|grosze| grosze.checked_add(decimals)).ok_or("W022")?;
    Ok(if negative { -grosze } else { grosze })
}

/// Digits, or digits in groups of three with one and the same mark between them: `1.490`, `1 490`.
fn grouped(text: &str) -> Option<String> {
    let is_mark = |letter: char| matches!(letter, '.' | ',' | '\'') || letter.is_whitespace();
    let mut marks = text.chars().filter(|letter| is_mark(*letter));
    let first_mark = marks.next();
    // No-break and other spaces are one kind of mark.
    let alike = |mark: char| {
        first_mark
            .is_some_and(|first| first == mark || first.is_whitespace() && mark.is_whitespace())
    };
    if !marks.all(alike) {
        return None;
    }
    let groups: Vec<&str> = text.split(is_mark).collect();
    let digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    if !groups.iter().all(digits) {
        return None;
    }
    let first = groups.first()?;
    let rest_are_three = groups.iter().skip(1).all(|group| group.len() == 3);
    let first_fits = groups.len() == 1 || (1..=3).contains(&first.len());
    (rest_are_three && first_fits).then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_of_one_amount() {
        for text in [
            "1 490,64",
            "1.490,64",
            "1490.64 zł",
            "1490,64",
            "1\u{a0}490,64 PLN",
            "1,490.64",
            "1490,64zł",
            " 1 490,64 zł ",
        ] {
            assert_eq!(grosze_of_text(text), Ok(149_064), "{text}");
        }
        assert_eq!(grosze_of_text("1490,6"), Ok(149_060));
        assert_eq!(grosze_of_text("350"), Ok(35_000));
        assert_eq!(grosze_of_text("350,-"), Ok(35_000));
        assert_eq!(grosze_of_text("- 350"), Ok(-35_000));
        assert_eq!(grosze_of_text("1 234 567"), Ok(123_456_700));
        assert_eq!(grosze_of_text("-12,50"), Ok(-1_250));
        assert_eq!(grosze_of_number(1_491.9), Some(149_190));
        assert_eq!(grosze_of_number(0.29), Some(29));
    }

    #[test]
    fn what_is_no_amount_says_why() {
        for text in [
            "35O,00",
            "4 3OO,00",
            "abc",
            "1 2,3 4x",
            ",50",
            "12,",
            "1.49,00",
            // A blank where a comma was meant, or a slip: never 49 064 zł.
            "490 64",
            "50 00",
            "12 5",
            "1.490.64",
            "1 490.640,00",
        ] {
            assert_eq!(grosze_of_text(text), Err("W022"), "{text}");
        }
        for text in ["350,123", "1.490", "0.001"] {
            assert_eq!(grosze_of_text(text), Err("W024"), "{text}");
        }
        assert_eq!(grosze_of_number(350.125), None);
    }
}
