//! Decisions on benefits, spread over their months: what an end that is missing means.

use efekt::catalogue::Catalogue;
use efekt::ingest::read_tables_here;
use efekt::link::{LinkRules, LinkedTables, link};
use efekt::model::{Day, InputFile, Project};
use efekt::validate::{Rules, ValidTable, validate};

const LIST: &str = "Placówka;PESEL;Płeć;Data urodzenia;Status na rynku pracy;Grupa;Data rozpoczęcia\n\
    CIS A;80051710022;K;1980-05-17;bezrobotny zarejestrowany;bezdomni;2024-01-08\n";

/// The tables of a benefits file, as known on the last day of 2024.
fn linked(rows: &str, project: &str) -> LinkedTables {
    let catalogue = Catalogue::embedded().unwrap();
    let project = Project::parse(project, &catalogue.sources).unwrap();
    let benefits = format!("PESEL;Rodzaj świadczenia;Od;Do;Kwota;Kwota łączna\n{rows}");
    let files: Vec<InputFile> = [("lista.csv", LIST), ("ops.csv", benefits.as_str())]
        .map(|(path, text)| InputFile { path: path.to_owned(), bytes: text.as_bytes().to_vec() })
        .to_vec();
    let ingested = read_tables_here(&files, &catalogue, &project);
    let as_of = Day::parse_iso("2024-12-31").unwrap();
    let rules = Rules { catalogue: &catalogue, as_of, project: &project };
    let mut tables: Vec<ValidTable> =
        ingested.tables.iter().map(|table| validate(table, rules).0).collect();
    let rules = LinkRules { catalogue: &catalogue, project: &project, as_of };
    link(&mut tables, rules, &mut Vec::new()).0
}

/// First month, last month, how many, and the grosze of all.
fn months(linked: &LinkedTables) -> (String, String, usize, i64) {
    let first = linked.benefits.first().unwrap().month.to_string();
    let last = linked.benefits.last().unwrap().month.to_string();
    let grosze = linked.benefits.iter().map(|benefit| benefit.grosze).sum();
    (first, last, linked.benefits.len(), grosze)
}

#[test]
fn a_permanent_allowance_without_an_end_goes_on_to_the_as_of_day() {
    // February to December: eleven months of 1000 zł.
    let expected = ("2024-02".to_owned(), "2024-12".to_owned(), 11, 1_100_000);
    for end in ["", "bezterminowo", "31.12.2099"] {
        let row = format!("80051710022;zasiłek stały;01.02.2024;{end};1000;\n");
        assert_eq!(months(&linked(&row, "")), expected, "{end}");
    }
}

#[test]
fn a_decision_without_an_end_does_not_say_how_far_the_source_reaches() {
    let row = "80051710022;zasiłek stały;01.02.2024;;1000;\n";
    let coverage = |linked: &LinkedTables| {
        let months = &linked.coverage[0];
        (months.first.to_string(), months.last.to_string())
    };
    assert_eq!(coverage(&linked(row, "")), ("2024-02".to_owned(), "2024-02".to_owned()));
    // Where the source is declared complete to June, it says nothing of July.
    let declared = "[[source]]\npath = \"ops.csv\"\ncoverage = [\"2024-01..2024-06\"]\n";
    let known = linked(row, declared);
    assert_eq!(months(&known), ("2024-02".to_owned(), "2024-06".to_owned(), 5, 500_000));
    assert_eq!(coverage(&known), ("2024-01".to_owned(), "2024-06".to_owned()));
}

#[test]
fn a_decision_of_many_years_keeps_its_last_ones() {
    // 2008-01 to 2024-12: 17 years of 12 months.
    let row = "80051710022;zasiłek stały;01.01.2008;31.12.2030;100;\n";
    let expected = ("2008-01".to_owned(), "2024-12".to_owned(), 204, 2_040_000);
    assert_eq!(months(&linked(row, "")), expected);
}

#[test]
fn a_total_is_divided_by_all_months_of_the_decision_also_those_to_come() {
    // November to February: four months of 100 zł, of which two are known.
    let row = "80051710022;zasiłek okresowy;01.11.2024;28.02.2025;;400\n";
    let expected = ("2024-11".to_owned(), "2024-12".to_owned(), 2, 20_000);
    assert_eq!(months(&linked(row, "")), expected);
}
