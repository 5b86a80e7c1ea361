//! Runs the pipeline on files made in a test: in the process, or as the program that people start.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use efekt::catalogue::{Catalogue, embedded_texts};
use efekt::model::{Day, InputFile, Inputs, Language, Period, Project};
use efekt::pipeline::{Outcome, PipelineError, Settings, check, report};

/// Files by name.
pub(crate) type Files = Vec<(String, Vec<u8>)>;

/// The as-of day of most tests.
pub(crate) const AS_OF: &str = "2026-06-30";

/// A file by name.
pub(crate) fn file(name: &str, bytes: impl Into<Vec<u8>>) -> (String, Vec<u8>) {
    (name.to_owned(), bytes.into())
}

/// A run over 2024 without the reports, as known on `AS_OF`.
pub(crate) fn run(files: &[(String, Vec<u8>)]) -> Outcome {
    run_with(files, AS_OF, &[]).unwrap()
}

/// What `efekt check` makes of the files, as known on `AS_OF`.
pub(crate) fn checked(files: &[(String, Vec<u8>)]) -> Outcome {
    let texts = embedded_texts(Language::Polish).unwrap();
    let (inputs, settings) = asked(files, AS_OF, &[]);
    check(&Catalogue::embedded().unwrap(), &texts, inputs, &settings, &mut |_| {}).unwrap()
}

/// A run over 2024 with these reports.
pub(crate) fn run_with(
    files: &[(String, Vec<u8>)],
    as_of: &str,
    reports: &[&str],
) -> Result<Outcome, PipelineError> {
    let texts = embedded_texts(Language::Polish).unwrap();
    let (inputs, settings) = asked(files, as_of, reports);
    report(&Catalogue::embedded().unwrap(), &texts, inputs, &settings, &mut |_| {})
}

fn asked(files: &[(String, Vec<u8>)], as_of: &str, reports: &[&str]) -> (Inputs, Settings) {
    let as_of = Day::parse_iso(as_of).unwrap();
    let mut files: Vec<InputFile> = files
        .iter()
        .map(|(path, bytes)| InputFile { path: path.clone(), bytes: bytes.clone() })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    let inputs = Inputs::new(files, Vec::new());
    let settings = Settings {
        reading: efekt::pipeline::Reading::Here,
        way_to_inputs: None,
        period: Period::parse("2024", as_of).unwrap(),
        as_of,
        language: Language::Polish,
        project: Project::default(),
        reports: Some(reports.iter().copied().map(str::to_owned).collect()),
        centre: None,
    };
    (inputs, settings)
}

/// One file of an outcome.
pub(crate) fn output<'a>(outcome: &'a Outcome, path: &str) -> &'a [u8] {
    &outcome.files.iter().find(|file| file.path == path).unwrap().bytes
}

/// indicators.csv, checked for what must hold in every run.
pub(crate) fn figures(outcome: &Outcome) -> String {
    let figures = String::from_utf8(output(outcome, "indicators.csv").to_vec()).unwrap();
    crate::pipeline::invariants::check(&figures);
    figures
}

/// Asserts that two runs give the same figures, and shows the first line that differs.
pub(crate) fn assert_same_figures(left: &Outcome, right: &Outcome, what: &str) {
    let left = figures(left);
    let right = String::from_utf8(output(right, "indicators.csv").to_vec()).unwrap();
    assert!(left.lines().count() > 100, "{what}: there are hardly any figures");
    if let Some((left, right)) = left.lines().zip(right.lines()).find(|(left, right)| left != right)
    {
        panic!("{what}:\n{left}\n{right}");
    }
    assert_eq!(left, right, "{what}");
}

/// The codes of the findings with their places: `W010 b.csv:::A1`.
pub(crate) fn found(outcome: &Outcome) -> Vec<String> {
    let findings = outcome.findings.iter();
    findings
        .map(|finding| {
            let place = &finding.place;
            format!("{} {}:{}:{}", finding.code, place.file, place.sheet, place.address())
        })
        .collect()
}

/// Writes files into a folder.
pub(crate) fn write(folder: &Path, files: &[(String, Vec<u8>)]) {
    for (name, bytes) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// The program, started in a folder, in Polish unless `more` says otherwise.
pub(crate) fn efekt(folder: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_efekt"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("LC_ALL")
        .env_remove("LANG")
        .envs(environment.iter().copied())
        .output()
        .unwrap()
}

/// Every file below a folder, by path.
pub(crate) fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    found
}
