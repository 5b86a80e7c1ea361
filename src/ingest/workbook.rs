//! Workbooks: Excel and `OpenDocument`, cell by cell, within limits.

use std::io::Cursor;

use calamine::{
    CellErrorType, Data, DataRef, ExcelDateTime, Ods, Range, Reader, SheetType, SheetVisible, Xls,
    Xlsb, Xlsx, open_workbook_from_rs,
};
use zip::ZipArchive;

use crate::ingest::format::Format;
use crate::ingest::marks;
use crate::ingest::ods_marks;
use crate::ingest::sheet::SheetBuilder;
use crate::ingest::{CellError, FileContent, Limits, RawCell, RawSheet, ReadProblem};
use crate::model::{Day, InputFile};

type Bytes<'a> = Cursor<&'a [u8]>;

/// The last row and column of a spreadsheet, from 0; a reference beyond is broken.
const LAST_ROW: u32 = 1_048_575;
const LAST_COLUMN: u32 = 16_383;

/// Reads all worksheets of a workbook.
pub(crate) fn read(
    file: &InputFile,
    format: Format,
    limits: Limits,
) -> Result<FileContent, ReadProblem> {
    let bytes = Cursor::new(file.bytes.as_slice());
    if format != Format::Xls {
        check_parts(&bytes, limits)?;
    }
    let sheets = match format {
        Format::Xlsx => read_xlsx(&file.path, bytes, limits)?,
        Format::Xlsb => read_xlsb(&file.path, bytes, limits)?,
        Format::Xls => read_xls(&file.path, bytes, limits)?,
        Format::Ods => read_ods(&file.path, bytes, limits)?,
        Format::Delimited => return Err(ReadProblem::NotASpreadsheet),
    };
    if sheets.is_empty() {
        return Err(ReadProblem::NoSheet);
    }
    Ok(FileContent { sheets, findings: Vec::new() })
}

/// Refuses zip bombs by the sizes that the archive declares; the zip reader checks that no part is
/// larger than declared.
fn check_parts(bytes: &Bytes<'_>, limits: Limits) -> Result<(), ReadProblem> {
    let mut archive = ZipArchive::new(bytes.clone()).map_err(|_| ReadProblem::Broken)?;
    if archive.len() > limits.parts {
        return Err(ReadProblem::TooLarge);
    }
    let mut total = 0_u64;
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).map_err(|_| ReadProblem::Broken)?;
        let (size, packed) = (part.size(), part.compressed_size().max(1));
        total = total.saturating_add(size);
        let bomb = size > 100 * 1024 && size / packed > 400;
        if bomb || total > limits.inflated {
            return Err(ReadProblem::TooLarge);
        }
    }
    Ok(())
}

fn read_xlsx(path: &str, bytes: Bytes<'_>, limits: Limits) -> Result<Vec<RawSheet>, ReadProblem> {
    let mut workbook: Xlsx<_> = open_workbook_from_rs(bytes.clone()).map_err(problem)?;
    let from_1904 = workbook.has_1904_epoch();
    let mut marks = marks::Marks::open(bytes);
    let mut left = limits.cells;
    let mut sheets = Vec::new();
    for (name, hidden) in worksheets(workbook.sheets_metadata()) {
        let mut builder = SheetBuilder::new(path, &name);
        {
            let mut reader = workbook.worksheet_cells_reader(&name).map_err(problem)?;
            while let Some(record) = reader.next_cell_with_formula_metadata().map_err(problem)? {
                let (row, column) = within(record.pos)?;
                let formula = record.formula.is_some();
                push_ref(&mut builder, row, column, &record.value, formula, limits)?;
                if builder.len() > left {
                    return Err(ReadProblem::TooLarge);
                }
            }
        }
        left -= builder.len();
        let struck = struck_rows(&mut workbook, &name);
        let sheet = builder.sheet_mut();
        sheet.hidden = hidden;
        sheet.from_1904 = from_1904;
        sheet.marks_known = true;
        sheet.struck_rows = struck;
        if let Some(marks) = &mut marks {
            let (rows, columns) = marks.hidden(&name);
            sheet.hidden_rows = rows;
            sheet.hidden_columns = columns;
        }
        sheets.push(builder.finish());
    }
    Ok(sheets)
}

/// Rows in which a cell that holds something is struck out.
fn struck_rows(workbook: &mut Xlsx<Bytes<'_>>, name: &str) -> std::collections::BTreeSet<u32> {
    let mut struck = std::collections::BTreeSet::new();
    let Ok(mut reader) = workbook.worksheet_cells_reader(name) else { return struck };
    let through: Vec<bool> = reader
        .styles()
        .iter()
        .map(|style| style.font.as_ref().is_some_and(calamine::Font::has_strikethrough))
        .collect();
    if !through.contains(&true) {
        return struck;
    }
    while let Ok(Some((cell, style))) = reader.next_cell_with_style_id() {
        let empty = matches!(cell.get_value(), DataRef::Empty);
        if !empty && through.get(style) == Some(&true) {
            struck.insert(cell.get_position().0);
        }
    }
    struck
}

fn read_xlsb(path: &str, bytes: Bytes<'_>, limits: Limits) -> Result<Vec<RawSheet>, ReadProblem> {
    let mut workbook: Xlsb<_> = open_workbook_from_rs(bytes).map_err(problem)?;
    let from_1904 = workbook.has_1904_epoch();
    let mut left = limits.cells;
    let mut sheets = Vec::new();
    for (name, hidden) in worksheets(workbook.sheets_metadata()) {
        let mut builder = SheetBuilder::new(path, &name);
        let mut reader = workbook.worksheet_cells_reader(&name).map_err(problem)?;
        while let Some(cell) = reader.next_cell().map_err(problem)? {
            let (row, column) = within(cell.get_position())?;
            push_ref(&mut builder, row, column, cell.get_value(), false, limits)?;
            if builder.len() > left {
                return Err(ReadProblem::TooLarge);
            }
        }
        left -= builder.len();
        builder.sheet_mut().hidden = hidden;
        builder.sheet_mut().from_1904 = from_1904;
        sheets.push(builder.finish());
    }
    Ok(sheets)
}

fn read_xls(path: &str, bytes: Bytes<'_>, limits: Limits) -> Result<Vec<RawSheet>, ReadProblem> {
    let mut workbook: Xls<_> = open_workbook_from_rs(bytes).map_err(problem)?;
    let from_1904 = workbook.has_1904_epoch();
    let metadata = worksheets(workbook.sheets_metadata());
    let mut sheets =
        ranges(path, &metadata, limits, |name| workbook.worksheet_range(name).map_err(problem))?;
    for sheet in &mut sheets {
        sheet.from_1904 = from_1904;
    }
    Ok(sheets)
}

fn read_ods(path: &str, bytes: Bytes<'_>, limits: Limits) -> Result<Vec<RawSheet>, ReadProblem> {
    let mut workbook: Ods<_> = open_workbook_from_rs(bytes.clone()).map_err(problem)?;
    let metadata = worksheets(workbook.sheets_metadata());
    let mut sheets =
        ranges(path, &metadata, limits, |name| workbook.worksheet_range(name).map_err(problem))?;
    if let Some(mut marks) = ods_marks::read(bytes) {
        for sheet in &mut sheets {
            let found = marks.remove(&*sheet.name).unwrap_or_default();
            sheet.struck_rows = found.struck_rows;
            sheet.hidden_rows = found.hidden_rows;
            sheet.hidden_columns = found.hidden_columns;
            sheet.marks_known = true;
        }
    }
    Ok(sheets)
}

fn ranges(
    path: &str,
    metadata: &[(String, bool)],
    limits: Limits,
    mut range_of: impl FnMut(&str) -> Result<Range<Data>, ReadProblem>,
) -> Result<Vec<RawSheet>, ReadProblem> {
    let mut left = limits.cells;
    let mut sheets = Vec::new();
    for (name, hidden) in metadata {
        let range = range_of(name)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut builder = SheetBuilder::new(path, name);
        for (row, column, value) in range.used_cells() {
            let row = first_row.saturating_add(u32::try_from(row).unwrap_or(u32::MAX));
            let column = first_column.saturating_add(u32::try_from(column).unwrap_or(u32::MAX));
            let (row, column) = within((row, column))?;
            push_data(&mut builder, row, column, value, limits)?;
        }
        if builder.len() > left {
            return Err(ReadProblem::TooLarge);
        }
        left -= builder.len();
        builder.sheet_mut().hidden = *hidden;
        sheets.push(builder.finish());
    }
    Ok(sheets)
}

/// Names of the worksheets, and whether each is hidden; chart and macro sheets are no tables.
fn worksheets(metadata: &[calamine::Sheet]) -> Vec<(String, bool)> {
    metadata
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect()
}

fn within((row, column): (u32, u32)) -> Result<(u32, u32), ReadProblem> {
    if row > LAST_ROW || column > LAST_COLUMN {
        return Err(ReadProblem::Broken);
    }
    Ok((row, column))
}

fn push_ref(
    builder: &mut SheetBuilder,
    row: u32,
    column: u32,
    value: &DataRef<'_>,
    formula: bool,
    limits: Limits,
) -> Result<(), ReadProblem> {
    match value {
        DataRef::SharedString(text) => push_text(builder, row, column, text, limits)?,
        DataRef::String(text) | DataRef::DurationIso(text) => {
            push_text(builder, row, column, text, limits)?;
        }
        DataRef::DateTimeIso(text) => push_iso(builder, row, column, text),
        DataRef::Empty if formula => builder.push(row, column, RawCell::NoValue),
        DataRef::Empty => {}
        #[expect(clippy::cast_precision_loss, reason = "a cell's number is a float by nature")]
        DataRef::Int(number) => builder.push(row, column, RawCell::Number(*number as f64)),
        DataRef::Float(number) => builder.push(row, column, RawCell::Number(*number)),
        DataRef::Bool(flag) => builder.push(row, column, RawCell::Flag(*flag)),
        DataRef::DateTime(moment) => builder.push(row, column, day_cell(*moment)),
        DataRef::Error(error) => builder.push(row, column, RawCell::Error(cell_error(error))),
    }
    Ok(())
}

fn push_data(
    builder: &mut SheetBuilder,
    row: u32,
    column: u32,
    value: &Data,
    limits: Limits,
) -> Result<(), ReadProblem> {
    match value {
        Data::String(text) => match ods_error(text) {
            Some(error) => builder.push(row, column, RawCell::Error(error)),
            None => push_text(builder, row, column, text, limits)?,
        },
        Data::DateTimeIso(text) => push_iso(builder, row, column, text),
        Data::DurationIso(text) => push_text(builder, row, column, text, limits)?,
        Data::Empty => {}
        #[expect(clippy::cast_precision_loss, reason = "a cell's number is a float by nature")]
        Data::Int(number) => builder.push(row, column, RawCell::Number(*number as f64)),
        Data::Float(number) => builder.push(row, column, RawCell::Number(*number)),
        Data::Bool(flag) => builder.push(row, column, RawCell::Flag(*flag)),
        Data::DateTime(moment) => builder.push(row, column, day_cell(*moment)),
        Data::Error(error) => builder.push(row, column, RawCell::Error(cell_error(error))),
    }
    Ok(())
}

fn push_text(
    builder: &mut SheetBuilder,
    row: u32,
    column: u32,
    text: &str,
    limits: Limits,
) -> Result<(), ReadProblem> {
    if text.len() > limits.text && text.chars().count() > limits.text {
        return Err(ReadProblem::TooLarge);
    }
    builder.push_text(row, column, text);
    Ok(())
}

/// ODS keeps dates as `1990-05-17` or `1990-05-17T10:15:00`.
fn push_iso(builder: &mut SheetBuilder, row: u32, column: u32, text: &str) {
    match text.get(..10).and_then(Day::parse_iso) {
        Some(day) => builder.push(row, column, RawCell::Day(day)),
        None => builder.push_text(row, column, text),
    }
}

/// A date cell. Serial numbers below 61 differ by a day between programs, so they stay numbers.
fn day_cell(moment: ExcelDateTime) -> RawCell {
    let serial = moment.as_f64();
    if !moment.is_datetime() || serial < 61.0 {
        return RawCell::Number(serial);
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    Day::new(year.into(), month.into(), day.into()).map_or(RawCell::Number(serial), RawCell::Day)
}

fn cell_error(error: &CellErrorType) -> CellError {
    match error {
        CellErrorType::Div0 => CellError::Division,
        CellErrorType::NA => CellError::NotAvailable,
        CellErrorType::Name => CellError::Name,
        CellErrorType::Null => CellError::Null,
        CellErrorType::Num => CellError::Number,
        CellErrorType::Ref => CellError::Reference,
        CellErrorType::Value => CellError::Value,
        CellErrorType::GettingData => CellError::GettingData,
    }
}

/// `OpenDocument` keeps error values as text.
fn ods_error(text: &str) -> Option<CellError> {
    [
        CellError::Division,
        CellError::NotAvailable,
        CellError::Name,
        CellError::Null,
        CellError::Number,
        CellError::Reference,
        CellError::Value,
    ]
    .into_iter()
    .find(|error| error.shown() == text)
}

fn problem<E: std::fmt::Display>(error: E) -> ReadProblem {
    if error.to_string().to_lowercase().contains("password") {
        ReadProblem::Password
    } else {
        ReadProblem::Broken
    }
}
