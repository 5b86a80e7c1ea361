//! The settings that an owner of the data writes down once, checked: centres, sources, choices.

use std::collections::BTreeMap;

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

use crate::model::{Day, Language, Limits, Month};

/// A checked project file; without one, its default.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Project {
    /// Printed on covers; empty when not given.
    pub title: String,
    /// Language of the reports, when given.
    pub language: Option<Language>,
    /// As-of day, when given.
    pub as_of: Option<Day>,
    /// Centres in the order of the file.
    pub centres: Vec<ProjectCentre>,
    /// Sources in the order of the file; the first that matches a file speaks for it.
    pub sources: Vec<ProjectSource>,
    /// Decisions on rows that may speak of one person.
    pub person_links: Vec<PersonLink>,
    /// Choices that change figures.
    pub settings: ProjectSettings,
    /// Targets that stand in no sheet; they replace a sheet's of the same project and indicator.
    pub targets: Vec<ProjectTarget>,
    /// How the comparison group is followed.
    pub comparison: ComparisonSettings,
    /// What one input file may hold and cost.
    pub limits: Limits,
}

/// What a project has promised to reach; numbers in thousandths, a share's in percent.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ProjectTarget {
    /// Number of the project; without one the target is of all participations.
    pub project: Option<String>,
    /// Id or ESF+ code of the indicator.
    pub indicator: String,
    /// Value at the beginning.
    pub baseline: Option<i64>,
    /// Target for women.
    pub women: Option<i64>,
    /// Target for men.
    pub men: Option<i64>,
    /// Target for all.
    pub all: Option<i64>,
    /// Day for which the target is set.
    pub due: Option<Day>,
}

/// How persons are followed who were referred and did not enter.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct ComparisonSettings {
    /// Days from the referral to the day that stands for their exit; without it the median of the
    /// participants.
    pub days_to_exit: Option<u32>,
}

/// A decision on rows, named by their places as findings print them: `list.xlsx › Sheet › D34`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct PersonLink {
    /// Places of rows.
    pub rows: Vec<String>,
    /// What is decided.
    pub decision: PersonDecision,
}

/// Whether rows speak of one person.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonDecision {
    /// They do.
    Same,
    /// They do not, and are not proposed again.
    Different,
}

impl PersonDecision {
    /// The words of the project file, in their order.
    pub const ALL: [(&'static str, Self); 2] =
        [("same", Self::Same), ("different", Self::Different)];
}

/// A centre and the other names under which tables know it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ProjectCentre {
    /// The name that reports show.
    pub name: String,
    /// Other names, as written.
    pub aliases: Vec<String>,
}

/// What is known beforehand about some files.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ProjectSource {
    /// Which files.
    pub path: PathPattern,
    /// Kind of table, when not to be recognised by its columns.
    pub kind: Option<String>,
    /// The only sheet to read, by name.
    pub sheet: Option<String>,
    /// Row of the header, from 1 as a spreadsheet shows it.
    pub header_row: Option<u32>,
    /// Field name to the header that the sheet has for it.
    pub columns: BTreeMap<String, String>,
    /// Field name to the spellings that its cells have here, each with the code that it means.
    pub dictionary: BTreeMap<String, BTreeMap<String, String>>,
    /// Name of the centre to which every row belongs, as listed in `centres`.
    pub centre: Option<String>,
    /// Months for which the source is complete; empty when not said.
    pub coverage: Vec<MonthRange>,
    /// What stands first in dates typed as text, when said.
    pub date_order: Option<DateOrder>,
}

/// What stands first in a date typed as text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// `31.12.2024`
    #[default]
    DayFirst,
    /// `12.31.2024`
    MonthFirst,
}

/// Whole months, both ends included.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct MonthRange {
    /// First month.
    pub first: Month,
    /// Last month.
    pub last: Month,
}

/// Choices that change figures; their values are printed beside the figures and in the manifest.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct ProjectSettings {
    /// Outcomes that count as economic independence, as codes of the field `outcome`.
    pub independence_outcomes: Vec<String>,
    /// Months of the benefit windows before entry and after exit.
    pub benefit_window_months: u32,
    /// What happens to rows that somebody struck out.
    pub struck_out: StruckOut,
}

/// What happens to rows that somebody struck out.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StruckOut {
    /// The row is counted and a warning asks for a decision.
    #[default]
    Ask,
    /// The row is counted.
    Include,
    /// The row is left out.
    Exclude,
}

impl Default for ProjectSettings {
    fn default() -> Self {
        // rulings.md 75; indicators.md 6.
        let outcomes = ["job", "self_employment", "social_coop", "supported"];
        Self {
            independence_outcomes: outcomes.map(str::to_owned).to_vec(),
            benefit_window_months: 12,
            struck_out: StruckOut::Ask,
        }
    }
}

impl Project {
    /// What the project says about a file, given by its path relative to the input folder.
    pub fn source(&self, file: &str) -> Option<&ProjectSource> {
        self.sources.iter().find(|source| source.path.matches(file))
    }
}

impl StruckOut {
    /// The words of the project file, in their order.
    pub const ALL: [(&'static str, Self); 3] =
        [("ask", Self::Ask), ("include", Self::Include), ("exclude", Self::Exclude)];
}

impl DateOrder {
    /// The words of the project file, in their order.
    pub const ALL: [(&'static str, Self); 2] =
        [("day_first", Self::DayFirst), ("month_first", Self::MonthFirst)];
}

impl MonthRange {
    /// Reads `2022-01..2026-05`, or one month `2022-01`.
    pub fn parse(text: &str) -> Option<Self> {
        let (first, last) = text.split_once("..").unwrap_or((text, text));
        let (first, last) = (Month::parse_iso(first.trim())?, Month::parse_iso(last.trim())?);
        (first <= last).then_some(Self { first, last })
    }
}

impl Serialize for MonthRange {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{}..{}", self.first, self.last))
    }
}

/// A path with `/` in which `*` stands for any part of one name. Accented letters match however the
/// file system composes them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PathPattern {
    written: String,
    names: Vec<String>,
}

impl PathPattern {
    /// A pattern relative to the folder of the project file; `None` for an empty or absolute one, or
    /// one that leaves that folder.
    pub fn new(written: &str) -> Option<Self> {
        let folded: String = written.replace('\\', "/").nfc().collect();
        let relative = folded.strip_prefix("./").unwrap_or(&folded);
        let names: Vec<String> = relative.split('/').map(str::to_owned).collect();
        let stays = names.iter().all(|name| !matches!(name.as_str(), "" | "." | ".."));
        (stays && !relative.contains(':')).then(|| Self { written: written.to_owned(), names })
    }

    /// As it stands in the project file.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Whether a path relative to the input folder, with `/`, is meant.
    pub fn matches(&self, path: &str) -> bool {
        let path: String = path.nfc().collect();
        let mut names = path.split('/');
        self.names.iter().all(|pattern| names.next().is_some_and(|name| fits(pattern, name)))
            && names.next().is_none()
    }

    /// The same pattern seen from another folder: `inner` leads from the input folder to the
    /// project file's, `outer` from the project file's to the input folder; one of them is empty.
    /// A pattern that points outside the input folder matches nothing afterwards.
    #[must_use]
    pub fn seen_from_input(mut self, inner: &[String], outer: &[String]) -> Self {
        self.names.splice(0..0, inner.iter().cloned());
        for folder in outer {
            let fitting = self.names.len() > 1
                && self.names.first().is_some_and(|pattern| fits(pattern, folder));
            if fitting {
                self.names.remove(0);
            } else {
                // No name of a file is empty.
                self.names = vec![String::new()];
            }
        }
        self
    }
}

impl Serialize for PathPattern {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written)
    }
}

/// Whether a name fits a pattern with `*`: the pieces between the stars stand in it in their order,
/// the first at its start and the last at its end.
fn fits(pattern: &str, name: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return pattern == name };
    let Some(mut name) = name.strip_prefix(start) else { return false };
    let (middle, end) = rest.rsplit_once('*').unwrap_or(("", rest));
    for piece in middle.split('*') {
        let Some(at) = name.find(piece) else { return false };
        name = name.get(at + piece.len()..).unwrap_or_default();
    }
    name.ends_with(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(pattern: &str, path: &str) -> bool {
        PathPattern::new(pattern).unwrap().matches(path)
    }

    #[test]
    fn a_star_stands_for_a_part_of_one_name() {
        assert!(matches("01/*.xlsx", "01/a b.xlsx"));
        assert!(!matches("01/*.xlsx", "01/deep/a.xlsx"));
        assert!(!matches("*.xlsx", "a.xlsx.bak"));
        assert!(matches("OPS*20*-*.xlsx", "OPS 2022-2023.xlsx"));
        assert!(!matches("ab*ba", "aba"), "one letter cannot serve both ends");
        assert!(matches("a*", "a") && !matches("a", "ab"));
    }

    #[test]
    fn composed_and_decomposed_letters_are_the_same() {
        assert!(matches("Brze\u{17a}nikowo.csv", "Brzez\u{301}nikowo.csv"));
        assert!(matches("Brzez\u{301}nikowo.csv", "Brze\u{17a}nikowo.csv"));
    }

    #[test]
    fn a_pattern_stays_in_the_folder() {
        for written in ["", "/etc/passwd", "../a.csv", "a/../../b", "C:\\a.csv", "a//b"] {
            assert_eq!(PathPattern::new(written), None, "{written}");
        }
    }

    #[test]
    fn a_project_file_above_or_below_the_input_folder_means_the_same_files() {
        let pattern = |text| PathPattern::new(text).unwrap();
        let folder = ["data".to_owned()];
        assert!(pattern("data/*.csv").seen_from_input(&[], &folder).matches("a.csv"));
        assert!(!pattern("other/*.csv").seen_from_input(&[], &folder).matches("a.csv"));
        assert!(pattern("*.csv").seen_from_input(&folder, &[]).matches("data/a.csv"));
    }

    #[test]
    fn coverage_is_whole_months() {
        let range = MonthRange::parse("2022-01..2026-05").unwrap();
        assert_eq!(
            (range.first.to_string(), range.last.to_string()),
            ("2022-01".into(), "2026-05".into())
        );
        assert_eq!(MonthRange::parse("2022-01"), MonthRange::parse("2022-01..2022-01"));
        assert_eq!(MonthRange::parse("2022-05..2022-01"), None);
    }
}
