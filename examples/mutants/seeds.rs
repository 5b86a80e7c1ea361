//! Small sound workbooks of invented data.

use std::io::{Cursor, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A sound file.
pub(crate) struct Seed {
    pub(crate) name: &'static str,
    pub(crate) bytes: Vec<u8>,
}

pub(crate) fn all() -> Vec<Seed> {
    let old = include_bytes!("../../tests/cases/ingest/small.xls").to_vec();
    vec![
        Seed { name: ".xls", bytes: old },
        Seed { name: ".xlsx", bytes: workbook() },
        Seed { name: ".ods", bytes: document() },
    ]
}

fn workbook() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let day = Format::new().set_num_format("yyyy-mm-dd");
    let struck = Format::new().set_font_strikethrough();
    for row in 0..30 {
        sheet.write(row, 0, format!("0227080{row:04}")).unwrap();
        sheet.write(row, 1, f64::from(row) * 1.25).unwrap();
        let moment = ExcelDateTime::from_ymd(2024, 1, 10).unwrap();
        sheet.write_with_format(row, 2, moment, &day).unwrap();
        sheet.write_with_format(row, 3, "Źrebiec", &struck).unwrap();
        sheet.write_formula(row, 4, "SUM(B1:B3)").unwrap();
    }
    sheet.set_row_hidden(4).unwrap();
    workbook.add_worksheet().write(3, 3, true).unwrap();
    workbook.save_to_buffer().unwrap()
}

fn document() -> Vec<u8> {
    let row = |row: u32| {
        format!(
            r#"<table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>0227080{row:04}</text:p></table:table-cell><table:table-cell table:number-columns-repeated="3" office:value-type="float" office:value="{row}.25"/><table:table-cell office:value-type="date" office:date-value="2024-01-10"/></table:table-row>"#
        )
    };
    let rows = (0..30).map(row).collect::<Vec<_>>().concat();
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="Arkusz1">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let manifest = r#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#;
    zip(&[
        ("mimetype".to_owned(), b"application/vnd.oasis.opendocument.spreadsheet".to_vec()),
        ("META-INF/manifest.xml".to_owned(), manifest.as_bytes().to_vec()),
        ("content.xml".to_owned(), content.into_bytes()),
    ])
}

/// A zip file of these parts.
pub(crate) fn zip(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts {
        writer.start_file(name.as_str(), options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}
