//! The record beside every run: what went in, what came out, by which definitions.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// `manifest.json`. It holds no time stamp and no absolute path, so the same inputs and settings give
/// the same bytes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Manifest {
    /// Version of the program.
    pub program: String,
    /// The period, as it names the run's folder.
    pub period: String,
    /// The as-of day, ISO.
    pub as_of: String,
    /// `report` or `check`.
    pub command: String,
    /// Everything else that was set: language, centre, reports, the project file's content.
    pub settings: serde_json::Value,
    /// Input path to SHA-256, in hexadecimal.
    pub inputs: BTreeMap<String, String>,
    /// Passed-over path to the reason.
    pub skipped: BTreeMap<String, String>,
    /// Definition file under `queries/` to SHA-256.
    pub definitions: BTreeMap<String, String>,
    /// Indicator to the definition file under `queries/` that applied to the period; empty for `check`.
    pub indicators: BTreeMap<String, String>,
    /// Output path to SHA-256; the manifest itself is not among them.
    pub outputs: BTreeMap<String, String>,
    /// Rows after each stage.
    pub stages: BTreeMap<String, u64>,
    /// The account of rows, one entry a sheet.
    pub sheets: Vec<serde_json::Value>,
    /// Findings by severity.
    pub findings: BTreeMap<String, u64>,
}

impl Manifest {
    /// The name of the file in the run's folder.
    pub const FILE_NAME: &'static str = "manifest.json";
}
