//! Tables made in a test, and the three formats in which people keep them.

use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;

use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// One cell of a made table.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Cell {
    /// Nothing.
    Empty,
    /// A text.
    Text(String),
    /// A real date: year, month, day.
    Day(i32, u32, u32),
    /// An amount in grosze.
    Grosze(i64),
}

impl Cell {
    /// An amount as the number that a spreadsheet holds.
    pub(crate) fn zloty(&self) -> f64 {
        decimal(self, '.').parse().unwrap()
    }
}

/// A table with its header in the first row.
#[derive(Clone, PartialEq, Debug)]
pub(crate) struct Table {
    /// Name of its sheet.
    pub(crate) name: String,
    /// Headers.
    pub(crate) header: Vec<String>,
    /// Rows, as wide as the header.
    pub(crate) rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A table of texts; an empty text is an empty cell.
    pub(crate) fn new(name: &str, header: &[&str], rows: &[&[&str]]) -> Self {
        Self {
            name: name.to_owned(),
            header: header.iter().copied().map(str::to_owned).collect(),
            rows: rows.iter().map(|row| row.iter().map(|cell| text(cell)).collect()).collect(),
        }
    }

    /// The same table with its columns in another order.
    pub(crate) fn with_columns(&self, order: &[usize]) -> Self {
        Self {
            name: self.name.clone(),
            header: order.iter().map(|place| self.header[*place].clone()).collect(),
            rows: self
                .rows
                .iter()
                .map(|row| order.iter().map(|place| row[*place].clone()).collect())
                .collect(),
        }
    }

    /// Where a header stands.
    pub(crate) fn column(&self, header: &str) -> usize {
        self.header.iter().position(|known| known == header).unwrap()
    }
}

/// A cell of text.
pub(crate) fn text(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

/// The tables as an Excel workbook with real dates and numbers.
pub(crate) fn xlsx(tables: &[Table]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let date = Format::new().set_num_format("dd.mm.yyyy");
    for table in tables {
        let sheet = workbook.add_worksheet().set_name(&table.name).unwrap();
        for (column, header) in (0_u16..).zip(&table.header) {
            sheet.write_string(0, column, header).unwrap();
        }
        for (row, cells) in (1_u32..).zip(&table.rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                match cell {
                    Cell::Empty => {}
                    Cell::Text(text) => {
                        sheet.write_string(row, column, text).unwrap();
                    }
                    Cell::Day(year, month, day) => {
                        let day = ExcelDateTime::from_ymd(
                            u16::try_from(*year).unwrap(),
                            u8::try_from(*month).unwrap(),
                            u8::try_from(*day).unwrap(),
                        );
                        sheet.write_datetime_with_format(row, column, day.unwrap(), &date).unwrap();
                    }
                    Cell::Grosze(_) => {
                        sheet.write_number(row, column, cell.zloty()).unwrap();
                    }
                }
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// The tables as an `OpenDocument` spreadsheet with real dates and numbers.
pub(crate) fn ods(tables: &[Table]) -> Vec<u8> {
    let mut body = String::new();
    for table in tables {
        body.push_str(&format_args!("<table:table table:name=\"{}\">", table.name).to_string());
        let header: Vec<Cell> = table.header.iter().map(|header| text(header)).collect();
        for row in std::iter::once(&header).chain(&table.rows) {
            body.push_str("<table:table-row>");
            for cell in row {
                body.push_str(&ods_cell(cell));
            }
            body.push_str("</table:table-row>");
        }
        body.push_str("</table:table>");
    }
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content \
         xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
         xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
         xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\">\
         <office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>\
         </office:document-content>"
    );
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    let manifest = format!(
        "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\">\
         <manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"{kind}\"/>\
         </manifest:manifest>"
    );
    zip(&[("mimetype", kind), ("META-INF/manifest.xml", &manifest), ("content.xml", &content)])
}

/// Parts by name as a zip archive.
pub(crate) fn zip(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive.start_file(*name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// Whether a file's name ends in an extension, in small letters or capitals.
pub(crate) fn has_extension(name: &str, extension: &str) -> bool {
    Path::new(name).extension().is_some_and(|known| known.eq_ignore_ascii_case(extension))
}

/// The parts of a zip archive by name.
pub(crate) fn unzip(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for place in 0..archive.len() {
        let mut part = archive.by_index(place).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        parts.push((name, content));
    }
    parts
}

/// A table as text with semicolons, Polish dates and decimal commas.
pub(crate) fn csv(table: &Table) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(&table.header).unwrap();
    for row in &table.rows {
        writer.write_record(row.iter().map(shown)).unwrap();
    }
    writer.into_inner().unwrap()
}

fn shown(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Day(year, month, day) => format!("{day:02}.{month:02}.{year}"),
        Cell::Grosze(_) => decimal(cell, ','),
    }
}

fn ods_cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => "<table:table-cell/>".to_owned(),
        Cell::Text(text) => format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
            text.replace('&', "&amp;").replace('<', "&lt;")
        ),
        Cell::Day(year, month, day) => format!(
            "<table:table-cell office:value-type=\"date\" \
             office:date-value=\"{year}-{month:02}-{day:02}\"><text:p>{}</text:p></table:table-cell>",
            shown(cell)
        ),
        Cell::Grosze(_) => format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{}\">\
             <text:p>{}</text:p></table:table-cell>",
            decimal(cell, '.'),
            shown(cell)
        ),
    }
}

fn decimal(cell: &Cell, point: char) -> String {
    let Cell::Grosze(grosze) = cell else { return String::new() };
    format!("{}{point}{:02}", grosze / 100, grosze % 100)
}
