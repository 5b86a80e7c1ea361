//! Writes a book as `.ods`: the few parts that a spreadsheet program needs, with fixed times.

use std::error::Error;
use std::io::{Cursor, Write as _};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use crate::sheet::{Book, Cell, Row, RowKind, Sheet};

type Part = Writer<Vec<u8>>;

const TYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";

const NAMES: [(&str, &str); 7] = [
    ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
    ("xmlns:number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"),
    ("office:version", "1.3"),
];

/// The bytes of an `OpenDocument` spreadsheet.
pub(crate) fn bytes(book: &Book) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        .last_modified_time(DateTime::from_date_and_time(2025, 11, 28, 9, 12, 0)?);
    // The type comes first and is not compressed, so that a program can see it at a fixed place.
    archive.start_file("mimetype", options.compression_method(CompressionMethod::Stored))?;
    archive.write_all(TYPE.as_bytes())?;
    let options = options.compression_method(CompressionMethod::Deflated);
    archive.start_file("META-INF/manifest.xml", options)?;
    archive.write_all(&manifest()?)?;
    archive.start_file("content.xml", options)?;
    archive.write_all(&content(book)?)?;
    Ok(archive.finish()?.into_inner())
}

fn part() -> std::io::Result<Part> {
    let mut part = Writer::new(Vec::new());
    part.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    Ok(part)
}

fn manifest() -> std::io::Result<Vec<u8>> {
    let mut part = part()?;
    part.create_element("manifest:manifest")
        .with_attribute(("xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"))
        .with_attribute(("manifest:version", "1.3"))
        .write_inner_content(|part| {
            for (path, kind) in [("/", TYPE), ("content.xml", "text/xml")] {
                part.create_element("manifest:file-entry")
                    .with_attribute(("manifest:full-path", path))
                    .with_attribute(("manifest:media-type", kind))
                    .write_empty()?;
            }
            Ok(())
        })?;
    Ok(part.into_inner())
}

fn content(book: &Book) -> std::io::Result<Vec<u8>> {
    let mut part = part()?;
    part.create_element("office:document-content").with_attributes(NAMES).write_inner_content(
        |part| {
            part.create_element("office:automatic-styles")
                .write_inner_content(|part| styles(part, book))?;
            part.create_element("office:body").write_inner_content(|part| {
                part.create_element("office:spreadsheet").write_inner_content(|part| {
                    for sheet in &book.sheets {
                        table(part, sheet)?;
                    }
                    Ok(())
                })?;
                Ok(())
            })?;
            Ok(())
        },
    )?;
    Ok(part.into_inner())
}

fn styles(part: &mut Part, book: &Book) -> std::io::Result<()> {
    for sheet in &book.sheets {
        for (at, column) in sheet.columns.iter().enumerate() {
            let width = format!("{:.2}cm", column.width * 0.2);
            part.create_element("style:style")
                .with_attribute(("style:name", format!("column{at}").as_str()))
                .with_attribute(("style:family", "table-column"))
                .write_inner_content(|part| {
                    part.create_element("style:table-column-properties")
                        .with_attribute(("style:column-width", width.as_str()))
                        .write_empty()?;
                    Ok(())
                })?;
        }
    }
    part.create_element("number:date-style")
        .with_attribute(("style:name", "day"))
        .write_inner_content(|part| {
            part.create_element("number:day")
                .with_attribute(("number:style", "long"))
                .write_empty()?;
            part.create_element("number:text").write_text_content(BytesText::new("."))?;
            part.create_element("number:month")
                .with_attribute(("number:style", "long"))
                .write_empty()?;
            part.create_element("number:text").write_text_content(BytesText::new("."))?;
            part.create_element("number:year")
                .with_attribute(("number:style", "long"))
                .write_empty()?;
            Ok(())
        })?;
    let colour =
        book.sheets.first().map_or_else(String::new, |sheet| format!("#{:06x}", sheet.colour));
    for (name, fill, weight, size) in [
        ("title", "transparent", "bold", "14pt"),
        ("header", colour.as_str(), "bold", "9pt"),
        ("body", "transparent", "normal", "9pt"),
        ("dated", "transparent", "normal", "9pt"),
        ("total", "#f2f2f2", "bold", "9pt"),
    ] {
        cell_style(part, name, fill, weight, size)?;
    }
    Ok(())
}

fn cell_style(
    part: &mut Part,
    name: &str,
    fill: &str,
    weight: &str,
    size: &str,
) -> std::io::Result<()> {
    let border = if name == "title" { "none" } else { "0.5pt solid #999999" };
    let wrap = if name == "header" { "wrap" } else { "no-wrap" };
    part.create_element("style:style")
        .with_attribute(("style:name", name))
        .with_attribute(("style:family", "table-cell"))
        .with_attributes((name == "dated").then_some(("style:data-style-name", "day")))
        .write_inner_content(|part| {
            part.create_element("style:table-cell-properties")
                .with_attribute(("fo:background-color", fill))
                .with_attribute(("fo:border", border))
                .with_attribute(("fo:wrap-option", wrap))
                .write_empty()?;
            part.create_element("style:text-properties")
                .with_attribute(("fo:font-weight", weight))
                .with_attribute(("fo:font-size", size))
                .write_empty()?;
            Ok(())
        })?;
    Ok(())
}

fn table(part: &mut Part, sheet: &Sheet) -> std::io::Result<()> {
    part.create_element("table:table")
        .with_attribute(("table:name", sheet.name.as_str()))
        .write_inner_content(|part| {
            for at in 0..sheet.columns.len() {
                part.create_element("table:table-column")
                    .with_attribute(("table:style-name", format!("column{at}").as_str()))
                    .write_empty()?;
            }
            for row in &sheet.rows {
                part.create_element("table:table-row")
                    .write_inner_content(|part| cells(part, row))?;
            }
            Ok(())
        })?;
    Ok(())
}

fn cells(part: &mut Part, row: &Row) -> std::io::Result<()> {
    let style = match row.kind {
        RowKind::Title | RowKind::Note => "title",
        RowKind::Header => "header",
        RowKind::Body => "body",
        RowKind::Total => "total",
    };
    if row.cells.is_empty() {
        part.create_element("table:table-cell").write_empty()?;
    }
    for cell in &row.cells {
        let (kind, attribute, value, shown) = match cell {
            Cell::Empty => {
                part.create_element("table:table-cell")
                    .with_attribute(("table:style-name", style))
                    .write_empty()?;
                continue;
            }
            Cell::Text(text) => ("string", "", String::new(), text.clone()),
            Cell::Whole(whole) => ("float", "office:value", whole.to_string(), whole.to_string()),
            Cell::Hundredths(hundredths)
            | Cell::Money(hundredths)
            | Cell::Formula(_, hundredths, _) => {
                let value = format!("{}.{:02}", hundredths / 100, hundredths % 100);
                ("float", "office:value", value.clone(), value)
            }
            Cell::Day(day) => {
                ("date", "office:date-value", day.to_string(), crate::calendar::dotted(*day))
            }
        };
        let style = if kind == "date" { "dated" } else { style };
        part.create_element("table:table-cell")
            .with_attribute(("table:style-name", style))
            .with_attribute(("office:value-type", kind))
            .with_attributes((!attribute.is_empty()).then_some((attribute, value.as_str())))
            .write_inner_content(|part| {
                part.create_element("text:p").write_text_content(BytesText::new(&shown))?;
                Ok(())
            })?;
    }
    Ok(())
}
