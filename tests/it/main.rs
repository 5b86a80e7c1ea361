//! One binary for all integration tests, so that polars is linked once.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the disk themselves, and what surprises them shall stop them"
)]

mod architecture;
mod cli;
mod docs;
mod hostile;
mod publication;
mod sql_answers;
mod sql_guard;
mod sql_rows;
mod texts;
