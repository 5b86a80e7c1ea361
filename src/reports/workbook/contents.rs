//! The contents: every sheet with a link, and what a form asks for that is not here.

use crate::catalogue::Texts;
use crate::reports::workbook::{BookPlan, CellValue, Column, Row, SheetPlan};

/// The contents of a report.
pub(crate) fn sheet(texts: &Texts, plan: &BookPlan) -> SheetPlan {
    let link = |name: &str, about: &str| {
        Row::new(vec![
            CellValue::Link { text: name.to_owned(), sheet: name.to_owned() },
            CellValue::text(about),
            CellValue::text(texts.text("contents-here")),
        ])
    };
    let mut rows = Vec::new();
    if !plan.pictures.is_empty() {
        rows.push(link(&texts.text("sheet-pictures"), &texts.text("sheet-pictures-about")));
    }
    rows.extend(plan.sheets.iter().map(|sheet| link(&sheet.name, &sheet.about)));
    rows.push(link(&texts.text("sheet-notes"), &texts.text("sheet-notes-about")));
    rows.push(link(&texts.text("sheet-definitions"), &texts.text("sheet-definitions-about")));
    rows.extend(plan.absent.iter().map(|(subject, why)| {
        Row::new(vec![
            CellValue::text(subject),
            CellValue::text(why),
            CellValue::text(texts.text("contents-absent")),
        ])
    }));
    SheetPlan {
        name: texts.text("sheet-contents"),
        title: texts.text("sheet-contents"),
        about: String::new(),
        notes: Vec::new(),
        columns: vec![
            Column::new(texts.text("contents-sheet"), 34.0),
            Column::new(texts.text("contents-holds"), 84.0),
            Column::new(texts.text("contents-state"), 25.0),
        ],
        rows,
        charts: Vec::new(),
    }
}
