//! The few tables that SQL may read, and the only way to run a query over them.

mod table;

pub use table::{ColumnKind, FactColumn, FactStore, FactTable};
