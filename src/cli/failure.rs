//! Why a command could not do its work: the exit code and the sentence.

use std::path::PathBuf;

use crate::catalogue::{
    Argument, CatalogueError, ProjectFileError, ProjectFileProblem, Texts, ValueType, nearest,
};
use crate::cli::console::clean;
use crate::cli::exit::Exit;
use crate::io::{Cause, ClaimError, IoError, NewFilesError, shown_path};
use crate::pipeline::{ExplanationError, PipelineError};

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// An input, the project file or a folder of definitions cannot be read.
    Input(IoError),
    /// The project file that was named does not exist.
    NoProjectFile(PathBuf),
    /// The project file is not understood.
    ProjectFile(PathBuf, ProjectFileError),
    /// A definition is broken.
    Definition(CatalogueError),
    /// `--period` is not a period.
    Period(String),
    /// `--as-of` is not a day.
    AsOf(String),
    /// No report has this id.
    Report {
        /// As typed.
        given: String,
        /// The most similar id.
        nearest: Option<String>,
    },
    /// Nothing that can be explained has this name.
    Topic {
        /// As typed.
        given: String,
        /// The most similar name.
        nearest: Option<String>,
    },
    /// A question about people, without their data.
    QuestionWithoutInput(&'static str),
    /// Data are given, but what is to be explained is no indicator.
    InputWithoutIndicator(String),
    /// `--dimension` is not of the form `dimension=category`.
    Dimension(String),
    /// The place of the run cannot be taken.
    Claim(ClaimError),
    /// The run could not be written; nothing was published.
    Publication(IoError),
    /// The files of a new project could not be written.
    NewFiles(NewFilesError),
    /// The pipeline stopped.
    Pipeline(PipelineError),
}

impl Failure {
    /// The exit code.
    pub(crate) fn exit(&self) -> Exit {
        match self {
            Self::Input(_) | Self::Pipeline(PipelineError::NoUsableInput(_)) => Exit::NoInput,
            Self::Publication(_)
            | Self::Pipeline(PipelineError::Internal { .. } | PipelineError::NoReader(_)) => {
                Exit::Internal
            }
            Self::Pipeline(PipelineError::Disclosure(_)) => Exit::Disclosure,
            Self::NoProjectFile(_)
            | Self::ProjectFile(..)
            | Self::Definition(_)
            | Self::Period(_)
            | Self::AsOf(_)
            | Self::Report { .. }
            | Self::Topic { .. }
            | Self::QuestionWithoutInput(_)
            | Self::InputWithoutIndicator(_)
            | Self::Dimension(_)
            | Self::Claim(_)
            | Self::NewFiles(_)
            | Self::Pipeline(_) => Exit::Usage,
        }
    }

    /// What a reader is told.
    pub(crate) fn message(&self, texts: &Texts) -> String {
        match self {
            Self::Input(error)
            | Self::Publication(error)
            | Self::NewFiles(NewFilesError::Io(error)) => access(texts, error),
            Self::NoProjectFile(path) => {
                fill(texts, "cli-no-project-file", &[("path", &shown(path))])
            }
            Self::ProjectFile(path, error) => project_file(texts, path, error),
            Self::Definition(error) => definition(texts, error),
            Self::Period(given) => fill(texts, "cli-wrong-period", &[("given", given)]),
            Self::AsOf(given) => fill(texts, "cli-wrong-as-of", &[("given", given)]),
            Self::Report { given, nearest } => {
                let text = fill(texts, "cli-unknown-report", &[("given", given)]);
                with_nearest(texts, text, nearest.as_deref())
            }
            Self::Topic { given, nearest } => {
                let text = fill(texts, "cli-unknown-topic", &[("given", given)]);
                with_nearest(texts, text, nearest.as_deref())
            }
            Self::QuestionWithoutInput(option) => {
                fill(texts, "cli-question-without-input", &[("option", option)])
            }
            Self::InputWithoutIndicator(given) => {
                fill(texts, "cli-input-without-indicator", &[("given", given)])
            }
            Self::Dimension(given) => fill(texts, "cli-wrong-dimension", &[("given", given)]),
            Self::Claim(error) => claim(texts, error),
            Self::NewFiles(NewFilesError::Exist(files)) => {
                fill(texts, "cli-init-exists", &[("files", &files.join(", "))])
            }
            Self::Pipeline(error) => pipeline(texts, error),
        }
    }
}

fn pipeline(texts: &Texts, error: &PipelineError) -> String {
    match error {
        PipelineError::NoUsableInput(_) => texts.text("cli-no-usable-input"),
        PipelineError::NoReader(error) => access(texts, error),
        PipelineError::UnknownReport(given) => {
            fill(texts, "cli-unknown-report", &[("given", given)])
        }
        PipelineError::UnknownCentre { given, known } => {
            let known = known.join(", ");
            fill(texts, "cli-unknown-centre", &[("given", given), ("known", &known)])
        }
        PipelineError::Explanation(error) => explanation(texts, error),
        PipelineError::Definition(error) => definition(texts, error),
        PipelineError::Query(sentence) => sentence.clone(),
        PipelineError::Disclosure(reason) => fill(texts, "cli-disclosure", &[("reason", reason)]),
        PipelineError::Internal { stage, message } => {
            fill(texts, "cli-internal", &[("stage", stage.code()), ("reason", message)])
        }
    }
}

/// What there is, in a sentence, and the nearest of it.
fn explanation(texts: &Texts, error: &ExplanationError) -> String {
    let listed = |id: &str, given: &str, known: &[String], more: &[(&str, &str)]| {
        let list = known.join(", ");
        let mut gaps = vec![("given", given), ("known", list.as_str())];
        gaps.extend(more);
        let nearest = nearest(given, known.iter().map(String::as_str));
        with_nearest(texts, fill(texts, id, &gaps), nearest.as_deref())
    };
    match error {
        ExplanationError::NotInForce => texts.text("cli-explain-not-in-force"),
        ExplanationError::Query(_) => error.query_message(texts).unwrap_or_default(),
        ExplanationError::Centre { given, known } => {
            listed("cli-unknown-centre", given, known, &[])
        }
        ExplanationError::Dimension { given, known } => {
            listed("cli-unknown-dimension", given, known, &[])
        }
        ExplanationError::Category { dimension, given, known } => {
            listed("cli-unknown-category", given, known, &[("dimension", dimension)])
        }
        ExplanationError::EverybodyOnly => texts.text("cli-everybody-only"),
        ExplanationError::TwoDimensions => texts.text("cli-two-dimensions"),
        ExplanationError::Person { given } => {
            fill(texts, "cli-unknown-person", &[("given", given)])
        }
    }
}

fn definition(texts: &Texts, error: &CatalogueError) -> String {
    fill(texts, "cli-definition", &[("error", &error.to_string())])
}

fn access(texts: &Texts, error: &IoError) -> String {
    let cause = match &error.cause {
        Cause::Other(words) => clean(words),
        cause => texts.text(&format!("cli-cause-{}", cause.code())),
    };
    let id = format!("cli-cannot-{}", error.action.code());
    fill(texts, &id, &[("path", &error.path), ("cause", &cause)])
}

fn claim(texts: &Texts, error: &ClaimError) -> String {
    match error {
        ClaimError::Io(error) => access(texts, error),
        ClaimError::Busy { folder, process: Some(process) } => {
            fill(texts, "cli-claim-busy", &[("folder", folder), ("process", process)])
        }
        // On Windows nobody can read a locked file.
        ClaimError::Busy { folder, process: None } => {
            fill(texts, "cli-claim-busy-unnamed", &[("folder", folder)])
        }
        ClaimError::OtherInputs { folder } => {
            fill(texts, "cli-claim-other-inputs", &[("folder", folder)])
        }
        ClaimError::NotARun { folder } => fill(texts, "cli-claim-not-a-run", &[("folder", folder)]),
        ClaimError::ForeignFile { folder, file } => {
            fill(texts, "cli-claim-foreign-file", &[("folder", folder), ("file", file)])
        }
    }
}

fn project_file(texts: &Texts, path: &std::path::Path, error: &ProjectFileError) -> String {
    let problem = match &error.problem {
        ProjectFileProblem::Syntax(words) => fill(texts, "cli-project-syntax", &[("words", words)]),
        ProjectFileProblem::UnknownKey { key, nearest, known } => {
            let known = known.join(", ");
            let text = fill(texts, "cli-project-unknown-key", &[("key", key), ("known", &known)]);
            with_nearest(texts, text, nearest.as_deref())
        }
        ProjectFileProblem::Missing(key) => fill(texts, "cli-project-missing", &[("key", key)]),
        ProjectFileProblem::WrongType { key, wanted } => {
            let wanted = texts.text(match wanted {
                ValueType::Text => "cli-type-text",
                ValueType::Texts => "cli-type-texts",
                ValueType::Number => "cli-type-number",
                ValueType::Table => "cli-type-table",
                ValueType::Tables => "cli-type-tables",
            });
            fill(texts, "cli-project-wrong-type", &[("key", key), ("wanted", &wanted)])
        }
        ProjectFileProblem::UnknownValue { key, given, accepted } => {
            let gaps = [("key", &**key), ("given", given), ("accepted", &accepted.join(", "))];
            let text = fill(texts, "cli-project-unknown-value", &gaps);
            let nearest = nearest(given, accepted.iter().map(String::as_str));
            with_nearest(texts, text, nearest.as_deref())
        }
        ProjectFileProblem::WrongForm { key, given, example } => {
            let gaps = [("key", &**key), ("given", given), ("example", example)];
            fill(texts, "cli-project-wrong-form", &gaps)
        }
        ProjectFileProblem::Repeated(name) => {
            fill(texts, "cli-project-repeated", &[("name", name)])
        }
    };
    format!("{}:{}: {problem}", shown(path), error.line)
}

fn with_nearest(texts: &Texts, mut text: String, nearest: Option<&str>) -> String {
    if let Some(nearest) = nearest {
        text.push(' ');
        text.push_str(&fill(texts, "cli-did-you-mean", &[("nearest", nearest)]));
    }
    text
}

fn fill(texts: &Texts, id: &str, gaps: &[(&str, &str)]) -> String {
    let gaps: Vec<(&str, Argument)> =
        gaps.iter().map(|(name, text)| (*name, clean(text).into())).collect();
    texts.fill(id, &gaps)
}

fn shown(path: &std::path::Path) -> String {
    clean(&shown_path(path))
}
