//! The cover: what must not be missed, then for when, for whom, from what.

use rust_xlsxwriter::Worksheet;

use crate::catalogue::Texts;
use crate::reports::ReportError;
use crate::reports::workbook::CoverPlan;
use crate::reports::workbook::cell::write_text;
use crate::reports::workbook::page::PageFrame;
use crate::reports::workbook::style::Styles;
use crate::reports::workbook::text_lines::height;

const SUBJECT_WIDTH: f64 = 26.0;
const TEXT_WIDTH: f64 = 100.0;

/// Writes the cover.
pub(crate) fn write(
    sheet: &mut Worksheet,
    texts: &Texts,
    cover: &CoverPlan,
    styles: &Styles,
    page: &PageFrame,
) -> Result<(), ReportError> {
    sheet.set_name(texts.text("sheet-cover"))?;
    page.apply(sheet);
    sheet.set_column_width(0, SUBJECT_WIDTH)?;
    sheet.set_column_width(1, TEXT_WIDTH)?;
    write_text(sheet, 0, 0, &cover.title, &styles.cover_title)?;
    write_text(sheet, 1, 0, &cover.subtitle, &styles.cover_subtitle)?;
    sheet.set_row_height(0, 34)?;
    sheet.set_row_height(1, 26)?;
    let mut row = 2;
    for (position, highlight) in cover.highlights.iter().enumerate() {
        let subject = if position == 0 { cover.highlights_title.as_str() } else { "" };
        write_text(sheet, row, 0, subject, &styles.subject)?;
        write_text(sheet, row, 1, highlight, &styles.highlight)?;
        sheet.set_row_height(row, height(highlight, TEXT_WIDTH, 1.2) + 8.0)?;
        row += 1;
    }
    for (subject, text) in &cover.lines {
        write_text(sheet, row, 0, subject, &styles.subject)?;
        write_text(sheet, row, 1, text, &styles.plain)?;
        sheet.set_row_height(row, height(text, TEXT_WIDTH, 1.0) + 3.0)?;
        row += 1;
    }
    Ok(())
}
