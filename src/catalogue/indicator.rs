//! An indicator: a TOML header in the leading comment of an SQL file, and one readable query.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::catalogue::CatalogueError;
use crate::catalogue::parameter::optional_iso_day;
use crate::model::{Bilingual, Day, Magnitude, Period};

/// What is counted once (indicators.md 2).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Each person once in a cell.
    Person,
    /// Each participation.
    Participation,
}

impl Unit {
    /// The word in indicators.csv.
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Participation => "participation",
        }
    }
}

/// How ledger rows become a figure (indicators.md 2, rulings.md 14).
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aggregate {
    /// Σ numerator.
    Count,
    /// Σ of 0/1 ÷ Σ of 1.
    Share,
    /// Median of the numerator, in days.
    MedianDays,
    /// Σ grosze ÷ Σ months or persons.
    MoneyMean,
    /// Σ grosze ÷ Σ grosze.
    MoneyRatio,
    /// Σ grosze.
    MoneySum,
    /// Σ grosze of centres ÷ Σ units: a cost for each unit. The query gives a row for each centre with
    /// the column `centre` in place of the participation.
    MoneyPerUnit,
    /// Mean grosze of centres (Σ numerator ÷ Σ denominator of their rows) ÷ mean grosze a month of
    /// units: months.
    Payback,
    /// Σ numerator in parts of a grosz; the denominator says how many parts one has, the same in every
    /// row.
    MoneyFraction,
}

impl Aggregate {
    /// What its figures measure.
    pub fn magnitude(self) -> Magnitude {
        match self {
            Self::Count => Magnitude::Count,
            Self::Share | Self::MoneyRatio => Magnitude::Share,
            Self::MedianDays => Magnitude::Days,
            Self::MoneyMean | Self::MoneySum | Self::MoneyPerUnit | Self::MoneyFraction => {
                Magnitude::Money
            }
            Self::Payback => Magnitude::Months,
        }
    }

    /// Whether the query gives rows for centres beside those of units. Such a figure exists for everybody
    /// together alone: what a centre spends belongs to no one of its people.
    pub fn has_centre_rows(self) -> bool {
        matches!(self, Self::MoneyPerUnit | Self::Payback)
    }
}

/// Whose participations alone can have a ledger row (indicators.md 4 to 6). What lies elsewhere cannot
/// move the figure.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Population {
    /// Those that end in the period.
    Leavers,
    /// Those that have a day in common with the period.
    Present,
    /// Those that begin in the period.
    Starters,
}

impl Population {
    /// Whether a participation is of them, by its first day and its last, which is `None` while it
    /// goes on.
    pub fn holds(self, period: Period, entry: Day, exit: Option<Day>) -> bool {
        match self {
            Self::Leavers => exit.is_some_and(|exit| period.contains(exit)),
            Self::Present => entry <= period.end && exit.is_none_or(|exit| exit >= period.start),
            Self::Starters => period.contains(entry),
        }
    }
}

/// A column by which an indicator splits its own figures.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Breakdown {
    /// Kind of benefit.
    BenefitKind,
    /// Payer.
    Payer,
    /// Months before entry (negative) or after exit.
    MonthOffset,
}

impl Breakdown {
    /// The column's name in queries and in indicators.csv.
    pub fn column(self) -> &'static str {
        match self {
            Self::BenefitKind => "benefit_kind",
            Self::Payer => "payer",
            Self::MonthOffset => "month_offset",
        }
    }
}

/// Where a definition comes from.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalBasis {
    /// Act and article, or the document.
    pub source: String,
    /// What it says, shortly.
    #[serde(default)]
    pub says: Bilingual,
    /// Whether it was seen in the source; `false` is shown to the reader.
    pub verified: bool,
}

/// One indicator.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Stable id. The file is named `<id>.sql`, or `<id>.<word>.sql` where one id has several dated
    /// definitions.
    pub id: String,
    /// Place in lists and reports.
    pub order: u32,
    /// What is counted once.
    pub unit: Unit,
    /// How rows become a figure.
    pub aggregate: Aggregate,
    /// Whose participations alone can have a row; where it is not said, anybody's can.
    #[serde(default)]
    pub population: Option<Population>,
    /// Whether all stays of a person in one project are one participation (rulings.md 45): the query then
    /// reads `project_participation`.
    #[serde(default)]
    pub joined_by_project: bool,
    /// Own breakdown columns.
    #[serde(default)]
    pub breakdown: Vec<Breakdown>,
    /// Whether it is also shown for the comparison group, with the difference.
    #[serde(default)]
    pub compared: bool,
    /// Code in the ESF+ lists, when it has one there.
    #[serde(default)]
    pub esf: Option<String>,
    /// First day on which the definition applies, when it has one.
    #[serde(default, deserialize_with = "optional_iso_day")]
    pub since: Option<Day>,
    /// Last day on which the definition applies, when it was replaced.
    #[serde(default, deserialize_with = "optional_iso_day")]
    pub until: Option<Day>,
    /// Parameters that the query reads.
    #[serde(default)]
    pub parameters: Vec<String>,
    /// The figure's name.
    pub title: Bilingual,
    /// Who is counted, what is a success, who is left out, what is awaited: for a reader without SQL.
    pub definition: Bilingual,
    /// What must be said beside the figure.
    #[serde(default)]
    pub caveat: Option<Bilingual>,
    /// Law or source.
    pub basis: Vec<LegalBasis>,
    /// Reason codes that the query gives.
    pub reasons: BTreeMap<String, Bilingual>,
    /// The query without its header.
    #[serde(skip)]
    pub sql: String,
    /// Folder under `queries/indicators/`.
    #[serde(skip)]
    pub family: String,
    /// Path relative to `queries/`.
    #[serde(skip)]
    pub path: String,
    /// Lines of the file before the query: error positions add them.
    #[serde(skip)]
    pub lines_before: usize,
}

impl Indicator {
    /// Reads one file: `/*`, a TOML header, `*/`, a query.
    pub fn parse(path: &str, text: &str) -> Result<Self, CatalogueError> {
        let (header, sql, lines_before) = split_header(path, text)?;
        let mut indicator: Self = toml::from_str(header)
            .map_err(|error| CatalogueError::toml(path, header, 1, &error))?;
        let (family, stem) = path
            .strip_prefix("indicators/")
            .and_then(|rest| rest.strip_suffix(".sql"))
            .and_then(|rest| rest.rsplit_once('/'))
            .ok_or_else(|| {
                CatalogueError::new(path, 0, "an indicator stands in indicators/<family>/<id>.sql")
            })?;
        if stem.split('.').next() != Some(&indicator.id) {
            let message = format!("the header says `{}`, the file is named `{stem}`", indicator.id);
            return Err(CatalogueError::new(path, 2, message));
        }
        indicator.says_enough(path)?;
        family.clone_into(&mut indicator.family);
        path.clone_into(&mut indicator.path);
        sql.clone_into(&mut indicator.sql);
        indicator.lines_before = lines_before;
        Ok(indicator)
    }

    /// A figure without a name, a definition in words, a source or reasons cannot be defended.
    fn says_enough(&self, path: &str) -> Result<(), CatalogueError> {
        let silent = |text: &Bilingual| text.pl.trim().is_empty() || text.en.trim().is_empty();
        let unsourced = self.basis.iter().any(|basis| basis.source.trim().is_empty());
        let problem = if silent(&self.title) || silent(&self.definition) {
            "title and definition stand in Polish and English"
        } else if self.basis.is_empty() || unsourced {
            "the law or another source is missing: [[basis]] with source and verified"
        } else if self.reasons.is_empty() || self.reasons.values().any(silent) {
            "the reasons that the query gives are missing: [reasons], in Polish and English"
        } else if self.since.zip(self.until).is_some_and(|(since, until)| until < since) {
            "the definition ends before it begins"
        } else {
            return Ok(());
        };
        Err(CatalogueError::new(path, 2, problem))
    }

    /// Whether this is the definition for a period: the one in force on its last day.
    pub fn is_for(&self, period: Period) -> bool {
        self.since.is_none_or(|since| since <= period.end)
            && self.until.is_none_or(|until| period.end <= until)
    }

    /// Whether some day has both definitions.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        let begins_in_time = |one: &Self, other: &Self| match (one.since, other.until) {
            (Some(since), Some(until)) => since <= until,
            _ => true,
        };
        begins_in_time(self, other) && begins_in_time(other, self)
    }
}

/// Splits `/* header */ query`; the third part counts the lines before the query.
pub(crate) fn split_header<'a>(
    path: &str,
    text: &'a str,
) -> Result<(&'a str, &'a str, usize), CatalogueError> {
    let text = text.trim_start_matches('\u{feff}');
    let body = text.strip_prefix("/*\n").ok_or_else(|| {
        CatalogueError::new(path, 1, "the file begins with `/*` and a TOML header")
    })?;
    let (header, sql) = body
        .split_once("*/")
        .ok_or_else(|| CatalogueError::new(path, 1, "the header does not end with `*/`"))?;
    Ok((header, sql, 1 + header.matches('\n').count()))
}
