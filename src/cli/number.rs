//! Figures for the terminal, rounded once from the exact numbers, half away from zero.

use crate::catalogue::{Argument, Texts};
use crate::model::{Counts, Emptiness, Grosze, Language, Numerals};

/// A figure with what is needed to judge it: `68.3 % (41 of 60; 95 % interval 55.8–78.7 %)`.
pub(crate) fn figure(numerals: &Numerals, counts: &Counts, texts: &Texts) -> String {
    let value = match Emptiness::of(numerals, counts) {
        Some(emptiness) => without_value(emptiness, texts),
        None => value(numerals, texts).unwrap_or_default(),
    };
    let mut notes = Vec::new();
    if let Numerals::Share { numerator, denominator: denominator @ 1.., .. } = *numerals {
        let gaps: [(&str, Argument); 2] =
            [("numerator", numerator.into()), ("denominator", denominator.into())];
        notes.push(texts.fill("cli-figure-share", &gaps));
        if let Some((low, high)) = numerals.interval() {
            let bound = |bound: f64| decimal(permille(bound), 1, texts);
            let gaps: [(&str, Argument); 2] =
                [("low", bound(low).into()), ("high", bound(high).into())];
            notes.push(texts.fill("cli-figure-interval", &gaps));
        }
    }
    let is_rise = match *numerals {
        Numerals::MoneyRatio(Some((change, _))) | Numerals::MoneySum(Some(change)) => change.0 < 0,
        _ => false,
    };
    if is_rise {
        notes.push(texts.text("cli-figure-rise"));
    }
    if counts.counted == 0 && counts.excluded > 0 {
        notes.push(texts.fill("cli-figure-excluded", &[("count", counts.excluded.into())]));
    }
    if counts.pending > 0 {
        notes.push(texts.fill("cli-figure-pending", &[("count", counts.pending.into())]));
    }
    if counts.unknown > 0 {
        notes.push(texts.fill("cli-figure-unknown", &[("count", counts.unknown.into())]));
    }
    if notes.is_empty() { value } else { format!("{value} ({})", notes.join("; ")) }
}

/// Why there is no value.
pub(crate) fn without_value(emptiness: Emptiness, texts: &Texts) -> String {
    let why = texts.text(&format!("empty-{}", emptiness.code().replace('_', "-")));
    texts.fill("cli-figure-undefined", &[("why", why.into())])
}

/// An amount: `1 925,05 zł`.
pub(crate) fn zloty(grosze: Grosze, texts: &Texts) -> String {
    format!("{}\u{a0}zł", decimal(grosze.0, 2, texts))
}

/// A whole number, thousands apart.
pub(crate) fn whole(number: i64, texts: &Texts) -> String {
    decimal(number, 0, texts)
}

fn value(numerals: &Numerals, texts: &Texts) -> Option<String> {
    let percent = |numerator, denominator| {
        Some(format!("{}\u{a0}%", decimal(rounded(numerator, denominator, 1000)?, 1, texts)))
    };
    let money = |grosze| Some(zloty(Grosze(grosze), texts));
    match *numerals {
        Numerals::Count(count) => Some(decimal(count, 0, texts)),
        Numerals::Share { numerator, denominator, .. } => percent(numerator, denominator),
        Numerals::MoneyRatio(ratio) => ratio.and_then(|(above, below)| percent(above.0, below.0)),
        Numerals::MoneyMean(mean) => {
            mean.and_then(|(grosze, count)| money(rounded(grosze.0, count, 1)?))
        }
        Numerals::MoneySum(sum) => sum.and_then(|grosze| money(grosze.0)),
        Numerals::MoneyFraction(sum) => sum.and_then(|sum| money(sum.rounded()?)),
        Numerals::Payback(_) => {
            let months = tenths(numerals.value()?);
            let gaps = [("months", Argument::from(decimal(months, 1, texts)))];
            Some(texts.fill("cli-figure-months", &gaps))
        }
        Numerals::Median(doubled) => {
            let days = rounded(doubled?, 2, 10)?;
            let gaps = [("days", Argument::from(decimal(days, 1, texts)))];
            Some(texts.fill("cli-figure-days", &gaps))
        }
    }
}

/// numerator × scale ÷ denominator, to a whole number, half away from zero.
fn rounded(numerator: i64, denominator: i64, scale: i64) -> Option<i64> {
    if denominator == 0 {
        return None;
    }
    let (above, below) = (i128::from(numerator) * i128::from(scale), i128::from(denominator));
    let quotient = (above.abs() * 2 + below.abs()) / (below.abs() * 2);
    let sign = if (above < 0) == (below < 0) { 1 } else { -1 };
    i64::try_from(quotient * sign).ok()
}

/// Months in tenths; those of a payback are above 0.
#[expect(clippy::cast_possible_truncation, reason = "far below 2^53")]
fn tenths(months: f64) -> i64 {
    (months * 10.0).round() as i64
}

/// A bound of an interval in thousandths; it is between 0 and 1.
#[expect(clippy::cast_possible_truncation, reason = "between 0 and 1000")]
fn permille(share: f64) -> i64 {
    (share * 1000.0).round() as i64
}

/// A whole number with the last digits behind the decimal sign, thousands apart.
fn decimal(number: i64, decimals: usize, texts: &Texts) -> String {
    let (mark, apart) = match texts.language() {
        Language::Polish => (',', '\u{a0}'),
        Language::English => ('.', ','),
    };
    let unit = (0..decimals).fold(1_u64, |unit, _| unit.saturating_mul(10));
    let (whole, rest) = (number.unsigned_abs() / unit, number.unsigned_abs() % unit);
    let digits = whole.to_string();
    let mut text = String::from(if number < 0 { "−" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            text.push(apart);
        }
        text.push(digit);
    }
    if decimals > 0 {
        let rest = rest.to_string();
        text.push(mark);
        text.extend(std::iter::repeat_n('0', decimals.saturating_sub(rest.len())));
        text.push_str(&rest);
    }
    text
}

#[cfg(test)]
mod tests {
    use crate::catalogue::embedded_texts;

    use super::*;

    fn shown(numerals: Numerals, language: Language) -> String {
        value(&numerals, &embedded_texts(language).unwrap()).unwrap()
    }

    #[test]
    fn figures_are_rounded_half_away_from_zero() {
        let share = |numerator, denominator| Numerals::Share { numerator, denominator, pending: 0 };
        // 1/16 = 6.25 %, exactly between two tenths.
        assert_eq!(shown(share(1, 16), Language::Polish), "6,3\u{a0}%");
        assert_eq!(shown(share(41, 60), Language::English), "68.3\u{a0}%");
        let mean = Numerals::MoneyMean(Some((Grosze(-5), 2)));
        assert_eq!(shown(mean, Language::English), "−0.03\u{a0}zł");
    }

    #[test]
    fn thousands_stand_apart() {
        let sum = Numerals::MoneySum(Some(Grosze(192_588_705)));
        assert_eq!(shown(sum, Language::Polish), "1\u{a0}925\u{a0}887,05\u{a0}zł");
        assert_eq!(shown(Numerals::Count(100), Language::English), "100");
    }

    #[test]
    fn nothing_counted_has_no_figure() {
        assert_eq!(rounded(0, 0, 1000), None);
    }

    #[test]
    fn a_figure_without_a_value_says_why_in_both_languages() {
        let (polish, english) =
            (embedded_texts(Language::Polish).unwrap(), embedded_texts(Language::English).unwrap());
        let none = Numerals::Share { numerator: 0, denominator: 0, pending: 0 };
        let counts = |excluded, pending, unknown, present| Counts {
            counted: 0,
            excluded,
            pending,
            unknown,
            present,
        };
        for (counts, in_polish, in_english) in [
            (
                counts(0, 0, 0, 0),
                "brak wyniku: brak danych – w plikach nie ma nikogo takiego",
                "no value: no data – the files know nobody like this",
            ),
            (
                counts(0, 0, 0, 9),
                "brak wyniku: w tym okresie nie ma nikogo, kogo ten wskaźnik dotyczy",
                "no value: in this period there is nobody whom this indicator is about",
            ),
            (
                counts(0, 2, 0, 9),
                "brak wyniku: wszyscy jeszcze oczekują (2 oczekują)",
                "no value: everybody is still pending (2 pending)",
            ),
            (
                counts(0, 0, 5, 9),
                "brak wyniku: o nikim nie wiadomo, bo dane tego nie mówią (5 bez danych)",
                "no value: of nobody it is known, the data do not say it (5 unknown)",
            ),
            (
                counts(3, 0, 0, 9),
                "brak wyniku: wszyscy są wyłączeni z licznika i mianownika (3 wyłączone)",
                "no value: everybody is excluded from numerator and denominator (3 excluded)",
            ),
        ] {
            assert_eq!(figure(&none, &counts, &polish), in_polish);
            assert_eq!(figure(&none, &counts, &english), in_english);
        }
    }
}
