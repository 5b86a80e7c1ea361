//! The common output and result indicators of ESF+: women, men and all side by side.

use crate::disclosure::Publishable;
use crate::model::Sex;
use crate::reports::ReportContext;
use crate::reports::category_order::sexes;
use crate::reports::eu::letter;
use crate::reports::shown_cell::{Spot, count, find, value_at};
use crate::reports::workbook::{CellValue, Column, Row, SheetPlan, indicator_title};

/// In the order of the annex.
pub(super) const OUTPUTS: [&str; 17] = [
    "EECO01", "EECO02", "EECO03", "EECO04", "EECO05", "EECO06", "EECO07", "EECO08", "EECO09",
    "EECO10", "EECO11", "EECO12", "EECO13", "EECO14", "EECO15", "EECO16", "EECO17",
];
/// Results upon leaving, then after six months.
pub(super) const RESULTS: [&str; 6] = ["EECR01", "EECR02", "EECR03", "EECR04", "EECR05", "EECR06"];

/// Who entered in the period, by characteristics.
pub(super) fn outputs(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    sheet(context, figures, "outputs", &OUTPUTS, &[])
}

/// What became of those who left in the period, beside how many count.
pub(super) fn results(context: &ReportContext<'_>, figures: &Publishable) -> SheetPlan {
    sheet(context, figures, "results", &RESULTS, &["column-base"])
}

fn sheet(
    context: &ReportContext<'_>,
    figures: &Publishable,
    id: &str,
    indicators: &[&str],
    more: &[&str],
) -> SheetPlan {
    let texts = context.texts;
    let sexes = sexes(figures, indicators);
    let mut columns = vec![
        Column::new(texts.text("column-code"), 10.0),
        Column::new(texts.text("column-indicator"), 66.0),
    ];
    for part in std::iter::once(&"eu-persons").chain(more) {
        for sex in &sexes {
            let header = format!("{} – {}", texts.text(part), letter(texts, *sex));
            columns.push(Column::new(header, 11.5));
        }
    }
    for status in ["column-excluded", "column-pending", "column-unknown"] {
        columns.push(Column::new(texts.text(status), 12.0));
    }
    let spot = |sex: Sex| Spot::centre("*").of(sex);
    let rows = indicators.iter().map(|indicator| {
        let mut cells =
            vec![CellValue::text(*indicator), CellValue::text(indicator_title(context, indicator))];
        cells.extend(sexes.iter().map(|sex| value_at(figures, indicator, spot(*sex))));
        for _ in more {
            cells.extend(
                sexes.iter().map(|sex| {
                    count(find(figures, indicator, spot(*sex)), |counts| counts.counted)
                }),
            );
        }
        let all = find(figures, indicator, spot(Sex::All));
        cells.push(count(all, |counts| counts.excluded));
        cells.push(count(all, |counts| counts.pending));
        cells.push(count(all, |counts| counts.unknown));
        Row::new(cells)
    });
    let mut notes = vec![texts.text(&format!("eu-{id}-note"))];
    notes.extend(not_in_force(context, figures, indicators));
    SheetPlan {
        name: texts.text(&format!("sheet-eu-{id}")),
        title: texts.text(&format!("eu-{id}-title")),
        about: texts.text(&format!("eu-{id}-about")),
        notes,
        columns,
        rows: rows.collect(),
        charts: Vec::new(),
    }
}

/// Why the figures of an earlier period are missing.
fn not_in_force(
    context: &ReportContext<'_>,
    figures: &Publishable,
    indicators: &[&str],
) -> Option<String> {
    let first = context.catalogue.indicator(indicators.first()?)?;
    let since = first.since.filter(|_| figures.of(&first.id).next().is_none())?;
    let day = crate::reports::workbook::written_day(since, context.texts.language());
    Some(context.texts.fill("eu-not-in-force", &[("since", day.into())]))
}
