//! indicators.csv: the tidy table, one row a figure (interface.md; rulings.md 13–20).
//!
//! UTF-8, comma, decimal dot, LF. An empty cell is not defined, never 0. A figure that the disclosure
//! rules hide keeps its row, with every number empty.

use std::borrow::Cow;

use crate::disclosure::{Publishable, Shown, ShownFigure};
use crate::model::{Numerals, zloty};
use crate::reports::ReportError;

/// The columns, in their order.
pub(crate) const COLUMNS: [&str; 22] = [
    "indicator",
    "period_start",
    "period_end",
    "centre",
    "dimension",
    "category",
    "sex",
    "unit",
    "numerator",
    "denominator",
    "value",
    "ci_low",
    "ci_high",
    "bound_low",
    "bound_high",
    "counted",
    "excluded",
    "pending",
    "unknown",
    "benefit_kind",
    "payer",
    "month_offset",
];

/// The bytes of indicators.csv.
pub fn write(figures: &Publishable) -> Result<Vec<u8>, ReportError> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    let period = [figures.period().start.to_string(), figures.period().end.to_string()];
    for figure in figures.figures() {
        writer.write_record(record(figure, &period).iter().map(|cell| cell.as_bytes()))?;
    }
    writer.into_inner().map_err(|error| ReportError::CsvBytes(error.to_string()))
}

fn record<'a>(figure: &'a ShownFigure, period: &'a [String; 2]) -> Vec<Cow<'a, str>> {
    let key = &figure.key;
    let [start, end] = period;
    let mut record: Vec<Cow<'a, str>> = vec![
        (*key.indicator).into(),
        start.into(),
        end.into(),
        harmless(&key.centre),
        (*key.dimension).into(),
        harmless(&key.category),
        key.sex.code().into(),
        figure.unit.into(),
    ];
    match figure.shown {
        Shown::Open(numerals, counts) => {
            record.extend(ratio(&numerals).map(Cow::Owned));
            let (low, high) = numerals.interval().unzip();
            let (bound_low, bound_high) = numerals.bounds().unzip();
            record.extend([low, high, bound_low, bound_high].map(|limit| shortest(limit).into()));
            let counts = [counts.counted, counts.excluded, counts.pending, counts.unknown];
            record.extend(counts.map(|count| count.to_string().into()));
        }
        Shown::Suppressed => record.extend([const { Cow::Borrowed("") }; 11]),
    }
    record.push((*key.benefit_kind).into());
    record.push((*key.payer).into());
    record.push(key.month_offset.map(|offset| offset.to_string()).unwrap_or_default().into());
    record
}

/// Numerator, denominator and value (rulings.md 14).
fn ratio(numerals: &Numerals) -> [String; 3] {
    let value = shortest(numerals.value());
    match numerals {
        Numerals::Count(total) => [total.to_string(), String::new(), total.to_string()],
        Numerals::Share { numerator, denominator, .. } => {
            [numerator.to_string(), denominator.to_string(), value]
        }
        Numerals::MoneyMean(Some((total, denominator))) => {
            [total.to_string(), denominator.to_string(), value]
        }
        Numerals::MoneyRatio(Some((numerator, denominator))) => {
            [numerator.to_string(), denominator.to_string(), value]
        }
        Numerals::MoneySum(Some(total)) => [total.to_string(), String::new(), total.to_string()],
        // Parts of a grosz: the numerator is the value (rulings.md 14).
        Numerals::MoneyFraction(_) => [value.clone(), String::new(), value],
        Numerals::Payback(Some((cost, gain))) => {
            [shortest(zloty(*cost)), shortest(zloty(*gain)), value]
        }
        Numerals::Median(_) => [String::new(), String::new(), value],
        Numerals::MoneyMean(None)
        | Numerals::MoneyRatio(None)
        | Numerals::MoneySum(None)
        | Numerals::Payback(None) => [const { String::new() }; 3],
    }
}

/// The shortest text that reads back as the same number; empty when there is none.
fn shortest(number: Option<f64>) -> String {
    match number {
        Some(number) if number.is_finite() => number.to_string(),
        _ => String::new(),
    }
}

/// A name that a spreadsheet would take for a formula gets an apostrophe before it.
fn harmless(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}").into()
    } else {
        text.into()
    }
}

#[cfg(test)]
mod tests {
    use crate::reports::fixture::{hidden, one_of_each_kind};

    use super::*;

    fn lines(figures: &Publishable) -> Vec<String> {
        let text = String::from_utf8(write(figures).unwrap()).unwrap();
        assert!(text.ends_with('\n') && !text.contains('\r'));
        text.lines().skip(1).map(str::to_owned).collect()
    }

    #[test]
    fn each_kind_of_figure_has_its_row() {
        // Intervals of 8/10 and 0/11, bounds of 3/13 with 2 pending: worked out by hand.
        assert_eq!(
            lines(&one_of_each_kind()),
            [
                "benefit_monthly_after,2024-01-01,2024-12-31,*,total,*,*,person,15965.83,144,110.87381944444445,,,,,12,0,0,0,,,",
                "benefit_path,2024-01-01,2024-12-31,*,total,*,*,person,1506.50,12,125.54166666666667,,,,,12,0,0,0,,,-12",
                "benefit_reduction_rate,2024-01-01,2024-12-31,*,total,*,*,person,11247.21,26663.04,0.42182774357312597,,,,,12,0,0,0,,,",
                "benefit_savings,2024-01-01,2024-12-31,*,total,*,*,person,-4525.20,,-4525.20,,,,,12,0,0,0,*,labour_fund,",
                "benefit_savings,2024-01-01,2024-12-31,'=1+1,total,*,*,person,,,,,,,,0,0,4,0,*,*,",
                "completion_rate,2024-01-01,2024-12-31,*,total,*,*,participation,8,10,0.8,0.4901624715366418,0.9433178485456247,,,10,2,0,0,,,",
                "employment_rate_3m,2024-01-01,2024-12-31,*,total,*,*,person,3,13,0.23076923076923078,0.08179528718498566,0.502563759467275,0.2,0.3333333333333333,13,0,2,1,,,",
                "employment_rate_6m,2024-01-01,2024-12-31,*,total,*,*,person,0,0,,,,,,0,0,0,0,,,",
                "participants,2024-01-01,2024-12-31,*,total,*,*,person,26,,26,,,,,26,0,0,0,,,",
                "participants,2024-01-01,2024-12-31,\"Ośrodek \"\"A\"\", Nowy\",group,?,K,person,0,,0,,,,,0,0,0,0,,,",
                "participation_days,2024-01-01,2024-12-31,*,total,*,*,participation,,,191.5,,,,,12,0,0,0,,,",
                "referral_days,2024-01-01,2024-12-31,*,total,*,*,participation,,,,,,,,0,0,0,1,,,",
            ]
        );
    }

    #[test]
    fn the_header_is_the_contract() {
        let text = String::from_utf8(write(&one_of_each_kind()).unwrap()).unwrap();
        assert_eq!(
            text.lines().next().unwrap(),
            "indicator,period_start,period_end,centre,dimension,category,sex,unit,numerator,denominator,value,\
             ci_low,ci_high,bound_low,bound_high,counted,excluded,pending,unknown,benefit_kind,payer,month_offset"
        );
    }

    #[test]
    fn a_hidden_figure_shows_no_number() {
        let row = record(&hidden("participants"), &[String::new(), String::new()]).join(",");
        assert_eq!(row, "participants,,,*,total,*,*,person,,,,,,,,,,,,,,");
    }
}
