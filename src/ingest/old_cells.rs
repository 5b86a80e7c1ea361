//! What calamine passes over in a workbook of 1997: texts that it does not find, formulas whose result was
//! never computed, hidden rows and columns, merged cells.

use std::collections::{BTreeMap, BTreeSet};

use crate::ingest::archive::ActiveContent;
use crate::ingest::compound::{self, u16_at, u32_at};
use crate::ingest::{MergedCells, RawCell};

/// The record of a formula's result that is a text.
const STRING: u16 = 0x0207;
/// The last column of a sheet of 1997.
const LAST_COLUMN: u16 = 255;
/// Records that may stand between a formula and that text: shared formula, array, data table.
const BETWEEN: [u16; 3] = [0x04BC, 0x0221, 0x0236];

/// What one sheet holds besides what calamine tells; rows and columns from 0.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct OldCells {
    /// Cells whose text stands in the list of shared texts.
    pub(crate) shared_texts: Vec<(u32, u32)>,
    /// Formulas without a result.
    pub(crate) without_value: BTreeMap<(u32, u32), RawCell>,
    /// Hidden rows and columns.
    pub(crate) hidden_rows: BTreeSet<u32>,
    pub(crate) hidden_columns: BTreeSet<u32>,
    /// Cells merged over several rows.
    pub(crate) merged: Vec<MergedCells>,
}

/// Goes through all sheets, in the order of the workbook's list; `None` when the records are not of
/// the usual form.
pub(crate) fn read(bytes: &[u8]) -> Option<Vec<OldCells>> {
    let stream = compound::stream(bytes, &["Workbook", "Book"])?;
    let starts: Vec<u32> = records(&stream, 0)
        .take_while(|(kind, _)| *kind != 0x000A)
        .filter(|(kind, _)| *kind == 0x0085)
        .filter_map(|(_, data)| u32_at(data, 0))
        .collect();
    let mut walk = Walk::default();
    let mut sheets: Vec<OldCells> =
        starts.into_iter().map(|start| walk.sheet(&stream, start)).collect();
    // Programs that do not compute store an empty text for every formula. So do formulas that mean
    // to be empty, but not all formulas of a workbook.
    if !walk.computed {
        for (sheet, cells) in sheets.iter_mut().zip(walk.empty) {
            sheet.without_value.extend(cells.into_iter().map(|cell| (cell, RawCell::NoValue)));
        }
    }
    Some(sheets)
}

/// What the workbook could do besides holding cells, as far as its records say.
pub(crate) fn active_content(bytes: &[u8]) -> BTreeSet<ActiveContent> {
    let mut found = BTreeSet::new();
    let stream = compound::stream(bytes, &["Workbook", "Book"]).unwrap_or_default();
    for (kind, data) in records(&stream, 0) {
        match kind {
            0x0085 if data.get(5) == Some(&1) => found.insert(ActiveContent::Macros),
            0x01AE => linked_to(data).is_some_and(|content| found.insert(content)),
            // Query tables and their connections.
            0x01AD | 0x0876 => found.insert(ActiveContent::Connections),
            _ => false,
        };
    }
    found
}

/// What a record of a supporting link leads to outside the workbook ([MS-XLS] 2.4.271).
fn linked_to(data: &[u8]) -> Option<ActiveContent> {
    let length = u16_at(data, 2)?;
    // This workbook, and a list of functions.
    if matches!(length, 0x0401 | 0x3A01) {
        return None;
    }
    let letters = data.get(5..).unwrap_or_default();
    let size = if data.get(4).is_some_and(|options| options & 1 == 1) { 2 } else { 1 };
    let path: Vec<&[u8]> = letters.chunks(size).take(usize::from(length)).collect();
    let is = |letter: &[u8], code: u8| letter == &[code, 0][..size];
    match path.as_slice() {
        // This sheet, and a link that is no longer used.
        [] => None,
        [only] if is(only, 0) || is(only, b' ') => None,
        // The sign 1 begins the path of a workbook, in which 3 stands between folders; without it, 3 stands
        // between a program and its topic.
        [first, ..] if is(first, 1) => Some(ActiveContent::Links),
        _ if path.iter().any(|letter| is(letter, 3)) => Some(ActiveContent::Dde),
        _ => Some(ActiveContent::Links),
    }
}

#[derive(Default)]
struct Walk {
    /// Whether any formula has a result that is not the empty text.
    computed: bool,
    /// For each sheet, formulas with an empty text.
    empty: Vec<Vec<(u32, u32)>>,
}

impl Walk {
    fn sheet(&mut self, stream: &[u8], start: u32) -> OldCells {
        let mut found = OldCells::default();
        let mut empty = Vec::new();
        let mut depth = 0_u32;
        let mut awaited = None;
        for (kind, data) in records(stream, usize::try_from(start).unwrap_or(usize::MAX)) {
            if let Some(cell) = awaited.take_if(|_| !BETWEEN.contains(&kind))
                && kind != STRING
            {
                found.without_value.insert(cell, RawCell::NoValue);
            }
            match kind {
                0x0809 => depth += 1,
                0x000A => {
                    depth = depth.saturating_sub(1);
                    if depth == 0 {
                        break;
                    }
                }
                // A chart inside the sheet has records of its own.
                _ if depth > 1 => {}
                0x0208 => found.hidden_rows.extend(hidden_row(data)),
                0x007D => found.hidden_columns.extend(hidden_columns(data).into_iter().flatten()),
                0x00E5 => found.merged.extend(merged(data)),
                0x00FD => found.shared_texts.extend(place(data)),
                0x0006 => {
                    let Some(cell) = place(data) else { continue };
                    let result = formula_result(data);
                    self.computed |= !matches!(result, FormulaResult::Empty | FormulaResult::None);
                    match result {
                        FormulaResult::None => {
                            found.without_value.insert(cell, RawCell::NoValue);
                        }
                        FormulaResult::Empty => empty.push(cell),
                        FormulaResult::Text => awaited = Some(cell),
                        FormulaResult::Other => {}
                    }
                }
                _ => {}
            }
        }
        self.empty.push(empty);
        found
    }
}

enum FormulaResult {
    /// Zero, to be computed by whoever opens the workbook next.
    None,
    Empty,
    /// Stands in the next record.
    Text,
    Other,
}

fn formula_result(data: &[u8]) -> FormulaResult {
    let Some(result) = data.get(6..14) else { return FormulaResult::Other };
    // Bit 1 asks to compute on loading; Apache POI writes it with a zero for what it did not compute.
    let on_loading = u16_at(data, 14).is_some_and(|options| options & 2 != 0);
    match result {
        [0, .., 0xFF, 0xFF] => FormulaResult::Text,
        [3, .., 0xFF, 0xFF] => FormulaResult::Empty,
        [0, 0, 0, 0, 0, 0, 0, 0] if on_loading => FormulaResult::None,
        _ => FormulaResult::Other,
    }
}

/// A row that is hidden, by bit 5 of its options.
fn hidden_row(data: &[u8]) -> Option<u32> {
    (u16_at(data, 12)? & 0x20 != 0).then_some(u16_at(data, 0)?.into())
}

/// Columns that are hidden, by bit 0 of their options.
fn hidden_columns(data: &[u8]) -> Option<std::ops::RangeInclusive<u32>> {
    let (first, last) = (u16_at(data, 0)?, u16_at(data, 2)?);
    (u16_at(data, 8)? & 1 != 0).then_some(first.into()..=last.min(LAST_COLUMN).into())
}

/// Areas of merged cells that go over several rows.
fn merged(data: &[u8]) -> impl Iterator<Item = MergedCells> {
    let areas = data.get(2..).unwrap_or_default().chunks_exact(8);
    areas.filter_map(|area| {
        let (first, last) = (u16_at(area, 0)?, u16_at(area, 2)?);
        let column = u16_at(area, 4)?.into();
        (first < last).then_some(MergedCells { column, first: first.into(), last: last.into() })
    })
}

fn place(data: &[u8]) -> Option<(u32, u32)> {
    Some((u16_at(data, 0)?.into(), u16_at(data, 2)?.into()))
}

/// Kind and content of the records from a place on.
fn records(stream: &[u8], start: usize) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream.get(start..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (kind, length) = (u16_at(rest, 0)?, usize::from(u16_at(rest, 2)?));
        let data = rest.get(4..length.checked_add(4)?)?;
        rest = rest.get(length + 4..)?;
        Some((kind, data))
    })
}
