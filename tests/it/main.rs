//! One binary for all integration tests, so that polars is linked once.
#![expect(clippy::disallowed_methods, reason = "tests look at the disk themselves")]

mod architecture;
mod cli;
