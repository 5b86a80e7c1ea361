//! What is wrong with the input, where, and how to mend it. Bad data is a value, not an error.

use serde::Serialize;

use crate::model::Place;

/// How grave a finding is.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The file or a required column cannot be used, or a report is held back.
    Blocking,
    /// The row or value is left out of what it affects, and only of that.
    Error,
    /// Used, but look.
    Warning,
    /// Repaired or assumed.
    Note,
}

impl Severity {
    /// The code that files and options use.
    pub fn code(self) -> &'static str {
        match self {
            Self::Blocking => "blocking",
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// One finding. Its texts come from the check's page in the catalogue; `arguments` fill them in.
///
/// `read` never holds a name, a PESEL or a document number: the reader masks what identifies a person
/// before a finding is made.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Finding {
    /// Where.
    pub place: Place,
    /// The check's stable code, such as `P012`.
    pub code: &'static str,
    /// How grave.
    pub severity: Severity,
    /// The field, by its canonical name, or empty.
    pub field: String,
    /// What was read, masked where it could identify a person.
    pub read: String,
    /// What it could be or what it became; empty when there is nothing to propose.
    pub suggestion: String,
    /// Further words for the check's texts: name and value.
    pub arguments: Vec<(&'static str, String)>,
    /// The person's pseudonym in this run, when a person is known.
    pub person: Option<String>,
}

impl Finding {
    /// A further word of the finding.
    pub fn argument(&self, name: &str) -> Option<&str> {
        let found = self.arguments.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Whether somebody still has to mend or decide something: it is graver than a note.
    pub fn is_open(&self) -> bool {
        self.severity < Severity::Note
    }
}
