//! Rows to columns.

use std::sync::Arc;

use crate::facts::{FactColumn, FactTable};
use crate::model::{Day, Month};

/// A column of whole numbers, one for each row.
pub(crate) fn integers<R>(
    name: &str,
    rows: &[R],
    value: impl Fn(&R) -> Option<i64>,
) -> (String, FactColumn) {
    (name.to_owned(), FactColumn::Integers(rows.iter().map(value).collect()))
}

/// A column of texts, one for each row.
pub(crate) fn texts<R>(
    name: &str,
    rows: &[R],
    value: impl Fn(&R) -> Option<Arc<str>>,
) -> (String, FactColumn) {
    (name.to_owned(), FactColumn::Texts(rows.iter().map(value).collect()))
}

/// A table of columns.
pub(crate) fn table(name: &str, columns: Vec<(String, FactColumn)>) -> FactTable {
    FactTable { name: name.to_owned(), columns }
}

/// Days since 1970-01-01.
pub(crate) fn day(day: Day) -> i64 {
    i64::from(day.number())
}

/// Year × 12 + month − 1.
pub(crate) fn month(month: Month) -> i64 {
    i64::from(month.number())
}

/// Numbers of persons, stays and jobs count from 1.
pub(crate) fn number(place: usize) -> Option<i64> {
    i64::try_from(place).ok().map(|place| place + 1)
}

/// 1 or 0.
pub(crate) fn flag(flag: bool) -> i64 {
    i64::from(flag)
}
