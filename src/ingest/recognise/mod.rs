//! Finds the header of a sheet by score and tells what each column is.
//!
//! Every row among the first ones is tried as a header, alone and together with the row below it (merged
//! groups over columns), against every kind of table. The kind and row that explain the most cells win.

mod clues;
mod content;
mod guess;
mod header;
mod rows;
mod second;
mod struck;

use crate::catalogue::{Catalogue, Field, Source};
use crate::ingest::sheet_builder::SheetBuilder;
use crate::ingest::{ColumnUse, Hints, RawSheet, RawTable, Recognition, UnusableTable};
use crate::model::{Finding, Severity};

use header::{Candidate, HeaderWords};

/// How many rows that hold anything may stand above the header.
const ROWS_ABOVE: usize = 40;

/// Recognises the table of a sheet.
pub fn recognise(sheet: RawSheet, catalogue: &Catalogue, hints: &Hints) -> Recognition {
    if sheet.rows().is_empty() {
        return Recognition::Empty;
    }
    let mut best: Option<(usize, Candidate)> = None;
    for (index, source) in catalogue.sources.iter().enumerate() {
        if hints.kind.as_ref().is_some_and(|kind| *kind != source.kind) {
            continue;
        }
        if hints.kind.is_none() && !source.may_be_named(&sheet.file, &sheet.name) {
            continue;
        }
        let words = HeaderWords::new(source, hints);
        for (position, row) in sheet.rows().iter().enumerate().take(ROWS_ABOVE) {
            if hints.header_row.is_some_and(|number| number != row.number) {
                continue;
            }
            let below = sheet.rows().get(position + 1).copied();
            for below in [None, below].into_iter().take(1 + usize::from(below.is_some())) {
                let candidate = words.try_header(&sheet, *row, below);
                let better = best.as_ref().is_none_or(|(known_index, known)| {
                    // A list of jobs and the job columns of a participants list look alike: of two
                    // kinds that explain the same, the one that lacks fewer required columns wins.
                    candidate.score > known.score
                        || candidate.score == known.score
                            && *known_index != index
                            && lacking(catalogue, index, &candidate)
                                < lacking(catalogue, *known_index, known)
                });
                if better && candidate.score > 0 {
                    best = Some((index, candidate));
                }
            }
        }
    }
    let Some((index, mut candidate)) = best else { return no_table(&sheet) };
    let Some(source) = catalogue.sources.get(index) else { return no_table(&sheet) };
    guess::complete(&sheet, source, &HeaderWords::new(source, hints), &mut candidate);
    header::claim_either(source, &mut candidate.columns);
    let missing = header::missing_fields(source, &candidate.columns);
    let known = candidate.columns.len();
    let convincing = if missing.is_empty() { known >= 2 } else { known >= 4 };
    let half = known * 2 >= known + candidate.unused.len();
    // Project systems export more columns than any report needs.
    let many_others = (missing.is_empty() || candidate.is_project_export) && known >= 4;
    if hints.kind.is_none() && !(convincing && (half || many_others)) {
        return no_table(&sheet);
    }
    let twice = header::claimed_twice(&candidate.columns);
    // Exports of project systems lack some fields; who reads them decides what that means.
    if missing.is_empty() && twice.is_none() || candidate.is_project_export {
        let findings = clues::questions(&sheet, source, &candidate);
        let second = hints.header_row.is_none();
        let second = second.then(|| second::header(&sheet, catalogue, index, &candidate)).flatten();
        let (sheet, below) = match second {
            Some(start) => (
                SheetBuilder::part(&sheet, |row| row < start),
                Some(SheetBuilder::part(&sheet, |row| row >= start)),
            ),
            None => (sheet, None),
        };
        let table = rows::table(sheet, index, source, candidate);
        return Recognition::Table(Box::new(RawTable { below, findings, ..table }));
    }
    let mut findings: Vec<Finding> = missing
        .into_iter()
        .map(|field| missing_finding(&sheet, source, field, &candidate))
        .collect();
    if let Some((first, second)) = twice {
        findings.push(twice_finding(&sheet, candidate.header.1, first, second));
    }
    // What the sheet would be, and how much it holds, says how far mending it could go.
    let below = sheet.rows().iter().filter(|row| row.number > candidate.header.1).count();
    for finding in &mut findings {
        finding.arguments.push(("table", source.kind.clone()));
        finding.arguments.push(("rows", below.to_string()));
    }
    let Candidate { header, columns, unused, .. } = candidate;
    Recognition::Unusable(Box::new(UnusableTable {
        source: index,
        header,
        columns,
        unused,
        findings,
    }))
}

/// A sheet without a table; one that lists people is not passed over in silence.
fn no_table(sheet: &RawSheet) -> Recognition {
    Recognition::NoTable(content::persons(sheet))
}

/// How many required columns a candidate lacks as a kind of table.
fn lacking(catalogue: &Catalogue, source: usize, candidate: &Candidate) -> usize {
    let source = catalogue.sources.get(source);
    source.map_or(usize::MAX, |source| header::missing_fields(source, &candidate.columns).len())
}

/// A required column that nothing claims, with the columns that it may be and the line of the project
/// file that says so.
fn missing_finding(
    sheet: &RawSheet,
    source: &Source,
    field: &Field,
    candidate: &Candidate,
) -> Finding {
    let first_unused = candidate.unused.first().map_or(0, |(column, _)| *column);
    let address = |column: u32| sheet.place(candidate.header.1, column).address();
    let (alike, fitting) = guess::nearest(sheet, field, candidate);
    // A strange header may be anything, also a name: unless its words are those of headers, its place is
    // enough.
    let sure = candidate.is_sure();
    let ordinary = |header: &str| sure && clues::is_ordinary(source, header);
    let nearest: Vec<String> = alike
        .iter()
        .map(|near| (near, true))
        .chain(fitting.iter().map(|near| (near, ordinary(&near.1))))
        .map(
            |((column, header), said)| {
                if said { format!("{header} ({})", address(*column)) } else { address(*column) }
            },
        )
        .collect();
    let header = match (alike.as_slice(), fitting.as_slice()) {
        ([(_, header), ..], _) => header.as_str(),
        ([], [(_, header)]) if ordinary(header) => header.as_str(),
        _ => "…",
    };
    let header = header.replace('"', "'");
    Finding {
        place: sheet.place(candidate.header.1, first_unused),
        code: "W010",
        severity: Severity::Blocking,
        field: field.name.clone(),
        read: String::new(),
        suggestion: field.header.clone(),
        arguments: vec![
            ("column", field.header.clone()),
            ("nearest", if nearest.is_empty() { "–".to_owned() } else { nearest.join(", ") }),
            ("setting", format!("columns.{} = \"{header}\"", field.name)),
        ],
        person: None,
    }
}

fn twice_finding(sheet: &RawSheet, row: u32, first: &ColumnUse, second: &ColumnUse) -> Finding {
    Finding {
        place: sheet.place(row, second.column),
        code: "W011",
        severity: Severity::Blocking,
        field: second.header.clone(),
        read: second.header.clone(),
        suggestion: String::new(),
        arguments: vec![("column", first.header.clone())],
        person: None,
    }
}
