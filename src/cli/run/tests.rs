//! Runs with stages that are made up, from the arguments to the folder that is published.
#![expect(clippy::disallowed_methods, reason = "a test looks at the disk itself")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::cli::command::command;
use crate::model::{
    Conservation, Counts, Day, Finding, Language, Manifest, Numerals, OutputFile, Period, Place,
    Project, SheetCount,
};
use crate::pipeline::Headline;

use super::*;

fn finding(severity: Severity) -> Finding {
    Finding {
        place: Place::file("a.csv"),
        code: "P001",
        severity,
        field: String::new(),
        read: String::new(),
        suggestion: String::new(),
        arguments: Vec::new(),
        person: None,
    }
}

#[expect(clippy::unnecessary_wraps, reason = "the shape of a pipeline function")]
/// Stages that take every input for one row and find one warning.
fn stages(
    _: &Catalogue,
    _: &Texts,
    inputs: Inputs,
    _: &Settings,
    progress: &mut dyn FnMut(Stage),
) -> Result<Outcome, PipelineError> {
    progress(Stage::Ingest);
    let count = Conservation { rows: 1, used: 1, ..Conservation::default() };
    let sheets = inputs.files.into_iter().map(|file| SheetCount {
        file: file.path,
        sheet: String::new(),
        kind: "participants".into(),
        count: count.clone(),
    });
    let share = Numerals::Share { numerator: 41, denominator: 60, pending: 3 };
    let counts = Counts { counted: 60, pending: 3, ..Counts::default() };
    Ok(Outcome {
        files: vec![OutputFile {
            path: "internal/audit.xlsx".into(),
            bytes: b"audit".to_vec(),
            private: true,
        }],
        findings: vec![finding(Severity::Warning)],
        sheets: sheets.collect(),
        headline: vec![Headline {
            indicator: "completion_rate".into(),
            numbers: Some((share, counts)),
        }],
        ..Outcome::default()
    })
}

fn no_table(
    _: &Catalogue,
    _: &Texts,
    _: Inputs,
    _: &Settings,
    _: &mut dyn FnMut(Stage),
) -> Result<Outcome, PipelineError> {
    Err(PipelineError::NoUsableInput(Box::default()))
}

/// `efekt report FOLDER --out FOLDER/out`, at a fixed day, with more arguments.
fn report(folder: &Path, work: Work, more: &[&str]) -> Result<Exit, Failure> {
    let texts = embedded_texts(Language::English).unwrap();
    let out = folder.join("out");
    let mut words = vec!["efekt", "report", folder.to_str().unwrap(), "--as-of", "2026-01-31"];
    words.extend(["--out", out.to_str().unwrap()]);
    words.extend(more);
    let matches = command(&texts).try_get_matches_from(words).unwrap();
    let console = Console::new(texts, &matches);
    let (_, matches) = matches.subcommand().unwrap();
    run("report", work, None, crate::cli::report::show, matches, &console)
}

fn input(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.csv"), text).unwrap();
    folder
}

#[test]
fn a_run_is_published_under_its_period_with_a_manifest_of_what_it_was_made_of() {
    let folder = input("abc");
    assert_eq!(report(folder.path(), stages, &[]).unwrap(), Exit::Done);
    let run = folder.path().join("out/2025");
    assert_eq!(fs::read(run.join("internal/audit.xlsx")).unwrap(), b"audit");
    let manifest: Manifest =
        serde_json::from_slice(&fs::read(run.join("manifest.json")).unwrap()).unwrap();
    // FIPS 180-4, the published example: SHA-256 of "abc".
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(manifest.inputs, BTreeMap::from([("a.csv".to_owned(), abc.to_owned())]));
    assert_eq!(manifest.as_of, "2026-01-31");
    assert_eq!(manifest.outputs.keys().collect::<Vec<_>>(), ["internal/audit.xlsx"]);
    assert_eq!(manifest.findings.get("warning"), Some(&1));
}

#[test]
fn the_same_inputs_give_the_same_manifest_wherever_they_lie() {
    let (first, second) = (input("abc"), input("abc"));
    let manifest = |folder: &Path| {
        report(folder, stages, &["--format", "json"]).unwrap();
        fs::read_to_string(folder.join("out/2025/manifest.json")).unwrap()
    };
    let once = manifest(first.path());
    assert_eq!(once, manifest(first.path()));
    assert_eq!(once, manifest(second.path()));
    assert!(!once.contains(first.path().to_str().unwrap()), "no absolute path");
}

#[test]
fn changed_inputs_need_force() {
    let folder = input("abc");
    report(folder.path(), stages, &[]).unwrap();
    fs::write(folder.path().join("a.csv"), "abd").unwrap();
    let refused = report(folder.path(), stages, &[]).unwrap_err();
    assert_eq!(refused.exit(), Exit::Usage);
    let texts = embedded_texts(Language::English).unwrap();
    assert!(refused.message(&texts).contains("--force"), "{}", refused.message(&texts));
    assert_eq!(report(folder.path(), stages, &["--force"]).unwrap(), Exit::Done);
}

#[test]
fn findings_make_the_exit_code_1_only_from_the_limit_on() {
    let folder = input("abc");
    assert_eq!(report(folder.path(), stages, &["--fail-on", "error"]).unwrap(), Exit::Done);
    assert_eq!(report(folder.path(), stages, &["--fail-on", "warning"]).unwrap(), Exit::Findings);
    assert_eq!(report(folder.path(), stages, &["--fail-on", "never"]).unwrap(), Exit::Done);
}

#[test]
fn nothing_is_published_where_no_table_can_be_used() {
    let folder = input("abc");
    let failure = report(folder.path(), no_table, &[]).unwrap_err();
    assert_eq!(failure.exit(), Exit::NoInput);
    assert!(!folder.path().join("out/2025").exists());
}

#[test]
fn the_limit_itself_and_what_is_graver_make_the_exit_code_1() {
    let limit = Some(Severity::Error);
    let code = |severity, limit| {
        let outcome = Outcome { findings: vec![finding(severity)], ..Outcome::default() };
        exit(&outcome, &asked(None), limit)
    };
    assert_eq!(code(Severity::Blocking, limit), Exit::Findings);
    assert_eq!(code(Severity::Error, limit), Exit::Findings);
    assert_eq!(code(Severity::Warning, limit), Exit::Done);
    assert_eq!(code(Severity::Blocking, None), Exit::Done);
}

#[test]
fn a_report_that_was_asked_for_and_held_back_makes_the_exit_code_1() {
    let outcome = Outcome { held_back: vec!["eu".to_owned()], ..Outcome::default() };
    assert_eq!(exit(&outcome, &asked(Some("eu")), None), Exit::Findings);
    assert_eq!(exit(&outcome, &asked(Some("mayor")), None), Exit::Done);
    assert_eq!(exit(&outcome, &asked(None), None), Exit::Done);
}

fn asked(report: Option<&str>) -> Settings {
    let as_of = Day::parse_iso("2026-01-31").unwrap();
    Settings {
        period: Period::parse("2025", as_of).unwrap(),
        as_of,
        language: Language::English,
        project: Project::default(),
        reports: report.map(|report| vec![report.to_owned()]),
        centre: None,
        way_to_inputs: None,
        reading: pipeline::Reading::Here,
    }
}
