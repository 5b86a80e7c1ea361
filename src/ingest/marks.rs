//! What calamine does not tell of an Excel workbook: hidden rows and hidden columns.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufReader, Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use zip::ZipArchive;

/// Looks for marks in the parts of a workbook. Anything unreadable gives no marks: the cells
/// themselves were read elsewhere.
pub(crate) struct Marks<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    parts: BTreeMap<String, String>,
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
        for_each_element(&mut archive, "xl/workbook.xml", |element| {
            if element.local_name().as_ref() == "sheet"
                && let (Some(name), Some(id)) =
                    (attribute(element, "name"), attribute(element, "r:id"))
                && let Some(path) = targets.get(&id)
            {
                parts.insert(name, path.clone());
            }
            true
        })?;
        Some(Self { archive, parts })
    }

    /// Hidden rows and columns of a sheet, from 0.
    pub(crate) fn hidden(&mut self, sheet: &str) -> (BTreeSet<u32>, BTreeSet<u32>) {
        let mut rows = BTreeSet::new();
        let mut columns = BTreeSet::new();
        let Some(path) = self.parts.get(sheet).cloned() else { return (rows, columns) };
        let mut next_row = 0_u32;
        for_each_element(&mut self.archive, &path, |element| {
            match element.local_name().as_ref() {
                "row" => {
                    let number = number(element, "r").map_or(next_row, |row| row.saturating_sub(1));
                    next_row = number.saturating_add(1);
                    if is_true(element, "hidden") {
                        rows.insert(number);
                    }
                }
                "col" if is_true(element, "hidden") => {
                    if let (Some(first), Some(last)) =
                        (number(element, "min"), number(element, "max"))
                    {
                        columns.extend(first.saturating_sub(1)..last.min(16_384));
                    }
                }
                _ => {}
            }
            true
        });
        (rows, columns)
    }
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
