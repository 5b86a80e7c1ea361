//! What goes into a run and what comes out of it: files as bytes, with nothing of the file system.

use serde::{Deserialize, Serialize};

use std::collections::BTreeMap;

use crate::model::{InputFile, sha256};

/// The input files of a run, and what was passed over on the way to them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Inputs {
    /// Files to read, by path.
    pub files: Vec<InputFile>,
    /// Files that are not read, by path.
    pub skipped: Vec<SkippedFile>,
    /// Path to SHA-256, in hexadecimal, of every file; they stay when the bytes are let go.
    pub hashes: BTreeMap<String, String>,
}

impl Inputs {
    /// Inputs whose files have been hashed.
    pub fn new(files: Vec<InputFile>, skipped: Vec<SkippedFile>) -> Self {
        let hash = |file: &InputFile| (file.path.clone(), sha256(&file.bytes));
        let hashes = files.iter().map(hash).collect();
        Self { files, skipped, hashes }
    }
}

/// A file that is not read, and why.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct SkippedFile {
    /// Path relative to the input folder, with `/`.
    pub path: String,
    /// Why it is not read.
    pub reason: SkipReason,
}

/// Why a file is not read.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// The mark that an office program leaves beside an open workbook: it may hold unsaved work.
    LockFile,
    /// Its name begins with a dot.
    Hidden,
    /// Neither a workbook nor a CSV file.
    NotATable,
    /// A pipe, a device or a socket.
    NotAFile,
    /// A link that leads to nothing, or back to a folder that was read already.
    Link,
    /// Its name is not Unicode text.
    UnreadableName,
    /// Larger than the reader accepts.
    TooLarge,
    /// The system refused to open it.
    Unreadable,
}

impl SkipReason {
    /// Whether the file may well hold data that somebody wanted to be read.
    pub fn may_be_data(self) -> bool {
        matches!(self, Self::UnreadableName | Self::TooLarge | Self::Unreadable | Self::Link)
    }

    /// Every reason.
    pub const ALL: [Self; 8] = [
        Self::LockFile,
        Self::Hidden,
        Self::NotATable,
        Self::NotAFile,
        Self::Link,
        Self::UnreadableName,
        Self::TooLarge,
        Self::Unreadable,
    ];

    /// The word that texts and JSON use.
    pub fn code(self) -> &'static str {
        match self {
            Self::LockFile => "lock_file",
            Self::Hidden => "hidden",
            Self::NotATable => "not_a_table",
            Self::NotAFile => "not_a_file",
            Self::Link => "link",
            Self::UnreadableName => "unreadable_name",
            Self::TooLarge => "too_large",
            Self::Unreadable => "unreadable",
        }
    }
}

/// One file of a run's folder.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OutputFile {
    /// Path relative to the run's folder, with `/`.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Readable by its owner only. Everything under `internal/` is so without saying.
    pub private: bool,
}
