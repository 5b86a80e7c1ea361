//! What a run gives back.

use serde::Serialize;
use thiserror::Error;

use crate::catalogue::CatalogueError;
use crate::explanation::{Explanation, ExplanationError};
use crate::io::IoError;
use crate::model::{Counts, FileStatus, Finding, Numerals, OutputFile, SheetCount, Worths};
use crate::pipeline::Stage;

/// Everything that a run gives back.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Outcome {
    /// Files of the run's folder, without the manifest.
    pub files: Vec<OutputFile>,
    /// Findings, sorted by place.
    pub findings: Vec<Finding>,
    /// What became of every input file: path and status, by path.
    pub inputs: Vec<(String, FileStatus)>,
    /// The account of rows of every table.
    pub sheets: Vec<SheetCount>,
    /// Rows that each stage gave on.
    pub stages: Vec<StageCount>,
    /// Reports that were held back because a check of their figures fails.
    pub held_back: Vec<String>,
    /// The five figures of the summary, in its order; empty after `check`.
    pub headline: Vec<Headline>,
    /// How far the findings could move the figures of the summary; empty where it was not reckoned.
    pub worths: Worths,
    /// What each sheet was taken for.
    pub recognised: Vec<RecognisedSheet>,
}

/// Rows that one stage gave on.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct StageCount {
    /// The stage.
    pub stage: Stage,
    /// Rows after it.
    pub rows: u64,
}

/// One figure of the summary, for all centres and everybody.
#[derive(Clone, PartialEq, Debug)]
pub struct Headline {
    /// Indicator id.
    pub indicator: String,
    /// The numbers; `None` where disclosure control hides them.
    pub numbers: Option<(Numerals, Counts)>,
}

/// What a sheet was taken for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct RecognisedSheet {
    /// File, relative to the input folder.
    pub file: String,
    /// Sheet, empty for CSV.
    pub sheet: String,
    /// Kind of table, or `None` when it is none that is known.
    pub kind: Option<String>,
    /// Whether it holds the instructions or lists of a workbook that `efekt init` made.
    pub is_guide: bool,
    /// The file that it corrects, when it is the list of a correction workbook.
    pub corrects: Option<String>,
    /// Whether a required column is missing or claimed twice, so that no row of it is read.
    pub is_unusable: bool,
    /// Row of the header, from 1 as a spreadsheet shows it; the lower one of two.
    pub header_row: Option<u32>,
    /// Columns of the header, from left to right.
    pub columns: Vec<RecognisedColumn>,
    /// Share of the headers that were known, in percent.
    pub confidence: u8,
}

/// One column of a header.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct RecognisedColumn {
    /// Its letters: `A`, `AB`.
    pub column: String,
    /// The header as read.
    pub header: String,
    /// The field that it was taken for.
    pub field: Option<String>,
    /// How sure, in percent: 100 = the header is known, 0 = it became no field.
    pub confidence: u8,
}

/// What `explain` gives back.
#[derive(Clone, PartialEq, Debug)]
pub struct Explained {
    /// The answer.
    pub explanation: Explanation,
    /// What was read on the way: findings and accounts, no files.
    pub outcome: Outcome,
}

/// Why a run has no outcome.
#[derive(Clone, PartialEq, Debug, Error)]
pub enum PipelineError {
    /// Not one table could be used; what was found out on the way says why.
    #[error("no usable input")]
    NoUsableInput(Box<Outcome>),
    /// The process that reads files cannot be started. Files are not read without its protection.
    #[error("the reader cannot be started: {0}")]
    NoReader(IoError),
    /// A report was asked for that does not exist.
    #[error("unknown report `{0}`")]
    UnknownReport(String),
    /// A centre was asked for that no table and no project file knows.
    #[error("unknown centre `{given}`")]
    UnknownCentre {
        /// As typed.
        given: String,
        /// The centres that are known.
        known: Vec<String>,
    },
    /// A question about a figure cannot be answered.
    #[error("{0}")]
    Explanation(#[from] ExplanationError),
    /// A definition cannot be used.
    #[error("{0}")]
    Definition(#[from] CatalogueError),
    /// A query was refused or gave no ledger; the sentence names its file and line.
    #[error("{0}")]
    Query(String),
    /// Disclosure control refuses the publication.
    #[error("disclosure control: {0}")]
    Disclosure(String),
    /// A mistake of the program: nothing is published. The message holds no data.
    #[error("{}: {message}", stage.code())]
    Internal {
        /// Where.
        stage: Stage,
        /// What, without any data.
        message: String,
    },
}
