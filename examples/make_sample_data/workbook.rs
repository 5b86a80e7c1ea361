//! Writes a book as `.xlsx`, the way an office keeps it; the creation date is fixed.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook,
    Worksheet, XlsxError,
};

use crate::sheet::{Book, Cell, Row, RowKind, Sheet};
use crate::spelling::polish_amount;

/// The bytes of a workbook.
pub(crate) fn bytes(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(2025, 11, 28)?.and_hms(9, 12, 0)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    for sheet in &book.sheets {
        write_sheet(workbook.add_worksheet(), sheet)?;
    }
    workbook.save_to_buffer()
}

fn write_sheet(page: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    page.set_name(&sheet.name)?.set_hidden(sheet.hidden).set_landscape().set_paper_size(9);
    // Long lists are printed over several pages, short ones fit on the width of one.
    if sheet.columns.len() > 12 {
        page.set_print_scale(65);
    } else {
        page.set_print_fit_to_pages(1, 0);
    }
    for (at, column) in sheet.columns.iter().enumerate() {
        page.set_column_width(number(at), column.width)?;
    }
    let headers: Vec<usize> = positions(sheet, RowKind::Header);
    // Merged cells come first: writing the texts afterwards fills their first cell.
    for &(top, left, bottom, right) in &sheet.merges {
        let look = look(sheet, sheet.rows.get(top));
        page.merge_range(
            row_number(top),
            number(left),
            row_number(bottom),
            number(right),
            "",
            &look,
        )?;
    }
    for (at, row) in sheet.rows.iter().enumerate() {
        write_row(page, sheet, row_number(at), row)?;
        if row.hidden {
            page.set_row_hidden(row_number(at))?;
        }
    }
    if let (Some(first), Some(last)) = (headers.first(), headers.last()) {
        page.set_freeze_panes(row_number(last + 1), 0)?
            .set_repeat_rows(row_number(*first), row_number(*last))?;
        let tall = if headers.len() > 1 { 42 } else { 30 };
        page.set_row_height(row_number(*last), tall)?;
        if sheet.filter {
            let end = sheet.body().map_or(*last, |(_, end)| end);
            page.autofilter(
                row_number(*last),
                0,
                row_number(end),
                number(sheet.columns.len().saturating_sub(1)),
            )?;
        }
    }
    Ok(())
}

fn write_row(page: &mut Worksheet, sheet: &Sheet, at: u32, row: &Row) -> Result<(), XlsxError> {
    let base = if row.struck {
        look(sheet, Some(row)).set_font_strikethrough()
    } else {
        look(sheet, Some(row))
    };
    for (column, cell) in row.cells.iter().enumerate() {
        let column = number(column);
        match cell {
            Cell::Empty if matches!(row.kind, RowKind::Body | RowKind::Header | RowKind::Total) => {
                page.write_blank(at, column, &base)?
            }
            Cell::Empty => page,
            Cell::Text(text) => page.write_string_with_format(at, column, text, &base)?,
            Cell::Whole(whole) => page.write_number_with_format(
                at,
                column,
                precise(*whole),
                &base.clone().set_num_format("0"),
            )?,
            Cell::Hundredths(hundredths) => page.write_number_with_format(
                at,
                column,
                precise(*hundredths) / 100.0,
                &base.clone().set_num_format("0.00"),
            )?,
            Cell::Day(day) => {
                let (year, month, of_month) = (
                    day.year().unsigned_abs(),
                    day.month().unsigned_abs(),
                    day.day().unsigned_abs(),
                );
                let moment = ExcelDateTime::from_ymd(year, month, of_month)?;
                page.write_datetime_with_format(
                    at,
                    column,
                    &moment,
                    &base.clone().set_num_format("dd.mm.yyyy"),
                )?
            }
            Cell::Money(grosze) => page.write_number_with_format(
                at,
                column,
                precise(*grosze) / 100.0,
                &base.clone().set_num_format("#,##0.00"),
            )?,
            Cell::Formula(formula, result, money) => {
                let shown = if *money {
                    polish_amount(*result).replace([' ', '\u{a0}'], "").replace(',', ".")
                } else {
                    result.to_string()
                };
                let look = base.clone().set_num_format(if *money { "#,##0.00" } else { "0" });
                page.write_formula_with_format(
                    at,
                    column,
                    Formula::new(formula).set_result(shown),
                    &look,
                )?
            }
        };
    }
    Ok(())
}

fn look(sheet: &Sheet, row: Option<&Row>) -> Format {
    let plain = Format::new().set_font_name("Calibri").set_font_size(10);
    match row.map_or(RowKind::Body, |row| row.kind) {
        RowKind::Title => plain.set_bold().set_font_size(13),
        RowKind::Header => plain
            .set_bold()
            .set_background_color(Color::RGB(sheet.colour))
            .set_border(FormatBorder::Thin)
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_text_wrap(),
        RowKind::Body => plain.set_border(FormatBorder::Hair),
        RowKind::Total => plain
            .set_bold()
            .set_border(FormatBorder::Thin)
            .set_background_color(Color::RGB(0x00F2_F2F2)),
        RowKind::Note => plain.set_italic(),
    }
}

fn positions(sheet: &Sheet, kind: RowKind) -> Vec<usize> {
    sheet.rows.iter().enumerate().filter(|(_, row)| row.kind == kind).map(|(at, _)| at).collect()
}

fn row_number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn number(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

#[expect(clippy::cast_precision_loss, reason = "amounts and PESEL numbers are far below 2^53")]
fn precise(number: i64) -> f64 {
    number as f64
}
