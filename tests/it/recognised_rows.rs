//! Which rows below a header are data.

use efekt::catalogue::Catalogue;
use efekt::ingest::{RowClass, read_tables_here};
use efekt::model::{InputFile, Project};

/// The class of every row below the header of a text file with one table.
fn classes(csv: &str) -> Vec<RowClass> {
    let catalogue = Catalogue::embedded().unwrap();
    let file = InputFile { path: "x.csv".to_owned(), bytes: csv.as_bytes().to_vec() };
    let ingested = read_tables_here(&[file], &catalogue, &Project::default());
    ingested.tables[0].rows.iter().map(|(_, class)| *class).collect()
}

const HEADER: &str =
    "Placówka;Nazwisko;Imię;PESEL;Płeć;Data urodzenia;Status na rynku pracy;Grupa;Data rozpoczęcia";
const ROW: &str = "CIS A;Kos;Ada;80051710022;K;1980-05-17;bierny zawodowo;inne;2024-01-02";

#[test]
fn a_row_of_which_only_a_name_or_a_day_is_there_is_data_and_a_note_is_none() {
    for row in [
        ";Lis;Jan;;;;;;",
        ";Lis-Żak;;;;;;;",
        ";;;;;;;;2024-02-01",
        ";;;80051710022;;;;;",
        "CIS A;;;;;;;;2.02.24 r.",
    ] {
        assert_eq!(classes(&format!("{HEADER}\n{ROW}\n{row}\n")), [RowClass::Data; 2], "{row}");
    }
    for row in [
        "Sporządziła: Anna Nowak;;;;;;;;",
        ";Sporządziła: Anna Nowak;;;;;;;",
        ";;;Opracował;;;;;2024-02-01",
        "Stan na dzień;;;;;;;;2024-02-01",
        ";;;tel. 501 502 503;;;;;",
        "Osoby bezdomne;;;;;;;;",
        ";osoby w trakcie zajęć;;;;;;;",
        "8;;;;;;;;",
    ] {
        let expected = [RowClass::Data, RowClass::Note];
        assert_eq!(classes(&format!("{HEADER}\n{ROW}\n{row}\n")), expected, "{row}");
    }
}

#[test]
fn an_amount_without_a_person_is_data_with_an_error_and_a_total_is_a_total() {
    let header = "PESEL;Rodzaj świadczenia;Miesiąc;Kwota;Płatnik";
    let row = "80051710022;zasiłek okresowy;2024-01;100;gmina";
    let rows = format!("{header}\n{row}\n;;2024-02;50,5 zł;\n;;;50;\nRazem;;;200,5;\n");
    let expected = [RowClass::Data, RowClass::Data, RowClass::Data, RowClass::Total];
    assert_eq!(classes(&rows), expected);
}

#[test]
fn a_header_of_two_rows_is_known_when_it_comes_again_on_the_next_page() {
    let header = "Placówka;PESEL;Płeć;Status na rynku pracy;Grupa;Okres uczestnictwa;;Zakończenie;\n\
        ;;;;;od;do;Sposób zakończenia;Sytuacja po zakończeniu\n";
    let row = "CIS A;80051710022;K;bierny zawodowo;inne;2024-01-02;2024-05-02;rezygnacja;praca\n";
    let found = classes(&format!("{header}{row}{header}{row}"));
    assert_eq!(found, [RowClass::Data, RowClass::Note, RowClass::Note, RowClass::Data]);
}

#[test]
fn a_row_that_numbers_the_columns_is_a_note() {
    for numbers in
        ["1;2;3;4;5;6;7;8;9", "1.;2.;3.;4.;5.;6.;7.;8.;9.", "(1);(2);(3);(4);(5);(6);(7);(8);(9)"]
    {
        let found = classes(&format!("{HEADER}\n{numbers}\n{ROW}\n"));
        assert_eq!(found, [RowClass::Note, RowClass::Data], "{numbers}");
    }
    let found = classes(&format!("{HEADER}\n1;2;3;4;5;7;8;9;10\n{ROW}\n"));
    assert_eq!(found, [RowClass::Data, RowClass::Data]);
}

#[test]
fn a_table_of_another_kind_below_the_first_is_read_as_what_it_is() {
    let catalogue = Catalogue::embedded().unwrap();
    let csv = format!(
        "{HEADER}\n{ROW}\n{HEADER}\n{ROW}\n\nWypłaty;;;;;;;;\n\
         PESEL;Rodzaj świadczenia;Miesiąc;Kwota;Płatnik;;;;\n\
         80051710022;zasiłek okresowy;2024-01;100;gmina;;;;\n"
    );
    let file = InputFile { path: "x.csv".to_owned(), bytes: csv.into_bytes() };
    let ingested = read_tables_here(&[file], &catalogue, &Project::default());
    let found: Vec<_> = ingested
        .tables
        .iter()
        .map(|table| {
            let kind = catalogue.sources[table.source].kind.as_str();
            let rows = table.rows.iter().map(|(row, class)| (row.number, *class));
            (kind, table.header.0, rows.collect::<Vec<_>>())
        })
        .collect();
    let list =
        vec![(1, RowClass::Data), (2, RowClass::Note), (3, RowClass::Data), (5, RowClass::Note)];
    let expected = [("participants", 0, list), ("benefits", 6, vec![(7, RowClass::Data)])];
    assert_eq!(found, expected);
}
