//! `sample-data` from outside: the figures that its generator counted for itself come out of the program,
//! and every defect that was planted is found where it was planted.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

fn case(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(name)
}

fn efekt(command: &str, out: &Path, options: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_efekt"))
        .args([command, "sample-data", "--quiet", "--out"])
        .arg(out)
        .args(options)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

/// The period of a year in the list of true figures.
fn truth(year: i64) -> toml::Table {
    let text = fs::read_to_string(case("sample_data_truth.toml")).unwrap();
    let list: toml::Table = text.parse().unwrap();
    let periods = list["period"].as_array().unwrap();
    let of_year = |period: &&toml::Value| period["year"].as_integer() == Some(year);
    periods.iter().find(of_year).unwrap().as_table().unwrap().clone()
}

/// Indicator → its row for the whole cluster: all centres, both sexes, no dimension.
fn totals(run: &Path) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_path(run.join("indicators.csv")).unwrap();
    reader
        .deserialize::<BTreeMap<String, String>>()
        .map(Result::unwrap)
        .filter(|row| {
            row["centre"] == "*"
                && row["dimension"] == "total"
                && row["category"] == "*"
                && row["sex"] == "*"
        })
        .map(|row| (row["indicator"].clone(), row))
        .collect()
}

/// Runs the report of a year and compares every figure of the list.
fn assert_figures(year: i64, options: &[&str]) {
    let folder = TempDir::new().unwrap();
    let output = efekt("report", folder.path(), options);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let totals = totals(&folder.path().join(year.to_string()));
    let mut compared = 0;
    for (indicator, figure) in &truth(year) {
        let parts = match figure {
            _ if indicator == "year" => continue,
            toml::Value::Table(parts) => parts.clone(),
            whole => toml::Table::from_iter([("value".to_owned(), whole.clone())]),
        };
        for (column, expected) in parts {
            let produced = totals[indicator][&column].as_str();
            assert_eq!(produced, expected.to_string(), "{indicator}, {column} in {year}");
            compared += 1;
        }
    }
    assert_eq!(compared, 11, "five counts and two shares of three parts each");
}

#[test]
fn the_figures_of_2023_are_those_that_the_generator_counted() {
    assert_figures(2023, &["--period", "2023"]);
}

#[test]
fn the_figures_of_2024_come_out_without_any_option() {
    assert_figures(2024, &[]);
}

#[test]
fn the_figures_of_2025_are_those_that_the_generator_counted() {
    assert_figures(2025, &["--period", "2025"]);
}

/// The row numbers of `B7`, or of all rows from the first to the last of `A5:C7`.
fn rows(cell: &str) -> BTreeSet<u32> {
    let numbers: Vec<u32> = cell
        .split(':')
        .filter_map(|corner| corner.trim_start_matches(char::is_alphabetic).parse().ok())
        .collect();
    match (numbers.iter().min(), numbers.iter().max()) {
        (Some(&first), Some(&last)) => (first..=last).collect(),
        _ => BTreeSet::new(),
    }
}

fn is_located(defect: &BTreeMap<String, String>, findings: &[Value]) -> bool {
    let text = |finding: &Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
    findings.iter().any(|finding| {
        let file = text(finding, "file") == defect["file"];
        let sheet = defect["sheet"].is_empty() || text(finding, "sheet") == defect["sheet"];
        match defect["scope"].as_str() {
            "file" => file,
            "sheet" => file && sheet,
            _ => {
                let found = rows(&text(finding, "cell"));
                file && sheet && !found.is_disjoint(&rows(&defect["cell"]))
            }
        }
    })
}

#[test]
fn every_planted_defect_is_found_in_its_row() {
    let folder = TempDir::new().unwrap();
    let output = efekt("check", folder.path(), &["--fail-on", "never"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let findings: Vec<Value> = fs::read_to_string(folder.path().join("check/findings.jsonl"))
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let mut reader = csv::Reader::from_path(case("sample_data_planted.csv")).unwrap();
    let planted: Vec<BTreeMap<String, String>> = reader.deserialize().map(Result::unwrap).collect();
    assert_eq!(planted.len(), 42);
    let lost: Vec<_> = planted.iter().filter(|defect| !is_located(defect, &findings)).collect();
    assert!(lost.is_empty(), "{lost:#?}");
}

#[test]
fn a_defect_in_another_row_or_sheet_is_not_taken_for_located() {
    let defect: BTreeMap<String, String> =
        [("file", "a.xlsx"), ("sheet", "lista"), ("cell", "B7"), ("scope", "cell")]
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .into();
    let found = |sheet: &str, cell: &str| {
        is_located(
            &defect,
            &[serde_json::json!({ "file": "a.xlsx", "sheet": sheet, "cell": cell })],
        )
    };
    assert!(found("lista", "A7") && found("lista", "A5:C9"));
    assert!(!found("lista", "B17") && !found("inna", "B7") && !found("lista", ""));
}
