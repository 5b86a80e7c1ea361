//! Tells data from totals, notes, examples and repeated headers below the header.

use std::collections::BTreeSet;

use crate::catalogue::Source;
use crate::ingest::recognise::header::{Candidate, is_person_key};
use crate::ingest::{ColumnUse, RawRow, RawSheet, RawTable, RowClass};
use crate::model::{fold, is_example_mark};

/// Words that begin a total row.
const TOTALS: [&str; 9] = [
    "razem",
    "ogolem",
    "suma",
    "lacznie",
    "w sumie",
    "podsumowanie",
    "total",
    "sumy",
    "do przeniesienia",
];

/// Makes the table of a sheet whose header was found.
pub(crate) fn table(
    sheet: RawSheet,
    source_index: usize,
    source: &Source,
    candidate: Candidate,
) -> RawTable {
    let below: Vec<RawRow> =
        sheet.rows().iter().copied().filter(|row| row.number > candidate.header.1).collect();
    let header: Vec<(u32, String)> =
        candidate.columns.iter().map(|column| (column.column, fold(&column.header))).collect();
    let rows = below
        .into_iter()
        .map(|row| (row, classify(&sheet, row, source, &candidate.columns, &header)))
        .collect();
    RawTable {
        sheet,
        source: source_index,
        header: candidate.header,
        columns: candidate.columns,
        unused: candidate.unused,
        is_project_export: candidate.is_project_export,
        from_template: false,
        rows,
        left_out: BTreeSet::new(),
    }
}

fn classify(
    sheet: &RawSheet,
    row: RawRow,
    source: &Source,
    columns: &[ColumnUse],
    header: &[(u32, String)],
) -> RowClass {
    let cells = sheet.cells(row);
    let first_text = cells.iter().find_map(|(_, cell)| sheet.text(*cell)).map(fold);
    let total = |text: &String| {
        TOTALS.iter().any(|word| {
            text.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        })
    };
    // A person's number in the row outweighs a word that looks like a total or an example.
    let keys: Vec<String> = columns
        .iter()
        .filter(|column| source.fields.get(column.field).is_some_and(is_person_key))
        .filter_map(|column| sheet.cell(row, column.column))
        .map(|cell| sheet.shown(cell))
        .collect();
    let has_person_key =
        keys.iter().any(|key| key.chars().filter(char::is_ascii_digit).count() >= 5);
    let person_table = source.fields.iter().any(is_person_key);
    let is_example = if person_table {
        !has_person_key && keys.iter().any(|key| is_example_mark(key))
    } else {
        cells.first().and_then(|(_, cell)| sheet.text(*cell)).is_some_and(is_example_mark)
    };
    if is_example {
        return RowClass::Note;
    }
    if !has_person_key && first_text.as_ref().is_some_and(total) {
        return RowClass::Total;
    }
    let repeats = header
        .iter()
        .filter(|(column, text)| {
            sheet.cell(row, *column).and_then(|cell| sheet.text(cell)).map(fold).as_ref()
                == Some(text)
        })
        .count();
    if repeats * 2 > header.len() {
        return RowClass::Note;
    }
    let known_cells =
        columns.iter().filter(|column| sheet.cell(row, column.column).is_some()).count();
    let sparse = known_cells <= 2 && known_cells < columns.len().saturating_sub(1);
    if sparse && (person_table && !has_person_key || known_cells <= 1) {
        return RowClass::Note;
    }
    RowClass::Data
}
