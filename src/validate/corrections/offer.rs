//! Which cells a correction workbook offers: those that a finding points at and a value or a decision
//! can cure, with the other cells of the row that may be the wrong ones, and the rows around them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::catalogue::{Catalogue, CheckPage, CorrectionKind, Field, FieldType, Source};
use crate::model::{
    Cell, CorrectionItem, CorrectionPlan, Decision, Finding, Language, Place, RowsInQuestion,
    Severity,
};
use crate::validate::corrections::Corrections;
use crate::validate::corrections::shown::{shown, shown_code};
use crate::validate::table::TableColumn;
use crate::validate::{ValidTable, Value};

/// More findings than anybody answers by hand; what is first in their order is worth the most.
const LONGEST_LIST: usize = 2_000;

/// What a correction workbook is made from.
#[derive(Clone, Copy, Debug)]
pub struct Offered<'a> {
    /// Every table of the run.
    pub tables: &'a [ValidTable],
    /// Findings, in the order in which they are to be looked at.
    pub findings: &'a [&'a Finding],
    /// What was corrected already.
    pub corrections: &'a Corrections,
    /// SHA-256 of every input file of the run, by path.
    pub hashes: &'a BTreeMap<String, String>,
    /// Definitions.
    pub catalogue: &'a Catalogue,
    /// How days are written.
    pub language: Language,
}

/// The correction workbooks of a run, by file.
pub fn offer(offered: &Offered<'_>) -> Vec<CorrectionPlan> {
    let mut files: BTreeMap<&str, CorrectionPlan> = BTreeMap::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut found: Vec<Curable<'_>> = Vec::new();
    for curable in offered.findings.iter().filter_map(|finding| curable(finding, offered)) {
        let count = counts.entry(&curable.table.file).or_default();
        *count += 1;
        // There can be a million findings: those that no list has room for are only counted.
        if *count <= LONGEST_LIST {
            found.push(curable);
        }
    }
    let mut offered_cells: BTreeSet<Place> =
        found.iter().map(|curable| curable.place(curable.own)).collect();
    for curable in &found {
        let file = &*curable.table.file;
        let Some(sha256) = offered.hashes.get(file) else { continue };
        let plan = files.entry(file).or_insert_with(|| CorrectionPlan {
            file: file.to_owned(),
            sha256: sha256.clone(),
            items: Vec::new(),
            left_away: counts.get(file).map_or(0, |count| count.saturating_sub(LONGEST_LIST)),
            sheets: Vec::new(),
        });
        if plan.items.len() >= LONGEST_LIST {
            plan.left_away += 1;
            continue;
        }
        plan.items.push(curable.item(curable.own, true, offered));
        for column in curable.beside() {
            if offered_cells.insert(curable.place(column)) {
                plan.items.push(curable.item(column, false, offered));
            }
        }
    }
    let mut plans: Vec<CorrectionPlan> = files.into_values().collect();
    for plan in &mut plans {
        let tables = offered.tables.iter().filter(|table| *table.file == *plan.file);
        plan.sheets = tables.filter_map(|table| rows(table, &plan.items, offered)).collect();
        plan.sheets.sort_by(|a, b| a.sheet.cmp(&b.sheet));
    }
    plans
}

/// A finding on a row of data that a correction can answer.
struct Curable<'a> {
    finding: &'a Finding,
    page: &'a CheckPage,
    table: &'a ValidTable,
    source: &'a Source,
    row: u32,
    own: TableColumn,
    takes_value: bool,
}

fn curable<'a>(finding: &'a Finding, offered: &Offered<'a>) -> Option<Curable<'a>> {
    if !matches!(finding.severity, Severity::Error | Severity::Warning) {
        return None;
    }
    let page = offered.catalogue.check(finding.code)?;
    let kind = page.correction?;
    let cell = finding.place.cell?;
    let table = offered
        .tables
        .iter()
        .find(|table| table.file == finding.place.file && table.sheet == finding.place.sheet)?;
    table.row_as_read(cell.row)?;
    let source = offered.catalogue.source(&table.kind)?;
    let here = table.columns.iter().find(|column| column.column == cell.column).copied();
    let is_meant = |column: &TableColumn| {
        finding.field.is_empty() || field(source, *column).is_some_and(|f| f.name == finding.field)
    };
    let meant = here.filter(is_meant).or_else(|| column_of(table, source, &finding.field));
    let takes_value = kind == CorrectionKind::Value && meant.is_some();
    let own = meant.or(here)?;
    Some(Curable { finding, page, table, source, row: cell.row, own, takes_value })
}

impl Curable<'_> {
    fn place(&self, column: TableColumn) -> Place {
        Place {
            file: Arc::clone(&self.table.file),
            sheet: Arc::clone(&self.table.sheet),
            cell: Some(Cell { row: self.row, column: column.column }),
        }
    }

    /// The columns of the other fields that may be wrong.
    fn beside(&self) -> impl Iterator<Item = TableColumn> {
        let names = self.page.beside.iter().filter(|name| **name != self.finding.field);
        names.filter_map(|name| column_of(self.table, self.source, name))
    }

    fn item(&self, column: TableColumn, is_own: bool, offered: &Offered<'_>) -> CorrectionItem {
        let place = self.place(column);
        // What could not be read has no value: the finding has its words.
        let value = cell_shown(self.table, self.row, column, self.source, offered.language);
        let is_list = field(self.source, column).is_some_and(|f| f.kind == FieldType::Codes);
        let words = &self.finding.read;
        let read = if is_own && !words.is_empty() && (value.is_empty() || is_list) {
            words.clone()
        } else {
            value
        };
        let takes_value = !is_own || self.takes_value;
        let mut decisions = Vec::new();
        if is_own && self.finding.severity == Severity::Warning {
            decisions.push(Decision::Right);
        }
        if takes_value && !read.is_empty() {
            decisions.push(Decision::Empty);
        }
        if is_own {
            decisions.push(Decision::LeaveOut);
        }
        let name = field(self.source, column).map(|field| field.name.clone());
        CorrectionItem {
            finding: self.finding.clone(),
            corrected_at: offered.corrections.corrected_at(&place).cloned(),
            place,
            is_own,
            field: (self.source.kind.clone(), name.unwrap_or_default()),
            is_code_column: column.code.is_some(),
            read,
            takes_value,
            decisions,
        }
    }
}

/// The rows of a table that hold something to correct.
fn rows(
    table: &ValidTable,
    items: &[CorrectionItem],
    offered: &Offered<'_>,
) -> Option<RowsInQuestion> {
    let source = offered.catalogue.source(&table.kind)?;
    let mut wrong: BTreeMap<Cell, &CorrectionItem> = BTreeMap::new();
    let mut numbers = BTreeSet::new();
    for item in items.iter().filter(|item| item.place.sheet == table.sheet) {
        if let Some(cell) = item.place.cell {
            numbers.insert(cell.row);
            if item.is_own {
                wrong.entry(cell).or_insert(item);
            }
        }
    }
    if numbers.is_empty() {
        return None;
    }
    let cell = |row: u32, column: &TableColumn| {
        let item = wrong.get(&Cell { row, column: column.column });
        match (item, field(source, *column)) {
            (Some(item), _) => item.read.clone(),
            (None, Some(field)) if may_be_shown(field) => {
                cell_shown(table, row, *column, source, offered.language)
            }
            _ => String::new(),
        }
    };
    // A column in which nothing would stand only makes the others narrow.
    let says_something = |column: &&TableColumn| {
        wrong.keys().any(|cell| cell.column == column.column)
            || numbers.iter().any(|row| !cell(*row, column).is_empty())
    };
    let columns: Vec<TableColumn> = table.columns.iter().filter(says_something).copied().collect();
    let rows = numbers
        .iter()
        .map(|row| (*row, columns.iter().map(|column| cell(*row, column)).collect()))
        .collect();
    let name =
        |column: &TableColumn| field(source, *column).map(|f| f.name.clone()).unwrap_or_default();
    Some(RowsInQuestion {
        sheet: table.sheet.to_string(),
        kind: table.kind.clone(),
        columns: columns.iter().map(|column| (column.column, name(column))).collect(),
        rows,
    })
}

/// Whether the field is one of two lists of an export whose places pair: the finding has what was read.
fn is_pairing(field: &Field) -> bool {
    matches!(field.kind, FieldType::CodeList | FieldType::DayList)
}

/// Days, amounts, codes: by them a person who has the file beside knows the row again. Texts may hold
/// anybody's name.
fn may_be_shown(field: &Field) -> bool {
    let is_text = matches!(field.kind, FieldType::Text | FieldType::Texts) || is_pairing(field);
    let is_number_of_a_person = matches!(field.kind, FieldType::Pesel | FieldType::Document);
    is_number_of_a_person || !(is_text || field.identifies || field.sensitive)
}

fn cell_shown(
    table: &ValidTable,
    row: u32,
    column: TableColumn,
    source: &Source,
    language: Language,
) -> String {
    let value = table.value_as_read(row, column.field).unwrap_or(Value::Missing);
    match (column.code, field(source, column)) {
        (Some(code), _) => shown_code(value, code),
        (None, Some(field)) if is_pairing(field) => String::new(),
        (None, Some(field)) => shown(value, field, language),
        (None, None) => String::new(),
    }
}

fn field(source: &Source, column: TableColumn) -> Option<&Field> {
    source.fields.get(column.field)
}

fn column_of(table: &ValidTable, source: &Source, name: &str) -> Option<TableColumn> {
    let (index, _) = source.field(name)?;
    table.columns.iter().find(|column| column.field == index && column.code.is_none()).copied()
}
