//! One table on its sheet: title, notes, a real Excel table, charts below.

use std::borrow::Cow;

use rust_xlsxwriter::{ColNum, RowNum, Table, TableColumn, TableStyle, Worksheet};

use crate::catalogue::Texts;
use crate::reports::ReportError;
use crate::reports::workbook::cell::write_text;
use crate::reports::workbook::page::PageFrame;
use crate::reports::workbook::style::Styles;
use crate::reports::workbook::text_lines::{height, lines};
use crate::reports::workbook::{CellValue, Row, SheetPlan, chart};

/// From this many rows on a table has filter buttons.
const ROWS_TO_FILTER: usize = 12;
/// Up to this height in points a sheet is shrunk to one page rather than cut.
/// At 82 % of their size letters can still be read.
const TALLEST_PAGE: f64 = 590.0;
/// Height of a row in points, unless it is set.
const ONE_LINE: f64 = 15.0;

/// Writes a sheet with its table; `position` makes the table's name unique.
pub(crate) fn write(
    sheet: &mut Worksheet,
    plan: &SheetPlan,
    position: usize,
    texts: &Texts,
    styles: &Styles,
    page: &PageFrame,
) -> Result<(), ReportError> {
    sheet.set_name(&plan.name)?;
    page.apply(sheet);
    for (column, planned) in plan.columns.iter().enumerate() {
        sheet.set_column_width(column_number(column), planned.width)?;
    }
    write_text(sheet, 0, 0, &plan.title, &styles.title)?;
    sheet.set_row_height(0, 24)?;
    let missing_charts =
        plan.charts.iter().filter(|chart| !chart::is_drawable(plan, chart)).count();
    let mut sentences = plan.notes.clone();
    if missing_charts > 0 {
        sentences.push(texts.text("reports-chart-left-out"));
    }
    let mut header_row: RowNum = 1;
    for line in sentences.iter().flat_map(|sentence| lines(sentence, printed_width(plan))) {
        write_text(sheet, header_row, 0, &line, &styles.note)?;
        header_row += 1;
    }
    let rows = rows_or_none(plan, texts);
    let mut before = vec![("", ONE_LINE); plan.columns.len()];
    let mut tall = f64::from(header_row) * 15.0 + header_height(plan);
    for (offset, row) in rows.iter().enumerate() {
        let needed = row_height(plan, row, texts, &mut before);
        if needed > ONE_LINE {
            sheet.set_row_height(header_row + 1 + row_number(offset), needed)?;
        }
        tall += needed.max(ONE_LINE);
        for (column, cell) in row.cells.iter().enumerate() {
            let place = (header_row + 1 + row_number(offset), column_number(column));
            cell.write(sheet, place, styles, texts, row.strong)?;
        }
    }
    let last_row = header_row + row_number(rows.len());
    let last_column = column_number(plan.columns.len().saturating_sub(1));
    sheet.add_table(header_row, 0, last_row, last_column, &table(plan, position, styles))?;
    sheet.set_row_height(header_row, header_height(plan))?;
    sheet.set_freeze_panes(header_row + 1, 0)?;
    sheet.set_repeat_rows(header_row, header_row)?;
    tall = chart::write(sheet, plan, header_row, last_row, tall)?;
    if tall <= TALLEST_PAGE {
        sheet.set_print_fit_to_pages(1, 1);
    }
    Ok(())
}

fn table(plan: &SheetPlan, position: usize, styles: &Styles) -> Table {
    let columns: Vec<TableColumn> = plan
        .columns
        .iter()
        .enumerate()
        .map(|(position, column)| {
            let format =
                if is_numeric(plan, position) { &styles.number_header } else { &styles.header };
            TableColumn::new().set_header(&column.header).set_header_format(format)
        })
        .collect();
    Table::new()
        .set_name(format!("efekt_table_{}", position + 1))
        .set_columns(&columns)
        .set_style(TableStyle::Light1)
        .set_autofilter(has_filter(plan))
        .set_alt_text_title(&plan.title)
        .set_alt_text(&plan.title)
}

/// A table without rows says so in one row: Excel knows no empty tables.
fn rows_or_none<'a>(plan: &'a SheetPlan, texts: &Texts) -> Cow<'a, [Row]> {
    if !plan.rows.is_empty() {
        return Cow::Borrowed(&plan.rows);
    }
    let mut cells = vec![CellValue::text(texts.text("reports-no-rows"))];
    cells.resize(plan.columns.len().max(1), CellValue::Blank);
    Cow::Owned(vec![Row::new(cells)])
}

/// Characters that fit beside each other over the table.
fn printed_width(plan: &SheetPlan) -> f64 {
    plan.columns.iter().map(|column| column.width).sum()
}

/// High enough for the header with the most lines.
fn header_height(plan: &SheetPlan) -> f64 {
    let heights = plan.columns.iter().map(|column| {
        // The filter button takes the room of about three characters, bold words a tenth more.
        let width = if has_filter(plan) { column.width - 4.0 } else { column.width - 1.0 };
        height(&column.header, width, 1.1)
    });
    heights.fold(0.0, f64::max) + 4.0
}

/// High enough for the cell with the most lines. `before` has the text met last in each column with its
/// height: rows of long lists repeat each other.
fn row_height<'a>(
    plan: &SheetPlan,
    row: &'a Row,
    texts: &Texts,
    before: &mut [(&'a str, f64)],
) -> f64 {
    let cells = row.cells.iter().zip(&plan.columns).zip(before);
    let heights = cells.map(|((cell, column), before)| match cell {
        CellValue::Text(text)
        | CellValue::Severity(_, text)
        | CellValue::Link { text, .. }
        | CellValue::FileLink { text, .. } => {
            if before.0 != text {
                *before = (text, height(text, column.width - 1.0, 1.0));
            }
            before.1
        }
        CellValue::Empty(_) => height(&cell.sign(texts), column.width - 1.0, 1.0),
        _ => 0.0,
    });
    heights.fold(0.0, f64::max)
}

/// Numbers stand on the right, and so do the headers above them.
fn is_numeric(plan: &SheetPlan, column: usize) -> bool {
    plan.rows.iter().any(|row| row.cells.get(column).is_some_and(|cell| cell.number().is_some()))
}

/// Short tables are read, long ones are searched; a filter over a chart would thin the chart.
fn has_filter(plan: &SheetPlan) -> bool {
    plan.charts.is_empty() && plan.rows.len() >= ROWS_TO_FILTER
}

fn column_number(column: usize) -> ColNum {
    ColNum::try_from(column).unwrap_or(ColNum::MAX)
}

fn row_number(row: usize) -> RowNum {
    RowNum::try_from(row).unwrap_or(RowNum::MAX)
}
