//! A typed table: values by field and row, and where each came from.

use std::sync::Arc;

use crate::catalogue::{Catalogue, Field, Source};
use crate::model::{Cell, Conservation, Day, Finding, Month, Place, Severity};
use crate::validate::{Value, amounts};

/// One table after validation. Rows that were left out are no longer among its rows; their values stay,
/// because mending them may bring them back.
#[derive(Debug)]
pub struct ValidTable {
    /// File, relative to the input folder.
    pub file: Arc<str>,
    /// Sheet, empty for CSV.
    pub sheet: Arc<str>,
    /// Kind of table.
    pub kind: String,
    /// Whether it is an export of the project system (SM EFS, SL2014): it only fills empty cells of
    /// other files (rulings.md 3).
    pub is_project_export: bool,
    /// Whether its workbook is one that `efekt init` made.
    pub from_template: bool,
    /// The account of its rows; duplicates are found later, across files.
    pub count: Conservation,
    pub(crate) rows: Vec<ValidRow>,
    pub(crate) gone: Vec<(ValidRow, RowUse)>,
    pub(crate) fields: Vec<String>,
    pub(crate) values: Vec<Option<Vec<Value>>>,
    pub(crate) cell_columns: Vec<Option<u32>>,
    pub(crate) words: Vec<Arc<str>>,
    pub(crate) identifier_column: u32,
}

/// What became of a row of data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowUse {
    /// It is used.
    Used,
    /// It is a copy of another row.
    Copy,
    /// It cannot be used.
    LeftOut,
}

/// One row of data.
#[derive(Clone, Copy, Debug)]
pub struct ValidRow {
    /// Row of the sheet, from 0.
    pub number: u32,
    /// Place in the columns of values.
    pub(crate) position: usize,
}

impl ValidTable {
    /// Rows that are used, from the top.
    pub fn rows(&self) -> &[ValidRow] {
        &self.rows
    }

    /// Rows that cannot be used, from the top.
    pub fn left_out(&self) -> impl Iterator<Item = ValidRow> {
        let gone = self.gone.iter().filter(|(_, why)| *why == RowUse::LeftOut);
        gone.map(|(row, _)| *row)
    }

    /// The row of data with this number of the sheet, and what became of it.
    pub fn row(&self, number: u32) -> Option<(ValidRow, RowUse)> {
        let used = self.rows.binary_search_by_key(&number, |row| row.number);
        if let Some(row) = used.ok().and_then(|place| self.rows.get(place)) {
            return Some((*row, RowUse::Used));
        }
        let gone = self.gone.binary_search_by_key(&number, |(row, _)| row.number).ok()?;
        self.gone.get(gone).copied()
    }

    /// Whether a column of the sheet became the field.
    pub fn has(&self, field: &str) -> bool {
        self.field_index(field)
            .is_some_and(|index| self.values.get(index).is_some_and(Option::is_some))
    }

    /// The value of a field in a row.
    pub fn value(&self, row: ValidRow, field: &str) -> Value {
        self.field_index(field)
            .and_then(|index| self.values.get(index)?.as_ref()?.get(row.position).copied())
            .unwrap_or(Value::Missing)
    }

    pub(crate) fn set(&mut self, row: ValidRow, field: &str, value: Value) {
        if let Some(index) = self.field_index(field)
            && let Some(Some(column)) = self.values.get_mut(index)
            && let Some(cell) = column.get_mut(row.position)
        {
            *cell = value;
        }
    }

    /// Makes an empty column for a field that the sheet has no column for.
    pub(crate) fn add_column(&mut self, field: &str) {
        let rows = self.values.iter().flatten().map(Vec::len).max().unwrap_or(0);
        if let Some(index) = self.field_index(field)
            && let Some(column) = self.values.get_mut(index)
        {
            column.get_or_insert_with(|| vec![Value::Missing; rows]);
        }
    }

    /// A day.
    pub fn day(&self, row: ValidRow, field: &str) -> Option<Day> {
        match self.value(row, field) {
            Value::Day(day) => Some(day),
            _ => None,
        }
    }

    /// A month.
    pub fn month(&self, row: ValidRow, field: &str) -> Option<Month> {
        match self.value(row, field) {
            Value::Month(month) => Some(month),
            _ => None,
        }
    }

    /// An amount in grosze.
    pub fn grosze(&self, row: ValidRow, field: &str) -> Option<i64> {
        match self.value(row, field) {
            Value::Grosze(grosze) => Some(grosze),
            _ => None,
        }
    }

    /// Yes or no.
    pub fn flag(&self, row: ValidRow, field: &str) -> Option<bool> {
        match self.value(row, field) {
            Value::Flag(flag) => Some(flag),
            _ => None,
        }
    }

    /// A number in thousandths.
    pub fn thousandths(&self, row: ValidRow, field: &str) -> Option<i64> {
        match self.value(row, field) {
            Value::Thousandths(number) => Some(number),
            _ => None,
        }
    }

    /// A text.
    pub fn text(&self, row: ValidRow, field: &str) -> Option<&Arc<str>> {
        match self.value(row, field) {
            Value::Text(word) => self.words.get(usize::try_from(word).ok()?),
            _ => None,
        }
    }

    /// The parts of a many-valued text.
    pub fn texts(&self, row: ValidRow, field: &str) -> Vec<&str> {
        self.text(row, field).map(|text| text.split('\u{1f}').collect()).unwrap_or_default()
    }

    /// A code of the field's dictionary.
    pub fn code<'a>(
        &self,
        row: ValidRow,
        field: &str,
        catalogue: &'a Catalogue,
    ) -> Option<&'a str> {
        match self.value(row, field) {
            Value::Code(code) => {
                self.definition(field, catalogue)?.dictionary.code(usize::from(code))
            }
            _ => None,
        }
    }

    /// Codes of the field's dictionary.
    pub fn codes<'a>(&self, row: ValidRow, field: &str, catalogue: &'a Catalogue) -> Vec<&'a str> {
        let Value::Codes(bits) = self.value(row, field) else { return Vec::new() };
        let Some(definition) = self.definition(field, catalogue) else { return Vec::new() };
        let entries = definition.dictionary.entries.iter().enumerate();
        entries
            .filter(|(position, _)| bits >> position & 1 == 1)
            .map(|(_, entry)| entry.code.as_str())
            .collect()
    }

    /// All values of a row that say something, by field: two rows with equal lists are the same row.
    pub fn given(&self, row: ValidRow) -> impl Iterator<Item = (&str, Value)> {
        self.fields.iter().zip(&self.values).filter_map(move |(field, column)| {
            let value = *column.as_ref()?.get(row.position)?;
            value.is_given().then_some((field.as_str(), value))
        })
    }

    /// The word of a text value.
    pub fn word(&self, word: u32) -> Option<&Arc<str>> {
        self.words.get(usize::try_from(word).ok()?)
    }

    /// The place of a field's cell; of the row's identifier when the field has no column.
    pub fn place(&self, row: ValidRow, field: &str) -> Place {
        let column = self.column(field).unwrap_or(self.identifier_column);
        Place {
            file: Arc::clone(&self.file),
            sheet: Arc::clone(&self.sheet),
            cell: Some(Cell { row: row.number, column }),
        }
    }

    /// The column of a field's cells.
    pub(crate) fn column(&self, field: &str) -> Option<u32> {
        self.field_index(field).and_then(|index| self.cell_columns.get(index).copied().flatten())
    }

    /// The place of a row: its identifier (rulings.md 64).
    pub fn row_place(&self, row: ValidRow) -> Place {
        Place {
            file: Arc::clone(&self.file),
            sheet: Arc::clone(&self.sheet),
            cell: Some(Cell { row: row.number, column: self.identifier_column }),
        }
    }

    /// A finding at a field of a row.
    pub fn finding(
        &self,
        row: ValidRow,
        field: &str,
        code: &'static str,
        severity: Severity,
    ) -> Finding {
        Finding {
            place: self.place(row, field),
            code,
            severity,
            field: field.to_owned(),
            read: String::new(),
            suggestion: String::new(),
            arguments: Vec::new(),
            person: None,
        }
    }

    /// Takes rows out of use: they count as left out, or as duplicates.
    pub fn leave_out(&mut self, numbers: &[u32], as_duplicates: bool) {
        let before = self.rows.len();
        let goes = |row: &ValidRow| numbers.binary_search(&row.number).is_ok();
        let leaving = self.rows.iter().filter(|row| goes(row));
        let grosze = leaving.map(|row| amounts::of_row(self, *row)).fold(0, i64::saturating_add);
        let why = if as_duplicates { RowUse::Copy } else { RowUse::LeftOut };
        self.gone.extend(self.rows.iter().filter(|row| goes(row)).map(|row| (*row, why)));
        self.gone.sort_by_key(|(row, _)| row.number);
        self.rows.retain(|row| !goes(row));
        let gone = u64::try_from(before - self.rows.len()).unwrap_or(0);
        self.count.used -= gone;
        self.count.amounts.used = self.count.amounts.used.saturating_sub(grosze);
        let amounts = &mut self.count.amounts;
        let (rows, sum) = if as_duplicates {
            (&mut self.count.duplicates, &mut amounts.duplicates)
        } else {
            (&mut self.count.left_out, &mut amounts.left_out)
        };
        *rows += gone;
        *sum = sum.saturating_add(grosze);
    }

    /// Takes every row out of use: they count as left out.
    pub(crate) fn leave_out_all(&mut self) {
        let numbers: Vec<u32> = self.rows.iter().map(|row| row.number).collect();
        self.leave_out(&numbers, false);
    }

    fn field_index(&self, field: &str) -> Option<usize> {
        self.fields.iter().position(|known| known == field)
    }

    fn definition<'a>(&self, field: &str, catalogue: &'a Catalogue) -> Option<&'a Field> {
        catalogue
            .source(&self.kind)
            .and_then(|source: &Source| source.field(field))
            .map(|(_, found)| found)
    }
}
