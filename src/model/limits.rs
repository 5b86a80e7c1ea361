//! How much one input file may hold and cost before it is refused.

use serde::{Deserialize, Serialize};

/// Limits for one file: far above real files, far below harm. Of 459 real workbooks the largest had
/// 188 parts and 7.3 MB inflated, and 99 of 100 inflate less than 19-fold. A sheet of ten million cells,
/// half of what may be, inflates to nearly 500 MiB when its texts stand in its cells.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Limits {
    /// Cells in all sheets that hold something.
    pub cells: u32,
    /// Characters in a cell; the default is Excel's own limit.
    pub text: u32,
    /// Parts of a zip file.
    pub parts: u32,
    /// Inflated size of one part, in MiB.
    pub part_mib: u32,
    /// Inflated size of all parts, in MiB.
    pub total_mib: u32,
    /// How many times larger than packed a part above 100 KiB may be.
    pub inflation: u32,
    /// Memory of the process that reads a file, in MiB.
    pub memory_mib: u32,
    /// The same for `.xls`, whose reader trusts the sizes that the file declares.
    pub memory_xls_mib: u32,
    /// Seconds of the processor that reading a file may take; by the clock three times as many, as
    /// other files are read meanwhile.
    pub seconds: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            cells: 20_000_000,
            text: 32_767,
            parts: 1_000,
            part_mib: 512,
            total_mib: 768,
            inflation: 100,
            memory_mib: 1_024,
            memory_xls_mib: 512,
            seconds: 30,
        }
    }
}
