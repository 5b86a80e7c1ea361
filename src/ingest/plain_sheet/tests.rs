//! A sheet that is read ahead holds what the reader of cells finds in it.

use std::fmt::Write as _;
use std::io::Write as _;

use super::*;
use crate::ingest::{FileContent, read_file};
use crate::model::InputFile;

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#;

/// A workbook with one sheet, five shared texts and five styles: plain, a day, struck out, a struck day,
/// a duration.
fn workbook(sheet: &str) -> Vec<u8> {
    let parts = [
        (
            "[Content_Types].xml",
            r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#,
        ),
        (
            "_rels/.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
            <sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
            <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
            <Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#,
        ),
        (
            "xl/sharedStrings.xml",
            r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="5" uniqueCount="5">
            <si><t>PESEL</t></si><si><t xml:space="preserve"> a </t></si><si><r><t>bo</t></r><r><t>gata</t></r></si><si><t>x &amp; y</t></si><si><t/></si></sst>"#,
        ),
        (
            "xl/styles.xml",
            r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
            <numFmts count="1"><numFmt numFmtId="164" formatCode="dd\.mm\.yyyy"/></numFmts>
            <fonts count="2"><font/><font><strike/></font></fonts>
            <cellXfs count="5"><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="14" fontId="1"/><xf numFmtId="46" fontId="0"/></cellXfs></styleSheet>"#,
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file(name, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn sheet(rows: &str) -> String {
    format!("{HEAD}<dimension ref=\"A1:F9\"/><sheetData>{rows}</sheetData></worksheet>")
}

fn read(bytes: Vec<u8>) -> FileContent {
    read_file(&InputFile { path: "a.xlsx".into(), bytes }, Limits::default())
}

fn is_read_ahead(sheet: &str) -> bool {
    let bytes = workbook(sheet);
    let plain = PlainSheets::open(Cursor::new(&bytes));
    plain.unwrap().read("a.xlsx", "A", 1_000, Limits::default()).is_some()
}

/// Everything that is known of a file, in words.
fn known(content: &FileContent) -> String {
    let mut text = format!("{:?}\n", content.findings);
    for sheet in &content.sheets {
        for row in sheet.rows() {
            let cells: Vec<_> = sheet
                .cells(*row)
                .map(|(column, cell)| match cell {
                    crate::ingest::RawCell::Text(_) => format!("{column} {:?}", sheet.text(cell)),
                    other => format!("{column} {other:?}"),
                })
                .collect();
            writeln!(text, "{} {cells:?}", row.number).unwrap();
        }
        let hidden = (&sheet.hidden_rows, &sheet.hidden_columns, &sheet.struck_cells);
        writeln!(text, "{hidden:?} {} {}", sheet.marks_known, sheet.from_1904).unwrap();
    }
    text
}

/// Reads a sheet ahead, then the same with a comment before it, which only the reader of cells reads.
fn both(rows: &str) -> (String, String) {
    let plain = sheet(rows);
    assert!(is_read_ahead(&plain), "{rows}");
    let other = plain.replace("<dimension", "<!-- --><dimension");
    assert!(!is_read_ahead(&other));
    (known(&read(workbook(&plain))), known(&read(workbook(&other))))
}

#[test]
fn every_kind_of_cell_is_what_the_reader_of_cells_says() {
    let rows = r#"
    <row r="1" spans="1:6"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row>
    <row r="2" hidden="1" x14ac:dyDescent="0.25"><c r="A2" t="inlineStr"><is><t> a </t></is></c><c r="B2" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c><c r="C2" t="inlineStr"><is><r><rPr><b/></rPr><t>bo</t></r><r><t>gata</t></r></is></c><c r="D2" t="str"><f>A1&amp;"x"</f><v>x &lt; y</v></c></row>
    <row r="3"><c r="A3"><v>1.5</v></c><c r="B3" t="n"><v>-2E3</v></c><c r="C3" t="b"><v>1</v></c><c r="D3" t="e"><v>#N/A</v></c><c r="E3"><v>NaN</v></c><c r="F3"><f>1+1</f></c></row>
    <row r="4"/>
    <row r="5"><c r="A5" s="1"><v>45000</v></c><c r="B5" s="1"><v>45000.75</v></c><c r="C5" s="1"><v>3</v></c><c r="D5" s="4"><v>1.5</v></c><c r="E5" t="d"><v>2024-02-29</v></c><c r="F5" s="2"/></row>
    <row r="7"><c r="A7" s="2" t="s"><v>0</v></c><c r="B7" s="3"><v>45000</v></c></row>
    <row r="8" hidden="true"><c r="B8" s="3"></c><c r="C8"><f t="shared" ref="C8:C9" si="0">A8</f><v>0</v></c></row>
    <row r="9"><c r="C9"><f t="shared" si="0"/><v>45000</v></c><c r="XFD9"><v>45000</v></c></row>
    "#;
    let (ahead, whole) = both(rows);
    assert_eq!(ahead, whole);
    for expected in [
        // A day, a day with a time, a serial number too early for a day, a duration.
        r#"4 ["0 Day(Day(19431))", "1 Day(Day(19431))", "2 Number(3.0)", "3 Number(1.5)", "4 Day(Day(19782))"]"#,
        r#""5 NoValue""#,
        r#""3 Some(\"x < y\")""#,
        r#""2 Some(\"bogata\")""#,
        "({1, 7}, {}, {(6, 0), (6, 1)}) true false",
        "16383 Number(45000.0)",
    ] {
        assert!(ahead.contains(expected), "{expected}\n{ahead}");
    }
}

#[test]
fn marks_outside_the_cells_are_seen_too() {
    let rows = r#"<row r="1"><c r="A1"><v>1</v></c></row>"#;
    let hidden = sheet(rows)
        .replace("<sheetData>", r#"<cols><col min="2" max="3" hidden="1"/></cols><sheetData>"#);
    assert!(is_read_ahead(&hidden));
    let content = read(workbook(&hidden));
    assert_eq!(content.sheets[0].hidden_columns, BTreeSet::from([1, 2]));
    let outside = sheet(rows).replace("A1:F9", "A1:AAAAAAAAA1");
    assert!(!is_read_ahead(&outside));
    let later = sheet(rows).replace("</sheetData>", r#"</sheetData><c r="A0"/>"#);
    assert!(!is_read_ahead(&later));
    assert!(read(workbook(&outside)).sheets.is_empty() && read(workbook(&later)).sheets.is_empty());
}

#[test]
fn cells_in_any_order_are_read_as_they_stand() {
    let (ahead, whole) = both(
        r#"<row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row><row><c r="A3"><v>5</v></c></row>"#,
    );
    assert_eq!(ahead, whole);
    assert!(ahead.contains("1 [\"0 Number(3.0)\", \"1 Number(4.0)\"]"), "{ahead}");
}

#[test]
fn a_sheet_longer_than_the_window_is_read_to_its_end() {
    let mut rows = String::new();
    // Digits of a number that does not repeat itself, lest it be taken for a bomb.
    let mut digits = 1_u64;
    let mut text = String::new();
    for _ in 0..1_500 {
        digits = digits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        write!(text, "ą{digits:020}").unwrap();
    }
    for row in 1..=60 {
        let cell = format!("<c r=\"A{row}\" t=\"inlineStr\"><is><t>{text}{row}</t></is></c>");
        let same = format!("<c r=\"B{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>");
        write!(rows, "<row r=\"{row}\">{cell}{same}</row>").unwrap();
    }
    let (ahead, whole) = both(&rows);
    assert_eq!(ahead, whole);
    let content = read(workbook(&sheet(&rows)));
    assert_eq!((content.sheets[0].rows().len(), content.sheets[0].value_count()), (60, 61));
}

#[test]
fn what_can_be_read_in_two_ways_is_left_to_the_reader_of_cells() {
    let cell = r#"<c r="A1"><v>1</v></c>"#;
    for other in [
        cell.replace("r=\"A1\"", "r='A1'"),
        cell.replace(" r=\"A1\"", ""),
        cell.replace("A1", "A1048577"),
        cell.replace("A1", "XFE1"),
        cell.replace("A1", "A0"),
        cell.replace("A1", "17"),
        cell.replace("A1", "A"),
        cell.replace("A1", ""),
        cell.replace("A1", "AAAAAAA1"),
        cell.replace("<v>", "<!-- x --><v>"),
        cell.replace("1</v>", "<![CDATA[1]]></v>"),
        cell.replace("</c>", ""),
        cell.replace("<c ", "<x:c "),
        cell.replace("<c r", "<c  r"),
        cell.replace("><v>", " r=\"B1\"><v>"),
        format!("{cell}<?x?>"),
        format!("{cell}x"),
        cell.replace("<v>1</v>", "<w>1</w>"),
        cell.replace("><v>1", " t=\"s\"><v>9"),
        cell.replace("<v>1</v>", "<f a=\"</c>\"/><v>1</v>"),
        "<x/>".to_owned(),
    ] {
        assert!(!is_read_ahead(&sheet(&format!("<row r=\"1\">{other}</row>"))), "{other}");
    }
    for other in
        ["<row r=\"0\"/>", "<row r='1'/>", "<row r=\"1\" r=\"2\"/>", "<x/>", "x", "<row r=\"1\">"]
    {
        assert!(!is_read_ahead(&sheet(other)), "{other}");
    }
    assert!(!is_read_ahead(&format!("{HEAD}<sheetData><row r=\"1\">{cell}</row>")));
    assert!(!is_read_ahead(&format!("{HEAD}<sheetData/></worksheet>")));
}
