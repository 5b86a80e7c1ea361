//! What must hold for the pages of checks that are compiled in.

use std::collections::BTreeSet;

use crate::catalogue::{CheckPage, QUERIES, embedded_files};
use crate::model::Severity;

/// What a finding can always fill in, then the words of single checks.
const GAPS: [&str; 28] = [
    "read",
    "field",
    "suggestion",
    "effect",
    "reason",
    "content",
    "column",
    "nearest",
    "expected",
    "computed",
    "encoding",
    "maximum",
    "months",
    "fields",
    "persons",
    "rows",
    "first",
    "last",
    "sum",
    "other",
    "confidence",
    "left",
    "left_number",
    "right",
    "right_number",
    "kinds",
    "starts",
    "setting",
];

fn pages() -> Vec<CheckPage> {
    embedded_files(&QUERIES)
        .iter()
        .filter(|(path, _)| path.starts_with("checks/"))
        .map(|(path, text)| CheckPage::parse(path, text).unwrap())
        .collect()
}

fn gaps(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).map(|rest| rest.split_once('}').unwrap().0).collect()
}

#[test]
fn every_check_has_a_page_and_a_code_of_its_own() {
    let pages = pages();
    let codes: BTreeSet<_> = pages.iter().map(|page| page.code.as_str()).collect();
    let names: BTreeSet<_> = pages.iter().map(|page| page.name.as_str()).collect();
    assert!(pages.len() >= 81, "a page is gone: {}", pages.len());
    assert_eq!((codes.len(), names.len()), (pages.len(), pages.len()));
    assert!(codes.iter().all(|code| code.len() == 4 && "AWPBSCFTX".contains(&code[..1])));
}

#[test]
fn what_was_found_has_the_same_gaps_in_both_languages() {
    for page in pages() {
        assert_eq!(gaps(&page.pl.what), gaps(&page.en.what), "{}", page.code);
        for gap in gaps(&page.pl.what) {
            assert!(GAPS.contains(&gap), "{} {gap}", page.code);
        }
        for text in [&page.pl, &page.en] {
            for plain in [&text.title, &text.why, &text.fix] {
                assert!(!plain.is_empty() && !plain.contains('{'), "{}", page.code);
            }
            assert!(!text.title.ends_with('.') && text.what.ends_with('.'), "{}", page.code);
        }
    }
}

#[test]
fn a_check_of_an_identifier_never_repeats_what_was_read() {
    for page in pages().iter().filter(|page| page.name.contains("pesel")) {
        assert!(!gaps(&page.pl.what).contains("read"), "{}", page.code);
    }
}

#[test]
fn the_blocking_checks_are_those_of_a_file_a_required_column_or_a_report_held_back() {
    let blocking: Vec<_> = pages()
        .into_iter()
        .filter(|page| page.severity == Severity::Blocking)
        .map(|page| page.code)
        .filter(|code| !code.starts_with('A'))
        .collect();
    assert_eq!(blocking, ["W001", "W010", "W011", "W029"]);
    // Every check of the EU report holds it back.
    let of_report = |page: &CheckPage| page.code.starts_with('A');
    assert!(
        pages()
            .iter()
            .filter(|page| of_report(page))
            .all(|page| page.severity == Severity::Blocking)
    );
}
