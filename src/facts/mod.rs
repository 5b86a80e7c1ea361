//! The few tables that SQL may read, and the only way to run a query over them.

mod sql;
mod table;

pub use sql::{Query, QueryError, Rule};
pub use table::{ColumnKind, FactColumn, FactStore, FactTable};
