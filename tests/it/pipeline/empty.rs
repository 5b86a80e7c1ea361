//! Nobody: a list without a row, and a period in which nobody took part.

use std::collections::BTreeMap;

use efekt::pipeline::Outcome;

use crate::pipeline::people::town;
use crate::pipeline::run::{AS_OF, figures, file, output, run_with};
use crate::pipeline::tables::{Cell, has_extension, unzip, xlsx};

const REPORTS: [&str; 3] = ["ministry", "eu", "mayor"];

/// All texts of a workbook.
fn texts(workbook: &[u8]) -> String {
    let parts = unzip(workbook).into_iter().filter(|(name, _)| has_extension(name, "xml"));
    parts.map(|(_, xml)| String::from_utf8(xml).unwrap()).collect()
}

/// Asserts that all reports are there and that no figure of a share, mean or median has a value.
fn assert_nobody(outcome: &Outcome, what: &str) {
    let paths: Vec<&str> = outcome.files.iter().map(|file| file.path.as_str()).collect();
    for path in [
        "ministry.xlsx",
        "eu.xlsx",
        "mayor.xlsx",
        "mayor.pdf",
        "findings.xlsx",
        "indicators.parquet",
    ] {
        assert!(paths.contains(&path), "{what}: {paths:?}");
    }
    let figures = figures(outcome);
    let mut indicators: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for record in csv::Reader::from_reader(figures.as_bytes()).into_records() {
        let record = record.unwrap();
        indicators.entry(record[0].to_owned()).or_default().push(record[10].to_owned());
    }
    for share in [
        "completion_rate",
        "labour_market_entry_rate",
        "employment_rate_6m",
        "participation_days",
        "benefit_reduction_rate",
    ] {
        assert!(
            indicators[share].iter().all(String::is_empty),
            "{what}: {share} {:?}",
            indicators[share]
        );
    }
    assert!(indicators["participants"].iter().all(|value| value == "0"), "{what}");
    for (workbook, mark) in [("ministry.xlsx", "[x]"), ("eu.xlsx", "[x]"), ("mayor.xlsx", "[x]")] {
        let texts = texts(output(outcome, workbook));
        assert!(texts.contains(mark), "{what}: {workbook} does not say {mark}");
        assert!(!texts.contains("NaN") && !texts.contains("NAN"), "{what}: {workbook}");
    }
    for path in paths.iter().filter(|path| has_extension(path, "svg")) {
        let picture = String::from_utf8(output(outcome, path).to_vec()).unwrap();
        assert!(!picture.contains("NaN") && !picture.contains("inf"), "{what}: {path}");
        let said = ["brak danych", "za mało danych"].iter().any(|words| picture.contains(words));
        assert!(said, "{what}: {path}");
    }
}

#[test]
fn a_list_with_a_header_and_no_rows_gives_reports_that_say_nobody() {
    let mut participants = town(1, 2).participants;
    participants.rows.clear();
    let outcome = run_with(&[file("a.xlsx", xlsx(&[participants]))], AS_OF, &REPORTS).unwrap();
    assert_eq!(outcome.sheets.len(), 1);
    assert_nobody(&outcome, "no rows");
}

#[test]
fn a_period_in_which_nobody_took_part_gives_reports_that_say_nobody() {
    let mut tables = town(1, 12).tables();
    let entry = tables[0].column("Data rozpoczęcia");
    let exit = tables[0].column("Data zakończenia");
    for row in &mut tables[0].rows {
        row[entry] = Cell::Day(2021, 2, 1);
        row[exit] = Cell::Day(2021, 9, 30);
    }
    let outcome = run_with(&[file("a.xlsx", xlsx(&tables))], AS_OF, &REPORTS).unwrap();
    assert_nobody(&outcome, "2024 without anybody");
}
