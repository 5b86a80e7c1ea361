//! Which rows are struck out as a whole. One struck cell is a mistake in one value, not a person who does not
//! count.

use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::{FieldType, Source};
use crate::ingest::{ColumnUse, RawSheet};

/// Rows of which everything that says who it is, or more than half of all that was recognised, is struck out.
pub(crate) fn rows(sheet: &RawSheet, source: &Source, columns: &[ColumnUse]) -> BTreeSet<u32> {
    let mut struck: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (row, column) in &sheet.struck_cells {
        struck.entry(*row).or_default().push(*column);
    }
    let identifies = |used: &ColumnUse| {
        source.fields.get(used.field).is_some_and(|field| {
            field.identifies
                && matches!(field.kind, FieldType::Pesel | FieldType::Document | FieldType::Text)
        })
    };
    let is_whole = |number: &u32, struck: &[u32]| {
        let rows = sheet.rows();
        let Ok(at) = rows.binary_search_by_key(number, |row| row.number) else { return false };
        let Some(row) = rows.get(at) else { return false };
        let filled = || columns.iter().filter(|used| sheet.cell(*row, used.column).is_some());
        let is_struck = |used: &&ColumnUse| struck.contains(&used.column);
        let known = filled().filter(|used| identifies(used)).count();
        let known_struck = filled().filter(|used| identifies(used)).filter(is_struck).count();
        let (all, all_struck) = (filled().count(), filled().filter(is_struck).count());
        known > 0 && known == known_struck || all_struck * 2 > all
    };
    struck.iter().filter(|(row, columns)| is_whole(row, columns)).map(|(row, _)| *row).collect()
}
