//! What calamine does not tell of an Excel workbook: hidden rows and columns, and references that lie
//! outside a sheet, which it takes for other cells.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use zip::ZipArchive;

use crate::ingest::ReadProblem;

/// The last row and column of a spreadsheet, from 0; a reference beyond is broken.
pub(crate) const LAST_ROW: u32 = 1_048_575;
pub(crate) const LAST_COLUMN: u32 = 16_383;

/// Looks for marks in the parts of a workbook. Anything unreadable gives no marks: the cells
/// themselves were read elsewhere.
pub(crate) struct Marks<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    parts: BTreeMap<String, String>,
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
            true
        })?;
        let mut parts = BTreeMap::new();
        let mut computes_on_loading = false;
        for_each_element(&mut archive, "xl/workbook.xml", |element| {
            if element.local_name().as_ref() == "calcPr" {
                computes_on_loading = is_true(element, "fullCalcOnLoad");
            }
            if element.local_name().as_ref() == "sheet"
                && let (Some(name), Some(id)) = (attribute(element, "name"), relation(element))
                && let Some(path) = targets.get(&id)
            {
                parts.insert(name, path.clone());
            }
            true
        })?;
        Some(Self { archive, parts, computes_on_loading })
    }

    /// Marks of a sheet; `None` when its part cannot be found. Fails at a reference beyond the last
    /// row or column, which the reader of cells would take for another cell.
    pub(crate) fn read(&mut self, sheet: &str) -> Result<Option<SheetMarks>, ReadProblem> {
        let mut marks = SheetMarks::default();
        let Some(path) = self.parts.get(sheet).and_then(|path| find(&self.archive, path)) else {
            return Ok(None);
        };
        let mut next_row = 0_u32;
        let mut outside = false;
        let found = for_each_element(&mut self.archive, &path, |element| {
            match element.local_name().as_ref() {
                "c" => outside = attribute(element, "r").is_some_and(|cell| !is_cell(&cell)),
                "row" => {
                    let written = attribute(element, "r");
                    outside = written.as_deref().is_some_and(|row| !is_row(row));
                    let number = written.and_then(|row| row.trim().parse::<u32>().ok());
                    let number = number.map_or(next_row, |row| row.saturating_sub(1));
                    next_row = number.saturating_add(1);
                    if is_true(element, "hidden") {
                        marks.hidden_rows.insert(number);
                    }
                }
                "dimension" => {
                    outside =
                        attribute(element, "ref").is_some_and(|area| !area.split(':').all(is_cell));
                }
                "col" if is_true(element, "hidden") => {
                    if let (Some(first), Some(last)) =
                        (number(element, "min"), number(element, "max"))
                    {
                        let last = last.min(LAST_COLUMN + 1);
                        marks.hidden_columns.extend(first.saturating_sub(1)..last);
                    }
                }
                _ => {}
            }
            !outside
        });
        if outside { Err(ReadProblem::OutsideGrid) } else { Ok(found.map(|()| marks)) }
    }
}

/// Hidden rows and columns of a sheet, from 0.
#[derive(Debug, Default)]
pub(crate) struct SheetMarks {
    pub(crate) hidden_rows: BTreeSet<u32>,
    pub(crate) hidden_columns: BTreeSet<u32>,
}

/// The name of a part as the archive has it; programs do not care about its case.
fn find(archive: &ZipArchive<Cursor<&[u8]>>, path: &str) -> Option<String> {
    if archive.index_for_name(path).is_some() {
        return Some(path.to_owned());
    }
    let same = |name: &str| name.replace('\\', "/").eq_ignore_ascii_case(path);
    archive.file_names().filter_map(Result::ok).find(|name| same(name)).map(Cow::into_owned)
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

/// Calls `visit` for every start tag of a part until it says stop; `None` when the part is missing.
fn for_each_element(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    path: &str,
    mut visit: impl FnMut(&BytesStart<'_>) -> bool,
) -> Option<()> {
    let part = archive.by_name(path).ok()?;
    let limit = part.size();
    let mut reader = Reader::from_reader(BufReader::new(part.take(limit)));
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => {
                if !visit(&element) {
                    return Some(());
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
