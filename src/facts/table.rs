//! Fact tables: named columns of whole numbers or text. Days are days since 1970-01-01, months are
//! year × 12 + month − 1, money is grosze, so that every query is exact integer arithmetic.

use std::sync::Arc;

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ColumnKind {
    /// `BIGINT`.
    Integer,
    /// `VARCHAR`.
    Text,
}

/// The values of a column; `None` is SQL's NULL.
#[derive(Clone, PartialEq, Debug)]
pub enum FactColumn {
    /// Whole numbers.
    Integers(Vec<Option<i64>>),
    /// Texts.
    Texts(Vec<Option<Arc<str>>>),
}

impl FactColumn {
    /// What the column holds.
    pub fn kind(&self) -> ColumnKind {
        match self {
            Self::Integers(_) => ColumnKind::Integer,
            Self::Texts(_) => ColumnKind::Text,
        }
    }

    /// How many values it has.
    pub fn len(&self) -> usize {
        match self {
            Self::Integers(values) => values.len(),
            Self::Texts(values) => values.len(),
        }
    }

    /// Whether it has no value.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// One table; all columns have the same length.
#[derive(Clone, PartialEq, Debug)]
pub struct FactTable {
    /// Name in SQL.
    pub name: String,
    /// Columns in order, by name.
    pub columns: Vec<(String, FactColumn)>,
}

impl FactTable {
    /// The column with this name.
    pub fn column(&self, name: &str) -> Option<&FactColumn> {
        self.columns.iter().find(|(known, _)| known == name).map(|(_, column)| column)
    }

    /// The whole number of a column in a row.
    pub fn integer(&self, column: &str, place: usize) -> Option<i64> {
        match self.column(column)? {
            FactColumn::Integers(values) => values.get(place).copied().flatten(),
            FactColumn::Texts(_) => None,
        }
    }

    /// The text of a column in a row.
    pub fn text(&self, column: &str, place: usize) -> Option<Arc<str>> {
        match self.column(column)? {
            FactColumn::Texts(values) => values.get(place).cloned().flatten(),
            FactColumn::Integers(_) => None,
        }
    }

    /// Number of rows.
    pub fn height(&self) -> usize {
        self.columns.first().map_or(0, |(_, column)| column.len())
    }
}

/// All fact tables of a run.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct FactStore {
    /// Tables, each name once.
    pub tables: Vec<FactTable>,
}

impl FactStore {
    /// The table with this name.
    pub fn table(&self, name: &str) -> Option<&FactTable> {
        self.tables.iter().find(|table| table.name == name)
    }
}
