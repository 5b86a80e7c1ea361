//! Figures and findings as the files of a run: bytes out, nothing read, nothing computed.
//!
//! Figures are accepted as [`Publishable`](crate::disclosure::Publishable) alone, so nothing that the
//! disclosure rules hide can stand in a cell, a chart or its cache.

mod aggregate_check;
mod category_order;
mod context;
mod error;
mod finding_links;
mod finding_text;
mod label;
mod layout;
mod shown_cell;
mod supplement;
mod workbook;

pub mod charts;
pub mod cluster;
pub mod corrections_xlsx;
pub mod eu;
pub mod findings_jsonl;
mod findings_worth;
pub mod findings_xlsx;
pub mod indicators_csv;
pub mod indicators_parquet;
pub mod input_workbooks;
pub mod mayor;
pub mod ministry;
pub mod number;

pub use aggregate_check::quantity;
pub use context::{ChartPicture, ReportContext};
pub use error::ReportError;
pub use finding_links::FindingLinks;
pub use finding_text::{FindingText, finding_text, word_arguments};
pub use findings_xlsx::{FindingFrame, findings_in_order};
pub use label::label;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod promises;
#[cfg(test)]
mod read_back;
