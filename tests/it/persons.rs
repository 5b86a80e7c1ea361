//! One person across files: what is the same, what is proposed, what the project file decides.

use efekt::catalogue::Catalogue;
use efekt::ingest::read_tables_here;
use efekt::link::{LinkRules, link};
use efekt::model::{Day, Finding, InputFile, Project};
use efekt::validate::{Rules, validate};

const HEADER: &str = "Placówka;PESEL;Nr dokumentu;Nazwisko;Imię;Płeć;Data urodzenia;Status na rynku \
                      pracy w chwili przystąpienia;Grupa;Data rozpoczęcia\n";

/// Persons and findings across files of participants rows, with a project file.
fn linked(rows: &str, project: &str) -> (usize, Vec<Finding>) {
    let catalogue = Catalogue::embedded().unwrap();
    let project = Project::parse(project, &catalogue.sources).unwrap();
    let bytes = format!("{HEADER}{rows}").into_bytes();
    let file = InputFile { path: "lista.csv".to_owned(), bytes };
    let ingested = read_tables_here(&[file], &catalogue, &project);
    let as_of = Day::parse_iso("2026-01-31").unwrap();
    let rules = Rules { catalogue: &catalogue, as_of, project: &project };
    let mut findings = Vec::new();
    let mut tables: Vec<_> = ingested.tables.iter().map(|table| validate(table, rules).0).collect();
    let rules = LinkRules { catalogue: &catalogue, project: &project, as_of };
    let (linked, _) = link(&mut tables, rules, &mut findings);
    (linked.persons.len(), findings)
}

fn row(pesel: &str, document: &str, name: &str, birth: &str) -> String {
    format!(
        "CIS A;{pesel};{document};{name};Jan;M;{birth};bezrobotny zarejestrowany;bezdomni;2024-01-0{}\n",
        1 + name.len() % 7
    )
}

fn codes(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code).filter(|code| code.starts_with("X00")).collect()
}

// Two numbers with right control digits that differ in two places far apart, and one with a slip.
const FIRST: &str = "44051401359";
const SLIP: &str = "44051401358";
const OTHER: &str = "02270803628";

#[test]
fn one_document_number_joins_two_rows_however_it_is_written() {
    let rows = [row(FIRST, "ABC 123456", "Nowak", ""), row("", "abc123456", "Nowak", "")].concat();
    assert_eq!(linked(&rows, "").0, 1);
}

#[test]
fn a_slip_in_the_pesel_is_proposed_with_the_reason_and_not_merged() {
    let rows = [row(FIRST, "", "Nowak", ""), row(SLIP, "", "Nowak", "")].concat();
    let (persons, findings) = linked(&rows, "");
    assert_eq!(persons, 2);
    let finding = findings.iter().find(|finding| finding.code == "X007").unwrap();
    assert_eq!(finding.arguments[0].1, "lista.csv › B2");
    assert_eq!(finding.arguments[1].1, "same-person-pesel");
    assert_eq!(finding.place.address(), "B3");
}

#[test]
fn the_same_name_with_another_birth_date_is_another_person() {
    let rows = [row(FIRST, "", "Nowak", "1944-05-14"), row(OTHER, "", "Nowak", "2002-07-08")];
    let (persons, findings) = linked(&rows.concat(), "");
    assert_eq!((persons, codes(&findings)), (2, vec![]));
}

#[test]
fn the_project_file_decides() {
    let rows = [row(FIRST, "", "Nowak", ""), row(SLIP, "", "Nowak", "")].concat();
    let decided = |decision: &str| {
        let project = format!(
            "[[person_links]]\nrows = [\"lista.csv › B2\", \"lista.csv › B3\"]\ndecision = \"{decision}\"\n"
        );
        let (persons, findings) = linked(&rows, &project);
        (persons, findings.iter().filter(|finding| finding.code == "X007").count())
    };
    assert_eq!(decided("same"), (1, 0));
    assert_eq!(decided("different"), (2, 0));
}

#[test]
fn a_link_that_points_at_no_row_is_said() {
    let project =
        "[[person_links]]\nrows = [\"lista.csv › B2\", \"lista.csv › B9\"]\ndecision = \"same\"\n";
    let (_, findings) = linked(&row(FIRST, "", "Nowak", ""), project);
    let finding = findings.iter().find(|finding| finding.code == "X008").unwrap();
    assert_eq!(finding.read, "lista.csv › B9");
}
