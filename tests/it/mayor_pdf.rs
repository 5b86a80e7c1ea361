//! The numbers in mayor.pdf are those of indicators.csv, rounded once; its text is text, in Polish letters.

use std::path::Path;
use std::process::Command;

use efekt::pipeline::Outcome;

use crate::pipeline::people::town;
use crate::pipeline::run::{AS_OF, Files, efekt, file, output, run_over, run_with};
use crate::pipeline::tables::xlsx;

fn files() -> Files {
    vec![file("a.xlsx", xlsx(&town(21, 120).tables()))]
}

fn outcome() -> Outcome {
    run_with(&files(), AS_OF, &["mayor"]).unwrap()
}

/// The text of a PDF on one line; `None` where there is no pdftotext.
fn text(pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.pdf");
    std::fs::write(&path, pdf).unwrap();
    let run = Command::new("pdftotext").arg("-raw").arg(&path).arg("-").output().ok()?;
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let text = String::from_utf8(run.stdout).unwrap().replace('\u{a0}', " ");
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A row of indicators.csv about everybody: numerator, denominator, value, counted.
fn row(csv: &[u8], indicator: &str, payer: &str) -> [String; 4] {
    for record in csv::Reader::from_reader(csv).into_records() {
        let record = record.unwrap();
        let is_total = record[3] == *"*" && record[4] == *"total" && record[6] == *"*";
        let of_all_kinds = ["", "*"].contains(&&record[19]);
        if record[0] == *indicator && is_total && of_all_kinds && record[20] == *payer {
            return [8, 9, 10, 15].map(|column| record[column].to_owned());
        }
    }
    panic!("no {indicator}");
}

/// Hundredths of a decimal text.
fn hundredths(text: &str) -> i128 {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |digits| (-1, digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let fraction = format!("{fraction:0<2}");
    assert_eq!(fraction.len(), 2, "{text}");
    sign * (whole.parse::<i128>().unwrap() * 100 + fraction.parse::<i128>().unwrap())
}

/// A quotient in units of its last place, half away from zero, as Polish people write it.
fn polish(numerator: i128, denominator: i128, places: usize) -> String {
    let scale = 10_i128.pow(u32::try_from(places).unwrap());
    let size = (numerator.abs() * scale * 2 + denominator) / (denominator * 2);
    let (whole, fraction) = ((size / scale).to_string(), size % scale);
    let mut grouped = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place) % 3 == 0 {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    let sign = if numerator < 0 { "−" } else { "" };
    format!("{sign}{grouped},{fraction:0places$}")
}

#[test]
fn the_text_of_the_pdf_has_the_figures_of_the_table_under_the_rounding_rule() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_str().unwrap();
    let arguments = ["report", "sample-data", "--period", "2024", "--as-of", AS_OF];
    let arguments = [&arguments[..], &["--report", "mayor", "--quiet", "--out", out]].concat();
    let run = efekt(Path::new(env!("CARGO_MANIFEST_DIR")), &arguments, &[]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    let file = |name: &str| std::fs::read(folder.path().join("2024").join(name)).unwrap();
    let figures = file("indicators.csv");
    let Some(text) = text(&file("mayor.pdf")) else {
        eprintln!("skipped: there is no pdftotext");
        return;
    };
    let has = |said: &str| assert!(text.contains(said), "{said}: {text}");
    let [participants, ..] = row(&figures, "participants", "");
    has(&format!("W zajęciach CIS uczestniczyło {participants} osób."));
    let mut shares = 0;
    for indicator in ["completion_rate", "labour_market_entry_rate"] {
        let [numerator, denominator, ..] = row(&figures, indicator, "");
        let [part, whole]: [i128; 2] = [&numerator, &denominator].map(|text| text.parse().unwrap());
        if whole >= 10 && part >= 5 && whole - part >= 5 {
            has(&format!("{part} z {whole}"));
            has(&format!("{}%", polish(part * 100, whole, 1)));
            shares += 1;
        }
    }
    assert!(shares > 0, "the data are too small for their rates");
    for indicator in ["benefit_monthly_before", "benefit_monthly_after"] {
        let [numerator, denominator, _, counted] = row(&figures, indicator, "");
        assert!(counted.parse::<u32>().unwrap() >= 10, "{indicator}: {counted}");
        let months: i128 = denominator.parse().unwrap();
        has(&format!("{} zł", polish(hundredths(&numerator), months * 100, 2)));
    }
    for payer in ["gmina", "gmina_or_state", "state", "*"] {
        let [_, _, value, _] = row(&figures, "benefit_savings", payer);
        has(&format!("{} zł", polish(hundredths(&value), 100, 2)));
    }
    for letters in ["Różnica w wypłatach świadczeń", "Fundusz Pracy", "Nie twierdzimy, że…"]
    {
        has(letters);
    }
}

#[test]
fn the_year_before_has_the_figures_of_a_run_over_that_year() {
    let Some(text) = text(output(&outcome(), "mayor.pdf")) else { return };
    let earlier = run_over("2023", &files(), AS_OF, &[]).unwrap();
    let [participants, ..] = row(output(&earlier, "indicators.csv"), "participants", "");
    assert!(text.contains(&format!("Uczestnicy zajęć {participants} {participants} ")), "{text}");
    let [part, whole, ..] = row(output(&earlier, "indicators.csv"), "completion_rate", "");
    let rate = polish(part.parse::<i128>().unwrap() * 100, whole.parse().unwrap(), 1);
    assert!(text.contains(&format!("{rate}% {whole} ")), "{rate}% {whole}: {text}");
}

#[test]
fn the_pdf_stands_beside_the_workbook_when_the_mayor_is_asked_for_and_only_then() {
    let paths = |outcome: &Outcome| -> Vec<String> {
        outcome.files.iter().map(|file| file.path.clone()).collect()
    };
    let asked = paths(&outcome());
    assert!(asked.iter().any(|path| path == "mayor.xlsx"), "{asked:?}");
    assert!(asked.iter().any(|path| path == "mayor.pdf"), "{asked:?}");
    let files = [file("a.xlsx", xlsx(&town(21, 12).tables()))];
    let others = paths(&run_with(&files, AS_OF, &["cluster"]).unwrap());
    assert!(!others.iter().any(|path| path.starts_with("mayor")), "{others:?}");
}
