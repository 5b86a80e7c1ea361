//! What the workbooks promise to those who fill them in and to the reader.

use std::collections::BTreeSet;

use crate::catalogue::{Catalogue, FieldType, embedded_texts};
use crate::model::{Language, OutputFile};
use crate::reports::read_back::{parts, rows, sheet_names};

use super::column::{ExampleValue, Need, columns};
use super::layout::BOOKS;

fn written(language: Language) -> Vec<OutputFile> {
    let catalogue = Catalogue::embedded().unwrap();
    super::write(&catalogue, &embedded_texts(language).unwrap()).unwrap()
}

fn sheet_xml(file: &OutputFile, number: usize) -> String {
    let name = format!("xl/worksheets/sheet{number}.xml");
    parts(&file.bytes).into_iter().find(|(part, _)| *part == name).unwrap().1
}

#[test]
fn every_column_of_the_layout_is_a_field_and_no_field_that_a_table_needs_is_left_out() {
    let catalogue = Catalogue::embedded().unwrap();
    for table in BOOKS.iter().flat_map(|book| book.tables) {
        let source = catalogue.source(table.kind).unwrap();
        let names: BTreeSet<&str> = table.columns.iter().map(|(name, _)| *name).collect();
        assert_eq!(names.len(), table.columns.len(), "{} has a column twice", table.sheet);
        for (name, _) in table.columns {
            assert!(source.field(name).is_some(), "{}: {name}", table.sheet);
        }
        for name in table.also_required {
            assert!(names.contains(name), "{}: {name}", table.sheet);
        }
        for field in source.fields.iter().filter(|field| field.required) {
            assert!(names.contains(&*field.name), "{}: {}", table.sheet, field.name);
        }
        // Columns that the reader joins from first and last name, or asks of nobody; and the second
        // column of the labour status and lists of support, which project systems export.
        for field in &source.fields {
            let known = names.contains(&*field.name)
                || [
                    "full_name",
                    "address",
                    "first_name",
                    "last_name",
                    "centre",
                    "labour_status_detail",
                    "support_kinds",
                    "support_starts",
                ]
                .contains(&&*field.name)
                || table.kind == "benefits";
            assert!(known, "{}: {} is nowhere", table.sheet, field.name);
        }
    }
}

#[test]
fn an_example_says_something_that_its_column_accepts() {
    let catalogue = Catalogue::embedded().unwrap();
    for table in BOOKS.iter().flat_map(|book| book.tables) {
        for (column, (name, examples)) in
            columns(table, &catalogue, Language::Polish).iter().zip(table.columns)
        {
            for (value, example) in column.examples.iter().zip(examples) {
                let place = format!("{}: {name}: {example}", table.sheet);
                assert_eq!(*value == ExampleValue::Empty, example.is_empty(), "{place}");
                match (column.field.kind, value) {
                    (_, ExampleValue::Empty) => {}
                    (FieldType::Day, value) => {
                        assert!(matches!(value, ExampleValue::Day(..)), "{place}");
                    }
                    (FieldType::Money, value) => {
                        assert!(matches!(value, ExampleValue::Amount(_)), "{place}");
                    }
                    (FieldType::Number, value) => {
                        assert!(matches!(value, ExampleValue::Number(_)), "{place}");
                    }
                    (FieldType::Codes | FieldType::Code | FieldType::Flag, value) => {
                        let ExampleValue::Text(text) = value else { panic!("{place}") };
                        let all = text
                            .split("; ")
                            .all(|part| column.offered.iter().any(|offered| offered == part));
                        assert!(all && !text.is_empty(), "{place}");
                        assert_eq!(text.split("; ").count(), example.split(';').count(), "{place}");
                    }
                    _ => {}
                }
            }
        }
    }
}

#[test]
fn the_first_column_of_both_examples_says_that_they_are_examples() {
    for (language, mark) in [(Language::Polish, "PRZYKŁAD"), (Language::English, "EXAMPLE")] {
        for (file, book) in written(language).iter().zip(BOOKS) {
            for table in book.tables {
                let rows = rows(&file.bytes, table.sheet);
                assert_eq!(rows.len(), 3, "{}: a header and two examples, no more", table.sheet);
                assert!(rows[1][0].starts_with(mark) && rows[2][0].starts_with(mark), "{rows:?}");
            }
        }
    }
}

#[test]
fn what_a_row_cannot_do_without_is_marked() {
    let catalogue = Catalogue::embedded().unwrap();
    let needs = |sheet: &str, wanted: Need| -> Vec<String> {
        let mut tables = BOOKS.iter().flat_map(|book| book.tables);
        let table = tables.find(|table| table.sheet == sheet).unwrap();
        let columns = columns(table, &catalogue, Language::Polish);
        let found = columns.iter().filter(|column| column.need == wanted);
        found.map(|column| column.field.name.clone()).collect()
    };
    assert_eq!(needs("Uczestnicy", Need::OneOfGroup), ["pesel", "document"]);
    assert_eq!(
        needs("Uczestnicy", Need::Always),
        ["centre", "sex", "birth_date", "education", "labour_status", "groups", "entry_date"]
    );
    assert_eq!(needs("Wypłaty", Need::Always), ["kind", "month", "amount"]);
    assert_eq!(needs("Decyzje", Need::Always), ["kind", "from", "to"]);
    assert_eq!(needs("Decyzje", Need::OneOfGroup), ["pesel", "document", "amount", "amount_total"]);
}

#[test]
fn sheets_are_instructions_tables_and_hidden_lists() {
    let files = written(Language::Polish);
    let names: Vec<&str> = files.iter().map(|file| &*file.path).collect();
    assert_eq!(
        names,
        [
            "uczestnicy.xlsx",
            "zatrudnienie.xlsx",
            "świadczenia.xlsx",
            "formy wsparcia.xlsx",
            "placówki.xlsx",
            "grupa porównawcza.xlsx"
        ]
    );
    assert_eq!(sheet_names(&files[2].bytes), ["Instrukcja", "Wypłaty", "Decyzje", "słowniki"]);
    let workbook = parts(&files[2].bytes);
    let (_, workbook) = workbook.iter().find(|(name, _)| name == "xl/workbook.xml").unwrap();
    assert!(workbook.contains(r#"name="słowniki" sheetId="4" state="hidden""#), "{workbook}");
    // The tenth kind is in the tenth cell below mark and name.
    assert!(
        workbook.contains(r#"name="lista_benefits_kind">'słowniki'!$A$3:$A$11<"#)
            || workbook.contains(r#"name="lista_benefits_kind">słowniki!$A$3:$A$11<"#),
        "{workbook}"
    );
}

#[test]
fn columns_have_formats_and_rules_and_the_rows_below_hold_nothing() {
    let files = written(Language::Polish);
    let xml = sheet_xml(&files[0], 2);
    for part in [
        // Rules over the prepared rows: eleven digits, a list, a day.
        r#"type="textLength" operator="equal""#,
        "<formula1>lista_participants_sex</formula1>",
        r#"type="date""#,
        r#"sqref="A2:A2001""#,
        "11 cyfr, bez spacji.",
        r#"topLeftCell="B2" activePane="bottomRight" state="frozen""#,
        "<autoFilter ref=\"A1:AP2001\"",
    ] {
        assert!(xml.contains(part), "{part}");
    }
    assert_eq!(xml.matches("<row ").count(), 3);
    let styles = parts(&files[0].bytes);
    let (_, styles) = styles.iter().find(|(name, _)| name == "xl/styles.xml").unwrap();
    assert!(styles.contains("dd.mm.yyyy"), "{styles}");
}

#[test]
fn drop_downs_leave_out_what_says_too_little() {
    let rows = rows(&written(Language::Polish)[0].bytes, "słowniki");
    let offered: Vec<&String> = rows.iter().flatten().collect();
    assert!(offered.iter().any(|value| *value == "bezrobotny zarejestrowany"));
    assert!(!offered.iter().any(|value| *value == "osoba bezrobotna"));
}

#[test]
fn the_instructions_say_every_column_in_the_language_of_the_run() {
    let english = &written(Language::English)[0];
    let guide = rows(&english.bytes, "Instructions");
    let pesel = guide.iter().find(|row| row[0] == "PESEL").unwrap();
    assert_eq!(pesel[1], "PESEL or Nr dokumentu");
    let sex = guide.iter().find(|row| row[0] == "Płeć").unwrap();
    assert_eq!(sex[1..], ["always", "Sex", "Choose from the list. List: K; M.", "K"]);
    let shown: String = guide.concat().concat();
    assert!(!shown.contains("init-"), "a text is missing: {shown}");
    for row in rows(&written(Language::Polish)[4].bytes, "Instrukcja") {
        assert!(!row.concat().contains("init-"), "{row:?}");
    }
}

#[test]
fn the_same_definitions_give_the_same_bytes() {
    assert!(written(Language::Polish) == written(Language::Polish));
}
