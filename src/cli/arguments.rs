//! What was typed after `report` or `check`, as plain values.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::ArgMatches;

use crate::io::Replace;
use crate::model::{Language, Severity};

/// An argument without the quotation mark that Windows leaves at the end of `"C:\dane\"`: to it a
/// backslash before the mark makes the mark a letter. No path there can have one.
pub(crate) fn as_meant(argument: OsString) -> OsString {
    match argument.to_str().and_then(|text| text.strip_suffix('"')) {
        // `CIS "Nadzieja"` is a name.
        Some(text) if cfg!(windows) && !text.contains('"') => text.into(),
        _ => argument,
    }
}

/// How results are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Format {
    /// For people.
    Text,
    /// One JSON document.
    Json,
}

/// What was typed.
#[derive(Clone, Debug)]
pub(crate) struct Arguments {
    /// Files and folders to read.
    pub(crate) inputs: Vec<PathBuf>,
    /// The project file, when named.
    pub(crate) config: Option<PathBuf>,
    /// The output folder.
    pub(crate) out: PathBuf,
    /// Ids of reports.
    pub(crate) reports: Option<Vec<String>>,
    /// The period, unread.
    pub(crate) period: String,
    /// The as-of day, unread.
    pub(crate) as_of: Option<String>,
    /// The only centre.
    pub(crate) centre: Option<String>,
    /// Language of the reports.
    pub(crate) language: Option<Language>,
    /// Files to read at a time; `None` for one a core.
    pub(crate) jobs: Option<u16>,
    /// How results are written.
    pub(crate) format: Format,
    /// The mildest severity that makes the exit code 1.
    pub(crate) fail_on: Option<Severity>,
    /// Which earlier runs may be replaced.
    pub(crate) replace: Replace,
}

impl Arguments {
    /// Reads the matches; `fail_on` stands where `--fail-on` was not given.
    pub(crate) fn new(matches: &ArgMatches, fail_on: Option<Severity>) -> Self {
        let text = |id: &str| matches.get_one::<String>(id).cloned();
        let path = |id: &str| matches.get_one::<PathBuf>(id).cloned();
        let inputs: Vec<PathBuf> =
            matches.get_many("input").map(|paths| paths.cloned().collect()).unwrap_or_default();
        let fail_on = match text("fail-on").as_deref() {
            Some("error") => Some(Severity::Error),
            Some("warning") => Some(Severity::Warning),
            Some(_) => None,
            None => fail_on,
        };
        let force = matches.get_flag("force");
        Self {
            inputs: if inputs.is_empty() { vec![PathBuf::from(".")] } else { inputs },
            config: path("config"),
            out: path("out").unwrap_or_else(|| PathBuf::from("out")),
            reports: matches
                .get_many::<String>("report")
                .map(|ids| ids.map(|id| id.trim().to_owned()).collect()),
            period: text("period").unwrap_or_else(|| "last-year".to_owned()),
            as_of: text("as-of"),
            centre: text("centre"),
            language: text("lang").and_then(|code| Language::from_code(&code)),
            jobs: matches.get_one("jobs").copied(),
            format: format(matches),
            fail_on,
            replace: if force { Replace::AnyRun } else { Replace::SameInputs },
        }
    }
}

impl Arguments {
    /// Reads the matches of `explain`, which writes nothing.
    pub(crate) fn of_question(matches: &ArgMatches) -> Self {
        let text = |id: &str| matches.get_one::<String>(id).cloned();
        let inputs = matches.get_many("input").map(|paths| paths.cloned().collect());
        Self {
            inputs: inputs.unwrap_or_default(),
            config: matches.get_one("config").cloned(),
            out: PathBuf::from("out"),
            reports: None,
            period: text("period").unwrap_or_else(|| "last-year".to_owned()),
            as_of: text("as-of"),
            centre: None,
            language: text("lang").and_then(|code| Language::from_code(&code)),
            jobs: matches.get_one("jobs").copied(),
            format: format(matches),
            fail_on: None,
            replace: Replace::SameInputs,
        }
    }
}

/// `--format`.
pub(crate) fn format(matches: &ArgMatches) -> Format {
    match matches.get_one::<String>("format").map(String::as_str) {
        Some("json") => Format::Json,
        _ => Format::Text,
    }
}
