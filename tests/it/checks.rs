//! Every check against cases: `tests/cases/checks/<CODE>_<name>.toml`. In each file a case fires and
//! another one nearly does.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use efekt::catalogue::{Catalogue, CheckPage, embedded_texts};
use efekt::model::Language;

use crate::check_case::{CheckCases, differences};

const FOLDER: &str = "tests/cases/checks";

/// Checks whose files a case cannot spell: their tests stand elsewhere.
const TESTED_ELSEWHERE: &[(&str, &str)] = &[
    ("A003", "src/indicators/plausibility/tests.rs: no shipped query gives such figures"),
    ("A006", "src/indicators/plausibility/tests.rs: no shipped query gives such figures"),
    ("A011", "src/indicators/plausibility/tests.rs: no shipped query gives such figures"),
    ("W018", "tests/it/hostile: a workbook with macros, links or objects"),
    ("W032", "src/ingest/delimited.rs: bytes that are no letters"),
];

fn has_cases(page: &CheckPage) -> bool {
    TESTED_ELSEWHERE.iter().all(|(code, _)| *code != page.code)
}

fn cases(page: &CheckPage) -> CheckCases {
    let path = Path::new(FOLDER).join(format!("{}_{}.toml", page.code, page.name));
    let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("no cases: {}", path.display()));
    toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Runs the cases of the checks whose codes begin with one of the letters.
fn run(letters: &str) {
    let mut catalogue = Catalogue::embedded().unwrap();
    // Checks of figures look at these alone; the others would only take time.
    catalogue.indicators.retain(|indicator| letters != "A" || indicator.joined_by_project);
    let texts = embedded_texts(Language::Polish).unwrap();
    let mut wrong = Vec::new();
    for page in catalogue.checks.iter().filter(|page| has_cases(page)) {
        if !letters.contains(&page.code[..1]) {
            continue;
        }
        for case in cases(page).case {
            let found = differences(&catalogue, &texts, &page.code, &case);
            if !found.is_empty() {
                wrong.push(format!("{}: {}\n    {}", page.code, case.name, found.join("\n    ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{} cases differ\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_is_wrong_with_a_participant() {
    run("P");
}

#[test]
fn what_is_wrong_with_a_workbook_or_a_cell() {
    run("W");
}

#[test]
fn what_is_wrong_across_files() {
    run("X");
}

#[test]
fn what_holds_the_eu_report_back() {
    run("A");
}

#[test]
fn what_is_wrong_with_the_other_tables() {
    run("BCFST");
}

#[test]
fn every_check_has_a_case_that_fires_and_one_that_nearly_does() {
    for page in Catalogue::embedded().unwrap().checks.iter().filter(|page| has_cases(page)) {
        let cases = cases(page).case;
        assert!(cases.iter().any(|case| !case.findings.is_empty()), "{} never fires", page.code);
        assert!(cases.iter().any(|case| case.findings.is_empty()), "{} always fires", page.code);
        assert!(cases.iter().all(|case| case.name.contains(' ')), "{}", page.code);
    }
}

#[test]
fn every_file_of_cases_belongs_to_a_check() {
    let catalogue = Catalogue::embedded().unwrap();
    let pages: BTreeSet<String> = catalogue
        .checks
        .iter()
        .filter(|page| has_cases(page))
        .map(|page| format!("{}_{}.toml", page.code, page.name))
        .collect();
    let files: BTreeSet<String> = fs::read_dir(FOLDER)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(pages, files);
    assert!(TESTED_ELSEWHERE.iter().all(|(code, _)| catalogue.check(code).is_some()));
}
