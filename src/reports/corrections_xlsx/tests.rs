//! What a correction workbook promises to the person who fills it in and to the reader.

use crate::catalogue::{Catalogue, embedded_texts};
use crate::model::{
    Cell, CorrectionItem, CorrectionPlan, Day, Decision, Finding, Language, Place, RowsInQuestion,
    Severity, correction_mark,
};
use crate::reports::read_back::{parts, row, rows, sheet_names};

const HASH: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

fn place(cell: &str) -> Place {
    Place { sheet: "Lista".into(), cell: Cell::parse(cell), ..Place::file("dane/lista.xlsx") }
}

fn item(code: &'static str, severity: Severity, cell: &str, field: &str) -> CorrectionItem {
    CorrectionItem {
        finding: Finding {
            place: place(cell),
            code,
            severity,
            field: field.to_owned(),
            read: "31.02.2024".to_owned(),
            suggestion: String::new(),
            arguments: vec![("table", "participants".to_owned())],
            person: None,
        },
        place: place(cell),
        is_own: true,
        field: ("participants".to_owned(), field.to_owned()),
        is_code_column: false,
        read: "31.02.2024".to_owned(),
        takes_value: true,
        decisions: vec![Decision::Empty, Decision::LeaveOut],
        corrected_at: None,
    }
}

/// A date that does not exist, the other date of its row, a way of leaving, a PESEL to look at.
fn plan() -> CorrectionPlan {
    let exit = item("P009", Severity::Error, "D7", "exit_date");
    let entry = CorrectionItem {
        is_own: false,
        place: place("C7"),
        field: ("participants".to_owned(), "entry_date".to_owned()),
        read: "01.03.2024".to_owned(),
        decisions: vec![Decision::Empty],
        ..exit.clone()
    };
    let kind = CorrectionItem {
        read: "=rezygnacija".to_owned(),
        ..item("W020", Severity::Error, "E9", "exit_kind")
    };
    let pesel = CorrectionItem {
        read: "•••••••••••".to_owned(),
        takes_value: false,
        decisions: vec![Decision::Right, Decision::LeaveOut],
        ..item("P003", Severity::Warning, "A9", "pesel")
    };
    let columns = [(0, "pesel"), (2, "entry_date"), (3, "exit_date"), (4, "exit_kind")];
    let cells = |texts: [&str; 4]| texts.map(str::to_owned).to_vec();
    CorrectionPlan {
        file: "dane/lista.xlsx".to_owned(),
        sha256: HASH.to_owned(),
        items: vec![exit, entry, kind, pesel],
        left_away: 2,
        sheets: vec![RowsInQuestion {
            sheet: "Lista".to_owned(),
            kind: "participants".to_owned(),
            columns: columns.map(|(column, field)| (column, field.to_owned())).to_vec(),
            rows: vec![
                (6, cells(["•••••••••••", "01.03.2024", "31.02.2024", ""])),
                (8, cells(["•••••••••••", "01.03.2024", "", "=rezygnacija"])),
            ],
        }],
    }
}

fn book(plan: &CorrectionPlan, language: Language) -> Vec<u8> {
    let texts = embedded_texts(language).unwrap();
    let as_of = Day::parse_iso("2026-03-31").unwrap();
    super::write(&Catalogue::embedded().unwrap(), &texts, as_of, plan).unwrap()
}

fn part(book: &[u8], name: &str) -> String {
    parts(book).into_iter().find(|(known, _)| known == name).unwrap().1
}

#[test]
fn the_list_names_the_file_by_its_content_and_has_a_row_for_every_cell() {
    let book = book(&plan(), Language::Polish);
    assert_eq!(sheet_names(&book), ["Poprawki", "Wiersze – Lista", "słowniki"]);
    let list = rows(&book, "Poprawki");
    assert_eq!(list[0][0], correction_mark(HASH, "dane/lista.xlsx"));
    let header = list.iter().position(|row| row[0] == "Waga").unwrap();
    assert_eq!(
        list[header][7..],
        ["Poprawna wartość", "Decyzja", "Notatki (program ich nie czyta)", "Kod"]
    );
    let cells: Vec<_> =
        list[header + 1..].iter().map(|row| [&*row[0], &*row[2], &*row[10]]).collect();
    assert_eq!(
        cells,
        [
            ["Błąd", "D7", "P009"],
            ["", "C7", "P009"],
            ["Błąd", "E9", "W020"],
            ["Ostrzeżenie", "A9", "P003"]
        ]
    );
    assert!(list[..header].iter().any(|row| row[0].contains("2 dalsze uwagi")), "{list:?}");
    let beside = row(&book, "Poprawki", &["", "Lista", "C7"]);
    assert_eq!(beside[3], "albo: Pierwszy dzień uczestnictwa");
    // Whoever keeps the file has never seen a project file.
    let unknown = row(&book, "Poprawki", &["Błąd", "Lista", "E9"]);
    assert!(unknown[6].starts_with("Wybierz wartość z listy w żółtej komórce"), "{unknown:?}");
    // Nothing is filled in for anybody.
    assert!(list[header + 1..].iter().all(|row| row[7].is_empty() && row[8].is_empty()));
}

#[test]
fn only_the_open_cells_of_a_row_can_be_typed_into_and_they_offer_what_the_reader_knows() {
    let book = book(&plan(), Language::Polish);
    let xml = part(&book, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("<sheetProtection ") && !xml.contains("password"), "{xml}");
    for rule in [
        "<formula1>lista_participants_exit_kind</formula1>",
        "<formula1>\"ma być puste,pomiń wiersz\"</formula1>",
        "<formula1>\"tak ma być,pomiń wiersz\"</formula1>",
        "Dzień.miesiąc.rok: 31.12.2024.",
    ] {
        assert!(xml.contains(rule), "{rule}\n{xml}");
    }
    assert!(rows(&book, "słowniki").concat().contains(&"zgodnie z IPZS".to_owned()));
    // The number of the row of the finding on the PESEL takes no value.
    let last = rows(&book, "Poprawki").len();
    assert!(!xml.contains(&format!("sqref=\"H{last}\"")), "{xml}");
    assert!(xml.contains(&format!("sqref=\"I{last}\"")), "{xml}");
}

#[test]
fn a_wrong_cell_is_marked_in_its_row_and_a_note_says_why() {
    let book = book(&plan(), Language::English);
    let shown = rows(&book, "Rows – Lista");
    assert_eq!(shown[4][..3], ["Row", "A: PESEL", "C: Data rozpoczęcia"]);
    assert_eq!(shown[5], ["7", "•••••••••••", "01.03.2024", "31.02.2024", ""]);
    assert_eq!(shown[6][4], "=rezygnacija");
    let notes = part(&book, "xl/comments1.xml");
    for reference in ["ref=\"D6\"", "ref=\"E7\"", "ref=\"B7\""] {
        assert!(notes.contains(reference), "{notes}");
    }
    assert_eq!(notes.matches("<comment ").count(), 3, "the other date is not the wrong one");
    assert!(notes.contains("Exit before entry") && notes.contains("Compare both dates"), "{notes}");
    let list = part(&book, "xl/worksheets/sheet1.xml");
    assert!(list.contains("location=\"'Rows – Lista'!D6\""), "{list}");
}

#[test]
fn a_cell_that_has_a_correction_already_says_where_and_takes_no_second_one() {
    let mut plan = plan();
    plan.items[0].corrected_at =
        Some(Place { cell: Cell::parse("H7"), ..Place::file("poprawki.xlsx") });
    let book = book(&plan, Language::Polish);
    let list = rows(&book, "Poprawki");
    let row = list.iter().position(|row| row[2] == "D7").unwrap();
    assert!(list[row][6].contains("poprawki.xlsx › H7"), "{:?}", list[row]);
    let xml = part(&book, "xl/worksheets/sheet1.xml");
    let (_, rules) = xml.split_once("<dataValidations").unwrap();
    assert!(!rules.contains(&format!("sqref=\"H{}\"", row + 1)), "{xml}");
}

#[test]
fn nothing_is_a_formula_and_the_same_plan_gives_the_same_bytes() {
    for language in [Language::Polish, Language::English] {
        let book = book(&plan(), language);
        assert_eq!(book, super::tests::book(&plan(), language));
        for (part, content) in parts(&book) {
            assert!(!content.contains("<f>"), "{part}");
        }
        for sheet in sheet_names(&book) {
            for cell in rows(&book, &sheet).concat() {
                assert!(!cell.contains("correction-") && !cell.contains("{$"), "{cell}");
            }
        }
    }
}

#[test]
fn the_name_of_a_workbook_is_that_of_its_file_and_of_none_of_the_inputs() {
    let texts = embedded_texts(Language::Polish).unwrap();
    let path = |file: &str, inputs: &[&str]| {
        let plan = CorrectionPlan { file: file.to_owned(), ..plan() };
        super::path(&texts, &plan, inputs)
    };
    assert_eq!(path("a/lista.xlsx", &[]), "corrections/a/lista.xlsx – poprawki.xlsx");
    let taken = ["inny/Lista.xlsx – Poprawki.ods", "lista.xlsx – poprawki 2.xlsx"];
    assert_eq!(path("lista.xlsx", &taken), "corrections/lista.xlsx – poprawki 3.xlsx");
    let long = path(&"ż".repeat(127), &[]);
    assert!(long.rsplit('/').next().unwrap().len() <= 255, "{long}");
}
