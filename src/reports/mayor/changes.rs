//! What changed since the year before: the headline figures of both, and a difference where both may be
//! said and people are enough. A difference between two years names no cause.

use crate::disclosure::{Publishable, Shown};
use crate::model::Numerals;
use crate::reports::mayor::headlines::{is_waiting, overall};
use crate::reports::shown_cell::{Firmness, Spot, count, find, interval};
use crate::reports::workbook::{CellValue, Column, Row, SheetPlan};
use crate::reports::{ReportContext, number};

/// Figures that two years are compared by.
const FIGURES: [&str; 5] = [
    "participants",
    "completion_rate",
    "labour_market_entry_rate",
    "benefit_monthly_before",
    "benefit_monthly_after",
];

/// Figures of the year before that a comparison needs.
pub const OF_YEAR_BEFORE: [&str; 6] = [
    "participants",
    "leavers",
    "completion_rate",
    "labour_market_entry_rate",
    "benefit_monthly_before",
    "benefit_monthly_after",
];

/// Both years side by side.
pub(super) fn sheet(
    context: &ReportContext<'_>,
    figures: &Publishable,
    earlier: &Publishable,
) -> SheetPlan {
    let texts = context.texts;
    let [before, now] = [earlier, figures].map(|figures| figures.period().to_string());
    let of_period = |id: &str, period: &str| texts.fill(id, &[("period", period.into())]);
    let comparable = is_comparable(earlier);
    SheetPlan {
        name: texts.text("sheet-mayor-changes"),
        title: texts.text("mayor-changes-title"),
        about: texts.text("mayor-changes-about"),
        notes: vec![if comparable {
            of_period("mayor-changes-note", &before)
        } else {
            of_period("mayor-changes-none", &before)
        }],
        columns: vec![
            Column::new(texts.text("mayor-figure"), 36.0),
            Column::new(of_period("mayor-changes-value", &before), 18.0),
            Column::new(of_period("mayor-changes-n", &before), 12.0),
            Column::new(of_period("mayor-changes-value", &now), 18.0),
            Column::new(of_period("mayor-changes-n", &now), 12.0),
            Column::new(texts.text("mayor-changes-difference"), 20.0),
            Column::new(texts.text("column-remark"), 44.0),
        ],
        rows: FIGURES.map(|id| row(context, figures, earlier, id, comparable)).to_vec(),
        charts: Vec::new(),
    }
}

/// Whether the data know the year before: somebody left in it. Lists of one year hold those who came
/// earlier and were still there, and would make the year before look like a year without leavers.
pub(super) fn is_comparable(earlier: &Publishable) -> bool {
    find(earlier, "leavers", Spot::centre("*")).is_some_and(|leavers| match leavers.shown {
        Shown::Open(Numerals::Count(total), _) => total > 0,
        Shown::Open(..) => false,
        Shown::Suppressed => true,
    })
}

fn row(
    context: &ReportContext<'_>,
    figures: &Publishable,
    earlier: &Publishable,
    id: &str,
    comparable: bool,
) -> Row {
    let texts = context.texts;
    let [before, now] = [earlier, figures].map(|figures| find(figures, id, Spot::centre("*")));
    let [(was, was_firm), (is, is_firm)] = [earlier, figures].map(|figures| overall(figures, id));
    // A year that the data do not know would only look like a small one.
    let was = if comparable { was } else { CellValue::NotAvailable };
    let difference = difference(context, &was, &is);
    let mut remarks = Vec::new();
    if difference.is_some() {
        if [was_firm, is_firm].contains(&Firmness::Indicative) {
            remarks.push("mayor-indicative");
        }
        if overlap(&interval(before), &interval(now)) {
            remarks.push("mayor-changes-chance");
        }
    }
    if now.is_some_and(is_waiting) {
        remarks.push("mayor-changes-pending");
    }
    let remarks: Vec<String> = remarks.into_iter().map(|id| texts.text(id)).collect();
    let counted = |figure| count(figure, |counts| counts.counted);
    Row::new(vec![
        CellValue::text(texts.text(&format!("mayor-figure-{}", id.replace('_', "-")))),
        was,
        if comparable { counted(before) } else { CellValue::NotAvailable },
        is,
        counted(now),
        difference.map_or_else(|| CellValue::text("–"), CellValue::Text),
        CellValue::text(remarks.join("; ")),
    ])
}

/// From two numbers that may both be said.
fn difference(context: &ReportContext<'_>, was: &CellValue, is: &CellValue) -> Option<String> {
    let texts = context.texts;
    let language = texts.language();
    match (was, is) {
        (CellValue::Whole(was), CellValue::Whole(is)) => Some(number::whole_above(*is, *was)),
        (
            CellValue::Share { numerator: earlier, denominator: whole },
            CellValue::Share { numerator, denominator },
        ) => {
            let points = number::points((*numerator, *denominator), (*earlier, *whole), language)?;
            Some(texts.fill("mayor-changes-points", &[("points", points.into())]))
        }
        (
            CellValue::Money { grosze: earlier, denominator: whole },
            CellValue::Money { grosze, denominator },
        ) => number::zloty_above((*grosze, *denominator), (*earlier, *whole), language),
        _ => None,
    }
}

/// Whether two intervals have a point in common; what has no interval has none.
fn overlap([low, high]: &[CellValue; 2], [other_low, other_high]: &[CellValue; 2]) -> bool {
    let numbers = [low, high, other_low, other_high].map(CellValue::number);
    let [Some(low), Some(high), Some(other_low), Some(other_high)] = numbers else { return false };
    low <= other_high && other_low <= high
}
