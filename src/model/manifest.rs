//! The record beside every run: what went in, what came out, by which definitions.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

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

/// The SHA-256 of a file's bytes, in hexadecimal, as the manifest names it.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a string cannot fail.
        write!(text, "{byte:02x}").ok();
        text
    })
}
