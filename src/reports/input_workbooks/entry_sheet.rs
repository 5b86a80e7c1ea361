//! The sheet that a person fills in: a header, two example rows, and rules for the rows below.

use rust_xlsxwriter::{
    Color, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Worksheet,
};

use crate::catalogue::Texts;
use crate::reports::ReportError;
use crate::reports::input_workbooks::column::{ExampleValue, InputColumn, Need};
use crate::reports::input_workbooks::{TablePlan, landscape, lists, rule};

/// Rows that have rules; a table may grow beyond them.
const PREPARED_ROWS: u32 = 2_000;
const GREY: Color = Color::RGB(0x0076_7676);

/// The format of a header: how dark it is says how much it is needed.
pub(super) fn header_format(need: Need) -> Format {
    let format = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_border_bottom(FormatBorder::Thin)
        .set_border_right(FormatBorder::Hair);
    match need {
        Need::Always => format
            .set_bold()
            .set_font_color(Color::White)
            .set_background_color(Color::RGB(0x001F_4E79)),
        Need::OneOfGroup => format.set_bold().set_background_color(Color::RGB(0x009D_C3E6)),
        Need::WhenKnown => format.set_background_color(Color::RGB(0x00E7_E6E6)),
    }
}

/// One sheet of a table. Below the examples no cell is stored: formats belong to columns, rules to
/// ranges, so an untouched sheet holds no row.
pub(super) fn sheet(table: &TablePlan<'_>, texts: &Texts) -> Result<Worksheet, ReportError> {
    let mut worksheet = landscape(table.layout.sheet)?;
    worksheet.set_tab_color(Color::RGB(0x001F_4E79));
    worksheet.set_row_height(0, 48)?;
    let mut last = 0;
    for (index, column) in table.columns.iter().enumerate() {
        let place = u16::try_from(index).unwrap_or(u16::MAX);
        last = place;
        worksheet.set_column_width(place, column.width())?;
        worksheet.set_column_format(place, &column.format())?;
        let header = header_format(column.need);
        worksheet.write_string_with_format(0, place, &column.field.header, &header)?;
        for (row, value) in (1..).zip(&column.examples) {
            write_example(&mut worksheet, row, place, column, value)?;
        }
        let list = lists::list_name(table, index);
        let rule = rule::rule(column, list.as_deref(), texts)?;
        worksheet.add_data_validation(1, place, PREPARED_ROWS, place, &rule)?;
    }
    let texts_only = IgnoreError::NumberStoredAsText;
    worksheet.ignore_error_range(1, 0, PREPARED_ROWS, last, texts_only)?;
    worksheet.autofilter(0, 0, PREPARED_ROWS, last)?;
    worksheet.set_freeze_panes(1, 1)?;
    worksheet.set_repeat_rows(0, 0)?;
    // Where typing begins.
    worksheet.set_selection(3, 0, 3, 0)?;
    Ok(worksheet)
}

fn write_example(
    worksheet: &mut Worksheet,
    row: u32,
    place: u16,
    column: &InputColumn<'_>,
    value: &ExampleValue,
) -> Result<(), ReportError> {
    let format = column.format().set_italic().set_font_color(GREY);
    match value {
        ExampleValue::Empty => {}
        ExampleValue::Text(text) => {
            worksheet.write_string_with_format(row, place, text, &format)?;
        }
        ExampleValue::Amount(number) | ExampleValue::Number(number) => {
            worksheet.write_number_with_format(row, place, *number, &format)?;
        }
        ExampleValue::Day(year, month, day) => {
            let moment = ExcelDateTime::from_ymd(*year, *month, *day)?;
            worksheet.write_datetime_with_format(row, place, &moment, &format)?;
        }
    }
    Ok(())
}
