//! A recognised table: which sheet, which kind, which column is which field, which row is data.

use std::collections::{BTreeMap, BTreeSet};

use crate::ingest::{RawRow, RawSheet};

/// What the project file says of a source, as far as recognition is concerned.
#[derive(Clone, Debug, Default)]
pub struct Hints {
    /// The kind of table.
    pub kind: Option<String>,
    /// The header's row, from 0.
    pub header_row: Option<u32>,
    /// Header text → canonical field.
    pub columns: BTreeMap<String, String>,
}

/// One column that became a field.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ColumnUse {
    /// Column, from 0.
    pub column: u32,
    /// Place of the field in the source's list.
    pub field: usize,
    /// For one yes/no column a code: the place of the code in the field's dictionary.
    pub code: Option<usize>,
    /// The header as written.
    pub header: String,
    /// How sure: 100 = the header is known.
    pub confidence: u8,
}

/// What a row below the header is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum RowClass {
    /// Data.
    Data,
    /// A total.
    Total,
    /// A note, an example, or the header again.
    Note,
}

/// One recognised table.
#[derive(Debug)]
pub struct RawTable {
    /// The sheet.
    pub sheet: RawSheet,
    /// Place of the source in the catalogue.
    pub source: usize,
    /// First and last row of the header, from 0.
    pub header: (u32, u32),
    /// Columns that became fields, from the left.
    pub columns: Vec<ColumnUse>,
    /// Headers that became no field.
    pub unused: Vec<(u32, String)>,
    /// Whether it looks like an export of the project system (SM EFS, SL2014).
    pub is_project_export: bool,
    /// Whether its workbook is one that `efekt init` made.
    pub from_template: bool,
    /// Rows below the header.
    pub rows: Vec<(RawRow, RowClass)>,
    /// What stands below it, from the header of a table of another kind on.
    pub below: Option<RawSheet>,
    /// What whoever knows the table is asked about its columns.
    pub findings: Vec<crate::model::Finding>,
    /// Rows that are left out by decision, from 0.
    pub left_out: BTreeSet<u32>,
}

impl RawTable {
    /// The row with this number, from 0, and what it is.
    pub fn row(&self, number: u32) -> Option<(RawRow, RowClass)> {
        let found = self.rows.binary_search_by_key(&number, |(row, _)| row.number).ok()?;
        self.rows.get(found).copied()
    }
}

/// A table that cannot be used, as far as it was recognised.
#[derive(Debug)]
pub struct UnusableTable {
    /// Place of the source in the catalogue.
    pub source: usize,
    /// First and last row of the header, from 0.
    pub header: (u32, u32),
    /// Columns that became fields, from the left.
    pub columns: Vec<ColumnUse>,
    /// Headers that became no field.
    pub unused: Vec<(u32, String)>,
    /// Which column is missing or claimed twice.
    pub findings: Vec<crate::model::Finding>,
}

/// What became of a sheet.
#[derive(Debug)]
pub enum Recognition {
    /// A table.
    Table(Box<RawTable>),
    /// A table of a kind, but a column is missing or claimed twice.
    Unusable(Box<UnusableTable>),
    /// No known table; the first cell of a column of PESELs, if it lists people all the same.
    NoTable(Option<crate::model::Cell>),
    /// Nothing in it.
    Empty,
}
