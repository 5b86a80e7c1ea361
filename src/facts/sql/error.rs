//! A refused query: where, by which rule, with which words.

use std::fmt;

use sqlparser::tokenizer::Span;

use crate::catalogue::{Argument, Texts};
use crate::facts::sql::Rule;

/// Why a query was not run, or what its run came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct QueryError {
    /// File of the query, as given.
    pub file: String,
    /// Line in that file, from 1.
    pub line: u64,
    /// Column, from 1.
    pub column: u64,
    /// The rule.
    pub rule: Rule,
    /// What fills the gaps of the rule's sentence.
    pub arguments: Vec<(&'static str, String)>,
}

impl QueryError {
    /// `file:line:column: sentence`, in the language of the texts.
    pub fn message(&self, texts: &Texts) -> String {
        let mut arguments: Vec<(&str, Argument)> = self
            .arguments
            .iter()
            .map(|(name, value)| (*name, Argument::from(value.as_str())))
            .collect();
        // The sentences choose by it whether they propose a name.
        if !self.arguments.iter().any(|(name, _)| *name == "nearest") {
            arguments.push(("nearest", Argument::from("none")));
        }
        let sentence = texts.fill(&format!("query-{}", self.rule), &arguments);
        format!("{}:{}:{}: {sentence}", self.file, self.line, self.column)
    }
}

impl fmt::Display for QueryError {
    /// For logs and tests: the rule's id and its arguments; people read `message`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}:{}: {}", self.file, self.line, self.column, self.rule)?;
        for (name, value) in &self.arguments {
            write!(formatter, " {name}={value:?}")?;
        }
        Ok(())
    }
}

impl std::error::Error for QueryError {}

/// The file that is read: it turns places in the query into places in the file.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'a> {
    pub(super) file: &'a str,
    pub(super) lines_before: usize,
}

impl Place<'_> {
    /// An error at the beginning of a span; an empty span is the query's beginning.
    pub(super) fn error(
        &self,
        span: Span,
        rule: Rule,
        arguments: &[(&'static str, &str)],
    ) -> QueryError {
        self.error_at(span.start.line, span.start.column, rule, arguments)
    }

    /// An error at a line and column of the query.
    pub(super) fn error_at(
        &self,
        line: u64,
        column: u64,
        rule: Rule,
        arguments: &[(&'static str, &str)],
    ) -> QueryError {
        QueryError {
            file: self.file.to_owned(),
            line: line.max(1) + u64::try_from(self.lines_before).unwrap_or(0),
            column: column.max(1),
            rule,
            arguments: arguments.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
        }
    }
}
