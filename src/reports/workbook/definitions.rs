//! The definitions of the indicators that a report uses, with their sources, verified or not.

use crate::catalogue::{Indicator, LegalBasis, Texts};
use crate::reports::ReportContext;
use crate::reports::workbook::{BookPlan, CellValue, Column, Row, SheetPlan};

/// The definitions of a report.
pub(crate) fn sheet(context: &ReportContext<'_>, plan: &BookPlan) -> SheetPlan {
    let texts = context.texts;
    let rows = plan.indicators.iter().map(|id| match context.catalogue.indicator(id) {
        Some(indicator) => row(texts, indicator),
        None => Row::new(vec![
            CellValue::text(*id),
            CellValue::text("[x]"),
            CellValue::text(texts.text("definitions-none")),
            CellValue::text("[x]"),
            CellValue::Blank,
        ]),
    });
    let rows: Vec<Row> = rows.collect();
    let mut columns = vec![
        Column::new(texts.text("definitions-indicator"), 30.0),
        Column::new(texts.text("definitions-unit"), 14.0),
        Column::new(texts.text("definitions-definition"), 60.0),
        Column::new(texts.text("definitions-basis"), 40.0),
    ];
    // Without a caveat its column would only make the print smaller.
    let has_caveat = rows.iter().any(|row| row.cells.last() != Some(&CellValue::Blank));
    if has_caveat {
        columns.push(Column::new(texts.text("definitions-caveat"), 30.0));
    }
    let cells = columns.len();
    let rows = rows.into_iter().map(|mut row| {
        row.cells.truncate(cells);
        row
    });
    SheetPlan {
        name: texts.text("sheet-definitions"),
        title: texts.text("sheet-definitions-title"),
        about: String::new(),
        notes: Vec::new(),
        columns,
        rows: rows.collect(),
        charts: Vec::new(),
    }
}

/// The name of an indicator, with its code in the ESF+ lists.
pub(crate) fn title(context: &ReportContext<'_>, id: &str) -> String {
    match context.catalogue.indicator(id) {
        Some(indicator) => indicator.title.text(context.texts.language()).to_owned(),
        None => id.to_owned(),
    }
}

fn row(texts: &Texts, indicator: &Indicator) -> Row {
    let language = texts.language();
    let title = indicator.title.text(language);
    let title = match &indicator.esf {
        Some(code) if !title.contains(code.as_str()) => format!("{title} ({code})"),
        _ => title.to_owned(),
    };
    let sources: Vec<String> = indicator.basis.iter().map(|basis| source(texts, basis)).collect();
    let caveat = indicator.caveat.as_ref().map(|caveat| caveat.text(language));
    Row::new(vec![
        CellValue::text(title),
        CellValue::text(texts.text(&format!("unit-{}", indicator.unit.code()))),
        CellValue::text(indicator.definition.text(language)),
        CellValue::text(sources.join("\n")),
        caveat.map_or(CellValue::Blank, CellValue::text),
    ])
}

fn source(texts: &Texts, basis: &LegalBasis) -> String {
    let says = basis.says.text(texts.language());
    let mut source = basis.source.clone();
    if !says.is_empty() {
        source = format!("{source}: {says}");
    }
    if basis.verified { source } else { format!("{source} ({})", texts.text("reports-unverified")) }
}
