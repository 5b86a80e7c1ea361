//! Goes through the tables of a project file and stops at the first line that is not understood.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};
use unicode_normalization::UnicodeNormalization;

use crate::catalogue::{
    Dictionary, Entry, ProjectFileError, ProjectFileProblem, Source, ValueType, nearest,
};
use crate::model::{
    DateOrder, Day, Language, MonthRange, PathPattern, PersonDecision, PersonLink, Project,
    ProjectCentre, ProjectSettings, ProjectSource, StruckOut,
};

const TOP: &[&str] = &[
    "title",
    "language",
    "as_of",
    "centre",
    "source",
    "person_links",
    "settings",
    "targets",
    "comparison",
    "limits",
];
const PERSON_LINK: &[&str] = &["rows", "decision"];
const CENTRE: &[&str] = &["name", "aliases"];
const SOURCE: &[&str] = &[
    "path",
    "kind",
    "sheet",
    "header_row",
    "columns",
    "dictionary",
    "centre",
    "coverage",
    "date_order",
];
const SETTINGS: &[&str] = &["independence_outcomes", "benefit_window_months", "struck_out"];

/// A table and where it begins.
pub(super) struct Section<'a, 'i> {
    pub(super) table: &'a DeTable<'i>,
    pub(super) span: Range<usize>,
}

pub(super) type Value<'a, 'i> = Option<&'a Spanned<DeValue<'i>>>;

impl<'a, 'i> Section<'a, 'i> {
    pub(super) fn get(&self, key: &str) -> Value<'a, 'i> {
        self.table.iter().find(|(known, _)| known.get_ref() == key).map(|(_, value)| value)
    }
}

/// Turns tables into settings, and places in the text into lines.
pub(super) struct Reader<'t> {
    pub(super) text: &'t str,
    pub(super) sources: &'t [Source],
}

impl Reader<'_> {
    pub(super) fn project(&self, root: &Section<'_, '_>) -> Result<Project, ProjectFileError> {
        self.known_keys(root, TOP)?;
        let centres = self.centres(root)?;
        let mut sources = Vec::new();
        for section in self.sections("source", root.get("source"))? {
            sources.push(self.source(&section, &centres)?);
        }
        Ok(Project {
            title: self.text("title", root.get("title"))?.unwrap_or_default(),
            language: self.language(root)?,
            as_of: self.as_of(root)?,
            centres,
            sources,
            person_links: self.person_links(root)?,
            settings: self.settings(root)?,
            targets: self.targets(root)?,
            comparison: self.comparison(root)?,
            limits: self.limits(root)?,
        })
    }

    fn language(&self, root: &Section<'_, '_>) -> Result<Option<Language>, ProjectFileError> {
        let accepted = [("pl", Language::Polish), ("en", Language::English)];
        self.choice("language", root.get("language"), &accepted)
    }

    fn as_of(&self, root: &Section<'_, '_>) -> Result<Option<Day>, ProjectFileError> {
        self.day("as_of", root.get("as_of"), "2026-06-30")
    }

    pub(super) fn day(
        &self,
        key: &str,
        value: Value<'_, '_>,
        example: &'static str,
    ) -> Result<Option<Day>, ProjectFileError> {
        let written = match value.map(Spanned::get_ref) {
            // TOML has days of its own: both `2026-06-30` and `"2026-06-30"` are natural.
            Some(DeValue::Datetime(moment)) => Some(moment.to_string()),
            _ => self.text(key, value)?,
        };
        self.formed(key, value, written, example, Day::parse_iso)
    }

    fn centres(&self, root: &Section<'_, '_>) -> Result<Vec<ProjectCentre>, ProjectFileError> {
        let mut centres = Vec::new();
        let mut names = Vec::new();
        for section in self.sections("centre", root.get("centre"))? {
            self.known_keys(&section, CENTRE)?;
            let name = self.required("name", &section)?;
            let aliases = self.texts("aliases", section.get("aliases"))?;
            for written in std::iter::once(&name).chain(&aliases) {
                let folded = fold(written);
                if names.contains(&folded) {
                    let problem = ProjectFileProblem::Repeated(written.clone());
                    return Err(self.error(&section.span, problem));
                }
                names.push(folded);
            }
            centres.push(ProjectCentre { name, aliases });
        }
        Ok(centres)
    }

    fn source(
        &self,
        section: &Section<'_, '_>,
        centres: &[ProjectCentre],
    ) -> Result<ProjectSource, ProjectFileError> {
        self.known_keys(section, SOURCE)?;
        let path = Some(self.required("path", section)?);
        let pattern = PathPattern::new;
        let path = self.formed("path", section.get("path"), path, "folder/*.xlsx", pattern)?;
        let kinds: Vec<_> = self.sources.iter().map(|source| (&*source.kind, source)).collect();
        let kind = self.choice("kind", section.get("kind"), &kinds)?;
        let mut coverage = Vec::new();
        for written in self.texts("coverage", section.get("coverage"))? {
            let value = section.get("coverage");
            let example = "2022-01..2026-05";
            coverage.extend(self.formed(
                "coverage",
                value,
                Some(written),
                example,
                MonthRange::parse,
            )?);
        }
        Ok(ProjectSource {
            path: path.ok_or_else(|| self.missing("path", &section.span))?,
            kind: kind.map(|source| source.kind.clone()),
            sheet: self.text("sheet", section.get("sheet"))?,
            header_row: self.number("header_row", section.get("header_row"), 1..=1_048_576, "3")?,
            columns: self.columns(section, kind)?,
            dictionary: self.dictionary(section, kind)?,
            centre: self.centre(section, centres)?,
            coverage,
            date_order: self.choice("date_order", section.get("date_order"), &DateOrder::ALL)?,
        })
    }

    /// The centre of a source, by the name under which it is listed.
    fn centre(
        &self,
        section: &Section<'_, '_>,
        centres: &[ProjectCentre],
    ) -> Result<Option<String>, ProjectFileError> {
        let value = section.get("centre");
        let Some(written) = self.text("centre", value)? else { return Ok(None) };
        if centres.is_empty() {
            return Ok(Some(written));
        }
        let folded = fold(&written);
        let known = centres.iter().find(|centre| {
            fold(&centre.name) == folded || centre.aliases.iter().any(|alias| fold(alias) == folded)
        });
        match known {
            Some(centre) => Ok(Some(centre.name.clone())),
            None => Err(self.unknown_value(
                "centre",
                value,
                written,
                centres.iter().map(|centre| centre.name.clone()).collect(),
            )),
        }
    }

    /// `columns = { field = "Header" }`; fields are those of the kind, or of every kind.
    fn columns(
        &self,
        section: &Section<'_, '_>,
        kind: Option<&Source>,
    ) -> Result<BTreeMap<String, String>, ProjectFileError> {
        let Some(value) = section.get("columns") else { return Ok(BTreeMap::new()) };
        let DeValue::Table(table) = value.get_ref() else {
            return Err(self.wrong_type("columns", value, ValueType::Table));
        };
        let fields =
            self.sources.iter().filter(|source| kind.is_none_or(|kind| kind.kind == source.kind));
        let mut names: Vec<&str> =
            fields.flat_map(|source| source.fields.iter().map(|field| &*field.name)).collect();
        names.sort_unstable();
        names.dedup();
        let columns = Section { table, span: value.span() };
        self.known_keys(&columns, &names)?;
        let mut found = BTreeMap::new();
        for (name, header) in table {
            if let Some(header) = self.text(name.get_ref(), Some(header))? {
                found.insert(name.get_ref().to_string(), header);
            }
        }
        Ok(found)
    }

    fn person_links(&self, root: &Section<'_, '_>) -> Result<Vec<PersonLink>, ProjectFileError> {
        let mut links = Vec::new();
        for section in self.sections("person_links", root.get("person_links"))? {
            self.known_keys(&section, PERSON_LINK)?;
            let decision =
                self.choice("decision", section.get("decision"), &PersonDecision::ALL)?;
            let rows = self.texts("rows", section.get("rows"))?;
            let example = "[\"lista.csv › A4\", \"lista.csv › A9\"]";
            // One row alone is nobody else's.
            let several = |_: &str| (rows.len() > 1).then_some(());
            let given = Some(format!("{rows:?}"));
            self.formed("rows", section.get("rows"), given, example, several)?;
            links.push(PersonLink {
                rows,
                decision: decision.ok_or_else(|| self.missing("decision", &section.span))?,
            });
        }
        Ok(links)
    }

    /// `dictionary.field = { "spelling" = "code" }`; a spelling that is known may stand for its code.
    fn dictionary(
        &self,
        section: &Section<'_, '_>,
        kind: Option<&Source>,
    ) -> Result<BTreeMap<String, BTreeMap<String, String>>, ProjectFileError> {
        let mut found = BTreeMap::new();
        let Some(value) = section.get("dictionary") else { return Ok(found) };
        let DeValue::Table(fields) = value.get_ref() else {
            return Err(self.wrong_type("dictionary", value, ValueType::Table));
        };
        let dictionaries: Vec<(&str, &Dictionary)> = self
            .sources
            .iter()
            .filter(|source| kind.is_none_or(|kind| kind.kind == source.kind))
            .flat_map(|source| &source.fields)
            .filter(|field| !field.dictionary.entries.is_empty())
            .map(|field| (&*field.name, &field.dictionary))
            .collect();
        let mut names: Vec<&str> = dictionaries.iter().map(|(name, _)| *name).collect();
        names.sort_unstable();
        names.dedup();
        self.known_keys(&Section { table: fields, span: value.span() }, &names)?;
        for (name, value) in fields {
            let name = name.get_ref().to_string();
            let DeValue::Table(spellings) = value.get_ref() else {
                return Err(self.wrong_type(&name, value, ValueType::Table));
            };
            let entries: Vec<&Entry> = dictionaries
                .iter()
                .filter(|(known, _)| *known == name)
                .flat_map(|(_, dictionary)| &dictionary.entries)
                .collect();
            let taught: &mut BTreeMap<String, String> = found.entry(name.clone()).or_default();
            for (spelling, code) in spellings {
                let Some(written) = self.text(&name, Some(code))? else { continue };
                let Some(code_meant) = meant(&written, &entries) else {
                    let mut codes: Vec<String> =
                        entries.iter().map(|entry| entry.code.clone()).collect();
                    codes.dedup();
                    return Err(self.unknown_value(&name, Some(code), written, codes));
                };
                taught.insert(spelling.get_ref().nfc().collect(), code_meant);
            }
        }
        Ok(found)
    }

    fn settings(&self, root: &Section<'_, '_>) -> Result<ProjectSettings, ProjectFileError> {
        let mut settings = ProjectSettings::default();
        let Some(value) = root.get("settings") else { return Ok(settings) };
        let DeValue::Table(table) = value.get_ref() else {
            return Err(self.wrong_type("settings", value, ValueType::Table));
        };
        let section = Section { table, span: value.span() };
        self.known_keys(&section, SETTINGS)?;
        let key = "independence_outcomes";
        if let Some(value) = section.get(key) {
            let written = self.texts(key, Some(value))?;
            let codes = self.outcomes();
            if let Some(unknown) = written.iter().find(|code| !codes.contains(code)) {
                return Err(self.unknown_value(key, Some(value), unknown.clone(), codes));
            }
            settings.independence_outcomes = written;
        }
        let key = "benefit_window_months";
        if let Some(months) = self.number(key, section.get(key), 1..=60, "12")? {
            settings.benefit_window_months = months;
        }
        let key = "struck_out";
        if let Some(choice) = self.choice(key, section.get(key), &StruckOut::ALL)? {
            settings.struck_out = choice;
        }
        Ok(settings)
    }

    /// Codes of the field `outcome` of participants.
    fn outcomes(&self) -> Vec<String> {
        let source = self.sources.iter().find(|source| source.kind == "participants");
        let field = source.and_then(|source| source.field("outcome"));
        match field {
            Some((_, field)) => {
                field.dictionary.entries.iter().map(|entry| entry.code.clone()).collect()
            }
            None => ProjectSettings::default().independence_outcomes,
        }
    }

    pub(super) fn known_keys(
        &self,
        section: &Section<'_, '_>,
        known: &[&str],
    ) -> Result<(), ProjectFileError> {
        let mut keys: Vec<_> = section.table.keys().collect();
        keys.sort_by_key(|key| key.span().start);
        let Some(key) = keys.into_iter().find(|key| !known.contains(&&**key.get_ref())) else {
            return Ok(());
        };
        let problem = ProjectFileProblem::UnknownKey {
            key: key.get_ref().to_string(),
            nearest: nearest(key.get_ref(), known.iter().copied()),
            known: known.iter().map(|&name| name.to_owned()).collect(),
        };
        Err(self.error(&key.span(), problem))
    }

    pub(super) fn sections<'a, 'i>(
        &self,
        key: &str,
        value: Value<'a, 'i>,
    ) -> Result<Vec<Section<'a, 'i>>, ProjectFileError> {
        let Some(value) = value else { return Ok(Vec::new()) };
        let wrong = || self.wrong_type(key, value, ValueType::Tables);
        let DeValue::Array(entries) = value.get_ref() else { return Err(wrong()) };
        let mut sections = Vec::new();
        for entry in entries {
            let DeValue::Table(table) = entry.get_ref() else { return Err(wrong()) };
            sections.push(Section { table, span: entry.span() });
        }
        Ok(sections)
    }

    pub(super) fn required(
        &self,
        key: &'static str,
        section: &Section<'_, '_>,
    ) -> Result<String, ProjectFileError> {
        let text = self.text(key, section.get(key))?.filter(|text| !text.is_empty());
        text.ok_or_else(|| self.missing(key, &section.span))
    }

    /// A text, trimmed and composed.
    pub(super) fn text(
        &self,
        key: &str,
        value: Value<'_, '_>,
    ) -> Result<Option<String>, ProjectFileError> {
        let Some(value) = value else { return Ok(None) };
        match value.get_ref() {
            DeValue::String(text) => Ok(Some(text.trim().nfc().collect())),
            _ => Err(self.wrong_type(key, value, ValueType::Text)),
        }
    }

    fn texts(&self, key: &str, value: Value<'_, '_>) -> Result<Vec<String>, ProjectFileError> {
        let Some(value) = value else { return Ok(Vec::new()) };
        let wrong = || self.wrong_type(key, value, ValueType::Texts);
        let DeValue::Array(entries) = value.get_ref() else { return Err(wrong()) };
        let mut texts = Vec::new();
        for entry in entries {
            let DeValue::String(text) = entry.get_ref() else { return Err(wrong()) };
            texts.push(text.trim().nfc().collect());
        }
        Ok(texts)
    }

    pub(super) fn number(
        &self,
        key: &str,
        value: Value<'_, '_>,
        accepted: std::ops::RangeInclusive<u32>,
        example: &'static str,
    ) -> Result<Option<u32>, ProjectFileError> {
        let Some(value) = value else { return Ok(None) };
        let DeValue::Integer(number) = value.get_ref() else {
            return Err(self.wrong_type(key, value, ValueType::Number));
        };
        let given = number.as_str().to_owned();
        let read = |_: &str| {
            let number = u32::from_str_radix(number.as_str(), number.radix()).ok()?;
            accepted.contains(&number).then_some(number)
        };
        self.formed(key, Some(value), Some(given), example, read)
    }

    fn choice<T: Copy>(
        &self,
        key: &str,
        value: Value<'_, '_>,
        accepted: &[(&str, T)],
    ) -> Result<Option<T>, ProjectFileError> {
        let Some(written) = self.text(key, value)? else { return Ok(None) };
        if let Some((_, meaning)) = accepted.iter().find(|(word, _)| *word == written) {
            return Ok(Some(*meaning));
        }
        let words = accepted.iter().map(|(word, _)| (*word).to_owned()).collect();
        Err(self.unknown_value(key, value, written, words))
    }

    pub(super) fn formed<T>(
        &self,
        key: &str,
        value: Value<'_, '_>,
        written: Option<String>,
        example: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, ProjectFileError> {
        let Some(given) = written else { return Ok(None) };
        if let Some(meaning) = read(&given) {
            return Ok(Some(meaning));
        }
        let problem = ProjectFileProblem::WrongForm { key: key.to_owned(), given, example };
        Err(self.error(&value.map_or(0..0, Spanned::span), problem))
    }

    fn unknown_value(
        &self,
        key: &str,
        value: Value<'_, '_>,
        given: String,
        accepted: Vec<String>,
    ) -> ProjectFileError {
        let problem = ProjectFileProblem::UnknownValue { key: key.to_owned(), given, accepted };
        self.error(&value.map_or(0..0, Spanned::span), problem)
    }

    pub(super) fn wrong_type(
        &self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        wanted: ValueType,
    ) -> ProjectFileError {
        self.error(&value.span(), ProjectFileProblem::WrongType { key: key.to_owned(), wanted })
    }

    fn missing(&self, key: &'static str, span: &Range<usize>) -> ProjectFileError {
        self.error(span, ProjectFileProblem::Missing(key))
    }

    fn error(&self, span: &Range<usize>, problem: ProjectFileProblem) -> ProjectFileError {
        ProjectFileError { line: self.line(span), problem }
    }

    pub(super) fn line(&self, span: &Range<usize>) -> usize {
        self.text.get(..span.start).map_or(0, |before| before.matches('\n').count()) + 1
    }
}

/// The code that somebody meant by a code or by one of its spellings.
fn meant(written: &str, entries: &[&Entry]) -> Option<String> {
    let spelled = |entry: &&&Entry| {
        entry
            .spellings
            .iter()
            .any(|spelling| crate::model::fold(spelling) == crate::model::fold(written))
    };
    let by_code = entries.iter().find(|entry| entry.code == written);
    by_code.or_else(|| entries.iter().find(spelled)).map(|entry| entry.code.clone())
}

fn fold(name: &str) -> String {
    name.nfc().flat_map(char::to_lowercase).collect()
}
