//! One binary for all integration tests, so that polars is linked once.

mod architecture;
mod cli;
