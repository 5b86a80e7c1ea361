//! Zip files part by part.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

pub(crate) type Part<'a> = (&'a str, &'a [u8]);

/// A zip file of these parts, in their order.
pub(crate) fn zip(parts: &[Part<'_>]) -> Vec<u8> {
    packed(parts, CompressionMethod::Deflated)
}

/// The same without packing: what inflates to a lot is large.
pub(crate) fn stored(parts: &[Part<'_>]) -> Vec<u8> {
    packed(parts, CompressionMethod::Stored)
}

fn packed(parts: &[Part<'_>], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, content) in parts {
        writer.start_file(*name, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Puts `new` wherever `old` stands; both have the same length.
pub(crate) fn patched(mut bytes: Vec<u8>, old: &[u8], new: &[u8]) -> Vec<u8> {
    assert_eq!(old.len(), new.len());
    let places: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(old)).collect();
    assert!(!places.is_empty(), "{}", String::from_utf8_lossy(old));
    for at in places {
        bytes[at..at + new.len()].copy_from_slice(new);
    }
    bytes
}

pub(crate) const CONTENT_TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
pub(crate) const PACKAGE: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
pub(crate) const WORKBOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Arkusz1" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
pub(crate) const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
pub(crate) const SHEET1: &str = "xl/worksheets/sheet1.xml";

/// The parts of a workbook without its sheet.
pub(crate) const FRAME: [Part<'static>; 4] = [
    ("_rels/.rels", PACKAGE.as_bytes()),
    ("[Content_Types].xml", CONTENT_TYPES.as_bytes()),
    ("xl/workbook.xml", WORKBOOK.as_bytes()),
    ("xl/_rels/workbook.xml.rels", RELATIONS.as_bytes()),
];

/// A sheet with these rows, as XML.
pub(crate) fn sheet(rows: &str) -> String {
    format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    )
}

/// A workbook with one sheet and more parts.
pub(crate) fn workbook(sheet: &str, more: &[Part<'_>]) -> Vec<u8> {
    let mut parts = FRAME.to_vec();
    parts.push((SHEET1, sheet.as_bytes()));
    parts.extend(more);
    zip(&parts)
}

/// A sheet with a small table of benefits.
pub(crate) fn benefits() -> String {
    let header = ["PESEL", "Rodzaj świadczenia", "Miesiąc", "Kwota", "Płatnik", "Nr decyzji"];
    let row = ["02270803624", "zasiłek okresowy", "2024-01", "350,00", "gmina", "GOPS/1"];
    let cells = |number: u32, texts: [&str; 6]| {
        let cells = ('A'..).zip(texts).map(|(column, text)| {
            format!(r#"<c r="{column}{number}" t="inlineStr"><is><t>{text}</t></is></c>"#)
        });
        format!(r#"<row r="{number}">{}</row>"#, cells.collect::<String>())
    };
    sheet(&[cells(1, header), cells(2, row)].concat())
}
