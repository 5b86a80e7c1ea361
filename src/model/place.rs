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

impl Cell {
    /// Reads A1 notation, as [`Display`](fmt::Display) writes it; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits_at = text.bytes().position(|byte| byte.is_ascii_digit())?;
        let (letters, row) = text.split_at_checked(digits_at)?;
        if !(1..=3).contains(&letters.len()) || !row.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let mut column = 0_u32;
        for letter in letters.bytes() {
            let letter = letter.to_ascii_uppercase();
            column = column * 26 + u32::from(letter.checked_sub(b'A').filter(|at| *at < 26)?) + 1;
        }
        let row = row.parse::<u32>().ok()?.checked_sub(1)?;
        Some(Self { row, column: column - 1 })
    }
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
            assert_eq!(Cell::parse(name), Some(Cell { row: 0, column }));
        }
    }

    #[test]
    fn only_a_letter_and_a_row_are_a_cell() {
        assert_eq!(Cell::parse("o17"), Some(Cell { row: 16, column: 14 }));
        for text in ["", "A", "7", "A0", "AAAA1", "A1:B2", "A-1", "Ą1", "A99999999999"] {
            assert_eq!(Cell::parse(text), None, "{text}");
        }
    }
}
