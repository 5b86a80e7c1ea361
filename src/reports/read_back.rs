//! Reading workbooks back in tests: cells, and every part of the zip.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};

/// Names of the sheets, in order.
pub(crate) fn sheet_names(bytes: &[u8]) -> Vec<String> {
    book(bytes).sheet_names()
}

/// The cells of a sheet as text, row by row; numbers in their shortest form.
pub(crate) fn rows(bytes: &[u8], sheet: &str) -> Vec<Vec<String>> {
    let range = book(bytes).worksheet_range(sheet).unwrap();
    range.rows().map(|row| row.iter().map(shown).collect()).collect()
}

/// The first row of a sheet whose first cells are these.
pub(crate) fn row(bytes: &[u8], sheet: &str, begins: &[&str]) -> Vec<String> {
    let rows = rows(bytes, sheet);
    let found = rows.iter().find(|row| row.iter().zip(begins).all(|(cell, begin)| cell == begin));
    found.unwrap_or_else(|| panic!("{begins:?} is not in {rows:#?}")).clone()
}

/// Every part of the zip: name and text.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            (part.name().unwrap().into_owned(), String::from_utf8_lossy(&content).into_owned())
        })
        .collect()
}

fn book(bytes: &[u8]) -> Xlsx<Cursor<&[u8]>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

fn shown(cell: &Data) -> String {
    cell.to_string()
}
