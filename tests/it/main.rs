//! The integration tests, one binary so that polars links once.

mod architecture;
mod cli;
mod docs;
mod sql_answers;
mod sql_guard;
mod sql_rows;
mod texts;
