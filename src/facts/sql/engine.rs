//! The engine: registers the fact tables that a lowered query reads, runs it, takes the rows out.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use polars::prelude::{
    Column, DataFrame, DataType, IntoColumn, IntoLazy, NamedFrom, PolarsResult, Series,
};
use polars::sql::SQLContext;

use crate::facts::sql::error::Place;
use crate::facts::sql::lowering::{Lowered, step_name};
use crate::facts::sql::scope::quoted;
use crate::facts::sql::{QueryError, Rule};
use crate::facts::{ColumnKind, FactColumn, FactStore, FactTable};

/// Longest part of the engine's own words in a message.
const LONGEST_DETAIL: usize = 200;

/// Runs a lowered query; the outputs become a table named `name`.
pub(super) fn run(
    store: &FactStore,
    lowered: &Lowered,
    name: &str,
    outputs: &[(&str, ColumnKind)],
    place: &Place<'_>,
) -> Result<FactTable, QueryError> {
    let failed = |detail: &str| {
        let detail: String =
            detail.lines().next().unwrap_or_default().chars().take(LONGEST_DETAIL).collect();
        place.error(lowered.span, Rule::Engine, &[("detail", &detail)])
    };
    // The engine answers some mistakes with a panic instead of an error.
    let frame = catch_unwind(AssertUnwindSafe(|| collect(store, lowered)))
        .map_err(|panic| {
            let text = panic
                .downcast_ref::<String>()
                .map(String::as_str)
                .or_else(|| panic.downcast_ref::<&str>().copied());
            failed(text.unwrap_or("panic"))
        })?
        .map_err(|error| failed(&error.to_string()))?;
    let mut columns = Vec::new();
    for (output, kind) in outputs {
        let column = frame.column(output).map_err(|error| failed(&error.to_string()))?;
        let values = take(column, *kind).map_err(|error| failed(&error))?;
        columns.push(((*output).to_owned(), values));
    }
    Ok(FactTable { name: name.to_owned(), columns })
}

/// Runs step after step and gives the last one's rows.
///
/// Every step is collected by itself: the optimiser sees one small SELECT at a time and cannot move
/// a filter across a join or a window, and a long query needs no deep stack. The context is fresh:
/// what a failed query leaves in one, the next query would see.
fn collect(store: &FactStore, lowered: &Lowered) -> PolarsResult<DataFrame> {
    let mut context = SQLContext::new();
    for table in store.tables.iter().filter(|table| lowered.tables.contains(&table.name)) {
        context.register(&table.name, frame(table)?.lazy());
    }
    let mut rows = DataFrame::default();
    for (index, step) in lowered.steps.iter().enumerate() {
        rows = written_out(&context.execute(step)?.collect()?)?;
        context.register(&step_name(index), rows.clone().lazy());
        // Rows that no later step reads are let go.
        let later = lowered.steps.get(index + 1..).unwrap_or_default();
        for earlier in 0..index {
            let name = quoted(&step_name(earlier));
            if !later.iter().any(|step| step.contains(&name)) {
                context.unregister(&step_name(earlier));
            }
        }
    }
    Ok(rows)
}

/// The same rows with every value written out.
///
/// The engine keeps a column of one repeated value as that value and a length, and forgets the length
/// where a literal stands to its left: `30 < age` over six such rows gave one row.
fn written_out(rows: &DataFrame) -> PolarsResult<DataFrame> {
    let columns = rows
        .columns()
        .iter()
        .map(|column| column.as_materialized_series().clone().into_column())
        .collect();
    DataFrame::new(rows.height(), columns)
}

fn frame(table: &FactTable) -> PolarsResult<DataFrame> {
    let columns = table
        .columns
        .iter()
        .map(|(name, column)| match column {
            FactColumn::Integers(values) => {
                Series::new(name.as_str().into(), values.as_slice()).into_column()
            }
            FactColumn::Texts(values) => {
                let texts: Vec<Option<&str>> = values.iter().map(Option::as_deref).collect();
                Series::new(name.as_str().into(), texts).into_column()
            }
        })
        .collect();
    DataFrame::new(table.height(), columns)
}

/// A column's values; integers of any width that fit are taken, nothing else is cast.
fn take(column: &Column, kind: ColumnKind) -> Result<FactColumn, String> {
    let found = column.dtype().clone();
    let series = column.as_materialized_series();
    match kind {
        ColumnKind::Integer if found.is_integer() => {
            let wide = series.strict_cast(&DataType::Int64).map_err(|error| error.to_string())?;
            let values = wide.i64().map_err(|error| error.to_string())?;
            Ok(FactColumn::Integers(values.iter().collect()))
        }
        ColumnKind::Text if found == DataType::String => {
            let values = series.str().map_err(|error| error.to_string())?;
            Ok(FactColumn::Texts(values.iter().map(|text| text.map(Arc::from)).collect()))
        }
        _ => Err(format!("{} has the type {found}", column.name())),
    }
}
