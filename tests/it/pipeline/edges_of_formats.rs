//! Where formats end: the last row of a sheet, and the letters of a text file.

use encoding_rs::{Encoding, ISO_8859_2, UTF_8, WINDOWS_1250};

use crate::binary_workbooks::{OldSheet, old_workbook};
use crate::hostile::parts::{sheet, workbook};
use crate::pipeline::run::{checked, file, found};

const HEADER: [&str; 5] = ["PESEL", "Rodzaj świadczenia", "Miesiąc", "Kwota", "Nr decyzji"];
const ROW: [&str; 5] = ["44051401373", "zasiłek okresowy", "2024-01", "350,00", "GOPS/1"];

fn cut_off(name: &str, bytes: Vec<u8>) -> Vec<String> {
    let outcome = checked(&[file(name, bytes)]);
    found(&outcome).into_iter().filter(|line| line.starts_with("W014")).collect()
}

#[test]
fn an_old_sheet_that_ends_on_its_last_row_is_possibly_cut_off() {
    let ending = |last: u16| {
        let mut sheet = OldSheet::new("Arkusz1");
        for (row, texts) in [(0, HEADER), (1, ROW), (last, ROW)] {
            for (column, text) in (0..).zip(texts) {
                sheet.text(row, column, text);
            }
        }
        cut_off("a.xls", old_workbook(&[sheet]))
    };
    assert_eq!(ending(65_535), ["W014 a.xls:Arkusz1:A65536"]);
    assert_eq!(ending(65_534), [""; 0]);
}

#[test]
fn a_sheet_that_ends_on_its_last_row_is_possibly_cut_off() {
    let ending = |last: u32| {
        let row = |row: u32, texts: [&str; 5]| {
            let cell = |(column, text): (char, &str)| {
                format!(r#"<c r="{column}{row}" t="inlineStr"><is><t>{text}</t></is></c>"#)
            };
            let cells: Vec<String> = ('A'..).zip(texts).map(cell).collect();
            format!(r#"<row r="{row}">{}</row>"#, cells.concat())
        };
        let rows = [row(1, HEADER), row(2, ROW), row(last, ROW)].concat();
        cut_off("a.xlsx", workbook(&sheet(&rows), &[]))
    };
    assert_eq!(ending(1_048_576), ["W014 a.xlsx:Arkusz1:A1048576"]);
    assert_eq!(ending(1_048_575), [""; 0]);
}

#[test]
fn a_text_file_is_read_in_every_usual_encoding_without_a_lost_letter() {
    let text = format!("{}\n{}\n", HEADER.join(";"), ROW.join(";"))
        .replace("GOPS/1", "MOPS Łódź–Śródmieście/1");
    let encoded = |encoding: &'static Encoding, text: &str| encoding.encode(text).0.into_owned();
    // The dash is in Windows-1250 alone.
    let plain = text.replace('–', "-");
    let wide: Vec<u16> = text.encode_utf16().collect();
    let little: Vec<u8> = wide.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = wide.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    let old = &oem_cp::code_table::ENCODING_TABLE_CP852;
    let files = [
        ("UTF-8", encoded(UTF_8, &text)),
        ("UTF-8 with its mark", [b"\xEF\xBB\xBF", text.as_bytes()].concat()),
        ("UTF-16, little end first", [&[0xFF, 0xFE], &little[..]].concat()),
        ("UTF-16, big end first", [&[0xFE, 0xFF], &big[..]].concat()),
        ("Windows-1250", encoded(WINDOWS_1250, &text)),
        ("ISO-8859-2", encoded(ISO_8859_2, &plain)),
        ("CP852", oem_cp::encode_string_checked(plain.as_str(), old).unwrap()),
    ];
    for (name, bytes) in files {
        let outcome = checked(&[file("a.csv", bytes)]);
        assert_eq!(outcome.sheets.iter().map(|sheet| sheet.count.used).sum::<u64>(), 1, "{name}");
        let codes: Vec<&str> = outcome.findings.iter().map(|finding| finding.code).collect();
        assert!(!codes.contains(&"W032") && !codes.contains(&"W020"), "{name}: {codes:?}");
    }
}
