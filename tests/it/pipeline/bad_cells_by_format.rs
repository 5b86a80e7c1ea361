//! The eight error values and formulas without a stored result, in every format: a finding on the cell,
//! never a zero and never an empty cell.

use efekt::pipeline::Outcome;

use crate::binary_workbooks::{BinarySheet, OldSheet, binary_workbook, old_workbook};
use crate::hostile::open_document::document;
use crate::hostile::parts::{FRAME, SHEET1, WORKBOOK, sheet, zip};
use crate::pipeline::run::{checked, file};

const HEADER: [&str; 4] = ["PESEL", "Rodzaj świadczenia", "Miesiąc", "Kwota"];
const ROW: [&str; 3] = ["44051401373", "zasiłek okresowy", "2024-01"];

/// Error values with their numbers in the binary formats.
const ERRORS: [(&str, u8); 8] = [
    ("#NULL!", 0x00),
    ("#DIV/0!", 0x07),
    ("#VALUE!", 0x0F),
    ("#REF!", 0x17),
    ("#NAME?", 0x1D),
    ("#NUM!", 0x24),
    ("#N/A", 0x2A),
    ("#GETTING_DATA", 0x2B),
];

/// Code, cell and what was read of the findings on amounts, and how many rows are used.
fn said(name: &str, bytes: Vec<u8>) -> (Vec<(&'static str, String, String)>, u64) {
    let outcome: Outcome = checked(&[file(name, bytes)]);
    let amounts = outcome.findings.iter().filter(|finding| finding.field == "amount");
    let said = amounts
        .map(|finding| (finding.code, finding.place.address(), finding.read.clone()))
        .collect();
    (said, outcome.sheets.iter().map(|sheet| sheet.count.used).sum())
}

/// Eight errors in D2 to D9, as they are read.
fn eight() -> Vec<(&'static str, String, String)> {
    (2..).zip(ERRORS).map(|(row, (name, _))| ("W013", format!("D{row}"), name.to_owned())).collect()
}

fn no_value(cell: &str) -> (&'static str, String, String) {
    ("W012", cell.to_owned(), String::new())
}

fn old_sheet() -> OldSheet {
    let mut sheet = OldSheet::new("Arkusz1");
    for (column, header) in (0..).zip(HEADER) {
        sheet.text(0, column, header);
    }
    sheet
}

fn old_row(sheet: &mut OldSheet, row: u16) {
    for (column, text) in (0..).zip(ROW) {
        sheet.text(row, column, text);
    }
}

#[test]
fn in_text_files() {
    let mut lines = vec![HEADER.join(";")];
    let amounts = ERRORS.iter().map(|(error, _)| *error).chain(["100,00"]);
    lines.extend(amounts.map(|amount| format!("{};{amount}", ROW.join(";"))));
    let text = lines.join("\n");
    assert_eq!(said("a.csv", text.clone().into_bytes()), (eight(), 1));
    // As a Polish Excel writes two of them.
    let polish = text.replace("#DIV/0!", "#DZIEL/0!").replace("#VALUE!", "#ARG!");
    assert_eq!(said("a.csv", polish.into_bytes()), (eight(), 1));
}

#[test]
fn in_old_workbooks_as_values_and_as_results() {
    let mut values = old_sheet();
    let mut results = old_sheet();
    for (row, (_, code)) in (1..).zip(ERRORS) {
        old_row(&mut values, row);
        values.cell(0x0205, row, 3, 0, &[code, 1]);
        old_row(&mut results, row);
        results.formula(row, 3, [2, 0, code, 0, 0, 0, 0xFF, 0xFF], 0);
    }
    for mut sheet in [values, results] {
        old_row(&mut sheet, 9);
        sheet.number(9, 3, 0, 100.0);
        assert_eq!(said("a.xls", old_workbook(&[sheet])), (eight(), 1));
    }
}

#[test]
fn an_old_formula_without_a_result_is_told_from_one_with_an_empty_text() {
    let empty_text = [3, 0, 0, 0, 0, 0, 0xFF, 0xFF];
    let text = [0, 0, 0, 0, 0, 0, 0xFF, 0xFF];
    let mut sheet = old_sheet();
    for row in 1..=5 {
        old_row(&mut sheet, row);
    }
    // Apache POI: zero, to be computed on loading. Then the same number computed.
    sheet.formula(1, 3, 0.0_f64.to_le_bytes(), 2);
    sheet.formula(2, 3, 0.0_f64.to_le_bytes(), 0);
    // A text that is announced and does not come, one that comes, and one that is empty.
    sheet.formula(3, 3, text, 0);
    sheet.formula(4, 3, text, 0);
    sheet.formula_text("100,00");
    sheet.formula(5, 3, empty_text, 0);
    let (found, used) = said("a.xls", old_workbook(&[sheet]));
    let spoken: Vec<_> = found.into_iter().filter(|(code, ..)| *code == "W012").collect();
    assert_eq!(spoken, [no_value("D2"), no_value("D4")]);
    assert_eq!(used, 2, "0 zł and 100 zł");
    // A program that computes nothing writes an empty text for every formula.
    let mut sheet = old_sheet();
    old_row(&mut sheet, 1);
    sheet.formula(1, 3, empty_text, 0);
    assert_eq!(said("a.xls", old_workbook(&[sheet])), (vec![no_value("D2")], 0));
}

#[test]
fn in_binary_workbooks_as_values_and_as_results() {
    for as_result in [false, true] {
        let mut sheet = BinarySheet::new("Arkusz1", 1);
        sheet.row(0);
        for (column, header) in (0..).zip(HEADER) {
            sheet.text(column, header);
        }
        for (row, (_, code)) in (1..).zip(ERRORS) {
            sheet.row(row);
            for (column, text) in (0..).zip(ROW) {
                sheet.text(column, text);
            }
            if as_result {
                sheet.error_formula(3, code);
            } else {
                sheet.cell(0x0003, 3, 0, &[code]);
            }
        }
        assert_eq!(said("a.xlsb", binary_workbook(&[sheet])), (eight(), 0), "{as_result}");
    }
}

#[test]
fn in_open_documents_also_where_a_zero_is_stored() {
    let text = |text: &str| {
        format!(
            r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
        )
    };
    let row = |amount: &str| {
        let texts: String = ROW.into_iter().map(text).collect();
        format!("<table:table-row>{texts}{amount}</table:table-row>")
    };
    let header: String = HEADER.into_iter().map(text).collect();
    let forms = [
        r#"office:value-type="string" office:string-value="" calcext:value-type="error""#,
        r#"office:value-type="float" office:value="0""#,
    ];
    for form in forms {
        let mut rows = format!("<table:table-row>{header}</table:table-row>");
        for (error, _) in ERRORS {
            rows.push_str(&row(&format!(
                r#"<table:table-cell table:formula="of:=1/0" {form}><text:p>{error}</text:p></table:table-cell>"#
            )));
        }
        rows.push_str(&row(r#"<table:table-cell table:formula="of:=1+1"/>"#));
        rows.push_str(&row(r#"<table:table-cell office:value-type="float" office:value="0"><text:p>0</text:p></table:table-cell>"#));
        let mut expected = eight();
        expected.insert(0, no_value("D10"));
        expected.sort();
        let (mut found, used) = said("a.ods", document(&rows));
        found.sort();
        assert_eq!((found, used), (expected, 1), "{form}");
    }
}

#[test]
fn a_zero_that_excel_is_asked_to_compute_on_loading_is_no_result() {
    let text = |cell: &str, text: &str| {
        format!(r#"<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>"#)
    };
    let row = |number: u32, amount: &str| {
        let month = format!("2024-0{number}");
        let texts: String = ('A'..)
            .zip([ROW[0], ROW[1], &month])
            .map(|(column, word)| text(&format!("{column}{number}"), word))
            .collect();
        format!(r#"<row r="{number}">{texts}{amount}</row>"#)
    };
    let header: String =
        ('A'..).zip(HEADER).map(|(column, word)| text(&format!("{column}1"), word)).collect();
    let rows = [
        format!(r#"<row r="1">{header}</row>"#),
        row(2, r#"<c r="D2"><f>A1*2</f><v>0</v></c>"#),
        row(3, r#"<c r="D3"><f>A1*2</f><v>100</v></c>"#),
        row(4, r#"<c r="D4"><v>0</v></c>"#),
        row(5, r#"<c r="D5" t="str"><f>""</f><v></v></c>"#),
    ];
    let xml = sheet(&rows.concat());
    let with = |calculation: &str| {
        let workbook = WORKBOOK.replace("</workbook>", &format!("{calculation}</workbook>"));
        let mut parts = FRAME.to_vec();
        parts[2] = ("xl/workbook.xml", workbook.as_bytes());
        parts.push((SHEET1, xml.as_bytes()));
        said("a.xlsx", zip(&parts))
    };
    let only_w012 = |(found, used): (Vec<(&'static str, String, String)>, u64)| {
        let found: Vec<_> = found.into_iter().filter(|(code, ..)| *code == "W012").collect();
        (found, used)
    };
    let asked = r#"<calcPr calcId="124519" fullCalcOnLoad="1"/>"#;
    assert_eq!(only_w012(with(asked)), (vec![no_value("D2")], 2));
    assert_eq!(only_w012(with("")), (vec![], 3));
}
