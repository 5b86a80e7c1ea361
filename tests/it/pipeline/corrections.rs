//! Correction workbooks, from the finding to the figure: what a run offers, a person fills in, and the
//! next run uses.

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::process::Command;

use calamine::{Reader, Xlsx, open_workbook_from_rs};
use serde_json::Value;

use crate::pipeline::run::{AS_OF, Files, efekt, file, tree, write};
use crate::pipeline::tables::{Table, csv, unzip, xlsx, zip};
use crate::pipeline::traces::traces;

const HEADER: [&str; 13] = [
    "Placówka",
    "PESEL",
    "Nazwisko",
    "Imię",
    "Płeć",
    "Data urodzenia",
    "Wykształcenie",
    "Status na rynku pracy w chwili przystąpienia",
    "Grupa (art. 1 ust. 2)",
    "Data rozpoczęcia",
    "Data zakończenia",
    "Sposób zakończenia",
    "Sytuacja po zakończeniu",
];

/// Four people of whom only the first is without a slip. The numbers are made up; all control digits
/// but that of the third fit, and the fourth has lost a digit.
fn list() -> Table {
    let row = |pesel, surname, sex, birth, entry, exit, kind| {
        [
            "CIS Górny",
            pesel,
            surname,
            "Jowita",
            sex,
            birth,
            "średnie",
            "bierny zawodowo",
            "bezdomni",
            entry,
            exit,
            kind,
            "bierny",
        ]
    };
    let rows = [
        row(
            "44051401373",
            "Wzorcowa",
            "M",
            "14.05.1944",
            "2024-01-08",
            "2024-06-28",
            "zgodnie z IPZS",
        ),
        // 31 September: the row is left out.
        row(
            "01220300129",
            "Kjzyrpow",
            "K",
            "03.02.2001",
            "2024-01-08",
            "31.09.2024",
            "zgodnie z IPZS",
        ),
        // 44051401374: the control digit should be 3.
        row(
            "44051401374",
            "Wqxelina",
            "M",
            "14.05.1944",
            "2023-03-06",
            "2023-11-30",
            "zgonie z IPZSS",
        ),
        row("8405140136", "Żźxakow", "K", "14.05.1984", "2024-02-05", "2024-12-20", "rezygnacja"),
    ];
    Table::new("Uczestnicy", &HEADER, &rows.each_ref().map(|row| &row[..]))
}

/// Two payments; the first has a letter for a zero.
fn benefits() -> Table {
    Table::new(
        "Zasiłki",
        &["PESEL", "Rodzaj świadczenia", "Miesiąc", "Kwota"],
        &[
            &["44051401373", "zasiłek okresowy", "2024-01", "4OO,00"],
            &["44051401373", "zasiłek okresowy", "2024-02", "400,00"],
        ],
    )
}

fn input() -> Files {
    vec![file("dane/lista.xlsx", xlsx(&[list()])), file("dane/zasiłki.csv", csv(&benefits()))]
}

/// What is typed into a correction workbook: cell of the input and code of the check, then the column
/// of the list (`H` value, `I` decision, `J` notes) and the words.
pub(super) type Typed<'a> = ((&'a str, &'a str), char, &'a str);

/// A correction workbook with answers typed into it, each cell as it was formatted.
pub(super) fn filled(workbook: &[u8], answers: &[Typed<'_>]) -> Vec<u8> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(workbook)).unwrap();
    let list = book.worksheet_range_at(0).unwrap().unwrap();
    let mut parts = unzip(workbook);
    let (_, part) = parts.iter_mut().find(|(name, _)| name == "xl/worksheets/sheet1.xml").unwrap();
    let mut xml = String::from_utf8(part.clone()).unwrap();
    for ((cell, code), column, words) in answers {
        let is_it = |row: &&[calamine::Data]| row[2] == **cell && row[10] == **code;
        let row = 1 + list.rows().position(|row| is_it(&row)).unwrap_or_else(|| panic!("{cell}"));
        let begin = format!("<c r=\"{column}{row}\" s=\"");
        let (before, after) = xml.split_once(&begin).unwrap();
        let (style, rest) = after.split_once("\"/>").unwrap();
        let typed = format!("{style}\" t=\"inlineStr\"><is><t>{words}</t></is></c>");
        xml = format!("{before}{begin}{typed}{rest}");
    }
    *part = xml.into_bytes();
    let parts: Vec<(&str, &str)> = parts
        .iter()
        .map(|(name, bytes)| (name.as_str(), std::str::from_utf8(bytes).unwrap()))
        .collect();
    zip(&parts)
}

/// Runs `check` or `report` beside the data and gives what was said, with the exit code.
pub(super) fn run(folder: &Path, command: &str, more: &[&str]) -> (Option<i32>, String) {
    let mut arguments = vec![command, "dane", "--period", "2024", "--as-of", AS_OF];
    arguments.extend(more);
    let output = efekt(folder, &arguments, &[]);
    let said = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(said).unwrap())
}

/// The findings of a run: code, place and severity.
pub(super) fn findings(folder: &Path, run: &str) -> Vec<String> {
    let text = fs::read_to_string(folder.join("out").join(run).join("findings.jsonl")).unwrap();
    text.lines()
        .map(|line| {
            let finding: Value = serde_json::from_str(line).unwrap();
            let word = |key: &str| finding[key].as_str().unwrap().to_owned();
            format!("{} {} {} {}", word("code"), word("severity"), word("file"), word("cell"))
        })
        .collect()
}

/// The value of an indicator for everybody in 2024.
pub(super) fn figure(folder: &Path, indicator: &str) -> String {
    let figures = fs::read_to_string(folder.join("out/2024/indicators.csv")).unwrap();
    let key = format!("{indicator},2024-01-01,2024-12-31,*,total,*,*,");
    let row = figures.lines().find(|line| line.starts_with(&key)).unwrap();
    row.split(',').nth(10).unwrap().to_owned()
}

pub(super) const OF_LIST: &str = "corrections/lista.xlsx – poprawki.xlsx";
const OF_BENEFITS: &str = "corrections/zasiłki.csv – poprawki.xlsx";

/// The data with a first run over them, and its two correction workbooks.
pub(super) fn after_the_first_run() -> (tempfile::TempDir, Vec<u8>, Vec<u8>) {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &input());
    let (code, said) = run(folder.path(), "report", &[]);
    assert_eq!(code, Some(0), "{said}");
    let files = tree(&folder.path().join("out/2024"));
    let [of_list, of_benefits] = [OF_LIST, OF_BENEFITS].map(|name| files[name].clone());
    (folder, of_list, of_benefits)
}

/// The right answers to everything that the first run found.
pub(super) const ANSWERS: [Typed<'_>; 6] = [
    (("K3", "W021"), 'H', "30.09.2024"),
    (("B4", "P003"), 'I', "tak ma być"),
    (("L4", "W020"), 'H', "zgodnie z IPZS"),
    (("B5", "P001"), 'H', "84051401362"),
    (("B5", "P001"), 'J', "sprawdzone w aktach: Żźxakow, 84051401362"),
    (("K3", "W021"), 'J', "Kjzyrpow potwierdza"),
];

#[test]
fn what_a_person_corrects_is_counted_and_the_findings_are_gone() {
    let (folder, of_list, of_benefits) = after_the_first_run();
    let folder = folder.path();
    assert_eq!(
        findings(folder, "2024"),
        [
            "W021 error lista.xlsx K3",
            "P003 warning lista.xlsx B4",
            "W020 error lista.xlsx L4",
            "P001 error lista.xlsx B5",
            "B004 warning zasiłki.csv ",
            "W016 note zasiłki.csv ",
            "W022 error zasiłki.csv D2",
        ]
    );
    // Two of four are left out, and of the two that are used one was there in 2024.
    assert_eq!(
        (figure(folder, "participants"), figure(folder, "completers")),
        ("1".into(), "1".into())
    );
    let filled = [
        file("dane/z OPS/lista.xlsx – poprawki.xlsx", filled(&of_list, &ANSWERS)),
        file(
            "dane/zasiłki – oddane.xlsx",
            filled(&of_benefits, &[(("D2", "W022"), 'H', "400,00")]),
        ),
    ];
    write(folder, &filled);
    let before = tree(&folder.join("dane"));
    let (code, said) = run(folder, "report", &["--force", "--fail-on", "error"]);
    assert_eq!(code, Some(0), "{said}");
    assert_eq!(tree(&folder.join("dane")), before, "inputs are never written to");
    assert_eq!(
        findings(folder, "2024"),
        [
            "W040 note lista.xlsx K3",
            "W042 note lista.xlsx B4",
            "W040 note lista.xlsx L4",
            "W040 note lista.xlsx B5",
            "B004 warning zasiłki.csv ",
            "W016 note zasiłki.csv ",
            "W040 note zasiłki.csv D2",
        ]
    );
    // All but the third took part in 2024; the first and the second left as agreed.
    assert_eq!(
        (figure(folder, "participants"), figure(folder, "completers")),
        ("3".into(), "2".into())
    );
    let manifest = fs::read_to_string(folder.join("out/2024/manifest.json")).unwrap();
    let manifest: Value = serde_json::from_str(&manifest).unwrap();
    for (name, bytes) in &filled {
        let name = name.strip_prefix("dane/").unwrap();
        assert_eq!(manifest["inputs"][name], efekt::model::sha256(bytes));
    }
    for sheet in manifest["sheets"].as_array().unwrap() {
        assert_eq!(sheet["rows"], sheet["used"], "{sheet}");
    }
    // No cell is left to correct, so no workbook asks for one.
    let files = tree(&folder.join("out/2024"));
    assert!(!files.keys().any(|name| name.starts_with("corrections/")), "{:?}", files.keys());
    // What was typed, with the notes beside it, is nowhere.
    let secrets = ["84051401362", "Kjzyrpow", "Wqxelina", "Żźxakow", "44051401374", "8405140136"];
    let mut found: Vec<String> =
        files.iter().flat_map(|(name, bytes)| traces(name, bytes, &secrets)).collect();
    found.extend(traces("what was said", said.as_bytes(), &secrets));
    assert!(found.is_empty(), "{}", found.join("\n"));
    let (_, said) = run(folder, "check", &[]);
    let line = "z OPS/lista.xlsx – poprawki.xlsx › Poprawki: poprawki do pliku lista.xlsx";
    assert!(said.contains(line), "{said}");
}

#[test]
fn a_correction_workbook_holds_no_name_and_no_number_of_anybody() {
    let (_folder, of_list, of_benefits) = after_the_first_run();
    let secrets = [
        "44051401373",
        "01220300129",
        "44051401374",
        "8405140136",
        "Wzorcowa",
        "Kjzyrpow",
        "Wqxelina",
        "Żźxakow",
        "Jowita",
        // No text, nothing that the law protects more, no birth date.
        "CIS Górny",
        "bezdomni",
        "14.05.1944",
        "1944-05-14",
    ];
    for (name, bytes) in [(OF_LIST, of_list), (OF_BENEFITS, of_benefits)] {
        assert_eq!(traces(name, &bytes, &secrets), Vec::<String>::new());
    }
}

#[cfg(unix)]
#[test]
fn a_correction_workbook_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, ..) = after_the_first_run();
    let about = fs::metadata(folder.path().join("out/2024").join(OF_LIST)).unwrap();
    assert_eq!(about.permissions().mode() & 0o777, 0o600);
}

#[test]
fn an_office_program_that_saves_a_filled_workbook_loses_no_correction() {
    if Command::new("soffice").arg("--version").output().is_err() {
        println!("skipped: there is no soffice");
        return;
    }
    let (folder, of_list, _) = after_the_first_run();
    let folder = folder.path();
    write(folder, &[file("wpisane.xlsx", filled(&of_list, &ANSWERS))]);
    for format in ["ods", "xlsx"] {
        let saved = saved_again(folder, &folder.join("wpisane.xlsx"), format);
        let name = format!("poprawki.{format}");
        write(&folder.join("dane"), &[file(&name, fs::read(saved).unwrap())]);
        let (code, said) = run(folder, "report", &["--force"]);
        assert_eq!(code, Some(0), "{format}: {said}");
        assert_eq!(figure(folder, "participants"), "3", "{format}: {said}");
        assert_eq!(figure(folder, "completers"), "2", "{format}");
        let of_list = |line: &&String| line.contains(" lista.xlsx ");
        let found: Vec<String> = findings(folder, "2024").iter().filter(of_list).cloned().collect();
        assert_eq!(found.len(), 4, "{format}: {found:?}");
        assert!(found.iter().all(|line| line.starts_with("W04")), "{format}: {found:?}");
        fs::remove_file(folder.join("dane").join(name)).unwrap();
    }
}

fn saved_again(folder: &Path, workbook: &Path, format: &str) -> PathBuf {
    let profile = format!("-env:UserInstallation=file://{}/office", folder.display());
    let saved = folder.join("saved");
    let output = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", format, "--outdir"])
        .arg(&saved)
        .arg(workbook)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    saved.join(workbook.file_stem().unwrap()).with_extension(format)
}

#[test]
fn corrections_of_a_file_that_changed_are_not_used_and_a_second_workbook_takes_no_ones_place() {
    let (folder, of_list, _) = after_the_first_run();
    let folder = folder.path();
    let name = "dane/lista.xlsx – poprawki.xlsx";
    write(folder, &[file(name, filled(&of_list, &ANSWERS[..1]))]);
    let (_, said) = run(folder, "report", &["--force"]);
    // The first is used; what is left stands in a workbook of another name.
    assert!(said.contains("corrections"), "{said}");
    let second = "corrections/lista.xlsx – poprawki 2.xlsx";
    assert!(tree(&folder.join("out/2024")).contains_key(second));
    assert!(findings(folder, "2024").contains(&"W040 note lista.xlsx K3".to_owned()));
    let mut changed = list();
    changed.rows.swap(0, 1);
    write(folder, &[file("dane/lista.xlsx", xlsx(&[changed]))]);
    let (code, said) = run(folder, "check", &[]);
    assert_eq!(code, Some(1), "{said}");
    let found = findings(folder, "check");
    assert!(found.contains(&"W045 error lista.xlsx – poprawki.xlsx A1".to_owned()), "{found:?}");
    assert!(found.contains(&"W021 error lista.xlsx K2".to_owned()), "{found:?}");
    assert!(!found.iter().any(|line| line.starts_with("W040")), "{found:?}");
}

#[test]
fn a_cell_with_a_correction_that_did_not_help_is_offered_without_room_for_a_second_one() {
    let (folder, of_list, _) = after_the_first_run();
    let folder = folder.path();
    // The exit before the entry: it can be read, and is as wrong as before.
    let answers = [(("K3", "W021"), 'H', "30.09.2023")];
    write(folder, &[file("dane/poprawki.xlsx", filled(&of_list, &answers))]);
    run(folder, "report", &["--force"]);
    let found = findings(folder, "2024");
    assert!(found.contains(&"P009 error lista.xlsx K3".to_owned()), "{found:?}");
    let bytes = &tree(&folder.join("out/2024"))[OF_LIST];
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let list = book.worksheet_range_at(0).unwrap().unwrap();
    let row = list.rows().find(|row| row[2] == *"K3" && row[10] == *"P009").unwrap();
    assert!(row[6].to_string().contains("poprawki.xlsx › Poprawki › H"), "{row:?}");
    // The other date of the row may be the wrong one, and it has room.
    assert!(list.rows().any(|row| row[2] == *"J3" && row[10] == *"P009"));
}
