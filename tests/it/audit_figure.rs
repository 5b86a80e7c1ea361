//! The figures that the Supreme Audit Office (NIK) published of one centre, the whole way from its lists:
//! P/13/110/KPS, Łobez in 2012: started 100, completed 61, independent 13, spending without investment
//! 2,261 thousand zł (indicators.md 6, at the end).

use std::collections::BTreeMap;
use std::fmt::Write as _;

use efekt::catalogue::{Catalogue, embedded_texts};
use efekt::model::{Day, InputFile, Inputs, Language, Period, Project};
use efekt::pipeline::{Reading, Settings, report};

/// A hundred people who started in January 2012: 13 completed and work, 48 completed, 39 left for good.
fn participants() -> String {
    let mut list =
        "Placówka;Nr dokumentu;Płeć;Data urodzenia;Wykształcenie;Status na rynku pracy;Grupa;\
                    Data rozpoczęcia;Data zakończenia;Sposób zakończenia;Sytuacja po zakończeniu\n"
            .to_owned();
    for person in 1..=100 {
        let (kind, outcome) = match person {
            1..=13 => ("zgodnie z IPZS", "praca"),
            14..=61 => ("zgodnie z IPZS", "bezrobotny"),
            _ => ("trwałe opuszczenie", "bezrobotny"),
        };
        writeln!(
            list,
            "CIS Przykładowo;ABC{person:06};K;1975-05-17;podstawowe;bezrobotny zarejestrowany;inne;\
             2012-01-02;2012-11-30;{kind};{outcome}"
        )
        .unwrap();
    }
    list
}

const FINANCE: &str = "Placówka;Okres;Kategoria;Kwota;Plan / wykonanie\n\
    CIS Przykładowo;2012;Koszty bieżące;2 261 000,00;wykonanie\n\
    CIS Przykładowo;2012;Inwestycje;150 000,00;wykonanie\n\
    CIS Przykładowo;2012;Koszty bieżące;2 000 000,00;plan\n";

#[test]
fn the_published_figures_of_an_audited_centre_come_out() {
    let as_of = Day::parse_iso("2014-01-31").unwrap();
    let file = |path: &str, text: String| InputFile { path: path.into(), bytes: text.into_bytes() };
    let files =
        vec![file("finanse.csv", FINANCE.to_owned()), file("uczestnicy.csv", participants())];
    let inputs = Inputs::new(files, Vec::new());
    let settings = Settings {
        reading: Reading::Here,
        period: Period::parse("2012", as_of).unwrap(),
        as_of,
        language: Language::Polish,
        project: Project::default(),
        reports: Some(Vec::new()),
        centre: None,
        way_to_inputs: None,
    };
    let texts = embedded_texts(Language::Polish).unwrap();
    let outcome =
        report(&Catalogue::embedded().unwrap(), &texts, inputs, &settings, &mut |_| {}).unwrap();
    let table = outcome.files.iter().find(|file| file.path == "indicators.csv").unwrap();
    let figures: BTreeMap<String, csv::StringRecord> = csv::Reader::from_reader(&*table.bytes)
        .records()
        .map(Result::unwrap)
        .filter(|row| (&row[3], &row[4], &row[6]) == ("*", "total", "*"))
        .map(|row| (row[0].to_owned(), row))
        .collect();
    let exact = |id: &str| [8, 9].map(|column| figures[id][column].to_owned());
    let shown =
        |id: &str, size: f64| format!("{:.1}", figures[id][10].parse::<f64>().unwrap() * size);
    assert_eq!(exact("starters")[0], "100");
    assert_eq!(exact("completers")[0], "61");
    assert_eq!(exact("completion_rate"), ["61", "100"]);
    assert_eq!(shown("completion_rate", 100.0), "61.0");
    assert_eq!(exact("economic_independence_rate"), ["13", "61"]);
    assert_eq!(shown("economic_independence_rate", 100.0), "21.3");
    assert_eq!(exact("cost_per_participant"), ["2261000.00", "100"]);
    assert_eq!(exact("cost_per_completer"), ["2261000.00", "61"]);
    assert_eq!(shown("cost_per_completer", 0.001), "37.1");
    assert_eq!(exact("cost_per_independent"), ["2261000.00", "13"]);
    assert_eq!(shown("cost_per_independent", 0.001), "173.9");
}
