//! One binary for all integration tests, so that polars is linked once.
#![expect(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the disk themselves, and what surprises them shall stop them"
)]

mod architecture;
mod audit_figure;
mod binary_workbooks;
mod check_case;
mod checks;
mod cli;
mod decisions;
mod docs;
mod explain;
mod hostile;
mod indicator_case;
mod indicators;
mod init;
mod marks;
mod own_queries;
mod persons;
mod pipeline;
mod publication;
mod queries;
mod random_files;
mod recognised_rows;
mod recognition;
mod sample_data;
mod sql_answers;
mod sql_guard;
mod sql_rows;
mod supplement;
mod support_lists;
mod texts;
mod worth;
