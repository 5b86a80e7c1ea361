//! Where something stands in the input: file, sheet, cell.

use std::fmt;
use std::sync::Arc;

/// A cell of a sheet; row and column count from 0.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Cell {
    /// Row, from 0.
    pub row: u32,
    /// Column, from 0.
    pub column: u32,
}

impl fmt::Display for Cell {
    /// A1 notation: row 0, column 27 is `AB1`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut rest = self.column + 1;
        while rest > 0 {
            let letter = u8::try_from((rest - 1) % 26).unwrap_or(0);
            letters.push(char::from(b'A' + letter));
            rest = (rest - 1) / 26;
        }
        let column: String = letters.iter().rev().collect();
        write!(formatter, "{column}{}", self.row + 1)
    }
}

/// A place in the input. `file` is relative to the input folder, with `/`; `sheet` is empty for CSV
/// (rulings.md 64).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Place {
    /// Path relative to the input folder.
    pub file: Arc<str>,
    /// Sheet name, empty for CSV and for the file as a whole.
    pub sheet: Arc<str>,
    /// The cell, if the finding has one.
    pub cell: Option<Cell>,
}

impl Place {
    /// A whole file.
    pub fn file(file: &str) -> Self {
        Self { file: file.into(), sheet: "".into(), cell: None }
    }

    /// A1 notation of the cell, or an empty string.
    pub fn address(&self) -> String {
        self.cell.map(|cell| cell.to_string()).unwrap_or_default()
    }
}

impl fmt::Display for Place {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.file)?;
        if !self.sheet.is_empty() {
            write!(formatter, " › {}", self.sheet)?;
        }
        match self.cell {
            Some(cell) => write!(formatter, " › {cell}"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (column, name) in [(0, "A1"), (25, "Z1"), (26, "AA1"), (701, "ZZ1"), (16_383, "XFD1")] {
            assert_eq!(Cell { row: 0, column }.to_string(), name);
        }
    }
}
