//! The story in one page: the stages, called in order.
//!
//! Nothing is decided here beyond the order. No file, no clock: bytes and settings come in, the files
//! of a run go out. The one thing that it starts is the process that reads a file (`reading`).

mod manifest;
mod new_project;
mod outcome;
mod outputs;
mod reading;
mod stages;

pub use crate::explanation::{
    AppliedRule, BenefitGroup, CentreAmount, ExplainedCentre, ExplainedFact, ExplainedPerson,
    ExplainedValue, Explanation, ExplanationError, FactKind, FactValue, Filter, KnownMonths,
    Question, ReasonCount, RuleDay, SheetRows, Side, Window,
};
pub use crate::reports::{FindingText, finding_text};
pub use manifest::manifest;
pub use new_project::new_project;
pub use outcome::{
    Explained, Headline, Outcome, PipelineError, RecognisedColumn, RecognisedSheet, StageCount,
};
pub use reading::{READ_FILE, Reading, answer_question, read_in_child};

use serde::Serialize;

use crate::catalogue::{Catalogue, Texts};
use crate::model::{Day, Inputs, Language, Period, Project};

/// What the user asked for, checked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settings {
    /// The period of the figures.
    pub period: Period,
    /// Nothing after this day is known.
    pub as_of: Day,
    /// Language of the reports.
    pub language: Language,
    /// The project file, or its defaults.
    pub project: Project,
    /// Reports to write; `None` for all that apply.
    pub reports: Option<Vec<String>>,
    /// The only centre to report on, by the name of the project file or of the tables.
    pub centre: Option<String>,
    /// Who reads the input files.
    pub reading: Reading,
    /// The way from the run's folder to the folder of the inputs, with `/`, for links; `None` where
    /// they do not lie together.
    pub way_to_inputs: Option<String>,
}

impl Settings {
    /// Whether a report is to be written.
    pub(crate) fn wants(&self, report: &str) -> bool {
        self.reports.as_ref().is_none_or(|ids| ids.iter().any(|known| known == report))
    }
}

/// The steps of a run, for showing progress and counting rows.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Bytes become tables of raw cells.
    Ingest,
    /// Cells become typed values.
    Validate,
    /// Persons, stays and centres become one across files.
    Link,
    /// Tables that queries may read.
    Facts,
    /// The ledger and the figures over it.
    Indicators,
    /// What may be published.
    Disclosure,
    /// Workbooks, pages and charts.
    Reports,
}

impl Stage {
    /// The word that texts and the manifest use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Ingest => "ingest",
            Self::Validate => "validate",
            Self::Link => "link",
            Self::Facts => "facts",
            Self::Indicators => "indicators",
            Self::Disclosure => "disclosure",
            Self::Reports => "reports",
        }
    }
}

/// Ids of the reports, in the order of lists; their titles are the texts `report-<id>-title`.
pub const REPORTS: &[&str] = &["ministry", "eu", "mayor", "cluster"];

/// The main job: read, check, compute, write every report. The files come without `manifest.json`.
pub fn report(
    catalogue: &Catalogue,
    texts: &Texts,
    inputs: Inputs,
    settings: &Settings,
    progress: &mut dyn FnMut(Stage),
) -> Result<Outcome, PipelineError> {
    let asked = stages::Asked::Doubts(stages::IN_A_REPORT);
    let read = stages::read(catalogue, texts, inputs, settings, asked, progress)?;
    let dated = catalogue.for_period(settings.period);
    stages::compute_and_write(&dated, texts, settings, read, progress)
}

/// Why a figure is what it is. Nothing is written, and nothing passes disclosure control.
pub fn explain(
    catalogue: &Catalogue,
    texts: &Texts,
    inputs: Inputs,
    settings: &Settings,
    question: &Question<'_>,
    progress: &mut dyn FnMut(Stage),
) -> Result<Explained, PipelineError> {
    let asked = stages::Asked::Origins;
    let read = stages::read(catalogue, texts, inputs, settings, asked, progress)?;
    stages::explain(catalogue, settings, read, question, progress)
}

/// Read and check only: the findings and what each sheet was taken for.
pub fn check(
    catalogue: &Catalogue,
    texts: &Texts,
    inputs: Inputs,
    settings: &Settings,
    progress: &mut dyn FnMut(Stage),
) -> Result<Outcome, PipelineError> {
    let asked = stages::Asked::Doubts(stages::IN_A_CHECK);
    match stages::read(catalogue, texts, inputs, settings, asked, progress) {
        Ok(read) => {
            let dated = catalogue.for_period(settings.period);
            stages::write_check(&dated, texts, settings, read, progress)
        }
        Err(PipelineError::NoUsableInput(outcome)) => {
            let outcome = stages::write_findings(catalogue, texts, settings, *outcome, &[])?;
            Err(PipelineError::NoUsableInput(Box::new(outcome)))
        }
        Err(error) => Err(error),
    }
}
