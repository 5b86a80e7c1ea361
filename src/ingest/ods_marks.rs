//! What calamine does not tell of an `OpenDocument` workbook: rows struck out, hidden rows and columns.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use zip::ZipArchive;

use crate::ingest::marks::attribute;

/// A repeated row or column goes on to the end of the sheet; marks are kept for so many.
const LONGEST_REPEAT: u32 = 100_000;

/// The marks of one sheet; rows and columns from 0.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct OdsMarks {
    pub(crate) struck_rows: BTreeSet<u32>,
    pub(crate) hidden_rows: BTreeSet<u32>,
    pub(crate) hidden_columns: BTreeSet<u32>,
}

/// The marks of every sheet by its name; `None` when the parts are not of the usual form.
pub(crate) fn read(bytes: Cursor<&[u8]>) -> Option<BTreeMap<String, OdsMarks>> {
    let mut archive = ZipArchive::new(bytes).ok()?;
    let mut walk = Walk::default();
    // Styles with names of their own; a workbook may have none.
    walk.part(&mut archive, "styles.xml");
    walk.part(&mut archive, "content.xml")?;
    walk.seen_table.then_some(walk.sheets)
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
}

#[derive(Default)]
struct Row {
    repeated: u32,
    style: Option<String>,
    column: u32,
    struck: bool,
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
                self.row = Row { repeated, style, column: 0, struck: false };
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let holds = attribute(element, "office:value-type").is_some();
                let style = attribute(element, "table:style-name")
                    .or_else(|| self.row.style.clone())
                    .or_else(|| self.style_of_column(self.row.column));
                let struck = style.is_some_and(|style| self.strikes(&style));
                self.row.column = self
                    .row
                    .column
                    .saturating_add(repeated(element, "table:number-columns-repeated"));
                self.cell = Some((holds, struck));
            }
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
                self.row.struck |= self.cell.take() == Some((true, true));
            }
            "table:table-row" => {
                if self.row.struck {
                    let rows = span(self.next_row, self.row.repeated);
                    self.marks().struck_rows.extend(rows);
                }
                self.next_row = self.next_row.saturating_add(self.row.repeated);
            }
            _ => {}
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
        let sheets = read(Cursor::new(&bytes)).unwrap();
        let marks = &sheets["A"];
        // The third row by the parent of its style, the sixth by a part of its text; the fifth is
        // empty, and what is not there cannot be struck out.
        assert_eq!(marks.struck_rows, BTreeSet::from([2, 5]));
        assert_eq!(marks.hidden_rows, BTreeSet::from([3]));
        assert_eq!(marks.hidden_columns, BTreeSet::from([2]));
    }

    #[test]
    fn a_part_of_another_form_gives_no_marks() {
        assert_eq!(read(Cursor::new(&archive("<x/>"))), None);
    }
}
