//! Headers that nobody has seen before.

use efekt::catalogue::Catalogue;
use efekt::ingest::read_tables_here;
use efekt::model::{InputFile, Project};

/// The field of every column of a small benefits table, with how sure the program is.
fn recognised(csv: &str) -> Vec<(String, Option<String>, u8)> {
    let catalogue = Catalogue::embedded().unwrap();
    let file = InputFile { path: "x.csv".to_owned(), bytes: csv.as_bytes().to_vec() };
    let ingested = read_tables_here(&[file], &catalogue, &Project::default());
    let columns = ingested.sheets[0].columns.iter();
    columns.map(|(_, header, field, sure)| (header.clone(), field.clone(), *sure)).collect()
}

#[test]
fn a_column_of_valid_pesels_is_a_pesel_column_whatever_its_header() {
    let columns = recognised(
        "Klient nr;Rodzaj świadczenia;Miesiąc;Kwota\n\
         44051401359;zasiłek okresowy;2024-01;100\n\
         44051401359;zasiłek celowy;2024-02;100\n\
         44051401359;zasiłek celowy;2024-03;100\n",
    );
    assert_eq!(columns[0], ("Klient nr".to_owned(), Some("pesel".to_owned()), 90));
    // Known headers are certain.
    assert_eq!(columns[3], ("Kwota".to_owned(), Some("amount".to_owned()), 100));
}

#[test]
fn eleven_digits_with_a_wrong_control_digit_are_no_pesel_column() {
    let columns = recognised(
        "PESEL;Konto;Rodzaj świadczenia;Miesiąc;Kwota\n\
         44051401359;12345678901;zasiłek okresowy;2024-01;100\n\
         44051401359;12345678901;zasiłek okresowy;2024-02;100\n\
         44051401359;12345678901;zasiłek okresowy;2024-03;100\n",
    );
    assert_eq!(columns[1].1, None);
}

#[test]
fn a_slip_of_the_pen_in_a_header_is_understood_and_another_word_is_not() {
    let columns = recognised(
        "PESEL;Rodzaj śwadczenia;Miesiąc;Kwota;Kwota odsetek\n\
         44051401359;zasiłek okresowy;2024-01;100;1\n",
    );
    assert_eq!(columns[1].1.as_deref(), Some("kind"));
    assert!(columns[1].2 < 100);
    assert_eq!(columns[4].1, None);
}

#[test]
fn a_column_of_known_words_is_that_field() {
    let columns = recognised(
        "PESEL;Co wypłacono;Miesiąc;Kwota\n\
         44051401359;zasiłek okresowy;2024-01;100\n\
         44051401359;dodatek mieszkaniowy;2024-02;100\n\
         44051401359;zasiłek celowy;2024-03;100\n",
    );
    assert_eq!(columns[1].1.as_deref(), Some("kind"));
}
