//! The whole pipeline, from files to figures and back: what must hold for every input.
//!
//! `tables` and `people` make small inputs, `run` runs them, the rest are the promises.

mod as_of;
mod bad_cells;
mod bad_files;
mod conservation;
mod empty;
mod invariants;
mod metamorphic;
pub(crate) mod people;
mod privacy;
mod run;
mod same_bytes;
pub(crate) mod tables;
mod traces;
