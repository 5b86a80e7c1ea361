//! Why a file could not be written. None of these comes from bad data: they are faults of the program.

use thiserror::Error;

/// Why a report could not be written.
#[derive(Debug, Error)]
pub enum ReportError {
    /// The workbook writer refused.
    #[error("workbook: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The CSV writer refused.
    #[error("CSV: {0}")]
    Csv(#[from] csv::Error),
    /// The CSV writer could not hand over its bytes.
    #[error("CSV: {0}")]
    CsvBytes(String),
    /// The Parquet writer refused.
    #[error("Parquet: {0}")]
    Parquet(#[from] parquet::errors::ParquetError),
    /// The JSON writer refused.
    #[error("JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// The layout of a report cannot be used.
    #[error("layout: {0}")]
    Layout(String),
    /// A number does not fit its column.
    #[error("a number of `{0}` is too large for its column")]
    TooLarge(String),
}
