//! The integration tests, in one binary: polars is linked once.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod sql_answers;
mod sql_guard;
mod sql_rows;
