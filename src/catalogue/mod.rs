//! `queries/` and `locales/` as typed definitions: text in, types out.
//!
//! Everything that the law, a fund or a form fixes is data here: indicators, dated parameters, kinds
//! of input table, checks, and every text that a person reads.

mod check;
#[cfg(test)]
mod embedded_checks_tests;
#[cfg(test)]
mod embedded_parameters_tests;
#[cfg(test)]
mod embedded_sources_tests;
#[cfg(test)]
mod embedded_texts_tests;
mod error;
mod fact;
mod indicator;
mod nearest;
mod parameter;
mod project_file;
mod source;
mod texts;
mod worth_words;

pub use check::{CheckPage, CheckText, Doubted};
pub use error::CatalogueError;
pub use fact::FactQuery;
pub use indicator::{Aggregate, Breakdown, Indicator, LegalBasis, Population, Unit};
pub use nearest::nearest;
pub use parameter::{DatedValue, Parameter};
pub use project_file::{ProjectFileError, ProjectFileProblem, ValueType};
pub use source::{Dictionary, Entry, Field, FieldType, Source};
pub use texts::{Argument, Texts};
pub use worth_words::WorthWords;

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use crate::model::{Day, Language};

static QUERIES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/queries");
static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// All definitions of a run.
#[derive(Debug)]
pub struct Catalogue {
    /// Indicators in the order in which reports and lists show them.
    pub indicators: Vec<Indicator>,
    /// Dated parameters, by id.
    pub parameters: Vec<Parameter>,
    /// Kinds of input table.
    pub sources: Vec<Source>,
    /// Checks, by code.
    pub checks: Vec<CheckPage>,
    /// Fact tables that are written as SQL.
    pub facts: Vec<FactQuery>,
    files: BTreeMap<String, String>,
}

impl Catalogue {
    /// The definitions that are compiled into the program.
    pub fn embedded() -> Result<Self, CatalogueError> {
        Self::from_files(embedded_files(&QUERIES))
    }

    /// Definitions from files: paths relative to `queries/` with `/`, and their text.
    ///
    /// Fails at the first file that is not what its folder says, with its path and line, and when
    /// there is not a single indicator.
    pub fn from_files(files: BTreeMap<String, String>) -> Result<Self, CatalogueError> {
        let mut indicators = Vec::new();
        let mut parameters = Vec::new();
        let mut sources = Vec::new();
        let mut checks = Vec::new();
        let mut facts = Vec::new();
        for (path, text) in &files {
            let text = text.replace("\r\n", "\n");
            match path.split('/').next() {
                Some("indicators") => indicators.push(Indicator::parse(path, &text)?),
                Some("parameters") => parameters.push(Parameter::parse(path, &text)?),
                Some("sources") => sources.push(Source::parse(path, &text)?),
                Some("checks") => checks.push(CheckPage::parse(path, &text)?),
                Some("facts") => facts.push(FactQuery::parse(path, &text)?),
                _ => return Err(CatalogueError::new(path, 0, "no such folder under queries/")),
            }
        }
        if indicators.is_empty() {
            return Err(CatalogueError::new("queries", 0, "holds no indicator"));
        }
        indicators.sort_by(|a, b| (a.order, &a.id).cmp(&(b.order, &b.id)));
        sources.sort_by(|a, b| (a.order, &a.kind).cmp(&(b.order, &b.kind)));
        checks.sort_by(|a, b| a.code.cmp(&b.code));
        Ok(Self { indicators, parameters, sources, checks, facts, files })
    }

    /// The indicator with this id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// The parameter with this id.
    pub fn parameter(&self, id: &str) -> Option<&Parameter> {
        self.parameters.iter().find(|parameter| parameter.id == id)
    }

    /// A parameter's value in force on a day, without its fraction.
    pub fn whole_number(&self, id: &str, day: Day) -> Option<i64> {
        let value = self.parameter(id)?.on(day)?;
        value.hundredths().map(|hundredths| hundredths / 100)
    }

    /// The kind of input table with this name.
    pub fn source(&self, kind: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.kind == kind)
    }

    /// The page of a check.
    pub fn check(&self, code: &str) -> Option<&CheckPage> {
        self.checks.iter().find(|check| check.code == code)
    }

    /// Path and text of every definition file, sorted: what the manifest hashes.
    pub fn files(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }
}

/// The texts of a language that are compiled into the program.
pub fn embedded_texts(language: Language) -> Result<Texts, CatalogueError> {
    let files = embedded_files(&LOCALES);
    let prefix = format!("{}/", language.code());
    Texts::parse(language, files.iter().filter(|(path, _)| path.starts_with(&prefix)))
}

/// The project file that `efekt init` writes: every key with its default, commented out, and what it
/// does, in words of the language.
pub fn project_template(language: Language) -> &'static str {
    let path = format!("efekt.{}.toml", language.code());
    LOCALES.get_file(path).and_then(include_dir::File::contents_utf8).unwrap_or_default()
}

fn embedded_files(root: &Dir<'_>) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut pending = vec![root];
    while let Some(folder) = pending.pop() {
        pending.extend(folder.dirs());
        for file in folder.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            found.insert(path, String::from_utf8_lossy(file.contents()).into_owned());
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_compiled_in_can_be_read() {
        let catalogue = Catalogue::embedded().unwrap();
        assert!(!catalogue.indicators.is_empty());
        embedded_texts(Language::Polish).unwrap();
        embedded_texts(Language::English).unwrap();
    }

    #[test]
    fn queries_without_an_indicator_are_refused() {
        let error = Catalogue::from_files(BTreeMap::new()).unwrap_err();
        assert!(error.to_string().contains("holds no indicator"));
    }
}
