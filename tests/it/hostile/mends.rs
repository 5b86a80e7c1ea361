//! What people can open is read, and what could act is said and not followed.

use efekt::ingest::{FileContent, RawCell};

use crate::binary_workbooks::{BinarySheet, OldSheet, binary_workbook, old_workbook_with};
use crate::hostile::old;
use crate::hostile::open_document::{self, cell, row};
use crate::hostile::parts::{
    CONTENT_TYPES, FRAME, RELATIONS, SHEET1, WORKBOOK, benefits, sheet, workbook, zip,
};
use crate::hostile::{read, reason};

fn active(content: &FileContent) -> Vec<&str> {
    let said = content.findings.iter().filter(|finding| finding.code == "W018");
    said.map(|finding| finding.arguments[0].1.trim_start_matches("active-content-")).collect()
}

#[test]
fn what_could_act_is_said_and_the_cells_are_read() {
    let link = br#"<externalLink xmlns:r="r"><externalBook r:id="rId1"/></externalLink>"#;
    let dde = br#"<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>"#;
    let cases: [(&str, &[u8], &[&str]); 6] = [
        ("xl/vbaProject.bin", b"x", &["macros"]),
        ("xl/externalLinks/externalLink1.xml", link, &["links"]),
        ("xl/externalLinks/externalLink1.xml", dde, &["links", "dde"]),
        ("xl/connections.xml", b"<connections/>", &["connections"]),
        ("xl/embeddings/oleObject1.bin", b"x", &["objects"]),
        ("xl/media/image1.png", b"x", &[]),
    ];
    for (name, bytes, expected) in cases {
        let content = read(&workbook(&benefits(), &[(name, bytes)]));
        assert_eq!(content.sheets.len(), 1, "{name}: {:?}", content.findings);
        assert_eq!(active(&content), expected, "{name}");
    }
}

#[test]
fn what_could_act_in_an_old_workbook_is_said() {
    // Each: number of sheets, length, kind of letters, letters ([MS-XLS] 2.4.271). The workbook `a.xls` in
    // the folder `d`, with a sheet whose name has three letters; one in wide letters; a program with its
    // topic; this workbook; this sheet; a query.
    let link = [&[1, 0, 8, 0, 0, 1][..], b"d\x03a.xls", &[3, 0, 0], b"ark"].concat();
    let wide = [&[1, 0, 4, 0, 1][..], b"a\0.\0x\0y\0", &[3, 0, 0], b"ark"].concat();
    let program = [&[0, 0, 6, 0, 0][..], b"cmd\x03/c"].concat();
    let cases: [(u16, &[u8], &[&str]); 6] = [
        (0x01AE, &link, &["links"]),
        (0x01AE, &wide, &["links"]),
        (0x01AE, &program, &["dde"]),
        (0x01AE, &[1, 0, 1, 4], &[]),
        (0x01AE, &[0, 0, 1, 0, 0, 0], &[]),
        (0x01AD, &[0; 12], &["connections"]),
    ];
    for (kind, data, expected) in cases {
        let mut sheet = OldSheet::new("Arkusz1");
        sheet.text(0, 0, "PESEL");
        let content = read(&old_workbook_with(&[sheet], &[(kind, data)]));
        assert_eq!((active(&content), content.sheets.len()), (expected.to_vec(), 1), "{kind:#x}");
    }
}

#[test]
fn a_link_of_an_open_document_to_another_file_is_said() {
    let rows = format!(r#"<table:table-source xlink:href="inny.ods"/>{}"#, row(&cell("a")));
    let content = read(&open_document::document(&rows));
    assert_eq!((active(&content), content.sheets.len()), (vec!["links"], 1));
}

#[test]
fn a_workbook_with_a_macro_sheet_is_read_without_it() {
    let sheets = WORKBOOK
        .replace("</sheets>", r#"<sheet name="Makro1" sheetId="2" r:id="rId2"></sheet></sheets>"#);
    let relations = RELATIONS.replace(
        "</Relationships>",
        r#"<Relationship Id="rId2" Type="http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet" Target="macrosheets/sheet1.xml"/></Relationships>"#,
    );
    let content = read(&zip(&[
        FRAME[0],
        ("[Content_Types].xml", CONTENT_TYPES.as_bytes()),
        ("xl/workbook.xml", sheets.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        (SHEET1, benefits().as_bytes()),
        ("xl/macrosheets/sheet1.xml", b"<macrosheet/>"),
    ]));
    assert_eq!(reason(&content), None);
    let names: Vec<&str> = content.sheets.iter().map(|sheet| &*sheet.name).collect();
    assert_eq!((names, active(&content)), (vec!["Arkusz1"], vec!["macros"]));
}

#[test]
fn a_binary_workbook_with_a_chart_sheet_or_a_macro_sheet_is_read_without_it() {
    let mut table = BinarySheet::new("Lista", 1);
    table.row(0);
    table.text(0, "PESEL");
    let other = |part: &str| {
        let part = part.to_owned();
        let mut sheet = BinarySheet::new("Inny", 2);
        sheet.part = part;
        sheet
    };
    for (part, expected) in
        [("chartsheets/sheet1.bin", &[][..]), ("macrosheets/sheet1.bin", &["macros"])]
    {
        for first in [true, false] {
            let table = table.clone();
            let sheets = if first { [other(part), table] } else { [table, other(part)] };
            let content = read(&binary_workbook(&sheets));
            assert_eq!(reason(&content), None, "{part}");
            let names: Vec<&str> = content.sheets.iter().map(|sheet| &*sheet.name).collect();
            assert_eq!((names, &active(&content)[..]), (vec!["Lista"], expected), "{part}");
        }
    }
}

#[test]
fn an_old_workbook_with_a_text_that_is_not_in_its_list_is_refused() {
    let label = old::record(&[0xFD, 0x00, 0x0A, 0x00]) + 4;
    let mut bytes = old::small();
    assert_eq!(reason(&read(&bytes)), None);
    // One more than the list has, not an absurd number.
    bytes[label + 6..label + 10].copy_from_slice(&200_u32.to_le_bytes());
    assert_eq!(reason(&read(&bytes)).as_deref(), Some("broken"));
}

#[test]
fn an_open_document_with_white_space_between_its_cells_is_read() {
    let cells = format!("\n  {}\n  <!-- x -->{}\n", cell(" a &amp; b"), cell("ż"));
    let content = read(&open_document::document(&format!("\n{}\n", row(&cells))));
    assert_eq!(reason(&content), None);
    let [sheet] = &content.sheets[..] else { panic!("one sheet") };
    let shown: Vec<String> =
        sheet.cells(sheet.rows()[0]).map(|(_, cell)| sheet.shown(cell)).collect();
    assert_eq!(shown, [" a & b", "ż"], "white space inside a cell stays");
}

#[test]
fn a_number_that_is_none_is_an_error_value() {
    let cells = r#"<row r="1"><c r="A1"><v>NaN</v></c><c r="B1"><v>inf</v></c><c r="C1"><v>1</v></c></row>"#;
    let content = read(&workbook(&sheet(cells), &[]));
    assert_eq!(reason(&content), None);
    let read = &content.sheets[0];
    let kinds: Vec<bool> =
        read.cells(read.rows()[0]).map(|(_, cell)| matches!(cell, RawCell::Error(_))).collect();
    assert_eq!(kinds, [true, true, false]);
}

#[test]
fn an_error_value_that_the_reader_does_not_know_is_an_error_value() {
    let cells = r#"<row r="1"><c r="A1" t="e"><v>#GETTING_DATA</v></c><c r="B1" t="e"><v>#SPILL!</v></c><c r="C1" t="e"><v>#N/A</v></c><c r="D1" t="inlineStr"><is><t>typ t="e" i #1</t></is></c></row>"#;
    let content = read(&workbook(&sheet(cells), &[]));
    assert_eq!(reason(&content), None);
    let read = &content.sheets[0];
    let shown: Vec<String> = read.cells(read.rows()[0]).map(|(_, cell)| read.shown(cell)).collect();
    assert_eq!(shown, ["#GETTING_DATA", "Err:", "#N/A", r#"typ t="e" i #1"#]);
}

#[test]
fn hidden_rows_are_still_seen() {
    let rows = r#"<row r="2"><c r="A2"><v>1</v></c></row><row r="3" hidden="1"><c r="A3"><v>1</v></c></row>"#;
    let content = read(&workbook(&sheet(rows), &[]));
    assert_eq!(reason(&content), None);
    assert_eq!(content.sheets[0].hidden_rows.iter().copied().collect::<Vec<u32>>(), [2]);
}
