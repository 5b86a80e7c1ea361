//! Bytes to raw tables: opens workbooks and CSV files, finds headers, tells which column is which field.
//!
//! Never stops at a bad cell and never reads a meaning into a value: that is `validate`.

mod archive;
mod binary_cells;
mod charset;
mod compound;
mod corrections;
mod delimited;
mod feed;
mod files;
mod format;
mod idle_settings;
mod marks;
mod merged;
mod ods_marks;
mod ods_values;
mod old_cells;
mod plain_sheet;
mod plain_xml;
mod recognise;
mod repair;
mod sheet;
mod sheet_builder;
mod table;
mod transfer;
mod workbook;

pub use corrections::{
    CorrectionBook, CorrectionEntry, CorrectionTarget, TypedDecision, TypedValue,
};
pub use files::{FileReader, Ingested, SheetReport, read_tables, read_tables_here};
pub use format::is_xls;
pub use recognise::recognise;
pub use sheet::{CellError, ColumnWalk, MergedCells, RawCell, RawRow, RawSheet};
pub use table::{ColumnUse, Hints, RawTable, Recognition, RowClass, UnusableTable};
pub use transfer::{question_head, read_answer, read_question, write_answer};

use crate::model::{Finding, InputFile, Limits, Place, Severity};

/// What one file holds, before anybody asks what its tables are.
#[derive(Debug, Default)]
pub struct FileContent {
    /// Its sheets; a CSV file is one sheet without a name.
    pub sheets: Vec<RawSheet>,
    /// Why it could not be read, or how it was.
    pub findings: Vec<Finding>,
}

/// Reads one file by its content, whatever its name says. A file that cannot be read gives no sheet
/// and one blocking finding that says what to do.
pub fn read_file(file: &InputFile, limits: Limits) -> FileContent {
    match format::sniff(&file.bytes) {
        Ok(format::Format::Delimited) => delimited::read(file, limits),
        Ok(format) => match workbook::read(file, format, limits) {
            Ok(content) => content,
            Err(reason) => refused(file, reason),
        },
        Err(reason) => refused(file, reason),
    }
}

/// What is known of a file that cannot be read: no sheet, and the finding that says why.
pub fn refused(file: &InputFile, reason: ReadProblem) -> FileContent {
    let arguments = vec![("reason", reason.code().to_owned())];
    let finding = said(Place::file(&file.path), "W001", Severity::Blocking, arguments);
    FileContent { sheets: Vec::new(), findings: vec![finding] }
}

fn said(
    place: Place,
    code: &'static str,
    severity: Severity,
    arguments: Vec<(&'static str, String)>,
) -> Finding {
    Finding {
        place,
        code,
        severity,
        field: String::new(),
        read: String::new(),
        suggestion: String::new(),
        arguments,
        person: None,
    }
}

/// Why a file cannot be read; the locale has a sentence for each code.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ReadProblem {
    /// No bytes.
    Empty,
    /// Not a spreadsheet at all.
    NotASpreadsheet,
    /// A web page or XML 2003 file that is called a workbook.
    Markup,
    /// Protected by a password.
    Password,
    /// The reader gave up: broken or not understood.
    Broken,
    /// More cells, text or parts than any real file has.
    TooLarge,
    /// It holds no sheet.
    NoSheet,
    /// A cell beyond the last row or column of a sheet.
    OutsideGrid,
    /// XML that defines words of its own.
    Doctype,
    /// Two parts of one name: programs would show different data.
    DuplicateParts,
    /// A part that inflates to many times its size.
    Inflation,
    /// More texts are announced than the file can hold.
    SharedStrings,
    /// Its reader wanted more memory than it may have.
    Memory,
    /// Its reader was not ready in time.
    Time,
    /// Its reader ended otherwise.
    Crashed,
}

impl ReadProblem {
    /// Message id `read-problem-…`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "read-problem-empty",
            Self::NotASpreadsheet => "read-problem-not-a-spreadsheet",
            Self::Markup => "read-problem-markup",
            Self::Password => "read-problem-password",
            Self::Broken => "read-problem-broken",
            Self::TooLarge => "read-problem-too-large",
            Self::NoSheet => "read-problem-no-sheet",
            Self::OutsideGrid => "read-problem-outside-grid",
            Self::Doctype => "read-problem-doctype",
            Self::DuplicateParts => "read-problem-duplicate-parts",
            Self::Inflation => "read-problem-inflation",
            Self::SharedStrings => "read-problem-shared-strings",
            Self::Memory => "read-problem-memory",
            Self::Time => "read-problem-time",
            Self::Crashed => "read-problem-crashed",
        }
    }
}
