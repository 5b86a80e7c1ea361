//! Cells merged over several rows: what the first one holds holds for every row, as everybody sees it on the
//! screen.

use crate::ingest::sheet_builder::SheetBuilder;
use crate::ingest::{MergedCells, RawRow, RawSheet};

impl RawSheet {
    /// Puts what merged cells of `columns` hold into the further rows over which they are merged, where
    /// `may_hold` says so. A row that holds nothing of its own stays no row.
    pub(crate) fn fill_merged(
        self,
        columns: &[u32],
        may_hold: impl Fn(&Self, RawRow) -> bool,
    ) -> Self {
        let mut merged: Vec<MergedCells> =
            self.merged.iter().copied().filter(|cells| columns.contains(&cells.column)).collect();
        merged.sort_unstable();
        let mut additional = Vec::new();
        let mut before: Option<MergedCells> = None;
        for cells in merged {
            // Merged cells never overlap; where a file says so, the first ones count.
            if before.is_some_and(|old| old.column == cells.column && cells.first <= old.last) {
                continue;
            }
            before = Some(cells);
            let start = self.rows.partition_point(|row| row.number < cells.first);
            let Some(first) = self.rows.get(start).filter(|row| row.number == cells.first) else {
                continue;
            };
            let Some(value) = self.number_of(*first, cells.column) else { continue };
            let rows = self.rows.iter().skip(start + 1).take_while(|row| row.number <= cells.last);
            additional.extend(
                rows.filter(|row| self.cell(**row, cells.column).is_none())
                    .filter(|row| may_hold(&self, **row))
                    .map(|row| (row.number, cells.column, value)),
            );
        }
        if additional.is_empty() { self } else { SheetBuilder::with_more(self, additional) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_cells_hold_for_every_row_that_holds_anything() {
        let mut builder = SheetBuilder::new("a", "b");
        for (row, column, text) in [(1, 0, "A"), (1, 1, "1"), (2, 1, "2"), (4, 1, "3"), (5, 1, "4")]
        {
            builder.push_text(row, column, text);
        }
        let merged = |column, first, last| MergedCells { column, first, last };
        builder.sheet_mut().merged = vec![merged(0, 1, 4), merged(1, 4, 5), merged(0, 2, 5)];
        let sheet = builder.finish().fill_merged(&[0], |_, row| row.number != 5);
        assert!(sheet.is_consistent());
        let first: Vec<(u32, Option<String>)> = sheet
            .rows()
            .iter()
            .map(|row| (row.number, sheet.cell(*row, 0).map(|cell| sheet.shown(cell))))
            .collect();
        let a = || Some("A".to_owned());
        assert_eq!(first, [(1, a()), (2, a()), (4, a()), (5, None)]);
        let last = sheet.rows()[3];
        assert_eq!(sheet.cell(last, 1).map(|cell| sheet.shown(cell)), Some("4".to_owned()));
    }
}
