//! A typed table: values by field and row, and where each came from.

use std::collections::BTreeMap;
use std::sync::Arc;

use hashbrown::HashMap;

use crate::catalogue::{Catalogue, Dictionary, Field};
use crate::model::{Cell, Conservation, Day, Finding, Month, Place, Severity, Texts};
use crate::validate::value_column::ValueColumn;
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
    /// Places of the fields among those of the kind.
    pub(crate) fields: HashMap<String, usize>,
    pub(crate) values: Vec<Option<ValueColumn>>,
    pub(crate) cell_columns: Vec<Option<u32>>,
    /// Columns of the sheet that became fields, from the left.
    pub(crate) columns: Vec<TableColumn>,
    /// Rows that were read and are not used, from the top.
    pub(crate) left_out: Vec<ValidRow>,
    /// Numbers of those among them that are copies of other rows, from the top.
    pub(crate) copies: Vec<u32>,
    /// What a check took out of use, by position of the row and of the field.
    pub(crate) emptied: BTreeMap<(u32, usize), Value>,
    pub(crate) words: Texts,
    pub(crate) identifier_column: u32,
}

/// A field whose values are codes.
#[derive(Clone, Copy, Debug)]
pub struct CodeColumn<'a> {
    column: Option<&'a ValueColumn>,
    dictionary: Option<&'a Dictionary>,
}

impl<'a> CodeColumn<'a> {
    /// The code of a row.
    pub fn get(self, row: ValidRow) -> Option<&'a str> {
        match self.column?.get(row.position)? {
            Value::Code(code) => self.dictionary?.code(usize::from(code)),
            _ => None,
        }
    }
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

/// One column of the sheet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TableColumn {
    /// Its place, from 0.
    pub(crate) column: u32,
    /// Place of its field in the source's list.
    pub(crate) field: usize,
    /// For one yes/no column of several: the place of its code in the field's dictionary.
    pub(crate) code: Option<usize>,
}

/// One row of data.
#[derive(Clone, Copy, Debug)]
pub struct ValidRow {
    /// Row of the sheet, from 0.
    pub number: u32,
    /// Place in the columns of values.
    pub(crate) position: u32,
}

impl ValidRow {
    /// Its place among the rows of data, those left out counted.
    pub fn place(self) -> usize {
        usize::try_from(self.position).unwrap_or(usize::MAX)
    }
}

impl ValidTable {
    /// Rows that are used, from the top.
    pub fn rows(&self) -> &[ValidRow] {
        &self.rows
    }

    /// Rows that are not used, from the top.
    pub(crate) fn gone(&self) -> &[ValidRow] {
        &self.left_out
    }

    /// Rows that cannot be used, from the top; copies are none of them.
    pub fn left_out(&self) -> impl Iterator<Item = ValidRow> {
        let is_copy = |row: &&ValidRow| self.copies.binary_search(&row.number).is_ok();
        self.left_out.iter().filter(move |row| !is_copy(row)).copied()
    }

    /// The row of data with this number of the sheet, and what became of it.
    pub fn row(&self, number: u32) -> Option<(ValidRow, RowUse)> {
        let found = |rows: &[ValidRow]| {
            let place = rows.binary_search_by_key(&number, |row| row.number).ok()?;
            rows.get(place).copied()
        };
        if let Some(row) = found(&self.rows) {
            return Some((row, RowUse::Used));
        }
        let is_copy = self.copies.binary_search(&number).is_ok();
        let why = if is_copy { RowUse::Copy } else { RowUse::LeftOut };
        found(&self.left_out).map(|row| (row, why))
    }

    /// Whether a column of the sheet became the field.
    pub fn has(&self, field: &str) -> bool {
        self.field_index(field)
            .is_some_and(|index| self.values.get(index).is_some_and(Option::is_some))
    }

    /// The value of a field in a row.
    pub fn value(&self, row: ValidRow, field: &str) -> Value {
        self.values_of(field).and_then(|column| column.get(row.position)).unwrap_or(Value::Missing)
    }

    pub(crate) fn set(&mut self, row: ValidRow, field: &str, value: Value) {
        if let Some(index) = self.field_index(field)
            && let Some(Some(column)) = self.values.get_mut(index)
        {
            let before = column.get(row.position).filter(|before| before.is_given());
            if let Some(before) = before {
                self.emptied.entry((row.position, index)).or_insert(before);
            }
            column.set(row.position, value);
        }
    }

    /// A row that was read, also one that is not used.
    pub(crate) fn row_as_read(&self, number: u32) -> Option<ValidRow> {
        [&self.rows, &self.left_out].into_iter().find_map(|rows| {
            let place = rows.binary_search_by_key(&number, |row| row.number).ok()?;
            rows.get(place).copied()
        })
    }

    /// What stood in a field of any row of data before checks emptied it.
    pub(crate) fn value_as_read(&self, number: u32, field: usize) -> Option<Value> {
        let position = self.row_as_read(number)?.position;
        let emptied = self.emptied.get(&(position, field)).copied();
        emptied.or_else(|| self.values.get(field)?.as_ref()?.get(position))
    }

    /// Makes an empty column for a field that the sheet has no column for.
    pub(crate) fn add_column(&mut self, field: &str) {
        let rows = self.values.iter().flatten().map(ValueColumn::len).max().unwrap_or(0);
        if let Some(index) = self.field_index(field)
            && let Some(column) = self.values.get_mut(index)
        {
            column.get_or_insert_with(|| ValueColumn::missing(rows));
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
    pub fn text(&self, row: ValidRow, field: &str) -> Option<&str> {
        match self.value(row, field) {
            Value::Text(word) => self.word(word),
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

    /// All values of a row that say something, by the places of their fields among those of the kind: two
    /// rows with equal lists are the same row.
    pub fn given(&self, row: ValidRow) -> impl Iterator<Item = (usize, Value)> {
        self.values.iter().enumerate().filter_map(move |(field, column)| {
            let value = column.as_ref()?.get(row.position)?;
            value.is_given().then_some((field, value))
        })
    }

    /// The word of a text value.
    pub fn word(&self, word: u32) -> Option<&str> {
        self.words.get(word)
    }

    /// How many different words the table holds; their numbers are below it.
    pub fn word_count(&self) -> usize {
        self.words.len()
    }

    /// One after the last place of a row among the rows of data, those left out counted.
    pub fn position_count(&self) -> usize {
        self.rows
            .last()
            .and_then(|row| usize::try_from(row.position).ok())
            .map_or(0, |last| last + 1)
    }

    /// A field whose values are codes, for reading them row after row.
    pub fn code_column<'a>(&'a self, field: &str, catalogue: &'a Catalogue) -> CodeColumn<'a> {
        let dictionary = self.definition(field, catalogue).map(|field| &field.dictionary);
        CodeColumn { column: self.values_of(field), dictionary }
    }

    /// The values of a field, if a column of the sheet became it.
    pub(crate) fn values_of(&self, field: &str) -> Option<&ValueColumn> {
        self.values.get(self.field_index(field)?)?.as_ref()
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

    /// Leaves out every row for which `problem` has a finding.
    pub(crate) fn leave_out_where(
        &mut self,
        findings: &mut Vec<Finding>,
        problem: impl Fn(&Self, ValidRow) -> Option<Finding>,
    ) {
        let mut out = Vec::new();
        for row in self.rows.clone() {
            if let Some(finding) = problem(self, row) {
                findings.push(finding);
                out.push(row.number);
            }
        }
        self.leave_out(&out, false);
    }

    /// Takes rows out of use: they count as left out, or as duplicates.
    pub fn leave_out(&mut self, numbers: &[u32], as_duplicates: bool) {
        if numbers.is_empty() {
            return;
        }
        let before = self.rows.len();
        let goes = |row: &ValidRow| numbers.binary_search(&row.number).is_ok();
        let leaving = self.rows.iter().filter(|row| goes(row));
        let grosze = leaving.map(|row| amounts::of_row(self, *row)).fold(0, i64::saturating_add);
        let leaving = self.rows.extract_if(.., |row| goes(row));
        if as_duplicates {
            let leaving: Vec<ValidRow> = leaving.collect();
            self.copies.extend(leaving.iter().map(|row| row.number));
            self.copies.sort_unstable();
            self.left_out.extend(leaving);
        } else {
            self.left_out.extend(leaving);
        }
        self.left_out.sort_by_key(|row| row.number);
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
        self.fields.get(field).copied()
    }

    fn definition<'a>(&self, field: &str, catalogue: &'a Catalogue) -> Option<&'a Field> {
        let source = catalogue.source(&self.kind)?;
        source.fields.get(self.field_index(field)?)
    }
}
