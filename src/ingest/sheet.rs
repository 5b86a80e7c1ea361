//! The cells of one sheet as read.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::ingest::TypedValue;
use crate::model::{Cell, Day, Place, Texts, is_guide_mark};

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

/// What a cell holds, as read.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, Deserialize)]
pub enum RawCell {
    /// Text, by its number in the sheet's texts.
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

impl RawCell {
    /// Whether it is a text.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Text(_))
    }
}

/// Stands for the number of a value where a cell was corrected to hold nothing.
const EMPTIED: u32 = u32::MAX;

/// One row that holds anything.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RawRow {
    /// Row, from 0.
    pub number: u32,
    pub(super) cells: u32,
    pub(super) columns: u32,
    pub(super) width: u32,
}

/// Cells that are merged over several rows: they hold what the first one holds. Rows and columns from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct MergedCells {
    /// Column of the first cell.
    pub column: u32,
    /// First row.
    pub first: u32,
    /// Last row.
    pub last: u32,
}

/// One sheet: only rows and cells that hold something.
///
/// Sheets repeat themselves, so every different value stands here once and a cell is four bytes: the
/// number of its value. Rows that hold something in the same columns share the list of these columns.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
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
    /// Cells that hold something and are struck out: row and column, from 0.
    pub struck_cells: BTreeSet<(u32, u32)>,
    /// Rows that are struck out as a whole, from 0; known once it is known what the columns are.
    #[serde(skip)]
    pub struck_rows: BTreeSet<u32>,
    /// Cells that are merged over several rows.
    pub merged: Vec<MergedCells>,
    /// Whether this format tells what is struck out.
    pub marks_known: bool,
    /// Whether serial dates count from 1904.
    pub from_1904: bool,
    /// Cells that stand corrected, by row and column: the number of the value, or [`EMPTIED`].
    #[serde(skip)]
    pub(super) corrected: BTreeMap<(u32, u32), u32>,
    pub(super) rows: Vec<RawRow>,
    pub(super) columns: Vec<u32>,
    #[serde(with = "words")]
    pub(super) cells: Vec<u32>,
    pub(super) values: Vec<RawCell>,
    pub(super) texts: Texts,
}

impl RawSheet {
    /// Rows that hold anything, from the top.
    pub fn rows(&self) -> &[RawRow] {
        &self.rows
    }

    /// Cells of a row, from the left: column from 0 and cell.
    pub fn cells(&self, row: RawRow) -> impl Iterator<Item = (u32, RawCell)> {
        let cells = self.numbers(row).iter().filter_map(|number| self.value(*number));
        self.columns_of(row).iter().copied().zip(cells)
    }

    /// The cell of a row in a column, as it stands corrected.
    pub fn cell(&self, row: RawRow, column: u32) -> Option<RawCell> {
        match self.correction(row, column) {
            Some(number) => self.value(number),
            None => self.cell_as_read(row, column),
        }
    }

    /// The cell of a row in a column, as the file has it.
    pub fn cell_as_read(&self, row: RawRow, column: u32) -> Option<RawCell> {
        self.value(self.number_at(row, self.position(row, column)?)?)
    }

    /// How many different values the sheet holds.
    pub fn value_count(&self) -> usize {
        self.values.len()
    }

    /// The value of a number.
    pub fn value(&self, number: u32) -> Option<RawCell> {
        self.values.get(usize::try_from(number).ok()?).copied()
    }

    /// The number of the value in the cell of a row in a column, as it stands corrected: who walks down
    /// a column learns by it that a value was met before.
    pub fn number(&self, row: RawRow, column: &mut ColumnWalk) -> Option<u32> {
        if let Some(number) = self.correction(row, column.column) {
            return Some(number).filter(|number| *number != EMPTIED);
        }
        if column.columns != (row.columns, row.width) {
            column.columns = (row.columns, row.width);
            column.position = self.position(row, column.column);
        }
        self.number_at(row, column.position?)
    }

    /// The number of the value in a cell, as the file has it.
    pub(super) fn number_of(&self, row: RawRow, column: u32) -> Option<u32> {
        self.number_at(row, self.position(row, column)?)
    }

    /// The numbers of a row's values, from the left.
    pub(super) fn numbers(&self, row: RawRow) -> &[u32] {
        part(&self.cells, row.cells, row.width)
    }

    fn number_at(&self, row: RawRow, position: usize) -> Option<u32> {
        self.numbers(row).get(position).copied()
    }

    fn position(&self, row: RawRow, column: u32) -> Option<usize> {
        self.columns_of(row).binary_search(&column).ok()
    }

    pub(super) fn columns_of(&self, row: RawRow) -> &[u32] {
        part(&self.columns, row.columns, row.width)
    }

    /// What a cell was corrected to, if it was.
    fn correction(&self, row: RawRow, column: u32) -> Option<u32> {
        if self.corrected.is_empty() {
            return None;
        }
        self.corrected.get(&(row.number, column)).copied()
    }

    /// Corrects one cell; without a value it is empty. The value gets a number of its own, so cells that
    /// hold the same as this one did stay as they are.
    pub(crate) fn correct(&mut self, row: u32, column: u32, value: Option<&TypedValue>) {
        let number = value.map(|value| {
            let cell = match value {
                TypedValue::Cell(cell, _) => *cell,
                TypedValue::Text(text) => RawCell::Text(self.texts.push(text)),
            };
            let number = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
            self.values.push(cell);
            number
        });
        self.corrected.insert((row, column), number.unwrap_or(EMPTIED));
    }

    /// Whether any cell stands corrected.
    pub(crate) fn is_corrected(&self) -> bool {
        !self.corrected.is_empty()
    }

    /// Takes a correction back.
    pub(crate) fn restore(&mut self, row: u32, column: u32) {
        self.corrected.remove(&(row, column));
    }

    /// The text of a text cell.
    pub fn text(&self, cell: RawCell) -> Option<&str> {
        match cell {
            RawCell::Text(number) => self.texts.get(number),
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

    /// Whether rows, cells and texts hang together, as they do in every sheet that was built.
    pub(crate) fn is_consistent(&self) -> bool {
        let mut end = 0;
        let rows_fit = self.rows.iter().all(|row| {
            let fits = usize::try_from(row.cells) == Ok(end) && row.width > 0;
            let width = usize::try_from(row.width).unwrap_or(usize::MAX);
            end = end.saturating_add(width);
            fits && self.columns_of(*row).len() == width && self.columns_of(*row).is_sorted()
        });
        rows_fit
            && end == self.cells.len()
            && self.rows.is_sorted_by(|a, b| a.number < b.number)
            && self.cells.iter().all(|number| self.value(*number).is_some())
            && self.values.iter().all(|cell| !cell.is_text() || self.text(*cell).is_some())
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

/// One column on the way down: where it stood in the last row, as it mostly stands there again.
#[derive(Clone, Copy, Debug)]
pub struct ColumnWalk {
    column: u32,
    columns: (u32, u32),
    position: Option<usize>,
}

impl ColumnWalk {
    /// The column, from 0.
    pub(crate) fn column(&self) -> u32 {
        self.column
    }

    /// A walk down a column, from 0.
    pub fn new(column: u32) -> Self {
        // No row is zero cells wide.
        Self { column, columns: (0, 0), position: None }
    }
}

fn part(list: &[u32], start: u32, length: u32) -> &[u32] {
    let range = usize::try_from(start).ok().zip(usize::try_from(length).ok());
    range
        .and_then(|(start, length)| list.get(start..start.checked_add(length)?))
        .unwrap_or_default()
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

/// Millions of numbers on their way between two processes: as they lie in memory, in pieces.
mod words {
    use std::fmt;

    use serde::de::{SeqAccess, Visitor};
    use serde::ser::SerializeSeq;
    use serde::{Deserializer, Serializer};

    /// Numbers in a piece.
    const PIECE: usize = 16 * 1024;

    pub(super) fn serialize<S: Serializer>(words: &[u32], to: S) -> Result<S::Ok, S::Error> {
        let mut pieces = to.serialize_seq(Some(words.len().div_ceil(PIECE)))?;
        let mut bytes = Vec::with_capacity(4 * PIECE.min(words.len()));
        for piece in words.chunks(PIECE) {
            bytes.clear();
            bytes.extend(piece.iter().flat_map(|word| word.to_le_bytes()));
            pieces.serialize_element(&Bytes(&bytes))?;
        }
        pieces.end()
    }

    struct Bytes<'a>(&'a [u8]);

    impl serde::Serialize for Bytes<'_> {
        fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
            to.serialize_bytes(self.0)
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u32>, D::Error> {
        from.deserialize_seq(Pieces)
    }

    struct Pieces;

    impl<'de> Visitor<'de> for Pieces {
        type Value = Vec<u32>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("pieces of bytes")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut pieces: A) -> Result<Vec<u32>, A::Error> {
            let mut words = Vec::new();
            while let Some(piece) = pieces.next_element::<&'de [u8]>()? {
                let (whole, rest) = piece.as_chunks::<4>();
                if !rest.is_empty() {
                    return Err(serde::de::Error::custom("half a number"));
                }
                words.extend(whole.iter().map(|bytes| u32::from_le_bytes(*bytes)));
            }
            Ok(words)
        }
    }
}
