//! Hostile `OpenDocument` files.

use crate::hostile::parts::zip;
use crate::hostile::{Hostile, hostile};

pub(crate) const TYPE: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";
const MANIFEST: &[u8] = br#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>"#;

/// A file with one table of these rows.
pub(crate) fn document(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><office:body><office:spreadsheet><table:table table:name="Arkusz1">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    zip(&[
        ("mimetype", TYPE),
        ("META-INF/manifest.xml", MANIFEST),
        ("content.xml", content.as_bytes()),
    ])
}

pub(crate) fn cell(text: &str) -> String {
    format!(
        r#"<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>"#
    )
}

pub(crate) fn row(cells: &str) -> String {
    format!("<table:table-row>{cells}</table:table-row>")
}

pub(crate) fn files() -> Vec<Hostile> {
    let value = |attributes: &str| {
        format!(r#"<table:table-cell {attributes} office:value-type="float" office:value="1"/>"#)
    };
    let wide = row(&value(r#"table:number-columns-repeated="1000000000""#));
    let tall = format!(
        r#"<table:table-row table:number-rows-repeated="1000000000">{}</table:table-row>"#,
        value("")
    );
    let both = format!(
        r#"<table:table-row table:number-rows-repeated="1000000000">{}</table:table-row>"#,
        value(r#"table:number-columns-repeated="1000000000""#)
    );
    let many_wide = wide.repeat(50);
    let negative = row(&value(r#"table:number-columns-repeated="-1""#));
    let digits = row(&value(r#"table:number-columns-repeated="100000000000000000000""#));
    let doctype = r#"<!DOCTYPE x [<!ENTITY a "ha">]><office:document-content/>"#;
    let mut cut = document(&row(&cell("a")));
    cut.truncate(cut.len() - 30);
    vec![
        hostile("miliard kolumn.ods", document(&wide), &[]),
        hostile("miliard wierszy.ods", document(&tall), &["too-large", "memory"]),
        hostile("miliard na miliard.ods", document(&both), &["broken", "memory", "too-large"]),
        hostile("pięćdziesiąt razy miliard kolumn.ods", document(&many_wide), &["too-large"]),
        hostile("ujemna liczba kolumn.ods", document(&negative), &["broken"]),
        hostile("dwadzieścia cyfr kolumn.ods", document(&digits), &["broken"]),
        hostile(
            "doctype.ods",
            zip(&[("mimetype", TYPE), ("content.xml", doctype.as_bytes())]),
            &["doctype"],
        ),
        hostile(
            "bez manifestu.ods",
            zip(&[("mimetype", TYPE), ("content.xml", b"<a/>")]),
            &["broken", "no-sheet"],
        ),
        hostile("ucięty.ods", cut, &["broken"]),
    ]
}
