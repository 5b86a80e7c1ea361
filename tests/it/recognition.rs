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

/// The fields of a small participants table whose last columns have headers of their own.
fn participants(headers: &str, rows: [&str; 3]) -> Vec<(String, Option<String>, u8)> {
    let known = "Placówka;PESEL;Status na rynku pracy;Grupa;Data rozpoczęcia";
    // Made up: 80051710022 is a woman born on 1980-05-17, 44051401359 a man born on 1944-05-14.
    let persons = ["80051710022", "44051401359", "80051710022"];
    let mut csv = format!("{known};{headers}\n");
    for (person, row) in persons.iter().zip(rows) {
        csv.push_str(&["CIS A", person, "bierny zawodowo", "inne", "2024-01-02", row].join(";"));
        csv.push('\n');
    }
    recognised(&csv).split_off(5)
}

#[test]
fn a_column_that_repeats_what_the_pesel_says_is_the_birth_date_or_the_sex() {
    let columns = participants(
        "Kiedy ur;Pani/Pan;Kiedy wyszedł",
        ["17.05.1980;k;2024-05-17", "1944-05-14;m;2024-05-14", "17-05-1980;k;2024-05-17"],
    );
    assert_eq!(columns[0], ("Kiedy ur".to_owned(), Some("birth_date".to_owned()), 90));
    assert_eq!(columns[1], ("Pani/Pan".to_owned(), Some("sex".to_owned()), 90));
    // A date is a date like any other: nobody can tell an exit from a referral.
    assert_eq!(columns[2].1, None);
    let others =
        participants("Kiedy ur;Pani/Pan", ["17.05.1981;m", "1944-05-15;k", "17-05-1982;m"]);
    assert!(others.iter().all(|(_, field, _)| field.is_none()), "{others:?}");
}

#[test]
fn a_known_header_with_words_that_say_nothing_is_known_and_with_a_telling_word_it_is_not() {
    let columns = participants(
        "Data urodzenia uczestnika (dd.mm.rrrr);Zakończenia data;Data zakończenia projektu",
        ["17.05.1980;2024-05-17;2024-05-18", ";;", ";;"],
    );
    assert_eq!(columns[0].1.as_deref(), Some("birth_date"));
    assert_eq!((columns[1].1.as_deref(), columns[1].2), (Some("exit_date"), 90));
    assert_eq!(columns[2].1, None);
}

/// What the eighth column of a participants table with an outcome is, by its header and three cells.
fn eighth(header: &str, cells: [&str; 3]) -> (Option<String>, u8) {
    let header = format!("Sytuacja po zakończeniu;Sposób zakończenia;{header}");
    let rows = cells.map(|cell| format!(";;{cell}"));
    let rows = rows.each_ref().map(String::as_str);
    let (_, field, sure) = participants(&header, rows).swap_remove(2);
    (field, sure)
}

#[test]
fn words_and_days_together_tell_the_day_of_leaving() {
    let days = ["2024-05-17", "", "3 czerwca 2024 r."];
    for header in
        ["Data zak.", "Zakończył/a dnia", "Data opuszczenia CIS", "Data zakończenia reintegracji"]
    {
        assert_eq!(eighth(header, days), (Some("exit_date".to_owned()), 80), "{header}");
    }
    // A word more may change the meaning, and words over other cells mean something else.
    for header in ["Data zakończenia projektu", "Planowane zakończenie", "Kiedy"] {
        assert_eq!(eighth(header, days).0, None, "{header}");
    }
    assert_eq!(eighth("Data opuszczenia CIS", ["tak", "nie", "tak"]).0, None);
}

#[test]
fn answers_of_yes_and_no_tell_no_field() {
    // They were taken for the degree of disability, whose list knows `tak` and `nie`.
    for header in ["Zgoda RODO", "Kurs BHP", "Uwagi"] {
        assert_eq!(eighth(header, ["tak", "nie", "tak"]).0, None, "{header}");
        assert_eq!(eighth(header, ["nie", "nie", "nie"]).0, None, "{header}");
    }
}

#[test]
fn two_columns_that_may_be_one_field_are_neither() {
    let columns = participants(
        "Data opuszczenia CIS;Data zak.",
        ["2024-05-17;2024-05-18", "2024-06-17;2024-06-18", ";"],
    );
    assert!(columns.iter().all(|(_, field, _)| field.is_none()), "{columns:?}");
}

#[test]
fn words_and_content_tell_the_required_columns() {
    let recognised = |entry: &str, status: &str, outcome: &str| {
        let mut csv =
            format!("Placówka;PESEL;Płeć;Data urodzenia;{status};Grupa;{entry};{outcome}\n");
        for row in ["80051710022;K;17.05.1980", "44051401359;M;14.05.1944"] {
            csv.push_str(&["CIS A", row, "bezrobotny zarejestrowany;inne;02.01.2024;\n"].join(";"));
        }
        let columns = recognised(&csv);
        (columns[4].1.clone(), columns[6].1.clone())
    };
    let (status, entry) = ("Status na rynku pracy", "Data rozpoczęcia");
    let found = (Some("labour_status".to_owned()), Some("entry_date".to_owned()));
    for header in ["Data rozpoczęcia reintegracji", "Data rozp.", "Data wejścia do CIS"] {
        assert_eq!(recognised(header, status, "Sytuacja po zakończeniu"), found, "{header}");
    }
    for header in ["Status", "Sytuacja zawodowa"] {
        assert_eq!(recognised(entry, header, "Sytuacja po zakończeniu"), found, "{header}");
        // Without an outcome it may be the situation after leaving as well.
        assert_eq!(recognised(entry, header, "Uwagi").0, None, "{header}");
    }
}

#[test]
fn a_table_that_lacks_a_column_says_which_columns_it_may_be_and_what_to_write() {
    let catalogue = Catalogue::embedded().unwrap();
    let csv = "Placówka;PESEL;Status na rynku pracy;Grupa;Przyszedł;Odszedł;Uwagi\n\
        CIS A;80051710022;bierny zawodowo;inne;2024-01-02;02.03.2024;x\n\
        CIS A;44051401359;bierny zawodowo;inne;2024-01-02;02.03.2024;y\n\
        CIS A;80051710022;bierny zawodowo;inne;2024-05-02;02.06.2024;z\n";
    let file = InputFile { path: "x.csv".to_owned(), bytes: csv.as_bytes().to_vec() };
    let ingested = read_tables_here(&[file], &catalogue, &Project::default());
    let sheet = &ingested.sheets[0];
    assert_eq!((sheet.kind.as_deref(), sheet.is_unusable), (Some("participants"), true));
    let finding = &ingested.findings[0];
    assert_eq!((finding.code, finding.field.as_str()), ("W010", "entry_date"));
    let argument = |name| {
        let given = finding.arguments.iter().find(|(known, _)| *known == name);
        given.map(|(_, text)| text.as_str())
    };
    assert_eq!(argument("nearest"), Some("E1, F1"));
    assert_eq!(argument("setting"), Some("columns.entry_date = \"…\""));
}

#[test]
fn a_header_of_ordinary_words_is_said_with_its_place_where_a_column_is_missing() {
    let catalogue = Catalogue::embedded().unwrap();
    let row = "CIS A;80051710022;bierny zawodowo;inne;2024-01-02\n".repeat(3);
    let csv = format!("Placówka;PESEL;Status na rynku pracy;Grupa;Data umowy projektu\n{row}");
    let file = InputFile { path: "x.csv".to_owned(), bytes: csv.into_bytes() };
    let ingested = read_tables_here(&[file], &catalogue, &Project::default());
    let arguments = &ingested.findings[0].arguments;
    assert!(arguments.contains(&("nearest", "Data umowy projektu (E1)".to_owned())));
    let setting = "columns.entry_date = \"Data umowy projektu\"".to_owned();
    assert!(arguments.contains(&("setting", setting)), "{arguments:?}");
    // The listing says the same as the finding.
    assert_eq!(ingested.sheets[0].columns[4].1, "Data umowy projektu");
}

/// The short headers of the import file of SM EFS, in their order (eu-funds.md 3.1, from a third party's
/// program).
const SM_EFS_IMPORT: &str = "Numer projektu;Obywatelstwo;Rodzaj uczestnika;Nazwa instytucji;Imię;\
    Nazwisko;PESEL/Inny identyfikator;brak PESEL;Techniczny identyfikator;Płeć;Wiek;Wykształcenie;\
    Kraj;Województwo;Powiat;Gmina;Miejscowość;Kod pocztowy;DEGURBA;Telefon kontaktowy;Adres e-mail;\
    Data rozpoczęcia udziału w projekcie;Data zakończenia udziału w projekcie;\
    Status osoby na rynku pracy;w tym;Planowana data zakończenia edukacji;Sytuacja po zakończeniu;\
    Zakończenie zgodne ze ścieżką;Zakres wsparcia;Rodzaj przyznanego wsparcia;w tym ;\
    Data rozpoczęcia udziału we wsparciu;Data założenia DG;Osoba obcego pochodzenia;\
    Obywatel państwa trzeciego;Mniejszość;Bezdomność;Niepełnosprawność;Data dodania;\
    Użytkownik dodający;Data modyfikacji;Użytkownik modyfikujący;Uwagi";

#[test]
fn the_import_file_of_the_project_system_is_read_and_of_two_columns_called_w_tym_the_first() {
    let columns = recognised(&format!("{SM_EFS_IMPORT}\n"));
    assert_eq!(columns.len(), 43);
    let fields: Vec<(usize, &str)> = columns
        .iter()
        .enumerate()
        .filter_map(|(place, (_, field, _))| Some((place, field.as_deref()?)))
        .collect();
    let expected = [
        (0, "project"),
        (4, "first_name"),
        (5, "last_name"),
        (6, "pesel"),
        (9, "sex"),
        (11, "education"),
        (14, "powiat"),
        (15, "gmina"),
        (18, "area"),
        (21, "entry_date"),
        (22, "exit_date"),
        (23, "labour_status"),
        (24, "labour_status_detail"),
        (26, "outcome"),
        (29, "support_kinds"),
        (31, "support_starts"),
        (33, "foreign_background"),
        (34, "third_country"),
        (35, "minority"),
        (36, "homeless"),
        (37, "disability"),
    ];
    assert_eq!(fields, expected);
}
