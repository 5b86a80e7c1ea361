//! How far findings could move the headline figures: worked out by hand, and tried by mending.

mod cases;
mod mending;
mod planted;

use std::sync::LazyLock;

use efekt::catalogue::{Catalogue, Texts, embedded_texts};
use efekt::model::{Day, Finding, InputFile, Inputs, Language, Movement, Period, Project};
use efekt::pipeline::{Outcome, Reading, Settings, check};

use crate::pipeline::tables::{Table, csv};

/// A test may run a hundred checks: the definitions are read once.
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::embedded().unwrap());
static TEXTS: LazyLock<Texts> = LazyLock::new(|| embedded_texts(Language::Polish).unwrap());

/// A check for 2024, as known on 30 June 2026, of tables in this order.
pub(crate) fn checked(tables: &[&Table]) -> Outcome {
    checked_with(tables, |_| {})
}

/// The same with other settings.
pub(crate) fn checked_with(tables: &[&Table], change: impl Fn(&mut Settings)) -> Outcome {
    let files = tables.iter().map(|table| (format!("{}.csv", table.name), csv(table))).collect();
    checked_files(files, change)
}

/// The same of files.
pub(crate) fn checked_files(
    files: Vec<(String, Vec<u8>)>,
    change: impl Fn(&mut Settings),
) -> Outcome {
    let as_of = Day::parse_iso("2026-06-30").unwrap();
    let mut inputs = Inputs::default();
    inputs.files.extend(files.into_iter().map(|(path, bytes)| InputFile { path, bytes }));
    inputs.files.sort_by(|a, b| a.path.cmp(&b.path));
    let mut settings = Settings {
        reading: Reading::Here,
        period: Period::parse("2024", as_of).unwrap(),
        as_of,
        language: Language::Polish,
        project: Project::default(),
        reports: None,
        centre: None,
        way_to_inputs: None,
    };
    change(&mut settings);
    check(&CATALOGUE, &TEXTS, inputs, &settings, &mut |_| {}).unwrap()
}

/// Says for which months a file is complete.
pub(crate) fn declare(settings: &mut Settings, path: &str, months: &str) {
    let text = format!("[[source]]\npath = \"{path}\"\ncoverage = [\"{months}\"]\n");
    settings.project = Project::parse(&text, &CATALOGUE.sources).unwrap();
}

/// How far the finding of a check at a cell could move an indicator.
pub(crate) fn movement(outcome: &Outcome, code: &str, cell: &str, indicator: &str) -> Movement {
    let is_meant = |finding: &Finding| finding.code == code && finding.place.address() == cell;
    let found = outcome.findings.iter().filter(|finding| is_meant(finding)).count();
    assert_eq!(found, 1, "{code} {cell}: {:#?}", outcome.findings);
    let place = outcome.findings.iter().position(is_meant).unwrap();
    let headlines = &outcome.worths.headlines;
    let headline = headlines.iter().position(|known| known.indicator == indicator).unwrap();
    outcome.worths.findings[place][headline]
}

/// A movement as a number: without a bound it is endless.
pub(crate) fn far(movement: Movement) -> f64 {
    match movement {
        Movement::None => 0.0,
        Movement::UpTo(far) => far,
        Movement::NotKnown => f64::INFINITY,
    }
}

/// Asserts that a movement is so far, to a millionth.
pub(crate) fn assert_far(movement: Movement, expected: f64, what: &str) {
    assert!((far(movement) - expected).abs() < 1e-6, "{what}: {movement:?} is not {expected}");
}
