//! A corrected cell is corrected for its row and for no other, in every format: the figures are those of
//! a file in which somebody edited that one cell.

use efekt::model::{Finding, correction_mark, sha256};
use efekt::pipeline::Outcome;

use crate::pipeline::run::{assert_same_figures, file, output, run};
use crate::pipeline::tables::{Table, csv, ods, text, xlsx};

const HEADER: [&str; 13] = [
    "Placówka",
    "PESEL",
    "Nazwisko",
    "Płeć",
    "Data urodzenia",
    "Status na rynku pracy w chwili przystąpienia",
    "uzależnieni od alkoholu",
    "uzależnieni od narkotyków",
    "bezdomni",
    "Data rozpoczęcia",
    "Data zakończenia",
    "Sposób zakończenia",
    "Uzyskano kwalifikacje",
];

/// Five women who left in 2024. Three have the same day that does not exist, in column K; the fifth has
/// no first day, in column J. Column M has marks and nothing else: an empty cell of it means no.
fn list() -> Table {
    let row = |first_ten, alcohol, entry, exit, qualified| {
        let pesel = with_control_digit(first_ten);
        let birth = format!("19{}-{}-{}", &pesel[..2], &pesel[2..4], &pesel[4..6]);
        ["CIS", &pesel, "Zmyślona", "K", &birth, "bierny zawodowo", alcohol]
            .into_iter()
            .chain(["nie", "nie", entry, exit, "zgodnie z IPZS", qualified])
            .map(str::to_owned)
            .collect::<Vec<String>>()
    };
    let rows = [
        row("8001010002", "tak", "2024-01-08", "31.09.2024", "x"),
        row("8102020004", "może", "2024-01-08", "31.09.2024", ""),
        row("8203030006", "nie", "2024-01-08", "31.09.2024", "x"),
        row("8304040008", "może", "2024-01-08", "2024-06-28", ""),
        row("8405050002", "tak", "", "2024-06-28", "x"),
    ];
    let rows: Vec<Vec<&str>> =
        rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
    let rows: Vec<&[&str]> = rows.iter().map(Vec::as_slice).collect();
    Table::new("Lista", &HEADER, &rows)
}

fn with_control_digit(first_ten: &str) -> String {
    let weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
    let digits = first_ten.bytes().map(|digit| u32::from(digit - b'0'));
    let sum: u32 = digits.zip(weights).map(|(digit, weight)| digit * weight).sum();
    format!("{first_ten}{}", (10 - sum % 10) % 10)
}

/// The list as a file of each format, with the name of its sheet.
fn files(table: &Table) -> [((String, Vec<u8>), &'static str); 3] {
    [
        (file("lista.xlsx", xlsx(std::slice::from_ref(table))), "Lista"),
        (file("lista.ods", ods(std::slice::from_ref(table))), "Lista"),
        (file("lista.csv", csv(table)), ""),
    ]
}

/// A correction workbook of a file: cell, value, decision.
fn answers(of: &(String, Vec<u8>), sheet: &str, answers: &[[&str; 3]]) -> (String, Vec<u8>) {
    let mark = correction_mark(&sha256(&of.1), &of.0);
    let header = "Arkusz;Komórka;Kod;Poprawna wartość;Decyzja".to_owned();
    let rows = answers.iter().map(|[cell, value, said]| format!("{sheet};{cell};X;{value};{said}"));
    let lines: Vec<String> = [mark, header].into_iter().chain(rows).collect();
    file("poprawki.csv", lines.join("\n"))
}

/// The list with other words in some cells: row from 2, header, words.
fn edited(cells: &[(usize, &str, &str)]) -> Table {
    let mut table = list();
    for (row, header, words) in cells {
        let column = table.column(header);
        table.rows[row - 2][column] = text(words);
    }
    table
}

fn places(outcome: &Outcome, code: &str) -> Vec<String> {
    let of_code = |finding: &&Finding| finding.code == code;
    outcome.findings.iter().filter(of_code).map(|finding| finding.place.address()).collect()
}

fn used(outcome: &Outcome) -> u64 {
    assert!(outcome.sheets.iter().all(|sheet| sheet.count.balances()));
    outcome.sheets.iter().map(|sheet| sheet.count.used).sum()
}

/// In every format: the corrected file has the figures of the edited one.
fn assert_as_edited(
    corrections: &[[&str; 3]],
    cells: &[(usize, &str, &str)],
    check: impl Fn(&Outcome, &str),
) {
    let by_hand = run(&[file("lista.csv", csv(&edited(cells)))]);
    for (original, sheet) in files(&list()) {
        let name = original.0.clone();
        let corrections = answers(&original, sheet, corrections);
        let corrected = run(&[original, corrections]);
        assert_same_figures(&corrected, &by_hand, &name);
        check(&corrected, &name);
    }
}

#[test]
fn of_three_rows_with_the_same_words_the_corrected_one_alone_is_corrected() {
    assert_as_edited(
        &[["K3", "30.09.2024", ""]],
        &[(3, "Data zakończenia", "30.09.2024")],
        |corrected, name| {
            // The third row and the fifth are used.
            assert_eq!(used(corrected), 2, "{name}");
            assert_eq!(places(corrected, "W021"), ["K2", "K4"], "{name}");
            assert_eq!(places(corrected, "W040"), ["K3"], "{name}");
        },
    );
}

#[test]
fn a_cell_in_which_nothing_stood_is_filled_and_one_that_should_be_empty_is_emptied() {
    assert_as_edited(
        &[["J6", "8.01.2024", ""], ["K4", "", "ma być puste"], ["L4", "", "ma być puste"]],
        &[
            (6, "Data rozpoczęcia", "2024-01-08"),
            (4, "Data zakończenia", ""),
            (4, "Sposób zakończenia", ""),
        ],
        |corrected, name| {
            assert_eq!(used(corrected), 3, "{name}");
            assert_eq!(places(corrected, "P008"), [""; 0], "{name}");
            assert_eq!(places(corrected, "W021"), ["K2", "K3"], "{name}");
        },
    );
}

#[test]
fn one_yes_no_column_of_several_is_corrected_in_its_row() {
    assert_as_edited(
        &[["G5", "tak", ""], ["H5", "tak", ""]],
        &[(5, "uzależnieni od alkoholu", "tak"), (5, "uzależnieni od narkotyków", "tak")],
        |corrected, name| assert_eq!(places(corrected, "W026"), ["G3"], "{name}"),
    );
}

#[test]
fn what_one_cell_is_corrected_to_changes_not_what_empty_cells_of_its_column_mean() {
    // Marked with “nie” by hand, the column would be one in which an empty cell means nothing known.
    assert_as_edited(
        &[["K2", "30.09.2024", ""], ["M2", "nie", ""]],
        &[(2, "Data zakończenia", "30.09.2024"), (2, "Uzyskano kwalifikacje", "")],
        |corrected, name| {
            let figures = String::from_utf8(output(corrected, "indicators.csv").to_vec()).unwrap();
            let key = "qualification_rate,2024-01-01,2024-12-31,*,total,*,*,person,";
            let row = figures.lines().find_map(|line| line.strip_prefix(key)).unwrap();
            // Of the two who are used none has a qualification, and of both it is known.
            assert!(row.starts_with("0,2,"), "{name}: {row}");
        },
    );
}

#[test]
fn a_row_that_is_left_out_takes_nothing_of_the_other_rows_with_it() {
    assert_as_edited(
        &[["K2", "", "pomiń wiersz"], ["K3", "30.09.2024", ""], ["K4", "30.09.2024", ""]],
        &[(3, "Data zakończenia", "30.09.2024"), (4, "Data zakończenia", "30.09.2024")],
        |corrected, name| {
            assert_eq!(used(corrected), 3, "{name}");
            assert_eq!(places(corrected, "W043"), ["K2"], "{name}");
            assert_eq!(places(corrected, "W021"), [""; 0], "{name}");
        },
    );
}
