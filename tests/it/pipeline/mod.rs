//! The whole pipeline, from files to figures and back: what must hold for every input.
//!
//! `tables` and `people` make small inputs, `run` runs them, the rest are the promises.

mod as_of;
mod bad_cells;
mod bad_cells_by_format;
mod bad_files;
mod conservation;
mod corrected_cells;
mod correction_places;
mod corrections;
mod edges_of_formats;
mod empty;
mod fact_lines;
mod invariants;
mod ledgers;
mod metamorphic;
mod metamorphic_random;
pub(crate) mod people;
mod privacy;
pub(crate) mod run;
mod same_bytes;
pub(crate) mod tables;
mod traces;
