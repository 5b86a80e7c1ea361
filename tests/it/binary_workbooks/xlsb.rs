//! Binary workbooks of today: the parts of a zip file, each a list of records.

use super::{serial, wide};
use crate::hostile::parts::zip;
use crate::pipeline::tables::{Cell, Table, text};

/// One sheet: its name, its part below `xl/`, and its records.
#[derive(Clone)]
pub(crate) struct BinarySheet {
    pub(crate) name: String,
    pub(crate) part: String,
    rows: Vec<u8>,
}

impl BinarySheet {
    /// A worksheet with a number of its own.
    pub(crate) fn new(name: &str, number: usize) -> Self {
        let part = format!("worksheets/sheet{number}.bin");
        Self { name: name.to_owned(), part, rows: Vec::new() }
    }

    pub(crate) fn row(&mut self, row: u32) {
        let mut data = row.to_le_bytes().to_vec();
        data.resize(17, 0);
        record(&mut self.rows, 0x0000, &data);
    }

    /// A record of a cell: column, format, and what follows.
    pub(crate) fn cell(&mut self, kind: u16, column: u32, format: u32, rest: &[u8]) {
        let head = [column, format].map(u32::to_le_bytes).concat();
        record(&mut self.rows, kind, &[&head, rest].concat());
    }

    pub(crate) fn text(&mut self, column: u32, text: &str) {
        self.cell(0x0006, column, 0, &wide_text(text));
    }

    /// A formula whose result is an error value.
    pub(crate) fn error_formula(&mut self, column: u32, code: u8) {
        self.cell(0x000B, column, 0, &[code, 0, 0, 3, 0, 0, 0, 0x1E, 1, 0, 0, 0, 0, 0]);
    }
}

/// A workbook of these sheets; format 0 is plain, format 1 a date.
pub(crate) fn binary_workbook(sheets: &[BinarySheet]) -> Vec<u8> {
    let mut list = Vec::new();
    record(&mut list, 0x0083, &[]);
    record(&mut list, 0x0099, &[0; 12]);
    record(&mut list, 0x008F, &[]);
    let mut relations = String::new();
    let mut parts = Vec::new();
    for (number, sheet) in (1_u32..).zip(sheets) {
        let relation = format!("rId{number}");
        let head = [0_u32, number].map(u32::to_le_bytes).concat();
        let data = [head, wide_text(&relation), wide_text(&sheet.name)].concat();
        record(&mut list, 0x009C, &data);
        let target = format_args!(r#"<Relationship Id="{relation}" Target="{}"/>"#, sheet.part);
        relations.push_str(&target.to_string());
        let mut part = Vec::new();
        record(&mut part, 0x0081, &[]);
        record(&mut part, 0x0094, &[0; 16]);
        record(&mut part, 0x0091, &[]);
        part.extend_from_slice(&sheet.rows);
        record(&mut part, 0x0092, &[]);
        record(&mut part, 0x0082, &[]);
        parts.push((format!("xl/{}", sheet.part), part));
    }
    record(&mut list, 0x0090, &[]);
    record(&mut list, 0x0084, &[]);
    let mut styles = Vec::new();
    record(&mut styles, 0x0269, &2_u32.to_le_bytes());
    for format in [0_u16, 14] {
        let mut data = vec![0; 16];
        data[2..4].copy_from_slice(&format.to_le_bytes());
        record(&mut styles, 0x002F, &data);
    }
    let relations = format!("<Relationships>{relations}</Relationships>");
    let mut all: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.bin", &list),
        ("xl/_rels/workbook.bin.rels", relations.as_bytes()),
        ("xl/styles.bin", &styles),
    ];
    all.extend(parts.iter().map(|(name, part)| (name.as_str(), part.as_slice())));
    zip(&all)
}

/// The tables as a binary workbook with real dates and numbers.
pub(crate) fn xlsb(tables: &[Table]) -> Vec<u8> {
    let sheets: Vec<BinarySheet> =
        (1..).zip(tables).map(|(number, table)| sheet(table, number)).collect();
    binary_workbook(&sheets)
}

fn sheet(table: &Table, number: usize) -> BinarySheet {
    let mut sheet = BinarySheet::new(&table.name, number);
    let header: Vec<Cell> = table.header.iter().map(|header| text(header)).collect();
    for (row, cells) in (0_u32..).zip(std::iter::once(&header).chain(&table.rows)) {
        sheet.row(row);
        for (column, cell) in (0_u32..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => sheet.text(column, text),
                Cell::Day(year, month, day) => {
                    let number = serial((*year, *month, *day));
                    sheet.cell(0x0005, column, 1, &number.to_le_bytes());
                }
                Cell::Grosze(_) => sheet.cell(0x0005, column, 0, &cell.zloty().to_le_bytes()),
            }
        }
    }
    sheet
}

fn wide_text(text: &str) -> Vec<u8> {
    let units = u32::try_from(text.encode_utf16().count()).unwrap();
    [&units.to_le_bytes()[..], &wide(text)].concat()
}

/// Kind and length in groups of seven bits, lowest first.
fn record(records: &mut Vec<u8>, kind: u16, data: &[u8]) {
    for mut number in [u32::from(kind), u32::try_from(data.len()).unwrap()] {
        loop {
            let group = u8::try_from(number & 0x7F).unwrap();
            number >>= 7;
            records.push(if number == 0 { group } else { group | 0x80 });
            if number == 0 {
                break;
            }
        }
    }
    records.extend_from_slice(data);
}
