//! Error values and formulas without a stored result are findings, never zero.

use rust_xlsxwriter::{Formula, Workbook};

use crate::pipeline::people::pesel;
use crate::pipeline::run::{figures, file, found, run};
use crate::pipeline::tables::{Cell, Table, csv, text, unzip, xlsx, zip};

const ERRORS: [&str; 8] =
    ["#N/A", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA"];

fn person() -> String {
    pesel((1980, 3, 4), 21, true)
}

/// A list with one woman who left in June 2024.
fn list() -> Table {
    let header = [
        "Placówka",
        "PESEL",
        "Płeć",
        "Data urodzenia",
        "Status na rynku pracy w chwili przystąpienia",
        "Grupa (art. 1 ust. 2)",
        "Data rozpoczęcia",
        "Data zakończenia",
        "Sposób zakończenia",
    ];
    let mut list = Table::new("Lista", &header, &[]);
    list.rows.push(vec![
        text("CIS Dolny"),
        text(&person()),
        text("K"),
        Cell::Day(1980, 3, 4),
        text("bezrobotny zarejestrowany"),
        text("inne"),
        Cell::Day(2024, 1, 8),
        Cell::Day(2024, 6, 28),
        text("zgodnie z IPZS"),
    ]);
    list
}

/// Benefits of every month from 2022 to 2025 as CSV, but for the amounts of some.
fn benefits(but: impl Fn(usize) -> bool) -> Vec<u8> {
    let mut table = Table::new("", &["PESEL", "Rodzaj świadczenia", "Miesiąc", "Kwota"], &[]);
    for month in (0..48_usize).filter(|month| !but(*month)) {
        let month = format!("{}-{:02}", 2022 + month / 12, month % 12 + 1);
        let row =
            vec![text(&person()), text("zasiłek okresowy"), text(&month), Cell::Grosze(10_000)];
        table.rows.push(row);
    }
    csv(&table)
}

/// Row by row a formula with what is stored for it.
fn formulas(results: &[&str]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, header) in (0_u16..).zip(["PESEL", "Rodzaj świadczenia", "Miesiąc", "Kwota"]) {
        sheet.write_string(0, column, header).unwrap();
    }
    for (row, (month, result)) in (1_u32..).zip((1..).zip(results)) {
        sheet.write_string(row, 0, person()).unwrap();
        sheet.write_string(row, 1, "zasiłek okresowy").unwrap();
        sheet.write_string(row, 2, format!("2023-{month:02}")).unwrap();
        sheet.write_formula(row, 3, Formula::new("=Z1*2").set_result(*result)).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

/// The same workbook in which nothing is stored for a formula.
fn without_results(workbook: &[u8]) -> Vec<u8> {
    let parts: Vec<(String, String)> = unzip(workbook)
        .into_iter()
        .map(|(name, bytes)| {
            (name, String::from_utf8(bytes).unwrap().replace("<v>77</v></c>", "</c>"))
        })
        .collect();
    assert!(parts.iter().any(|(_, xml)| xml.contains("</f></c>")), "a result was taken away");
    let parts: Vec<(&str, &str)> = parts.iter().map(|(name, xml)| (&**name, &**xml)).collect();
    zip(&parts)
}

fn total(figures: &str, indicator: &str) -> String {
    let start = format!("{indicator},2024-01-01,2024-12-31,*,total,*,*,");
    figures.lines().find(|line| line.starts_with(&start)).unwrap().to_owned()
}

#[test]
fn each_error_value_in_an_amount_is_an_error_on_its_cell_and_the_row_is_left_out() {
    let files = [
        file("a.xlsx", xlsx(&[list()])),
        file("b.csv", benefits(|month| (12..20).contains(&month))),
        file("c.xlsx", formulas(&ERRORS)),
    ];
    let outcome = run(&files);
    let found: Vec<String> =
        found(&outcome).into_iter().filter(|line| line.contains("W013")).collect();
    let expected: Vec<String> = (2..10).map(|row| format!("W013 c.xlsx:Sheet1:D{row}")).collect();
    assert_eq!(found, expected);
    let read: Vec<&str> = outcome
        .findings
        .iter()
        .filter(|finding| finding.code == "W013")
        .map(|finding| finding.read.as_str())
        .collect();
    assert_eq!(read, ERRORS);
    let sheet = outcome.sheets.iter().find(|sheet| sheet.file == "c.xlsx").unwrap();
    assert_eq!((sheet.count.rows, sheet.count.used, sheet.count.left_out), (8, 0, 8));
}

#[test]
fn a_formula_without_a_stored_result_is_an_error_on_its_cell_and_never_zero() {
    let list = file("a.xlsx", xlsx(&[list()]));
    let stored = formulas(&["77", "100"]);
    let missing = without_results(&stored);
    let rest = file("b.csv", benefits(|month| month == 12 || month == 13));
    let outcome = run(&[list.clone(), rest.clone(), file("c.xlsx", missing)]);
    let found: Vec<String> =
        found(&outcome).into_iter().filter(|line| line.contains("W012")).collect();
    assert_eq!(found, ["W012 c.xlsx:Sheet1:D2"]);
    let sheet = outcome.sheets.iter().find(|sheet| sheet.file == "c.xlsx").unwrap();
    assert_eq!((sheet.count.rows, sheet.count.used, sheet.count.left_out), (2, 1, 1));
    // Ten months of 100 zł, February's 100 zł, and January: once 77 zł, once not there.
    let with = run(&[list, rest, file("c.xlsx", stored)]);
    assert!(total(&figures(&with), "benefit_monthly_before").contains(",1177.00,12,"));
    assert!(total(&figures(&outcome), "benefit_monthly_before").contains(",1100.00,12,"));
}

#[test]
fn an_error_value_in_a_date_leaves_the_stay_out_and_in_a_code_only_the_value() {
    let mut with = list();
    let mut second = with.rows[0].clone();
    second[1] = text(&pesel((1970, 5, 6), 33, true));
    second[3] = Cell::Day(1970, 5, 6);
    with.rows.push(second);
    let whole = run(&[file("a.xlsx", xlsx(&[with.clone()]))]);
    assert!(total(&figures(&whole), "participants").contains(",person,2,"));
    for (header, code, participants) in
        [("Data rozpoczęcia", "G3", 1), ("Grupa (art. 1 ust. 2)", "F3", 2)]
    {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet().set_name("Lista").unwrap();
        for (column, name) in (0_u16..).zip(&with.header) {
            sheet.write_string(0, column, name).unwrap();
            for (row, cells) in (1_u32..).zip(&with.rows) {
                match &cells[usize::from(column)] {
                    _ if row == 2 && name == header => sheet
                        .write_formula(row, column, Formula::new("=NA()").set_result("#N/A"))
                        .unwrap(),
                    Cell::Text(text) => sheet.write_string(row, column, text).unwrap(),
                    Cell::Day(year, month, day) => {
                        sheet.write_string(row, column, format!("{day}.{month}.{year}")).unwrap()
                    }
                    Cell::Empty | Cell::Grosze(_) => continue,
                };
            }
        }
        let outcome = run(&[file("a.xlsx", workbook.save_to_buffer().unwrap())]);
        assert!(
            found(&outcome).contains(&format!("W013 a.xlsx:Lista:{code}")),
            "{:?}",
            found(&outcome)
        );
        let line = total(&figures(&outcome), "participants");
        assert!(line.contains(&format!(",person,{participants},")), "{header}: {line}");
    }
}
