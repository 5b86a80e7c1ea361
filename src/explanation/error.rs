//! What makes a question unanswerable.

use thiserror::Error;

use crate::catalogue::Texts;
use crate::facts::QueryError;
use crate::indicators::IndicatorError;

/// What makes a question unanswerable.
#[derive(Clone, PartialEq, Debug, Error)]
pub enum ExplanationError {
    /// The definition does not apply in the period.
    #[error("the definition does not apply in the period")]
    NotInForce,
    /// A query was refused or could not run.
    #[error("{0}")]
    Query(#[from] IndicatorError),
    /// No table and no project file knows the centre.
    #[error("unknown centre `{given}`")]
    Centre {
        /// As given.
        given: String,
        /// What there is.
        known: Vec<String>,
    },
    /// There is no such dimension.
    #[error("unknown dimension `{given}`")]
    Dimension {
        /// As given.
        given: String,
        /// What there is.
        known: Vec<String>,
    },
    /// Nobody stands in such a category.
    #[error("unknown category `{given}` of `{dimension}`")]
    Category {
        /// The dimension.
        dimension: String,
        /// As given.
        given: String,
        /// What there is.
        known: Vec<String>,
    },
    /// What a centre spends belongs to no one of its people: the figure exists for everybody alone.
    #[error("the figure exists for everybody alone")]
    EverybodyOnly,
    /// A figure has one dimension at a time.
    #[error("more than one dimension")]
    TwoDimensions,
    /// No such person stands in the figure.
    #[error("nobody `{given}` stands in the figure")]
    Person {
        /// As given.
        given: String,
    },
}

impl From<QueryError> for ExplanationError {
    fn from(error: QueryError) -> Self {
        Self::Query(error.into())
    }
}

impl ExplanationError {
    /// The sentence of a refused query, in the language of the reader.
    pub fn query_message(&self, texts: &Texts) -> Option<String> {
        match self {
            Self::Query(error) => Some(error.message(texts)),
            _ => None,
        }
    }
}
