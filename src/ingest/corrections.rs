//! The list of corrections in a workbook that an earlier run wrote and a person filled in.
//!
//! What is typed here may identify a person: it goes into cells, and never into a finding.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::ingest::{RawCell, RawRow, RawSheet};
use crate::model::{
    Cell, CorrectionColumn, Decision, InputFile, Place, is_correction_mark, parse_correction_mark,
};

/// The header stands among the first rows.
const ROWS_ABOVE: usize = 20;

/// What one correction workbook says.
#[derive(Debug)]
pub struct CorrectionBook {
    /// The list, for findings about the whole workbook.
    pub place: Place,
    /// Which file it corrects; `None` when its list cannot be found.
    pub target: Option<CorrectionTarget>,
    /// Rows in which a person filled something in.
    pub entries: Vec<CorrectionEntry>,
}

/// The file for which a correction workbook was made.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CorrectionTarget {
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
    /// Its path at that time.
    pub file: String,
}

/// One row that was filled in.
#[derive(Debug)]
pub struct CorrectionEntry {
    /// Where it stands in the correction workbook.
    pub place: Place,
    /// Sheet of the corrected file.
    pub sheet: String,
    /// Cell in it; `None` when what is written there is no cell.
    pub cell: Option<Cell>,
    /// Code of the check, as written.
    pub code: String,
    /// What should stand in the cell.
    pub value: Option<TypedValue>,
    /// What else was decided.
    pub decision: Option<TypedDecision>,
}

/// A value as a person typed it.
#[derive(Clone, PartialEq, Debug)]
pub enum TypedValue {
    /// Words, and numbers kept as words.
    Text(String),
    /// Anything else, and whether serial dates of its workbook count from 1904.
    Cell(RawCell, bool),
}

/// A decision as a person took it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TypedDecision {
    /// One of those that are offered.
    Known(Decision),
    /// Other words.
    Unknown,
}

/// Reads the corrections of a workbook of which at least one sheet has the mark.
pub(crate) fn read(file: &InputFile, sheets: &[RawSheet]) -> CorrectionBook {
    let mut book =
        CorrectionBook { place: Place::file(&file.path), target: None, entries: Vec::new() };
    for sheet in sheets {
        let Some(target) = first_text(sheet).and_then(parse_correction_mark) else { continue };
        let (sha256, corrected) = target;
        book.place = sheet.place(0, 0);
        let Some((header, columns)) = header(sheet) else { continue };
        let rows = sheet.rows().iter().filter(|row| row.number > header);
        book.entries.extend(rows.filter_map(|row| entry(sheet, *row, &columns)));
        let file = corrected.to_owned();
        book.target = Some(CorrectionTarget { sha256: sha256.to_lowercase(), file });
    }
    book
}

/// Whether a sheet belongs to a correction workbook.
pub(crate) fn is_correction(sheet: &RawSheet) -> bool {
    first_text(sheet).is_some_and(is_correction_mark)
}

fn first_text(sheet: &RawSheet) -> Option<&str> {
    let row = sheet.rows().first().filter(|row| row.number == 0)?;
    sheet.text(sheet.cell(*row, 0)?)
}

type Columns = BTreeMap<CorrectionColumn, u32>;

/// The row of the header and the columns in it.
fn header(sheet: &RawSheet) -> Option<(u32, Columns)> {
    sheet.rows().iter().take(ROWS_ABOVE).find_map(|row| {
        let mut columns = Columns::new();
        for (column, cell) in sheet.cells(*row) {
            if let Some(known) = sheet.text(cell).and_then(CorrectionColumn::of_header) {
                columns.entry(known).or_insert(column);
            }
        }
        let all = CorrectionColumn::ALL.iter().all(|column| columns.contains_key(column));
        all.then_some((row.number, columns))
    })
}

fn entry(sheet: &RawSheet, row: RawRow, columns: &Columns) -> Option<CorrectionEntry> {
    let cell = |column: CorrectionColumn| sheet.cell(row, *columns.get(&column)?);
    let shown =
        |column: CorrectionColumn| cell(column).map(|cell| sheet.shown(cell)).unwrap_or_default();
    let value = cell(CorrectionColumn::Value).map(|cell| match sheet.text(cell) {
        Some(text) => TypedValue::Text(text.to_owned()),
        None => TypedValue::Cell(cell, sheet.from_1904),
    });
    let decision = cell(CorrectionColumn::Decision).map(|cell| {
        Decision::of_text(&sheet.shown(cell)).map_or(TypedDecision::Unknown, TypedDecision::Known)
    });
    let answer = if value.is_some() { CorrectionColumn::Value } else { CorrectionColumn::Decision };
    if value.is_none() && decision.is_none() {
        return None;
    }
    Some(CorrectionEntry {
        place: Place {
            file: Arc::clone(&sheet.file),
            sheet: Arc::clone(&sheet.name),
            cell: columns.get(&answer).map(|column| Cell { row: row.number, column: *column }),
        },
        sheet: shown(CorrectionColumn::Sheet),
        cell: Cell::parse(shown(CorrectionColumn::Cell).trim()),
        code: shown(CorrectionColumn::Code).trim().to_owned(),
        value,
        decision,
    })
}

#[cfg(test)]
mod tests {
    use crate::ingest::sheet_builder::SheetBuilder;
    use crate::model::correction_mark;

    use super::*;

    fn book(rows: &[&[&str]]) -> CorrectionBook {
        let mut builder = SheetBuilder::new("lista – poprawki.ods", "Poprawki");
        builder.push_text(0, 0, &correction_mark(&"0a".repeat(32), "lista.xlsx"));
        for (row, cells) in (3..).zip(rows) {
            for (column, text) in (0..).zip(*cells) {
                builder.push_text(row, column, text);
            }
        }
        let file = InputFile { path: "lista – poprawki.ods".into(), bytes: Vec::new() };
        read(&file, &[builder.finish()])
    }

    #[test]
    fn only_rows_that_were_filled_in_are_entries_wherever_the_columns_stand() {
        let book = book(&[
            &["Kod", "Komórka", "Arkusz", "Uwagi", "Decyzja", "POPRAWNA WARTOŚĆ"],
            &["P009", "O7", "Lista", "", "", "31.12.2024"],
            &["P009", "O8", "Lista", "zapytam", "", ""],
            &["P003", "B9", "", "", "Tak ma być", ""],
            &["P003", "B9:B10", "Lista", "", "chyba", ""],
        ]);
        assert_eq!(book.target.unwrap().file, "lista.xlsx");
        let [value, decided, strange] = &book.entries[..] else { panic!("{:?}", book.entries) };
        assert_eq!(value.cell, Cell::parse("O7"));
        assert_eq!(value.value, Some(TypedValue::Text("31.12.2024".to_owned())));
        assert_eq!(value.place.to_string(), "lista – poprawki.ods › Poprawki › F5");
        assert_eq!(decided.decision, Some(TypedDecision::Known(Decision::Right)));
        assert_eq!((decided.sheet.as_str(), decided.place.address().as_str()), ("", "E7"));
        assert_eq!((strange.cell, strange.decision), (None, Some(TypedDecision::Unknown)));
    }

    #[test]
    fn a_list_without_its_header_names_no_file() {
        let book = book(&[&["Arkusz", "Komórka", "Poprawna wartość"], &["Lista", "O7", "1"]]);
        assert_eq!((book.target, book.entries.len()), (None, 0));
    }
}
