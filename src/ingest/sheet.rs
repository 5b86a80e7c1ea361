//! The cells of one sheet as read.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::{Cell, Day, Place, is_guide_mark};

/// An error value of a spreadsheet cell.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub enum CellError {
    /// `#DIV/0!`
    Division,
    /// `#N/A`
    NotAvailable,
    /// `#NAME?`
    Name,
    /// `#NULL!`
    Null,
    /// `#NUM!`
    Number,
    /// `#REF!`
    Reference,
    /// `#VALUE!`
    Value,
    /// `#GETTING_DATA`
    GettingData,
    /// One that only its program knows, such as `Err:508`.
    Other,
}

/// Error values as Excel and `LibreOffice` show them, in English and in Polish.
const ERROR_NAMES: [(&str, CellError); 17] = [
    ("#DIV/0!", CellError::Division),
    ("#DZIEL/0!", CellError::Division),
    ("#N/A", CellError::NotAvailable),
    ("#N/D", CellError::NotAvailable),
    ("#N/D!", CellError::NotAvailable),
    ("#NAME?", CellError::Name),
    ("#NAZWA?", CellError::Name),
    ("#NULL!", CellError::Null),
    ("#ZERO!", CellError::Null),
    ("#NUM!", CellError::Number),
    ("#LICZBA!", CellError::Number),
    ("#REF!", CellError::Reference),
    ("#ADR!", CellError::Reference),
    ("#VALUE!", CellError::Value),
    ("#ARG!", CellError::Value),
    ("#GETTING_DATA", CellError::GettingData),
    ("#POBIERANIE_DANYCH", CellError::GettingData),
];

impl CellError {
    /// The error value that a text shows.
    pub(crate) fn named(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(number) = text.strip_prefix("Err:").or_else(|| text.strip_prefix("Błąd:")) {
            let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
            return is_number.then_some(Self::Other);
        }
        let name = text.strip_prefix('#')?;
        if let Some((_, error)) = ERROR_NAMES.iter().find(|(known, _)| *known == text) {
            return Some(*error);
        }
        // `#SPILL!`, `#CALC!` and what else newer programs have.
        let letters = name.strip_suffix('!')?;
        let is_name = letters.len() > 2 && letters.chars().all(char::is_uppercase);
        is_name.then_some(Self::Other)
    }

    /// As the spreadsheet shows it.
    pub fn shown(self) -> &'static str {
        match self {
            Self::Division => "#DIV/0!",
            Self::NotAvailable => "#N/A",
            Self::Name => "#NAME?",
            Self::Null => "#NULL!",
            Self::Number => "#NUM!",
            Self::Reference => "#REF!",
            Self::Value => "#VALUE!",
            Self::GettingData => "#GETTING_DATA",
            Self::Other => "Err:",
        }
    }
}

/// One cell as read; sixteen bytes, so that a million rows fit.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub enum RawCell {
    /// Text, by its place in the sheet's texts.
    Text(u32),
    /// A number, also an unformatted date.
    Number(f64),
    /// TRUE or FALSE.
    Flag(bool),
    /// A real date; the time of day is dropped.
    Day(#[serde(serialize_with = "write_day", deserialize_with = "read_day")] Day),
    /// An error value.
    Error(CellError),
    /// A formula whose result was not stored.
    NoValue,
}

/// One row that holds anything.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RawRow {
    /// Row, from 0.
    pub number: u32,
    start: usize,
    end: usize,
}

/// One sheet: only rows and cells that hold something.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct RawSheet {
    /// File, relative to the input folder.
    #[serde(skip)]
    pub file: Arc<str>,
    /// Sheet name, empty for CSV.
    #[serde(serialize_with = "write_name", deserialize_with = "read_name")]
    pub name: Arc<str>,
    /// The sheet is hidden.
    pub hidden: bool,
    /// Hidden rows, from 0.
    pub hidden_rows: BTreeSet<u32>,
    /// Hidden columns, from 0.
    pub hidden_columns: BTreeSet<u32>,
    /// Rows in which a cell is struck out, from 0.
    pub struck_rows: BTreeSet<u32>,
    /// Whether this format tells what is struck out.
    pub marks_known: bool,
    /// Whether serial dates count from 1904.
    pub from_1904: bool,
    rows: Vec<RawRow>,
    cells: Vec<(u32, RawCell)>,
    texts: Vec<Box<str>>,
}

impl RawSheet {
    /// Rows that hold anything, from the top.
    pub fn rows(&self) -> &[RawRow] {
        &self.rows
    }

    /// Cells of a row, from the left: column from 0 and cell.
    pub fn cells(&self, row: RawRow) -> &[(u32, RawCell)] {
        self.cells.get(row.start..row.end).unwrap_or_default()
    }

    /// The cell of a row in a column.
    pub fn cell(&self, row: RawRow, column: u32) -> Option<RawCell> {
        let cells = self.cells(row);
        cells
            .binary_search_by_key(&column, |(known, _)| *known)
            .ok()
            .and_then(|index| cells.get(index).map(|(_, cell)| *cell))
    }

    /// The text of a text cell.
    pub fn text(&self, cell: RawCell) -> Option<&str> {
        match cell {
            RawCell::Text(id) => self.texts.get(usize::try_from(id).ok()?).map(AsRef::as_ref),
            _ => None,
        }
    }

    /// Whether the sheet says of itself that it is no table: instructions and lists that `efekt init`
    /// writes beside its tables.
    pub fn is_guide(&self) -> bool {
        let first = self.rows.first().filter(|row| row.number == 0);
        first
            .and_then(|row| self.cell(*row, 0))
            .and_then(|cell| self.text(cell))
            .is_some_and(is_guide_mark)
    }

    /// The texts of a sheet; a cell names its text by the place in this list.
    pub fn texts(&self) -> &[Box<str>] {
        &self.texts
    }

    /// Whether rows, cells and texts hang together, as they do in every sheet that was built.
    pub(crate) fn is_consistent(&self) -> bool {
        let mut end = 0;
        let rows_fit = self.rows.iter().all(|row| {
            let fits = row.start == end && row.start < row.end && row.end <= self.cells.len();
            end = row.end;
            fits
        });
        rows_fit
            && end == self.cells.len()
            && self.rows.is_sorted_by(|a, b| a.number < b.number)
            && self.rows.iter().all(|row| self.cells(*row).is_sorted_by_key(|(column, _)| *column))
            && self
                .cells
                .iter()
                .all(|(_, cell)| !matches!(cell, RawCell::Text(_)) || self.text(*cell).is_some())
    }

    /// A cell as a person sees it, for headers and messages.
    pub fn shown(&self, cell: RawCell) -> String {
        match cell {
            RawCell::Text(_) => self.text(cell).unwrap_or_default().to_owned(),
            RawCell::Number(number) => shown_number(number),
            RawCell::Flag(flag) => if flag { "TRUE" } else { "FALSE" }.to_owned(),
            RawCell::Day(day) => day.to_string(),
            RawCell::Error(error) => error.shown().to_owned(),
            RawCell::NoValue => String::new(),
        }
    }

    /// The place of a cell of this sheet.
    pub fn place(&self, row: u32, column: u32) -> Place {
        Place {
            file: Arc::clone(&self.file),
            sheet: Arc::clone(&self.name),
            cell: Some(Cell { row, column }),
        }
    }

    /// The place of this sheet as a whole: its first cell, or the file for CSV.
    pub fn sheet_place(&self) -> Place {
        Place { file: Arc::clone(&self.file), sheet: Arc::clone(&self.name), cell: None }
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
fn write_day<S: Serializer>(day: &Day, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_i32(day.number())
}

fn read_day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
    let number = i32::deserialize(deserializer)?;
    Day::from_number(number).ok_or_else(|| serde::de::Error::custom("no such day"))
}

fn write_name<S: Serializer>(name: &Arc<str>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(name)
}

fn read_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<str>, D::Error> {
    String::deserialize(deserializer).map(Arc::from)
}

/// A number without a float's tail: `68071698645`, `0.5`.
fn shown_number(number: f64) -> String {
    format!("{number}")
}

/// Collects cells in any order and makes a sheet of them.
#[derive(Debug, Default)]
pub(crate) struct SheetBuilder {
    sheet: RawSheet,
    cells: Vec<(u32, u32, RawCell)>,
    known: HashMap<Box<str>, u32>,
}

impl SheetBuilder {
    pub(crate) fn new(file: &str, name: &str) -> Self {
        let sheet = RawSheet { file: file.into(), name: name.into(), ..RawSheet::default() };
        Self { sheet, cells: Vec::new(), known: HashMap::new() }
    }

    pub(crate) fn sheet_mut(&mut self) -> &mut RawSheet {
        &mut self.sheet
    }

    pub(crate) fn push_text(&mut self, row: u32, column: u32, text: &str) {
        if text.chars().all(char::is_whitespace) {
            return;
        }
        // Text formats have no other way to say it, and some workbooks do not use theirs.
        if let Some(error) = CellError::named(text) {
            self.cells.push((row, column, RawCell::Error(error)));
            return;
        }
        let id = if let Some(id) = self.known.get(text) {
            *id
        } else {
            let id = u32::try_from(self.sheet.texts.len()).unwrap_or(u32::MAX);
            self.sheet.texts.push(text.into());
            self.known.insert(text.into(), id);
            id
        };
        self.cells.push((row, column, RawCell::Text(id)));
    }

    pub(crate) fn push(&mut self, row: u32, column: u32, cell: RawCell) {
        self.cells.push((row, column, cell));
    }

    pub(crate) fn len(&self) -> usize {
        self.cells.len()
    }

    pub(crate) fn finish(mut self) -> RawSheet {
        let in_order = self.cells.is_sorted_by_key(|(row, column, _)| (*row, *column));
        if !in_order {
            self.cells.sort_by_key(|(row, column, _)| (*row, *column));
        }
        let mut sheet = self.sheet;
        sheet.cells.reserve(self.cells.len());
        for (row, column, cell) in self.cells {
            let start = sheet.cells.len();
            sheet.cells.push((column, cell));
            match sheet.rows.last_mut() {
                Some(last) if last.number == row => last.end = start + 1,
                _ => sheet.rows.push(RawRow { number: row, start, end: start + 1 }),
            }
        }
        sheet
    }
}
