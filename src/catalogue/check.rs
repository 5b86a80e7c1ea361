//! The page of a check: what it looks at, why it matters, how to mend it.

use serde::Deserialize;

use crate::catalogue::CatalogueError;
use crate::model::{Language, Severity};

/// One check.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckPage {
    /// Stable code: a letter for the kind of table and three digits.
    pub code: String,
    /// Short English name; with the code it is the file's name.
    pub name: String,
    /// How grave.
    pub severity: Severity,
    /// What a finding of it puts in doubt; `None` where the page does not say.
    #[serde(default)]
    pub doubt: Option<Vec<Doubted>>,
    /// What a correction workbook asks for; `None` when no cell of a row cures it.
    #[serde(default)]
    pub correction: Option<CorrectionKind>,
    /// Other fields of the row, any of which may be the wrong one.
    #[serde(default)]
    pub beside: Vec<String>,
    /// Polish texts.
    pub pl: CheckText,
    /// English texts.
    pub en: CheckText,
}

/// What may be wrong where a check fires: how far mending it could move a figure follows from it.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(from = "String")]
pub enum Doubted {
    /// `cell`: the value of the finding's own field.
    Cell,
    /// `row`: whether the row counts.
    Row,
    /// `person`: whose the row is.
    Person,
    /// `other_person`: whether two persons are one.
    OtherPerson,
    /// `coverage`: for which months a benefits file is complete.
    Coverage,
    /// `wider_coverage`: whether it is complete for more months than is known.
    WiderCoverage,
    /// `table`: everything in the file or sheet.
    Table,
    /// `total`: the amount that a total row has too much or too little.
    Total,
    /// Any other word: the value of that field in the finding's row.
    Field(String),
}

impl From<String> for Doubted {
    fn from(word: String) -> Self {
        match word.as_str() {
            "cell" => Self::Cell,
            "row" => Self::Row,
            "person" => Self::Person,
            "other_person" => Self::OtherPerson,
            "coverage" => Self::Coverage,
            "wider_coverage" => Self::WiderCoverage,
            "table" => Self::Table,
            "total" => Self::Total,
            _ => Self::Field(word),
        }
    }
}

/// What can be done about a finding in a correction workbook.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CorrectionKind {
    /// Another value in the cell cures it.
    Value,
    /// Only a decision about the row answers it.
    Decision,
}

/// The texts of a check in one language. `{read}`, `{field}`, `{suggestion}` and the check's own
/// words in braces are filled in for each finding.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckText {
    /// A headline for lists and summaries.
    pub title: String,
    /// One finding in one sentence.
    pub what: String,
    /// Why it matters for the figures.
    pub why: String,
    /// How to mend it.
    pub fix: String,
}

impl CheckPage {
    /// Reads `checks/<code>_<name>.toml`.
    pub fn parse(path: &str, text: &str) -> Result<Self, CatalogueError> {
        let page: Self =
            toml::from_str(text).map_err(|error| CatalogueError::toml(path, text, 0, &error))?;
        if path != format!("checks/{}_{}.toml", page.code, page.name) {
            let message = format!("the file is not named {}_{}.toml", page.code, page.name);
            return Err(CatalogueError::new(path, 0, message));
        }
        Ok(page)
    }

    /// The texts in `language`.
    pub fn text(&self, language: Language) -> &CheckText {
        match language {
            Language::Polish => &self.pl,
            Language::English => &self.en,
        }
    }
}
