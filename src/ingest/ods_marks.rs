//! What calamine does not tell of an `OpenDocument` workbook: cells struck out or merged, hidden rows and
//! columns, cells that hold no value.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use zip::ZipArchive;

use crate::ingest::marks::attribute;
use crate::ingest::ods_values::CellWatch;
use crate::ingest::{MergedCells, RawCell, ReadProblem};

/// A repeated row or column goes on to the end of the sheet; marks are kept for so many.
const LONGEST_REPEAT: u32 = 100_000;
/// No workbook that anybody looks at has more cells without a value in a sheet.
const MOST_OVERLOOKED: usize = 1_000_000;

/// The marks of one sheet; rows and columns from 0.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct OdsMarks {
    pub(crate) struck_cells: BTreeSet<(u32, u32)>,
    /// Cells merged over several rows.
    pub(crate) merged: Vec<MergedCells>,
    pub(crate) hidden_rows: BTreeSet<u32>,
    pub(crate) hidden_columns: BTreeSet<u32>,
    /// Cells that calamine takes for something else.
    pub(crate) overlooked: BTreeMap<(u32, u32), RawCell>,
}

/// The marks of every sheet by its name; `None` when the parts are not of the usual form.
pub(crate) fn read(
    bytes: Cursor<&[u8]>,
) -> Result<Option<BTreeMap<String, OdsMarks>>, ReadProblem> {
    let Ok(mut archive) = ZipArchive::new(bytes) else { return Ok(None) };
    let mut walk = Walk::default();
    // Styles with names of their own; a workbook may have none.
    walk.part(&mut archive, "styles.xml");
    let whole = walk.part(&mut archive, "content.xml").is_some();
    if walk.sheets.values().any(|marks| marks.overlooked.len() > MOST_OVERLOOKED) {
        return Err(ReadProblem::TooLarge);
    }
    Ok((whole && walk.seen_table).then_some(walk.sheets))
}

#[derive(Default)]
struct Walk {
    /// Style to whether it strikes out (unsaid: as its parent does), and its parent.
    styles: BTreeMap<String, (Option<bool>, Option<String>)>,
    style: Option<String>,
    sheets: BTreeMap<String, OdsMarks>,
    seen_table: bool,
    table: String,
    /// Default cell styles of columns: first column, one after the last, style.
    columns: Vec<(u32, u32, String)>,
    next_column: u32,
    next_row: u32,
    row: Row,
    cell: Option<(bool, bool)>,
    watch: Option<CellWatch>,
    /// The cell's column, and how many columns it stands for.
    columns_of_cell: (u32, u32),
    in_annotation: bool,
}

#[derive(Default)]
struct Row {
    repeated: u32,
    style: Option<String>,
    column: u32,
    /// Struck cells: first column, and over how many.
    struck: Vec<(u32, u32)>,
}

impl Walk {
    fn part(&mut self, archive: &mut ZipArchive<Cursor<&[u8]>>, path: &str) -> Option<()> {
        let part = archive.by_name(path).ok()?;
        let limit = part.size();
        let mut reader = Reader::from_reader(BufReader::new(part.take(limit)));
        let mut buffer = Vec::new();
        loop {
            match reader.read_event_into(&mut buffer).ok()? {
                Event::Start(element) => self.start(&element),
                Event::Empty(element) => {
                    self.start(&element);
                    self.end(element.name().as_ref());
                }
                Event::End(element) => self.end(element.name().as_ref()),
                Event::Text(text) if !self.in_annotation => {
                    if let Some(watch) = &mut self.watch {
                        watch.text(&text);
                    }
                }
                Event::Eof => return Some(()),
                _ => {}
            }
            buffer.clear();
        }
    }

    fn start(&mut self, element: &BytesStart<'_>) {
        match element.name().as_ref() {
            "style:style" => {
                self.style = attribute(element, "style:name");
                if let Some(name) = &self.style {
                    let parent = attribute(element, "style:parent-style-name");
                    self.styles.insert(name.clone(), (None, parent));
                }
            }
            "style:text-properties" => {
                let line = attribute(element, "style:text-line-through-style")
                    .or_else(|| attribute(element, "style:text-line-through-type"));
                if let (Some(line), Some(name)) = (line, &self.style)
                    && let Some((struck, _)) = self.styles.get_mut(name)
                {
                    *struck = Some(line != "none");
                }
            }
            "table:table" => {
                self.seen_table = true;
                self.table = attribute(element, "table:name").unwrap_or_default();
                self.columns.clear();
                (self.next_column, self.next_row) = (0, 0);
            }
            "table:table-column" => self.column(element),
            "table:table-row" => {
                let style = attribute(element, "table:default-cell-style-name");
                let repeated = repeated(element, "table:number-rows-repeated");
                if is_hidden(element) {
                    let rows = span(self.next_row, repeated);
                    self.marks().hidden_rows.extend(rows);
                }
                self.row = Row { repeated, style, column: 0, struck: Vec::new() };
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let holds = attribute(element, "office:value-type").is_some();
                let style = attribute(element, "table:style-name")
                    .or_else(|| self.row.style.clone())
                    .or_else(|| self.style_of_column(self.row.column));
                let struck = style.is_some_and(|style| self.strikes(&style));
                let repeated = repeated(element, "table:number-columns-repeated");
                self.columns_of_cell = (self.row.column, repeated);
                let rows = span_of(element);
                if rows > 1 {
                    let (column, first) = (self.row.column, self.next_row);
                    let last = first.saturating_add(rows - 1);
                    self.marks().merged.push(MergedCells { column, first, last });
                }
                self.row.column = self.row.column.saturating_add(repeated);
                self.cell = Some((holds, struck));
                self.watch = Some(CellWatch::open(element));
            }
            "office:annotation" => self.in_annotation = true,
            "text:span" => {
                let strikes =
                    attribute(element, "text:style-name").is_some_and(|style| self.strikes(&style));
                if let Some((_, struck)) = &mut self.cell {
                    *struck |= strikes;
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "style:style" => self.style = None,
            "table:table-cell" | "table:covered-table-cell" => {
                if self.cell.take() == Some((true, true)) {
                    self.row.struck.push(self.columns_of_cell);
                }
                if let Some(cell) = self.watch.take().and_then(|watch| watch.close()) {
                    self.overlook(cell);
                }
            }
            "office:annotation" => self.in_annotation = false,
            "table:table-row" => {
                self.strike();
                self.next_row = self.next_row.saturating_add(self.row.repeated);
            }
            _ => {}
        }
    }

    fn strike(&mut self) {
        let rows = span(self.next_row, self.row.repeated);
        let columns = std::mem::take(&mut self.row.struck);
        let struck = &mut self.marks().struck_cells;
        for row in rows {
            for (column, repeated) in &columns {
                if struck.len() > MOST_OVERLOOKED {
                    return;
                }
                struck.extend(span(*column, *repeated).map(|column| (row, column)));
            }
        }
    }

    fn overlook(&mut self, cell: RawCell) {
        let rows = span(self.next_row, self.row.repeated);
        let (column, repeated) = self.columns_of_cell;
        let overlooked = &mut self.marks().overlooked;
        for row in rows {
            for column in span(column, repeated) {
                if overlooked.len() > MOST_OVERLOOKED {
                    return;
                }
                overlooked.insert((row, column), cell);
            }
        }
    }

    fn column(&mut self, element: &BytesStart<'_>) {
        let repeated = repeated(element, "table:number-columns-repeated");
        let first = self.next_column;
        self.next_column = first.saturating_add(repeated);
        if is_hidden(element) {
            let columns = span(first, repeated);
            self.marks().hidden_columns.extend(columns);
        }
        if let Some(style) = attribute(element, "table:default-cell-style-name") {
            self.columns.push((first, self.next_column, style));
        }
    }

    fn style_of_column(&self, column: u32) -> Option<String> {
        let found =
            self.columns.iter().find(|(first, after, _)| (*first..*after).contains(&column));
        found.map(|(_, _, style)| style.clone())
    }

    fn strikes(&self, style: &str) -> bool {
        let mut name = style;
        // Real chains have two or three links; a ring must not hang the reader.
        for _ in 0..16 {
            match self.styles.get(name) {
                Some((Some(struck), _)) => return *struck,
                Some((None, Some(parent))) => name = parent,
                _ => return false,
            }
        }
        false
    }

    fn marks(&mut self) -> &mut OdsMarks {
        self.sheets.entry(self.table.clone()).or_default()
    }
}

fn repeated(element: &BytesStart<'_>, name: &str) -> u32 {
    attribute(element, name).and_then(|number| number.parse().ok()).unwrap_or(1)
}

/// Over how many rows a cell is merged.
fn span_of(element: &BytesStart<'_>) -> u32 {
    repeated(element, "table:number-rows-spanned")
}

fn span(first: u32, count: u32) -> std::ops::Range<u32> {
    first..first.saturating_add(count.min(LONGEST_REPEAT))
}

fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "table:visibility").is_some_and(|value| value != "visible")
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;
    use crate::ingest::CellError;

    fn archive(content: &str) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        writer.start_file("content.xml", options).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn rows_that_are_struck_out_or_hidden_are_known_by_their_numbers() {
        let bytes = archive(
            r#"<office:document-content><office:automatic-styles>
            <style:style style:name="red" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>
            <style:style style:name="child" style:parent-style-name="red"/>
            <style:style style:name="plain"><style:text-properties style:text-line-through-style="none"/></style:style>
            </office:automatic-styles><office:body><table:table table:name="A">
            <table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>
            <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell/><table:table-cell table:style-name="child" office:value-type="float"><text:p>1</text:p></table:table-cell></table:table-row>
            <table:table-row table:visibility="filter"><table:table-cell table:style-name="plain" office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>
            <table:table-row><table:table-cell table:style-name="red"/></table:table-row>
            <table:table-row><table:table-cell office:value-type="string"><text:p><text:span text:style-name="red">x</text:span></text:p></table:table-cell></table:table-row>
            </table:table></office:body></office:document-content>"#,
        );
        let sheets = read(Cursor::new(&bytes)).unwrap().unwrap();
        let marks = &sheets["A"];
        // The third row by the parent of its style, the sixth by a part of its text; the fifth is
        // empty, and what is not there cannot be struck out.
        assert_eq!(marks.struck_cells, BTreeSet::from([(2, 1), (5, 0)]));
        assert_eq!(marks.hidden_rows, BTreeSet::from([3]));
        assert_eq!(marks.hidden_columns, BTreeSet::from([2]));
    }

    #[test]
    fn a_part_of_another_form_gives_no_marks() {
        assert_eq!(read(Cursor::new(&archive("<x/>"))), Ok(None));
    }

    #[test]
    fn errors_and_formulas_without_a_value_are_known_by_their_cells() {
        let bytes = archive(
            r#"<office:document-content><office:body><table:table table:name="A">
            <table:table-row><table:table-cell table:number-columns-repeated="2"/>
            <table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#DZIEL/0!</text:p></table:table-cell>
            <table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"><text:p>#DIV/0!</text:p></table:table-cell>
            <table:table-cell table:formula="of:=A1" calcext:value-type="error"><text:p>Err:508</text:p></table:table-cell>
            <table:table-cell table:formula="of:=A1" table:number-columns-repeated="2"/>
            <table:table-cell office:value-type="float"><text:p>350</text:p></table:table-cell>
            <table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string" office:string-value=""/>
            <table:table-cell table:formula="of:=A1" office:value-type="float" office:value="0"><office:annotation><text:p>#N/A</text:p></office:annotation><text:p>0</text:p></table:table-cell>
            <table:table-cell office:value-type="string"><text:p>#N/A</text:p></table:table-cell></table:table-row>
            </table:table></office:body></office:document-content>"#,
        );
        let sheets = read(Cursor::new(&bytes)).unwrap().unwrap();
        let found: Vec<_> = sheets["A"]
            .overlooked
            .iter()
            .map(|((row, column), cell)| (*row, *column, *cell))
            .collect();
        let division = RawCell::Error(CellError::Division);
        let expected = [
            (0, 2, division),
            (0, 3, division),
            (0, 4, RawCell::Error(CellError::Other)),
            (0, 5, RawCell::NoValue),
            (0, 6, RawCell::NoValue),
            (0, 7, RawCell::NoValue),
        ];
        assert_eq!(found, expected);
    }
}
