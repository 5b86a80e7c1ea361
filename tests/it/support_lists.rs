//! Forms of support that stand in the rows of participants, joined by `|` (exports of SM EFS).

use efekt::catalogue::Catalogue;
use efekt::ingest::read_tables_here;
use efekt::link::{LinkRules, Origins, link, link_with_origins};
use efekt::model::{Day, Finding, InputFile, Project};
use efekt::validate::{Rules, ValidTable, validate};

const LIST: &str = "Placówka;PESEL;Płeć;Data urodzenia;Status na rynku pracy;Grupa;Data rozpoczęcia\n\
    CIS A;80051710022;K;1980-05-17;bezrobotny zarejestrowany;bezdomni;2024-01-08\n";

/// The header texts of a system export that the test needs (eu-funds.md 3.1).
const EXPORT: &str = "PESEL/Inny identyfikator;brak PESEL;Imię;Nazwisko;Data rozpoczęcia udziału w projekcie;\
    Status osoby na rynku pracy w chwili przystąpienia do projektu;w tym;Zakres wsparcia;\
    Rodzaj przyznanego wsparcia;w tym;Data rozpoczęcia udziału we wsparciu;DEGURBA\n";

fn export(kinds: &str, starts: &str) -> String {
    format!("{EXPORT}80051710022;Nie;Anna;Nowak;2024-01-08;Osoba bezrobotna;;;{kinds};;{starts};\n")
}

/// Kinds and days of all support, and the codes of the findings.
fn support(files: &[(&str, &str)]) -> (Vec<(String, String)>, Vec<&'static str>) {
    let (mut tables, mut findings) = tables(files);
    let (catalogue, project) = (Catalogue::embedded().unwrap(), Project::default());
    let as_of = Day::parse_iso("2024-12-31").unwrap();
    let rules = LinkRules { catalogue: &catalogue, project: &project, as_of };
    let (linked, _) = link(&mut tables, rules, &mut findings);
    let forms = linked.support.iter();
    let forms = forms.map(|form| (form.kind.to_string(), form.start.to_string())).collect();
    (forms, findings.iter().map(|finding| finding.code).collect())
}

fn tables(files: &[(&str, &str)]) -> (Vec<ValidTable>, Vec<Finding>) {
    let (catalogue, project) = (Catalogue::embedded().unwrap(), Project::default());
    let files: Vec<InputFile> = files
        .iter()
        .map(|(path, text)| InputFile { path: (*path).to_owned(), bytes: text.as_bytes().to_vec() })
        .collect();
    let ingested = read_tables_here(&files, &catalogue, &project);
    let as_of = Day::parse_iso("2024-12-31").unwrap();
    let rules = Rules { catalogue: &catalogue, as_of, project: &project };
    let mut findings = ingested.findings;
    let mut tables = Vec::new();
    for table in &ingested.tables {
        let (table, more) = validate(table, rules);
        tables.push(table);
        findings.extend(more);
    }
    (tables, findings)
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(kind, start)| ((*kind).to_owned(), (*start).to_owned())).collect()
}

#[test]
fn each_form_of_support_goes_with_the_date_in_the_same_place() {
    let export =
        export("warsztat zawodowy|kurs|wolontariat", "2024-01-08|05.02.2024|2024-02-01 07:30");
    let (forms, codes) = support(&[("cis a/a_lista.csv", LIST), ("cis a/b_efs.csv", &export)]);
    let expected = [
        ("vocational_workshop", "2024-01-08"),
        ("volunteering", "2024-02-01"),
        ("course", "2024-02-05"),
    ];
    assert_eq!(forms, pairs(&expected));
    // The row says nothing else that is new, and is no copy for all that.
    assert!(!codes.contains(&"X001"), "{codes:?}");
}

#[test]
fn a_row_whose_list_brings_nothing_new_is_a_copy() {
    let own = "PESEL;Forma wsparcia;Od\n80051710022;kurs;2024-02-06\n";
    let export = export("kurs", "2024-02-05");
    let files =
        [("cis a/a_lista.csv", LIST), ("cis a/b_efs.csv", &export), ("cis a/c_wsparcie.csv", own)];
    let (forms, codes) = support(&files);
    // The day of the table of support stands; the export would only fill what is empty.
    assert_eq!(forms, pairs(&[("course", "2024-02-06")]));
    assert!(codes.contains(&"X001"), "{codes:?}");
}

#[test]
fn an_export_adds_the_kinds_that_the_table_of_support_does_not_have() {
    let own = "PESEL;Forma wsparcia;Od\n80051710022;kurs;2024-02-06\n";
    let export = export("kurs|wolontariat", "2024-02-05|2024-03-04");
    let files =
        [("cis a/a_lista.csv", LIST), ("cis a/b_efs.csv", &export), ("cis a/c_wsparcie.csv", own)];
    let (forms, _) = support(&files);
    assert_eq!(forms, pairs(&[("course", "2024-02-06"), ("volunteering", "2024-03-04")]));
}

#[test]
fn what_cannot_be_read_shifts_nothing_and_what_begins_after_the_as_of_day_does_not_exist() {
    let export =
        export("kurs|taniec|wolontariat|inne", "2024-02-05|2024-02-06|2024-02-31|2025-01-02");
    let (forms, codes) = support(&[("cis a/a_lista.csv", LIST), ("cis a/b_efs.csv", &export)]);
    assert_eq!(forms, pairs(&[("course", "2024-02-05")]));
    assert_eq!(
        codes.iter().filter(|code| ["W020", "W021"].contains(*code)).count(),
        2,
        "{codes:?}"
    );
}

#[test]
fn the_cells_of_both_lists_are_known() {
    let export = export("kurs", "2024-02-05");
    let (mut tables, mut findings) =
        tables(&[("cis a/a_lista.csv", LIST), ("cis a/b_efs.csv", &export)]);
    let (catalogue, project) = (Catalogue::embedded().unwrap(), Project::default());
    let as_of = Day::parse_iso("2024-12-31").unwrap();
    let rules = LinkRules { catalogue: &catalogue, project: &project, as_of };
    let (linked, _, origins): (_, _, Origins) =
        link_with_origins(&mut tables, rules, &mut findings);
    let rows = origins.of_support(&linked.support[0]);
    let cell = |field: &str| origins.own_cell(rows[0], field).unwrap().to_string();
    assert_eq!(cell("support_kinds"), "cis a/b_efs.csv › I2");
    assert_eq!(cell("support_starts"), "cis a/b_efs.csv › K2");
}
