//! What calamine passes over in a binary workbook (`.xlsb`): formulas whose result is an error value,
//! and the kinds of its sheets.

use std::collections::BTreeMap;

use quick_xml::events::Event;
use quick_xml::reader::Reader;

use crate::ingest::compound::u32_at;
use crate::ingest::marks::attribute;
use crate::ingest::repair::part;
use crate::ingest::{CellError, RawCell};

/// An entry of the list of sheets.
const BUNDLE_SHEET: u16 = 0x009C;
const LIST: &str = "xl/workbook.bin";

/// Formulas with an error value by the name of their sheet, rows and columns from 0.
pub(crate) fn error_formulas(bytes: &[u8]) -> BTreeMap<String, BTreeMap<(u32, u32), RawCell>> {
    let mut found = BTreeMap::new();
    let Some(targets) = targets(bytes) else { return found };
    let Some(list) = part(bytes, LIST) else { return found };
    for (kind, data) in records(&list) {
        if kind != BUNDLE_SHEET {
            continue;
        }
        let Some((relation, name)) = bundle_sheet(data) else { continue };
        let sheet = targets.get(&relation).and_then(|target| part(bytes, target));
        if let Some(sheet) = sheet {
            found.insert(name, errors(&sheet));
        }
    }
    found
}

/// The list of sheets without those that calamine does not know, such as macro sheets; `None` when
/// there is nothing to take out.
pub(crate) fn list_without_unknown_sheets(bytes: &[u8]) -> Option<(&'static str, Vec<u8>)> {
    let targets = targets(bytes)?;
    let list = part(bytes, LIST)?;
    let mut kept = Vec::with_capacity(list.len());
    let mut rest = list.as_slice();
    let mut changed = false;
    while let Some((kind, data, after)) = record(rest) {
        let known = kind != BUNDLE_SHEET
            || bundle_sheet(data).and_then(|(relation, _)| targets.get(&relation)).is_some_and(
                |target| {
                    ["xl/worksheets/", "xl/chartsheets/", "xl/dialogsheets/"]
                        .iter()
                        .any(|folder| target.starts_with(folder))
                },
            );
        if known {
            kept.extend_from_slice(rest.get(..rest.len() - after.len())?);
        }
        changed |= !known;
        rest = after;
    }
    kept.extend_from_slice(rest);
    changed.then_some((LIST, kept))
}

fn errors(sheet: &[u8]) -> BTreeMap<(u32, u32), RawCell> {
    let mut found = BTreeMap::new();
    let mut row = 0;
    for (kind, data) in records(sheet) {
        match kind {
            0x0000 => row = u32_at(data, 0).unwrap_or(row),
            0x000B => {
                let (Some(column), Some(code)) = (u32_at(data, 0), data.get(8)) else { continue };
                found.insert((row, column), RawCell::Error(error(*code)));
            }
            0x0092 => break,
            _ => {}
        }
    }
    found
}

fn error(code: u8) -> CellError {
    match code {
        0x00 => CellError::Null,
        0x07 => CellError::Division,
        0x0F => CellError::Value,
        0x17 => CellError::Reference,
        0x1D => CellError::Name,
        0x24 => CellError::Number,
        0x2A => CellError::NotAvailable,
        0x2B => CellError::GettingData,
        _ => CellError::Other,
    }
}

/// Relation and name of a sheet.
fn bundle_sheet(data: &[u8]) -> Option<(String, String)> {
    let (relation, rest) = wide_text(data.get(8..)?)?;
    let (name, _) = wide_text(rest)?;
    Some((relation, name))
}

fn wide_text(data: &[u8]) -> Option<(String, &[u8])> {
    let length = usize::try_from(u32_at(data, 0)?).ok()?.checked_mul(2)?;
    let text = data.get(4..length.checked_add(4)?)?;
    let units = text.chunks_exact(2);
    let units = units.filter_map(|unit| Some(u16::from_le_bytes(unit.try_into().ok()?)));
    let text = char::decode_utf16(units).map(|letter| letter.unwrap_or('\u{fffd}')).collect();
    Some((text, data.get(length + 4..)?))
}

/// Paths of parts by the names of relations.
fn targets(bytes: &[u8]) -> Option<BTreeMap<String, String>> {
    let relations = part(bytes, "xl/_rels/workbook.bin.rels")?;
    let mut reader = Reader::from_reader(relations.as_slice());
    let mut buffer = Vec::new();
    let mut targets = BTreeMap::new();
    loop {
        match reader.read_event_into(&mut buffer).ok()? {
            Event::Start(element) | Event::Empty(element) => {
                if let (Some(id), Some(target)) =
                    (attribute(&element, "Id"), attribute(&element, "Target"))
                {
                    targets.insert(id, format!("xl/{target}"));
                }
            }
            Event::Eof => return Some(targets),
            _ => {}
        }
        buffer.clear();
    }
}

fn records(part: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = part;
    std::iter::from_fn(move || {
        let (kind, data, after) = record(rest)?;
        rest = after;
        Some((kind, data))
    })
}

/// Kind and content of the first record, and what follows it. Kind and length are written in groups
/// of seven bits; the highest bit says that another group follows.
fn record(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let (first, mut rest) = bytes.split_first()?;
    let mut kind = u16::from(*first & 0x7F);
    if first & 0x80 != 0 {
        let (second, after) = rest.split_first()?;
        kind |= u16::from(second & 0x7F) << 7;
        rest = after;
    }
    let mut length = 0_usize;
    for group in 0..4 {
        let (byte, after) = rest.split_first()?;
        rest = after;
        length |= usize::from(byte & 0x7F) << (7 * group);
        if byte & 0x80 == 0 {
            break;
        }
    }
    let (data, after) = rest.split_at_checked(length)?;
    Some((kind, data, after))
}
