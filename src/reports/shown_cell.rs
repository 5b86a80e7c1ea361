//! From figures that may be published to cells: the number, or why there is none.

use crate::disclosure::{Profile, Publishable, Shown, ShownFigure};
use crate::model::{Counts, Emptiness, Grosze, Numerals, Sex};
use crate::reports::workbook::CellValue;

/// Below this many counted units no rate stands in a public report (reliability.md 25).
const PUBLIC_RATE_MINIMUM: u64 = 10;
/// Below this many a rate in a public report is marked as indicative.
const PUBLIC_RATE_FIRM: u64 = 30;

/// Which figure a cell is about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Spot<'a> {
    /// Centre, or `*`.
    pub(crate) centre: &'a str,
    /// Dimension, or `total`.
    pub(crate) dimension: &'a str,
    /// Category, or `*`.
    pub(crate) category: &'a str,
    /// Sex.
    pub(crate) sex: Sex,
}

impl<'a> Spot<'a> {
    /// Everybody in a centre, or in all of them.
    pub(crate) fn centre(centre: &'a str) -> Self {
        Self { centre, dimension: "total", category: "*", sex: Sex::All }
    }

    /// The same, for one sex.
    pub(crate) fn of(self, sex: Sex) -> Self {
        Self { sex, ..self }
    }
}

/// How far a rate may be read by the public.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Firmness {
    /// Thirty units or more.
    Firm,
    /// 10 to 29 units.
    Indicative,
    /// Under 10 units: the rate is not shown.
    TooFew,
    /// No number at all.
    Absent,
}

/// The figure of an indicator at a spot.
pub(crate) fn find<'a>(
    figures: &'a Publishable,
    indicator: &'a str,
    spot: Spot<'_>,
) -> Option<&'a ShownFigure> {
    figures.figure(indicator, spot.centre, spot.dimension, spot.category, spot.sex)
}

/// The value of an indicator at a spot.
///
/// Categories without anybody have no row (rulings.md 13): there a count is 0 and any other figure
/// empty when the indicator was computed; but only where nothing can be hidden.
pub(crate) fn value_at(figures: &Publishable, indicator: &str, spot: Spot<'_>) -> CellValue {
    if let Some(figure) = find(figures, indicator, spot) {
        return value(figure);
    }
    match find(figures, indicator, Spot::centre("*")).map(|overall| overall.shown) {
        Some(Shown::Open(..)) if figures.profile() != Profile::Exact => CellValue::NotAvailable,
        Some(Shown::Open(Numerals::Count(_), _)) => CellValue::Whole(0),
        Some(Shown::Open(..)) => CellValue::Empty(Emptiness::NothingInPeriod),
        Some(Shown::Suppressed) | None => CellValue::NotAvailable,
    }
}

/// A figure, and how far it may be read: rates of a public report need people enough, counts do not.
pub(crate) fn reading(
    figures: &Publishable,
    indicator: &str,
    spot: Spot<'_>,
) -> (CellValue, Firmness) {
    let figure = find(figures, indicator, spot);
    let is_count =
        figure.is_some_and(|figure| matches!(figure.shown, Shown::Open(Numerals::Count(_), _)));
    match figure {
        None => (value_at(figures, indicator, spot), Firmness::Absent),
        Some(_) if is_count || figures.profile() == Profile::Exact => {
            (value_at(figures, indicator, spot), Firmness::Firm)
        }
        Some(_) => public_rate(figure),
    }
}

/// The value of a figure.
pub(crate) fn value(figure: &ShownFigure) -> CellValue {
    let Shown::Open(numerals, counts) = figure.shown else { return CellValue::Suppressed };
    number(&numerals, &counts)
}

/// The value of a figure's numbers, or why there is none.
pub(crate) fn number(numerals: &Numerals, counts: &Counts) -> CellValue {
    let number = match *numerals {
        Numerals::Count(total) => CellValue::Whole(total),
        Numerals::Share { numerator, denominator, .. } => {
            CellValue::Share { numerator, denominator }
        }
        Numerals::MoneyRatio(Some((numerator, denominator))) => {
            CellValue::Share { numerator: numerator.0, denominator: denominator.0 }
        }
        Numerals::MoneyMean(Some((grosze, denominator))) => {
            CellValue::Money { grosze, denominator }
        }
        Numerals::MoneySum(Some(grosze)) => CellValue::Money { grosze, denominator: 1 },
        Numerals::MoneyFraction(Some(sum)) => match sum.rounded() {
            Some(grosze) => CellValue::Money { grosze: Grosze(grosze), denominator: 1 },
            None => CellValue::NotAvailable,
        },
        Numerals::Payback(Some(_)) => {
            numerals.value().map_or(CellValue::NotAvailable, CellValue::Months)
        }
        Numerals::Median(Some(doubled)) => CellValue::Median { doubled },
        Numerals::MoneyRatio(None)
        | Numerals::MoneyMean(None)
        | Numerals::MoneySum(None)
        | Numerals::MoneyFraction(None)
        | Numerals::Payback(None)
        | Numerals::Median(None) => CellValue::NotAvailable,
    };
    match Emptiness::of(numerals, counts) {
        None => number,
        Some(emptiness) => CellValue::Empty(emptiness),
    }
}

/// The successes of a share, or the total of a count.
pub(crate) fn numerator(figure: Option<&ShownFigure>) -> CellValue {
    open(figure, |numerals, _| match numerals {
        Numerals::Share { numerator, .. } => CellValue::Whole(numerator),
        Numerals::Count(total) => CellValue::Whole(total),
        _ => CellValue::NotAvailable,
    })
}

/// A number of units by status.
pub(crate) fn count(figure: Option<&ShownFigure>, pick: fn(&Counts) -> u64) -> CellValue {
    open(figure, |_, counts| {
        i64::try_from(pick(&counts)).map_or(CellValue::NotAvailable, CellValue::Whole)
    })
}

/// Lower and upper limit of the 95 % interval; blank where a figure has none.
pub(crate) fn interval(figure: Option<&ShownFigure>) -> [CellValue; 2] {
    limits(figure, Numerals::interval)
}

/// The share if all pending failed, and if all succeeded; blank when nothing is pending.
pub(crate) fn bounds(figure: Option<&ShownFigure>) -> [CellValue; 2] {
    limits(figure, Numerals::bounds)
}

/// A rate for the public, and how firm it is.
pub(crate) fn public_rate(figure: Option<&ShownFigure>) -> (CellValue, Firmness) {
    let Some(figure) = figure else { return (CellValue::NotAvailable, Firmness::Absent) };
    let shown = value(figure);
    let Shown::Open(_, counts) = figure.shown else { return (shown, Firmness::Absent) };
    if shown.number().is_none() {
        return (shown, Firmness::Absent);
    }
    match counts.counted {
        0..PUBLIC_RATE_MINIMUM => (CellValue::Suppressed, Firmness::TooFew),
        PUBLIC_RATE_MINIMUM..PUBLIC_RATE_FIRM => (shown, Firmness::Indicative),
        PUBLIC_RATE_FIRM.. => (shown, Firmness::Firm),
    }
}

fn limits(
    figure: Option<&ShownFigure>,
    pick: impl Fn(&Numerals) -> Option<(f64, f64)>,
) -> [CellValue; 2] {
    match figure.map(|figure| figure.shown) {
        None => [CellValue::NotAvailable, CellValue::NotAvailable],
        Some(Shown::Suppressed) => [CellValue::Suppressed, CellValue::Suppressed],
        Some(Shown::Open(numerals, _)) => match pick(&numerals) {
            Some((low, high)) => [CellValue::Limit(low), CellValue::Limit(high)],
            None => [CellValue::Blank, CellValue::Blank],
        },
    }
}

fn open(figure: Option<&ShownFigure>, pick: impl Fn(Numerals, Counts) -> CellValue) -> CellValue {
    match figure.map(|figure| figure.shown) {
        None => CellValue::NotAvailable,
        Some(Shown::Suppressed) => CellValue::Suppressed,
        Some(Shown::Open(numerals, counts)) => pick(numerals, counts),
    }
}

#[cfg(test)]
mod tests {
    use crate::reports::fixture::{hidden, share, shown};

    use super::*;

    #[test]
    fn what_has_no_number_says_why() {
        assert_eq!(value(&hidden("x")), CellValue::Suppressed);
        assert_eq!(value(&shown("x", share(0, 0, 3))), CellValue::Empty(Emptiness::AllPending));
        assert_eq!(value(&shown("x", share(0, 0, 0))), CellValue::Empty(Emptiness::NoData));
        assert_eq!(numerator(None), CellValue::NotAvailable);
        assert_eq!(public_rate(Some(&hidden("x"))), (CellValue::Suppressed, Firmness::Absent));
        assert_eq!(interval(Some(&hidden("x"))), [CellValue::Suppressed, CellValue::Suppressed]);
        assert_eq!(count(Some(&hidden("x")), |counts| counts.counted), CellValue::Suppressed);
    }

    #[test]
    fn public_rates_need_ten_units_and_are_firm_from_thirty() {
        for (n, firmness) in [
            (9, Firmness::TooFew),
            (10, Firmness::Indicative),
            (29, Firmness::Indicative),
            (30, Firmness::Firm),
        ] {
            let figure = shown("x", share(3, n, 0));
            let (cell, found) = public_rate(Some(&figure));
            assert_eq!(found, firmness, "{n}");
            assert_eq!(cell == CellValue::Suppressed, n == 9);
        }
    }
}
