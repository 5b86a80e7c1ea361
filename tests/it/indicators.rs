//! Every indicator against cases that are worked out by hand: `tests/cases/indicators/<id>.toml`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use efekt::catalogue::Catalogue;

use crate::indicator_case::{Case, CaseFile, Defaults, differences};

pub(crate) const FOLDER: &str = "tests/cases/indicators";

/// Reasons that no input can produce today, with why.
const UNREACHABLE: &[(&str, &str, &str)] = &[];

pub(crate) fn cases(indicator: &str) -> Vec<Case> {
    let path = Path::new(FOLDER).join(format!("{indicator}.toml"));
    let text = fs::read_to_string(&path).unwrap_or_else(|_| panic!("no cases: {}", path.display()));
    toml::from_str::<CaseFile>(&text)
        .unwrap_or_else(|error| panic!("{}: {error}", path.display()))
        .case
}

/// What every case has unless it says otherwise.
pub(crate) fn defaults() -> Defaults {
    let text = fs::read_to_string(Path::new(FOLDER).join("defaults.toml")).unwrap();
    toml::from_str(&text).unwrap()
}

/// Runs the cases of a family of indicators, a folder of `queries/indicators`.
fn run(family: &str) {
    let defaults = defaults();
    let ids: Vec<String> = Catalogue::embedded()
        .unwrap()
        .indicators
        .into_iter()
        .filter(|indicator| indicator.family == family)
        .map(|indicator| indicator.id)
        .collect();
    assert!(!ids.is_empty(), "no indicator in {family}");
    let mut wrong = Vec::new();
    for id in ids {
        let mut catalogue = Catalogue::embedded().unwrap();
        catalogue.indicators.retain(|indicator| indicator.id == id);
        drop_unread_facts(&mut catalogue);
        for case in cases(&id) {
            let found = differences(&catalogue, &defaults, &case);
            if !found.is_empty() {
                wrong.push(format!("{id}: {}\n    {}", case.name, found.join("\n    ")));
            }
        }
    }
    assert!(wrong.is_empty(), "{} cases differ\n{}", wrong.len(), wrong.join("\n"));
}

/// Leaves out the facts that the indicator does not read: their queries cost most of the time.
fn drop_unread_facts(catalogue: &mut Catalogue) {
    let mut read: Vec<String> =
        catalogue.indicators.iter().map(|indicator| indicator.sql.clone()).collect();
    // A fact reads only facts whose names come before its own.
    for fact in catalogue.facts.iter().rev() {
        if read.iter().any(|sql| sql.contains(&fact.id)) {
            read.push(fact.sql.clone());
        }
    }
    catalogue.facts.retain(|fact| read.contains(&fact.sql));
}

#[test]
fn who_takes_part_starts_and_leaves() {
    run("participation");
}

#[test]
fn where_leavers_go() {
    run("outcomes");
}

#[test]
fn who_works_afterwards() {
    run("employment");
}

#[test]
fn what_is_paid_before_and_after() {
    run("benefits");
}

#[test]
fn who_counts_for_the_european_funds() {
    run("esf");
}

#[test]
fn what_the_public_purse_spends_and_gains() {
    run("money");
}

#[test]
fn every_family_has_its_test() {
    let catalogue = Catalogue::embedded().unwrap();
    let families: BTreeSet<&str> =
        catalogue.indicators.iter().map(|indicator| indicator.family.as_str()).collect();
    let tested =
        BTreeSet::from(["participation", "outcomes", "employment", "benefits", "money", "esf"]);
    assert_eq!(families, tested);
}

#[test]
fn every_case_has_a_name_of_its_own() {
    for indicator in Catalogue::embedded().unwrap().indicators {
        let cases = cases(&indicator.id);
        let names: BTreeSet<&str> = cases.iter().map(|case| case.name.as_str()).collect();
        assert_eq!(names.len(), cases.len(), "{}", indicator.id);
        assert!(names.iter().all(|name| name.contains(' ')), "{}", indicator.id);
    }
}

#[test]
fn every_reason_of_a_header_comes_out_of_a_case() {
    let mut missing = Vec::new();
    for indicator in Catalogue::embedded().unwrap().indicators {
        let cases = cases(&indicator.id);
        let met: BTreeSet<&str> =
            cases.iter().flat_map(|case| &case.rows).map(|row| row.reason.as_str()).collect();
        for reason in indicator.reasons.keys() {
            let excused =
                UNREACHABLE.iter().any(|(id, known, _)| *id == indicator.id && known == reason);
            if !met.contains(reason.as_str()) && !excused {
                missing.push(format!("{}: {reason}", indicator.id));
            }
        }
    }
    assert!(missing.is_empty(), "no case gives\n{}", missing.join("\n"));
}

#[test]
fn every_status_that_a_query_gives_comes_out_of_a_case() {
    let mut missing = Vec::new();
    for indicator in Catalogue::embedded().unwrap().indicators {
        let cases = cases(&indicator.id);
        let met: BTreeSet<&str> =
            cases.iter().flat_map(|case| &case.rows).map(|row| row.status.as_str()).collect();
        for status in ["counted", "excluded", "pending", "unknown"] {
            // The statuses of the benefit indicators stand in the fact benefit_status.
            let given = indicator.sql.contains(&format!("'{status}'"))
                || status != "excluded" && indicator.sql.contains("benefit_status");
            if given && !met.contains(status) {
                missing.push(format!("{}: {status}", indicator.id));
            }
        }
    }
    assert!(missing.is_empty(), "no case gives\n{}", missing.join("\n"));
}
