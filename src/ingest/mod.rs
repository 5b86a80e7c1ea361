//! Bytes to raw tables: opens workbooks and CSV files, finds headers, tells which column is which field.
//!
//! Never stops at a bad cell and never reads a meaning into a value: that is `validate`.

mod delimited;
mod files;
mod format;
mod marks;
mod ods_marks;
mod recognise;
mod sheet;
mod table;
mod workbook;

pub use files::{Ingested, SheetReport, read_tables};
pub use recognise::recognise;
pub use sheet::{CellError, RawCell, RawRow, RawSheet};
pub use table::{ColumnUse, Hints, RawTable, Recognition, RowClass};

use crate::model::{Finding, InputFile, Place, Severity};

/// What one file holds, before anybody asks what its tables are.
#[derive(Debug, Default)]
pub struct FileContent {
    /// Its sheets; a CSV file is one sheet without a name.
    pub sheets: Vec<RawSheet>,
    /// Why it could not be read, or how it was.
    pub findings: Vec<Finding>,
}

/// Limits for one file.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Cells in all sheets.
    pub cells: usize,
    /// Characters in a cell; Excel's own limit.
    pub text: usize,
    /// Inflated bytes of all parts of a zip file.
    pub inflated: u64,
    /// Parts of a zip file.
    pub parts: usize,
}

impl Default for Limits {
    /// Far above real files (the largest of 459 seen had 7.3 MB inflated), far below harm.
    fn default() -> Self {
        Self { cells: 20_000_000, text: 32_767, inflated: 512 * 1024 * 1024, parts: 1_000 }
    }
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

fn refused(file: &InputFile, reason: ReadProblem) -> FileContent {
    let finding = Finding {
        place: Place::file(&file.path),
        code: "W001",
        severity: Severity::Blocking,
        field: String::new(),
        read: String::new(),
        suggestion: String::new(),
        arguments: vec![("reason", reason.code().to_owned())],
        person: None,
    };
    FileContent { sheets: Vec::new(), findings: vec![finding] }
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
        }
    }
}
