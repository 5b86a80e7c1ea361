//! `efekt.toml`: text in, checked project settings out.
//!
//! What is not understood is refused with its line, never passed over: a misspelt key would change
//! figures silently.

mod limits;
mod reader;
mod targets;

#[cfg(test)]
mod tests;

use thiserror::Error;
use toml::de::DeTable;

use crate::catalogue::Source;
use crate::catalogue::project_file::reader::{Reader, Section};
use crate::model::Project;

/// Why a project file was refused.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
#[error("line {line}: {problem}")]
pub struct ProjectFileError {
    /// Line, from 1.
    pub line: usize,
    /// What is wrong there.
    pub problem: ProjectFileProblem,
}

/// What is wrong at a line of a project file.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum ProjectFileProblem {
    /// Not TOML; the words are the TOML reader's.
    #[error("{0}")]
    Syntax(String),
    /// A key that means nothing here.
    #[error("unknown key `{key}`")]
    UnknownKey {
        /// As written.
        key: String,
        /// The most similar key that would be accepted.
        nearest: Option<String>,
        /// All keys that would be accepted, in their order.
        known: Vec<String>,
    },
    /// A key that must be given is not.
    #[error("`{0}` is missing")]
    Missing(&'static str),
    /// A value of another type.
    #[error("`{key}` must be a {wanted:?}")]
    WrongType {
        /// The key.
        key: String,
        /// What it must be.
        wanted: ValueType,
    },
    /// A value that is not one of a list.
    #[error("`{given}` is not a value of `{key}`")]
    UnknownValue {
        /// The key.
        key: String,
        /// As written.
        given: String,
        /// What would be accepted.
        accepted: Vec<String>,
    },
    /// A value of another form.
    #[error("`{given}` is not of the form of `{key}`")]
    WrongForm {
        /// The key.
        key: String,
        /// As written.
        given: String,
        /// What it could look like.
        example: &'static str,
    },
    /// The same name stands for two centres.
    #[error("`{0}` stands twice")]
    Repeated(String),
}

/// The types of values.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ValueType {
    /// `"text"`.
    Text,
    /// `["text", "text"]`.
    Texts,
    /// `12`.
    Number,
    /// `[settings]`.
    Table,
    /// `[[centre]]`.
    Tables,
}

impl Project {
    /// Reads the text of a project file; `sources` are the kinds of table that it may name.
    ///
    /// Fails at the first line that is not understood.
    pub fn parse(text: &str, sources: &[Source]) -> Result<Self, ProjectFileError> {
        let text = text.trim_start_matches('\u{feff}');
        let reader = Reader { text, sources };
        let root = DeTable::parse(text).map_err(|error| ProjectFileError {
            line: error.span().map_or(1, |span| reader.line(&span)),
            problem: ProjectFileProblem::Syntax(error.message().to_owned()),
        })?;
        reader.project(&Section { table: root.get_ref(), span: 0..0 })
    }
}
