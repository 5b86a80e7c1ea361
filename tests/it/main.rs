//! The integration tests, in one binary: polars is linked once.

mod sql_answers;
mod sql_guard;
mod sql_rows;
