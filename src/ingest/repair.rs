//! Workbooks that people can open and the reader refuses: the offending entry is taken out of a copy
//! in memory, and the reading begins again.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};

use memchr::{memmem, memrchr};
use quick_xml::events::Event;
use quick_xml::reader::Reader;
use quick_xml::writer::Writer;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::ingest::binary_cells;
use crate::ingest::marks::{attribute, relation};

/// The workbook as the reader knows it: without macro sheets, error values as text. `None` when there
/// is nothing to mend.
pub(crate) fn excel(bytes: &[u8]) -> Option<Vec<u8>> {
    let without = without_macro_sheets(bytes);
    let errors = errors_as_text(without.as_deref().unwrap_or(bytes));
    errors.or(without)
}

/// The workbook with its error values kept as text, of which the reader knows all and not only seven;
/// `None` when there is none.
fn errors_as_text(bytes: &[u8]) -> Option<Vec<u8>> {
    let archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let names: Vec<String> =
        archive.file_names().filter_map(Result::ok).map(Cow::into_owned).collect();
    let mut mended: Option<Vec<u8>> = None;
    for name in names.iter().filter(|name| name.starts_with("xl/worksheets/")) {
        let known = mended.as_deref().unwrap_or(bytes);
        let sheet = part(known, name)?;
        let places: Vec<usize> =
            memmem::find_iter(&sheet, ERROR).filter(|at| is_inside_tag(&sheet, *at)).collect();
        if places.is_empty() {
            continue;
        }
        let mut changed = Vec::with_capacity(sheet.len() + 2 * places.len());
        let mut from = 0;
        for at in places {
            changed.extend_from_slice(sheet.get(from..at)?);
            changed.extend_from_slice(TEXT);
            from = at + ERROR.len();
        }
        changed.extend_from_slice(sheet.get(from..)?);
        mended = Some(replaced(known, name, &changed)?);
    }
    mended
}

/// The type of a cell that holds an error value, and of one that holds a text.
const ERROR: &[u8] = b" t=\"e\"";
const TEXT: &[u8] = b" t=\"str\"";

fn is_inside_tag(xml: &[u8], at: usize) -> bool {
    let before = xml.get(..at).unwrap_or_default();
    memrchr(b'<', before) > memrchr(b'>', before)
}

/// The workbook without the sheets that are neither tables, charts nor dialogs, such as macro sheets;
/// `None` when there is nothing to take out.
fn without_macro_sheets(bytes: &[u8]) -> Option<Vec<u8>> {
    let relations = part(bytes, "xl/_rels/workbook.xml.rels")?;
    let mut known = BTreeSet::new();
    let mut reader = Reader::from_reader(relations.as_slice());
    let mut buffer = Vec::new();
    loop {
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(element) | Event::Empty(element)
                if element.local_name().as_ref() == "Relationship" =>
            {
                let kind = attribute(&element, "Type").unwrap_or_default();
                let readable = ["/worksheet", "/chartsheet", "/dialogsheet"];
                if readable.iter().any(|known| kind.ends_with(known)) {
                    known.extend(attribute(&element, "Id"));
                }
            }
            Event::Eof => break,
            _ => {}
        }
        buffer.clear();
    }
    let mut changed = false;
    let workbook = rewritten(&part(bytes, "xl/workbook.xml")?, |_, event| {
        let (Event::Start(element) | Event::Empty(element)) = event else { return true };
        let keep = element.local_name().as_ref() != "sheet"
            || relation(element).is_some_and(|id| known.contains(&id));
        changed |= !keep;
        keep
    })?;
    if !changed {
        return None;
    }
    replaced(bytes, "xl/workbook.xml", &workbook)
}

/// The binary workbook without the sheets that the reader does not know, such as macro sheets; `None`
/// when there is nothing to take out.
pub(crate) fn without_unknown_sheets(bytes: &[u8]) -> Option<Vec<u8>> {
    let (name, list) = binary_cells::list_without_unknown_sheets(bytes)?;
    replaced(bytes, name, &list)
}

/// The `OpenDocument` file without white space and comments between the cells of a row; `None` when
/// it cannot be rewritten.
pub(crate) fn without_space_between_cells(bytes: &[u8]) -> Option<Vec<u8>> {
    let content = rewritten(&part(bytes, "content.xml")?, |parents, event| match event {
        Event::Text(_) | Event::Comment(_) => {
            parents.last().map(AsRef::as_ref) != Some("table:table-row")
        }
        _ => true,
    })?;
    replaced(bytes, "content.xml", &content)
}

/// Copies the events of a part for which `keep` says yes, given the names of the open elements.
///
/// A start without its end would be no XML: `keep` may only refuse elements that hold nothing.
fn rewritten(xml: &[u8], mut keep: impl FnMut(&[Box<str>], &Event<'_>) -> bool) -> Option<Vec<u8>> {
    let mut reader = Reader::from_reader(xml);
    reader.config_mut().expand_empty_elements = false;
    let mut writer = Writer::new(Vec::with_capacity(xml.len()));
    let mut parents: Vec<Box<str>> = Vec::new();
    let mut buffer = Vec::new();
    let mut refused_depth = None;
    loop {
        let event = reader.read_event_into(&mut buffer).ok()?;
        match &event {
            Event::Eof => return Some(writer.into_inner()),
            Event::Start(element) => {
                if refused_depth.is_none() && !keep(&parents, &event) {
                    refused_depth = Some(parents.len());
                }
                parents.push(element.name().as_ref().into());
                if refused_depth.is_none() {
                    writer.write_event(event.borrow()).ok()?;
                }
            }
            Event::End(_) => {
                parents.pop()?;
                match refused_depth {
                    Some(depth) if depth == parents.len() => refused_depth = None,
                    Some(_) => {}
                    None => writer.write_event(event.borrow()).ok()?,
                }
            }
            other => {
                if refused_depth.is_none() && keep(&parents, other) {
                    writer.write_event(event.borrow()).ok()?;
                }
            }
        }
        buffer.clear();
    }
}

/// The bytes of one part of a zip file.
pub(super) fn part(bytes: &[u8], name: &str) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut content = Vec::new();
    archive.by_name(name).ok()?.read_to_end(&mut content).ok()?;
    Some(content)
}

/// The same archive with another content of one part.
fn replaced(bytes: &[u8], name: &str, content: &[u8]) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).ok()?;
        if part.name().ok()? == name {
            drop(part);
            writer.start_file(name, SimpleFileOptions::default()).ok()?;
            writer.write_all(content).ok()?;
        } else {
            writer.raw_copy_file(part).ok()?;
        }
    }
    Some(writer.finish().ok()?.into_inner())
}
