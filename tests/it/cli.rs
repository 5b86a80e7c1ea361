//! The command line from outside: help, messages and exit codes in both languages.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

/// Runs the program without a locale of its own.
fn efekt(arguments: &[&str]) -> Output {
    efekt_in(Path::new("."), arguments)
}

fn efekt_in(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_efekt"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("LC_ALL")
        .env_remove("LANG")
        .output()
        .unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

#[test]
fn help_is_polish_by_default_and_english_on_demand() {
    let polish = out(&efekt(&["--help"]));
    assert!(polish.contains("Użycie: efekt POLECENIE") && polish.contains("Polecenia"), "{polish}");
    let english = out(&efekt(&["report", "--help", "--lang", "en"]));
    assert!(english.contains("Usage: efekt report [INPUT]..."), "{english}");
    let located = Command::new(env!("CARGO_BIN_EXE_efekt"))
        .args(["check", "--help"])
        .env("LC_ALL", "en_GB.UTF-8")
        .output()
        .unwrap();
    assert!(out(&located).contains("Usage: efekt check"), "{}", out(&located));
}

#[test]
fn polish_help_holds_no_english_of_the_parser() {
    for arguments in [
        &["--help"][..],
        &["report", "-h"],
        &["check", "-h"],
        &["init", "-h"],
        &["list", "-h"],
        &["explain", "-h"],
    ] {
        let output = efekt(arguments);
        let help = out(&output);
        assert_eq!(code(&output), 0);
        for word in
            ["Usage", "Options", "Commands", "Arguments", "Print", "[default", "[possible", "cli-"]
        {
            assert!(!help.contains(word), "{arguments:?} says {word}:\n{help}");
        }
    }
}

#[test]
fn every_mistake_in_a_command_is_told_in_polish_with_exit_code_2() {
    for (arguments, said) in [
        (&["report", "--perod", "2025"][..], "Nie ma opcji „--perod”. Czy chodziło o „--period”?"),
        (&["reprot"], "Nie ma polecenia „reprot”. Czy chodziło o „report”?"),
        (&["report", "--lang", "de"], "„de” nie pasuje do „--lang <JĘZYK>”. Przyjmowane: pl, en."),
        (&["report", "--period"], "Opcja „--period <OKRES>” wymaga wartości."),
        (&["report", "--jobs", "0"], "„0” nie pasuje do „--jobs <N>”."),
        (&["report", "-q", "-v"], "wykluczają się"),
        (&["report", "--out", "a", "--out", "b"], "można podać tylko raz"),
        (&["list"], "Brakuje: <CO>."),
        (&["list", "wszystko"], "Przyjmowane: indicators, checks, reports, parameters, sources."),
        (&["explain", "nic_takiego"], "Nie ma wskaźnika"),
    ] {
        let output = efekt(arguments);
        assert!(err(&output).contains(said), "{arguments:?}:\n{}", err(&output));
        assert_eq!((code(&output), out(&output)), (2, String::new()), "{arguments:?}");
    }
}

#[test]
fn no_command_shows_help_on_stderr() {
    let output = efekt(&[]);
    assert_eq!((code(&output), out(&output)), (2, String::new()));
    assert!(err(&output).contains("Użycie:"));
}

#[test]
fn a_folder_without_a_table_is_no_usable_input() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("notatki.txt"), "x").unwrap();
    let output = efekt_in(folder.path(), &["report", "."]);
    assert_eq!(code(&output), 3, "{}", err(&output));
    assert!(err(&output).contains("ani jednej tabeli"), "{}", err(&output));
    assert!(!folder.path().join("out").exists(), "a refused run leaves nothing");
    let missing = efekt_in(folder.path(), &["report", "nie ma", "--lang", "en"]);
    assert_eq!(code(&missing), 3);
    assert!(err(&missing).contains("Cannot read “nie ma”: there is no such file or folder."));
}

#[test]
fn an_unknown_key_in_the_project_file_is_refused_with_line_and_nearest_key() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.csv"), "PESEL\n").unwrap();
    fs::write(folder.path().join("efekt.toml"), "[settings]\nstruk_out = \"ask\"\n").unwrap();
    let output = efekt_in(folder.path(), &["report", "."]);
    let said = err(&output);
    assert_eq!(code(&output), 2);
    assert!(said.contains("efekt.toml:2: nieznany klucz „struk_out”"), "{said}");
    assert!(said.contains("Czy chodziło o „struck_out”?"), "{said}");
}

#[test]
fn wrong_settings_are_refused_before_any_work() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.csv"), "PESEL\n").unwrap();
    for (arguments, said) in [
        (&["report", ".", "--period", "2025-Q5"][..], "nie jest okresem"),
        (&["report", ".", "--as-of", "2026-02-30"], "nie jest datą"),
        (&["report", ".", "--report", "ministry,mayr"], "Czy chodziło o „mayor”?"),
        (&["report", ".", "--config", "brak.toml"], "Nie ma pliku projektu „brak.toml”"),
    ] {
        let output = efekt_in(folder.path(), arguments);
        assert!(err(&output).contains(said), "{arguments:?}:\n{}", err(&output));
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(!folder.path().join("out").exists());
    }
}

#[test]
fn lists_name_everything_in_the_language_asked_for() {
    let reports = out(&efekt(&["list", "reports"]));
    assert!(reports.starts_with("ministry  Sprawozdanie dla wojewody"), "{reports}");
    for kind in ["indicators", "checks", "parameters", "sources"] {
        let output = efekt(&["list", kind, "--lang", "en"]);
        assert_eq!(code(&output), 0, "{kind}");
    }
    let json = out(&efekt(&["list", "reports", "--format", "json", "--lang", "en"]));
    let list: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(list[2]["title"], "Yearly impact for the mayor and the council");
}

#[test]
fn an_indicator_is_explained_with_its_basis_reasons_and_query() {
    let page = out(&efekt(&["explain", "completion_rate", "--lang", "en"]));
    for part in [
        "completion_rate – ",
        "Unit: ",
        "Basis:",
        "Reasons for counting",
        "queries/indicators/",
        "order by",
    ] {
        assert!(page.to_lowercase().contains(&part.to_lowercase()), "{part} is missing:\n{page}");
    }
    let near = efekt(&["explain", "completion_rat", "--lang", "en"]);
    assert_eq!(code(&near), 2);
    assert!(err(&near).contains("Did you mean “completion_rate”?"), "{}", err(&near));
}

#[test]
fn output_without_a_terminal_has_no_control_sequences() {
    for arguments in [&["--help"][..], &["list", "reports"], &["report", "/nie/ma"]] {
        let output = efekt(arguments);
        assert!(!output.stdout.contains(&0x1b) && !output.stderr.contains(&0x1b), "{arguments:?}");
    }
}

const LIST: &str = "Placówka;PESEL;Płeć;Data urodzenia;Status na rynku pracy;Grupa;Data rozpoczęcia\n\
    CIS A;80051710022;K;1980-05-17;bezrobotny zarejestrowany;bezdomni;";

#[test]
fn whoever_mends_a_cell_may_check_again() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("lista.csv");
    let check = || efekt_in(folder.path(), &["check", ".", "--as-of", "2026-06-30", "--quiet"]);
    fs::write(&list, format!("{LIST}2024-02-30\n")).unwrap();
    assert_eq!(code(&check()), 1);
    fs::write(&list, format!("{LIST}2024-02-29\n")).unwrap();
    let again = check();
    assert_eq!(code(&again), 0, "{}", err(&again));
    // A report made of other inputs is still not replaced without being asked.
    let report =
        || efekt_in(folder.path(), &["report", ".", "--period", "2024", "--as-of", "2026-06-30"]);
    assert_eq!(code(&report()), 0);
    fs::write(&list, format!("{LIST}2024-03-01\n")).unwrap();
    assert_eq!(code(&report()), 2);
}

#[test]
fn findings_are_written_also_where_no_table_can_be_used() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("lista.csv"), "Placówka;PESEL\nCIS A;80051710022\n").unwrap();
    let output = efekt_in(folder.path(), &["check", ".", "--as-of", "2026-06-30"]);
    assert_eq!(code(&output), 3);
    assert!(folder.path().join("out/check/findings.xlsx").exists(), "{}", err(&output));
    let lines = fs::read_to_string(folder.path().join("out/check/findings.jsonl")).unwrap();
    assert!(lines.contains("\"W010\"") || lines.contains("\"W002\""), "{lines}");
}
