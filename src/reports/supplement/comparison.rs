//! Participants beside persons who were referred and did not enter.

use crate::disclosure::{Profile, Publishable};
use crate::model::{Achieved, ComparedFigure, Sex};
use crate::reports::ReportContext;
use crate::reports::category_order::sex_name;
use crate::reports::shown_cell;
use crate::reports::workbook::{CellValue, Row, SheetPlan, indicator_title};

/// The figures of both groups with the difference and its interval; `None` without a comparison group.
pub(crate) fn comparison(context: &ReportContext<'_>, figures: &Publishable) -> Option<SheetPlan> {
    let texts = context.texts;
    let comparison = figures.supplement().comparison.as_ref()?;
    let columns = [
        ("column-indicator", 46.0),
        ("column-sex", 12.0),
        ("comparison-participants", 14.0),
        ("comparison-participants-n", 14.0),
        ("comparison-group", 14.0),
        ("comparison-group-n", 14.0),
        ("comparison-difference", 16.0),
        ("column-interval-low", 13.0),
        ("column-interval-high", 13.0),
    ];
    let rows: Vec<Row> = comparison.figures.iter().map(|figure| row(context, figure)).collect();
    let mut notes = match comparison.days_to_exit {
        Some(days) => vec![
            texts.fill("comparison-days", &[("days", i64::from(days).into())]),
            texts.text("comparison-interval"),
        ],
        None => vec![texts.text("comparison-no-days")],
    };
    notes.push(texts.text("comparison-note"));
    if figures.profile() == Profile::Public {
        notes.push(texts.text("comparison-hidden"));
    }
    Some(SheetPlan::of(texts, "comparison", notes, &columns, rows))
}

fn row(context: &ReportContext<'_>, figure: &ComparedFigure) -> Row {
    let (low, high) = figure.interval.unzip();
    let limit = |limit: Option<f64>| limit.map_or(CellValue::Blank, CellValue::Limit);
    let cells = vec![
        CellValue::text(indicator_title(context, &figure.indicator)),
        CellValue::text(sex_name(context, figure.sex)),
        value(&figure.participants),
        counted(&figure.participants),
        value(&figure.comparison),
        counted(&figure.comparison),
        figure.difference.map_or(CellValue::NotAvailable, CellValue::Limit),
        limit(low),
        limit(high),
    ];
    if figure.sex == Sex::All { Row::strong(cells) } else { Row::new(cells) }
}

fn value(reached: &Achieved) -> CellValue {
    reached.map_or(CellValue::NotAvailable, |(numerals, counts)| {
        shown_cell::number(&numerals, &counts)
    })
}

fn counted(reached: &Achieved) -> CellValue {
    let counted = reached.and_then(|(_, counts)| i64::try_from(counts.counted).ok());
    counted.map_or(CellValue::NotAvailable, CellValue::Whole)
}
