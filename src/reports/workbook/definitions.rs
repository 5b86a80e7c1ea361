//! The definitions of the indicators that a report uses, with their sources, verified or not.

use crate::catalogue::{Argument, DatedValue, Indicator, LegalBasis, Parameter, Texts};
use crate::model::{Language, Period};
use crate::reports::ReportContext;
use crate::reports::workbook::{BookPlan, CellValue, Column, Row, SheetPlan, written_day};

/// The definitions of a report.
pub(crate) fn sheet(context: &ReportContext<'_>, plan: &BookPlan) -> SheetPlan {
    let texts = context.texts;
    let rows = plan.indicators.iter().map(|id| match context.catalogue.indicator(id) {
        Some(indicator) => row(context, indicator, plan.frame.period),
        None => Row::new(vec![
            CellValue::text(id),
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

fn row(context: &ReportContext<'_>, indicator: &Indicator, period: Option<Period>) -> Row {
    let texts = context.texts;
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
        CellValue::text(definition(context, indicator, period)),
        CellValue::text(sources.join("\n")),
        caveat.map_or(CellValue::Blank, CellValue::text),
    ])
}

/// The definition in words, the days for which it stands, and the numbers from rules in the period: a
/// report of an earlier year says by which rules it was made.
fn definition(
    context: &ReportContext<'_>,
    indicator: &Indicator,
    period: Option<Period>,
) -> String {
    let texts = context.texts;
    let language = texts.language();
    let mut lines = vec![indicator.definition.text(language).to_owned()];
    let day = |day| Argument::from(written_day(day, language));
    let validity = match (indicator.since, indicator.until) {
        (None, None) => None,
        (Some(since), None) => Some(texts.fill("definitions-since", &[("since", day(since))])),
        (None, Some(until)) => Some(texts.fill("definitions-until", &[("until", day(until))])),
        (Some(since), Some(until)) => {
            let gaps = [("since", day(since)), ("until", day(until))];
            Some(texts.fill("definitions-since-until", &gaps))
        }
    };
    lines.extend(validity);
    let parameters = indicator.parameters.iter().filter_map(|id| context.catalogue.parameter(id));
    let values: Vec<String> =
        parameters.filter_map(|parameter| values(texts, parameter, period?)).collect();
    if !values.is_empty() {
        lines.push(texts.text("definitions-values"));
        lines.extend(values);
    }
    lines.join("\n")
}

/// `Minimum wage: 4242 from 2024-01-01, 4300 from 2024-07-01 (zł a month)`.
fn values(texts: &Texts, parameter: &Parameter, period: Period) -> Option<String> {
    let language = texts.language();
    let during: Vec<&DatedValue> = parameter.during(period).collect();
    let shown: Vec<String> = during
        .iter()
        .map(|value| {
            let amount = match language {
                Language::Polish => value.amount.replace('.', ","),
                Language::English => value.amount.clone(),
            };
            if during.len() == 1 {
                return amount;
            }
            let since = written_day(value.from, language);
            texts.fill(
                "definitions-value-since",
                &[("value", amount.into()), ("since", since.into())],
            )
        })
        .collect();
    let title = parameter.title.text(language);
    let unit = parameter.unit_in(texts);
    let unverified = if during.iter().all(|value| value.verified) {
        String::new()
    } else {
        format!("; {}", texts.text("reports-unverified"))
    };
    (!shown.is_empty()).then(|| format!("{title}: {} ({unit}{unverified})", shown.join(", ")))
}

fn source(texts: &Texts, basis: &LegalBasis) -> String {
    let says = basis.says.text(texts.language());
    let mut source = basis.source.clone();
    if !says.is_empty() {
        source = format!("{source}: {says}");
    }
    if basis.verified { source } else { format!("{source} ({})", texts.text("reports-unverified")) }
}
