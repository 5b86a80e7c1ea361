//! Old workbooks: records of BIFF8 in a container of sectors.

use super::{serial, wide};
use crate::pipeline::tables::{Cell, Table, text};

const SECTOR: usize = 512;
const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
const FREE: u32 = 0xFFFF_FFFF;

/// The records of one sheet.
#[derive(Default)]
pub(crate) struct OldSheet {
    pub(crate) name: String,
    records: Vec<u8>,
}

impl OldSheet {
    pub(crate) fn new(name: &str) -> Self {
        Self { name: name.to_owned(), records: Vec::new() }
    }

    /// A record of a cell: row, column, format, and what follows.
    pub(crate) fn cell(&mut self, kind: u16, row: u16, column: u16, format: u16, rest: &[u8]) {
        let head = [row, column, format].map(u16::to_le_bytes).concat();
        self.record(kind, &[&head, rest].concat());
    }

    pub(crate) fn text(&mut self, row: u16, column: u16, text: &str) {
        let length = u16::try_from(text.encode_utf16().count()).unwrap().to_le_bytes();
        self.cell(0x0204, row, column, 0, &[&length[..], &[1], &wide(text)].concat());
    }

    pub(crate) fn number(&mut self, row: u16, column: u16, format: u16, number: f64) {
        self.cell(0x0203, row, column, format, &number.to_le_bytes());
    }

    /// A formula `1+1` with what is stored as its result, and its options.
    pub(crate) fn formula(&mut self, row: u16, column: u16, result: [u8; 8], options: u16) {
        let formula = [0x1E, 1, 0, 0x1E, 1, 0, 0x03];
        let length = u16::try_from(formula.len()).unwrap().to_le_bytes();
        let rest = [&result[..], &options.to_le_bytes(), &[0; 4], &length, &formula].concat();
        self.cell(0x0006, row, column, 0, &rest);
    }

    /// The text of the formula before it.
    pub(crate) fn formula_text(&mut self, text: &str) {
        let length = u16::try_from(text.encode_utf16().count()).unwrap().to_le_bytes();
        self.record(0x0207, &[&length[..], &[1], &wide(text)].concat());
    }

    fn record(&mut self, kind: u16, data: &[u8]) {
        record(&mut self.records, kind, data);
    }
}

/// A workbook of these sheets; format 0 is plain, format 1 a date.
pub(crate) fn old_workbook(sheets: &[OldSheet]) -> Vec<u8> {
    old_workbook_with(sheets, &[])
}

/// The same with further records before the list of sheets: kind and content.
pub(crate) fn old_workbook_with(sheets: &[OldSheet], more: &[(u16, &[u8])]) -> Vec<u8> {
    let mut globals = Vec::new();
    begin(&mut globals, 0x0005);
    for format in [0_u16, 14] {
        let mut data = vec![0; 20];
        data[2..4].copy_from_slice(&format.to_le_bytes());
        record(&mut globals, 0x00E0, &data);
    }
    for (kind, data) in more {
        record(&mut globals, *kind, data);
    }
    // The list of sheets names the place of each: its own length must be known first.
    let list: usize = sheets.iter().map(|sheet| 12 + wide(&sheet.name).len()).sum();
    let mut place = globals.len() + list + 4;
    let mut bodies = Vec::new();
    for sheet in sheets {
        let name = wide(&sheet.name);
        let units = u8::try_from(name.len() / 2).unwrap();
        let head = [&u32::try_from(place).unwrap().to_le_bytes()[..], &[0, 0, units, 1]].concat();
        record(&mut globals, 0x0085, &[head, name].concat());
        let mut body = Vec::new();
        begin(&mut body, 0x0010);
        body.extend_from_slice(&sheet.records);
        record(&mut body, 0x000A, &[]);
        place += body.len();
        bodies.push(body);
    }
    record(&mut globals, 0x000A, &[]);
    container(&[globals, bodies.concat()].concat())
}

/// The tables as an old workbook with real dates and numbers.
pub(crate) fn xls(tables: &[Table]) -> Vec<u8> {
    let sheets: Vec<OldSheet> = tables.iter().map(sheet).collect();
    old_workbook(&sheets)
}

fn sheet(table: &Table) -> OldSheet {
    let mut sheet = OldSheet::new(&table.name);
    let header: Vec<Cell> = table.header.iter().map(|header| text(header)).collect();
    for (row, cells) in (0_u16..).zip(std::iter::once(&header).chain(&table.rows)) {
        for (column, cell) in (0_u16..).zip(cells) {
            match cell {
                Cell::Empty => {}
                Cell::Text(text) => sheet.text(row, column, text),
                Cell::Day(year, month, day) => {
                    sheet.number(row, column, 1, serial((*year, *month, *day)));
                }
                Cell::Grosze(_) => sheet.number(row, column, 0, cell.zloty()),
            }
        }
    }
    sheet
}

fn begin(records: &mut Vec<u8>, kind: u16) {
    let mut data = [0x0600_u16.to_le_bytes(), kind.to_le_bytes()].concat();
    data.resize(16, 0);
    record(records, 0x0809, &data);
}

fn record(records: &mut Vec<u8>, kind: u16, data: &[u8]) {
    records.extend_from_slice(&kind.to_le_bytes());
    records.extend_from_slice(&u16::try_from(data.len()).unwrap().to_le_bytes());
    records.extend_from_slice(data);
}

/// One stream in a container: tables of sectors first, then the directory, then the stream.
fn container(stream: &[u8]) -> Vec<u8> {
    let mut stream = stream.to_vec();
    // Shorter streams would lie among the small ones.
    stream.resize(stream.len().max(4_096).next_multiple_of(SECTOR), 0);
    let data = stream.len() / SECTOR;
    // The head has room for so many.
    let tables = (1..=109).find(|tables| tables * (SECTOR / 4) > tables + data).unwrap();
    let mut next: Vec<u32> = vec![0xFFFF_FFFD; tables];
    next.push(END_OF_CHAIN);
    let first = u32::try_from(tables + 1).unwrap();
    next.extend((1..data).map(|place| first + u32::try_from(place).unwrap()));
    next.push(END_OF_CHAIN);
    next.resize(tables * SECTOR / 4, FREE);

    let mut head = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    head.resize(24, 0);
    head.extend([0x3E, 3, 0xFFFE, 9, 6].map(u16::to_le_bytes).concat());
    head.resize(44, 0);
    let tables = u32::try_from(tables).unwrap();
    let numbers = [tables, tables, 0, 4_096, END_OF_CHAIN, 0, END_OF_CHAIN, 0];
    head.extend(numbers.map(u32::to_le_bytes).concat());
    head.extend((0..tables).flat_map(u32::to_le_bytes));
    head.resize(SECTOR, 0xFF);

    let length = u32::try_from(stream.len()).unwrap();
    let mut directory = entry("Root Entry", 5, 1, END_OF_CHAIN, 0);
    directory.extend(entry("Workbook", 2, FREE, first, length));
    directory.resize(SECTOR, 0);
    let next = next.into_iter().flat_map(u32::to_le_bytes).collect();
    [head, next, directory, stream].concat()
}

fn entry(name: &str, kind: u8, child: u32, start: u32, length: u32) -> Vec<u8> {
    let mut entry = wide(name);
    let bytes = u16::try_from(entry.len() + 2).unwrap();
    entry.resize(64, 0);
    entry.extend(bytes.to_le_bytes());
    entry.extend([kind, 1]);
    entry.extend([FREE, FREE, child].map(u32::to_le_bytes).concat());
    entry.resize(116, 0);
    entry.extend([start, length, 0].map(u32::to_le_bytes).concat());
    entry
}
