//! The notes: signs, counting, rounding, the settings of the run, and the report's own notes.

use crate::reports::ReportContext;
use crate::reports::workbook::{BookPlan, CellValue, Column, Row, SheetPlan};

/// Notes that stand in every report, by the ids of their texts.
const COMMON: [&str; 8] = [
    "note-suppressed",
    "note-pending",
    "note-not-available",
    "note-unit",
    "note-interval",
    "note-bounds",
    "note-rounding",
    "note-categories",
];

/// The notes of a report.
pub(crate) fn sheet(context: &ReportContext<'_>, plan: &BookPlan) -> SheetPlan {
    let texts = context.texts;
    let row = |subject: String, text: String| {
        Row::new(vec![CellValue::text(subject), CellValue::text(text)])
    };
    let mut rows: Vec<Row> =
        COMMON.iter().map(|id| row(texts.text(&format!("{id}-subject")), texts.text(id))).collect();
    rows.extend(plan.notes.iter().map(|(subject, text)| row(subject.clone(), text.clone())));
    let setting = texts.text("notes-setting");
    rows.extend(
        context
            .settings
            .iter()
            .map(|(name, value)| row(format!("{setting}: {name}"), value.clone())),
    );
    rows.push(row(texts.text("notes-program"), format!("efekt {}", context.program_version)));
    SheetPlan {
        name: texts.text("sheet-notes"),
        title: texts.text("sheet-notes-title"),
        about: String::new(),
        notes: Vec::new(),
        columns: vec![
            Column::new(texts.text("notes-subject"), 34.0),
            Column::new(texts.text("notes-text"), 104.0),
        ],
        rows,
        charts: Vec::new(),
    }
}
