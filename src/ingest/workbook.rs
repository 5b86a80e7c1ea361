//! Workbooks: Excel and `OpenDocument`, cell by cell, within limits.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{
    CellErrorType, Data, DataRef, ExcelDateTime, Ods, Range, Reader, SheetType, SheetVisible, Xls,
    Xlsb, Xlsx, XlsxCellFormulaMetadataRecord, open_workbook_from_rs,
};
use memchr::memmem;

use crate::ingest::archive::{self, ActiveContent};
use crate::ingest::binary_cells;
use crate::ingest::format::Format;
use crate::ingest::marks::{LAST_COLUMN, LAST_ROW, Marks, SheetMarks};
use crate::ingest::ods_marks;
use crate::ingest::old_cells::{self, OldCells};
use crate::ingest::plain_sheet::PlainSheets;
use crate::ingest::sheet_builder::SheetBuilder;
use crate::ingest::{CellError, FileContent, RawCell, RawSheet, ReadProblem, repair, said};
use crate::model::{Day, InputFile, Limits, Place, Severity};

type Bytes<'a> = Cursor<&'a [u8]>;

/// Row and column, from 0.
type StruckCells = BTreeSet<(u32, u32)>;

/// `_VBA_PROJECT` in UTF-16: the folder of macros in an old workbook.
const VBA_PROJECT: &[u8] = b"_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0";

/// Reads all worksheets of a workbook.
pub(crate) fn read(
    file: &InputFile,
    format: Format,
    limits: Limits,
) -> Result<FileContent, ReadProblem> {
    let bytes = file.bytes.as_slice();
    let mut active = match format {
        Format::Xls => old_cells::active_content(bytes),
        _ => archive::inspect(bytes, limits)?,
    };
    if format == Format::Xls && memmem::find(bytes, VBA_PROJECT).is_some() {
        active.insert(ActiveContent::Macros);
    }
    let sheets = match sheets(&file.path, format, bytes, limits) {
        Err(ReadProblem::Broken) => {
            let mended = match format {
                Format::Xlsx => repair::excel(bytes),
                Format::Ods => repair::without_space_between_cells(bytes),
                Format::Xlsb => repair::without_unknown_sheets(bytes),
                Format::Xls | Format::Delimited => None,
            };
            let mended = mended.ok_or(ReadProblem::Broken)?;
            sheets(&file.path, format, &mended, limits)
        }
        sheets => sheets,
    }?;
    if sheets.is_empty() {
        return Err(ReadProblem::NoSheet);
    }
    let findings = active
        .iter()
        .map(|content| {
            let arguments = vec![("content", content.code().to_owned())];
            said(Place::file(&file.path), "W018", Severity::Note, arguments)
        })
        .collect();
    Ok(FileContent { sheets, findings })
}

fn sheets(
    path: &str,
    format: Format,
    bytes: &[u8],
    limits: Limits,
) -> Result<Vec<RawSheet>, ReadProblem> {
    let bytes = Cursor::new(bytes);
    match format {
        Format::Xlsx => read_xlsx(path, &bytes, limits),
        Format::Xlsb => read_xlsb(path, &bytes, limits),
        Format::Xls => read_xls(path, &bytes, limits),
        Format::Ods => read_ods(path, bytes, limits),
        Format::Delimited => Err(ReadProblem::NotASpreadsheet),
    }
}

fn read_xlsx(path: &str, bytes: &Bytes<'_>, limits: Limits) -> Result<Vec<RawSheet>, ReadProblem> {
    let mut plain = PlainSheets::open(bytes.clone());
    let mut whole = None;
    let (metadata, from_1904) = if let Some(plain) = &plain {
        (worksheets(plain.metadata()), plain.counts_from_1904())
    } else {
        let workbook = &whole.insert(WholeSheets::open(bytes.clone())?).workbook;
        (worksheets(workbook.sheets_metadata()), workbook.has_1904_epoch())
    };
    let mut left = usize::try_from(limits.cells).unwrap_or(usize::MAX);
    let mut sheets = Vec::new();
    for (name, hidden) in metadata {
        let read = plain.as_mut().and_then(|plain| plain.read(path, &name, left, limits));
        let (mut builder, marks, struck_cells) = match (read, &mut whole) {
            (Some(read), _) => (read.builder, Some(read.marks), read.struck_cells),
            (None, Some(whole)) => whole.read(path, &name, left, limits)?,
            (None, whole) => {
                let whole = whole.insert(WholeSheets::open(bytes.clone())?);
                whole.read(path, &name, left, limits)?
            }
        };
        left = left.saturating_sub(builder.len());
        let sheet = builder.sheet_mut();
        sheet.hidden = hidden;
        sheet.from_1904 = from_1904;
        sheet.struck_cells = struck_cells;
        if let Some(marks) = marks {
            sheet.marks_known = true;
            sheet.hidden_rows = marks.hidden_rows;
            sheet.hidden_columns = marks.hidden_columns;
            sheet.merged = marks.merged;
        }
        sheets.push(builder.finish());
    }
    Ok(sheets)
}

/// A workbook of which the reader of cells reads everything.
struct WholeSheets<'a> {
    workbook: Xlsx<Bytes<'a>>,
    marks: Option<Marks<'a>>,
    zero_is_none: bool,
}

impl<'a> WholeSheets<'a> {
    fn open(bytes: Bytes<'a>) -> Result<Self, ReadProblem> {
        let workbook = open_workbook_from_rs(bytes.clone()).map_err(problem)?;
        let marks = Marks::open(bytes);
        let zero_is_none = marks.as_ref().is_some_and(|marks| marks.computes_on_loading);
        Ok(Self { workbook, marks, zero_is_none })
    }

    /// The cells of a sheet, its marks if they are known, and the cells struck out.
    fn read(
        &mut self,
        path: &str,
        name: &str,
        cells: usize,
        limits: Limits,
    ) -> Result<(SheetBuilder, Option<SheetMarks>, StruckCells), ReadProblem> {
        let mut builder = SheetBuilder::new(path, name);
        // Before the cells: the reader computes with references that nobody has checked.
        let marks = self.marks.as_mut().map(|marks| marks.read(name)).transpose()?.flatten();
        let mut reader = self.workbook.worksheet_cells_reader(name).map_err(problem)?;
        while let Some(record) = reader.next_cell_with_formula_metadata().map_err(problem)? {
            let (row, column) = within(record.pos)?;
            if let Some(number) = record_number(&mut builder, &record, self.zero_is_none, limits)? {
                builder.place(row, column, number);
            }
            if builder.len() > cells {
                return Err(ReadProblem::TooLarge);
            }
        }
        drop(reader);
        let struck = struck_cells(&mut self.workbook, name);
        Ok((builder, marks, struck))
    }
}

/// The number that the value of a cell has in a sheet; `None` for a cell that holds nothing. Programs that
/// do not compute store a zero for every formula, or nothing: there `zero_is_none`.
pub(crate) fn record_number(
    builder: &mut SheetBuilder,
    record: &XlsxCellFormulaMetadataRecord<'_>,
    zero_is_none: bool,
    limits: Limits,
) -> Result<Option<u32>, ReadProblem> {
    let is_formula = record.formula.is_some();
    if is_formula && zero_is_none && is_zero(&record.value) {
        return Ok(Some(builder.number(RawCell::NoValue)));
    }
    value_number(builder, &record.value, is_formula, limits)
}

fn is_zero(value: &DataRef<'_>) -> bool {
    matches!(value, DataRef::Float(0.0) | DataRef::Int(0))
}

/// Cells that hold something and are struck out.
fn struck_cells(workbook: &mut Xlsx<Bytes<'_>>, name: &str) -> StruckCells {
    let mut struck = BTreeSet::new();
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
            struck.insert(cell.get_position());
        }
    }
    struck
}

fn read_xlsb(path: &str, bytes: &Bytes<'_>, limits: Limits) -> Result<Vec<RawSheet>, ReadProblem> {
    let mut workbook: Xlsb<_> = open_workbook_from_rs(bytes.clone()).map_err(problem)?;
    let mut errors = binary_cells::error_formulas(bytes.get_ref());
    let from_1904 = workbook.has_1904_epoch();
    let mut left = usize::try_from(limits.cells).unwrap_or(usize::MAX);
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
        for ((row, column), cell) in errors.remove(&name).unwrap_or_default() {
            let (row, column) = within((row, column))?;
            builder.push(row, column, cell);
        }
        left = left.saturating_sub(builder.len());
        builder.sheet_mut().hidden = hidden;
        builder.sheet_mut().from_1904 = from_1904;
        sheets.push(builder.finish());
    }
    Ok(sheets)
}

fn read_xls(path: &str, bytes: &Bytes<'_>, limits: Limits) -> Result<Vec<RawSheet>, ReadProblem> {
    let mut workbook: Xls<_> = open_workbook_from_rs(bytes.clone()).map_err(problem)?;
    let from_1904 = workbook.has_1904_epoch();
    let all: Vec<String> =
        workbook.sheets_metadata().iter().map(|sheet| sheet.name.clone()).collect();
    let metadata = worksheets(workbook.sheets_metadata());
    let mut old: BTreeMap<String, OldCells> =
        all.into_iter().zip(old_cells::read(bytes.get_ref()).unwrap_or_default()).collect();
    let mut marks = Vec::new();
    let mut sheets = ranges(path, &metadata, limits, |name| {
        let range = workbook.worksheet_range(name).map_err(problem)?;
        let old = old.remove(name).unwrap_or_default();
        // A text that is not in the list of shared texts is passed over without a word.
        let lost = |cell: &(u32, u32)| matches!(range.get_value(*cell), None | Some(Data::Empty));
        if old.shared_texts.iter().any(lost) {
            return Err(ReadProblem::Broken);
        }
        let OldCells { without_value, hidden_rows, hidden_columns, merged, .. } = old;
        marks.push((hidden_rows, hidden_columns, merged));
        Ok((range, without_value))
    })?;
    for (sheet, (rows, columns, merged)) in sheets.iter_mut().zip(marks) {
        sheet.from_1904 = from_1904;
        (sheet.hidden_rows, sheet.hidden_columns, sheet.merged) = (rows, columns, merged);
    }
    Ok(sheets)
}

fn read_ods(path: &str, bytes: Bytes<'_>, limits: Limits) -> Result<Vec<RawSheet>, ReadProblem> {
    let mut workbook: Ods<_> = open_workbook_from_rs(bytes.clone()).map_err(problem)?;
    let metadata = worksheets(workbook.sheets_metadata());
    let mut marks = ods_marks::read(bytes)?;
    let mut sheets = ranges(path, &metadata, limits, |name| {
        let range = workbook.worksheet_range(name).map_err(problem)?;
        let marks = marks.as_mut().and_then(|marks| marks.get_mut(name));
        Ok((range, marks.map(|marks| std::mem::take(&mut marks.overlooked)).unwrap_or_default()))
    })?;
    if let Some(mut marks) = marks {
        for sheet in &mut sheets {
            let found = marks.remove(&*sheet.name).unwrap_or_default();
            sheet.struck_cells = found.struck_cells;
            sheet.merged = found.merged;
            sheet.hidden_rows = found.hidden_rows;
            sheet.hidden_columns = found.hidden_columns;
            sheet.marks_known = true;
        }
    }
    Ok(sheets)
}

/// Cells by row and column that stand instead of what the reader of cells says.
type Instead = BTreeMap<(u32, u32), RawCell>;

fn ranges(
    path: &str,
    metadata: &[(String, bool)],
    limits: Limits,
    mut range_of: impl FnMut(&str) -> Result<(Range<Data>, Instead), ReadProblem>,
) -> Result<Vec<RawSheet>, ReadProblem> {
    let mut left = usize::try_from(limits.cells).unwrap_or(usize::MAX);
    let mut sheets = Vec::new();
    for (name, hidden) in metadata {
        let (range, instead) = range_of(name)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut builder = SheetBuilder::new(path, name);
        for (row, column, value) in range.used_cells() {
            let row = first_row.saturating_add(u32::try_from(row).unwrap_or(u32::MAX));
            let column = first_column.saturating_add(u32::try_from(column).unwrap_or(u32::MAX));
            let (row, column) = within((row, column))?;
            if !instead.contains_key(&(row, column)) {
                push_data(&mut builder, row, column, value, limits)?;
            }
        }
        for ((row, column), cell) in instead {
            let (row, column) = within((row, column))?;
            builder.push(row, column, cell);
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
        return Err(ReadProblem::OutsideGrid);
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
    if let Some(number) = value_number(builder, value, formula, limits)? {
        builder.place(row, column, number);
    }
    Ok(())
}

/// The number that a value has in a sheet; `None` for a cell that holds nothing.
fn value_number(
    builder: &mut SheetBuilder,
    value: &DataRef<'_>,
    formula: bool,
    limits: Limits,
) -> Result<Option<u32>, ReadProblem> {
    let cell = match value {
        DataRef::SharedString(text) => return text_number(builder, text, limits),
        DataRef::String(text) | DataRef::DurationIso(text) => {
            return text_number(builder, text, limits);
        }
        DataRef::DateTimeIso(text) => match iso_day(text) {
            Some(day) => RawCell::Day(day),
            None => return Ok(builder.text_number(text)),
        },
        DataRef::Empty if formula => RawCell::NoValue,
        DataRef::Empty => return Ok(None),
        #[expect(clippy::cast_precision_loss, reason = "a cell's number is a float by nature")]
        DataRef::Int(number) => RawCell::Number(*number as f64),
        DataRef::Float(number) => number_cell(*number),
        DataRef::Bool(flag) => RawCell::Flag(*flag),
        DataRef::DateTime(moment) => day_cell(*moment),
        DataRef::Error(error) => RawCell::Error(cell_error(error)),
    };
    Ok(Some(builder.number(cell)))
}

fn text_number(
    builder: &mut SheetBuilder,
    text: &str,
    limits: Limits,
) -> Result<Option<u32>, ReadProblem> {
    let longest = usize::try_from(limits.text).unwrap_or(usize::MAX);
    if text.len() > longest && text.chars().count() > longest {
        return Err(ReadProblem::TooLarge);
    }
    Ok(builder.text_number(text))
}

fn push_data(
    builder: &mut SheetBuilder,
    row: u32,
    column: u32,
    value: &Data,
    limits: Limits,
) -> Result<(), ReadProblem> {
    match value {
        Data::String(text) | Data::DurationIso(text) => {
            push_text(builder, row, column, text, limits)?;
        }
        Data::DateTimeIso(text) => push_iso(builder, row, column, text),
        Data::Empty => {}
        #[expect(clippy::cast_precision_loss, reason = "a cell's number is a float by nature")]
        Data::Int(number) => builder.push(row, column, RawCell::Number(*number as f64)),
        Data::Float(number) => builder.push(row, column, number_cell(*number)),
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
    if let Some(number) = text_number(builder, text, limits)? {
        builder.place(row, column, number);
    }
    Ok(())
}

fn push_iso(builder: &mut SheetBuilder, row: u32, column: u32, text: &str) {
    match iso_day(text) {
        Some(day) => builder.push(row, column, RawCell::Day(day)),
        None => builder.push_text(row, column, text),
    }
}

/// ODS keeps dates as `1990-05-17` or `1990-05-17T10:15:00`.
fn iso_day(text: &str) -> Option<Day> {
    text.get(..10).and_then(Day::parse_iso)
}

/// No program shows a number that is none: as a file can hold one, it is an error value.
fn number_cell(number: f64) -> RawCell {
    if number.is_finite() { RawCell::Number(number) } else { RawCell::Error(CellError::Number) }
}

/// A date cell. Serial numbers below 61 differ by a day between programs, so they stay numbers.
fn day_cell(moment: ExcelDateTime) -> RawCell {
    let serial = moment.as_f64();
    if !moment.is_datetime() || serial < 61.0 {
        return number_cell(serial);
    }
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    Day::new(year.into(), month.into(), day.into()).map_or(number_cell(serial), RawCell::Day)
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

fn problem<E: std::fmt::Display>(error: E) -> ReadProblem {
    let words = error.to_string().to_lowercase();
    // With the old encryption (XOR) the reader takes scrambled bytes for the name of a code page.
    let scrambled = words.contains("codepage") && words.ends_with("not found");
    if words.contains("password") || scrambled {
        ReadProblem::Password
    } else {
        ReadProblem::Broken
    }
}
