//! What calamine does not tell of an Excel workbook: hidden rows and columns, merged cells, and references that lie
//! outside a sheet, which it takes for other cells.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use zip::ZipArchive;

use crate::ingest::{MergedCells, ReadProblem};

/// The last row and column of a spreadsheet, from 0; a reference beyond is broken.
pub(crate) const LAST_ROW: u32 = 1_048_575;
pub(crate) const LAST_COLUMN: u32 = 16_383;

/// Looks for marks in the parts of a workbook. Anything unreadable gives no marks: the cells
/// themselves were read elsewhere.
pub(crate) struct Marks<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    parts: BTreeMap<String, String>,
    /// Whether two sheets have one name.
    is_ambiguous: bool,
    /// Whether formulas are to be computed by whoever opens the workbook: a zero may be no result.
    pub(crate) computes_on_loading: bool,
}

impl<'a> Marks<'a> {
    /// Opens the workbook's list of sheets.
    pub(crate) fn open(bytes: Cursor<&'a [u8]>) -> Option<Self> {
        let mut archive = ZipArchive::new(bytes).ok()?;
        let mut targets = BTreeMap::new();
        for_each_element(&mut archive, "xl/_rels/workbook.xml.rels", |element| {
            if element.local_name().as_ref() == "Relationship"
                && let (Some(id), Some(target)) =
                    (attribute(element, "Id"), attribute(element, "Target"))
            {
                targets.insert(id, part_path(&target));
            }
        })?;
        let mut parts = BTreeMap::new();
        let mut is_ambiguous = false;
        let mut computes_on_loading = false;
        for_each_element(&mut archive, "xl/workbook.xml", |element| {
            if element.local_name().as_ref() == "calcPr" {
                computes_on_loading = is_true(element, "fullCalcOnLoad");
            }
            if element.local_name().as_ref() == "sheet"
                && let (Some(name), Some(id)) = (attribute(element, "name"), relation(element))
                && let Some(path) = targets.get(&id)
            {
                is_ambiguous |= parts.insert(name, path.clone()).is_some();
            }
        })?;
        Some(Self { archive, parts, is_ambiguous, computes_on_loading })
    }

    /// Marks of a sheet; `None` when its part cannot be found. Fails at a reference beyond the last
    /// row or column, which the reader of cells would take for another cell.
    pub(crate) fn read(&mut self, sheet: &str) -> Result<Option<SheetMarks>, ReadProblem> {
        let mut marks = SheetMarks::default();
        let Some(path) = self.parts.get(sheet).and_then(|path| find(&self.archive, path)) else {
            return Ok(None);
        };
        let part = self.archive.by_name(&path).ok();
        let Some(part) = part else { return Ok(None) };
        let limit = part.size();
        let source = BufReader::new(part.take(limit));
        match visit_elements(source, |element| marks.visit(element)) {
            Some(()) => Ok(Some(marks)),
            None => Err(ReadProblem::OutsideGrid),
        }
    }

    /// The places in the archive of the sheets' parts by the names of the sheets; `None` when two
    /// sheets have one name or a part is missing.
    pub(crate) fn into_parts(self) -> Option<BTreeMap<String, usize>> {
        let Self { archive, parts, is_ambiguous, .. } = self;
        let mut places = BTreeMap::new();
        for (name, path) in parts {
            places.insert(name, archive.index_for_name(&find(&archive, &path)?)?);
        }
        (!is_ambiguous).then_some(places)
    }
}

/// Hidden rows and columns of a sheet and its merged cells, from 0.
#[derive(Debug, Default)]
pub(crate) struct SheetMarks {
    pub(crate) hidden_rows: BTreeSet<u32>,
    pub(crate) hidden_columns: BTreeSet<u32>,
    /// Cells merged over several rows.
    pub(crate) merged: Vec<MergedCells>,
    next_row: u32,
}

impl SheetMarks {
    /// Takes the marks of an element; `false` when it refers to something beyond the last row or
    /// column.
    pub(crate) fn visit(&mut self, element: &BytesStart<'_>) -> bool {
        match element.local_name().as_ref() {
            "c" => attribute(element, "r").is_none_or(|cell| is_cell(&cell)),
            "row" => {
                let written = attribute(element, "r");
                let number = written.as_ref().and_then(|row| row.trim().parse().ok());
                self.row(number, is_true(element, "hidden"));
                written.is_none_or(|row| is_row(&row))
            }
            "dimension" => {
                attribute(element, "ref").is_none_or(|area| area.split(':').all(is_cell))
            }
            "mergeCell" => {
                let area = attribute(element, "ref");
                self.merged.extend(area.and_then(|area| merged_rows(&area)));
                true
            }
            "col" if is_true(element, "hidden") => {
                if let (Some(first), Some(last)) = (number(element, "min"), number(element, "max"))
                {
                    let last = last.min(LAST_COLUMN + 1);
                    self.hidden_columns.extend(first.saturating_sub(1)..last);
                }
                true
            }
            _ => true,
        }
    }

    /// Takes the next row, by its number from 1 if it has one, and gives its number from 0.
    pub(crate) fn row(&mut self, written: Option<u32>, hidden: bool) -> u32 {
        let number = written.map_or(self.next_row, |row| row.saturating_sub(1));
        self.next_row = number.saturating_add(1);
        if hidden {
            self.hidden_rows.insert(number);
        }
        number
    }
}

/// The name of a part as the archive has it; programs do not care about its case.
fn find(archive: &ZipArchive<Cursor<&[u8]>>, path: &str) -> Option<String> {
    if archive.index_for_name(path).is_some() {
        return Some(path.to_owned());
    }
    let same = |name: &str| name.replace('\\', "/").eq_ignore_ascii_case(path);
    archive.file_names().filter_map(Result::ok).find(|name| same(name)).map(Cow::into_owned)
}

/// The rows over which `B2:C5` merges its first column; `None` for one row, and for what is no area.
fn merged_rows(area: &str) -> Option<MergedCells> {
    let (first, last) = area.split_once(':')?;
    if !is_cell(first) || !is_cell(last) {
        return None;
    }
    let letters = first.bytes().take_while(u8::is_ascii_alphabetic);
    let column = letters
        .fold(0, |column, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row = |cell: &str| -> Option<u32> {
        cell.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).parse().ok()
    };
    let (first, last) = (row(first)?.checked_sub(1)?, row(last)?.checked_sub(1)?);
    (first < last).then_some(MergedCells { column: column.checked_sub(1)?, first, last })
}

/// Whether a reference such as `AB12` lies within a sheet.
fn is_cell(reference: &str) -> bool {
    let digits_at = reference.bytes().position(|byte| byte.is_ascii_digit());
    let Some((letters, row)) = digits_at.and_then(|at| reference.split_at_checked(at)) else {
        return false;
    };
    if !(1..=3).contains(&letters.len()) || !letters.bytes().all(|b| b.is_ascii_alphabetic()) {
        return false;
    }
    let column = letters
        .bytes()
        .fold(0, |column, letter| column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1);
    column <= LAST_COLUMN + 1 && is_row(row)
}

fn is_row(number: &str) -> bool {
    let number = number.trim();
    number.bytes().all(|byte| byte.is_ascii_digit())
        && number.parse().is_ok_and(|row: u32| (1..=LAST_ROW + 1).contains(&row))
}

/// Calls `visit` for every start tag of a part; `None` when the part is missing.
fn for_each_element(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    path: &str,
    mut visit: impl FnMut(&BytesStart<'_>),
) -> Option<()> {
    let part = archive.by_name(path).ok()?;
    let limit = part.size();
    visit_elements(BufReader::new(part.take(limit)), |element| {
        visit(element);
        true
    })
}

/// Calls `visit` for every start tag, up to the end or the first mistake; `None` when it says no.
pub(crate) fn visit_elements(
    source: impl BufRead,
    mut visit: impl FnMut(&BytesStart<'_>) -> bool,
) -> Option<()> {
    let mut reader = Reader::from_reader(source);
    // The rest of a part closes what was opened before it.
    reader.config_mut().allow_unmatched_ends = true;
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => {
                if !visit(&element) {
                    return None;
                }
            }
            Ok(Event::Eof) | Err(_) => return Some(()),
            Ok(_) => {}
        }
        buffer.clear();
    }
}

pub(crate) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let value = element.try_get_attribute(name).ok()??;
    quick_xml::escape::unescape(&value.value).ok().map(std::borrow::Cow::into_owned)
}

/// The value of `r:id`, whatever the prefix.
pub(crate) fn relation(element: &BytesStart<'_>) -> Option<String> {
    let mut attributes = element.attributes().filter_map(Result::ok);
    let id = attributes.find(|attribute| {
        attribute.key.local_name().as_ref() == "id" && attribute.key.prefix().is_some()
    })?;
    Some(id.value.into_owned())
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.parse().ok()
}

fn is_true(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| value == "1" || value == "true")
}

/// Targets are relative to `xl/` or absolute.
fn part_path(target: &str) -> String {
    match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None => format!("xl/{target}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_cells_merged_over_rows_hold_for_further_rows() {
        let merged = |area| merged_rows(area).map(|cells| (cells.column, cells.first, cells.last));
        assert_eq!(merged("AA2:AC5"), Some((26, 1, 4)));
        for other in ["A1:C1", "A5", "A5:A2", "A1:A1048577", "1:2", ""] {
            assert_eq!(merged(other), None, "{other}");
        }
    }

    #[test]
    fn references_end_at_the_last_row_and_column() {
        for inside in ["A1", "XFD1048576", "xfd1"] {
            assert!(is_cell(inside), "{inside}");
        }
        for outside in [
            "XFE1",
            "A1048577",
            "A0",
            "AAAAAAAAA1",
            "A18446744073709551617",
            "A",
            "1",
            "",
            "A-1",
            "Ą1",
        ] {
            assert!(!is_cell(outside), "{outside}");
        }
    }
}
