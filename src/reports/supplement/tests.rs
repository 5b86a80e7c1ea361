//! What stands in the cells of the tables beside the figures.

use crate::catalogue::{Catalogue, Texts, embedded_texts};
use crate::disclosure::Publishable;
use crate::model::{Comparison, Language, Supplement};
use crate::reports::fixture::{checks, public, realistic};
use crate::reports::read_back::{row, rows, sheet_names};
use crate::reports::supplement::fixture::filled;
use crate::reports::{ReportContext, eu, mayor, ministry};

fn with_context<T>(write: impl FnOnce(&ReportContext<'_>) -> T) -> T {
    let (catalogue, texts): (Catalogue, Texts) =
        (Catalogue::embedded().unwrap(), embedded_texts(Language::Polish).unwrap());
    let context = ReportContext {
        catalogue: &catalogue,
        texts: &texts,
        title: "",
        settings: &[],
        program_version: "0.1.0",
        charts: &[],
    };
    write(&context)
}

fn eu_book(supplement: Supplement) -> Vec<u8> {
    let figures: Publishable = realistic().beside(supplement);
    with_context(|context| eu::write(context, &figures, &checks()).unwrap())
}

fn ministry_book(supplement: Supplement) -> Vec<u8> {
    let figures = realistic().beside(supplement);
    with_context(|context| ministry::write(context, &figures).unwrap())
}

#[test]
fn a_target_has_a_row_for_women_men_and_all() {
    let book = eu_book(filled());
    let lines = rows(&book, "Wartości docelowe");
    let of = |name: &str, letter: &str| -> Vec<String> {
        let line = lines.iter().find(|line| line[1].contains(name) && line[2] == letter);
        line.unwrap_or_else(|| panic!("{name} {letter}: {lines:?}"))[3..].to_vec()
    };
    // Due, baseline, target, in the period, cumulatively, cumulatively ÷ target.
    assert_eq!(of("EECO01 –", "K"), ["31.12.2026", "", "30", "5", "12", "0.4"]);
    assert_eq!(of("EECO01 –", "M"), ["31.12.2026", "", "20", "3", "9", "0.45"]);
    assert_eq!(of("EECO01 –", "O"), ["31.12.2026", "0", "50", "8", "21", "0.42"]);
    // 35 % of 40 % planned.
    let share = of("usamodzielnionych", "O");
    assert_eq!(share[2..], ["0.4", "0.35", "0.35", "0.875"]);
    // Nothing was planned for women alone.
    assert_eq!(of("usamodzielnionych", "K")[2..], ["", "0.5", "0.5", ""]);
    // A code that is not computed keeps its target, also one that is no whole number.
    assert_eq!(of("EECO18", "O")[2..], ["1.5", "[x]", "[x]", "[x]"]);
}

#[test]
fn a_results_table_says_planned_achieved_and_the_difference() {
    let book = ministry_book(filled());
    let sheet = "Rezultaty do oferty";
    // 7 of 20 are five percentage points below the 40 % planned.
    let share = row(&book, sheet, &["Odsetek usamodzielnionych ekonomicznie"]);
    assert_eq!(share[1..3], ["0.4", "0.35"]);
    assert!((share[3].parse::<f64>().unwrap() + 0.05).abs() < 1e-12, "{share:?}");
    assert_eq!(share[4], "20");
    let lines = rows(&book, sheet);
    let of_project = lines.iter().find(|line| line[0].ends_with("(P-1)")).unwrap();
    assert_eq!(of_project[1..5], ["50", "8", "-42", "8"]);
    // Without a target the planned value is the offeror's.
    let completers = row(&book, sheet, &["Ukończenia"]);
    assert_eq!(completers[1..5], ["", "43", "", "43"]);
}

#[test]
fn money_stands_in_the_order_of_its_categories_and_a_percentage_only_of_the_same_centres() {
    let book = ministry_book(filled());
    let lines: Vec<Vec<String>> = rows(&book, "Finanse")
        .into_iter()
        .filter(|line| line[0].starts_with("CIS") || line[0] == "Razem")
        .map(|line| line[..5].to_vec())
        .collect();
    let of = |centre: &str, category: &str, numbers: [&str; 3]| -> Vec<String> {
        [&[centre, category][..], &numbers].concat().iter().map(|&cell| cell.to_owned()).collect()
    };
    assert_eq!(
        lines,
        [
            of("CIS A", "dotacja z budżetu gminy", ["1000", "875", "0.875"]),
            of("CIS A", "koszty bieżące", ["5000", "[x]", "[x]"]),
            of("CIS B", "koszty bieżące", ["[x]", "3000", "[x]"]),
            of("Razem", "dotacja z budżetu gminy", ["1000", "875", "0.875"]),
            of("Razem", "koszty bieżące", ["5000", "3000", "[x]"]),
        ]
    );
    assert_eq!(row(&book, "Preliminarz", &["Razem"])[1..], ["2025", "koszty bieżące", "6000"]);
    assert_eq!(row(&book, "Kadra", &["CIS A"])[1..], ["2024", "instruktor", "3", "2.5"]);
    let all = row(&book, "Kadra", &["Razem", "2024", "wszyscy pracownicy"]);
    assert_eq!(all[3..], ["4", "[x]"]);
}

#[test]
fn the_comparison_group_stands_beside_the_participants_and_only_when_there_is_one() {
    let book = eu_book(filled());
    let cells = row(
        &book,
        "Grupa porównawcza",
        &["Pracujący sześć miesięcy po opuszczeniu programu (EECR05)"],
    );
    assert_eq!(cells[1..], ["ogółem", "0.75", "40", "0.25", "40", "0.5", "0.25", "0.625"]);
    let notes = rows(&book, "Grupa porównawcza").concat().concat();
    assert!(notes.contains("o 392 dni od skierowania"), "{notes}");
    let without = eu_book(Supplement { comparison: None, ..filled() });
    assert!(!sheet_names(&without).contains(&"Grupa porównawcza".to_owned()));
    let open = Comparison { days_to_exit: None, figures: Vec::new() };
    let open = eu_book(Supplement { comparison: Some(open), ..filled() });
    let notes = rows(&open, "Grupa porównawcza").concat().concat();
    assert!(notes.contains("nikt nie zakończył zajęć"), "{notes}");
    let figures = public().beside(filled());
    let book = with_context(|context| mayor::write(context, &figures, None).unwrap());
    let notes = rows(&book, "Grupa porównawcza").concat().concat();
    assert!(notes.contains("tu nie ma"), "{notes}");
}

#[test]
fn a_table_without_rows_says_how_to_fill_it() {
    for sheet in ["Finanse", "Preliminarz", "Kadra"] {
        let text = rows(&ministry_book(Supplement::default()), sheet).concat().concat();
        assert!(text.contains("Wpisz") && text.contains("Brak wierszy"), "{sheet}: {text}");
    }
    let text = rows(&eu_book(Supplement::default()), "Wartości docelowe").concat().concat();
    assert!(text.contains("[[targets]]") && text.contains("Brak wierszy"), "{text}");
}

#[test]
fn a_run_about_one_centre_says_that_the_targets_are_of_whole_projects() {
    let one = Supplement { only_centre: Some("CIS A".into()), ..filled() };
    let text = rows(&eu_book(one), "Wartości docelowe").concat().concat();
    assert!(text.contains("tylko z placówki CIS A"), "{text}");
}
