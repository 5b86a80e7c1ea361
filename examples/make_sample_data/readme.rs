//! The README of `sample-data/`, so that the cells it names are the cells that are wrong.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::cluster::Cluster;
use crate::planted::Planted;
use crate::sheet::Book;

/// What each file is; the key is its path.
const ABOUT: [(&str, &str); 13] = [
    (
        "Orzechowiec/lista uczestników CIS.xlsx",
        "list of participants: titles, a header of two rows with merged groups, a cross (x) for each group of art. 1 ust. 2, PESEL as numbers, RAZEM with formulas, notes, a hidden sheet with lists",
    ),
    (
        "uczestnicy Stary Młyn 2023-2025.xlsx",
        "list of participants: one sheet a period, people carried over; in 2025 the columns are reordered and renamed and dates are written in many ways",
    ),
    (
        "lista_uczestników_Kalinówka.ods",
        "list of participants in OpenDocument: headers in capitals without Polish letters, k/m and t/n",
    ),
    (
        "uczestnicy Brzozowy Gaj.csv",
        "list of participants: UTF-8 with byte order mark, semicolons, groups separated by `/`",
    ),
    ("zatrudnienie.xlsx", "jobs (zatrudnienie) of the people of all four centres"),
    (
        "świadczenia/OPS Orzechowiec.xlsx",
        "benefits: one sheet a year with a total, months in words, the periodic allowance (zasiłek okresowy) in two rows by payer",
    ),
    (
        "świadczenia/MOPS Stary Młyn decyzje.xlsx",
        "benefits: one row a decision from–to (Od, Do), amount a month",
    ),
    (
        "świadczenia/GOPS Kalinówka.csv",
        "benefits: Windows-1250, semicolons, decimal commas, no names",
    ),
    (
        "świadczenia/GOPS Brzozowy Gaj (do X 2025).xlsx",
        "benefits: delivered in November 2025, coverage not declared; amounts as numbers and as text",
    ),
    (
        "świadczenia/świadczenia integracyjne.xlsx",
        "integration benefit (świadczenie integracyjne) and bonus (premia motywacyjna): a sheet a centre with a total",
    ),
    ("formy wsparcia.xlsx", "forms of support, two to six a stay"),
    ("placówki i finanse.xlsx", "centres, finance, staff, targets: a sheet each"),
    ("dyżury grudzień 2025.xlsx", "a duty roster that lies in the folder and is no table"),
];

/// What efekt does, by the effect of a defect.
fn done(effect: &str, severity: &str, in_truth: bool) -> &'static str {
    match (effect, severity) {
        ("row left out", _) => "error; the row is left out",
        ("value left out", _) => "error; the value is left out, the row is used",
        ("duplicate dropped", _) => "warning; the later copy is dropped",
        ("total row", _) => "warning; the total is not used",
        ("repaired", _) => "note; the zero is restored",
        ("skipped", _) => "note; skipped and said",
        (_, "error") => "error; the row is used",
        (_, "note") => "note; read and used",
        _ if in_truth => "warning; used",
        _ => "warning; in no figure",
    }
}

/// The text.
pub(crate) fn text(cluster: &Cluster, books: &[Book], planted: &[Planted]) -> String {
    let mut text = format!(
        "# sample-data\n\n\
         **Po polsku.** Zmyślony klaster czterech CIS, lata 2023–2025, stan na 30 listopada 2025 r.: listy uczestników, zatrudnienie, \
         świadczenia, formy wsparcia, finanse – tak, jak się takie pliki prowadzi. Błędy w tabeli poniżej są celowe. \
         Wszystkie osoby, miejscowości, firmy, numery i kwoty są zmyślone; podobieństwo do prawdziwych jest przypadkowe. \
         Raport: `cargo run --release -- report sample-data`.\n\n\
         A fictional cluster of four social integration centres (CIS) over three years, kept as people keep such files on \
         30 November 2025: {} people, {} stays.\n\
         All persons, places, employers, numbers and amounts are invented. Names are common first and last names drawn at random; \
         PESEL numbers are computed, with serial digits from 900, so that any likeness to a real person is chance.\n\n\
         ```\ncargo run --release -- report sample-data\n```\n\n\
         The files, this README and the two lists in `tests/cases/` are made by a seeded generator; the same bytes come out every time:\n\n\
         ```\ncargo run --example make_sample_data -- sample-data tests/cases\n```\n\n## Files\n\n| file | what it is |\n|---|---|\n",
        cluster.people.len(),
        cluster.stays.len(),
    );
    for book in books {
        let about =
            ABOUT.iter().find(|(path, _)| *path == book.path).map_or("", |(_, about)| *about);
        let _ = writeln!(text, "| `{}` | {about} |", book.path);
    }
    text.push_str(
        "| `efekt.toml` | names of the centres, which file belongs to whom, for which months benefits are complete (three sources; the fourth is left undeclared on purpose) |\n\n\
         Three people came back to their centre for a second stay, one went on from Kalinówka to Orzechowiec. \
         Two people in `OPS Orzechowiec.xlsx` are in no list of participants. Some stays are still open and the windows of late leavers are not closed.\n\n\
         ## What is wrong on purpose\n\n\
         The cell is the one that a finding points at; in CSV files the row is the record and the letter its column.\n\n\
         | file | sheet | cell | what is wrong | what efekt does |\n|---|---|---|---|---|\n",
    );
    for ((file, sheet, cells), entry) in grouped(planted) {
        let defect = &entry.defect;
        let _ = write!(
            text,
            "| `{file}` | {sheet} | {cells} | {} | {}",
            defect.what,
            done(defect.effect, defect.severity, defect.in_truth)
        );
        let _ =
            writeln!(text, "{}{} |", if defect.note.is_empty() { "" } else { " – " }, defect.note);
    }
    text
}

/// Defects of one kind in one sheet share a line; files in name order, as efekt reads them.
fn grouped(planted: &[Planted]) -> Vec<((String, String, String), &Planted)> {
    let mut lines: BTreeMap<(&str, &str, &str), (Vec<&str>, &Planted)> = BTreeMap::new();
    for entry in planted {
        let key = (entry.file.as_str(), entry.sheet.as_str(), entry.defect.what.as_str());
        lines.entry(key).or_insert_with(|| (Vec::new(), entry)).0.push(&entry.cell);
    }
    lines
        .into_iter()
        .map(|((file, sheet, _), (cells, entry))| {
            ((file.to_owned(), sheet.to_owned(), cells.join(", ")), entry)
        })
        .collect()
}
