//! `efekt explain` as people start it: what it prints, in both languages and as JSON, and how it ends.

use std::path::Path;

use ::efekt::catalogue::Catalogue;
use serde_json::Value;

use crate::explain::data::{SECRETS, town};
use crate::pipeline::run::{efekt, write};

/// What the program prints about the town, and its exit code.
fn explain(folder: &Path, arguments: &[&str]) -> (String, String, i32) {
    let mut words = vec!["explain"];
    words.extend(arguments);
    let output = efekt(folder, &words, &[]);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &town());
    folder
}

const IN_2024: [&str; 4] = ["--period", "2024", "--as-of", "2025-03-31"];

#[test]
fn a_success_is_told_in_polish_from_the_figure_to_the_cell() {
    let folder = folder();
    let mut arguments = vec!["employment_rate_6m", "."];
    arguments.extend(IN_2024);
    arguments.extend(["--person", "os-0002"]);
    let (out, err, code) = explain(folder.path(), &arguments);
    assert_eq!((code, err.as_str()), (0, ""));
    let expected = "\
employment_rate_6m – Pracujący sześć miesięcy po opuszczeniu programu (EECR05)
Okres 2024 (01.01.2024 – 31.12.2024), stan wiedzy na dzień 31.03.2025.
Kto: wszystkie centra, wszyscy; jednostka: osoba.

40,0 % (2 z 5; przedział 95 %: 11,8–76,9 %; 1 oczekuje; 1 bez danych)

  policzone, w liczniku       2  praca w tym dniu
  policzone, poza licznikiem  3  brak pracy w tym dniu
  wyłączone                   1  zgon
  oczekujące                  1  termin jeszcze nie minął
  brak danych                 1  brak statusu na rynku pracy
";
    assert!(out.replace('\u{a0}', " ").starts_with(expected), "{out}");
    let person = "\
Osoby (1 z 1)
Tylko dla opiekuna danych: to są pojedyncze osoby pod pseudonimami, a małych
liczb nic tu nie ukrywa. Nie publikuj tego.

os-0002: policzone, w liczniku (licznik 1, mianownik 1) – praca w tym dniu
  CIS Dolny, 01.05.2023 – 31.03.2024
  lista.csv, wiersz 2
    K2 ostatni dzień uczestnictwa: 31.03.2024
    B2, J2 ukończone lata w chwili rozpoczęcia: 78
    H2 status na rynku pracy w chwili rozpoczęcia: bezrobotni zarejestrowani
    L2 sposób zakończenia: zgodnie z IPZS
    M2 sytuacja po zakończeniu: brak danych
    N2 sytuacja sześć miesięcy po zakończeniu: brak danych
    K2 dzień sześć miesięcy po zakończeniu: 30.09.2024
  takiej kolumny nie ma w plikach: data sytuacji po zakończeniu
  praca – praca.csv, wiersz 3
    C3 od: 01.05.2024; D3 do: trwa
  wczytane, bez wpływu na wynik tej osoby:
    praca.csv, wiersz 2
  obowiązywało – w dniu zakończenia 31.03.2024: [2]; na dzień 31.03.2025, do
    którego sięga wiedza: [1]
";
    assert!(out.contains(person), "{out}");
}

#[test]
fn payments_are_told_in_english_with_their_windows_and_rows() {
    let folder = folder();
    let mut arguments = vec!["benefit_reduction_rate", ".", "--lang", "en"];
    arguments.extend(IN_2024);
    arguments.extend(["--person", "os-0007"]);
    let (out, _, code) = explain(folder.path(), &arguments);
    assert_eq!(code, 0);
    let person = "\
os-0007: counted (numerator 220.50 zł, denominator 250.50 zł) – every month
  known
  CIS Górny, 2023-01-02 – 2024-01-31
  lista.csv, row 7
    J7 first day of the participation: 2023-01-02
  lista.csv, row 8
    K8 last day of the participation: 2024-01-31
  months around the stay:
    before entry: 2022-01–2022-12, known 12 of 12
    during the stay: 2023-01–2024-01, known 13 of 13
    after the exit: 2024-02–2025-01, known 12 of 12
    zasiłki.csv: complete 2022-01–2025-02, assumed from its first and last month
  before entry: periodic benefit (gmina), 2022-01–2022-02, 2 months, together
    200.00 zł
    zasiłki.csv, rows 2–3
";
    let shown = out.replace('\u{a0}', " ");
    assert!(shown.contains(person), "{out}");
    assert!(
        shown.contains("read, without effect on this person's result:\n    zasiłki.csv, rows 5, 7")
    );
}

#[test]
fn the_answer_is_one_json_document_with_every_cell() {
    let folder = folder();
    let mut arguments = vec!["employment_rate_6m", ".", "--format", "json"];
    arguments.extend(IN_2024);
    let (out, _, code) = explain(folder.path(), &arguments);
    assert_eq!(code, 0);
    let document: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(document["id"], "employment_rate_6m");
    assert_eq!(document["figures"][0]["value"], 0.4);
    assert_eq!(document["figures"][0]["empty"], Value::Null);
    assert_eq!(document["people_found"], 8);
    let zofia = &document["people"][0];
    assert_eq!(
        (&zofia["person"], &zofia["rows"][0]["status"]),
        (&"os-0002".into(), &"counted".into())
    );
    assert_eq!(zofia["rows"][0]["text"], "praca w tym dniu");
    let job = &zofia["facts"][1];
    assert_eq!((&job["kind"], &job["decides"]), (&"job".into(), &true.into()));
    assert_eq!(job["values"][0]["value"], "2024-05-01");
    let cell = serde_json::json!({ "file": "praca.csv", "sheet": "", "cell": "C3", "row": 3 });
    assert_eq!(job["values"][0]["cells"][0], cell);
    let rule =
        zofia["rules"].as_array().unwrap().iter().find(|rule| rule["parameter"] == "adult_age");
    let rule = rule.unwrap();
    assert_eq!((&rule["value"]["amount"], &rule["on"]), (&"18".into(), &"as_of".into()));
    let unknown = document["people"].as_array().unwrap().last().unwrap();
    let status = unknown["facts"][0]["values"].as_array().unwrap();
    let status = status.iter().find(|value| value["column"] == "labour_status").unwrap();
    assert_eq!((&status["value"], &status["cells"][0]["cell"]), (&Value::Null, &"H6".into()));
}

#[test]
fn an_empty_figure_says_why_in_words_and_in_json() {
    let folder = folder();
    let ask = |more: &[&str]| {
        let mut arguments = vec!["employment_rate_6m", ".", "--as-of", "2025-03-31"];
        arguments.extend(more);
        explain(folder.path(), &arguments).0
    };
    for (period, polish, english) in [
        (
            "2022",
            "brak wyniku: w tym okresie nie ma nikogo",
            "no value: in this period there is nobody",
        ),
        (
            "2024-11..2024-11",
            "wszyscy jeszcze oczekują (1 oczekuje)",
            "everybody is still pending (1 pending)",
        ),
        ("2024-06..2024-06", "o nikim nie wiadomo", "of nobody it is known"),
    ] {
        assert!(ask(&["--period", period]).contains(polish), "{period}");
        assert!(ask(&["--period", period, "--lang", "en"]).contains(english), "{period}");
    }
    let document = ask(&["--period", "2024", "--sex", "?", "--format", "json"]);
    let document: Value = serde_json::from_str(&document).unwrap();
    assert_eq!(document["figures"][0]["empty"], "no_data");
    assert!(ask(&["--period", "2024", "--sex", "?"]).contains("brak danych – w plikach nie ma"));
}

#[test]
fn mistakes_are_told_with_the_nearest_word_and_their_exit_code() {
    let folder = folder();
    for (arguments, said, exit) in [
        (&["employment_rate_6", "."][..], "Czy chodziło o „employment_rate_6m”?", 2),
        (
            &["employment_rate_6m", ".", "--dimension", "grup=homeless"],
            "Czy chodziło o „group”?",
            2,
        ),
        (
            &["employment_rate_6m", ".", "--dimension", "group=homles"],
            "Czy chodziło o „homeless”?",
            2,
        ),
        (
            &["employment_rate_6m", ".", "--dimension", "homeless"],
            "to nie jest WYMIAR=KATEGORIA",
            2,
        ),
        (&["employment_rate_6m", ".", "--centre", "CIS Dolna"], "Czy chodziło o „CIS Dolny”?", 2),
        (&["employment_rate_6m", ".", "--person", "os-0999"], "nie ma osoby „os-0999”", 2),
        (&["employment_rate_6m", "--sex", "K"], "Opcja „--sex” dotyczy osób", 2),
        (&["P001", "."], "„P001” nie jest wskaźnikiem", 2),
        (&["minimum_wage", "."], "„minimum_wage” nie jest wskaźnikiem", 2),
        (&["employment_rate_6m", "nie ma"], "nie ma takiego pliku ani folderu", 3),
    ] {
        let (out, err, code) = explain(folder.path(), arguments);
        assert!(err.contains(said), "{arguments:?}:\n{err}");
        assert_eq!((code, out.as_str()), (exit, ""), "{arguments:?}");
    }
    let empty = tempfile::tempdir().unwrap();
    let (_, err, code) = explain(empty.path(), &["employment_rate_6m", "."]);
    assert!(err.contains("ani jednej tabeli"), "{err}");
    assert_eq!(code, 3);
}

#[test]
fn no_line_is_wider_than_a_terminal_and_nobody_is_named() {
    let folder = folder();
    let catalogue = Catalogue::embedded().unwrap();
    for (place, indicator) in catalogue.indicators.iter().enumerate() {
        // Every indicator in one of the languages, each language with half of them.
        let language = ["pl", "en"][place % 2];
        let mut arguments = vec![indicator.id.as_str(), ".", "--lang", language, "--limit", "99"];
        arguments.extend(IN_2024);
        let (text, err, code) = explain(folder.path(), &arguments);
        assert_eq!((code, err.as_str()), (0, ""), "{}", indicator.id);
        for line in text.lines() {
            let endless = line.split(' ').any(|word| word.chars().count() > 70);
            assert!(line.chars().count() <= 80 || endless, "{}: {line}", indicator.id);
        }
        let mut answers = vec![text.clone()];
        // The document is made of the same answer: one of every few is enough.
        if place % 6 == 0 {
            arguments.extend(["--format", "json"]);
            answers.push(explain(folder.path(), &arguments).0);
        }
        for secret in SECRETS {
            let told = answers.iter().any(|answer| answer.contains(secret));
            assert!(!told, "{}: {secret}", indicator.id);
        }
        for id in ["cli-", "fact-", "rule-day-", "side-", "status-", "empty-"] {
            let shown = text.split([' ', '\n']).find(|word| word.starts_with(id));
            assert_eq!(shown, None, "{}", indicator.id);
        }
    }
}

#[test]
fn a_page_without_inputs_shows_the_values_of_its_day_and_both_meanings_of_a_name() {
    let folder = tempfile::tempdir().unwrap();
    let page = |arguments: &[&str]| explain(folder.path(), arguments).0;
    let of_2019 = page(&["employment_rate_3m", "--period", "2019"]);
    assert!(of_2019.contains("Parametry, wartości z dnia 31.12.2019:"), "{of_2019}");
    assert!(of_2019.contains("Minimalne wynagrodzenie za pracę: 2250 "), "{of_2019}");
    assert!(page(&["employment_rate_3m", "--as-of", "2024-01-01"]).contains("za pracę: 4242 "));
    let both = page(&["participants"]);
    assert!(both.contains("Data rozpoczęcia") && both.contains("queries/indicators/"), "{both}");
    let parameter: Value =
        serde_json::from_str(&page(&["minimum_wage", "--format", "json"])).unwrap();
    assert_eq!(parameter["kind"], "parameter");
    let values = parameter["values"].as_array().unwrap();
    assert!(values.iter().any(|value| value["from"] == "2024-01-01" && value["amount"] == "4242"));
    let check: Value = serde_json::from_str(&page(&["p001", "--format", "json"])).unwrap();
    assert_eq!((&check["kind"], &check["id"]), (&"check".into(), &"P001".into()));
    let indicator: Value =
        serde_json::from_str(&page(&["employment_rate_3m", "--format", "json"])).unwrap();
    assert!(indicator["query"].as_str().unwrap().contains("order by"));
    assert_eq!(indicator["parameters"].as_array().unwrap().len(), 6);
}
