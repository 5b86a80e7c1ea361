//! `queries/`, `reports/` and `locales/` as typed definitions: text in, types out.
//!
//! Everything that the law, a fund or a form fixes is data here: indicators, dated parameters, kinds
//! of input table, checks, and every text that a person reads.

mod check;
#[cfg(test)]
mod embedded_checks_tests;
#[cfg(test)]
mod embedded_layouts_tests;
#[cfg(test)]
mod embedded_parameters_tests;
#[cfg(test)]
mod embedded_sources_tests;
#[cfg(test)]
mod embedded_texts_tests;
mod error;
mod fact;
mod indicator;
mod layout;
mod nearest;
mod parameter;
mod project_file;
mod source;
mod texts;
mod worth_words;

pub use check::{CheckPage, CheckText, CorrectionKind, Doubted};
pub use error::CatalogueError;
pub use fact::FactQuery;
pub use indicator::{Aggregate, Breakdown, Indicator, LegalBasis, Population, Unit};
pub use layout::{
    AxisLayout, ChartForm, ChartLayout, ChartRows, ColumnLayout, ReportLayout, SexNames,
    SheetLayout, Show,
};
pub use nearest::nearest;
pub use parameter::{DatedValue, Parameter};
pub use project_file::{ProjectFileError, ProjectFileProblem, ValueType};
pub use source::{Dictionary, DictionaryOf, Entry, Field, FieldType, RightOf, Source};
pub use texts::{Argument, Texts};
pub use worth_words::WorthWords;

use std::collections::BTreeMap;

use include_dir::{Dir, include_dir};

use crate::model::{Day, Language, Period, fold};

static QUERIES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/queries");
static REPORTS: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/reports");
static LOCALES: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/locales");

/// All definitions of a run.
#[derive(Clone, Debug)]
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
    /// Layouts of reports, several for one report when its form changed.
    pub layouts: Vec<ReportLayout>,
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
    pub fn from_files(mut files: BTreeMap<String, String>) -> Result<Self, CatalogueError> {
        let mut layouts = Vec::new();
        for (path, text) in embedded_files(&REPORTS) {
            let path = format!("reports/{path}");
            layouts.push(ReportLayout::parse(&path, &text.replace("\r\n", "\n"))?);
            files.insert(path, text);
        }
        let mut indicators = Vec::new();
        let mut parameters = Vec::new();
        let mut sources: Vec<Source> = Vec::new();
        let mut checks = Vec::new();
        let mut facts = Vec::new();
        for (path, text) in &files {
            let text = text.replace("\r\n", "\n");
            match path.split('/').next() {
                Some("indicators") => indicators.push(Indicator::parse(path, &text)?),
                Some("parameters") => parameters.push(Parameter::parse(path, &text)?),
                Some("sources") => sources.push(Source::parse(path, &text)?),
                Some("checks") => checks.push(CheckPage::parse(path, &text)?),
                Some("reports") => {}
                Some("facts") => facts.push(FactQuery::parse(path, &text)?),
                _ => return Err(CatalogueError::new(path, 0, "no such folder under queries/")),
            }
        }
        if indicators.is_empty() {
            return Err(CatalogueError::new("queries", 0, "holds no indicator"));
        }
        indicators.sort_by(|a, b| (a.order, &a.id, a.since).cmp(&(b.order, &b.id, b.since)));
        one_definition_a_day(&indicators)?;
        share_dictionaries(&mut sources)?;
        let own = sources.clone();
        for source in &mut sources {
            source.take_over(&own).map_err(|unknown| {
                let path = format!("sources/{}.toml", source.kind);
                CatalogueError::new(&path, 0, format!("there is no `{unknown}`"))
            })?;
        }
        sources.sort_by(|a, b| (a.order, &a.kind).cmp(&(b.order, &b.kind)));
        checks.sort_by(|a, b| a.code.cmp(&b.code));
        Ok(Self { indicators, parameters, sources, checks, facts, layouts, files })
    }

    /// The indicator with this id; of several dated definitions the latest.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.definitions_of(id).next()
    }

    /// The indicator that somebody means by its id, its ESF+ code or its name.
    pub fn indicator_named(&self, name: &str) -> Option<&Indicator> {
        let folded = fold(name);
        let means = |text: &str| fold(text) == folded;
        let find = |is_meant: &dyn Fn(&Indicator) -> bool| {
            self.indicators.iter().find(|indicator| is_meant(indicator))
        };
        // A code of the ESF+ list is the id of its own indicator, and also stands in the header of the rate.
        let named = find(&|indicator| means(&indicator.id))
            .or_else(|| find(&|indicator| indicator.esf.as_deref().is_some_and(means)))
            .or_else(|| find(&|one| means(&one.title.pl) || means(&one.title.en)));
        self.indicator(&named?.id)
    }

    /// The definitions of an indicator, the latest first.
    pub fn definitions_of(&self, id: &str) -> impl Iterator<Item = &Indicator> {
        let mut found: Vec<&Indicator> =
            self.indicators.iter().filter(|indicator| indicator.id == id).collect();
        found.sort_by_key(|indicator| std::cmp::Reverse(indicator.since));
        found.into_iter()
    }

    /// The definitions that apply to a period: a replaced one stays for the periods in which it applied.
    #[must_use]
    pub fn for_period(&self, period: Period) -> Self {
        let mut dated = self.clone();
        dated.indicators.retain(|indicator| indicator.is_for(period));
        dated
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

    /// The same definitions with only these indicators, and the fact tables of SQL that they read.
    #[must_use]
    pub fn with_only(&self, keep: impl Fn(&Indicator) -> bool) -> Self {
        let mut smaller = self.clone();
        smaller.indicators.retain(keep);
        let mut read: Vec<String> =
            smaller.indicators.iter().map(|indicator| indicator.sql.clone()).collect();
        // A fact reads only facts whose names come before its own.
        let names = |sql: &String, id: &str| {
            sql.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
                .any(|word| word == id)
        };
        let mut kept = Vec::new();
        for fact in smaller.facts.drain(..).rev() {
            if read.iter().any(|sql| names(sql, &fact.id)) {
                read.push(fact.sql.clone());
                kept.push(fact);
            }
        }
        kept.reverse();
        smaller.facts = kept;
        smaller
    }

    /// The kind of input table with this name.
    pub fn source(&self, kind: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.kind == kind)
    }

    /// The layout of a report for a period; of several the one that began last.
    pub fn layout(&self, report: &str, period: Period) -> Option<&ReportLayout> {
        let layouts = self.layouts.iter();
        layouts
            .filter(|layout| layout.id == report && layout.is_for(period))
            .max_by_key(|layout| layout.since)
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

/// Two definitions of one indicator never apply on the same day.
fn one_definition_a_day(indicators: &[Indicator]) -> Result<(), CatalogueError> {
    for (place, one) in indicators.iter().enumerate() {
        let twice = indicators
            .iter()
            .skip(place + 1)
            .find(|other| other.id == one.id && other.overlaps(one));
        if let Some(other) = twice {
            let message = format!(
                "`{}` is also defined in {}: give both a `since` or `until` day, so that one applies on each day",
                one.id, one.path
            );
            return Err(CatalogueError::new(&other.path, 2, message));
        }
    }
    Ok(())
}

/// Gives every field with `dictionary_of` the dictionary of that field.
fn share_dictionaries(sources: &mut [Source]) -> Result<(), CatalogueError> {
    let known: BTreeMap<(String, String), source::Dictionary> = sources
        .iter()
        .flat_map(|source| source.fields.iter().map(|field| (source.kind.clone(), field)))
        .map(|(kind, field)| ((kind, field.name.clone()), field.dictionary.clone()))
        .collect();
    for source in sources {
        for field in &mut source.fields {
            let Some(of) = &field.dictionary_of else { continue };
            let shared = known.get(&(of.kind.clone(), of.field.clone())).ok_or_else(|| {
                let message =
                    format!("`{}`: there is no field {} of {}", field.name, of.field, of.kind);
                CatalogueError::new(&format!("sources/{}.toml", source.kind), 0, message)
            })?;
            field.dictionary.clone_from(shared);
        }
    }
    Ok(())
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

    const ONE: &str = "/*\nid = \"one\"\norder = 1\nunit = \"person\"\naggregate = \"count\"\n\
        [title]\npl = \"jeden\"\nen = \"one\"\n[definition]\npl = \"Jeden.\"\nen = \"One.\"\n\
        [[basis]]\nsource = \"ustawa\"\nverified = true\n\
        [reasons]\nyes = { pl = \"tak\", en = \"yes\" }\n*/\nselect 1";

    fn of(files: &[(&str, String)]) -> Result<Catalogue, CatalogueError> {
        let files = files.iter().map(|(path, text)| (format!("indicators/a/{path}"), text.clone()));
        Catalogue::from_files(files.collect())
    }

    fn dated(days: &str) -> String {
        ONE.replace("order = 1\n", &format!("order = 1\n{days}\n"))
    }

    #[test]
    fn a_header_without_a_name_a_source_or_reasons_is_refused() {
        assert!(of(&[("one.sql", ONE.to_owned())]).is_ok());
        for (gone, said) in [
            ("source = \"ustawa\"", "law or another source"),
            ("yes = { pl = \"tak\", en = \"yes\" }", "reasons"),
            ("pl = \"Jeden.\"", "Polish and English"),
        ] {
            let (key, _) = gone.split_once(" = ").unwrap();
            let emptied = if key == "yes" { "" } else { &format!("{key} = \"\"") };
            let error = of(&[("one.sql", ONE.replace(gone, emptied))]).unwrap_err();
            assert!(error.to_string().contains(said), "{gone}: {error}");
        }
    }

    #[test]
    fn the_last_day_of_the_period_chooses_among_dated_definitions() {
        let catalogue = of(&[
            ("one.sql", dated("since = \"2020-01-01\"")),
            ("one.before.sql", dated("until = \"2019-12-31\"")),
        ])
        .unwrap();
        assert_eq!(catalogue.indicator("one").unwrap().path, "indicators/a/one.sql");
        let as_of = Day::parse_iso("2026-01-31").unwrap();
        for (period, path) in [
            ("2019", "indicators/a/one.before.sql"),
            ("2019-07..2020-01", "indicators/a/one.sql"),
            ("2024", "indicators/a/one.sql"),
        ] {
            let dated = catalogue.for_period(Period::parse(period, as_of).unwrap());
            let paths: Vec<&str> = dated.indicators.iter().map(|one| &*one.path).collect();
            assert_eq!(paths, [path], "{period}");
        }
    }

    #[test]
    fn two_definitions_never_apply_on_one_day() {
        for (left, right, fine) in [
            ("since = \"2020-01-01\"", "until = \"2019-12-31\"", true),
            ("since = \"2020-01-01\"", "until = \"2020-01-01\"", false),
            ("since = \"2020-01-01\"", "", false),
            ("", "", false),
            ("since = \"2020-01-01\"", "since = \"2014-01-01\"\nuntil = \"2019-12-31\"", true),
        ] {
            let found = of(&[("one.sql", dated(left)), ("one.2.sql", dated(right))]);
            assert_eq!(found.is_ok(), fine, "{left} | {right}");
        }
        assert!(of(&[("one.sql", dated("since = \"2020-13-01\""))]).is_err(), "no such day");
        let reversed = dated("since = \"2020-01-01\"\nuntil = \"2019-01-01\"");
        assert!(of(&[("one.sql", reversed)]).is_err(), "it ends before it begins");
    }

    #[test]
    fn queries_without_an_indicator_are_refused() {
        let error = Catalogue::from_files(BTreeMap::new()).unwrap_err();
        assert!(error.to_string().contains("holds no indicator"));
    }
}
