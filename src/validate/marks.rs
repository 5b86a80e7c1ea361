//! What a sheet says without words: hidden rows and columns, rows struck out, sheets cut off.

use crate::ingest::{RawTable, RowClass};
use crate::model::{Finding, Severity, StruckOut};
use crate::validate::Rules;

/// Rows at which a format ends: a sheet with exactly so many is possibly cut off.
const LAST_ROWS: [u32; 2] = [65_535, 1_048_575];

/// Findings on marks of the sheet and its rows.
pub(crate) fn findings(table: &RawTable, rules: Rules<'_>) -> Vec<Finding> {
    let sheet = &table.sheet;
    let mut found = Vec::new();
    let mut add = |row: u32, column: u32, code: &'static str, severity, arguments| {
        found.push(Finding {
            place: sheet.place(row, column),
            code,
            severity,
            field: String::new(),
            read: String::new(),
            suggestion: String::new(),
            arguments,
            person: None,
        });
    };
    let identifier = identifier_column(table, rules);
    if sheet.hidden {
        add(table.header.1, identifier, "W007", Severity::Note, Vec::new());
    }
    let mut before = None;
    for column in &table.columns {
        // A column of one field or another is one column.
        let is_known = before.replace(column.column) == Some(column.column);
        if !is_known && sheet.hidden_columns.contains(&column.column) {
            let arguments = vec![("column", column.header.clone())];
            add(table.header.1, column.column, "W008", Severity::Note, arguments);
        }
    }
    for (column, header) in &table.unused {
        if sheet.hidden_columns.contains(column) {
            add(table.header.1, *column, "W008", Severity::Note, vec![("column", header.clone())]);
        }
    }
    for (row, class) in &table.rows {
        if *class != RowClass::Data || table.left_out.contains(&row.number) {
            continue;
        }
        if sheet.hidden_rows.contains(&row.number) {
            add(row.number, identifier, "W005", Severity::Note, Vec::new());
        }
        if sheet.struck_rows.contains(&row.number) {
            let severity = match rules.struck_out() {
                StruckOut::Ask => Severity::Warning,
                StruckOut::Include | StruckOut::Exclude => Severity::Note,
            };
            let effect = match rules.struck_out() {
                StruckOut::Exclude => "effect-row-left-out",
                StruckOut::Ask | StruckOut::Include => "effect-row-counted",
            };
            add(row.number, identifier, "W006", severity, vec![("effect", effect.to_owned())]);
            continue;
        }
        for (_, column) in sheet.struck_cells.range((row.number, 0)..=(row.number, u32::MAX)) {
            let used = table.columns.iter().find(|used| used.column == *column);
            let Some(used) = used else { continue };
            let arguments = vec![("column", used.header.clone())];
            add(row.number, *column, "W051", Severity::Warning, arguments);
        }
    }
    if let Some((row, _)) = table.rows.last()
        && LAST_ROWS.contains(&row.number)
    {
        add(row.number, identifier, "W014", Severity::Warning, Vec::new());
    }
    let source = rules.catalogue.sources.get(table.source);
    for column in table.columns.iter().filter(|column| column.confidence < 100) {
        let field = source.and_then(|source| source.fields.get(column.field));
        found.push(Finding {
            place: sheet.place(table.header.1, column.column),
            code: "W019",
            severity: Severity::Note,
            field: field.map(|field| field.name.clone()).unwrap_or_default(),
            read: String::new(),
            suggestion: String::new(),
            arguments: vec![
                ("column", column.header.clone()),
                ("confidence", column.confidence.to_string()),
            ],
            person: None,
        });
    }
    found
}

fn identifier_column(table: &RawTable, rules: Rules<'_>) -> u32 {
    let source = rules.catalogue.sources.get(table.source);
    let column_of = |name: &str| {
        let (index, _) = source?.field(name)?;
        table.columns.iter().find(|column| column.field == index).map(|column| column.column)
    };
    ["pesel", "document", "centre", "project"]
        .into_iter()
        .find_map(column_of)
        .or_else(|| table.columns.first().map(|column| column.column))
        .unwrap_or(0)
}
