//! Makes a sheet of the cells that a reader finds.

use std::mem;

use crate::ingest::{CellError, RawCell, RawRow, RawSheet};
use crate::model::{KeyHash, Places};

/// Collects cells in any order and makes a sheet of them.
#[derive(Debug, Default)]
pub(crate) struct SheetBuilder {
    sheet: RawSheet,
    /// Numbers of the values that are known.
    known: Places,
    /// Rows whose lists of columns are like no list of a row before.
    patterns: Places,
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

    /// Different values so far.
    pub(crate) fn value_count(&self) -> usize {
        self.sheet.value_count()
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
        // Text formats have no other way to say it, and some workbooks do not use theirs.
        if let Some(error) = CellError::named(text) {
            return Some(self.number(RawCell::Error(error)));
        }
        let Self { sheet, known, .. } = self;
        let hash = known.hash(text);
        let is_text = |number| {
            sheet.value(number).and_then(|cell| sheet.text(cell)).is_some_and(|old| old == text)
        };
        if let Some(number) = known.find(hash, is_text) {
            return Some(number);
        }
        let text = sheet.texts.push(text);
        Some(self.insert(hash, RawCell::Text(text)))
    }

    /// The number of a value that is no text.
    pub(crate) fn number(&mut self, cell: RawCell) -> u32 {
        let hash = self.known.hash(&bits(cell));
        let is_same = |number| self.sheet.value(number).is_some_and(|old| bits(old) == bits(cell));
        self.known.find(hash, is_same).unwrap_or_else(|| self.insert(hash, cell))
    }

    fn insert(&mut self, hash: KeyHash, cell: RawCell) -> u32 {
        let number = length(&self.sheet.values);
        self.sheet.values.push(cell);
        self.known.insert(hash, number);
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
        let Self { sheet, patterns, .. } = self;
        let Some(place) = sheet.rows.len().checked_sub(1) else { return };
        let width = length(&sheet.cells);
        let Some(row) = sheet.rows.get_mut(place) else { return };
        row.width = width - row.cells;
        let (start, row) = (row.columns, *row);
        let before = place.checked_sub(1).and_then(|before| sheet.rows.get(before)).copied();
        let columns = sheet.columns_of(row);
        let like_before = before.filter(|before| sheet.columns_of(*before) == columns);
        let known = like_before.map(|before| before.columns).or_else(|| {
            let row = |place: u32| sheet.rows.get(usize::try_from(place).ok()?).copied();
            let same = |place| row(place).is_some_and(|row| sheet.columns_of(row) == columns);
            let hash = patterns.hash(columns);
            let known = patterns.find(hash, same).and_then(row);
            if known.is_none() {
                patterns.insert(hash, u32::try_from(place).unwrap_or(u32::MAX));
            }
            known.map(|row| row.columns)
        });
        if let (Some(known), Some(row)) = (known, sheet.rows.get_mut(place)) {
            row.columns = known;
            sheet.columns.truncate(usize::try_from(start).unwrap_or(usize::MAX));
        }
    }

    pub(crate) fn finish(mut self) -> RawSheet {
        self.close_row();
        if self.out_of_order {
            self.put_in_order(Vec::new());
        }
        self.sheet
    }

    /// A sheet with further cells: row, column, number of the value.
    pub(crate) fn with_more(sheet: RawSheet, additional: Vec<(u32, u32, u32)>) -> RawSheet {
        let mut builder = Self { sheet, ..Self::default() };
        builder.put_in_order(additional);
        builder.sheet
    }

    /// The rows of a sheet that `keep` keeps, by their numbers.
    pub(crate) fn part(sheet: &RawSheet, keep: impl Fn(u32) -> bool) -> RawSheet {
        let mut builder = Self { sheet: sheet.clone(), ..Self::default() };
        builder.sheet.rows.clear();
        builder.sheet.columns.clear();
        builder.sheet.cells.clear();
        for row in sheet.rows.iter().filter(|row| keep(row.number)) {
            for (column, value) in sheet.columns_of(*row).iter().zip(sheet.numbers(*row)) {
                builder.place(row.number, *column, *value);
            }
        }
        builder.finish()
    }

    fn put_in_order(&mut self, additional: Vec<(u32, u32, u32)>) {
        let sheet = &self.sheet;
        let mut cells: Vec<(u32, u32, u32)> = Vec::with_capacity(sheet.cells.len());
        let mut values = sheet.cells.iter();
        for row in &sheet.rows {
            let columns = sheet.columns_of(*row).iter();
            let found = columns.zip(values.by_ref());
            cells.extend(found.map(|(column, value)| (row.number, *column, *value)));
        }
        cells.extend(additional);
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
