//! What became of every file and every row: the accounts that must balance.

use serde::Serialize;

/// One input file as found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct InputFile {
    /// Path relative to the input folder, with `/`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What became of one input file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FileStatus {
    /// At least one table was read from it.
    Read,
    /// Read, but it holds no known table.
    NoTable,
    /// Holds corrections of another file, no table of its own.
    Corrections,
    /// Passed over on purpose: a lock file, a hidden file.
    Skipped,
    /// It could not be read; a finding says why.
    Refused,
}

/// Rows of one sheet below its header (rulings.md E, inputs.md "Conservation").
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Conservation {
    /// Rows below the header that hold anything.
    pub rows: u64,
    /// Rows whose data is used.
    pub used: u64,
    /// Rows dropped because the same row stands elsewhere.
    pub duplicates: u64,
    /// Rows left out because of an error.
    pub left_out: u64,
    /// Total rows, notes, repeated headers.
    pub totals_and_notes: u64,
    /// The amounts of these rows, in tables that have amounts.
    pub amounts: Amounts,
}

/// Sums of the amounts that could be read, in grosze.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Amounts {
    /// Of all rows but totals and notes.
    pub read: i64,
    /// Of rows whose data is used.
    pub used: i64,
    /// Of rows dropped because the same row stands elsewhere.
    pub duplicates: i64,
    /// Of rows left out because of an error.
    pub left_out: i64,
}

impl Conservation {
    /// Whether every row and every grosz is accounted for.
    pub fn balances(&self) -> bool {
        let Amounts { read, used, duplicates, left_out } = self.amounts;
        self.rows == self.used + self.duplicates + self.left_out + self.totals_and_notes
            && read == used.saturating_add(duplicates).saturating_add(left_out)
    }
}

/// The account of one sheet, and what it was taken for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SheetCount {
    /// File, relative to the input folder.
    pub file: String,
    /// Sheet, empty for CSV.
    pub sheet: String,
    /// Kind of table (`participants`, `benefits` …).
    pub kind: String,
    /// The account.
    #[serde(flatten)]
    pub count: Conservation,
}
