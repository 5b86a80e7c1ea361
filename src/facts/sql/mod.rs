//! The only way to run SQL: a guard in front, the engine behind it.
//!
//! The engine answers some ordinary SQL wrongly and without an error. So a query is read, checked
//! against the rules (each construct is allowed by name, all else is refused with file, line and a
//! sentence), lowered to small steps whose answers are proven, and only then run.
//!
//! What a query may use: WITH, FROM with INNER, LEFT and CROSS JOIN on pairs of equal columns,
//! WHERE, GROUP BY columns, HAVING, DISTINCT, UNION [ALL]; comparisons, AND, OR, NOT, BETWEEN, IN
//! with a list, IS [NOT] NULL, IS [NOT] DISTINCT FROM, CASE; `+ - *`, `||`, ABS, COALESCE, NULLIF,
//! GREATEST, LEAST (both pass over NULLs), LOWER, LENGTH, CAST to BIGINT and VARCHAR; COUNT, SUM,
//! MIN, MAX, COUNT(DISTINCT x), FILTER; `ROW_NUMBER`, RANK, `DENSE_RANK`, LAG, LEAD and aggregates
//! with OVER. Values are BIGINT, VARCHAR or, inside the query, BOOLEAN; none is cast on its own.
//!
//! The query ends in ORDER BY over output columns. The guard adds the outputs that are not listed,
//! so the order is total: rows that are still equal are equal in every column. For the same reason
//! windows order by the listed keys, then by every column of the joined tables.
//!
//! Sums are 64 bits wide and wrap beyond 9.2 × 10^18. Fact tables hold days, months and grosze of at
//! most some 10^12, so a sum of a million rows stays far below; literals are bounded too.

mod condition;
mod engine;
mod error;
mod expression;
mod from;
mod function;
mod lookup;
mod lowering;
mod rule;
mod scope;
mod select;
#[cfg(test)]
mod tests;
mod window;

pub use error::QueryError;
pub use lookup::parameter_days;
pub use rule::Rule;

use std::collections::BTreeSet;

use sqlparser::dialect::GenericDialect;
use sqlparser::parser::Parser;

use crate::facts::sql::error::Place;
use crate::facts::sql::lowering::{Lowered, Lowering};
use crate::facts::sql::scope::Kind;
use crate::facts::{ColumnKind, FactStore, FactTable};

/// Longest query in bytes: a longer one is no query that a person reads.
const LONGEST: usize = 32_768;
/// Stack of the thread that runs a query; only what is touched is taken from memory.
const STACK: usize = 64 * 1024 * 1024;

/// A query and what it must give.
#[derive(Clone, Copy, Debug)]
pub struct Query<'a> {
    /// Its file, for messages; the result is named after it.
    pub path: &'a str,
    /// One SELECT.
    pub sql: &'a str,
    /// Lines of the file before the query.
    pub lines_before: usize,
    /// The output columns that are declared, in order.
    pub outputs: &'a [(&'a str, ColumnKind)],
}

impl FactStore {
    /// Runs a query over the fact tables; its rows come in the order of its ORDER BY.
    ///
    /// Fails with a place and a rule when the query is not in the proven part of SQL, when its
    /// outputs are not the declared ones, or when the engine cannot run it.
    pub fn run(&self, query: &Query<'_>) -> Result<FactTable, QueryError> {
        let place = Place { file: query.path, lines_before: query.lines_before };
        let file = query.path.rsplit('/').next().unwrap_or(query.path);
        let name = file.strip_suffix(".sql").unwrap_or(file);
        on_large_stack(&place, || {
            let lowered = self.lower(query, place)?;
            engine::run(self, &lowered, name, query.outputs, &place)
        })
    }

    /// Checks a query against the rules and its declared outputs without running it.
    pub fn check(&self, query: &Query<'_>) -> Result<(), QueryError> {
        let place = Place { file: query.path, lines_before: query.lines_before };
        on_large_stack(&place, || self.lower(query, place).map(|_| ()))
    }

    /// The columns of fact tables that a query reads: table and column. A column that it only hands
    /// on to a step of its own counts as read.
    ///
    /// Fails as [`FactStore::check`] does.
    pub fn reads(&self, query: &Query<'_>) -> Result<BTreeSet<(String, String)>, QueryError> {
        let place = Place { file: query.path, lines_before: query.lines_before };
        on_large_stack(&place, || self.lower(query, place).map(|lowered| lowered.reads))
    }

    fn lower(&self, query: &Query<'_>, place: Place<'_>) -> Result<Lowered, QueryError> {
        if query.sql.len() > LONGEST {
            return Err(place.error_at(1, 1, Rule::TooLong, &[]));
        }
        let statements = Parser::parse_sql(&GenericDialect {}, query.sql)
            .map_err(|error| syntax_error(&place, query.sql, &error.to_string()))?;
        let [statement] = statements.as_slice() else {
            return Err(place.error_at(1, 1, Rule::OneSelect, &[]));
        };
        let lowered = Lowering::new(place, self).statement(statement)?;
        check_outputs(&place, query, &lowered)?;
        Ok(lowered)
    }
}

/// Runs the work on a thread of its own: parser, guard and engine recurse over expressions, and the
/// main thread of Windows has one megabyte.
fn on_large_stack<T: Send>(
    place: &Place<'_>,
    work: impl FnOnce() -> Result<T, QueryError> + Send,
) -> Result<T, QueryError> {
    let failed = |detail: &str| place.error_at(1, 1, Rule::Engine, &[("detail", detail)]);
    std::thread::scope(|scope| {
        std::thread::Builder::new()
            .stack_size(STACK)
            .spawn_scoped(scope, work)
            .map_err(|error| failed(&error.to_string()))?
            .join()
            .unwrap_or_else(|_| Err(failed("panic")))
    })
}

fn check_outputs(
    place: &Place<'_>,
    query: &Query<'_>,
    lowered: &Lowered,
) -> Result<(), QueryError> {
    let declared: Vec<&str> = query.outputs.iter().map(|(name, _)| *name).collect();
    let given: Vec<&str> = lowered.columns.iter().map(|(name, _)| name.as_str()).collect();
    if declared != given {
        let arguments = [("declared", declared.join(", ")), ("given", given.join(", "))];
        let arguments = arguments.each_ref().map(|(name, text)| (*name, text.as_str()));
        return Err(place.error(lowered.span, Rule::Outputs, &arguments));
    }
    for ((name, declared), (_, given)) in query.outputs.iter().zip(&lowered.columns) {
        let declared = Kind::from(*declared);
        if declared != *given {
            let arguments =
                [("name", *name), ("declared", declared.name()), ("given", given.name())];
            return Err(place.error(lowered.span, Rule::OutputKind, &arguments));
        }
    }
    Ok(())
}

/// The parser says its place in words, `… at Line: 4, Column: 6`, or not at all at the end.
fn syntax_error(place: &Place<'_>, sql: &str, text: &str) -> QueryError {
    let text = text.trim_start_matches("sql parser error: ");
    let (detail, position) = text.rsplit_once(" at Line: ").unwrap_or((text, ""));
    let last = u64::try_from(sql.lines().count()).unwrap_or(1);
    let (line, column) = position.split_once(", Column: ").unwrap_or((position, ""));
    let (line, column) = (line.trim().parse().unwrap_or(last), column.trim().parse().unwrap_or(1));
    place.error_at(line, column, Rule::Syntax, &[("detail", detail)])
}
