//! Excel sheets in the form in which programs write them: cells are told apart by their bytes, and the
//! reader of cells reads each different cell once.
//!
//! A sheet repeats itself: of ten million cells, one in ten is different from all others. What a cell
//! means is decided by the reader of cells alone; here is only decided where a cell begins and ends. A
//! sheet in any other form is not read here: the reader of cells then reads all of it.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor, Read};
use std::rc::Rc;

use calamine::{DataRef, Reader, Sheet, Xlsx, XlsxCellReader};
use memchr::memmem::Finder;
use zip::ZipArchive;

use crate::ingest::feed::{Feed, Queue};
use crate::ingest::marks::{LAST_COLUMN, LAST_ROW, Marks, SheetMarks, visit_elements};
use crate::ingest::plain_xml::{is_plain_cell, quoted};
use crate::ingest::sheet_builder::SheetBuilder;
use crate::ingest::workbook::record_number;
use crate::model::{Limits, Places};

/// What is looked at together; a cell of the longest text fits.
const WINDOW: usize = 512 * 1024;

/// Columns of which something is kept in mind.
const COLUMNS: usize = 256;
/// After so many cells on end that were met for the first time, a column is taken to have no others.
const STRANGERS: u32 = 1_000;

/// A workbook whose sheets are read ahead of the reader of cells.
pub(crate) struct PlainSheets<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    parts: BTreeMap<String, usize>,
    workbook: Xlsx<Feed<'a>>,
    queue: Rc<RefCell<Queue>>,
    /// Whether a zero that a formula gave may be no result.
    zero_is_none: bool,
}

/// A sheet that was read.
pub(crate) struct PlainSheet {
    pub(crate) builder: SheetBuilder,
    pub(crate) marks: SheetMarks,
    pub(crate) struck_cells: BTreeSet<(u32, u32)>,
}

impl<'a> PlainSheets<'a> {
    /// `None` when the workbook is not of the usual form.
    pub(crate) fn open(bytes: Cursor<&'a [u8]>) -> Option<Self> {
        let marks = Marks::open(bytes.clone())?;
        let zero_is_none = marks.computes_on_loading;
        let parts = marks.into_parts()?;
        let queue = Rc::new(RefCell::new(Queue::default()));
        let fed: BTreeSet<usize> = parts.values().copied().collect();
        if fed.len() != parts.len() {
            return None;
        }
        let feed = Feed::new(bytes.get_ref(), &fed, Rc::clone(&queue))?;
        let workbook = Xlsx::new(feed).ok()?;
        let archive = ZipArchive::new(bytes).ok()?;
        Some(Self { archive, parts, workbook, queue, zero_is_none })
    }

    pub(crate) fn metadata(&self) -> &[Sheet] {
        self.workbook.sheets_metadata()
    }

    pub(crate) fn counts_from_1904(&self) -> bool {
        self.workbook.has_1904_epoch()
    }

    /// Reads a sheet of at most `cells` cells; `None` when it is not of the usual form, holds more, or
    /// anything else is wrong with it: whoever reads all of it will say what.
    pub(crate) fn read(
        &mut self,
        path: &str,
        name: &str,
        cells: usize,
        limits: Limits,
    ) -> Option<PlainSheet> {
        let index = *self.parts.get(name)?;
        let part = self.archive.by_index(index).ok()?;
        let size = part.size();
        let mut window = Window::new(part.take(size));
        let head = window.head()?;
        let mut marks = SheetMarks::default();
        visit_elements(head, |element| marks.visit(element))?;
        {
            let mut queue = self.queue.borrow_mut();
            queue.open();
            queue.push(head);
        }
        let head = head.len();
        window.advance(head);
        let reader = self.workbook.worksheet_cells_reader(name).ok()?;
        if self.queue.borrow().part() != Some(index) {
            return None;
        }
        let through: Vec<bool> = reader
            .styles()
            .iter()
            .map(|style| style.font.as_ref().is_some_and(calamine::Font::has_strikethrough))
            .collect();
        let mut walk = Walk {
            cells: Cells::new(reader, Rc::clone(&self.queue), limits, self.zero_is_none, through),
            builder: SheetBuilder::new(path, name),
            marks,
            struck_cells: BTreeSet::new(),
            row: 0,
        };
        while walk.row(&mut window)? {
            if walk.builder.len() > cells {
                return None;
            }
        }
        let Walk { builder, mut marks, struck_cells, .. } = walk;
        let tail = BufReader::new(window.rest().chain(window.source));
        visit_elements(tail, |element| marks.visit(element))?;
        Some(PlainSheet { builder, marks, struck_cells })
    }
}

/// The way down a sheet.
struct Walk<'a, 'b> {
    cells: Cells<'a, 'b>,
    builder: SheetBuilder,
    marks: SheetMarks,
    struck_cells: BTreeSet<(u32, u32)>,
    /// The row that is being read.
    row: u32,
}

impl Walk<'_, '_> {
    /// Reads a row with its cells; `false` at the end of the sheet.
    fn row(&mut self, window: &mut Window<impl Read>) -> Option<bool> {
        window.skip_space();
        let tag = match window.until(b'>')? {
            b"</sheetData>" => {
                window.advance(b"</sheetData>".len());
                return Some(false);
            }
            tag => tag,
        };
        let length = tag.len();
        let attributes = tag.strip_prefix(b"<row")?.strip_suffix(b">")?;
        let (attributes, is_empty) = match attributes.strip_suffix(b"/") {
            Some(attributes) => (attributes, true),
            None => (attributes, false),
        };
        let (mut number, mut hidden) = (None, false);
        for attribute in quoted(attributes) {
            match attribute? {
                (b"r", value) if number.is_none() => number = Some(whole(value, LAST_ROW + 1)?),
                (b"r", _) => return None,
                (b"hidden", value) => hidden = matches!(value, b"1" | b"true"),
                _ => {}
            }
        }
        self.row = self.marks.row(number, hidden);
        window.advance(length);
        while !is_empty && self.cell(window)? {}
        Some(true)
    }

    /// Reads a cell; `false` at the end of the row.
    fn cell(&mut self, window: &mut Window<impl Read>) -> Option<bool> {
        window.skip_space();
        let Some((row, column, reference)) = reference(window.start_of_cell()) else {
            let end = b"</row>";
            window.until(b'>')?.eq(end).then(|| window.advance(end.len()))?;
            return Some(false);
        };
        let length = window.cell(reference)?;
        let cell = window.buffer.get(window.at + reference..window.at + length)?;
        let meaning = self.cells.get(cell, column, &mut self.builder)?;
        if let Some(number) = meaning.value {
            self.builder.place(row, column, number);
        }
        if meaning.is_struck {
            self.struck_cells.insert((row, column));
        }
        window.advance(length);
        Some(true)
    }
}

/// Reads `<c r="AB12"`: row and column from 0, and its length. The reference lies within a sheet.
fn reference(cell: &[u8]) -> Option<(u32, u32, usize)> {
    let reference = cell.strip_prefix(b"<c r=\"")?;
    let letters = reference.iter().take(4).take_while(|byte| byte.is_ascii_alphabetic()).count();
    let column = reference
        .get(..letters)?
        .iter()
        .fold(0, |column, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    let digits = reference.get(letters..)?;
    let count = digits.iter().take(8).take_while(|byte| byte.is_ascii_digit()).count();
    let row = whole(digits.get(..count)?, LAST_ROW + 1)?;
    let is_column = (1..=LAST_COLUMN + 1).contains(&column) && letters <= 3;
    let is_whole = is_column && digits.get(count) == Some(&b'"');
    is_whole.then(|| (row - 1, column - 1, b"<c r=\"\"".len() + letters + count))
}

/// A number from 1 to `last`.
fn whole(digits: &[u8], last: u32) -> Option<u32> {
    if digits.is_empty() || digits.len() > 7 || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let number = digits.iter().fold(0, |number, digit| number * 10 + u32::from(digit - b'0'));
    (1..=last).contains(&number).then_some(number)
}

/// Every different cell, without its place, and what the reader of cells says of it.
struct Cells<'a, 'b> {
    reader: XlsxCellReader<'a, Feed<'b>>,
    queue: Rc<RefCell<Queue>>,
    limits: Limits,
    zero_is_none: bool,
    /// Which styles strike out.
    through: Vec<bool>,
    bytes: Vec<u8>,
    known: Vec<Known>,
    places: Places,
    /// What is known of the first columns.
    columns: Vec<Column>,
}

#[derive(Clone, Copy)]
struct Known {
    /// Where its bytes begin, and how many there are.
    start: u32,
    length: u32,
    meaning: Meaning,
}

#[derive(Clone, Copy)]
struct Meaning {
    /// The number of its value, if it holds one.
    value: Option<u32>,
    is_struck: bool,
}

/// What is known of a column.
#[derive(Clone, Copy, Default)]
struct Column {
    /// The cell met last: many columns repeat themselves from row to row.
    last: u32,
    /// How many cells on end were met for the first time.
    strangers: u32,
}

impl<'a, 'b> Cells<'a, 'b> {
    fn new(
        reader: XlsxCellReader<'a, Feed<'b>>,
        queue: Rc<RefCell<Queue>>,
        limits: Limits,
        zero_is_none: bool,
        through: Vec<bool>,
    ) -> Self {
        let (bytes, known, places) = (Vec::new(), Vec::new(), Places::default());
        let columns = vec![Column::default(); COLUMNS];
        Self { reader, queue, limits, zero_is_none, through, bytes, known, places, columns }
    }

    /// What a cell means, given its bytes behind the reference: ` s="1"><v>2</v></c>`.
    fn get(&mut self, cell: &[u8], column: u32, builder: &mut SheetBuilder) -> Option<Meaning> {
        let index = usize::try_from(column).ok()?;
        let mut column = self.columns.get(index).copied().unwrap_or_default();
        if self.bytes_of(column.last) == Some(cell) {
            return self.at(column.last).map(|known| known.meaning);
        }
        let values = builder.value_count();
        let meaning = if column.strangers < STRANGERS {
            column.last = self.place(cell, builder)?;
            self.at(column.last)?.meaning
        } else {
            // Numbers of persons and papers: nothing is gained by keeping them.
            self.read(cell, builder)?
        };
        let is_new = builder.value_count() > values;
        column.strangers = if is_new { column.strangers.saturating_add(1) } else { 0 };
        if let Some(known) = self.columns.get_mut(index) {
            *known = column;
        }
        Some(meaning)
    }

    /// The place of a cell among those that are known.
    fn place(&mut self, cell: &[u8], builder: &mut SheetBuilder) -> Option<u32> {
        let hash = self.places.hash(cell);
        let known = self.places.find(hash, |place| self.bytes_of(place) == Some(cell));
        if known.is_some() {
            return known;
        }
        let meaning = self.read(cell, builder)?;
        let start = u32::try_from(self.bytes.len()).ok()?;
        let length = u32::try_from(cell.len()).ok()?;
        let place = u32::try_from(self.known.len()).ok()?;
        self.bytes.extend_from_slice(cell);
        self.known.push(Known { start, length, meaning });
        self.places.insert(hash, place);
        Some(place)
    }

    fn at(&self, place: u32) -> Option<Known> {
        self.known.get(usize::try_from(place).ok()?).copied()
    }

    fn bytes_of(&self, place: u32) -> Option<&[u8]> {
        let Known { start, length, .. } = self.at(place)?;
        let start = usize::try_from(start).ok()?;
        self.bytes.get(start..start + usize::try_from(length).ok()?)
    }

    /// Has the reader of cells read a cell.
    fn read(&mut self, cell: &[u8], builder: &mut SheetBuilder) -> Option<Meaning> {
        let style = is_plain_cell(cell)?;
        {
            let mut queue = self.queue.borrow_mut();
            queue.push(b"<c");
            queue.push(cell);
        }
        let record = self.reader.next_cell_with_formula_metadata().ok()??;
        let value = record_number(builder, &record, self.zero_is_none, self.limits).ok()?;
        let holds = !matches!(record.value, DataRef::Empty);
        let is_struck = holds && self.through.get(style) == Some(&true);
        Some(Meaning { value, is_struck })
    }
}

/// The part of a sheet that is being looked at.
struct Window<R> {
    source: R,
    buffer: Vec<u8>,
    at: usize,
    is_over: bool,
    end_of_cell: Finder<'static>,
}

impl<R: Read> Window<R> {
    fn new(source: R) -> Self {
        let end_of_cell = Finder::new(b"</c>");
        Self { source, buffer: Vec::with_capacity(WINDOW), at: 0, is_over: false, end_of_cell }
    }

    fn rest(&self) -> Cursor<Vec<u8>> {
        Cursor::new(self.buffer.get(self.at..).unwrap_or_default().to_vec())
    }

    fn advance(&mut self, length: usize) {
        self.at += length;
    }

    /// Reads on; `None` when there is nothing more, or what is looked at together is too long.
    fn more(&mut self) -> Option<()> {
        if self.is_over || self.buffer.len() - self.at >= WINDOW {
            return None;
        }
        self.buffer.drain(..self.at);
        self.at = 0;
        let room = u64::try_from(WINDOW - self.buffer.len()).unwrap_or(0);
        let read = self.source.by_ref().take(room).read_to_end(&mut self.buffer).ok()?;
        self.is_over = read == 0;
        (read > 0).then_some(())
    }

    fn seen(&self) -> &[u8] {
        self.buffer.get(self.at..).unwrap_or_default()
    }

    /// Everything up to and with `<sheetData>`.
    fn head(&mut self) -> Option<&[u8]> {
        const START: &[u8] = b"<sheetData>";
        self.more()?;
        let end = memchr::memmem::find(self.seen(), START)? + START.len();
        let head = self.seen().get(..end)?;
        // Comments and the like could hold what is looked for.
        memchr::memmem::find(head, b"<!").is_none().then_some(head)
    }

    fn skip_space(&mut self) {
        loop {
            let space = self.seen().iter().take_while(|byte| byte.is_ascii_whitespace()).count();
            self.at += space;
            if !self.seen().is_empty() || self.more().is_none() {
                return;
            }
        }
    }

    /// Up to and with a byte.
    fn until(&mut self, last: u8) -> Option<&[u8]> {
        loop {
            if let Some(end) = memchr::memchr(last, self.seen()) {
                return self.seen().get(..=end);
            }
            self.more()?;
        }
    }

    /// Enough of a cell to see its reference, if there is one.
    fn start_of_cell(&mut self) -> &[u8] {
        if self.seen().len() < 32 {
            self.more();
        }
        self.seen()
    }

    /// The length of a cell, whose reference ends at `from`.
    fn cell(&mut self, from: usize) -> Option<usize> {
        loop {
            let seen = self.seen();
            if let Some(end) = memchr::memchr(b'>', seen.get(from..)?) {
                let end = from + end + 1;
                if seen.get(end.checked_sub(2)?) == Some(&b'/') {
                    return Some(end);
                }
                if let Some(length) = self.end_of_cell.find(seen.get(end..)?) {
                    return Some(end + length + b"</c>".len());
                }
            }
            self.more()?;
        }
    }
}

#[cfg(test)]
mod tests;
