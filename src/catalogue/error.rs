//! A definition that cannot be used: which file, which line, why.

use std::fmt;

/// Why a definition was refused.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CatalogueError {
    /// File, relative to `queries/` or `locales/`.
    pub file: String,
    /// Line from 1; 0 when the file as a whole is meant.
    pub line: usize,
    /// A sentence.
    pub message: String,
}

impl CatalogueError {
    /// An error at a line; 0 means the whole file.
    pub fn new(file: &str, line: usize, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, message: message.into() }
    }

    /// A TOML error inside `text`, which begins `lines_before` lines into the file.
    pub(crate) fn toml(
        file: &str,
        text: &str,
        lines_before: usize,
        error: &toml::de::Error,
    ) -> Self {
        let line = error.span().map_or(0, |span| {
            text.get(..span.start).map_or(0, |before| before.matches('\n').count() + 1)
        });
        Self::new(file, line + lines_before, error.message())
    }
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 {
            write!(formatter, "{}: {}", self.file, self.message)
        } else {
            write!(formatter, "{}:{}: {}", self.file, self.line, self.message)
        }
    }
}

impl std::error::Error for CatalogueError {}
