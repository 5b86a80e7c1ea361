//! `efekt init`: what it makes is read as it is, and after people have filled it in, without a finding.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use calamine::{Reader, Xlsx, open_workbook_from_rs};
use efekt::catalogue::{Catalogue, project_template};
use efekt::model::{Language, Project, ProjectSettings};

fn efekt(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_efekt"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("LC_ALL")
        .env_remove("LANG")
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&[&*output.stdout, &*output.stderr].concat()).into_owned()
}

/// A folder with `projekt/` as `efekt init` makes it.
fn new_project(arguments: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let output = efekt(folder.path(), &[&["init", "projekt"], arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    folder
}

/// Checks a folder beside it and gives what was said and the findings, a line each.
fn check(folder: &Path, input: &str) -> (String, String) {
    let output = efekt(folder, &["check", input, "--as-of", "2026-06-30", "--force"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let findings = fs::read_to_string(folder.join("out/check/findings.jsonl")).unwrap();
    (said(&output), findings)
}

/// The value of an indicator for everybody in 2024.
fn figure(folder: &Path, input: &str, indicator: &str) -> String {
    let arguments = ["report", input, "--period", "2024", "--as-of", "2026-06-30", "--force"];
    let output = efekt(folder, &arguments);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let figures = fs::read_to_string(folder.join("out/2024/indicators.csv")).unwrap();
    let key = format!("{indicator},2024-01-01,2024-12-31,*,total,*,*,");
    let row = figures.lines().find(|line| line.starts_with(&key)).unwrap();
    row.split(',').nth(10).unwrap().to_owned()
}

/// A typed cell: the header of its column and what a person types.
type Typed = (&'static str, &'static str);

/// Types rows below the examples of a sheet, as a spreadsheet saves them: words as they are, days and
/// amounts as numbers, each cell with the style of its column.
fn type_rows(path: &Path, sheet: &str, rows: &[&[Typed]]) {
    let bytes = fs::read(path).unwrap();
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(&bytes)).unwrap();
    let position = book.sheet_names().iter().position(|name| name == sheet).unwrap();
    let range = book.worksheet_range(sheet).unwrap();
    let headers: BTreeMap<String, usize> = range
        .rows()
        .next()
        .unwrap()
        .iter()
        .enumerate()
        .map(|(column, header)| (header.to_string(), column))
        .collect();
    let part = format!("xl/worksheets/sheet{}.xml", position + 1);
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).unwrap();
        let name = entry.name().unwrap().into_owned();
        let mut content = Vec::new();
        entry.read_to_end(&mut content).unwrap();
        if name == part {
            let xml = String::from_utf8(content).unwrap();
            let styles = column_styles(&xml);
            let mut typed = String::new();
            for (row, number) in rows.iter().zip(4..) {
                let mut cells: Vec<(usize, &str)> =
                    row.iter().map(|(header, text)| (headers[*header], *text)).collect();
                cells.sort_unstable();
                write!(typed, "<row r=\"{number}\">").unwrap();
                for (column, text) in cells {
                    typed.push_str(&cell(column, number, text, styles[column]));
                }
                typed.push_str("</row>");
            }
            assert_eq!(xml.matches("</sheetData>").count(), 1);
            content = xml.replace("</sheetData>", &format!("{typed}</sheetData>")).into_bytes();
        }
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(&content).unwrap();
    }
    fs::write(path, writer.finish().unwrap().into_inner()).unwrap();
}

/// The style of every column from the first one.
fn column_styles(xml: &str) -> Vec<u32> {
    let attribute = |tag: &str, name: &str| -> Option<u32> {
        tag.split_once(&format!(" {name}=\""))?.1.split('"').next()?.parse().ok()
    };
    let mut styles = Vec::new();
    for tag in
        xml.split("<col ").skip(1).map(|rest| format!(" {}", rest.split('>').next().unwrap()))
    {
        let (first, last) = (attribute(&tag, "min").unwrap(), attribute(&tag, "max").unwrap());
        for _ in first..=last {
            styles.push(attribute(&tag, "style").unwrap_or(0));
        }
    }
    styles
}

fn cell(column: usize, row: u32, text: &str, style: u32) -> String {
    let mut letters = String::new();
    let mut rest = column + 1;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).unwrap() + b'A';
        letters.insert(0, char::from(letter));
        rest = (rest - 1) / 26;
    }
    let number = text.strip_prefix('#');
    match number {
        Some(number) => format!("<c r=\"{letters}{row}\" s=\"{style}\"><v>{number}</v></c>"),
        None => format!(
            "<c r=\"{letters}{row}\" s=\"{style}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"
        ),
    }
}

/// Fills every workbook: two people of whom one left for a job, and what belongs to them. Days are
/// serial numbers (45323 = 2024-02-01), as spreadsheets keep them. The numbers are made up; their
/// control digits fit.
#[expect(clippy::too_many_lines, reason = "a list of cells")]
fn fill(projekt: &Path) {
    let woman: &[Typed] = &[
        ("PESEL", "84031712341"),
        ("Imię", "Ewa"),
        ("Nazwisko", "Zmyślona"),
        ("Placówka", "CIS Stary Młyn"),
        ("Płeć", "K"),
        ("Data urodzenia", "#30758"),
        ("Wykształcenie", "podstawowe"),
        ("Obszar (DEGURBA)", "3"),
        ("Status na rynku pracy w chwili przystąpienia", "bezrobotny zarejestrowany"),
        ("Grupa (art. 1 ust. 2)", "długotrwale bezrobotni; uzależnieni od alkoholu"),
        ("Stopień niepełnosprawności", "brak"),
        ("Mniejszość", "odmowa"),
        ("Bezdomność", "nie"),
        ("Kierujący", "OPS"),
        ("Data skierowania", "#45306"),
        ("Data IPZS", "#45323"),
        ("Data rozpoczęcia", "#45323"),
        ("Data zakończenia", "#45625"),
        ("Sposób zakończenia", "zgodnie z IPZS"),
        ("Warsztat", "gastronomiczny; ogrodniczy"),
        ("Sytuacja po zakończeniu", "praca"),
        ("Podjęcie pracy", "#45628"),
        ("Forma zatrudnienia", "umowa o pracę"),
        ("Wymiar etatu", "3/4"),
        ("Wynagrodzenie", "#3499.5"),
        ("Uzyskano kwalifikacje", "tak"),
        ("Nr projektu", "FESL.07.04-IP.02-0001/24"),
    ];
    // No PESEL number, and a zero in front that a number would lose.
    let man: &[Typed] = &[
        ("Nr dokumentu", "0012345"),
        ("Placówka", "CIS Stary Młyn"),
        ("Płeć", "M"),
        ("Data urodzenia", "#26239"),
        ("Wykształcenie", "średnie"),
        ("Status na rynku pracy w chwili przystąpienia", "bierny zawodowo"),
        ("Grupa (art. 1 ust. 2)", "uchodźcy"),
        ("Data rozpoczęcia", "#45505"),
    ];
    type_rows(&projekt.join("uczestnicy.xlsx"), "Uczestnicy", &[woman, man]);
    type_rows(
        &projekt.join("zatrudnienie.xlsx"),
        "Zatrudnienie",
        &[&[
            ("PESEL", "84031712341"),
            ("Początek zatrudnienia", "#45628"),
            ("Forma zatrudnienia", "umowa o pracę"),
            ("Wymiar etatu", "0,75"),
            ("Wynagrodzenie", "#3499.5"),
        ]],
    );
    let benefits = projekt.join("świadczenia.xlsx");
    type_rows(
        &benefits,
        "Wypłaty",
        &[
            &[
                ("PESEL", "84031712341"),
                ("Rodzaj świadczenia", "zasiłek okresowy"),
                ("Miesiąc", "2023-11"),
                ("Kwota", "#418.5"),
                ("Płatnik", "gmina"),
            ],
            &[
                ("Nr dokumentu", "0012345"),
                ("Rodzaj świadczenia", "świadczenie integracyjne"),
                ("Miesiąc", "2024-09"),
                ("Kwota", "#1490.64"),
            ],
        ],
    );
    type_rows(
        &benefits,
        "Decyzje",
        &[&[
            ("PESEL", "84031712341"),
            ("Rodzaj świadczenia", "dodatek mieszkaniowy"),
            ("Od", "#45261"),
            ("Do", "#45382"),
            ("Kwota łączna", "#1284"),
        ]],
    );
    type_rows(
        &projekt.join("formy wsparcia.xlsx"),
        "Formy wsparcia",
        &[&[
            ("PESEL", "84031712341"),
            ("Forma wsparcia", "terapia uzależnień"),
            ("Obszar", "społeczna"),
            ("Od", "#45356"),
            ("Liczba godzin", "#12.5"),
        ]],
    );
    let centres = projekt.join("placówki.xlsx");
    type_rows(
        &centres,
        "Placówki",
        &[&[
            ("Placówka", "CIS Stary Młyn"),
            ("Rodzaj", "CIS"),
            ("TERYT", "0299012"),
            ("Data nadania statusu", "#42480"),
            ("Miasto na prawach powiatu", "nie"),
        ]],
    );
    type_rows(
        &centres,
        "Finanse",
        &[&[
            ("Placówka", "CIS Stary Młyn"),
            ("Okres", "2024"),
            ("Kategoria", "Dotacja z budżetu gminy"),
            ("Kwota", "#180000"),
            ("Plan / wykonanie", "wykonanie"),
        ]],
    );
    type_rows(
        &centres,
        "Kadra",
        &[&[
            ("Placówka", "CIS Stary Młyn"),
            ("Rok", "#2024"),
            ("Rodzaj zatrudnienia", "instruktor"),
            ("Liczba osób", "#4"),
            ("Etaty", "#3.5"),
        ]],
    );
    type_rows(
        &centres,
        "Wskaźniki docelowe",
        &[&[
            ("Nr projektu", "FESL.07.04-IP.02-0001/24"),
            ("Wskaźnik", "EECO01"),
            ("Cel K", "#30"),
            ("Cel M", "#20"),
            ("Cel O", "#50"),
            ("Termin", "#46387"),
        ]],
    );
    type_rows(
        &projekt.join("grupa porównawcza.xlsx"),
        "Grupa porównawcza",
        &[&[
            ("Nr dokumentu", "0054321"),
            ("Placówka", "CIS Stary Młyn"),
            ("Płeć", "K"),
            ("Data urodzenia", "#30758"),
            ("Wykształcenie", "podstawowe"),
            ("Status na rynku pracy w chwili przystąpienia", "bierny zawodowo"),
            ("Data skierowania", "#45306"),
        ]],
    );
}

#[test]
fn a_folder_as_made_is_read_without_a_finding_and_its_tables_are_said_to_be_empty() {
    for language in ["pl", "en"] {
        let folder = new_project(&["--lang", language]);
        let (said, findings) = check(folder.path(), "projekt");
        assert_eq!(findings, "", "{language}");
        assert!(said.contains("Tabele są jeszcze puste") && said.contains("Brak uwag."), "{said}");
        assert!(said.contains("uczestnicy.xlsx › Uczestnicy: uczestnicy, nagłówek"), "{said}");
        assert!(!said.contains("nie rozpoznano tabeli"), "{said}");
        assert!(!said.contains("(nieużywana)"), "every column is a field: {said}");
    }
}

#[test]
fn a_filled_folder_is_read_without_a_finding_and_examples_do_not_count() {
    let folder = new_project(&[]);
    fill(&folder.path().join("projekt"));
    let (said, findings) = check(folder.path(), "projekt");
    assert_eq!(findings, "", "{said}");
    // Twelve rows were typed, twenty are examples.
    let all = said.lines().find(|line| line.trim_start().starts_with("razem")).unwrap();
    let numbers: Vec<&str> = all.split_whitespace().skip(1).collect();
    assert_eq!(numbers, ["32", "12", "0", "0", "20"]);
    for (indicator, value) in
        [("participants", "2"), ("starters", "2"), ("completers", "1"), ("active_at_end", "1")]
    {
        assert_eq!(figure(folder.path(), "projekt", indicator), value, "{indicator}");
    }
}

#[test]
fn a_filled_folder_that_an_office_program_saved_again_is_read_without_a_finding() {
    if Command::new("soffice").arg("--version").output().is_err() {
        println!("skipped: there is no soffice");
        return;
    }
    let folder = new_project(&[]);
    fill(&folder.path().join("projekt"));
    let workbooks: Vec<PathBuf> = fs::read_dir(folder.path().join("projekt"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "xlsx"))
        .collect();
    assert_eq!(workbooks.len(), 6);
    for format in ["ods", "xlsx"] {
        let saved = folder.path().join(format);
        let profile = format!("-env:UserInstallation=file://{}/office", folder.path().display());
        let status = Command::new("soffice")
            .args([&profile, "--headless", "--convert-to", format, "--outdir"])
            .arg(&saved)
            .args(&workbooks)
            .output()
            .unwrap();
        assert!(status.status.success(), "{}", said(&status));
        let (said, findings) = check(folder.path(), format);
        assert_eq!(findings, "", "{format}: {said}");
        assert_eq!(figure(folder.path(), format, "participants"), "2", "{format}");
        assert_eq!(figure(folder.path(), format, "completers"), "1", "{format}");
    }
}

#[test]
fn what_exists_is_not_overwritten_without_being_told_to() {
    let folder = new_project(&[]);
    let file = folder.path().join("projekt/zatrudnienie.xlsx");
    fs::write(&file, "praca wielu dni").unwrap();
    fs::remove_file(folder.path().join("projekt/uczestnicy.xlsx")).unwrap();
    let output = efekt(folder.path(), &["init", "projekt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("projekt/zatrudnienie.xlsx"), "{}", said(&output));
    assert_eq!(fs::read(&file).unwrap(), b"praca wielu dni");
    assert!(!folder.path().join("projekt/uczestnicy.xlsx").exists(), "nothing was written");
    let output = efekt(folder.path(), &["init", "projekt", "--force", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("What next"), "{}", said(&output));
    assert!(fs::read(&file).unwrap().starts_with(b"PK"));
}

#[test]
fn the_same_language_gives_the_same_bytes() {
    let (first, second) = (new_project(&[]), new_project(&["--lang", "pl"]));
    for entry in fs::read_dir(first.path().join("projekt")).unwrap() {
        let name = entry.unwrap().file_name();
        let read = |folder: &Path| fs::read(folder.join("projekt").join(&name)).unwrap();
        assert!(read(first.path()) == read(second.path()), "{}", name.display());
    }
}

#[test]
fn the_project_file_as_made_is_the_default_and_each_of_its_keys_is_understood() {
    let catalogue = Catalogue::embedded().unwrap();
    for language in [Language::Polish, Language::English] {
        let made = project_template(language);
        assert_eq!(Project::parse(made, &catalogue.sources).unwrap(), Project::default());
        let mut keys = 0;
        let active: Vec<&str> = made
            .lines()
            .map(|line| match line.strip_prefix('#') {
                Some(key) if !key.is_empty() && !key.starts_with(' ') => {
                    keys += 1;
                    key
                }
                _ => line,
            })
            .collect();
        let project = Project::parse(&active.join("\n"), &catalogue.sources).unwrap();
        // Three at the top, three of a centre, eight of a source, two of columns, two of a
        // dictionary, three of the settings, eight of a target, two of the comparison group.
        assert_eq!(keys, 31, "{language:?}");
        assert_eq!(project.settings, ProjectSettings::default());
        assert_eq!((&*project.title, project.centres.len()), ("", 1));
        let source = &project.sources[0];
        assert_eq!(source.dictionary["kind"]["zas. okr."], "periodic");
        assert_eq!(source.columns["amount"], "Kwota");
        assert!(source.kind.is_some() && source.sheet.is_some() && source.header_row.is_some());
        assert!(source.centre.is_some() && !source.coverage.is_empty());
        let target = &project.targets[0];
        assert!(target.project.is_some() && target.baseline == Some(0) && target.due.is_some());
        assert_eq!(
            (target.women, target.men, target.all),
            (Some(12_000), Some(8_000), Some(20_000))
        );
        assert_eq!(project.comparison.days_to_exit, Some(330));
    }
}

#[test]
fn a_coordinator_teaches_a_spelling_in_the_project_file() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("dane")).unwrap();
    let table = "PESEL;Placówka;Płeć;Data urodzenia;Wykształcenie;\
        Status na rynku pracy w chwili przystąpienia;Grupa (art. 1 ust. 2);Data rozpoczęcia;\
        Data zakończenia;Sposób zakończenia\n\
        84031712341;CIS A;K;17.03.1984;podstawowe;bierny zawodowo;bezd.;01.02.2024;29.11.2024;zak. prog.\n";
    fs::write(folder.path().join("dane/lista.csv"), table).unwrap();
    let output = efekt(folder.path(), &["check", "dane"]);
    assert_eq!(output.status.code(), Some(1));
    let findings = fs::read_to_string(folder.path().join("out/check/findings.jsonl")).unwrap();
    assert_eq!(findings.matches("\"W020\"").count(), 2, "{findings}");
    let project = "[[source]]\npath = \"lista.csv\"\n[source.dictionary.exit_kind]\n\
        \"Zak. prog.\" = \"zgodnie z IPZS\"\n[source.dictionary.groups]\n\"bezd.\" = \"homeless\"\n";
    fs::write(folder.path().join("dane/efekt.toml"), project).unwrap();
    let (said, findings) = check(folder.path(), "dane");
    assert!(!findings.contains("W020"), "{said}");
    assert_eq!(figure(folder.path(), "dane", "completers"), "1");
    let wrong = project.replace("\"homeless\"", "\"homeles\"");
    fs::write(folder.path().join("dane/efekt.toml"), wrong).unwrap();
    let output = efekt(folder.path(), &["check", "dane"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said_once(&output, "efekt.toml:6"), "{}", self::said(&output));
    assert!(said_once(&output, "Czy chodziło o „homeless”?"), "{}", self::said(&output));
}

fn said_once(output: &Output, words: &str) -> bool {
    said(output).matches(words).count() == 1
}
