//! Makes a sheet of the cells that a reader finds.

use std::hash::BuildHasher;
use std::mem;

use hashbrown::{DefaultHashBuilder, HashTable};

use crate::ingest::{RawCell, RawRow, RawSheet};

/// Collects cells in any order and makes a sheet of them.
#[derive(Debug, Default)]
pub(crate) struct SheetBuilder {
    sheet: RawSheet,
    /// Numbers of the values that are known.
    known: HashTable<u32>,
    /// Lists of columns that rows have: where they begin, and their length.
    patterns: HashTable<(u32, u32)>,
    hasher: DefaultHashBuilder,
    last: Option<(u32, u32)>,
    out_of_order: bool,
}

impl SheetBuilder {
    pub(crate) fn new(file: &str, name: &str) -> Self {
        let sheet = RawSheet { file: file.into(), name: name.into(), ..RawSheet::default() };
        Self { sheet, ..Self::default() }
    }

    pub(crate) fn sheet_mut(&mut self) -> &mut RawSheet {
        &mut self.sheet
    }

    /// Cells so far.
    pub(crate) fn len(&self) -> usize {
        self.sheet.cells.len()
    }

    pub(crate) fn push_text(&mut self, row: u32, column: u32, text: &str) {
        if let Some(number) = self.text_number(text) {
            self.place(row, column, number);
        }
    }

    pub(crate) fn push(&mut self, row: u32, column: u32, cell: RawCell) {
        let number = self.number(cell);
        self.place(row, column, number);
    }

    /// The number of a text as a value; `None` for blanks, which are no value.
    pub(crate) fn text_number(&mut self, text: &str) -> Option<u32> {
        if text.chars().all(char::is_whitespace) {
            return None;
        }
        let Self { sheet, known, hasher, .. } = self;
        let hash = hasher.hash_one(text);
        let is_text = |number: &u32| {
            sheet.value(*number).and_then(|cell| sheet.text(cell)).is_some_and(|old| old == text)
        };
        if let Some(number) = known.find(hash, is_text) {
            return Some(*number);
        }
        let text = sheet.texts.push(text);
        Some(self.insert(hash, RawCell::Text(text)))
    }

    /// The number of a value that is no text.
    pub(crate) fn number(&mut self, cell: RawCell) -> u32 {
        let hash = self.hasher.hash_one(bits(cell));
        let is_same =
            |number: &u32| self.sheet.value(*number).is_some_and(|old| bits(old) == bits(cell));
        if let Some(number) = self.known.find(hash, is_same) {
            return *number;
        }
        self.insert(hash, cell)
    }

    fn insert(&mut self, hash: u64, cell: RawCell) -> u32 {
        let Self { sheet, known, hasher, .. } = self;
        let number = length(&sheet.values);
        sheet.values.push(cell);
        known.insert_unique(hash, number, |number| match sheet.value(*number) {
            Some(RawCell::Text(text)) => hasher.hash_one(sheet.texts.get(text).unwrap_or_default()),
            Some(cell) => hasher.hash_one(bits(cell)),
            None => 0,
        });
        number
    }

    /// Puts a value into a cell.
    pub(crate) fn place(&mut self, row: u32, column: u32, value: u32) {
        self.out_of_order |= self.last.is_some_and(|last| (row, column) < last);
        if self.last.is_none_or(|(last, _)| last != row) {
            self.close_row();
            let (cells, columns) = (length(&self.sheet.cells), length(&self.sheet.columns));
            self.sheet.rows.push(RawRow { number: row, cells, columns, width: 0 });
        }
        self.last = Some((row, column));
        self.sheet.columns.push(column);
        self.sheet.cells.push(value);
    }

    /// A row whose columns another row has too uses the list of that row.
    fn close_row(&mut self) {
        let Self { sheet, patterns, hasher, .. } = self;
        let RawSheet { rows, columns, cells, .. } = sheet;
        let [before @ .., row] = rows.as_mut_slice() else { return };
        row.width = length(cells) - row.cells;
        let list = |(start, width): (u32, u32)| {
            let start = usize::try_from(start).unwrap_or(usize::MAX);
            let end = start.saturating_add(usize::try_from(width).unwrap_or(usize::MAX));
            columns.get(start..end)
        };
        let own = (row.columns, row.width);
        let last = before.last().map(|row| (row.columns, row.width));
        let known = last.filter(|last| list(*last) == list(own)).or_else(|| {
            let hash = hasher.hash_one(list(own));
            let known = patterns.find(hash, |known| list(*known) == list(own)).copied();
            if known.is_none() {
                patterns.insert_unique(hash, own, |known| hasher.hash_one(list(*known)));
            }
            known
        });
        if let Some((start, _)) = known {
            columns.truncate(usize::try_from(own.0).unwrap_or(usize::MAX));
            row.columns = start;
        }
    }

    pub(crate) fn finish(mut self) -> RawSheet {
        self.close_row();
        if self.out_of_order {
            self.put_in_order();
        }
        self.sheet
    }

    fn put_in_order(&mut self) {
        let sheet = &self.sheet;
        let mut cells: Vec<(u32, u32, u32)> = Vec::with_capacity(sheet.cells.len());
        let mut values = sheet.cells.iter();
        for row in &sheet.rows {
            let columns = sheet.columns_of(*row).iter();
            let found = columns.zip(values.by_ref());
            cells.extend(found.map(|(column, value)| (row.number, *column, *value)));
        }
        cells.sort_by_key(|(row, column, _)| (*row, *column));
        let sheet = &mut self.sheet;
        for list in [&mut sheet.columns, &mut sheet.cells] {
            list.clear();
        }
        sheet.rows.clear();
        self.patterns.clear();
        self.last = None;
        for (row, column, value) in cells {
            self.place(row, column, value);
        }
        self.close_row();
    }
}

fn length<T>(list: &[T]) -> u32 {
    u32::try_from(list.len()).unwrap_or(u32::MAX)
}

/// What tells a value that is no text from all others.
fn bits(cell: RawCell) -> (mem::Discriminant<RawCell>, u64) {
    let bits = match cell {
        RawCell::Text(number) => number.into(),
        RawCell::Number(number) => number.to_bits(),
        RawCell::Flag(flag) => flag.into(),
        RawCell::Day(day) => u64::from(day.number().cast_unsigned()),
        RawCell::Error(error) => error as u64,
        RawCell::NoValue => 0,
    };
    (mem::discriminant(&cell), bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(sheet: &RawSheet) -> Vec<(u32, Vec<(u32, String)>)> {
        let cells = |row: &RawRow| sheet.cells(*row).map(|(at, cell)| (at, sheet.shown(cell)));
        sheet.rows().iter().map(|row| (row.number, cells(row).collect())).collect()
    }

    fn cells(cells: &[(u32, &str)]) -> Vec<(u32, String)> {
        cells.iter().map(|(column, text)| (*column, (*text).to_owned())).collect()
    }

    #[test]
    fn cells_in_any_order_stand_in_their_rows_and_columns() {
        let mut builder = SheetBuilder::new("a", "b");
        for (row, column, text) in [(3, 1, "d"), (0, 2, "c"), (0, 0, "a"), (3, 0, "a"), (1, 0, " ")]
        {
            builder.push_text(row, column, text);
        }
        assert_eq!(builder.len(), 4, "a blank is no cell");
        let sheet = builder.finish();
        assert!(sheet.is_consistent());
        let rows = [(0, cells(&[(0, "a"), (2, "c")])), (3, cells(&[(0, "a"), (1, "d")]))];
        assert_eq!(shown(&sheet), rows);
        assert_eq!(sheet.value_count(), 3, "every value once");
    }

    #[test]
    fn rows_with_the_same_columns_share_their_list() {
        let mut builder = SheetBuilder::new("a", "b");
        for row in 0..4 {
            builder.push(row, 0, RawCell::Number(f64::from(row)));
            builder.push(row, 5 + row % 2, RawCell::Flag(true));
        }
        let sheet = builder.finish();
        assert!(sheet.is_consistent());
        assert_eq!(sheet.columns, [0, 5, 0, 6]);
        let rows = sheet.rows();
        assert_eq!(sheet.cell(rows[2], 5), Some(RawCell::Flag(true)));
        assert_eq!(sheet.cell(rows[3], 5), None);
        let mut walk = super::super::ColumnWalk::new(6);
        let found: Vec<bool> =
            rows.iter().map(|row| sheet.number(*row, &mut walk).is_some()).collect();
        assert_eq!(found, [false, true, false, true]);
    }

    #[test]
    fn values_that_look_alike_are_not_one() {
        let mut builder = SheetBuilder::new("a", "b");
        let day = crate::model::Day::from_number(1).unwrap();
        let values = [
            RawCell::Number(0.0),
            RawCell::Number(-0.0),
            RawCell::Number(1.0),
            RawCell::Flag(true),
            RawCell::Day(day),
            RawCell::NoValue,
        ];
        let numbers: Vec<u32> = values.iter().map(|value| builder.number(*value)).collect();
        assert_eq!(numbers, [0, 1, 2, 3, 4, 5]);
        assert_eq!(builder.number(RawCell::Day(day)), 4);
        assert_eq!(builder.text_number("1"), Some(6));
    }
}
